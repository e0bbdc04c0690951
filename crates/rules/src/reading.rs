//! Reads a definition out of a JSON value. It goes on after a fault, so that one report has them all
//! (R9), and stops at fixed limits, so that no input exhausts the stack.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use chrono::NaiveDate;
use guildhall_kernel::LocalisedText;
use serde::Deserialize;
use serde_json::{Map, Value as Json};

use crate::asking::BESIDE;
use crate::clause::Test;
use crate::fault::{Report, join, nth, unknown_field};
use crate::name::shown;
use crate::{
    Clause, ClauseId, Definition, Effective, Literal, MAX_CLAUSES, MAX_DEPTH, Operator, PredicateName,
    Problem, RuleId,
};

/// What could be made out of a definition, for the checks that follow.
pub(crate) struct Draft {
    pub(crate) id: Option<RuleId>,
    pub(crate) version: Option<NonZeroU32>,
    pub(crate) title: Option<LocalisedText>,
    pub(crate) effective: Option<Effective>,
    pub(crate) confidential: bool,
    pub(crate) test: Test,
}

impl Draft {
    /// The definition, where nothing that it needs is missing. Whether clauses are, the report says.
    pub(crate) fn whole(self) -> Option<Definition> {
        let Self { id, version, title, effective, confidential, test } = self;
        Some(Definition { id: id?, version: version?, title, effective, confidential, test })
    }
}
impl From<Definition> for Draft {
    fn from(definition: Definition) -> Self {
        let Definition { id, version, title, effective, confidential, test } = definition;
        Self { id: Some(id), version: Some(version), title, effective, confidential, test }
    }
}

/// The known fields that unknown ones come close to: what is meant is not reported as missing too.
pub(crate) type Meant = BTreeSet<String>;

const ROOT: [&str; 5] = ["id", "version", "title", "effective", "confidential"];
const CLAUSE: [&str; 3] = ["id", "label", "confidential"];
/// Each makes a clause of its own kind; exactly one must be there.
const KINDS: [&str; 7] = ["all", "any", "not", "of", "fact", "rule", "predicate"];

pub(crate) fn definition(json: &Json, report: &mut Report) -> Draft {
    let mut draft = Draft {
        id: None,
        version: None,
        title: None,
        effective: None,
        confidential: false,
        test: Test::UNREADABLE,
    };
    let Json::Object(fields) = json else {
        report.add("", Problem::Shape { expected: "a table", found: found(json) });
        return draft;
    };
    draft.id = text(fields, "", "id", report).and_then(|id| named(RuleId::new(id), "id", report));
    draft.version = from_one(fields, "", "version", report);
    draft.confidential = confidential(fields, "", report);
    draft.title = label(fields, "", "title", report);
    draft.effective = fields.get("effective").and_then(|json| effective(json, report));
    let (test, meant) = Reader { report, clauses: 0 }.test(fields, "", &ROOT, 0);
    draft.test = test;
    for name in ["id", "version"] {
        if !fields.contains_key(name) && !meant.contains(name) {
            report.add("", Problem::MissingField { name });
        }
    }
    draft
}

pub(crate) fn clause(json: &Json, report: &mut Report) -> Clause {
    Reader { report, clauses: 0 }.clause(json, "", 0)
}

fn from_one(fields: &Map<String, Json>, path: &str, name: &str, report: &mut Report) -> Option<NonZeroU32> {
    let json = fields.get(name)?;
    let number = json.as_u64().and_then(|n| u32::try_from(n).ok()).and_then(NonZeroU32::new);
    if number.is_none() {
        let problem = Problem::Shape { expected: "a whole number from 1", found: found(json) };
        report.add(join(path, name), problem);
    }
    number
}

fn confidential(fields: &Map<String, Json>, path: &str, report: &mut Report) -> bool {
    let Some(json) = fields.get("confidential") else { return false };
    if json.as_bool().is_none() {
        let problem = Problem::Shape { expected: "yes or no", found: found(json) };
        report.add(join(path, "confidential"), problem);
    }
    json.as_bool().unwrap_or_default()
}

fn effective(json: &Json, report: &mut Report) -> Option<Effective> {
    let Json::Object(fields) = json else {
        report.add("effective", Problem::Shape { expected: "a table", found: found(json) });
        return None;
    };
    let known = ["from", "until"];
    let unknown = fields.keys().filter(|name| !known.contains(&name.as_str()));
    let meant: Meant = unknown.filter_map(|name| unknown_field(report, "effective", name, known)).collect();
    if !fields.contains_key("from") && !meant.contains("from") {
        report.add("effective", Problem::MissingField { name: "from" });
    }
    let from = day(fields, "from", report)?;
    let until = day(fields, "until", report);
    let effective = Effective::new(from, until);
    if effective.is_err() {
        report.add("effective", Problem::Reversed);
    }
    effective.ok()
}

