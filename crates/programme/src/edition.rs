//! The edition: one run of a programme, from its plan to its last day (P1).

use guildhall_kernel::{Aggregate, Consulted, Id, Loaded, LocalisedText, StreamId, Time, Uuid, Version};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::edition_definition::inside;
use crate::edition_plan::Plan;
use crate::{
    EditionCommand, EditionDefinition, EditionEvent, EditionNumber, EditionRefusal, EditionStatus, Place,
    Programme, ProgrammeId, ProgrammeVersion, Session, SessionCode, SessionTime,
};

/// Names an edition: computed from its programme and its number by [`edition_id`].
pub type EditionId = Id<Edition>;

/// The id of the `number`th edition of a programme. Computed, so that no two editions of a programme
/// can have the same number.
pub fn edition_id(programme: ProgrammeId, number: EditionNumber) -> EditionId {
    Id::derived(programme.uuid(), &number.get().to_be_bytes())
}

/// One run of a programme. Its stream stands alone: it is its own scope.
///
/// | from | to | condition | usually taken by |
/// |---|---|---|---|
/// | – | planned | the programme's version is approved, the programme not retired; every module is in its curriculum | programme officer |
/// | planned | planned | as above: the plan is replaced | programme officer |
/// | planned | announced | its version is the one on offer; there is a session; the period is not over | steward |
/// | announced | running | the period has begun | programme officer |
/// | running | finished | the period is over | programme officer |
/// | planned, announced, running | cancelled | a public notice says why | steward |
///
/// Finished and cancelled are final. Who may take a step, the caller decides.
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
