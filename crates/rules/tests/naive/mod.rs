//! The reference the engine is held to: an interpreter of the written form, read straight from JSON,
//! that knows nothing of the engine's own types for clauses, comparisons or verdicts.

mod time;

use guildhall_rules::{
    Codes, Decimal, Definition, Fact, FactType, Facts, Record, Records, RuleSet, Value, Verdict, Vocabulary,
};
use serde_json::Value as Json;

/// `None` is undetermined.
pub(crate) fn verdict(vocabulary: &Vocabulary, rule: &RuleSet, facts: &Facts) -> Option<bool> {
    World { vocabulary, facts }.clause(&written(rule.definition()))
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

/// The words that a moment or a stretch of time stands behind.
pub(crate) const MOMENTS: [&str; 15] = [
    "before",
    "on_or_before",
    "after",
    "on_or_after",
    "within",
    "covers",
    "overlaps",
    "at",
    "age_at",
    "days_before",
    "months_before",
    "years_before",
    "days_after",
    "months_after",
    "years_after",
];

/// What is known of a fact: a value, that there is none, or nothing.
#[derive(Clone, Debug)]
enum Known {
    Value(Value),
    NotApplicable,
    Nothing,
}

#[derive(Clone, Copy)]
struct World<'a> {
    vocabulary: &'a Vocabulary,
    facts: &'a Facts,
}

fn count(answers: &[Option<bool>], wanted: Option<bool>) -> usize {
    answers.iter().filter(|answer| **answer == wanted).count()
}

fn at_least(n: usize, answers: &[Option<bool>]) -> Option<bool> {
    if count(answers, Some(true)) >= n {
        Some(true)
    } else if count(answers, Some(true)) + count(answers, None) < n {
        Some(false)
    } else {
        None
    }
}

fn number(json: &Json) -> usize {
    usize::try_from(json.as_u64().unwrap()).unwrap()
}

