//! Taking part: what one person did between their seat and their certificate (L2).
//!
//! | from | to | condition |
//! |---|---|---|
//! | – | taking part | the edition is announced or running |
//! | taking part | taking part | a module of the curriculum is completed, once the edition has begun |
//! | taking part, finished, left | the same | a completion is annulled, with actor and reason |
//! | taking part | finished | every module is completed, or the edition is over |
//! | taking part | left | – |
//! | left | taking part | joined with a new admission |
//! | finished, left | taking part | reopened, with actor and reason |
//!
//! A correction is a new record, with its time; nothing is taken back. Who may take a step, the caller decides.

use guildhall_civic::PersonId;
use guildhall_kernel::chrono::NaiveDate;
use guildhall_kernel::{
    ActorId, Aggregate, Consulted, Id, Loaded, RetentionClass, Slot, StreamId, Time, Uuid, Version,
};
use guildhall_programme::{Edition, EditionId, EditionStatus, ModuleCode, Programme};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::record::Record;
use crate::{
    AdmissionId, Correction, ModuleRecord, ParticipationCommand, ParticipationEvent, ParticipationRefusal,
    ParticipationStatus,
};

/// Names a participation: computed from its edition and its person by [`participation_id`].
pub type ParticipationId = Id<Participation>;

/// The id under which a person takes part in an edition. Computed, so that nobody takes part twice.
pub fn participation_id(edition: EditionId, person: PersonId) -> ParticipationId {
    Id::derived(edition.uuid(), person.as_uuid().as_bytes())
}

/// What one person did in one edition. Its scope is the edition, its id [`participation_id`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Kept")]
#[schemars(with = "Kept")]
pub struct Participation(Kept);

/// The state, as it is serialised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Participation")]
struct Kept {
    id: ParticipationId,
    record: Option<Record>,
}

/// What a participation decides on beside itself: its edition, and the programme whose curriculum
/// is taught there.
#[derive(Clone, Copy, Debug)]
pub struct ParticipationFacts<'a> {
    /// The edition the person takes part in.
    pub edition: &'a Loaded<Edition>,
    /// The programme it is an edition of.
    pub programme: &'a Loaded<Programme>,
}

impl Consulted for ParticipationFacts<'_> {
    fn reads(&self, out: &mut Vec<(StreamId, Version)>) {
        (self.edition, self.programme).reads(out);
    }
}

impl Participation {
    /// Its id.
    pub const fn id(&self) -> ParticipationId {
        self.0.id
    }

    /// How far it has come; nothing before the person joined.
    pub fn status(&self) -> Option<ParticipationStatus> {
        self.0.record.as_ref().map(|record| record.status)
    }

    /// The edition, once the person joined.
    pub fn edition(&self) -> Option<EditionId> {
        self.0.record.as_ref().map(|record| record.edition)
    }

    /// The person, once they joined.
    pub fn person(&self) -> Option<PersonId> {
        self.0.record.as_ref().map(|record| record.person)
    }

    /// The admission with which the person joined, the last one if they left and came back.
    pub fn admission(&self) -> Option<AdmissionId> {
        self.admissions().last().copied()
    }

    /// Every admission with which the person joined, oldest first.
    pub fn admissions(&self) -> &[AdmissionId] {
        self.0.record.as_ref().map_or(&[], |record| &record.admissions)
    }

    /// The day on which the person joined, the last one if they left and came back.
    pub fn joined_on(&self) -> Option<NaiveDate> {
        self.0.record.as_ref().map(|record| record.joined_on)
    }

    /// The modules of the curriculum in its order, each with the day the person completed it.
    pub fn modules(&self) -> &[ModuleRecord] {
        self.0.record.as_ref().map_or(&[], |record| &record.modules)
    }

    /// What was corrected, oldest first.
    pub fn corrections(&self) -> &[Correction] {
        self.0.record.as_ref().map_or(&[], |record| &record.corrections)
    }

    /// The modules the person has not completed, in the order of the curriculum.
    pub fn outstanding(&self) -> impl Iterator<Item = &ModuleCode> {
        let open = self.modules().iter().filter(|record| record.completed_on.is_none());
        open.map(|record| &record.module)
    }

