//! Lists of records: certificates with their validity, days attended by scheme (R2).

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{FactKey, Value};

/// One record: what is known of each of its declared fields. A field that is absent is not known.
///
/// ```
/// use guildhall_rules::{FactKey, Record, Value};
///
/// let record = Record::new([(FactKey::new("scheme")?, Value::symbol("city-manager")?)]);
/// assert!(record.get("days").is_none());
/// # Ok::<(), guildhall_rules::NameError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Record {
    #[schemars(with = "BTreeMap<String, Value>")]
    fields: BTreeMap<FactKey, Value>,
}

impl Record {
    /// Collects what is known of its fields.
    pub fn new(fields: impl IntoIterator<Item = (FactKey, Value)>) -> Self {
        Self { fields: fields.into_iter().collect() }
    }

    /// The value of a field, where it is known.
    pub fn get(&self, field: &str) -> Option<&Value> {
        self.fields.get(field)
    }

    /// Every known field, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&FactKey, &Value)> {
        self.fields.iter()
    }
}

/// Several records, and whether they are all there are.
///
/// As with [`Codes`](crate::Codes), records "so far" may become more and never fewer; a register's extract
/// is complete (R2).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Records {
    records: Vec<Record>,
    complete: bool,
}

impl Records {
    /// These and no others.
    pub fn complete(records: impl IntoIterator<Item = Record>) -> Self {
        Self { records: records.into_iter().collect(), complete: true }
    }

    /// At least these; others may follow.
    pub fn so_far(records: impl IntoIterator<Item = Record>) -> Self {
        Self { records: records.into_iter().collect(), complete: false }
    }

    /// Whether these are all there are.
    pub const fn is_complete(&self) -> bool {
        self.complete
    }

    /// How many there are, so far.
    pub fn count(&self) -> usize {
        self.records.len()
    }

    /// Every record, as it was handed in.
    pub fn iter(&self) -> std::slice::Iter<'_, Record> {
        self.records.iter()
    }
}
