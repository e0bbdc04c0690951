//! Records that people in questions may have: they are not cut, but found for what they are to answer (R6,
//! R7).

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::prelude::ToPrimitive;

use super::atom::{Atom, Atoms};
use super::diagram;
use super::element;
use super::interest::{Interest, last_reaching};
use super::space::Axis;
use crate::node::Step;
use crate::{
    Comparison, Fact, FactKey, FactType, Facts, Length, Otherwise, Period, Point, Record, RecordType,
    Records, Value, Verdict,
};

/// How many different records there are for one condition, and for all.
const OF_AN_ATOM: usize = 96;
const IN_ALL: usize = 384;

/// How many values of one field.
const OF_A_FIELD: usize = 32;

/// How many people are tried until their records fit.
const TRIED: usize = 1_024;

/// Records one by one, such that each condition about the fact is answered in some way by some of them.
pub(super) fn different(key: &FactKey, kind: &RecordType, atoms: &Atoms<'_>) -> Vec<Record> {
    let (mut seen, mut every) = (BTreeSet::new(), Vec::new());
    let about: Vec<_> = atoms.about(key).filter_map(asked).collect();
    // What one condition does not ask may matter to another.
    let alone = about.iter().map(std::slice::from_ref);
    for comparisons in alone.chain([&about[..]]) {
        for record in of(kind, comparisons) {
            if every.len() < IN_ALL && seen.insert(record.clone()) {
                every.push(record);
            }
        }
    }
    every
}

fn asked<'r>(atom: &Atom<'r>) -> Option<&'r Comparison> {
    match atom.step {
        Step::Fact { comparison, .. } => Some(comparison),
        _ => None,
    }
}

fn of(kind: &RecordType, comparisons: &[&Comparison]) -> Vec<Record> {
    let mut interests: BTreeMap<&FactKey, Interest> = BTreeMap::new();
    let mut first: BTreeMap<&FactKey, Vec<Value>> = BTreeMap::new();
    let nothing = Facts::default();
    let ask = |interests: &mut BTreeMap<_, Interest>, field, comparison: &Comparison| {
        interests.entry(field).or_default().add(field, field, comparison, None, &nothing);
    };
    for comparison in comparisons {
        match comparison {
            Comparison::Holds { codes, code, valid, at, grace } => {
                let values = codes.iter().cloned().map(Value::Symbol).collect();
                ask(&mut interests, code, &Comparison::OneOf { values, otherwise: Otherwise::Unmet });
                ask(&mut interests, valid, &Comparison::Covers(at.clone()));
                first.entry(valid).or_default().extend(validities(at, *grace));
            }
            Comparison::RecordsAtLeast { matching, .. } => {
                matching.iter().for_each(|(field, comparison)| ask(&mut interests, field, comparison));
            }
            Comparison::Sum { of, least, most, matching, .. } => {
                matching.iter().for_each(|(field, comparison)| ask(&mut interests, field, comparison));
                let whole =
                    matches!(kind.get(of.as_str()).map(|field| field.kind()), Some(FactType::Integer(_)));
                let interest = interests.entry(of).or_default();
                for end in [least, most].into_iter().flatten() {
                    let value =
                        if whole { end.ceil().to_i64().map(Value::from) } else { Some((*end).into()) };
                    interest.values.extend(value);
                }
            }
            _ => {}
        }
    }
    let mut records = vec![Record::default()];
    for field in kind.iter() {
        let key = field.key();
        let none = Interest::default();
        let interest = interests.get(key).unwrap_or(&none);
        let settled = match element::separable(field.kind(), interest) {
            true => element::settled(field.kind(), interest),
            false => element::settled(field.kind(), &none),
        };
        let settled = settled.into_iter().filter_map(|element| element.fact.value().cloned());
        let before = first.remove(key);
        let most = if before.is_some() {
            6
        } else if interests.contains_key(key) {
            OF_A_FIELD
        } else {
            1
        };
        let mut values: Vec<Value> = Vec::new();
        for value in before.into_iter().flatten().chain(settled) {
            if values.len() < most && !values.contains(&value) && field.kind().admits(&value) {
                values.push(value);
            }
        }
        let values = values.into_iter().map(Some).chain(interests.contains_key(key).then_some(None));
        let values: Vec<Option<Value>> = values.collect();
        let with = |value: &Option<Value>, record: &Record| {
            let own = value.clone().map(|value| (key.clone(), value));
            Record::new(record.iter().map(|(key, value)| (key.clone(), value.clone())).chain(own))
        };
        let records_so_far = &records;
        let all =
            values.iter().flat_map(|value| records_so_far.iter().map(move |record| with(value, record)));
        records = all.take(OF_AN_ATOM).collect();
    }
    records
}

