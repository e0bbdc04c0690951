//! The re-run and the vacancy chain.

use guildhall_allocation::strategies::{self, Kind as Rules};
use guildhall_allocation::{RerunError, Standing, allocate, chain, rerun};
use proptest::prelude::*;
use serde_json::json;

use super::{cut, drawn, market, matching, person, said, sets, wishes};

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400, max_local_rejects: 1_000_000, max_global_rejects: 100_000, ..ProptestConfig::default()
    })]

    #[test]
    fn a_rerun_is_the_allocation_of_the_lists_that_are_left(market in market(), wishes in wishes()) {
        let before = drawn(market.document());
        let held = allocate(&before).unwrap();
        let standings = said(&before, &held, &wishes);
        let again = rerun(&before, &held, &standings).unwrap();

        let seats = matching(&market, &before, &held);
        let left = cut(&market, &seats, |nth| standings.of(person(&before, nth)));
        let afresh = drawn(left.document());
        prop_assert_eq!(again.drawn(), &afresh);
        prop_assert_eq!(again.outcome().publish(again.drawn()), allocate(&afresh).unwrap().publish(&afresh));
        let expected = sets(&left, &afresh).deferred_acceptance();
        prop_assert_eq!(matching(&market, &before, again.outcome()), expected);
    }

    #[test]
    fn a14_e8_a_rerun_hurts_nobody_who_stays(market in market(), wishes in wishes()) {
        let before = drawn(market.document());
        let held = allocate(&before).unwrap();
        let standings = said(&before, &held, &wishes);
        let again = rerun(&before, &held, &standings).unwrap();
        prop_assert_eq!(again.hurt(), []);
        for one in before.problem().applicants() {
            let (had, has) = (held.seat(one), again.outcome().seat(one));
            match standings.of(one) {
                // Who has taken a seat for good has it, and no other.
                Standing::Accepted => prop_assert_eq!(has, had),
                Standing::Cancelled => prop_assert_eq!(has, None),
                // Who keeps a seat has it or better, never nothing.
                Standing::KeepHigher => prop_assert!(has.is_some()),
                Standing::Waiting => {}
            }
        }
        let moved = before.problem().applicants().filter(|one| held.seat(*one) != again.outcome().seat(*one));
        prop_assert_eq!(moved.count(), again.risen().len() + again.left().len());
    }

    /// A17: cutting off what comes after one's seat changes nothing for anybody.
    #[test]
    fn a17_keeping_a_seat_alone_changes_nothing(market in market()) {
        let before = drawn(market.document());
        let held = allocate(&before).unwrap();
        let standings = said(&before, &held, &[Standing::KeepHigher; 8]);
        let again = rerun(&before, &held, &standings).unwrap();
        prop_assert_eq!(again.outcome().seats(), held.seats());
    }

    #[test]
    fn a18_a_vacancy_chain_is_stable_and_evicts_nobody(market in market(), wishes in wishes()) {
        let before = drawn(market.document());
        let held = allocate(&before).unwrap();
        let standings = said(&before, &held, &wishes);
        let chained = chain(&before, &held, &standings).unwrap();
        prop_assert_eq!(chained.rerun().hurt(), []);

        let seats = matching(&market, &before, &held);
        let left = cut(&market, &seats, |nth| standings.of(person(&before, nth)));
        let sets = sets(&left, chained.rerun().drawn());
        let after = matching(&market, &before, chained.rerun().outcome());
        prop_assert!(sets.stable(&after));
        // Every step goes up, from where the one before it left somebody.
        let mut steps = held.seats().to_vec();
        for one in before.problem().applicants().filter(|one| standings.of(*one) == Standing::Cancelled) {
            steps[one.index()] = None;
        }
        for step in chained.steps() {
            prop_assert_eq!(steps[step.applicant.index()], step.from);
            steps[step.applicant.index()] = Some(step.to);
        }
        prop_assert_eq!(steps, chained.rerun().outcome().seats());

        // The re-run is never worse for anybody.
        let again = matching(&market, &before, rerun(&before, &held, &standings).unwrap().outcome());
        for one in 0..market.people.len() {
            prop_assert!(sets.liking(one, again[one]) <= sets.liking(one, after[one]));
        }
    }

    /// Where quotas cross, somebody may be hurt, and is told.
    #[test]
    fn e8_elsewhere_whoever_is_hurt_is_found(
        before in strategies::Market::small(Rules::Serial).with_minimums().drawn(),
        wishes in wishes(),
    ) {
        let held = allocate(&before).unwrap();
        let standings = said(&before, &held, &wishes);
        let again = rerun(&before, &held, &standings).unwrap();
        let problem = before.problem();
        for one in problem.applicants() {
            let rank = |seat: Option<_>| problem.choices(one).iter().position(|choice| Some(*choice) == seat).unwrap_or(9);
            let hurt = again.hurt().iter().any(|moved| moved.applicant == one);
            let worse = rank(again.outcome().seat(one)) > rank(held.seat(one));
            prop_assert_eq!(hurt, worse && standings.of(one) != Standing::Cancelled);
        }
        prop_assert!(matches!(chain(&before, &held, &standings), Err(RerunError::ChainNeedsNested)));
    }

    #[test]
    fn seats_given_out_as_people_come_are_not_run_again(
        before in strategies::Market::small(Rules::Rolling).drawn(),
    ) {
        let held = allocate(&before).unwrap();
        let standings = said(&before, &held, &[]);
        prop_assert!(matches!(rerun(&before, &held, &standings), Err(RerunError::Rolling)));
    }
}

/// Two who would change seats: the re-run changes them, the chain does not.
#[test]
fn a_chain_does_not_change_two_who_would_gladly_change() {
    // `a` and `b` each come first where the other would rather be, and `c` stands in their way until they go.
    let before = drawn(json!({
        "id": "exchange", "mechanism": "nested",
        "attributes": [{ "name": "x", "type": "integer" }, { "name": "y", "type": "integer" }],
        "plans": [
            { "name": "by-x", "priority": [{ "by": "x", "first": "highest" }] },
            { "name": "by-y", "priority": [{ "by": "y", "first": "highest" }] },
        ],
        "groups": [
            { "id": "gx", "plan": "by-x", "capacity": { "seats": 1 } },
            { "id": "gy", "plan": "by-y", "capacity": { "seats": 1 } },
        ],
        "applicants": [
            { "id": "a", "choices": ["gy", "gx"], "has": { "x": 3, "y": 1 } },
            { "id": "b", "choices": ["gx", "gy"], "has": { "x": 1, "y": 3 } },
            { "id": "c", "choices": ["gx"], "has": { "x": 2, "y": 2 } },
        ],
    }));
    let held = allocate(&before).unwrap();
    let problem = before.problem();
    let seat = |outcome: &guildhall_allocation::Outcome| {
        ["a", "b", "c"].map(|id| {
            outcome.seat(problem.find_applicant(id).unwrap()).map(|seat| problem.group_id(seat).to_owned())
        })
    };
    let at = |group: &str| Some(group.to_owned());
    assert_eq!(seat(&held), [at("gx"), at("gy"), None]);
    let written =
        serde_json::from_value(json!({ "standings": [{ "applicant": "c", "standing": "cancelled" }] }));
    let standings = guildhall_allocation::Standings::new(&written.unwrap(), problem, &held).unwrap();
    assert_eq!(seat(rerun(&before, &held, &standings).unwrap().outcome()), [at("gy"), at("gx"), None]);
    assert_eq!(
        seat(chain(&before, &held, &standings).unwrap().rerun().outcome()),
        [at("gx"), at("gy"), None]
    );
}
