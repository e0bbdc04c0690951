//! How a practice says no.

use guildhall_kernel::{RetentionClass, Uuid};
use guildhall_words::Say;

use crate::{Interest, Part, PracticeCode, PracticeId, Stage, Step};

/// Why something cannot be done to a practice.
///
/// Not exhaustive: later operations refuse in their own ways.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Say)]
#[non_exhaustive]
pub enum PracticeRefusal {
    /// The step is not open at this stage.
    #[error("the practice is {stage} and cannot {step}")]
    WrongStage {
        /// Where it stands.
        stage: Stage,
        /// What was asked.
        step: Step,
    },
    /// The record is about another practice.
    #[error("the practice is called `{expected}`, the record `{found}`; a code never changes")]
    OtherCode {
        /// The code of this practice.
        expected: PracticeCode,
        /// The code in the record.
        found: PracticeCode,
    },
    /// In this base, a practice with this code has another id.
    #[error("in the base `{base}` this is not the practice `{code}`, as its id follows from base and code")]
    OtherId {
        /// The base.
        #[say(skip)]
        base: Uuid,
        /// The code in the record.
        code: PracticeCode,
    },
    /// Parts are missing.
    #[error("the record is not complete; it lacks: {}", list(missing))]
    Incomplete {
        /// Which.
        missing: Vec<Part>,
    },
    /// The reviewer has an interest of their own.
    #[error("the reviewer {interest}, and so cannot judge it")]
    Conflict {
        /// Which.
        #[say(transparent)]
        interest: Interest,
    },
    /// The reviewer has reviewed this text before.
    #[error("the reviewer has reviewed this text already")]
    ReviewedAlready,
    /// A review says nothing.
    #[error("a review scores at least one criterion")]
    NothingScored,
    /// A slot would keep its content for another purpose.
    #[error("what was written needs a slot of class `{}`, not `{}`", needed.as_str(), found.as_str())]
    SlotClass {
        /// What it is for.
        #[say(skip)]
        needed: RetentionClass,
        /// What the slot is for.
        #[say(skip)]
        found: RetentionClass,
    },
    /// A practice would replace itself.
    #[error("a practice cannot be replaced by itself")]
    ReplacesItself,
    /// The successor was not looked at.
    #[error("practice `{0}` is to replace this one and was not looked up")]
    SuccessorUnknown(#[say(skip)] PracticeId),
    /// The successor is not public.
    #[error("practice `{0}` is to replace this one and is not published")]
    SuccessorUnpublished(#[say(skip)] PracticeId),
}

fn list(parts: &[Part]) -> String {
    parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
