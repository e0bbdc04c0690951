//! The state of a planned edition: what happened to its plan and to each session (P1, C1, C6).

use guildhall_kernel::{LocalisedText, Window};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::edition_definition::lies_inside;
use crate::{
    EditionDefinition, EditionEvent, EditionId, EditionStatus, ProgrammeId, ProgrammeVersion, Session,
    SessionCode, SessionTime, WrittenSession, edition_id, session_id,
};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "EditionPlan")]
pub(crate) struct Plan {
    pub(crate) programme: ProgrammeId,
    pub(crate) version: ProgrammeVersion,
    pub(crate) definition: EditionDefinition,
    pub(crate) status: EditionStatus,
    pub(crate) sessions: Vec<Session>,
    pub(crate) notice: Option<LocalisedText>,
}

impl Plan {
    pub(crate) fn new(
        id: EditionId,
        programme: ProgrammeId,
        version: ProgrammeVersion,
        definition: &EditionDefinition,
    ) -> Self {
        let sessions = as_planned(id, definition);
        let (definition, status) = (definition.clone(), EditionStatus::Planned);
        Self { programme, version, definition, status, sessions, notice: None }
    }

    pub(crate) fn apply(&mut self, event: &EditionEvent) {
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
    pub(crate) fn is_sound(&self, id: EditionId) -> bool {
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
    let window = |session: &WrittenSession| -> Option<Window> {
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
