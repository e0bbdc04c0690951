//! What holds of an application since the person last applied, and whether its parts agree (C2, C6).

use guildhall_kernel::{ActorId, Time};
use guildhall_rules::Verdict;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ApplicationStatus, Consent, Ground, Seat, Submission};

/// What holds since the person last applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Attempt {
    pub(crate) submission: Submission,
    pub(crate) submitted_at: Time,
    pub(crate) status: ApplicationStatus,
    /// Whether the last decision is about what stands now.
    pub(crate) decided: bool,
    pub(crate) confirmed: Option<ActorId>,
    pub(crate) consent: Option<Consent>,
    pub(crate) seat: Option<Seat>,
    pub(crate) refused: Option<Ground>,
}

impl Attempt {
    pub(crate) const fn new(submission: Submission, submitted_at: Time) -> Self {
        Self {
            submission,
            submitted_at,
            status: ApplicationStatus::Submitted,
            decided: false,
            confirmed: None,
            consent: None,
            seat: None,
            refused: None,
        }
    }

    /// Whether its parts agree with its status, the last verdict being this (C2).
    pub(crate) fn is_sound(&self, last: Option<Verdict>) -> bool {
        let verdict = if self.decided { last } else { None };
        let as_decided = match self.status {
            ApplicationStatus::Submitted => !self.decided,
            ApplicationStatus::Unsettled => verdict == Some(Verdict::Undetermined),
            ApplicationStatus::Eligible | ApplicationStatus::Admitted => verdict == Some(Verdict::Met),
            ApplicationStatus::Ineligible => verdict == Some(Verdict::Unmet),
            ApplicationStatus::Refused => verdict.is_some(),
            ApplicationStatus::Withdrawn => verdict.is_some() == self.decided,
        };
        as_decided
            && (self.confirmed.is_none() || verdict == Some(Verdict::Met))
            && self.seat.is_some() == (self.status == ApplicationStatus::Admitted)
            && self.refused.is_some() == (self.status == ApplicationStatus::Refused)
    }
}
