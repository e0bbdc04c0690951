//! What an edition is to be: its period and its sessions, none of which lies outside it (P1).

use std::collections::BTreeMap;
use std::ops::Deref;

use chrono::{Duration, NaiveDate};
use guildhall_kernel::{Local, LocalisedText, Window};
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fault::{Problem, Report, repeated};
use crate::{Curriculum, DeliveryMode, EditionNumber, Faults, ModuleCode, ProgrammeCode, WrittenSession};

/// An edition's definition as an officer writes it; sound once it is an [`EditionDefinition`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "EditionDefinition")]
pub struct WrittenEdition {
    /// The programme it is an edition of.
    pub programme: ProgrammeCode,
    /// The how manieth edition of that programme it is.
    pub number: EditionNumber,
    /// What it is called, if it has a name of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<LocalisedText>,
    /// How people are taught in this edition.
    pub delivery: DeliveryMode,
    /// From the first to the last thing that belongs to it, opening and closing events included.
    pub period: Window,
    /// What happens in it, in the order it is to be listed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<WrittenSession>,
}

/// A sound definition of an edition: sessions have codes of their own, a time, and lie inside the
/// period, a closing ceremony like any other (P1). Reads like the [`WrittenEdition`] it was made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "WrittenEdition")]
#[schemars(with = "WrittenEdition")]
pub struct EditionDefinition(WrittenEdition);

/// A session lies outside its edition (P1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Say, thiserror::Error)]
#[error(
    "the session (`{from}` to `{until}`) lies outside the edition, which runs from `{first}` to `{last}`"
)]
pub struct Outside {
    /// Where the session begins.
    pub from: Local,
    /// Where the session ends.
    pub until: Local,
    /// Where the edition begins.
    pub first: Local,
    /// Where the edition ends.
    pub last: Local,
}

impl EditionDefinition {
    /// The days from the first to the last session that is taught or worked in, both included; a
    /// ceremony does not count. Nothing without such a session.
    pub fn teaching_days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let mut days: Option<(NaiveDate, NaiveDate)> = None;
        for session in self.0.sessions.iter().filter(|session| session.kind.is_teaching()) {
            let Ok(time) = session.time() else { continue };
            let (first, last) = (first_day(time.from()), last_day(time.until()));
            days = Some(days.map_or((first, last), |(from, until)| (from.min(first), until.max(last))));
        }
        days
    }

    /// The modules that its sessions name and the curriculum does not have, each with the first
    /// session that names it.
    pub fn modules_not_in<'a>(
        &'a self,
        curriculum: &Curriculum,
    ) -> BTreeMap<&'a ModuleCode, &'a WrittenSession> {
        let mut missing = BTreeMap::new();
        for session in &self.0.sessions {
            if let Some(module) = &session.module
                && curriculum.module(module).is_none()
            {
                missing.entry(module).or_insert(session);
            }
        }
        missing
    }
}

impl TryFrom<WrittenEdition> for EditionDefinition {
    type Error = Faults;

    fn try_from(written: WrittenEdition) -> Result<Self, Faults> {
        let mut report = Report::default();
        repeated(
            &mut report,
            written.sessions.iter().map(|session| &session.code),
            |nth| format!("sessions[{nth}].code"),
            |code| Problem::SessionTwice(code.clone()),
        );
        for (nth, session) in written.sessions.iter().enumerate() {
            if let Err(problem) = placed(session, &written.period) {
                report.add(format!("sessions[{nth}]"), problem);
            }
            if !session.kind.may_be_at(session.place.as_ref()) {
                report.add(format!("sessions[{nth}].place"), Problem::OnlineAtPlace);
            }
        }
        report.end(Some(Self(written)))
    }
}
impl Deref for EditionDefinition {
    type Target = WrittenEdition;

    fn deref(&self) -> &WrittenEdition {
        &self.0
    }
}

fn placed(session: &WrittenSession, period: &Window) -> Result<Window, Problem> {
    Ok(inside(session.time()?.in_zone(period.zone())?, period)?)
}

/// Asks for the window of a session to lie inside its edition (P1).
pub(crate) fn inside(window: Window, period: &Window) -> Result<Window, Outside> {
    if lies_inside(&window, period) {
        Ok(window)
    } else {
        let (from, until) = (window.from(), window.until());
        Err(Outside { from, until, first: period.from(), last: period.until() })
    }
}

pub(crate) fn lies_inside(window: &Window, period: &Window) -> bool {
    period.starts_at() <= window.starts_at() && window.ends_at() <= period.ends_at()
}

fn first_day(from: Local) -> NaiveDate {
    match from {
        Local::Day(day) => day,
        Local::At(at) => at.date(),
    }
}

/// A session that ends at midnight takes up nothing of the day that begins then.
fn last_day(until: Local) -> NaiveDate {
    match until {
        Local::Day(day) => day,
        Local::At(at) => at.checked_sub_signed(Duration::nanoseconds(1)).unwrap_or(at).date(),
    }
}
