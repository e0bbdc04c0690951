//! Sets and periods that answer a rule alike, said by what they have in common: a family of sets by the
//! smallest of them, periods by a day that they have in them. Said only where nothing else would be meant.

use std::collections::BTreeSet;

use guildhall::kernel::chrono::NaiveDate;
use guildhall::rules::analysis::Part;
use guildhall::rules::{Period, Symbol, Value};

/// The smallest of the sets that are meant, where every larger one made of their codes is meant, too.
pub(super) fn smallest(parts: &[Part]) -> Option<Vec<BTreeSet<&Symbol>>> {
    let sets: BTreeSet<BTreeSet<&Symbol>> = parts.iter().filter_map(set).collect();
    let every: BTreeSet<&Symbol> = sets.iter().flatten().copied().collect();
    // A set larger by one code is meant with each set: so all larger ones are.
    let grows = |set: &BTreeSet<&Symbol>| {
        every.iter().all(|code| {
            let mut larger = set.clone();
            larger.insert(*code);
            sets.contains(&larger)
        })
    };
    if every.is_empty() || !sets.iter().all(grows) {
        return None;
    }
    let has_smaller = |set: &BTreeSet<&Symbol>| sets.iter().any(|other| other != set && other.is_subset(set));
    Some(sets.iter().filter(|set| !has_smaller(set)).cloned().collect())
}

fn set(part: &Part) -> Option<BTreeSet<&Symbol>> {
    match part {
        Part::Like(Value::Set(codes)) => Some(codes.iter().collect()),
        _ => None,
    }
}

/// A day that every one of these periods has in it, and none of the others.
pub(super) fn common_day(parts: &[Part], others: &[Part]) -> Option<NaiveDate> {
    let mut with = parts.iter().filter_map(period).peekable();
    with.peek()?;
    let with: Vec<Period> = with.collect();
    let day =
        with.iter().filter_map(Period::from).max().or_else(|| with.iter().filter_map(Period::until).min())?;
    let apart = !others.iter().filter_map(period).any(|period| period.covers(day));
    (apart && with.iter().all(|period| period.covers(day))).then_some(day)
}

fn period(part: &Part) -> Option<Period> {
    match part {
        Part::Like(Value::Period(period)) => Some(*period),
        _ => None,
    }
}

/// Whether it stands for others of its kind.
pub(super) const fn is_like(part: &Part) -> bool {
    matches!(part, Part::Like(Value::Set(_) | Value::Period(_)))
}
