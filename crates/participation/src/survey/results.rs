//! What a survey has shown; what it guarantees, [`Results`] says. Pure, exact, without floats.

use std::fmt;
use std::num::NonZeroU64;

use guildhall_kernel::Slot;
use guildhall_rules::Decimal;
use guildhall_words::{Argument, Kind, Say, ToArgument};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Survey;
use super::answer::{Answer, Counted, Intent};
use super::code::QuestionCode;
use super::instrument::{Question, QuestionKind};

/// What a survey has shown so far.
///
/// # What is guaranteed
/// Let k be the minimum cell. Two things are never below it: how many people's answers are counted at all, and
/// how many have answered a question of which anything is shown. A question that fewer have answered is
/// suppressed whole.
///
/// # What is not
/// A single answer to a question that is shown may have been given by one person or two: all counts of the
/// question are shown, because a hidden one could be had from the rest and the total, or from the mean. Such a
/// count says that somebody among n ≥ k people answered so, and not who; whoever knows the answers of all
/// the others knows whose it is.
///
/// Two results that follow each other differ by whole batches, of at least k people each. A question need not
/// be answered, so among those people a single one may have answered it, and the difference is then that one
/// answer: again of somebody among k or more, without saying who of them answered the question.
///
/// Suppression is about results. The events hold the counts of each batch, below k too, and are read by
/// nobody to whom only results are shown. Where not even one
/// answer more or less may be told, publish results once, when the survey is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Say)]
pub struct Results {
    /// How many people could answer.
    pub invited: u32,
    /// How many people's answers are counted: none, or at least the minimum cell.
    pub answered: u32,
    /// The least number of people whose answers to a question are shown, as the instrument sets it.
    pub minimum_cell: u32,
    /// Each question, in the order in which it was asked.
    #[say(skip)]
    pub questions: Vec<QuestionResult>,
}

/// What one question has shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct QuestionResult {
    /// The question.
    pub code: QuestionCode,
    /// What it has shown.
    pub outcome: Outcome,
}

/// What a question has shown.
///
/// Exhaustive on purpose: a report says something about each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Fewer people than the minimum cell answered it. How many, is not told either.
    Suppressed,
    /// How often each answer was given.
    #[say(tell(averaged: bool = mean.is_some(), mean: Mean = mean.unwrap_or(Mean::NONE)))]
    Counted {
        /// How many people answered, at least the minimum cell.
        n: u64,
        /// Every answer that could be given with its count, in the order asked. A count may be anything from
        /// zero: the minimum cell is for `n`.
        #[say(skip)]
        distribution: Vec<Counted>,
        /// The arithmetic mean, on a scale.
        #[say(skip)]
        mean: Option<Mean>,
    },
    /// Where the remarks lie.
    #[say(tell(count: usize = slots.len()))]
    Remarks {
        /// Their slots, by id.
        #[say(skip)]
        slots: Vec<Slot>,
    },
}

/// An exact arithmetic mean: a sum over a number of answers. Its `Display` rounds half away from zero, to
/// two places unless told otherwise.
///
/// ```
/// use guildhall_participation::survey::Mean;
/// use std::num::NonZeroU64;
///
/// let mean = Mean::new(101, NonZeroU64::new(23).unwrap());
/// assert_eq!(mean.to_string(), "4.39");
/// assert_eq!(format!("{mean:.0}"), "4");
/// assert_eq!(Mean::new(-1, NonZeroU64::new(8).unwrap()).to_string(), "-0.13");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mean {
    sum: i64,
    count: NonZeroU64,
}

impl Mean {
    /// Stands where there is no mean and none is written.
    const NONE: Self = Self::new(0, NonZeroU64::MIN);

    /// The mean of `count` numbers that add up to `sum`.
    pub const fn new(sum: i64, count: NonZeroU64) -> Self {
        Self { sum, count }
    }

    /// What the numbers add up to.
    pub const fn sum(self) -> i64 {
        self.sum
    }

    /// How many they are.
    pub const fn count(self) -> NonZeroU64 {
        self.count
    }
}

impl fmt::Display for Mean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = f.precision().unwrap_or(2).min(9);
        let unit = (0..places).fold(1_i128, |unit, _| unit * 10);
        let count = i128::from(self.count.get());
        let rounded = (2 * i128::from(self.sum).abs() * unit + count) / (2 * count);
        let sign = if self.sum < 0 && rounded > 0 { "-" } else { "" };
        write!(f, "{sign}{}", rounded / unit)?;
        if places > 0 {
            write!(f, ".{:0places$}", rounded % unit)?;
        }
        Ok(())
    }
}

/// In words it has two places.
impl ToArgument for Mean {
    const KIND: Kind = Kind::Number;
    fn argument(&self) -> Argument<'_> {
        let text = self.to_string();
        Decimal::from_str_exact(&text).map_or_else(|_| Argument::text(text.clone()), Argument::Decimal)
    }
}

impl Results {
    /// What this question has shown, if it was asked.
    pub fn of(&self, code: &QuestionCode) -> Option<&Outcome> {
        self.questions.iter().find(|question| question.code == *code).map(|question| &question.outcome)
    }

    /// How many mean to go on, of how many who said so; nothing if it was not asked or is suppressed.
    pub fn intent_to_continue(&self) -> Option<(u32, u64)> {
        self.questions.iter().find_map(|question| match &question.outcome {
            Outcome::Counted { n, distribution, .. } => distribution
                .iter()
                .find(|counted| counted.answer == Answer::IntentToContinue(Intent::Yes))
                .map(|counted| (counted.count, *n)),
            Outcome::Suppressed | Outcome::Remarks { .. } => None,
        })
    }
}

impl Survey {
    /// What it has shown so far; nothing before it was opened.
    pub fn results(&self) -> Option<Results> {
        let instrument = self.instrument()?;
        let minimum_cell = instrument.minimum_cell().get();
        let questions = instrument.questions().iter().map(|question| QuestionResult {
            code: question.code.clone(),
            outcome: self.outcome(question, u64::from(minimum_cell)),
        });
        Some(Results {
            invited: self.issued(),
            answered: self.published(),
            minimum_cell,
            questions: questions.collect(),
        })
    }

    fn outcome(&self, question: &Question, minimum_cell: u64) -> Outcome {
        if question.kind == QuestionKind::FreeText {
            let slots: Vec<_> = self.remarks(&question.code).collect();
            return if u64::try_from(slots.len()).is_ok_and(|n| n >= minimum_cell) {
                Outcome::Remarks { slots }
            } else {
                Outcome::Suppressed
            };
        }
        let count = |answer: &Answer| self.column(&question.code).map_or(0, |column| column.count(answer));
        let distribution: Vec<_> = question
            .kind
            .answers()
            .into_iter()
            .map(|answer| Counted { count: count(&answer), answer })
            .collect();
        let n = distribution.iter().map(|counted| u64::from(counted.count)).sum();
        if n < minimum_cell {
            return Outcome::Suppressed;
        }
        Outcome::Counted { n, mean: mean(&distribution, n), distribution }
    }
}

fn mean(distribution: &[Counted], n: u64) -> Option<Mean> {
    let points = distribution.iter().map(|counted| match counted.answer {
        Answer::Scale(point) => Some(i64::from(point) * i64::from(counted.count)),
        Answer::Choice(_) | Answer::YesNo(_) | Answer::IntentToContinue(_) => None,
    });
    Some(Mean::new(points.sum::<Option<i64>>()?, NonZeroU64::new(n)?))
}
