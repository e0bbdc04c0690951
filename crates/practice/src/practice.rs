//! A good practice: its text on the way to publication, and its published versions.
//!
//! Guards C1, C2, C3 and C6; G1: only a reviewed text becomes a version; G2: versions are only ever
//! added; G3: a version keeps its record's origin and the reviews it was published on.

use guildhall_civic::PersonId;
use guildhall_kernel::{Aggregate, RetentionClass, Slot, Time, Uuid};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::policy::{may_judge, may_review, may_submit};
use crate::{
    ArchiveGround, PracticeCode, PracticeCommand, PracticeEvent, PracticeFacts, PracticeId, PracticeRefusal,
    Published, Record, Review, Reviewer, Stage, Step, VersionNumber, practice_id,
};

/// A good practice and everything that was published about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "crate::kept::Kept")]
#[schemars(with = "crate::kept::Kept")]
pub struct Practice {
    pub(crate) id: PracticeId,
    /// The base that the id is derived from.
    pub(crate) base: Option<Uuid>,
    pub(crate) stage: Stage,
    /// The newest text, published or not.
    pub(crate) text: Option<Record>,
    pub(crate) submitted_by: Option<PersonId>,
    pub(crate) contact: Option<Slot>,
    /// What was written to the owner last: questions or the reason for declining.
    pub(crate) answer: Option<Slot>,
    /// The reviews of the newest text, while it is not published.
    pub(crate) reviews: Vec<Review>,
    pub(crate) versions: Vec<Published>,
    pub(crate) archived: Option<ArchiveGround>,
}

/// What can be asked of a practice.
impl Practice {
    /// Its id.
    pub const fn id(&self) -> PracticeId {
        self.id
    }

    /// The base it is kept in, once something is written.
    pub const fn base(&self) -> Option<Uuid> {
        self.base
    }

    /// Where its newest text stands.
    pub const fn editorial_stage(&self) -> Stage {
        self.stage
    }

    /// The name it is cited by, once something is written.
    pub fn code(&self) -> Option<&PracticeCode> {
        self.text.as_ref().map(Record::code)
    }

    /// The newest text, for its owner and its reviewers: it need not be public.
    pub const fn text(&self) -> Option<&Record> {
        self.text.as_ref()
    }

    /// Whom members may ask.
    pub const fn contact(&self) -> Option<Slot> {
        self.contact
    }

    /// What a reviewer wrote to the owner last, questions or the reason for declining, until the
    /// text is submitted again.
    pub const fn answer(&self) -> Option<Slot> {
        self.answer
    }

    /// The reviews of the newest text, while it is not published.
    pub fn reviews(&self) -> &[Review] {
        &self.reviews
    }

    /// Every published version, the first one first. They stay for ever, in an archived practice too.
    pub fn versions(&self) -> &[Published] {
        &self.versions
    }

    /// A published version by its number.
    pub fn version(&self, number: VersionNumber) -> Option<&Published> {
        self.versions.get(number.index())
    }

    /// What is public today: the newest version, unless the practice is archived.
    pub fn current(&self) -> Option<&Published> {
        self.versions.last().filter(|_| self.archived.is_none())
    }

    /// Why it was archived, if it was.
    pub const fn archived(&self) -> Option<ArchiveGround> {
        self.archived
    }
}

/// What can be done to a practice.
impl Practice {
    /// Writes or rewrites the text of a practice of this base. Published versions stay as they are.
    ///
    /// # Errors
    /// [`PracticeRefusal::WrongStage`] while it is under review or once it is archived,
    /// [`PracticeRefusal::OtherCode`] if the record is about another practice,
    /// [`PracticeRefusal::OtherId`] unless the id is that of [`practice_id`] for base and code.
    pub fn draft(&self, base: Uuid, record: &Record) -> Result<Vec<PracticeEvent>, PracticeRefusal> {
        self.open(Step::Draft)?;
        if let Some(text) = self.text.as_ref().filter(|text| text.code() != record.code()) {
            let (expected, found) = (text.code().clone(), record.code().clone());
            return Err(PracticeRefusal::OtherCode { expected, found });
        }
        if practice_id(base, record.code()) != self.id {
            return Err(PracticeRefusal::OtherId { base, code: record.code().clone() });
        }
        if self.text.as_ref() == Some(record) {
            return Ok(Vec::new());
        }
        Ok(vec![PracticeEvent::Drafted { base, record: record.clone() }])
    }

