//! A problem says what was written, and its hash too: whatever the order (A10), and nothing else.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use guildhall_allocation::strategies::{Kind, Market};
use guildhall_allocation::{
    Applicant, AttributeType, Covers, First, Group, MISSING, MechanismName, Name, Problem, Value,
    WrittenFirst, WrittenProblem, WrittenQuota, WrittenValue,
};
use guildhall_kernel::Time;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{from_value, json};

fn markets() -> impl Strategy<Value = WrittenProblem> {
    prop_oneof![
        Market::small(Kind::Floor).with_lists(3).with_minimums().problems(),
        Market::small(Kind::OnTop).problems(),
        Market::small(Kind::Serial).with_lists(2).problems(),
        Market::small(Kind::Rolling).problems(),
    ]
}

/// A value as it was written.
fn value<'a>(written: &'a WrittenProblem, attribute: &Name, value: Option<&'a WrittenValue>) -> Value<'a> {
    let of = written.attributes.iter().find(|known| known.name == *attribute).unwrap().of;
    match (of, value) {
        (_, None) => Value::Missing,
        (AttributeType::Instant, Some(WrittenValue::Text(text))) => {
            Value::Instant(text.as_str().parse::<Time>().unwrap())
        }
        (_, Some(WrittenValue::Text(text))) => Value::Text(text.as_str()),
        (_, Some(WrittenValue::Integer(number))) => Value::Integer(*number),
    }
}

fn covers(written: &WrittenProblem, plan: &Name, quota: &WrittenQuota, id: &str) -> bool {
    let one = written.applicants.iter().find(|one| one.id.as_str() == id).unwrap();
    let quotas = &written.plans.iter().find(|known| known.name == *plan).unwrap().quotas;
    let around = quota.within.as_ref().is_none_or(|outer| {
        covers(written, plan, quotas.iter().find(|quota| quota.name == *outer).unwrap(), id)
    });
    let each = quota.each.as_ref().is_none_or(|each| one.has.contains_key(each));
    let having = quota.having.iter().flatten();
    around
        && each
        && having.into_iter().all(|(name, values)| one.has.get(name).is_some_and(|has| values.contains(has)))
}

