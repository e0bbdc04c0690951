//! Every fault of a problem is told, all at once, each where it stands and with the nearest right name.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use guildhall_allocation::{MAX_DEPTH, MAX_FAULTS, MAX_KEYS, MAX_QUOTAS, Problem, Stage, WrittenProblem};
use serde_json::{Value as Json, from_value, json};

/// A sound problem that has something of everything.
fn sound() -> Json {
    json!({
        "id": "managers", "mechanism": "nested",
        "attributes": [
            { "name": "region", "type": "text", "values": ["east", "west", "north"] },
            { "name": "points", "type": "integer" },
            { "name": "submitted", "type": "instant" },
            { "name": "role", "type": "text", "optional": true },
        ],
        "plans": [{
            "name": "standard",
            "priority": [
                { "by": "points", "first": "highest" },
                { "by": "role", "first": ["mayor", "deputy"] },
                { "by": "submitted", "first": "lowest" },
            ],
            "quotas": [
                { "name": "region", "each": "region", "at_most": 2 },
                { "name": "mayors", "within": "region", "where": { "role": ["mayor"] },
                  "reserve": { "seats": 1, "kind": "floor" } },
            ],
        }],
        "groups": [
            { "id": "celje", "plan": "standard", "capacity": { "seats": 4 }, "minimum": 2 },
            { "id": "koper", "plan": "standard", "capacity": "unlimited" },
        ],
        "applicants": [applicant("a", "east", 1, "mayor"), applicant("b", "west", 2, "clerk")],
    })
}

fn applicant(id: &str, region: &str, points: i64, role: &str) -> Json {
    json!({ "id": id, "choices": ["celje", "koper"], "has": {
        "region": region, "points": points, "submitted": "2026-05-01T08:00:00Z", "role": role,
    } })
}

/// The faults of the sound problem after a change.
fn faults(change: impl FnOnce(&mut Json)) -> Vec<String> {
    let mut document = sound();
    change(&mut document);
    let written: WrittenProblem = from_value(document).unwrap();
    match Stage::read(&written) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    }
}

/// The change makes exactly this fault.
#[track_caller]
fn told(expected: &str, change: impl FnOnce(&mut Json)) {
    assert_eq!(faults(change), [expected]);
}

fn serial(document: &mut Json) {
    document["mechanism"] = json!("serial");
    document["plans"][0]["quotas"] = json!([]);
}

fn rolling(document: &mut Json) {
    document["mechanism"] = json!({ "rolling": { "by": "submitted" } });
    document["plans"][0] = json!({ "name": "standard" });
    document["groups"][0]["minimum"] = json!(0);
}

#[test]
fn what_is_sound_has_no_fault() {
    assert_eq!(faults(|_| ()), Vec::<String>::new());
    assert_eq!(faults(serial), Vec::<String>::new());
    assert_eq!(faults(rolling), Vec::<String>::new());
}

#[test]
fn all_faults_are_told_in_one_go() {
    let all = faults(|document| {
        document["plans"][0]["priority"][0]["by"] = json!("pionts");
        document["plans"][0]["quotas"][1]["within"] = json!("regions");
        document["groups"][0]["plan"] = json!("standart");
        document["applicants"][1]["choices"] = json!(["kopre", "celje", "celje"]);
        document["applicants"][1]["has"]["region"] = json!("wast");
        document["applicants"][1]["id"] = json!("a");
    });
    assert_eq!(
        all,
        [
            "plans[0].priority[0].by: no attribute is called `pionts`; did you mean `points`?",
            "plans[0].quotas[1].within: no quota is called `regions`; did you mean `region`?",
            "groups[0].plan: no plan is called `standart`; did you mean `standard`?",
            "applicants[1].has.region: `wast` is no value of `region`; did you mean `east`?",
            "applicants[1].choices[0]: no group is called `kopre`; did you mean `koper`?",
            "applicants[1].choices[2]: `celje` stands already at `applicants[1].choices[1]`",
            "applicants[1].id: `a` stands already at `applicants[0].id`",
        ]
    );
}

