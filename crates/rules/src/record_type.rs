//! What the records of a list are like: their declared fields (C6).

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Declaration, FactKey, FactType, Record, Value};

/// The fields of a record, each declared as a fact is: name, type and words.
///
/// Where a rule asks what somebody *holds*, the first field that is a code says what it is, and the first
/// that is a period when it is valid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Vec<Declaration>", into = "Vec<Declaration>")]
#[schemars(with = "Vec<Declaration>")]
pub struct RecordType {
    fields: Vec<Declaration>,
}

/// Why some fields make no record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordTypeError {
    /// None at all.
    #[error("a record needs at least one field")]
    Empty,
    /// One stands there twice.
    #[error("the field `{0}` stands there twice")]
    Repeated(FactKey),
    /// A record inside a record, or a set.
    #[error("the field `{0}` is of a type that fields cannot have: sets and records have no place in one")]
    Nested(FactKey),
    /// A name of several words.
    #[error("the field `{0}` is not one word")]
    Dotted(FactKey),
    /// Evidence and cost belong to the fact as a whole.
    #[error("the field `{0}` has evidence or a cost of its own: they belong to the fact")]
    Misplaced(FactKey),
}

impl RecordType {
    /// A record of these fields.
    ///
    /// # Errors
    /// [`RecordTypeError`] where there is none, or one that cannot be.
    pub fn new(fields: impl IntoIterator<Item = Declaration>) -> Result<Self, RecordTypeError> {
        let fields: Vec<Declaration> = fields.into_iter().collect();
        if fields.is_empty() {
            return Err(RecordTypeError::Empty);
        }
        for (nth, field) in fields.iter().enumerate() {
            let name = || field.key().clone();
            if fields.iter().take(nth).any(|before| before.key() == field.key()) {
                return Err(RecordTypeError::Repeated(name()));
            }
            if field.key().as_str().contains('.') {
                return Err(RecordTypeError::Dotted(name()));
            }
            if matches!(field.kind(), FactType::Records(_) | FactType::Set(_)) {
                return Err(RecordTypeError::Nested(name()));
            }
            if field.evidence().is_some() || field.change_cost().is_some() {
                return Err(RecordTypeError::Misplaced(name()));
            }
        }
        Ok(Self { fields })
    }

    /// A field by its name.
    pub fn get(&self, name: &str) -> Option<&Declaration> {
        self.fields.iter().find(|field| field.key().as_str() == name)
    }

    /// Every field, as declared.
    pub fn iter(&self) -> std::slice::Iter<'_, Declaration> {
        self.fields.iter()
    }

    /// The field that says what a record is.
    pub fn code(&self) -> Option<&Declaration> {
        self.fields.iter().find(|field| matches!(field.kind(), FactType::Symbol(_)))
    }

    /// The field that says when a record is valid.
    pub fn validity(&self) -> Option<&Declaration> {
        self.fields.iter().find(|field| matches!(field.kind(), FactType::Period))
    }

    pub(crate) fn admits(&self, record: &Record) -> bool {
        let fits = |name: &FactKey, value: &Value| {
            self.get(name.as_str()).is_some_and(|field| field.kind().admits(value))
        };
        record.iter().all(|(name, value)| fits(name, value))
    }
}
/// The names of the fields.
impl fmt::Display for RecordType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.fields.iter().map(|field| format!("`{}`", field.key())).collect();
        f.write_str(&names.join(", "))
    }
}
impl TryFrom<Vec<Declaration>> for RecordType {
    type Error = RecordTypeError;

    fn try_from(fields: Vec<Declaration>) -> Result<Self, RecordTypeError> {
        Self::new(fields)
    }
}
impl From<RecordType> for Vec<Declaration> {
    fn from(kind: RecordType) -> Self {
        kind.fields
    }
}
