//! From the first draft of the programme to a recruitment that is open, and later closed.

use guildhall::enrolment::{self, Recruitment, RecruitmentCommand, RecruitmentDefinition, RecruitmentFacts};
use guildhall::kernel::Uuid;
use guildhall::programme::{
    Edition, EditionCommand, EditionFacts, EditionId, Programme, ProgrammeCommand, ProgrammeFacts,
    ProgrammeVersion, edition_id,
};

use super::ids;
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
        let programme = ids::programme(system.programme.code.as_str());
        let edition = edition_id(programme, system.edition.number);
        let of_edition = edition.to_string();
        Self {
            programme: programme.uuid(),
            edition,
            recruitment: ids::named::<Recruitment>("recruitment", &of_edition).uuid(),
            survey: ids::named::<()>("survey", &of_edition).uuid(),
            practices: ids::named::<()>("practice base", &system.base.base).uuid(),
        }
    }

    pub(super) const fn edition_stream(&self) -> (Uuid, Uuid) {
        (self.edition.uuid(), self.edition.uuid())
    }
}

const PROGRAMME: &str = "programme.toml";
const EDITION: &str = "edition.toml";
const RECRUITMENT: &str = "recruitment.toml";
const VERSION: ProgrammeVersion = ProgrammeVersion::FIRST;

/// Announces the programme, its edition and the recruitment, and opens it.
pub(super) fn announce(journey: &mut Journey<'_>, places: &Places) -> Result<(), Stopped> {
    let (system, diary) = (journey.system, &journey.system.diary);
    let vocabulary = enrolment::vocabulary();
    let facts = ProgrammeFacts { vocabulary: &vocabulary };
    let id = (places.programme, places.programme);
    let draft = ProgrammeCommand::Draft { definition: Box::new(system.programme.clone()) };
    let approve = ProgrammeCommand::Approve { version: VERSION };
    let offer = ProgrammeCommand::Offer { version: VERSION };
    let at = journey.at(diary.programme_drafted);
    journey.command::<Programme>("draft the programme", file(PROGRAMME), at, id, &draft, &facts)?;
    let at = journey.at(diary.programme_approved);
    journey.command::<Programme>("approve the programme", file(PROGRAMME), at, id, &approve, &facts)?;
    let at = journey.at(diary.programme_offered);
    journey.command::<Programme>("offer the programme", file(PROGRAMME), at, id, &offer, &facts)?;

    let definition = Box::new(system.edition.clone());
    let plan = EditionCommand::Plan { version: VERSION, definition };
    let at = journey.at(diary.edition_planned);
    edition(journey, places, "plan the edition", at, &plan)?;
    let at = journey.at(diary.edition_announced);
    edition(journey, places, "announce the edition", at, &EditionCommand::Announce)?;

    let policy = system.policy.definition().clone();
    let definition = RecruitmentDefinition { window: system.window, policy };
    let announce = RecruitmentCommand::Announce { definition };
    let at = journey.at(diary.recruitment_announced);
    recruitment(journey, places, "announce the recruitment", at, &announce)?;
    let at = journey.at(diary.recruitment_opened);
    recruitment(journey, places, "open the recruitment", at, &RecruitmentCommand::Open)
}

/// Closes the recruitment.
pub(super) fn close(journey: &mut Journey<'_>, places: &Places) -> Result<(), Stopped> {
    let at = journey.at(journey.system.diary.recruitment_closed);
    recruitment(journey, places, "close the recruitment", at, &RecruitmentCommand::Close)
}

/// Begins the edition.
pub(super) fn begin(journey: &mut Journey<'_>, places: &Places) -> Result<(), Stopped> {
    let at = journey.at(journey.system.diary.edition_begun);
    edition(journey, places, "begin the edition", at, &EditionCommand::Begin)
}

/// Finishes the edition and its recruitment.
pub(super) fn finish(journey: &mut Journey<'_>, places: &Places) -> Result<(), Stopped> {
    let at = journey.at(journey.system.diary.edition_finished);
    edition(journey, places, "finish the edition", at, &EditionCommand::Finish)?;
    recruitment(journey, places, "finish the recruitment", at, &RecruitmentCommand::Finish)
}

fn edition(
    journey: &mut Journey<'_>,
    places: &Places,
    step: &str,
    at: guildhall::kernel::Time,
    command: &EditionCommand,
) -> Result<(), Stopped> {
    let programme = journey.read::<Programme>((places.programme, places.programme))?;
    let facts = EditionFacts { programme: &programme };
    journey.command::<Edition>(step, file(EDITION), at, places.edition_stream(), command, &facts)
}

fn recruitment(
    journey: &mut Journey<'_>,
    places: &Places,
    step: &str,
    at: guildhall::kernel::Time,
    command: &RecruitmentCommand,
) -> Result<(), Stopped> {
    let edition = journey.read::<Edition>(places.edition_stream())?;
    let vocabulary = enrolment::vocabulary();
    let facts = RecruitmentFacts { edition: &edition, vocabulary: &vocabulary };
    let id = (places.recruitment, places.recruitment);
    journey.command::<Recruitment>(step, file(RECRUITMENT), at, id, command, &facts)
}
