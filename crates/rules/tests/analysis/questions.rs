//! R6: the questions agree with everybody, one by one.

use guildhall_rules::analysis::{Analysis, Answer, Semantics};
use guildhall_rules::{ClauseId, Facts, Finding, Grounds, RuleSet, Verdict, Vocabulary, strategies};
use proptest::prelude::*;

use crate::small::{self, everybody, is_plain};

type Holds = fn(Verdict, Verdict) -> bool;

fn asked(analysis: Analysis<'_>, a: &RuleSet, b: &RuleSet, how: Semantics) -> [(Answer, Holds); 5] {
    [
        (analysis.unsatisfiable(a, how), |a, _| !a.is_met()),
        (analysis.always_met(a, how), |a, _| a.is_met()),
        (analysis.implies(a, b, how), |a, b| !a.is_met() || b.is_met()),
        (analysis.equivalent(a, b, how), |a, b| a == b),
        (analysis.disjoint(a, b, how), |a, b| !(a.is_met() && b.is_met())),
    ]
}

/// The verdict with this clause as if it were not there.
fn without(finding: &Finding, clause: &ClauseId) -> Verdict {
    let kept = |of: &[Finding]| {
        let of = of.iter().filter(|of| of.id() != clause);
        of.map(|of| without(of, clause)).collect::<Vec<_>>()
    };
    match finding.grounds() {
        Grounds::All(of) => Verdict::all(kept(of)),
        Grounds::Any(of) => Verdict::any(kept(of)),
        Grounds::AtLeast { n, of } => Verdict::at_least(*n, kept(of)),
        Grounds::Not(of) => !without(of, clause),
        Grounds::Rule { of, .. } => without(of, clause),
        _ => finding.verdict(),
    }
}

/// Every clause of a list that is in no clause named already.
fn in_lists(finding: &Finding, named: &[ClauseId], into: &mut Vec<ClauseId>) {
    let is_list = matches!(finding.grounds(), Grounds::All(_) | Grounds::Any(_) | Grounds::AtLeast { .. });
    for child in finding.children() {
        if is_list {
            into.push(child.id().clone());
        }
        if !named.contains(child.id()) {
            in_lists(child, named, into);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn r6_questions_agree_with_exhaustive_evaluation((vocabulary, a, b) in small::two()) {
        for how in [Semantics::Kleene, Semantics::Exact] {
            let people = everybody(&vocabulary, how);
            for (answer, holds) in asked(Analysis::new(&vocabulary), &a, &b, how) {
                let every = people.iter().all(|person| holds(a.verdict(person), b.verdict(person)));
                match &answer {
                    Answer::Yes => prop_assert!(every),
                    Answer::No(witness) => {
                        prop_assert!(!every && witness.is_real());
                        prop_assert!(!holds(a.verdict(&witness.facts), b.verdict(&witness.facts)));
                        prop_assert!(witness.facts.clone().checked(&vocabulary).is_ok());
                    }
                    Answer::Possibly(witness) => {
                        prop_assert!(!witness.is_real());
                        prop_assert!(!is_plain(&a) || !is_plain(&b));
                    }
                    Answer::Inconclusive(_) => prop_assert!(false, "so few people"),
                }
            }
        }
    }

    #[test]
    fn r6_redundant_clauses_are_those_that_nobody_misses((vocabulary, rule) in small::one()) {
        for how in [Semantics::Kleene, Semantics::Exact] {
            let redundant = Analysis::new(&vocabulary).redundant(&rule, how).unwrap();
            let named: Vec<ClauseId> = redundant.into_iter().map(|redundant| redundant.clause).collect();
            let explained: Vec<_> = everybody(&vocabulary, how).iter().map(|person| rule.explain(person)).collect();
            let mut clauses = Vec::new();
            in_lists(explained[0].root(), &named, &mut clauses);
            for clause in &clauses {
                let idle = explained.iter().all(|e| without(e.root(), clause) == e.verdict());
                if is_plain(&rule) {
                    prop_assert_eq!(named.contains(clause), idle, "{}", clause);
                } else {
                    prop_assert!(!named.contains(clause) || idle, "{}", clause);
                }
            }
        }
    }

    /// Of types with endless values, too: nobody who is tried contradicts a yes, and no witness is wrong.
    #[test]
    fn r6_nobody_contradicts_an_answer((vocabulary, a, facts) in strategies::case(), turn in any::<bool>()) {
        let b = if turn { a.clone() } else { other(&a, &vocabulary) };
        for (answer, holds) in asked(Analysis::new(&vocabulary), &a, &b, Semantics::Kleene) {
            match &answer {
                Answer::Yes => prop_assert!(holds(a.verdict(&facts), b.verdict(&facts))),
                Answer::No(witness) => {
                    prop_assert!(!holds(a.verdict(&witness.facts), b.verdict(&witness.facts)));
                }
                Answer::Possibly(_) | Answer::Inconclusive(_) => {}
            }
        }
    }
}

fn other(rule: &RuleSet, vocabulary: &Vocabulary) -> RuleSet {
    let json = serde_json::to_value(rule.definition()).unwrap();
    let mut fields = json.as_object().unwrap().clone();
    let head: Vec<_> =
        ["id", "version"].into_iter().map(|name| (name, fields.remove(name).unwrap())).collect();
    fields.remove("title");
    fields.remove("confidential");
    let mut other = serde_json::json!({ "not": { "all": [fields] } });
    for (name, value) in head {
        other[name] = value;
    }
    RuleSet::read(&other, vocabulary).unwrap()
}

#[test]
fn an_overlap_shows_somebody_who_is_in_both_groups() {
    let vocabulary: Vocabulary = toml::from_str(
        r#"facts = [
            { key = "applicant.position", type = "symbol", label = { en = "p" } },
            { key = "applicant.years", type = "integer", min = 0, label = { en = "y" } },
        ]"#,
    )
    .unwrap();
    let heads = small::read(
        "id = \"heads\"\nversion = 1\nfact = \"applicant.position\"\none_of = [\"mayor\", \"governor\"]",
        &vocabulary,
    );
    let seniors =
        small::read("id = \"seniors\"\nversion = 1\nfact = \"applicant.years\"\nat_least = 10", &vocabulary);
    let answer = Analysis::new(&vocabulary).disjoint(&heads, &seniors, Semantics::Exact);
    let Answer::No(witness) = answer else { panic!("they overlap") };
    let both: &Facts = &witness.facts;
    assert!(heads.verdict(both).is_met() && seniors.verdict(both).is_met());
}
