//! What a fact can be: typed values without floats, and the plain literals officers write for them.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Symbol;

/// The value of a known fact. More types follow (instants, periods), hence non-exhaustive.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// Yes or no.
    Boolean(bool),
    /// One code of a code list.
    Symbol(Symbol),
    /// A whole number.
    Integer(i64),
    /// An exact decimal number; in JSON a text, such as `"0.80"`.
    Decimal(#[schemars(with = "String")] Decimal),
    /// A day of the calendar.
    Date(NaiveDate),
    /// Several codes.
    Set(Codes),
}

impl Value {
    /// A single code.
    ///
    /// # Errors
    /// [`NameError`](crate::NameError) where the text is no code.
    pub fn symbol(code: impl AsRef<str>) -> Result<Self, crate::NameError> {
        Symbol::new(code).map(Self::Symbol)
    }

    /// The type in words with its article.
    pub(crate) const fn words(&self) -> &'static str {
        match self {
            Self::Boolean(_) => "yes or no",
            Self::Symbol(_) => "a code",
            Self::Integer(_) => "a whole number",
            Self::Decimal(_) => "a decimal number",
            Self::Date(_) => "a date",
            Self::Set(_) => "a set of codes",
        }
    }
}
impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}
impl From<Symbol> for Value {
    fn from(value: Symbol) -> Self {
        Self::Symbol(value)
    }
}
impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}
impl From<Decimal> for Value {
    fn from(value: Decimal) -> Self {
        Self::Decimal(value)
    }
}
impl From<NaiveDate> for Value {
    fn from(value: NaiveDate) -> Self {
        Self::Date(value)
    }
}
impl From<Codes> for Value {
    fn from(value: Codes) -> Self {
        Self::Set(value)
    }
}

/// Several codes, and whether they are all there are.
///
/// "Completed modules so far" may still grow, but never shrinks: what it includes is settled, what
/// it lacks is not (R2). A register extract of all tasks an authority has is complete: what it lacks
/// is settled too.
///
/// ```
/// use guildhall_rules::{Codes, Symbol};
///
/// let modules = Codes::so_far([Symbol::new("model")?, Symbol::new("strategy")?]);
/// assert!(modules.includes("model") && !modules.is_complete());
/// # Ok::<(), guildhall_rules::NameError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Codes {
    codes: BTreeSet<Symbol>,
    complete: bool,
}

impl Codes {
    /// These and no others.
    pub fn complete(codes: impl IntoIterator<Item = Symbol>) -> Self {
        Self { codes: codes.into_iter().collect(), complete: true }
    }

    /// At least these; others may follow.
    pub fn so_far(codes: impl IntoIterator<Item = Symbol>) -> Self {
        Self { codes: codes.into_iter().collect(), complete: false }
    }

    /// Whether these are all there are.
    pub const fn is_complete(&self) -> bool {
        self.complete
    }

    /// Whether the code is among them.
    pub fn includes(&self, code: &str) -> bool {
        self.codes.contains(code)
    }

    /// How many there are, so far.
    pub fn count(&self) -> usize {
        self.codes.len()
    }

    /// Every code, in byte order.
    pub fn iter(&self) -> impl Iterator<Item = &Symbol> {
        self.codes.iter()
    }
}

/// A single value as an officer writes it: `true`, `3` or a text. What a text means (a code, a date
/// such as `2019-04-30`, a decimal such as `0.80`) follows from the fact it is compared with.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Literal {
    /// Yes or no.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A code, a date or a decimal number.
    Text(String),
}

impl Literal {
    /// The kind in words with its article.
    pub(crate) const fn words(&self) -> &'static str {
        match self {
            Self::Boolean(_) => "yes or no",
            Self::Integer(_) => "a whole number",
            Self::Text(_) => "a text",
        }
    }

    pub(crate) fn date(&self) -> Option<NaiveDate> {
        match self {
            Self::Text(text) if text.len() == 10 => {
                text.parse().ok().filter(|day: &NaiveDate| day.to_string() == *text)
            }
            _ => None,
        }
    }

    pub(crate) fn decimal(&self) -> Option<Decimal> {
        match self {
            Self::Text(text) => Decimal::from_str_exact(text).ok(),
            Self::Integer(whole) => Some(Decimal::from(*whole)),
            Self::Boolean(_) => None,
        }
    }

    pub(crate) const fn integer(&self) -> Option<i64> {
        match self {
            Self::Integer(whole) => Some(*whole),
            _ => None,
        }
    }
}
impl std::fmt::Display for Literal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Boolean(value) => value.fmt(f),
            Self::Integer(value) => value.fmt(f),
            Self::Text(value) => value.fmt(f),
        }
    }
}
impl From<bool> for Literal {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}
impl From<i64> for Literal {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}
impl From<&str> for Literal {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}
impl From<&Symbol> for Literal {
    fn from(value: &Symbol) -> Self {
        Self::Text(value.as_str().to_owned())
    }
}
impl From<NaiveDate> for Literal {
    fn from(value: NaiveDate) -> Self {
        Self::Text(value.to_string())
    }
}
impl From<Decimal> for Literal {
    fn from(value: Decimal) -> Self {
        Self::Text(value.to_string())
    }
}
