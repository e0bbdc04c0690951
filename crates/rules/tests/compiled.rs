//! R8: the compiled form says what the reference says, and marks what the explanation marks.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod naive;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use guildhall_rules::{
    ClauseId, Codes, Explanation, Fact, FactKey, Facts, Finding, Marks, Program, Row, RuleSet, Symbol, Value,
    Verdict, Vocabulary, strategies,
};
use proptest::prelude::*;
use serde_json::json;

fn filled(program: &Program, facts: &Facts) -> Row {
    let mut row = program.row();
    row.fill(program, facts);
    row
}

/// A row that is set cell by cell.
fn set(program: &Program, facts: &Facts) -> Row {
    let mut row = program.row();
    for (key, fact) in facts.iter() {
        let Some(slot) = program.slot(key.as_str()) else { continue };
        match fact {
            Fact::Known { value: Value::Boolean(value), .. } => row.set_boolean(slot, *value),
            Fact::Known { value: Value::Symbol(code), .. } => row.set_code(slot, &program.code(slot, code)),
            Fact::Known { value: Value::Set(codes), .. } => {
                row.set_codes(slot, &program.codes(slot, codes.clone()));
            }
            Fact::Known { value: Value::Integer(number), .. } => row.set_integer(slot, *number),
            Fact::Known { value: Value::Decimal(number), .. } => row.set_decimal(slot, *number),
            Fact::Known { value: Value::Date(day), .. } => row.set_day(slot, *day),
            Fact::Known { value: Value::Instant(time), .. } => row.set_instant(slot, *time),
            fact => row.put(slot, fact),
        }
    }
    row
}

/// Every clause with its verdict and whether the whole rests on it, as the explanation has them.
fn explained(explanation: &Explanation) -> Vec<(ClauseId, Verdict, bool)> {
    fn walk(finding: &Finding, into: &mut Vec<(ClauseId, Verdict, bool)>) {
        into.push((finding.id().clone(), finding.verdict(), finding.is_relevant()));
        finding.children().iter().for_each(|child| walk(child, into));
    }
    let mut all = Vec::new();
    walk(explanation.root(), &mut all);
    all
}

fn marked(program: &Program, marks: &Marks) -> Vec<(ClauseId, Verdict, bool)> {
    let clauses = program.clauses();
    clauses.map(|(nth, id)| (id.clone(), marks.verdict(nth), marks.is_relevant(nth))).collect()
}