impl World<'_> {
    fn clause(self, json: &Json) -> Option<bool> {
        let of = |field: &str| -> Option<Vec<Option<bool>>> {
            json.get(field)?.as_array().map(|items| items.iter().map(|item| self.clause(item)).collect())
        };
        if let Some(answers) = of("all") {
            at_least(answers.len(), &answers)
        } else if let Some(answers) = of("any") {
            at_least(1, &answers)
        } else if let Some(answers) = of("of") {
            at_least(number(&json["at_least"]), &answers)
        } else if let Some(inner) = json.get("not") {
            self.clause(inner).map(|met| !met)
        } else {
            self.asked(json)
        }
    }

    fn find(self, key: &str) -> Known {
        match self.facts.get(key).unwrap_or(&Fact::Missing) {
            Fact::Missing | Fact::Contested { .. } => Known::Nothing,
            Fact::NotApplicable { .. } => Known::NotApplicable,
            Fact::Known { value, .. } => Known::Value(value.clone()),
        }
    }

    fn asked(self, json: &Json) -> Option<bool> {
        let key = json["fact"].as_str().unwrap();
        let kind = self.vocabulary.get(key).unwrap().kind();
        let mut found = self.find(key);
        let missing = self.facts.get(key).is_none_or(Fact::is_missing);
        if let Some(assumed) = json.get("if_missing").filter(|_| missing) {
            found = Known::Value(value(assumed, kind));
        }
        if let Some(applies) = json.get("applies") {
            return match found {
                Known::Value(_) => applies.as_bool(),
                Known::NotApplicable => applies.as_bool().map(|applies| !applies),
                Known::Nothing => None,
            };
        }
        let mut keys = Vec::new();
        moments(json, &mut keys);
        let nowhere = keys.iter().any(|key| matches!(self.find(key), Known::NotApplicable));
        // No record matches, so they add up to zero.
        let holds_of_zero = json.get("sum").is_some()
            && json.get("at_least").is_none_or(|least| decimal(least) <= Decimal::ZERO)
            && json.get("at_most").is_none_or(|most| Decimal::ZERO <= decimal(most));
        match found {
            Known::NotApplicable => Some(false),
            _ if nowhere && !holds_of_zero => Some(false),
            Known::Value(_) if nowhere => Some(true),
            Known::Nothing => None,
            Known::Value(value) => self.compared(json, &value, kind),
        }
    }

    /// What a value says to a comparison.
    fn compared(self, json: &Json, found: &Value, kind: &FactType) -> Option<bool> {
        match found {
            Value::Boolean(value) => Some(json["is"] == Json::Bool(*value)),
            Value::Set(set) => codes(json, set),
            Value::Records(records) => self.records(json, records, kind),
            Value::Date(_) | Value::Instant(_) | Value::Period(_) if self.is_timed(json) => {
                self.timed(json, found)
            }
            value => single(json, value, kind),
        }
    }

    fn is_timed(self, json: &Json) -> bool {
        MOMENTS.iter().any(|word| json.get(word).is_some())
    }

    fn records(self, json: &Json, records: &Records, kind: &FactType) -> Option<bool> {
        let FactType::Records(fields) = kind else { return None };
        let matches = |record: &Record| -> Option<bool> {
            if let Some(codes) = json.get("holds") {
                let is =
                    |code: &Json, scheme: &Value| matches!(scheme, Value::Symbol(is) if code == is.as_str());
                let listed = record.get("scheme");
                let listed =
                    listed.map(|scheme| codes.as_array().unwrap().iter().any(|code| is(code, scheme)));
                return at_least(2, &[listed, self.valid(json, record)]);
            }
            let Some(filter) = json.get("where").and_then(Json::as_object) else { return Some(true) };
            let answers: Vec<Option<bool>> = filter
                .iter()
                .map(|(name, asked)| {
                    let asked = match asked {
                        Json::Object(_) => asked.clone(),
                        Json::Array(_) => serde_json::json!({ "one_of": asked }),
                        _ => serde_json::json!({ "is": asked }),
                    };
                    self.compared(&asked, record.get(name)?, fields.get(name).unwrap().kind())
                })
                .collect();
            at_least(answers.len(), &answers)
        };
        let answers: Vec<Option<bool>> = records.iter().map(matches).collect();
        if let Some(name) = json.get("sum") {
            return sum(
                json,
                records,
                &answers,
                name.as_str().unwrap(),
                fields.get(name.as_str().unwrap())?.kind(),
            );
        }
        let n = if json.get("holds").is_some() { 1 } else { number(&json["count_at_least"]) };
        let answer = at_least(n, &answers);
        if answer == Some(false) && !records.is_complete() { None } else { answer }
    }

    fn valid(self, json: &Json, record: &Record) -> Option<bool> {
        let day = self.moment(json["at"].as_str().unwrap())?.day();
        let Some(Value::Period(period)) = record.get("valid") else { return None };
        let begun = period.from().is_none_or(|from| from <= day);
        let going = match (period.until(), json.get("grace")) {
            (None, _) => true,
            (Some(until), None) => day <= until,
            (Some(until), Some(grace)) => {
                let (count, unit) = grace.as_str().unwrap().split_once(' ').unwrap();
                day <= time::later(until, count.parse().unwrap(), unit)
            }
        };
        Some(begun && going)
    }
}

/// Every key of a fact that stands where a moment or a stretch can.
pub(crate) fn moments(json: &Json, into: &mut Vec<String>) {
    let mut end = |json: &Json| {
        if let Some(text) = json.as_str().filter(|text| text.starts_with(|c: char| c.is_ascii_lowercase())) {
            into.push(text.to_owned());
        }
    };
    for json in MOMENTS.iter().filter_map(|word| json.get(word)) {
        end(json);
        ["from", "until"].iter().filter_map(|name| json.get(name)).for_each(&mut end);
    }
    if let Some(fields) = json.get("where").and_then(Json::as_object) {
        fields.values().for_each(|json| moments(json, into));
    }
}

