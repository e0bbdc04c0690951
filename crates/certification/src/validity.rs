//! How long a certificate holds: from a scheme's validity to a last day, and from days to instants.
//! Guards C6: no term ends before it begins.

use std::num::NonZeroU16;

use chrono::{Datelike, Months, NaiveDate};
use guildhall_kernel::chrono_tz::Tz;
use guildhall_kernel::{Time, Window};
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How long a scheme's certificates hold.
///
/// Written `"unlimited"`, `{ years = 3 }`, `{ months = 18 }` or `{ end_of_year = 2 }`. A period is
/// counted as Regulation (EEC, Euratom) No 1182/71, Article 3(2)(c) counts it: three years from
/// 13 June 2019 end with the last hour of 13 June 2022; where the last month has no such day, with
/// its last day.
///
/// Not exhaustive: renewal brings terms of its own.
///
/// ```
/// use guildhall_certification::Validity;
/// use guildhall_kernel::chrono::NaiveDate;
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let three_years = Validity::Years(3.try_into()?);
/// assert_eq!(three_years.last_day(day(2020, 2, 29)), Some(day(2023, 2, 28)));
/// assert_eq!(Validity::EndOfYear(2).last_day(day(2019, 6, 13)), Some(day(2021, 12, 31)));
/// assert_eq!(Validity::Unlimited.last_day(day(2019, 6, 13)), None);
/// # Ok::<(), std::num::TryFromIntError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
#[schemars(extend("examples" = [Self::Unlimited, Self::EndOfYear(2)]))]
#[non_exhaustive]
pub enum Validity {
    /// For ever.
    #[default]
    Unlimited,
    /// So many years from the day of issue.
    Years(#[say(name = "years")] NonZeroU16),
    /// So many months from the day of issue.
    Months(#[say(name = "months")] NonZeroU16),
    /// To 31 December of the n-th year after the year of issue; 0 is the year of issue itself.
    EndOfYear(#[say(name = "years")] u16),
}

impl Validity {
    /// The last day on which a certificate issued on this day holds; none if it holds for ever, or
    /// beyond the calendar.
    pub fn last_day(self, issued: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Unlimited => None,
            Self::Years(years) => {
                issued.checked_add_months(Months::new(u32::from(years.get()).saturating_mul(12)))
            }
            Self::Months(months) => issued.checked_add_months(Months::new(u32::from(months.get()))),
            Self::EndOfYear(nth) => {
                NaiveDate::from_ymd_opt(issued.year().checked_add(i32::from(nth))?, 12, 31)
            }
        }
    }
}

/// The days on which a certificate holds, and the instants they mean on its issuer's clocks.
///
/// Both are kept: the days are printed, and what they mean does not move when a country changes its
/// clocks later.
///
/// ```
/// use guildhall_certification::Term;
/// use guildhall_kernel::{chrono::NaiveDate, chrono_tz::Europe::Ljubljana};
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let term = Term::new(day(2019, 6, 13), Some(day(2021, 12, 31)), Ljubljana).unwrap();
/// assert_eq!(term.until().unwrap().to_rfc3339(), "2021-12-31T23:00:00+00:00");
/// assert!(Term::new(day(2019, 6, 13), Some(day(2019, 6, 12)), Ljubljana).is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "WrittenTerm", into = "WrittenTerm")]
#[schemars(with = "WrittenTerm")]
pub struct Term {
    first_day: NaiveDate,
    from: Time,
    last: Option<(NaiveDate, Time)>,
}

impl Term {
    /// From the first instant of one day to the last of another, or for ever, on clocks in `zone`.
    /// None where the last day comes first, or those clocks never showed such a day.
    pub fn new(first_day: NaiveDate, last_day: Option<NaiveDate>, zone: Tz) -> Option<Self> {
        let window = Window::new(first_day, last_day.unwrap_or(first_day), zone).ok()?;
        let last = last_day.map(|day| (day, window.ends_at()));
        Some(Self { first_day, from: window.starts_at(), last })
    }

    /// The first day on which it holds.
    pub const fn first_day(&self) -> NaiveDate {
        self.first_day
    }

    /// The last day on which it holds, if there is one.
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.last.map(|(day, _)| day)
    }

    /// The first instant at which it holds.
    pub const fn from(&self) -> Time {
        self.from
    }

    /// The first instant at which it holds no more, if there is one.
    pub fn until(&self) -> Option<Time> {
        self.last.map(|(_, until)| until)
    }
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Term")]
struct WrittenTerm {
    /// The first day on which the certificate holds.
    first_day: NaiveDate,
    /// The first instant at which it holds.
    from: Time,
    /// The last day on which it holds; without it, it holds for ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last_day: Option<NaiveDate>,
    /// The first instant at which it holds no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<Time>,
}

/// What was persisted is no term.
#[derive(Debug, thiserror::Error)]
#[error("a term ends after it begins, with a last day and the instant it means, or with neither")]
struct NoTerm;

impl TryFrom<WrittenTerm> for Term {
    type Error = NoTerm;

    fn try_from(written: WrittenTerm) -> Result<Self, NoTerm> {
        let WrittenTerm { first_day, from, last_day, until } = written;
        let last = match (last_day, until) {
            (None, None) => None,
            (Some(day), Some(until)) if first_day <= day && from < until => Some((day, until)),
            _ => return Err(NoTerm),
        };
        Ok(Self { first_day, from, last })
    }
}
impl From<Term> for WrittenTerm {
    fn from(term: Term) -> Self {
        let Term { first_day, from, .. } = term;
        Self { first_day, from, last_day: term.last_day(), until: term.until() }
    }
}
