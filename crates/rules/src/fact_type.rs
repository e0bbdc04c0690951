//! The types a declared fact can have, and the values each admits (C6).

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use guildhall_kernel::LocalisedText;
use guildhall_kernel::chrono_tz::Tz;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::name::ONE_WORD;
use crate::{Literal, RecordType, Symbol, Value};

/// What kind of value a fact has, and which of them. More types may follow, hence non-exhaustive.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactType {
    /// Yes or no.
    Boolean,
    /// One code: of this list, or any where there is none.
    Symbol(Option<CodeList>),
    /// A whole number inside these bounds.
    Integer(Bounds<i64>),
    /// An exact decimal number inside these bounds.
    Decimal(Bounds<Decimal>),
    /// A day inside these bounds.
    Date(Bounds<NaiveDate>),
    /// Several codes: of this list, or any where there is none.
    Set(Option<CodeList>),
    /// A moment of the world's time. Its day, where a rule asks for it, is read on a clock in this zone.
    Instant(Option<Tz>),
    /// Days without a gap.
    Period,
    /// Several records with these fields.
    Records(RecordType),
}

impl FactType {
    /// Whether a fact of this type can have the value.
    pub fn admits(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Boolean, Value::Boolean(_)) => true,
            (Self::Symbol(list), Value::Symbol(code)) => {
                list.as_ref().is_none_or(|list| list.has(code.as_str()))
            }
            (Self::Integer(bounds), Value::Integer(value)) => bounds.contain(value),
            (Self::Decimal(bounds), Value::Decimal(value)) => bounds.contain(value),
            (Self::Date(bounds), Value::Date(value)) => bounds.contain(value),
            (Self::Set(list), Value::Set(codes)) => {
                list.as_ref().is_none_or(|list| codes.iter().all(|code| list.has(code.as_str())))
            }
            (Self::Instant(_), Value::Instant(_)) | (Self::Period, Value::Period(_)) => true,
            (Self::Records(kind), Value::Records(records)) => {
                records.iter().all(|record| kind.admits(record))
            }
            _ => false,
        }
    }

    /// The value that an officer's literal means for a fact of this type, whether admitted or not.
    /// For a set it is one code of it.
    pub(crate) fn read(&self, literal: &Literal) -> Option<Value> {
        match (self, literal) {
            (Self::Boolean, Literal::Boolean(value)) => Some(Value::Boolean(*value)),
            (Self::Symbol(_) | Self::Set(_), Literal::Text(text)) => Value::symbol(text).ok(),
            (Self::Integer(_), _) => literal.integer().map(Value::Integer),
            (Self::Decimal(_), _) => literal.decimal().map(Value::Decimal),
            (Self::Date(_), _) => literal.date().map(Value::Date),
            (Self::Instant(zone), _) => literal.instant(*zone).map(Value::Instant),
            _ => None,
        }
    }

    /// Whether the value is of this type, within its list or bounds or not.
    pub(crate) const fn is_of(&self, value: &Value) -> bool {
        matches!(
            (self, value),
            (Self::Boolean, Value::Boolean(_))
                | (Self::Symbol(_), Value::Symbol(_))
                | (Self::Integer(_), Value::Integer(_))
                | (Self::Decimal(_), Value::Decimal(_))
                | (Self::Date(_), Value::Date(_))
                | (Self::Set(_), Value::Set(_))
                | (Self::Instant(_), Value::Instant(_))
                | (Self::Period, Value::Period(_))
                | (Self::Records(_), Value::Records(_))
        )
    }

    /// Whether a fact of this type is a moment: a day or an instant.
    pub(crate) const fn is_moment(&self) -> bool {
        matches!(self, Self::Date(_) | Self::Instant(_))
    }

    /// On whose clock an instant's day is read, where this is an instant that says so.
    pub const fn zone(&self) -> Option<Tz> {
        match self {
            Self::Instant(zone) => *zone,
            _ => None,
        }
    }

    /// The closed list of codes, where this type has one.
    pub const fn codes(&self) -> Option<&CodeList> {
        match self {
            Self::Symbol(Some(list)) | Self::Set(Some(list)) => Some(list),
            _ => None,
        }
    }
}
/// The type in words with its article: "a code (one of `granted`, `refused`)".
impl fmt::Display for FactType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean => f.write_str("yes or no"),
            Self::Symbol(None) => f.write_str("a code"),
            Self::Symbol(Some(list)) => write!(f, "a code (one of {list})"),
            Self::Integer(bounds) => write!(f, "a whole number{bounds}"),
            Self::Decimal(bounds) => write!(f, "a decimal number{bounds}"),
            Self::Date(bounds) => write!(f, "a date{bounds}"),
            Self::Set(None) => f.write_str("a set of codes"),
            Self::Set(Some(list)) => write!(f, "a set of codes (out of {list})"),
            Self::Instant(None) => f.write_str("an instant"),
            Self::Instant(Some(zone)) => write!(f, "an instant (in {zone})"),
            Self::Period => f.write_str("a period"),
            Self::Records(kind) => write!(f, "a list of records ({kind})"),
        }
    }
}

/// The smallest and the largest value a fact can have, both included; either may be absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bounds<T> {
    min: Option<T>,
    max: Option<T>,
}