#[test]
fn a_hopeless_document_is_answered_briefly() {
    let all = faults(|document| {
        let one = applicant("a", "south", 1, "mayor");
        let many = MAX_FAULTS + 7;
        document["applicants"] = (0..many)
            .map(|nth| {
                let mut one = one.clone();
                one["id"] = json!(format!("a{nth}"));
                one
            })
            .collect();
    });
    assert_eq!(all.len(), MAX_FAULTS + 1);
    assert_eq!(all[0], "applicants[0].has.region: `south` is no value of `region`");
    assert_eq!(all[MAX_FAULTS], "7 more faults are not told");
}

/// Names are only compared so often.
#[test]
fn suggestions_end_where_they_would_take_long() {
    let all = faults(|document| {
        document["groups"] = (0..60_000)
            .map(|nth| json!({ "id": format!("g{nth:05}"), "plan": "standard", "capacity": "unlimited" }))
            .collect();
        let ask = |nth: usize| {
            let mut one = applicant(&format!("a{nth}"), "east", 1, "clerk");
            one["choices"] = json!(["g0000x"]);
            one
        };
        document["applicants"] = (0..20).map(ask).collect();
    });
    assert_eq!(all[0], "applicants[0].choices[0]: no group is called `g0000x`; did you mean `g00000`?");
    assert_eq!(all[19], "applicants[19].choices[0]: no group is called `g0000x`");
}

#[test]
fn names_stand_once() {
    told("attributes[4].name: `points` stands already at `attributes[1].name`", |document| {
        document["attributes"].as_array_mut().unwrap().push(json!({ "name": "points", "type": "integer" }));
    });
    told("attributes[0].values[3]: `east` stands already at `attributes[0].values[0]`", |document| {
        document["attributes"][0]["values"].as_array_mut().unwrap().push(json!("east"));
    });
    told("plans[1].name: `standard` stands already at `plans[0].name`", |document| {
        document["plans"].as_array_mut().unwrap().push(json!({ "name": "standard" }));
    });
    told("groups[1].id: `celje` stands already at `groups[0].id`", |document| {
        document["groups"][1]["id"] = json!("celje");
        document["applicants"] = json!([]);
    });
    told("plans[0].quotas[2].name: `region` stands already at `plans[0].quotas[0].name`", |document| {
        let quota = document["plans"][0]["quotas"][0].clone();
        document["plans"][0]["quotas"].as_array_mut().unwrap().push(quota);
    });
    told("plans[0].priority[3].by: `points` stands already at `plans[0].priority[0].by`", |document| {
        let key = json!({ "by": "points", "first": "lowest" });
        document["plans"][0]["priority"].as_array_mut().unwrap().push(key);
    });
    told(
        "plans[0].priority[1].first[2]: `mayor` stands already at `plans[0].priority[1].first[0]`",
        |document| {
            document["plans"][0]["priority"][1]["first"] = json!(["mayor", "deputy", "mayor"]);
        },
    );
    told(
        "plans[0].quotas[1].where.points[2]: `-7` stands already at `plans[0].quotas[1].where.points[0]`",
        |document| document["plans"][0]["quotas"][1]["where"] = json!({ "points": [-7, 1, -7] }),
    );
    told("caps[1].name: `c` stands already at `caps[0].name`", |document| {
        serial(document);
        let cap = json!({ "name": "c", "each": "region", "at_most": 1 });
        document["caps"] = json!([cap, cap]);
    });
    told("applicants[2].id: `a` stands already at `applicants[0].id`", |document| {
        let one = applicant("a", "north", 1, "clerk");
        document["applicants"].as_array_mut().unwrap().push(one);
    });
}

