//! The editorial flow as one table: which step is open at which stage, and where it leads.
//!
//! Both deciding and replaying ask this table, so that they cannot disagree (C2, G1).

use std::fmt;

use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where the newest text of a practice stands. Versions that were published before stay published
/// whatever happens to the next one.
///
/// Exhaustive on purpose: whoever shows a practice must say something of each.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Say,
)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Nobody has written anything.
    #[default]
    Unwritten,
    /// The owner is writing.
    Draft,
    /// Handed in, waiting for a reviewer.
    Submitted,
    /// A reviewer asked something that the text must answer.
    InformationWanted,
    /// At least one reviewer found it worth publishing.
    Reviewed,
    /// The newest text is the newest version.
    Published,
    /// A reviewer declined it; it may be written anew.
    Declined,
    /// Closed for good; its versions remain citable.
    Archived,
}

/// What can be done to the newest text.
///
/// Exhaustive on purpose, as [`Stage`].
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Say,
)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Writing or rewriting the text.
    Draft,
    /// Handing it in.
    Submit,
    /// Asking the owner for more.
    AskForInformation,
    /// Finding it worth publishing.
    Review,
    /// Making it the next version.
    Publish,
    /// Declining it.
    Decline,
    /// Closing the practice.
    Archive,
}

impl Stage {
    /// Every stage.
    pub const ALL: [Self; 8] = [
        Self::Unwritten,
        Self::Draft,
        Self::Submitted,
        Self::InformationWanted,
        Self::Reviewed,
        Self::Published,
        Self::Declined,
        Self::Archived,
    ];

    /// Where a step leads from here, if it is open.
    ///
    /// ```
    /// use guildhall_practice::{Stage, Step};
    ///
    /// assert_eq!(Stage::Reviewed.after(Step::Publish), Some(Stage::Published));
    /// assert_eq!(Stage::Submitted.after(Step::Publish), None);
    /// ```
    pub const fn after(self, step: Step) -> Option<Self> {
        Some(match (step, self) {
            (
                Step::Draft,
                Self::Unwritten | Self::Draft | Self::InformationWanted | Self::Published | Self::Declined,
            ) => Self::Draft,
            (Step::Submit, Self::Draft) => Self::Submitted,
            (Step::AskForInformation, Self::Submitted | Self::Reviewed) => Self::InformationWanted,
            (Step::Review, Self::Submitted | Self::Reviewed) => Self::Reviewed,
            (Step::Publish, Self::Reviewed) => Self::Published,
            (Step::Decline, Self::Submitted | Self::InformationWanted | Self::Reviewed) => Self::Declined,
            // A text under review is decided first, so that nobody reviews what is closed.
            (Step::Archive, Self::Draft | Self::InformationWanted | Self::Published | Self::Declined) => {
                Self::Archived
            }
            _ => return None,
        })
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unwritten => "not written yet",
            Self::Draft => "a draft",
            Self::Submitted => "submitted and waiting for review",
            Self::InformationWanted => "waiting for more information",
            Self::Reviewed => "reviewed",
            Self::Published => "published",
            Self::Declined => "declined",
            Self::Archived => "archived",
        })
    }
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 7] = [
        Self::Draft,
        Self::Submit,
        Self::AskForInformation,
        Self::Review,
        Self::Publish,
        Self::Decline,
        Self::Archive,
    ];
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Draft => "be rewritten",
            Self::Submit => "be submitted",
            Self::AskForInformation => "be sent back for more information",
            Self::Review => "be reviewed",
            Self::Publish => "be published",
            Self::Decline => "be declined",
            Self::Archive => "be archived",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_the_archive_and_only_a_review_leads_to_publication() {
        for step in Step::ALL {
            assert_eq!(Stage::Archived.after(step), None);
        }
        for stage in Stage::ALL {
            for step in Step::ALL {
                let published = stage.after(step) == Some(Stage::Published);
                assert_eq!(published, stage == Stage::Reviewed && step == Step::Publish);
                let reviewed = stage.after(step) == Some(Stage::Reviewed);
                assert!(!reviewed || step == Step::Review);
            }
        }
    }
}
