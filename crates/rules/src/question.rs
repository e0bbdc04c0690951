//! What a clause asks of a fact, as an officer writes it: a comparison, and what stands beside it (R9).

use std::collections::BTreeMap;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::{CalendarUnit, FactKey, Length, Literal, Otherwise, Side};

/// A comparison with its operand and what stands beside it, such as the moment an age is counted to. Which
/// of them belong together is checked where the clause is.
///
/// ```
/// use guildhall_rules::{Clause, FactKey, Measure, Operator, Question};
///
/// let adult = Clause::asking(
///     FactKey::new("applicant.born")?,
///     Question::new(Operator::AtLeast, 18).measuring(Measure::AgeAt("recruitment.closes".into())),
/// );
/// assert_eq!(
///     serde_json::to_value(&adult)?,
///     serde_json::json!({ "fact": "applicant.born", "age_at": "recruitment.closes", "at_least": 18 }),
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub(crate) operator: Operator,
    pub(crate) operand: Operand,
    pub(crate) otherwise: Option<Otherwise>,
    pub(crate) if_missing: Option<Literal>,
    pub(crate) measure: Option<Measure>,
    pub(crate) matching: BTreeMap<FactKey, Question>,
    pub(crate) at: Option<Literal>,
    pub(crate) grace: Option<Length>,
}

impl Question {
    /// A comparison alone.
    pub fn new(operator: Operator, operand: impl Into<Operand>) -> Self {
        Self {
            operator,
            operand: operand.into(),
            otherwise: None,
            if_missing: None,
            measure: None,
            matching: BTreeMap::new(),
            at: None,
            grace: None,
        }
    }

    /// Beside `one_of`: what a value beyond the list means.
    #[must_use]
    pub const fn otherwise(mut self, otherwise: Otherwise) -> Self {
        self.otherwise = Some(otherwise);
        self
    }

    /// What the fact is taken for where it is missing.
    #[must_use]
    pub fn if_missing(mut self, value: impl Into<Literal>) -> Self {
        self.if_missing = Some(value.into());
        self
    }

    /// Beside `at_least`, `at_most` and `between`: which number of the fact is compared.
    #[must_use]
    pub fn measuring(mut self, measure: Measure) -> Self {
        self.measure = Some(measure);
        self
    }

    /// Beside `count_at_least` and a sum: what a field of a record must answer to be counted.
    #[must_use]
    pub fn matching(mut self, field: FactKey, question: Self) -> Self {
        self.matching.insert(field, question);
        self
    }

    /// Beside `holds`: the moment at which it must be valid.
    #[must_use]
    pub fn at(mut self, moment: impl Into<Literal>) -> Self {
        self.at = Some(moment.into());
        self
    }

    /// Beside `holds`: how long after the last day it still counts.
    #[must_use]
    pub const fn grace(mut self, grace: Length) -> Self {
        self.grace = Some(grace);
        self
    }

    /// The fields, in the order an officer would write them.
    pub(crate) fn write<M: serde::ser::SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        match &self.measure {
            Some(Measure::Sum(field)) => map.serialize_entry("sum", field)?,
            Some(Measure::AgeAt(moment) | Measure::Apart { moment, .. }) => {
                map.serialize_entry(self.measure.as_ref().map_or("", Measure::name), moment)?;
            }
            None => {}
        }
        map.serialize_entry(self.operator.name(), &self.operand)?;
        if let Some(at) = &self.at {
            map.serialize_entry("at", at)?;
        }
        if let Some(grace) = &self.grace {
            map.serialize_entry("grace", grace)?;
        }
        if let Some(otherwise) = &self.otherwise {
            map.serialize_entry("otherwise", otherwise)?;
        }
        if let Some(value) = &self.if_missing {
            map.serialize_entry("if_missing", value)?;
        }
        if !self.matching.is_empty() {
            map.serialize_entry("where", &self.matching)?;
        }
        Ok(())
    }

    /// Whether, asked of a field of a record, the operand can stand for itself.
    pub(crate) const fn is_short(&self) -> bool {
        let bare = self.otherwise.is_none() && self.measure.is_none();
        let fits = matches!(
            (self.operator, &self.operand),
            (Operator::Is, Operand::One(_)) | (Operator::OneOf, Operand::Many(_))
        );
        bare && fits
    }
}

/// What a field of a record must answer: one value and a list of values stand for themselves.
impl Serialize for Question {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        if self.is_short() {
            return self.operand.serialize(serializer);
        }
        let mut map = serializer.serialize_map(None)?;
        self.write(&mut map)?;
        map.end()
    }
}

/// Which number of a fact is compared by `at_least`, `at_most` or `between`.
///
/// Deliberately exhaustive: each has its word in the language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    /// `age_at`: the complete years from the day to a moment.
    AgeAt(Literal),
    /// `years_before` and its like: how far the day lies on this side of a moment.
    Apart {
        /// Counted in these.
        unit: CalendarUnit,
        /// On this side.
        side: Side,
        /// Of this moment.
        moment: Literal,
    },
    /// `sum`: what records have in a field, added up.
    Sum(FactKey),
}

impl Measure {
    /// The words of all measures, in the order in which [`Measure::name`] has them.
    pub(crate) const WORDS: [&'static str; 8] = [
        "age_at",
        "days_before",
        "months_before",
        "years_before",
        "days_after",
        "months_after",
        "years_after",
        "sum",
    ];

