//! Who gains and who loses by the next version of a rule (R7).

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::atom::{Atom, Atoms};
use super::classes::Found;
use super::diagram::{Known, MET, Op, Ref, changes, pair};
use super::space::{Axis, Extent, Space};
use super::{Analysis, Assumed, Inconclusive, Semantics, Who, Witness};
use crate::{FactKey, FactSource, Facts, RuleRef, RuleSet, Verdict};

/// Nobody reads more classes than these.
const MAX_CLASSES: usize = 256;

/// What a change of version does to somebody.
///
/// Deliberately exhaustive: these are the ways to go from one verdict to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// Meets the rule now.
    Gains,
    /// Meets the rule no longer, and that is certain.
    Loses,
    /// What is known no longer settles it.
    BecomesUndetermined,
    /// It was open; now the rule is certainly unmet.
    BecomesUnmet,
}

/// A class of people of whom the two versions say different things.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Changed {
    /// What the old version says.
    pub from: Verdict,
    /// What the new version says.
    pub to: Verdict,
    /// Everybody whose facts are like this.
    #[schemars(with = "std::collections::BTreeMap<String, Vec<super::Part>>")]
    pub who: Who,
    /// What conditions must say beside, that could not be cut along one fact.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assuming: Vec<Assumed>,
    /// Whether all of them change so. Otherwise some do, such as the witness: there would be too many classes,
    /// so they are told apart only by the facts that conditions read that one version alone has.
    pub entire: bool,
    /// One of them, of whom the two versions really say this unless the witness assumes something.
    pub witness: Witness,
}

impl Changed {
    /// What it means for them.
    pub const fn turn(&self) -> Turn {
        turn(self.from, self.to)
    }
}

const fn turn(from: Verdict, to: Verdict) -> Turn {
    match (from, to) {
        (_, Verdict::Met) => Turn::Gains,
        (Verdict::Met, Verdict::Unmet) => Turn::Loses,
        (_, Verdict::Undetermined) => Turn::BecomesUndetermined,
        (_, Verdict::Unmet) => Turn::BecomesUnmet,
    }
}

/// Everybody whose verdict changes from one version to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Diff {
    /// The old version.
    pub old: RuleRef,
    /// The new version.
    pub new: RuleRef,
    /// Which verdicts are compared. In the exact semantics the classes are of people of whom everything is
    /// settled; of whom facts are missing, the verdict changes only if one of them does.
    pub semantics: Semantics,
    /// The classes, none of which can be wider; two that change alike may have people in common. Nobody
    /// whose verdict changes is in none.
    pub classes: Vec<Changed>,
}

/// Somebody on a list whose verdict changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    /// Their place on the list, from 0.
    pub nth: usize,
    /// What the old version says.
    pub from: Verdict,
    /// What the new version says.
    pub to: Verdict,
}

impl Moved {
    /// What it means for them.
    pub const fn turn(&self) -> Turn {
        turn(self.from, self.to)
    }
}

