//! Deferred acceptance (A1 to A6, A10, A13).

use guildhall_allocation::{Answer, Declared, Holdings, Nested, Ranks, Serial, allocate, allocate_by};
use proptest::prelude::*;
use serde_json::json;

use super::reference::market::{Kind, Market};
use super::reference::members;
use super::{Both, drawn, markets};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a3_is_what_the_definition_of_deferred_acceptance_says(market in markets(Kind::of(9, 4))) {
        let both = Both::of(&market);
        let outcome = allocate(&both.drawn).unwrap();
        let seats = both.matching(|one| outcome.seat(one));
        prop_assert_eq!(&seats, &both.sets.deferred_acceptance());
        prop_assert!(both.sets.stable(&seats));
    }

    #[test]
    fn a1_a2_a4_a5_a6_hold_for_everybody_and_every_group(market in markets(Kind::of(24, 4))) {
        let both = Both::of(&market);
        let outcome = allocate(&both.drawn).unwrap();
        let seats = both.matching(|one| outcome.seat(one));
        for (one, seat) in seats.iter().enumerate() {
            // A2
            prop_assert!(seat.is_none_or(|seat| both.sets.choices[one].contains(&seat)));
        }
        for (group, room) in both.sets.rooms.iter().enumerate() {
            let (held, wanting) = (both.sets.held(&seats, group), both.sets.wanting(&seats, group));
            prop_assert_eq!(held.count_ones(), outcome.held(both.group(group)));
            // A1
            prop_assert!(room.feasible(held));
            let nodes_of = |one: usize| -> Vec<usize> {
                let covers = |nth: &usize| room.nodes[*nth].members >> one & 1 == 1;
                (0..room.nodes.len()).filter(covers).collect()
            };
            for one in members(wanting) {
                // A5: what fits is not refused.
                prop_assert!(!room.feasible(held | 1 << one));
                for other in members(held) {
                    // A4
                    if nodes_of(one) == nodes_of(other) {
                        prop_assert!(room.rank(other) < room.rank(one));
                    }
                    // A6
                    let instead = held & !(1 << other) | 1 << one;
                    prop_assert!(!room.feasible(instead) || room.fill(instead) <= room.fill(held));
                }
            }
        }
    }

    #[test]
    fn a10_who_asks_first_does_not_matter(
        (market, order) in markets(Kind::of(20, 4)).prop_flat_map(|market| {
            let order: Vec<usize> = (0..market.people.len()).collect();
            (Just(market), Just(order).prop_shuffle())
        }),
    ) {
        let both = Both::of(&market);
        let outcome = allocate(&both.drawn).unwrap();
        let problem = both.drawn.problem();
        let ranks = Ranks::declared(&both.drawn);
        let mut holdings = Holdings::new(problem, &ranks);
        let mut asked = vec![0; problem.applicants().len()];
        for first in order {
            let mut asking = both.applicant(first);
            while let Some(group) = problem.choices(asking).get(asked[asking.index()]) {
                asked[asking.index()] += 1;
                match holdings.offer(*group, asking) {
                    Answer::Held => break,
                    Answer::Displaced(other) => asking = other,
                    Answer::Refused => {}
                }
            }
        }
        for applicant in problem.applicants() {
            prop_assert_eq!(holdings.seat(applicant), outcome.seat(applicant));
        }
        prop_assert_eq!(holdings.work().proposals, outcome.work().proposals);
    }

    #[test]
    fn a10_the_bytes_do_not_hang_on_the_order_of_input(
        market in markets(Kind { minimums: true, ..Kind::of(8, 4) }),
        rolls in prop::collection::vec(any::<usize>(), 64),
    ) {
        let published = |document| {
            let drawn = drawn(document);
            serde_json::to_string(&allocate(&drawn).unwrap().publish(&drawn)).unwrap()
        };
        let document = market.document();
        let mut mixed = document.clone();
        let mut rolls = rolls.into_iter().cycle();
        let mut shuffle = |list: &mut serde_json::Value| {
            let list = list.as_array_mut().unwrap();
            for end in (1..list.len()).rev() {
                list.swap(end, rolls.next().unwrap() % (end + 1));
            }
        };
        for field in ["attributes", "plans", "groups", "applicants"] {
            shuffle(&mut mixed[field]);
        }
        mixed["plans"].as_array_mut().unwrap().iter_mut().for_each(|plan| shuffle(&mut plan["quotas"]));
        prop_assert_eq!(published(document), published(mixed));
    }

    #[test]
    fn a13_one_order_and_no_reserves_is_serial_dictatorship(
        market in markets(Kind { reserves: false, ..Kind::of(16, 4) }).prop_map(one_order),
    ) {
        let drawn = drawn(market.document());
        let nested = allocate_by(&drawn, &Nested, &Declared).unwrap();
        let serial = allocate_by(&drawn, &Serial, &Declared).unwrap();
        prop_assert_eq!(nested.seats(), serial.seats());
    }
}

fn one_order(mut market: Market) -> Market {
    let order = market.plans[0].priority.clone();
    market.plans.iter_mut().for_each(|plan| plan.priority.clone_from(&order));
    market
}

#[test]
fn a_mechanism_says_what_it_cannot_do() {
    let document = |mechanism: serde_json::Value| {
        json!({ "id": "a", "mechanism": mechanism, "attributes": [{ "name": "at", "type": "instant" }],
            "plans": [{ "name": "p" }], "groups": [{ "id": "g", "plan": "p", "capacity": "unlimited" }] })
    };
    let serial = drawn(document(json!("serial")));
    let error = allocate_by(&serial, &Nested, &Declared).unwrap_err().to_string();
    assert_eq!(error, "the problem does not declare `nested`, so its quotas may cross");
    let error = allocate_by(&serial, &guildhall_allocation::Rolling, &Declared).unwrap_err().to_string();
    assert_eq!(error, "the problem does not declare `rolling`, so nothing says who came when");
    let mut nested = document(json!("nested"));
    nested["plans"][0]["priority"] = json!([{ "by": "at", "first": "lowest" }]);
    nested["plans"].as_array_mut().unwrap().push(json!({ "name": "q" }));
    let error = allocate_by(&drawn(nested), &Serial, &Declared).unwrap_err().to_string();
    assert_eq!(error, "the plan `q` has a priority of its own, and all must choose in one order");
    let mut nested = document(json!("nested"));
    nested["attributes"][0]["type"] = json!("text");
    nested["groups"][0]["capacity"] = json!({ "seats": 2 });
    nested["plans"][0]["quotas"] =
        json!([{ "name": "x", "where": { "at": ["a"] }, "reserve": { "seats": 1, "kind": "floor" } }]);
    let error = allocate_by(&drawn(nested), &Serial, &Declared).unwrap_err().to_string();
    assert_eq!(error, "the plan `p` has reserves, which only `nested` can keep");
}
