//! The reference the engine is held to: an interpreter of the written form, read straight from JSON,
//! that knows nothing of the engine's own types for clauses, comparisons or verdicts.

use std::collections::BTreeSet;

use guildhall_rules::{Decimal, Definition, Fact, Facts, RuleSet, Value, Verdict};
use serde_json::Value as Json;

/// `None` is undetermined.
pub(crate) fn verdict(rule: &RuleSet, facts: &Facts) -> Option<bool> {
    clause(&written(rule.definition()), facts)
}

pub(crate) fn written(definition: &Definition) -> Json {
    serde_json::to_value(definition).unwrap()
}

pub(crate) fn as_option(verdict: Verdict) -> Option<bool> {
    match verdict {
        Verdict::Met => Some(true),
        Verdict::Unmet => Some(false),
        Verdict::Undetermined => None,
    }
}

fn clause(json: &Json, facts: &Facts) -> Option<bool> {
    let of = |field: &str| -> Option<Vec<Option<bool>>> {
        json.get(field)?.as_array().map(|items| items.iter().map(|item| clause(item, facts)).collect())
    };
    let count = |answers: &[Option<bool>], wanted| answers.iter().filter(|answer| **answer == wanted).count();
    let at_least = |n: usize, answers: &[Option<bool>]| {
        if count(answers, Some(true)) >= n {
            Some(true)
        } else if count(answers, Some(true)) + count(answers, None) < n {
            Some(false)
        } else {
            None
        }
    };
    if let Some(answers) = of("all") {
        at_least(answers.len(), &answers)
    } else if let Some(answers) = of("any") {
        at_least(1, &answers)
    } else if let Some(answers) = of("of") {
        at_least(usize::try_from(json["at_least"].as_u64().unwrap()).unwrap(), &answers)
    } else if let Some(inner) = json.get("not") {
        clause(inner, facts).map(|met| !met)
    } else {
        comparison(json, facts.get(json["fact"].as_str().unwrap()).unwrap_or(&Fact::Missing))
    }
}

fn comparison(json: &Json, fact: &Fact) -> Option<bool> {
    let value = match fact {
        Fact::Missing | Fact::Contested { .. } => return None,
        Fact::NotApplicable { .. } => return Some(json["applies"] == Json::Bool(false)),
        Fact::Known { value, .. } => value,
    };
    if let Some(applies) = json.get("applies") {
        return applies.as_bool();
    }
    match value {
        Value::Boolean(value) => Some(json["is"] == Json::Bool(*value)),
        Value::Set(set) => {
            let has: BTreeSet<&str> = set.iter().map(|code| code.as_str()).collect();
            let list = |field: &str| -> Option<Vec<&str>> {
                json.get(field)?
                    .as_array()
                    .map(|items| items.iter().map(|item| item.as_str().unwrap()).collect())
            };
            let met = if let Some(code) = json.get("includes") {
                has.contains(code.as_str().unwrap())
            } else if let Some(codes) = list("includes_all") {
                codes.iter().all(|code| has.contains(code))
            } else if let Some(codes) = list("overlaps") {
                codes.iter().any(|code| has.contains(code))
            } else {
                has.len() >= usize::try_from(json["count_at_least"].as_u64().unwrap()).unwrap()
            };
            if !met && !set.is_complete() { None } else { Some(met) }
        }
        Value::Symbol(code) => {
            single(json, &code.as_str().to_owned(), |json| json.as_str().unwrap().to_owned())
        }
        Value::Integer(number) => single(json, number, |json| json.as_i64().unwrap()),
        Value::Decimal(number) => {
            single(json, number, |json| json.as_str().unwrap().parse::<Decimal>().unwrap())
        }
        // Dates in this spelling compare as texts do.
        Value::Date(day) => single(json, &day.to_string(), |json| json.as_str().unwrap().to_owned()),
        _ => None,
    }
}

fn single<T: PartialOrd>(json: &Json, value: &T, read: impl Fn(&Json) -> T) -> Option<bool> {
    let bound = |field: &str| json.get(field).map(&read);
    if let Some(is) = bound("is") {
        Some(*value == is)
    } else if let Some(listed) = json.get("one_of") {
        let met = listed.as_array().unwrap().iter().any(|item| *value == read(item));
        if !met && json["otherwise"] == "undetermined" { None } else { Some(met) }
    } else if let Some(least) = bound("at_least").or_else(|| bound("on_or_after")) {
        Some(*value >= least)
    } else if let Some(most) = bound("at_most") {
        Some(*value <= most)
    } else {
        Some(*value < bound("before").unwrap())
    }
}
