//! Why serde, or a constructor behind it, refused a value, in an officer's words, and at which path.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Error, Expected, Unexpected};

use crate::node::{Path, Step, shown};

/// Why a value was refused.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) reason: Reason,
    /// Whether the name of the last field is meant, not its value.
    pub(crate) of_key: bool,
    /// From the value outwards.
    steps: Path,
}

#[derive(Debug)]
pub(crate) enum Reason {
    Missing(&'static str),
    Unknown {
        name: String,
        known: &'static [&'static str],
    },
    Variant {
        name: String,
        known: &'static [&'static str],
    },
    /// In the words of whoever refused it.
    Other(String),
}

impl Refusal {
    fn new(reason: Reason) -> Self {
        Self { reason, of_key: false, steps: Path::new() }
    }

    /// The same, seen from one value further out.
    pub(crate) fn within(mut self, step: Step<'static>) -> Self {
        self.steps.push(step);
        self
    }

    /// The name of a field was refused; an unknown field is named in the reason.
    pub(crate) fn of_key(mut self, key: &str) -> Self {
        if !matches!(self.reason, Reason::Unknown { .. }) {
            self.of_key = true;
            self.steps.push(Step::Key(Cow::Owned(key.to_owned())));
        }
        self
    }

    /// From the whole inwards.
    pub(crate) fn path(&self) -> Path {
        self.steps.iter().rev().cloned().collect()
    }
}

impl Error for Refusal {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(Reason::Other(message.to_string()))
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::custom(format!("expected {}, found {}", asked(expected), kind(found)))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Str(text) => format!("`{}`", shown(text)),
            Unexpected::Signed(number) => format!("`{number}`"),
            Unexpected::Unsigned(number) => format!("`{number}`"),
            Unexpected::Float(number) => format!("`{number}`"),
            other => kind(other).to_owned(),
        };
        Self::custom(format!("expected {}, found {found}", asked(expected)))
    }

    fn invalid_length(length: usize, expected: &dyn Expected) -> Self {
        Self::custom(format!("expected {}, found {length}", asked(expected)))
    }

    fn unknown_variant(name: &str, known: &'static [&'static str]) -> Self {
        Self::new(Reason::Variant { name: name.to_owned(), known })
    }

    fn unknown_field(name: &str, known: &'static [&'static str]) -> Self {
        Self::new(Reason::Unknown { name: name.to_owned(), known })
    }

    fn missing_field(name: &'static str) -> Self {
        Self::new(Reason::Missing(name))
    }

    fn duplicate_field(name: &'static str) -> Self {
        Self::custom(format!("the field `{name}` stands twice"))
    }
}
impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.reason {
            Reason::Missing(name) => write!(f, "missing field `{name}`"),
            Reason::Unknown { name, .. } => write!(f, "unknown field `{}`", shown(name)),
            Reason::Variant { name, known } => {
                write!(f, "expected {}, found `{}`", one_of(known.iter().copied()), shown(name))
            }
            Reason::Other(message) => f.write_str(message),
        }
    }
}
impl std::error::Error for Refusal {}

fn kind(found: Unexpected<'_>) -> &'static str {
    match found {
        Unexpected::Bool(_) => "yes or no",
        Unexpected::Unsigned(_) | Unexpected::Signed(_) => "a whole number",
        Unexpected::Float(_) => "a number with a fraction",
        Unexpected::Char(_) | Unexpected::Str(_) | Unexpected::Bytes(_) => "a text",
        Unexpected::Unit | Unexpected::Option => "nothing",
        Unexpected::Seq => "a list",
        Unexpected::Map => "a table",
        _ => "something else",
    }
}

/// What a type asks for, in an officer's words where serde speaks as a programmer.
fn asked(expected: &dyn Expected) -> String {
    let text = expected.to_string();
    let said = match text.as_str() {
        "a string" | "string" => "a text",
        "a character" => "one letter",
        "a boolean" => "`true` or `false`",
        "a sequence" => "a list",
        "a map" => "a table",
        "u8" => "a whole number from 0 to 255",
        "u16" => "a whole number from 0 to 65535",
        "u32" => "a whole number from 0 to 4294967295",
        "u64" | "u128" | "usize" => "a whole number from 0",
        "i8" => "a whole number from -128 to 127",
        "i16" => "a whole number from -32768 to 32767",
        "i32" => "a whole number from -2147483648 to 2147483647",
        "i64" | "i128" | "isize" => "a whole number",
        "f32" | "f64" => "a number",
        "a formatted date string" | "a formatted NaiveDate string" => "a date such as `2019-06-03`",
        text if text.starts_with("a nonzero ") => "a whole number other than 0",
        text if text.starts_with("struct ") || text.starts_with("internally tagged enum ") => "a table",
        text if text.starts_with("enum ") => "a text or a table with one field",
        _ => return text,
    };
    said.to_owned()
}

/// Every value that may stand here, such as "`a`, `b` or `c`".
pub(crate) fn one_of<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [] => "nothing".to_owned(),
        [only] => only.clone(),
        [before @ .., last] => format!("{} or {last}", before.join(", ")),
    }
}

/// Names in a row, such as "`a`, `b` and `c`".
pub(crate) fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [] => "none".to_owned(),
        [only] => only.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}
