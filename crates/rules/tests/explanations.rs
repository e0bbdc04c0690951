//! R4: an explanation says the verdict, and what it cites carries the verdict.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod naive;

use std::collections::BTreeSet;

use guildhall_rules::{
    Clause, Codes, Declaration, Definition, Doubt, Explanation, Fact, FactKey, FactType, Facts, Operator,
    Question, RuleSet, Symbol, Value, Verdict, Vocabulary, strategies,
};
use proptest::prelude::*;

/// A rule in which no two clauses ask the same fact, so that every clause can be answered apart.
#[derive(Clone, Debug)]
enum Shape {
    Leaf { kind: usize, state: usize },
    All(Vec<Shape>),
    Any(Vec<Shape>),
    Not(Box<Shape>),
    AtLeast(usize, Vec<Shape>),
}

fn shape() -> impl Strategy<Value = Shape> {
    // Three of five leaves are open, so that most rules are undetermined.
    let leaf = (0usize..6, 0usize..5).prop_map(|(kind, state)| Shape::Leaf { kind, state });
    leaf.prop_recursive(3, 10, 3, |inner| {
        let several = || prop::collection::vec(inner.clone(), 1..=3);
        prop_oneof![
            several().prop_map(Shape::All),
            several().prop_map(Shape::Any),
            inner.clone().prop_map(|shape| Shape::Not(Box::new(shape))),
            (several(), 0usize..3).prop_map(|(of, n)| Shape::AtLeast(n % of.len() + 1, of)),
        ]
    })
}

/// One clause of the rule: its fact, what is known of it now, and answers that meet it and do not.
struct Leaf {
    key: FactKey,
    now: Fact,
    met: Fact,
    unmet: Fact,
    /// Whether the rule says what it is taken for while it is missing.
    assumed: bool,
}

fn symbol(code: &str) -> Symbol {
    code.parse().unwrap()
}

fn build(shape: &Shape, leaves: &mut Vec<Leaf>, declarations: &mut Vec<Declaration>) -> Clause {
    let mut every = |shapes: &[Shape]| -> Vec<Clause> {
        shapes.iter().map(|shape| build(shape, leaves, declarations)).collect()
    };
    match shape {
        Shape::All(of) => Clause::all(every(of)),
        Shape::Any(of) => Clause::any(every(of)),
        Shape::Not(inner) => Clause::not(build(inner, leaves, declarations)),
        Shape::AtLeast(n, of) => Clause::at_least(u32::try_from(*n).unwrap(), every(of)),
        Shape::Leaf { kind: kind_of_leaf, state } => {
            let key: FactKey = format!("case.fact{}", leaves.len()).parse().unwrap();
            let (kind, clause, met, unmet) = match kind_of_leaf {
                0 => (
                    FactType::Boolean,
                    Clause::fact(key.clone(), Operator::Is, true),
                    Fact::known(true),
                    Fact::known(false),
                ),
                1 => (
                    FactType::Symbol(None),
                    Clause::open_list(key.clone(), ["mayor"]),
                    Fact::known(symbol("mayor")),
                    Fact::not_applicable(),
                ),
                2 => (
                    FactType::Set(None),
                    Clause::fact(key.clone(), Operator::CountAtLeast, 2),
                    Fact::known(Codes::so_far(["a", "b"].map(symbol))),
                    Fact::known(Codes::complete(["a", "c"].map(symbol).into_iter().take(1))),
                ),
                3 => (
                    FactType::Boolean,
                    Clause::fact(key.clone(), Operator::Applies, false),
                    Fact::not_applicable(),
                    Fact::known(true),
                ),
                kind => (
                    FactType::Boolean,
                    Clause::asking(key.clone(), Question::new(Operator::Is, true).if_missing(*kind == 4)),
                    Fact::known(true),
                    Fact::known(false),
                ),
            };
            let incomplete = Fact::known(Codes::so_far([symbol("a")]));
            let settled_by_default = !matches!(kind_of_leaf, 0..4);
            let now = match state {
                0 => met.clone(),
                1 => unmet.clone(),
                2 if matches!(kind, FactType::Set(_)) => incomplete,
                _ => Fact::Missing,
            };
            declarations.push(Declaration::new(key.clone(), kind, label()));
            leaves.push(Leaf { key, now, met, unmet, assumed: settled_by_default });
            clause
        }
    }
}

