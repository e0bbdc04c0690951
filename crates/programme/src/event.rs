//! What happens to programmes and editions. Nothing in it is about a person (C5).

use guildhall_kernel::{LocalisedText, events};
use guildhall_rules::RuleRef;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    EditionDefinition, Place, ProgrammeDefinition, ProgrammeId, ProgrammeVersion, SessionCode, SessionTime,
};

/// What happens to a [`Programme`](crate::Programme). Not exhaustive: later releases add events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ProgrammeEvent {
    /// A version was written, or the one being written was replaced.
    Drafted {
        /// Which version.
        version: ProgrammeVersion,
        /// What it says.
        definition: Box<ProgrammeDefinition>,
    },
    /// The version was approved.
    Approved {
        /// Which version.
        version: ProgrammeVersion,
        /// The rule of its target group as it was approved.
        target: RuleRef,
    },
    /// The version was put on offer, in place of the one before it.
    Offered {
        /// Which version.
        version: ProgrammeVersion,
    },
    /// The programme is offered no more.
    Retired,
}

events!(ProgrammeEvent {
    Drafted => "drafted" 1,
    Approved => "approved" 1,
    Offered => "offered" 1,
    Retired => "retired" 1,
});

/// What happens to an [`Edition`](crate::Edition). Not exhaustive: later releases add events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EditionEvent {
    /// It was planned, or planned anew.
    Planned {
        /// The programme it is an edition of.
        programme: ProgrammeId,
        /// The version of the programme that is taught.
        version: ProgrammeVersion,
        /// What it is to be.
        definition: Box<EditionDefinition>,
    },
    /// It was made public.
    Announced,
    /// It began.
    Begun,
    /// It ended.
    Finished,
    /// It was cancelled.
    Cancelled {
        /// What the public was told.
        notice: LocalisedText,
    },
    /// A session was moved in time, in place, or both.
    SessionMoved {
        /// Which one.
        session: SessionCode,
        /// When it takes place now.
        time: SessionTime,
        /// Where it takes place now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<Place>,
    },
    /// One session was cancelled.
    SessionCancelled {
        /// Which one.
        session: SessionCode,
    },
}

events!(EditionEvent {
    Planned => "planned" 1,
    Announced => "announced" 1,
    Begun => "begun" 1,
    Finished => "finished" 1,
    Cancelled => "cancelled" 1,
    SessionMoved => "session_moved" 1,
    SessionCancelled => "session_cancelled" 1,
});
