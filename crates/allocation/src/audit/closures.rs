//! Groups that need so many people: who takes place has enough, and who was closed has nobody (A20).

use super::{Claim, Violation};
use crate::Problem;

/// Holds what is held against minimum sizes and closures.
pub fn closures(problem: &Problem, claim: &Claim) -> Vec<Violation> {
    let mut held = vec![0_u32; problem.groups().len()];
    for applicant in problem.applicants() {
        if let Some(held) = claim.seat(applicant).and_then(|seat| held.get_mut(seat.index())) {
            *held = held.saturating_add(1);
        }
    }
    let mut closed = vec![false; held.len()];
    let mut found = Vec::new();
    for (step, (group, held)) in (1..).zip(claim.closed()) {
        // Twice the same group, or one that needs nobody.
        let again = closed.get_mut(group.index()).is_none_or(|closed| std::mem::replace(closed, true));
        if again || !(1..problem.minimum(group)).contains(&held) {
            found.push(Violation::WrongClosure { group: problem.group_id(group).to_owned(), step });
        }
    }
    for (group, (held, closed)) in problem.groups().zip(held.into_iter().zip(closed)) {
        let minimum = problem.minimum(group);
        let id = || problem.group_id(group).to_owned();
        if closed && held > 0 {
            found.push(Violation::ClosedAndHeld { group: id(), held });
        } else if !closed && (1..minimum).contains(&held) {
            found.push(Violation::TooSmall { group: id(), minimum, held });
        }
    }
    found
}
