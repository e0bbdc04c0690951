//! What a recruitment, an application and a seat pool can be asked to do by callers whose requests
//! arrive as JSON. Each command is one operation of its aggregate and has no rule of its own.

use guildhall_kernel::{ActorId, Time};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Consent, PolicyDefinition, RecruitmentDefinition, Submission};

/// What a recruitment can be asked to do.
///
/// Not exhaustive: rounds bring commands of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum RecruitmentCommand {
    /// [`Recruitment::announce`](crate::Recruitment::announce).
    Announce {
        /// Its window and first policy.
        definition: RecruitmentDefinition,
    },
    /// [`Recruitment::revise`](crate::Recruitment::revise).
    Revise {
        /// The policy that is to hold.
        policy: PolicyDefinition,
    },
    /// [`Recruitment::open`](crate::Recruitment::open).
    Open,
    /// [`Recruitment::close`](crate::Recruitment::close).
    Close,
    /// [`Recruitment::finish`](crate::Recruitment::finish).
    Finish,
}

/// What an application can be asked to do by itself. Being admitted is not among it: a seat is
/// given by [`admit`](crate::admit) alone (E5).
///
/// Not exhaustive: offers bring commands of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum ApplicationCommand {
    /// [`Application::submit`](crate::Application::submit).
    Submit {
        /// What the person applies with.
        submission: Submission,
    },
    /// [`Application::amend`](crate::Application::amend).
    Amend {
        /// What is to stand from now on.
        submission: Submission,
    },
    /// [`Application::determine`](crate::Application::determine).
    Determine {
        /// The moment whose facts count.
        at: Time,
    },
    /// [`Application::confirm`](crate::Application::confirm).
    Confirm {
        /// The officer.
        by: ActorId,
    },
    /// [`Application::answer`](crate::Application::answer).
    Answer {
        /// What the superior or the competent body said.
        consent: Consent,
    },
    /// [`Application::refuse`](crate::Application::refuse).
    Refuse,
    /// [`Application::withdraw`](crate::Application::withdraw).
    Withdraw,
}

/// What a seat pool can be asked to do by itself: nothing. A seat is taken together with an
/// application's admission and given back together with its withdrawal, so there is no value of
/// this type (E5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeatPoolCommand {}
