//! What would make a rule met: minimal changes, the cheapest first (R5, R11).

use std::collections::{BTreeSet, HashMap};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::diagram::{Diagrams, MET, Op, Ref, UNMET};
use super::space::{Axis, Extent, Space, found};
use super::{Analysis, Inconclusive, Semantics, Who};
use crate::{FactKey, FactSource, Facts, RuleSet, Verdict};

/// What would make somebody meet a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Changes {
    /// The verdict now.
    pub verdict: Verdict,
    /// In this semantics.
    pub semantics: Semantics,
    /// Every minimal set of facts whose change does it, the cheapest first. None where the rule is met
    /// already, or where nothing the person can change helps.
    pub sets: Vec<ChangeSet>,
    /// Whether there are no others. There may be where conditions over several changeable facts, over
    /// records or in Rust are involved: what is suggested does it whatever they say.
    pub complete: bool,
}

/// Facts that must all change: to change some of them alone does not do it, whatever to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeSet {
    /// The facts.
    pub facts: BTreeSet<FactKey>,
    /// What they cost together, as declared.
    pub cost: u64,
    /// To what: each choice does it.
    pub options: Vec<Choice>,
}

/// One choice of values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What each fact may become: any of its parts does it with any of the others'.
    #[schemars(with = "std::collections::BTreeMap<String, Vec<super::Part>>")]
    pub values: Who,
    /// One value for each.
    pub example: Facts,
}

/// Sets of axes, none of them part of another.
type Family = BTreeSet<BTreeSet<usize>>;

impl Analysis<'_> {
    /// Every minimal set of changeable facts whose change makes the rule met, each with the values that do
    /// it; the cheapest first, by the costs the vocabulary declares.
    ///
    /// In Kleene's semantics what is missing and not changed stays missing; in the exact one a change must
    /// do it however that turns out. That a fact does not apply is never suggested: nobody brings that about.
    ///
    /// # Errors
    /// [`Inconclusive`] at the bound.
    pub fn changes(
        &self,
        rule: &RuleSet,
        facts: &dyn FactSource,
        semantics: Semantics,
    ) -> Result<Changes, Inconclusive> {
        let facts = found(&[rule], facts);
        let verdict = self.verdict(rule, &facts, semantics)?;
        let nothing = Changes { verdict, semantics, sets: Vec::new(), complete: true };
        if verdict.is_met() {
            return Ok(nothing);
        }
        let extent = Extent::Changes(&facts, semantics);
        let mut space = Space::new(&[rule], self.vocabulary, &extent, self.bound)?;
        let node = space.verdict(rule)?;
        let complete = !space.is_opaque();
        let reachable: Vec<Vec<bool>> = space.axes.iter().map(reachable).collect();
        let node = settled(&mut space.diagrams, node, &reachable)?;
        let family = families(&mut space.diagrams, node, &reachable, &mut HashMap::new())?;
        let mut sets = Vec::new();
        // The empty set is there only where nothing that is open matters; then the rule is met.
        for set in family.iter().filter(|set| !set.is_empty()) {
            sets.push(self.set(&mut space, node, set, &reachable)?);
        }
        sets.sort_by(|a, b| (a.cost, a.facts.len(), &a.facts).cmp(&(b.cost, b.facts.len(), &b.facts)));
        Ok(Changes { sets, complete, ..nothing })
    }

    fn set(
        &self,
        space: &mut Space<'_>,
        node: Ref,
        set: &BTreeSet<usize>,
        reachable: &[Vec<bool>],
    ) -> Result<ChangeSet, Inconclusive> {
        let reaches = |axis: usize, cell: usize| is_reachable(reachable, axis, cell);
        let only = space.diagrams.rebuild(node, &mut HashMap::new(), &|diagrams, axis, children| {
            if !set.contains(&axis) {
                return Ok(stays(axis, &children, reachable));
            }
            let changed = |(cell, child)| if reaches(axis, cell) { child } else { UNMET };
            Ok(diagrams.make(axis, children.into_iter().enumerate().map(changed).collect()))
        })?;
        let sizes: Vec<usize> = space.axes.iter().map(Axis::size).collect();
        let cells = |axis: usize| sizes.get(axis).copied().unwrap_or(0);
        let found = space.diagrams.classes(only, &|leaf| leaf == MET, &cells)?;
        let options = found.iter().map(|found| {
            let example = found.way.iter().filter_map(|(axis, cell)| match space.axes.get(*axis)? {
                Axis::Fact(axis) => {
                    let first = axis.cells.get(*cell)?.members.first()?;
                    Some((axis.key.clone(), axis.elements.get(*first)?.fact.clone()))
                }
                Axis::Opaque { .. } => None,
            });
            Choice { values: space.who(&found.class), example: example.collect() }
        });
        let options = options.collect();
        let facts: BTreeSet<FactKey> = set
            .iter()
            .filter_map(|axis| match space.axes.get(*axis)? {
                Axis::Fact(axis) => Some(axis.key.clone()),
                Axis::Opaque { .. } => None,
            })
            .collect();
        let cost = |key: &FactKey| self.vocabulary.get(key.as_str()).and_then(|found| found.change_cost());
        let cost = facts.iter().filter_map(cost).map(u64::from).sum();
        Ok(ChangeSet { facts, cost, options })
    }
}

