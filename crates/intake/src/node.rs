//! A definition as it was written, whatever it was written in: values with the place of each.

use std::borrow::Cow;
use std::fmt::Write as _;

use guildhall_kernel::serde_json;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) value: Value,
    pub(crate) span: Span,
}

/// Bytes of one of a document's files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) file: u32,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

#[derive(Clone, Debug)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    Number(Number),
    Text(Box<str>),
    /// A date or time that TOML knows without quotes.
    Moment(Box<str>),
    List(Vec<Node>),
    Table(Table),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Number {
    Signed(i64),
    Unsigned(u64),
    Float(f64),
}

/// Fields, ordered by key; no key stands twice.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table(pub(crate) Vec<Field>);

#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub(crate) key: Box<str>,
    pub(crate) span: Span,
    pub(crate) node: Node,
}

impl Span {
    pub(crate) fn new(file: u32, start: usize, end: usize) -> Self {
        let small = |byte| u32::try_from(byte).unwrap_or(u32::MAX);
        Self { file, start: small(start), end: small(end) }
    }
}

impl Node {
    pub(crate) const fn new(value: Value, span: Span) -> Self {
        Self { value, span }
    }

    /// The text, if it is one; a date without quotes is.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) | Value::Moment(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) const fn table(&self) -> Option<&Table> {
        match &self.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }

    pub(crate) const fn list(&self) -> Option<&Vec<Self>> {
        match &self.value {
            Value::List(list) => Some(list),
            _ => None,
        }
    }

    /// Tables and lists inside each other.
    pub(crate) fn height(&self) -> usize {
        let deepest = match &self.value {
            Value::List(list) => list.iter().map(Self::height).max(),
            Value::Table(table) => table.0.iter().map(|field| field.node.height()).max(),
            _ => return 0,
        };
        1 + deepest.unwrap_or_default()
    }

    /// What it is, in an officer's words.
    pub(crate) const fn found(&self) -> &'static str {
        match &self.value {
            Value::Null => "nothing",
            Value::Bool(_) => "yes or no",
            Value::Number(Number::Float(_)) => "a number with a fraction",
            Value::Number(_) => "a whole number",
            Value::Text(_) => "a text",
            Value::Moment(_) => "a date or time",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
        }
    }

    /// The scalar as it may be quoted in a message: short, on one line.
    pub(crate) fn quoted(&self) -> Option<String> {
        match &self.value {
            Value::Text(text) | Value::Moment(text) => Some(shown(text)),
            Value::Bool(value) => Some(value.to_string()),
            Value::Number(number) => Some(number.to_string()),
            Value::Null | Value::List(_) | Value::Table(_) => None,
        }
    }

    /// The value alone, for what cannot read nodes.
    pub(crate) fn json(&self) -> serde_json::Value {
        match &self.value {
            Value::Null => serde_json::Value::Null,
            Value::Bool(value) => (*value).into(),
            Value::Number(number) => number.json(),
            Value::Text(text) | Value::Moment(text) => serde_json::Value::String(text.to_string()),
            Value::List(list) => list.iter().map(Self::json).collect(),
            Value::Table(table) => {
                table.0.iter().map(|field| (field.key.to_string(), field.node.json())).collect()
            }
        }
    }

    pub(crate) fn of_json(json: &serde_json::Value, span: Span) -> Self {
        let value = match json {
            serde_json::Value::Null => Value::Null,
            serde_json::Value::Bool(value) => Value::Bool(*value),
            serde_json::Value::Number(number) => Value::Number(Number::of_json(number)),
            serde_json::Value::String(text) => Value::Text(text.as_str().into()),
            serde_json::Value::Array(list) => {
                Value::List(list.iter().map(|item| Self::of_json(item, span)).collect())
            }
            serde_json::Value::Object(fields) => {
                let mut fields: Vec<_> = fields
                    .iter()
                    .map(|(key, value)| Field {
                        key: key.as_str().into(),
                        span,
                        node: Self::of_json(value, span),
                    })
                    .collect();
                fields.sort_by(|a, b| a.key.cmp(&b.key));
                Value::Table(Table(fields))
            }
        };
        Self::new(value, span)
    }
}

