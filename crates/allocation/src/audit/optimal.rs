//! The second check, slower and by itself enough for one mechanism: seats given out again, by a deferred
//! acceptance of the auditor's own that knows nothing of how the solver does it. Among all results in which
//! nobody is passed over there is one that everybody likes at least as well as any other (A11); a result
//! that only keeps the first check happy is found here.
//!
//! All who are without a seat ask for their next choice at once; each group then chooses afresh among all
//! whom it holds and who ask. To choose, it goes through the reserves from those who fill most of them down
//! to those who fill none, in order of priority each time, and takes whoever still fits.

use super::room::Room;
use super::tree::{ALL, Tree, place};
use super::{Claim, Lots, Order, Ties, Violation};
use crate::{Applicant, Covers, Group, MechanismName, Plan, Problem, ReserveKind};

/// Holds a claim against the best result there is with the groups that were closed, and each closure
/// against the rule: of the groups that have people, but fewer than they need, the one with the fewest is
/// closed, of several the one with the smallest lot, and all is done again without it (A20).
///
/// Under `rolling` nothing is left to find: the first check follows every event.
pub fn optimal(problem: &Problem, claim: &Claim, lots: &Lots<'_>) -> Vec<Violation> {
    let mut found = Vec::new();
    let mut closed: Vec<Group> = Vec::new();
    for (step, (group, held)) in (1..).zip(claim.closed()) {
        let seats = best(problem, &closed, lots);
        if smallest(problem, &seats, lots) != Some((held, group)) {
            found.push(Violation::WrongClosure { group: problem.group_id(group).to_owned(), step });
        }
        closed.push(group);
    }
    let seats = best(problem, &closed, lots);
    for (applicant, possible) in problem.applicants().zip(seats) {
        let given = claim.seat(applicant);
        let choices = problem.choices(applicant);
        let liking = |group| choices.iter().position(|choice| *choice == group).unwrap_or(choices.len());
        let better = |possible: &Group| given.is_none_or(|given| liking(*possible) < liking(given));
        if let Some(possible) = possible.filter(better) {
            found.push(Violation::NotOptimal {
                applicant: problem.applicant_id(applicant).to_owned(),
                given: given.map(|given| problem.group_id(given).to_owned()),
                possible: problem.group_id(possible).to_owned(),
            });
        }
    }
    found
}

/// The group that has to be closed next, and how many it has.
fn smallest(problem: &Problem, seats: &[Option<Group>], lots: &Lots<'_>) -> Option<(u32, Group)> {
    let mut held = vec![0_u32; problem.groups().len()];
    for seat in seats.iter().flatten() {
        if let Some(held) = held.get_mut(seat.index()) {
            *held = held.saturating_add(1);
        }
    }
    let held = held.into_iter().zip(problem.groups());
    held.filter(|(held, group)| (1..problem.minimum(*group)).contains(held))
        .min_by_key(|(held, group)| (*held, lots.closing(*group)))
}

/// The seats that are best for all, where these groups are closed.
fn best(problem: &Problem, closed: &[Group], lots: &Lots<'_>) -> Vec<Option<Group>> {
    match problem.mechanism() {
        MechanismName::Nested => deferred_acceptance(problem, closed, lots),
        MechanismName::Serial => in_turn(problem, closed, lots),
        MechanismName::Rolling { .. } => Vec::new(),
    }
}

/// Everybody in order takes the first of their choices that has a seat for them.
fn in_turn(problem: &Problem, closed: &[Group], lots: &Lots<'_>) -> Vec<Option<Group>> {
    let mut seats = vec![None; problem.applicants().len()];
    // All plans have the same order.
    let Some(plan) = problem.plans().first() else { return seats };
    let order = Order::new(problem, plan, Ties::Lots(lots));
    let mut turns: Vec<_> = problem.applicants().collect();
    turns.sort_by(|one, other| order.compare(*one, *other));
    let room =
        |group| Room::new(Tree::new(problem, problem.plan(group).quotas()), problem.capacity(group).seats());
    let mut rooms: Vec<_> = problem.groups().map(room).collect();
    let mut overall = Room::new(Tree::new(problem, problem.caps()), None);
    for applicant in turns {
        let fits = |group: &&Group| {
            let room = rooms.get_mut(group.index()).filter(|_| !closed.contains(group));
            room.is_some_and(|room| room.fits(applicant)) && overall.fits(applicant)
        };
        let Some(group) = problem.choices(applicant).iter().find(fits) else { continue };
        overall.take(applicant);
        if let Some(room) = rooms.get_mut(group.index()) {
            room.take(applicant);
        }
        if let Some(seat) = seats.get_mut(applicant.index()) {
            *seat = Some(*group);
        }
    }
    seats
}

