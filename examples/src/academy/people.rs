//! The people: applications, decisions and seats, then what each of them completed.

use guildhall::civic::{Actor, PersonId};
use guildhall::enrolment::{
    AdmissionMode, Application, ApplicationCommand, ApplicationFacts, ApplicationStatus, Circumstances,
    Recruitment, RecruitmentId, SeatPool, Sender, Submission, admit, withdraw,
};
use guildhall::kernel::{ActorId, Commit, Loaded, RetentionClass, Time, Uuid};
use guildhall::participation::{
    AdmissionId, Participation, ParticipationCommand, ParticipationFacts, participation_id,
};
use guildhall::programme::{Edition, Programme};
use serde::{Deserialize, Serialize};

use super::deed::Deed;
use super::journey::{Decided, Journey, Origin, Step, Stopped, file};
use super::offer::Places;
use super::tables::{Applicant, Completion};
use guildhall::intake::table::Row;

/// What lies in the slot of an applicant, and of the holder of a certificate.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Contact {
    pub(super) name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) email: Option<String>,
}

const APPLICANTS: &str = "applicants.csv";
const COMPLETIONS: &str = "completions.csv";

const fn line(row: &Row<Applicant>) -> Origin {
    Origin { file: APPLICANTS, line: row.line }
}

/// Where an application is.
pub(super) fn application(places: &Places, person: PersonId) -> (Uuid, Uuid) {
    let recruitment = RecruitmentId::new(places.recruitment);
    (places.recruitment, Application::id_of(recruitment, person).uuid())
}

/// Where the seats are.
pub(super) fn seats(places: &Places) -> (Uuid, Uuid) {
    (places.recruitment, SeatPool::id_of(RecruitmentId::new(places.recruitment)).uuid())
}

/// Where a participation is.
pub(super) fn participation(places: &Places, person: PersonId) -> (Uuid, Uuid) {
    (places.edition.uuid(), participation_id(places.edition, person).uuid())
}

/// Everybody applies, each at their time.
pub(super) fn apply(journey: &mut Journey<'_>, places: &Places) -> Result<(), Stopped> {
    let system = journey.system;
    let mut rows: Vec<_> = system.applicants.iter().collect();
    rows.sort_by_key(|row| row.value.applied_at);
    for row in rows {
        apply_one(journey, places, row)?;
    }
    Ok(())
}

fn apply_one(journey: &mut Journey<'_>, places: &Places, row: &Row<Applicant>) -> Result<(), Stopped> {
    let (store, ids, applicant) = (journey.store, journey.system.ids, &row.value);
    let person = ids.person(&applicant.person);
    let contact = ids.slot(&format!("contact of {}", applicant.person), RetentionClass::Contact);
    let sender = match &applicant.organisation {
        None => Sender::Authority(applicant.authority.clone()),
        Some(organisation) => {
            let (institution, authority) = (organisation.clone(), applicant.authority.clone());
            Sender::Institution { institution, authority }
        }
    };
    let content =
        Contact { name: applicant.name.expose().clone(), email: Some(applicant.email.expose().clone()) };
    let at = journey.at(applicant.applied_at);
    let step = journey.officers(Deed::SubmitApplication { of: applicant.person.clone() }, line(row), at);
    journey.take(step.by(acting(person)), |commit| {
        let mut submission =
            Submission::new(person, sender.clone(), contact)?.in_position(applicant.position.clone());
        if let Some(areas) = &applicant.responsible_for {
            submission = submission.responsible_for(areas.iter().cloned());
        }
        let recruitment = Loaded::<Recruitment>::read(store, places.recruitment, places.recruitment)?;
        let (scope, id) = application(places, person);
        let command = ApplicationCommand::Submit { submission };
        let facts = ApplicationFacts::new(&recruitment);
        let staged = Loaded::<Application>::read(store, scope, id)?.decide(&command, &facts, at)?;
        Ok(commit.with(&staged)?.private(contact, &content)?)
    })
}

/// A person who acts for themselves.
fn acting(person: PersonId) -> ActorId {
    Actor::Person(person).id()
}

/// Whoever wants to takes their application back.
pub(super) fn take_back(journey: &mut Journey<'_>, places: &Places) -> Result<(), Stopped> {
    let (store, system) = (journey.store, journey.system);
    for row in &system.applicants {
        let Some(wall) = row.value.withdrawn_at else { continue };
        let person = system.ids.person(&row.value.person);
        let deed = Deed::WithdrawApplication { of: row.value.person.clone() };
        let at = journey.at(wall);
        let step = journey.officers(deed, line(row), at).by(acting(person));
        journey.take(step, |commit| {
            let (scope, id) = seats(places);
            let pool = Loaded::<SeatPool>::read(store, scope, id)?;
            let (scope, id) = application(places, person);
            let recruitment = Loaded::<Recruitment>::read(store, places.recruitment, places.recruitment)?;
            Ok(withdraw(&recruitment, &pool, &Loaded::read(store, scope, id)?, at)?.onto(commit)?)
        })?;
    }
    Ok(())
}

/// Every application is decided: whoever may come gets a seat, everybody else hears why not.
pub(super) fn decide(journey: &mut Journey<'_>, places: &Places) -> Result<(), Stopped> {
    let system = journey.system;
    let mut rows: Vec<_> = system.applicants.iter().filter(|row| row.value.withdrawn_at.is_none()).collect();
    rows.sort_by_key(|row| row.value.applied_at);
    for row in rows {
        decide_one(journey, places, row)?;
    }
    Ok(())
}

