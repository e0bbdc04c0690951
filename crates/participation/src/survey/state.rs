//! The survey: from its opening over its batches to its end (L3: what a batch must be).

use std::collections::{BTreeMap, BTreeSet};

use guildhall_kernel::{Aggregate, Id, Slot, Time, Uuid, Window};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Batch, Column, Instrument, QuestionCode, QuestionKind, SurveyCommand, SurveyEvent, SurveyRefusal, Token,
    TokenDigest,
};

/// Names a survey.
pub type SurveyId = Id<Survey>;

/// One survey among the participants of an edition: opened, answered, published batch by batch,
/// closed. Its scope is the edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Kept")]
#[schemars(with = "Kept")]
pub struct Survey(Kept);

/// The state, as it is serialised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Survey")]
struct Kept {
    id: SurveyId,
    opened: Option<Opened>,
    closed: bool,
    unspent: BTreeSet<TokenDigest>,
    spent: BTreeSet<TokenDigest>,
    batches: u32,
    published: u32,
    columns: BTreeMap<QuestionCode, Column>,
    remarks: BTreeMap<QuestionCode, BTreeSet<Slot>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "OpenedSurvey")]
pub(super) struct Opened {
    pub(super) instrument: Instrument,
    window: Window,
}

impl Survey {
    /// Which survey it is.
    pub const fn id(&self) -> SurveyId {
        self.0.id
    }

    /// What is asked, once it was opened.
    pub fn instrument(&self) -> Option<&Instrument> {
        self.0.opened.as_ref().map(|opened| &opened.instrument)
    }

    /// When it can be answered, once it was opened.
    pub fn window(&self) -> Option<Window> {
        self.0.opened.as_ref().map(|opened| opened.window)
    }

    /// Whether it was closed.
    pub const fn is_closed(&self) -> bool {
        self.0.closed
    }

    /// How many tokens were issued.
    pub fn issued(&self) -> u32 {
        count(self.0.unspent.len().saturating_add(self.0.spent.len()))
    }

    /// How many tokens were spent.
    pub fn spent(&self) -> u32 {
        count(self.0.spent.len())
    }

    /// How many batches are published.
    pub const fn batches(&self) -> u32 {
        self.0.batches
    }

    /// How many people's answers are published.
    pub const fn published(&self) -> u32 {
        self.0.published
    }

    pub(super) fn column(&self, question: &QuestionCode) -> Option<&Column> {
        self.0.columns.get(question)
    }

    pub(super) fn remarks(&self, question: &QuestionCode) -> impl Iterator<Item = Slot> {
        self.0.remarks.get(question).into_iter().flatten().copied()
    }

    /// Lets it be answered within `window`. The same again changes nothing.
    ///
    /// # Errors
    /// [`SurveyRefusal::OpenedOtherwise`], [`SurveyRefusal::Closed`] or [`SurveyRefusal::WindowOver`].
    pub fn open(
        &self,
        instrument: &Instrument,
        window: Window,
        now: Time,
    ) -> Result<Vec<SurveyEvent>, SurveyRefusal> {
        match &self.0.opened {
            _ if self.0.closed => Err(SurveyRefusal::Closed),
            Some(opened) if opened.instrument == *instrument && opened.window == window => Ok(Vec::new()),
            Some(_) => Err(SurveyRefusal::OpenedOtherwise),
            None if window.ends_at() <= now => Err(SurveyRefusal::WindowOver { ended: window.ends_at() }),
            None => {
                let instrument = Box::new(instrument.clone());
                Ok(vec![SurveyEvent::Opened { instrument, window }])
            }
        }
    }

    /// Gives people the right to answer, in any order: what is stored has its own.
    ///
    /// # Errors
    /// [`SurveyRefusal::NotOpened`] or [`SurveyRefusal::Closed`], [`SurveyRefusal::NoToken`],
    /// [`SurveyRefusal::TokenIssued`].
    pub fn issue(&self, tokens: &[Token]) -> Result<Vec<SurveyEvent>, SurveyRefusal> {
        self.running()?;
        if tokens.is_empty() {
            return Err(SurveyRefusal::NoToken);
        }
        let digests: BTreeSet<_> = tokens.iter().map(|token| token.digest(self.0.id)).collect();
        let known = |digest| self.0.unspent.contains(digest) || self.0.spent.contains(digest);
        if digests.len() < tokens.len() || digests.iter().any(known) {
            return Err(SurveyRefusal::TokenIssued);
        }
        Ok(vec![SurveyEvent::TokensIssued { tokens: digests }])
    }

