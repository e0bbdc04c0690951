//! Values to go on with where what was written was refused. They are never returned or shown: they only
//! let the rest of the document be checked.

use std::collections::HashMap;

use guildhall_kernel::serde_json::{Value as Json, json};

use crate::expectation::literals;
use crate::node::{Field, Node, Number, Path, Span, Step, Table, Value};
use crate::schemas::Schema;

/// Values of one place are compared with at most so many others.
const SIBLINGS: usize = 3;

/// At most so many values are tried in one place.
const TRIED: usize = 24;

/// Good values of a document by what the schema says of them.
#[derive(Debug, Default)]
pub(crate) struct Siblings(HashMap<usize, Vec<Node>>);

impl Siblings {
    /// Every value that stands in a place of its own; those in `but` were refused.
    pub(crate) fn of(schema: &Schema, root: &Node, but: &[Path]) -> Self {
        let mut siblings = Self::default();
        let mut path = Path::new();
        siblings.walk(schema, root, &[&schema.json], &mut path, but);
        siblings
    }

    fn walk(&mut self, schema: &Schema, node: &Node, parts: &[&Json], path: &mut Path, but: &[Path]) {
        if but.iter().any(|refused| refused == path) || path.len() > 32 {
            return;
        }
        if !but.iter().any(|refused| refused.starts_with(path)) {
            for part in parts {
                let known = self.0.entry(std::ptr::from_ref::<Json>(part).addr()).or_default();
                if known.len() < SIBLINGS {
                    known.push(node.clone());
                }
            }
        }
        let inner = |step: &Step<'_>| -> Vec<&Json> {
            parts.iter().flat_map(|part| schema.inner(part, step, Some(node))).collect()
        };
        match &node.value {
            Value::List(list) => {
                for (nth, element) in list.iter().enumerate() {
                    let step = Step::Nth(nth);
                    let parts = inner(&step);
                    path.push(step);
                    self.walk(schema, element, &parts, path, but);
                    path.pop();
                }
            }
            Value::Table(table) => {
                for field in &table.0 {
                    let step = Step::Key(field.key.to_string().into());
                    let parts = inner(&step);
                    path.push(step);
                    self.walk(schema, &field.node, &parts, path, but);
                    path.pop();
                }
            }
            _ => {}
        }
    }

    fn get(&self, part: &Json) -> &[Node] {
        self.0.get(&std::ptr::from_ref::<Json>(part).addr()).map_or(&[], Vec::as_slice)
    }
}

/// What a sample is made for.
pub(crate) struct Wanted<'a> {
    pub(crate) schema: &'a Schema,
    pub(crate) siblings: &'a Siblings,
    /// The table that it stands in.
    pub(crate) beside: Option<&'a Table>,
    /// What was refused.
    pub(crate) original: Option<&'a Node>,
    /// Tells the values made up in one document apart.
    pub(crate) serial: usize,
    pub(crate) span: Span,
}

