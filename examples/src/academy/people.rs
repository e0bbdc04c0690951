//! The people: applications, decisions and seats, then what each of them completed.

use guildhall::civic::PersonId;
use guildhall::enrolment::{
    AdmissionMode, Application, ApplicationCommand, ApplicationFacts, ApplicationStatus, Circumstances,
    Recruitment, RecruitmentId, SeatPool, Sender, Submission, admit, withdraw,
};
use guildhall::kernel::{Loaded, Local, RetentionClass, Time, Uuid};
use guildhall::participation::{
    AdmissionId, Participation, ParticipationCommand, ParticipationFacts, participation_id,
};
use guildhall::programme::{Edition, Programme};
use serde::{Deserialize, Serialize};

use super::ids;
use super::journey::{Journey, Origin, Stopped};
use super::offer::Places;
use super::tables::Applicant;
use crate::reading::Row;

/// What lies in the slot of an applicant, and of the holder of a certificate.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Contact {
    pub(super) name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) email: Option<String>,
}

const fn line(row: &Row<Applicant>) -> Origin {
    Origin { file: "applicants.csv", line: row.line }
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
    let (store, system) = (journey.store, journey.system);
    let recruitment = journey.read::<Recruitment>((places.recruitment, places.recruitment))?;
    let mut rows: Vec<_> = system.applicants.iter().collect();
    rows.sort_by_key(|row| row.value.applied_at);
    for row in rows {
        let applicant = &row.value;
        let contact = ids::slot(&format!("contact of {}", applicant.person), RetentionClass::Contact);
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
        journey.step(
            &format!("submit the application of {}", applicant.person),
            line(row),
            at,
            |commit| {
                let mut submission = Submission::new(applicant.id(), sender.clone(), contact)?
                    .in_position(applicant.position.clone());
                if let Some(areas) = &applicant.responsible_for {
                    submission = submission.responsible_for(areas.iter().cloned());
                }
                let (scope, id) = application(places, applicant.id());
                let command = ApplicationCommand::Submit { submission };
                let facts = ApplicationFacts::new(&recruitment);
                let staged = Loaded::<Application>::read(store, scope, id)?.decide(&command, &facts, at)?;
                Ok(commit.with(&staged)?.private(contact, &content)?)
            },
        )?;
    }
    Ok(())
}

/// Whoever wants to takes their application back.
pub(super) fn take_back(journey: &mut Journey<'_>, places: &Places) -> Result<(), Stopped> {
    let (store, system) = (journey.store, journey.system);
    for row in &system.applicants {
        let Some(wall) = row.value.withdrawn_at else { continue };
        let at = journey.at(wall);
        journey.step(
            &format!("withdraw the application of {}", row.value.person),
            line(row),
            at,
            |commit| {
                let (scope, id) = seats(places);
                let pool = Loaded::<SeatPool>::read(store, scope, id)?;
                let (scope, id) = application(places, row.value.id());
                Ok(withdraw(&pool, &Loaded::read(store, scope, id)?)?.onto(commit)?)
            },
        )?;
    }
    Ok(())
}

/// Every application is decided: whoever may come gets a seat, everybody else hears why not.
pub(super) fn decide(journey: &mut Journey<'_>, places: &Places) -> Result<(), Stopped> {
    let system = journey.system;
    let at = journey.at(system.diary.applications_decided);
    let mut rows: Vec<_> = system.applicants.iter().filter(|row| row.value.withdrawn_at.is_none()).collect();
    rows.sort_by_key(|row| row.value.applied_at);
    for row in rows {
        decide_one(journey, places, row, at)?;
    }
    Ok(())
}