/// The smallest value lies above the largest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the smallest value lies above the largest")]
pub struct BoundsError;

impl<T: PartialOrd> Bounds<T> {
    /// Any value of the type.
    pub const ANY: Self = Self { min: None, max: None };

    /// From `min` to `max`, both included.
    ///
    /// # Errors
    /// [`BoundsError`] where `min` lies above `max`.
    pub fn new(min: Option<T>, max: Option<T>) -> Result<Self, BoundsError> {
        match (&min, &max) {
            (Some(least), Some(most)) if least > most => Err(BoundsError),
            _ => Ok(Self { min, max }),
        }
    }

    /// The smallest value.
    pub const fn min(&self) -> Option<&T> {
        self.min.as_ref()
    }

    /// The largest value.
    pub const fn max(&self) -> Option<&T> {
        self.max.as_ref()
    }

    /// Whether the value lies inside.
    pub fn contain(&self, value: &T) -> bool {
        self.min.as_ref().is_none_or(|min| min <= value) && self.max.as_ref().is_none_or(|max| value <= max)
    }
}
impl<T: fmt::Display> fmt::Display for Bounds<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.min, &self.max) {
            (None, None) => Ok(()),
            (Some(min), None) => write!(f, " (from {min})"),
            (None, Some(max)) => write!(f, " (to {max})"),
            (Some(min), Some(max)) => write!(f, " (from {min} to {max})"),
        }
    }
}

/// A closed list of codes, with or without what each means. Written as a list of codes, or as a
/// table from code to label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "WrittenCodes", into = "WrittenCodes")]
#[schemars(with = "WrittenCodes")]
pub struct CodeList {
    codes: BTreeMap<Symbol, Option<LocalisedText>>,
}

/// Why some codes make no closed list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeListError {
    /// None at all.
    #[error("a closed list needs at least one code")]
    Empty,
    /// One stands there twice.
    #[error("the code `{0}` is listed twice")]
    Repeated(Symbol),
}

impl CodeList {
    /// The codes without labels.
    ///
    /// # Errors
    /// [`CodeListError`] where there is none, or one is listed twice.
    pub fn new(codes: impl IntoIterator<Item = Symbol>) -> Result<Self, CodeListError> {
        Self::collect(codes.into_iter().map(|code| (code, None)))
    }

    /// The codes, each with what it means.
    ///
    /// # Errors
    /// [`CodeListError`] where there is none, or one is listed twice.
    pub fn labelled(codes: impl IntoIterator<Item = (Symbol, LocalisedText)>) -> Result<Self, CodeListError> {
        Self::collect(codes.into_iter().map(|(code, label)| (code, Some(label))))
    }

    fn collect(codes: impl Iterator<Item = (Symbol, Option<LocalisedText>)>) -> Result<Self, CodeListError> {
        let mut list = BTreeMap::new();
        for (code, label) in codes {
            if list.insert(code.clone(), label).is_some() {
                return Err(CodeListError::Repeated(code));
            }
        }
        if list.is_empty() { Err(CodeListError::Empty) } else { Ok(Self { codes: list }) }
    }

    /// Whether the code is listed.
    pub fn has(&self, code: &str) -> bool {
        self.codes.contains_key(code)
    }

    /// What the code means, where the list says so.
    pub fn label(&self, code: &str) -> Option<&LocalisedText> {
        self.codes.get(code).and_then(Option::as_ref)
    }

    /// Every code, in byte order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Symbol> {
        self.codes.keys()
    }
}
/// The first few codes.
impl fmt::Display for CodeList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 5;
        let shown: Vec<_> = self.iter().take(SHOWN).map(|code| format!("`{code}`")).collect();
        f.write_str(&shown.join(", "))?;
        match self.codes.len().checked_sub(SHOWN) {
            None | Some(0) => Ok(()),
            Some(more) => write!(f, " and {more} more"),
        }
    }
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "CodeList", extend("examples" = [["granted", "refused"]]))]
enum WrittenCodes {
    Plain(#[schemars(extend("minItems" = 1, "uniqueItems" = true))] Vec<Symbol>),
    Labelled(
        #[schemars(with = "BTreeMap<String, LocalisedText>", extend(
            "minProperties" = 1,
            "propertyNames" = serde_json::json!({ "pattern": ONE_WORD, "maxLength": 256 }),
        ))]
        BTreeMap<Symbol, LocalisedText>,
    ),
}
impl TryFrom<WrittenCodes> for CodeList {
    type Error = CodeListError;

    fn try_from(written: WrittenCodes) -> Result<Self, CodeListError> {
        match written {
            WrittenCodes::Plain(codes) => Self::new(codes),
            WrittenCodes::Labelled(codes) => Self::labelled(codes),
        }
    }
}
impl From<CodeList> for WrittenCodes {
    fn from(list: CodeList) -> Self {
        // A list is labelled as a whole or not at all, so a code without a label means a plain list.
        let labels: Option<BTreeMap<_, _>> =
            list.codes.iter().map(|(code, label)| label.clone().map(|label| (code.clone(), label))).collect();
        labels.map_or_else(|| Self::Plain(list.codes.into_keys().collect()), Self::Labelled)
    }
}
