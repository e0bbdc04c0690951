//! The values of one fact that stand for all others: between two neighbours no atom turns (R6, R10).

use std::collections::BTreeSet;
use std::iter::once;

use chrono::{NaiveDate, TimeDelta};
use guildhall_kernel::{Local, Time};
use rust_decimal::Decimal;

use super::interest::Interest;
use super::part::End;
use crate::{Bounds, CodeList, Codes, Fact, FactType, Period, Records, Symbol, Value};

/// Larger numbers of codes are not counted one by one.
pub(super) const MAX_COUNT: u32 = 256;

/// More ends of periods than these are not told apart one by one.
const MAX_ENDS: usize = 160;

/// A fact that stands for others.
#[derive(Clone, Debug)]
pub(super) struct Element {
    pub(super) fact: Fact,
    pub(super) span: Span,
    /// Whether this is what an open fact may turn out to be: what a rule takes it for while it is missing
    /// then holds on.
    pub(super) completes: bool,
    /// Whether the person can bring it about.
    pub(super) reachable: bool,
}

/// What it stands for.
#[derive(Clone, Debug)]
pub(super) enum Span {
    /// Itself.
    Single,
    /// Every code that is none of the others.
    Other,
    /// Every value from here to there.
    Stretch { from: Option<End>, to: Option<End> },
    /// Every set that has, beside what is said of each code, so many codes that no rule names; or more.
    Codes { further: u32, or_more: bool },
    /// Every period that begins in the first and ends in the second of these, by number.
    Period { from: usize, until: usize },
    /// Everything that is known, whatever it is.
    Any,
}

impl Element {
    pub(super) const fn new(fact: Fact, span: Span) -> Self {
        Self { fact, span, completes: false, reachable: false }
    }

    fn of(value: impl Into<Value>, span: Span) -> Self {
        Self::new(Fact::known(value), span)
    }
}

/// Whether elements can be told apart by value; of others nothing is known but that there are some.
pub(super) fn separable(kind: &FactType, interest: &Interest) -> bool {
    match kind {
        FactType::Records(_) => false,
        FactType::Set(_) => interest.is_by_code,
        FactType::Period => interest.days.len() <= MAX_ENDS / 3,
        _ => true,
    }
}

/// Values of this type, settled, one for each way that atoms can answer.
pub(super) fn settled(kind: &FactType, interest: &Interest) -> Vec<Element> {
    match kind {
        FactType::Boolean => [true, false].map(|value| Element::of(value, Span::Single)).into(),
        FactType::Symbol(list) => symbols(list.as_ref(), interest),
        FactType::Integer(bounds) => integers(bounds, interest),
        FactType::Decimal(bounds) => decimals(bounds, interest),
        FactType::Date(bounds) => dates(bounds, interest),
        FactType::Instant(_) => instants(interest),
        FactType::Period => periods(interest),
        FactType::Set(_) if !interest.is_by_code => vec![Element::of(Codes::complete([]), Span::Any)],
        FactType::Set(list) => sets(list.as_ref(), interest, &Codes::so_far([]), true),
        FactType::Records(_) => vec![Element::of(Records::complete([]), Span::Any)],
    }
}

fn fresh<'c>(
    list: Option<&'c CodeList>,
    taken: &'c BTreeSet<Symbol>,
) -> Box<dyn Iterator<Item = Symbol> + 'c> {
    match list {
        Some(list) => Box::new(list.iter().filter(|code| !taken.contains(*code)).cloned()),
        None => Box::new(
            (1..)
                .filter_map(|nth: u32| Symbol::new(format!("other-{nth}")).ok())
                .filter(|code| !taken.contains(code)),
        ),
    }
}

fn symbols(list: Option<&CodeList>, interest: &Interest) -> Vec<Element> {
    let named: BTreeSet<Symbol> = interest
        .values
        .iter()
        .filter_map(|value| match value {
            Value::Symbol(code) if list.is_none_or(|list| list.has(code.as_str())) => Some(code.clone()),
            _ => None,
        })
        .collect();
    let other = fresh(list, &named).next().map(|code| Element::of(code, Span::Other));
    named.iter().map(|code| Element::of(code.clone(), Span::Single)).chain(other).collect()
}

/// Points and their neighbours inside the bounds; there the outermost stand for all beyond.
fn stepped<T: Clone + Ord + Into<Value>>(
    points: impl IntoIterator<Item = T>,
    bounds: &Bounds<T>,
    any: T,
    step: impl Fn(&T, bool) -> Option<T>,
) -> Vec<Element> {
    let mut every: BTreeSet<T> = BTreeSet::new();
    for point in points {
        every.extend(step(&point, false));
        every.extend(step(&point, true));
        every.insert(point);
    }
    every.extend(bounds.min().cloned().into_iter().chain(bounds.max().cloned()));
    every.retain(|value| bounds.contain(value));
    if every.is_empty() {
        every.insert(any);
    }
    let last = every.len().saturating_sub(1);
    every
        .into_iter()
        .enumerate()
        .map(|(nth, value)| {
            let end = End { value: value.clone().into(), included: true };
            let from = (nth > 0 || bounds.min().is_some()).then(|| end.clone());
            let to = (nth < last || bounds.max().is_some()).then_some(end);
            Element::of(value, Span::Stretch { from, to })
        })
        .collect()
}

