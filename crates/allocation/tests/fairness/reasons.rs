//! Every reason that somebody is given is true (A19).

use std::cmp::Ordering;
use std::collections::BTreeSet;

use guildhall_allocation::audit::{Claim, Limit};
use guildhall_allocation::strategies::{self, Kind as Sort};
use guildhall_allocation::{
    Applicant, Decided, Declared, Drawn, PlanIndex, Priority, Reasons, Serial, Why, WrittenValue, allocate,
    allocate_by,
};
use proptest::prelude::*;

use super::Both;
use super::reference::market::{ATTRIBUTES, Kind, Market, Person, nested};
use super::reference::read::compare;
use super::reference::{Node, Room, Set, has};

fn claim(drawn: &Drawn) -> Claim {
    let outcome = allocate(drawn).unwrap();
    Claim::read(&outcome.publish(drawn), drawn.problem(), &drawn.lists()).0
}

/// Whom a limit is about, and how many it allows.
fn meant(market: &Market, group: usize, limit: &Limit) -> (Set, u32) {
    let group = &market.groups[group];
    let quotas = &market.plans[group.plan].quotas;
    let Limit::Quota { within } = limit else { return (Set::MAX, group.capacity.unwrap()) };
    let mut covered = Set::MAX;
    let mut cap = None;
    for part in within {
        let quota = &quotas[part.quota.as_str()[2..].parse::<usize>().unwrap()];
        let named = |person: &Person| {
            let value = person.has[quota.attribute];
            match (&part.value, &quota.values) {
                (None, Some(values)) => value.is_some_and(|value| values.contains(&value)),
                (Some(WrittenValue::Text(text)), None) => {
                    let initial = &ATTRIBUTES[quota.attribute][..1];
                    value.is_some_and(|value| format!("{initial}{value}") == text.as_str())
                }
                other => panic!("{other:?}"),
            }
        };
        let people = market.people.iter().enumerate().filter(|(_, person)| named(person));
        covered &= people.fold(0, |set, (one, _)| set | 1 << one);
        cap = quota.cap;
    }
    (covered, cap.unwrap())
}

/// Which quota each node of a group is of.
fn node_quotas(market: &Market, group: usize) -> Vec<usize> {
    let quotas = &market.plans[market.groups[group].plan].quotas;
    let mut nodes: Vec<usize> = Vec::new();
    for (nth, quota) in quotas.iter().enumerate() {
        let around = quota.within.map_or(1, |outer| nodes.iter().filter(|of| **of == outer).count());
        let parts = if quota.values.is_none() { 3 } else { 1 };
        nodes.extend(std::iter::repeat_n(nth, around * parts));
    }
    nodes
}

