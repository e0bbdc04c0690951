//! Spots as results and reasons name them: quotas, and the values that these count by themselves.

use super::Limit;
use super::tree::{Spot, Tree};
use crate::{Covers, Name, Part, Problem, Quota, Value, WrittenValue};

/// The limit that a spot of a group is.
pub(crate) fn limit(problem: &Problem, quotas: &[Quota], tree: &Tree<'_>, at: u32) -> Limit {
    let within = within(problem, quotas, tree, at);
    if within.is_empty() { Limit::Capacity } else { Limit::Quota { within } }
}

/// The limit that a spot over all groups is.
pub(crate) fn overall_limit(problem: &Problem, caps: &[Quota], tree: &Tree<'_>, at: u32) -> Limit {
    let part = tree.spot(at).and_then(|spot| part(problem, caps, spot));
    part.map_or(Limit::Capacity, |cap| Limit::Overall { cap })
}

/// The quota of a spot, after those around it.
pub(crate) fn within(problem: &Problem, quotas: &[Quota], tree: &Tree<'_>, at: u32) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut next = at;
    while let Some(spot) = tree.spot(next)
        && let Some(part) = part(problem, quotas, spot)
    {
        parts.push(part);
        next = spot.outer;
    }
    parts.reverse();
    parts
}

pub(crate) fn part(problem: &Problem, quotas: &[Quota], spot: Spot) -> Option<Part> {
    let quota = quotas.get(spot.quota?)?;
    let value = match quota.covers() {
        Covers::Where(_) => None,
        Covers::Each(attribute) => written(problem.value_of(*attribute, spot.code)),
    };
    Some(Part { quota: quota.name().clone(), value })
}

/// A value as it is written.
pub(crate) fn written(value: Value<'_>) -> Option<WrittenValue> {
    match value {
        Value::Missing => None,
        Value::Integer(number) => Some(WrittenValue::Integer(number)),
        Value::Text(text) => Name::new(text).ok().map(WrittenValue::Text),
        Value::Instant(at) => Name::new(at.to_rfc3339()).ok().map(WrittenValue::Text),
    }
}
