//! The answer a comparison gets: met, unmet, or why it is open (R2). Every form of evaluation ends here.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::comparison::Filter;
use crate::point::{Absent, At, known};
use crate::{
    Codes, Comparison, Doubt, Fact, FactSource, Otherwise, Point, Record, Records, Side, Value, Verdict,
};

impl Comparison {
    /// What the fact says to this; facts beside it, such as moments, come from the source.
    ///
    /// A fact that does not apply meets nothing but `applies = false`; nor does anything hold of a moment
    /// that does not apply: where records are asked, none of them matches, and they add up to zero.
    pub fn verdict(&self, fact: &Fact, beside: &dyn FactSource) -> Verdict {
        self.answer(fact, beside).map_or(Verdict::Undetermined, Verdict::from)
    }

    /// Why the fact does not settle this; `None` where it does.
    pub fn doubt(&self, fact: &Fact, beside: &dyn FactSource) -> Option<Doubt> {
        self.answer(fact, beside).err()
    }

    pub(crate) fn answer(&self, fact: &Fact, beside: &dyn FactSource) -> Result<bool, Doubt> {
        if let Self::Applies(applies) = self {
            return match known(fact) {
                Ok(_) => Ok(*applies),
                Err(Absent::NotApplicable) => Ok(!*applies),
                Err(Absent::Doubt(doubt)) => Err(doubt),
            };
        }
        if matches!(fact, Fact::NotApplicable { .. }) {
            return Ok(false);
        }
        let mut applies = true;
        self.each_beside(&mut |key| {
            applies = applies && !matches!(*beside.fact(key), Fact::NotApplicable { .. });
        });
        if !applies && !self.is_met_by_none() {
            return Ok(false);
        }
        let said = known(fact).and_then(|value| match value {
            Value::Records(_) if !applies => Ok(true),
            value => self.judge(value, beside),
        });
        match said {
            Ok(met) => Ok(met),
            Err(Absent::NotApplicable) => Ok(false),
            Err(Absent::Doubt(doubt)) => Err(doubt),
        }
    }

    /// Whether it holds of records none of which matches.
    pub(crate) fn is_met_by_none(&self) -> bool {
        match self {
            Self::Sum { least, most, .. } => {
                least.is_none_or(|least| least <= Decimal::ZERO)
                    && most.is_none_or(|most| Decimal::ZERO <= most)
            }
            _ => false,
        }
    }

    fn judge(&self, value: &Value, beside: &dyn FactSource) -> Result<bool, Absent> {
        let order = |point: &Point, fits: fn(Ordering) -> bool| Ok(fits(point.compare(value, beside)?));
        match (self, value) {
            (Self::Is(is), _) => same_type(is, value).map(|()| is == value),
            (Self::OneOf { values, otherwise }, _) => {
                // All listed values are of one type.
                values.first().map_or(Err(Doubt::WrongType.into()), |listed| same_type(listed, value))?;
                match otherwise {
                    _ if values.contains(value) => Ok(true),
                    Otherwise::Unmet => Ok(false),
                    Otherwise::Undetermined => Err(Doubt::NotListed.into()),
                }
            }
            (Self::AtLeast(least), _) => number(least, value).map(|()| value >= least),
            (Self::AtMost(most), _) => number(most, value).map(|()| value <= most),
            (Self::Between { least, most }, _) => number(least, value)
                .and_then(|()| number(most, value))
                .map(|()| least <= value && value <= most),
            (Self::Before(point), _) => order(point, Ordering::is_lt),
            (Self::OnOrBefore(point), _) => order(point, Ordering::is_le),
            (Self::After(point), _) => order(point, Ordering::is_gt),
            (Self::OnOrAfter(point), _) => order(point, Ordering::is_ge),
            (Self::Within(stretch), _) => stretch.contains(value, beside),
            (Self::Age { at, least, most }, _) => {
                let born = At::of(value)?.day(at.zone())?;
                let day = at.find(beside)?.day(at.zone())?;
                let age = crate::CalendarUnit::Years.between(born, day);
                Ok(age.is_some_and(|age| {
                    least.is_none_or(|least| least <= age) && most.is_none_or(|most| age <= most)
                }))
            }
            (Self::Apart { unit, side, moment, least, most }, _) => {
                let here = At::of(value)?.day(moment.zone())?;
                let there = moment.find(beside)?.day(moment.zone())?;
                let (from, to) = match side {
                    Side::Before => (here, there),
                    Side::After => (there, here),
                };
                // A day beyond the end of the calendar is later than any there is.
                let reached = |count| unit.after(from, count).is_some_and(|day| day <= to);
                let passed = |count| unit.after(from, count).is_some_and(|day| day < to);
                Ok(from <= to && least.is_none_or(reached) && !most.is_some_and(passed))
            }
            (Self::Covers(point), Value::Period(period)) => {
                Ok(period.covers(point.find(beside)?.day(point.zone())?))
            }
            (Self::CoversPeriod(stretch), Value::Period(period)) => {
                Ok(period.covers_all(stretch.period(beside)?))
            }
            (Self::OverlapsPeriod(stretch), Value::Period(period)) => {
                Ok(period.overlaps(stretch.period(beside)?))
            }
            (Self::Includes(code), Value::Set(set)) => of(set, set.includes(code.as_str())),
            (Self::IncludesAll(codes), Value::Set(set)) => {
                of(set, codes.iter().all(|c| set.includes(c.as_str())))
            }
            (Self::Overlaps(codes), Value::Set(set)) => {
                of(set, codes.iter().any(|c| set.includes(c.as_str())))
            }
            (Self::CountAtLeast(n), Value::Set(set)) => {
                of(set, usize::try_from(*n).is_ok_and(|n| set.count() >= n))
            }
            (Self::Holds { .. }, Value::Records(records)) => {
                let matches = |record: &Record| self.held(record, beside);
                settled(at_least(records, 1, matches))
            }
            (Self::RecordsAtLeast { n, matching }, Value::Records(records)) => {
                settled(at_least(records, *n, |record| matching_record(matching, record, beside)))
            }
            (Self::Sum { .. }, Value::Records(records)) => settled(self.sum(records, beside)),
            _ => Err(Doubt::WrongType.into()),
        }
    }

