//! R9 as an officer meets it: every fault in one report, each with its path and the nearest name;
//! and the limits no rule may pass.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use guildhall_rules::{
    Clause, Codes, Definition, Fact, Facts, MAX_CLAUSES, MAX_DEPTH, MAX_LISTED, MAX_VALUES, Operator,
    Problem, RuleSet, Symbol, Terms, Value, Vocabulary,
};
use serde_json::{Value as Json, json};

fn vocabulary() -> Vocabulary {
    toml::from_str(
        r#"
        [[facts]]
        key = "applicant.position"
        type = "symbol"
        codes = { mayor = { en = "mayor" }, city_manager = { en = "city manager" }, secretary = { en = "secretary" } }
        label = { en = "position" }

        [[facts]]
        key = "attendance.minutes"
        type = "integer"
        min = 0
        max = 600
        label = { en = "minutes attended" }

        [[facts]]
        key = "attendance.modules"
        type = "set"
        codes = ["model", "strategy", "marketing"]
        label = { en = "completed modules" }

        [[facts]]
        key = "consent.decided_on"
        type = "date"
        label = { en = "day of the superior's decision" }
        "#,
    )
    .unwrap()
}

fn faults(rule: &Json) -> String {
    RuleSet::read(rule, &vocabulary()).unwrap_err().to_string()
}

fn lines(text: &str) -> Vec<&str> {
    text.lines().collect()
}

#[test]
fn r9_one_report_names_every_fault() {
    let rule: Json = toml::from_str(
        r#"
        id = "Training"
        versoin = 1
        title = "training"
        effective = { from = "2019-12-31", until = "2019-01-01" }

        [[any]]
        id = "manager"
        fact = "aplicant.position"
        one_of = ["city_manager"]

        [[any]]
        id = "manager"
        fact = "applicant.position"
        one_of = ["city_manger", "mayor", "mayor"]

        [[any]]
        at_least = 3
        of = [
            { fact = "attendance.minutes", at_least = "many" },
            { fact = "attendance.minutes", at_least = 601 },
        ]

        [[any]]
        fact = "attendance.modules"
        is = "model"

        [[any]]
        not = { fact = "attendance.modules", include = "model" }

        [[any]]
        all = []

        [[any]]
        fact = "consent.decided_on"
        before = "31.12.2019"
        on_or_after = "2019-01-01"

        [[any]]
        fact = "attendance.minute"
        at_least = 0.5
        otherwise = "undetermined"
        "#,
    )
    .unwrap();
    let text = faults(&rule);
    let mut found = lines(&text);
    found.sort_unstable();
    assert_eq!(
        found,
        [
            "any[0].fact: no fact is called `aplicant.position`; did you mean `applicant.position`?",
            "any[1].id: the id `manager` already stands at `any[0]`",
            "any[1].one_of[0]: `city_manger` is no code of `applicant.position`; did you mean `city_manager`?",
            "any[1].one_of[2]: `mayor` is listed twice",
            "any[2].at_least: at least 3 of 2 cannot decide anything: ask for 1 to 2",
            "any[2].of[0].at_least: expected a whole number, or a decimal number as text, found a text",
            "any[2].of[1].at_least: `attendance.minutes` is a whole number (from 0 to 600), found `601`",
            "any[3].is: `is` does not fit `attendance.modules`, which is a set of codes (out of `marketing`, `model`, `strategy`); use `includes`, `includes_all`, `overlaps`, `count_at_least`, `applies`",
            "any[4].not.include: there is no field `include`; did you mean `includes`?",
            "any[5].all: the list is empty",
            "any[6]: a clause asks one thing, here stand `before`, `on_or_after`",
            "any[7].at_least: expected yes or no, a whole number or a text, found a binary fraction (write decimals as text, such as `\"0.80\"`)",
            "any[7].fact: no fact is called `attendance.minute`; did you mean `attendance.minutes`?",
            "any[7].otherwise: `otherwise` has no meaning here; it belongs beside `one_of`",
            "effective: the period ends before it begins",
            "id: `Training` is no rule id: a lower-case word, such as `city-manager-training`",
            "title: expected a table from language to text, such as `{ en = \"…\" }`, found a text",
            "versoin: there is no field `versoin`; did you mean `version`?",
        ]
    );
}

