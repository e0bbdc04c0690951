//! What a survey can be asked to do, for callers whose requests arrive as JSON.

use guildhall_kernel::Window;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::batch::Batch;
use super::instrument::Instrument;
use super::token::Token;

/// What a survey can be asked to do. Each does what the method of the same name on
/// [`Survey`](super::Survey) does; [`Anonymous`](super::Anonymous) commits the last three without a trace.
///
/// Exhaustive on purpose: the survey dispatches on every one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum SurveyCommand {
    /// Lets it be answered.
    Open {
        /// What is asked.
        instrument: Box<Instrument>,
        /// When it can be answered.
        window: Window,
    },
    /// Gives people the right to answer.
    Issue {
        /// The tokens that are handed out.
        tokens: Vec<Token>,
    },
    /// Uses the right to answer.
    Spend {
        /// The token.
        token: Token,
    },
    /// Publishes answers while others may still come.
    Publish {
        /// The answers.
        batch: Box<Batch>,
    },
    /// Ends it, with the last answers.
    Close {
        /// The answers of at least k people, if there are as many.
        last: Option<Box<Batch>>,
    },
}