/// Turns every list of a document whose order says nothing.
fn turned(mut written: WrittenProblem, by: Index) -> WrittenProblem {
    fn turn<T>(list: &mut [T], by: Index) {
        list.reverse();
        if !list.is_empty() {
            list.rotate_left(by.index(list.len()));
        }
    }
    turn(&mut written.attributes, by);
    turn(&mut written.groups, by);
    turn(&mut written.caps, by);
    turn(&mut written.applicants, by);
    turn(&mut written.plans, by);
    for plan in &mut written.plans {
        turn(&mut plan.quotas, by);
        for having in plan.quotas.iter_mut().filter_map(|quota| quota.having.as_mut()) {
            having.values_mut().for_each(|values| turn(values, by));
        }
    }
    written
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a10_neither_a_problem_nor_its_hash_depends_on_the_order(written in markets(), by in any::<Index>()) {
        let problem = Problem::new(&written).unwrap();
        let other = Problem::new(&turned(written, by)).unwrap();
        prop_assert_eq!(problem.hash(), other.hash());
        prop_assert_eq!(problem, other);
    }

    #[test]
    fn people_are_as_they_were_written(written in markets()) {
        let problem = Problem::new(&written).unwrap();
        prop_assert_eq!(problem.applicants().len(), written.applicants.len());
        let mut ids: Vec<_> = written.applicants.iter().map(|one| one.id.as_str()).collect();
        ids.sort_unstable();
        prop_assert_eq!(problem.applicants().map(|one| problem.applicant_id(one)).collect::<Vec<_>>(), ids);
        for one in &written.applicants {
            let here = problem.find_applicant(one.id.as_str()).unwrap();
            prop_assert_eq!(problem.applicant_id(here), one.id.as_str());
            let choices: Vec<_> = problem.choices(here).iter().map(|group| problem.group_id(*group)).collect();
            prop_assert_eq!(choices, one.choices.iter().map(Name::as_str).collect::<Vec<_>>());
            prop_assert_eq!(problem.list(here), one.list.get());
            prop_assert_eq!(problem.withdrawn_at(here), one.withdrawn_at);
            for attribute in &written.attributes {
                let nth = problem.find_attribute(attribute.name.as_str()).unwrap();
                let expected = value(&written, &attribute.name, one.has.get(&attribute.name));
                prop_assert_eq!(problem.value(here, nth), expected);
                let code = problem.code(here, nth);
                prop_assert_eq!(problem.value_of(nth, code), expected);
                prop_assert_eq!(code == MISSING, expected == Value::Missing);
                prop_assert!(code == MISSING || usize::try_from(code).unwrap() < problem.distinct(nth));
                if let Value::Text(text) = expected {
                    prop_assert_eq!(problem.code_of(nth, text), Some(code));
                }
                // Codes are in the order of values.
                for other in problem.applicants().filter(|other| problem.code(*other, nth) != MISSING) {
                    let ordered = problem.code(other, nth).cmp(&code) == problem.value(other, nth).cmp(&expected);
                    prop_assert!(ordered || code == MISSING);
                }
            }
        }
        prop_assert_eq!(problem.choices_total(), written.applicants.iter().map(|one| one.choices.len()).sum::<usize>());
        let last = written.applicants.iter().map(|one| one.list.get()).max().unwrap_or(1);
        prop_assert_eq!(problem.lists(), last);
        prop_assert_eq!(problem.find_applicant("nobody"), None);
        prop_assert_eq!(problem.find_applicant(""), None);
    }

    #[test]
    fn rules_are_as_they_were_written(written in markets()) {
        let problem = Problem::new(&written).unwrap();
        prop_assert_eq!(problem.mechanism(), &written.mechanism);
        prop_assert_eq!(problem.arrival().is_some(), matches!(written.mechanism, MechanismName::Rolling { .. }));
        prop_assert_eq!(problem.groups().len(), written.groups.len());
        prop_assert_eq!(problem.caps().len(), written.caps.len());
        for group in &written.groups {
            let here = problem.find_group(group.id.as_str()).unwrap();
            prop_assert_eq!(problem.group_id(here), group.id.as_str());
            prop_assert_eq!(problem.capacity(here), group.capacity);
            prop_assert_eq!(problem.minimum(here), group.minimum);
            let plan = problem.plan(here);
            prop_assert_eq!(plan.name(), &group.plan);
            prop_assert_eq!(&problem.plans()[problem.plan_of(here).index()], plan);
            let rules = written.plans.iter().find(|plan| plan.name == group.plan).unwrap();
            prop_assert_eq!(plan.quotas().len(), rules.quotas.len());
            for (nth, quota) in plan.numbered() {
                let rules = rules.quotas.iter().find(|rules| rules.name == *quota.name()).unwrap();
                prop_assert_eq!(quota.cap(), rules.at_most.map(u32::from));
                prop_assert_eq!(quota.reserve(), rules.reserve);
                let around = quota.parent().map(|outer| plan.quota(outer).unwrap().name());
                prop_assert_eq!(around, rules.within.as_ref());
                prop_assert!(quota.parent().is_none_or(|outer| outer < nth));
                prop_assert_eq!(matches!(quota.covers(), Covers::Each(_)), rules.each.is_some());
                for one in problem.applicants() {
                    let covered = problem.covering(one, plan).find(|(covering, _)| *covering == nth);
                    let expected = covers(&written, &group.plan, rules, problem.applicant_id(one));
                    prop_assert_eq!(covered.is_some(), expected);
                    if let (Some((_, code)), Covers::Each(attribute)) = (covered, quota.covers()) {
                        prop_assert_eq!(code, problem.code(one, *attribute));
                    }
                }
            }
            if written.mechanism == MechanismName::Nested {
                for one in problem.applicants().filter(|one| problem.choices(*one).contains(&here)) {
                    prop_assert!(problem.path(one, plan).eq(problem.covering(one, plan)));
                }
            }
            prop_assert_eq!(plan.priority().len(), rules.priority.len());
            for (key, rules) in plan.priority().iter().zip(&rules.priority) {
                prop_assert_eq!(problem.attribute(key.by()).unwrap().name(), &rules.by);
                let place = |one: Applicant| key.place(problem.code(one, key.by()));
                let value = |one: Applicant| problem.value(one, key.by());
                for (one, other) in problem.applicants().flat_map(|a| problem.applicants().map(move |b| (a, b))) {
                    let (here, there) = (value(one), value(other));
                    let listed = |value: Value<'_>| match (&rules.first, value) {
                        (WrittenFirst::Listed(names), Value::Text(text)) => {
                            names.iter().position(|name| name.as_str() == text).unwrap_or(names.len())
                        }
                        _ => 0,
                    };
                    let expected = match (here, there) {
                        (Value::Missing, Value::Missing) => std::cmp::Ordering::Equal,
                        (Value::Missing, _) => std::cmp::Ordering::Greater,
                        (_, Value::Missing) => std::cmp::Ordering::Less,
                        _ => match key.first() {
                            First::Lowest => here.cmp(&there),
                            First::Highest => there.cmp(&here),
                            First::Listed(_) => listed(here).cmp(&listed(there)),
                        },
                    };
                    prop_assert_eq!(place(one).cmp(&place(other)), expected);
                }
            }
        }
        prop_assert_eq!(problem.find_group("nowhere"), None);
    }

    #[test]
    fn choices_are_cut_as_said(written in markets(), cuts in prop::collection::vec((0..6_usize, 0..6_usize), 8)) {
        let problem = Problem::new(&written).unwrap();
        let mut shorter = written;
        let mut keep = std::collections::BTreeMap::new();
        for (one, (begin, end)) in shorter.applicants.iter_mut().zip(cuts) {
            keep.insert(one.id.clone(), begin..end);
            let end = end.min(one.choices.len());
            one.choices = one.choices.get(begin.min(end)..end).unwrap_or_default().to_vec();
        }
        let cut = problem.cut(|one, all| {
            assert_eq!(all, problem.choices(one));
            keep[problem.applicant_id(one)].clone()
        });
        let expected = Problem::new(&shorter).unwrap();
        for (one, other) in cut.applicants().zip(expected.applicants()) {
            prop_assert_eq!(cut.choices(one), expected.choices(other));
        }
        prop_assert_eq!(cut, expected);
        prop_assert_eq!(problem.cut(|_, all: &[Group]| 0..all.len()), problem);
    }
}

