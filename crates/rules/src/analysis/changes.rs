//! What would make a rule met: minimal changes, the cheapest first (R5, R11).

use std::collections::{BTreeSet, HashMap, HashSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::classes::Found;
use super::diagram::{Diagrams, Known, MET, NODE, Op, Ref, UNMET};
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
    /// The minimal sets of facts whose change does it, the cheapest first. None where the rule is met
    /// already, or where nothing the person can change helps.
    pub sets: Vec<ChangeSet>,
    /// Whether there are no others. There may be where 64 sets, or 64 choices of values in one of them, are not
    /// all; and where conditions over several changeable facts, over records or in Rust are involved: what
    /// is suggested does it whatever they say.
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

/// More sets, or choices of values for one, are not looked at.
const MOST: usize = 64;

/// Sets of axes with what they cost, the cheapest first; none of them is part of another.
type Family = Vec<(u64, BTreeSet<usize>)>;

struct Search<'s> {
    diagrams: &'s mut Diagrams,
    reachable: &'s [Vec<bool>],
    costs: &'s [u64],
    /// Which axes are codes of sets.
    codes: &'s [bool],
    known: HashMap<Ref, Family>,
    complete: bool,
}

impl Analysis<'_> {
    /// The minimal sets of changeable facts whose change makes the rule met, each with the values that do
    /// it; the cheapest first, by the costs the vocabulary declares. Up to 64 sets are all of them.
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
        let mut done = 0;
        let verdict = self.settle(rule, &facts, semantics, &mut done)?;
        let nothing = Changes { verdict, semantics, sets: Vec::new(), complete: true };
        if verdict.is_met() {
            return Ok(nothing);
        }
        let extent = Extent::Changes(&facts, semantics);
        let mut space = Space::new(&[rule], self.vocabulary, &extent, self.bound)?;
        space.diagrams.step(done)?;
        let node = space.verdict(rule)?;
        let reachable: Vec<Vec<bool>> = space.axes.iter().map(reachable).collect();
        let costs: Vec<u64> = space.axes.iter().map(|axis| self.cost(axis)).collect();
        let codes: Vec<bool> = space.axes.iter().map(|axis| matches!(axis, Axis::Code(_))).collect();
        let opaque = space.is_opaque();
        let node = settled(&mut space.diagrams, node, &reachable)?;
        let diagrams = &mut space.diagrams;
        let mut search = Search {
            diagrams,
            reachable: &reachable,
            costs: &costs,
            codes: &codes,
            known: HashMap::new(),
            complete: !opaque,
        };
        let family = search.family(node)?;
        let mut complete = search.complete;
        let mut sets = Vec::new();
        // The empty set is there only where nothing that is open matters; then the rule is met.
        for (cost, set) in family.iter().filter(|(_, set)| !set.is_empty()) {
            if minimal(&mut space.diagrams, node, set, &reachable, &codes)? {
                let (all, options) = options(&mut space, node, set, &reachable, &codes)?;
                complete = complete && all;
                let facts =
                    set.iter().filter_map(|axis| Some(space.axes.get(*axis)?.key()?.clone())).collect();
                sets.push(ChangeSet { facts, cost: *cost, options });
            }
        }
        if opaque {
            let mut done = space.diagrams.worked().0;
            sets = self.fewer(rule, &facts, semantics, sets, &mut done)?;
        }
        sets.sort_by(|a, b| (a.cost, a.facts.len(), &a.facts).cmp(&(b.cost, b.facts.len(), &b.facts)));
        Ok(Changes { sets, complete, ..nothing })
    }

    fn cost(&self, axis: &Axis<'_>) -> u64 {
        axis.key().map_or(0, |key| self.cost_of(key))
    }

    /// What the vocabulary says it costs to change a fact.
    pub(super) fn cost_of(&self, key: &FactKey) -> u64 {
        let declared = self.vocabulary.get(key.as_str());
        declared.and_then(|declared| declared.change_cost()).map_or(0, u64::from)
    }
}

