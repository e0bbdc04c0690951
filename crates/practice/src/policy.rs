//! Who may review, and what a review says: reviewers without conflict, scores by criterion.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use guildhall_civic::{AuthorityKey, PersonId};
use guildhall_kernel::Slot;
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{PracticeRefusal, Record};

/// Somebody who judges a record, and the authorities they work for or have worked for lately. Which
/// those are, the caller knows or asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reviewer {
    /// Who.
    pub person: PersonId,
    /// For which authorities.
    #[serde(default)]
    pub of: BTreeSet<AuthorityKey>,
}

/// Why somebody may not judge a record.
///
/// Exhaustive on purpose: a clerk must be able to explain each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
pub enum Interest {
    /// They work for an authority that owns it.
    Owner(#[say(name = "authority")] AuthorityKey),
    /// They work for an authority that wrote it.
    Author(#[say(name = "authority")] AuthorityKey),
    /// They submitted it themselves.
    Submitted,
}

impl Reviewer {
    /// The interest that keeps them from judging this record, submitted by `submitter`; none, if
    /// they may.
    pub fn interest(&self, record: &Record, submitter: Option<PersonId>) -> Option<Interest> {
        let parts = record.parts();
        if let Some(owner) = parts.owners.iter().find(|owner| self.of.contains(*owner)) {
            return Some(Interest::Owner(owner.clone()));
        }
        let mut authors = parts.origin.iter().flat_map(|origin| &origin.authors);
        if let Some(author) = authors.find(|author| self.of.contains(*author)) {
            return Some(Interest::Author(author.clone()));
        }
        (submitter == Some(self.person)).then_some(Interest::Submitted)
    }
}

// What the stages stand for. Deciding, replaying and reading a kept state ask the same, so that no way
// leads to a text that was handed in incomplete or judged by somebody with an interest.

/// Whether a record may be handed in.
pub(crate) fn may_submit(record: &Record) -> Result<(), PracticeRefusal> {
    let missing = record.missing();
    if missing.is_empty() { Ok(()) } else { Err(PracticeRefusal::Incomplete { missing }) }
}

/// Whether somebody may judge a record.
pub(crate) fn may_judge(
    reviewer: &Reviewer,
    record: &Record,
    submitter: Option<PersonId>,
) -> Result<(), PracticeRefusal> {
    match reviewer.interest(record, submitter) {
        Some(interest) => Err(PracticeRefusal::Conflict { interest }),
        None => Ok(()),
    }
}

/// Whether a review of a record counts after earlier ones.
pub(crate) fn may_review(
    review: &Review,
    record: &Record,
    submitter: Option<PersonId>,
    earlier: &[Review],
) -> Result<(), PracticeRefusal> {
    may_judge(&review.reviewer, record, submitter)?;
    if earlier.iter().any(|other| other.reviewer.person == review.reviewer.person) {
        return Err(PracticeRefusal::ReviewedAlready);
    }
    if review.scores.is_empty() {
        return Err(PracticeRefusal::NothingScored);
    }
    Ok(())
}

/// What a review looks at: the criteria that contests and networks of authorities use.
///
/// Not exhaustive: a network may add its own.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Say,
)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Criterion {
    /// It answers a need that residents or staff have.
    Relevance,
    /// Those concerned took part.
    Participation,
    /// Several bodies worked together.
    Cooperation,
    /// It reached its aim.
    Effectiveness,
    /// The means were in proportion.
    Efficiency,
    /// It lasts.
    Sustainability,
    /// Others can do the same.
    Replicability,
}

/// From 1 (not at all) to 5 (wholly).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "u8", into = "u8")]
#[schemars(with = "u8", extend("minimum" = 1, "maximum" = 5, "examples" = [4]))]
pub struct Score(u8);

/// The number is no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Say)]
#[error("`{0}` is no score from 1 to 5")]
pub struct ScoreError(#[say(name = "points")] u8);

impl Score {
    /// So many points.
    ///
    /// # Errors
    /// [`ScoreError`] for anything but 1 to 5.
    pub const fn new(points: u8) -> Result<Self, ScoreError> {
        if matches!(points, 1..=5) { Ok(Self(points)) } else { Err(ScoreError(points)) }
    }

    /// The points.
    pub const fn get(self) -> u8 {
        self.0
    }
}
impl TryFrom<u8> for Score {
    type Error = ScoreError;

    fn try_from(points: u8) -> Result<Self, ScoreError> {
        Self::new(points)
    }
}
impl From<Score> for u8 {
    fn from(score: Score) -> Self {
        score.0
    }
}

/// A favourable review: its reviewer finds the record worth publishing, and says how much so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// By whom.
    pub reviewer: Reviewer,
    /// How the record does by each criterion that was looked at; at least one.
    pub scores: BTreeMap<Criterion, Score>,
    /// What the reviewer wrote, in a slot of class free text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Slot>,
}

impl fmt::Display for Interest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Owner(authority) => write!(f, "works for `{authority}`, which owns the practice"),
            Self::Author(authority) => write!(f, "works for `{authority}`, which wrote the record"),
            Self::Submitted => f.write_str("submitted the record"),
        }
    }
}
