//! Lets the JSON Schema validator read nodes as they are, without a copy of the document.

use std::borrow::Cow;

use guildhall_kernel::serde_json::{self, Number as JsonNumber};
use jsonschema::JsonType;
use jsonschema::json::{self, Json, NodeIdentity};

use crate::node::{Field, Node, Number, Span, Table, Value};

/// Nodes, as the validator knows a representation of JSON.
pub(crate) struct Nodes;

impl Default for Node {
    fn default() -> Self {
        Self::new(Value::Null, Span::default())
    }
}

impl Json for Nodes {
    type Node<'a> = &'a Node;
    type PreparedKey = Box<str>;
    type StringBuffer = Node;

    // A lookup compares keys at every probe, so a pass over the fields soon costs less.
    const KEYS_PER_LOOKUP: usize = 2;

    fn prepare_key(key: &str) -> Box<str> {
        key.into()
    }

    fn with_string_node<T>(buffer: &mut Node, string: &str, f: impl FnOnce(&Node) -> T) -> T {
        buffer.value = Value::Text(string.into());
        f(buffer)
    }
}

impl<'a> json::Node<'a, Nodes> for &'a Node {
    type Object = &'a Table;
    type Array = &'a [Node];
    type Number = Number;

    fn as_object(&self) -> Option<&'a Table> {
        self.table()
    }

    fn as_array(&self) -> Option<&'a [Node]> {
        self.list().map(Vec::as_slice)
    }

    fn as_string(&self) -> Option<Cow<'a, str>> {
        self.text().map(Cow::Borrowed)
    }

    fn as_number(&self) -> Option<Number> {
        match self.value {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }

    fn as_boolean(&self) -> Option<bool> {
        match self.value {
            Value::Bool(value) => Some(value),
            _ => None,
        }
    }

    fn is_null(&self) -> bool {
        matches!(self.value, Value::Null)
    }

    fn json_type(&self) -> JsonType {
        match self.value {
            Value::Null => JsonType::Null,
            Value::Bool(_) => JsonType::Boolean,
            Value::Number(_) => JsonType::Number,
            Value::Text(_) | Value::Moment(_) => JsonType::String,
            Value::List(_) => JsonType::Array,
            Value::Table(_) => JsonType::Object,
        }
    }

    fn equals_value(&self, expected: &serde_json::Value) -> bool {
        match (self.text(), expected) {
            (Some(text), serde_json::Value::String(expected)) => text == expected,
            (Some(_), _) | (_, serde_json::Value::String(_)) => false,
            _ => json::cmp::equal(&self.json(), expected),
        }
    }

    fn to_value(&self) -> Cow<'a, serde_json::Value> {
        Cow::Owned(self.json())
    }

    fn identity(&self) -> Option<NodeIdentity> {
        Some(NodeIdentity::new(std::ptr::from_ref::<Node>(self).addr()))
    }
}

impl<'a> json::Object<'a, Nodes> for &'a Table {
    type Node = &'a Node;
    type MemberName = &'a str;
    type MembersIter = Members<'a>;

    fn len(&self) -> usize {
        self.0.len()
    }

    fn get(&self, key: &Box<str>) -> Option<&'a Node> {
        Table::get(self, key).map(|field| &field.node)
    }

    fn members(&self) -> Members<'a> {
        Members(self.0.iter())
    }
}

/// The fields of a table, one by one.
pub(crate) struct Members<'a>(std::slice::Iter<'a, Field>);

impl<'a> Iterator for Members<'a> {
    type Item = (&'a str, &'a Node);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|field| (&*field.key, &field.node))
    }
}

impl<'a> json::Array<'a, Nodes> for &'a [Node] {
    type Node = &'a Node;
    type ElementsIter = std::slice::Iter<'a, Node>;

    fn len(&self) -> usize {
        <[Node]>::len(self)
    }

    fn elements(&self) -> std::slice::Iter<'a, Node> {
        self.iter()
    }
}

impl json::JsonNumber for Number {
    fn as_u64(&self) -> Option<u64> {
        match *self {
            Self::Signed(number) => u64::try_from(number).ok(),
            Self::Unsigned(number) => Some(number),
            Self::Float(_) => None,
        }
    }

    fn as_i64(&self) -> Option<i64> {
        match *self {
            Self::Signed(number) => Some(number),
            Self::Unsigned(number) => i64::try_from(number).ok(),
            Self::Float(_) => None,
        }
    }

    #[expect(
        clippy::as_conversions,
        reason = "the validator wants the nearest fraction, and there is no other way"
    )]
    fn as_f64(&self) -> Option<f64> {
        Some(match *self {
            Self::Signed(number) => number as f64,
            Self::Unsigned(number) => number as f64,
            Self::Float(number) => number,
        })
    }

    fn as_str(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }

    fn to_number(&self) -> Cow<'_, JsonNumber> {
        Cow::Owned(match *self {
            Self::Signed(number) => number.into(),
            Self::Unsigned(number) => number.into(),
            Self::Float(number) => JsonNumber::from_f64(number).unwrap_or_else(|| 0.into()),
        })
    }

    fn is_integer(&self) -> bool {
        match *self {
            Self::Signed(_) | Self::Unsigned(_) => true,
            // serde has no whole number out of `1.0`, whatever the standard says.
            Self::Float(_) => false,
        }
    }

    fn is_written_as_integer(&self) -> bool {
        !matches!(self, Self::Float(_))
    }
}
