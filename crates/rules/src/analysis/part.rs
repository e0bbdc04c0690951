//! What crosses the boundary: who is meant, who shows it, and what was assumed.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ClauseId, FactKey, Facts, RuleRef, Value, Verdict};

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
    /// Everything that answers the rules as this set, period or list of records does.
    Like(Value),
    /// Nobody has said yet.
    Missing,
    /// There is no such thing for the person.
    NotApplicable,
    /// The evidence disagrees.
    Contested,
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
