//! What a result claims, in the numbers of its problem: everybody exactly once, nobody and nothing unknown.

use super::Violation;
use crate::{Applicant, Group, LotteryKey, Problem, Published, WrittenList};

/// Who is said to have which seat, with which lot, and which groups are said to be closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// By applicant; `u32::MAX` for no seat.
    seats: Vec<u32>,
    /// By applicant, where they were published.
    keys: Vec<Option<LotteryKey>>,
    closed: Vec<Group>,
    /// How many each closed group is said to have held.
    held: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Claim {
    /// A claim that was never written down: it has no lots that could be held against the draw.
    pub fn new(
        problem: &Problem,
        seat: impl Fn(Applicant) -> Option<Group>,
        closed: &[(Group, u32)],
    ) -> Self {
        Self {
            seats: problem.applicants().map(|one| seat(one).map_or(NONE, |group| group.0)).collect(),
            keys: Vec::new(),
            closed: closed.iter().map(|(group, _)| *group).collect(),
            held: closed.iter().map(|(_, held)| *held).collect(),
        }
    }

    /// Reads a published result of a problem whose lists were drawn like this. The second part says all
    /// that is wrong with the document itself; what it says of people who did not apply, and what it says
    /// of somebody again, is left out of the claim.
    pub fn read(published: &Published, problem: &Problem, lists: &[WrittenList]) -> (Self, Vec<Violation>) {
        let mut found = Vec::new();
        if published.hash != problem.hash() || published.problem != *problem.id() {
            found.push(Violation::OtherProblem { claimed: published.hash, computed: problem.hash() });
        }
        if published.mechanism != *problem.mechanism() {
            found.push(Violation::OtherMechanism);
        }
        for (list, nth) in (1..=u8::MAX).zip(0..published.lists.len().max(lists.len())) {
            if published.lists.get(nth) != lists.get(nth) {
                found.push(Violation::OtherDraw { list });
            }
        }
        let people = problem.applicants().len();
        let mut claim = Self {
            seats: vec![NONE; people],
            keys: vec![None; people],
            closed: Vec::with_capacity(published.closures.len()),
            held: Vec::with_capacity(published.closures.len()),
        };
        for closure in &published.closures {
            match problem.find_group(closure.group.as_str()) {
                Some(group) => {
                    claim.closed.push(group);
                    claim.held.push(closure.held);
                }
                None => found.push(Violation::UnknownGroup { group: closure.group.to_string() }),
            }
        }
        claim.read_assignments(published, problem, &mut found);
        (claim, found)
    }

    fn read_assignments(&mut self, published: &Published, problem: &Problem, found: &mut Vec<Violation>) {
        // Results are in the order of ids, as applicants are, so mostly the next one is the one sought.
        let mut next = problem.applicants().fuse();
        for assignment in &published.assignments {
            let id = assignment.applicant.as_str();
            let here = next.next().filter(|next| problem.applicant_id(*next) == id);
            let Some(applicant) = here.or_else(|| problem.find_applicant(id)) else {
                found.push(Violation::UnknownApplicant { applicant: id.to_owned() });
                continue;
            };
            let (Some(seat), Some(key)) =
                (self.seats.get_mut(applicant.index()), self.keys.get_mut(applicant.index()))
            else {
                continue;
            };
            if key.replace(assignment.key).is_some() {
                found.push(Violation::Twice { applicant: id.to_owned() });
                continue;
            }
            let choices = problem.choices(applicant);
            let claimed = assignment.choice.map_or(0, |choice| super::tree::place(choice.get()));
            let at = claimed.checked_sub(1).and_then(|at| choices.get(at)).copied();
            let Some(named) = &assignment.group else {
                if claimed != 0 {
                    found.push(Violation::WrongChoice { applicant: id.to_owned(), claimed });
                }
                continue;
            };
            if let Some(group) = at.filter(|at| problem.group_id(*at) == named.as_str()) {
                *seat = group.0;
                continue;
            }
            match problem.find_group(named.as_str()) {
                Some(group) => {
                    *seat = group.0;
                    // A seat that was not asked for is found later, whichever choice it is said to be.
                    if choices.contains(&group) {
                        found.push(Violation::WrongChoice { applicant: id.to_owned(), claimed });
                    }
                }
                None => found.push(Violation::UnknownGroup { group: named.to_string() }),
            }
        }
        for (applicant, key) in problem.applicants().zip(&self.keys) {
            if key.is_none() {
                found.push(Violation::Missing { applicant: problem.applicant_id(applicant).to_owned() });
            }
        }
    }

    /// Somebody's seat.
    pub fn seat(&self, applicant: Applicant) -> Option<Group> {
        self.seats.get(applicant.index()).filter(|seat| **seat != NONE).map(|seat| Group(*seat))
    }

    /// Somebody's lot.
    pub fn key(&self, applicant: Applicant) -> Option<LotteryKey> {
        self.keys.get(applicant.index()).copied().flatten()
    }

    /// The groups that are said to be closed for want of people, in order, and how many each had.
    pub fn closed(&self) -> impl ExactSizeIterator<Item = (Group, u32)> {
        self.closed.iter().copied().zip(self.held.iter().copied())
    }
}
