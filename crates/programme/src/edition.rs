//! The edition: one run of a programme, from its plan to its last day (P1).
//!
//! | from | to | condition | usually taken by |
//! |---|---|---|---|
//! | – | planned | the programme's version is approved, the programme not retired; every module is in its curriculum | programme officer |
//! | planned | planned | as above: the plan is replaced | programme officer |
//! | planned | announced | its version is the one on offer; there is a session; the period is not over | steward |
//! | announced | running | the period has begun | programme officer |
//! | running | finished | the period is over | programme officer |
//! | planned, announced, running | cancelled | a public notice says why | steward |
//!
//! Finished and cancelled are final. Who may take a step, the caller decides.

use guildhall_kernel::{
    Aggregate, Consulted, Id, Loaded, LocalisedText, StreamId, Time, Uuid, Version, Window,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::edition_definition::{inside, lies_inside};
use crate::{
    EditionCommand, EditionDefinition, EditionEvent, EditionNumber, EditionRefusal, Place, Programme,
    ProgrammeId, ProgrammeVersion, Session, SessionCode, SessionTime, session_id,
};

/// Names an edition: computed from its programme and its number by [`edition_id`].
pub type EditionId = Id<Edition>;

/// The id of the `number`th edition of a programme. Computed, so that no two editions of a programme
/// can have the same number.
pub fn edition_id(programme: ProgrammeId, number: EditionNumber) -> EditionId {
    Id::derived(programme.uuid(), &number.get().to_be_bytes())
}

/// How far an edition has come.
///
/// Exhaustive on purpose: a caller must know what it means for its own work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EditionStatus {
    /// It is being planned, for the organisers' eyes.
    Planned,
    /// It is public: people may apply.
    Announced,
    /// It has begun.
    Running,
    /// It is over.
    Finished,
    /// It does not take place, or not to its end.
    Cancelled,
}

impl EditionStatus {
    /// Whether an edition may go from here to `next`.
    pub const fn may_become(self, next: Self) -> bool {
        use EditionStatus::{Announced, Cancelled, Finished, Planned, Running};
        matches!(
            (self, next),
            (Planned, Announced)
                | (Announced, Running)
                | (Running, Finished)
                | (Planned | Announced | Running, Cancelled)
        )
    }

    /// Whether nothing follows.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Finished | Self::Cancelled)
    }
}
impl std::fmt::Display for EditionStatus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Planned => "planned",
            Self::Announced => "announced",
            Self::Running => "running",
            Self::Finished => "finished",
            Self::Cancelled => "cancelled",
        })
    }
}

/// One run of a programme. Its stream stands alone: it is its own scope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Kept")]
#[schemars(with = "Kept")]
pub struct Edition(Kept);

/// The state, as it is serialised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Edition")]
struct Kept {
    id: EditionId,
    plan: Option<Plan>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "EditionPlan")]
struct Plan {
    programme: ProgrammeId,
    version: ProgrammeVersion,
    definition: EditionDefinition,
    status: EditionStatus,
    sessions: Vec<Session>,
    notice: Option<LocalisedText>,
}

/// What an edition decides on beside itself: its programme.
#[derive(Clone, Copy, Debug)]
pub struct EditionFacts<'a> {
    /// The programme it is an edition of.
    pub programme: &'a Loaded<Programme>,
}

impl Consulted for EditionFacts<'_> {
    fn reads(&self, out: &mut Vec<(StreamId, Version)>) {
        self.programme.reads(out);
    }
}

impl Edition {
    /// Its id.
    pub const fn id(&self) -> EditionId {
        self.0.id
    }

    /// How far it has come; nothing before it is planned.
    pub fn status(&self) -> Option<EditionStatus> {
        self.0.plan.as_ref().map(|plan| plan.status)
    }

    /// Its definition; nothing before it is planned. The sessions as they stand now:
    /// [`Edition::sessions`].
    pub fn definition(&self) -> Option<&EditionDefinition> {
        self.0.plan.as_ref().map(|plan| &plan.definition)
    }

    /// The programme and the version of it that is taught; nothing before it is planned.
    pub fn programme(&self) -> Option<(ProgrammeId, ProgrammeVersion)> {
        self.0.plan.as_ref().map(|plan| (plan.programme, plan.version))
    }

    /// Its sessions as they stand now, cancelled ones included, in the order of the definition.
    pub fn sessions(&self) -> &[Session] {
        self.0.plan.as_ref().map_or(&[], |plan| &plan.sessions)
    }

