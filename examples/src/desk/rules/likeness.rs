//! What parts have in common that can be said shorter: sets by the one code that each must have, periods by
//! a day that they have in them, or have not.

use std::collections::BTreeSet;

use guildhall::kernel::chrono::NaiveDate;
use guildhall::rules::Symbol;
use guildhall::rules::analysis::{Days, Limit, Part};

/// The codes of which a set must have one, where they are several and nothing else is said of sets.
pub(super) fn single_codes<'p>(parts: &BTreeSet<&'p Part>) -> Option<Vec<&'p Symbol>> {
    let sets = parts.iter().copied().filter(|part| matches!(part, Part::Codes { .. }));
    let only = |part: &'p Part| match part {
        Part::Codes { with, without, further: None, complete: None }
            if without.is_empty() && with.len() == 1 =>
        {
            with.first()
        }
        _ => None,
    };
    sets.map(only).collect::<Option<Vec<_>>>().filter(|codes| codes.len() > 1)
}

/// The day that every period has in it that is meant, and no other period has.
pub(super) fn common_day(parts: &BTreeSet<&Part>) -> Option<NaiveDate> {
    let mut periods = parts.iter().copied().filter_map(period);
    match (periods.next(), periods.next()) {
        (
            Some((
                Limit { open: true, days: Some(Days { from: None, to: Some(begins) }) },
                Limit { open: true, days: Some(Days { from: Some(ends), to: None }) },
            )),
            None,
        ) if begins == ends => Some(*begins),
        _ => None,
    }
}

/// The day that no period has in it that is meant, where every other period has.
pub(super) fn missed_day(parts: &BTreeSet<&Part>) -> Option<NaiveDate> {
    let any = Limit::default();
    let (mut before, mut after) = (None, None);
    for (begins, ends) in parts.iter().copied().filter_map(period) {
        match (begins, ends) {
            (begins, Limit { open: false, days: Some(Days { from: None, to: Some(last) }) })
                if *begins == any && before.is_none() =>
            {
                before = last.succ_opt();
            }
            (Limit { open: false, days: Some(Days { from: Some(first), to: None }) }, ends)
                if *ends == any && after.is_none() =>
            {
                after = first.pred_opt();
            }
            _ => return None,
        }
    }
    before.filter(|day| after == Some(*day))
}

const fn period(part: &Part) -> Option<(&Limit, &Limit)> {
    match part {
        Part::Period { begins, ends } => Some((begins, ends)),
        _ => None,
    }
}
