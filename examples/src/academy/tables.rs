//! The lists that clerks keep as CSV, and what must hold between them and the definitions.

use std::collections::BTreeMap;
use std::str::FromStr;

use guildhall::civic::{AuthorityKey, OrganisationCode, PositionCode, ServiceAreaCode};
use guildhall::intake::table::{Cells, Column, ColumnId, ColumnProblem, Columns, Rows};
use guildhall::intake::{Diagnostic, Folder, Kind};
use guildhall::kernel::chrono::{NaiveDate, NaiveDateTime};
use guildhall::kernel::{Confidential, Faults, Local, LocalError, Window};
use guildhall::participation::survey::{Answer, Instrument, Intent, QuestionKind, Sheet};
use guildhall::programme::ModuleCode;
use guildhall::rules::Symbol;

use super::kinds::{AUTHORITY, MODULE, ORGANISATION, PERSON, POSITION, SERVICE_AREA};

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

pub(super) const APPLICANTS: &str = "applicants.csv";
const COMPLETIONS: &str = "completions.csv";
const NEWCOMERS: &str = "newcomers.csv";
const ANSWERS: &str = "answers.csv";

/// The words that head a column in Slovene, Polish and Russian.
fn called(column: Column, [sl, pl, ru]: [&str; 3]) -> Column {
    column.called("sl", sl).called("pl", pl).called("ru", ru)
}

/// The columns of a table, if they can be told from each other.
fn declared<T>(folder: &mut Folder, made: Result<T, Faults<ColumnProblem>>) -> Option<T> {
    let note = |faults: Faults<ColumnProblem>| {
        faults.iter().for_each(|fault| folder.note(Diagnostic::error(fault.to_string())));
    };
    made.map_err(note).ok()
}

fn person() -> Column {
    called(Column::required("person"), ["oseba", "osoba", "участник"])
}

fn name() -> Column {
    called(Column::required("name"), ["ime in priimek", "imię i nazwisko", "имя и фамилия"]).private()
}

fn authority() -> Column {
    called(Column::required("authority"), ["občina", "gmina", "муниципалитет"])
}

/// Those who applied, with the names they give and refer to; `open` is the window, and when they are decided
/// on.
pub(super) fn applicants(
    folder: &mut Folder,
    open: Option<(&Window, NaiveDateTime)>,
) -> Option<Rows<Applicant>> {
    let (columns, ids) = declared(
        folder,
        Columns::of([
            person(),
            name(),
            called(Column::required("email"), ["e-naslov", "adres e-mail", "электронная почта"]).private(),
            called(Column::required("position"), ["delovno mesto", "stanowisko", "должность"]),
            called(Column::required("responsible_for"), ["odgovornost za", "odpowiada za", "отвечает за"]),
            authority(),
            called(Column::optional("organisation"), ["ustanova", "instytucja", "учреждение"]),
            called(Column::required("applied_at"), ["prijava", "zgłoszenie", "заявка"]),
            called(Column::optional("withdrawn_at"), ["umik", "wycofanie", "отзыв"]),
        ]),
    )?;
    let [person, name, email, position, areas, authority, organisation, applied_at, withdrawn_at] = ids;
    let columns = columns.unique([person]).unique_in_any_case([email]);
    let rows = folder.table(APPLICANTS, &columns, |cells| {
        let (code, name, email) = (cells.filled(person), cells.filled(name), cells.filled(email));
        let (position, responsible_for) = (cells.value(position), cells.list(areas));
        let (authority, organisation) = (cells.value(authority), cells.optional(organisation));
        let applied_at = cells.value(applied_at).map(|WallTime(at)| at);
        let withdrawn_at = cells.optional(withdrawn_at).map(|at| at.map(|WallTime(at)| at));
        Some(Applicant {
            person: code?.to_owned(),
            name: Confidential::new(name?.to_owned()),
            email: Confidential::new(email?.to_owned()),
            position: position?,
            responsible_for: responsible_for?,
            authority: authority?,
            organisation: organisation?,
            applied_at: applied_at?,
            withdrawn_at: withdrawn_at?,
        })
    });
    if folder.is_faulty(APPLICANTS) {
        folder.names().incomplete(PERSON);
    }
    let rows = rows?;
    for row in &rows {
        let refer = |folder: &mut Folder, kind: Kind, name: &str, column: ColumnId| {
            folder.names().refer(kind, name, rows.place_of(row, column));
        };
        let applicant = &row.value;
        folder.names().define(PERSON, &applicant.person, rows.place_of(row, person));
        refer(folder, POSITION, applicant.position.as_str(), position);
        refer(folder, AUTHORITY, &applicant.authority.to_string(), authority);
        for area in applicant.responsible_for.iter().flatten() {
            refer(folder, SERVICE_AREA, area.as_str(), areas);
        }
        if let Some(code) = &applicant.organisation {
            refer(folder, ORGANISATION, code.as_str(), organisation);
        }
        let untimely = open.map(|(window, decided)| untimely(applicant, window, decided));
        for (column, said) in [applied_at, withdrawn_at].into_iter().zip(untimely.into_iter().flatten()) {
            if let Some(message) = said {
                folder.note(Diagnostic::error(message).at(rows.place_of(row, column)));
            }
        }
    }
    Some(rows)
}

