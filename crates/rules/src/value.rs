//! What a fact can be: typed values without floats, and the plain literals officers write for them.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, SecondsFormat};
use guildhall_kernel::chrono_tz::Tz;
use guildhall_kernel::{Local, Time};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Period, Records, Symbol};

/// The value of a known fact. More types may follow, hence non-exhaustive.
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
    /// A moment of the world's time; in JSON such as `"2019-04-30T13:30:00Z"`.
    Instant(Time),
    /// Days without a gap.
    Period(Period),
    /// Several records.
    Records(Records),
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
            Self::Instant(_) => "an instant",
            Self::Period(_) => "a period",
            Self::Records(_) => "a list of records",
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
impl From<Time> for Value {
    fn from(value: Time) -> Self {
        Self::Instant(value)
    }
}
impl From<Period> for Value {
    fn from(value: Period) -> Self {
        Self::Period(value)
    }
}
impl From<Records> for Value {
    fn from(value: Records) -> Self {
        Self::Records(value)
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
/// such as `2019-04-30`, an instant such as `2019-04-30T12:00:00+02:00`, a wall time such as
/// `2019-04-30T12:00:00`, a decimal such as `0.80`, the key of a fact) follows from the fact it is compared
/// with.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Literal {
    /// Yes or no.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A code, a date, an instant, a decimal number or the key of a fact.
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

    /// The instant a text means: with an offset, or as a wall time in the zone.
    pub(crate) fn instant(&self, zone: Option<Tz>) -> Option<Time> {
        let Self::Text(text) = self else { return None };
        if let Ok(time) = DateTime::parse_from_rfc3339(text) {
            return Some(time.to_utc());
        }
        let wall = text.parse::<Local>().ok().filter(|local| matches!(local, Local::At(_)))?;
        wall.begins_in(zone?)
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
impl From<Time> for Literal {
    fn from(value: Time) -> Self {
        Self::Text(value.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}
impl From<Decimal> for Literal {
    fn from(value: Decimal) -> Self {
        Self::Text(value.to_string())
    }
}