fn document() -> serde_json::Value {
    json!({
        "id": "m", "mechanism": "nested",
        "attributes": [
            { "name": "region", "type": "text" }, { "name": "points", "type": "integer" },
            { "name": "submitted", "type": "instant" }, { "name": "role", "type": "text", "optional": true },
        ],
        "plans": [
            { "name": "p", "priority": [{ "by": "points", "first": "highest" }, { "by": "role", "first": ["x", "y"] }],
              "quotas": [
                { "name": "q", "where": { "region": ["r0", "r1"], "points": [1, 2] }, "at_most": 2,
                  "reserve": { "seats": 1, "kind": "floor" } },
                { "name": "inner", "within": "q", "each": "role", "at_most": 1 },
                { "name": "other", "where": { "region": ["r2"] }, "at_most": 2 },
              ] },
            { "name": "plain" },
        ],
        "groups": [
            { "id": "g", "plan": "p", "capacity": { "seats": 3 }, "minimum": 1 },
            { "id": "h", "plan": "plain", "capacity": "unlimited" },
        ],
        "applicants": [
            { "id": "a", "choices": ["g", "h"],
              "has": { "region": "r0", "points": 1, "submitted": "2026-05-01T08:00:00Z", "role": "x" } },
            { "id": "b", "choices": ["h"], "list": 2,
              "has": { "region": "r1", "points": -5, "submitted": "2026-05-01T08:00:00.5Z" } },
        ],
    })
}

