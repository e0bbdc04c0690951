//! R10: the exact verdict is what every completion says.

use guildhall_rules::analysis::{Analysis, Semantics};
use guildhall_rules::{Fact, FactSource, Facts, RuleSet, Verdict, Vocabulary, strategies};
use proptest::prelude::*;

use crate::small::{self, by_completion, is_open, is_plain, read};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn r10_exact_is_brute_force_over_completions((vocabulary, rule, facts) in small::person()) {
        let exact = Analysis::new(&vocabulary).exact(&rule, &facts).unwrap();
        let brute = by_completion(&vocabulary, &rule, &facts);
        // Of one open fact, everything is told; where conditions join several, only what is certain.
        let opens = vocabulary.iter().filter(|declaration| is_open(&facts.fact(declaration.key()))).count();
        if is_plain(&rule) || opens < 2 {
            prop_assert_eq!(exact, brute);
        } else if !exact.is_undetermined() {
            prop_assert_eq!(exact, brute);
        }
    }

    #[test]
    fn r10_exact_never_contradicts_kleene((vocabulary, rule, facts) in strategies::case()) {
        let kleene = rule.verdict(&facts);
        let exact = Analysis::new(&vocabulary).exact(&rule, &facts).unwrap();
        if !kleene.is_undetermined() {
            prop_assert_eq!(exact, kleene);
        }
    }

    /// Of types with endless values, too: no completion that is tried says otherwise.
    #[test]
    fn r10_no_completion_contradicts_exact((vocabulary, rule, facts, others) in learning()) {
        let exact = Analysis::new(&vocabulary).exact(&rule, &facts).unwrap();
        if !exact.is_undetermined() && !has_default(&rule) {
            for other in others {
                prop_assert_eq!(rule.verdict(&other), exact, "{:?}", other);
            }
        }
    }

    #[test]
    fn each_deciding_fact_alone_decides((vocabulary, rule, facts) in small::person()) {
        let analysis = Analysis::new(&vocabulary);
        let deciding = analysis.deciding(&rule, &facts).unwrap();
        let (plain, asked) = (is_plain(&rule), small::asked(&[&rule]));
        for declaration in vocabulary.iter() {
            let key = declaration.key();
            if !is_open(&facts.fact(key)) || has_default(&rule) {
                continue;
            }
            let said = deciding.iter().find(|deciding| deciding.fact == *key);
            for fact in small::completions(declaration.kind(), &facts.fact(key)) {
                let after = by_completion(&vocabulary, &rule, &facts.clone().with(key.clone(), fact.clone()));
                let listed = |parts: &[_]| {
                    let who = [(key.clone(), parts.to_vec())].into();
                    small::is_one_of(&who, &Facts::default().with(key.clone(), fact.clone()), &asked)
                };
                let met = said.is_some_and(|said| listed(&said.met));
                let unmet = said.is_some_and(|said| listed(&said.unmet));
                prop_assert!(!met || after.is_met());
                prop_assert!(!unmet || after.is_unmet());
                if plain && analysis.exact(&rule, &facts).unwrap().is_undetermined() {
                    prop_assert_eq!(met, after.is_met());
                    prop_assert_eq!(unmet, after.is_unmet());
                }
            }
        }
    }
}

fn has_default(rule: &RuleSet) -> bool {
    serde_json::to_string(rule.definition()).unwrap().contains("if_missing")
}

