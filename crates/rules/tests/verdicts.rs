//! R1, R2, R3 and R11 over whole rule sets, against the naive interpreter.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod naive;

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeSet;

use chrono::NaiveDate;
use guildhall_rules::{
    Clause, Codes, Comparison, Definition, Fact, FactKey, FactSource, Facts, Finding, Record, Records,
    RuleSet, Value, Verdict, Vocabulary, strategies,
};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value as Json, json};

/// A case and a second state of its facts in which something may have been learnt: what was missing or
/// contested may be anything, a set may have grown or be complete, what was settled stays. What the verdict
/// took missing facts for stands: those are not learnt.
fn learning() -> impl Strategy<Value = (RuleSet, Facts, Facts)> {
    strategies::case().prop_flat_map(|(vocabulary, rule, facts)| {
        let explanation = rule.explain(&facts);
        let assumed: BTreeSet<&FactKey> = explanation.assumed().into_iter().map(|(key, _)| key).collect();
        let after: Vec<_> = vocabulary
            .iter()
            .map(|declaration| {
                let before = facts.get(declaration.key().as_str()).cloned().unwrap_or_default();
                let fresh = match assumed.contains(declaration.key()) {
                    true => Just(before.clone()).boxed(),
                    false => strategies::fact(declaration.kind()).boxed(),
                };
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
    fn r2_learning_never_flips_but_what_was_assumed((rule, before, after) in learning()) {
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

/// The counterexamples of `docs/decisions/0011-what-a-missing-fact-is-taken-for.md`.
#[test]
fn r2_r4_a_default_is_reported_and_can_be_overturned() {
    let declared =
        ["case.a", "case.b"].map(|key| json!({ "key": key, "type": "boolean", "label": { "en": key } }));
    let vocabulary: Vocabulary = serde_json::from_value(json!({ "facts": declared })).unwrap();
    let a: FactKey = "case.a".parse().unwrap();
    let (nothing, learnt) = (Facts::default(), Facts::default().with(a.clone(), Fact::known(true)));
    let verdicts = |clause: Json| {
        let rule = json!({ "id": "r", "version": 1, "any": [clause] });
        let rule = RuleSet::read(&rule, &vocabulary).unwrap();
        let explanation = rule.explain(&nothing);
        assert_eq!(explanation.assumed(), [(&a, &Value::Boolean(false))]);
        assert!(rule.explain(&learnt).assumed().is_empty());
        let cited: Vec<String> = explanation.missing().into_iter().map(ToString::to_string).collect();
        (explanation.verdict(), cited, rule.verdict(&learnt))
    };
    let default = json!({ "fact": "case.a", "is": true, "if_missing": false });
    assert_eq!(verdicts(default.clone()), (Verdict::Unmet, vec![], Verdict::Met));
    let b = json!({ "fact": "case.b", "is": true });
    let either = json!({ "any": [default, b] });
    assert_eq!(verdicts(either), (Verdict::Undetermined, vec!["case.b".to_owned()], Verdict::Met));
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

/// Of a moment that does not apply nothing holds, so no record matches; whether that was known from the
/// beginning changes nothing about records that could not match anyway.
#[test]
fn r2_a_sum_of_none_stays_when_a_moment_turns_out_not_to_apply() {
    let vocabulary: Vocabulary = toml::from_str(
        r#"
        [[facts]]
        key = "case.courses"
        type = "records"
        label = { en = "courses" }
        fields = [
            { key = "day", type = "date", label = { en = "day" } },
            { key = "hours", type = "integer", label = { en = "hours" } },
        ]

        [[facts]]
        key = "case.begins"
        type = "date"
        label = { en = "beginning" }
        "#,
    )
    .unwrap();
    let sums = |bound: &str| {
        let rule = r#"id = "r"
            version = 1
            fact = "case.courses"
            sum = "hours"
            where = { day = { before = "case.begins" } }"#;
        read(&format!("{rule}\n{bound}"), &vocabulary)
    };
    let [courses, begins] = ["case.courses", "case.begins"].map(|key| key.parse::<FactKey>().unwrap());
    let none = Facts::default().with(courses.clone(), Fact::known(Records::complete([])));
    let open = Facts::default().with(courses, Fact::known(Records::so_far([Record::default()])));
    for (bound, met) in [("at_most = 0", true), ("at_least = 1", false), ("between = [-1, 1]", true)] {
        let rule = sums(bound);
        assert_eq!(rule.verdict(&none).is_met(), met, "{bound}");
        assert_eq!(rule.verdict(&open), Verdict::Undetermined, "{bound}");
        for facts in [&none, &open] {
            let after = facts.clone().with(begins.clone(), Fact::not_applicable());
            assert_eq!(rule.verdict(&after), Verdict::from(met), "{bound}");
        }
        let nowhere = Facts::default().with(begins.clone(), Fact::not_applicable());
        assert_eq!(rule.verdict(&nowhere) == Verdict::Undetermined, met, "{bound}");
    }
}
