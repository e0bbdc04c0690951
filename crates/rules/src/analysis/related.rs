//! Which conditions that cannot be cut along one fact bear on each other: who holds one of two codes holds
//! one of three (R6, R7).
//!
//! Of two that ask the same fact, one may follow from the other in Kleene's order, whatever is known; or
//! they may never both be met. Both are transitive here, so that what one condition may still say always
//! lies between what the others leave it.

use super::atom::Atom;
use crate::comparison::Filter;
use crate::node::Step;
use crate::{Comparison, Length, Otherwise, Point, Value};

/// How one condition bears on another.
pub(super) enum Bearing {
    /// The other says no less than it.
    Below,
    /// The other says no more than it.
    Above,
    /// Where it is met the other is not, and where it is open the other is not met.
    Against,
}

pub(super) fn bearing(one: &Atom<'_>, other: &Atom<'_>) -> Option<Bearing> {
    let (
        Step::Fact { key, comparison: a, if_missing },
        Step::Fact { key: its, comparison: b, if_missing: beside },
    ) = (one.step, other.step)
    else {
        return None;
    };
    if key != its || if_missing != beside {
        return None;
    }
    if implies(a, b) {
        Some(Bearing::Below)
    } else if implies(b, a) {
        Some(Bearing::Above)
    } else {
        excludes(a, b).then_some(Bearing::Against)
    }
}

/// Whether the second never says less than the first.
fn implies(a: &Comparison, b: &Comparison) -> bool {
    match (a, b) {
        (
            Comparison::Holds { codes, code, valid, at, grace },
            Comparison::Holds { codes: more, code: its, valid: during, at: then, grace: longer },
        ) => (code, valid, at) == (its, during, then) && codes.is_subset(more) && no_longer(*grace, *longer),
        (
            Comparison::RecordsAtLeast { n, matching },
            Comparison::RecordsAtLeast { n: fewer, matching: wider },
        ) => n >= fewer && narrows(matching, wider),
        (
            Comparison::Sum { of, grows, least, most, matching },
            Comparison::Sum { of: its, grows: grow, least: low, most: high, matching: same },
        ) => (of, grows, matching) == (its, grow, same) && inside((least, most), (low, high)),
        (Comparison::Age { at, least, most }, Comparison::Age { at: then, least: low, most: high }) => {
            at == then && inside((least, most), (low, high))
        }
        (
            Comparison::Apart { unit, side, moment, least, most },
            Comparison::Apart { unit: its, side: same, moment: then, least: low, most: high },
        ) => (unit, side, moment) == (its, same, then) && inside((least, most), (low, high)),
        _ => ordered(a, b).is_some_and(|(a, b)| a & !b == 0),
    }
}

/// Whether they are never both met.
fn excludes(a: &Comparison, b: &Comparison) -> bool {
    match (a, b) {
        (
            Comparison::Sum { of, grows, least, most, matching },
            Comparison::Sum { of: its, grows: grow, least: low, most: high, matching: same },
        ) => (of, grows, matching) == (its, grow, same) && apart((least, most), (low, high)),
        (Comparison::Age { at, least, most }, Comparison::Age { at: then, least: low, most: high }) => {
            at == then && apart((least, most), (low, high))
        }
        (
            Comparison::Apart { unit, side, moment, least, most },
            Comparison::Apart { unit: its, side: same, moment: then, least: low, most: high },
        ) => (unit, side, moment) == (its, same, then) && apart((least, most), (low, high)),
        _ => ordered(a, b).is_some_and(|(a, b)| a & b == 0),
    }
}

type Ends<'e, T> = (&'e Option<T>, &'e Option<T>);

/// Whether every number in the first range is in the second.
fn inside<T: PartialOrd>((least, most): Ends<'_, T>, (low, high): Ends<'_, T>) -> bool {
    let from = low.as_ref().is_none_or(|low| least.as_ref().is_some_and(|least| low <= least));
    let to = high.as_ref().is_none_or(|high| most.as_ref().is_some_and(|most| most <= high));
    from && to
}

/// Whether no number is in both ranges.
fn apart<T: PartialOrd>((least, most): Ends<'_, T>, (low, high): Ends<'_, T>) -> bool {
    let beyond = |most: &Option<T>, least: &Option<T>| match (most, least) {
        (Some(most), Some(least)) => most < least,
        _ => false,
    };
    beyond(most, low) || beyond(high, least)
}

/// Whether who is in grace by the first is by the second. Days and months are not compared.
fn no_longer(grace: Option<Length>, longer: Option<Length>) -> bool {
    match (grace, longer) {
        (None, _) => true,
        (Some(grace), Some(longer)) => grace.unit() == longer.unit() && grace.count() <= longer.count(),
        (Some(_), None) => false,
    }
}

/// Whether every record that the first lets through the second does.
fn narrows(matching: &Filter, wider: &Filter) -> bool {
    wider
        .iter()
        .all(|(field, wider)| matching.get(field).is_some_and(|own| own == wider || leaves(own, wider)))
}

/// Whether of one value the second comparison never says less than the first.
fn leaves(own: &Comparison, wider: &Comparison) -> bool {
    let is_open = |otherwise: &Otherwise| *otherwise == Otherwise::Undetermined;
    match (own, wider) {
        (Comparison::Is(is), Comparison::OneOf { values, .. }) => values.contains(is),
        (Comparison::OneOf { values, otherwise }, Comparison::OneOf { values: more, otherwise: other }) => {
            values.is_subset(more) && (!is_open(otherwise) || is_open(other))
        }
        _ => match (range(own), range(wider)) {
            (Some((least, most)), Some((low, high))) => {
                let alike = [least, most, low, high].into_iter().flatten().map(Value::words);
                let first = alike.clone().next();
                alike.clone().all(|words| Some(words) == first)
                    && low.is_none_or(|low| least.is_some_and(|least| low <= least))
                    && high.is_none_or(|high| most.is_some_and(|most| most <= high))
            }
            _ => false,
        },
    }
}

const fn range(comparison: &Comparison) -> Option<(Option<&Value>, Option<&Value>)> {
    match comparison {
        Comparison::AtLeast(least) => Some((Some(least), None)),
        Comparison::AtMost(most) => Some((None, Some(most))),
        Comparison::Between { least, most } => Some((Some(least), Some(most))),
        _ => None,
    }
}

/// Which orders each accepts, where both compare with the same moment: earlier, equal and later, as bits.
fn ordered(a: &Comparison, b: &Comparison) -> Option<(u8, u8)> {
    let ((at, a), (then, b)) = (accepted(a)?, accepted(b)?);
    (at == then).then_some((a, b))
}

const fn accepted(comparison: &Comparison) -> Option<(&Point, u8)> {
    match comparison {
        Comparison::Before(point) => Some((point, 0b001)),
        Comparison::OnOrBefore(point) => Some((point, 0b011)),
        Comparison::OnOrAfter(point) => Some((point, 0b110)),
        Comparison::After(point) => Some((point, 0b100)),
        _ => None,
    }
}