#[test]
fn r9_one_slip_is_one_fault() {
    let cases = [
        (json!({ "fact": "applicant.position", "one_of": "mayor" }), "one_of: expected a list, found a text"),
        (
            json!({ "fact": "applicant.position", "is": ["mayor"] }),
            "is: expected a single value, found a list",
        ),
        (json!({ "fact": "applicant.position", "one_of": [] }), "one_of: the list is empty"),
        (
            json!({ "fact": "applicant.position", "is": true }),
            "is: `applicant.position` is a code (one of `city_manager`, `mayor`, `secretary`), found `true`",
        ),
        (
            json!({ "fact": "applicant.position", "at_least": 3 }),
            "at_least: `at_least` does not fit `applicant.position`, which is a code (one of `city_manager`, `mayor`, `secretary`); use `is`, `one_of`, `applies`",
        ),
        (
            json!({ "fact": "applicant.position", "is": "mayor", "otherwise": "undetermined" }),
            "otherwise: `otherwise` has no meaning here; it belongs beside `one_of`",
        ),
        (
            json!({ "fact": "applicant.position", "one_of": ["mayor"], "otherwise": "met" }),
            "otherwise: expected `unmet` or `undetermined`, found a text",
        ),
        (
            json!({ "fact": "attendance.modules", "count_at_least": 4 }),
            "count_at_least: at least 4 of 3 cannot decide anything: ask for 1 to 3",
        ),
        (
            json!({ "fact": "attendance.modules", "count_at_least": 0 }),
            "count_at_least: expected a whole number from 1, found a whole number",
        ),
        (
            json!({ "fact": "attendance.modules", "includes": "stratgy" }),
            "includes: `stratgy` is no code of `attendance.modules`; did you mean `strategy`?",
        ),
        (
            json!({ "fact": "attendance.minutes", "at_least": 1.5 }),
            "at_least: expected yes or no, a whole number or a text, found a binary fraction (write decimals as text, such as `\"0.80\"`)",
        ),
        (
            json!({ "fact": "consent.decided_on", "before": "2019-02-30" }),
            "before: expected a date such as `2019-04-30`, an instant, or the key of a fact that is one, found a text",
        ),
        (
            json!({ "fact": "Position", "is": "mayor" }),
            "fact: `Position` is no fact key: lower-case words joined by dots, such as `applicant.position`",
        ),
        (json!({ "any": [{ "applies": true }] }), "any[0]: `fact` is missing"),
        (
            json!({ "anny": [{ "fact": "attendance.minutes", "is": 1 }] }),
            "anny: there is no field `anny`; did you mean `any`?",
        ),
        (
            json!({ "fact": "attendance.minutes", "ist": 1 }),
            "ist: there is no field `ist`; did you mean `is`?",
        ),
        (
            json!({ "at_least": 1 }),
            "the clause asks nothing: it needs one of `all`, `any`, `not`, `of`, `fact`, `rule` or `predicate`",
        ),
        (
            json!({ "any": [{ "fact": "attendance.minutes", "is": 1 }], "all": [{ "fact": "attendance.minutes", "is": 1 }] }),
            "a clause asks one thing, here stand `all`, `any`",
        ),
        (json!({ "of": [{ "fact": "attendance.minutes", "is": 1 }] }), "`at_least` is missing"),
        (json!({ "at_least": 1, "of": [] }), "of: the list is empty"),
        (
            json!({ "at_least": 0, "of": [{ "fact": "attendance.minutes", "is": 1 }] }),
            "at_least: at least 0 of 1 cannot decide anything: ask for 1 to 1",
        ),
        (json!({ "at_least": 0, "of": [] }), "of: the list is empty"),
        (
            json!({ "fact": "attendance.minutes", "at_least": u64::MAX }),
            "at_least: expected yes or no, a whole number or a text, found a whole number too large to compare",
        ),
        (json!({ "any": {} }), "any: expected a list of clauses, found a table"),
        (json!({ "any": [3] }), "any[0]: expected a table, found a whole number"),
        (
            json!({ "not": { "id": "r", "fact": "attendance.minutes", "is": 1 } }),
            "not.id: the id `r` already stands at ``",
        ),
        (
            json!({ "label": { "en": "x" }, "fact": "attendance.minutes", "is": 1 }),
            "label: there is no field `label`",
        ),
        (
            json!({ "title": { "en": " " }, "fact": "attendance.minutes", "is": 1 }),
            "title: the text in `en` is blank",
        ),
    ];
    for (mut rule, message) in cases {
        let fields = rule.as_object_mut().unwrap();
        fields.insert("id".into(), "r".into());
        fields.insert("version".into(), 1.into());
        assert_eq!(faults(&rule), message);
    }
}

