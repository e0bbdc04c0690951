//! The ends of stretches of numbers and of time, as they are said: an instant that begins or ends a day by that
//! day ("until 30 June", not "until 30 June, 23:59"), and a bound that nothing lies beyond not at all.

use guildhall::kernel::Time;
use guildhall::kernel::chrono::{NaiveDate, NaiveTime, TimeDelta};
use guildhall::kernel::chrono_tz::Tz;
use guildhall::rules::analysis::End;
use guildhall::rules::{Bounds, FactType, Value};

/// What a stretch begins or ends with.
pub(super) struct Edge {
    pub(super) value: Value,
    /// Whether the value itself is meant, too.
    pub(super) included: bool,
}

impl Edge {
    /// What a stretch begins with; nothing where it begins with the smallest value there is.
    pub(super) fn first(end: &End, of: Option<&FactType>) -> Option<Self> {
        let (smallest, _) = bounds(of);
        (smallest.as_ref() != Some(&end.value)).then(|| Self::by_day(end, of, begun_by))
    }

    /// What a stretch ends with; nothing where it ends with the largest value there is.
    pub(super) fn last(end: &End, of: Option<&FactType>) -> Option<Self> {
        let (_, largest) = bounds(of);
        (largest.as_ref() != Some(&end.value)).then(|| Self::by_day(end, of, ended_by))
    }

    /// Whether it is a moment, not a number.
    pub(super) const fn is_moment(&self) -> bool {
        matches!(self.value, Value::Date(_) | Value::Instant(_))
    }

    fn by_day(end: &End, of: Option<&FactType>, day: fn(Time, Tz) -> Option<NaiveDate>) -> Self {
        let End { value, included } = end.clone();
        let said = match (&value, of.and_then(FactType::zone)) {
            (Value::Instant(at), Some(zone)) if included => day(*at, zone).map(Value::Date),
            _ => None,
        };
        Self { value: said.unwrap_or(value), included }
    }
}

/// The smallest and the largest value that a fact of this type can have.
fn bounds(of: Option<&FactType>) -> (Option<Value>, Option<Value>) {
    fn both<T: Copy + PartialOrd>(
        bounds: &Bounds<T>,
        value: impl Fn(T) -> Value,
    ) -> (Option<Value>, Option<Value>) {
        (bounds.min().copied().map(&value), bounds.max().copied().map(&value))
    }
    match of {
        Some(FactType::Integer(bounds)) => both(bounds, Value::Integer),
        Some(FactType::Decimal(bounds)) => both(bounds, Value::Decimal),
        Some(FactType::Date(bounds)) => both(bounds, Value::Date),
        _ => (None, None),
    }
}

/// The day that begins with this instant, on a clock in the zone.
fn begun_by(at: Time, zone: Tz) -> Option<NaiveDate> {
    let local = at.with_timezone(&zone).naive_local();
    (local.time() == NaiveTime::MIN).then(|| local.date())
}

/// The day that ends with this instant.
fn ended_by(at: Time, zone: Tz) -> Option<NaiveDate> {
    begun_by(at + TimeDelta::nanoseconds(1), zone)?.pred_opt()
}

#[cfg(test)]
mod tests {
    use guildhall::kernel::chrono::DateTime;

    use super::*;

    fn instant(text: &str) -> End {
        let at = DateTime::parse_from_rfc3339(text).unwrap().to_utc();
        End { value: Value::Instant(at), included: true }
    }

    #[test]
    fn only_whole_days_are_said_as_days() {
        let clock = Some(&FactType::Instant(Some(Tz::Europe__Warsaw)));
        let june = Value::Date(NaiveDate::from_ymd_opt(2008, 6, 30).unwrap());
        let opens = instant("2008-06-30T00:00:00+02:00");
        let closes = instant("2008-06-30T23:59:59.999999999+02:00");
        assert_eq!(Edge::first(&opens, clock).unwrap().value, june);
        assert_eq!(Edge::last(&closes, clock).unwrap().value, june);
        let excluded = End { included: false, ..closes.clone() };
        let without = Some(&FactType::Instant(None));
        for same in [Edge::first(&closes, clock), Edge::last(&excluded, clock), Edge::last(&closes, without)]
        {
            assert!(matches!(same.unwrap().value, Value::Instant(_)));
        }
    }

    #[test]
    fn a_bound_that_nothing_lies_beyond_is_not_said() {
        let hours = Some(&FactType::Integer(Bounds::new(Some(0), Some(400)).unwrap()));
        let end = |value| End { value: Value::Integer(value), included: true };
        assert!(Edge::first(&end(0), hours).is_none() && Edge::last(&end(400), hours).is_none());
        assert!(Edge::first(&end(400), hours).is_some() && Edge::last(&end(0), hours).is_some());
    }
}
