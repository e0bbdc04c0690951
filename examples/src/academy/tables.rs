//! The lists that clerks keep as CSV, and what must hold between them and the definitions.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::str::FromStr;

use guildhall::civic::{AuthorityKey, OrganisationCode, PositionCode, ServiceAreaCode};
use guildhall::kernel::chrono::{NaiveDate, NaiveDateTime};
use guildhall::kernel::{Confidential, Local, LocalError};
use guildhall::participation::survey::{Answer, Instrument, Intent, QuestionKind, Sheet};
use guildhall::programme::ModuleCode;
use guildhall::rules::Symbol;

use super::system::System;
use crate::reading::{Cells, Folder, Row};

/// Somebody who applies.
#[derive(Debug)]
pub(super) struct Applicant {
    /// What the lists call them.
    pub(super) person: String,
    pub(super) name: Confidential<String>,
    pub(super) email: Confidential<String>,
    pub(super) position: PositionCode,
    /// Service areas, with spaces between; `?` while it is not known.
    pub(super) responsible_for: Option<Vec<ServiceAreaCode>>,
    /// The authority that sends them, or that their institution cooperates with.
    pub(super) authority: AuthorityKey,
    pub(super) organisation: Option<OrganisationCode>,
    pub(super) applied_at: NaiveDateTime,
    pub(super) withdrawn_at: Option<NaiveDateTime>,
}

/// A module that somebody completed.
#[derive(Debug)]
pub(super) struct Completion {
    pub(super) person: String,
    pub(super) module: ModuleCode,
    pub(super) completed_on: NaiveDate,
}

/// Somebody who did not take part and would like to join the successor.
#[derive(Debug)]
pub(super) struct Newcomer {
    pub(super) person: String,
    pub(super) name: Confidential<String>,
    pub(super) authority: AuthorityKey,
    /// What they can show, with spaces between; `?` while it is not known.
    pub(super) grounding: Option<Vec<Symbol>>,
}

const APPLICANTS: &str = "applicants.csv";
const COMPLETIONS: &str = "completions.csv";
const NEWCOMERS: &str = "newcomers.csv";
const ANSWERS: &str = "answers.csv";

pub(super) fn applicants(folder: &mut Folder) -> Vec<Row<Applicant>> {
    let columns = [
        "person",
        "name",
        "email",
        "position",
        "responsible_for",
        "authority",
        "organisation",
        "applied_at",
        "withdrawn_at",
    ];
    folder.table(APPLICANTS, &columns, |cells| {
        let (person, name, email) = (cells.filled("person"), cells.filled("name"), cells.filled("email"));
        let position = cells.value("position");
        let responsible_for = cells.list("responsible_for");
        let (authority, organisation) = (cells.value("authority"), cells.optional("organisation"));
        let applied_at = cells.value("applied_at").map(|WallTime(at)| at);
        let withdrawn_at = cells.optional("withdrawn_at").map(|at| at.map(|WallTime(at)| at));
        Some(Applicant {
            person: person?,
            name: Confidential::new(name?),
            email: Confidential::new(email?),
            position: position?,
            responsible_for: responsible_for?,
            authority: authority?,
            organisation: organisation?,
            applied_at: applied_at?,
            withdrawn_at: withdrawn_at?,
        })
    })
}

pub(super) fn completions(folder: &mut Folder) -> Vec<Row<Completion>> {
    folder.table(COMPLETIONS, &["person", "module", "completed_on"], |cells| {
        let (person, module) = (cells.filled("person"), cells.value("module"));
        let completed_on = cells.value("completed_on").map(|Day(day)| day);
        Some(Completion { person: person?, module: module?, completed_on: completed_on? })
    })
}

pub(super) fn newcomers(folder: &mut Folder) -> Vec<Row<Newcomer>> {
    folder.table(NEWCOMERS, &["person", "name", "authority", "grounding"], |cells| {
        let (person, name) = (cells.filled("person"), cells.filled("name"));
        let (authority, grounding) = (cells.value("authority"), cells.list("grounding"));
        let name = Confidential::new(name?);
        Some(Newcomer { person: person?, name, authority: authority?, grounding: grounding? })
    })
}

/// A day in a cell.
struct Day(NaiveDate);

impl FromStr for Day {
    type Err = LocalError;

    fn from_str(text: &str) -> Result<Self, LocalError> {
        match text.parse()? {
            Local::Day(day) => Ok(Self(day)),
            Local::At(at) => Ok(Self(at.date())),
        }
    }
}

/// A wall time in a cell; a day alone is its first moment.
struct WallTime(NaiveDateTime);

impl FromStr for WallTime {
    type Err = LocalError;

    fn from_str(text: &str) -> Result<Self, LocalError> {
        match text.parse()? {
            Local::Day(day) => Ok(Self(day.into())),
            Local::At(at) => Ok(Self(at)),
        }
    }
}

/// The answers: a column for each question, a line for each sheet.
pub(super) fn sheets(folder: &mut Folder, instrument: &Instrument) -> Vec<Sheet> {
    let columns: Vec<&str> = instrument.questions().iter().map(|question| question.code.as_str()).collect();
    folder
        .table(ANSWERS, &columns, |cells| sheet(cells, instrument))
        .into_iter()
        .map(|row| row.value)
        .collect()
}

