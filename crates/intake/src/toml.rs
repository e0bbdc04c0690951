//! TOML into nodes: every syntax fault at once, dates and times as the texts that serde expects.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::{DeFloat, DeInteger, DeTable, DeValue};
use toml::value::Datetime;

use crate::node::{Field, Node, Number, Span, Table, Value, shown};
use crate::text::Reading;

mod syntax;
mod twice;

use self::syntax::syntax;
use self::twice::Tables;

/// Tables and lists inside each other, and names in one key, that the parser reads at most.
const DEEPEST: usize = 80;

/// Reads a document. What is returned is whole if nothing but keys that stand twice was found wrong.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<Node> {
    let text = reading.source.text();
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut twice = Vec::new();
    let mut faults = Vec::new();
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        match error.message() {
            "duplicate key" => twice.push(span),
            said if said.starts_with("recursion limit") || said.starts_with("cannot recurse") => {
                let span = if span.is_empty() { longest_key(text) } else { span };
                let most = reading.deepest(DEEPEST);
                reading.fault(span, format!("tables and lists are nested deeper than {most}"));
                // What follows was not read as it is written.
                return None;
            }
            said => faults.push(syntax(text, span, said)),
        }
    }
    let broken = !faults.is_empty();
    faults.sort_by_key(|fault| fault.span.start);
    let mut lines = BTreeSet::new();
    let mut lines_of = Lines { text, at: 0, line: 0 };
    for fault in faults {
        // What else is wrong with a line follows from the first.
        if lines.insert(lines_of.line(fault.span.start)) {
            reading.fault_with(fault.span, fault.message, fault.help);
        }
    }
    let root = Span::new(reading.file, 0, text.len());
    let node = table(document.into_inner(), root, 0, reading);
    reading.keep_first_of_lines(broken);
    if let Some(node) = &node {
        said_twice(reading, text, node, twice, &lines);
    } else if !broken {
        let names = twice.into_iter().take(reading.shown());
        names.for_each(|span| reading.twice(span.clone(), text.get(span).unwrap_or_default(), None));
    }
    if broken { None } else { node }
}

fn said_twice(
    reading: &mut Reading<'_>,
    text: &str,
    node: &Node,
    mut twice: Vec<Range<usize>>,
    lines: &BTreeSet<usize>,
) {
    if twice.is_empty() {
        return;
    }
    twice.sort_by_key(|span| span.start);
    twice.dedup();
    let tables = Tables::of(text, node, &twice);
    let mut lines_of = Lines { text, at: 0, line: 0 };
    let mut left = reading.shown();
    let mut more = 0;
    for span in twice {
        if lines.contains(&lines_of.line(span.start)) {
            continue;
        }
        if left == 0 {
            more += 1;
        } else if let Some(twice) = tables.find(&span) {
            left -= 1;
            reading.twice(span, &twice.name, twice.first);
        }
    }
    if more > 0 {
        reading.whole(format!("{more} more fields stand twice"));
    }
}

/// The lines of bytes that are asked for in order.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    fn line(&mut self, byte: usize) -> usize {
        let between = self.text.as_bytes().get(self.at..byte).unwrap_or_default();
        self.line += memchr::memchr_iter(b'\n', between).count();
        self.at = self.at.max(byte);
        self.line
    }
}

/// The line with a key of too many names, which the parser does not point to.
fn longest_key(text: &str) -> Range<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.bytes().filter(|byte| *byte == b'.').count() >= DEEPEST - 1 {
            return at..at + line.trim_end().len();
        }
        at += line.len();
    }
    0..0
}

fn table(fields: DeTable<'_>, span: Span, depth: usize, reading: &mut Reading<'_>) -> Option<Node> {
    if !reading.enter(span, depth) {
        return None;
    }
    let mut made = Vec::with_capacity(fields.len());
    let mut whole = true;
    for (key, value) in fields {
        let keyed = key.span();
        let key_span = Span::new(reading.file, keyed.start, keyed.end);
        let at = value.span();
        let at = Span::new(reading.file, at.start, at.end);
        match node(value.into_inner(), at, depth + 1, reading) {
            Some(node) => made.push(Field { key: key.into_inner().into(), span: key_span, node }),
            None => whole = false,
        }
    }
    whole.then(|| Node::new(Value::Table(Table(made)), span))
}

fn node(value: DeValue<'_>, span: Span, depth: usize, reading: &mut Reading<'_>) -> Option<Node> {
    if !reading.count(span) {
        return None;
    }
    let value = match value {
        DeValue::String(text) => Value::Text(text.into()),
        DeValue::Integer(number) => Value::Number(integer(&number, span, reading)?),
        DeValue::Float(number) => Value::Number(float(&number, span, reading)?),
        DeValue::Boolean(value) => Value::Bool(value),
        DeValue::Datetime(moment) => Value::Moment(written(moment).into()),
        DeValue::Array(items) => {
            if !reading.enter(span, depth) {
                return None;
            }
            let mut list = Vec::with_capacity(items.len());
            let mut whole = true;
            for item in items {
                let at = item.span();
                let at = Span::new(reading.file, at.start, at.end);
                match node(item.into_inner(), at, depth + 1, reading) {
                    Some(node) => list.push(node),
                    None => whole = false,
                }
            }
            if !whole {
                return None;
            }
            Value::List(list)
        }
        DeValue::Table(fields) => return table(fields, span, depth, reading),
    };
    Some(Node::new(value, span))
}

fn integer(number: &DeInteger<'_>, span: Span, reading: &mut Reading<'_>) -> Option<Number> {
    let read = i64::from_str_radix(number.as_str(), number.radix()).map(Number::Signed);
    let read = read.or_else(|_| u64::from_str_radix(number.as_str(), number.radix()).map(Number::Unsigned));
    read.map_err(|_| reading.fault(span.bytes(), "the number is too large".to_owned())).ok()
}

fn float(number: &DeFloat<'_>, span: Span, reading: &mut Reading<'_>) -> Option<Number> {
    match number.as_str().parse::<f64>() {
        Ok(number) if number.is_finite() => Some(Number::Float(number)),
        _ => {
            let text = shown(number.as_str());
            reading.fault(span.bytes(), format!("expected a number, found `{text}`"));
            None
        }
    }
}

/// A date or time as RFC 3339 writes it, seconds included.
fn written(mut moment: Datetime) -> String {
    if let Some(time) = &mut moment.time {
        time.second.get_or_insert(0);
    }
    moment.to_string()
}
