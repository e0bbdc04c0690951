//! Where an application stands, and why it ended with a no (E2).

use std::fmt;

use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where an application stands.
///
/// Not exhaustive: the waiting list and offers are places to stand too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ApplicationStatus {
    /// Nobody has decided on it yet, or not since it was amended.
    Submitted,
    /// What is known does not settle whether the person may come: the decision says what is missing.
    Unsettled,
    /// The person may come, and has no seat yet.
    Eligible,
    /// The person may not come, and was not told so yet.
    Ineligible,
    /// The person has a seat.
    Admitted,
    /// The person was told no.
    Refused,
    /// The person does not want to come any more.
    Withdrawn,
}

impl ApplicationStatus {
    /// Whether something can still come of it, or has: neither refused nor withdrawn.
    pub const fn is_live(self) -> bool {
        !matches!(self, Self::Refused | Self::Withdrawn)
    }
}

impl fmt::Display for ApplicationStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Submitted => "submitted",
            Self::Unsettled => "not settled",
            Self::Eligible => "eligible",
            Self::Ineligible => "not eligible",
            Self::Admitted => "admitted",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        })
    }
}

/// Why somebody was told no. The decision before it says the rest; what a ground needs beyond that
/// stands in its variant.
///
/// Not exhaustive: a full course is a ground once there are rounds.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Ground {
    /// The rule of eligibility is not met.
    NotEligible,
    /// Whether the person may come was not settled while one could apply.
    NotSettled,
    /// The superior or the competent body said no.
    ConsentWithheld,
}
