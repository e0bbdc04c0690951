//! Named rules and predicates: R8, R9, C4, C6 for what a rule set names beside facts.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::num::NonZeroU32;
use std::sync::Arc;

use guildhall_rules::analysis::{Analysis, ChangeSet, Semantics};
use guildhall_rules::{
    Clause, Declared, Definition, Explanation, Fact, FactKey, FactSource, Facts, MAX_CLAUSES, MAX_READ,
    Predicate, PredicateName, RuleSet, Terms, Value, Verdict, Vocabulary, reasons, strategies,
};
use guildhall_words::Phrasebook;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

fn version(nth: u32) -> NonZeroU32 {
    nth.try_into().unwrap()
}

/// A case, and a rule that names two others and a predicate beside clauses of its own.
fn naming() -> impl Strategy<Value = (Vocabulary, [Clause; 3], Facts)> {
    strategies::vocabulary().prop_flat_map(|v| {
        let clause = || strategies::clause(&v);
        (Just(v.clone()), [clause(), clause(), clause()], strategies::facts(&v))
    })
}

/// Asks the first fact alone: met where it is known, unmet where there is none.
struct Settled {
    name: PredicateName,
    reads: Vec<FactKey>,
}
impl Settled {
    fn of(keys: impl IntoIterator<Item = FactKey>) -> Arc<Self> {
        Arc::new(Self { name: "settled".parse().unwrap(), reads: keys.into_iter().collect() })
    }
}
impl Predicate for Settled {
    fn name(&self) -> &PredicateName {
        &self.name
    }
    fn version(&self) -> NonZeroU32 {
        NonZeroU32::MIN
    }
    fn reads(&self) -> &[FactKey] {
        &self.reads
    }
    fn ask(&self, facts: &Declared<'_>) -> Verdict {
        // It asks for more than it declares, and is told nothing.
        let undeclared: FactKey = "case.undeclared".parse().unwrap();
        assert!(facts.fact(&undeclared).is_missing());
        match &*facts.fact(self.reads.first().unwrap()) {
            Fact::Known { .. } => Verdict::Met,
            Fact::NotApplicable { .. } => Verdict::Unmet,
            _ => Verdict::Undetermined,
        }
    }
}

fn definition(id: &str, clause: Clause) -> Definition {
    Definition::new(id.parse().unwrap(), version(1), clause)
}

fn named(id: &str) -> Clause {
    Clause::rule(id.parse().unwrap(), None)
}

