//! Fewer changes than opaque conditions let the diagrams see: what does it in fact, as evaluating shows (R5).

use std::collections::{BTreeMap, BTreeSet};

use super::changes::{ChangeSet, Choice};
use super::{Analysis, Inconclusive, Part, Semantics};
use crate::{Fact, FactKey, Facts, RuleSet};

/// So many parts of one choice are tried, the smallest first.
const TRIED: usize = 256;

impl Analysis<'_> {
    /// The diagrams take a condition over several changeable facts to say the worst, although it says
    /// something definite of the values suggested. So each suggestion is held to what is really needed of it.
    pub(super) fn fewer(
        &self,
        rule: &RuleSet,
        facts: &Facts,
        semantics: Semantics,
        sets: Vec<ChangeSet>,
        done: &mut usize,
    ) -> Result<Vec<ChangeSet>, Inconclusive> {
        let mut needed: BTreeMap<BTreeSet<FactKey>, ChangeSet> = BTreeMap::new();
        for set in sets {
            for option in &set.options {
                let (facts, choice) = match self.part(rule, facts, semantics, &option.example, done)? {
                    Some(part) => (part.iter().map(|(key, _)| key.clone()).collect(), exactly(part)),
                    None => (set.facts.clone(), option.clone()),
                };
                let cost = facts.iter().map(|key| self.cost_of(key)).fold(0, u64::saturating_add);
                let found = needed.entry(facts.clone());
                let found = found.or_insert_with(|| ChangeSet { facts, cost, options: Vec::new() });
                if !found.options.contains(&choice) {
                    found.options.push(choice);
                }
            }
        }
        let all: Vec<BTreeSet<FactKey>> = needed.keys().cloned().collect();
        needed
            .retain(|facts, _| !all.iter().any(|other| other.len() < facts.len() && other.is_subset(facts)));
        Ok(needed.into_values().collect())
    }

    /// The smallest real part of a change that does it alone, if any of those tried does.
    fn part(
        &self,
        rule: &RuleSet,
        facts: &Facts,
        semantics: Semantics,
        change: &Facts,
        done: &mut usize,
    ) -> Result<Option<Facts>, Inconclusive> {
        let keys: Vec<&FactKey> = change.iter().map(|(key, _)| key).collect();
        for kept in parts(keys.len()).take(TRIED) {
            let kept: Vec<&FactKey> = kept.iter().filter_map(|nth| keys.get(*nth).copied()).collect();
            let part: Facts = pairs(change).filter(|(key, _)| kept.contains(&key)).collect();
            let changed = pairs(&part).fold(facts.clone(), |all, (key, fact)| all.with(key, fact));
            if self.settle(rule, &changed, semantics, done)?.is_met() {
                return Ok(Some(part));
            }
        }
        Ok(None)
    }
}

fn pairs(facts: &Facts) -> impl Iterator<Item = (FactKey, Fact)> + '_ {
    facts.iter().map(|(key, fact)| (key.clone(), fact.clone()))
}

/// A change to just these values: of others, nothing is known.
fn exactly(example: Facts) -> Choice {
    let value = |(key, fact): (&FactKey, &Fact)| match fact {
        Fact::Known { value, .. } => Some((key.clone(), vec![Part::Value(value.clone())])),
        _ => None,
    };
    Choice { values: example.iter().filter_map(value).collect(), example }
}

/// The parts of so many things that are neither nothing nor everything, the smallest first.
fn parts(of: usize) -> impl Iterator<Item = Vec<usize>> {
    (1..of).flat_map(move |size| {
        let mut next = Some((0..size).collect::<Vec<usize>>());
        std::iter::from_fn(move || {
            let now = next.take()?;
            // The last place that can still move on does, and those after it follow closely.
            let moves =
                (0..size).rev().find(|place| now.get(*place).is_some_and(|at| at + size < of + place));
            next = moves.and_then(|place| {
                let from = now.get(place)? + 1;
                Some(now.iter().take(place).copied().chain((from..).take(size - place)).collect())
            });
            Some(now)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn parts_are_all_there_are_the_smallest_first() {
        let of_three: Vec<_> = parts(3).collect();
        assert_eq!(of_three, [vec![0], vec![1], vec![2], vec![0, 1], vec![0, 2], vec![1, 2]]);
        assert_eq!(parts(10).count(), (1 << 10) - 2);
        assert_eq!(parts(1).count() + parts(0).count(), 0);
    }
}