/// Without written ids, so that it can stand in one rule many times.
fn unnamed(json: &mut serde_json::Value) {
    match json {
        serde_json::Value::Object(fields) => {
            fields.remove("id");
            fields.values_mut().for_each(unnamed);
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(unnamed),
        _ => {}
    }
}

/// Facts of which some are of another type than their declaration says.
fn astray(vocabulary: &Vocabulary) -> impl Strategy<Value = Facts> + use<> {
    let keys: Vec<FactKey> = vocabulary.iter().map(|declaration| declaration.key().clone()).collect();
    let each = keys.into_iter().map(|key| {
        let fact = strategies::fact_type().prop_flat_map(|kind| strategies::fact(&kind));
        (Just(key), fact)
    });
    each.collect::<Vec<_>>().prop_map(Facts::from_iter)
}

/// A code that was looked up for another program or another fact is the same code here.
#[test]
fn r8_codes_of_other_programs_say_what_their_facts_say() {
    let vocabulary: Vocabulary = toml::from_str(
        r#"facts = [
            { key = "a.position", type = "symbol", label = { en = "position" } },
            { key = "b.position", type = "symbol", label = { en = "position" } },
            { key = "c.modules", type = "set", label = { en = "modules" } },
        ]"#,
    )
    .unwrap();
    let program = |first: &str, second: &str| {
        let all = json!([
            { "fact": "a.position", "is": first },
            { "fact": "b.position", "is": second },
            { "fact": "c.modules", "includes": first },
        ]);
        RuleSet::read(&json!({ "id": "one", "version": 1, "all": all }), &vocabulary).unwrap().compile()
    };
    let (mayors, clerks) = (program("mayor", "clerk"), program("clerk", "mayor"));
    let [a, b, c] = ["a.position", "b.position", "c.modules"].map(|key| mayors.slot(key).unwrap());
    let [mayor, clerk]: [Symbol; 2] = ["mayor", "clerk"].map(|code| code.parse().unwrap());
    let modules = mayors.codes(c, Codes::complete([mayor.clone()]));
    for (program, met) in [(&mayors, true), (&mayors.clone(), true), (&clerks, false)] {
        let mut row = program.row();
        row.set_code(a, &mayors.code(a, &mayor));
        row.set_code(b, &mayors.code(b, &clerk));
        row.set_codes(c, &modules);
        assert_eq!(program.verdict(&row), met.into());
        // Looked up for the other fact.
        row.set_code(a, &mayors.code(b, &mayor));
        row.set_code(b, &mayors.code(a, &clerk));
        assert_eq!(program.verdict(&row), met.into());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn r8_the_compiled_verdict_is_the_naive_interpreters((vocabulary, rule, facts) in strategies::case()) {
        let program = rule.compile();
        let row = filled(&program, &facts);
        let verdict = program.verdict(&row);
        prop_assert_eq!(naive::as_option(verdict), naive::verdict(&vocabulary, &rule, &facts));
        prop_assert_eq!(verdict, rule.verdict(&facts));
    }

    #[test]
    fn r8_the_marks_are_the_explanations((_, rule, facts) in strategies::case()) {
        let program = rule.compile();
        let mut marks = program.marks();
        let explanation = rule.explain(&facts);
        prop_assert_eq!(program.mark(&filled(&program, &facts), &mut marks), explanation.verdict());
        prop_assert_eq!(marked(&program, &marks), explained(&explanation));
    }

    /// Neither a row nor marks remember whom they were used for before.
    #[test]
    fn r8_rows_and_marks_can_be_used_again(
        (rule, facts, before) in strategies::case().prop_flat_map(|(vocabulary, rule, facts)| {
            (Just(rule), Just(facts), strategies::facts(&vocabulary))
        }),
    ) {
        let program = rule.compile();
        let (mut row, mut marks) = (program.row(), program.marks());
        row.fill(&program, &before);
        program.mark(&row, &mut marks);
        row.fill(&program, &facts);
        program.mark(&row, &mut marks);
        prop_assert_eq!(marked(&program, &marks), explained(&rule.explain(&facts)));
        row.clear();
        prop_assert_eq!(program.verdict(&row), rule.verdict(&Facts::default()));
        for key in program.facts() {
            row.put(program.slot(key.as_str()).unwrap(), &facts.get(key.as_str()).cloned().unwrap_or_default());
        }
        prop_assert_eq!(program.verdict(&row), rule.verdict(&facts));
    }

    /// What is of another type than declared decides as little as it does elsewhere.
    #[test]
    fn r8_values_of_other_types_decide_nothing_in_the_compiled_form_either(
        (rule, facts) in strategies::case().prop_flat_map(|(vocabulary, rule, _)| (Just(rule), astray(&vocabulary))),
    ) {
        let program = rule.compile();
        prop_assert_eq!(program.verdict(&filled(&program, &facts)), rule.verdict(&facts));
    }

    #[test]
    fn r8_cells_are_facts((_, rule, facts) in strategies::case()) {
        let program = rule.compile();
        prop_assert_eq!(program.verdict(&set(&program, &facts)), rule.verdict(&facts));
    }
}

proptest! {
    // Long rules take long to read.
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// A rule with more clauses than a word has bits goes another way.
    #[test]
    fn r8_long_rules((vocabulary, rule, facts) in strategies::case()) {
        let mut clause = naive::written(rule.definition());
        let fields = clause.as_object_mut().unwrap();
        for name in ["id", "version", "title", "effective"] {
            fields.remove(name);
        }
        unnamed(&mut clause);
        let many = json!({ "id": "long", "version": 1, "at_least": 40, "of": vec![clause; 66] });
        // Some are too long by now.
        let many = RuleSet::read(&many, &vocabulary);
        prop_assume!(many.is_ok());
        let many = many.unwrap();
        let program = many.compile();
        let (row, mut marks) = (filled(&program, &facts), program.marks());
        prop_assert_eq!(program.verdict(&row), rule.verdict(&facts));
        prop_assert_eq!(program.verdict(&set(&program, &facts)), rule.verdict(&facts));
        prop_assert_eq!(program.mark(&row, &mut marks), rule.verdict(&facts));
        prop_assert_eq!(marked(&program, &marks), explained(&many.explain(&facts)));
    }
}

/// What is answered as soon as it is set, at the ends of what is asked.
#[test]
fn r8_cells_at_the_ends() {
    let fact = |key: &str, kind: &str| json!({ "key": key, "type": kind, "label": { "en": key } });
    let facts = json!([
        fact("a.consent", "boolean"),
        fact("a.hours", "integer"),
        fact("a.born", "date"),
        fact("a.received", "instant"),
    ]);
    let vocabulary: Vocabulary = serde_json::from_value(json!({ "facts": facts })).unwrap();
    let day = |day: u32| NaiveDate::from_ymd_opt(2023, 12, day).unwrap();
    let end: NaiveDateTime = day(31).and_hms_opt(23, 59, 59).unwrap();
    // On both sides of a second that ends a year and lasts for two.
    let instants = [-1, 0, 1, 999_999_999, 1_000_000_000, 1_000_000_001].map(|nanoseconds: i64| {
        let leap = u32::try_from(nanoseconds).ok().filter(|nanoseconds| *nanoseconds >= 1_000_000_000);
        let time = leap.and_then(|leap| end.with_nanosecond(leap));
        time.unwrap_or_else(|| end + TimeDelta::nanoseconds(nanoseconds)).and_utc()
    });
    let days = [day(1), day(30), day(31), NaiveDate::from_ymd_opt(2024, 1, 1).unwrap()];
    let far = [NaiveDate::MIN, NaiveDate::from_ymd_opt(-1, 12, 31).unwrap(), NaiveDate::MAX];
    let distant = far.map(|day| day.and_time(NaiveTime::MIN).and_utc());
    let values: Vec<(&str, Value)> = [true, false]
        .map(|yes| ("a.consent", Value::from(yes)))
        .into_iter()
        .chain([i64::MIN, -8, -7, 0, 7, 8, 9, i64::MAX].map(|hours| ("a.hours", Value::from(hours))))
        .chain(days.into_iter().chain(far).map(|day| ("a.born", Value::from(day))))
        .chain(instants.into_iter().chain(distant).map(|time| ("a.received", Value::Instant(time))))
        .collect();
    let mut clauses = vec![
        json!({ "fact": "a.consent", "is": true }),
        json!({ "fact": "a.consent", "is": false }),
        json!({ "fact": "a.hours", "is": 8 }),
        json!({ "fact": "a.hours", "at_least": 8 }),
        json!({ "fact": "a.hours", "at_most": -8 }),
        json!({ "fact": "a.hours", "between": [-7, 8] }),
        json!({ "fact": "a.hours", "one_of": [8], "otherwise": "undetermined" }),
        json!({ "fact": "a.born", "is": days[1] }),
        json!({ "fact": "a.born", "one_of": [days[2]], "otherwise": "undetermined" }),
    ];
    let moments =
        [("a.born", json!(days[1]), json!(days[2])), ("a.received", json!(instants[1]), json!(instants[4]))];
    for (fact, from, until) in moments {
        for order in ["before", "on_or_before", "after", "on_or_after"] {
            clauses.push(json!({ "fact": fact, order: from }));
            clauses.push(json!({ "fact": fact, order: until }));
        }
        clauses.push(json!({ "fact": fact, "within": { "from": from } }));
        clauses.push(json!({ "fact": fact, "within": { "until": until } }));
        clauses.push(json!({ "fact": fact, "within": { "from": from, "until": until } }));
    }
    for clause in &clauses {
        for whole in
            [json!({ "all": [clause] }), json!({ "not": clause }), json!({ "all": [clause, clause] })]
        {
            let mut rule = json!({ "id": "ends", "version": 1 });
            rule.as_object_mut().unwrap().extend(whole.as_object().unwrap().clone());
            let Ok(rule) = RuleSet::read(&rule, &vocabulary) else { panic!("{rule}") };
            let program = rule.compile();
            let mut row = program.row();
            for (key, value) in values.iter().filter(|(key, _)| Some(*key) == clause["fact"].as_str()) {
                let slot = program.slot(key).unwrap();
                match value {
                    Value::Boolean(value) => row.set_boolean(slot, *value),
                    Value::Integer(number) => row.set_integer(slot, *number),
                    Value::Date(day) => row.set_day(slot, *day),
                    Value::Instant(time) => row.set_instant(slot, *time),
                    _ => unreachable!(),
                }
                let facts = Facts::known([(*key, value.clone())]).unwrap();
                assert_eq!(program.verdict(&row), rule.verdict(&facts), "{clause} of {value:?}");
            }
        }
    }
}

/// A row has answers to the questions of its own program only.
#[test]
fn r8_rows_of_other_programs_leave_everything_undetermined() {
    let vocabulary: Vocabulary =
        toml::from_str(r#"facts = [{ key = "a.hours", type = "integer", label = { en = "hours" } }]"#)
            .unwrap();
    let program = |least: i64| {
        let rule = json!({ "id": "hours", "version": 1, "all": [{ "fact": "a.hours", "at_least": least }] });
        RuleSet::read(&rule, &vocabulary).unwrap().compile()
    };
    let (few, many) = (program(8), program(80));
    let facts = Facts::known([("a.hours", Value::from(40))]).unwrap();
    let (mut row, mut marks) = (filled(&few, &facts), few.marks());
    assert_eq!(few.verdict(&row), Verdict::Met);
    assert_eq!(
        (many.verdict(&row), many.mark(&row, &mut marks)),
        (Verdict::Undetermined, Verdict::Undetermined)
    );
    assert_eq!(marks.verdict(1), Verdict::Undetermined);

    // Until it is filled for them.
    row.fill(&many, &facts);
    assert_eq!((many.verdict(&row), few.verdict(&row)), (Verdict::Unmet, Verdict::Undetermined));
}

/// More codes than bits in a word, of a symbol and of a set.
#[test]
fn r8_long_lists() {
    let vocabulary: Vocabulary = toml::from_str(
        r#"facts = [
            { key = "a.authority", type = "symbol", label = { en = "authority" } },
            { key = "a.tasks", type = "set", label = { en = "tasks" } },
        ]"#,
    )
    .unwrap();
    let codes: Vec<String> = (0..200).map(|nth| format!("{nth:07}")).collect();
    let rule = json!({ "id": "long", "version": 1, "all": [
        { "fact": "a.authority", "one_of": codes.iter().step_by(3).collect::<Vec<_>>() },
        { "fact": "a.tasks", "overlaps": codes },
    ] });
    let rule = RuleSet::read(&rule, &vocabulary).unwrap();
    let program = rule.compile();
    for nth in 0..210usize {
        let code: Symbol = format!("{nth:07}").parse().unwrap();
        let tasks = guildhall_rules::Codes::complete([code.clone()]);
        let facts = Facts::known([("a.authority", code.into()), ("a.tasks", tasks.into())]).unwrap();
        let met = nth < 200 && nth.is_multiple_of(3);
        assert_eq!(program.verdict(&filled(&program, &facts)).is_met(), met, "{nth}");
        assert_eq!(rule.verdict(&facts).is_met(), met, "{nth}");
    }
}

/// The verdict and the marks of one applicant after the other allocate nothing.
#[test]
fn neither_the_verdict_nor_the_marks_allocate() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    for _ in 0..200 {
        let (_, rule, facts) = strategies::case().new_tree(&mut runner).unwrap().current();
        let program = rule.compile();
        let (row, mut marks) = (filled(&program, &facts), program.marks());
        let info = allocation_counter::measure(|| {
            std::hint::black_box(program.verdict(&row));
            std::hint::black_box(program.mark(&row, &mut marks));
        });
        assert_eq!(info.count_total, 0, "{rule:?}");
    }
}
