//! How a training ends: the survey, the practices and the certificates.

use std::collections::BTreeSet;
use std::error::Error;
use std::num::NonZeroU32;

use guildhall::certification::{
    Adopt, AwardFacts, Candidate, Ceremony, CycleId, Extent, Issue, Open, Outcome, Register, RegisterCommand,
    Statement,
};
use guildhall::civic::PersonId;
use guildhall::kernel::{Id, Loaded, RetentionClass, Time, Uuid};
use guildhall::participation::Participation;
use guildhall::participation::survey::{Anonymous, AnswerBox, Survey, SurveyCommand, Token};
use guildhall::practice::{Practice, PracticeCommand, PracticeFacts, Review, Reviewer, practice_id};
use guildhall::programme::{Edition, Programme, SessionKind};

use super::deed::Deed;
use super::ids::Ids;
use super::journey::{Journey, Stopped, file};
use super::offer::Places;
use super::people::{Contact, participation, seated};

const SURVEY: &str = "survey.toml";
const ANSWERS: &str = "answers.csv";
const SCHEME: &str = "scheme.toml";

/// Asks the participants, and publishes what they answered.
pub(super) fn ask(journey: &mut Journey<'_>, places: &Places) -> Result<(), Stopped> {
    let (store, system) = (journey.store, journey.system);
    let stream = (places.edition.uuid(), places.survey);
    let opened = journey.at(system.diary.survey_opened);
    let instrument = Box::new(system.survey.instrument.clone());
    let open = SurveyCommand::Open { instrument, window: system.survey.window };
    let step = journey.officers(Deed::OpenSurvey, file(SURVEY), opened);
    journey.command::<Survey>(step, stream, &open, &())?;
    let people = seated(journey, places)?.len();
    let ids = system.ids;
    let tokens: Vec<Token> =
        (0..people).filter_map(|nth| Token::new(ids.drawn("survey token", nth)).ok()).collect();
    let issue = SurveyCommand::Issue { tokens: tokens.clone() };
    let step = journey.officers(Deed::IssueTokens, file(SURVEY), opened);
    journey.command::<Survey>(step, stream, &issue, &())?;

    if system.sheets.len() > tokens.len() {
        let (given, possible) = (system.sheets.len(), tokens.len());
        let reason = format!("{given} sheets were handed in, but only {possible} people could answer").into();
        return Err(Stopped::Refused { step: Deed::CollectAnswers, origin: file(ANSWERS), reason });
    }
    for (nth, token) in tokens.iter().take(system.sheets.len()).enumerate() {
        // The sheet itself goes into the box of answers, which for the files at hand is the file.
        let step = journey.officers(Deed::SpendToken { nth: (nth + 1).to_string() }, file(ANSWERS), opened);
        journey.take(step.under(Id::new(ids.drawn("spending", nth))), |commit| {
            let survey = Loaded::<Survey>::read(store, stream.0, stream.1)?;
            Ok(Anonymous::spend(&survey, token, opened)?.commit(commit.id())?)
        })?;
    }
    let closed = journey.at(system.diary.survey_closed);
    let step = journey.officers(Deed::CloseSurvey, file(ANSWERS), closed);
    journey.take(step.under(Id::new(ids.drawn("closing the survey", 0))), |commit| {
        let survey = Loaded::<Survey>::read(store, stream.0, stream.1)?;
        let mut answers = AnswerBox::new(&survey);
        for sheet in &system.sheets {
            answers.put(&survey, sheet.clone())?;
        }
        let slots: Vec<_> = (0..answers.remarks()).map(|nth| Id::new(ids.drawn("remark", nth))).collect();
        Ok(Anonymous::close(&survey, &answers, &slots, closed)?.commit(commit.id())?)
    })
}

/// Takes the practices into the base: drafted, submitted, reviewed, published.
pub(super) fn publish(journey: &mut Journey<'_>, places: &Places) -> Result<(), Stopped> {
    let system = journey.system;
    let at = journey.at(system.diary.practices_published);
    for (record, written) in &system.practices {
        let code = record.code();
        let stream = (places.practices, practice_id(places.practices, code).uuid());
        let (person, of) = (system.ids.person(&written.reviewer), written.reviewer_of.clone());
        let review =
            Review { reviewer: Reviewer { person, of }, scores: written.scores.clone(), comment: None };
        let by = system.ids.person(&written.submitted_by);
        for (deed, command) in [
            (
                Deed::DraftPractice { practice: code.clone() },
                PracticeCommand::Draft { base: places.practices, record: record.clone() },
            ),
            (Deed::SubmitPractice { practice: code.clone() }, PracticeCommand::Submit { by, contact: None }),
            (Deed::ReviewPractice { practice: code.clone() }, PracticeCommand::Review(review)),
            (Deed::PublishPractice { practice: code.clone() }, PracticeCommand::Publish),
        ] {
            let step = journey.officers(deed, file("reviews.toml"), at);
            journey.command::<Practice>(step, stream, &command, &PracticeFacts::default())?;
        }
    }
    Ok(())
}

