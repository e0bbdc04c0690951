//! Strategies that make vocabularies, rule sets and facts that fit together.
//!
//! [`case`] makes all three; [`rule_ref`] and [`explanation`] are what other crates put into their
//! events.

#![expect(
    clippy::expect_used,
    reason = "the names and lists are made to be sound; a strategy fails by panicking"
)]

mod questions;

use chrono::{Days, NaiveDate, TimeDelta};
use guildhall_kernel::chrono_tz::Europe::Berlin;
use guildhall_kernel::{Language, LocalisedText, Time};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use rust_decimal::Decimal;

use crate::{
    Bounds, Clause, ClauseId, CodeList, Codes, Declaration, Definition, Evidence, Explanation, Fact, FactKey,
    FactType, Facts, Literal, Period, Record, RecordType, Records, RuleHash, RuleId, RuleRef, RuleSet,
    Symbol, Value, Vocabulary,
};

/// How the codes of closed lists are spelt. Few, so that rules and facts often speak of the same.
const CODES: [&str; 4] = ["mayor", "deputy", "secretary", "treasurer"];

/// A code that no closed list has.
const STRANGER: &str = "beekeeper";

/// A reference to a rule set.
pub fn rule_ref() -> impl Strategy<Value = RuleRef> {
    (rule_id(), 1u32..5, any::<[u8; 32]>()).prop_map(|(id, version, hash)| {
        RuleRef::new(id, version.try_into().expect("from 1"), RuleHash::new(hash))
    })
}

/// The explanation of some rule set's verdict on some facts.
pub fn explanation() -> impl Strategy<Value = Explanation> {
    case().prop_map(|(_, rule, facts)| rule.explain(&facts))
}

/// A vocabulary, a rule set that fits it, and facts that fit it.
pub fn case() -> impl Strategy<Value = (Vocabulary, RuleSet, Facts)> {
    vocabulary().prop_flat_map(|vocabulary| {
        (rule_set(&vocabulary), facts(&vocabulary))
            .prop_map(move |(rule, facts)| (vocabulary.clone(), rule, facts))
    })
}

/// A vocabulary of one to six facts.
pub fn vocabulary() -> impl Strategy<Value = Vocabulary> {
    vec((fact_type(), option::of(1u32..9)), 1..=6).prop_map(|facts| {
        Vocabulary::new(facts.into_iter().enumerate().map(|(nth, (kind, cost))| {
            let key = FactKey::new(format!("case.fact{nth}")).expect("a key");
            let declaration = Declaration::new(key, kind, text("fact"));
            cost.into_iter().fold(declaration, Declaration::changeable)
        }))
        .expect("numbered keys differ")
    })
}

/// A rule set that fits the vocabulary.
pub fn rule_set(vocabulary: &Vocabulary) -> impl Strategy<Value = RuleSet> + use<> {
    let fits = vocabulary.clone();
    definition(vocabulary).prop_map(move |definition| RuleSet::new(definition, &fits).expect("made to fit"))
}

/// A definition that fits the vocabulary; some clauses bear an id and a label.
///
/// # Panics
/// If the vocabulary is empty: there is no rule without a fact.
pub fn definition(vocabulary: &Vocabulary) -> impl Strategy<Value = Definition> + use<> {
    (rule_id(), 1u32..5, clause(vocabulary), any::<bool>()).prop_map(|(id, version, clause, titled)| {
        let definition = Definition::new(id, version.try_into().expect("from 1"), numbered(clause, &mut 0));
        if titled { definition.titled(text("title")) } else { definition }
    })
}

/// A clause over the facts of the vocabulary, at most four deep.
///
/// # Panics
/// If the vocabulary is empty: there is no rule without a fact.
pub fn clause(vocabulary: &Vocabulary) -> impl Strategy<Value = Clause> + use<> {
    questions::any_of(vocabulary).prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 1..=4).prop_map(Clause::all),
            vec(inner.clone(), 1..=4).prop_map(Clause::any),
            inner.clone().prop_map(Clause::not),
            (vec(inner, 1..=4), any::<Index>()).prop_map(|(of, n)| {
                let n = n.index(of.len()) + 1;
                Clause::at_least(u32::try_from(n).expect("at most four"), of)
            }),
        ]
    })
}

