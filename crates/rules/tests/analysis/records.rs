//! R6 and R7 on what cannot be cut along one fact: records, whose conditions bear on each other.

use guildhall_rules::analysis::{Analysis, Answer, Semantics, Turn};
use guildhall_rules::{RuleSet, Verdict, Vocabulary};

use crate::small::read;

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
