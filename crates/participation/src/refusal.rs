//! How a participation says no.

use guildhall_kernel::chrono::NaiveDate;
use guildhall_kernel::{Slot, SlotId};
use guildhall_programme::{EditionId, EditionStatus, ModuleCode, ProgrammeId};
use guildhall_words::Say;

use crate::ParticipationId;

/// Why a participation does not do what it was asked.
///
/// Not exhaustive: what can be recorded later, can be refused.
#[derive(Clone, Debug, PartialEq, Eq, Say, thiserror::Error)]
#[non_exhaustive]
pub enum ParticipationRefusal {
    /// The person has not joined.
    #[error("the person does not take part in this edition: let them join first")]
    NotJoined,
    /// The person takes part with another admission.
    #[error("the person takes part in this edition already, with another admission")]
    Joined,
    /// The record is closed.
    #[error("the participation was finished on {on}: reopen it, with a reason, to record more")]
    Finished {
        /// The day.
        on: NaiveDate,
    },
    /// The person left, and with that the admission is used up.
    #[error(
        "the person left on {on}, and their admission is used up: let them join with a new one, or reopen \
         the record, with a reason"
    )]
    Left {
        /// The day.
        on: NaiveDate,
    },
    /// The record is not closed, so there is nothing to reopen.
    #[error("the person is taking part: there is nothing to reopen")]
    NotClosed,
    /// The edition is not announced or running.
    #[error("the edition is {}: people join one that is announced or running", shown(*status))]
    EditionTakesNobody {
        /// How far it has come.
        status: Option<EditionStatus>,
    },
    /// The edition has not begun, or is cancelled.
    #[error("the edition is {}: modules are completed once it has begun", shown(*status))]
    EditionNotRunning {
        /// How far it has come.
        status: Option<EditionStatus>,
    },
    /// A day lies before the edition.
    #[error("`{on}` lies before the edition, which begins on {starts}")]
    BeforeStart {
        /// The day.
        on: NaiveDate,
        /// The first day of the edition.
        starts: NaiveDate,
    },
    /// A day lies in the future.
    #[error("`{on}` lies in the future; today is {today}")]
    InFuture {
        /// The day.
        on: NaiveDate,
        /// Today, in the zone of the edition.
        today: NaiveDate,
    },
    /// The module is not taught.
    #[error("module `{module}` is not taught in this edition, which has {}", list(modules))]
    UnknownModule {
        /// The module.
        module: ModuleCode,
        /// Those that are taught.
        modules: Vec<ModuleCode>,
    },
    /// The module was completed before.
    #[error("module `{module}` was completed on {on} already: annul that, with a reason, to correct it")]
    CompletedAlready {
        /// The module.
        module: ModuleCode,
        /// The day.
        on: NaiveDate,
    },
    /// The module was not completed, so there is nothing to annul.
    #[error("module `{module}` is not recorded as completed: there is nothing to annul")]
    NotCompleted {
        /// The module.
        module: ModuleCode,
    },
    /// Modules are outstanding, and the edition is not over.
    #[error("{} can still be completed: the edition is not over", list(modules))]
    Outstanding {
        /// The modules, in the order of the curriculum.
        modules: Vec<ModuleCode>,
    },
    /// The slot of a reason is of another retention class.
    #[error("a reason is free text, and {slot} is not for that")]
    #[say(tell(slot: SlotId = slot.id()))]
    ReasonClass {
        /// The slot.
        #[say(skip)]
        slot: Slot,
    },
    /// The record belongs to another edition or person.
    #[error("this person takes part in this edition under id `{wanted}`, not `{is}`")]
    OtherId {
        /// The id of the edition and person that were given.
        wanted: ParticipationId,
        /// The id of this record.
        is: ParticipationId,
    },
    /// Another edition was handed in.
    #[error("this person takes part in edition `{wanted}`, not `{given}`")]
    OtherEdition {
        /// The edition of the record.
        wanted: EditionId,
        /// The edition that was handed in.
        given: EditionId,
    },
    /// Another programme was handed in, or one without the version that is taught.
    #[error("programme `{given}` does not have the version that this edition teaches")]
    OtherProgramme {
        /// The programme that was handed in.
        given: ProgrammeId,
    },
}

fn shown(status: Option<EditionStatus>) -> String {
    status.map_or_else(|| "not planned".to_owned(), |status| status.to_string())
}

fn list(modules: &[ModuleCode]) -> String {
    let modules: Vec<_> = modules.iter().map(|module| format!("`{module}`")).collect();
    modules.join(", ")
}