    /// Lets an admitted person take part, in the modules that the edition teaches. Somebody who left joins
    /// again with a new admission, and keeps what they completed. The admission's own
    /// room knows whether there is a seat: commit both together, or name its stream as
    /// [read](guildhall_kernel::Commit::reading).
    ///
    /// # Errors
    /// [`ParticipationRefusal`]: the id is not that of edition and person, the programme is another than
    /// the edition's, the edition is not announced or running, or the person has joined or finished, or
    /// has left and comes with an admission that was used.
    pub fn join(
        &self,
        edition: &Edition,
        programme: &Programme,
        person: PersonId,
        admission: AdmissionId,
        now: Time,
    ) -> Result<Vec<ParticipationEvent>, ParticipationRefusal> {
        let (wanted, is) = (participation_id(edition.id(), person), self.0.id);
        if wanted != is {
            return Err(ParticipationRefusal::OtherId { wanted, is });
        }
        if let Some(record) = &self.0.record {
            match record.status {
                ParticipationStatus::TakingPart if self.admission() == Some(admission) => {
                    return Ok(Vec::new());
                }
                ParticipationStatus::TakingPart => return Err(ParticipationRefusal::Joined),
                ParticipationStatus::Finished { on } => return Err(ParticipationRefusal::Finished { on }),
                ParticipationStatus::Left { on } if record.admissions.contains(&admission) => {
                    return Err(ParticipationRefusal::Left { on });
                }
                ParticipationStatus::Left { .. } => {}
            }
        }
        let status = edition.status();
        if !matches!(status, Some(EditionStatus::Announced | EditionStatus::Running)) {
            return Err(ParticipationRefusal::EditionTakesNobody { status });
        }
        let taught = edition
            .programme()
            .and_then(|(id, version)| if id == programme.id() { programme.approved(version) } else { None });
        let taught = taught.ok_or(ParticipationRefusal::OtherProgramme { given: programme.id() })?;
        let modules = taught.curriculum.modules.iter().map(|module| module.code.clone()).collect();
        let on = day(edition, now);
        Ok(vec![ParticipationEvent::Joined { edition: edition.id(), person, admission, modules, on }])
    }

    /// Records that the person completed a module on a day, read in the zone of the edition.
    ///
    /// # Errors
    /// [`ParticipationRefusal`]: the person does not take part, the edition has not begun or is cancelled,
    /// the day lies before its beginning or in the future, the module is not taught or completed already.
    pub fn complete(
        &self,
        edition: &Edition,
        module: &ModuleCode,
        on: NaiveDate,
        now: Time,
    ) -> Result<Vec<ParticipationEvent>, ParticipationRefusal> {
        let record = self.taking_part(edition)?;
        match edition.status() {
            Some(EditionStatus::Running | EditionStatus::Finished) => {}
            status => return Err(ParticipationRefusal::EditionNotRunning { status }),
        }
        let starts = edition.definition().map(|definition| day(edition, definition.period.starts_at()));
        if let Some(starts) = starts.filter(|starts| on < *starts) {
            return Err(ParticipationRefusal::BeforeStart { on, starts });
        }
        past(edition, on, now)?;
        let Some(found) = record.modules.iter().find(|found| found.module == *module) else {
            let modules = record.modules.iter().map(|record| record.module.clone()).collect();
            return Err(ParticipationRefusal::UnknownModule { module: module.clone(), modules });
        };
        let module = module.clone();
        match found.completed_on {
            Some(on) => Err(ParticipationRefusal::CompletedAlready { module, on }),
            None => Ok(vec![ParticipationEvent::ModuleCompleted { module, on }]),
        }
    }

    /// Annuls a completion that was recorded wrongly, also after the record was closed.
    ///
    /// # Errors
    /// [`ParticipationRefusal::NotJoined`], [`ParticipationRefusal::NotCompleted`],
    /// [`ParticipationRefusal::ReasonClass`].
    pub fn annul(
        &self,
        module: &ModuleCode,
        by: ActorId,
        reason: Slot,
        now: Time,
    ) -> Result<Vec<ParticipationEvent>, ParticipationRefusal> {
        let record = self.record()?;
        let module = module.clone();
        if !record.modules.iter().any(|found| found.module == module && found.completed_on.is_some()) {
            return Err(ParticipationRefusal::NotCompleted { module });
        }
        Ok(vec![ParticipationEvent::CompletionAnnulled { module, by, reason: free_text(reason)?, at: now }])
    }

    /// Closes the record: from now on what is not in it was not done.
    ///
    /// # Errors
    /// [`ParticipationRefusal::NotJoined`], [`ParticipationRefusal::Left`],
    /// [`ParticipationRefusal::OtherEdition`], or [`ParticipationRefusal::Outstanding`] while the edition
    /// is not over.
    pub fn finish(
        &self,
        edition: &Edition,
        now: Time,
    ) -> Result<Vec<ParticipationEvent>, ParticipationRefusal> {
        if let Some(ParticipationStatus::Finished { .. }) = self.status() {
            return Ok(Vec::new());
        }
        self.taking_part(edition)?;
        let over = edition.status().is_some_and(EditionStatus::is_final)
            || edition.definition().is_some_and(|definition| definition.period.ends_at() <= now);
        let outstanding: Vec<_> = self.outstanding().cloned().collect();
        if !over && !outstanding.is_empty() {
            return Err(ParticipationRefusal::Outstanding { modules: outstanding });
        }
        Ok(vec![ParticipationEvent::Finished { on: day(edition, now) }])
    }

