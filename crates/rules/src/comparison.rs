//! What a clause asks of one fact, typed and checked (R2). [`answer`](crate::answer) says what it gets.

use std::collections::{BTreeMap, BTreeSet};

use guildhall_words::Say;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{CalendarUnit, FactKey, FactSource, Length, Operator, Point, Stretch, Symbol, Value};

/// What one fact is compared with, and how. In a rule set, and in an explanation, it fits its fact's
/// type; there is no reading one alone. The language grows, hence non-exhaustive.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    /// The fact is this.
    Is(Value),
    /// The fact is one of these.
    OneOf {
        /// These.
        values: BTreeSet<Value>,
        /// What a value beyond them means.
        otherwise: Otherwise,
    },
    /// The number is this or more.
    AtLeast(Value),
    /// The number is this or less.
    AtMost(Value),
    /// The number is one from this to that, both included.
    Between {
        /// The smallest.
        least: Value,
        /// The largest.
        most: Value,
    },
    /// The day or instant lies before this one.
    Before(Point),
    /// The day or instant is this one or earlier.
    OnOrBefore(Point),
    /// The day or instant lies after this one.
    After(Point),
    /// The day or instant is this one or later.
    OnOrAfter(Point),
    /// The day or instant lies in this stretch of time.
    Within(Stretch),
    /// So many years of age are complete on the day of this moment; nobody has an age before birth.
    Age {
        /// At this moment.
        at: Point,
        /// So many or more.
        #[serde(skip_serializing_if = "Option::is_none")]
        least: Option<u32>,
        /// So many or fewer.
        #[serde(skip_serializing_if = "Option::is_none")]
        most: Option<u32>,
    },
    /// The day lies on this side of a moment, and so far from it: to the day, counted from the earlier.
    Apart {
        /// Counted in these.
        unit: CalendarUnit,
        /// On this side.
        side: Side,
        /// Of this moment.
        moment: Point,
        /// So far or farther.
        #[serde(skip_serializing_if = "Option::is_none")]
        least: Option<u32>,
        /// So far or nearer.
        #[serde(skip_serializing_if = "Option::is_none")]
        most: Option<u32>,
    },
    /// The period has the day of this moment.
    Covers(Point),
    /// The period has every day of this stretch.
    CoversPeriod(Stretch),
    /// The period has a day of this stretch.
    OverlapsPeriod(Stretch),
    /// The set has this code.
    Includes(Symbol),
    /// The set has every one of these.
    IncludesAll(BTreeSet<Symbol>),
    /// The set has at least one of these.
    Overlaps(BTreeSet<Symbol>),
    /// The set has so many codes or more.
    CountAtLeast(u32),
    /// Among the records is one with one of these codes that is valid at a moment, or in grace.
    Holds {
        /// One of these.
        codes: BTreeSet<Symbol>,
        /// The field that has the code.
        code: FactKey,
        /// The field that has the period of validity.
        valid: FactKey,
        /// Valid on the day of this moment.
        at: Point,
        /// How long after its last day a record still counts.
        #[serde(skip_serializing_if = "Option::is_none")]
        grace: Option<Length>,
    },
    /// So many records or more match.
    RecordsAtLeast {
        /// So many.
        n: u32,
        /// What a record must be like.
        matching: Filter,
    },
    /// What the matching records have in a field adds up to a number from this to that.
    Sum {
        /// The field.
        of: FactKey,
        /// Whether the field is never negative, so that more records never make less.
        grows: bool,
        /// This or more.
        #[serde(skip_serializing_if = "Option::is_none")]
        least: Option<Decimal>,
        /// This or less.
        #[serde(skip_serializing_if = "Option::is_none")]
        most: Option<Decimal>,
        /// What a record must be like.
        matching: Filter,
    },
    /// There is such a thing for this person, or there is none.
    Applies(bool),
}

/// What a record must be like: each of these fields answers its comparison.
pub type Filter = BTreeMap<FactKey, Comparison>;

/// On which side of a moment.
///
/// Deliberately exhaustive: time has two directions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Before it, or on the day.
    Before,
    /// After it, or on the day.
    After,
}

/// What it means when a known value is not on a list.
///
/// Deliberately exhaustive: a list is closed, or it is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Otherwise {
    /// The list is closed: a value that is not on it does not meet the clause.
    #[default]
    Unmet,
    /// The list is open ("among others"): a value that is not on it is for an officer to decide.
    Undetermined,
}