    /// The session with this code.
    pub fn session(&self, code: &SessionCode) -> Option<&Session> {
        self.sessions().iter().find(|session| session.code == *code)
    }

    /// What the public was told when it was cancelled.
    pub fn notice(&self) -> Option<&LocalisedText> {
        self.0.plan.as_ref().and_then(|plan| plan.notice.as_ref())
    }

    /// Plans it on a version of its programme, or plans it anew while it is not announced.
    ///
    /// # Errors
    /// [`EditionRefusal`]: its id is not that of the programme and number, the version is not
    /// approved, the programme is retired, a session names an unknown module, or it is announced.
    pub fn plan(
        &self,
        programme: &Programme,
        version: ProgrammeVersion,
        definition: &EditionDefinition,
    ) -> Result<Vec<EditionEvent>, EditionRefusal> {
        if let Some(status) = self.status().filter(|status| *status != EditionStatus::Planned) {
            return Err(EditionRefusal::AlreadyPublic { status });
        }
        let wanted = edition_id(programme.id(), definition.number);
        if self.0.id != wanted {
            return Err(EditionRefusal::OtherId { number: definition.number, wanted, is: self.0.id });
        }
        let content = programme.approved(version).ok_or(EditionRefusal::NotApproved { version })?;
        if content.code != definition.programme {
            let (named, is) = (definition.programme.clone(), content.code.clone());
            return Err(EditionRefusal::OtherProgramme { named, is });
        }
        if programme.is_retired() {
            return Err(EditionRefusal::Retired { programme: content.code.clone() });
        }
        let unknown = definition.modules_not_in(&content.curriculum);
        if !unknown.is_empty() {
            let modules = unknown.into_keys().cloned().collect();
            return Err(EditionRefusal::UnknownModules { version, modules });
        }
        let is_so = self.0.plan.as_ref().is_some_and(|plan| {
            (plan.programme, plan.version) == (programme.id(), version) && plan.definition == *definition
        });
        let (programme, definition) = (programme.id(), Box::new(definition.clone()));
        Ok(if is_so { vec![] } else { vec![EditionEvent::Planned { programme, version, definition }] })
    }

    /// Makes it public: people may apply from now on.
    ///
    /// # Errors
    /// [`EditionRefusal`]: it is not planned, has no session, its period is over, or its version is
    /// not the one on offer.
    pub fn announce(&self, programme: &Programme, now: Time) -> Result<Vec<EditionEvent>, EditionRefusal> {
        let Some(plan) = self.to(EditionStatus::Announced)? else { return Ok(vec![]) };
        if programme.id() != plan.programme {
            return Err(EditionRefusal::OtherProgrammeGiven {
                wanted: plan.programme,
                given: programme.id(),
            });
        }
        if programme.offered() != Some(plan.version) {
            let (planned, offered) = (plan.version, programme.offered());
            return Err(EditionRefusal::NotOnOffer { planned, offered });
        }
        if plan.sessions.is_empty() {
            return Err(EditionRefusal::NoSession);
        }
        if plan.definition.period.ends_at() <= now {
            return Err(EditionRefusal::PeriodOver { until: plan.definition.period.until() });
        }
        Ok(vec![EditionEvent::Announced])
    }

    /// Begins it.
    ///
    /// # Errors
    /// [`EditionRefusal`]: it is not announced, or its period has not begun.
    pub fn begin(&self, now: Time) -> Result<Vec<EditionEvent>, EditionRefusal> {
        let Some(plan) = self.to(EditionStatus::Running)? else { return Ok(vec![]) };
        if now < plan.definition.period.starts_at() {
            return Err(EditionRefusal::TooEarlyToBegin { from: plan.definition.period.from() });
        }
        Ok(vec![EditionEvent::Begun])
    }

    /// Finishes it.
    ///
    /// # Errors
    /// [`EditionRefusal`]: it is not running, or its period is not over.
    pub fn finish(&self, now: Time) -> Result<Vec<EditionEvent>, EditionRefusal> {
        let Some(plan) = self.to(EditionStatus::Finished)? else { return Ok(vec![]) };
        if now < plan.definition.period.ends_at() {
            return Err(EditionRefusal::TooEarlyToFinish { until: plan.definition.period.until() });
        }
        Ok(vec![EditionEvent::Finished])
    }