fn reachable(axis: &Axis<'_>) -> Vec<bool> {
    match axis {
        Axis::Fact(axis) => axis.cells.iter().map(|cell| cell.is_reachable()).collect(),
        Axis::Opaque { answers, .. } => vec![false; answers.len()],
    }
}

fn is_reachable(reachable: &[Vec<bool>], axis: usize, cell: usize) -> bool {
    reachable.get(axis).and_then(|cells| cells.get(cell)).copied().unwrap_or(false)
}

/// The branch of a fact that does not change. There is one for all its cells by now.
fn stays(axis: usize, children: &[Ref], reachable: &[Vec<bool>]) -> Ref {
    let mut cells = children.iter().enumerate();
    cells.find(|(cell, _)| !is_reachable(reachable, axis, *cell)).map_or(UNMET, |(_, child)| *child)
}

/// Met only where it is met however open facts turn out, and whatever opaque conditions say.
fn settled(diagrams: &mut Diagrams, node: Ref, reachable: &[Vec<bool>]) -> Result<Ref, Inconclusive> {
    diagrams.rebuild(node, &mut HashMap::new(), &|diagrams, axis, children| {
        let still = |cell: usize| !is_reachable(reachable, axis, cell);
        let open = children.iter().enumerate().filter(|(cell, _)| still(*cell)).map(|(_, child)| *child);
        let worst = diagrams.fold(Op::Min, MET, open.collect::<Vec<_>>())?;
        let children = children.into_iter().enumerate();
        let children = children.map(|(cell, child)| if still(cell) { worst } else { child }).collect();
        Ok(diagrams.make(axis, children))
    })
}

/// The minimal sets of axes whose change leads from here to met.
fn families(
    diagrams: &mut Diagrams,
    node: Ref,
    reachable: &[Vec<bool>],
    known: &mut HashMap<Ref, Family>,
) -> Result<Family, Inconclusive> {
    let Some((axis, below)) = diagrams.branch(node) else {
        return Ok(if node == MET { Family::from([BTreeSet::new()]) } else { Family::new() });
    };
    if let Some(family) = known.get(&node) {
        return Ok(family.clone());
    }
    let mut every = families(diagrams, stays(axis, &below, reachable), reachable, known)?;
    let changed: BTreeSet<Ref> = below
        .iter()
        .enumerate()
        .filter(|(cell, _)| is_reachable(reachable, axis, *cell))
        .map(|(_, child)| *child)
        .collect();
    for child in changed {
        for mut set in families(diagrams, child, reachable, known)? {
            set.insert(axis);
            every.insert(set);
        }
    }
    diagrams.step(every.len().saturating_mul(every.len()))?;
    let minimal = |set: &&BTreeSet<usize>| !every.iter().any(|other| other != *set && other.is_subset(set));
    let family: Family = every.iter().filter(minimal).cloned().collect();
    known.insert(node, family.clone());
    Ok(family)
}
