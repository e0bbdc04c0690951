//! What can have happened to a recruitment, an application or a seat pool. No event holds personal
//! data (C5): contact details and reasons lie in slots. Each carries the moment it happened at, for
//! the rules that ask about it: whoever replays a stream is not told when it was recorded.

use guildhall_kernel::{ActorId, Time, Window, events};
use guildhall_programme::EditionId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ApplicationId, Consent, Decision, Ground, Policy, Seat, SeatPoolId, Submission};

/// What can have happened to a recruitment.
///
/// Not exhaustive: rounds bring events of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RecruitmentEvent {
    /// It was made known.
    Announced {
        /// The edition that people are sought for.
        edition: EditionId,
        /// When people may apply.
        window: Window,
        /// The first policy.
        policy: Box<Policy>,
        /// When it was made known.
        at: Time,
    },
    /// Another policy is in force.
    Revised {
        /// The policy that holds from now on.
        policy: Box<Policy>,
        /// Since when.
        at: Time,
    },
    /// People can apply.
    Opened {
        /// Since when.
        at: Time,
    },
    /// Nobody can apply any more.
    Closed {
        /// Since when.
        at: Time,
    },
    /// Nothing changes any more.
    Finished {
        /// Since when.
        at: Time,
    },
}
events!(RecruitmentEvent {
    Announced => "announced" 1,
    Revised => "revised" 1,
    Opened => "opened" 1,
    Closed => "closed" 1,
    Finished => "finished" 1,
});

/// What can have happened to an application.
///
/// Not exhaustive: offers and the waiting list bring events of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ApplicationEvent {
    /// The person applied, for the first time or again.
    Submitted {
        /// What was applied with.
        submission: Submission,
        /// When.
        at: Time,
    },
    /// What was applied with has changed; its place in the queue has not.
    Amended {
        /// What stands now.
        submission: Submission,
        /// When.
        at: Time,
    },
    /// It was decided whether the person may come.
    Decided {
        /// The decision with its reasons.
        decision: Box<Decision>,
    },
    /// An officer confirmed that the person may be admitted.
    Confirmed {
        /// The officer.
        by: ActorId,
        /// When.
        at: Time,
    },
    /// A superior or competent body answered.
    Answered {
        /// The answer.
        consent: Consent,
        /// When it was recorded.
        at: Time,
    },
    /// The person has a seat.
    Admitted {
        /// The pool the seat is from.
        pool: SeatPoolId,
        /// The seat.
        seat: Seat,
        /// When.
        at: Time,
    },
    /// The person was told no. The reasons stand in the last decision.
    Refused {
        /// Why.
        ground: Ground,
        /// When.
        at: Time,
    },
    /// The person does not want to come any more.
    Withdrawn {
        /// When.
        at: Time,
    },
}
events!(ApplicationEvent {
    Submitted => "submitted" 1,
    Amended => "amended" 1,
    Decided => "decided" 1,
    Confirmed => "confirmed" 1,
    Answered => "answered" 1,
    Admitted => "admitted" 1,
    Refused => "refused" 1,
    Withdrawn => "withdrawn" 1,
});

/// What can have happened to a seat pool.
///
/// Not exhaustive: seats come to be held for offers too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SeatPoolEvent {
    /// A seat was given.
    Taken {
        /// To which application.
        application: ApplicationId,
        /// Which seat.
        seat: Seat,
        /// When.
        at: Time,
    },
    /// A seat was given back.
    Freed {
        /// By which application.
        application: ApplicationId,
        /// When.
        at: Time,
    },
}
events!(SeatPoolEvent { Taken => "taken" 1, Freed => "freed" 1 });
