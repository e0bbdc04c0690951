//! The exact verdict: what holds however the open facts turn out (R10).

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::diagram::{Ref, verdict};
use super::space::{Axis, Extent, Space, found, is_open};
use super::{Analysis, Inconclusive, Part, Semantics};
use crate::{Fact, FactKey, FactSource, Facts, RuleSet, Verdict};

/// A missing or contested fact that alone can still decide, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deciding {
    /// The fact.
    pub fact: FactKey,
    /// If it is one of these, the rule is met.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub met: Vec<Part>,
    /// If it is one of these, the rule is unmet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unmet: Vec<Part>,
}

impl Analysis<'_> {
    /// The verdict that every completion of the facts agrees on: what is missing or contested may turn out
    /// to be anything its declaration admits, or not to apply; a set so far may become any larger one. What
    /// a rule takes a missing fact for (`if_missing`) it takes it for here too.
    ///
    /// Where Kleene's verdict is determined, this is the same. It is undetermined where completions differ,
    /// where one of them needs an officer (an open list), and where only what conditions over several open
    /// facts, over records or in Rust may say together keeps it open: each of them is taken to say
    /// anything, on its own. So met and unmet are certain.
    ///
    /// # Errors
    /// [`Inconclusive`] at the bound.
    pub fn exact(&self, rule: &RuleSet, facts: &dyn FactSource) -> Result<Verdict, Inconclusive> {
        let facts = found(&[rule], facts);
        let known = rule.verdict(&facts);
        if !known.is_undetermined() || !facts.iter().any(|(_, fact)| is_open(fact)) {
            return Ok(known);
        }
        let mut space = Space::new(&[rule], self.vocabulary, &Extent::Completions(&facts), self.bound)?;
        let node = space.verdict(rule)?;
        Ok(verdict(node).unwrap_or(Verdict::Undetermined))
    }

    /// The verdict in this semantics.
    ///
    /// # Errors
    /// [`Inconclusive`] at the bound; never in Kleene's, which needs no search.
    pub fn verdict(
        &self,
        rule: &RuleSet,
        facts: &dyn FactSource,
        semantics: Semantics,
    ) -> Result<Verdict, Inconclusive> {
        match semantics {
            Semantics::Kleene => Ok(rule.verdict(facts)),
            Semantics::Exact => self.exact(rule, facts),
        }
    }

    /// Which single missing or contested facts could still decide, by the exact verdict, and what they must
    /// turn out to be; none where the verdict is determined already.
    ///
    /// # Errors
    /// [`Inconclusive`] at the bound.
    pub fn deciding(&self, rule: &RuleSet, facts: &dyn FactSource) -> Result<Vec<Deciding>, Inconclusive> {
        let facts = found(&[rule], facts);
        let mut space = Space::new(&[rule], self.vocabulary, &Extent::Completions(&facts), self.bound)?;
        let node = space.verdict(rule)?;
        let mut deciding = Vec::new();
        if verdict(node).is_some_and(|verdict| !verdict.is_undetermined()) {
            return Ok(deciding);
        }
        for nth in 0..space.axes.len() {
            let Some(Axis::Fact(axis)) = space.axes.get(nth) else { continue };
            if !matches!(*facts.fact(axis.key), Fact::Missing | Fact::Contested { .. }) {
                continue;
            }
            let mut decided: BTreeMap<bool, Vec<usize>> = BTreeMap::new();
            for cell in 0..axis.cells.len() {
                match verdict(space.diagrams.restrict(node, nth, cell)?) {
                    Some(Verdict::Met) => decided.entry(true).or_default().push(cell),
                    Some(Verdict::Unmet) => decided.entry(false).or_default().push(cell),
                    _ => {}
                }
            }
            if let Some(Axis::Fact(axis)) = space.axes.get(nth)
                && !decided.is_empty()
            {
                let parts = |met| decided.get(&met).map(|cells| axis.parts(cells)).unwrap_or_default();
                deciding.push(Deciding { fact: axis.key.clone(), met: parts(true), unmet: parts(false) });
            }
        }
        deciding.sort_by(|a, b| a.fact.cmp(&b.fact));
        Ok(deciding)
    }

    /// The facts without these: what is withheld is open, and no rule takes it for anything.
    pub(super) fn withheld<'k>(facts: &Facts, keys: impl IntoIterator<Item = &'k FactKey>) -> Facts {
        keys.into_iter().fold(facts.clone(), |facts, key| facts.with(key.clone(), Fact::contested([])))
    }
}

impl super::diagram::Diagrams {
    /// The function where one axis is in this cell.
    pub(super) fn restrict(&mut self, node: Ref, axis: usize, cell: usize) -> Result<Ref, Inconclusive> {
        let mut known = std::collections::HashMap::new();
        self.rebuild(node, &mut known, &|diagrams, at, children| {
            Ok(match children.get(cell) {
                Some(child) if at == axis => *child,
                _ => diagrams.make(at, &children),
            })
        })
    }
}
