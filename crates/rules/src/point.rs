//! The moments and stretches of time that facts are compared with: written in the rule, or found as facts
//! themselves (R2). Days and instants meet in one place: on the calendar of a named zone.

use std::cmp::Ordering;

use chrono::{NaiveDate, Offset, TimeDelta, TimeZone};
use guildhall_kernel::Time;
use guildhall_kernel::chrono_tz::Tz;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Doubt, Fact, FactKey, FactSource, Period, Value};

/// A moment that a rule compares with.
///
/// Two days are compared as days and two instants as instants. Where a day meets an instant, the
/// instant's day is read on a clock in `zone`, which the instant's declaration names.
///
/// Deliberately exhaustive: a moment is written down or is a fact, and is a day or an instant.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Point {
    /// A day.
    Day(NaiveDate),
    /// An instant.
    Instant(Time),
    /// A day with which an instant is compared.
    DayIn {
        /// The day.
        day: NaiveDate,
        /// On whose clock the instant's day is read.
        #[schemars(with = "String")]
        zone: Tz,
    },
    /// The day or instant that a fact is.
    Fact {
        /// Which fact.
        fact: FactKey,
        /// On whose clock an instant's day is read, where that is needed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(with = "Option<String>")]
        zone: Option<Tz>,
    },
}

/// A stretch of time that a rule compares with: from a moment until another, or a fact that is a period.
///
/// A day is included as a beginning and as an end; an instant is included as a beginning and excluded as
/// an end.
///
/// Deliberately exhaustive: a stretch has two ends or is a fact.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Stretch {
    /// The period that a fact is.
    Fact {
        /// Which fact.
        fact: FactKey,
        /// On whose clock an instant's day is read, where that is needed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(with = "Option<String>")]
        zone: Option<Tz>,
    },
    /// From a moment until another; either may be open.
    Between {
        /// The beginning.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Point>,
        /// The end.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Point>,
    },
}

/// Why a fact gives nothing to compare with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Absent {
    NotApplicable,
    Doubt(Doubt),
}
impl From<Doubt> for Absent {
    fn from(doubt: Doubt) -> Self {
        Self::Doubt(doubt)
    }
}

/// The value of a fact, if it has one.
pub(crate) fn known(fact: &Fact) -> Result<&Value, Absent> {
    match fact {
        Fact::Known { value, .. } => Ok(value),
        Fact::NotApplicable { .. } => Err(Absent::NotApplicable),
        Fact::Missing => Err(Doubt::Missing.into()),
        Fact::Contested { .. } => Err(Doubt::Contested.into()),
    }
}

/// A moment that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum At {
    Day(NaiveDate),
    Instant(Time),
}

impl At {
    pub(crate) fn of(value: &Value) -> Result<Self, Absent> {
        match value {
            Value::Date(day) => Ok(Self::Day(*day)),
            Value::Instant(time) => Ok(Self::Instant(*time)),
            _ => Err(Doubt::WrongType.into()),
        }
    }

    /// Its day; an instant has one only in a zone.
    pub(crate) fn day(self, zone: Option<Tz>) -> Result<NaiveDate, Absent> {
        match (self, zone) {
            (Self::Day(day), _) => Ok(day),
            (Self::Instant(time), Some(zone)) => {
                let utc = time.naive_utc();
                // Beyond either end of the calendar there is no other day than Greenwich's.
                let local = utc.checked_add_offset(zone.offset_from_utc_datetime(&utc).fix());
                Ok(local.unwrap_or(utc).date())
            }
            (Self::Instant(_), None) => Err(Doubt::WrongType.into()),
        }
    }

    pub(crate) fn compare(self, other: Self, zone: Option<Tz>) -> Result<Ordering, Absent> {
        match (self, other) {
            (Self::Instant(a), Self::Instant(b)) => Ok(a.cmp(&b)),
            _ => Ok(self.day(zone)?.cmp(&other.day(zone)?)),
        }
    }
}