impl Wanted<'_> {
    /// Values that may do, the likeliest first.
    pub(crate) fn samples(&self, parts: &[&Json]) -> Vec<Node> {
        let mut samples = Vec::new();
        for part in parts {
            self.of(part, 0, &mut samples);
        }
        if let Some(original) = self.original.and_then(Node::text)
            && parts.iter().all(|part| self.is_words(part, 0))
        {
            // The word that is most like the one that was written may be the one that was meant.
            samples.sort_by_key(|sample| match sample {
                Value::Text(word) => strsim::damerau_levenshtein(original, word),
                _ => usize::MAX,
            });
        }
        samples.truncate(TRIED);
        samples.into_iter().map(|value| Node::new(value, self.span)).collect()
    }

    /// Whether only certain words may stand there.
    fn is_words(&self, part: &Json, depth: usize) -> bool {
        let part = self.schema.resolved(part);
        let words = |keyword| {
            let branches = part.get(keyword).and_then(Json::as_array);
            branches.is_some_and(|branches| branches.iter().all(|branch| self.is_words(branch, depth + 1)))
        };
        literals(part).is_some() || (depth < 4 && (words("oneOf") || words("anyOf")))
    }

    fn of(&self, part: &Json, depth: usize, samples: &mut Vec<Value>) {
        let named = part;
        let part = self.schema.resolved(part);
        if depth > 6 || samples.len() > TRIED {
            return;
        }
        let text = |text: &str| Value::Text(text.into());
        let given = |json: &Json| Node::of_json(json, self.span).value;
        if let Some(values) = part.get("enum").and_then(Json::as_array) {
            return samples.extend(values.iter().map(given));
        }
        if let Some(value) = part.get("const") {
            return samples.push(given(value));
        }
        let kinds: Vec<&str> = match part.get("type") {
            Some(Json::String(kind)) => vec![kind],
            Some(Json::Array(kinds)) => kinds.iter().filter_map(Json::as_str).collect(),
            _ => Vec::new(),
        };
        let siblings = self.siblings.get(part).iter().chain(self.siblings.get(named));
        let siblings: Vec<Value> = siblings.map(|node| node.value.clone()).collect();
        let plain = kinds.contains(&"string") && part.get("format").is_none();
        if plain {
            samples.extend(self.original.and_then(Node::text).and_then(slug).map(Value::Text));
            if part.get("pattern").is_none() {
                samples.push(Value::Text(format!("x{}", self.serial).into()));
            }
            for sibling in &siblings {
                if let Value::Text(sibling) = sibling {
                    samples.push(Value::Text(format!("{sibling}-x{}", self.serial).into()));
                }
            }
        } else if kinds.contains(&"string") {
            let beside = self.beside.into_iter().flat_map(|table| &table.0);
            let alike = |sibling: &&Field| {
                siblings.iter().any(|known| matches!((known, &sibling.node.value),
                    (Value::Text(a) | Value::Moment(a), Value::Text(b) | Value::Moment(b)) if a.len() == b.len()))
            };
            samples.extend(beside.filter(alike).map(|field| field.node.value.clone()));
        }
        samples.extend(siblings);
        samples.extend(part.get("default").filter(|value| !value.is_null()).map(given));
        let examples = part.get("examples").and_then(Json::as_array);
        samples.extend(examples.into_iter().flatten().map(given));
        for kind in &kinds {
            match *kind {
                "string" => samples.extend(stock(part).iter().map(|value| text(value))),
                "integer" | "number" => {
                    let bound = |name: &str| part.get(name).and_then(Json::as_i64);
                    let numbers = [bound("minimum"), Some(1), bound("maximum"), Some(0), Some(2019)];
                    samples.extend(numbers.into_iter().flatten().map(|n| Value::Number(Number::Signed(n))));
                }
                "boolean" => samples.extend([Value::Bool(false), Value::Bool(true)]),
                "array" => samples.extend(self.list(part, depth)),
                "object" => samples.extend(self.table(part, depth)),
                _ => {}
            }
        }
        for keyword in ["oneOf", "anyOf", "allOf"] {
            let branches = part.get(keyword).and_then(Json::as_array);
            branches.into_iter().flatten().for_each(|branch| self.of(branch, depth + 1, samples));
        }
        if kinds.contains(&"null") {
            samples.push(Value::Null);
        }
    }

    fn first(&self, part: &Json, depth: usize) -> Option<Value> {
        let mut samples = Vec::new();
        self.of(part, depth + 1, &mut samples);
        samples.into_iter().next()
    }

    fn list(&self, part: &Json, depth: usize) -> Vec<Value> {
        let least = part.get("minItems").and_then(Json::as_u64).and_then(|n| usize::try_from(n).ok());
        let least = least.unwrap_or_default().min(8);
        let one = part.get("items").filter(|items| items.is_object());
        let one = one.and_then(|items| self.first(items, depth)).map(|value| Node::new(value, self.span));
        let of = |many: usize| one.clone().map(|one| Value::List(vec![one; many]));
        let mut lists = Vec::new();
        if least == 0 {
            lists.push(Value::List(Vec::new()));
        }
        lists.extend(of(least.max(1)));
        lists
    }

    fn table(&self, part: &Json, depth: usize) -> Vec<Value> {
        let mut table = Table::default();
        let span = self.span;
        let mut put = |key: &str, value: Value| {
            table.insert(Field { key: key.into(), span, node: Node::new(value, span) });
        };
        let required = part.get("required").and_then(Json::as_array);
        for key in required.into_iter().flatten().filter_map(Json::as_str) {
            let field = part.get("properties").and_then(|fields| fields.get(key));
            if let Some(value) = field.and_then(|field| self.first(field, depth)) {
                put(key, value);
            }
        }
        let any = part.get("additionalProperties").filter(|any| any.is_object());
        if let Some(value) = any.and_then(|any| self.first(any, depth)) {
            // Tables from a language or a code to a value are the common ones.
            put("en", value);
        }
        vec![Value::Table(table)]
    }
}

/// The text as a code might be written.
fn slug(text: &str) -> Option<Box<str>> {
    let mut slug = String::new();
    for c in text.chars().take(48) {
        match c.to_ascii_lowercase() {
            c if c.is_ascii_alphanumeric() => slug.push(c),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    let slug = slug.trim_end_matches('-');
    (!slug.is_empty() && slug != text).then(|| slug.into())
}

/// Texts of the forms that definitions use.
fn stock(part: &Json) -> &'static [&'static str] {
    match part.get("format").and_then(Json::as_str) {
        Some("date") => &["2020-01-01"],
        Some("date-time") => &["2020-01-01T00:00:00Z"],
        Some("partial-date-time" | "local-date-time") => &["2020-01-01T00:00:00"],
        Some("partial-time" | "time") => &["00:00:00"],
        Some("uuid") => &["00000000-0000-4000-8000-000000000000"],
        Some("uri") => &["https://example.org/"],
        _ => &[
            "x",
            "en",
            "SI",
            "EUR",
            "1",
            "0.5",
            "2020-01-01",
            "2020-01-01T00:00:00",
            "Europe/Ljubljana",
            "a@example.org",
            "https://example.org/",
            "x@1",
            "SI:x:1",
        ],
    }
}

/// Whatever may stand in for a value of no known form.
pub(crate) fn last_resort(span: Span) -> Vec<Node> {
    [json!({}), json!([]), json!("x"), json!(1)].iter().map(|value| Node::of_json(value, span)).collect()
}