/// The same clause without written ids, so that it can stand in one rule twice.
fn unnamed(clause: &Clause) -> Clause {
    fn strip(json: &mut Json) {
        match json {
            Json::Object(fields) => {
                fields.remove("id");
                fields.values_mut().for_each(strip);
            }
            Json::Array(items) => items.iter_mut().for_each(strip),
            _ => {}
        }
    }
    let mut json = serde_json::to_value(clause).unwrap();
    strip(&mut json);
    serde_json::from_value(json).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// A rule that names others is as good as one in which they are written out; so is its compiled form.
    #[test]
    fn r8_a_named_rule_stands_for_its_clause((vocabulary, [a, b, c], facts) in naming()) {
        let first = vocabulary.iter().next().unwrap().key().clone();
        let terms = Terms::new(vocabulary.clone())
            .with_predicate(Settled::of([first.clone()])).unwrap()
            // Given in the wrong order, they still find each other.
            .with_rules([
                definition("outer", Clause::any([named("inner"), b.clone()])),
                definition("inner", Clause::not(a.clone())),
            ])
            .unwrap();
        let asks = Clause::predicate("settled".parse().unwrap());
        let rule = terms.check(definition("law", Clause::all([named("outer"), c.clone(), named("inner"), asks]))).unwrap();
        let applies = Clause::fact(first, guildhall_rules::Operator::Applies, true);
        let (a, b, c) = (unnamed(&a), unnamed(&b), unnamed(&c));
        let written = Clause::all([
            Clause::any([Clause::not(a.clone()), b]),
            c,
            Clause::not(a),
            applies,
        ]);
        let written = RuleSet::new(definition("law", written), &vocabulary).unwrap();
        let verdict = rule.verdict(&facts);
        prop_assert_eq!(verdict, written.verdict(&facts));

        let program = rule.compile();
        let mut row = program.row();
        row.fill(&program, &facts);
        prop_assert_eq!(program.verdict(&row), verdict);
        let mut marks = program.marks();
        prop_assert_eq!(program.mark(&row, &mut marks), verdict);

        let explanation = rule.explain(&facts);
        prop_assert_eq!(explanation.verdict(), verdict);
        prop_assert_eq!(&rule.explain(&explanation.facts()), &explanation);
        if !verdict.is_undetermined() {
            prop_assert_eq!(rule.verdict(&explanation.cited()), verdict);
        }
        let json = serde_json::to_string(&explanation).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Explanation>(&json).unwrap(), &explanation);
        let bytes = rmp_serde::to_vec_named(&explanation).unwrap();
        prop_assert_eq!(rmp_serde::from_slice::<Explanation>(&bytes).unwrap(), explanation);
    }

    /// What a confidential clause reads is in no suggestion, no question and no reason that is told.
    #[test]
    fn c5_what_confidential_clauses_read_is_not_told_otherwise((vocabulary, [a, b, _], facts) in naming()) {
        let secret = RuleSet::new(definition("secret", unnamed(&b)), &vocabulary).unwrap();
        let law = definition("law", Clause::any([Clause::all([unnamed(&a)]), unnamed(&b).confidential()]));
        let rule = RuleSet::new(law, &vocabulary).unwrap();
        let explanation = rule.explain(&facts);
        let withheld = explanation.withheld();
        prop_assert!(secret.facts().into_iter().all(|key| withheld.contains(key)));
        if !serde_json::to_string(&a).unwrap().contains("confidential") {
            prop_assert!(withheld.iter().all(|key| secret.facts().contains(key)));
        }

        let analysis = Analysis::new(&vocabulary);
        if let Ok(changes) = analysis.changes(&rule, &facts, Semantics::Kleene) {
            let shown = changes.disclosed(&withheld);
            let touches = |set: &&ChangeSet| set.options.iter().any(|choice| choice.values.keys().any(|key| withheld.contains(key)));
            prop_assert_eq!(shown.sets.len(), changes.sets.iter().filter(|set| !touches(set)).count());
            prop_assert!(!shown.sets.iter().any(|set| touches(&set)));
            prop_assert_eq!(shown.complete, changes.complete && shown.sets == changes.sets);
        }
        for deciding in analysis.deciding(&rule, &facts).into_iter().flatten() {
            prop_assert_eq!(deciding.disclosed(&withheld).is_none(), withheld.contains(&deciding.fact));
        }
        if let Ok(Some(why)) = analysis.sufficient(&rule, &facts, Semantics::Kleene) {
            let told = why.facts.iter().any(|(key, _)| withheld.contains(key));
            prop_assert_eq!(why.disclosed(&withheld).is_none(), told);
        }
    }

    /// Neither the reference of a confidential rule set nor what names it is told.
    #[test]
    fn c5_a_confidential_rule_set_is_not_named((vocabulary, [a, b, _], facts) in naming(), deep in any::<bool>()) {
        let secret = Clause::any([unnamed(&b)])
            .labelled(serde_json::from_value(json!({ "en": "canary label" })).unwrap())
            .confidential();
        let title = serde_json::from_value(json!({ "en": "canary title" })).unwrap();
        let terms = Terms::new(vocabulary.clone())
            .with_rules([
                definition("canary", secret).titled(title),
                definition("passes-canary-on", Clause::rule("canary".parse().unwrap(), None)),
            ])
            .unwrap();
        let below = if deep { "passes-canary-on" } else { "canary" };
        let law = definition("law", Clause::all([unnamed(&a), named(below)]));
        let explanation = terms.check(law).unwrap().explain(&facts);
        let shown = explanation.disclosed();
        prop_assert!(!serde_json::to_string(&shown).unwrap().contains("canary"));
        prop_assert_eq!(shown.explanation().rule(), explanation.rule());
        let told = reasons(shown.explanation(), &vocabulary, &Phrasebook::new("en".parse().unwrap()));
        prop_assert!(!told.to_string().contains("canary"));

        // Where it is asked itself, nothing but the verdict is left.
        for asked in ["canary", "passes-canary-on"] {
            let explanation = terms.check(definition("canary-law", named(asked))).unwrap().explain(&facts);
            let shown = explanation.disclosed();
            let json = serde_json::to_string(&shown).unwrap();
            prop_assert!(!json.contains("canary") && !json.contains(&explanation.rule().hash().to_string()));
            prop_assert_eq!(shown.explanation().verdict(), explanation.verdict());
            prop_assert!(serde_json::from_str::<Explanation>(&json).is_err());
        }
    }

    /// What is told to the person has no trace of what is confidential, and the rest as it was.
    #[test]
    fn c5_what_is_confidential_is_not_disclosed((vocabulary, [a, b, _], facts) in naming()) {
        let secret = Clause::all([Clause::any([b])])
            .with_id("canary-id".parse().unwrap())
            .labelled(serde_json::from_value(json!({ "en": "canary label" })).unwrap())
            .confidential();
        let root = RuleSet::new(definition("canary", secret.clone()), &vocabulary).unwrap().explain(&facts);
        prop_assert!(!serde_json::to_string(&root.disclosed()).unwrap().contains("canary"));
        let open = definition("law", Clause::all([unnamed(&a), secret]));
        let rule = RuleSet::new(open, &vocabulary).unwrap();
        let explanation = rule.explain(&facts);
        let shown = explanation.disclosed();
        let json = serde_json::to_value(&shown).unwrap();
        prop_assert!(!json.to_string().contains("canary"));
        prop_assert_eq!(&json["root"]["grounds"]["all"][1]["grounds"], &json!("withheld"));
        prop_assert_eq!(shown.explanation().verdict(), explanation.verdict());
        prop_assert!(serde_json::from_value::<Explanation>(json).is_err());
        // The clauses of `a` can be confidential themselves, and are not then.
        let first = |explanation: &Explanation| explanation.root().children()[0].clone();
        let whole = serde_json::to_string(&first(&explanation)).unwrap();
        if !whole.contains("confidential") {
            prop_assert_eq!(first(shown.explanation()), first(&explanation));
        }
    }
}

