//! Answers, and how many gave each: what a batch publishes of a question.

use std::collections::BTreeMap;

use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::code::OptionCode;

/// One answer to one question, free text apart.
///
/// Not exhaustive, like the kinds of question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Answer {
    /// A point on a scale.
    Scale(#[say(name = "point")] i16),
    /// An option of a choice.
    Choice(#[say(name = "option")] OptionCode),
    /// Yes (true) or no.
    YesNo(#[say(name = "yes")] bool),
    /// Whether the person means to go on.
    IntentToContinue(#[say(transparent)] Intent),
}

/// Whether somebody means to go on.
///
/// Exhaustive on purpose: comparable between instruments only while it stays the same.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Say,
)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    /// Means to.
    Yes,
    /// Does not mean to.
    No,
    /// Does not know yet.
    Undecided,
}

/// How many people gave an answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// The answer.
    pub answer: Answer,
    /// How many gave it.
    pub count: u32,
}

/// The answers to one question, counted and ordered by answer: nobody's place is left in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Vec<Counted>", into = "Vec<Counted>")]
#[schemars(with = "Vec<Counted>")]
pub struct Column(BTreeMap<Answer, u32>);

/// Why counted answers make no column.
///
/// Exhaustive on purpose: a column is ordered and counts, nothing else.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ColumnError {
    /// An answer stands at another place than its order gives it, or twice.
    #[error("counted answers stand in the order of the answers, each once")]
    Order,
    /// An answer is listed that nobody gave.
    #[error("an answer is listed that nobody gave")]
    Nobody,
}

impl Column {
    /// Counts an answer `count` times more.
    pub(crate) fn add(&mut self, answer: Answer, count: u32) {
        if count > 0 {
            let counted = self.0.entry(answer).or_default();
            *counted = counted.saturating_add(count);
        }
    }

    /// Counts everything another column counts.
    pub(crate) fn add_all(&mut self, other: &Self) {
        other.iter().for_each(|(answer, count)| self.add(answer.clone(), count));
    }

    /// How many gave this answer.
    pub fn count(&self, answer: &Answer) -> u32 {
        self.0.get(answer).copied().unwrap_or_default()
    }

    /// How many answered at all.
    pub fn total(&self) -> u64 {
        self.0.values().copied().map(u64::from).sum()
    }

    /// Every answer that was given, with how many gave it, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&Answer, u32)> {
        self.0.iter().map(|(answer, count)| (answer, *count))
    }
}

impl TryFrom<Vec<Counted>> for Column {
    type Error = ColumnError;

    fn try_from(counted: Vec<Counted>) -> Result<Self, ColumnError> {
        if !counted.is_sorted_by(|one, next| one.answer < next.answer) {
            return Err(ColumnError::Order);
        }
        if counted.iter().any(|counted| counted.count == 0) {
            return Err(ColumnError::Nobody);
        }
        Ok(Self(counted.into_iter().map(|counted| (counted.answer, counted.count)).collect()))
    }
}
impl From<Column> for Vec<Counted> {
    fn from(column: Column) -> Self {
        column.0.into_iter().map(|(answer, count)| Counted { answer, count }).collect()
    }
}
