//! Who gains and who loses by the next version of a rule (R7).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::diagram::{Op, pair};
use super::space::{Axis, Extent, Space};
use super::{Analysis, Assumed, Inconclusive, Semantics, Who, Witness};
use crate::{FactSource, RuleRef, RuleSet, Verdict};

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
        let sizes: Vec<usize> = space.axes.iter().map(Axis::size).collect();
        let cells = |axis: usize| sizes.get(axis).copied().unwrap_or(0);
        let changes = |leaf| pair(leaf).is_some_and(|(from, to)| from != to);
        let found = space.diagrams.classes(both, &changes, &cells)?;
        let classes = found.iter().filter_map(|found| {
            let (from, to) = pair(found.leaf)?;
            let shows = |facts: &crate::Facts| old.verdict(facts) == from && new.verdict(facts) == to;
            Some(Changed {
                from,
                to,
                who: space.who(&found.class),
                assuming: space.assumed(&found.class),
                witness: space.witness(&found.way, &shows),
            })
        });
        let (old, new) = (old.reference().clone(), new.reference().clone());
        Ok(Diff { old, new, semantics, classes: classes.collect() })
    }

    /// Whose verdict changes, of a list of people.
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

impl Axis<'_> {
    /// How many cells it has.
    pub(super) fn size(&self) -> usize {
        match self {
            Self::Fact(axis) => axis.cells.len(),
            Self::Opaque { answers, .. } => answers.len(),
        }
    }
}
