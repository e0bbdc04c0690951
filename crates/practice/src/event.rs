//! What can happen to a practice.
//!
//! A record is its owners' public statement and stands in the events; what reviewers and contacts
//! write lies in slots (C5).

use guildhall_civic::PersonId;
use guildhall_kernel::{Slot, Time, Uuid, events};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ArchiveGround, Record, Review, Reviewer, Step, VersionNumber};

/// What can happen to a practice.
///
/// Not exhaustive: verification and adoption bring more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PracticeEvent {
    /// The text was written or rewritten.
    Drafted {
        /// The base it is kept in; with the record's code it gives the practice its id.
        base: Uuid,
        /// The whole record.
        record: Record,
    },
    /// It was handed in.
    Submitted {
        /// By whom.
        by: PersonId,
        /// Whom members may ask.
        contact: Option<Slot>,
        /// When.
        at: Time,
    },
    /// A reviewer asked for more.
    InformationWanted {
        /// Who asked.
        reviewer: Reviewer,
        /// What was asked.
        questions: Slot,
        /// When.
        at: Time,
    },
    /// A reviewer found it worth publishing.
    Reviewed {
        /// What the reviewer found.
        review: Review,
        /// When.
        at: Time,
    },
    /// The text became a version.
    Published {
        /// Which.
        version: VersionNumber,
        /// The text, so that whoever shows or indexes versions needs no other event.
        record: Record,
        /// When.
        at: Time,
    },
    /// A reviewer declined it.
    Declined {
        /// Who declined.
        reviewer: Reviewer,
        /// Why.
        reason: Slot,
        /// When.
        at: Time,
    },
    /// The practice was closed.
    Archived {
        /// Why.
        ground: ArchiveGround,
    },
}

events!(PracticeEvent {
    Drafted => "drafted" 1,
    Submitted => "submitted" 1,
    InformationWanted => "information_wanted" 1,
    Reviewed => "reviewed" 1,
    Published => "published" 1,
    Declined => "declined" 1,
    Archived => "archived" 1,
});

impl PracticeEvent {
    /// The step that it was.
    pub const fn step(&self) -> Step {
        match self {
            Self::Drafted { .. } => Step::Draft,
            Self::Submitted { .. } => Step::Submit,
            Self::InformationWanted { .. } => Step::AskForInformation,
            Self::Reviewed { .. } => Step::Review,
            Self::Published { .. } => Step::Publish,
            Self::Declined { .. } => Step::Decline,
            Self::Archived { .. } => Step::Archive,
        }
    }
}