impl Table {
    pub(crate) fn get(&self, key: &str) -> Option<&Field> {
        let at = self.position(key).ok()?;
        self.0.get(at)
    }

    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut Field> {
        let at = self.position(key).ok()?;
        self.0.get_mut(at)
    }

    /// Adds a field, or replaces the one of this key.
    pub(crate) fn insert(&mut self, field: Field) {
        match self.position(&field.key) {
            Ok(at) => {
                if let Some(old) = self.0.get_mut(at) {
                    *old = field;
                }
            }
            Err(at) => self.0.insert(at, field),
        }
    }

    pub(crate) fn remove(&mut self, key: &str) -> Option<Field> {
        self.position(key).ok().map(|at| self.0.remove(at))
    }

    fn position(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|field| (*field.key).cmp(key))
    }
}

impl Number {
    pub(crate) fn json(self) -> serde_json::Value {
        match self {
            Self::Signed(number) => number.into(),
            Self::Unsigned(number) => number.into(),
            // What is not finite was refused when it was read.
            Self::Float(number) => number.into(),
        }
    }

    pub(crate) fn of_json(number: &serde_json::Number) -> Self {
        match (number.as_i64(), number.as_u64()) {
            (Some(number), _) => Self::Signed(number),
            (_, Some(number)) => Self::Unsigned(number),
            _ => Self::Float(number.as_f64().unwrap_or_default()),
        }
    }
}
impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Signed(number) => number.fmt(f),
            Self::Unsigned(number) => number.fmt(f),
            Self::Float(number) => number.fmt(f),
        }
    }
}

/// A text as it may stand in a message: at most sixty characters, control characters escaped.
pub(crate) fn shown(text: &str) -> String {
    let mut said = String::new();
    for (nth, c) in text.chars().enumerate() {
        if nth == 60 {
            said.push('…');
            break;
        }
        match c {
            c if c.is_control() => {
                let _ = write!(said, "{}", c.escape_default());
            }
            '`' => said.push('\''),
            c => said.push(c),
        }
    }
    said
}

/// One step from a value into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step<'a> {
    Key(Cow<'a, str>),
    Nth(usize),
}

/// Where a value stands in its document, from the whole inwards.
pub(crate) type Path = Vec<Step<'static>>;

impl Node {
    /// One step in.
    pub(crate) fn step(&self, step: &Step<'_>) -> Option<&Self> {
        match (&self.value, step) {
            (Value::Table(table), Step::Key(key)) => table.get(key).map(|field| &field.node),
            (Value::List(list), Step::Nth(nth)) => list.get(*nth),
            _ => None,
        }
    }

    pub(crate) fn step_mut(&mut self, step: &Step<'_>) -> Option<&mut Self> {
        match (&mut self.value, step) {
            (Value::Table(table), Step::Key(key)) => table.get_mut(key).map(|field| &mut field.node),
            (Value::List(list), Step::Nth(nth)) => list.get_mut(*nth),
            _ => None,
        }
    }

    /// The value at a path, if there is one.
    pub(crate) fn at(&self, path: &[Step<'_>]) -> Option<&Self> {
        path.iter().try_fold(self, |node, step| node.step(step))
    }

    pub(crate) fn at_mut(&mut self, path: &[Step<'_>]) -> Option<&mut Self> {
        path.iter().try_fold(self, |node, step| node.step_mut(step))
    }

    /// The value at the longest part of a path that exists, and how long that is. A path does not tell a
    /// name with dots in it from names inside each other, so that both are tried.
    pub(crate) fn nearest(&self, path: &[Step<'_>]) -> (&Self, usize) {
        let longer = (1..=path.len()).filter_map(|steps| {
            let (name, rest) = path.split_at_checked(steps)?;
            let (node, depth) = self.named(name)?.nearest(rest);
            Some((node, steps + depth))
        });
        longer.rev().max_by_key(|(_, depth)| *depth).unwrap_or((self, 0))
    }

    /// The value at one step, or at a name that dots divide into several.
    fn named(&self, steps: &[Step<'_>]) -> Option<&Self> {
        if let [step] = steps {
            return self.step(step);
        }
        let names = steps.iter().map(|step| match step {
            Step::Key(key) => Some(key.as_ref()),
            Step::Nth(_) => None,
        });
        self.step(&Step::Key(names.collect::<Option<Vec<_>>>()?.join(".").into()))
    }
}