#[test]
fn names_are_known() {
    told("plans[0].quotas[0].each: no attribute is called `reigon`; did you mean `region`?", |document| {
        document["plans"][0]["quotas"][0]["each"] = json!("reigon");
        document["plans"][0]["quotas"][1].as_object_mut().unwrap().remove("within");
    });
    told(
        "plans[0].quotas[1].where.rolle: no attribute is called `rolle`; did you mean `role`?",
        |document| {
            document["plans"][0]["quotas"][1]["where"] = json!({ "rolle": ["mayor"] });
        },
    );
    told("mechanism.rolling.by: no attribute is called `arrived`", |document| {
        rolling(document);
        document["mechanism"] = json!({ "rolling": { "by": "arrived" } });
    });
    told("applicants[0].has.pionts: no attribute is called `pionts`; did you mean `points`?", |document| {
        document["applicants"][0]["has"]["pionts"] = json!(3);
    });
    told(
        "plans[0].quotas[0].where.region[1]: `est` is no value of `region`; did you mean `east`?",
        |document| {
            document["plans"][0]["quotas"][0] =
                json!({ "name": "region", "where": { "region": ["west", "est"] }, "at_most": 1 });
        },
    );
    told("plans[0].priority[0].first[0]: `wets` is no value of `region`; did you mean `west`?", |document| {
        document["plans"][0]["priority"] = json!([{ "by": "region", "first": ["wets"] }]);
    });
    told("caps[0].each: no attribute is called `rgion`; did you mean `region`?", |document| {
        serial(document);
        document["caps"] = json!([{ "name": "c", "each": "rgion", "at_most": 1 }]);
    });
}

#[test]
fn nothing_is_empty_or_beyond_its_limit() {
    told("groups: at least one is needed", |document| {
        document["groups"] = json!([]);
        document["applicants"] = json!([]);
    });
    assert_eq!(faults(|document| document["plans"] = json!([]))[0], "plans: at least one is needed");
    told("attributes[0].values: at least one is needed", |document| {
        document["attributes"][0]["values"] = json!([]);
        document["applicants"] = json!([]);
    });
    told("plans[0].priority[1].first: at least one is needed", |document| {
        document["plans"][0]["priority"][1]["first"] = json!([]);
    });
    told("plans[0].quotas[1].where: at least one is needed", |document| {
        document["plans"][0]["quotas"][1]["where"] = json!({});
    });
    told("plans[0].quotas[1].where.role: at least one is needed", |document| {
        document["plans"][0]["quotas"][1]["where"] = json!({ "role": [] });
    });
    let numbered = |count: usize, one: fn(usize) -> Json| (0..count).map(one).collect::<Json>();
    told("attributes: there are more than 64 attributes", |document| {
        let further =
            numbered(61, |nth| json!({ "name": format!("x{nth}"), "type": "text", "optional": true }));
        document["attributes"].as_array_mut().unwrap().extend(further.as_array().unwrap().clone());
    });
    told("plans: there are more than 1000 plans", |document| {
        let further = numbered(1_000, |nth| json!({ "name": format!("x{nth}") }));
        document["plans"].as_array_mut().unwrap().extend(further.as_array().unwrap().clone());
    });
    told("groups: there are more than 100000 groups", |document| {
        let further = numbered(
            99_999,
            |nth| json!({ "id": format!("x{nth}"), "plan": "standard", "capacity": "unlimited" }),
        );
        document["groups"].as_array_mut().unwrap().extend(further.as_array().unwrap().clone());
    });
    told("plans[1].quotas: there are more than 64 quotas in a plan", |document| {
        let quotas = numbered(
            MAX_QUOTAS + 1,
            |nth| json!({ "name": format!("x{nth}"), "where": { "role": [format!("r{nth}")] }, "at_most": 1 }),
        );
        document["plans"].as_array_mut().unwrap().push(json!({ "name": "other", "quotas": quotas }));
    });
    told("plans[1].priority: there are more than 16 keys in a priority", |document| {
        let attributes = numbered(
            MAX_KEYS + 1,
            |nth| json!({ "name": format!("x{nth}"), "type": "integer", "optional": true }),
        );
        document["attributes"].as_array_mut().unwrap().extend(attributes.as_array().unwrap().clone());
        let keys = numbered(MAX_KEYS + 1, |nth| json!({ "by": format!("x{nth}"), "first": "lowest" }));
        document["plans"].as_array_mut().unwrap().push(json!({ "name": "other", "priority": keys }));
    });
    told("plans[0].priority[1].first: there are more than 10000 values", |document| {
        document["plans"][0]["priority"][1]["first"] = numbered(10_001, |nth| json!(format!("r{nth}")));
    });
    told("attributes[0].values: there are more than 10000 values", |document| {
        let further = numbered(9_998, |nth| json!(format!("r{nth}")));
        document["attributes"][0]["values"]
            .as_array_mut()
            .unwrap()
            .extend(further.as_array().unwrap().clone());
    });
    told("plans[0].quotas[1].where.role: there are more than 10000 values", |document| {
        document["plans"][0]["quotas"][1]["where"] =
            json!({ "role": numbered(10_001, |nth| json!(format!("r{nth}"))) });
    });
    told("caps: there are more than 64 caps", |document| {
        serial(document);
        document["caps"] =
            numbered(65, |nth| json!({ "name": format!("x{nth}"), "each": "region", "at_most": 1 }));
    });
    let deep = |levels: usize| {
        faults(move |document| {
            document["plans"][0]["quotas"] = (0..levels)
                .map(|nth| {
                    let mut quota = json!({ "name": format!("x{nth}"), "each": "region", "at_most": 1 });
                    if nth > 0 {
                        quota["within"] = json!(format!("x{}", nth - 1));
                    }
                    quota
                })
                .collect();
        })
    };
    assert_eq!(deep(MAX_DEPTH), Vec::<String>::new());
    assert_eq!(deep(MAX_DEPTH + 3), ["plans[0].quotas[8]: quotas lie within each other more than 8 deep"]);
}