/// Who completed what, with the names it refers to.
pub(super) fn completions(folder: &mut Folder) -> Option<Rows<Completion>> {
    let (columns, [person, module, completed_on]) = declared(
        folder,
        Columns::of([
            person(),
            called(Column::required("module"), ["modul", "moduł", "модуль"]),
            called(Column::required("completed_on"), ["opravljeno", "ukończono", "завершено"]),
        ]),
    )?;
    let columns = columns.unique([person, module]);
    let rows = folder.table(COMPLETIONS, &columns, |cells| {
        let (person, module) = (cells.filled(person), cells.value(module));
        let completed_on = day(cells, completed_on);
        Some(Completion { person: person?.to_owned(), module: module?, completed_on: completed_on? })
    })?;
    for row in &rows {
        folder.names().refer(PERSON, &row.value.person, rows.place_of(row, person));
        folder.names().refer(MODULE, &row.value.module, rows.place_of(row, module));
    }
    Some(rows)
}

/// Those who would like to join the successor, with the names they give and refer to.
pub(super) fn newcomers(folder: &mut Folder) -> Option<Rows<Newcomer>> {
    let (columns, [person, name, authority, grounding]) = declared(
        folder,
        Columns::of([
            person(),
            name(),
            authority(),
            called(Column::required("grounding"), ["predznanje", "przygotowanie", "подготовка"]),
        ]),
    )?;
    let columns = columns.unique([person]);
    let rows = folder.table(NEWCOMERS, &columns, |cells| {
        let (person, name) = (cells.filled(person), cells.filled(name));
        let (authority, grounding) = (cells.value(authority), cells.list(grounding));
        let (person, name) = (person?.to_owned(), Confidential::new(name?.to_owned()));
        Some(Newcomer { person, name, authority: authority?, grounding: grounding? })
    })?;
    for row in &rows {
        folder.names().define(PERSON, &row.value.person, rows.place_of(row, person));
        folder.names().refer(AUTHORITY, &row.value.authority, rows.place_of(row, authority));
    }
    Some(rows)
}

/// The day in a cell; how it is written is said where it is not.
fn day(cells: &mut Cells<'_>, column: ColumnId) -> Option<NaiveDate> {
    let day = cells.value(column).map(|Day(day)| day);
    if day.is_none() {
        cells.help("a day is written as year, month and day: `2019-05-09`");
    }
    day
}

/// A day in a cell.
struct Day(NaiveDate);

/// The text is no day.
#[derive(Debug, thiserror::Error)]
enum DayError {
    #[error(transparent)]
    Local(#[from] LocalError),
    #[error("`{0}` is a time of day, and a day such as `2019-04-30` is wanted")]
    Time(Local),
}

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        match text.parse()? {
            Local::Day(day) => Ok(Self(day)),
            at @ Local::At(_) => Err(DayError::Time(at)),
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

/// The answers: a column for each question, a line for each sheet. What somebody answered is repeated
/// nowhere.
pub(super) fn sheets(folder: &mut Folder, instrument: &Instrument) -> Option<Vec<Sheet>> {
    let questions = instrument.questions().iter().map(|one| Column::required(one.code.as_str()).private());
    let (columns, ids) = declared(folder, Columns::listed(questions))?;
    let rows = folder.table(ANSWERS, &columns, |cells| sheet(cells, instrument, &ids));
    Some(rows?.into_iter().map(|row| row.value).collect())
}

fn sheet(cells: &mut Cells<'_>, instrument: &Instrument, columns: &[ColumnId]) -> Option<Sheet> {
    let (mut answers, mut remarks) = (BTreeMap::new(), BTreeMap::new());
    for (question, column) in instrument.questions().iter().zip(columns) {
        let cell = cells.text(*column);
        if cell.is_empty() {
            continue;
        }
        if question.kind == QuestionKind::FreeText {
            remarks.insert(question.code.clone(), Confidential::new(cell.to_owned()));
            continue;
        }
        match answer(&question.kind, cell).filter(|answer| question.kind.admits(answer)) {
            Some(answer) => _ = answers.insert(question.code.clone(), answer),
            None => cells.refuse_plainly(*column, "the question does not admit this answer"),
        }
    }
    Some(Sheet::new(answers, remarks))
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

/// Why the application, or its being taken back, is not in time.
fn untimely(applicant: &Applicant, window: &Window, decided: NaiveDateTime) -> [Option<String>; 2] {
    let applied = applicant.applied_at;
    let begins = Local::At(applied).begins_in(window.zone());
    let outside = !begins.is_some_and(|at| window.contains(at));
    let (from, until) = (window.from(), window.until());
    let withdrawn = applicant.withdrawn_at.filter(|at| *at < applied || *at > decided);
    [
        outside.then(|| format!("`{applied}` lies outside the window, `{from}` to `{until}`")),
        withdrawn.map(|at| {
            format!("withdrawn at `{at}`, not between `{applied}` and the decision at `{decided}`")
        }),
    ]
}