/// Always; until the day before, which is in grace; and until grace was over, too.
fn validities(at: &Point, grace: Option<Length>) -> Vec<Value> {
    let day = at.find(&Facts::default()).and_then(|found| found.day(at.zone())).ok();
    let before = day.and_then(|day| day.pred_opt());
    let over = grace.and_then(|grace| before.and_then(|day| last_reaching(grace.unit(), grace.count(), day)));
    let ends = std::iter::once(None).chain(before.map(Some)).chain(over.map(Some));
    ends.filter_map(|until| Period::new(None, until).ok()).map(Value::from).collect()
}

/// The same person with records of which conditions say what they say on this way, as far as such are found;
/// and how much work it was.
pub(super) fn fitting(
    axes: &[Axis<'_>],
    atoms: &Atoms<'_>,
    way: &[diagram::Step],
    somebody: &Facts,
    most: usize,
) -> (Facts, usize) {
    let (mut fitted, mut work) = (somebody.clone(), 0);
    for axis in axes {
        let Axis::Fact(axis) = axis else { continue };
        if !matches!(somebody.get(axis.key.as_str()).and_then(Fact::value), Some(Value::Records(_))) {
            continue;
        }
        let wanted: Vec<(&Atom<'_>, Verdict)> = way
            .iter()
            .filter_map(|(nth, cell)| match axes.get(*nth)? {
                Axis::Opaque { atom, answers } => Some((atoms.get(*atom)?, *answers.get(*cell)?)),
                _ => None,
            })
            .filter(|(atom, _)| matches!(atom.step, Step::Fact { key, .. } if key == axis.key))
            .collect();
        let pool: Vec<&Record> = axis
            .elements
            .iter()
            .filter_map(|element| match element.fact.value() {
                Some(Value::Records(records)) => records.iter().next(),
                _ => None,
            })
            .collect();
        let mut had: Vec<Record> = Vec::new();
        let mut met = |records: &[Record], fitted: &Facts| -> Vec<bool> {
            work += wanted.len();
            let facts =
                fitted.clone().with(axis.key.clone(), Fact::known(Records::complete(records.to_vec())));
            wanted.iter().map(|(atom, said)| says(atom, &facts) == Some(*said)).collect()
        };
        let mut fits = met(&had, &fitted);
        let mut tried = 0;
        for (nth, (atom, _)) in wanted.iter().enumerate() {
            let tries = pool.iter().flat_map(|record| copies(atom).map(move |count| (*record, count)));
            for (record, count) in tries {
                if fits.get(nth) == Some(&true) || tried >= TRIED.min(most) {
                    break;
                }
                tried += 1;
                let mut more = had.clone();
                more.extend(std::iter::repeat_n(record.clone(), count));
                let now = met(&more, &fitted);
                let keeps = fits.iter().zip(&now).all(|(before, now)| *now || !before);
                if keeps && now.get(nth) == Some(&true) {
                    (had, fits) = (more, now);
                }
            }
        }
        fitted = fitted.with(axis.key.clone(), Fact::known(Records::complete(had)));
    }
    (fitted, work)
}

fn says(atom: &Atom<'_>, facts: &Facts) -> Option<Verdict> {
    match atom.step {
        Step::Fact { key, comparison, .. } => {
            Some(comparison.verdict(facts.get(key.as_str()).unwrap_or(&Fact::Missing), facts))
        }
        _ => None,
    }
}

/// How many of one record may make a difference.
fn copies(atom: &Atom<'_>) -> std::vec::IntoIter<usize> {
    let counts = match asked(atom) {
        Some(Comparison::RecordsAtLeast { n, .. }) if *n <= 64 => {
            vec![1, usize::try_from(*n).unwrap_or(1)]
        }
        Some(Comparison::Sum { .. }) => vec![1, 4, 16, 64],
        _ => vec![1],
    };
    counts.into_iter()
}