#[test]
fn values_are_of_their_type() {
    told("attributes[1].values: only the values of a text can be listed", |document| {
        document["attributes"][1]["values"] = json!(["1"]);
    });
    told("applicants[0].has.points: `points` is of type `integer`; this is a text", |document| {
        document["applicants"][0]["has"]["points"] = json!("1");
    });
    told("applicants[0].has.region: `region` is of type `text`; this is a number", |document| {
        document["applicants"][0]["has"]["region"] = json!(1);
    });
    for wrong in ["yesterday", "2026-05-01", "2026-13-01T00:00:00Z", "1500-01-01T00:00:00Z"] {
        told(
            "applicants[0].has.submitted: `submitted` is of type `instant`; this is no instant such as \
             `2026-05-01T08:00:00Z`",
            |document| document["applicants"][0]["has"]["submitted"] = json!(wrong),
        );
    }
    told("applicants[0].has.submitted: `submitted` is of type `instant`; this is a number", |document| {
        document["applicants"][0]["has"]["submitted"] = json!(1);
    });
    told("applicants[1].has: `points` is missing", |document| {
        document["applicants"][1]["has"].as_object_mut().unwrap().remove("points");
    });
    told("plans[0].quotas[1].where.role[0]: `role` is of type `text`; this is a number", |document| {
        document["plans"][0]["quotas"][1]["where"] = json!({ "role": [1] });
    });
    told("plans[0].quotas[1].where.points[0]: `points` is of type `integer`; this is a text", |document| {
        document["plans"][0]["quotas"][1]["where"] = json!({ "points": ["1"] });
    });
}

#[test]
fn priorities_go_by_what_has_an_order() {
    told(
        "plans[0].priority[1].first: `role` is a text, which has no highest and no lowest: list its values, best \
         first",
        |document| document["plans"][0]["priority"][1]["first"] = json!("highest"),
    );
    told("plans[0].priority[0].first: `points` is no text: write `highest` or `lowest`", |document| {
        document["plans"][0]["priority"][0]["first"] = json!(["many"]);
    });
}

