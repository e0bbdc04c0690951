//! What a participation can be asked to do, for callers whose requests arrive as JSON.

use guildhall_civic::PersonId;
use guildhall_kernel::chrono::NaiveDate;
use guildhall_kernel::{ActorId, Slot};
use guildhall_programme::ModuleCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::AdmissionId;

/// What a participation can be asked to do. Each does what the method of the same name on
/// [`Participation`](crate::Participation) does.
///
/// Not exhaustive: attendance, work and earlier learning will be recorded here too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum ParticipationCommand {
    /// Lets an admitted person take part.
    Join {
        /// The person.
        person: PersonId,
        /// The one admission with which they join: its id is new whenever they are admitted.
        admission: AdmissionId,
    },
    /// Records that the person completed a module.
    Complete {
        /// The module.
        module: ModuleCode,
        /// The day, in the zone of the edition.
        on: NaiveDate,
    },
    /// Annuls a completion that was recorded wrongly.
    Annul {
        /// The module.
        module: ModuleCode,
        /// Who says so.
        by: ActorId,
        /// Where the reason lies, for free text.
        reason: Slot,
    },
    /// Closes the record.
    Finish,
    /// Records that the person takes part no more.
    Leave {
        /// The last day on which they did.
        on: NaiveDate,
        /// Where the reason lies, for free text, if one was given.
        reason: Option<Slot>,
    },
    /// Takes up again what was closed wrongly.
    Reopen {
        /// Who says so.
        by: ActorId,
        /// Where the reason lies, for free text.
        reason: Slot,
    },
}
