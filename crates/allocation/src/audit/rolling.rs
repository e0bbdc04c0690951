//! First come, first served, followed event by event: who came when, what was free then, who left.
//!
//! Everybody is answered in the order of arrival, among those who came at the same instant in the order of
//! lots: the first of their choices that has a seat for them, for good, or a place on the waiting list.
//! When somebody gives up a seat, the first on the waiting list for whom there is now a seat in that group
//! gets it. At one instant seats are given up, in the order of lots, before those who arrive are answered.

use std::collections::BTreeSet;

use super::room::Room;
use super::tree::Tree;
use super::{Claim, Lots, Order, Ties, Violation};
use crate::{Applicant, Group, Problem, Value};

/// Holds every seat against the one that was due.
pub(crate) fn turns(problem: &Problem, claim: &Claim, lots: &Lots<'_>) -> Vec<Violation> {
    let due = follow(problem, lots);
    let wrong = problem.applicants().zip(due).filter(|(applicant, due)| claim.seat(*applicant) != *due);
    let group = |seat: Option<Group>| seat.map(|group| problem.group_id(group).to_owned());
    wrong
        .map(|(applicant, due)| Violation::WrongTurn {
            applicant: problem.applicant_id(applicant).to_owned(),
            given: group(claim.seat(applicant)),
            due: group(due),
        })
        .collect()
}

/// Who has which seat in the end.
fn follow(problem: &Problem, lots: &Lots<'_>) -> Vec<Option<Group>> {
    let mut seats: Vec<Option<Group>> = vec![None; problem.applicants().len()];
    // Nothing but arrival and lots decides, so that all plans have the same order.
    let Some((plan, arrival)) = problem.plans().first().zip(problem.arrival()) else { return seats };
    let order = Order::new(problem, plan, Ties::Lots(lots));
    let mut turns: Vec<_> = problem.applicants().collect();
    turns.sort_by(|one, other| order.compare(*one, *other));
    let arrived = |one: Applicant| problem.value(one, arrival);
    let left = |one: Applicant| problem.withdrawn_at(one).map(Value::Instant);
    let mut leaves: Vec<_> = problem.applicants().filter_map(|one| Some((left(one)?, one))).collect();
    leaves.sort_by(|(at, one), (other_at, other)| at.cmp(other_at).then_with(|| lots.compare(*one, *other)));
    let mut leaves = leaves.into_iter().peekable();
    let room =
        |group| Room::new(Tree::new(problem, problem.plan(group).quotas()), problem.capacity(group).seats());
    let mut rooms: Vec<_> = problem.groups().map(room).collect();
    // By place in the order of arrival.
    let mut waiting: BTreeSet<usize> = BTreeSet::new();
    for (turn, next) in turns.iter().copied().map(Some).chain([None]).enumerate() {
        while let Some((_, leaver)) = leaves.next_if(|(at, _)| next.is_none_or(|next| *at <= arrived(next))) {
            waiting.retain(|turn| turns.get(*turn) != Some(&leaver));
            let Some(free) = seats.get_mut(leaver.index()).and_then(Option::take) else { continue };
            let Some(room) = rooms.get_mut(free.index()) else { continue };
            room.leave(leaver);
            waiting.retain(|turn| {
                let Some(waiter) = turns.get(*turn).copied() else { return false };
                let moves = problem.choices(waiter).contains(&free) && room.fits(waiter);
                if moves {
                    room.take(waiter);
                    if let Some(seat) = seats.get_mut(waiter.index()) {
                        *seat = Some(free);
                    }
                }
                !moves
            });
        }
        let Some(next) = next else { break };
        if left(next).is_some_and(|left| left <= arrived(next)) {
            continue;
        }
        let fits = |group: &&Group| rooms.get_mut(group.index()).is_some_and(|room| room.fits(next));
        match problem.choices(next).iter().find(fits) {
            None => {
                waiting.insert(turn);
            }
            Some(group) => {
                if let Some(room) = rooms.get_mut(group.index()) {
                    room.take(next);
                }
                if let Some(seat) = seats.get_mut(next.index()) {
                    *seat = Some(*group);
                }
            }
        }
    }
    seats
}
