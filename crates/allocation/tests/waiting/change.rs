//! Changed rules: whom they hurt, and what becomes of those who have a seat.

use guildhall_allocation::strategies::{self, Kind as Rules};
use guildhall_allocation::{
    AllocateError, Applicant, ChangeError, Drawn, Group, Outcome, Stage, allocate, change, protect,
};
use proptest::prelude::*;
use serde_json::json;

use super::reference::market::Market;
use super::reference::{Set, members};
use super::{drawn, market, matching, set_of, sets};

/// A market, and the same people under other rules.
fn changed() -> impl Strategy<Value = (Market, Market)> {
    (market(), market()).prop_map(|(before, other)| {
        let mut after = before.clone();
        after.plans = other.plans;
        for (nth, seats) in after.groups.iter_mut().enumerate() {
            seats.plan %= after.plans.len();
            if let Some(other) = other.groups.get(nth) {
                *seats = other.clone();
            }
        }
        (before, after)
    })
}

fn carried(before: &Drawn, after: &Market) -> Option<Drawn> {
    let problem =
        guildhall_allocation::Problem::new(&serde_json::from_value(after.document()).unwrap()).ok()?;
    match before.carry(problem).unwrap() {
        Stage::Drawn(drawn) => Some(drawn),
        stage => panic!("{stage:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400, max_local_rejects: 1_000_000, max_global_rejects: 100_000, ..ProptestConfig::default() })]

    #[test]
    fn e8_whom_changed_rules_would_hurt_is_found_before((before, after) in changed()) {
        let old = drawn(before.document());
        let Some(new) = carried(&old, &after) else { return Err(TestCaseError::reject("quotas that cannot be")) };
        let held = allocate(&old).unwrap();
        let harm = change(&old, &held, &new).unwrap();
        prop_assert_eq!(harm.outcome(), &allocate(&new).unwrap());
        let (had, gets) = (matching(&before, &old, &held), matching(&after, &new, harm.outcome()));
        let market = sets(&after, &new);
        let expected: Vec<_> =
            (0..had.len()).filter(|one| market.liking(*one, gets[*one]) > market.liking(*one, had[*one])).collect();
        let hurt: Vec<_> = harm.hurt().iter().map(|one| one.applicant).collect();
        prop_assert_eq!(hurt, expected.into_iter().map(|nth| super::person(&new, nth)).collect::<Vec<_>>());
    }

    /// E10: a smaller capacity, a lower cap or a new reserve takes no seat from anybody who is protected; and
    /// only towards those who had their seat before may somebody envy.
    #[test]
    fn e10_who_is_protected_keeps_what_they_have((before, after) in changed()) {
        let old = drawn(before.document());
        let Some(new) = carried(&old, &after) else { return Err(TestCaseError::reject("quotas that cannot be")) };
        let held = allocate(&old).unwrap();
        let protected = protect(&old, &held, &new).unwrap();
        let (had, has) = (matching(&before, &old, &held), matching(&after, &new, protected.outcome()));
        let market = sets(&after, &new);
        for one in 0..had.len() {
            prop_assert!(market.liking(one, has[one]) <= market.liking(one, had[one]));
        }
        for (group, room) in market.rooms.iter().enumerate() {
            let (holding, wanting) = (market.held(&has, group), market.wanting(&has, group));
            let kept = set_of(members(holding).filter(|one| had[*one] == Some(group)));
            // Beyond a limit there are only people who were there before.
            let within = |most: Option<u32>, of: Set| {
                most.is_none_or(|most| (holding & of).count_ones() <= most || holding & of & !kept == 0)
            };
            prop_assert!(within(room.capacity, u32::MAX));
            prop_assert!(room.nodes.iter().all(|node| within(node.cap, node.members)));
            for one in members(wanting) {
                let with = |gone: usize| holding & !(1 << gone) | 1 << one;
                for new in members(holding & !kept) {
                    let takes = |set| room.feasible(set) && room.fill(set) >= room.fill(holding);
                    let better = room.fill(with(new)) > room.fill(holding) || room.rank(one) < room.rank(new);
                    let on_top = room.nodes.iter().any(|node| node.on_top > 0);
                    prop_assert!(on_top || !(takes(with(new)) && better), "{} instead of {}", one, new);
                }
                // Nothing that anybody wants is left empty.
                prop_assert!(!room.feasible(holding | 1 << one));
            }
        }
    }

    #[test]
    fn e10_protection_holds_under_any_mechanism(
        old in strategies::Market::small(Rules::Serial).drawn(),
    ) {
        let held = allocate(&old).unwrap();
        let protected = protect(&old, &held, &old).unwrap();
        let problem = old.problem();
        let rank = |one: Applicant, outcome: &Outcome| {
            let seat = outcome.seat(one);
            problem.choices(one).iter().position(|choice| Some(*choice) == seat).unwrap_or(9)
        };
        for one in problem.applicants() {
            prop_assert!(rank(one, protected.outcome()) <= rank(one, &held));
        }
        // Nothing changed, so nobody moves: what the mechanism left, no cap has room for.
        prop_assert_eq!(protected.steps(), []);
    }
}

/// The same two people under rules that change: a higher cap takes a seat from somebody.
fn cap(at_most: u32) -> serde_json::Value {
    json!({
        "id": "round", "mechanism": "nested",
        "attributes": [{ "name": "region", "type": "text" }, { "name": "points", "type": "integer" }],
        "plans": [{
            "name": "p", "priority": [{ "by": "points", "first": "highest" }],
            "quotas": [{ "name": "region", "each": "region", "at_most": at_most }],
        }],
        "groups": [{ "id": "g", "plan": "p", "capacity": { "seats": 2 } }],
        "applicants": [
            { "id": "a", "choices": ["g"], "has": { "region": "06", "points": 9 } },
            { "id": "b", "choices": ["g"], "has": { "region": "06", "points": 8 } },
            { "id": "c", "choices": ["g"], "has": { "region": "12", "points": 7 } },
        ],
    })
}

fn who(problem: &guildhall_allocation::Problem, seats: &[Option<Group>]) -> Vec<String> {
    let seated = problem.applicants().filter(|one| seats[one.index()].is_some());
    seated.map(|one| problem.applicant_id(one).to_owned()).collect()
}

#[test]
fn a_higher_cap_may_hurt_and_protection_does_not() {
    let (old, new) = (drawn(cap(1)), drawn(cap(2)));
    let held = allocate(&old).unwrap();
    assert_eq!(who(old.problem(), held.seats()), ["a", "c"]);
    let harm = change(&old, &held, &new).unwrap();
    let hurt: Vec<_> = harm
        .hurt()
        .iter()
        .map(|one| (new.problem().applicant_id(one.applicant), one.had.as_str(), one.gets))
        .collect();
    assert_eq!(hurt, [("c", "g", None)]);
    assert_eq!(who(new.problem(), harm.outcome().seats()), ["a", "b"]);
    assert_eq!(who(new.problem(), protect(&old, &held, &new).unwrap().outcome().seats()), ["a", "c"]);
}

#[test]
fn another_draw_and_a_group_that_is_gone_are_refused() {
    let old = drawn(cap(1));
    let held = allocate(&old).unwrap();
    let mut other = cap(1);
    other["applicants"][0]["id"] = json!("z");
    assert_eq!(change(&old, &held, &drawn(other)).unwrap_err(), ChangeError::OtherDraw);
    let mut gone = cap(1);
    gone["groups"][0]["id"] = json!("h");
    for applicant in gone["applicants"].as_array_mut().unwrap() {
        applicant["choices"] = json!(["h"]);
    }
    let gone = drawn(gone);
    assert_eq!(change(&old, &held, &gone).unwrap().hurt().len(), 2, "who had a seat there is told of");
    let refused = protect(&old, &held, &gone).unwrap_err();
    assert_eq!(refused.to_string(), "somebody has a seat in `g`, which is not there any more");
    let _: fn(AllocateError) -> ChangeError = ChangeError::Allocate;
}
