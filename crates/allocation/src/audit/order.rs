//! Who comes before whom, read from the columns: the auditor's own comparison. The list somebody is on
//! decides first, then each key of the plan, then the lot, and among equal lots the id. Under `rolling` the
//! instant of arrival stands before all keys.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::Lots;
use crate::{Applicant, First, MISSING, Plan, Problem};

/// What decides among people whom a plan does not tell apart.
#[derive(Clone, Copy)]
pub(crate) enum Ties<'a> {
    /// Their lots, as the auditor computes them.
    Lots(&'a Lots<'a>),
    /// Their places in the draw, as they are told.
    Places(&'a [u32]),
}

impl Ties<'_> {
    fn compare(self, one: Applicant, other: Applicant) -> Ordering {
        match self {
            Self::Lots(lots) => lots.compare(one, other),
            Self::Places(places) => places.get(one.index()).cmp(&places.get(other.index())),
        }
    }
}

/// The order of one plan.
pub(crate) struct Order<'a> {
    problem: &'a Problem,
    ties: Ties<'a>,
    keys: Vec<Key<'a>>,
    late: bool,
}

struct Key<'a> {
    codes: &'a [u32],
    first: Best,
}

enum Best {
    Highest,
    Lowest,
    /// The place of each code that is named, and the one of all others.
    Listed(HashMap<u32, usize>, usize),
}

impl<'a> Order<'a> {
    pub(crate) fn new(problem: &'a Problem, plan: &Plan, ties: Ties<'a>) -> Self {
        let key = |key: &crate::Key| Key {
            codes: problem.codes(key.by()),
            first: match key.first() {
                First::Highest => Best::Highest,
                First::Lowest => Best::Lowest,
                First::Listed(codes) => Best::Listed(codes.iter().copied().zip(0..).collect(), codes.len()),
            },
        };
        let arrival = problem.arrival().map(|by| Key { codes: problem.codes(by), first: Best::Lowest });
        let keys = arrival.into_iter().chain(plan.priority().iter().map(key)).collect();
        Self { problem, ties, keys, late: problem.lists() > 1 }
    }

    /// `Less` where `one` comes before `other`.
    pub(crate) fn compare(&self, one: Applicant, other: Applicant) -> Ordering {
        let lists =
            if self.late { self.problem.list(one).cmp(&self.problem.list(other)) } else { Ordering::Equal };
        let keys = || {
            let unequal = self.keys.iter().map(|key| key.compare(one, other)).find(|found| found.is_ne());
            unequal.unwrap_or(Ordering::Equal)
        };
        lists.then_with(keys).then_with(|| self.ties.compare(one, other))
    }

    /// Whether `one` comes before `other`.
    pub(crate) fn before(&self, one: Applicant, other: Applicant) -> bool {
        self.compare(one, other).is_lt()
    }
}

impl Key<'_> {
    fn compare(&self, one: Applicant, other: Applicant) -> Ordering {
        let code = |of: Applicant| self.codes.get(of.index()).copied().unwrap_or(MISSING);
        let (one, other) = (code(one), code(other));
        // Codes ascend with the values that they stand for.
        match &self.first {
            _ if one == other => Ordering::Equal,
            _ if one == MISSING => Ordering::Greater,
            _ if other == MISSING => Ordering::Less,
            Best::Highest => other.cmp(&one),
            Best::Lowest => one.cmp(&other),
            Best::Listed(places, others) => {
                let place = |code| places.get(&code).unwrap_or(others);
                place(one).cmp(place(other))
            }
        }
    }
}