#[test]
fn a_quota_says_whom_it_covers_and_what_it_does() {
    told("plans[0].quotas[1]: whom it covers is missing: give `each` or `where`", |document| {
        document["plans"][0]["quotas"][1].as_object_mut().unwrap().remove("where");
    });
    told(
        "plans[0].quotas[1]: give either `each` or `where`; to have both, put one quota within another",
        |document| document["plans"][0]["quotas"][1]["each"] = json!("role"),
    );
    told("plans[0].quotas[1]: it neither limits nor reserves: give `at_most` or `reserve`", |document| {
        document["plans"][0]["quotas"][1].as_object_mut().unwrap().remove("reserve");
    });
    let instant =
        "`submitted` is an instant, and no two people need share one: a quota goes by texts or integers";
    told(&format!("plans[0].quotas[0].each: {instant}"), |document| {
        document["plans"][0]["quotas"] = json!([{ "name": "q", "each": "submitted", "at_most": 1 }]);
    });
    told(&format!("plans[0].quotas[0].where.submitted: {instant}"), |document| {
        let having = json!({ "submitted": ["2026-05-01T08:00:00Z"] });
        document["plans"][0]["quotas"] = json!([{ "name": "q", "where": having, "at_most": 1 }]);
    });
}

#[test]
fn quotas_in_a_ring_are_told_once() {
    let quota =
        |name: &str, within: &str| json!({ "name": name, "within": within, "each": "region", "at_most": 1 });
    told(
        "plans[0].quotas[0].within: these lie within each other in a ring: `a` within `b` within `c` within `a`",
        |document| {
            document["plans"][0]["quotas"] =
                json!([quota("a", "b"), quota("c", "a"), quota("b", "c"), quota("d", "a")]);
        },
    );
    told("plans[0].quotas[0].within: these lie within each other in a ring: `a` within `a`", |document| {
        document["plans"][0]["quotas"] = json!([quota("a", "a")]);
    });
}

#[test]
fn reserves_fit_into_what_is_around_them() {
    told("plans[0].quotas[0].reserve: 3 seats are reserved, but `region` is limited to 2", |document| {
        document["plans"][0]["quotas"][0]["reserve"] = json!({ "seats": 3, "kind": "floor" });
        document["groups"][0]["capacity"] = json!({ "seats": 6 });
    });
    told("plans[0].quotas[0]: 3 seats are reserved, but `region` is limited to 2", |document| {
        document["plans"][0]["quotas"][1]["reserve"]["seats"] = json!(3);
        document["groups"][0]["capacity"] = json!({ "seats": 6 });
    });
    // Two regions apply, and each has one seat for a mayor.
    told("groups[0].capacity: the plan `standard` reserves 2 seats, and there are 1", |document| {
        document["groups"][0]["capacity"] = json!({ "seats": 1 });
        document["groups"][0]["minimum"] = json!(0);
    });
    told("groups[0].capacity: the plan `standard` reserves 6 seats, and there are 4", |document| {
        document["plans"][0]["quotas"] = json!([
            { "name": "mayors", "where": { "role": ["mayor"] }, "reserve": { "seats": 2, "kind": "floor" } },
            { "name": "deputies", "where": { "role": ["deputy"] }, "reserve": { "seats": 4, "kind": "floor" } },
            { "name": "east", "within": "deputies", "where": { "region": ["east"] },
              "reserve": { "seats": 3, "kind": "floor" } },
        ]);
    });
    // One of many parts has more reserved than its cap.
    told("plans[0].quotas[0]: 2 seats are reserved, but `points` is limited to 1", |document| {
        document["plans"][0]["quotas"] = json!([
            { "name": "points", "each": "points", "at_most": 1 },
            { "name": "role", "within": "points", "each": "role", "reserve": { "seats": 1, "kind": "floor" } },
        ]);
        let mut people: Vec<_> =
            (0..10).map(|points| applicant(&format!("a{points}"), "east", points, "clerk")).collect();
        people.push(applicant("b", "east", 5, "mayor"));
        document["applicants"] = json!(people);
        document["groups"][0]["capacity"] = json!({ "seats": 20 });
    });
    told("groups[0].minimum: 5 people are needed at least, but only 4 fit", |document| {
        document["groups"][0]["minimum"] = json!(5);
    });
}

