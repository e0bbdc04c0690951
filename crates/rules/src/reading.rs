//! Reads a definition out of a JSON value. It goes on after a fault, so that one report has them all
//! (R9), and stops at fixed limits, so that no input exhausts the stack.

use std::num::NonZeroU32;

use chrono::NaiveDate;
use guildhall_kernel::LocalisedText;
use serde::Deserialize;
use serde_json::{Map, Value as Json};

use crate::definition::Test;
use crate::fault::{Report, join, nth};
use crate::name::shown;
use crate::{
    Clause, ClauseId, Definition, Effective, FactKey, Literal, MAX_CLAUSES, MAX_DEPTH, MAX_LISTED, Operand,
    Operator, Otherwise, Problem, RuleId,
};

/// What could be made out of a definition, for the checks that follow.
pub(crate) struct Draft {
    pub(crate) id: Option<RuleId>,
    pub(crate) version: Option<NonZeroU32>,
    pub(crate) title: Option<LocalisedText>,
    pub(crate) effective: Option<Effective>,
    pub(crate) test: Test,
}

impl Draft {
    /// The definition, where nothing that it needs is missing. Whether clauses are, the report says.
    pub(crate) fn whole(self) -> Option<Definition> {
        let Self { id, version, title, effective, test } = self;
        Some(Definition { id: id?, version: version?, title, effective, test })
    }
}
impl From<Definition> for Draft {
    fn from(definition: Definition) -> Self {
        let Definition { id, version, title, effective, test } = definition;
        Self { id: Some(id), version: Some(version), title, effective, test }
    }
}

const ROOT: [&str; 4] = ["id", "version", "title", "effective"];
const CLAUSE: [&str; 2] = ["id", "label"];
/// Each makes a clause of its own kind; exactly one must be there.
const KINDS: [&str; 5] = ["all", "any", "not", "of", "fact"];

pub(crate) fn definition(json: &Json, report: &mut Report) -> Draft {
    let mut draft = Draft { id: None, version: None, title: None, effective: None, test: Test::Unreadable };
    let Json::Object(fields) = json else {
        report.add("", Problem::Shape { expected: "a table", found: found(json) });
        return draft;
    };
    for name in ["id", "version"] {
        if !fields.contains_key(name) {
            report.add("", Problem::MissingField { name });
        }
    }
    draft.id = text(fields, "", "id", report).and_then(|id| named(RuleId::new(id), "id", report));
    draft.version = fields.get("version").and_then(|json| {
        let version = json.as_u64().and_then(|n| u32::try_from(n).ok()).and_then(NonZeroU32::new);
        if version.is_none() {
            report.add("version", Problem::Shape { expected: "a whole number from 1", found: found(json) });
        }
        version
    });
    draft.title = label(fields, "", "title", report);
    draft.effective = fields.get("effective").and_then(|json| effective(json, report));
    let mut reader = Reader { report, clauses: 0 };
    draft.test = reader.test(fields, "", &ROOT, 0);
    draft
}

