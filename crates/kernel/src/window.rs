//! Windows of time as officers write them (local dates or wall times in an IANA zone), resolved to
//! half-open instants in this one place.

use std::borrow::Cow;
use std::str::FromStr;

use chrono::{DateTime, Duration, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use schemars::JsonSchema;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use crate::Time;

/// A point on somebody's wall clock: a whole day, or a time of day.
///
/// Written `2019-05-06` or `2019-05-06T12:00:00`, and in no other way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(with = "String", extend("pattern" = POINT, "examples" = ["2019-05-06", "2019-05-06T12:00:00"]))]
pub enum Local {
    /// A whole day: as a beginning its first instant, as an end its last.
    Day(NaiveDate),
    /// A wall time: as a beginning included, as an end excluded.
    At(NaiveDateTime),
}

/// How points are written. It knows neither how long a month is nor where the calendar ends.
const POINT: &str = concat!(
    "^([0-9]{4}|[+-][0-9]{4,6})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])",
    r"(T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]{3}([0-9]{3}([0-9]{3})?)?)?)?$",
);

impl Local {
    /// The first instant of the day, or the instant of the wall time, on a clock in `zone`; nothing at
    /// the edges of the calendar.
    ///
    /// ```
    /// use guildhall_kernel::{Local, chrono::NaiveDate, chrono_tz::Europe::Ljubljana};
    ///
    /// let noon = NaiveDate::from_ymd_opt(2019, 6, 13).unwrap().and_hms_opt(12, 0, 0).unwrap();
    /// assert_eq!(Local::At(noon).begins_in(Ljubljana).unwrap().to_rfc3339(), "2019-06-13T10:00:00+00:00");
    /// ```
    pub fn begins_in(self, zone: Tz) -> Option<Time> {
        let wall = match self {
            Self::Day(day) => day.and_time(NaiveTime::MIN),
            Self::At(at) => at,
        };
        resolve(wall, zone).map(|(first, _)| first)
    }

    /// The instant at which the day is over, or the last at which a clock in `zone` shows the wall time.
    fn ends_in(self, zone: Tz) -> Option<Time> {
        match self {
            // The day ends where the next begins: the first reading, should midnight occur twice.
            Self::Day(day) => Self::Day(day.succ_opt()?).begins_in(zone),
            Self::At(at) => resolve(at, zone).map(|(_, last)| last),
        }
    }
}

/// The text is neither a day nor a wall time.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is neither a day such as `2019-04-30` nor a wall time such as `2019-04-30T12:00:00`")]
pub struct LocalError(String);

impl FromStr for Local {
    type Err = LocalError;

    fn from_str(text: &str) -> Result<Self, LocalError> {
        let day = text.parse().ok().filter(|day: &NaiveDate| format!("{day:?}") == text);
        let at = || text.parse().ok().filter(|at: &NaiveDateTime| format!("{at:?}") == text);
        let local = day.map(Self::Day).or_else(|| at().map(Self::At));
        local.ok_or_else(|| LocalError(text.to_owned()))
    }
}
impl<'de> Deserialize<'de> for Local {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Cow::<'de, str>::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl From<NaiveDate> for Local {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}
impl From<NaiveDateTime> for Local {
    fn from(at: NaiveDateTime) -> Self {
        Self::At(at)
    }
}
impl std::fmt::Display for Local {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::At(at) => write!(f, "{}", at.format("%Y-%m-%dT%H:%M:%S")),
        }
    }
}

/// A window between two local points in one zone, never empty.
///
/// "Until 30 June" includes the 30th, whole. A wall time that a clock change skips means the first
/// instant after the gap; one that occurs twice means its first occurrence as a beginning and its
/// second as an end, so that nobody loses an hour they were promised.
///
/// ```
/// use guildhall_kernel::{Window, chrono::{NaiveDate, TimeZone, Utc}, chrono_tz::Europe::Ljubljana};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2019, m, d).unwrap();
/// let window = Window::new(day(4, 1), day(4, 30), Ljubljana)?;
/// assert!(window.contains(Utc.with_ymd_and_hms(2019, 4, 30, 21, 59, 59).unwrap()));
/// assert!(!window.contains(Utc.with_ymd_and_hms(2019, 4, 30, 22, 0, 0).unwrap()));
/// # Ok::<(), guildhall_kernel::WindowError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Written", into = "Written")]
#[schemars(with = "Written")]
pub struct Window {
    written: Written,
    from: Time,
    until: Time,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Window", extend("examples" = [
    serde_json::json!({ "from": "2019-05-06", "until": "2019-05-10", "zone": "Europe/Ljubljana" }),
]))]
struct Written {
    /// The first day or wall time inside the window.
    from: Local,
    /// The last day inside the window, or the wall time at which it ends.
    until: Local,
    /// The IANA name of the zone, such as `Europe/Ljubljana`.
    #[serde(deserialize_with = "zone")]
    #[schemars(with = "String", extend("enum" = zones(), "examples" = ["Europe/Ljubljana"]))]
    zone: Tz,
}