/// A case, and some states of its facts in which everything is known.
fn learning() -> impl Strategy<Value = (Vocabulary, RuleSet, Facts, Vec<Facts>)> {
    strategies::case()
        .prop_flat_map(|(vocabulary, rule, facts)| {
            let each: Vec<_> = vocabulary
                .iter()
                .map(|declaration| {
                    let before = facts.fact(declaration.key()).into_owned();
                    let fresh = prop_oneof![
                        5 => strategies::value(declaration.kind()).prop_map(Fact::known),
                        1 => Just(Fact::not_applicable())
                    ];
                    let open = matches!(before, Fact::Missing | Fact::Contested { .. });
                    let key = declaration.key().clone();
                    fresh.prop_map(move |fresh| (key.clone(), if open { fresh } else { before.clone() }))
                })
                .collect();
            // What is known to be incomplete stays so, and stays open.
            let others = prop::collection::vec(each.prop_map(Facts::from_iter), 4);
            (Just(vocabulary), Just(rule), Just(facts), others)
        })
        .prop_filter("sets so far are completed elsewhere", |(_, _, facts, others)| {
            let settled = |facts: &Facts| {
                facts.iter().all(|(_, fact)| match fact.value() {
                    Some(guildhall_rules::Value::Set(codes)) => codes.is_complete(),
                    Some(guildhall_rules::Value::Records(records)) => records.is_complete(),
                    _ => true,
                })
            };
            settled(facts) && others.iter().all(settled)
        })
}

#[test]
fn consent_or_not_consent_is_met_although_consent_is_missing() {
    let vocabulary: Vocabulary = toml::from_str(
        r#"facts = [{ key = "consent.given", type = "symbol", codes = ["granted", "refused"], label = { en = "c" } }]"#,
    )
    .unwrap();
    let rule = read(
        r#"
        id = "either"
        version = 1
        any = [
            { fact = "consent.given", is = "granted" },
            { not = { fact = "consent.given", is = "granted" } },
        ]"#,
        &vocabulary,
    );
    let nothing = Facts::default();
    assert_eq!(rule.verdict(&nothing), Verdict::Undetermined);
    let analysis = Analysis::new(&vocabulary);
    assert_eq!(analysis.exact(&rule, &nothing), Ok(Verdict::Met));
    assert!(analysis.always_met(&rule, Semantics::Exact).is_yes());
    assert!(!analysis.always_met(&rule, Semantics::Kleene).is_yes());
}

/// A fact that is taken for something while it is missing, and that other facts are compared with.
#[test]
fn r10_what_a_missing_moment_is_taken_for_is_what_others_are_compared_with() {
    let vocabulary: Vocabulary = toml::from_str(
        r#"facts = [
            { key = "case.begins", type = "date", label = { en = "b" } },
            { key = "case.ends", type = "date", label = { en = "e" } },
        ]"#,
    )
    .unwrap();
    let asks = |condition: &str| {
        read(
            &format!(
                "id = \"r\"\nversion = 1\nfact = \"case.begins\"\nbefore = \"{condition}\"\nif_missing = \"2019-04-30\""
            ),
            &vocabulary,
        )
    };
    let analysis = Analysis::new(&vocabulary);
    let deciding = analysis.deciding(&asks("case.ends"), &Facts::default()).unwrap();
    let [end] = &deciding[..] else { unreachable!("one of them is open") };
    let whole = serde_json::json!([{ "stretch": {
        "from": { "value": { "date": "2019-05-01" }, "included": true },
    } }]);
    assert_eq!(serde_json::to_value(&end.met).unwrap(), whole);
    let deciding = analysis.deciding(&asks("case.begins"), &Facts::default()).unwrap();
    assert_eq!(serde_json::to_value(&deciding[0].met).unwrap(), whole);
}

/// On some days a certificate counts whose scheme nobody wrote down.
#[test]
fn r10_a_moment_that_records_are_counted_at_is_not_cut_without_them() {
    let vocabulary: Vocabulary = toml::from_str(
        r#"
        [[facts]]
        key = "case.begins"
        type = "date"
        label = { en = "b" }

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
        "#,
    )
    .unwrap();
    let rule = read(
        "id = \"r\"\nversion = 1\nfact = \"applicant.certificates\"\nholds = [\"city-manager\"]\nat = \"case.begins\"",
        &vocabulary,
    );
    let facts: Facts = serde_json::from_value(serde_json::json!({ "applicant.certificates": { "known": { "value": {
        "records": { "complete": true, "records": [{ "valid": { "period": { "from": "2019-06-13", "until": "2020-06-12" } } }] },
    } } } }))
    .unwrap();
    assert_eq!(Analysis::new(&vocabulary).exact(&rule, &facts), Ok(Verdict::Undetermined));
}