    /// Uses the right to answer, once.
    ///
    /// # Errors
    /// [`SurveyRefusal::NotOpened`] or [`SurveyRefusal::Closed`], [`SurveyRefusal::TooEarly`] or
    /// [`SurveyRefusal::TooLate`], [`SurveyRefusal::TokenUnknown`] or [`SurveyRefusal::TokenSpent`].
    pub fn spend(&self, token: &Token, now: Time) -> Result<Vec<SurveyEvent>, SurveyRefusal> {
        let window = self.running()?.window;
        let token = token.digest(self.0.id);
        if self.0.spent.contains(&token) {
            return Err(SurveyRefusal::TokenSpent);
        }
        if !self.0.unspent.contains(&token) {
            return Err(SurveyRefusal::TokenUnknown);
        }
        if now < window.starts_at() {
            return Err(SurveyRefusal::TooEarly { opens: window.starts_at() });
        }
        if !window.contains(now) {
            return Err(SurveyRefusal::TooLate { ended: window.ends_at() });
        }
        Ok(vec![SurveyEvent::TokenSpent { token }])
    }

    /// Publishes answers while others may still come.
    ///
    /// # Errors
    /// [`SurveyRefusal::NotOpened`] or [`SurveyRefusal::Closed`], [`SurveyRefusal::OutOfTurn`],
    /// [`SurveyRefusal::TooFew`] or [`SurveyRefusal::MoreThanSpent`], [`SurveyRefusal::Misfit`],
    /// [`SurveyRefusal::SlotTaken`].
    pub fn publish(&self, batch: &Batch, now: Time) -> Result<Vec<SurveyEvent>, SurveyRefusal> {
        let Opened { instrument, window } = self.running()?;
        let (sheets, at_least) = (batch.sheets(), instrument.minimum_cell().get());
        if sheets < at_least {
            return Err(SurveyRefusal::TooFew { sheets, at_least });
        }
        self.admits(batch, instrument)?;
        let on = now.with_timezone(&window.zone()).date_naive();
        Ok(vec![SurveyEvent::Published { on, batch: Box::new(batch.clone()) }])
    }

    /// Ends it, with the last answers if they are of at least k people. Closing again changes nothing.
    ///
    /// # Errors
    /// As [`Survey::publish`]; [`SurveyRefusal::Closed`] only if answers came with it.
    pub fn close(&self, last: Option<&Batch>, now: Time) -> Result<Vec<SurveyEvent>, SurveyRefusal> {
        if self.0.closed && last.is_none() {
            return Ok(Vec::new());
        }
        self.running()?;
        let mut events = last.map_or(Ok(Vec::new()), |batch| self.publish(batch, now))?;
        events.push(SurveyEvent::Closed);
        Ok(events)
    }

    /// Whether the batch is the next one, of people who may answer, and answers what is asked.
    fn admits(&self, batch: &Batch, instrument: &Instrument) -> Result<(), SurveyRefusal> {
        let (found, expected) = (batch.number(), self.0.batches.saturating_add(1));
        if found != expected {
            return Err(SurveyRefusal::OutOfTurn { expected, found });
        }
        let (sheets, unpublished) = (batch.sheets(), self.spent().saturating_sub(self.0.published));
        if sheets > unpublished {
            return Err(SurveyRefusal::MoreThanSpent { sheets, unpublished });
        }
        if let Some(question) = misfit(batch.columns(), batch.remarks().keys(), instrument) {
            return Err(SurveyRefusal::Misfit(question.clone()));
        }
        let taken: BTreeSet<_> = self.0.remarks.values().flatten().map(Slot::id).collect();
        if batch.remarks().values().flatten().any(|slot| taken.contains(&slot.id())) {
            return Err(SurveyRefusal::SlotTaken);
        }
        Ok(())
    }

    pub(super) fn running(&self) -> Result<&Opened, SurveyRefusal> {
        if self.0.closed {
            return Err(SurveyRefusal::Closed);
        }
        self.0.opened.as_ref().ok_or(SurveyRefusal::NotOpened)
    }
}

