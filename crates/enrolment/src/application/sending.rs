//! What an applicant does, or whoever sends them: apply, amend, withdraw.

use guildhall_kernel::Time;

use crate::conditions::{in_progress, may_send, only_supplies, taking_applications};
use crate::{
    Application, ApplicationEvent, ApplicationRefusal, ApplicationStatus, Decision, Recruitment, Submission,
};

impl Application {
    /// Applies, for the first time or again after a withdrawal or a no. Reads the recruitment alone.
    ///
    /// # Errors
    /// [`ApplicationRefusal`] if nobody can apply now, such a sender may not send, or the person has
    /// applied already.
    pub fn submit(
        &self,
        submission: &Submission,
        recruitment: &Recruitment,
        now: Time,
    ) -> Result<Vec<ApplicationEvent>, ApplicationRefusal> {
        let announced = taking_applications(recruitment, now)?;
        self.belongs(recruitment, submission.person())?;
        may_send(submission, announced.policy())?;
        if let Some(status) = self.status().filter(|status| status.is_live()) {
            return Err(ApplicationRefusal::AlreadyApplied { status });
        }
        Ok(vec![ApplicationEvent::Submitted { submission: submission.clone(), at: now }])
    }

    /// Changes what the person applied with, and keeps its place in the queue. It has to be decided
    /// anew. Once nobody can apply any more, what the last decision says is missing can still be
    /// supplied, and nothing else changes. A superior's answer falls with a change of sender or
    /// position: it was about another one (E4).
    ///
    /// # Errors
    /// [`ApplicationRefusal`] if it is too late, or the application does not wait for a decision.
    pub fn amend(
        &self,
        submission: &Submission,
        recruitment: &Recruitment,
        now: Time,
    ) -> Result<Vec<ApplicationEvent>, ApplicationRefusal> {
        let attempt = self.unseated()?;
        let in_time = taking_applications(recruitment, now);
        let announced = if attempt.status == ApplicationStatus::Unsettled {
            in_progress(recruitment)?
        } else {
            in_time.clone()?
        };
        self.belongs(recruitment, submission.person())?;
        if attempt.submission == *submission {
            return Ok(vec![]);
        }
        if in_time.is_err() {
            let missing = self.decision().map(Decision::missing).unwrap_or_default();
            only_supplies(&missing, &attempt.submission, submission)?;
        }
        may_send(submission, announced.policy())?;
        Ok(vec![ApplicationEvent::Amended { submission: submission.clone(), at: now }])
    }

    /// Takes the application back, as long as it holds no seat. One that holds a seat is taken back
    /// by [`withdraw`](crate::withdraw), which gives back the seat too.
    ///
    /// # Errors
    /// [`ApplicationRefusal`] if there is no live application, it holds a seat, or the recruitment is
    /// finished.
    pub fn withdraw(
        &self,
        recruitment: &Recruitment,
        now: Time,
    ) -> Result<Vec<ApplicationEvent>, ApplicationRefusal> {
        self.pending(recruitment)?;
        Ok(vec![ApplicationEvent::Withdrawn { at: now }])
    }
}
