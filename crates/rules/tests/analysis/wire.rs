//! C4 and C6 of what the analysis says: it survives being written down, passes its schema, and what was
//! written down before is still read.

use std::fmt::Debug;
use std::sync::LazyLock;

use guildhall_conformance::laws::Described;
use guildhall_rules::analysis::{
    Analysis, Answer, Changes, Deciding, Diff, Inconclusive, Moved, Redundant, Semantics, Sufficient, Turn,
};
use guildhall_rules::{Facts, RuleSet, Vocabulary, strategies};
use proptest::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};

use crate::small;

static ANSWER: LazyLock<Described> = LazyLock::new(described::<Answer>);
static DIFF: LazyLock<Described> = LazyLock::new(described::<Diff>);
static MOVED: LazyLock<Described> = LazyLock::new(described::<Moved>);
static CHANGES: LazyLock<Described> = LazyLock::new(described::<Changes>);
static SUFFICIENT: LazyLock<Described> = LazyLock::new(described::<Sufficient>);
static REDUNDANT: LazyLock<Described> = LazyLock::new(described::<Redundant>);
static DECIDING: LazyLock<Described> = LazyLock::new(described::<Deciding>);
static INCONCLUSIVE: LazyLock<Described> = LazyLock::new(described::<Inconclusive>);

fn described<T: JsonSchema>() -> Described {
    Described::by::<T>().unwrap()
}

fn survives<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T, described: &Described) {
    let json = serde_json::to_value(value).unwrap();
    assert!(described.accepts(&json), "{json}");
    assert_eq!(&serde_json::from_value::<T>(json).unwrap(), value);
    let bytes = rmp_serde::to_vec_named(value).unwrap();
    assert_eq!(&rmp_serde::from_slice::<T>(&bytes).unwrap(), value);
}

/// Everything that the analysis can be asked about two rules and somebody.
fn each(vocabulary: &Vocabulary, old: &RuleSet, new: &RuleSet, facts: &Facts, how: Semantics) {
    let analysis = Analysis::new(vocabulary);
    for answer in [
        analysis.unsatisfiable(old, how),
        analysis.always_met(old, how),
        analysis.implies(old, new, how),
        analysis.equivalent(old, new, how),
        analysis.disjoint(old, new, how),
        analysis.within(1).equivalent(old, new, how),
    ] {
        survives(&answer, &ANSWER);
    }
    survives(&analysis.diff(old, new, how).unwrap(), &DIFF);
    for moved in analysis.moved(old, new, [facts], how).unwrap() {
        survives(&moved, &MOVED);
    }
    survives(&analysis.changes(old, facts, how).unwrap(), &CHANGES);
    if let Some(why) = analysis.sufficient(old, facts, how).unwrap() {
        survives(&why, &SUFFICIENT);
    }
    for clause in analysis.redundant(old, how).unwrap() {
        survives(&clause, &REDUNDANT);
    }
    for fact in analysis.deciding(old, facts).unwrap() {
        survives(&fact, &DECIDING);
    }
    if let Err(given_up) = analysis.within(1).exact(old, facts) {
        survives(&given_up, &INCONCLUSIVE);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn c4_what_the_analysis_says_survives_and_passes_its_schema(
        (vocabulary, old, new) in small::two(),
        (wide, rule, facts) in strategies::case(),
    ) {
        for how in [Semantics::Kleene, Semantics::Exact] {
            each(&vocabulary, &old, &new, &Facts::default(), how);
            each(&wide, &rule, &rule, &facts, how);
        }
    }
}

/// What was written down by an earlier version, of every shape there is: read and written again it is the
/// same, and with a field of another shape, or one more, it is refused.
const WRITTEN: &str = include_str!("written.json");

fn same<T: Serialize + DeserializeOwned>(json: &Json) -> bool {
    serde_json::from_value::<T>(json.clone()).is_ok_and(|value| serde_json::to_value(value).unwrap() == *json)
}

type Same = fn(&Json) -> bool;

#[test]
fn c4_c6_what_was_written_down_is_read_and_nothing_else() {
    let written: Json = serde_json::from_str(WRITTEN).unwrap();
    let types: [(&str, &Described, Same); 8] = [
        ("answers", &ANSWER, same::<Answer>),
        ("diffs", &DIFF, same::<Diff>),
        ("moved", &MOVED, same::<Moved>),
        ("changes", &CHANGES, same::<Changes>),
        ("sufficient", &SUFFICIENT, same::<Sufficient>),
        ("redundant", &REDUNDANT, same::<Redundant>),
        ("deciding", &DECIDING, same::<Deciding>),
        ("inconclusive", &INCONCLUSIVE, same::<Inconclusive>),
    ];
    assert_eq!(written.as_object().unwrap().len(), types.len());
    for (name, described, same) in types {
        for json in written[name].as_array().unwrap() {
            assert!(described.accepts(json), "{name}: {json}");
            assert!(same(json), "{name}: {json}");
            let Json::Object(fields) = json else { continue };
            for field in fields.keys() {
                let mut other = json.clone();
                other[field] = json!(-1);
                assert!(!described.accepts(&other) && !same(&other), "{name}: {other}");
            }
            let mut more = json.clone();
            more["more"] = json!(1);
            assert!(!described.accepts(&more) && !same(&more), "{name}: {more}");
        }
    }
}

#[test]
fn turns_and_semantics_are_words() {
    let words = [Turn::Gains, Turn::Loses, Turn::BecomesUndetermined, Turn::BecomesUnmet];
    let words = words.map(|turn| serde_json::to_value(turn).unwrap());
    assert_eq!(words, ["gains", "loses", "becomes_undetermined", "becomes_unmet"]);
    let words = [Semantics::Kleene, Semantics::Exact].map(|how| serde_json::to_value(how).unwrap());
    assert_eq!(words, ["kleene", "exact"]);
}