fn integers(bounds: &Bounds<i64>, interest: &Interest) -> Vec<Element> {
    let points = interest.values.iter().filter_map(|value| match value {
        Value::Integer(number) => Some(*number),
        _ => None,
    });
    stepped(points, bounds, 0, |number, up| if up { number.checked_add(1) } else { number.checked_sub(1) })
}

fn days(interest: &Interest) -> BTreeSet<NaiveDate> {
    let values = interest.values.iter().filter_map(|value| match value {
        Value::Date(day) => Some(*day),
        _ => None,
    });
    values.chain(interest.days.iter().copied()).collect()
}

fn dates(bounds: &Bounds<NaiveDate>, interest: &Interest) -> Vec<Element> {
    stepped(days(interest), bounds, SOME_DAY, neighbour)
}

fn neighbour(day: &NaiveDate, up: bool) -> Option<NaiveDate> {
    if up { day.succ_opt() } else { day.pred_opt() }
}

/// Any day would do where no rule names one.
pub(super) const SOME_DAY: NaiveDate = match NaiveDate::from_ymd_opt(2000, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

fn instants(interest: &Interest) -> Vec<Element> {
    let mut points: BTreeSet<Time> = interest.instants.clone();
    points.extend(interest.values.iter().filter_map(|value| match value {
        Value::Instant(time) => Some(*time),
        _ => None,
    }));
    for day in &interest.days {
        let around =
            [day.pred_opt(), Some(*day), day.succ_opt(), day.succ_opt().and_then(|day| day.succ_opt())];
        for (day, zone) in
            around.into_iter().flatten().flat_map(|day| interest.zones.iter().map(move |zone| (day, zone)))
        {
            points.extend(Local::Day(day).begins_in(*zone));
        }
    }
    let any = SOME_DAY.and_time(chrono::NaiveTime::MIN).and_utc();
    stepped(points, &Bounds::ANY, any, |time, up| {
        let step = TimeDelta::nanoseconds(if up { 1 } else { -1 });
        time.checked_add_signed(step)
    })
}

fn decimals(bounds: &Bounds<Decimal>, interest: &Interest) -> Vec<Element> {
    let mut points: BTreeSet<Decimal> = interest
        .values
        .iter()
        .filter_map(|value| match value {
            Value::Decimal(number) => Some(*number),
            _ => None,
        })
        .filter(|number| bounds.contain(number))
        .collect();
    points.extend(bounds.min().copied().into_iter().chain(bounds.max().copied()));
    let end = |value: Decimal, included| Some(End { value: value.into(), included });
    let mut elements = Vec::new();
    let mut before: Option<Decimal> = None;
    for point in &points {
        let (witness, from) = match before {
            Some(before) => (before.checked_add(*point).map(|sum| sum / Decimal::TWO), end(before, false)),
            None => (point.checked_sub(Decimal::ONE), None),
        };
        if let Some(witness) =
            witness.filter(|w| before.is_none_or(|b| b < *w) && w < point && bounds.contain(w))
        {
            elements.push(Element::of(witness, Span::Stretch { from, to: end(*point, false) }));
        }
        elements.push(Element::of(*point, Span::Stretch { from: end(*point, true), to: end(*point, true) }));
        before = Some(*point);
    }
    let beyond = before.map_or(Some(Decimal::ZERO), |last| last.checked_add(Decimal::ONE));
    if let Some(witness) = beyond.filter(|w| bounds.contain(w)) {
        let from = before.and_then(|last| end(last, false));
        elements.push(Element::of(witness, Span::Stretch { from, to: None }));
    }
    elements
}

fn periods(interest: &Interest) -> Vec<Element> {
    let mut ends: BTreeSet<NaiveDate> = BTreeSet::new();
    for day in &interest.days {
        ends.extend(neighbour(day, false));
        ends.extend(neighbour(day, true));
        ends.insert(*day);
    }
    let begins: Vec<Option<NaiveDate>> = once(None).chain(ends.iter().copied().map(Some)).collect();
    let ends: Vec<Option<NaiveDate>> = ends.into_iter().map(Some).chain(once(None)).collect();
    begins
        .iter()
        .enumerate()
        .flat_map(|from| ends.iter().enumerate().map(move |until| (from, until)))
        .filter_map(|((from, begins), (until, ends))| {
            Some(Element::of(Period::new(*begins, *ends).ok()?, Span::Period { from, until }))
        })
        .collect()
}

/// What this set may still become, or is, beside the codes that are looked at one by one.
pub(super) fn sets(
    list: Option<&CodeList>,
    interest: &Interest,
    so_far: &Codes,
    complete: bool,
) -> Vec<Element> {
    let taken: BTreeSet<Symbol> = interest.named.iter().chain(so_far.iter()).cloned().collect();
    let wanted = usize::try_from(interest.count).unwrap_or(0).saturating_sub(so_far.count());
    let fill: Vec<Symbol> = fresh(list, &taken).take(wanted).collect();
    let beside = so_far.iter().filter(|code| !interest.named.contains(*code)).count();
    (0..=fill.len())
        .map(|further| {
            let codes = so_far.iter().chain(fill.iter().take(further)).cloned();
            let codes = if complete { Codes::complete(codes) } else { Codes::so_far(codes) };
            let or_more = further == fill.len();
            let further = u32::try_from(beside + further).unwrap_or(u32::MAX);
            Element::of(codes, Span::Codes { further, or_more })
        })
        .collect()
}