/// Each of these is another problem, and another than each other.
#[test]
fn the_hash_sees_every_change() {
    let changes = [
        ("/id", json!("n")),
        ("/mechanism", json!("serial")),
        ("/attributes/0/name", json!("r")),
        ("/attributes/0/optional", json!(true)),
        ("/attributes/1/type", json!("instant")),
        ("/plans/1/name", json!("q")),
        ("/plans/0/priority/0/first", json!("lowest")),
        ("/plans/0/priority/0/by", json!("submitted")),
        ("/plans/0/priority/1/first", json!(["y", "x"])),
        ("/plans/0/quotas/0/name", json!("r")),
        ("/plans/0/quotas/0/where/region", json!(["r0"])),
        ("/plans/0/quotas/0/where/points", json!([1, 3])),
        ("/plans/0/quotas/0/at_most", json!(3)),
        ("/plans/0/quotas/0/reserve", json!(null)),
        ("/plans/0/quotas/0/reserve/seats", json!(2)),
        ("/plans/0/quotas/1/each", json!("points")),
        ("/plans/0/quotas/1/within", json!("other")),
        ("/groups/0/id", json!("gg")),
        ("/groups/1/plan", json!("p")),
        ("/groups/0/capacity/seats", json!(4)),
        ("/groups/0/capacity", json!("unlimited")),
        ("/groups/0/minimum", json!(2)),
        ("/applicants/0/id", json!("c")),
        ("/applicants/0/choices", json!(["h", "g"])),
        ("/applicants/0/choices", json!([])),
        ("/applicants/0/has/region", json!("r1")),
        ("/applicants/0/has/points", json!(2)),
        ("/applicants/0/has/submitted", json!("2026-05-01T08:00:00.000000001Z")),
        ("/applicants/1/has/role", json!("x")),
        ("/applicants/1/list", json!(1)),
    ];
    let mut hashes = std::collections::BTreeMap::from([(
        Problem::new(&from_value(document()).unwrap()).unwrap().hash(),
        "",
    )]);
    for (path, value) in changes {
        let mut changed = document();
        match changed.pointer_mut(path) {
            Some(place) => *place = value,
            None => {
                let (object, field) = path.rsplit_once('/').unwrap();
                changed.pointer_mut(object).unwrap()[field] = value;
            }
        }
        // Renamed things are renamed wherever they stand.
        let text = match path {
            "/attributes/0/name" => changed.to_string().replace("\"region\"", "\"r\""),
            "/plans/1/name" => changed.to_string().replace("\"plain\"", "\"q\""),
            "/groups/0/id" => changed.to_string().replace("\"g\"", "\"gg\""),
            "/plans/0/quotas/0/name" => changed.to_string().replace("\"within\":\"q\"", "\"within\":\"r\""),
            "/mechanism" => {
                changed["plans"][0]["quotas"][0].as_object_mut().unwrap().remove("reserve");
                changed["plans"][1]["priority"] = changed["plans"][0]["priority"].clone();
                changed.to_string()
            }
            "/attributes/1/type" => {
                changed["applicants"][0]["has"]["points"] = json!("1970-01-01T00:00:00.000000001Z");
                changed["applicants"][1]["has"]["points"] = json!("1969-12-31T23:59:59.999999995Z");
                changed["plans"][0]["quotas"][0]["where"] = json!({ "region": ["r0", "r1"] });
                changed.to_string()
            }
            _ => changed.to_string(),
        };
        let problem = Problem::new(&serde_json::from_str(&text).unwrap());
        let problem = problem.unwrap_or_else(|faults| panic!("{path}: {faults}"));
        if let Some(same) = hashes.insert(problem.hash(), path) {
            panic!("{path} is the same as {same}");
        }
    }
}

#[test]
fn what_rules_name_has_a_code_though_nobody_has_it() {
    let problem = Problem::new(&from_value(document()).unwrap()).unwrap();
    let attribute = |name: &str| problem.find_attribute(name).unwrap();
    assert_eq!(problem.code_of(attribute("region"), "r2"), Some(2));
    assert_eq!(problem.code_of(attribute("region"), "r3"), None);
    assert_eq!(problem.code_of(attribute("points"), "1"), None);
    let points: Vec<_> = (0..).map(|code| problem.value_of(attribute("points"), code)).take(4).collect();
    assert_eq!(points, [Value::Integer(-5), Value::Integer(1), Value::Integer(2), Value::Missing]);
    assert_eq!(problem.distinct(attribute("points")), 3);
    assert_eq!(problem.find_attribute("size"), None);
}

/// The very lowest and highest numbers are numbers like others, and a missing one is none of them.
#[test]
fn extreme_numbers_are_kept() {
    let written: WrittenProblem = from_value(json!({
        "id": "m", "mechanism": "nested",
        "attributes": [{ "name": "points", "type": "integer", "optional": true }],
        "plans": [{ "name": "p", "priority": [{ "by": "points", "first": "highest" }] }],
        "groups": [{ "id": "g", "plan": "p", "capacity": { "seats": 1 } }],
        "applicants": [
            { "id": "a", "choices": ["g"], "has": { "points": i64::MIN } },
            { "id": "b", "choices": ["g"] },
            { "id": "c", "choices": ["g"], "has": { "points": i64::MAX } },
            { "id": "d", "choices": ["g"], "has": { "points": 0 } },
        ],
    }))
    .unwrap();
    let problem = Problem::new(&written).unwrap();
    let points = problem.find_attribute("points").unwrap();
    assert_eq!(problem.codes(points), [0, MISSING, 2, 1]);
    let key = &problem.plans()[0].priority()[0];
    let places: Vec<_> = problem.codes(points).iter().map(|code| key.place(*code)).collect();
    assert!(places[2] < places[3] && places[3] < places[0] && places[0] < places[1], "{places:?}");
}

#[test]
fn a_builder_makes_what_a_document_makes() {
    let written: WrittenProblem = from_value(document()).unwrap();
    let mut builder = Problem::build(&written.rules());
    written.applicants.iter().rev().for_each(|one| {
        builder.applicant(one);
    });
    assert_eq!(builder.finish().unwrap(), Problem::new(&written).unwrap());
    assert_eq!(written.rules().with(written.applicants.clone()), written);
}