impl Analysis<'_> {
    /// The classes of people of whom the two versions say different things, each with a witness.
    ///
    /// # Errors
    /// [`Inconclusive`] at the bound.
    pub fn diff(&self, old: &RuleSet, new: &RuleSet, semantics: Semantics) -> Result<Diff, Inconclusive> {
        let extent = Extent::Everybody(semantics);
        let mut space = Space::new(&[old, new], self.vocabulary, &extent, self.bound)?;
        let (a, b) = (space.verdict(old)?, space.verdict(new)?);
        let both = space.diagrams.apply(Op::Pair, a, b)?;
        let classes =
            match classes(&mut space, both, &|leaf| pair(leaf).is_some_and(|(from, to)| from != to))? {
                Some(found) => found.into_iter().map(|found| (true, found)).collect(),
                None => self.coarse(&mut space, both, old, new)?,
            };
        let mut changed = Vec::with_capacity(classes.len());
        let count = classes.len();
        for (nth, (entire, found)) in classes.into_iter().enumerate() {
            let Some((from, to)) = pair(found.leaf) else { continue };
            let shows = |facts: &Facts| old.verdict(facts) == from && new.verdict(facts) == to;
            let witness = space.witness(&found.way, &shows, count - nth)?;
            let (who, assuming) = (space.who(&found.class), space.assumed(&found.class));
            changed.push(Changed { from, to, who, assuming, entire, witness });
        }
        let (old, new) = (old.reference().clone(), new.reference().clone());
        Ok(Diff { old, new, semantics, classes: changed })
    }

    /// Classes that only tell the facts apart that differing conditions read; and where they are still too
    /// many, none.
    fn coarse(
        &self,
        space: &mut Space<'_>,
        both: Ref,
        old: &RuleSet,
        new: &RuleSet,
    ) -> Result<Vec<(bool, Found)>, Inconclusive> {
        let differing = differing(old, new);
        let kept: Vec<bool> =
            space.axes.iter().map(|axis| axis.key().is_some_and(|key| differing.contains(key))).collect();
        let sizes = space.sizes();
        let diagrams = &mut space.diagrams;
        // What is left is for six ways to change, and for witnesses.
        let mut first = diagrams.leaves(both)?;
        let share = diagrams.worked().1 / 8;
        let mut every = Vec::new();
        for leaf in changes() {
            let Some(way) = first.remove(&leaf) else { continue };
            let keeps = |axis: usize| kept.get(axis).copied().unwrap_or(false);
            let found = diagrams.attempt(share, |diagrams| {
                let only = diagrams.only(both, &|found| found == leaf, &mut Known::default())?;
                let shadow = diagrams.shadow(both, leaf, &keeps, &mut Known::default())?;
                let (classes, all) = diagrams.classes(shadow, &|leaf| leaf == MET, &sizes, MAX_CLASSES)?;
                let mut found = Vec::with_capacity(classes.len());
                for class in classes {
                    if let Some(way) = diagrams.along(only, &class.way)? {
                        found.push(Found { leaf, way, ..class });
                    }
                }
                Ok(all.then_some(found))
            })?;
            // Where they are too many to tell apart at all, there are some.
            let some = || vec![Found { class: Vec::new(), leaf, way }];
            let found = found.flatten().unwrap_or_else(some);
            every.extend(found.into_iter().map(|found| (false, found)));
        }
        Ok(every)
    }

    /// Whose verdict changes, of a list of people. The bound is for each of them.
    ///
    /// # Errors
    /// [`Inconclusive`] where one of them cannot be decided within the bound; never in Kleene's semantics.
    pub fn moved<F: FactSource>(
        &self,
        old: &RuleSet,
        new: &RuleSet,
        people: impl IntoIterator<Item = F>,
        semantics: Semantics,
    ) -> Result<Vec<Moved>, Inconclusive> {
        let mut moved = Vec::new();
        for (nth, person) in people.into_iter().enumerate() {
            let from = self.verdict(old, &person, semantics)?;
            let to = self.verdict(new, &person, semantics)?;
            if from != to {
                moved.push(Moved { nth, from, to });
            }
        }
        Ok(moved)
    }
}

/// The classes that end in an accepted leaf, where they are not too many.
fn classes(
    space: &mut Space<'_>,
    node: Ref,
    accepts: &dyn Fn(Ref) -> bool,
) -> Result<Option<Vec<Found>>, Inconclusive> {
    let sizes = space.sizes();
    let diagrams = &mut space.diagrams;
    let found = diagrams
        .attempt(diagrams.worked().1 / 4, |diagrams| diagrams.classes(node, accepts, &sizes, MAX_CLASSES))?;
    Ok(found.and_then(|(found, all)| all.then_some(found)))
}

/// The facts that conditions read that stand in one of the two alone.
fn differing<'r>(old: &'r RuleSet, new: &'r RuleSet) -> BTreeSet<&'r FactKey> {
    let (before, after) = (Atoms::of(&[old]), Atoms::of(&[new]));
    let gone = before.iter().filter(|atom| after.number(atom.step).is_none());
    let come = after.iter().filter(|atom| before.number(atom.step).is_none());
    gone.chain(come).flat_map(Atom::reads).collect()
}

impl Axis<'_> {
    /// The fact, where it is one.
    pub(super) fn key(&self) -> Option<&FactKey> {
        match self {
            Self::Fact(axis) => Some(axis.key),
            Self::Code(_) | Self::Opaque { .. } => None,
        }
    }
}