fn day(fields: &Map<String, Json>, name: &str, report: &mut Report) -> Option<NaiveDate> {
    let json = fields.get(name)?;
    let date = literal(json).and_then(|literal| literal.date());
    if date.is_none() {
        let expected = "a date such as `2019-04-30`";
        report.add(join("effective", name), Problem::Shape { expected, found: found(json) });
    }
    date
}

pub(crate) struct Reader<'r> {
    pub(crate) report: &'r mut Report,
    pub(crate) clauses: usize,
}

impl Reader<'_> {
    fn clause(&mut self, json: &Json, path: &str, depth: usize) -> Clause {
        let mut clause = Clause::unreadable();
        if depth > MAX_DEPTH {
            self.report.add(path, Problem::TooDeep { limit: MAX_DEPTH });
            return clause;
        }
        let Json::Object(fields) = json else {
            self.report.add(path, Problem::Shape { expected: "a table", found: found(json) });
            return clause;
        };
        clause.id = text(fields, path, "id", self.report)
            .and_then(|id| named(ClauseId::new(id), &join(path, "id"), self.report));
        clause.label = label(fields, path, "label", self.report);
        clause.confidential = confidential(fields, path, self.report);
        (clause.test, _) = self.test(fields, path, &CLAUSE, depth);
        clause
    }

    fn test(&mut self, fields: &Map<String, Json>, path: &str, own: &[&str], depth: usize) -> (Test, Meant) {
        let known = || {
            let words = KINDS.into_iter().chain(Operator::EVERY.map(Operator::name));
            own.iter().copied().chain(words).chain(BESIDE.into_iter().map(|(name, _)| name))
        };
        let unknown = fields.keys().filter(|name| !known().any(|known| known == name.as_str()));
        let meant: Meant =
            unknown.filter_map(|name| unknown_field(self.report, path, name, known())).collect();
        let operators: Vec<Operator> =
            Operator::EVERY.into_iter().filter(|operator| fields.contains_key(operator.name())).collect();
        let kinds: Vec<&'static str> = KINDS.into_iter().filter(|kind| fields.contains_key(*kind)).collect();
        let counts = |operator: &&Operator| **operator == Operator::AtLeast;
        match kinds.as_slice() {
            [] | ["fact"] => {}
            ["of"] => self.misplaced(fields, path, operators.iter().filter(|operator| !counts(operator)), ""),
            ["rule"] => self.misplaced(fields, path, operators.iter(), "rule"),
            _ => self.misplaced(fields, path, operators.iter(), ""),
        }
        let test = match *kinds.as_slice() {
            ["all"] => Test::All(self.clauses(fields, path, "all", depth)),
            ["any"] => Test::Any(self.clauses(fields, path, "any", depth)),
            ["not"] => fields.get("not").map_or(Test::UNREADABLE, |json| {
                Test::Not(Box::new(self.clause_within(json, &join(path, "not"), depth)))
            }),
            ["of"] => self.counted(fields, path, depth, &meant),
            ["fact"] => self.fact(fields, path, &operators, &meant),
            ["rule"] => {
                let version = from_one(fields, path, "in_version", self.report);
                let sound = version.is_some() || !fields.contains_key("in_version");
                text(fields, path, "rule", self.report)
                    .and_then(|id| named(RuleId::new(id), &join(path, "rule"), self.report))
                    .filter(|_| sound)
                    .map_or(Test::UNREADABLE, |id| Test::Rule { id, version })
            }
            ["predicate"] => text(fields, path, "predicate", self.report)
                .and_then(|name| named(PredicateName::new(name), &join(path, "predicate"), self.report))
                .map_or(Test::UNREADABLE, Test::Predicate),
            [] => {
                if !KINDS.into_iter().any(|kind| meant.contains(kind)) {
                    let compares = operators.iter().any(|operator| !counts(&operator));
                    let missing = Problem::MissingField { name: "fact" };
                    self.report.add(path, if compares { missing } else { Problem::AsksNothing });
                }
                Test::UNREADABLE
            }
            _ => {
                self.report.add(path, Problem::SeveralTests { names: kinds });
                Test::UNREADABLE
            }
        };
        (test, meant)
    }

    fn misplaced<'o>(
        &mut self,
        fields: &Map<String, Json>,
        path: &str,
        operators: impl Iterator<Item = &'o Operator>,
        kind: &str,
    ) {
        let beside =
            BESIDE.into_iter().filter(|(name, beside)| fields.contains_key(*name) && *beside != kind);
        for (name, beside) in operators.map(|operator| (operator.name(), "fact")).chain(beside) {
            self.report.add(join(path, name), Problem::Misplaced { name, beside });
        }
    }

    fn counted(&mut self, fields: &Map<String, Json>, path: &str, depth: usize, meant: &Meant) -> Test {
        let of = self.clauses(fields, path, "of", depth);
        let n = match fields.get("at_least") {
            Some(json) => {
                let n = json.as_u64().and_then(|n| u32::try_from(n).ok());
                if n.is_none() {
                    let expected = "a whole number from 1";
                    self.report.add(join(path, "at_least"), Problem::Shape { expected, found: found(json) });
                }
                n
            }
            None => {
                if !meant.contains("at_least") {
                    self.report.add(path, Problem::MissingField { name: "at_least" });
                }
                None
            }
        };
        // Without a count, what stands below is still worth checking.
        Test::AtLeast { n: n.unwrap_or(1), of }
    }

    fn clauses(&mut self, fields: &Map<String, Json>, path: &str, field: &str, depth: usize) -> Vec<Clause> {
        match fields.get(field) {
            Some(Json::Array(items)) => {
                let mut clauses = Vec::new();
                for (index, json) in items.iter().enumerate() {
                    // One more than allowed, so that the check that follows sees it.
                    if self.clauses > MAX_CLAUSES {
                        clauses.push(Clause::unreadable());
                        break;
                    }
                    clauses.push(self.clause_within(json, &nth(path, field, index), depth));
                }
                clauses
            }
            Some(json) => {
                self.report.add(
                    join(path, field),
                    Problem::Shape { expected: "a list of clauses", found: found(json) },
                );
                vec![Clause::unreadable()]
            }
            None => Vec::new(),
        }
    }

    fn clause_within(&mut self, json: &Json, path: &str, depth: usize) -> Clause {
        self.clauses += 1;
        self.clause(json, path, depth + 1)
    }
}