/// Facts for some or all keys of the vocabulary, each fitting its declaration.
pub fn facts(vocabulary: &Vocabulary) -> impl Strategy<Value = Facts> + use<> {
    let each: Vec<_> =
        vocabulary.iter().map(|d| (Just(d.key().clone()), option::of(fact(d.kind())))).collect();
    each.prop_map(|facts| facts.into_iter().filter_map(|(key, fact)| Some((key, fact?))).collect())
}

/// A fact of this type: known, missing, not applicable or contested.
pub fn fact(kind: &FactType) -> impl Strategy<Value = Fact> + use<> {
    prop_oneof![
        6 => (value(kind), option::of(evidence())).prop_map(|(value, evidence)| Fact::Known { value, evidence }),
        2 => Just(Fact::Missing),
        1 => option::of(evidence()).prop_map(|evidence| Fact::NotApplicable { evidence }),
        1 => vec(evidence(), 0..3).prop_map(Fact::contested),
    ]
}

/// A value of this type, within its list or bounds.
pub fn value(kind: &FactType) -> BoxedStrategy<Value> {
    match kind {
        FactType::Boolean => any::<bool>().prop_map(Value::Boolean).boxed(),
        FactType::Symbol(list) => code(list.as_ref()).prop_map(Value::Symbol).boxed(),
        FactType::Set(list) => (btree_set(code(list.as_ref()), 0..4), any::<bool>())
            .prop_map(|(codes, all)| {
                Value::Set(if all { Codes::complete(codes) } else { Codes::so_far(codes) })
            })
            .boxed(),
        FactType::Integer(bounds) => (bounds.min().copied().unwrap_or(-20)
            ..=bounds.max().copied().unwrap_or(20))
            .prop_map(Value::Integer)
            .boxed(),
        FactType::Decimal(_) => {
            (0i64..=8).prop_map(|quarters| Value::Decimal(Decimal::new(quarters * 25, 2))).boxed()
        }
        FactType::Date(_) => (0u64..8).prop_map(|offset| Value::Date(day(offset))).boxed(),
        FactType::Instant(_) => (0i64..40).prop_map(|hours| Value::Instant(instant(hours * 5))).boxed(),
        FactType::Period => period().prop_map(Value::Period).boxed(),
        FactType::Records(kind) => (vec(record(kind), 0..4), any::<bool>())
            .prop_map(|(records, all)| {
                Value::Records(if all { Records::complete(records) } else { Records::so_far(records) })
            })
            .boxed(),
    }
}

/// A type with few values, so that rules and facts often meet.
pub fn fact_type() -> impl Strategy<Value = FactType> {
    prop_oneof![9 => single_type(), 2 => set_type(), 2 => record_type().prop_map(FactType::Records)]
}

fn set_type() -> impl Strategy<Value = FactType> {
    option::of(Just(CodeList::new(CODES.map(symbol)).expect("four codes"))).prop_map(FactType::Set)
}

/// The fields of a certificate or of days attended: a code, a validity, a day and a number.
fn record_type() -> impl Strategy<Value = RecordType> {
    let number = select(vec![
        FactType::Integer(Bounds::new(Some(0), Some(6)).expect("in order")),
        FactType::Integer(Bounds::ANY),
        FactType::Decimal(Bounds::new(Some(Decimal::ZERO), Some(Decimal::TWO)).expect("in order")),
    ]);
    (number, option::of(Just(Berlin))).prop_map(|(number, zone)| {
        let kinds = [
            ("scheme", FactType::Symbol(None)),
            ("valid", FactType::Period),
            ("day", FactType::Date(Bounds::ANY)),
            ("noted", FactType::Instant(zone)),
            ("amount", number),
        ];
        let field = |(name, kind)| Declaration::new(FactKey::new(name).expect("a name"), kind, text("field"));
        RecordType::new(kinds.map(field)).expect("five fields")
    })
}

