//! Days, months and years between two days, counted as offices count them (R2, R8).
//!
//! A period of months or years ends on the day with the number of the day it began, and where the last
//! month has no such day, on its last day: Regulation (EEC, Euratom) No 1182/71, Article 3(2)(c), and the
//! Polish Civil Code, Article 112, first sentence. A year of age is complete when that day begins (Article
//! 112, second sentence): who was born on 29 February 2004 is 18 on 28 February 2022, and on 29 February
//! 2024 is 20. From 31 January to 28 February 2019 is one month.

use std::fmt;
use std::str::FromStr;

use chrono::{Days, Months, NaiveDate};
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What time between two days is counted in.
///
/// Deliberately exhaustive: shorter units would need clocks, and longer ones are years.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Say,
)]
#[serde(rename_all = "snake_case")]
pub enum CalendarUnit {
    /// Days.
    Days,
    /// Months of the calendar.
    Months,
    /// Years of the calendar.
    Years,
}

impl CalendarUnit {
    /// Every unit, the shortest first.
    pub const EVERY: [Self; 3] = [Self::Days, Self::Months, Self::Years];

    /// The word, in the plural.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Months => "months",
            Self::Years => "years",
        }
    }

    /// The day so many units later; nothing beyond the end of the calendar.
    ///
    /// ```
    /// use guildhall_rules::CalendarUnit::{Months, Years};
    ///
    /// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    /// assert_eq!(Months.after(day("2019-01-31"), 1), Some(day("2019-02-28")));
    /// assert_eq!(Years.after(day("2004-02-29"), 18), Some(day("2022-02-28")));
    /// assert_eq!(Years.after(day("2004-02-29"), 20), Some(day("2024-02-29")));
    /// ```
    pub fn after(self, day: NaiveDate, count: u32) -> Option<NaiveDate> {
        match self {
            Self::Days => day.checked_add_days(Days::new(count.into())),
            Self::Months => day.checked_add_months(Months::new(count)),
            Self::Years => day.checked_add_months(Months::new(count.checked_mul(12)?)),
        }
    }

    /// How many whole units lie between two days; nothing where the second is the earlier.
    ///
    /// ```
    /// use guildhall_rules::CalendarUnit::Years;
    ///
    /// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    /// assert_eq!(Years.between(day("2004-02-29"), day("2022-02-27")), Some(17));
    /// assert_eq!(Years.between(day("2004-02-29"), day("2022-02-28")), Some(18));
    /// ```
    pub fn between(self, from: NaiveDate, to: NaiveDate) -> Option<u32> {
        let days = u32::try_from(to.signed_duration_since(from).num_days()).ok()?;
        // No unit is shorter than this many days, so there are no more of them than that.
        let shortest = match self {
            Self::Days => return Some(days),
            Self::Months => 28,
            Self::Years => 365,
        };
        let (mut least, mut most) = (0, days / shortest);
        while least < most {
            let middle = least + (most - least).div_ceil(2);
            if self.after(from, middle).is_some_and(|day| day <= to) {
                least = middle;
            } else {
                most = middle - 1;
            }
        }
        Some(least)
    }
}

/// So many days, months or years, written `90 days`, `3 months`, `1 year`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("pattern" = LENGTH, "examples" = ["90 days"]))]
pub struct Length {
    count: u32,
    unit: CalendarUnit,
}

/// How lengths are written.
const LENGTH: &str = "^(1 (day|month|year)|([2-9]|[1-9][0-9]{1,4}) (days|months|years))$";

/// The text is no length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a length of time is a whole number and a unit, such as `90 days`, `3 months` or `1 year`")]
pub struct LengthError;

impl Length {
    /// So many units: from 1 to 99,999.
    ///
    /// # Errors
    /// [`LengthError`] where there are none or more.
    pub const fn new(count: u32, unit: CalendarUnit) -> Result<Self, LengthError> {
        match count {
            1..=99_999 => Ok(Self { count, unit }),
            _ => Err(LengthError),
        }
    }