/// A single value; a date that TOML wrote without quotes arrives as a table with this one key.
pub(crate) fn literal(json: &Json) -> Option<Literal> {
    match json {
        Json::Bool(value) => Some(Literal::Boolean(*value)),
        Json::Number(number) => number.as_i64().map(Literal::Integer),
        Json::String(text) => Some(Literal::Text(text.clone())),
        Json::Object(fields) if fields.len() == 1 => match fields.get("$__toml_private_datetime") {
            Some(Json::String(text)) => Some(Literal::Text(text.clone())),
            _ => None,
        },
        _ => None,
    }
}

pub(crate) fn text<'f>(
    fields: &'f Map<String, Json>,
    path: &str,
    field: &str,
    report: &mut Report,
) -> Option<&'f str> {
    let json = fields.get(field)?;
    if json.as_str().is_none() {
        report.add(join(path, field), Problem::Shape { expected: "a text", found: found(json) });
    }
    json.as_str()
}

pub(crate) fn named<T, E: std::fmt::Display>(
    name: Result<T, E>,
    path: &str,
    report: &mut Report,
) -> Option<T> {
    name.map_err(|error| report.add(path, Problem::Malformed { message: error.to_string() })).ok()
}

fn label(fields: &Map<String, Json>, path: &str, field: &str, report: &mut Report) -> Option<LocalisedText> {
    let json = fields.get(field)?;
    if !json.is_object() {
        let expected = "a table from language to text, such as `{ en = \"…\" }`";
        report.add(join(path, field), Problem::Shape { expected, found: found(json) });
        return None;
    }
    match LocalisedText::deserialize(json) {
        Ok(label) => Some(label),
        Err(error) => {
            report.add(join(path, field), Problem::Malformed { message: shown(&error.to_string()) });
            None
        }
    }
}

pub(crate) fn found(json: &Json) -> &'static str {
    match json {
        Json::Null => "nothing",
        Json::Bool(_) => "yes or no",
        Json::Number(number) if number.is_f64() => {
            "a binary fraction (write decimals as text, such as `\"0.80\"`)"
        }
        Json::Number(number) if number.is_u64() && !number.is_i64() => "a whole number too large to compare",
        Json::Number(_) => "a whole number",
        Json::String(_) => "a text",
        Json::Array(_) => "a list",
        Json::Object(_) if literal(json).is_some() => "a date",
        Json::Object(_) => "a table",
    }
}
