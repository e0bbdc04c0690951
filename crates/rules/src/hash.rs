//! The hash that pins a rule set's content: SHA-256 over a form in which no two rule sets read alike.
//! Every text and list is preceded by its length, every choice by its word.

use sha2::{Digest, Sha256};

use crate::ruleset::{Node, Step};
use crate::{Codes, Comparison, Definition, Otherwise, RuleHash, Symbol, Value};

pub(crate) fn content(definition: &Definition, root: &Node) -> RuleHash {
    let mut form = Form(Sha256::new());
    form.text("guildhall rule set, form 1");
    form.text(definition.id.as_str());
    form.number(definition.version.get().into());
    match definition.effective {
        None => form.text("whenever"),
        Some(effective) => {
            form.text("from");
            form.text(&effective.from().to_string());
            form.text(&effective.until().map(|day| day.to_string()).unwrap_or_default());
        }
    }
    form.node(root);
    RuleHash::new(form.0.finalize().into())
}

struct Form(Sha256);

impl Form {
    fn number(&mut self, number: i64) {
        self.0.update(number.to_be_bytes());
    }

    fn length(&mut self, length: usize) {
        // Limits keep every length far below the end of the numbers.
        self.number(i64::try_from(length).unwrap_or(i64::MAX));
    }

    fn text(&mut self, text: &str) {
        self.length(text.len());
        self.0.update(text);
    }

    fn node(&mut self, node: &Node) {
        self.text(node.id.as_str());
        match &node.step {
            Step::All(nodes) => self.nodes("all", nodes),
            Step::Any(nodes) => self.nodes("any", nodes),
            Step::Not(node) => {
                self.text("not");
                self.node(node);
            }
            Step::AtLeast { n, of } => {
                self.text("at_least");
                self.number((*n).into());
                self.nodes("of", of);
            }
            Step::Fact { key, comparison } => {
                self.text("fact");
                self.text(key.as_str());
                self.comparison(comparison);
            }
        }
    }

    fn nodes(&mut self, word: &str, nodes: &[Node]) {
        self.text(word);
        self.length(nodes.len());
        nodes.iter().for_each(|node| self.node(node));
    }

    fn comparison(&mut self, comparison: &Comparison) {
        self.text(comparison.operator().name());
        match comparison {
            Comparison::Is(value) | Comparison::AtLeast(value) | Comparison::AtMost(value) => {
                self.value(value);
            }
            Comparison::OneOf { values, otherwise } => {
                self.length(values.len());
                values.iter().for_each(|value| self.value(value));
                self.text(match otherwise {
                    Otherwise::Unmet => "unmet",
                    Otherwise::Undetermined => "undetermined",
                });
            }
            Comparison::Before(day) | Comparison::OnOrAfter(day) => self.text(&day.to_string()),
            Comparison::Includes(code) => self.text(code.as_str()),
            Comparison::IncludesAll(codes) | Comparison::Overlaps(codes) => {
                self.codes(codes.iter(), codes.len());
            }
            Comparison::CountAtLeast(n) => self.number((*n).into()),
            Comparison::Applies(applies) => self.number((*applies).into()),
        }
    }

    fn codes<'a>(&mut self, codes: impl Iterator<Item = &'a Symbol>, count: usize) {
        self.length(count);
        codes.for_each(|code| self.text(code.as_str()));
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Boolean(value) => {
                self.text("boolean");
                self.number((*value).into());
            }
            Value::Symbol(code) => {
                self.text("symbol");
                self.text(code.as_str());
            }
            Value::Integer(number) => {
                self.text("integer");
                self.number(*number);
            }
            Value::Decimal(number) => {
                self.text("decimal");
                self.text(&number.normalize().to_string());
            }
            Value::Date(day) => {
                self.text("date");
                self.text(&day.to_string());
            }
            Value::Set(codes) => {
                self.text("set");
                self.number(codes.is_complete().into());
                self.codes(Codes::iter(codes), codes.count());
            }
        }
    }
}