fn decide_one(journey: &mut Journey<'_>, places: &Places, row: &Row<Applicant>) -> Result<(), Stopped> {
    let (store, system, applicant) = (journey.store, journey.system, &row.value);
    let at = journey.at(system.diary.applications_decided);
    let stream = application(places, system.ids.person(&applicant.person));
    let circumstances = Circumstances::default().with_cooperations(&system.cooperations, &());
    let circumstances = match system.authorities.get(&applicant.authority) {
        Some(authority) => circumstances.with_authority(authority, &()),
        None => circumstances,
    };
    let of = || applicant.person.clone();
    let order = |journey: &mut Journey<'_>, deed: Deed, command: ApplicationCommand| {
        let step = journey.officers(deed, line(row), at);
        journey.take(step, |commit| {
            let recruitment = Loaded::<Recruitment>::read(store, places.recruitment, places.recruitment)?;
            let facts = ApplicationFacts { recruitment: &recruitment, circumstances: circumstances.clone() };
            let application = Loaded::<Application>::read(store, stream.0, stream.1)?;
            Ok(commit.with(&application.decide(&command, &facts, at)?)?)
        })
    };

    order(journey, Deed::DecideApplication { of: of() }, ApplicationCommand::Determine { at })?;
    let status = journey.read::<Application>(stream)?.status();
    if !matches!(status, Some(ApplicationStatus::Eligible | ApplicationStatus::Admitted)) {
        return order(journey, Deed::RefuseApplication { of: of() }, ApplicationCommand::Refuse);
    }
    if system.policy.admission() == AdmissionMode::OfficerConfirms {
        order(
            journey,
            Deed::ConfirmApplication { of: of() },
            ApplicationCommand::Confirm { by: system.ids.officers() },
        )?;
    }
    let step = journey.officers(Deed::AdmitApplication { of: of() }, line(row), at);
    journey.take(step, |commit| {
        let recruitment = Loaded::<Recruitment>::read(store, places.recruitment, places.recruitment)?;
        let (scope, id) = seats(places);
        let pool = Loaded::<SeatPool>::read(store, scope, id)?;
        let application = Loaded::<Application>::read(store, stream.0, stream.1)?;
        let (scope, id) = places.edition_stream();
        let edition = Loaded::<Edition>::read(store, scope, id)?;
        Ok(admit(&recruitment, &edition, &pool, &application, at)?.onto(commit)?)
    })
}

/// Whoever has a seat, with the admission that led to it, in the order of the list.
pub(super) fn seated(
    journey: &Journey<'_>,
    places: &Places,
) -> Result<Vec<(PersonId, AdmissionId)>, Stopped> {
    let mut seated = Vec::new();
    for row in &journey.system.applicants {
        let person = journey.system.ids.person(&row.value.person);
        let application = journey.read::<Application>(application(places, person))?;
        if let Some(admission) = application.admission() {
            seated.push((person, AdmissionId::new(admission)));
        }
    }
    Ok(seated)
}

/// Whoever has a seat takes part, and completes module after module.
pub(super) fn take_part(journey: &mut Journey<'_>, places: &Places) -> Result<(), Stopped> {
    let (store, system) = (journey.store, journey.system);
    let begun = journey.at(system.diary.edition_begun);
    for (person, admission) in seated(journey, places)? {
        let step = journey.officers(Deed::Join { person }, file(APPLICANTS), begun);
        let join = ParticipationCommand::Join { person, admission };
        record(journey, places, step, person, &join, |commit| {
            // The seat must still be held in the commit that lets the person take part.
            let (scope, id) = application(places, person);
            let application = Loaded::<Application>::read(store, scope, id)?;
            Ok(commit.reading(application.stream().clone(), application.version()))
        })?;
    }
    for row in &system.completions {
        let Completion { person, module, completed_on } = &row.value;
        // Recorded in the evening of the day.
        let at = journey.at(completed_on.and_hms_opt(20, 0, 0).unwrap_or_default());
        let origin = Origin { file: COMPLETIONS, line: row.line };
        let step =
            journey.officers(Deed::Complete { module: module.clone(), of: person.clone() }, origin, at);
        let complete = ParticipationCommand::Complete { module: module.clone(), on: *completed_on };
        record(journey, places, step, system.ids.person(person), &complete, Ok)?;
    }
    Ok(())
}

/// Closes every record that is complete or, once the edition is over, every other one.
pub(super) fn close_records(journey: &mut Journey<'_>, places: &Places, at: Time) -> Result<(), Stopped> {
    let edition = journey.read::<Edition>(places.edition_stream())?;
    let over = edition.definition().is_some_and(|definition| definition.period.ends_at() <= at);
    for (person, _) in seated(journey, places)? {
        let taken = journey.read::<Participation>(participation(places, person))?;
        if taken.outstanding().next().is_none() != over {
            let step = journey.officers(Deed::FinishParticipation { person }, file(COMPLETIONS), at);
            record(journey, places, step, person, &ParticipationCommand::Finish, Ok)?;
        }
    }
    Ok(())
}

/// Takes a step on somebody's participation; `further` adds what else belongs into its commit.
fn record(
    journey: &mut Journey<'_>,
    places: &Places,
    step: Step,
    person: PersonId,
    command: &ParticipationCommand,
    further: impl Fn(Commit) -> Decided,
) -> Result<(), Stopped> {
    let (store, at) = (journey.store, step.at());
    journey.take(step, |commit| {
        let (scope, id) = places.edition_stream();
        let edition = Loaded::<Edition>::read(store, scope, id)?;
        let programme = Loaded::<Programme>::read(store, places.programme, places.programme)?;
        let facts = ParticipationFacts { edition: &edition, programme: &programme };
        let (scope, id) = participation(places, person);
        let staged = Loaded::<Participation>::read(store, scope, id)?.decide(command, &facts, at)?;
        further(commit.with(&staged)?)
    })
}