fn deferred_acceptance(problem: &Problem, closed: &[Group], lots: &Lots<'_>) -> Vec<Option<Group>> {
    let people = problem.applicants().len();
    let open: Vec<bool> = problem.groups().map(|group| !closed.contains(&group)).collect();
    let is_open = |group: &Group| open.get(group.index()).copied().unwrap_or(false);
    let orders: Vec<_> =
        problem.plans().iter().map(|plan| Order::new(problem, plan, Ties::Lots(lots))).collect();
    let mut trees: Vec<_> = problem.plans().iter().map(|plan| Tree::new(problem, plan.quotas())).collect();
    let mut counts = Vec::new();
    let mut held: Vec<Vec<Applicant>> = vec![Vec::new(); problem.groups().len()];
    let mut next = vec![0_usize; people];
    let mut without: Vec<Applicant> = problem.applicants().collect();
    let mut asking: Vec<Vec<Applicant>> = vec![Vec::new(); held.len()];
    while !without.is_empty() {
        for applicant in without.drain(..) {
            let Some(next) = next.get_mut(applicant.index()) else { continue };
            let mut left = problem.choices(applicant).iter().skip(*next);
            let choice = left.find(|choice| {
                *next = next.saturating_add(1);
                is_open(choice)
            });
            if let Some(asking) = choice.and_then(|choice| asking.get_mut(choice.index())) {
                asking.push(applicant);
            }
        }
        for (group, (asking, held)) in problem.groups().zip(asking.iter_mut().zip(&mut held)) {
            if asking.is_empty() {
                continue;
            }
            let plan = problem.plan_of(group).index();
            let (Some(order), Some(tree)) = (orders.get(plan), trees.get_mut(plan)) else { continue };
            held.append(asking);
            held.sort_by(|one, other| order.compare(*one, *other));
            let chosen = choose(problem, group, held, tree, &mut counts);
            let mut chosen = chosen.into_iter();
            held.retain(|one| {
                let stays = chosen.next().unwrap_or(false);
                if !stays {
                    without.push(*one);
                }
                stays
            });
        }
    }
    let mut seats = vec![None; people];
    for (group, held) in problem.groups().zip(&held) {
        for one in held {
            if let Some(seat) = seats.get_mut(one.index()) {
                *seat = Some(group);
            }
        }
    }
    seats
}

/// Of people in order of priority, whom the group takes. The counts are all 0, before and after.
fn choose(
    problem: &Problem,
    group: Group,
    people: &[Applicant],
    tree: &mut Tree<'_>,
    counts: &mut Vec<u32>,
) -> Vec<bool> {
    let plan = problem.plan(group);
    let capacity = problem.capacity(group).seats().unwrap_or(u32::MAX);
    let on_top = |kind| kind == ReserveKind::OnTop;
    if plan.quotas().iter().any(|quota| quota.reserve().is_some_and(|reserve| on_top(reserve.kind))) {
        return choose_on_top(problem, plan, place(capacity), people);
    }
    let sets: Vec<u32> = people.iter().map(|one| tree.set(*one)).collect();
    counts.resize(tree.len(), 0);
    let mut chosen = vec![false; people.len()];
    let deepest = sets.iter().map(|set| tree.path(*set).len()).max().unwrap_or(0);
    // What somebody fills only shrinks as others are taken, so one pass a level finds them all.
    for level in (0..=deepest).rev() {
        for (chosen, set) in chosen.iter_mut().zip(&sets).filter(|(chosen, _)| !**chosen) {
            let path = tree.path(*set);
            let spots = || {
                path.iter().filter_map(|at| {
                    let spot = tree.spot(*at)?;
                    let cap = if *at == ALL { capacity } else { spot.cap };
                    Some((counts.get(place(*at)).copied()?, cap, spot.floor))
                })
            };
            let fills = spots().filter(|(count, _, floor)| count < floor).count();
            *chosen = fills >= level && spots().all(|(count, cap, _)| count < cap);
            if *chosen {
                for at in path {
                    if let Some(count) = counts.get_mut(place(*at)) {
                        *count = count.saturating_add(1);
                    }
                }
            }
        }
    }
    for at in sets.iter().flat_map(|set| tree.path(*set)) {
        if let Some(count) = counts.get_mut(place(*at)) {
            *count = 0;
        }
    }
    chosen
}

/// Open seats first, then the seats on top, then what is left.
fn choose_on_top(problem: &Problem, plan: &Plan, capacity: usize, people: &[Applicant]) -> Vec<bool> {
    let mut kept: Vec<(&[u32], u32, usize)> = Vec::new();
    for quota in plan.quotas() {
        let seats = quota.reserve().map_or(0, |reserve| place(reserve.seats.get()));
        if let Covers::Each(attribute) = quota.covers() {
            let codes = (0..).take(problem.distinct(*attribute));
            kept.extend(codes.map(|code| (problem.codes(*attribute), code, seats)));
        }
    }
    let wheres = plan.quotas().iter().filter_map(|quota| match quota.covers() {
        Covers::Each(_) => None,
        Covers::Where(conditions) => {
            Some((conditions, quota.reserve().map_or(0, |reserve| place(reserve.seats.get()))))
        }
    });
    let mut chosen = vec![false; people.len()];
    let reserved = kept.iter().map(|(_, _, seats)| *seats).chain(wheres.clone().map(|(_, seats)| seats));
    let open = capacity.saturating_sub(reserved.sum());
    let mut take = |most: usize, of: &dyn Fn(Applicant) -> bool| {
        let free = chosen.iter_mut().zip(people).filter(|(chosen, one)| !**chosen && of(**one));
        free.take(most).map(|(chosen, _)| *chosen = true).count()
    };
    let mut taken = take(open, &|_| true);
    let code = |codes: &[u32], one: Applicant| codes.get(one.index()).copied();
    for (codes, wanted, seats) in kept {
        taken = taken.saturating_add(take(seats, &|one| code(codes, one) == Some(wanted)));
    }
    for (conditions, seats) in wheres {
        let covers = |one: Applicant| {
            let meets = |(attribute, wanted): &(_, Vec<u32>)| {
                code(problem.codes(*attribute), one).is_some_and(|code| wanted.contains(&code))
            };
            conditions.iter().all(meets)
        };
        taken = taken.saturating_add(take(seats, &covers));
    }
    take(capacity.saturating_sub(taken), &|_| true);
    chosen
}