/// An `on_top` reserve for mayors, and this beside it.
fn on_top(beside: Json) -> impl FnOnce(&mut Json) {
    move |document| {
        let mayors = json!({ "name": "mayors", "where": { "role": ["mayor"] }, "reserve": { "seats": 1, "kind": "on_top" } });
        document["plans"][0]["quotas"] = json!([mayors, beside]);
    }
}

#[test]
fn a_reserve_on_top_stands_alone() {
    let clerks = |more: Json| {
        let mut clerks = json!({ "name": "clerks", "where": { "role": ["clerk"] } });
        clerks.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        clerks
    };
    let reserve = |kind: &str| json!({ "seats": 1, "kind": kind });
    assert_eq!(faults(on_top(clerks(json!({ "reserve": reserve("on_top") })))), Vec::<String>::new());
    let capped = faults(on_top(clerks(json!({ "at_most": 1 }))));
    assert_eq!(capped.len(), 1);
    for part in [
        "plans[0].quotas[0].reserve: an `on_top` reserve needs a plan without any `at_most`, and `clerks` has one",
        "B (m2, third), D (m1, fourth) and E (m0, fifth) leave B and D seated",
        "when A (m1, first) comes too, A and E are",
    ] {
        assert!(capped[0].contains(part), "{}", capped[0]);
    }
    told(
        "plans[0].quotas[0].reserve: a plan has reserves of one kind, and `clerks` is a `floor`",
        on_top(clerks(json!({ "reserve": reserve("floor") }))),
    );
    let inner = json!({
        "name": "east", "within": "mayors", "where": { "region": ["east"] }, "reserve": reserve("on_top"),
    });
    told(
        "plans[0].quotas[1].reserve: an `on_top` reserve lies in the group itself, never within another quota; \
         make it a `floor`",
        on_top(inner),
    );
}

fn neighbours(first: Json, second: Json, people: &[(&str, &str, &str)]) -> impl FnOnce(&mut Json) {
    let people = people.iter().map(|(id, region, role)| applicant(id, region, 1, role)).collect::<Json>();
    move |document| {
        document["plans"][0]["quotas"] = json!([first, second]);
        document["applicants"] = people;
    }
}

#[test]
fn crossing_quotas_are_told_with_the_smallest_example_and_three_ways_out() {
    let region = json!({ "name": "region", "each": "region", "at_most": 2 });
    let mayors = json!({ "name": "mayors", "where": { "role": ["mayor"] }, "at_most": 1 });
    let people = [("a", "east", "clerk"), ("b", "east", "mayor"), ("c", "west", "mayor")];
    told(
        "plans[0].quotas[0]: `mayors` and `region` cross: `b` counts under both, `c` under `mayors` alone, `a` under \
         `region` alone. Crossing quotas are unfair: of two seats, one kept for officers and at most one for m2, \
         applicants B (m2, clerk, third) and C (m2, officer, fifth) leave C seated alone; when A (m1, officer, \
         first) comes too, A and B are. Three ways out: put `region` within `mayors`, so that it counts by itself \
         in each part; put a `floor` reserve there in place of a cap; or use the mechanism `serial`, which carries \
         any caps",
        neighbours(region.clone(), mayors.clone(), &people),
    );
    // Those who list no group of the plan do not count.
    let gone = |document: &mut Json| {
        neighbours(region.clone(), mayors.clone(), &people)(document);
        document["applicants"][1]["choices"] = json!([]);
        document["applicants"][2]["choices"] = json!([]);
    };
    assert_eq!(faults(gone), Vec::<String>::new());
    let serial = |document: &mut Json| {
        neighbours(region.clone(), mayors.clone(), &people)(document);
        document["mechanism"] = json!("serial");
    };
    assert_eq!(faults(serial), Vec::<String>::new());
}