fn vocabulary() -> Vocabulary {
    toml::from_str(
        r#"facts = [
            { key = "case.a", type = "boolean", label = { en = "a" } },
            { key = "case.undeclared", type = "boolean", label = { en = "b" } },
        ]"#,
    )
    .unwrap()
}

#[expect(clippy::needless_pass_by_value, reason = "what is read is written where it is handed in")]
fn read(json: Json) -> Definition {
    Definition::read(&json).unwrap()
}

#[test]
fn a_predicate_sees_what_it_declares_and_no_more() {
    let terms = Terms::new(vocabulary()).with_predicate(Settled::of(["case.a".parse().unwrap()])).unwrap();
    let rule = terms.check(read(json!({ "id": "r", "version": 1, "predicate": "settled" }))).unwrap();
    let facts = Facts::known([("case.a", true.into()), ("case.undeclared", true.into())]).unwrap();
    let hidden = Facts::known([("case.a", true.into())]).unwrap();
    assert_eq!(rule.explain(&facts), rule.explain(&hidden));
    let program = rule.compile();
    let mut row = program.row();
    row.fill(&program, &facts);
    assert_eq!(program.verdict(&row), Verdict::Met);
    assert_eq!(rule.facts().into_iter().map(FactKey::as_str).collect::<Vec<_>>(), ["case.a"]);

    let missing = rule.explain(&Facts::default());
    assert_eq!(missing.missing().into_iter().map(FactKey::as_str).collect::<Vec<_>>(), ["case.a"]);
}

#[test]
fn predicates_declare_facts_that_there_are_and_not_too_many() {
    let unknown =
        Terms::new(vocabulary()).with_predicate(Settled::of(["case.aa".parse().unwrap()])).unwrap_err();
    assert_eq!(unknown.to_string(), "settled: no fact is called `case.aa`; did you mean `case.a`?");
    let many = vec!["case.a".parse().unwrap(); MAX_READ + 1];
    let many = Terms::new(vocabulary()).with_predicate(Settled::of(many)).unwrap_err();
    assert_eq!(many.to_string(), "settled: a predicate reads at most 64 facts");
}

#[test]
fn r9_names_that_are_none_have_a_nearest() {
    let terms = Terms::new(vocabulary())
        .with_predicate(Settled::of(["case.a".parse().unwrap()]))
        .unwrap()
        .with_rules([read(json!({ "id": "grounding", "version": 2, "fact": "case.a", "is": true }))])
        .unwrap();
    let faults = |clause: Json| {
        terms.read(&json!({ "id": "r", "version": 1, "all": [clause] })).unwrap_err().to_string()
    };
    assert_eq!(
        faults(json!({ "rule": "groundin" })),
        "all[0].rule: no rule is called `groundin`; did you mean `grounding`?"
    );
    assert_eq!(
        faults(json!({ "rule": "grounding", "in_version": 1 })),
        "all[0].in_version: there is no version 1 of `grounding`, only 2"
    );
    assert_eq!(
        faults(json!({ "predicate": "setled" })),
        "all[0].predicate: no predicate is called `setled`; did you mean `settled`?"
    );
    assert_eq!(
        faults(json!({ "rule": "grounding", "is": true })),
        "all[0].is: `is` has no meaning here; it belongs beside `fact`"
    );
    let alone = RuleSet::read(&json!({ "id": "r", "version": 1, "rule": "grounding" }), &vocabulary());
    assert_eq!(alone.unwrap_err().to_string(), "rule: no rule is called `grounding`");
}

