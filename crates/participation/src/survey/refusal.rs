//! How a survey says no. No refusal repeats a token or an answer (C5).

use std::collections::BTreeSet;

use guildhall_kernel::Time;
use guildhall_words::Say;

use super::batch::BatchError;
use super::code::QuestionCode;
use super::sheet::{SheetFault, SheetFaults};

/// Why a survey does not do what it was asked.
///
/// Not exhaustive: what surveys can do later, they can refuse.
#[derive(Clone, Debug, PartialEq, Eq, Say, thiserror::Error)]
#[non_exhaustive]
pub enum SurveyRefusal {
    /// It was not opened yet.
    #[error("the survey is not open yet: open it with its questions and its window first")]
    NotOpened,
    /// It was opened with other questions or another window.
    #[error("the survey is open already, with other questions or another window")]
    OpenedOtherwise,
    /// Its window has ended before it was opened.
    #[error("the survey could never be answered: its window ended at {ended}")]
    WindowOver {
        /// The first instant after the window.
        ended: Time,
    },
    /// It was closed.
    #[error("the survey is closed; open a new one to ask again")]
    Closed,
    /// It cannot be answered yet.
    #[error("the survey can be answered from {opens} on")]
    TooEarly {
        /// The first instant of the window.
        opens: Time,
    },
    /// It can be answered no more.
    #[error("the survey could be answered until {ended}")]
    TooLate {
        /// The first instant after the window.
        ended: Time,
    },
    /// No token is to be issued.
    #[error("no token was given to be issued")]
    NoToken,
    /// A token was issued before, or is given twice.
    #[error("a token is issued once: draw a fresh one for each participant")]
    TokenIssued,
    /// The token was not issued for this survey.
    #[error("this token does not belong to this survey")]
    TokenUnknown,
    /// The token was used.
    #[error("this token has been used: everybody answers once")]
    TokenSpent,
    /// The sheet does not fit the questions.
    #[error("the answers do not fit the questions: {0}")]
    #[say(tell(questions: BTreeSet<QuestionCode> = questions(_0)))]
    Sheet(
        #[from]
        #[say(skip)]
        SheetFaults,
    ),
    /// The answers make no batch.
    #[error(transparent)]
    Batch(
        #[from]
        #[say(transparent)]
        BatchError,
    ),
    /// A batch answers what is not asked, or otherwise than can be answered.
    #[error("the batch holds answers to `{0}` that the instrument does not admit")]
    Misfit(#[say(name = "question")] QuestionCode),
    /// Too few people's answers would be published together.
    #[error("answers of {sheets} people are too few to be published; at least {at_least} are needed")]
    TooFew {
        /// How many people have answered.
        sheets: u32,
        /// How many have to.
        at_least: u32,
    },
    /// More answers would be published than people have used their right to answer.
    #[error("answers of {sheets} people cannot be published: {unpublished} tokens were spent for them")]
    MoreThanSpent {
        /// How many people's answers were to be published.
        sheets: u32,
        /// How many tokens were spent whose answers are not published.
        unpublished: u32,
    },
    /// The box holds a sheet for every token that was spent and whose answer is not published.
    #[error(
        "every answer that was handed in is in the box already: spend the token first, and put each sheet in \
         once"
    )]
    NoTokenSpent,
    /// Another batch is next; most often this one was published already.
    #[error("batch {found} is not the next one to be published, batch {expected} is")]
    OutOfTurn {
        /// The number of the next batch.
        expected: u32,
        /// The number that was given.
        found: u32,
    },
    /// A slot of this batch holds a remark of an earlier one.
    #[error("a slot holds a remark of an earlier batch: draw fresh ones")]
    SlotTaken,
    /// The answers were collected for another survey.
    #[error("these answers were collected for another survey")]
    OtherSurvey,
}

/// The questions with answers that do not fit, each once.
fn questions(faults: &SheetFaults) -> BTreeSet<QuestionCode> {
    let question = |fault: &SheetFault| match fault {
        SheetFault::NotAsked(question) | SheetFault::NotAdmitted(question) => question.clone(),
    };
    faults.faults().iter().map(question).collect()
}