impl Point {
    /// Which fact it is, where it is one.
    pub const fn fact(&self) -> Option<&FactKey> {
        match self {
            Self::Fact { fact, .. } => Some(fact),
            _ => None,
        }
    }

    /// On whose clock an instant's day is read.
    pub const fn zone(&self) -> Option<Tz> {
        match self {
            Self::DayIn { zone, .. } => Some(*zone),
            Self::Fact { zone, .. } => *zone,
            Self::Day(_) | Self::Instant(_) => None,
        }
    }

    pub(crate) fn find(&self, facts: &dyn FactSource) -> Result<At, Absent> {
        match self {
            Self::Day(day) | Self::DayIn { day, .. } => Ok(At::Day(*day)),
            Self::Instant(time) => Ok(At::Instant(*time)),
            Self::Fact { fact, .. } => known(&facts.fact(fact)).and_then(At::of),
        }
    }

    /// How a moment stands to this one.
    pub(crate) fn compare(&self, value: &Value, facts: &dyn FactSource) -> Result<Ordering, Absent> {
        let at = At::of(value)?;
        at.compare(self.find(facts)?, self.zone())
    }

    pub(crate) fn keys<'p>(&'p self, visit: &mut dyn FnMut(&'p FactKey)) {
        self.fact().into_iter().for_each(visit);
    }
}

impl Stretch {
    /// Whether the moment lies in it. An end that settles it does so whatever the other is.
    pub(crate) fn contains(&self, value: &Value, facts: &dyn FactSource) -> Result<bool, Absent> {
        let at = At::of(value)?;
        match self {
            Self::Fact { .. } => Ok(self.period(facts)?.covers(at.day(self.zone())?)),
            Self::Between { from, until } => {
                let begun: Result<bool, Absent> = from
                    .as_ref()
                    .map_or(Ok(true), |from| Ok(at.compare(from.find(facts)?, from.zone())?.is_ge()));
                let going: Result<bool, Absent> = until.as_ref().map_or(Ok(true), |until| {
                    let end = until.find(facts)?;
                    let order = at.compare(end, until.zone())?;
                    let excluded = matches!((at, end), (At::Instant(_), At::Instant(_)));
                    Ok(if excluded { order.is_lt() } else { order.is_le() })
                });
                match (begun, going) {
                    (Ok(false), _) | (_, Ok(false)) => Ok(false),
                    (begun, going) => Ok(begun? && going?),
                }
            }
        }
    }

    /// Its days. One that ends before it begins, as facts can have it, has none: [`Doubt::WrongType`].
    pub(crate) fn period(&self, facts: &dyn FactSource) -> Result<Period, Absent> {
        match self {
            Self::Fact { fact, .. } => match known(&facts.fact(fact))? {
                Value::Period(period) => Ok(*period),
                _ => Err(Doubt::WrongType.into()),
            },
            Self::Between { from, until } => {
                let begins = |from: &Point| from.find(facts)?.day(from.zone());
                let ends = |until: &Point| match until.find(facts)? {
                    // What ends at midnight does not have the day that begins there.
                    At::Instant(end) => {
                        let last = end.checked_sub_signed(TimeDelta::nanoseconds(1)).unwrap_or(end);
                        At::Instant(last).day(until.zone())
                    }
                    at => at.day(until.zone()),
                };
                let from = from.as_ref().map(begins).transpose();
                let until = until.as_ref().map(ends).transpose();
                Period::new(from?, until?).map_err(|_| Doubt::WrongType.into())
            }
        }
    }

    pub(crate) fn zone(&self) -> Option<Tz> {
        match self {
            Self::Fact { zone, .. } => *zone,
            Self::Between { from, until } => {
                from.as_ref().and_then(Point::zone).or_else(|| until.as_ref().and_then(Point::zone))
            }
        }
    }

    pub(crate) fn keys<'s>(&'s self, visit: &mut dyn FnMut(&'s FactKey)) {
        match self {
            Self::Fact { fact, .. } => visit(fact),
            Self::Between { from, until } => from.iter().chain(until).for_each(|point| point.keys(visit)),
        }
    }
}
