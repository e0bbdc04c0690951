//! Sessions: what happens in an edition, of which kind, when and where (P1, P5).
//!
//! A session's time is written as days or as wall times and is read in its edition's zone, so that
//! a class at nine stays at nine over a clock change.

use chrono::NaiveDate;
use guildhall_kernel::chrono_tz::Tz;
use guildhall_kernel::{Id, Local, LocalisedText, Time, Window, WindowError};
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use crate::fault::Problem;
use crate::{EditionId, ModuleCode, SessionCode};

/// Names a session: computed from its edition and its code by [`session_id`].
pub type SessionId = Id<Session>;

/// The id of the session that `edition` calls `code`.
pub fn session_id(edition: EditionId, code: &SessionCode) -> SessionId {
    Id::derived(edition.uuid(), code.as_str().as_bytes())
}

/// What kind of session it is. Not exhaustive: training finds new forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SessionKind {
    /// A class, taught.
    Class,
    /// A workshop, worked in together.
    Workshop,
    /// A conference.
    Conference,
    /// A meeting of a team or group.
    TeamMeeting,
    /// A consultation at a participant's office.
    ConsultationOnSite,
    /// A visit to somebody who does it well.
    StudyVisit,
    /// Work online, together or each at their own time.
    Online,
    /// The participants' own work between meetings.
    OwnWork,
    /// The defence of a project before a commission.
    Defence,
    /// An opening, a closing, an award of certificates: no teaching.
    Ceremony,
}

impl SessionKind {
    /// Every kind of this release.
    pub const ALL: [Self; 10] = [
        Self::Class,
        Self::Workshop,
        Self::Conference,
        Self::TeamMeeting,
        Self::ConsultationOnSite,
        Self::StudyVisit,
        Self::Online,
        Self::OwnWork,
        Self::Defence,
        Self::Ceremony,
    ];

    /// Whether people are taught or work in it, as in every kind but a ceremony.
    pub const fn is_teaching(self) -> bool {
        !matches!(self, Self::Ceremony)
    }

    /// Whether it can be there: a session online has no place.
    pub(crate) const fn may_be_at(self, place: Option<&Place>) -> bool {
        place.is_none() || !matches!(self, Self::Online)
    }
}

/// Where a session takes place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// What the place is called, such as Ljubljana Castle.
    pub name: LocalisedText,
    /// The town.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub town: Option<LocalisedText>,
    /// The postal address, where it is needed to find the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// When a session takes place, on the wall clock of its edition: whole days, or from one time of day
/// to another.
///
/// ```
/// use guildhall_programme::SessionTime;
///
/// let ceremony: SessionTime = serde_json::from_str(r#"{"from":"2019-06-13","until":"2019-06-13"}"#)?;
/// assert!(ceremony.is_whole_days());
/// let mixed = serde_json::from_str::<SessionTime>(r#"{"from":"2019-06-13","until":"2019-06-13T18:00:00"}"#);
/// assert!(mixed.is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Span", into = "Span")]
#[schemars(with = "Span")]
pub struct SessionTime(Span);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "SessionTime", extend("examples" = [
    guildhall_kernel::serde_json::json!({ "from": "2019-05-06T09:00:00", "until": "2019-05-06T15:00:00" }),
]))]
struct Span {
    /// The first day, or the wall time at which it begins.
    from: Local,
    /// The last day, or the wall time at which it ends.
    until: Local,
}

/// A day does not go together with a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Say, thiserror::Error)]
#[error("`{from}` and `{until}` must both be days, or both be times of day")]
pub struct MixedTimes {
    /// The beginning.
    pub from: Local,
    /// The end.
    pub until: Local,
}

impl SessionTime {
    /// From a day to a day, both included, or from a time of day to another.
    ///
    /// Whether the end follows the beginning only the edition's zone can tell:
    /// [`SessionTime::in_zone`].
    ///
    /// # Errors
    /// [`MixedTimes`] for a day with a time of day.
    pub fn new(from: impl Into<Local>, until: impl Into<Local>) -> Result<Self, MixedTimes> {
        Self::try_from(Span { from: from.into(), until: until.into() })
    }

    /// One whole day.
    pub const fn on(day: NaiveDate) -> Self {
        Self(Span { from: Local::Day(day), until: Local::Day(day) })
    }

    /// The beginning.
    pub const fn from(&self) -> Local {
        self.0.from
    }

    /// The end; a day is included.
    pub const fn until(&self) -> Local {
        self.0.until
    }

    /// Whether no time of day is set.
    pub const fn is_whole_days(&self) -> bool {
        matches!(self.0.from, Local::Day(_))
    }