/// The names of all zones, so that editors can offer them and checkers name the nearest one.
fn zones() -> Vec<&'static str> {
    TZ_VARIANTS.iter().map(|zone| zone.name()).collect()
}

fn zone<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Tz, D::Error> {
    let name = Cow::<'de, str>::deserialize(deserializer)?;
    let unknown = |_| format!("`{name}` is no zone of the IANA table, such as `Europe/Ljubljana`");
    name.parse().map_err(unknown).map_err(D::Error::custom)
}

/// Why two local points make no window.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WindowError {
    /// The end does not lie after the beginning.
    #[error("the window ends (`{until}`) before it begins (`{from}`) in {zone}")]
    EndsBeforeItBegins {
        /// The beginning as written.
        from: Local,
        /// The end as written.
        until: Local,
        /// The zone both are read in.
        zone: Tz,
    },
    /// A point lies outside the years that can be computed with.
    #[error("`{0}` lies outside the calendar that can be computed with")]
    OutOfRange(Local),
}

impl Window {
    /// Makes the window from `from` to `until`, both read on a wall clock in `zone`.
    ///
    /// # Errors
    /// [`WindowError::EndsBeforeItBegins`] for an empty or reversed window,
    /// [`WindowError::OutOfRange`] at the edges of the calendar.
    pub fn new(from: impl Into<Local>, until: impl Into<Local>, zone: Tz) -> Result<Self, WindowError> {
        Self::try_from(Written { from: from.into(), until: until.into(), zone })
    }

    /// The beginning, as written.
    pub const fn from(&self) -> Local {
        self.written.from
    }

    /// The end, as written: a day is included.
    pub const fn until(&self) -> Local {
        self.written.until
    }

    /// The zone both ends are read in.
    pub const fn zone(&self) -> Tz {
        self.written.zone
    }

    /// The first instant inside the window.
    pub const fn starts_at(&self) -> Time {
        self.from
    }

    /// The first instant after the window.
    pub const fn ends_at(&self) -> Time {
        self.until
    }

    /// Whether `now` lies inside: at or after the beginning and before the end.
    pub fn contains(&self, now: Time) -> bool {
        self.from <= now && now < self.until
    }
}

impl TryFrom<Written> for Window {
    type Error = WindowError;

    fn try_from(written: Written) -> Result<Self, WindowError> {
        let from = written.from.begins_in(written.zone).ok_or(WindowError::OutOfRange(written.from))?;
        let until = written.until.ends_in(written.zone).ok_or(WindowError::OutOfRange(written.until))?;
        if until <= from {
            let Written { from, until, zone } = written;
            return Err(WindowError::EndsBeforeItBegins { from, until, zone });
        }
        Ok(Self { written, from, until })
    }
}
impl From<Window> for Written {
    fn from(window: Window) -> Self {
        window.written
    }
}

/// The first and the last instant at which a clock in `zone` shows `local`; for a time that a clock
/// change skips, the first instant after the gap.
fn resolve(local: NaiveDateTime, zone: Tz) -> Option<(Time, Time)> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(at) => Some((at.to_utc(), at.to_utc())),
        LocalResult::Ambiguous(first, last) => Some((first.to_utc(), last.to_utc())),
        LocalResult::None => after_gap(local, zone).map(|at| (at, at)),
    }
}

