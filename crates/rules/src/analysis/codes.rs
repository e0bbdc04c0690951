//! What conditions say of a set, code by code.

use std::collections::BTreeMap;

use super::Inconclusive;
use super::diagram::{Diagrams, MET, NODE, Op, Ref, UNDETERMINED, UNMET};
use crate::{Codes, Comparison, Symbol};

/// The codes that a set is asked for, one by one.
pub(super) fn named(comparison: &Comparison) -> impl Iterator<Item = &Symbol> {
    let (one, several) = match comparison {
        Comparison::Includes(code) => (Some(code), None),
        Comparison::IncludesAll(codes) | Comparison::Overlaps(codes) => (None, Some(codes)),
        _ => (None, None),
    };
    one.into_iter().chain(several.into_iter().flatten())
}

/// What a comparison says of a set that has these codes, and those that the axes say; nothing where it is
/// not about codes.
pub(super) fn says(
    comparison: &Comparison,
    base: &Codes,
    axes: Option<&BTreeMap<Symbol, usize>>,
    diagrams: &mut Diagrams,
) -> Result<Option<Ref>, Inconclusive> {
    // What a set lacks that may become more is not settled.
    let lacks = if base.is_complete() { UNMET } else { UNDETERMINED };
    if let Comparison::CountAtLeast(n) = comparison {
        let had = u32::try_from(base.count()).unwrap_or(u32::MAX);
        let axes: Vec<usize> = axes.into_iter().flat_map(|axes| axes.values().copied()).collect();
        diagrams.step(axes.len() * NODE)?;
        let each: Vec<Ref> = axes.into_iter().map(|axis| diagrams.make(axis, &[UNMET, MET])).collect();
        let enough = diagrams.at_least(n.saturating_sub(had), &each)?;
        return diagrams.apply(Op::Max, enough, lacks).map(Some);
    }
    let mut each = Vec::new();
    for code in named(comparison) {
        diagrams.step(NODE)?;
        each.push(match axes.and_then(|axes| axes.get(code)) {
            _ if base.includes(code.as_str()) => MET,
            Some(axis) => diagrams.make(*axis, &[lacks, MET]),
            None => lacks,
        });
    }
    Ok(match comparison {
        Comparison::Includes(_) | Comparison::IncludesAll(_) => Some(diagrams.fold(Op::Min, MET, each)?),
        Comparison::Overlaps(_) => Some(diagrams.fold(Op::Max, lacks, each)?),
        _ => None,
    })
}
