//! From the first draft of the programme to a recruitment that is open, and later closed.

use guildhall::enrolment::{self, Recruitment, RecruitmentCommand, RecruitmentDefinition, RecruitmentFacts};
use guildhall::kernel::chrono::NaiveDateTime;
use guildhall::kernel::{Loaded, Uuid};
use guildhall::programme::{
    Edition, EditionCommand, EditionFacts, EditionId, Programme, ProgrammeCommand, ProgrammeFacts,
    ProgrammeVersion, edition_id,
};

use super::deed::Deed;
use super::journey::{Journey, Stopped, file};
use super::system::System;

/// Where the aggregates of a training are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Places {
    pub(super) programme: Uuid,
    pub(super) edition: EditionId,
    pub(super) recruitment: Uuid,
    pub(super) survey: Uuid,
    pub(super) practices: Uuid,
}

impl Places {
    pub(super) fn of(system: &System) -> Self {
        let (ids, programme) = (system.ids, system.ids.programme());
        let edition = edition_id(programme, system.edition.number);
        let of_edition = edition.to_string();
        Self {
            programme: programme.uuid(),
            edition,
            recruitment: ids.named::<Recruitment>("recruitment", &of_edition).uuid(),
            survey: ids.named::<()>("survey", &of_edition).uuid(),
            practices: ids.named::<()>("practice base", &system.base).uuid(),
        }
    }

    pub(super) const fn edition_stream(&self) -> (Uuid, Uuid) {
        (self.edition.uuid(), self.edition.uuid())
    }
}

const VERSION: ProgrammeVersion = ProgrammeVersion::FIRST;

/// Announces the programme, its edition and the recruitment, and opens it.
pub(super) fn announce(journey: &mut Journey<'_>, places: &Places) -> Result<(), Stopped> {
    let (system, diary) = (journey.system, &journey.system.diary);
    let vocabulary = enrolment::vocabulary();
    let facts = ProgrammeFacts { vocabulary: &vocabulary };
    let definition = Box::new(system.programme.clone());
    for (deed, wall, command) in [
        (Deed::DraftProgramme, diary.programme_drafted, ProgrammeCommand::Draft { definition }),
        (Deed::ApproveProgramme, diary.programme_approved, ProgrammeCommand::Approve { version: VERSION }),
        (Deed::OfferProgramme, diary.programme_offered, ProgrammeCommand::Offer { version: VERSION }),
    ] {
        let step = journey.officers(deed, file("programme.toml"), journey.at(wall));
        journey.command::<Programme>(step, (places.programme, places.programme), &command, &facts)?;
    }

    let definition = Box::new(system.edition.clone());
    let plan = EditionCommand::Plan { version: VERSION, definition };
    edition(journey, places, Deed::PlanEdition, diary.edition_planned, &plan)?;
    edition(journey, places, Deed::AnnounceEdition, diary.edition_announced, &EditionCommand::Announce)?;

    let definition =
        RecruitmentDefinition { window: system.window, policy: system.policy.definition().clone() };
    let announce = RecruitmentCommand::Announce { definition };
    recruitment(journey, places, Deed::AnnounceRecruitment, diary.recruitment_announced, &announce)?;
    recruitment(journey, places, Deed::OpenRecruitment, diary.recruitment_opened, &RecruitmentCommand::Open)
}

/// Closes the recruitment.
pub(super) fn close(journey: &mut Journey<'_>, places: &Places) -> Result<(), Stopped> {
    let wall = journey.system.diary.recruitment_closed;
    recruitment(journey, places, Deed::CloseRecruitment, wall, &RecruitmentCommand::Close)
}

/// Begins the edition.
pub(super) fn begin(journey: &mut Journey<'_>, places: &Places) -> Result<(), Stopped> {
    edition(journey, places, Deed::BeginEdition, journey.system.diary.edition_begun, &EditionCommand::Begin)
}

/// Finishes the edition and its recruitment.
pub(super) fn finish(journey: &mut Journey<'_>, places: &Places) -> Result<(), Stopped> {
    let wall = journey.system.diary.edition_finished;
    edition(journey, places, Deed::FinishEdition, wall, &EditionCommand::Finish)?;
    recruitment(journey, places, Deed::FinishRecruitment, wall, &RecruitmentCommand::Finish)
}

fn edition(
    journey: &mut Journey<'_>,
    places: &Places,
    deed: Deed,
    wall: NaiveDateTime,
    command: &EditionCommand,
) -> Result<(), Stopped> {
    let (store, at, (scope, id)) = (journey.store, journey.at(wall), places.edition_stream());
    let step = journey.officers(deed, file("edition.toml"), at);
    journey.take(step, |commit| {
        let programme = Loaded::<Programme>::read(store, places.programme, places.programme)?;
        let facts = EditionFacts { programme: &programme };
        let staged = Loaded::<Edition>::read(store, scope, id)?.decide(command, &facts, at)?;
        Ok(commit.with(&staged)?)
    })
}

fn recruitment(
    journey: &mut Journey<'_>,
    places: &Places,
    deed: Deed,
    wall: NaiveDateTime,
    command: &RecruitmentCommand,
) -> Result<(), Stopped> {
    let (store, at, (scope, id)) = (journey.store, journey.at(wall), places.edition_stream());
    let step = journey.officers(deed, file("recruitment.toml"), at);
    let vocabulary = enrolment::vocabulary();
    journey.take(step, |commit| {
        let edition = Loaded::<Edition>::read(store, scope, id)?;
        let facts = RecruitmentFacts { edition: &edition, vocabulary: &vocabulary };
        let recruitment = Loaded::<Recruitment>::read(store, places.recruitment, places.recruitment)?;
        Ok(commit.with(&recruitment.decide(command, &facts, at)?)?)
    })
}
