//! What happens to a participation. Reasons lie in slots (C5).

use guildhall_civic::PersonId;
use guildhall_kernel::chrono::NaiveDate;
use guildhall_kernel::{ActorId, Slot, Time, events};
use guildhall_programme::{EditionId, ModuleCode};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::AdmissionId;

/// Something that happened to a participation.
///
/// Not exhaustive: attendance, work and earlier learning will be recorded here too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ParticipationEvent {
    /// The person takes part from now on.
    Joined {
        /// The edition.
        edition: EditionId,
        /// The person.
        person: PersonId,
        /// The admission with which they join, used here for the first time.
        admission: AdmissionId,
        /// The modules that are taught, in their order.
        modules: Vec<ModuleCode>,
        /// The day on which they joined, in the zone of the edition.
        on: NaiveDate,
    },
    /// The person completed a module.
    ModuleCompleted {
        /// The module.
        module: ModuleCode,
        /// The day.
        on: NaiveDate,
    },
    /// A completion was recorded wrongly.
    CompletionAnnulled {
        /// The module.
        module: ModuleCode,
        /// Who says so.
        by: ActorId,
        /// Where the reason lies.
        reason: Slot,
        /// When they said so.
        at: Time,
    },
    /// The record is complete.
    Finished {
        /// The day it was closed.
        on: NaiveDate,
    },
    /// The person takes part no more.
    Left {
        /// The last day on which they did.
        on: NaiveDate,
        /// Where the reason lies, if one was given.
        reason: Option<Slot>,
    },
    /// The record was closed wrongly.
    Reopened {
        /// Who says so.
        by: ActorId,
        /// Where the reason lies.
        reason: Slot,
        /// When they said so.
        at: Time,
    },
}

events!(ParticipationEvent {
    Joined => "joined" 1,
    ModuleCompleted => "module_completed" 1,
    CompletionAnnulled => "completion_annulled" 1,
    Finished => "finished" 1,
    Left => "left" 1,
    Reopened => "reopened" 1,
});
