//! What happens to a survey. No event knows a person, a time of day or a whole sheet (L3, C5).

use std::collections::BTreeSet;

use guildhall_kernel::chrono::NaiveDate;
use guildhall_kernel::{Window, events};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::batch::Batch;
use super::instrument::Instrument;
use super::token::TokenDigest;

/// Something that happened to a survey.
///
/// Exhaustive on purpose: whoever reads the log reads all of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SurveyEvent {
    /// It can be answered from now on, within the window.
    Opened {
        /// What is asked, as it stood at the opening.
        instrument: Box<Instrument>,
        /// When it can be answered.
        window: Window,
    },
    /// More people may answer. The digests stand in their own order.
    TokensIssued {
        /// The digests of the tokens that were handed out.
        tokens: BTreeSet<TokenDigest>,
    },
    /// Somebody has used their right to answer.
    TokenSpent {
        /// The digest of the token.
        token: TokenDigest,
    },
    /// The answers of a batch are known.
    Published {
        /// The day, in the zone of the window.
        on: NaiveDate,
        /// The answers.
        batch: Box<Batch>,
    },
    /// Nothing more comes in. What was not published by now is gone.
    Closed,
}

events!(SurveyEvent {
    Opened => "opened" 1,
    TokensIssued => "tokens_issued" 1,
    TokenSpent => "token_spent" 1,
    Published => "published" 1,
    Closed => "closed" 1,
});