/// The first question with something the instrument does not admit.
fn misfit<'a>(
    columns: &'a BTreeMap<QuestionCode, Column>,
    remarked: impl Iterator<Item = &'a QuestionCode>,
    instrument: &Instrument,
) -> Option<&'a QuestionCode> {
    let kind = |code| instrument.question(code).map(|question| &question.kind);
    let answered = columns.iter().find(|(code, column)| {
        kind(code).is_none_or(|kind| column.iter().any(|(answer, _)| !kind.admits(answer)))
    });
    let mut remarked = remarked.filter(|code| kind(code) != Some(&QuestionKind::FreeText));
    answered.map(|(code, _)| code).or_else(|| remarked.next())
}

impl Aggregate for Survey {
    const KIND: &'static str = "survey";
    type Command = SurveyCommand;
    type Event = SurveyEvent;
    /// A survey decides on its own history alone.
    type Facts<'a> = ();
    type Refusal = SurveyRefusal;

    fn empty(id: Uuid) -> Self {
        Self(Kept {
            id: Id::new(id),
            opened: None,
            closed: false,
            unspent: BTreeSet::new(),
            spent: BTreeSet::new(),
            batches: 0,
            published: 0,
            columns: BTreeMap::new(),
            remarks: BTreeMap::new(),
        })
    }

    fn decide(&self, command: &SurveyCommand, (): &(), now: Time) -> Result<Vec<SurveyEvent>, SurveyRefusal> {
        match command {
            SurveyCommand::Open { instrument, window } => self.open(instrument, *window, now),
            SurveyCommand::Issue { tokens } => self.issue(tokens),
            SurveyCommand::Spend { token } => self.spend(token, now),
            SurveyCommand::Publish { batch } => self.publish(batch, now),
            SurveyCommand::Close { last } => self.close(last.as_deref(), now),
        }
    }

    fn apply(&mut self, event: &SurveyEvent) {
        if self.0.closed {
            return;
        }
        let Some(opened) = &self.0.opened else {
            if let SurveyEvent::Opened { instrument, window } = event {
                let instrument = Instrument::clone(instrument);
                self.0.opened = Some(Opened { instrument, window: *window });
            }
            return;
        };
        match event {
            SurveyEvent::Opened { .. } => {}
            SurveyEvent::TokensIssued { tokens } => {
                self.0.unspent.extend(tokens.difference(&self.0.spent).cloned());
            }
            SurveyEvent::TokenSpent { token } => {
                self.0.spent.extend(self.0.unspent.take(token));
            }
            SurveyEvent::Published { batch, .. } => {
                if self.admits(batch, &opened.instrument).is_ok() {
                    self.add(batch);
                }
            }
            SurveyEvent::Closed => self.0.closed = true,
        }
    }
}

impl Survey {
    fn add(&mut self, batch: &Batch) {
        self.0.batches = batch.number();
        self.0.published = self.0.published.saturating_add(batch.sheets());
        for (question, column) in batch.columns() {
            self.0.columns.entry(question.clone()).or_default().add_all(column);
        }
        for (question, slots) in batch.remarks() {
            self.0.remarks.entry(question.clone()).or_default().extend(slots);
        }
    }
}

/// No events can have led to this state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no history leads to this state of a survey")]
pub struct UnsoundSurvey;

impl TryFrom<Kept> for Survey {
    type Error = UnsoundSurvey;

    fn try_from(kept: Kept) -> Result<Self, UnsoundSurvey> {
        let survey = Self(kept);
        if survey.is_sound() { Ok(survey) } else { Err(UnsoundSurvey) }
    }
}

impl Survey {
    fn is_sound(&self) -> bool {
        let Some(opened) = &self.0.opened else { return *self == Self::empty(self.0.id.uuid()) };
        let people = u64::from(self.0.published);
        let answered = self.0.columns.values().map(Column::total);
        let remarked = self.0.remarks.values().map(|slots| u64::from(count(slots.len())));
        self.0.unspent.is_disjoint(&self.0.spent)
            && self.0.published <= self.spent()
            && self.0.batches <= self.0.published
            && (self.0.batches == 0) == (self.0.published == 0)
            && answered.chain(remarked).all(|n| (1..=people).contains(&n))
            && misfit(&self.0.columns, self.0.remarks.keys(), &opened.instrument).is_none()
    }
}

/// A number of things in memory: no survey has more people than a `u32` counts.
pub(super) fn count(things: usize) -> u32 {
    u32::try_from(things).unwrap_or(u32::MAX)
}
