//! TOML into nodes: every syntax fault at once, dates and times as the texts that serde expects.

use toml::de::{DeFloat, DeInteger, DeTable, DeValue};
use toml::value::Datetime;

use crate::node::{Field, Node, Number, Span, Table, Value, shown};
use crate::text::Reading;

/// Reads a document. What is returned is whole if nothing but keys that stand twice was found wrong.
pub(crate) fn read(reading: &mut Reading<'_>) -> Option<Node> {
    let text = reading.source.text();
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut twice = Vec::new();
    let mut broken = false;
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        if error.message() == "duplicate key" {
            twice.push(span);
        } else {
            broken = true;
            reading.fault(span, sentence(error.message()));
        }
    }
    let root = Span::new(reading.file, 0, text.len());
    let node = table(document.into_inner(), root, 0, reading);
    for span in twice {
        let key = text.get(span.clone()).unwrap_or_default().trim_matches(['"', '\'']);
        let first = node.as_ref().and_then(|node| before(node, key, Span::new(reading.file, span.start, 0)));
        reading.twice(span, key, first);
    }
    if broken { None } else { node }
}

/// The field of this name that stands nearest before a place: the table it is in begins before, and
/// the one that stands twice is in the same.
fn before(node: &Node, key: &str, place: Span) -> Option<Span> {
    let nodes: Box<dyn Iterator<Item = &Node>> = match &node.value {
        Value::List(list) => Box::new(list.iter()),
        Value::Table(table) => Box::new(table.0.iter().map(|field| &field.node)),
        _ => return None,
    };
    let own = node.table().and_then(|table| table.get(key)).map(|field| field.span);
    let deeper = nodes.filter_map(|node| before(node, key, place));
    deeper.chain(own).filter(|span| span.start < place.start).max_by_key(|span| span.start)
}

/// The parser's words on one line.
fn sentence(message: &str) -> String {
    let plain = |c: char| match c {
        '\'' => '`',
        c if c.is_control() => ' ',
        c => c,
    };
    message.chars().map(plain).collect()
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
