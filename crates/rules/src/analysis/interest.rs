//! Where the answers of atoms about one fact can turn: codes, numbers, days and instants.

use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta};
use guildhall_kernel::Time;
use guildhall_kernel::chrono_tz::Tz;

use super::element::MAX_COUNT;
use crate::point::At;
use crate::{CalendarUnit, Comparison, FactKey, FactSource, Period, Point, Side, Stretch, Symbol, Value};

/// The values at which some atom may turn. More than needed does no harm: equal cells are merged.
#[derive(Default)]
pub(super) struct Interest {
    pub(super) values: BTreeSet<Value>,
    pub(super) days: BTreeSet<NaiveDate>,
    pub(super) instants: BTreeSet<Time>,
    pub(super) zones: Vec<Tz>,
    /// Codes that a set is asked for.
    pub(super) named: BTreeSet<Symbol>,
    /// Whether they are few enough to look at one by one.
    pub(super) is_by_code: bool,
    /// How many codes a set is asked for, as far as they are counted.
    pub(super) count: u32,
}

/// What one atom measures from.
#[derive(Default)]
struct Moments {
    at: Vec<At>,
    zones: Vec<Tz>,
    lengths: Vec<(CalendarUnit, u32)>,
}

impl Interest {
    /// Adds what a comparison of the subject says about the open fact `x`; every other fact it reads comes
    /// from the source. What the subject is taken for while it is missing counts, too.
    pub(super) fn add(
        &mut self,
        x: &FactKey,
        subject: &FactKey,
        comparison: &Comparison,
        if_missing: Option<&Value>,
        facts: &dyn FactSource,
    ) {
        let mut moments = Moments::default();
        let mut point = |point: &Point| {
            moments.zones.extend(point.zone());
            match point {
                Point::Fact { fact, .. } if fact == x => {}
                _ => moments.at.extend(point.find(facts)),
            }
        };
        match comparison {
            Comparison::Is(value) | Comparison::AtLeast(value) | Comparison::AtMost(value) => {
                self.values.insert(value.clone());
            }
            Comparison::Between { least, most } => self.values.extend([least.clone(), most.clone()]),
            Comparison::OneOf { values, .. } => self.values.extend(values.iter().cloned()),
            Comparison::Before(at)
            | Comparison::OnOrBefore(at)
            | Comparison::After(at)
            | Comparison::OnOrAfter(at)
            | Comparison::Covers(at) => point(at),
            Comparison::Within(stretch)
            | Comparison::CoversPeriod(stretch)
            | Comparison::OverlapsPeriod(stretch) => match stretch {
                Stretch::Between { from, until } => from.iter().chain(until).for_each(point),
                Stretch::Fact { fact, zone } => {
                    if fact != x
                        && let Some(Value::Period(period)) = facts.fact(fact).value()
                    {
                        moments.period(*period);
                    }
                    moments.zones.extend(*zone);
                }
            },
            Comparison::Age { at, least, most } => {
                point(at);
                moments.lengths(CalendarUnit::Years, *least, *most);
            }
            Comparison::Apart { unit, moment, least, most, .. } => {
                point(moment);
                moments.lengths(*unit, *least, *most);
            }
            Comparison::Includes(code) => self.named.extend([code.clone()]),
            Comparison::IncludesAll(codes) | Comparison::Overlaps(codes) => {
                self.named.extend(codes.iter().cloned());
            }
            Comparison::CountAtLeast(n) if *n <= MAX_COUNT => self.count = self.count.max(*n),
            Comparison::CountAtLeast(_) => {}
            Comparison::Holds { .. }
            | Comparison::RecordsAtLeast { .. }
            | Comparison::Sum { .. }
            | Comparison::Applies(_) => {}
        }
        let fact = facts.fact(subject);
        for value in fact.value().filter(|_| subject != x).into_iter().chain(if_missing) {
            match value {
                Value::Period(period) => moments.period(*period),
                value => moments.at.extend(At::of(value)),
            }
        }
        self.measure(&moments);
    }

    fn measure(&mut self, moments: &Moments) {
        for zone in &moments.zones {
            if !self.zones.contains(zone) {
                self.zones.push(*zone);
            }
        }
        let mut days = BTreeSet::new();
        for at in &moments.at {
            match at {
                At::Day(day) => {
                    days.insert(*day);
                }
                At::Instant(time) => {
                    self.instants.insert(*time);
                    let before = time.checked_sub_signed(TimeDelta::nanoseconds(1)).unwrap_or(*time);
                    for zone in &moments.zones {
                        days.extend([*time, before].map(|time| time.with_timezone(zone).date_naive()));
                    }
                }
            }
        }
        for (unit, count) in &moments.lengths {
            for day in &days {
                self.days.extend(unit.after(*day, *count));
                self.days.extend(last_reaching(*unit, *count, *day));
                self.days.extend(day.pred_opt().and_then(|day| last_reaching(*unit, *count, day)));
            }
        }
        self.days.extend(days);
    }
}

impl Moments {
    fn period(&mut self, period: Period) {
        self.at.extend(period.from().into_iter().chain(period.until()).map(At::Day));
    }

    fn lengths(&mut self, unit: CalendarUnit, least: Option<u32>, most: Option<u32>) {
        let counts = least.into_iter().chain(most).chain(most.and_then(|most| most.checked_add(1)));
        self.lengths.extend(counts.map(|count| (unit, count)));
    }
}

/// The last day that lies so long before this one, or longer.
pub(super) fn last_reaching(unit: CalendarUnit, count: u32, to: NaiveDate) -> Option<NaiveDate> {
    let reaches = |day: NaiveDate| unit.after(day, count).is_some_and(|after| after <= to);
    let (mut least, mut most) = (NaiveDate::MIN, to);
    if !reaches(least) {
        return None;
    }
    while least < most {
        let gap = most.signed_duration_since(least).num_days();
        let middle = least.checked_add_signed(TimeDelta::days((gap + 1) / 2))?;
        if reaches(middle) {
            least = middle;
        } else {
            most = middle.pred_opt()?;
        }
    }
    Some(least)
}

/// Whether an atom with this comparison has an answer wherever all it reads is known.
pub(super) const fn answers_when_known(comparison: &Comparison) -> bool {
    matches!(
        comparison,
        Comparison::Before(_)
            | Comparison::OnOrBefore(_)
            | Comparison::After(_)
            | Comparison::OnOrAfter(_)
            | Comparison::Covers(_)
            | Comparison::Within(_)
            | Comparison::Age { .. }
            | Comparison::Apart { side: Side::Before | Side::After, .. }
    )
}
