//! What others settle about an application: the decision, an officer's confirmation, a superior's
//! consent, the no.

use guildhall_kernel::{ActorId, RetentionClass, Time};
use guildhall_rules::Verdict;

use crate::conditions::{in_progress, taking_applications};
use crate::{
    Application, ApplicationEvent, ApplicationRefusal, ApplicationStatus, Circumstances, Consent,
    ConsentAnswer, Decision, Ground, Recruitment,
};

impl Application {
    /// Decides whether the person may come, on the facts as they are at the moment `at` and under
    /// the policy that holds now. May be done again, even after a no: that is a new decision.
    ///
    /// # Errors
    /// [`ApplicationRefusal`] if there is nothing to decide on, the moment has not come, the rule was
    /// not in force then, or the circumstances are somebody else's.
    pub fn determine(
        &self,
        at: Time,
        recruitment: &Recruitment,
        circumstances: &Circumstances<'_>,
        now: Time,
    ) -> Result<Vec<ApplicationEvent>, ApplicationRefusal> {
        let announced = in_progress(recruitment)?;
        let attempt = self.attempt.as_ref().ok_or(ApplicationRefusal::NotApplied)?;
        self.belongs(recruitment, attempt.submission.person())?;
        match attempt.status {
            ApplicationStatus::Admitted => return Err(ApplicationRefusal::HasSeat),
            ApplicationStatus::Withdrawn => return Err(ApplicationRefusal::Withdrawn),
            ApplicationStatus::Submitted
            | ApplicationStatus::Unsettled
            | ApplicationStatus::Eligible
            | ApplicationStatus::Ineligible
            | ApplicationStatus::Refused => {}
        }
        if at > now {
            return Err(ApplicationRefusal::MomentToCome { at });
        }
        let day = at.with_timezone(&announced.window().zone()).date_naive();
        if !announced.policy().eligibility().in_force_on(day) {
            return Err(ApplicationRefusal::RuleNotInForce { day });
        }
        let source = circumstances.source(&attempt.submission, at, announced.window().zone())?;
        let decision = Box::new(Decision::new(announced.policy(), &source, at));
        let is_so = attempt.status != ApplicationStatus::Refused && self.decision() == Some(&*decision);
        Ok(if is_so { vec![] } else { vec![ApplicationEvent::Decided { decision }] })
    }

    /// Confirms that an eligible person may be admitted.
    ///
    /// # Errors
    /// [`ApplicationRefusal`] if the person is not eligible, or another officer confirmed it.
    pub fn confirm(
        &self,
        by: ActorId,
        recruitment: &Recruitment,
        now: Time,
    ) -> Result<Vec<ApplicationEvent>, ApplicationRefusal> {
        let (_, attempt) = self.pending(recruitment)?;
        if attempt.status != ApplicationStatus::Eligible {
            return Err(ApplicationRefusal::NotEligible);
        }
        match self.confirmed() {
            None => Ok(vec![ApplicationEvent::Confirmed { by, at: now }]),
            Some(officer) if officer == by => Ok(vec![]),
            Some(_) => Err(ApplicationRefusal::AlreadyConfirmed),
        }
    }

    /// Records what the superior or the competent body said. A later answer takes the place of an
    /// earlier one until the person has a seat.
    ///
    /// # Errors
    /// [`ApplicationRefusal`] if nobody or somebody else has to agree, the applicant answers, or the
    /// reason lies in a slot for something else.
    pub fn answer(
        &self,
        consent: &Consent,
        recruitment: &Recruitment,
        now: Time,
    ) -> Result<Vec<ApplicationEvent>, ApplicationRefusal> {
        let (announced, attempt) = self.pending(recruitment)?;
        match announced.policy().consent().asks(attempt.submission.position()) {
            None => return Err(ApplicationRefusal::NoConsentNeeded),
            Some(asked) if asked != consent.from => return Err(ApplicationRefusal::ConsentOfOther { asked }),
            Some(_) => {}
        }
        if consent.by.person() == Some(attempt.submission.person()) {
            return Err(ApplicationRefusal::OwnConsent);
        }
        if let ConsentAnswer::Withheld { reason: Some(slot) } = consent.answer
            && slot.class() != RetentionClass::FreeText
        {
            return Err(ApplicationRefusal::NoReasonSlot { class: slot.class() });
        }
        Ok(if self.consent() == Some(consent) {
            vec![]
        } else {
            vec![ApplicationEvent::Answered { consent: consent.clone(), at: now }]
        })
    }

    /// Tells the person no, for the reasons that were decided.
    ///
    /// # Errors
    /// [`ApplicationRefusal`] if it is not decided yet, nothing speaks against the person, or the person
    /// has time to say what is missing: as long as one can apply.
    pub fn refuse(
        &self,
        recruitment: &Recruitment,
        now: Time,
    ) -> Result<Vec<ApplicationEvent>, ApplicationRefusal> {
        let (announced, _) = self.pending(recruitment)?;
        let decision = self.decision().ok_or(ApplicationRefusal::Undecided)?;
        let ground = match decision.verdict() {
            Verdict::Unmet => Ground::NotEligible,
            Verdict::Undetermined if taking_applications(recruitment, now).is_ok() => {
                return Err(ApplicationRefusal::EvidenceMayCome { window: *announced.window() });
            }
            Verdict::Undetermined => Ground::NotSettled,
            Verdict::Met if self.is_consent_withheld(announced.policy()) => Ground::ConsentWithheld,
            Verdict::Met => return Err(ApplicationRefusal::NothingAgainst),
        };
        Ok(vec![ApplicationEvent::Refused { ground, at: now }])
    }
}