#[test]
fn bystanders_of_a_circle_or_of_a_faulty_rule_are_not_blamed() {
    let read = |json: Json| Definition::read(&json).unwrap();
    let named = |id: &str, rule: &str| read(json!({ "id": id, "version": 1, "rule": rule }));
    let faults = |rules: Vec<Definition>| Terms::new(vocabulary()).with_rules(rules).unwrap_err().to_string();
    let circle = "the rules `a`, `b` name each other in a circle";
    assert_eq!(
        faults(vec![named("a", "b"), named("b", "a"), named("c", "a"), named("d", "c"), named("e", "e")]),
        format!("rules[0]: {circle}\nrules[1]: {circle}\nrules[4]: the rule `e` names itself")
    );
    let faulty = read(json!({ "id": "a", "version": 1, "fact": "attendance.minute", "is": 1 }));
    assert_eq!(
        faults(vec![faulty, named("b", "a"), named("c", "b"), named("d", "nobody")]),
        "rules[0].fact: no fact is called `attendance.minute`; did you mean `attendance.minutes`?\n\
         rules[3].rule: no rule is called `nobody`"
    );
}

#[test]
fn rules_made_in_rust_are_not_searched_deeper_than_they_may_be() {
    let mut clause = Clause::rule("nobody".parse().unwrap(), None);
    for _ in 0..MAX_DEPTH + 1 {
        clause = Clause::not(clause);
    }
    let rule = Definition::new("deep".parse().unwrap(), 1.try_into().unwrap(), clause);
    let text = Terms::new(vocabulary()).with_rules([rule]).unwrap_err().to_string();
    assert!(text.ends_with("clauses are nested deeper than 24"), "{text}");
}

#[test]
fn what_is_no_table_is_one_fault() {
    for json in [json!(null), json!([]), json!("rule"), json!(3)] {
        assert_eq!(Definition::read(&json).unwrap_err().iter().count(), 1);
    }
}

/// `all` inside `all`, this many times.
fn nested(depth: usize) -> Json {
    let mut clause = json!({ "fact": "attendance.minutes", "is": 1 });
    for _ in 0..depth {
        // Moved, not copied: copying so deep a value is what would exhaust the stack.
        clause = Json::Object([("all".to_owned(), Json::Array(vec![clause]))].into_iter().collect());
    }
    let fields = clause.as_object_mut().unwrap();
    fields.insert("id".into(), "deep".into());
    fields.insert("version".into(), 1.into());
    clause
}