    /// The word.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::AgeAt(_) => "age_at",
            Self::Apart { unit, side: Side::Before, .. } => match unit {
                CalendarUnit::Days => "days_before",
                CalendarUnit::Months => "months_before",
                CalendarUnit::Years => "years_before",
            },
            Self::Apart { unit, side: Side::After, .. } => match unit {
                CalendarUnit::Days => "days_after",
                CalendarUnit::Months => "months_after",
                CalendarUnit::Years => "years_after",
            },
            Self::Sum(_) => "sum",
        }
    }

    /// The unit and the side that such a word names.
    pub(crate) fn apart(word: &str) -> Option<(CalendarUnit, Side)> {
        let (unit, side) = word.split_once('_')?;
        let unit = CalendarUnit::EVERY.into_iter().find(|each| each.name() == unit)?;
        match side {
            "before" => Some((unit, Side::Before)),
            "after" => Some((unit, Side::After)),
            _ => None,
        }
    }
}

/// How a fact is compared, as a word of the language. The language grows, hence non-exhaustive.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operator {
    /// `is`: exactly this.
    Is,
    /// `one_of`: one of these.
    OneOf,
    /// `at_least`: this or more.
    AtLeast,
    /// `at_most`: this or less.
    AtMost,
    /// `between`: from this to that, both included.
    Between,
    /// `before`: earlier than this moment.
    Before,
    /// `on_or_before`: this moment or earlier.
    OnOrBefore,
    /// `after`: later than this moment.
    After,
    /// `on_or_after`: this moment or later.
    OnOrAfter,
    /// `within`: in this stretch of time.
    Within,
    /// `covers`: the period has this moment, or all of this stretch of time.
    Covers,
    /// `includes`: the set has this code.
    Includes,
    /// `includes_all`: the set has every one of these.
    IncludesAll,
    /// `overlaps`: the set has at least one of these, or the period a day of this stretch of time.
    Overlaps,
    /// `count_at_least`: the set has so many or more, or so many records match.
    CountAtLeast,
    /// `holds`: a record with one of these codes is valid at a moment.
    Holds,
    /// `applies`: there is such a thing for this person.
    Applies,
}

impl Operator {
    /// Every operator, in the order of this page.
    pub const EVERY: [Self; 17] = [
        Self::Is,
        Self::OneOf,
        Self::AtLeast,
        Self::AtMost,
        Self::Between,
        Self::Before,
        Self::OnOrBefore,
        Self::After,
        Self::OnOrAfter,
        Self::Within,
        Self::Covers,
        Self::Includes,
        Self::IncludesAll,
        Self::Overlaps,
        Self::CountAtLeast,
        Self::Holds,
        Self::Applies,
    ];

    /// The word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Is => "is",
            Self::OneOf => "one_of",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::Between => "between",
            Self::Before => "before",
            Self::OnOrBefore => "on_or_before",
            Self::After => "after",
            Self::OnOrAfter => "on_or_after",
            Self::Within => "within",
            Self::Covers => "covers",
            Self::Includes => "includes",
            Self::IncludesAll => "includes_all",
            Self::Overlaps => "overlaps",
            Self::CountAtLeast => "count_at_least",
            Self::Holds => "holds",
            Self::Applies => "applies",
        }
    }

    /// Whether it takes a list; [`Operator::Overlaps`] takes one of a set alone.
    pub(crate) const fn takes_list(self) -> bool {
        matches!(self, Self::OneOf | Self::Between | Self::IncludesAll | Self::Overlaps | Self::Holds)
    }

    /// Whether it takes a stretch of time.
    pub(crate) const fn takes_stretch(self) -> bool {
        matches!(self, Self::Within | Self::Covers | Self::Overlaps)
    }

    /// Whether it compares with one moment.
    pub(crate) const fn takes_moment(self) -> bool {
        matches!(self, Self::Before | Self::OnOrBefore | Self::After | Self::OnOrAfter)
    }

    /// Whether it compares a number that can be measured.
    pub(crate) const fn ranges(self) -> bool {
        matches!(self, Self::AtLeast | Self::AtMost | Self::Between)
    }

    /// The word for these ends of a range.
    pub(crate) const fn ranging(least: bool, most: bool) -> Self {
        match (least, most) {
            (_, false) => Self::AtLeast,
            (false, true) => Self::AtMost,
            (true, true) => Self::Between,
        }
    }
}
impl fmt::Display for Operator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What a fact is compared with, as written.
///
/// Deliberately exhaustive: one value, a list of them, or a stretch of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Operand {
    /// One value.
    One(Literal),
    /// A list of values.
    Many(Vec<Literal>),
    /// From a moment until another.
    Stretch {
        /// The beginning; absent where there is none.
        #[serde(skip_serializing_if = "Option::is_none")]
        from: Option<Literal>,
        /// The end; absent where there is none.
        #[serde(skip_serializing_if = "Option::is_none")]
        until: Option<Literal>,
    },
}

impl<L: Into<Literal>> From<L> for Operand {
    fn from(literal: L) -> Self {
        Self::One(literal.into())
    }
}
impl<L: Into<Literal>, const N: usize> From<[L; N]> for Operand {
    fn from(literals: [L; N]) -> Self {
        Self::Many(literals.into_iter().map(Into::into).collect())
    }
}
impl<L: Into<Literal>> From<Vec<L>> for Operand {
    fn from(literals: Vec<L>) -> Self {
        Self::Many(literals.into_iter().map(Into::into).collect())
    }
}