    /// Whether this one record is held.
    fn held(&self, record: &Record, beside: &dyn FactSource) -> Result<bool, Doubt> {
        let Self::Holds { codes, code, valid, at, grace } = self else { return Err(Doubt::WrongType) };
        let listed = match record.get(code.as_str()) {
            Some(Value::Symbol(code)) => Ok(codes.contains(code)),
            Some(_) => Err(Doubt::WrongType),
            None => Err(Doubt::Incomplete),
        };
        let covered = || {
            let day = settled_day(at, beside)?;
            match record.get(valid.as_str()) {
                Some(Value::Period(period)) => {
                    let last =
                        period.until().map(|until| grace.map_or(Some(until), |grace| grace.after(until)));
                    let begun = period.from().is_none_or(|from| from <= day);
                    // Neither an open end nor one beyond the calendar is ever over.
                    Ok(begun && last.flatten().is_none_or(|last| day <= last))
                }
                Some(_) => Err(Doubt::WrongType),
                None => Err(Doubt::Incomplete),
            }
        };
        match listed {
            Ok(false) => Ok(false),
            Ok(true) => covered(),
            Err(doubt) => {
                if covered() == Ok(false) {
                    Ok(false)
                } else {
                    Err(doubt)
                }
            }
        }
    }

    fn sum(&self, records: &Records, beside: &dyn FactSource) -> Result<bool, Doubt> {
        let Self::Sum { of, grows, least, most, matching } = self else { return Err(Doubt::WrongType) };
        let number = |record: &Record| match record.get(of.as_str()) {
            Some(Value::Integer(number)) => Ok(Decimal::from(*number)),
            Some(Value::Decimal(number)) => Ok(*number),
            Some(_) => Err(Doubt::WrongType),
            None => Err(Doubt::Incomplete),
        };
        let numbers = records.iter().filter_map(|record| number(record).ok());
        let scales = numbers.chain(*least).chain(*most).map(|number| number.normalize().scale());
        let scale = scales.max().unwrap_or_default();
        // What is added, what may be, and whether there is more of which nothing is known.
        let (mut sure, mut maybe, mut unknown) = (Total::default(), Total::default(), false);
        let mut doubt = None;
        for record in records.iter() {
            let matches = matching_record(matching, record, beside);
            if matches == Ok(false) {
                continue;
            }
            match (matches, number(record)) {
                (Ok(_), Ok(number)) => sure.add(number, scale)?,
                (Err(open), Ok(number)) => {
                    maybe.add(number, scale)?;
                    doubt = doubt.or(Some(open));
                }
                (_, Err(open)) => {
                    unknown = true;
                    doubt = doubt.or(Some(open));
                }
            }
        }
        if !records.is_complete() {
            unknown = true;
            doubt = doubt.or(Some(Doubt::Incomplete));
        }
        let low = sure.net().checked_sub(maybe.below).ok_or(TOO_LARGE)?;
        let high = sure.net().checked_add(maybe.above).ok_or(TOO_LARGE)?;
        let low = (!unknown || *grows).then_some(low);
        let high = (!unknown).then_some(high);
        let exactly = |end: &Option<Decimal>| end.map(|end| exact(end, scale)).transpose();
        let (least, most) = (exactly(least)?, exactly(most)?);
        let under = least.map(|least| low.is_some_and(|low| least <= low));
        let over = most.map(|most| high.is_some_and(|high| high <= most));
        if under != Some(false) && over != Some(false) {
            return Ok(true);
        }
        let short = least.is_some_and(|least| high.is_some_and(|high| high < least));
        let beyond = most.is_some_and(|most| low.is_some_and(|low| most < low));
        if short || beyond { Ok(false) } else { Err(doubt.unwrap_or(Doubt::Incomplete)) }
    }
}