#[test]
fn the_deepest_rule_works_and_a_deeper_one_is_refused() {
    let deepest = RuleSet::read(&nested(MAX_DEPTH), &vocabulary()).unwrap();
    let text = toml::to_string(deepest.definition()).unwrap();
    assert_eq!(&toml::from_str::<Definition>(&text).unwrap(), deepest.definition());
    // Recorded in a decision inside an event inside a commit, it still reads.
    let set = Fact::known(Codes::so_far([Symbol::new("model").unwrap()]));
    let explanation = deepest.explain(&Facts::default().with("attendance.minutes".parse().unwrap(), set));
    let wrapped = (0..20).fold(serde_json::to_value(&explanation).unwrap(), |json, _| json!({ "in": json }));
    assert!(serde_json::from_str::<Json>(&wrapped.to_string()).is_ok());

    for depth in [MAX_DEPTH + 1, 120, 500] {
        let text = faults(&nested(depth));
        assert_eq!(lines(&text).len(), 1, "{text}");
        assert!(text.ends_with(": clauses are nested deeper than 24"), "{text}");
    }
}

#[test]
fn rules_made_in_rust_keep_to_the_same_depth() {
    let nested = |depth: usize| {
        let clause = Clause::fact("attendance.minutes".parse().unwrap(), Operator::Is, 1);
        let clause = (0..depth).fold(clause, |clause, _| Clause::not(clause));
        let definition = Definition::new("deep".parse().unwrap(), 1.try_into().unwrap(), clause);
        RuleSet::new(definition, &vocabulary())
    };
    assert!(nested(MAX_DEPTH).is_ok());
    let faults = nested(MAX_DEPTH + 200).unwrap_err();
    assert!(faults.iter().all(|fault| matches!(fault.problem(), Problem::TooDeep { limit: MAX_DEPTH })));
    assert_eq!(faults.iter().count(), 1);
}

#[test]
fn rules_beyond_any_size_are_refused() {
    let many = |clauses: usize| {
        let clause = json!({ "fact": "attendance.minutes", "is": 1 });
        json!({ "id": "wide", "version": 1, "any": vec![clause; clauses] })
    };
    assert!(RuleSet::read(&many(MAX_CLAUSES), &vocabulary()).is_ok());
    assert_eq!(faults(&many(MAX_CLAUSES + 1)), "any[1000]: there are more than 1000 clauses");
    assert_eq!(faults(&many(MAX_CLAUSES + 500)), "any[1000]: there are more than 1000 clauses");

    // What a field of a record must be counts as a clause.
    let conditions = |count: usize| {
        let fields: serde_json::Map<String, Json> =
            (0..count).map(|nth| (format!("f{nth}"), 1.into())).collect();
        json!({ "id": "wide", "version": 1, "fact": "attendance.minutes", "count_at_least": 1, "where": fields })
    };
    assert!(Definition::read(&conditions(MAX_CLAUSES - 1)).is_ok());
    let faults = Definition::read(&conditions(MAX_CLAUSES + 1)).unwrap_err().to_string();
    assert!(faults.ends_with(": there are more than 1000 clauses") && lines(&faults).len() == 1, "{faults}");
}

fn open_codes() -> Vocabulary {
    let fact = json!({ "key": "case.codes", "type": "set", "label": { "en": "codes" } });
    serde_json::from_value(json!({ "facts": [fact] })).unwrap()
}

fn overlapping(values: usize) -> Json {
    let codes: Vec<String> = (0..values).map(|nth| format!("c{nth}")).collect();
    json!({ "fact": "case.codes", "overlaps": codes })
}

#[test]
fn lists_beyond_any_size_are_refused() {
    let read = |clauses: Vec<Json>| {
        RuleSet::read(&json!({ "id": "r", "version": 1, "any": clauses }), &open_codes())
    };
    assert!(read(vec![overlapping(MAX_LISTED)]).is_ok());
    let faults = read(vec![overlapping(MAX_LISTED + 1)]).unwrap_err().to_string();
    assert_eq!(faults, "any[0].overlaps: there are more than 40000 values in one list");

    let full = MAX_VALUES / MAX_LISTED;
    assert!(read(vec![overlapping(MAX_LISTED); full]).is_ok());
    let mut clauses = vec![overlapping(MAX_LISTED); full];
    clauses.extend([overlapping(1), overlapping(1)]);
    let faults = read(clauses).unwrap_err().to_string();
    assert_eq!(faults, "any[5]: there are more than 200000 values in all lists together");
}