/// By trying every way in which what is open may turn out.
fn sum(
    json: &Json,
    records: &Records,
    answers: &[Option<bool>],
    name: &str,
    kind: &FactType,
) -> Option<bool> {
    let grows = match kind {
        FactType::Integer(bounds) => bounds.min().is_some_and(|min| *min >= 0),
        FactType::Decimal(bounds) => bounds.min().is_some_and(|min| !min.is_sign_negative()),
        _ => false,
    };
    let number = |record: &Record| match record.get(name) {
        Some(Value::Integer(number)) => Some(Decimal::from(*number)),
        Some(Value::Decimal(number)) => Some(*number),
        _ => None,
    };
    // What is too large for exact numbers is nobody's to add up.
    let large = Decimal::from(i64::MAX) * Decimal::ONE_THOUSAND;
    if records.iter().filter_map(number).any(|number| number.abs() > large) {
        return None;
    }
    // Totals, and whether anything at all may come on top.
    let mut totals = vec![(Decimal::ZERO, !records.is_complete())];
    for (record, answer) in records.iter().zip(answers) {
        let added = number(record);
        let with =
            |(total, free): (Decimal, bool)| (total + added.unwrap_or_default(), free || added.is_none());
        totals = match answer {
            Some(true) => totals.into_iter().map(with).collect(),
            Some(false) => totals,
            None => totals.iter().copied().chain(totals.iter().copied().map(with)).collect(),
        };
    }
    let bound = |word: &str| json.get(word).map(decimal);
    let mut outcomes = Vec::new();
    for (total, free) in totals {
        let more: &[Decimal] = match (free, grows) {
            (false, _) => &[Decimal::ZERO],
            (true, true) => &[Decimal::ZERO, Decimal::ONE_THOUSAND],
            (true, false) => &[Decimal::NEGATIVE_ONE, Decimal::ZERO, Decimal::ONE_THOUSAND],
        };
        for more in more {
            // Less than nothing is as far below as anything can be.
            let total = total + if more.is_sign_negative() { -Decimal::ONE_THOUSAND } else { *more };
            let enough = bound("at_least").is_none_or(|least| least <= total);
            outcomes.push(enough && bound("at_most").is_none_or(|most| total <= most));
        }
    }
    match (outcomes.contains(&true), outcomes.contains(&false)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

fn codes(json: &Json, set: &Codes) -> Option<bool> {
    let has: Vec<&str> = set.iter().map(|code| code.as_str()).collect();
    let list = |field: &str| -> Option<Vec<&str>> {
        json.get(field)?.as_array().map(|items| items.iter().map(|item| item.as_str().unwrap()).collect())
    };
    let met = if let Some(code) = json.get("includes") {
        has.contains(&code.as_str().unwrap())
    } else if let Some(codes) = list("includes_all") {
        codes.iter().all(|code| has.contains(code))
    } else if let Some(codes) = list("overlaps") {
        codes.iter().any(|code| has.contains(code))
    } else {
        has.len() >= number(&json["count_at_least"])
    };
    if !met && !set.is_complete() { None } else { Some(met) }
}

fn decimal(json: &Json) -> Decimal {
    match json {
        Json::Number(number) => Decimal::from(number.as_i64().unwrap()),
        json => json.as_str().unwrap().parse().unwrap(),
    }
}

/// What a literal means for a fact of this type.
fn value(json: &Json, kind: &FactType) -> Value {
    match kind {
        FactType::Boolean => Value::Boolean(json.as_bool().unwrap()),
        FactType::Integer(_) => Value::Integer(json.as_i64().unwrap()),
        FactType::Decimal(_) => Value::Decimal(decimal(json)),
        FactType::Date(_) => Value::Date(json.as_str().unwrap().parse().unwrap()),
        FactType::Instant(_) => Value::Instant(time::instant(json.as_str().unwrap())),
        _ => Value::symbol(json.as_str().unwrap()).unwrap(),
    }
}

fn single(json: &Json, found: &Value, kind: &FactType) -> Option<bool> {
    let bound = |field: &str| json.get(field).map(|json| value(json, kind));
    if let Some(is) = bound("is") {
        Some(*found == is)
    } else if let Some(listed) = json.get("one_of") {
        let met = listed.as_array().unwrap().iter().any(|item| *found == value(item, kind));
        if !met && json["otherwise"] == "undetermined" { None } else { Some(met) }
    } else if let Some(ends) = json.get("between") {
        Some(value(&ends[0], kind) <= *found && *found <= value(&ends[1], kind))
    } else if let Some(least) = bound("at_least") {
        Some(*found >= least)
    } else {
        Some(*found <= bound("at_most").unwrap())
    }
}
