//! What can have happened to a recruitment, an application or a seat pool. No event holds personal
//! data (C5): contact details and reasons lie in slots.

use guildhall_kernel::{ActorId, Time, Window, events};
use guildhall_programme::EditionId;
use guildhall_rules::Explanation;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ApplicationId, Consent, Decision, Ground, Policy, Seat, Submission};

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
    },
    /// Another policy is in force.
    Revised {
        /// The policy that holds from now on.
        policy: Box<Policy>,
    },
    /// People can apply.
    Opened,
    /// Nobody can apply any more.
    Closed,
    /// Nothing changes any more.
    Finished,
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
    },
    /// A superior or competent body answered.
    Answered {
        /// The answer.
        consent: Consent,
    },
    /// The person has a seat.
    Admitted {
        /// The seat.
        seat: Seat,
    },
    /// The person was told no.
    Refused {
        /// Why.
        ground: Ground,
        /// The reasons, as they were decided.
        explanation: Box<Explanation>,
    },
    /// The person does not want to come any more.
    Withdrawn,
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
    },
    /// A seat was given back.
    Freed {
        /// By which application.
        application: ApplicationId,
    },
}
events!(SeatPoolEvent { Taken => "taken" 1, Freed => "freed" 1 });
