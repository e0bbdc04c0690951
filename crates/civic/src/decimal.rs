//! Decimal numbers as officers write them: digits with a point between, in quotes.
//!
//! Guards C6: what is read is what was written, to the last digit. For a field of a definition:
//!
//! ```
//! use guildhall_civic::{Decimal, decimal};
//! use schemars::JsonSchema;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize, JsonSchema)]
//! struct Reading {
//!     #[serde(deserialize_with = "decimal::deserialize")]
//!     #[schemars(schema_with = "decimal::json_schema")]
//!     value: Decimal,
//! }
//!
//! assert_eq!(serde_json::from_str::<Reading>(r#"{ "value": "12.50" }"#)?.value.to_string(), "12.50");
//! assert!(serde_json::from_str::<Reading>(r#"{ "value": "1e3" }"#).is_err());
//! # Ok::<(), serde_json::Error>(())
//! ```

use std::borrow::Cow;

use rust_decimal::Decimal;
use schemars::{Schema, SchemaGenerator, json_schema as schema};
use serde::{Deserialize, Deserializer};

/// The text is no decimal number. It is not quoted, because it may come out of a table (C5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a number is written with digits and a point, such as `12.50`, and with 28 digits at most")]
pub struct DecimalError;

/// Reads a number such as `12.50` or `-3`: no exponent, no separators, no plus, nothing rounded.
///
/// # Errors
/// [`DecimalError`] for anything else.
pub fn read(text: &str) -> Result<Decimal, DecimalError> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let plain = match unsigned.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(unsigned),
    };
    if plain { Decimal::from_str_exact(text).map_err(|_| DecimalError) } else { Err(DecimalError) }
}

/// Reads a number out of text, for `#[serde(deserialize_with = "…")]`.
///
/// # Errors
/// Those of the deserialiser, and [`DecimalError`].
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    read(&Cow::<'de, str>::deserialize(deserializer)?).map_err(serde::de::Error::custom)
}

/// The schema of such a text, for `#[schemars(schema_with = "…")]`. It accepts more digits than are read.
pub fn json_schema(_: &mut SchemaGenerator) -> Schema {
    schema!({ "type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$", "examples": ["12.50"] })
}
