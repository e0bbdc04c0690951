//! Mechanisms in which nobody ever rises, against a desk that counts again for everybody.

use std::collections::BTreeMap;

use guildhall_allocation::strategies::{Kind, Market};
use guildhall_allocation::{Applicant, Drawn, Group, Problem, Quota, Ranks, Value, allocate};
use proptest::prelude::*;

/// Counts all who sit again, one limit after the other.
fn fits(problem: &Problem, seats: &BTreeMap<Applicant, Group>, one: Applicant, group: Group) -> bool {
    let sits_here = |other: &Applicant| seats.get(other) == Some(&group);
    let here: Vec<Applicant> = problem.applicants().filter(sits_here).collect();
    let plan = problem.plan(group);
    let within = |quota: &Quota, other: Applicant| {
        let mut next = Some(quota);
        while let Some(quota) = next {
            if problem.covered(one, quota).is_none()
                || problem.covered(one, quota) != problem.covered(other, quota)
            {
                return false;
            }
            next = quota.parent().and_then(|parent| plan.quota(parent));
        }
        true
    };
    let room = |quota: &Quota, sitting: &[Applicant]| {
        let count = sitting.iter().filter(|other| within(quota, **other)).count();
        !within(quota, one) || quota.cap().is_none_or(|cap| count < usize::try_from(cap).unwrap())
    };
    let all: Vec<Applicant> = seats.keys().copied().collect();
    problem.capacity(group).holds(u32::try_from(here.len()).unwrap() + 1)
        && plan.quotas().iter().all(|quota| room(quota, &here))
        && problem.caps().iter().all(|cap| room(cap, &all))
}

fn serial(drawn: &Drawn) -> BTreeMap<Applicant, Group> {
    let problem = drawn.problem();
    let ranks = Ranks::declared(drawn);
    let mut order: Vec<_> = problem.applicants().collect();
    order.sort_by_key(|one| problem.groups().next().map(|group| ranks.rank(problem.plan_of(group), *one)));
    let mut seats = BTreeMap::new();
    for one in order {
        let choice = problem.choices(one).iter().find(|group| fits(problem, &seats, one, **group));
        choice.map(|group| seats.insert(one, *group));
    }
    seats
}

fn rolling(drawn: &Drawn) -> BTreeMap<Applicant, Group> {
    let problem = drawn.problem();
    let came = |one: Applicant| match problem.value(one, problem.arrival().unwrap()) {
        Value::Instant(at) => at,
        other => panic!("{other:?}"),
    };
    // Who leaves comes before who arrives at the same instant.
    let mut events: Vec<_> = problem
        .applicants()
        .flat_map(|one| {
            let left = problem.withdrawn_at(one).map(|at| (at, false, drawn.position(one), one));
            left.into_iter().chain([(came(one), true, drawn.position(one), one)])
        })
        .collect();
    events.sort();
    let (mut seats, mut waiting): (BTreeMap<Applicant, Group>, Vec<Applicant>) = Default::default();
    let mut left = Vec::new();
    for (_, arrives, _, one) in events {
        if arrives {
            if left.contains(&one) {
                continue;
            }
            match problem.choices(one).iter().find(|group| fits(problem, &seats, one, **group)) {
                Some(group) => _ = seats.insert(one, *group),
                None => waiting.push(one),
            }
        } else {
            left.push(one);
            waiting.retain(|other| *other != one);
            let Some(group) = seats.remove(&one) else { continue };
            let next = |waiting: &[Applicant], seats: &_| {
                waiting.iter().position(|one| {
                    problem.choices(*one).contains(&group) && fits(problem, seats, *one, group)
                })
            };
            while let Some(nth) = next(&waiting, &seats) {
                seats.insert(waiting.remove(nth), group);
            }
        }
    }
    seats
}

fn hold(drawn: &Drawn, expected: &BTreeMap<Applicant, Group>) -> Result<(), TestCaseError> {
    let outcome = allocate(drawn).unwrap();
    for one in drawn.problem().applicants() {
        prop_assert_eq!(
            outcome.seat(one),
            expected.get(&one).copied(),
            "{}",
            drawn.problem().applicant_id(one)
        );
    }
    for group in drawn.problem().groups() {
        let held = expected.values().filter(|seat| **seat == group).count();
        prop_assert_eq!(outcome.held(group), u32::try_from(held).unwrap());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a13_in_turn_everybody_takes_the_best_that_is_left(
        drawn in Market::small(Kind::Serial).sized(0..=14, 1..=4).with_lists(2).drawn(),
    ) {
        hold(&drawn, &serial(&drawn))?;
    }

    #[test]
    fn a1_whoever_comes_first_is_served_first_and_whoever_leaves_is_replaced(
        drawn in Market::small(Kind::Rolling).sized(0..=14, 1..=4).drawn(),
    ) {
        hold(&drawn, &rolling(&drawn))?;
    }
}

#[test]
fn without_applicants_nobody_is_seated() {
    let drawn = super::drawn(serde_json::json!({
        "id": "none", "mechanism": "serial", "plans": [{ "name": "p" }],
        "groups": [{ "id": "g", "plan": "p", "capacity": "unlimited" }],
    }));
    assert!(allocate(&drawn).unwrap().seats().is_empty());
}
