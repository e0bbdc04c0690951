//! Days, instants and periods of the reference: months and years are counted on the numbers of a date, and
//! the one zone there is in these rules is Berlin's.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, TimeZone};
use guildhall_kernel::Time;
use guildhall_kernel::chrono_tz::Europe::Berlin;
use guildhall_rules::Value;
use serde_json::Value as Json;

use super::{Known, World};

/// A day or an instant.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Moment {
    Day(NaiveDate),
    Instant(Time),
}

impl Moment {
    pub(crate) fn day(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Instant(time) => time.with_timezone(&Berlin).date_naive(),
        }
    }

    fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Date(day) => Some(Self::Day(*day)),
            Value::Instant(time) => Some(Self::Instant(*time)),
            _ => None,
        }
    }

    /// Negative where this is the earlier, nothing where they are the same.
    fn against(self, other: Self) -> i64 {
        match (self, other) {
            (Self::Instant(a), Self::Instant(b)) => (a - b).num_seconds(),
            _ => (self.day() - other.day()).num_days(),
        }
    }
}

pub(crate) fn instant(text: &str) -> Time {
    DateTime::parse_from_rfc3339(text).map_or_else(
        |_| {
            let wall: NaiveDateTime = text.parse().unwrap();
            Berlin.from_local_datetime(&wall).single().unwrap().to_utc()
        },
        |time| time.to_utc(),
    )
}

/// The day so much later: of the same number, or the last of its month.
pub(crate) fn later(day: NaiveDate, count: u32, unit: &str) -> NaiveDate {
    if unit.starts_with("day") {
        return day + Days::new(count.into());
    }
    let months = if unit.starts_with("year") { count * 12 } else { count };
    let total = day.month0() + months;
    let year = day.year() + i32::try_from(total / 12).unwrap();
    let fits = |number: u32| NaiveDate::from_ymd_opt(year, total % 12 + 1, number);
    (1..=day.day()).rev().find_map(fits).unwrap()
}

impl World<'_> {
    /// The moment that is written, or that a fact is; nothing where that is not known.
    pub(crate) fn moment(self, text: &str) -> Option<Moment> {
        if text.starts_with(|c: char| c.is_ascii_lowercase()) {
            return match self.find(text) {
                Known::Value(value) => Moment::of(&value),
                _ => None,
            };
        }
        let day = text.parse().ok().map(Moment::Day);
        Some(day.unwrap_or_else(|| Moment::Instant(instant(text))))
    }

    /// What a day, an instant or a period says to a comparison in time.
    pub(crate) fn timed(self, json: &Json, found: &Value) -> Option<bool> {
        if let Value::Period(_) = found {
            return self.period(json, found);
        }
        let here = Moment::of(found)?;
        let other = |word: &str| json.get(word).map(|json| self.moment(json.as_str().unwrap()));
        let order = |word: &str, fits: fn(i64) -> bool| {
            other(word).map(|moment| moment.map(|moment| fits(here.against(moment))))
        };
        order("before", |order| order < 0)
            .or_else(|| order("on_or_before", |order| order <= 0))
            .or_else(|| order("after", |order| order > 0))
            .or_else(|| order("on_or_after", |order| order >= 0))
            .unwrap_or_else(|| match json.get("within") {
                Some(stretch) => self.within(stretch, here),
                None => self.measured(json, here),
            })
    }

    fn within(self, stretch: &Json, here: Moment) -> Option<bool> {
        if let Some(key) = stretch.as_str() {
            let Known::Value(Value::Period(period)) = self.find(key) else { return None };
            let day = here.day();
            return Some(
                period.from().is_none_or(|from| from <= day)
                    && period.until().is_none_or(|until| day <= until),
            );
        }
        let end = |name: &str| stretch.get(name).map(|json| self.moment(json.as_str().unwrap()));
        let begun = match end("from") {
            None => Some(true),
            Some(from) => from.map(|from| here.against(from) >= 0),
        };
        let going = match end("until") {
            None => Some(true),
            Some(until) => until.map(|until| {
                let both = matches!((here, until), (Moment::Instant(_), Moment::Instant(_)));
                if both { here.against(until) < 0 } else { here.against(until) <= 0 }
            }),
        };
        super::at_least(2, &[begun, going])
    }

    fn measured(self, json: &Json, here: Moment) -> Option<bool> {
        let (word, text) =
            super::MOMENTS[8..].iter().find_map(|word| Some((*word, json.get(word)?))).unwrap();
        let there = self.moment(text.as_str().unwrap())?;
        let (from, to) =
            if word.ends_with("_after") { (there.day(), here.day()) } else { (here.day(), there.day()) };
        let least = json.get("at_least").or_else(|| json.get("between").map(|ends| &ends[0]));
        let most = json.get("at_most").or_else(|| json.get("between").map(|ends| &ends[1]));
        let [least, most] =
            [least, most].map(|end| end.map(|json| u32::try_from(json.as_u64().unwrap()).unwrap()));
        if to < from {
            return Some(false);
        }
        if word == "age_at" {
            let age = (0..).find(|years| later(from, years + 1, "years") > to).unwrap();
            return Some(least.is_none_or(|least| least <= age) && most.is_none_or(|most| age <= most));
        }
        let unit = word.split('_').next().unwrap();
        Some(
            least.is_none_or(|least| later(from, least, unit) <= to)
                && most.is_none_or(|most| to <= later(from, most, unit)),
        )
    }

    /// Day by day, over more days than the periods here can differ in.
    fn period(self, json: &Json, found: &Value) -> Option<bool> {
        let days = |value: &Value| -> Vec<bool> {
            let Value::Period(period) = value else { return Vec::new() };
            let first = NaiveDate::from_ymd_opt(2018, 12, 1).unwrap();
            first
                .iter_days()
                .take(120)
                .map(|day| period.from().is_none_or(|f| f <= day) && period.until().is_none_or(|u| day <= u))
                .collect()
        };
        let here = days(found);
        let (word, written) =
            ["covers", "overlaps"].into_iter().find_map(|word| Some((word, json.get(word)?))).unwrap();
        let there = match written {
            Json::String(text) => {
                let period = match self.find(text) {
                    Known::Value(value @ Value::Period(_)) => Some(days(&value)),
                    _ => None,
                };
                match period {
                    Some(days) => days,
                    None => {
                        let day = self.moment(text)?.day();
                        days(&Value::Period(guildhall_rules::Period::new(Some(day), Some(day)).unwrap()))
                    }
                }
            }
            written => {
                let end = |name: &str| match written.get(name) {
                    None => Some(None),
                    Some(json) => self.moment(json.as_str().unwrap()).map(Some),
                };
                let (from, until) = (end("from")?, end("until")?);
                let until = until.map(|until| match until {
                    Moment::Day(day) => day,
                    Moment::Instant(time) => Moment::Instant(time - chrono::TimeDelta::nanoseconds(1)).day(),
                });
                let period = guildhall_rules::Period::new(from.map(Moment::day), until).ok()?;
                days(&Value::Period(period))
            }
        };
        let both = here.iter().zip(&there);
        Some(if word == "covers" {
            both.into_iter().all(|(here, there)| *here || !there)
        } else {
            both.into_iter().any(|(here, there)| *here && *there)
        })
    }
}