/// Where the register of the issuer is.
pub(super) fn register(journey: &Journey<'_>) -> (Uuid, Uuid) {
    let id = Register::id_of(&journey.system.issuer).uuid();
    (id, id)
}

/// Opens the register under the scheme.
pub(super) fn open_register(journey: &mut Journey<'_>) -> Result<(), Stopped> {
    let system = journey.system;
    let (stream, at) = (register(journey), journey.at(system.diary.register_opened));
    let open = RegisterCommand::Open(Open { issuer: system.issuer.clone(), zone: system.zone });
    let nobody = AwardFacts::none();
    let step = journey.officers(Deed::OpenRegister, file(SCHEME), at);
    journey.command::<Register>(step, stream, &open, &nobody)?;
    let adopt = RegisterCommand::Adopt(Box::new(Adopt { scheme: system.scheme.clone() }));
    let step = journey.officers(Deed::AdoptScheme, file(SCHEME), at);
    journey.command::<Register>(step, stream, &adopt, &nobody)
}

/// Issues a certificate to everybody who meets the scheme's criterion, all in one commit.
pub(super) fn issue(journey: &mut Journey<'_>, places: &Places, at: Time) -> Result<(), Stopped> {
    let (store, system, stream) = (journey.store, journey.system, register(journey));
    let seated = seated(journey, places)?;
    let step = journey.officers(Deed::IssueCertificates, file(SCHEME), at);
    journey.take(step, |commit| {
        let mut people = Vec::new();
        for (person, _) in &seated {
            let (scope, id) = participation(places, *person);
            people.push((*person, Loaded::<Participation>::read(store, scope, id)?));
        }
        let (scope, id) = places.edition_stream();
        let edition = Loaded::<Edition>::read(store, scope, id)?;
        let programme = Loaded::<Programme>::read(store, places.programme, places.programme)?;
        let register = Loaded::<Register>::read(store, stream.0, stream.1)?;
        let facts = people
            .iter()
            .fold(AwardFacts::none(), |facts, (person, taken)| facts.with(*person, taken.state(), taken));
        let everybody = Issue {
            scheme: system.scheme.reference().clone(),
            cycle: CycleId::new(places.edition.uuid()),
            attests: attested(&programme, &edition)?,
            issued_on: at.with_timezone(&system.zone).date_naive(),
            ceremony: ceremony(&edition),
            candidates: seated.iter().map(|(person, _)| candidate(system.ids, *person)).collect(),
        };
        // Whoever does not meet the criterion is left off the list; the printed register says why.
        let receive: BTreeSet<PersonId> = register
            .dry_run(&everybody, &facts)?
            .into_iter()
            .filter(|prospect| matches!(prospect.outcome, Outcome::Receives { .. }))
            .map(|prospect| prospect.person)
            .collect();
        let candidates: Vec<_> =
            everybody.candidates.iter().filter(|one| receive.contains(&one.person)).cloned().collect();
        let issue = Issue { candidates: candidates.clone(), ..everybody };
        let staged = register.decide(&RegisterCommand::Issue(issue), &facts, at)?;
        let mut commit = commit.with(&staged)?;
        for candidate in candidates {
            if let Some(row) =
                system.applicants.iter().find(|row| system.ids.person(&row.value.person) == candidate.person)
            {
                let name = row.value.name.expose().clone();
                commit = commit.private(candidate.holder, &Contact { name, email: None })?;
            }
        }
        Ok(commit)
    })
}

fn candidate(ids: Ids, person: PersonId) -> Candidate {
    let purpose = format!("certificate of {person}");
    Candidate {
        certificate: Id::new(ids.drawn(&purpose, 1)),
        person,
        holder: ids.slot(&purpose, RetentionClass::RegisterMinimum),
        waiver: None,
    }
}

/// What the certificates attest: the programme, and the days on which it was taught.
fn attested(programme: &Programme, edition: &Edition) -> Result<Statement, Box<dyn Error + Send + Sync>> {
    let version = edition.programme().map(|(_, version)| version);
    let taught =
        version.and_then(|version| programme.approved(version)).ok_or("the programme is not approved")?;
    let days = edition.definition().and_then(|definition| definition.teaching_days());
    let (first, last) = days.ok_or("the edition has no day of teaching")?;
    let statement = Statement::new(taught.title.clone(), first, last)?;
    let extent = |minutes| u32::try_from(minutes).ok().and_then(NonZeroU32::new).map(Extent::Minutes);
    let taught = taught.curriculum.total().and_then(|hours| extent(hours.in_minutes()));
    Ok(match taught {
        Some(extent) => statement.of(extent),
        None => statement,
    })
}

/// The ceremony of the edition, if there is one.
fn ceremony(edition: &Edition) -> Option<Ceremony> {
    let session = edition.sessions().iter().find(|one| one.kind() == SessionKind::Ceremony)?;
    let window = session.window();
    let day = window.starts_at().with_timezone(&window.zone()).date_naive();
    Some(Ceremony::new(day, session.place()?.name.clone()))
}
