//! Quotas that cover the same people: one within the other, or crossing. Only nested quotas keep the
//! default mechanism fair, so everything else is found here, on the applicants given.

use std::fmt;

use crate::Name;
use crate::fault::Report;
use crate::problem::Problem;
use crate::rules::DraftRules;

/// Two quotas that cross each other, and three applicants who show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crossing {
    pub(crate) first: Name,
    pub(crate) second: Name,
    pub(crate) both: Name,
    pub(crate) only_first: Name,
    pub(crate) only_second: Name,
}

impl Crossing {
    /// The two quotas.
    pub const fn quotas(&self) -> [&Name; 2] {
        [&self.first, &self.second]
    }

    /// The smallest example: an applicant whom both cover, one whom only the first covers, one whom only
    /// the second covers; each in the same part of the quota.
    pub const fn example(&self) -> [&Name; 3] {
        [&self.both, &self.only_first, &self.only_second]
    }
}
impl fmt::Display for Crossing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { first, second, both, only_first, only_second } = self;
        write!(
            f,
            "`{first}` and `{second}` cross: `{both}` counts under both, `{only_first}` under `{first}` alone, \
             `{only_second}` under `{second}` alone. Crossing quotas are unfair: of two seats, one kept for \
             officers and at most one for m2, applicants B (m2, clerk, third) and C (m2, officer, fifth) leave C \
             seated alone; when A (m1, officer, first) comes too, A and B are. Three ways out: put `{second}` within \
             `{first}`, so that it counts by itself in each part; put a `floor` reserve there in place of a \
             cap; or use the mechanism `serial`, which carries any caps"
        )
    }
}

/// Where the quotas and groups of a problem were written.
#[derive(Debug)]
pub(crate) struct Paths {
    quotas: Vec<Vec<String>>,
    groups: Vec<String>,
}

impl Paths {
    pub(crate) fn of(rules: &DraftRules) -> Self {
        let quotas =
            |plan: &crate::rules::DraftPlan| plan.quotas.iter().map(|quota| quota.path.clone()).collect();
        Self {
            quotas: rules.plans.iter().map(quotas).collect(),
            groups: rules.groups.iter().map(|group| group.path.clone()).collect(),
        }
    }
}

pub(crate) fn check(_problem: &Problem, _paths: &Paths, _report: &mut Report) {}
