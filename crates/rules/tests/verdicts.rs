//! R1, R2, R3 and R11 over whole rule sets, against the naive interpreter.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod naive;
#[path = "naive/assumed.rs"]
mod taken;

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeSet;

use chrono::NaiveDate;
use guildhall_rules::{
    Clause, Codes, Comparison, Definition, Fact, FactKey, FactSource, Facts, Finding, Record, Records,
    RuleSet, Verdict, Vocabulary, strategies,
};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value as Json;

/// A case and a second state of its facts in which something may have been learnt: what was missing or
/// contested may be anything, a set may have grown or be complete, what was settled stays.
fn learning() -> impl Strategy<Value = (RuleSet, Facts, Facts)> {
    strategies::case().prop_flat_map(|(vocabulary, rule, facts)| {
        let after: Vec<_> = vocabulary
            .iter()
            .map(|declaration| {
                let before = facts.get(declaration.key().as_str()).cloned().unwrap_or_default();
                let assumed = taken::assumed(rule.definition()).contains(declaration.key().as_str());
                let fresh = strategies::fact(declaration.kind());
                // Where the rule says what a missing fact is taken for, learning it may turn everything.
                let fresh = if assumed { Just(before.clone()).boxed() } else { fresh.boxed() };
                let key = declaration.key().clone();
                (Just(before), fresh, any::<bool>())
                    .prop_map(move |(before, fresh, all)| (key.clone(), learnt(before, fresh, all)))
            })
            .collect();
        (Just(rule), Just(facts), after.prop_map(Facts::from_iter))
    })
}

fn learnt(before: Fact, fresh: Fact, all: bool) -> Fact {
    use guildhall_rules::Value::{Records as Listed, Set};
    match (&before, &fresh) {
        (Fact::Missing | Fact::Contested { .. }, _) => fresh,
        (Fact::Known { value: Set(had), .. }, Fact::Known { value: Set(more), .. }) if !had.is_complete() => {
            let codes = had.iter().chain(more.iter()).cloned();
            Fact::known(if all { Codes::complete(codes) } else { Codes::so_far(codes) })
        }
        (Fact::Known { value: Listed(had), .. }, Fact::Known { value: Listed(more), .. }) => {
            // What a record lacked may be filled in; others may follow where there may be more.
            let mut more = more.iter();
            let fill = |record: &Record, with: Option<&Record>| {
                let added = with.into_iter().flat_map(Record::iter);
                let added = added.filter(|(name, _)| record.get(name.as_str()).is_none());
                Record::new(record.iter().chain(added).map(|(name, value)| (name.clone(), value.clone())))
            };
            let mut records: Vec<Record> = had.iter().map(|record| fill(record, more.next())).collect();
            if had.is_complete() {
                return Fact::known(Records::complete(records));
            }
            records.extend(more.cloned());
            Fact::known(if all { Records::complete(records) } else { Records::so_far(records) })
        }
        _ => before,
    }
}

fn over(clause: Clause, vocabulary: &Vocabulary) -> RuleSet {
    let definition = Definition::new("law".parse().unwrap(), 1.try_into().unwrap(), clause);
    RuleSet::new(definition, vocabulary).unwrap()
}

/// Two clauses and facts over one vocabulary.
fn two() -> impl Strategy<Value = (Vocabulary, Clause, Clause, Facts)> {
    strategies::vocabulary().prop_flat_map(|v| {
        (Just(v.clone()), strategies::clause(&v), strategies::clause(&v), strategies::facts(&v))
    })
}

/// The same rule with the operands of every clause, and the values of every list, turned round by
/// turns taken from `turns`.
fn turned(json: &Json, turns: &[Index], nth: &mut usize) -> Json {
    match json {
        Json::Array(items) => {
            let mut items: Vec<Json> = items.iter().map(|item| turned(item, turns, nth)).collect();
            let turn = turns[*nth % turns.len()].index(items.len().max(1));
            *nth += 1;
            items.rotate_left(turn);
            if nth.is_multiple_of(2) {
                items.reverse();
            }
            Json::Array(items)
        }
        Json::Object(fields) => {
            // The ends of a range are no operands: they stand in order.
            let turn = |(name, json): (&String, &Json)| match name.as_str() {
                "between" => (name.clone(), json.clone()),
                _ => (name.clone(), turned(json, turns, nth)),
            };
            Json::Object(fields.iter().map(turn).collect())
        }
        other => other.clone(),
    }
}

/// What carries the verdict, without the ids that follow the order.
fn carriers(finding: &Finding, into: &mut BTreeSet<String>) {
    if let Some(asked) = finding.asked().filter(|_| finding.is_relevant()) {
        let comparison: &Comparison = asked.comparison();
        into.insert(format!("{} {comparison:?} {:?}", asked.fact(), finding.verdict()));
    }
    finding.children().iter().for_each(|child| carriers(child, into));
}