fn label() -> guildhall_kernel::LocalisedText {
    serde_json::from_str(r#"{"en":"fact"}"#).unwrap()
}

fn rule(clause: Clause, vocabulary: &Vocabulary) -> RuleSet {
    RuleSet::new(Definition::new("law".parse().unwrap(), 1.try_into().unwrap(), clause), vocabulary).unwrap()
}

fn facts<'l>(leaves: impl IntoIterator<Item = (&'l Leaf, &'l Fact)>) -> Facts {
    leaves.into_iter().map(|(leaf, fact)| (leaf.key.clone(), fact.clone())).collect()
}

/// By trying every completion of the other open facts: whether the answer to this one can matter.
fn can_matter(rule: &RuleSet, leaves: &[Leaf], asked: usize) -> bool {
    let open: Vec<usize> =
        (0..leaves.len()).filter(|nth| *nth != asked && is_open(leaves.get(*nth).unwrap())).collect();
    (0u32..1 << open.len()).any(|answers| {
        let with = |answer: &Fact| {
            let completed = leaves.iter().enumerate().map(|(nth, leaf)| {
                let bit = open.iter().position(|other| *other == nth);
                let fact = match bit {
                    Some(bit) if answers >> bit & 1 == 1 => &leaf.met,
                    Some(_) => &leaf.unmet,
                    None => &leaf.now,
                };
                (leaf.key.clone(), fact.clone())
            });
            let key = leaves.get(asked).unwrap().key.clone();
            rule.verdict(&Facts::from_iter(completed).with(key, answer.clone()))
        };
        let leaf = leaves.get(asked).unwrap();
        let (open, met, unmet) = (with(&leaf.now), with(&leaf.met), with(&leaf.unmet));
        open.is_undetermined() && (!met.is_undetermined() || !unmet.is_undetermined())
    })
}

fn is_open(leaf: &Leaf) -> bool {
    match &leaf.now {
        Fact::Missing => !leaf.assumed,
        Fact::Known { value: Value::Set(set), .. } => !set.is_complete() && set.count() < 2,
        _ => false,
    }
}