/// Whether the group would take somebody beside those it holds, if they stood at this place of its order.
fn taken_at(room: &Room, held: Set, one: usize, place: usize) -> bool {
    let mut other = room.clone();
    other.order.retain(|person| *person != one);
    other.order.insert(place, one);
    has(other.choose(held | 1 << one), one)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a19_every_reason_under_nested_is_true(market in nested(Kind::of(9, 3))) {
        let both = Both::of(&market);
        let claim = claim(&both.drawn);
        let mut reasons = Reasons::new(&both.drawn, &claim);
        let seats = both.matching(&allocate(&both.drawn).unwrap());
        for (one, person) in market.people.iter().enumerate() {
            let explained = reasons.explain(both.applicant(one));
            prop_assert_eq!(&explained.applicant, &super::applicant(one));
            prop_assert_eq!(&explained.seat, &seats[one].map(super::group));
            let missed: Vec<_> = person.choices.iter().take_while(|choice| Some(**choice) != seats[one]).collect();
            prop_assert_eq!(explained.missed.len(), missed.len());
            for ((nth, group), missed) in (1..).zip(missed).zip(explained.missed) {
                prop_assert_eq!(&missed.group, &super::group(*group));
                prop_assert_eq!(missed.choice, nth);
                let (room, in_group) = (&both.sets.rooms[*group], both.sets.held(&seats, *group));
                let (Why::Full { limit, cap, held, .. } | Why::Kept { limit, cap, held, .. }) = &missed.why else {
                    return Err(TestCaseError::fail(format!("{:?}", missed.why)));
                };
                let (covered, allowed) = meant(&market, *group, limit);
                prop_assert!(has(covered, one));
                prop_assert_eq!(*held, (covered & in_group).count_ones());
                prop_assert_eq!((*cap, *cap), (allowed, *held));
                for node in room.nodes.iter().filter(|node| has(node.members, one)) {
                    let full = node.cap == Some((node.members & in_group).count_ones());
                    // Nothing full lies further inside, though something may cover the very same people.
                    if full && node.members & !covered == 0 {
                        prop_assert_eq!(node.members, covered);
                    }
                }
                match missed.why {
                    Why::Full { last, decided, .. } => {
                        let holder: usize = last.holder[2..].parse().unwrap();
                        prop_assert!(has(covered & in_group, holder));
                        let place = room.rank(holder);
                        prop_assert!(taken_at(room, in_group, one, place));
                        prop_assert!(!taken_at(room, in_group, one, place + 1));
                        prop_assert_eq!(last.list, market.people[holder].list);
                        prop_assert_eq!(last.lot, both.drawn.key(both.applicant(holder)));
                        said_of_both(&market, &both, *group, (one, holder), &decided)?;
                        let by: Vec<_> = last.keys.iter().map(|key| key.by.to_string()).collect();
                        let plan = &market.plans[market.groups[*group].plan];
                        let keys: Vec<_> = plan.priority.iter().map(|key| key["by"].as_str().unwrap()).collect();
                        prop_assert_eq!(by, keys);
                        for key in &last.keys {
                            prop_assert_eq!(&key.value, &value(&market, holder, key.by.as_str()));
                        }
                    }
                    Why::Kept { reserved, .. } => {
                        prop_assert!(!taken_at(room, in_group, one, 0));
                        prop_assert!(!reserved.is_empty());
                        let quotas = &market.plans[market.groups[*group].plan].quotas;
                        if room.nodes.iter().all(|node| node.on_top == 0) {
                            // Everybody who could make room stands in one of these, and this person does not.
                            let of = |name: &guildhall_allocation::Name| name.as_str()[2..].parse::<usize>().unwrap();
                            let quotas: BTreeSet<usize> = reserved.iter().map(of).collect();
                            let keeps = |node: &&Node| {
                                let filled = (node.members & in_group).count_ones();
                                let inside = node.members & in_group & !covered == 0 && node.members != covered;
                                (1..=node.floor).contains(&filled) && !has(node.members, one) && inside
                            };
                            let keeping = room.nodes.iter().filter(keeps).fold(0, |set, node| set | node.members);
                            prop_assert_eq!(covered & in_group & !keeping, 0);
                            let of_node = room.nodes.iter().zip(node_quotas(&market, *group)).filter(|(node, _)| keeps(node));
                            let expected: BTreeSet<usize> = of_node.map(|(_, quota)| quota).collect();
                            prop_assert_eq!(quotas, expected);
                        } else {
                            prop_assert_eq!(reserved.len(), quotas.len());
                        }
                    }
                    _ => {}
                }
            }
        }
    }

    #[test]
    fn a19_every_reason_under_serial_is_true(
        drawn in strategies::Market::small(Sort::Serial).with_lists(2).drawn(),
    ) {
        let claim = claim(&drawn);
        let problem = drawn.problem();
        let mut reasons = Reasons::new(&drawn, &claim);
        for applicant in problem.applicants() {
            for missed in reasons.explain(applicant).missed {
                let Why::Full { limit, cap, held, last, .. } = missed.why else {
                    return Err(TestCaseError::fail(format!("{missed:?}")));
                };
                prop_assert_eq!(cap, held);
                if limit == Limit::Capacity {
                    let group = problem.find_group(&missed.group).unwrap();
                    prop_assert_eq!(problem.capacity(group).seats(), Some(cap));
                }
                let last = problem.find_applicant(&last.holder).unwrap();
                let liking = |seat: Option<&str>| {
                    let mut choices = problem.choices(applicant).iter();
                    choices.position(|choice| Some(problem.group_id(*choice)) == seat)
                };
                let seat_if = |before: bool| {
                    let policy = Beside { who: applicant, last, before };
                    let seat = allocate_by(&drawn, &Serial, &policy).unwrap().seat(applicant);
                    seat.map(|seat| problem.group_id(seat).to_owned())
                };
                let wanted = liking(Some(&missed.group));
                let before = seat_if(true);
                prop_assert!(before.is_some() && liking(before.as_deref()) <= wanted);
                prop_assert_ne!(seat_if(false), Some(missed.group));
            }
        }
    }

    #[test]
    fn a19_every_reason_under_rolling_is_true(drawn in strategies::Market::small(Sort::Rolling).drawn()) {
        let claim = claim(&drawn);
        let problem = drawn.problem();
        let mut reasons = Reasons::new(&drawn, &claim);
        for applicant in problem.applicants() {
            let explained = reasons.explain(applicant);
            for missed in explained.missed {
                match missed.why {
                    Why::Withdrawn => prop_assert!(problem.withdrawn_at(applicant).is_some()),
                    Why::FreedSince => prop_assert!(explained.seat.is_some()),
                    Why::Full { cap, held, .. } => prop_assert_eq!(cap, held),
                    other => prop_assert!(false, "{:?}", other),
                }
            }
        }
    }

    #[test]
    fn a19_who_wanted_a_closed_group_is_told_so(
        drawn in strategies::Market::small(Sort::Floor).with_minimums().drawn(),
    ) {
        let claim = claim(&drawn);
        let problem = drawn.problem();
        let mut reasons = Reasons::new(&drawn, &claim);
        let closed: Vec<_> = claim.closed().map(|(group, _)| problem.group_id(group)).collect();
        for applicant in problem.applicants() {
            for missed in reasons.explain(applicant).missed {
                prop_assert_eq!(missed.why == Why::Closed, closed.contains(&missed.group.as_str()));
                prop_assert_ne!(missed.why, Why::Wrong);
            }
        }
    }
}

