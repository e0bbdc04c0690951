//! The record of a participation: what its events add up to (C1, C3).

use guildhall_civic::PersonId;
use guildhall_kernel::chrono::NaiveDate;
use guildhall_kernel::{ActorId, Id, Slot, Time};
use guildhall_programme::{EditionId, ModuleCode};
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ParticipationEvent, ParticipationId, participation_id};

/// One admission of a person to an edition: an application that was given a seat, most often.
pub enum Admission {}

/// Names one admission: one seat that was given to one application.
///
/// The room that admits derives it from both, so that it comes out the same for the same seat and is
/// another one whenever somebody is admitted anew: in `enrolment` it is the application's `admission`. The id
/// of the application alone does not do: it stays the same when the applicant comes back, and an
/// admission lets somebody join once.
pub type AdmissionId = Id<Admission>;

/// How far a participation has come.
///
/// Exhaustive on purpose: a caller must know what each means for a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
pub enum ParticipationStatus {
    /// The person has a seat, and more may follow.
    TakingPart,
    /// The record is complete.
    Finished {
        /// The day it was closed.
        on: NaiveDate,
    },
    /// The person takes part no more.
    Left {
        /// The last day on which they did.
        on: NaiveDate,
    },
}

/// A module of the curriculum and, once the person has completed it, the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ModuleRecord {
    /// The module.
    pub module: ModuleCode,
    /// The day on which the person completed it.
    pub completed_on: Option<NaiveDate>,
}

/// A correction: what was recorded wrongly, who says so and when, and where the reason lies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// What was wrong.
    pub of: Corrected,
    /// Who says so.
    pub by: ActorId,
    /// Where the reason lies.
    pub reason: Slot,
    /// When it was made.
    pub at: Time,
}

/// What a correction says was recorded wrongly.
///
/// Not exhaustive: attendance and work will be corrected too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Corrected {
    /// That the person completed a module.
    Completion {
        /// The module.
        module: ModuleCode,
        /// The day that was recorded.
        on: NaiveDate,
    },
    /// That the person finished or left.
    Closing {
        /// What was recorded.
        status: ParticipationStatus,
    },
}

/// What is known of somebody who joined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ParticipationRecord")]
pub(crate) struct Record {
    pub(crate) edition: EditionId,
    pub(crate) person: PersonId,
    /// Every admission with which the person joined, oldest first: each once, and at least one.
    pub(crate) admissions: Vec<AdmissionId>,
    /// The day on which the person joined with the last of them.
    pub(crate) joined_on: NaiveDate,
    pub(crate) status: ParticipationStatus,
    pub(crate) modules: Vec<ModuleRecord>,
    pub(crate) corrections: Vec<Correction>,
}

impl Record {
    /// Begins the record, or takes up one that was left: what was completed stays so as far as it is
    /// taught. An admission that was used lets nobody in again.
    pub(crate) fn join(
        record: &mut Option<Self>,
        edition: EditionId,
        person: PersonId,
        admission: AdmissionId,
        modules: &[ModuleCode],
        joined_on: NaiveDate,
    ) {
        let (earlier, mut admissions, corrections) = match record.take() {
            None => (Vec::new(), Vec::new(), Vec::new()),
            Some(left)
                if matches!(left.status, ParticipationStatus::Left { .. })
                    && !left.admissions.contains(&admission) =>
            {
                (left.modules, left.admissions, left.corrections)
            }
            other => {
                *record = other;
                return;
            }
        };
        let mut taught = Vec::<ModuleRecord>::with_capacity(modules.len());
        for module in modules {
            if !taught.iter().any(|other| other.module == *module) {
                let found = earlier.iter().find(|record| record.module == *module);
                let completed_on = found.and_then(|record| record.completed_on);
                taught.push(ModuleRecord { module: module.clone(), completed_on });
            }
        }
        admissions.push(admission);
        let status = ParticipationStatus::TakingPart;
        *record = Some(Self { edition, person, admissions, joined_on, status, modules: taught, corrections });
    }

    pub(crate) fn apply(&mut self, event: &ParticipationEvent) {
        let taking_part = self.status == ParticipationStatus::TakingPart;
        match event {
            ParticipationEvent::Joined { .. } => {}
            ParticipationEvent::ModuleCompleted { module, on } => {
                if taking_part && let Some(found) = self.modules.iter_mut().find(|m| m.module == *module) {
                    found.completed_on.get_or_insert(*on);
                }
            }
            ParticipationEvent::CompletionAnnulled { module, by, reason, at } => {
                let found = self.modules.iter_mut().find(|found| found.module == *module);
                if let Some(on) = found.and_then(|found| found.completed_on.take()) {
                    let of = Corrected::Completion { module: module.clone(), on };
                    self.corrections.push(Correction { of, by: *by, reason: *reason, at: *at });
                }
            }
            ParticipationEvent::Finished { on } => {
                if taking_part {
                    self.status = ParticipationStatus::Finished { on: *on };
                }
            }
            ParticipationEvent::Left { on, .. } => {
                if taking_part {
                    self.status = ParticipationStatus::Left { on: *on };
                }
            }
            ParticipationEvent::Reopened { by, reason, at } => {
                if !taking_part {
                    let of = Corrected::Closing { status: self.status };
                    self.corrections.push(Correction { of, by: *by, reason: *reason, at: *at });
                    self.status = ParticipationStatus::TakingPart;
                }
            }
        }
    }

    pub(crate) fn is_sound(&self, id: ParticipationId) -> bool {
        let twice = |(index, record): (usize, &ModuleRecord)| {
            self.modules.iter().take(index).any(|other| other.module == record.module)
        };
        let used_twice = |(index, admission): (usize, &AdmissionId)| {
            self.admissions.iter().take(index).any(|other| other == admission)
        };
        let closing = |correction: &Correction| {
            matches!(correction.of, Corrected::Closing { status: ParticipationStatus::TakingPart })
        };
        id == participation_id(self.edition, self.person)
            && !self.modules.iter().enumerate().any(twice)
            && !self.admissions.is_empty()
            && !self.admissions.iter().enumerate().any(used_twice)
            && !self.corrections.iter().any(closing)
    }
}
