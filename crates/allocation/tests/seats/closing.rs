//! Minimum sizes (A20).

use std::collections::BTreeSet;

use guildhall_allocation::{Mechanism, Nested, Ranks, allocate};
use proptest::prelude::*;

use super::reference::market::Kind;
use super::{Both, markets};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a20_open_groups_have_none_or_enough_and_the_log_reproduces_the_result(
        market in markets(Kind { minimums: true, ..Kind::of(8, 4) }),
    ) {
        let both = Both::of(&market);
        let outcome = allocate(&both.drawn).unwrap();
        let minimum = |group: usize| market.groups[group].minimum;
        for group in 0..market.groups.len() {
            let held = outcome.held(both.group(group));
            prop_assert!(held == 0 || held >= minimum(group));
        }
        let closed: BTreeSet<_> = outcome.closures().iter().map(|closure| closure.group).collect();
        prop_assert_eq!(closed.len(), outcome.closures().len());
        let again = Nested.seat(&both.drawn, &Ranks::declared(&both.drawn), &closed);
        prop_assert_eq!(&again.seats, outcome.seats());

        // Every closure was the right one at its time.
        let mut sets = both.sets.clone();
        for closure in outcome.closures() {
            let seats = sets.deferred_acceptance();
            let held = |group: usize| sets.held(&seats, group).count_ones();
            let nth = (0..sets.rooms.len()).find(|nth| both.group(*nth) == closure.group).unwrap();
            prop_assert_eq!(held(nth), closure.held);
            let lacks = |group: &usize| (1..minimum(*group)).contains(&held(*group));
            prop_assert_eq!((0..sets.rooms.len()).filter(lacks).map(held).min(), Some(closure.held));
            sets.choices.iter_mut().for_each(|list| list.retain(|group| *group != nth));
        }
        prop_assert_eq!(both.matching(|one| outcome.seat(one)), sets.deferred_acceptance());
    }
}

/// Of two groups that lack as many, the one that is closed hangs on the lots alone.
#[test]
fn a20_the_smaller_lot_is_closed_first() {
    let first = |id: &str| {
        let drawn = super::drawn(serde_json::json!({
            "id": id, "mechanism": "nested", "plans": [{ "name": "p" }],
            "groups": [
                { "id": "a", "plan": "p", "capacity": { "seats": 3 }, "minimum": 2 },
                { "id": "b", "plan": "p", "capacity": { "seats": 3 }, "minimum": 2 },
            ],
            "applicants": [{ "id": "x", "choices": ["a", "b"] }, { "id": "y", "choices": ["b", "a"] }],
        }));
        let outcome = allocate(&drawn).unwrap();
        assert_eq!(outcome.closures().len(), 1);
        drawn.problem().group_id(outcome.closures()[0].group).to_owned()
    };
    let closed: BTreeSet<String> = (0..16).map(|nth| first(&format!("market {nth}"))).collect();
    assert_eq!(closed.len(), 2);
}