/// A short rule that names a long one often.
#[test]
fn lists_that_grow_by_being_named_end_at_the_limit() {
    let mut long = overlapping(MAX_LISTED);
    long["id"] = "long".into();
    long["version"] = 1.into();
    let terms = Terms::new(open_codes()).with_rules([Definition::read(&long).unwrap()]).unwrap();
    let short = json!({ "id": "short", "version": 1, "any": vec![json!({ "rule": "long" }); 400] });
    let faults = terms.read(&short).unwrap_err().to_string();
    assert_eq!(faults, "any[5]: there are more than 200000 values in all lists together");
}

/// Names, counts and lengths of time have their limits in what they are.
#[test]
fn what_is_longer_than_it_may_be_is_refused_with_its_limit() {
    let long = |count: usize| "a".repeat(count);
    let rule = |fields: Json| {
        let mut rule = json!({ "id": "r", "version": 1, "fact": "consent.decided_on", "at_least": 1, "age_at": "2019-01-01" });
        rule.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        RuleSet::read(&rule, &vocabulary()).map_err(|faults| faults.to_string())
    };
    for (fields, path) in [
        (json!({ "id": long(81) }), "id: "),
        (json!({ "fact": long(129) }), "fact: "),
        (json!({ "age_at": long(129) }), "age_at: "),
        (json!({ "at_least": 100_000 }), "at_least: expected a whole number from 0 to 99999"),
        (json!({ "at_least": -1 }), "at_least: expected a whole number from 0 to 99999"),
        (json!({ "version": 4_294_967_296_i64 }), "version: expected a whole number from 1"),
    ] {
        let said = rule(fields).unwrap_err();
        assert!(said.starts_with(path) && lines(&said).len() == 1 && said.len() < 400, "{said}");
    }
    for fields in [json!({ "id": long(80) }), json!({ "at_least": 99_999 }), json!({ "version": u32::MAX })] {
        assert!(rule(fields).is_ok());
    }
    let clause = |id: String| {
        let clause = json!({ "id": id, "fact": "attendance.minutes", "is": 1 });
        RuleSet::read(&json!({ "id": "r", "version": 1, "all": [clause] }), &vocabulary())
    };
    assert!(clause(long(512)).is_ok());
    assert!(clause(long(513)).unwrap_err().to_string().starts_with("all[0].id: "));
    assert!("99999 days".parse::<guildhall_rules::Length>().is_ok());
    assert!("100000 days".parse::<guildhall_rules::Length>().is_err());
}

/// The ids of a rule's clauses stand behind the id of the clause that names it.
#[test]
fn ids_that_grow_by_being_named_end_at_the_limit() {
    let clause = json!({ "id": "a".repeat(300), "fact": "attendance.minutes", "is": 1 });
    let inner = json!({ "id": "inner", "version": 1, "all": [clause] });
    let terms = Terms::new(vocabulary()).with_rules([Definition::read(&inner).unwrap()]).unwrap();
    let outer = |id: usize| {
        let clause = json!({ "id": "b".repeat(id), "rule": "inner" });
        terms.read(&json!({ "id": "outer", "version": 1, "all": [clause] }))
    };
    assert!(outer(200).is_ok());
    assert_eq!(
        outer(300).unwrap_err().to_string(),
        "all[0]: the ids of the clauses of `inner` get too long below this one: give this clause a shorter id"
    );
}

