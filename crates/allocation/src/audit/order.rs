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
    Listed(HashMap<u32, u32>, u32),
}

impl<'a> Order<'a> {
    pub(crate) fn new(problem: &'a Problem, plan: &Plan, ties: Ties<'a>) -> Self {
        let key = |key: &crate::Key| Key {
            codes: problem.codes(key.by()),
            first: match key.first() {
                First::Highest => Best::Highest,
                First::Lowest => Best::Lowest,
                First::Listed(codes) => Best::Listed(
                    codes.iter().copied().zip(0..).collect(),
                    u32::try_from(codes.len()).unwrap_or(MISSING - 1),
                ),
            },
        };
        let arrival = problem.arrival().map(|by| Key { codes: problem.codes(by), first: Best::Lowest });
        let keys = arrival.into_iter().chain(plan.priority().iter().map(key)).collect();
        Self { problem, ties, keys, late: problem.lists() > 1 }
    }

    /// What decides first, as one number: who has the smaller one comes before the other. Nothing is said of
    /// people with the same one.
    pub(crate) fn head(&self, applicant: Applicant) -> u64 {
        let first = match (self.keys.first(), self.ties) {
            (Some(key), _) => key.nth(key.code(applicant)),
            (None, Ties::Lots(lots)) => lots.head(applicant),
            (None, Ties::Places(places)) => places.get(applicant.index()).copied().unwrap_or(u32::MAX),
        };
        u64::from(self.problem.list(applicant)) << 32 | u64::from(first)
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
    fn code(&self, of: Applicant) -> u32 {
        self.codes.get(of.index()).copied().unwrap_or(MISSING)
    }

    /// The smaller, the better. Codes ascend with the values that they stand for, and none is as high as
    /// the mark of a missing one.
    fn nth(&self, code: u32) -> u32 {
        match &self.first {
            _ if code == MISSING => MISSING,
            Best::Highest => (MISSING - 1).saturating_sub(code),
            Best::Lowest => code,
            Best::Listed(places, others) => *places.get(&code).unwrap_or(others),
        }
    }

    fn compare(&self, one: Applicant, other: Applicant) -> Ordering {
        self.nth(self.code(one)).cmp(&self.nth(self.code(other)))
    }
}
