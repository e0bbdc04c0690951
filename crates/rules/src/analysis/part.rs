//! What crosses the boundary: who is meant, who shows it, and what was assumed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ClauseId, FactKey, Facts, RuleRef, Symbol, Value, Verdict};

/// Where a stretch of values begins or ends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct End {
    /// The value.
    pub value: Value,
    /// Whether the value itself is meant, too.
    pub included: bool,
}

/// Some of what one fact can be. More follow as facts get new types, hence non-exhaustive.
///
/// ```
/// use guildhall_rules::analysis::Part;
///
/// let completed: Part = serde_json::from_value(serde_json::json!({
///     "codes": { "with": ["model", "strategy"], "without": ["marketing"] },
/// }))?;
/// let Part::Codes { with, without, .. } = completed else { panic!("codes") };
/// assert_eq!((with.len(), without.len()), (2, 1));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Just this.
    Value(Value),
    /// Every code but these.
    OtherThan(BTreeSet<Value>),
    /// Every number, day or instant from here to there; without an end on a side, all there are.
    Stretch {
        /// The beginning.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<End>,
        /// The end.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<End>,
    },
    /// Every set that has these codes and lacks those. Of codes that are named in neither, it may have any.
    Codes {
        /// It has all of these.
        #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
        with: BTreeSet<Symbol>,
        /// It has none of these.
        #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
        without: BTreeSet<Symbol>,
        /// It has so many beside that no rule names; any number where nothing is said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        further: Option<Further>,
        /// Whether these are all there are, or others may still follow; either where nothing is said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        complete: Option<bool>,
    },
    /// Every period that begins and ends like this.
    Period {
        /// Its first day.
        #[serde(default, skip_serializing_if = "Limit::is_any")]
        begins: Limit,
        /// Its last day.
        #[serde(default, skip_serializing_if = "Limit::is_any")]
        ends: Limit,
    },
    /// It is known, whatever it is.
    Known,
    /// Nobody has said yet.
    Missing,
    /// There is no such thing for the person.
    NotApplicable,
    /// The evidence disagrees.
    Contested,
}

/// How many codes of a set no rule names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Further {
    /// So many or more.
    pub at_least: u32,
    /// So many or fewer; without it, any number from there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<u32>,
}

/// Where a period begins or ends.
///
/// ```
/// use guildhall_rules::analysis::Limit;
///
/// let from_may: Limit = serde_json::from_value(serde_json::json!({ "days": { "from": "2008-05-01" } }))?;
/// assert!(!from_may.open && !from_may.is_any());
/// assert!(Limit::default().is_any());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// Whether periods are meant that have no such day: which always were, or have no end.
    #[serde(default)]
    pub open: bool,
    /// The day lies in here; nothing where only periods are meant that have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<Days>,
}

impl Limit {
    /// Whether it says nothing.
    pub fn is_any(&self) -> bool {
        *self == Self::default()
    }
}
impl Default for Limit {
    fn default() -> Self {
        Self { open: true, days: Some(Days { from: None, to: None }) }
    }
}

/// Days from one to another, both included; without an end on a side, all there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Days {
    /// The first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

/// Who is meant: what each of these facts must be. A fact that is not named can be anything.
pub type Who = BTreeMap<FactKey, Vec<Part>>;

/// An answer that had to be assumed, of a clause whose facts could not be looked at one by one: a predicate
/// made in Rust, a comparison of two facts, a count over records.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assumed {
    /// In this rule set.
    pub rule: RuleRef,
    /// The clause; the same condition in another place is assumed alike.
    pub clause: ClauseId,
    /// What it was taken to say: one of these.
    pub answers: Vec<Verdict>,
}

/// Somebody who shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Witness {
    /// The person's facts.
    pub facts: Facts,
    /// What must be assumed beside; nothing where the facts alone show it, as evaluating them proves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assuming: Vec<Assumed>,
}

impl Witness {
    /// Whether the facts alone show it.
    pub fn is_real(&self) -> bool {
        self.assuming.is_empty()
    }
}
