//! The auditor accepts every result and rejects every wrong one (A21).

use guildhall_allocation::audit::{self, Claim, Limit, Verdict, Violation, audit, audit_thoroughly};
use guildhall_allocation::strategies::{self, Kind as Sort};
use guildhall_allocation::{Drawn, Group, LotteryKey, Name, Published, Statement, allocate};
use proptest::prelude::*;
use serde_json::json;

use super::reference::market::{Kind, nested};
use super::{Both, drawn};

fn published(drawn: &Drawn) -> Published {
    allocate(drawn).unwrap().publish(drawn)
}

fn judge(drawn: &Drawn, published: &Published) -> Verdict {
    audit(drawn.problem(), &drawn.lists(), published)
}

fn judge_thoroughly(drawn: &Drawn, published: &Published) -> Verdict {
    audit_thoroughly(drawn.problem(), &drawn.lists(), published)
}

fn any_drawn() -> impl Strategy<Value = Drawn> {
    prop_oneof![
        strategies::Market::small(Sort::Floor).with_lists(3).drawn(),
        strategies::Market::small(Sort::Floor).with_minimums().drawn(),
        strategies::Market::small(Sort::OnTop).with_lists(2).drawn(),
        strategies::Market::small(Sort::Plain).drawn(),
        strategies::Market::small(Sort::Serial).with_lists(2).with_minimums().drawn(),
        strategies::Market::small(Sort::Rolling).drawn(),
        strategies::Market::small(Sort::Floor).sized(20..=40, 2..=6).drawn(),
        strategies::Market::small(Sort::Serial).sized(20..=40, 2..=6).drawn(),
        strategies::Market::small(Sort::Rolling).sized(20..=40, 2..=6).drawn(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn a21_every_result_is_accepted(drawn in any_drawn()) {
        prop_assert_eq!(judge_thoroughly(&drawn, &published(&drawn)), Verdict::Accepted);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Of all assignments there are, the first check passes those that are stable, and the second only the
    /// one that everybody likes best.
    #[test]
    fn a21_the_first_check_is_stability_and_the_second_leaves_one(market in nested(Kind::of(4, 3))) {
        let both = Both::of(&market);
        let best = both.matching(&allocate(&both.drawn).unwrap());
        let problem = both.drawn.problem();
        let applicants: Vec<_> = (0..both.sets.people()).map(|nth| both.applicant(nth)).collect();
        let groups: Vec<_> = (0..both.sets.rooms.len()).map(|nth| both.group(nth)).collect();
        for seats in both.sets.matchings() {
            let seat = |one| seats[applicants.iter().position(|other| *other == one).unwrap()];
            let claim = Claim::new(problem, |one| seat(one).map(|group| groups[group]), &[]);
            let (lots, wrong) = audit::keys(problem, &both.drawn.lists(), &claim);
            prop_assert!(wrong.is_empty());
            let found = audit::seats(problem, &claim, &lots);
            prop_assert_eq!(found.is_empty(), both.sets.stable(&seats), "{:?}: {:?}", seats, found);
            let thoroughly = audit::optimal(problem, &claim, &lots);
            prop_assert_eq!(found.is_empty() && thoroughly.is_empty(), seats == best);
        }
    }

    /// Held against nothing at all, the second check says what everybody could have: what they got.
    #[test]
    fn a21_the_auditor_gives_seats_out_as_the_mechanism_does(drawn in any_drawn()) {
        let problem = drawn.problem();
        prop_assume!(problem.arrival().is_none());
        let outcome = allocate(&drawn).unwrap();
        let closed: Vec<_> = outcome.closures().iter().map(|closure| (closure.group, closure.held)).collect();
        let nothing = Claim::new(problem, |_| None, &closed);
        let (lots, _) = audit::keys(problem, &drawn.lists(), &nothing);
        let expected: Vec<_> = problem
            .applicants()
            .filter_map(|one| {
                Some(Violation::NotOptimal {
                    possible: problem.group_id(outcome.seat(one)?).to_owned(),
                    applicant: problem.applicant_id(one).to_owned(),
                    given: None,
                })
            })
            .collect();
        prop_assert_eq!(audit::optimal(problem, &nothing, &lots), expected);
    }

    #[test]
    fn a21_each_violation_is_a_true_one(market in nested(Kind::of(4, 3))) {
        let both = Both::of(&market);
        let problem = both.drawn.problem();
        let nth = |id: &str| -> usize { id[2..].parse().unwrap() };
        for seats in both.sets.matchings() {
            let of = |one: guildhall_allocation::Applicant| seats[nth(problem.applicant_id(one))];
            let claim = Claim::new(problem, |one| of(one).map(|group| both.group(group)), &[]);
            let (lots, _) = audit::keys(problem, &both.drawn.lists(), &claim);
            for violation in audit::seats(problem, &claim, &lots) {
                let held = |group: &str| both.sets.held(&seats, nth(group));
                let room = |group: &str| &both.sets.rooms[nth(group)];
                match &violation {
                    Violation::Overfull { group, cap, held: said, beyond, limit } => {
                        prop_assert!(said > cap);
                        prop_assert_eq!(beyond.len(), usize::try_from(said - cap).unwrap());
                        prop_assert!(!room(group).feasible(held(group)));
                        if *limit == Limit::Capacity {
                            prop_assert_eq!(*said, held(group).count_ones());
                            let last = beyond.iter().fold(0, |set, id| set | 1 << nth(id));
                            let kept = held(group) & !last;
                            let rank = |one| room(group).rank(one);
                            let worst = super::reference::members(kept).map(rank).max();
                            prop_assert!(super::reference::members(last).all(|one| Some(rank(one)) > worst));
                        }
                    }
                    Violation::Wasted { applicant, group } => {
                        prop_assert!(room(group).feasible(held(group) | 1 << nth(applicant)) || !room(group).feasible(held(group)));
                    }
                    Violation::PassedOver { applicant, group, holder, .. } => {
                        prop_assert!(room(group).rank(nth(applicant)) < room(group).rank(nth(holder)));
                        prop_assert_eq!(seats[nth(holder)], Some(nth(group)));
                    }
                    Violation::ReserveUnfilled { applicant, group, holder, .. } => {
                        let room = room(group);
                        let instead = held(group) & !(1 << nth(holder)) | 1 << nth(applicant);
                        let on_top = room.nodes.iter().any(|node| node.on_top > 0);
                        prop_assert!(on_top || room.fill(instead) > room.fill(held(group)));
                        prop_assert_eq!(seats[nth(holder)], Some(nth(group)));
                    }
                    other => prop_assert!(false, "{}", other),
                }
            }
        }
    }

    #[test]
    fn a21_a_freed_seat_is_found(drawn in any_drawn(), at in any::<prop::sample::Index>()) {
        let mut result = published(&drawn);
        let seated: Vec<usize> =
            (0..result.assignments.len()).filter(|nth| result.assignments[*nth].group.is_some()).collect();
        prop_assume!(!seated.is_empty());
        let freed = &mut result.assignments[seated[at.index(seated.len())]];
        (freed.group, freed.choice) = (None, None);
        prop_assert!(!judge(&drawn, &result).is_accepted());
    }

    #[test]
    fn a21_under_rolling_whoever_was_answered_wrongly_is_named(
        drawn in strategies::Market::small(Sort::Rolling).drawn(),
        at in any::<prop::sample::Index>(),
    ) {
        let right = published(&drawn);
        let mut result = right.clone();
        prop_assume!(!result.assignments.is_empty());
        let other = result.groups[0].group.clone();
        let wrong = &mut result.assignments[at.index(right.assignments.len())];
        let due = wrong.group.as_ref().map(Name::to_string);
        wrong.group = if wrong.group.is_some() { None } else { Some(other) };
        let (applicant, given) = (wrong.applicant.to_string(), wrong.group.as_ref().map(Name::to_string));
        let expected = Violation::WrongTurn { applicant, given, due };
        prop_assert!(judge(&drawn, &result).violations().contains(&expected));
    }

    #[test]
    fn a21_a_swap_is_found(
        drawn in any_drawn(),
        one in any::<prop::sample::Index>(),
        other in any::<prop::sample::Index>(),
    ) {
        let mut result = published(&drawn);
        prop_assume!(!result.assignments.is_empty());
        let (one, other) = (one.index(result.assignments.len()), other.index(result.assignments.len()));
        let seat = |nth: usize| result.assignments[nth].group.clone();
        prop_assume!(seat(one) != seat(other));
        let seats = [seat(one), seat(other)];
        for (nth, seat) in [one, other].into_iter().zip(seats.into_iter().rev()) {
            let applicant = drawn.problem().find_applicant(result.assignments[nth].applicant.as_str()).unwrap();
            let id = |group: &Group| drawn.problem().group_id(*group).to_owned();
            let mut choices = drawn.problem().choices(applicant).iter().map(id);
            let choice = choices.position(|group| Some(group.as_str()) == seat.as_ref().map(Name::as_str));
            result.assignments[nth].choice =
                choice.and_then(|nth| u32::try_from(nth + 1).ok()).and_then(std::num::NonZeroU32::new);
            result.assignments[nth].group = seat;
        }
        prop_assert!(!judge_thoroughly(&drawn, &result).is_accepted());
    }

    #[test]
    fn a21_an_altered_key_is_found(drawn in any_drawn(), at in any::<prop::sample::Index>()) {
        let mut result = published(&drawn);
        prop_assume!(!result.assignments.is_empty());
        let nth = at.index(result.assignments.len());
        let computed = result.assignments[nth].key;
        let claimed: LotteryKey = format!("{:064x}", nth).parse().unwrap();
        result.assignments[nth].key = claimed;
        let applicant = result.assignments[nth].applicant.to_string();
        let verdict = judge(&drawn, &result);
        prop_assert_eq!(verdict.violations(), [Violation::WrongKey { applicant, claimed, computed }]);
    }

    #[test]
    fn a21_a_dropped_applicant_is_found(drawn in any_drawn(), at in any::<prop::sample::Index>()) {
        let mut result = published(&drawn);
        prop_assume!(!result.assignments.is_empty());
        let dropped = result.assignments.remove(at.index(result.assignments.len()));
        let missing = Violation::Missing { applicant: dropped.applicant.to_string() };
        prop_assert!(judge(&drawn, &result).violations().contains(&missing));
    }

    #[test]
    fn a21_somebody_twice_is_found(drawn in any_drawn(), at in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()) {
        let mut result = published(&drawn);
        prop_assume!(!result.assignments.is_empty());
        let again = result.assignments[at.index(result.assignments.len())].clone();
        let applicant = again.applicant.to_string();
        result.assignments.insert(to.index(result.assignments.len() + 1), again);
        let verdict = judge(&drawn, &result);
        prop_assert_eq!(verdict.violations(), [Violation::Twice { applicant }]);
    }

    #[test]
    fn a21_what_is_said_of_groups_is_checked(drawn in any_drawn(), at in any::<prop::sample::Index>(), what in 0..6) {
        let mut result = published(&drawn);
        let nth = at.index(result.groups.len());
        let id = result.groups[nth].group.to_string();
        let group = &mut result.groups[nth];
        let wrong_cutoff = |violation: &Violation| matches!(violation, Violation::WrongCutoff { group, .. } if *group == id);
        let wrong = |violation: &Violation| *violation == Violation::WrongGroup { group: id.clone() };
        let expected: &dyn Fn(&Violation) -> bool = match what {
            0 => {
                group.held += 1;
                &wrong
            }
            1 => {
                prop_assume!(!group.cutoffs.is_empty());
                group.cutoffs[0].held += 1;
                &wrong_cutoff
            }
            2 => {
                prop_assume!(!group.cutoffs.is_empty());
                group.cutoffs[0].last = Name::new("nobody").unwrap();
                &wrong_cutoff
            }
            3 => {
                prop_assume!(!group.cutoffs.is_empty());
                group.cutoffs.pop();
                &wrong_cutoff
            }
            4 => {
                prop_assume!(!group.tight.is_empty());
                group.tight.pop();
                &wrong
            }
            _ => {
                prop_assume!(!group.cutoffs.is_empty());
                let again = group.cutoffs[0].clone();
                group.cutoffs.push(again);
                &wrong
            }
        };
        let verdict = judge(&drawn, &result);
        prop_assert_eq!(verdict.violations().len(), 1);
        prop_assert!(expected(&verdict.violations()[0]));
    }

    #[test]
    fn a20_a_closure_that_was_not_due_is_found(
        drawn in prop_oneof![
            strategies::Market::small(Sort::Floor).with_minimums().sized(4..=9, 2..=4).drawn(),
            strategies::Market::small(Sort::Serial).with_minimums().sized(4..=9, 2..=4).drawn(),
        ],
        at in any::<prop::sample::Index>(),
        what in 0..3,
    ) {
        let mut result = published(&drawn);
        prop_assume!(!result.closures.is_empty());
        let nth = at.index(result.closures.len());
        match what {
            0 => {
                result.closures.remove(nth);
            }
            1 => result.closures[nth].held += 1,
            _ => result.closures.reverse(),
        }
        prop_assume!(result.closures != published(&drawn).closures);
        prop_assert!(!judge_thoroughly(&drawn, &result).is_accepted());
    }
}

#[test]
fn a20_who_takes_place_has_enough_and_who_was_closed_has_nobody() {
    let problem = drawn(json!({
        "id": "small", "mechanism": "nested", "plans": [{ "name": "all" }],
        "groups": [
            { "id": "any", "plan": "all", "capacity": { "seats": 9 } },
            { "id": "two", "plan": "all", "capacity": { "seats": 9 }, "minimum": 2 },
        ],
        "applicants": (0..3).map(|nth| json!({ "id": format!("a{nth}"), "choices": ["any", "two"] })).collect::<Vec<_>>(),
    }));
    let problem = problem.problem();
    let [any, two] = ["any", "two"].map(|id| problem.find_group(id).unwrap());
    let found = |in_two: usize, closed: &[(Group, u32)]| -> Vec<String> {
        let claim = Claim::new(problem, |one| Some(if one.index() < in_two { two } else { any }), closed);
        audit::closures(problem, &claim).iter().map(ToString::to_string).collect()
    };
    let none: [&str; 0] = [];
    assert_eq!(found(0, &[]), none);
    assert_eq!(found(1, &[]), ["`two` needs 2 people and has 1"]);
    assert_eq!(found(2, &[]), none);
    assert_eq!(found(0, &[(two, 1)]), none);
    assert_eq!(found(1, &[(two, 1)]), ["`two` was closed and has 1 people"]);
    assert_eq!(found(3, &[(two, 1)]), ["`two` was closed and has 3 people"]);
    let not_due = |step: usize, group: &str| {
        format!("`{group}` was closed in step {step}, and nothing in the rules closes it then")
    };
    assert_eq!(found(0, &[(two, 0)]), [not_due(1, "two")]);
    assert_eq!(found(0, &[(two, 2)]), [not_due(1, "two")]);
    assert_eq!(found(0, &[(two, 1), (two, 1)]), [not_due(2, "two")]);
    assert_eq!(found(3, &[(any, 1)]), [not_due(1, "any")]);
}

/// Two people who want two seats, each seat better for whom it is the second choice of.
fn crossed() -> Drawn {
    drawn(json!({
        "id": "crossed", "mechanism": "nested",
        "attributes": [{ "name": "points", "type": "integer" }],
        "plans": [
            { "name": "high", "priority": [{ "by": "points", "first": "highest" }] },
            { "name": "low", "priority": [{ "by": "points", "first": "lowest" }] },
        ],
        "groups": [
            { "id": "north", "plan": "low", "capacity": { "seats": 1 } },
            { "id": "south", "plan": "high", "capacity": { "seats": 1 } },
        ],
        "applicants": [
            { "id": "a", "choices": ["north", "south"], "has": { "points": 9 } },
            { "id": "b", "choices": ["south", "north"], "has": { "points": 1 } },
        ],
    }))
}

#[test]
fn a21_a_result_in_which_all_could_do_better_is_found_by_the_second_check() {
    let drawn = crossed();
    let mut result = published(&drawn);
    let [a, b] = result.assignments.as_mut_slice() else { panic!("two people") };
    std::mem::swap(&mut a.group, &mut b.group);
    for one in [a, b] {
        one.choice = std::num::NonZeroU32::new(2);
    }
    result.groups[0].cutoffs[0].last = Name::new("b").unwrap();
    result.groups[1].cutoffs[0].last = Name::new("a").unwrap();
    assert_eq!(judge(&drawn, &result), Verdict::Accepted);
    let not_optimal = |applicant: &str, given: &str, possible: &str| Violation::NotOptimal {
        applicant: applicant.to_owned(),
        given: Some(given.to_owned()),
        possible: possible.to_owned(),
    };
    assert_eq!(
        judge_thoroughly(&drawn, &result).violations(),
        [not_optimal("a", "south", "north"), not_optimal("b", "north", "south")],
    );
}

#[test]
fn a21_whatever_else_is_wrong_is_told_with_whom_it_concerns() {
    let drawn = crossed();
    let good = published(&drawn);
    assert_eq!(judge(&drawn, &good), Verdict::Accepted);
    type Change = fn(&mut Published);
    let changes: [(Change, &str); 8] = [
        (
            |result| result.mechanism = guildhall_allocation::MechanismName::Serial,
            "the result was not made by the mechanism of the problem",
        ),
        (|result| result.assignments[0].applicant = Name::new("c").unwrap(), "`c` did not apply"),
        (|result| result.assignments[0].group = Some(Name::new("east").unwrap()), "there is no group `east`"),
        (|result| result.assignments[0].choice = None, "the seat of `a` is not choice 0"),
        (
            |result| result.assignments[0].choice = std::num::NonZeroU32::new(2),
            "the seat of `a` is not choice 2",
        ),
        (
            |result| {
                result.groups.pop();
            },
            "`south` stands in the result 0 times",
        ),
        (|result| result.groups[0].group = Name::new("east").unwrap(), "there is no group `east`"),
        (|result| result.lists.clear(), "the result has another draw than the one published for list 1"),
    ];
    for (change, expected) in changes {
        let mut result = good.clone();
        change(&mut result);
        let told: Vec<_> = judge(&drawn, &result).violations().iter().map(ToString::to_string).collect();
        assert!(told.iter().any(|violation| violation == expected), "{expected}: {told:?}");
    }
}

#[test]
fn a21_a_result_of_another_problem_is_found() {
    let mut document = json!({
        "id": "one", "mechanism": "nested", "plans": [{ "name": "all" }],
        "groups": [{ "id": "g", "plan": "all", "capacity": { "seats": 1 } }],
        "applicants": [{ "id": "a", "choices": ["g"] }],
    });
    let result = published(&drawn(document.clone()));
    document["groups"][0]["capacity"] = json!({ "seats": 2 });
    let other = drawn(document);
    let told = judge(&other, &result);
    assert!(matches!(told.violations()[0], Violation::OtherProblem { .. }), "{told:?}");
}

#[test]
fn a22_lists_and_seeds_are_checked_by_the_auditor_itself() {
    let drawn = crossed();
    let seed = |value: &str, known_at: &str| {
        serde_json::from_value(json!({ "value": value, "source": "a public draw", "known_at": known_at }))
            .unwrap()
    };
    let told = |change: &dyn Fn(&mut Vec<guildhall_allocation::WrittenList>)| -> Vec<String> {
        let mut lists = drawn.lists();
        change(&mut lists);
        let claim = Claim::new(drawn.problem(), |_| None, &[]);
        audit::keys(drawn.problem(), &lists, &claim).1.iter().map(ToString::to_string).collect()
    };
    assert!(told(&|_| ()).is_empty());
    assert_eq!(told(&|lists| lists.clear()), ["there are 1 lists, and 0 were drawn"]);
    assert_eq!(told(&|lists| lists[0].seed = None), ["list 1 was never drawn"]);
    let older = told(&|lists| lists[0].seed = Some(seed("1", "2026-06-01T00:00:00Z")));
    assert_eq!(
        older,
        [
            "the seed of list 1 was known at 2026-06-01 00:00:00 UTC, and the list was frozen at 2026-06-01 00:00:00 UTC only"
        ],
    );
    let reason = Statement::new("the machine broke").unwrap();
    let redrawn = |known_at: &str| {
        let redraw = guildhall_allocation::Redraw { seed: seed("2", known_at), reason: reason.clone() };
        told(&|lists| lists[0].redrawn.push(redraw.clone()))
    };
    assert!(redrawn("2026-06-02T00:00:01Z").is_empty());
    assert_eq!(
        redrawn("2026-06-02T00:00:00Z"),
        [
            "the new seed of list 1 was known at 2026-06-02 00:00:00 UTC, the one it replaces at 2026-06-02 00:00:00 UTC already"
        ],
    );
    let hash: guildhall_allocation::ListHash = "0".repeat(64).parse().unwrap();
    let other = told(&|lists| lists[0].hash = hash);
    assert!(other[0].starts_with("the hash of list 1 is ") && other.len() == 1, "{other:?}");
}