    /// Hands the text in.
    ///
    /// # Errors
    /// [`PracticeRefusal::WrongStage`] unless it is a draft, [`PracticeRefusal::Incomplete`] if parts
    /// are missing, [`PracticeRefusal::SlotClass`] if the slot is for something else than contacts.
    pub fn submit(
        &self,
        by: PersonId,
        contact: Option<Slot>,
        now: Time,
    ) -> Result<Vec<PracticeEvent>, PracticeRefusal> {
        let text = self.open(Step::Submit)?;
        text.map_or(Ok(()), may_submit)?;
        contact.map_or(Ok(()), |slot| of_class(slot, RetentionClass::Contact))?;
        Ok(vec![PracticeEvent::Submitted { by, contact, at: now }])
    }

    /// Asks the owner for more; the text must change before it can be submitted again.
    ///
    /// # Errors
    /// [`PracticeRefusal::WrongStage`] unless it is under review, [`PracticeRefusal::Conflict`] if the
    /// reviewer has an interest, [`PracticeRefusal::SlotClass`] if the slot is for something else.
    pub fn ask_for_information(
        &self,
        reviewer: &Reviewer,
        questions: Slot,
        now: Time,
    ) -> Result<Vec<PracticeEvent>, PracticeRefusal> {
        self.judge(Step::AskForInformation, reviewer)?;
        of_class(questions, RetentionClass::FreeText)?;
        Ok(vec![PracticeEvent::InformationWanted { reviewer: reviewer.clone(), questions, at: now }])
    }

    /// Finds the text worth publishing.
    ///
    /// # Errors
    /// [`PracticeRefusal::WrongStage`] unless it is under review, [`PracticeRefusal::Conflict`] if the
    /// reviewer has an interest, [`PracticeRefusal::ReviewedAlready`], [`PracticeRefusal::NothingScored`],
    /// [`PracticeRefusal::SlotClass`] if the comment's slot is for something else.
    pub fn review(&self, review: &Review, now: Time) -> Result<Vec<PracticeEvent>, PracticeRefusal> {
        let text = self.open(Step::Review)?;
        text.map_or(Ok(()), |text| may_review(review, text, self.submitted_by, &self.reviews))?;
        review.comment.map_or(Ok(()), |slot| of_class(slot, RetentionClass::FreeText))?;
        Ok(vec![PracticeEvent::Reviewed { review: review.clone(), at: now }])
    }

    /// Makes the reviewed text the next version.
    ///
    /// # Errors
    /// [`PracticeRefusal::WrongStage`] unless it is reviewed.
    pub fn publish(&self, now: Time) -> Result<Vec<PracticeEvent>, PracticeRefusal> {
        let text = self.open(Step::Publish)?;
        let version = VersionNumber::after(self.versions.len());
        let published =
            |record: &Record| PracticeEvent::Published { version, record: record.clone(), at: now };
        Ok(text.map(published).into_iter().collect())
    }

    /// Declines the text. Versions that were published before stay.
    ///
    /// # Errors
    /// [`PracticeRefusal::WrongStage`] unless it is under review or waits for information,
    /// [`PracticeRefusal::Conflict`] if the reviewer has an interest, [`PracticeRefusal::SlotClass`] if
    /// the slot is for something else.
    pub fn decline(
        &self,
        reviewer: &Reviewer,
        reason: Slot,
        now: Time,
    ) -> Result<Vec<PracticeEvent>, PracticeRefusal> {
        self.judge(Step::Decline, reviewer)?;
        of_class(reason, RetentionClass::FreeText)?;
        Ok(vec![PracticeEvent::Declined { reviewer: reviewer.clone(), reason, at: now }])
    }

    /// Closes the practice. Its versions remain citable.
    ///
    /// # Errors
    /// [`PracticeRefusal::WrongStage`] while it is under review, [`PracticeRefusal::ReplacesItself`],
    /// [`PracticeRefusal::SuccessorUnknown`] if the facts do not hold the successor,
    /// [`PracticeRefusal::SuccessorUnpublished`] if that one is not public.
    pub fn archive(
        &self,
        ground: ArchiveGround,
        facts: &PracticeFacts<'_>,
    ) -> Result<Vec<PracticeEvent>, PracticeRefusal> {
        self.open(Step::Archive)?;
        if let ArchiveGround::ReplacedBy(successor) = ground {
            if successor == self.id {
                return Err(PracticeRefusal::ReplacesItself);
            }
            let found = facts.successor.filter(|found| found.id() == successor);
            let found = found.ok_or(PracticeRefusal::SuccessorUnknown(successor))?;
            if found.current().is_none() {
                return Err(PracticeRefusal::SuccessorUnpublished(successor));
            }
        }
        Ok(vec![PracticeEvent::Archived { ground }])
    }