fn sheet(cells: &mut Cells<'_>, instrument: &Instrument) -> Option<Sheet> {
    let (mut answers, mut remarks) = (BTreeMap::new(), BTreeMap::new());
    let mut good = true;
    for question in instrument.questions() {
        let cell = cells.text(question.code.as_str()).to_owned();
        if cell.is_empty() {
            continue;
        }
        if question.kind == QuestionKind::FreeText {
            remarks.insert(question.code.clone(), Confidential::new(cell));
            continue;
        }
        match answer(&question.kind, &cell).filter(|answer| question.kind.admits(answer)) {
            Some(answer) => _ = answers.insert(question.code.clone(), answer),
            None => {
                // The cell is somebody's answer: it is not repeated.
                cells.refuse(question.code.as_str(), "the question does not admit this answer");
                good = false;
            }
        }
    }
    good.then(|| Sheet::new(answers, remarks))
}

fn answer(kind: &QuestionKind, cell: &str) -> Option<Answer> {
    match (kind, cell) {
        (QuestionKind::Scale { .. }, point) => point.parse().ok().map(Answer::Scale),
        (QuestionKind::Choice { .. }, option) => option.parse().ok().map(Answer::Choice),
        (QuestionKind::YesNo, "yes") => Some(Answer::YesNo(true)),
        (QuestionKind::YesNo, "no") => Some(Answer::YesNo(false)),
        (QuestionKind::IntentToContinue, "yes") => Some(Answer::IntentToContinue(Intent::Yes)),
        (QuestionKind::IntentToContinue, "no") => Some(Answer::IntentToContinue(Intent::No)),
        (QuestionKind::IntentToContinue, "undecided") => Some(Answer::IntentToContinue(Intent::Undecided)),
        _ => None,
    }
}

/// What must hold between the lists and the definitions.
pub(super) fn hold_together(folder: &mut Folder, system: &System) {
    for row in &system.applicants {
        let (line, applicant) = (row.line, &row.value);
        known_authority(folder, APPLICANTS, line, &applicant.authority, system);
        if let Some(code) = &applicant.organisation
            && !system.organisations.contains_key(code)
        {
            folder.note(APPLICANTS, line, format!("no organisation has the code `{code}`"));
        }
        for area in applicant.responsible_for.iter().flatten() {
            if system.areas.get(area).is_none() {
                folder.note(APPLICANTS, line, format!("no service area has the code `{area}`"));
            }
        }
        let applied = Local::At(applicant.applied_at).begins_in(system.window.zone());
        if !applied.is_some_and(|at| system.window.contains(at)) {
            let (from, until) = (system.window.from(), system.window.until());
            let at = applicant.applied_at;
            folder.note(APPLICANTS, line, format!("`{at}` lies outside the window, `{from}` to `{until}`"));
        }
    }
    for row in &system.applicants {
        let Some(withdrawn) = row.value.withdrawn_at else { continue };
        let (applied, decided) = (row.value.applied_at, system.diary.applications_decided);
        if withdrawn < applied || withdrawn > decided {
            let message = format!(
                "withdrawn at `{withdrawn}`, not between `{applied}` and the decision at `{decided}`"
            );
            folder.note(APPLICANTS, row.line, message);
        }
    }
    once(
        folder,
        APPLICANTS,
        "person",
        system.applicants.iter().map(|row| (row.line, row.value.person.clone())),
    );
    let addresses = system.applicants.iter().map(|row| (row.line, row.value.email.expose().to_lowercase()));
    once_unsaid(folder, APPLICANTS, "email", addresses);

    let applied: BTreeSet<&str> = system.applicants.iter().map(|row| row.value.person.as_str()).collect();
    for row in &system.completions {
        let Completion { person, module, .. } = &row.value;
        if !applied.contains(person.as_str()) && !folder.is_faulty(APPLICANTS) {
            folder.note(COMPLETIONS, row.line, format!("`{person}` is not in {APPLICANTS}"));
        }
        if !system.module(module) {
            folder.note(COMPLETIONS, row.line, format!("the programme has no module `{module}`"));
        }
    }
    let completed = |row: &Row<Completion>| (row.line, format!("{} {}", row.value.person, row.value.module));
    once(folder, COMPLETIONS, "person and module", system.completions.iter().map(completed));

    for row in &system.newcomers {
        known_authority(folder, NEWCOMERS, row.line, &row.value.authority, system);
        if applied.contains(row.value.person.as_str()) {
            folder.note(NEWCOMERS, row.line, format!("`{}` is in {APPLICANTS} already", row.value.person));
        }
    }
    once(
        folder,
        NEWCOMERS,
        "person",
        system.newcomers.iter().map(|row| (row.line, row.value.person.clone())),
    );
}

fn known_authority(folder: &mut Folder, file: &str, line: u64, key: &AuthorityKey, system: &System) {
    if !system.authorities.contains_key(key) {
        folder.note(file, line, format!("the authority `{key}` is not in authorities.toml"));
    }
}

/// Notes every value that stands again, with the line where it stood first.
fn once(folder: &mut Folder, file: &str, column: &str, values: impl Iterator<Item = (u64, String)>) {
    for (line, first, value) in repeated(values) {
        folder.note(file, line, format!("the {column} `{value}` stands in line {first} already"));
    }
}

/// The same, for values that a message must not repeat.
fn once_unsaid(folder: &mut Folder, file: &str, column: &str, values: impl Iterator<Item = (u64, String)>) {
    for (line, first, _) in repeated(values) {
        folder.note(file, line, format!("the {column} stands in line {first} already"));
    }
}

fn repeated(values: impl Iterator<Item = (u64, String)>) -> Vec<(u64, u64, String)> {
    let mut first = HashMap::new();
    values
        .filter_map(|(line, value)| match first.get(&value) {
            Some(first) => Some((line, *first, value)),
            None => {
                first.insert(value, line);
                None
            }
        })
        .collect()
}