/// A type that a field of a record can have, too.
fn single_type() -> impl Strategy<Value = FactType> {
    let list = || option::of(Just(CodeList::new(CODES.map(symbol)).expect("four codes")));
    prop_oneof![
        3 => Just(FactType::Boolean),
        3 => list().prop_map(FactType::Symbol),
        1 => Just(FactType::Integer(Bounds::new(Some(0), Some(6)).expect("in order"))),
        1 => Just(FactType::Integer(Bounds::ANY)),
        1 => Just(FactType::Decimal(Bounds::new(Some(Decimal::ZERO), Some(Decimal::TWO)).expect("in order"))),
        3 => Just(FactType::Date(Bounds::ANY)),
        2 => option::of(Just(Berlin)).prop_map(FactType::Instant),
        2 => Just(FactType::Period),
    ]
}

fn literal(value: &Value) -> Literal {
    match value {
        Value::Boolean(value) => Literal::Boolean(*value),
        Value::Symbol(code) => code.into(),
        Value::Integer(number) => Literal::Integer(*number),
        Value::Decimal(number) => (*number).into(),
        Value::Date(day) => (*day).into(),
        Value::Instant(time) => (*time).into(),
        // These are compared by what they consist of, never as a whole.
        Value::Set(_) | Value::Period(_) | Value::Records(_) => Literal::Text("whole".to_owned()),
    }
}

/// Gives every third clause an id and every second a label, so that both ways are tried.
fn numbered(clause: Clause, count: &mut u32) -> Clause {
    *count += 1;
    let nth = *count;
    let clause = clause.map_children(&mut |child| numbered(child, count));
    let clause = if nth.is_multiple_of(3) {
        clause.with_id(ClauseId::new(format!("clause-{nth}")).expect("an id"))
    } else {
        clause
    };
    let clause = if nth.is_multiple_of(5) { clause.confidential() } else { clause };
    if nth.is_multiple_of(2) { clause.labelled(text("label")) } else { clause }
}

fn rule_id() -> impl Strategy<Value = RuleId> {
    select(vec!["town-centre-training", "service-courses", "reserve"])
        .prop_map(|id| RuleId::new(id).expect("an id"))
}

fn evidence() -> impl Strategy<Value = Evidence> {
    (1u32..4).prop_map(|nth| Evidence::new(format!("record:{nth}")).expect("a reference"))
}

fn code(list: Option<&CodeList>) -> impl Strategy<Value = Symbol> + use<> {
    let codes: Vec<Symbol> = match list {
        Some(list) => list.iter().cloned().collect(),
        None => CODES.into_iter().chain([STRANGER]).map(symbol).collect(),
    };
    select(codes)
}

fn symbol(code: &str) -> Symbol {
    Symbol::new(code).expect("a code")
}

fn day(offset: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2019, 1, 1)
        .and_then(|day| day.checked_add_days(Days::new(offset)))
        .expect("a day")
}

/// Hours that begin on either side of a midnight in Berlin and of the one in Greenwich.
fn instant(hours: i64) -> Time {
    day(0).and_hms_opt(0, 0, 0).expect("midnight").and_utc() + TimeDelta::hours(hours)
}

/// A period of few days, often with an open end.
fn period() -> impl Strategy<Value = Period> {
    (option::of(0u64..8), option::of(0u64..8)).prop_map(|(from, until)| {
        let (from, until) = match (from, until) {
            (Some(from), Some(until)) => (Some(from.min(until)), Some(from.max(until))),
            ends => ends,
        };
        Period::new(from.map(day), until.map(day)).expect("in order")
    })
}

/// A record that lacks a field now and then.
fn record(kind: &RecordType) -> impl Strategy<Value = Record> + use<> {
    let fields: Vec<_> = kind
        .iter()
        .map(|field| (Just(field.key().clone()), option::weighted(0.9, value(field.kind()))))
        .collect();
    fields.prop_map(|fields| Record::new(fields.into_iter().filter_map(|(name, value)| Some((name, value?)))))
}

fn text(text: &str) -> LocalisedText {
    let language: Language = "en".parse().expect("a language");
    LocalisedText::new([(language, text)]).expect("not blank")
}
