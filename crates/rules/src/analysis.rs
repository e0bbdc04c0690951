//! Looks at a rule set before it hurts anyone: exact verdicts, reasons, what would make a "no" a "yes", and
//! what follows from a rule or changes with its next version (R5, R6, R7, R10, R11).
//!
//! The facts that rules read are cut into **cells** in which every condition answers alike (*domain
//! compression*), sets into their codes, and rules become decision diagrams over them. Conditions that cannot be cut along one
//! fact (a predicate in Rust, a comparison of two facts, a count over records) are taken to say anything;
//! what rests on such an answer says so ([`Assumed`]). Every question has a bound on its work, and
//! ends there as [`Inconclusive`].
//!
//! Each names its [`Semantics`]. [`Kleene`](Semantics::Kleene) is what [`RuleSet::verdict`] says: people of
//! whom facts are missing or contested count among everybody. [`Exact`](Semantics::Exact) asks of people of
//! whom everything is settled; of whom facts are missing, a verdict holds if it holds however they turn out
//! (Kleene, *Introduction to Metamathematics*, 1952, §64, names the difference: `p or not p` is not
//! always met in the strong three-valued logic).
//!
//! Sources: for questions about decision tables Calvanese et al., *Semantics and analysis of DMN decision
//! tables*, arXiv 1603.07466; for changes Wachter, Mittelstadt and Russell, *Counterfactual explanations
//! without opening the black box*, arXiv 1711.00399; for reasons Ignatiev et al., AAAI 2019.
//!
//! ```
//! use guildhall_rules::{Facts, FactKey, RuleSet, Verdict, Vocabulary, analysis::{Analysis, Part, Semantics}};
//!
//! let vocabulary: Vocabulary = toml::from_str(r#"facts = [
//!     { key = "applicant.years", type = "integer", min = 0, label = { en = "years of service" } },
//!     { key = "consent.given", type = "boolean", change_cost = 1, label = { en = "consent" } },
//! ]"#)?;
//! let version = |n: u32, years: i64| RuleSet::new(toml::from_str(&format!(r#"
//!     id = "course"
//!     version = {n}
//!     all = [
//!         {{ fact = "applicant.years", at_least = {years} }},
//!         {{ fact = "consent.given", is = true }},
//!     ]
//! "#)).unwrap(), &vocabulary);
//! let (old, new) = (version(1, 3)?, version(2, 5)?);
//! let analysis = Analysis::new(&vocabulary);
//!
//! let diff = analysis.diff(&old, &new, Semantics::Exact)?;
//! let [lost] = &diff.classes[..] else { panic!("one class") };
//! assert_eq!((lost.from, lost.to), (Verdict::Met, Verdict::Unmet));
//! assert_eq!(serde_json::to_value(&lost.who[&FactKey::new("applicant.years")?])?, serde_json::json!([
//!     { "stretch": {
//!         "from": { "value": { "integer": 3 }, "included": true },
//!         "to": { "value": { "integer": 4 }, "included": true },
//!     } },
//! ]));
//! assert_eq!(old.verdict(&lost.witness.facts), Verdict::Met);
//! assert_eq!(new.verdict(&lost.witness.facts), Verdict::Unmet);
//!
//! let applicant = Facts::known([("applicant.years", 7.into()), ("consent.given", false.into())])?;
//! let changes = analysis.changes(&new, &applicant, Semantics::Kleene)?;
//! assert_eq!(changes.sets[0].options[0].values[&FactKey::new("consent.given")?], [Part::Value(true.into())]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod answer;
mod atom;
mod cells;
mod changes;
mod classes;
mod codes;
mod cut;
mod diagram;
mod diff;
mod disclosed;
mod element;
mod exact;
mod fewer;
mod hasher;
mod interest;
mod meant;
mod opaque;
mod part;
mod plan;
mod questions;
mod reason;
mod records;
mod redundant;
mod related;
mod space;
mod witness;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use answer::Answer;
pub use changes::{ChangeSet, Changes, Choice};
pub use diff::{Changed, Diff, Moved, Turn};
pub use exact::Deciding;
pub use part::{Assumed, Days, End, Further, Limit, Part, Who, Witness};
pub use reason::Sufficient;
pub use redundant::Redundant;

#[cfg(doc)]
use crate::RuleSet;
use crate::Vocabulary;

/// How much work a question may make where nothing else is said: about a million branches looked at. All
/// work counts, the cutting of facts and the trying of witnesses too, so that the bound holds for time: a
/// unit takes some 50 ns of a processor of 2024 on the hardest instances we know.
pub const BOUND: usize = 1_000_000;

/// Which verdict a question is about.
///
/// Deliberately exhaustive: missing facts are left open step by step, or filled in every way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Semantics {
    /// Kleene's strong three-valued logic, clause by clause.
    Kleene,
    /// What holds however the missing facts turn out. A record may lack a field, whatever else is known: then
    /// a condition on records stays open, so that `holds` or not `holds` is not always met.
    Exact,
}

/// The question was given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, thiserror::Error)]
#[error("given up after {bound} steps: too many combinations of facts matter together")]
#[serde(deny_unknown_fields)]
pub struct Inconclusive {
    /// So many steps were allowed.
    pub bound: usize,
}

/// Questions about rule sets that were checked against one vocabulary.
#[derive(Clone, Copy, Debug)]
pub struct Analysis<'v> {
    vocabulary: &'v Vocabulary,
    bound: usize,
}

impl<'v> Analysis<'v> {
    /// Questions within the usual [`BOUND`].
    pub const fn new(vocabulary: &'v Vocabulary) -> Self {
        Self { vocabulary, bound: BOUND }
    }

    /// The same, within another bound on the work of each question.
    #[must_use]
    pub const fn within(mut self, bound: usize) -> Self {
        self.bound = bound;
        self
    }
}
