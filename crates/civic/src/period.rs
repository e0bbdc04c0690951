//! Periods of whole days: how long an authority exists, an office is held, a cooperation lasts.
//!
//! Guards C6: no period ends before it begins.

use std::borrow::Cow;

use chrono::NaiveDate;
use guildhall_kernel::Local;
use guildhall_words::Say;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

/// A run of local days. Both ends belong to it; an end that is not given is open.
///
/// Registers and contracts count in days, so this has no zone; what must be met to the hour is a
/// [`Window`](guildhall_kernel::Window).
///
/// ```
/// use guildhall_civic::{Period, chrono::NaiveDate};
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let term = Period::new(day(2018, 12, 1), day(2022, 11, 30))?;
/// assert!(term.contains(day(2022, 11, 30)));
/// assert!(!term.contains(day(2022, 12, 1)));
/// assert!(Period::since(day(2021, 12, 1)).contains(day(2050, 1, 1)));
/// assert!(Period::new(day(2020, 1, 2), day(2020, 1, 1)).is_err());
/// # Ok::<(), guildhall_civic::PeriodError>(())
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(try_from = "Written", into = "Written")]
#[schemars(with = "Written")]
pub struct Period {
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Period", example = Written { from: NaiveDate::from_ymd_opt(2019, 6, 13), until: None })]
struct Written {
    /// The first day; without it the period has no beginning.
    #[serde(default, deserialize_with = "day")]
    #[schemars(schema_with = "day_schema")]
    from: Option<NaiveDate>,
    /// The last day, included; without it the period has no end.
    #[serde(default, deserialize_with = "day")]
    #[schemars(schema_with = "day_schema")]
    until: Option<NaiveDate>,
}

/// Reads a day in its one spelling, `2019-06-13`.
fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    let text = Option::<Cow<'de, str>>::deserialize(deserializer)?;
    text.map(|text| match text.parse() {
        Ok(Local::Day(day)) => Ok(day),
        Ok(Local::At(_)) | Err(_) => Err(D::Error::custom("a day is written as `2019-06-13` is")),
    })
    .transpose()
}

/// How such days are written. The schema knows neither how long a month is nor where the calendar ends.
fn day_schema(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": ["string", "null"],
        "pattern": "^([0-9]{4}|-[0-9]{4}|[+-][1-9][0-9]{4,5})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        "examples": ["2019-06-13"],
    })
}

/// The period would end before it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Say)]
#[error("the period ends (`{until}`) before it begins (`{from}`)")]
pub struct PeriodError {
    /// The first day as given.
    pub from: NaiveDate,
    /// The last day as given.
    pub until: NaiveDate,
}

impl Period {
    /// Without beginning and without end.
    pub const ALWAYS: Self = Self { from: None, until: None };

    /// From the first day to the last, both included; either may be left open with `None`.
    ///
    /// # Errors
    /// [`PeriodError`] where the last day comes before the first.
    pub fn new(
        from: impl Into<Option<NaiveDate>>,
        until: impl Into<Option<NaiveDate>>,
    ) -> Result<Self, PeriodError> {
        match (from.into(), until.into()) {
            (Some(from), Some(until)) if until < from => Err(PeriodError { from, until }),
            (from, until) => Ok(Self { from, until }),
        }
    }

    /// From this day on, without end.
    pub const fn since(from: NaiveDate) -> Self {
        Self { from: Some(from), until: None }
    }

    /// The first day, where there is one.
    pub const fn from(&self) -> Option<NaiveDate> {
        self.from
    }

    /// The last day, included, where there is one.
    pub const fn until(&self) -> Option<NaiveDate> {
        self.until
    }

    /// Whether this day belongs to the period.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether every day of `other` belongs to this period.
    pub fn covers(&self, other: &Self) -> bool {
        let begins = self.from.is_none_or(|mine| other.from.is_some_and(|from| mine <= from));
        let ends = self.until.is_none_or(|mine| other.until.is_some_and(|until| until <= mine));
        begins && ends
    }

    /// Whether some day belongs to both.
    pub fn overlaps(&self, other: &Self) -> bool {
        let ends_before = |a: &Self, b: &Self| matches!((a.until, b.from), (Some(u), Some(f)) if u < f);
        !ends_before(self, other) && !ends_before(other, self)
    }
}

impl TryFrom<Written> for Period {
    type Error = PeriodError;

    fn try_from(written: Written) -> Result<Self, PeriodError> {
        Self::new(written.from, written.until)
    }
}
impl From<Period> for Written {
    fn from(period: Period) -> Self {
        Self { from: period.from, until: period.until }
    }
}
impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The solidus and the dots of ISO 8601-2 §4.4, where an open end is `..`.
        let day = |end: Option<NaiveDate>| end.map_or_else(|| "..".to_owned(), |day| day.to_string());
        write!(f, "{}/{}", day(self.from), day(self.until))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(n: u8) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 1, 1).unwrap() + chrono::Days::new(n.into())
    }
    fn short() -> impl Strategy<Value = Period> {
        (prop::option::of(1u8..9), prop::option::of(1u8..9))
            .prop_filter_map("reversed", |(f, u)| Period::new(f.map(day), u.map(day)).ok())
    }

    proptest! {
        /// The reference writes out every day; ends between 1 and 8 make days 0 and 9 stand for "for ever".
        #[test]
        fn periods_are_sets_of_days(a in short(), b in short()) {
            let days = |p: &Period| (0u8..10).filter(|n| p.contains(day(*n))).collect::<Vec<_>>();
            let (x, y) = (days(&a), days(&b));
            prop_assert!(!x.is_empty());
            prop_assert_eq!(a.overlaps(&b), x.iter().any(|n| y.contains(n)));
            prop_assert_eq!(a.covers(&b), y.iter().all(|n| x.contains(n)));
        }
    }
}
