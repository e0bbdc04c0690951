//! Changes to a survey that are committed without actor and to the day: spending a token, publishing,
//! closing (L3).

use guildhall_kernel::{Commit, CommitId, Loaded, SlotId, StageError, Staged, Time, Window};
use guildhall_words::Say;

use super::answer_box::AnswerBox;
use super::batch::{Batch, Remark};
use super::refusal::SurveyRefusal;
use super::state::{Survey, count};
use super::token::{Token, is_random};

/// A change to a survey that has been decided and leaves no trace of who made it: its commit has no
/// actor and the first instant of the day as its time.
#[derive(Debug)]
#[must_use = "it happens only once it is committed"]
pub struct Anonymous {
    staged: Staged<Survey>,
    remarks: Vec<Remark>,
    at: Time,
}

impl Anonymous {
    /// Uses the right to answer; then the sheet goes into the box. The commit carries nothing of the answer.
    ///
    /// # Errors
    /// As [`Survey::spend`].
    pub fn spend(survey: &Loaded<Survey>, token: &Token, now: Time) -> Result<Self, SurveyRefusal> {
        let staged = survey.stage(survey.spend(token, now)?, &());
        Ok(Self { staged, remarks: Vec::new(), at: day(survey, now) })
    }

    /// Publishes the batch that was [drawn](AnswerBox::draw) from the box. `slots` are drawn at random,
    /// [as many as there are remarks](AnswerBox::remarks).
    ///
    /// # Errors
    /// [`SurveyRefusal::TooFew`] if none was drawn, [`SurveyRefusal::Batch`] for lack of random slots,
    /// [`SurveyRefusal::OtherSurvey`]; else as [`Survey::publish`].
    pub fn publish(
        survey: &Loaded<Survey>,
        answers: &AnswerBox,
        slots: &[SlotId],
        now: Time,
    ) -> Result<Self, SurveyRefusal> {
        let cell = answers.instrument(survey)?.minimum_cell();
        let drawn = answers.drawn();
        if drawn.is_empty() {
            return Err(SurveyRefusal::TooFew { sheets: 0, at_least: cell.get() });
        }
        let (batch, remarks) = Batch::of(answers.next(), &drawn, slots)?;
        let staged = survey.stage(survey.publish(&batch, now)?, &());
        Ok(Self { staged, remarks, at: day(survey, now) })
    }

    /// Closes the survey with every sheet left in the box. Fewer than k are never published, so that
    /// the caller destroys them with the box.
    ///
    /// # Errors
    /// As [`Anonymous::publish`], but for a batch that has to be drawn.
    pub fn close(
        survey: &Loaded<Survey>,
        answers: &AnswerBox,
        slots: &[SlotId],
        now: Time,
    ) -> Result<Self, SurveyRefusal> {
        let cell = answers.instrument(survey)?.minimum_cell();
        let (last, remarks) = if count(answers.len()) < cell.get() {
            (None, Vec::new())
        } else {
            let (batch, remarks) = Batch::of(answers.next(), &answers.sheets(), slots)?;
            (Some(batch), remarks)
        };
        let staged = survey.stage(survey.close(last.as_ref(), now)?, &());
        Ok(Self { staged, remarks, at: day(survey, now) })
    }

    /// What was decided, to be applied once a receipt proves it.
    pub const fn staged(&self) -> &Staged<Survey> {
        &self.staged
    }

    /// The commit, to be stored alone. `id` is drawn at random for this commit, and neither the token's
    /// nor a slot's.
    ///
    /// # Errors
    /// [`AnonymousCommitError`]: the id was computed or tells the time, nothing happened (the survey was
    /// closed before), or something has no JSON form.
    pub fn commit(&self, id: CommitId) -> Result<Commit, AnonymousCommitError> {
        if !is_random(id.uuid()) {
            return Err(AnonymousCommitError::IdNotRandom);
        }
        let commit = Commit::new(id, self.at, None).with(&self.staged)?;
        let private = |commit: Commit, remark: &Remark| commit.private(remark.slot, &remark.text);
        Ok(self.remarks.iter().try_fold(commit, private)?)
    }
}

/// Why an anonymous change makes no commit.
///
/// Exhaustive on purpose: each is a mistake of the program that commits.
#[derive(Debug, Say, thiserror::Error)]
pub enum AnonymousCommitError {
    /// The id was not drawn at random, so it could tell when or by whom the commit was made.
    #[error("the id of an anonymous commit is drawn at random (version 4)")]
    IdNotRandom,
    /// What was decided goes into no commit: nothing happened, or something has no JSON form.
    #[error(transparent)]
    Stage(
        #[from]
        #[say(skip)]
        StageError,
    ),
}

/// The first instant of the day in the zone of the survey's window.
fn day(survey: &Survey, now: Time) -> Time {
    let zone = survey.window().map_or(guildhall_kernel::chrono_tz::UTC, |window| window.zone());
    let today = now.with_timezone(&zone).date_naive();
    // At the edges of the calendar, where no window can be made, the day of UTC is as coarse.
    Window::new(today, today, zone)
        .map_or_else(|_| now.date_naive().and_time(Default::default()).and_utc(), |day| day.starts_at())
}