/// Numbers added up exactly, in units of so many decimal places. What is above and what is below zero is kept
/// apart, so that the order of the numbers decides nothing.
#[derive(Clone, Copy, Default)]
struct Total {
    above: i128,
    below: i128,
}

/// What is too large to be added up is no number to compare with.
const TOO_LARGE: Doubt = Doubt::WrongType;

impl Total {
    fn add(&mut self, number: Decimal, scale: u32) -> Result<(), Doubt> {
        let number = exact(number, scale)?;
        let side = if number < 0 { &mut self.below } else { &mut self.above };
        *side = i128::try_from(number.unsigned_abs())
            .ok()
            .and_then(|number| side.checked_add(number))
            .ok_or(TOO_LARGE)?;
        Ok(())
    }

    /// Neither side is negative, so this has its place.
    const fn net(self) -> i128 {
        self.above.saturating_sub(self.below)
    }
}

/// The number in units of so many decimal places; it has no more of them.
fn exact(number: Decimal, scale: u32) -> Result<i128, Doubt> {
    let number = number.normalize();
    let units = scale.checked_sub(number.scale()).and_then(|places| 10i128.checked_pow(places));
    units.and_then(|units| number.mantissa().checked_mul(units)).ok_or(TOO_LARGE)
}

/// A record of which a moment does not apply was answered before; here it is none.
fn settled(answer: Result<bool, Doubt>) -> Result<bool, Absent> {
    answer.map_err(Absent::Doubt)
}

fn settled_day(at: &Point, beside: &dyn FactSource) -> Result<chrono::NaiveDate, Doubt> {
    at.find(beside).and_then(|found| found.day(at.zone())).map_err(|absent| match absent {
        Absent::Doubt(doubt) => doubt,
        Absent::NotApplicable => Doubt::Missing,
    })
}

/// Whether every field answers its comparison: unmet as soon as one does not.
fn matching_record(matching: &Filter, record: &Record, beside: &dyn FactSource) -> Result<bool, Doubt> {
    let mut open = None;
    for (field, comparison) in matching {
        let answer = match record.get(field.as_str()) {
            Some(value) => comparison.judge(value, beside),
            None => Err(Doubt::Incomplete.into()),
        };
        match answer {
            Ok(true) => {}
            Ok(false) | Err(Absent::NotApplicable) => return Ok(false),
            Err(Absent::Doubt(doubt)) => open = open.or(Some(doubt)),
        }
    }
    open.map_or(Ok(true), Err)
}

/// Whether so many records match, now or whatever else there may be.
fn at_least(
    records: &Records,
    n: u32,
    matches: impl Fn(&Record) -> Result<bool, Doubt>,
) -> Result<bool, Doubt> {
    let (mut met, mut open, mut doubt) = (0u32, 0u32, None);
    for record in records.iter() {
        match matches(record) {
            Ok(true) => met = met.saturating_add(1),
            Ok(false) => {}
            Err(why) => {
                open = open.saturating_add(1);
                doubt = doubt.or(Some(why));
            }
        }
        if met >= n {
            return Ok(true);
        }
    }
    if records.is_complete() && met.saturating_add(open) < n {
        return Ok(false);
    }
    Err(doubt.unwrap_or(Doubt::Incomplete))
}

/// What a set has, it has for good; what it lacks is settled only once it is complete.
fn of(set: &Codes, met: bool) -> Result<bool, Absent> {
    if met || set.is_complete() { Ok(met) } else { Err(Doubt::Incomplete.into()) }
}

fn same_type(a: &Value, b: &Value) -> Result<(), Absent> {
    let single = !matches!(a, Value::Set(_) | Value::Period(_) | Value::Records(_));
    if single && std::mem::discriminant(a) == std::mem::discriminant(b) {
        Ok(())
    } else {
        Err(Doubt::WrongType.into())
    }
}

fn number(a: &Value, b: &Value) -> Result<(), Absent> {
    match (a, b) {
        (Value::Integer(_), Value::Integer(_)) | (Value::Decimal(_), Value::Decimal(_)) => Ok(()),
        _ => Err(Doubt::WrongType.into()),
    }
}