    /// Cancels it and tells the public why. The first notice stands.
    ///
    /// # Errors
    /// [`EditionRefusal`]: it is not planned yet, or it is finished.
    pub fn cancel(&self, notice: &LocalisedText) -> Result<Vec<EditionEvent>, EditionRefusal> {
        let open = self.to(EditionStatus::Cancelled)?;
        Ok(open.map(|_| EditionEvent::Cancelled { notice: notice.clone() }).into_iter().collect())
    }

    /// Moves a session to another time, another place, or both.
    ///
    /// # Errors
    /// [`EditionRefusal`]: it is not announced or running, the session is unknown, cancelled or has
    /// begun, or it would lie outside the edition.
    pub fn move_session(
        &self,
        code: &SessionCode,
        time: SessionTime,
        place: Option<&Place>,
        now: Time,
    ) -> Result<Vec<EditionEvent>, EditionRefusal> {
        let (plan, session) = self.changeable(code)?;
        if session.cancelled {
            return Err(EditionRefusal::SessionCancelled { session: code.clone() });
        }
        let period = &plan.definition.period;
        let window = inside(time.in_zone(period.zone())?, period)?;
        if window == session.window && place == session.place.as_ref() {
            return Ok(vec![]);
        }
        if session.has_begun(now) {
            return Err(EditionRefusal::SessionBegun { session: code.clone(), from: session.window.from() });
        }
        if !session.kind.may_be_at(place) {
            return Err(EditionRefusal::OnlineAtPlace { session: code.clone() });
        }
        let (session, place) = (code.clone(), place.cloned());
        Ok(vec![EditionEvent::SessionMoved { session, time, place }])
    }

    /// Cancels one session.
    ///
    /// # Errors
    /// [`EditionRefusal`]: it is not announced or running, or the session is unknown or has begun.
    pub fn cancel_session(&self, code: &SessionCode, now: Time) -> Result<Vec<EditionEvent>, EditionRefusal> {
        let (_, session) = self.changeable(code)?;
        if session.cancelled {
            return Ok(vec![]);
        }
        if session.has_begun(now) {
            return Err(EditionRefusal::SessionBegun { session: code.clone(), from: session.window.from() });
        }
        Ok(vec![EditionEvent::SessionCancelled { session: code.clone() }])
    }

    /// The plan, if it may become `next`; nothing, if it is that already.
    fn to(&self, next: EditionStatus) -> Result<Option<&Plan>, EditionRefusal> {
        match &self.0.plan {
            None => Err(EditionRefusal::NotPlanned),
            Some(plan) if plan.status == next => Ok(None),
            Some(plan) if plan.status.may_become(next) => Ok(Some(plan)),
            Some(plan) => Err(EditionRefusal::NotPossible { is: plan.status, wanted: next }),
        }
    }

    fn changeable(&self, code: &SessionCode) -> Result<(&Plan, &Session), EditionRefusal> {
        let plan = self.0.plan.as_ref().ok_or(EditionRefusal::NotPlanned)?;
        if !matches!(plan.status, EditionStatus::Announced | EditionStatus::Running) {
            return Err(EditionRefusal::SessionsFixed { status: plan.status });
        }
        let session =
            self.session(code).ok_or_else(|| EditionRefusal::UnknownSession { session: code.clone() })?;
        Ok((plan, session))
    }
}

impl Aggregate for Edition {
    const KIND: &'static str = "edition";
    type Command = EditionCommand;
    type Event = EditionEvent;
    type Facts<'a> = EditionFacts<'a>;
    type Refusal = EditionRefusal;

    fn empty(id: Uuid) -> Self {
        Self(Kept { id: Id::new(id), plan: None })
    }

    fn decide(
        &self,
        command: &EditionCommand,
        facts: &EditionFacts<'_>,
        now: Time,
    ) -> Result<Vec<EditionEvent>, EditionRefusal> {
        match command {
            EditionCommand::Plan { version, definition } => self.plan(facts.programme, *version, definition),
            EditionCommand::Announce => self.announce(facts.programme, now),
            EditionCommand::Begin => self.begin(now),
            EditionCommand::Finish => self.finish(now),
            EditionCommand::Cancel { notice } => self.cancel(notice),
            EditionCommand::MoveSession { session, time, place } => {
                self.move_session(session, *time, place.as_ref(), now)
            }
            EditionCommand::CancelSession { session } => self.cancel_session(session, now),
        }
    }

    fn apply(&mut self, event: &EditionEvent) {
        if let EditionEvent::Planned { programme, version, definition } = event {
            let replaceable = self.status().is_none_or(|status| status == EditionStatus::Planned);
            if replaceable && self.0.id == edition_id(*programme, definition.number) {
                self.0.plan = Some(Plan::new(self.0.id, *programme, *version, definition));
            }
        } else if let Some(plan) = &mut self.0.plan {
            plan.apply(event);
        }
    }
}