#[test]
fn a_quota_within_its_neighbour_is_to_be_put_there() {
    let region = json!({ "name": "region", "each": "region", "at_most": 2 });
    let mayors = json!({ "name": "mayors", "where": { "role": ["mayor"] }, "at_most": 1 });
    let people = [("a", "east", "clerk"), ("b", "east", "mayor"), ("c", "west", "clerk")];
    told(
        "plans[0].quotas[1]: whoever `mayors` covers, `region` covers too: put `mayors` within `region`",
        neighbours(region, mayors, &people),
    );
}

#[test]
fn quotas_that_lie_now_so_and_now_so_are_to_be_split() {
    let region = json!({ "name": "region", "each": "region", "at_most": 2 });
    let role = json!({ "name": "role", "each": "role", "at_most": 1 });
    let people =
        [("a", "east", "clerk"), ("b", "east", "mayor"), ("c", "west", "deputy"), ("d", "north", "deputy")];
    told(
        "plans[0].quotas[1]: `region` and `role` both cover `a`, and neither lies within the other for everybody: \
         write one of them as several quotas with `where`, each within one of the other",
        neighbours(region, role, &people),
    );
}

#[test]
fn many_pairs_are_not_all_looked_at() {
    let all = faults(|document| {
        document["plans"][0]["quotas"] =
            (0..10).map(|nth| json!({ "name": format!("x{nth}"), "each": "region", "at_most": 1 })).collect();
    });
    assert_eq!((all.len(), all[32].as_str()), (33, "13 more faults are not told"));
}

#[test]
fn each_mechanism_has_its_own_rules() {
    told("caps: caps over all groups need the mechanism `serial`", |document| {
        document["caps"] = json!([{ "name": "c", "each": "region", "at_most": 1 }]);
    });
    told("plans[0].quotas[0].reserve: reserves need the mechanism `nested`", |document| {
        serial(document);
        let reserve = json!({ "seats": 1, "kind": "floor" });
        document["plans"][0]["quotas"] = json!([{ "name": "q", "each": "region", "reserve": reserve }]);
    });
    told(
        "plans[1].priority: under `serial` all choose in one order: the priority must be that of the plan `standard`",
        |document| {
            serial(document);
            document["plans"].as_array_mut().unwrap().push(json!({ "name": "other" }));
        },
    );
    told(
        "plans[0].priority: under `rolling` the first to come is served first: there is no other priority",
        |document| {
            rolling(document);
            document["plans"][0]["priority"] = json!([{ "by": "points", "first": "highest" }]);
        },
    );
    told(
        "groups[0].minimum: under `rolling` everybody is answered at once, so no group can be closed for want of \
         people",
        |document| {
            rolling(document);
            document["groups"][0]["minimum"] = json!(1);
        },
    );
    for by in ["points", "role"] {
        told(&format!("mechanism.rolling.by: `{by}` must be an instant that everybody has"), |document| {
            rolling(document);
            document["mechanism"] = json!({ "rolling": { "by": by } });
        });
    }
    told("mechanism.rolling.by: `submitted` must be an instant that everybody has", |document| {
        rolling(document);
        document["attributes"][2]["optional"] = json!(true);
    });
    told("applicants[0].list: under `rolling` who comes late is later: there are no lists", |document| {
        rolling(document);
        document["applicants"][0]["list"] = json!(2);
        document["applicants"].as_array_mut().unwrap().push(applicant("c", "east", 1, "clerk"));
    });
}

#[test]
fn only_who_came_withdraws_and_only_where_seats_are_given_back() {
    let withdrawn = |at: &'static str| {
        move |document: &mut Json| {
            rolling(document);
            document["applicants"][0]["withdrawn_at"] = json!(at);
        }
    };
    assert_eq!(faults(withdrawn("2026-05-01T08:00:00Z")), Vec::<String>::new());
    told("applicants[0].withdrawn_at: withdrawn before they came", withdrawn("2026-05-01T07:59:59Z"));
    told(
        "applicants[0].withdrawn_at: `2500-01-01 00:00:00 UTC` lies outside the years 1678 to 2261",
        withdrawn("2500-01-01T00:00:00Z"),
    );
    told(
        "applicants[1].withdrawn_at: only under `rolling` seats are given back one by one; elsewhere empty the choices",
        |document| document["applicants"][1]["withdrawn_at"] = json!("2026-05-01T08:00:00Z"),
    );
}