    /// Records that the person takes part no more. A reason is personal and lies in a slot.
    ///
    /// # Errors
    /// [`ParticipationRefusal`]: the person does not take part, the day lies in the future, the slot is
    /// not for free text.
    pub fn leave(
        &self,
        edition: &Edition,
        on: NaiveDate,
        reason: Option<Slot>,
        now: Time,
    ) -> Result<Vec<ParticipationEvent>, ParticipationRefusal> {
        self.taking_part(edition)?;
        past(edition, on, now)?;
        Ok(vec![ParticipationEvent::Left { on, reason: reason.map(free_text).transpose()? }])
    }

    /// Takes up again what was closed wrongly.
    ///
    /// # Errors
    /// [`ParticipationRefusal::NotJoined`], [`ParticipationRefusal::NotClosed`],
    /// [`ParticipationRefusal::ReasonClass`].
    pub fn reopen(
        &self,
        by: ActorId,
        reason: Slot,
        now: Time,
    ) -> Result<Vec<ParticipationEvent>, ParticipationRefusal> {
        if self.record()?.status == ParticipationStatus::TakingPart {
            return Err(ParticipationRefusal::NotClosed);
        }
        Ok(vec![ParticipationEvent::Reopened { by, reason: free_text(reason)?, at: now }])
    }

    fn record(&self) -> Result<&Record, ParticipationRefusal> {
        self.0.record.as_ref().ok_or(ParticipationRefusal::NotJoined)
    }

    /// The record, if the person takes part in this edition.
    fn taking_part(&self, edition: &Edition) -> Result<&Record, ParticipationRefusal> {
        let record = self.record()?;
        if record.edition != edition.id() {
            let (wanted, given) = (record.edition, edition.id());
            return Err(ParticipationRefusal::OtherEdition { wanted, given });
        }
        match record.status {
            ParticipationStatus::TakingPart => Ok(record),
            ParticipationStatus::Finished { on } => Err(ParticipationRefusal::Finished { on }),
            ParticipationStatus::Left { on } => Err(ParticipationRefusal::Left { on }),
        }
    }
}

/// The day of an instant in the zone of the edition.
fn day(edition: &Edition, at: Time) -> NaiveDate {
    let zone = edition.definition().map(|definition| definition.period.zone());
    zone.map_or_else(|| at.date_naive(), |zone| at.with_timezone(&zone).date_naive())
}

fn past(edition: &Edition, on: NaiveDate, now: Time) -> Result<(), ParticipationRefusal> {
    let today = day(edition, now);
    if on > today { Err(ParticipationRefusal::InFuture { on, today }) } else { Ok(()) }
}

fn free_text(reason: Slot) -> Result<Slot, ParticipationRefusal> {
    if reason.class() == RetentionClass::FreeText {
        Ok(reason)
    } else {
        Err(ParticipationRefusal::ReasonClass { slot: reason })
    }
}

impl Aggregate for Participation {
    const KIND: &'static str = "participation";
    type Command = ParticipationCommand;
    type Event = ParticipationEvent;
    type Facts<'a> = ParticipationFacts<'a>;
    type Refusal = ParticipationRefusal;

    fn empty(id: Uuid) -> Self {
        Self(Kept { id: Id::new(id), record: None })
    }

    fn decide(
        &self,
        command: &ParticipationCommand,
        facts: &ParticipationFacts<'_>,
        now: Time,
    ) -> Result<Vec<ParticipationEvent>, ParticipationRefusal> {
        match command {
            ParticipationCommand::Join { person, admission } => {
                self.join(facts.edition, facts.programme, *person, *admission, now)
            }
            ParticipationCommand::Complete { module, on } => self.complete(facts.edition, module, *on, now),
            ParticipationCommand::Annul { module, by, reason } => self.annul(module, *by, *reason, now),
            ParticipationCommand::Finish => self.finish(facts.edition, now),
            ParticipationCommand::Leave { on, reason } => self.leave(facts.edition, *on, *reason, now),
            ParticipationCommand::Reopen { by, reason } => self.reopen(*by, *reason, now),
        }
    }

    fn apply(&mut self, event: &ParticipationEvent) {
        match (&mut self.0.record, event) {
            (record, ParticipationEvent::Joined { edition, person, admission, modules, on }) => {
                if self.0.id == participation_id(*edition, *person) {
                    Record::join(record, *edition, *person, *admission, modules, *on);
                }
            }
            (Some(record), event) => record.apply(event),
            (None, _) => {}
        }
    }
}

/// No events can have led to this state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no history leads to this state of a participation")]
pub struct UnsoundParticipation;

impl TryFrom<Kept> for Participation {
    type Error = UnsoundParticipation;

    fn try_from(kept: Kept) -> Result<Self, UnsoundParticipation> {
        let sound = kept.record.as_ref().is_none_or(|record| record.is_sound(kept.id));
        if sound { Ok(Self(kept)) } else { Err(UnsoundParticipation) }
    }
}
