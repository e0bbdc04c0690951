//! Reading rules never panics, hangs or blows the stack, whatever is written; nor does evaluating what was
//! read.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use guildhall_rules::analysis::{Analysis, Answer, Semantics};
use guildhall_rules::{
    Clause, Definition, Explanation, Fact, Facts, MAX_CLAUSES, RuleSet, Terms, Vocabulary, strategies,
};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value as Json, json};

/// A text in which bytes were cut, doubled and put elsewhere.
fn mangled(text: String) -> impl Strategy<Value = String> {
    let cut = (any::<Index>(), any::<Index>(), 0usize..40, any::<bool>());
    prop::collection::vec(cut, 1..5).prop_map(move |cuts| {
        let mut bytes = text.clone().into_bytes();
        for (from, to, length, doubled) in cuts {
            let from = from.index(bytes.len().max(1));
            let until = (from + length).min(bytes.len());
            let piece: Vec<u8> =
                if doubled { bytes[from..until].to_vec() } else { bytes.drain(from..until).collect() };
            let to = to.index(bytes.len() + 1);
            bytes.splice(to..to, piece);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn case_as(write: fn(&Definition) -> String) -> impl Strategy<Value = (Vocabulary, String)> {
    strategies::case()
        .prop_flat_map(move |(vocabulary, rule, _)| (Just(vocabulary), mangled(write(rule.definition()))))
}

/// Whatever is read has an answer and an explanation, and is as good as what it is written back as.
fn answers(definition: Definition, vocabulary: &Vocabulary) {
    let again = serde_json::to_value(&definition).unwrap();
    assert_eq!(Definition::read(&again).unwrap(), definition);
    if let Ok(rule) = RuleSet::new(definition, vocabulary) {
        let facts = Facts::default();
        assert_eq!(rule.explain(&facts).verdict(), rule.verdict(&facts));
        let program = rule.compile();
        assert_eq!(program.verdict(&program.row()), rule.verdict(&facts));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn json_that_went_wrong((vocabulary, text) in case_as(|rule| serde_json::to_string(rule).unwrap())) {
        if let Ok(definition) = serde_json::from_str::<Definition>(&text) {
            answers(definition, &vocabulary);
        }
        let _ = serde_json::from_str::<Clause>(&text);
    }

    #[test]
    fn toml_that_went_wrong((vocabulary, text) in case_as(|rule| toml::to_string(rule).unwrap())) {
        if let Ok(definition) = toml::from_str::<Definition>(&text) {
            answers(definition, &vocabulary);
        }
    }

    #[test]
    fn vocabularies_that_went_wrong(text in strategies::vocabulary().prop_flat_map(|v| mangled(toml::to_string(&v).unwrap()))) {
        let _ = toml::from_str::<Vocabulary>(&text);
    }

    #[test]
    fn explanations_that_went_wrong(text in strategies::explanation().prop_flat_map(|e| mangled(serde_json::to_string(&e).unwrap()))) {
        if let Ok(explanation) = serde_json::from_str::<Explanation>(&text) {
            let again = serde_json::to_string(&explanation).unwrap();
            prop_assert_eq!(serde_json::from_str::<Explanation>(&again).unwrap(), explanation);
        }
    }
}

/// The same thing inside itself, so many times.
fn nested(depth: usize, wrap: impl Fn(Json) -> Json) -> Json {
    let mut clause = json!({ "fact": "a.b", "is": 1 });
    for _ in 0..depth {
        clause = wrap(clause);
    }
    let fields = clause.as_object_mut().unwrap();
    fields.insert("id".into(), "deep".into());
    fields.insert("version".into(), 1.into());
    clause
}

fn one(name: &str, json: Json) -> Json {
    // Moved, not copied: copying so deep a value is what would exhaust the stack.
    Json::Object([(name.to_owned(), json)].into_iter().collect())
}

#[test]
fn whatever_is_nested_beyond_measure_is_refused_at_once() {
    let wraps: [fn(Json) -> Json; 6] = [
        |inner| one("not", inner),
        |inner| one("all", Json::Array(vec![inner])),
        |inner| {
            let mut outer = one("where", one("field", inner));
            let fields = outer.as_object_mut().unwrap();
            fields.insert("fact".into(), "a.b".into());
            fields.insert("count_at_least".into(), 1.into());
            outer
        },
        |inner| one("within", one("from", inner)),
        |inner| one("label", inner),
        |inner| one("effective", inner),
    ];
    for wrap in wraps {
        for depth in [30, 1_000, 5_000] {
            let json = nested(depth, wrap);
            assert!(Definition::read(&json).is_err());
            // Dropping so deep a value is serde_json's business, and it does it one inside the other.
            dismantle(json);
        }
    }
}

fn dismantle(json: Json) {
    let mut waiting = vec![json];
    while let Some(json) = waiting.pop() {
        match json {
            Json::Array(items) => waiting.extend(items),
            Json::Object(fields) => waiting.extend(fields.into_iter().map(|(_, json)| json)),
            _ => {}
        }
    }
}

#[test]
fn whatever_is_wide_beyond_measure_is_refused() {
    let fields: serde_json::Map<String, Json> =
        (0..100_000).map(|nth| (format!("f{nth}"), nth.into())).collect();
    let wide = json!({ "id": "wide", "version": 1, "fact": "a.b", "count_at_least": 1, "where": fields });
    let faults = Definition::read(&wide).unwrap_err().to_string();
    assert!(faults.contains(&format!("more than {MAX_CLAUSES} clauses")), "{faults}");
    let strange = json!({ "id": "wide", "version": 1, "all": [fields] });
    assert!(Definition::read(&strange).is_err());
    let long = "a".repeat(5_000_000);
    for name in ["id", "fact", "is", "rule", "predicate", "age_at", "grace"] {
        let json = json!({ "id": "r", "version": 1, "fact": "a.b", "at_least": 1, name: long });
        let faults = Definition::read(&json).err().map(|faults| faults.to_string()).unwrap_or_default();
        assert!(faults.len() < 2_000, "{name}");
    }
}

#[test]
fn days_at_the_ends_of_the_calendar_are_compared_without_a_panic() {
    let vocabulary: Vocabulary = toml::from_str(
        r#"facts = [
            { key = "a.day", type = "date", label = { en = "day" } },
            { key = "a.at", type = "instant", zone = "Pacific/Apia", label = { en = "instant" } },
            { key = "a.term", type = "period", label = { en = "term" } },
        ]"#,
    )
    .unwrap();
    let days = [chrono::NaiveDate::MIN, chrono::NaiveDate::MAX];
    let instants = [chrono::DateTime::<chrono::Utc>::MIN_UTC, chrono::DateTime::<chrono::Utc>::MAX_UTC];
    let clauses = json!([
        { "fact": "a.day", "age_at": "a.at", "at_least": 99_999 },
        { "fact": "a.at", "years_before": "a.day", "at_most": 99_999 },
        { "fact": "a.at", "days_after": "a.day", "between": [0, 99_999] },
        { "fact": "a.day", "before": "a.at" },
        { "fact": "a.at", "within": { "from": "a.day", "until": "a.day" } },
        { "fact": "a.day", "within": { "from": "a.at", "until": "a.at" } },
        { "fact": "a.term", "covers": "a.at" },
        { "fact": "a.term", "overlaps": { "from": "a.at", "until": "a.at" } },
        { "fact": "a.at", "on_or_before": "2019-01-01" },
    ]);
    let terms = Terms::new(vocabulary);
    let rule = terms.read(&json!({ "id": "ends", "version": 1, "all": clauses })).unwrap();
    let program = rule.compile();
    let (mut row, mut marks) = (program.row(), program.marks());
    for day in days {
        for at in instants {
            let term = guildhall_rules::Period::new(Some(day), Some(day)).unwrap();
            let facts = [("a.day", day.into()), ("a.at", at.into()), ("a.term", term.into())];
            let facts = Facts::known(facts).unwrap();
            row.fill(&program, &facts);
            assert_eq!(program.mark(&row, &mut marks), rule.explain(&facts).verdict());
        }
    }
}

/// As many facts as there can be clauses, and as many comparisons of facts with each other: each question ends
/// within its bound and within the small stack that a thread has.
#[test]
fn the_widest_rules_are_analysed_within_the_stack() {
    let facts = 999;
    let fact = |nth: usize| {
        let kind = if nth.is_multiple_of(3) { "date" } else { "boolean" };
        json!({ "key": format!("case.fact{nth}"), "type": kind, "change_cost": 1, "label": { "en": "fact" } })
    };
    let vocabulary = json!({ "facts": (0..facts).map(fact).collect::<Vec<_>>() });
    let vocabulary: Vocabulary = serde_json::from_value(vocabulary).unwrap();
    let clause = |nth: usize| match nth % 3 {
        0 => {
            json!({ "fact": format!("case.fact{nth}"), "before": format!("case.fact{}", (nth + 3) % facts) })
        }
        _ => json!({ "fact": format!("case.fact{nth}"), "is": true }),
    };
    let clauses: Vec<Json> = (0..facts).map(clause).collect();
    for rule in [
        json!({ "id": "all", "version": 1, "all": clauses }),
        json!({ "id": "any", "version": 1, "any": clauses }),
        json!({ "id": "half", "version": 1, "at_least": 500, "of": clauses }),
    ] {
        let rule = RuleSet::read(&rule, &vocabulary).unwrap();
        let known: Facts =
            rule.facts().into_iter().map(|key| (key.clone(), Fact::not_applicable())).collect();
        let program = rule.compile();
        assert_eq!(program.verdict(&program.row()), rule.verdict(&Facts::default()));
        let explanation = rule.explain(&known);
        let written = serde_json::to_string(&explanation).unwrap();
        assert_eq!(serde_json::from_str::<Explanation>(&written).unwrap(), explanation);
        let analysis = Analysis::new(&vocabulary).within(100_000);
        for how in [Semantics::Kleene, Semantics::Exact] {
            if let Answer::No(witness) = analysis.unsatisfiable(&rule, how) {
                assert!(rule.verdict(&witness.facts).is_met());
            }
            if let Ok(diff) = analysis.diff(&rule, &rule, how) {
                assert!(diff.classes.is_empty());
            }
            for facts in [&Facts::default(), &known] {
                let _ = analysis.changes(&rule, facts, how);
                let _ = analysis.exact(&rule, facts);
                let _ = analysis.sufficient(&rule, facts, how);
            }
            let _ = analysis.redundant(&rule, how);
        }
    }
}
