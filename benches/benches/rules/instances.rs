//! Rule sets of a hundred clauses, each in two versions, shaped like those that offices have: a catalogue of
//! courses, a regulation with alternatives, criteria that are counted. And one that is only hard.

use guildhall_rules::{RuleSet, Vocabulary};
use serde_json::{Value as Json, json};

use super::crowd::Numbers;
use super::policy::{KINDS, POSITIONS, REGIONS};
use super::side::Outcome;

/// Two versions of a rule set.
pub(crate) struct Instance {
    pub(crate) name: &'static str,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) old: RuleSet,
    pub(crate) new: RuleSet,
}

impl Instance {
    fn new(name: &'static str, facts: &[Json], rule: impl Fn(u32) -> Json) -> Outcome<Self> {
        let vocabulary: Vocabulary = serde_json::from_value(json!({ "facts": facts }))?;
        let read = |version: u32| -> Outcome<RuleSet> {
            let mut json = rule(version);
            if let Json::Object(fields) = &mut json {
                fields.insert("id".into(), name.into());
                fields.insert("version".into(), version.into());
            }
            Ok(RuleSet::read(&json, &vocabulary)?)
        };
        let (old, new) = (read(1)?, read(2)?);
        Ok(Self { name, vocabulary, old, new })
    }
}

/// What resembles real rule sets. In each, the second version changes one list and one number.
pub(crate) fn alike() -> Outcome<[Instance; 3]> {
    Ok([catalogue()?, regulation()?, criteria()?])
}

/// Who may come to one of twenty courses at least: each has its own audience, all ask for the same facts.
fn catalogue() -> Outcome<Instance> {
    let facts = vec![
        codes("applicant.position", &POSITIONS),
        codes("authority.kind", &KINDS),
        codes("authority.region", &REGIONS),
        number("applicant.years_of_service"),
        number("attendance.hours"),
        boolean("consent.given"),
    ];
    Instance::new("catalogue", &facts, |version| {
        let mut numbers = Numbers(11);
        let courses = (0..20_u32).map(|course| {
            let mut positions = some(&POSITIONS, &mut numbers, 25);
            let (kinds, regions) = (some(&KINDS, &mut numbers, 50), some(&REGIONS, &mut numbers, 30));
            let (hours, years) = (8 * numbers.below(6), numbers.below(10));
            if version == 2 && course == 7 {
                positions = some(&POSITIONS, &mut Numbers(12), 25);
            }
            let years = if version == 2 && course == 13 { years + 2 } else { years };
            let experience = if course % 2 == 0 {
                json!({ "fact": "attendance.hours", "at_least": hours })
            } else {
                json!({ "fact": "applicant.years_of_service", "between": [years, years + 10] })
            };
            let place = if course % 3 == 0 {
                json!({ "fact": "authority.region", "one_of": regions })
            } else {
                json!({ "fact": "consent.given", "is": true })
            };
            json!({ "all": [
                { "fact": "applicant.position", "one_of": positions },
                { "fact": "authority.kind", "one_of": kinds },
                place,
                experience,
            ] })
        });
        json!({ "any": courses.collect::<Vec<_>>() })
    })
}

/// Seventeen articles, each of which a certificate satisfies, or three proofs together.
fn regulation() -> Outcome<Instance> {
    let proof = |article: u32, nth: u32| format!("article{article}.proof{nth}");
    let facts =
        (0..17).flat_map(|article| (0..4).map(move |nth| boolean(&proof(article, nth)))).collect::<Vec<_>>();
    Instance::new("regulation", &facts, |version| {
        let articles = (0..17).map(|article| {
            let is = |nth: u32, is: bool| json!({ "fact": proof(article, nth), "is": is });
            let changed = version == 2 && article == 8;
            let mut together = vec![is(1, true), is(2, !changed), is(3, true)];
            if version == 2 && article == 12 {
                together.pop();
            }
            json!({ "any": [is(0, true), { "all": together }] })
        });
        json!({ "all": articles.collect::<Vec<_>>() })
    })
}

/// Six of twenty criteria, each reached by its own measure, or by less of it in some kinds of authority.
fn criteria() -> Outcome<Instance> {
    let measure = |nth: u32| format!("measure.number{nth:02}");
    let measures = (0..20).map(|nth| number(&measure(nth)));
    let facts = measures.chain([codes("authority.kind", &KINDS)]).collect::<Vec<_>>();
    Instance::new("criteria", &facts, |version| {
        let mut numbers = Numbers(13);
        let criteria = (0..20).map(|nth| {
            let (least, mut kinds) = (20 + numbers.below(60), some(&KINDS, &mut numbers, 40));
            let least = if version == 2 && nth == 4 { least + 5 } else { least };
            if version == 2 && nth == 9 {
                kinds = some(&KINDS, &mut Numbers(14), 40);
            }
            json!({ "any": [
                { "fact": measure(nth), "at_least": least },
                { "all": [
                    { "fact": "authority.kind", "one_of": kinds },
                    { "fact": measure(nth), "between": [least / 2, least] },
                ] },
            ] })
        });
        json!({ "at_least": 6, "of": criteria.collect::<Vec<_>>() })
    })
}

/// Clauses of three facts each, at the ratio where nobody knows a quick way (Mitchell et al., AAAI 1992).
pub(crate) fn hard() -> Outcome<(Vocabulary, RuleSet)> {
    const FACTS: u32 = 57;
    let fact = |nth: u32| format!("case.fact{nth}");
    let facts: Vec<Json> = (0..FACTS).map(|nth| boolean(&fact(nth))).collect();
    let vocabulary = serde_json::from_value(json!({ "facts": facts }))?;
    let mut numbers = Numbers(7);
    let clauses = (0..FACTS * 43 / 10).map(|_| {
        let mut literal = || json!({ "fact": fact(numbers.below(FACTS)), "is": numbers.percent(50) });
        json!({ "any": [literal(), literal(), literal()] })
    });
    let rule = json!({ "id": "hard", "version": 1, "all": clauses.collect::<Vec<_>>() });
    let rule = RuleSet::read(&rule, &vocabulary)?;
    Ok((vocabulary, rule))
}

/// So many in a hundred of the codes, and the first, so that there is one.
fn some<'c>(codes: &[&'c str], numbers: &mut Numbers, percent: u32) -> Vec<&'c str> {
    codes
        .iter()
        .enumerate()
        .filter(|(nth, _)| numbers.percent(percent) || *nth == 0)
        .map(|(_, code)| *code)
        .collect()
}

fn codes(key: &str, codes: &[&str]) -> Json {
    json!({ "key": key, "type": "symbol", "codes": codes, "label": { "en": key } })
}

fn number(key: &str) -> Json {
    json!({ "key": key, "type": "integer", "min": 0, "label": { "en": key } })
}

fn boolean(key: &str) -> Json {
    json!({ "key": key, "type": "boolean", "label": { "en": key } })
}