/// Why what was found does not settle a clause. More reasons follow, hence non-exhaustive.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// Nobody has said yet.
    Missing,
    /// The set or the records may still become more, or a record lacks what is asked of it, and what
    /// there is so far does not meet the clause.
    Incomplete,
    /// The evidence disagrees.
    Contested,
    /// The value is not on an open list: an officer decides.
    NotListed,
    /// The source gave a value of another type than the fact's, which decides nothing.
    WrongType,
}

impl Comparison {
    /// The word of the language for it.
    pub const fn operator(&self) -> Operator {
        match self {
            Self::Is(_) => Operator::Is,
            Self::OneOf { .. } => Operator::OneOf,
            Self::AtLeast(_) => Operator::AtLeast,
            Self::AtMost(_) => Operator::AtMost,
            Self::Between { .. } => Operator::Between,
            Self::Age { least, most, .. } | Self::Apart { least, most, .. } => {
                Operator::ranging(least.is_some(), most.is_some())
            }
            Self::Sum { least, most, .. } => Operator::ranging(least.is_some(), most.is_some()),
            Self::Before(_) => Operator::Before,
            Self::OnOrBefore(_) => Operator::OnOrBefore,
            Self::After(_) => Operator::After,
            Self::OnOrAfter(_) => Operator::OnOrAfter,
            Self::Within(_) => Operator::Within,
            Self::Covers(_) | Self::CoversPeriod(_) => Operator::Covers,
            Self::Includes(_) => Operator::Includes,
            Self::IncludesAll(_) => Operator::IncludesAll,
            Self::Overlaps(_) | Self::OverlapsPeriod(_) => Operator::Overlaps,
            Self::CountAtLeast(_) | Self::RecordsAtLeast { .. } => Operator::CountAtLeast,
            Self::Holds { .. } => Operator::Holds,
            Self::Applies(_) => Operator::Applies,
        }
    }

    /// The facts it reads beside the one it is about: the moments and periods it refers to. None for
    /// most, whose answer follows from the one fact alone.
    pub fn beside(&self) -> BTreeSet<&FactKey> {
        let mut keys = BTreeSet::new();
        self.each_beside(&mut |key| {
            keys.insert(key);
        });
        keys
    }

    /// How many values its lists have.
    pub(crate) fn listed(&self) -> usize {
        match self {
            Self::OneOf { values, .. } => values.len(),
            Self::IncludesAll(codes) | Self::Overlaps(codes) | Self::Holds { codes, .. } => codes.len(),
            Self::RecordsAtLeast { matching, .. } | Self::Sum { matching, .. } => {
                matching.values().map(Self::listed).fold(0, usize::saturating_add)
            }
            _ => 0,
        }
    }

    pub(crate) fn each_beside<'c>(&'c self, visit: &mut dyn FnMut(&'c FactKey)) {
        match self {
            Self::Before(point)
            | Self::OnOrBefore(point)
            | Self::After(point)
            | Self::OnOrAfter(point)
            | Self::Covers(point)
            | Self::Age { at: point, .. }
            | Self::Apart { moment: point, .. }
            | Self::Holds { at: point, .. } => point.keys(visit),
            Self::Within(stretch) | Self::CoversPeriod(stretch) | Self::OverlapsPeriod(stretch) => {
                stretch.keys(visit);
            }
            Self::RecordsAtLeast { matching, .. } | Self::Sum { matching, .. } => {
                matching.values().for_each(|comparison| comparison.each_beside(visit));
            }
            Self::Is(_)
            | Self::OneOf { .. }
            | Self::AtLeast(_)
            | Self::AtMost(_)
            | Self::Between { .. }
            | Self::Includes(_)
            | Self::IncludesAll(_)
            | Self::Overlaps(_)
            | Self::CountAtLeast(_)
            | Self::Applies(_) => {}
        }
    }

    /// Whether it asks whether there is such a thing at all.
    pub(crate) const fn asks_applicability(&self) -> bool {
        matches!(self, Self::Applies(_))
    }

    /// The facts it reads, each as the source has it; the fact it is about is not among them.
    pub(crate) fn found_beside(&self, facts: &dyn FactSource) -> crate::Facts {
        self.beside().into_iter().map(|key| (key.clone(), facts.fact(key).into_owned())).collect()
    }
}