/// The facts that a rule takes for something where they are missing.
fn defaults(json: &serde_json::Value, into: &mut BTreeSet<String>) {
    match json {
        serde_json::Value::Object(fields) => {
            if fields.contains_key("if_missing") {
                into.extend(fields.get("fact").and_then(|fact| fact.as_str()).map(str::to_owned));
            }
            fields.values().for_each(|json| defaults(json, into));
        }
        serde_json::Value::Array(items) => items.iter().for_each(|json| defaults(json, into)),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn r4_the_explanation_says_the_verdict((vocabulary, rule, facts) in strategies::case()) {
        let explanation = rule.explain(&facts);
        prop_assert_eq!(explanation.verdict(), rule.verdict(&facts));
        prop_assert_eq!(naive::as_option(explanation.verdict()), naive::verdict(&vocabulary, &rule, &facts));
        prop_assert_eq!(explanation.rule(), rule.reference());
    }

    #[test]
    fn r4_cited_facts_alone_give_met_and_unmet((_, rule, facts) in strategies::case()) {
        let explanation = rule.explain(&facts);
        prop_assert!(!explanation.reasons().is_empty());
        if explanation.verdict().is_undetermined() {
            prop_assert!(explanation.reasons().iter().all(|reason| reason.doubt().is_some()));
        } else {
            prop_assert_eq!(rule.verdict(&explanation.cited()), explanation.verdict());
            prop_assert!(explanation.reasons().iter().all(|reason| reason.doubt().is_none()));
            prop_assert!(explanation.missing().is_empty());
        }
    }

    /// Where no fact is asked twice and nothing but missing evidence stands open, `missing` is exact:
    /// it names the facts that can matter and no others.
    #[test]
    fn r4_each_cited_missing_fact_can_change_the_verdict(shape in shape()) {
        let (mut leaves, mut declarations) = (Vec::new(), Vec::new());
        let clause = build(&shape, &mut leaves, &mut declarations);
        prop_assume!(leaves.len() <= 9);
        let rule = rule(clause, &Vocabulary::new(declarations).unwrap());
        let explanation = rule.explain(&facts(leaves.iter().map(|leaf| (leaf, &leaf.now))));
        let cited = explanation.missing();
        prop_assert_eq!(cited.is_empty(), !explanation.verdict().is_undetermined());
        for (nth, leaf) in leaves.iter().enumerate().filter(|(_, leaf)| is_open(leaf)) {
            prop_assert_eq!(cited.contains(&leaf.key), can_matter(&rule, &leaves, nth), "{:?}", leaf.key);
        }
    }

    /// Whatever clauses share, and whatever else is learnt while what was assumed stands: a fact that is
    /// neither cited nor assumed changes nothing.
    #[test]
    fn r4_no_fact_that_can_change_the_verdict_is_left_out(
        (rule, facts, after, learnt) in strategies::case().prop_flat_map(|(vocabulary, rule, facts)| {
            let others = (strategies::facts(&vocabulary), strategies::facts(&vocabulary));
            (Just(rule), Just(facts), others.0, others.1)
        }),
    ) {
        let explanation = rule.explain(&facts);
        let assumed: BTreeSet<&FactKey> = explanation.assumed().into_iter().map(|(key, _)| key).collect();
        let missing =
            |key: &&FactKey| facts.get(key.as_str()).is_none_or(Fact::is_missing) && !assumed.contains(key);
        let (cited, asked) = (explanation.missing(), rule.facts());
        for key in asked.iter().copied().filter(missing).filter(|key| !cited.contains(key)) {
            let others = asked.iter().copied().filter(missing).filter(|other| *other != key);
            let others = others.filter_map(|other| Some((other.clone(), after.get(other.as_str())?.clone())));
            let before = others.fold(facts.clone(), |facts, (other, fact)| facts.with(other, fact));
            let answer = learnt.get(key.as_str()).cloned().unwrap_or_default();
            prop_assert_eq!(rule.verdict(&before.clone().with(key.clone(), answer)), rule.verdict(&before));
        }
    }

    #[test]
    fn r4_what_is_assumed_is_missing_and_written_down((_, rule, facts) in strategies::case()) {
        let mut written = BTreeSet::new();
        defaults(&naive::written(rule.definition()), &mut written);
        for (key, _) in rule.explain(&facts).assumed() {
            prop_assert!(written.contains(key.as_str()));
            prop_assert!(facts.get(key.as_str()).is_none_or(Fact::is_missing));
        }
    }

    #[test]
    fn r4_an_explanation_replays_from_its_own_facts((_, rule, facts) in strategies::case()) {
        let explanation = rule.explain(&facts);
        prop_assert_eq!(&rule.explain(&explanation.facts()), &explanation);
    }

    /// Deserialising recomputes every verdict: one that does not follow is refused (C6).
    #[test]
    fn c6_an_explanation_that_does_not_follow_is_refused((_, rule, facts) in strategies::case()) {
        let explanation = rule.explain(&facts);
        let json = serde_json::to_value(&explanation).unwrap();
        let mut forged = json.clone();
        let forge = forged.pointer_mut("/root/verdict").unwrap();
        *forge = if explanation.verdict().is_met() { "unmet".into() } else { "met".into() };
        prop_assert!(serde_json::from_value::<Explanation>(forged).is_err());
        let mut forged = json.clone();
        *forged.pointer_mut("/root/relevant").unwrap() = false.into();
        prop_assert!(serde_json::from_value::<Explanation>(forged).is_err());
        prop_assert_eq!(serde_json::from_value::<Explanation>(json).unwrap(), explanation);
    }
}

#[test]
fn each_doubt_has_its_name() {
    let vocabulary: Vocabulary = toml::from_str(
        r#"
        [[facts]]
        key = "a.position"
        type = "symbol"
        label = { en = "position" }
        [[facts]]
        key = "a.modules"
        type = "set"
        label = { en = "completed modules" }
        "#,
    )
    .unwrap();
    let [position, modules] = ["a.position", "a.modules"].map(|key| key.parse::<FactKey>().unwrap());
    let rule = rule(
        Clause::all([
            Clause::open_list(position.clone(), ["mayor"]),
            Clause::fact(modules.clone(), Operator::Includes, "strategy"),
        ]),
        &vocabulary,
    );
    let doubts = |a: Fact, b: Fact| -> Vec<Doubt> {
        let facts = Facts::default().with(position.clone(), a).with(modules.clone(), b);
        let explanation = rule.explain(&facts);
        assert_eq!(explanation.verdict(), Verdict::Undetermined);
        explanation.reasons().iter().filter_map(|reason| reason.doubt()).collect()
    };
    let so_far = || Fact::known(Codes::so_far([symbol("model")]));
    assert_eq!(doubts(Fact::Missing, so_far()), [Doubt::Missing, Doubt::Incomplete]);
    assert_eq!(
        doubts(Fact::known(symbol("beekeeper")), Fact::contested([])),
        [Doubt::NotListed, Doubt::Contested]
    );
    assert_eq!(doubts(Fact::known(true), so_far()), [Doubt::WrongType, Doubt::Incomplete]);
    let asked: BTreeSet<_> = rule.facts().into_iter().map(FactKey::as_str).collect();
    assert_eq!(asked, ["a.modules", "a.position"].into());
}

/// What a decision recorded, with something else in one place.
fn changed(explanation: &Explanation, pointer: &str, to: serde_json::Value) -> Result<Explanation, String> {
    let mut json = serde_json::to_value(explanation).unwrap();
    *json.pointer_mut(pointer).unwrap() = to;
    serde_json::from_value(json).map_err(|refused| refused.to_string())
}

/// Every verdict in these follows from what stands below, and still no rule set could have given them.
#[test]
fn c6_an_explanation_that_no_rule_set_could_give_is_refused() {
    use serde_json::json;
    let vocabulary: Vocabulary = toml::from_str(
        r#"facts = [
            { key = "a.modules", type = "set", label = { en = "completed modules" } },
            { key = "a.minutes", type = "integer", label = { en = "minutes attended" } },
        ]"#,
    )
    .unwrap();
    let [modules, minutes] = ["a.modules", "a.minutes"].map(|key| key.parse::<FactKey>().unwrap());
    let rule = rule(
        Clause::all([
            Clause::fact(modules.clone(), Operator::IncludesAll, ["model"]),
            Clause::fact(minutes.clone(), Operator::AtLeast, 480),
            Clause::fact(modules.clone(), Operator::CountAtLeast, 1),
        ]),
        &vocabulary,
    );
    let facts = Facts::default()
        .with(modules, Fact::known(Codes::complete([symbol("model")])))
        .with(minutes, Fact::known(500));
    let met = rule.explain(&facts);
    assert!(met.verdict().is_met());

    let clause = "has a clause that no rule set has";
    let asked = "/root/grounds/all/0/grounds/asked";
    let elsewhere = json!({ "known": { "value": { "set": { "codes": ["model", "b"], "complete": true } } } });
    for (pointer, to, refused) in [
        ("/root/grounds", json!({ "all": [] }), clause),
        ("/root/grounds", json!({ "at_least": { "n": 0, "of": [] } }), clause),
        (
            "/root/grounds",
            json!({ "not": { "id": "x", "verdict": "unmet", "relevant": true,
            "grounds": { "any": [] } } }),
            clause,
        ),
        ("/root/id", json!("other"), clause),
        ("/root/grounds/all/1/id", json!("all[0]"), clause),
        (&format!("{asked}/comparison"), json!({ "includes_all": [] }), clause),
        (&format!("{asked}/comparison"), json!({ "count_at_least": 0 }), clause),
        (
            "/root/grounds/all/1/grounds/asked/comparison",
            json!({ "at_least": { "date": "2019-01-01" } }),
            clause,
        ),
        (
            "/root/grounds/all/1/grounds/asked/comparison",
            json!({ "is": { "set": { "codes": [], "complete": true } } }),
            clause,
        ),
        (
            "/root/grounds/all/1/grounds/asked/comparison",
            json!({ "one_of": { "values": [], "otherwise": "unmet" } }),
            clause,
        ),
        (
            "/root/grounds/all/1/grounds/asked/comparison",
            json!({ "one_of": { "values": [{ "integer": 500 }, { "boolean": true }], "otherwise": "unmet" } }),
            clause,
        ),
        ("/root/grounds/all/1/grounds/asked/fact", json!("a.modules"), clause),
        (&format!("{asked}/found"), elsewhere, "found one fact to be two different things"),
    ] {
        let said = changed(&met, pointer, to).unwrap_err();
        assert!(said.contains(refused), "{pointer}: {said}");
    }
    let deep = (0..=guildhall_rules::MAX_DEPTH).fold(json!({ "applies": true }), |below, nth| match nth {
        0 => json!({ "asked": { "fact": "a.minutes", "comparison": below, "found": { "known": { "value": { "integer": 1 } } } } }),
        nth => json!({ "all": [{ "id": format!("c{nth}"), "verdict": "met", "relevant": true, "grounds": below }] }),
    });
    assert!(changed(&met, "/root/grounds", deep.clone()).is_ok());
    let deeper = json!({ "all": [{ "id": "c", "verdict": "met", "relevant": true, "grounds": deep }] });
    assert!(changed(&met, "/root/grounds", deeper).unwrap_err().contains(clause));
    let wide = |count: usize| {
        let one = |nth| {
            json!({ "id": format!("c{nth}"), "verdict": "met", "relevant": true,
            "grounds": { "asked": { "fact": "a.minutes", "comparison": { "applies": true },
                "found": { "known": { "value": { "integer": 1 } } } } } })
        };
        json!({ "all": (0..count).map(one).collect::<Vec<_>>() })
    };
    assert!(changed(&met, "/root/grounds", wide(guildhall_rules::MAX_CLAUSES)).is_ok());
    assert!(
        changed(&met, "/root/grounds", wide(guildhall_rules::MAX_CLAUSES + 1)).unwrap_err().contains(clause)
    );
}