/// What somebody has, as the document says it.
fn value(market: &Market, one: usize, by: &str) -> Option<WrittenValue> {
    let document = market.document();
    let value = document["applicants"][one]["has"].get(by)?;
    Some(match value.as_i64() {
        Some(number) => WrittenValue::Integer(number),
        None => serde_json::from_value(serde_json::json!(
            value.as_str().unwrap().replace('Z', if by == "submitted" { "+00:00" } else { "Z" })
        ))
        .unwrap(),
    })
}

/// What decides is the first thing in which the two differ, and its values are theirs.
fn said_of_both(
    market: &Market,
    both: &Both,
    group: usize,
    (one, holder): (usize, usize),
    decided: &Decided,
) -> Result<(), TestCaseError> {
    let people = |nth: usize| (nth, &market.people[nth]);
    let plan = &market.plans[market.groups[group].plan];
    let lists = [one, holder].map(|nth| market.people[nth].list);
    let key = plan.priority.iter().find(|key| compare(key, people(holder), people(one)) != Ordering::Equal);
    match decided {
        Decided::List { needed, own } => {
            prop_assert_eq!([*own, *needed], lists);
            prop_assert!(needed < own);
        }
        Decided::Key { by, needed, own } => {
            prop_assert_eq!(lists[0], lists[1]);
            prop_assert_eq!(key.and_then(|key| key["by"].as_str()), Some(by.as_str()));
            prop_assert_eq!(needed, &value(market, holder, by.as_str()));
            prop_assert_eq!(own, &value(market, one, by.as_str()));
        }
        Decided::Lot { needed, own } => {
            prop_assert_eq!(lists[0], lists[1]);
            prop_assert!(key.is_none());
            prop_assert_eq!(*needed, both.drawn.key(both.applicant(holder)));
            prop_assert_eq!(*own, both.drawn.key(both.applicant(one)));
            prop_assert!(needed < own);
        }
    }
    Ok(())
}

/// The declared order, with somebody right before or right after somebody else.
struct Beside {
    who: Applicant,
    last: Applicant,
    before: bool,
}

impl Priority for Beside {
    fn order(&self, drawn: &Drawn, plan: PlanIndex) -> Vec<Applicant> {
        let mut order = Declared.order(drawn, plan);
        order.retain(|one| *one != self.who);
        let at = order.iter().position(|one| *one == self.last).unwrap();
        order.insert(if self.before { at } else { at + 1 }, self.who);
        order
    }
}