/// What stands twice is said, whatever it is: an id, a value in a list, a rule, a fact.
#[test]
fn what_stands_twice_is_said() {
    let same = json!({ "id": "x", "fact": "attendance.modules", "overlaps": ["model", "strategy", "model"] });
    assert_eq!(
        faults(&json!({ "id": "r", "version": 1, "any": [same, same] })),
        "any[0].overlaps[2]: `model` is listed twice\n\
         any[1].id: the id `x` already stands at `any[0]`\n\
         any[1].overlaps[2]: `model` is listed twice"
    );
    let rule = json!({ "id": "r", "version": 3, "fact": "attendance.minutes", "is": 1 });
    let rule = || Definition::read(&rule).unwrap();
    assert_eq!(
        Terms::new(vocabulary()).with_rules([rule(), rule()]).unwrap_err().to_string(),
        "rules[1]: version 3 of `r` stands there twice"
    );
}

#[test]
fn a_hopeless_file_is_answered_whole() {
    let codes: Vec<String> = (0..MAX_LISTED).map(|n| format!("strategi{n}")).collect();
    let rule = json!({ "id": "long", "version": 1, "fact": "attendance.modules", "includes_all": codes });
    assert_eq!(lines(&faults(&rule)).len(), MAX_LISTED);
}

#[test]
fn a_vocabulary_names_every_repeated_key() {
    let twice = json!({ "key": "a.b", "type": "boolean", "label": { "en": "twice" } });
    let error = serde_json::from_value::<Vocabulary>(json!({ "facts": [twice, twice, twice] })).unwrap_err();
    assert_eq!(error.to_string(), "facts[1]: `a.b` is declared twice\nfacts[2]: `a.b` is declared twice");
}

#[test]
fn c6_declarations_go_through_their_constructors() {
    let read = |fields: Json| {
        let mut declaration = json!({ "key": "a.b", "label": { "en": "fact" } });
        declaration.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        serde_json::from_value::<guildhall_rules::Declaration>(declaration).map_err(|error| error.to_string())
    };
    for (fields, message) in [
        (json!({ "type": "symbol", "codes": [] }), "a closed list needs at least one code"),
        (json!({ "type": "set", "codes": ["a", "a"] }), "the code `a` is listed twice"),
        (json!({ "type": "integer", "codes": ["a"] }), "`a.b`: `codes` has no meaning for this type"),
        (json!({ "type": "boolean", "min": 1 }), "`a.b`: `min` or `max` has no meaning for this type"),
        (
            json!({ "type": "integer", "min": 2, "max": 1 }),
            "`a.b`: the smallest value lies above the largest",
        ),
        (json!({ "type": "date", "min": "soon" }), "`a.b`: `soon` is no value of this type"),
    ] {
        assert_eq!(read(fields).unwrap_err(), message);
    }
    assert!(read(json!({ "type": "date", "min": "2019-01-01" })).is_ok());
}

#[test]
fn facts_are_checked_against_the_vocabulary() {
    let facts: Facts = [
        ("applicant.postion", Fact::known(true)),
        ("applicant.position", Fact::known(Symbol::new("canary").unwrap())),
        ("attendance.minutes", Fact::known(Value::symbol("canary").unwrap())),
        ("attendance.modules", Fact::known(Codes::complete([Symbol::new("model").unwrap()]))),
        ("consent.decided_on", Fact::Missing),
    ]
    .into_iter()
    .map(|(key, fact)| (key.parse().unwrap(), fact))
    .collect();
    let faults = facts.checked(&vocabulary()).unwrap_err();
    assert_eq!(
        lines(&faults.to_string()),
        [
            "applicant.position: `applicant.position` is a code (one of `city_manager`, `mayor`, `secretary`), found a code beyond them",
            "applicant.postion: no fact is called `applicant.postion`; did you mean `applicant.position`?",
            "attendance.minutes: `attendance.minutes` is a whole number (from 0 to 600), found a code",
        ]
    );
    assert!(faults.iter().any(|fault| matches!(fault.problem(), Problem::UnknownFact { .. })));
    // C5: what somebody's facts say appears in no fault.
    assert!(!format!("{faults} {faults:?}").contains("canary"));
}