struct Listening<'f>(&'f Facts, RefCell<BTreeSet<FactKey>>);
impl FactSource for Listening<'_> {
    fn fact(&self, key: &FactKey) -> Cow<'_, Fact> {
        self.1.borrow_mut().insert(key.clone());
        self.0.fact(key)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn r1_verdict_is_the_naive_interpreters((vocabulary, rule, facts) in strategies::case()) {
        prop_assert_eq!(naive::as_option(rule.verdict(&facts)), naive::verdict(&vocabulary, &rule, &facts));
    }

    #[test]
    fn r2_learning_never_flips((rule, before, after) in learning()) {
        let known = rule.verdict(&before);
        if !known.is_undetermined() {
            prop_assert_eq!(rule.verdict(&after), known);
        }
    }

    #[test]
    fn r3_de_morgan_and_double_negation((vocabulary, a, b, facts) in two()) {
        let verdict = |clause: Clause| over(clause, &vocabulary).verdict(&facts);
        let (a, b) = (unnamed(&a), unnamed(&b));
        prop_assert_eq!(
            verdict(Clause::not(Clause::all([a.clone(), b.clone()]))),
            verdict(Clause::any([Clause::not(a.clone()), Clause::not(b.clone())]))
        );
        prop_assert_eq!(
            verdict(Clause::not(Clause::any([a.clone(), b.clone()]))),
            verdict(Clause::all([Clause::not(a.clone()), Clause::not(b)]))
        );
        prop_assert_eq!(verdict(Clause::not(Clause::not(a.clone()))), verdict(a));
    }

    #[test]
    fn r11_order_never_matters(
        (vocabulary, rule, facts) in strategies::case(),
        turns in prop::collection::vec(any::<Index>(), 1..8),
    ) {
        let other = turned(&naive::written(rule.definition()), &turns, &mut 0);
        let other = RuleSet::read(&other, &vocabulary).unwrap();
        prop_assert_eq!(other.verdict(&facts), rule.verdict(&facts));
        let (mut here, mut there) = (BTreeSet::new(), BTreeSet::new());
        carriers(rule.explain(&facts).root(), &mut here);
        carriers(other.explain(&facts).root(), &mut there);
        prop_assert_eq!(here, there);
    }

    #[test]
    fn only_declared_facts_are_asked((_, rule, facts) in strategies::case()) {
        let listening = Listening(&facts, RefCell::default());
        rule.verdict(&listening);
        let declared: BTreeSet<FactKey> = rule.facts().into_iter().cloned().collect();
        prop_assert!(listening.1.borrow().is_subset(&declared));
        listening.1.borrow_mut().clear();
        rule.explain(&listening);
        prop_assert_eq!(&*listening.1.borrow(), &declared);
    }
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

#[test]
fn a_value_of_another_type_decides_nothing() {
    let (vocabulary, key) = one("type = \"integer\"");
    for comparison in ["at_least = 3", "is = 3", "one_of = [3]"] {
        let rule = read(&format!("id = \"r\"\nversion = 1\nfact = \"case.fact\"\n{comparison}"), &vocabulary);
        assert_eq!(
            rule.verdict(&Facts::default().with(key.clone(), Fact::known(true))),
            Verdict::Undetermined
        );
        assert_eq!(rule.verdict(&Facts::default().with(key.clone(), Fact::known(3))), Verdict::Met);
    }
}

#[test]
fn bounds_hold_at_their_exact_edges() {
    let verdicts = |kind: &str, comparison: &str, facts: [Fact; 3]| {
        let (vocabulary, key) = one(kind);
        let rule = read(&format!("id = \"r\"\nversion = 1\nfact = \"case.fact\"\n{comparison}"), &vocabulary);
        facts.map(|fact| rule.verdict(&Facts::default().with(key.clone(), fact)).is_met())
    };
    let numbers = || [479, 480, 481].map(Fact::known);
    assert_eq!(verdicts("type = \"integer\"", "at_least = 480", numbers()), [false, true, true]);
    assert_eq!(verdicts("type = \"integer\"", "at_most = 480", numbers()), [true, true, false]);
    let shares =
        || ["0.79", "0.8", "0.81"].map(|text| Fact::known(text.parse::<guildhall_rules::Decimal>().unwrap()));
    assert_eq!(verdicts("type = \"decimal\"", "at_least = \"0.80\"", shares()), [false, true, true]);
    assert_eq!(verdicts("type = \"decimal\"", "is = \"0.80\"", shares()), [false, true, false]);
    let days = || {
        ["2019-04-29", "2019-04-30", "2019-05-01"].map(|text| Fact::known(text.parse::<NaiveDate>().unwrap()))
    };
    assert_eq!(verdicts("type = \"date\"", "before = \"2019-04-30\"", days()), [true, false, false]);
    assert_eq!(verdicts("type = \"date\"", "on_or_after = \"2019-04-30\"", days()), [false, true, true]);
}

#[test]
fn the_second_source_is_asked_for_what_the_first_is_missing() {
    let (vocabulary, key) = one("type = \"boolean\"");
    let rule = read("id = \"r\"\nversion = 1\nfact = \"case.fact\"\nis = true", &vocabulary);
    let says = |value: bool| Facts::default().with(key.clone(), Fact::known(value));
    assert_eq!(rule.verdict(&(Facts::default(), says(true))), Verdict::Met);
    assert_eq!(rule.verdict(&(says(false), says(true))), Verdict::Unmet);
}

fn one(kind: &str) -> (Vocabulary, FactKey) {
    let text = format!("[[facts]]\nkey = \"case.fact\"\nlabel = {{ en = \"fact\" }}\n{kind}");
    (toml::from_str(&text).unwrap(), "case.fact".parse().unwrap())
}

fn read(text: &str, vocabulary: &Vocabulary) -> RuleSet {
    RuleSet::new(toml::from_str(text).unwrap(), vocabulary).unwrap()
}