/// Up to so many choices of values, and whether they are all.
fn options(
    space: &mut Space<'_>,
    node: Ref,
    set: &BTreeSet<usize>,
    reachable: &[Vec<bool>],
    codes: &[bool],
) -> Result<(bool, Vec<Choice>), Inconclusive> {
    let is_code = |axis: usize| codes.get(axis).copied().unwrap_or(false);
    let only = space.diagrams.rebuild(node, &mut Known::default(), &|diagrams, axis, children| {
        // The codes of a set that stays as it is are on no way.
        if !set.contains(&axis) && !is_code(axis) {
            return Ok(stays(axis, &children, reachable));
        }
        let changed = |(cell, child)| if is_reachable(reachable, axis, cell) { child } else { UNMET };
        let children: Vec<Ref> = children.into_iter().enumerate().map(changed).collect();
        Ok(diagrams.make(axis, &children))
    })?;
    let sizes = space.sizes();
    let (found, all) = space.diagrams.classes(only, &|leaf| leaf == MET, &sizes, MOST)?;
    let choice =
        |found: &Found| Choice { values: space.who(&found.class), example: space.example(&found.way) };
    Ok((all, found.iter().map(choice).collect()))
}

fn reachable(axis: &Axis<'_>) -> Vec<bool> {
    match axis {
        Axis::Fact(axis) => axis.cells.iter().map(|cell| cell.reachable).collect(),
        Axis::Code(axis) => vec![axis.reachable; 2],
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
    diagrams.rebuild(node, &mut Known::default(), &|diagrams, axis, children| {
        let still = |cell: usize| !is_reachable(reachable, axis, cell);
        let open = children.iter().enumerate().filter(|(cell, _)| still(*cell)).map(|(_, child)| *child);
        let worst = diagrams.fold(Op::Min, MET, open.collect::<Vec<_>>())?;
        let children = children.into_iter().enumerate();
        let children: Vec<Ref> =
            children.map(|(cell, child)| if still(cell) { worst } else { child }).collect();
        Ok(diagrams.make(axis, &children))
    })
}

impl Search<'_> {
    /// The minimal sets of axes whose change leads from here to met; where they are many, the cheapest.
    fn family(&mut self, node: Ref) -> Result<Family, Inconclusive> {
        let Some((axis, below)) = self.diagrams.branch(node) else {
            return Ok(if node == MET { vec![(0, BTreeSet::new())] } else { Vec::new() });
        };
        if let Some(family) = self.known.get(&node) {
            return Ok(family.clone());
        }
        let below = below.to_vec();
        // A code changes with its set, whose axis stands above.
        let own = (!self.codes.get(axis).copied().unwrap_or(false)).then_some(axis);
        let mut every = self.family(stays(axis, &below, self.reachable))?;
        let changed = below.iter().enumerate().filter(|(cell, _)| is_reachable(self.reachable, axis, *cell));
        let changed: BTreeSet<Ref> = changed.map(|(_, child)| *child).collect();
        let cost = self.costs.get(axis).copied().unwrap_or(0);
        for child in changed {
            for (rest, mut set) in self.family(child)? {
                set.extend(own);
                every.push((rest.saturating_add(cost), set));
            }
        }
        self.diagrams.step(NODE * every.len())?;
        // What is part of another costs no more and has fewer, so it comes first.
        every.sort_by(|a, b| (a.0, a.1.len(), &a.1).cmp(&(b.0, b.1.len(), &b.1)));
        let mut family: Family = Vec::new();
        for (cost, set) in every {
            self.diagrams.step(family.len())?;
            if family.iter().any(|(_, other)| other.is_subset(&set)) {
                continue;
            }
            if family.len() >= MOST {
                self.complete = false;
                break;
            }
            family.push((cost, set));
        }
        self.known.insert(node, family.clone());
        Ok(family)
    }
}

/// Whether no part of the set does it. Where sets were left out for their number, one of them may be part
/// of one that was not.
fn minimal(
    diagrams: &mut Diagrams,
    node: Ref,
    set: &BTreeSet<usize>,
    reachable: &[Vec<bool>],
    codes: &[bool],
) -> Result<bool, Inconclusive> {
    for left in set {
        let (mut seen, mut open) = (HashSet::new(), vec![node]);
        while let Some(node) = open.pop() {
            if node == MET {
                return Ok(false);
            }
            let Some((axis, below)) = diagrams.branch(node).filter(|_| seen.insert(node)) else { continue };
            let changes = axis != *left && set.contains(&axis);
            if changes || codes.get(axis).copied().unwrap_or(false) {
                open.extend(below.iter());
            } else {
                open.push(stays(axis, below, reachable));
            }
        }
        diagrams.step(NODE * seen.len())?;
    }
    Ok(true)
}
