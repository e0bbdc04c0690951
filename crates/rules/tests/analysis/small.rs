//! Small worlds in which everybody can be counted, and the naive ways to do so.

use std::collections::{BTreeMap, BTreeSet};

use guildhall_rules::analysis::{Limit, Part, Semantics, Who};
use guildhall_rules::{
    Bounds, Clause, CodeList, Codes, Comparison, Decimal, Declaration, Definition, Fact, FactKey, FactSource,
    FactType, Facts, Finding, Grounds, RuleSet, Symbol, Value, Verdict, Vocabulary, strategies,
};
use proptest::prelude::*;
use proptest::sample::select;

const CODES: [&str; 3] = ["mayor", "deputy", "secretary"];

pub(crate) fn key(text: &str) -> FactKey {
    FactKey::new(text).unwrap()
}

fn day(nth: u64) -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2019, 1, 1).unwrap() + chrono::Days::new(nth)
}

fn codes() -> CodeList {
    CodeList::new(CODES.map(|code| Symbol::new(code).unwrap())).unwrap()
}

/// Every value that a fact of this type can have, as far as any rule here tells them apart.
pub(crate) fn values(kind: &FactType) -> Vec<Value> {
    let sets = |complete: bool| {
        (0u32..8).map(move |subset| {
            let chosen = CODES.iter().enumerate().filter(move |(nth, _)| subset >> nth & 1 == 1);
            let chosen: Vec<Symbol> = chosen.map(|(_, code)| Symbol::new(code).unwrap()).collect();
            Value::Set(if complete { Codes::complete(chosen) } else { Codes::so_far(chosen) })
        })
    };
    match kind {
        FactType::Boolean => vec![true.into(), false.into()],
        FactType::Symbol(_) => CODES.map(|code| Value::symbol(code).unwrap()).into(),
        FactType::Integer(_) => (0..=6i64).map(Value::from).collect(),
        // Rules here name quarters; an eighth stands for what lies between.
        FactType::Decimal(_) => (0..=16).map(|eighths| Decimal::new(eighths * 125, 3).into()).collect(),
        FactType::Date(_) => (0..8).map(|nth| day(nth).into()).collect(),
        FactType::Set(_) => sets(true).chain(sets(false)).collect(),
        _ => unreachable!("no small type"),
    }
}

pub(crate) fn is_open(fact: &Fact) -> bool {
    match fact {
        Fact::Known { value: Value::Set(codes), .. } => !codes.is_complete(),
        Fact::Known { .. } | Fact::NotApplicable { .. } => false,
        Fact::Missing | Fact::Contested { .. } => true,
    }
}

/// What a fact may turn out to be.
pub(crate) fn completions(kind: &FactType, fact: &Fact) -> Vec<Fact> {
    let settled = || values(kind).into_iter().map(Fact::known).filter(|fact| !is_open(fact));
    match fact {
        Fact::Missing | Fact::Contested { .. } => settled().chain([Fact::not_applicable()]).collect(),
        Fact::Known { value: Value::Set(had), .. } if !had.is_complete() => settled()
            .filter(|fact| match fact.value() {
                Some(Value::Set(codes)) => had.iter().all(|code| codes.includes(code.as_str())),
                _ => false,
            })
            .collect(),
        settled => vec![settled.clone()],
    }
}

fn product<'v>(each: impl IntoIterator<Item = (&'v FactKey, Vec<Fact>)>) -> Vec<Facts> {
    let mut people = vec![Facts::default()];
    for (key, facts) in each {
        people = people
            .iter()
            .flat_map(|person| facts.iter().map(|fact| person.clone().with(key.clone(), fact.clone())))
            .collect();
    }
    people
}

/// Everybody of whom the semantics speaks.
pub(crate) fn everybody(vocabulary: &Vocabulary, semantics: Semantics) -> Vec<Facts> {
    product(vocabulary.iter().map(|declaration| {
        let mut facts: Vec<Fact> = values(declaration.kind()).into_iter().map(Fact::known).collect();
        facts.push(Fact::not_applicable());
        match semantics {
            Semantics::Exact => facts.retain(|fact| !is_open(fact)),
            Semantics::Kleene => facts.extend([Fact::Missing, Fact::contested([])]),
        }
        (declaration.key(), facts)
    }))
}

