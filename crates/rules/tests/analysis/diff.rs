//! R7: a diff misses nobody whose verdict changes, and its witnesses really change.

use guildhall_rules::analysis::{Analysis, Semantics, Turn};
use guildhall_rules::{Facts, RuleSet, Verdict, Vocabulary, strategies};
use proptest::prelude::*;

use crate::small::{self, everybody, is_one_of, is_plain, read};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn r7_a_diff_misses_nobody_and_every_witness_changes((vocabulary, old, new) in small::two()) {
        let asked = small::asked(&[&old, &new]);
        for how in [Semantics::Kleene, Semantics::Exact] {
            let diff = Analysis::new(&vocabulary).diff(&old, &new, how).unwrap();
            for class in &diff.classes {
                prop_assert!(class.from != class.to);
                prop_assert!(is_one_of(&class.who, &class.witness.facts, &asked));
                if class.witness.is_real() {
                    prop_assert_eq!(old.verdict(&class.witness.facts), class.from);
                    prop_assert_eq!(new.verdict(&class.witness.facts), class.to);
                } else {
                    prop_assert!(!(is_plain(&old) && is_plain(&new)));
                }
            }
            for person in everybody(&vocabulary, how) {
                let (from, to) = (old.verdict(&person), new.verdict(&person));
                let mut named = false;
                for class in &diff.classes {
                    let member = is_one_of(&class.who, &person, &asked);
                    let same = (class.from, class.to) == (from, to);
                    named |= member && same;
                    // Nobody is in a class that they do not belong to.
                    prop_assert!(!member || same || !class.assuming.is_empty(), "{:?}", person);
                }
                prop_assert!(from == to || named, "{:?}", person);
            }
        }
    }

    /// Of types with endless values, too.
    #[test]
    fn r7_nobody_who_is_tried_is_missed((vocabulary, old, new, people) in cases()) {
        let asked = small::asked(&[&old, &new]);
        let diff = Analysis::new(&vocabulary).diff(&old, &new, Semantics::Kleene).unwrap();
        let moved = Analysis::new(&vocabulary).moved(&old, &new, &people, Semantics::Kleene).unwrap();
        for (nth, person) in people.iter().enumerate() {
            let (from, to) = (old.verdict(person), new.verdict(person));
            let listed = moved.iter().find(|moved| moved.nth == nth);
            prop_assert_eq!(listed.map(|moved| (moved.from, moved.to)), (from != to).then_some((from, to)));
            // What one of a set, a period or a list is like is not written down value by value.
            let plain = |rule: &RuleSet| {
                let text = serde_json::to_string(rule.definition()).unwrap();
                is_plain(rule) && !text.contains("where") && !text.contains("holds") && !text.contains("sum")
                    && !text.contains("count_at_least")
            };
            if from != to && plain(&old) && plain(&new) {
                let named = diff.classes.iter().any(|class| {
                    (class.from, class.to) == (from, to) && is_one_of(&class.who, person, &asked)
                });
                prop_assert!(named, "{:?} in {:?}", person, diff);
            }
        }
    }
}

fn cases() -> impl Strategy<Value = (Vocabulary, RuleSet, RuleSet, Vec<Facts>)> {
    strategies::vocabulary().prop_flat_map(|vocabulary| {
        (
            Just(vocabulary.clone()),
            strategies::rule_set(&vocabulary),
            strategies::rule_set(&vocabulary),
            prop::collection::vec(strategies::facts(&vocabulary), 1..12),
        )
    })
}

#[test]
fn a_diff_says_who_gains_who_loses_and_who_is_left_open() {
    let vocabulary: Vocabulary = toml::from_str(
        r#"facts = [
            { key = "applicant.position", type = "symbol", label = { en = "p" } },
            { key = "consent.given", type = "boolean", label = { en = "c" } },
        ]"#,
    )
    .unwrap();
    let old = read(
        "id = \"r\"\nversion = 1\nfact = \"applicant.position\"\none_of = [\"mayor\", \"deputy\"]",
        &vocabulary,
    );
    let new = read(
        r#"
        id = "r"
        version = 2
        all = [
            { fact = "applicant.position", one_of = ["mayor", "secretary"] },
            { fact = "consent.given", is = true },
        ]"#,
        &vocabulary,
    );
    let diff = Analysis::new(&vocabulary).diff(&old, &new, Semantics::Kleene).unwrap();
    let who = |turn: Turn| -> Vec<String> {
        let classes = diff.classes.iter().filter(|class| class.turn() == turn);
        classes.map(|class| serde_json::to_string(&class.who).unwrap()).collect()
    };
    assert_eq!(
        who(Turn::Gains),
        [
            r#"{"applicant.position":[{"value":{"symbol":"secretary"}}],"consent.given":[{"value":{"boolean":true}}]}"#
        ]
    );
    assert_eq!(
        who(Turn::Loses),
        [
            r#"{"applicant.position":[{"value":{"symbol":"deputy"}}]}"#,
            r#"{"applicant.position":[{"value":{"symbol":"deputy"}},{"value":{"symbol":"mayor"}}],"consent.given":[{"value":{"boolean":false}},"not_applicable"]}"#,
        ]
    );
    let open = diff.classes.iter().filter(|class| class.turn() == Turn::BecomesUndetermined);
    assert!(open.clone().all(|class| class.witness.is_real()));
    assert!(open.clone().any(|class| class.from == Verdict::Met));
}
