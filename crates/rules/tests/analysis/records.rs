//! R6 and R7 on what cannot be cut along one fact: records, whose conditions bear on each other.

use guildhall_rules::analysis::{Analysis, Answer, Changed, Semantics, Turn};
use guildhall_rules::{Fact, Facts, RuleSet, Value, Verdict, Vocabulary};
use proptest::prelude::*;
use proptest::sample::select;

use crate::small::{self, read};

fn vocabulary() -> Vocabulary {
    toml::from_str(
        r#"
        [[facts]]
        key = "applicant.certificates"
        type = "records"
        label = { en = "c" }

        [[facts.fields]]
        key = "scheme"
        type = "symbol"
        label = { en = "s" }

        [[facts.fields]]
        key = "valid"
        type = "period"
        label = { en = "v" }

        [[facts.fields]]
        key = "days"
        type = "integer"
        min = 0
        label = { en = "d" }
        "#,
    )
    .unwrap()
}

fn rule(version: u32, clause: &str) -> RuleSet {
    let text =
        format!("id = \"r\"\nversion = {version}\nall = [{{ fact = \"applicant.certificates\", {clause} }}]");
    read(&text, &vocabulary())
}

/// The first implies the second, and not the other way round.
const WIDER: [(&str, &str); 6] = [
    (r#"holds = ["manager"], at = "2020-03-02""#, r#"holds = ["manager", "guide"], at = "2020-03-02""#),
    (
        r#"holds = ["manager"], at = "2020-03-02""#,
        r#"holds = ["manager"], at = "2020-03-02", grace = "3 months""#,
    ),
    (
        r#"holds = ["manager"], at = "2020-03-02", grace = "3 months""#,
        r#"holds = ["manager"], at = "2020-03-02", grace = "6 months""#,
    ),
    ("count_at_least = 3", "count_at_least = 2"),
    (
        r#"count_at_least = 2, where = { scheme = "manager", days = { at_least = 5 } }"#,
        r#"count_at_least = 2, where = { scheme = ["manager", "guide"], days = { at_least = 3 } }"#,
    ),
    (r#"sum = "days", at_least = 5"#, r#"sum = "days", at_least = 3"#),
];

#[test]
fn r6_what_is_asked_of_records_follows_from_what_asks_more() {
    let vocabulary = vocabulary();
    let analysis = Analysis::new(&vocabulary);
    for (narrow, wide) in WIDER {
        let (narrow, wide) = (rule(1, narrow), rule(2, wide));
        for how in [Semantics::Kleene, Semantics::Exact] {
            assert_eq!(analysis.implies(&narrow, &wide, how), Answer::Yes, "{how:?}");
            let Answer::No(witness) = analysis.implies(&wide, &narrow, how) else {
                panic!("there is somebody")
            };
            assert!(wide.verdict(&witness.facts).is_met() && !narrow.verdict(&witness.facts).is_met());
            assert!(matches!(analysis.unsatisfiable(&narrow, how), Answer::No(_)), "somebody meets it");
        }
    }
}

#[test]
fn r7_by_a_wider_condition_on_records_nobody_loses_and_somebody_gains() {
    let vocabulary = vocabulary();
    let analysis = Analysis::new(&vocabulary);
    for (narrow, wide) in WIDER {
        let (old, new) = (rule(1, narrow), rule(2, wide));
        for how in [Semantics::Kleene, Semantics::Exact] {
            let rises = |verdict: Verdict| match verdict {
                Verdict::Unmet => 0,
                Verdict::Undetermined => 1,
                Verdict::Met => 2,
            };
            let diff = analysis.diff(&old, &new, how).unwrap();
            for class in &diff.classes {
                assert!(rises(class.from) < rises(class.to), "{how:?} {class:?}");
            }
            let gains =
                diff.classes.iter().find(|class| (class.from, class.to) == (Verdict::Unmet, Verdict::Met));
            let gains = gains.unwrap();
            assert_eq!(gains.turn(), Turn::Gains);
            assert!(gains.witness.is_real(), "{gains:?}");
        }
    }
}

#[test]
fn r6_nobody_meets_what_asks_of_records_contradicts() {
    let vocabulary = vocabulary();
    let analysis = Analysis::new(&vocabulary);
    let both = |more: &str| {
        let text = format!("id = \"r\"\nversion = 1\nall = [{more}]");
        analysis.unsatisfiable(&read(&text, &vocabulary), Semantics::Kleene)
    };
    let holds = r#"{ fact = "applicant.certificates", holds = ["manager"], at = "2020-03-02" }"#;
    let more = r#"{ fact = "applicant.certificates", holds = ["manager", "guide"], at = "2020-03-02" }"#;
    assert_eq!(both(&format!("{holds}, {{ not = {more} }}")), Answer::Yes);
    assert!(matches!(both(&format!("{more}, {{ not = {holds} }}")), Answer::No(_)));
    let sum = |range: &str| format!("{{ fact = \"applicant.certificates\", sum = \"days\", {range} }}");
    assert_eq!(both(&format!("{}, {}", sum("at_least = 5"), sum("at_most = 4"))), Answer::Yes);
    assert!(matches!(both(&format!("{}, {}", sum("at_least = 5"), sum("at_most = 5"))), Answer::No(_)));
}

/// Everybody with two records or fewer, of two codes, two periods and two numbers of days.
fn everybody(how: Semantics) -> Vec<Facts> {
    let record = |nth: usize| {
        let until = if nth >> 1 & 1 == 0 { "2020-12-31" } else { "2020-01-31" };
        serde_json::json!({
            "scheme": { "symbol": if nth & 1 == 0 { "manager" } else { "guide" } },
            "valid": { "period": { "from": "2019-01-01", "until": until } },
            "days": { "integer": if nth >> 2 & 1 == 0 { 1 } else { 4 } },
        })
    };
    let mut lists = vec![vec![]];
    for first in 0..8 {
        lists.push(vec![record(first)]);
        lists.extend((first..8).map(|second| vec![record(first), record(second)]));
    }
    let key = small::key("applicant.certificates");
    let known = lists.into_iter().map(|records| {
        let value = serde_json::json!({ "records": { "complete": true, "records": records } });
        Fact::known(serde_json::from_value::<Value>(value).unwrap())
    });
    let mut facts: Vec<Fact> = known.chain([Fact::not_applicable()]).collect();
    if how == Semantics::Kleene {
        facts.extend([Fact::Missing, Fact::contested([])]);
    }
    facts.into_iter().map(|fact| Facts::default().with(key.clone(), fact)).collect()
}

fn condition() -> impl Strategy<Value = String> {
    let codes = select(vec![r#"["manager"]"#, r#"["guide"]"#, r#"["manager", "guide"]"#]);
    let grace = select(vec!["", r#", grace = "1 month""#, r#", grace = "3 months""#]);
    let matching = select(vec![
        "",
        r#", where = { scheme = "manager" }"#,
        r#", where = { days = { at_least = 2 } }"#,
        r#", where = { scheme = ["manager", "guide"], days = { at_least = 4 } }"#,
        r#", where = { valid = { covers = "2020-03-02" } }"#,
    ]);
    let range = (select(vec!["at_least", "at_most"]), 0..9u32);
    let asks = prop_oneof![
        (codes, grace).prop_map(|(codes, grace)| format!("holds = {codes}, at = \"2020-03-02\"{grace}")),
        (1..4u32, matching.clone()).prop_map(|(n, matching)| format!("count_at_least = {n}{matching}")),
        (range, matching).prop_map(|((end, n), matching)| format!("sum = \"days\", {end} = {n}{matching}")),
    ];
    let one = asks.prop_map(|asks| format!("{{ fact = \"applicant.certificates\", {asks} }}"));
    one.prop_recursive(2, 6, 3, |below| {
        prop_oneof![
            below.clone().prop_map(|of| format!("{{ not = {of} }}")),
            (select(vec!["all", "any"]), prop::collection::vec(below, 2..4))
                .prop_map(|(word, of)| format!("{{ {word} = [{}] }}", of.join(", "))),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn r6_r7_answers_about_records_agree_with_exhaustive_evaluation(a in condition(), b in condition()) {
        let vocabulary = vocabulary();
        let rule = |version: u32, clause: &str| {
            read(&format!("id = \"r\"\nversion = {version}\nall = [{clause}]"), &vocabulary)
        };
        let (a, b) = (rule(1, &a), rule(2, &b));
        let analysis = Analysis::new(&vocabulary);
        for how in [Semantics::Kleene, Semantics::Exact] {
            let people = everybody(how);
            let refutes = |facts: &Facts| a.verdict(facts).is_met() && !b.verdict(facts).is_met();
            match analysis.implies(&a, &b, how) {
                Answer::Yes => prop_assert!(!people.iter().any(refutes)),
                Answer::No(witness) => prop_assert!(refutes(&witness.facts)),
                Answer::Possibly(witness) => prop_assert!(!witness.is_real()),
                Answer::Inconclusive(_) => prop_assert!(false, "so few conditions"),
            }
            let diff = analysis.diff(&a, &b, how).unwrap();
            let asked = small::asked(&[&a, &b]);
            for person in people {
                let (from, to) = (a.verdict(&person), b.verdict(&person));
                let named = |class: &Changed| {
                    (class.from, class.to) == (from, to) && small::is_one_of(&class.who, &person, &asked)
                };
                prop_assert!(from == to || diff.classes.iter().any(named), "{:?}", person);
            }
            for class in diff.classes.iter().filter(|class| class.witness.is_real()) {
                prop_assert_eq!(a.verdict(&class.witness.facts), class.from);
                prop_assert_eq!(b.verdict(&class.witness.facts), class.to);
            }
        }
    }
}
