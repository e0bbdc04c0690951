//! The hash that pins a rule set's content: SHA-256 over a form in which no two rule sets read alike.
//! Every text and list is preceded by its length, every choice by its word.

use sha2::{Digest, Sha256};

use crate::comparison::Filter;
use crate::node::{Node, Step};
use crate::{
    Codes, Comparison, Definition, Otherwise, Period, Point, RuleHash, RuleRef, Side, Stretch, Symbol, Value,
};

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
        // Rule sets in which nothing is confidential have kept their hashes since before anything could be.
        if node.confidential {
            self.text("confidential");
        }
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
            Step::Fact { key, comparison, if_missing } => {
                self.text(if if_missing.is_some() { "fact_or" } else { "fact" });
                self.text(key.as_str());
                if let Some(value) = if_missing {
                    self.value(value);
                }
                self.comparison(comparison);
            }
            Step::Rule { rule, .. } => {
                self.text("rule");
                self.rule(rule);
            }
            Step::Custom(custom) => {
                self.text("predicate");
                self.text(custom.name().as_str());
                self.number(custom.version().get().into());
                self.length(custom.reads().len());
                custom.reads().iter().for_each(|key| self.text(key.as_str()));
            }
        }
    }

    fn nodes(&mut self, word: &str, nodes: &[Node]) {
        self.text(word);
        self.length(nodes.len());
        nodes.iter().for_each(|node| self.node(node));
    }

    /// The clauses of the other rule set are covered by its own hash.
    fn rule(&mut self, rule: &RuleRef) {
        self.text(rule.id().as_str());
        self.number(rule.version().get().into());
        self.0.update(rule.hash().as_bytes());
    }

    fn comparison(&mut self, comparison: &Comparison) {
        match comparison {
            Comparison::Age { .. } => self.text("age"),
            Comparison::Apart { .. } => self.text("apart"),
            Comparison::Sum { .. } => self.text("sum"),
            Comparison::RecordsAtLeast { .. } => self.text("records_at_least"),
            Comparison::CoversPeriod(_) => self.text("covers_period"),
            Comparison::OverlapsPeriod(_) => self.text("overlaps_period"),
            _ => self.text(comparison.operator().name()),
        }
        match comparison {
            Comparison::Is(value) | Comparison::AtLeast(value) | Comparison::AtMost(value) => {
                self.value(value);
            }
            Comparison::Between { least, most } => {
                self.value(least);
                self.value(most);
            }
            Comparison::OneOf { values, otherwise } => {
                self.length(values.len());
                values.iter().for_each(|value| self.value(value));
                self.text(match otherwise {
                    Otherwise::Unmet => "unmet",
                    Otherwise::Undetermined => "undetermined",
                });
            }
            Comparison::Before(point)
            | Comparison::OnOrBefore(point)
            | Comparison::After(point)
            | Comparison::OnOrAfter(point)
            | Comparison::Covers(point) => self.point(point),
            Comparison::Within(stretch)
            | Comparison::CoversPeriod(stretch)
            | Comparison::OverlapsPeriod(stretch) => self.stretch(stretch),
            Comparison::Age { at, least, most } => {
                self.point(at);
                self.perhaps(*least, |form, least| form.number(least.into()));
                self.perhaps(*most, |form, most| form.number(most.into()));
            }
            Comparison::Apart { unit, side, moment, least, most } => {
                self.text(unit.name());
                self.text(match side {
                    Side::Before => "before",
                    Side::After => "after",
                });
                self.point(moment);
                self.perhaps(*least, |form, least| form.number(least.into()));
                self.perhaps(*most, |form, most| form.number(most.into()));
            }
            Comparison::Includes(code) => self.text(code.as_str()),
            Comparison::IncludesAll(codes) | Comparison::Overlaps(codes) => {
                self.codes(codes.iter(), codes.len());
            }
            Comparison::CountAtLeast(n) => self.number((*n).into()),
            Comparison::Holds { codes, code, valid, at, grace } => {
                self.codes(codes.iter(), codes.len());
                self.text(code.as_str());
                self.text(valid.as_str());
                self.point(at);
                self.perhaps(*grace, |form, grace| form.text(&grace.to_string()));
            }
            Comparison::RecordsAtLeast { n, matching } => {
                self.number((*n).into());
                self.filter(matching);
            }
            Comparison::Sum { of, grows, least, most, matching } => {
                self.text(of.as_str());
                self.number((*grows).into());
                self.perhaps(*least, |form, least| form.text(&least.normalize().to_string()));
                self.perhaps(*most, |form, most| form.text(&most.normalize().to_string()));
                self.filter(matching);
            }
            Comparison::Applies(applies) => self.number((*applies).into()),
        }
    }

    fn perhaps<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) {
        self.number(value.is_some().into());
        if let Some(value) = value {
            write(self, value);
        }
    }

    fn filter(&mut self, matching: &Filter) {
        self.length(matching.len());
        for (field, comparison) in matching {
            self.text(field.as_str());
            self.comparison(comparison);
        }
    }

    fn point(&mut self, point: &Point) {
        match point {
            // As it was before there were other moments.
            Point::Day(day) => self.text(&day.to_string()),
            Point::Instant(time) => {
                self.text("instant");
                self.text(&time.to_rfc3339());
            }
            Point::DayIn { day, zone } => {
                self.text("day in");
                self.text(&day.to_string());
                self.text(zone.name());
            }
            Point::Fact { fact, zone } => {
                self.text("fact");
                self.text(fact.as_str());
                self.perhaps(*zone, |form, zone| form.text(zone.name()));
            }
        }
    }

    fn stretch(&mut self, stretch: &Stretch) {
        match stretch {
            Stretch::Fact { fact, zone } => {
                self.text("fact");
                self.text(fact.as_str());
                self.perhaps(*zone, |form, zone| form.text(zone.name()));
            }
            Stretch::Between { from, until } => {
                self.text("between");
                self.perhaps(from.as_ref(), Self::point);
                self.perhaps(until.as_ref(), Self::point);
            }
        }
    }

    fn period(&mut self, period: Period) {
        self.text("period");
        self.perhaps(period.from(), |form, day| form.text(&day.to_string()));
        self.perhaps(period.until(), |form, day| form.text(&day.to_string()));
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
            Value::Instant(time) => {
                self.text("instant");
                self.text(&time.to_rfc3339());
            }
            Value::Period(period) => self.period(*period),
            Value::Records(records) => {
                self.text("records");
                self.number(records.is_complete().into());
                self.length(records.count());
                for record in records.iter() {
                    self.length(record.iter().count());
                    for (field, value) in record.iter() {
                        self.text(field.as_str());
                        self.value(value);
                    }
                }
            }
        }
    }
}
