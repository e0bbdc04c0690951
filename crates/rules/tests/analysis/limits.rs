//! Bounds hold: what is hard ends as inconclusive, what resembles real rules does not.

use guildhall_rules::analysis::{Analysis, Answer, Inconclusive, Semantics};
use guildhall_rules::{Facts, RuleSet, Vocabulary};
use serde_json::{Value as Json, json};

fn booleans(n: usize) -> Vocabulary {
    let fact = |nth| json!({ "key": format!("case.fact{nth}"), "type": "boolean", "label": { "en": "f" } });
    serde_json::from_value(json!({ "facts": (0..n).map(fact).collect::<Vec<_>>() })).unwrap()
}

/// Numbers that look like chance and are the same each time.
fn numbers(mut state: u64) -> impl FnMut(usize) -> usize {
    move |below| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    }
}

/// Clauses of three facts each, at the ratio where nobody knows a quick way (Mitchell et al., AAAI 1992).
fn hard(facts: usize, vocabulary: &Vocabulary) -> RuleSet {
    let mut number = numbers(7);
    let mut clause = || {
        let of: Vec<Json> = (0..3)
            .map(|_| json!({ "fact": format!("case.fact{}", number(facts)), "is": number(2) == 0 }))
            .collect();
        json!({ "any": of })
    };
    let all: Vec<Json> = (0..facts * 43 / 10).map(|_| clause()).collect();
    RuleSet::read(&json!({ "id": "hard", "version": 1, "all": all }), vocabulary).unwrap()
}

#[test]
fn r6_a_hard_instance_is_inconclusive_at_its_bound() {
    let vocabulary = booleans(57);
    let rule = hard(57, &vocabulary);
    let analysis = Analysis::new(&vocabulary).within(100_000);
    let given_up = Inconclusive { bound: 100_000 };
    assert_eq!(analysis.unsatisfiable(&rule, Semantics::Exact), Answer::Inconclusive(given_up));
    assert_eq!(analysis.diff(&rule, &rule, Semantics::Kleene), Err(given_up));
    assert_eq!(analysis.exact(&rule, &Facts::default()), Err(given_up));
}

#[test]
fn r6_a_hundred_ordinary_clauses_are_within_the_bound() {
    let groups = 25;
    let vocabulary = booleans(groups * 4);
    let version = |n: u32, changed: usize| {
        let fact = |nth: usize, is: bool| json!({ "fact": format!("case.fact{nth}"), "is": is });
        let all: Vec<Json> = (0..groups)
            .map(|group| {
                let at = group * 4;
                json!({ "any": [
                    fact(at, true),
                    { "all": [fact(at + 1, true), fact(at + 2, group != changed), fact(at + 3, true)] },
                ] })
            })
            .collect();
        RuleSet::read(&json!({ "id": "long", "version": n, "all": all }), &vocabulary).unwrap()
    };
    let (old, new) = (version(1, groups), version(2, 12));
    let analysis = Analysis::new(&vocabulary);
    let Ok(diff) = analysis.diff(&old, &new, Semantics::Exact) else { panic!("it is an easy one") };
    assert!(!diff.classes.is_empty());
    for class in &diff.classes {
        assert_eq!(old.verdict(&class.witness.facts), class.from);
        assert_eq!(new.verdict(&class.witness.facts), class.to);
    }
    assert_eq!(analysis.redundant(&old, Semantics::Exact), Ok(Vec::new()));
    assert!(matches!(analysis.equivalent(&old, &new, Semantics::Exact), Answer::No(_)));
}
