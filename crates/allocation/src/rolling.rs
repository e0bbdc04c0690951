//! First come, first served.

use std::collections::BTreeSet;

use guildhall_kernel::Time;

use crate::coverage::Coverage;
use crate::mechanism::{Mechanism, Seating, Unfit};
use crate::outcome::Work;
use crate::problem::{Applicant, Group, Problem};
use crate::rank::Ranks;
use crate::table::Table;
use crate::{Drawn, Value};

/// Everybody is answered at once, in the order of arrival: they get the first of their choices that has
/// room for them, for good, or wait for all of them. Who arrived at the same instant comes in the order of
/// the lottery. Whoever withdraws gives their seat to those who wait for that group, in the order of
/// arrival, as far as they fit now; a withdrawal comes before an arrival of the same instant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rolling;

impl Mechanism for Rolling {
    fn check(&self, problem: &Problem) -> Result<(), Unfit> {
        if problem.arrival().is_some() { Ok(()) } else { Err(Unfit::NoArrival) }
    }

    fn seat(&self, drawn: &Drawn, _: &Ranks, closed: &BTreeSet<Group>) -> Seating {
        let problem = drawn.problem();
        let order = arrivals(drawn);
        let mut leaving: Vec<(Time, u32, Applicant)> = problem
            .applicants()
            .filter_map(|applicant| {
                Some((problem.withdrawn_at(applicant)?, drawn.position(applicant), applicant))
            })
            .collect();
        leaving.sort_unstable();
        let mut leaving = leaving.into_iter().peekable();
        let mut desk = Desk {
            problem,
            closed,
            coverage: Coverage::new(problem),
            waiting: Table::of(problem.groups().len(), BTreeSet::new()),
            came: Table::of(problem.applicants().len(), None),
            gone: Table::of(problem.applicants().len(), false),
            work: Work::default(),
        };
        for (nth, (at, applicant)) in (0_u32..).zip(order) {
            while let Some((_, _, left)) = leaving.next_if(|(left, ..)| *left <= at) {
                desk.withdraw(left);
            }
            desk.arrive(nth, applicant);
        }
        leaving.for_each(|(_, _, left)| desk.withdraw(left));
        Seating { work: desk.work, seats: desk.coverage.into_seats() }
    }
}

/// Everybody in the order in which they came, and when.
pub(crate) fn arrivals(drawn: &Drawn) -> Vec<(Time, Applicant)> {
    let problem = drawn.problem();
    let arrived = |applicant: Applicant| match problem.arrival().map(|by| problem.value(applicant, by)) {
        Some(Value::Instant(at)) => at,
        _ => Time::MAX_UTC,
    };
    let mut order: Vec<_> = problem.applicants().map(|applicant| (arrived(applicant), applicant)).collect();
    order.sort_unstable_by_key(|(at, applicant)| (*at, drawn.position(*applicant)));
    order
}

/// What is known at one moment.
struct Desk<'a> {
    problem: &'a Problem,
    closed: &'a BTreeSet<Group>,
    coverage: Coverage<'a>,
    /// Who waits for a group, by arrival.
    waiting: Table<Group, BTreeSet<(u32, Applicant)>>,
    came: Table<Applicant, Option<u32>>,
    gone: Table<Applicant, bool>,
    work: Work,
}

impl Desk<'_> {
    fn arrive(&mut self, nth: u32, applicant: Applicant) {
        self.came[applicant] = Some(nth);
        if self.gone[applicant] {
            return;
        }
        let choices = self.problem.choices(applicant).iter().filter(|group| !self.closed.contains(group));
        for group in choices.clone() {
            self.work.proposals = self.work.proposals.saturating_add(1);
            if self.coverage.fits(applicant, *group) {
                self.coverage.take(applicant, *group);
                return;
            }
        }
        for group in choices {
            self.waiting[*group].insert((nth, applicant));
        }
    }

    fn withdraw(&mut self, applicant: Applicant) {
        self.gone[applicant] = true;
        self.stop_waiting(applicant);
        let Some(group) = self.coverage.give_back(applicant) else { return };
        // Without a capacity, one who leaves may make room under two limits, for two people.
        let mut after = None;
        while let Some(next) = self.next_who_fits(group, after) {
            self.coverage.take(next.1, group);
            self.stop_waiting(next.1);
            after = Some(next);
        }
    }

    fn next_who_fits(&mut self, group: Group, after: Option<(u32, Applicant)>) -> Option<(u32, Applicant)> {
        let room = |held: u32| self.problem.capacity(group).holds(held.saturating_add(1));
        if !room(self.coverage.held(group)) {
            return None;
        }
        let from = after.map_or(std::ops::Bound::Unbounded, std::ops::Bound::Excluded);
        let mut asked = 0_u64;
        let found =
            self.waiting[group].range((from, std::ops::Bound::Unbounded)).copied().find(|(_, waiting)| {
                asked = asked.saturating_add(1);
                self.coverage.fits(*waiting, group)
            });
        self.work.proposals = self.work.proposals.saturating_add(asked);
        found
    }

    fn stop_waiting(&mut self, applicant: Applicant) {
        let Some(nth) = self.came[applicant] else { return };
        for group in self.problem.choices(applicant) {
            self.waiting[*group].remove(&(nth, applicant));
        }
    }
}
