//! Serial dictatorship: one order for all groups.

use std::collections::BTreeSet;

use crate::Drawn;
use crate::coverage::Coverage;
use crate::mechanism::{Mechanism, Seating, Unfit};
use crate::outcome::Work;
use crate::problem::{Applicant, Group, PlanIndex, Problem};
use crate::rank::Ranks;

/// Everybody in turn, by one order for all groups, takes the best of their choices that still has room for
/// them. It carries any limits, also such as cross each other or count over all groups: nobody who sits
/// ever has to rise, so honesty pays under all of them. Reserves it has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Serial;

impl Mechanism for Serial {
    fn check(&self, problem: &Problem) -> Result<(), Unfit> {
        let plans = problem.plans();
        let first = plans.first().map_or(&[][..], |plan| plan.priority());
        if let Some(other) = plans.iter().find(|plan| plan.priority() != first) {
            return Err(Unfit::Priorities(other.name().clone()));
        }
        match plans.iter().find(|plan| plan.quotas().iter().any(|quota| quota.reserve().is_some())) {
            Some(plan) => Err(Unfit::Reserves(plan.name().clone())),
            None => Ok(()),
        }
    }

    fn seat(&self, drawn: &Drawn, ranks: &Ranks, closed: &BTreeSet<Group>) -> Seating {
        let problem = drawn.problem();
        let mut order: Vec<Applicant> = problem.applicants().collect();
        if !problem.plans().is_empty() {
            order.sort_unstable_by_key(|applicant| ranks.rank(PlanIndex(0), *applicant));
        }
        let mut coverage = Coverage::new(problem);
        let mut work = Work::default();
        for applicant in order {
            for group in problem.choices(applicant).iter().filter(|group| !closed.contains(group)) {
                work.proposals = work.proposals.saturating_add(1);
                if coverage.fits(applicant, *group) {
                    coverage.take(applicant, *group);
                    break;
                }
            }
        }
        Seating { seats: coverage.into_seats(), work }
    }
}