#[test]
fn no_list_is_empty_before_a_later_one() {
    told("applicants: nobody is on list 2, but somebody on a later one", |document| {
        document["applicants"][1]["list"] = json!(3);
    });
    let all = faults(|document| {
        document["applicants"][0]["list"] = json!(4);
        document["applicants"][1]["list"] = json!(2);
    });
    assert_eq!(all.len(), 2);
    assert!(all[0].contains("list 1") && all[1].contains("list 3"), "{all:?}");
}

/// Two lists, frozen and drawn.
fn lists() -> Json {
    let mut document = sound();
    document["applicants"][1]["list"] = json!(2);
    let problem = Problem::new(&from_value(document).unwrap()).unwrap();
    let seed = json!({ "value": "7", "source": "a beacon", "known_at": "2026-06-02T00:00:00Z" });
    let frozen = problem.freeze("2026-06-01T00:00:00Z".parse().unwrap());
    serde_json::to_value(frozen.draw(&from_value(seed).unwrap()).unwrap().lists()).unwrap()
}

/// The fault of a document with two lists after a change of them.
#[track_caller]
fn told_of_lists(expected: &str, change: impl FnOnce(&mut Json)) {
    told(expected, |document| {
        document["applicants"][1]["list"] = json!(2);
        document["lists"] = lists();
        change(&mut document["lists"]);
    });
}

#[test]
fn lists_are_read_through_the_checks_of_a_draw() {
    let other = "ab".repeat(32);
    let hash = lists()[1]["hash"].as_str().unwrap().to_owned();
    told_of_lists(
        &format!(
            "lists[1].hash: this is not the list that was frozen: the applicants given hash to `{hash}`"
        ),
        |lists| lists[1]["hash"] = json!(other),
    );
    told_of_lists("lists[2]: the applicants are on 2 lists only", |lists| {
        let list = lists[1].clone();
        lists.as_array_mut().unwrap().push(list);
    });
    told_of_lists(
        "lists[1].frozen_at: frozen before the list ahead of it, which was frozen at 2026-06-01 00:00:00 UTC",
        |lists| lists[1]["frozen_at"] = json!("2026-05-31T23:59:59Z"),
    );
    told_of_lists(
        "lists[0].seed.known_at: the seed was known at 2026-06-01 00:00:00 UTC, and list 1 was frozen at \
         2026-06-01 00:00:00 UTC only",
        |lists| lists[0]["seed"]["known_at"] = json!("2026-06-01T00:00:00Z"),
    );
    let redraw = |at: &str| json!([{ "seed": { "value": "8", "source": "a beacon", "known_at": at }, "reason": "a wrong round" }]);
    told_of_lists(
        "lists[1].redrawn[0].seed.known_at: the new seed of list 2 was known at 2026-06-02 00:00:00 UTC, the one it \
         replaces at 2026-06-02 00:00:00 UTC already",
        |lists| lists[1]["redrawn"] = redraw("2026-06-02T00:00:00Z"),
    );
    told_of_lists("lists[1].redrawn: what was never drawn cannot be drawn again", |lists| {
        lists[1].as_object_mut().unwrap().remove("seed");
        lists[1]["redrawn"] = redraw("2026-06-03T00:00:00Z");
    });
    told_of_lists("lists[1].seed: the list ahead of it is not drawn yet", |lists| {
        lists[0].as_object_mut().unwrap().remove("seed");
    });
    told_of_lists("lists[0].redrawn[15]: list 1 was drawn 16 times already", |lists| {
        lists[0]["redrawn"] =
            (0..16).map(|nth| redraw(&format!("2026-06-03T00:00:{nth:02}Z"))[0].clone()).collect();
    });
}