fn decide_one(
    journey: &mut Journey<'_>,
    places: &Places,
    row: &Row<Applicant>,
    at: Time,
) -> Result<(), Stopped> {
    let (store, system, applicant) = (journey.store, journey.system, &row.value);
    let recruitment = journey.read::<Recruitment>((places.recruitment, places.recruitment))?;
    let stream = application(places, applicant.id());
    let named = |step: &str| format!("{step} the application of {}", applicant.person);

    let circumstances = Circumstances::default().with_cooperations(&system.cooperations);
    let circumstances = match system.authorities.get(&applicant.authority) {
        Some(authority) => circumstances.with_authority(authority),
        None => circumstances,
    };
    let facts = ApplicationFacts { recruitment: &recruitment, circumstances };
    let determine = ApplicationCommand::Determine { at };
    journey.command::<Application>(&named("decide"), line(row), at, stream, &determine, &facts)?;

    let status = journey.read::<Application>(stream)?.status();
    let facts = ApplicationFacts::new(&recruitment);
    match status {
        Some(ApplicationStatus::Eligible | ApplicationStatus::Admitted) => {
            if system.policy.admission() == AdmissionMode::OfficerConfirms {
                let confirm = ApplicationCommand::Confirm { by: ids::actor("officer of the stewards") };
                journey.command::<Application>(&named("confirm"), line(row), at, stream, &confirm, &facts)?;
            }
            journey.step(&named("admit"), line(row), at, |commit| {
                let (scope, id) = seats(places);
                let pool = Loaded::<SeatPool>::read(store, scope, id)?;
                let application = Loaded::<Application>::read(store, stream.0, stream.1)?;
                Ok(admit(&recruitment, &pool, &application)?.onto(commit)?)
            })
        }
        _ => {
            let refuse = ApplicationCommand::Refuse;
            journey.command::<Application>(&named("refuse"), line(row), at, stream, &refuse, &facts)
        }
    }
}

/// Whoever has a seat, with the application that led to it, in the order of the list.
pub(super) fn seated(
    journey: &Journey<'_>,
    places: &Places,
) -> Result<Vec<(PersonId, AdmissionId)>, Stopped> {
    let mut seated = Vec::new();
    for row in &journey.system.applicants {
        let application = journey.read::<Application>(application(places, row.value.id()))?;
        if application.status() == Some(ApplicationStatus::Admitted) {
            seated.push((row.value.id(), AdmissionId::new(application.id().uuid())));
        }
    }
    Ok(seated)
}

/// Whoever has a seat takes part, and completes module after module.
pub(super) fn take_part(journey: &mut Journey<'_>, places: &Places) -> Result<(), Stopped> {
    let store = journey.store;
    let edition = journey.read::<Edition>(places.edition_stream())?;
    let programme = journey.read::<Programme>((places.programme, places.programme))?;
    let facts = ParticipationFacts { edition: &edition, programme: &programme };
    let begun = journey.at(journey.system.diary.edition_begun);
    for (person, admission) in seated(journey, places)? {
        let application = journey.read::<Application>((places.recruitment, admission.uuid()))?;
        let origin = Origin { file: "applicants.csv", line: 0 };
        journey.step(&format!("join {person}"), origin, begun, |commit| {
            let (scope, id) = participation(places, person);
            let join = ParticipationCommand::Join { person, admission };
            let staged = Loaded::<Participation>::read(store, scope, id)?.decide(&join, &facts, begun)?;
            Ok(commit.with(&staged)?.reading(application.stream().clone(), application.version()))
        })?;
    }
    for row in &journey.system.completions {
        let (module, on) = (row.value.module.clone(), row.value.completed_on);
        // Recorded in the evening of the day.
        let evening = on.and_hms_opt(20, 0, 0).unwrap_or_default();
        let at = Local::At(evening).begins_in(journey.system.edition_zone()).unwrap_or_default();
        let origin = Origin { file: "completions.csv", line: row.line };
        let stream = participation(places, ids::person(&row.value.person));
        let step = format!("complete {module} for {}", row.value.person);
        let complete = ParticipationCommand::Complete { module, on };
        journey.command::<Participation>(&step, origin, at, stream, &complete, &facts)?;
    }
    Ok(())
}

/// Closes every record that is complete or, once the edition is over, every other one.
pub(super) fn close_records(journey: &mut Journey<'_>, places: &Places, at: Time) -> Result<(), Stopped> {
    let edition = journey.read::<Edition>(places.edition_stream())?;
    let programme = journey.read::<Programme>((places.programme, places.programme))?;
    let facts = ParticipationFacts { edition: &edition, programme: &programme };
    let over = edition.definition().is_some_and(|definition| definition.period.ends_at() <= at);
    for (person, _) in seated(journey, places)? {
        let stream = participation(places, person);
        let complete = journey.read::<Participation>(stream)?.outstanding().next().is_none();
        if complete != over {
            let origin = Origin { file: "completions.csv", line: 0 };
            let finish = ParticipationCommand::Finish;
            journey.command::<Participation>(
                &format!("finish {person}"),
                origin,
                at,
                stream,
                &finish,
                &facts,
            )?;
        }
    }
    Ok(())
}