/// A source that says something else each time is asked once: what is recorded can be read again.
#[test]
fn c4_an_explanation_of_a_fickle_source_survives() {
    struct Fickle(std::cell::Cell<i64>);
    impl guildhall_rules::FactSource for Fickle {
        fn fact(&self, _: &FactKey) -> std::borrow::Cow<'_, Fact> {
            self.0.set(self.0.get() + 1);
            std::borrow::Cow::Owned(Fact::known(self.0.get()))
        }
    }
    let vocabulary: Vocabulary = toml::from_str(
        "facts = [{ key = \"a.minutes\", type = \"integer\", label = { en = \"minutes attended\" } }]",
    )
    .unwrap();
    let minutes = || "a.minutes".parse::<FactKey>().unwrap();
    let clauses = [(Operator::AtLeast, 1), (Operator::AtMost, 1)];
    let rule = rule(Clause::all(clauses.map(|(o, n)| Clause::fact(minutes(), o, n))), &vocabulary);
    let explanation = rule.explain(&Fickle(std::cell::Cell::new(0)));
    let json = serde_json::to_string(&explanation).unwrap();
    assert_eq!(serde_json::from_str::<Explanation>(&json).unwrap(), explanation);
}

/// The counterexample of `docs/decisions/0006-r4-undetermined.md`: this rule is `a`, and cites `b`.
#[test]
fn r4_a_shared_fact_can_cite_one_that_cannot_matter() {
    let [a, b] = ["case.a", "case.b"].map(|key| key.parse::<FactKey>().unwrap());
    let declared = [&a, &b].map(|key| Declaration::new(key.clone(), FactType::Boolean, label()));
    let is = |key: &FactKey| Clause::fact(key.clone(), Operator::Is, true);
    let clause = Clause::all([is(&a), Clause::any([is(&a), is(&b)])]);
    let rule = rule(clause, &Vocabulary::new(declared).unwrap());
    assert_eq!(rule.explain(&Facts::default()).missing(), [&a, &b].into());
    for answer in [Fact::Missing, Fact::known(true), Fact::known(false), Fact::not_applicable()] {
        let with =
            |a: &FactKey, fact: Fact| Facts::default().with(b.clone(), answer.clone()).with(a.clone(), fact);
        assert_eq!(rule.verdict(&with(&a, Fact::Missing)), Verdict::Undetermined);
        assert_eq!(rule.verdict(&with(&a, Fact::known(true))), Verdict::Met);
        assert_eq!(rule.verdict(&with(&a, Fact::known(false))), Verdict::Unmet);
    }
}

/// What `docs/decisions/0011-what-a-missing-fact-is-taken-for.md` says of it: while `a` is taken to be true,
/// nobody needs `c`; once it is known to be false, `c` is cited.
#[test]
fn r4_what_others_were_taken_for_stands() {
    let [a, b, c] = ["case.a", "case.b", "case.c"].map(|key| key.parse::<FactKey>().unwrap());
    let declared = [&a, &b, &c].map(|key| Declaration::new(key.clone(), FactType::Boolean, label()));
    let is = |key: &FactKey| Clause::fact(key.clone(), Operator::Is, true);
    let default = Clause::asking(a.clone(), Question::new(Operator::Is, true).if_missing(true));
    let clause = Clause::all([Clause::any([default, is(&c)]), is(&b)]);
    let rule = rule(clause, &Vocabulary::new(declared).unwrap());
    let open = rule.explain(&Facts::default());
    assert_eq!((open.missing(), open.assumed()), ([&b].into(), vec![(&a, &Value::Boolean(true))]));
    let learnt = rule.explain(&Facts::default().with(a, Fact::known(false)));
    assert_eq!((learnt.missing(), learnt.assumed()), ([&b, &c].into(), vec![]));
}