fn effective(json: &Json, report: &mut Report) -> Option<Effective> {
    let Json::Object(fields) = json else {
        report.add("effective", Problem::Shape { expected: "a table", found: found(json) });
        return None;
    };
    for name in fields.keys().filter(|name| !["from", "until"].contains(&name.as_str())) {
        report.unknown_field("effective", name, ["from", "until"]);
    }
    if !fields.contains_key("from") {
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

struct Reader<'r> {
    report: &'r mut Report,
    clauses: usize,
}

impl Reader<'_> {
    fn clause(&mut self, json: &Json, path: &str, depth: usize) -> Clause {
        let mut clause = Clause { id: None, label: None, test: Test::Unreadable };
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
        clause.test = self.test(fields, path, &CLAUSE, depth);
        clause
    }

    fn test(&mut self, fields: &Map<String, Json>, path: &str, own: &[&str], depth: usize) -> Test {
        let operators: Vec<Operator> =
            Operator::EVERY.into_iter().filter(|o| fields.contains_key(o.name())).collect();
        let kinds: Vec<&'static str> = KINDS.into_iter().filter(|kind| fields.contains_key(*kind)).collect();
        let known = || {
            let words = KINDS.into_iter().chain(Operator::EVERY.map(Operator::name)).chain(["otherwise"]);
            own.iter().copied().chain(words)
        };
        for name in fields.keys().filter(|name| !known().any(|known| known == name.as_str())) {
            self.report.unknown_field(path, name, known());
        }
        match kinds.as_slice() {
            ["fact"] => {}
            ["of"] => self.misplaced(fields, path, operators.iter().filter(|o| **o != Operator::AtLeast)),
            _ => self.misplaced(fields, path, operators.iter()),
        }
        match *kinds.as_slice() {
            ["all"] => Test::All(self.clauses(fields, path, "all", depth)),
            ["any"] => Test::Any(self.clauses(fields, path, "any", depth)),
            ["not"] => fields.get("not").map_or(Test::Unreadable, |json| {
                Test::Not(Box::new(self.clause_within(json, &join(path, "not"), depth)))
            }),
            ["of"] => {
                let of = self.clauses(fields, path, "of", depth);
                match fields.get("at_least") {
                    None => self.report.add(path, Problem::MissingField { name: "at_least" }),
                    Some(json) => match json.as_u64().and_then(|n| u32::try_from(n).ok()) {
                        Some(n) => return Test::AtLeast { n, of },
                        None => {
                            let expected = "a whole number from 1";
                            self.report
                                .add(join(path, "at_least"), Problem::Shape { expected, found: found(json) });
                        }
                    },
                }
                // What stands below is still worth checking.
                Test::All(of)
            }
            ["fact"] => self.fact(fields, path, &operators),
            [] => {
                self.report.add(path, Problem::AsksNothing);
                Test::Unreadable
            }
            _ => {
                self.report.add(path, Problem::SeveralTests { names: kinds });
                Test::Unreadable
            }
        }
    }

    fn misplaced<'o>(
        &mut self,
        fields: &Map<String, Json>,
        path: &str,
        operators: impl Iterator<Item = &'o Operator>,
    ) {
        let otherwise = fields.contains_key("otherwise").then_some(("otherwise", "one_of"));
        for (name, beside) in operators.map(|operator| (operator.name(), "fact")).chain(otherwise) {
            self.report.add(join(path, name), Problem::Misplaced { name, beside });
        }
    }

    fn clauses(&mut self, fields: &Map<String, Json>, path: &str, field: &str, depth: usize) -> Vec<Clause> {
        match fields.get(field) {
            Some(Json::Array(items)) => {
                let mut clauses = Vec::new();
                for (index, json) in items.iter().enumerate() {
                    // One more than allowed, so that the check that follows sees it.
                    if self.clauses > MAX_CLAUSES {
                        clauses.push(Clause { id: None, label: None, test: Test::Unreadable });
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
                vec![Clause { id: None, label: None, test: Test::Unreadable }]
            }
            None => Vec::new(),
        }
    }

    fn clause_within(&mut self, json: &Json, path: &str, depth: usize) -> Clause {
        self.clauses += 1;
        self.clause(json, path, depth + 1)
    }

    fn fact(&mut self, fields: &Map<String, Json>, path: &str, operators: &[Operator]) -> Test {
        let key = text(fields, path, "fact", self.report)
            .and_then(|key| named(FactKey::new(key), &join(path, "fact"), self.report));
        let otherwise = fields.get("otherwise").and_then(|json| {
            let otherwise = Otherwise::deserialize(json).ok();
            if otherwise.is_none() {
                let expected = "`unmet` or `undetermined`";
                self.report.add(join(path, "otherwise"), Problem::Shape { expected, found: found(json) });
            }
            otherwise
        });
        match *operators {
            [operator] => {
                let operand = fields.get(operator.name()).and_then(|json| self.operand(json, path, operator));
                match (key, operand) {
                    (Some(key), Some(operand)) => Test::Fact { key, operator, operand, otherwise },
                    _ => Test::Unreadable,
                }
            }
            [] => {
                self.report.add(path, Problem::ComparesNothing);
                Test::Unreadable
            }
            _ => {
                let names = operators.iter().map(|operator| operator.name()).collect();
                self.report.add(path, Problem::SeveralTests { names });
                Test::Unreadable
            }
        }
    }

    fn operand(&mut self, json: &Json, path: &str, operator: Operator) -> Option<Operand> {
        let expected = "yes or no, a whole number or a text";
        let Json::Array(items) = json else {
            let one = literal(json);
            if one.is_none() {
                self.report.add(join(path, operator.name()), Problem::Shape { expected, found: found(json) });
            }
            return one.map(Operand::One);
        };
        let mut many = Vec::new();
        let mut sound = true;
        // One more than allowed, so that the check that follows sees it.
        for (index, json) in items.iter().enumerate().take(MAX_LISTED + 1) {
            match literal(json) {
                Some(literal) => many.push(literal),
                None => {
                    sound = false;
                    self.report.add(
                        nth(path, operator.name(), index),
                        Problem::Shape { expected, found: found(json) },
                    );
                }
            }
        }
        sound.then_some(Operand::Many(many))
    }
}

/// A single value; a date that TOML wrote without quotes arrives as a table with this one key.
fn literal(json: &Json) -> Option<Literal> {
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

fn text<'f>(fields: &'f Map<String, Json>, path: &str, field: &str, report: &mut Report) -> Option<&'f str> {
    let json = fields.get(field)?;
    if json.as_str().is_none() {
        report.add(join(path, field), Problem::Shape { expected: "a text", found: found(json) });
    }
    json.as_str()
}

fn named<T, E: std::fmt::Display>(name: Result<T, E>, path: &str, report: &mut Report) -> Option<T> {
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

fn found(json: &Json) -> &'static str {
    match json {
        Json::Null => "nothing",
        Json::Bool(_) => "yes or no",
        Json::Number(number) if number.is_f64() => {
            "a binary fraction (write decimals as text, such as `\"0.80\"`)"
        }
        Json::Number(_) => "a whole number",
        Json::String(_) => "a text",
        Json::Array(_) => "a list",
        Json::Object(_) if literal(json).is_some() => "a date",
        Json::Object(_) => "a table",
    }
}