/// The tree of a rule as it was evaluated once; asked again with other facts.
fn again(finding: &Finding, before: &Facts, facts: &Facts) -> Verdict {
    let each = |of: &[Finding]| of.iter().map(|of| again(of, before, facts)).collect::<Vec<_>>();
    match finding.grounds() {
        Grounds::All(of) => Verdict::all(each(of)),
        Grounds::Any(of) => Verdict::any(each(of)),
        Grounds::Not(of) | Grounds::Rule { of, .. } => {
            let of = again(of, before, facts);
            if matches!(finding.grounds(), Grounds::Not(_)) { !of } else { of }
        }
        Grounds::AtLeast { n, of } => Verdict::at_least(*n, each(of)),
        Grounds::Asked(asked) => match asked.assumed() {
            // What a rule takes a missing fact for, it takes it for however it turns out.
            Some(value) if before.fact(asked.fact()).is_missing() => {
                asked.comparison().verdict(&Fact::known(value.clone()), facts)
            }
            _ => asked.comparison().verdict(&facts.fact(asked.fact()), facts),
        },
        _ => Verdict::Undetermined,
    }
}

/// The exact verdict by every completion.
pub(crate) fn by_completion(vocabulary: &Vocabulary, rule: &RuleSet, facts: &Facts) -> Verdict {
    let explained = rule.explain(facts);
    let people = product(vocabulary.iter().map(|declaration| {
        (declaration.key(), completions(declaration.kind(), &facts.fact(declaration.key())))
    }));
    let mut verdicts = people.iter().map(|person| again(explained.root(), facts, person));
    let first = verdicts.next().unwrap();
    if verdicts.all(|verdict| verdict == first) { first } else { Verdict::Undetermined }
}

pub(crate) fn verdict(
    vocabulary: &Vocabulary,
    rule: &RuleSet,
    facts: &Facts,
    semantics: Semantics,
) -> Verdict {
    match semantics {
        Semantics::Kleene => rule.verdict(facts),
        Semantics::Exact => by_completion(vocabulary, rule, facts),
    }
}

pub(crate) fn comparisons(rule: &RuleSet) -> Vec<(FactKey, Comparison)> {
    fn below(finding: &Finding, into: &mut Vec<(FactKey, Comparison)>) {
        into.extend(finding.asked().map(|asked| (asked.fact().clone(), asked.comparison().clone())));
        finding.children().iter().for_each(|child| below(child, into));
    }
    let mut found = Vec::new();
    below(rule.explain(&Facts::default()).root(), &mut found);
    found
}

/// Whether every condition is about one fact alone.
pub(crate) fn is_plain(rule: &RuleSet) -> bool {
    comparisons(rule).iter().all(|(_, comparison)| comparison.beside().is_empty())
}

fn has(part: &Part, fact: &Fact, asked: &[Comparison]) -> bool {
    let value = match (part, fact) {
        (Part::Missing, Fact::Missing)
        | (Part::NotApplicable, Fact::NotApplicable { .. })
        | (Part::Contested, Fact::Contested { .. }) => return true,
        (_, Fact::Known { value, .. }) => value,
        _ => return false,
    };
    match part {
        Part::Value(only) => only == value,
        Part::OtherThan(others) => !others.contains(value),
        Part::Stretch { from, to } => {
            from.as_ref().is_none_or(|end| end.value < *value || (end.included && end.value == *value))
                && to.as_ref().is_none_or(|end| *value < end.value || (end.included && end.value == *value))
        }
        Part::Codes { with, without, further, complete } => {
            let Value::Set(codes) = value else { return false };
            let named = |code: &Symbol| asked.iter().any(|comparison| names(comparison, code));
            let others = u32::try_from(codes.iter().filter(|code| !named(code)).count()).unwrap();
            with.iter().all(|code| codes.includes(code.as_str()))
                && without.iter().all(|code| !codes.includes(code.as_str()))
                && complete.is_none_or(|complete| complete == codes.is_complete())
                && further.is_none_or(|further| {
                    further.at_least <= others && further.at_most.is_none_or(|most| others <= most)
                })
        }
        Part::Period { begins, ends } => {
            let Value::Period(period) = value else { return false };
            let within = |limit: &Limit, day: Option<chrono::NaiveDate>| match day {
                None => limit.open,
                Some(day) => limit.days.is_some_and(|days| {
                    days.from.is_none_or(|from| from <= day) && days.to.is_none_or(|to| day <= to)
                }),
            };
            within(begins, period.from()) && within(ends, period.until())
        }
        Part::Known => true,
        _ => false,
    }
}

fn names(comparison: &Comparison, code: &Symbol) -> bool {
    match comparison {
        Comparison::Includes(named) => named == code,
        Comparison::IncludesAll(named) | Comparison::Overlaps(named) => named.contains(code),
        _ => false,
    }
}

/// What rules ask of each fact.
pub(crate) type Asked = BTreeMap<FactKey, Vec<Comparison>>;

pub(crate) fn asked(rules: &[&RuleSet]) -> Asked {
    let mut asked = Asked::new();
    for (key, comparison) in rules.iter().flat_map(|rule| comparisons(rule)) {
        asked.entry(key).or_default().push(comparison);
    }
    asked
}

