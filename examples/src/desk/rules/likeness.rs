//! What parts have in common that can be said shorter: sets by the one code that each must have, periods by
//! a day that they have in them, or have not.

use guildhall::kernel::chrono::NaiveDate;
use guildhall::rules::analysis::{Days, Limit, Part};
use guildhall::rules::Symbol;

/// The codes of which a set must have one, where they are several and nothing else is said of sets.
pub(super) fn single_codes(parts: &[Part]) -> Option<Vec<&Symbol>> {
    let sets = parts.iter().filter(|part| matches!(part, Part::Codes { .. }));
    let only = |part| match part {
        &Part::Codes { ref with, ref without, further: None, complete: None }
            if without.is_empty() && with.len() == 1 =>
        {
            with.first()
        }
        _ => None,
    };
    sets.map(only).collect::<Option<Vec<_>>>().filter(|codes| codes.len() > 1)
}

/// The day that every one of these periods has in it, and no other period has.
pub(super) fn common_day(parts: &[Part]) -> Option<NaiveDate> {
    let mut periods = parts.iter().filter_map(period);
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

/// Whether some periods are meant, and none of them has the day in it.
pub(super) fn all_miss(parts: &[Part], day: NaiveDate) -> bool {
    let later =
        |limit: &Limit| !limit.open && limit.days.is_none_or(|days| days.from.is_some_and(|from| day < from));
    let earlier =
        |limit: &Limit| !limit.open && limit.days.is_none_or(|days| days.to.is_some_and(|to| to < day));
    let mut periods = parts.iter().filter_map(period).peekable();
    periods.peek().is_some() && periods.all(|(begins, ends)| later(begins) || earlier(ends))
}

const fn period(part: &Part) -> Option<(&Limit, &Limit)> {
    match part {
        Part::Period { begins, ends } => Some((begins, ends)),
        _ => None,
    }
}

/// Whether a part is about periods.
pub(super) const fn is_period(part: &Part) -> bool {
    period(part).is_some()
}