/// Searches the hidden clock change by halving a bracket of two days around the skipped time.
fn after_gap(local: NaiveDateTime, zone: Tz) -> Option<Time> {
    let guess = Utc.from_utc_datetime(&local);
    let shows = |at: DateTime<Utc>| at.with_timezone(&zone).naive_local();
    let mut before = guess.checked_sub_signed(Duration::days(2))?;
    let mut after = guess.checked_add_signed(Duration::days(2))?;
    while after - before > Duration::seconds(1) {
        let middle = before + (after - before) / 2;
        if shows(middle) < local { before = middle } else { after = middle }
    }
    // Clock changes fall on whole seconds, so the change is the only whole second in the bracket.
    Utc.timestamp_opt(after.timestamp(), 0).single()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::{Africa, America, Europe, Pacific};
    use proptest::prelude::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }
    fn utc(text: &str) -> Time {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_as_an_end_is_included_whole() {
        let w = Window::new(day(2008, 5, 1), day(2008, 6, 30), Europe::Warsaw).unwrap();
        assert_eq!(w.starts_at(), utc("2008-04-30T22:00:00Z"));
        assert_eq!(w.ends_at(), utc("2008-06-30T22:00:00Z"));
    }

    #[test]
    fn a_skipped_time_is_the_first_instant_after_the_gap() {
        let w = Window::new(
            day(2024, 3, 31).and_hms_opt(2, 30, 0).unwrap(),
            day(2024, 3, 31).and_hms_opt(5, 0, 0).unwrap(),
            Europe::Warsaw,
        )
        .unwrap();
        assert_eq!(w.starts_at(), utc("2024-03-31T01:00:00Z"));
    }

    #[test]
    fn a_time_that_occurs_twice_begins_first_and_ends_last() {
        let at = day(2024, 10, 27).and_hms_opt(2, 30, 0).unwrap();
        let w = Window::new(at, at, Europe::Ljubljana).unwrap();
        assert_eq!(w.starts_at(), utc("2024-10-27T00:30:00Z"));
        assert_eq!(w.ends_at(), utc("2024-10-27T01:30:00Z"));
    }

    #[test]
    fn a_day_that_has_no_midnight_begins_when_it_begins() {
        // Egypt moved its clocks at midnight: 26 April 2024 began at one o'clock.
        let w = Window::new(day(2024, 4, 26), day(2024, 4, 26), Africa::Cairo).unwrap();
        assert_eq!(w.starts_at(), utc("2024-04-25T22:00:00Z"));
        // Apia skipped 30 December 2011 whole: a window of that one day is empty.
        assert!(Window::new(day(2011, 12, 30), day(2011, 12, 30), Pacific::Apia).is_err());
    }

    #[test]
    fn refuses_a_window_that_ends_before_it_begins() {
        let error = Window::new(day(2019, 5, 2), day(2019, 5, 1), Europe::Ljubljana).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the window ends (`2019-05-01`) before it begins (`2019-05-02`) in Europe/Ljubljana"
        );
    }

    #[test]
    fn a_point_that_is_none_is_said_with_what_was_expected() {
        let error = serde_json::from_str::<Local>("\"2019-04-31\"").unwrap_err().to_string();
        assert!(error.starts_with("`2019-04-31` is neither a day such as `2019-04-30`"), "{error}");
        for text in ["2019-04-30", "2019-04-30T12:00:00"] {
            assert_eq!(text.parse::<Local>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn deserialising_goes_through_the_constructor() {
        let json = r#"{"from":"2019-05-02","until":"2019-05-01","zone":"Europe/Ljubljana"}"#;
        assert!(serde_json::from_str::<Window>(json).unwrap_err().to_string().contains("before it begins"));
        let json = r#"{"from":"2019-05-02","until":"2019-05-03","zone":"Europe/Atlantis"}"#;
        let error = serde_json::from_str::<Window>(json).unwrap_err().to_string();
        assert!(error.starts_with("`Europe/Atlantis` is no zone of the IANA table"), "{error}");
        let json = r#"{"from":"2019-05-02","until":"2019-05-03T12:00:00","zone":"Europe/Ljubljana"}"#;
        let window = serde_json::from_str::<Window>(json).unwrap();
        assert_eq!(serde_json::to_string(&window).unwrap(), json);
    }

    proptest! {
        /// The reference asks every second around the day whether its clock shows that day.
        #[test]
        fn a_day_is_every_second_whose_clock_shows_it(
            offset in 0i64..20_000,
            zone in prop::sample::select(vec![
                Europe::Ljubljana, Europe::Moscow, America::Sao_Paulo, Africa::Cairo, Pacific::Apia,
            ]),
            probe in -100_000i64..200_000,
        ) {
            let date = day(1970, 1, 1) + Duration::days(offset);
            if let Ok(w) = Window::new(date, date, zone) {
                let at = Utc.from_utc_datetime(&date.and_time(NaiveTime::MIN)) + Duration::seconds(probe);
                let shown = at.with_timezone(&zone).date_naive() == date;
                // Where midnight occurs twice the day that ends there is shown again for a while.
                let repeated = shown && at >= w.ends_at();
                prop_assert!(w.contains(at) == shown || repeated);
            }
        }
    }
}