/// Whether the person is one of those meant, as far as these questions tell.
pub(crate) fn is_one_of(who: &Who, person: &Facts, asked: &Asked) -> bool {
    who.iter().all(|(key, parts)| {
        let asked = asked.get(key).map_or(&[][..], Vec::as_slice);
        parts.iter().any(|part| has(part, &person.fact(key), asked))
    })
}

/// One to three facts, of which one or two have more than a few values.
pub(crate) fn vocabulary() -> impl Strategy<Value = Vocabulary> {
    let wide = select(vec![
        FactType::Integer(Bounds::new(Some(0), Some(6)).unwrap()),
        FactType::Decimal(Bounds::new(Some(Decimal::ZERO), Some(Decimal::TWO)).unwrap()),
        FactType::Date(Bounds::new(Some(day(0)), Some(day(7))).unwrap()),
        FactType::Set(Some(codes())),
        FactType::Boolean,
    ]);
    let narrow = select(vec![FactType::Boolean, FactType::Symbol(Some(codes()))]);
    let wide = prop::collection::vec(wide, 1..=2);
    (wide, prop::option::of(narrow), prop::collection::vec(prop::option::of(1u32..4), 3)).prop_map(
        |(wide, narrow, costs)| {
            let kinds = wide.into_iter().chain(narrow);
            Vocabulary::new(kinds.zip(costs).enumerate().map(|(nth, (kind, cost))| {
                let label = [("en".parse().unwrap(), "a fact")];
                let label = guildhall_kernel::LocalisedText::new(label).unwrap();
                let declaration = Declaration::new(key(&format!("case.fact{nth}")), kind, label);
                cost.into_iter().fold(declaration, Declaration::changeable)
            }))
            .unwrap()
        },
    )
}

fn rule(clause: Clause, version: u32, vocabulary: &Vocabulary) -> RuleSet {
    let definition = Definition::new("case".parse().unwrap(), version.try_into().unwrap(), clause);
    RuleSet::new(definition, vocabulary).unwrap()
}

/// A clause with only a few leaves, so that much may follow from it.
fn clause(vocabulary: &Vocabulary) -> impl Strategy<Value = Clause> + use<> {
    strategies::clause(vocabulary)
}

pub(crate) fn one() -> impl Strategy<Value = (Vocabulary, RuleSet)> {
    vocabulary().prop_flat_map(|vocabulary| {
        clause(&vocabulary).prop_map(move |clause| (vocabulary.clone(), rule(clause, 1, &vocabulary)))
    })
}

/// Two versions: unrelated, or the second with a clause more.
pub(crate) fn two() -> impl Strategy<Value = (Vocabulary, RuleSet, RuleSet)> {
    vocabulary().prop_flat_map(|vocabulary| {
        (clause(&vocabulary), clause(&vocabulary), 0..3u8).prop_map(move |(a, b, how)| {
            let b = match how {
                0 => b,
                1 => Clause::all([a.clone(), b]),
                _ => Clause::any([b, a.clone()]),
            };
            (vocabulary.clone(), rule(a, 1, &vocabulary), rule(unnamed(&b), 2, &vocabulary))
        })
    })
}

pub(crate) fn person() -> impl Strategy<Value = (Vocabulary, RuleSet, Facts)> {
    one().prop_flat_map(|(vocabulary, rule)| {
        let each: Vec<_> = vocabulary
            .iter()
            .map(|declaration| {
                let mut facts: Vec<Fact> = values(declaration.kind()).into_iter().map(Fact::known).collect();
                let known = facts.len();
                let open = [Fact::not_applicable(), Fact::contested([])];
                facts.extend(open.into_iter().chain(vec![Fact::Missing; known.min(6)]));
                (Just(declaration.key().clone()), select(facts))
            })
            .collect();
        (Just(vocabulary), Just(rule), each.prop_map(Facts::from_iter))
    })
}

/// The same clause without written ids, so that it can stand in one rule twice.
fn unnamed(clause: &Clause) -> Clause {
    fn strip(json: &mut serde_json::Value) {
        match json {
            serde_json::Value::Object(fields) => {
                fields.remove("id");
                fields.values_mut().for_each(strip);
            }
            serde_json::Value::Array(items) => items.iter_mut().for_each(strip),
            _ => {}
        }
    }
    let mut json = serde_json::to_value(clause).unwrap();
    strip(&mut json);
    serde_json::from_value(json).unwrap()
}

pub(crate) fn read(definition: &str, vocabulary: &Vocabulary) -> RuleSet {
    RuleSet::new(toml::from_str(definition).unwrap(), vocabulary).unwrap()
}

pub(crate) fn keys(vocabulary: &Vocabulary) -> BTreeSet<FactKey> {
    vocabulary.iter().map(|declaration| declaration.key().clone()).collect()
}