    /// The instants it takes up in a zone.
    ///
    /// # Errors
    /// [`WindowError`] if it ends before it begins, or lies at the edges of the calendar.
    pub fn in_zone(&self, zone: Tz) -> Result<Window, WindowError> {
        Window::new(self.0.from, self.0.until, zone)
    }
}

impl TryFrom<Span> for SessionTime {
    type Error = MixedTimes;

    fn try_from(span: Span) -> Result<Self, MixedTimes> {
        match span {
            Span { from: Local::Day(_), until: Local::Day(_) }
            | Span { from: Local::At(_), until: Local::At(_) } => Ok(Self(span)),
            Span { from, until } => Err(MixedTimes { from, until }),
        }
    }
}
impl From<SessionTime> for Span {
    fn from(time: SessionTime) -> Self {
        time.0
    }
}

/// A session as its edition's definition has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenSession {
    /// Its code, which stays when it is moved.
    pub code: SessionCode,
    /// What kind of session it is.
    pub kind: SessionKind,
    /// What it is called.
    pub title: LocalisedText,
    /// The module it belongs to, if it belongs to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub module: Option<ModuleCode>,
    /// The one whole day it takes place. Instead of `from` and `until`.
    #[serde(default, deserialize_with = "day", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("pattern" = DAY, "examples" = ["2019-05-06"]))]
    pub on: Option<NaiveDate>,
    /// The first day, or the wall time at which it begins. Together with `until`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Local>,
    /// The last day, or the wall time at which it ends. Together with `from`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Local>,
    /// Where it takes place, once that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

/// How days are written. It knows neither how long a month is nor where the calendar ends.
const DAY: &str = "^([0-9]{4}|[+-][0-9]{4,6})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

/// Reads a day as it is read where a time of day could stand too.
fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    match Option::<Local>::deserialize(deserializer)? {
        None => Ok(None),
        Some(Local::Day(day)) => Ok(Some(day)),
        Some(at) => {
            let told = format!("`{at}` is a time of day; a whole day is written `2019-05-06`");
            Err(serde::de::Error::custom(told))
        }
    }
}

impl WrittenSession {
    /// When it takes place.
    ///
    /// # Errors
    /// [`Problem`] if it has no time, two times, or a day with a time of day.
    pub(crate) fn time(&self) -> Result<SessionTime, Problem> {
        match (self.on, self.from, self.until) {
            (Some(day), None, None) => Ok(SessionTime::on(day)),
            (None, Some(from), Some(until)) => Ok(SessionTime::new(from, until)?),
            (None, _, _) => Err(Problem::NoTime),
            (Some(_), _, _) => Err(Problem::TwoTimes),
        }
    }
}

/// A session as it stands now: as it was planned, or moved, or cancelled.
///
/// Its [`SessionId`] stays, and its sequence rises with each change, so that a calendar that knows
/// it updates it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Session {
    pub(crate) id: SessionId,
    pub(crate) code: SessionCode,
    pub(crate) kind: SessionKind,
    pub(crate) title: LocalisedText,
    pub(crate) module: Option<ModuleCode>,
    pub(crate) window: Window,
    pub(crate) place: Option<Place>,
    pub(crate) sequence: u32,
    pub(crate) cancelled: bool,
}

impl Session {
    /// Its id, the same for ever.
    pub const fn id(&self) -> SessionId {
        self.id
    }

    /// Its code within the edition.
    pub const fn code(&self) -> &SessionCode {
        &self.code
    }

    /// What kind of session it is.
    pub const fn kind(&self) -> SessionKind {
        self.kind
    }

    /// What it is called.
    pub const fn title(&self) -> &LocalisedText {
        &self.title
    }

    /// The module it belongs to, if it belongs to one.
    pub const fn module(&self) -> Option<&ModuleCode> {
        self.module.as_ref()
    }

    /// When it takes place, in the edition's zone.
    pub const fn window(&self) -> &Window {
        &self.window
    }

    /// Whether no time of day is set.
    pub const fn is_whole_days(&self) -> bool {
        matches!(self.window.from(), Local::Day(_))
    }

    /// Where it takes place, once that is known.
    pub const fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    /// How often it was changed: the `SEQUENCE` of RFC 5545 §3.8.7.4.
    pub const fn sequence(&self) -> u32 {
        self.sequence
    }

    /// Whether it was cancelled.
    pub const fn is_cancelled(&self) -> bool {
        self.cancelled
    }

    /// Whether it has begun at `now`.
    pub fn has_begun(&self, now: Time) -> bool {
        self.window.starts_at() <= now
    }
}