impl Plan {
    fn new(
        id: EditionId,
        programme: ProgrammeId,
        version: ProgrammeVersion,
        definition: &EditionDefinition,
    ) -> Self {
        let sessions = as_planned(id, definition);
        let (definition, status) = (definition.clone(), EditionStatus::Planned);
        Self { programme, version, definition, status, sessions, notice: None }
    }

    fn apply(&mut self, event: &EditionEvent) {
        match event {
            EditionEvent::Planned { .. } => {}
            EditionEvent::Announced => {
                if !self.sessions.is_empty() {
                    self.become_if_possible(EditionStatus::Announced);
                }
            }
            EditionEvent::Begun => self.become_if_possible(EditionStatus::Running),
            EditionEvent::Finished => self.become_if_possible(EditionStatus::Finished),
            EditionEvent::Cancelled { notice } => {
                if self.status.may_become(EditionStatus::Cancelled) {
                    self.notice = Some(notice.clone());
                }
                self.become_if_possible(EditionStatus::Cancelled);
            }
            EditionEvent::SessionMoved { session, time, place } => {
                let period = self.definition.period;
                if let Ok(window) = time.in_zone(period.zone())
                    && lies_inside(&window, &period)
                    && let Some(session) = self.changing(session)
                    && session.kind.may_be_at(place.as_ref())
                {
                    session.window = window;
                    session.place.clone_from(place);
                    session.sequence = session.sequence.saturating_add(1);
                }
            }
            EditionEvent::SessionCancelled { session } => {
                if let Some(session) = self.changing(session) {
                    session.cancelled = true;
                    session.sequence = session.sequence.saturating_add(1);
                }
            }
        }
    }

    const fn become_if_possible(&mut self, next: EditionStatus) {
        if self.status.may_become(next) {
            self.status = next;
        }
    }

    fn changing(&mut self, code: &SessionCode) -> Option<&mut Session> {
        if !matches!(self.status, EditionStatus::Announced | EditionStatus::Running) {
            return None;
        }
        self.sessions.iter_mut().find(|session| session.code == *code && !session.cancelled)
    }

    /// Whether events can have led here.
    fn is_sound(&self, id: EditionId) -> bool {
        let planned = as_planned(id, &self.definition);
        let period = &self.definition.period;
        let unchanged = matches!(self.status, EditionStatus::Planned);
        id == edition_id(self.programme, self.definition.number)
            && (self.status == EditionStatus::Cancelled) == self.notice.is_some()
            && (!planned.is_empty()
                || matches!(self.status, EditionStatus::Planned | EditionStatus::Cancelled))
            && planned.len() == self.sessions.len()
            && planned.iter().zip(&self.sessions).all(|(planned, session)| {
                let same = Session {
                    window: session.window,
                    place: session.place.clone(),
                    sequence: session.sequence,
                    cancelled: session.cancelled,
                    ..planned.clone()
                };
                same == *session
                    && (session.sequence > 0 || planned == session)
                    && (!unchanged || planned == session)
                    && session.window.zone() == period.zone()
                    && SessionTime::new(session.window.from(), session.window.until()).is_ok()
                    && lies_inside(&session.window, period)
                    && session.kind.may_be_at(session.place.as_ref())
            })
    }
}

fn as_planned(edition: EditionId, definition: &EditionDefinition) -> Vec<Session> {
    let window = |session: &crate::WrittenSession| -> Option<Window> {
        session.time().ok().and_then(|time| time.in_zone(definition.period.zone()).ok())
    };
    let sessions = definition.sessions.iter().filter_map(|session| {
        Some(Session {
            id: session_id(edition, &session.code),
            code: session.code.clone(),
            kind: session.kind,
            title: session.title.clone(),
            module: session.module.clone(),
            window: window(session)?,
            place: session.place.clone(),
            sequence: 0,
            cancelled: false,
        })
    });
    sessions.collect()
}

/// No events can have led to this state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no history leads to this state of an edition")]
pub struct UnsoundEdition;

impl TryFrom<Kept> for Edition {
    type Error = UnsoundEdition;

    fn try_from(kept: Kept) -> Result<Self, UnsoundEdition> {
        let sound = kept.plan.as_ref().is_none_or(|plan| plan.is_sound(kept.id));
        if sound { Ok(Self(kept)) } else { Err(UnsoundEdition) }
    }
}
