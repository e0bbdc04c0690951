//! Limits that may cross each other: how many each of them counts, and whether one more fits. For
//! mechanisms that never take a seat back, any such limits will do.

use std::collections::HashMap;

use crate::column::index;
use crate::plan::{Plan, Quota};
use crate::problem::{Applicant, Group, Problem, QuotaIndex};
use crate::shape::Quick;
use crate::table::{Number, Table, number};

/// One part that a quota of a plan, or a cap over all groups, makes of the applicants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Part(u32);
number!(Part);

/// The parts that each applicant is in, as far as they are limited.
#[derive(Debug, Default)]
struct Parts {
    ends: Vec<u32>,
    parts: Vec<Part>,
    caps: Table<Part, u32>,
}

impl Parts {
    fn new(problem: &Problem, plan: &Plan) -> Self {
        let mut made = Self::default();
        // Unlimited quotas make parts too, as what others lie within.
        let mut known: HashMap<(Option<Part>, QuotaIndex, u32), Part, Quick> = HashMap::default();
        let mut path: Vec<(QuotaIndex, Part)> = Vec::new();
        for applicant in problem.applicants() {
            path.clear();
            for (nth, code) in problem.covering(applicant, plan) {
                let quota = plan.quota(nth);
                let outer = quota.and_then(Quota::parent);
                let outer = path.iter().find(|(around, _)| Some(*around) == outer).map(|(_, part)| *part);
                let cap = quota.and_then(Quota::cap);
                let part = *known
                    .entry((outer, nth, code))
                    .or_insert_with(|| made.caps.push(cap.unwrap_or(u32::MAX)));
                path.push((nth, part));
                if cap.is_some() {
                    made.parts.push(part);
                }
            }
            made.end();
        }
        made
    }

    fn over_all(problem: &Problem) -> Self {
        let mut made = Self::default();
        let mut known: HashMap<(usize, u32), Part, Quick> = HashMap::default();
        for applicant in problem.applicants() {
            for (nth, cap) in problem.caps().iter().enumerate() {
                if let Some(code) = problem.covered(applicant, cap) {
                    let most = cap.cap().unwrap_or(u32::MAX);
                    let part = *known.entry((nth, code)).or_insert_with(|| made.caps.push(most));
                    made.parts.push(part);
                }
            }
            made.end();
        }
        made
    }

    fn end(&mut self) {
        self.ends.push(u32::try_from(self.parts.len()).unwrap_or(u32::MAX));
    }

    fn of(&self, applicant: Applicant) -> &[Part] {
        let at = applicant.index();
        let begin = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(at).copied().unwrap_or(begin);
        self.parts.get(index(begin)..index(end)).unwrap_or_default()
    }
}

/// Who sits where, and what every limit counts.
#[derive(Debug)]
pub(crate) struct Coverage<'a> {
    problem: &'a Problem,
    plans: Vec<Parts>,
    over_all: Parts,
    held: Table<Group, u32>,
    counts: HashMap<(Group, Part), u32, Quick>,
    all: Table<Part, u32>,
    seats: Table<Applicant, Option<Group>>,
}

impl<'a> Coverage<'a> {
    pub(crate) fn new(problem: &'a Problem) -> Self {
        let over_all = Parts::over_all(problem);
        Self {
            problem,
            plans: problem.plans().iter().map(|plan| Parts::new(problem, plan)).collect(),
            held: Table::of(problem.groups().len(), 0),
            counts: HashMap::default(),
            all: Table::of(over_all.caps.len(), 0),
            over_all,
            seats: Table::of(problem.applicants().len(), None),
        }
    }

    /// Whether one more fits.
    pub(crate) fn fits(&self, applicant: Applicant, group: Group) -> bool {
        let room = |part: &Part| self.all[*part] < self.over_all.caps[*part];
        let Some(parts) = self.plans.get(self.problem.plan_of(group).index()) else { return false };
        let room_here =
            |part: &Part| self.counts.get(&(group, *part)).is_none_or(|count| *count < parts.caps[*part]);
        self.problem.capacity(group).holds(self.held[group].saturating_add(1))
            && parts.of(applicant).iter().all(room_here)
            && self.over_all.of(applicant).iter().all(room)
    }

    /// Seats somebody who fits.
    pub(crate) fn take(&mut self, applicant: Applicant, group: Group) {
        self.seats[applicant] = Some(group);
        self.held[group] = self.held[group].saturating_add(1);
        for part in self.parts(applicant, group) {
            let count = self.counts.entry((group, part)).or_default();
            *count = count.saturating_add(1);
        }
        for part in self.over_all.of(applicant) {
            self.all[*part] = self.all[*part].saturating_add(1);
        }
    }

    /// Takes somebody's seat back, and says of which group it was.
    pub(crate) fn give_back(&mut self, applicant: Applicant) -> Option<Group> {
        let group = self.seats[applicant].take()?;
        self.held[group] = self.held[group].saturating_sub(1);
        for part in self.parts(applicant, group) {
            let count = self.counts.entry((group, part)).or_default();
            *count = count.saturating_sub(1);
        }
        for part in self.over_all.of(applicant) {
            self.all[*part] = self.all[*part].saturating_sub(1);
        }
        Some(group)
    }

    pub(crate) fn held(&self, group: Group) -> u32 {
        self.held[group]
    }

    pub(crate) fn into_seats(self) -> Vec<Option<Group>> {
        self.seats.into_rows()
    }

    fn parts(&self, applicant: Applicant, group: Group) -> Vec<Part> {
        let parts = self.plans.get(self.problem.plan_of(group).index());
        parts.map_or(&[][..], |parts| parts.of(applicant)).to_vec()
    }
}
