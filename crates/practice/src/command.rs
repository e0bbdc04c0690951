//! What a practice can be asked to do, for callers whose commands arrive as JSON.

use guildhall_civic::PersonId;
use guildhall_kernel::{Loaded, Slot, StreamId, Uuid, Version};
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Practice, PracticeId, Record, Review, Reviewer};

/// What a practice can be asked to do.
///
/// Not exhaustive: verification and adoption bring more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum PracticeCommand {
    /// Write or rewrite the text; after a publication this begins the next version.
    Draft {
        /// The base it is kept in; with the record's code it gives the practice its id.
        base: Uuid,
        /// The whole record.
        record: Record,
    },
    /// Hand it in.
    Submit {
        /// Who hands it in, and so cannot review it.
        by: PersonId,
        /// Whom members may ask, in a slot of class contact.
        #[serde(default)]
        contact: Option<Slot>,
    },
    /// Ask the owner for more.
    AskForInformation {
        /// Who asks.
        reviewer: Reviewer,
        /// What is asked, in a slot of class free text.
        questions: Slot,
    },
    /// Find it worth publishing.
    Review(Review),
    /// Make it the next version.
    Publish,
    /// Decline it.
    Decline {
        /// Who declines.
        reviewer: Reviewer,
        /// Why, in a slot of class free text.
        reason: Slot,
    },
    /// Close the practice.
    Archive {
        /// Why.
        ground: ArchiveGround,
    },
}

/// Why a practice is archived.
///
/// Exhaustive on purpose: whoever shows an archived practice must say which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
pub enum ArchiveGround {
    /// It is not up to date any more.
    Outdated,
    /// The owner does not do it any more.
    Discontinued,
    /// Another practice replaces it, which is published.
    ReplacedBy(#[say(skip)] PracticeId),
}

/// What a practice must know of others to decide.
#[derive(Clone, Copy, Debug, Default)]
pub struct PracticeFacts<'a> {
    /// The practice that replaces the one to be archived.
    pub successor: Option<&'a Loaded<Practice>>,
}

impl guildhall_kernel::Consulted for PracticeFacts<'_> {
    fn reads(&self, out: &mut Vec<(StreamId, Version)>) {
        self.successor.reads(out);
    }
}
