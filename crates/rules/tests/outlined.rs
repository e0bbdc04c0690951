//! Named rules and predicates over random rules: parts of a rule are taken out of it, each into a rule set of
//! its own or a predicate in Rust, and put back by name. The rule as it was, and the naive interpreter on it,
//! are the reference (R1, R2, R4 to R11).

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod naive;

use std::collections::BTreeSet;
use std::num::NonZeroU32;
use std::sync::Arc;

use guildhall_conformance::laws::Described;
use guildhall_rules::analysis::{Analysis, Answer, Semantics};
use guildhall_rules::{
    Clause, Declared, Definition, Explanation, Fact, FactKey, Facts, Predicate, PredicateName, RuleSet,
    Terms, Verdict, Vocabulary, strategies,
};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value as Json, json};

/// A predicate that asks what a clause would.
struct Asks {
    name: PredicateName,
    reads: Vec<FactKey>,
    rule: RuleSet,
}
impl Predicate for Asks {
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
        self.rule.verdict(facts)
    }
}

/// What a part of a rule becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Stays,
    Rule,
    Predicate,
}

fn turns(most: Turn) -> impl Strategy<Value = Vec<Turn>> {
    let turn = prop_oneof![Just(Turn::Stays), Just(Turn::Rule), Just(most)];
    prop::collection::vec(turn, 1..8)
}

struct Outline<'v> {
    vocabulary: &'v Vocabulary,
    turns: Vec<Turn>,
    nth: usize,
    rules: Vec<Definition>,
    predicates: Vec<Arc<Asks>>,
}

impl Outline<'_> {
    /// What stands below a clause, taken out by turns.
    fn below(&mut self, json: &Json) -> Json {
        let Json::Object(fields) = json else { return json.clone() };
        let each = fields.iter().map(|(name, json)| {
            let json = match (name.as_str(), json) {
                ("all" | "any" | "of", Json::Array(of)) => of.iter().map(|json| self.clause(json)).collect(),
                ("not", json) => self.clause(json),
                _ => json.clone(),
            };
            (name.clone(), json)
        });
        Json::Object(each.collect())
    }

    fn clause(&mut self, json: &Json) -> Json {
        let clause = self.below(json);
        let turn = *self.turns.get(self.nth % self.turns.len()).unwrap();
        self.nth += 1;
        // A predicate that took a missing fact for something would break its own contract.
        let can = json.get("fact").is_some() && json.get("if_missing").is_none();
        let name = format!("part-{}", self.nth);
        let mut part = clause.clone();
        let fields = part.as_object_mut().unwrap();
        let label = fields.remove("label");
        fields.remove("id");
        fields.insert("id".to_owned(), name.clone().into());
        fields.insert("version".to_owned(), 1.into());
        let mut named = match turn {
            Turn::Stays => return clause,
            Turn::Predicate if can => {
                let rule = RuleSet::read(&part, self.vocabulary).unwrap();
                let reads = rule.facts().into_iter().cloned().collect();
                self.predicates.push(Arc::new(Asks { name: name.parse().unwrap(), reads, rule }));
                json!({ "predicate": name })
            }
            Turn::Rule | Turn::Predicate => {
                self.rules.push(Definition::read(&part).unwrap());
                json!({ "rule": name })
            }
        };
        if let Some(label) = label {
            named.as_object_mut().unwrap().insert("label".to_owned(), label);
        }
        named
    }
}

/// A rule, and the same with parts of it named.
#[derive(Clone, Debug)]
struct Case {
    vocabulary: Vocabulary,
    whole: RuleSet,
    outlined: RuleSet,
    facts: Facts,
    /// Whether predicates stand in it.
    rust: bool,
    terms: Terms,
}

fn outlined(vocabulary: Vocabulary, whole: RuleSet, facts: Facts, turns: Vec<Turn>) -> Case {
    let mut outline =
        Outline { vocabulary: &vocabulary, turns, nth: 0, rules: Vec::new(), predicates: Vec::new() };
    let json = outline.below(&naive::written(whole.definition()));
    let Outline { rules, predicates, .. } = outline;
    let rust = !predicates.is_empty();
    let terms = predicates
        .into_iter()
        .fold(Terms::new(vocabulary.clone()), |terms, predicate| terms.with_predicate(predicate).unwrap());
    let terms = terms.with_rules(rules).unwrap();
    let outlined = terms.read(&json).unwrap();
    Case { vocabulary, whole, outlined, facts, rust, terms }
}

fn case(most: Turn) -> impl Strategy<Value = Case> {
    (strategies::case(), turns(most))
        .prop_map(|((vocabulary, rule, facts), turns)| outlined(vocabulary, rule, facts, turns))
}

