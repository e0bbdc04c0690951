//! What holds of an application since the person last applied, and whether its parts agree (C2, C6).

use guildhall_kernel::{ActorId, Time};
use guildhall_rules::Verdict;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ApplicationStatus, Consent, Ground, Seat, SeatPoolId, Submission};

/// What holds since the person last applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Attempt {
    pub(crate) submission: Submission,
    pub(crate) submitted_at: Time,
    pub(crate) status: ApplicationStatus,
    /// Whether the last decision is about what stands now.
    pub(crate) decided: bool,
    pub(crate) confirmed: Option<Confirmed>,
    pub(crate) answered: Option<Answered>,
    pub(crate) admitted: Option<Admitted>,
    pub(crate) refused: Option<Refused>,
    pub(crate) withdrawn_at: Option<Time>,
}

/// An officer confirmed that the person may be admitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Confirmed {
    pub(crate) by: ActorId,
    pub(crate) at: Time,
}

/// A superior or a competent body answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Answered {
    pub(crate) consent: Consent,
    pub(crate) at: Time,
}

/// The person has a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Admitted {
    pub(crate) pool: SeatPoolId,
    pub(crate) seat: Seat,
    pub(crate) at: Time,
}

/// The person was told no.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Refused {
    pub(crate) ground: Ground,
    pub(crate) at: Time,
}

impl Attempt {
    pub(crate) const fn new(submission: Submission, submitted_at: Time) -> Self {
        Self {
            submission,
            submitted_at,
            status: ApplicationStatus::Submitted,
            decided: false,
            confirmed: None,
            answered: None,
            admitted: None,
            refused: None,
            withdrawn_at: None,
        }
    }

    /// Puts another submission in the place of this one. What was decided and confirmed was about the
    /// old one; so was what a superior said, if it was about another position or another sender (E4).
    pub(crate) fn amend(&mut self, submission: &Submission) {
        let same_work = (self.submission.sender(), self.submission.position())
            == (submission.sender(), submission.position());
        if !same_work {
            self.answered = None;
        }
        self.submission = submission.clone();
        self.status = ApplicationStatus::Submitted;
        (self.decided, self.confirmed) = (false, None);
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
            && self.admitted.is_some() == (self.status == ApplicationStatus::Admitted)
            && self.refused.is_some() == (self.status == ApplicationStatus::Refused)
            && self.withdrawn_at.is_some() == (self.status == ApplicationStatus::Withdrawn)
    }
}
