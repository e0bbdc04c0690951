//! What comes of a question about everybody.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Inconclusive, Witness};

/// Whether something holds of everybody, in the semantics that was asked for.
///
/// `Yes` and `No` are certain: a witness of `No` was tried on the rules. `Possibly` is left where conditions
/// that cannot be looked at one by one were taken to say anything, and nobody who was tried shows it: then
/// the witness names what it assumes. `Inconclusive` says nothing either way.
///
/// ```
/// use guildhall_rules::analysis::Answer;
///
/// let answer: Answer = serde_json::from_value(serde_json::json!({
///     "no": { "facts": { "applicant.years": { "known": { "value": { "integer": 3 } } } } },
/// }))?;
/// assert!(!answer.is_yes() && answer.witness().is_some_and(|witness| witness.is_real()));
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Deliberately exhaustive: a caller must say what it does where there is no telling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// It holds of everybody, whatever predicates and comparisons of facts may say.
    Yes,
    /// It does not hold of this person; their facts alone show it.
    No(Witness),
    /// It may not hold of this person: it does not if what the witness assumes can be.
    Possibly(Witness),
    /// The question was given up.
    Inconclusive(Inconclusive),
}

impl Answer {
    /// Whether it holds of everybody.
    pub const fn is_yes(&self) -> bool {
        matches!(self, Self::Yes)
    }

    /// Who shows, or may show, that it does not.
    pub const fn witness(&self) -> Option<&Witness> {
        match self {
            Self::No(witness) | Self::Possibly(witness) => Some(witness),
            Self::Yes | Self::Inconclusive(_) => None,
        }
    }
}