    /// How many.
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// Of what.
    pub const fn unit(&self) -> CalendarUnit {
        self.unit
    }

    /// The day that lies so much later; nothing beyond the end of the calendar.
    pub fn after(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.unit.after(day, self.count)
    }
}
impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = self.unit.name();
        match self.count {
            1 => write!(f, "1 {}", unit.trim_end_matches('s')),
            count => write!(f, "{count} {unit}"),
        }
    }
}
impl FromStr for Length {
    type Err = LengthError;

    fn from_str(text: &str) -> Result<Self, LengthError> {
        let (count, unit) = text.split_once(' ').ok_or(LengthError)?;
        let count = count.parse().map_err(|_| LengthError)?;
        let unit = CalendarUnit::EVERY
            .into_iter()
            .find(|each| each.name().trim_end_matches('s') == unit.trim_end_matches('s'));
        let length = Self::new(count, unit.ok_or(LengthError)?)?;
        // One spelling each.
        if length.to_string() == text { Ok(length) } else { Err(LengthError) }
    }
}
impl TryFrom<String> for Length {
    type Error = LengthError;

    fn try_from(text: String) -> Result<Self, LengthError> {
        text.parse()
    }
}
impl From<Length> for String {
    fn from(length: Length) -> Self {
        length.to_string()
    }
}

/// Days without a gap: from a day until another, both included; either end may be open.
///
/// ```
/// use guildhall_rules::Period;
///
/// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
/// let term = Period::new(Some(day("2018-11-22")), None)?;
/// assert!(term.covers(day("2018-11-22")) && !term.covers(day("2018-11-21")));
/// assert!(Period::new(Some(day("2019-01-02")), Some(day("2019-01-01"))).is_err());
/// # Ok::<(), guildhall_rules::PeriodError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "WrittenPeriod", into = "WrittenPeriod")]
#[schemars(with = "WrittenPeriod")]
pub struct Period {
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

/// The period ends before it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the period ends before it begins")]
pub struct PeriodError;

impl Period {
    /// From a day, or since ever, until another, or until further notice.
    ///
    /// # Errors
    /// [`PeriodError`] where the last day lies before the first.
    pub fn new(from: Option<NaiveDate>, until: Option<NaiveDate>) -> Result<Self, PeriodError> {
        match (from, until) {
            (Some(from), Some(until)) if until < from => Err(PeriodError),
            _ => Ok(Self { from, until }),
        }
    }

    /// The first day, where there is one.
    pub const fn from(&self) -> Option<NaiveDate> {
        self.from
    }

    /// The last day, where there is one.
    pub const fn until(&self) -> Option<NaiveDate> {
        self.until
    }

    /// Whether the day is one of it.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether every day of the other is one of this.
    pub fn covers_all(&self, other: Self) -> bool {
        self.from.is_none_or(|from| other.from.is_some_and(|other| from <= other))
            && self.until.is_none_or(|until| other.until.is_some_and(|other| other <= until))
    }

    /// Whether they have a day in common.
    pub fn overlaps(&self, other: Self) -> bool {
        let before = |until: Option<NaiveDate>, from: Option<NaiveDate>| {
            until.zip(from).is_some_and(|(until, from)| until < from)
        };
        !before(self.until, other.from) && !before(other.until, self.from)
    }
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Period")]
struct WrittenPeriod {
    /// The first day; absent where it goes back for ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<NaiveDate>,
    /// The last day; absent until further notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<NaiveDate>,
}
impl TryFrom<WrittenPeriod> for Period {
    type Error = PeriodError;

    fn try_from(written: WrittenPeriod) -> Result<Self, PeriodError> {
        Self::new(written.from, written.until)
    }
}
impl From<Period> for WrittenPeriod {
    fn from(period: Period) -> Self {
        Self { from: period.from, until: period.until }
    }
}