    /// Whether a step is open, and the text it is about.
    fn open(&self, step: Step) -> Result<Option<&Record>, PracticeRefusal> {
        match self.stage.after(step) {
            Some(_) => Ok(self.text.as_ref()),
            None => Err(PracticeRefusal::WrongStage { stage: self.stage, step }),
        }
    }

    /// Whether somebody may judge the text.
    fn judge(&self, step: Step, reviewer: &Reviewer) -> Result<(), PracticeRefusal> {
        let text = self.open(step)?;
        text.map_or(Ok(()), |text| may_judge(reviewer, text, self.submitted_by))
    }
}

fn of_class(slot: Slot, needed: RetentionClass) -> Result<(), PracticeRefusal> {
    let found = slot.class();
    if found == needed { Ok(()) } else { Err(PracticeRefusal::SlotClass { needed, found }) }
}

impl Aggregate for Practice {
    const KIND: &'static str = "practice";
    type Command = PracticeCommand;
    type Event = PracticeEvent;
    type Facts<'a> = PracticeFacts<'a>;
    type Refusal = PracticeRefusal;

    fn empty(id: Uuid) -> Self {
        Self {
            id: PracticeId::new(id),
            base: None,
            stage: Stage::Unwritten,
            text: None,
            submitted_by: None,
            contact: None,
            answer: None,
            reviews: Vec::new(),
            versions: Vec::new(),
            archived: None,
        }
    }

    fn decide(
        &self,
        command: &PracticeCommand,
        facts: &PracticeFacts<'_>,
        now: Time,
    ) -> Result<Vec<PracticeEvent>, PracticeRefusal> {
        match command {
            PracticeCommand::Draft { base, record } => self.draft(*base, record),
            PracticeCommand::Submit { by, contact } => self.submit(*by, *contact, now),
            PracticeCommand::AskForInformation { reviewer, questions } => {
                self.ask_for_information(reviewer, *questions, now)
            }
            PracticeCommand::Review(review) => self.review(review, now),
            PracticeCommand::Publish => self.publish(now),
            PracticeCommand::Decline { reviewer, reason } => self.decline(reviewer, *reason, now),
            PracticeCommand::Archive { ground } => self.archive(*ground, facts),
        }
    }

    /// Passes over every event that is not open at its stage or does not meet what its stage stands for:
    /// a text whose base and code do not give this id, one handed in incomplete, a judgement of somebody
    /// with an interest, a version that is not the reviewed text under the next number. So no history,
    /// however it came about, publishes what was not reviewed.
    fn apply(&mut self, event: &PracticeEvent) {
        let text = self.text.as_ref();
        let fits = match event {
            PracticeEvent::Drafted { base, record } => {
                text.is_none_or(|text| text.code() == record.code())
                    && practice_id(*base, record.code()) == self.id
            }
            PracticeEvent::Published { version, record, .. } => {
                text == Some(record) && *version == VersionNumber::after(self.versions.len())
            }
            PracticeEvent::Submitted { .. } => text.is_some_and(|text| may_submit(text).is_ok()),
            PracticeEvent::InformationWanted { reviewer, .. } | PracticeEvent::Declined { reviewer, .. } => {
                text.is_some_and(|text| may_judge(reviewer, text, self.submitted_by).is_ok())
            }
            PracticeEvent::Reviewed { review, .. } => {
                text.is_some_and(|text| may_review(review, text, self.submitted_by, &self.reviews).is_ok())
            }
            PracticeEvent::Archived { .. } => true,
        };
        if let Some(stage) = self.stage.after(event.step()).filter(|_| fits) {
            self.stage = stage;
            self.take(event);
        }
    }
}

impl Practice {
    fn take(&mut self, event: &PracticeEvent) {
        match event {
            PracticeEvent::Drafted { base, record } => {
                self.base = Some(*base);
                self.reviews.clear();
                self.text = Some(record.clone());
            }
            PracticeEvent::Submitted { by, contact, .. } => {
                self.submitted_by = Some(*by);
                self.contact = contact.or(self.contact);
                self.answer = None;
            }
            PracticeEvent::InformationWanted { questions, .. } => {
                self.reviews.clear();
                self.answer = Some(*questions);
            }
            PracticeEvent::Reviewed { review, .. } => {
                self.reviews.push(review.clone());
            }
            PracticeEvent::Published { version, record, at } => {
                let reviews = std::mem::take(&mut self.reviews);
                self.versions.push(Published::new(*version, record.clone(), reviews, *at));
            }
            PracticeEvent::Declined { reason, .. } => {
                self.reviews.clear();
                self.answer = Some(*reason);
            }
            PracticeEvent::Archived { ground } => {
                self.archived = Some(*ground);
            }
        }
    }
}