/// The same with every list of clauses turned round.
fn turned(json: &Json, turns: &[Index], nth: &mut usize) -> Json {
    let Json::Object(fields) = json else { return json.clone() };
    let each = fields.iter().map(|(name, json)| {
        let json = match (name.as_str(), json) {
            ("all" | "any" | "of", Json::Array(of)) => {
                let mut of: Vec<Json> = of.iter().map(|json| turned(json, turns, nth)).collect();
                let turn = turns.get(*nth % turns.len()).unwrap().index(of.len());
                of.rotate_left(turn);
                *nth += 1;
                Json::Array(of)
            }
            ("not", json) => turned(json, turns, nth),
            _ => json.clone(),
        };
        (name.clone(), json)
    });
    Json::Object(each.collect())
}

fn keys<'k>(keys: impl IntoIterator<Item = &'k FactKey>) -> BTreeSet<FactKey> {
    keys.into_iter().cloned().collect()
}

fn is_missing(facts: &Facts, key: &FactKey) -> bool {
    facts.get(key.as_str()).is_none_or(Fact::is_missing)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn r1_r8_what_names_others_says_what_it_would_say_written_out(case in case(Turn::Predicate)) {
        let verdict = case.outlined.verdict(&case.facts);
        prop_assert_eq!(naive::as_option(verdict), naive::verdict(&case.vocabulary, &case.whole, &case.facts));
        let program = case.outlined.compile();
        let (mut row, mut marks) = (program.row(), program.marks());
        row.fill(&program, &case.facts);
        prop_assert_eq!(program.verdict(&row), verdict);
        prop_assert_eq!(program.mark(&row, &mut marks), verdict);
        let (_, root) = (program.clauses().next().unwrap(), marks.verdict(0));
        prop_assert_eq!(root, verdict);
    }

    #[test]
    fn r2_learning_never_flips_what_names_others(
        (case, after) in case(Turn::Predicate)
            .prop_flat_map(|case| (Just(case.clone()), strategies::facts(&case.vocabulary))),
    ) {
        let explanation = case.outlined.explain(&case.facts);
        let assumed = keys(explanation.assumed().into_iter().map(|(key, _)| key));
        let fresh = after.iter().filter(|(key, _)| is_missing(&case.facts, key) && !assumed.contains(*key));
        let learnt = fresh.fold(case.facts.clone(), |facts, (key, fact)| facts.with(key.clone(), fact.clone()));
        if !explanation.verdict().is_undetermined() {
            prop_assert_eq!(case.outlined.verdict(&learnt), explanation.verdict());
        }
    }

    #[test]
    fn r4_what_names_others_cites_what_it_would_cite_written_out(case in case(Turn::Predicate)) {
        let (whole, explanation) = (case.whole.explain(&case.facts), case.outlined.explain(&case.facts));
        let verdict = whole.verdict();
        prop_assert_eq!(explanation.verdict(), verdict);
        prop_assert_eq!(&case.outlined.explain(&explanation.facts()), &explanation);
        prop_assert!(!explanation.reasons().is_empty());
        prop_assert_eq!(explanation.assumed(), whole.assumed());
        if case.rust {
            // Which of the facts it was asked for it lacks, a predicate cannot say.
            prop_assert!(explanation.missing().is_superset(&whole.missing()));
        } else {
            prop_assert_eq!(explanation.missing(), whole.missing());
            prop_assert_eq!(explanation.cited(), whole.cited());
        }
        if !verdict.is_undetermined() {
            prop_assert!(explanation.missing().is_empty());
            prop_assert_eq!(case.outlined.verdict(&explanation.cited()), verdict);
        }
        let json = serde_json::to_value(&explanation).unwrap();
        prop_assert_eq!(serde_json::from_value::<Explanation>(json).unwrap(), explanation);
    }

    #[test]
    fn r11_order_never_matters_to_what_names_others(
        case in case(Turn::Predicate),
        turns in prop::collection::vec(any::<Index>(), 1..8),
    ) {
        let other = turned(&naive::written(case.outlined.definition()), &turns, &mut 0);
        let other = case.terms.read(&other).unwrap();
        prop_assert_eq!(other.verdict(&case.facts), case.outlined.verdict(&case.facts));
        let (here, there) = (case.outlined.explain(&case.facts), other.explain(&case.facts));
        prop_assert_eq!(there.missing(), here.missing());
    }

    #[test]
    fn r9_what_names_others_passes_its_schema_and_names_its_faults(case in case(Turn::Predicate)) {
        let json = naive::written(case.outlined.definition());
        prop_assert!(DEFINITION.accepts(&json));
        prop_assert_eq!(&Definition::read(&json).unwrap(), case.outlined.definition());
        // Without what it names, every name is a fault.
        let mut names = Vec::new();
        named(&json, "", &mut names);
        match RuleSet::read(&json, &case.vocabulary) {
            Ok(_) => prop_assert!(names.is_empty()),
            Err(faults) => {
                let paths: Vec<&str> = faults.iter().map(|fault| fault.path()).collect();
                prop_assert_eq!(paths, names);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Named rules hide nothing from the analysis.
    #[test]
    fn r6_r7_r10_a_named_rule_is_analysed_as_its_clause(case in case(Turn::Rule)) {
        let analysis = Analysis::new(&case.vocabulary);
        prop_assert_eq!(analysis.exact(&case.outlined, &case.facts), analysis.exact(&case.whole, &case.facts));
        for how in [Semantics::Kleene, Semantics::Exact] {
            prop_assert_eq!(analysis.equivalent(&case.whole, &case.outlined, how), Answer::Yes);
            let diff = analysis.diff(&case.whole, &case.outlined, how).unwrap();
            prop_assert!(diff.classes.is_empty());
            prop_assert_eq!(
                analysis.changes(&case.outlined, &case.facts, how),
                analysis.changes(&case.whole, &case.facts, how)
            );
        }
    }

    /// What rests on what a predicate may say, says so; what does not, is as it would be written out.
    #[test]
    fn r5_r6_r7_r10_a_predicate_is_assumed_and_never_contradicted(case in case(Turn::Predicate)) {
        let analysis = Analysis::new(&case.vocabulary);
        let exact = analysis.exact(&case.outlined, &case.facts).unwrap();
        let known = analysis.exact(&case.whole, &case.facts).unwrap();
        prop_assert!(exact.is_undetermined() || exact == known);
        let kleene = case.outlined.verdict(&case.facts);
        prop_assert!(kleene.is_undetermined() || exact == kleene);
        for how in [Semantics::Kleene, Semantics::Exact] {
            prop_assert!(!matches!(analysis.equivalent(&case.whole, &case.outlined, how), Answer::No(_)));
            for (outlined, whole) in [
                (analysis.unsatisfiable(&case.outlined, how), analysis.unsatisfiable(&case.whole, how)),
                (analysis.always_met(&case.outlined, how), analysis.always_met(&case.whole, how)),
            ] {
                prop_assert!(!outlined.is_yes() || !matches!(whole, Answer::No(_)));
                prop_assert!(!whole.is_yes() || !matches!(outlined, Answer::No(_)));
            }
            let diff = analysis.diff(&case.whole, &case.outlined, how).unwrap();
            prop_assert!(diff.classes.iter().all(|class| !class.witness.is_real()));
        }
        for set in analysis.changes(&case.outlined, &case.facts, Semantics::Kleene).unwrap().sets {
            for option in set.options {
                prop_assert!(case.whole.verdict(&(option.example, case.facts.clone())).is_met());
            }
        }
        let why = analysis.sufficient(&case.outlined, &case.facts, Semantics::Kleene).unwrap();
        if let Some(why) = why {
            prop_assert_eq!(case.whole.verdict(&why.facts), why.verdict);
        }
    }
}

static DEFINITION: std::sync::LazyLock<Described> =
    std::sync::LazyLock::new(|| Described::by::<Definition>().unwrap());

/// The path of every name of a rule or a predicate.
fn named(json: &Json, path: &str, into: &mut Vec<String>) {
    let at = |field: &str| if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") };
    for (field, json) in json.as_object().unwrap() {
        match (field.as_str(), json) {
            ("rule" | "predicate", _) => into.push(at(field)),
            ("all" | "any" | "of", Json::Array(of)) => {
                of.iter()
                    .enumerate()
                    .for_each(|(nth, json)| named(json, &format!("{}[{nth}]", at(field)), into));
            }
            ("not", json) => named(json, &at("not"), into),
            _ => {}
        }
    }
}

/// What is taken out of a clause by hand.
#[test]
fn a_clause_is_taken_out_of_its_rule() {
    let vocabulary: Vocabulary =
        toml::from_str(r#"facts = [{ key = "case.a", type = "boolean", label = { en = "a" } }]"#).unwrap();
    let is = Clause::fact("case.a".parse().unwrap(), guildhall_rules::Operator::Is, true);
    let whole = Clause::all([Clause::not(is.clone()), is]);
    let whole = Definition::new("whole".parse().unwrap(), NonZeroU32::MIN, whole);
    let whole = RuleSet::new(whole, &vocabulary).unwrap();
    let case = outlined(vocabulary, whole, Facts::default(), vec![Turn::Rule, Turn::Rule, Turn::Predicate]);
    assert_eq!(
        naive::written(case.outlined.definition()),
        json!({ "id": "whole", "version": 1, "all": [{ "rule": "part-2" }, { "predicate": "part-3" }] })
    );
    assert_eq!(case.outlined.referred().count(), 2);
}
