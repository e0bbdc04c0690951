//! Whether what a result says of its groups follows from who got in: how many, where nobody more fits, and
//! who came last among those whom the same quotas cover.

use std::collections::HashMap;

use super::parts::{limit, part, within};
use super::tree::{ALL, Spot, Tree};
use super::{Claim, Lots, Order, Ties, Violation};
use crate::{Applicant, Cutoff, Group, Part, Problem, Published, PublishedGroup, Tight};

/// Holds what is said of each group against who got in.
pub(crate) fn groups(
    problem: &Problem,
    published: &Published,
    claim: &Claim,
    lots: &Lots<'_>,
) -> Vec<Violation> {
    let mut found = Vec::new();
    let mut told: Vec<Vec<&PublishedGroup>> = vec![Vec::new(); problem.groups().len()];
    for group in &published.groups {
        let known = problem.find_group(group.group.as_str());
        match known.and_then(|known| told.get_mut(known.index())) {
            Some(told) => told.push(group),
            None => found.push(Violation::UnknownGroup { group: group.group.to_string() }),
        }
    }
    let mut holders: Vec<Vec<Applicant>> = vec![Vec::new(); told.len()];
    for applicant in problem.applicants() {
        if let Some(holders) = claim.seat(applicant).and_then(|seat| holders.get_mut(seat.index())) {
            holders.push(applicant);
        }
    }
    for (group, (told, holders)) in problem.groups().zip(told.iter().zip(&holders)) {
        let [told] = told.as_slice() else {
            let group = problem.group_id(group).to_owned();
            found.push(Violation::GroupTimes { group, times: told.len() });
            continue;
        };
        check(problem, group, told, holders, lots, &mut found);
    }
    found
}

fn check(
    problem: &Problem,
    group: Group,
    told: &PublishedGroup,
    holders: &[Applicant],
    lots: &Lots<'_>,
    found: &mut Vec<Violation>,
) {
    let id = || problem.group_id(group).to_owned();
    let plan = problem.plan(group);
    let order = Order::new(problem, plan, Ties::Lots(lots));
    let mut tree = Tree::new(problem, plan.quotas());
    let mut sets: HashMap<u32, (u32, Applicant)> = HashMap::new();
    let mut counts: Vec<u32> = Vec::new();
    for holder in holders {
        let set = tree.set(*holder);
        counts.resize(tree.len(), 0);
        for at in tree.path(set) {
            if let Some(count) = counts.get_mut(super::tree::place(*at)) {
                *count = count.saturating_add(1);
            }
        }
        if let Some((held, last)) = sets.get_mut(&set) {
            *held = held.saturating_add(1);
            if order.before(*last, *holder) {
                *last = *holder;
            }
        } else {
            sets.insert(set, (1, *holder));
        }
    }
    let parts = |at: u32| part(problem, plan.quotas(), tree.spot(at)?);
    let mut cutoffs: Vec<(Vec<Part>, u32, &str, u32)> = sets
        .iter()
        .map(|(set, (held, last))| {
            let path = tree.path(*set);
            let within = path.iter().filter_map(|at| parts(*at)).collect();
            (within, *held, problem.applicant_id(*last), path.last().copied().unwrap_or(0))
        })
        .collect();
    let capacity = problem.capacity(group).seats().unwrap_or(u32::MAX);
    let full =
        |((at, spot), held): &((u32, Spot), &u32)| **held >= if *at == ALL { capacity } else { spot.cap };
    let mut tight: Vec<(Vec<Part>, u32)> = tree
        .spots()
        .zip(&counts)
        .filter(full)
        .map(|((at, _), held)| (within(problem, plan.quotas(), &tree, at), *held))
        .collect();
    tight.sort();
    let said = |tight: &Tight| (tight.within.clone(), tight.held);
    let mut said_tight: Vec<_> = told.tight.iter().map(said).collect();
    said_tight.sort();
    let held = u32::try_from(holders.len()).unwrap_or(u32::MAX);
    if told.capacity != problem.capacity(group) || told.held != held || said_tight != tight {
        found.push(Violation::WrongGroup { group: id() });
    }
    cutoffs.sort();
    let mut said: Vec<&Cutoff> = told.cutoffs.iter().collect();
    said.sort_by(|one, other| one.within.cmp(&other.within));
    let quotas = plan.quotas();
    let mut known = cutoffs.iter().peekable();
    for cutoff in said {
        while let Some((_, _, _, at)) = known.next_if(|(within, ..)| *within < cutoff.within) {
            let limit = limit(problem, quotas, &tree, *at);
            found.push(Violation::WrongCutoff { group: id(), limit });
        }
        match known.next_if(|(within, ..)| *within == cutoff.within) {
            Some((_, held, last, at)) if (*held, *last) != (cutoff.held, cutoff.last.as_str()) => {
                let limit = limit(problem, quotas, &tree, *at);
                found.push(Violation::WrongCutoff { group: id(), limit });
            }
            Some(_) => {}
            None => found.push(Violation::WrongGroup { group: id() }),
        }
    }
    for (_, _, _, at) in known {
        found.push(Violation::WrongCutoff { group: id(), limit: limit(problem, quotas, &tree, *at) });
    }
}
