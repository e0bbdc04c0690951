//! What programmes and editions can be asked to do.

use guildhall_kernel::LocalisedText;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{EditionDefinition, Place, ProgrammeDefinition, ProgrammeVersion, SessionCode, SessionTime};

/// What a [`Programme`](crate::Programme) can be asked to do. Not exhaustive: offices and demand follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum ProgrammeCommand {
    /// Write a new version, or replace the one that is being written.
    Draft {
        /// What it is to be.
        definition: Box<ProgrammeDefinition>,
    },
    /// Approve the version that is being written; it never changes again.
    Approve {
        /// Which one is meant.
        version: ProgrammeVersion,
    },
    /// Put an approved version on offer, in place of the one that is.
    Offer {
        /// Which one is meant.
        version: ProgrammeVersion,
    },
    /// Offer it no more, for good.
    Retire,
}

/// What an [`Edition`](crate::Edition) can be asked to do. Not exhaustive: trainers and rooms follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum EditionCommand {
    /// Plan it, or plan it anew before it is announced.
    Plan {
        /// The version of the programme that is taught.
        version: ProgrammeVersion,
        /// What it is to be.
        definition: Box<EditionDefinition>,
    },
    /// Make it public.
    Announce,
    /// Begin it.
    Begin,
    /// Finish it.
    Finish,
    /// Cancel it.
    Cancel {
        /// What the public is told.
        notice: LocalisedText,
    },
    /// Move a session in time, in place, or both.
    MoveSession {
        /// Which one.
        session: SessionCode,
        /// When it takes place now.
        time: SessionTime,
        /// Where it takes place now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<Place>,
    },
    /// Cancel one session.
    CancelSession {
        /// Which one.
        session: SessionCode,
    },
}