#[test]
fn rules_that_name_each_other_in_a_circle_are_refused() {
    let faults = Terms::new(vocabulary())
        .with_rules([
            read(json!({ "id": "a", "version": 1, "any": [{ "rule": "b" }] })),
            read(json!({ "id": "b", "version": 1, "not": { "rule": "c" } })),
            read(json!({ "id": "c", "version": 1, "rule": "a" })),
            read(json!({ "id": "d", "version": 1, "fact": "case.b", "is": true })),
            read(json!({ "id": "e", "version": 1, "rule": "e" })),
        ])
        .unwrap_err();
    assert_eq!(
        faults.to_string(),
        "rules[3].fact: no fact is called `case.b`; did you mean `case.a`?\n\
         rules[0]: the rules `a`, `b`, `c` name each other in a circle\n\
         rules[1]: the rules `a`, `b`, `c` name each other in a circle\n\
         rules[2]: the rules `a`, `b`, `c` name each other in a circle\n\
         rules[4]: the rule `e` names itself"
    );
}

#[test]
fn a_named_rule_is_pinned_with_its_content() {
    let terms = |least: bool| {
        let inner = json!({ "id": "inner", "version": 1, "fact": "case.a", "is": least });
        Terms::new(vocabulary()).with_rules([read(inner)]).unwrap()
    };
    let outer = || read(json!({ "id": "outer", "version": 1, "rule": "inner" }));
    let [yes, no] = [true, false].map(|least| terms(least).check(outer()).unwrap());
    assert_ne!(yes.reference().hash(), no.reference().hash());
    assert_eq!(yes.reference().hash(), terms(true).check(outer()).unwrap().reference().hash());

    // The latest, or the one that is named.
    let versions = Terms::new(vocabulary())
        .with_rules([
            read(json!({ "id": "inner", "version": 10, "fact": "case.a", "is": true })),
            read(json!({ "id": "inner", "version": 9, "fact": "case.a", "is": false })),
        ])
        .unwrap();
    let of = |clause: Json| versions.check(read(clause)).unwrap().referred().next().unwrap().version().get();
    assert_eq!(of(json!({ "id": "r", "version": 1, "rule": "inner" })), 10);
    assert_eq!(of(json!({ "id": "r", "version": 1, "rule": "inner", "in_version": 9 })), 9);
}

/// Each rule names the one before twice: written out, the last would have more clauses than there are
/// grains of sand.
#[test]
fn rules_that_grow_by_naming_others_end_at_the_limit() {
    let mut rules = vec![read(json!({ "id": "r0", "version": 1, "fact": "case.a", "is": true }))];
    rules.extend((1..200).map(|nth| {
        let below = format!("r{}", nth - 1);
        read(json!({ "id": format!("r{nth}"), "version": 1, "all": [{ "rule": below }, { "rule": below }] }))
    }));
    let faults = Terms::new(vocabulary()).with_rules(rules).unwrap_err().to_string();
    assert!(
        faults.starts_with(&format!("rules[8].all[1]: there are more than {MAX_CLAUSES} clauses")),
        "{faults}"
    );

    let mut deep = vec![read(json!({ "id": "d0", "version": 1, "fact": "case.a", "is": true }))];
    deep.extend((1..30).map(|nth| {
        read(json!({ "id": format!("d{nth}"), "version": 1, "not": { "rule": format!("d{}", nth - 1) } }))
    }));
    let faults = Terms::new(vocabulary()).with_rules(deep).unwrap_err().to_string();
    assert!(faults.starts_with("rules[13].not: clauses are nested deeper than 24"), "{faults}");
}

#[test]
fn what_a_missing_fact_is_taken_for_is_reported() {
    let rule = json!({ "id": "r", "version": 1, "fact": "case.a", "is": true, "if_missing": false });
    let rule = RuleSet::read(&rule, &vocabulary()).unwrap();
    let explanation = rule.explain(&Facts::default());
    assert_eq!(explanation.verdict(), Verdict::Unmet);
    assert_eq!(explanation.assumed(), [(&"case.a".parse().unwrap(), &Value::Boolean(false))]);
    assert!(explanation.missing().is_empty());
    let known = rule.explain(&Facts::known([("case.a", true.into())]).unwrap());
    assert_eq!((known.verdict(), known.assumed()), (Verdict::Met, vec![]));
    let contested = rule.explain(&Facts::default().with("case.a".parse().unwrap(), Fact::contested([])));
    assert_eq!(contested.verdict(), Verdict::Undetermined);
}
