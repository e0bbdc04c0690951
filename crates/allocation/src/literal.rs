//! What a document writes as one word or as several things: values, and which of them come first. Read
//! here with faults that say what may stand there (C6).

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Name;
use crate::limits::MAX_LISTED;

/// A value of an attribute: a whole number, or a text, which may be an instant.
///
/// Exhaustive on purpose: JSON has no other values that could be compared without doubt.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(untagged)]
pub enum WrittenValue {
    /// A number.
    Integer(i64),
    /// A text or an instant.
    Text(Name),
}

impl From<i64> for WrittenValue {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}
impl From<Name> for WrittenValue {
    fn from(text: Name) -> Self {
        Self::Text(text)
    }
}
impl<'de> Deserialize<'de> for WrittenValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Value;
        impl Visitor<'_> for Value {
            type Value = WrittenValue;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number of 64 bits or a text")
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<WrittenValue, E> {
                Ok(number.into())
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<WrittenValue, E> {
                i64::try_from(number)
                    .map(WrittenValue::from)
                    .map_err(|_| E::invalid_value(de::Unexpected::Unsigned(number), &self))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<WrittenValue, E> {
                Name::new(text).map(WrittenValue::from).map_err(E::custom)
            }
        }
        deserializer.deserialize_any(Value)
    }
}
impl JsonSchema for WrittenValue {
    fn schema_name() -> Cow<'static, str> {
        "Value".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let name = generator.subschema_for::<Name>();
        json_schema!({
            "description": "A whole number, or a text, which may be an instant.",
            "oneOf": [{ "type": "integer", "minimum": i64::MIN, "maximum": i64::MAX }, name],
            "examples": [12, "06", "2026-05-01T08:00:00Z"],
        })
    }
}

/// Which values come first in a priority: the word `highest` or `lowest`, or a list of texts, best first.
///
/// Exhaustive on purpose: whoever compares applicants must know all kinds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WrittenFirst {
    /// The highest number, or the latest instant.
    Highest,
    /// The lowest number, or the earliest instant.
    Lowest,
    /// These values in this order; values that are not named come after them, equal to each other.
    Listed(Vec<Name>),
}

impl Serialize for WrittenFirst {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Highest => serializer.serialize_str("highest"),
            Self::Lowest => serializer.serialize_str("lowest"),
            Self::Listed(values) => values.serialize(serializer),
        }
    }
}
impl<'de> Deserialize<'de> for WrittenFirst {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct First;
        impl<'de> Visitor<'de> for First {
            type Value = WrittenFirst;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("`highest`, `lowest` or a list of texts, best first")
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<WrittenFirst, E> {
                match word {
                    "highest" => Ok(WrittenFirst::Highest),
                    "lowest" => Ok(WrittenFirst::Lowest),
                    _ => Err(E::invalid_value(de::Unexpected::Str(word), &self)),
                }
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<WrittenFirst, A::Error> {
                let mut listed = Vec::new();
                while let Some(value) = values.next_element()? {
                    listed.push(value);
                }
                Ok(WrittenFirst::Listed(listed))
            }
        }
        deserializer.deserialize_any(First)
    }
}
impl JsonSchema for WrittenFirst {
    fn schema_name() -> Cow<'static, str> {
        "First".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let name = generator.subschema_for::<Name>();
        json_schema!({
            "description": "Which values come first: the highest or lowest number or instant, or these texts, best first.",
            "oneOf": [
                { "type": "string", "enum": ["highest", "lowest"] },
                { "type": "array", "items": name, "minItems": 1, "maxItems": MAX_LISTED, "uniqueItems": true },
            ],
            "examples": ["highest", ["mayor", "deputy"]],
        })
    }
}
