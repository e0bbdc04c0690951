//! One person's application to one recruitment, with every attempt after a withdrawal or a no inside
//! the same stream: that is what keeps two live applications of one person apart from each other
//! (E3). Guards E2 (one status, legal transitions only) and E9 (decisions are added, never changed).

use guildhall_civic::PersonId;
use guildhall_kernel::{ActorId, Aggregate, Id, RetentionClass, Time, Uuid};
use guildhall_rules::Verdict;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::attempt::Attempt;
use crate::conditions::{in_progress, may_send, taking_applications};
use crate::{
    ApplicationCommand, ApplicationEvent, ApplicationFacts, ApplicationRefusal, ApplicationStatus,
    Circumstances, Consent, ConsentAnswer, Decision, Ground, Policy, Recruitment, RecruitmentId,
    RecruitmentStatus, Seat, Submission,
};

/// Names an application.
pub type ApplicationId = Id<Application>;

/// One person's application to one recruitment.
///
/// | from | to | condition | usually taken by |
/// |---|---|---|---|
/// | –, refused, withdrawn | submitted | the recruitment is open and its window lasts; the policy admits such senders | applicant, sender |
/// | submitted, unsettled, eligible, ineligible | submitted | as above; what was asked for may also come once it is closed | applicant, sender |
/// | any but admitted and withdrawn | eligible, ineligible or unsettled | the recruitment is open or closed; the moment has come; the rule says so | officer |
/// | eligible | eligible, confirmed | as above | officer |
/// | any live one without a seat | the same, with an answer | the policy asks for consent, and asks this side | superior, competent body |
/// | eligible | admitted | [`admit`](crate::admit) | officer, the software itself |
/// | ineligible, unsettled, eligible | refused | not eligible; not settled and closed; consent withheld | officer |
/// | any live one | withdrawn | with a seat: [`withdraw`](crate::withdraw) | applicant, sender |
///
/// Who may take a step, the caller decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Kept")]
#[schemars(with = "Kept")]
pub struct Application {
    id: ApplicationId,
    attempt: Option<Attempt>,
    decisions: Vec<Decision>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Application")]
struct Kept {
    id: ApplicationId,
    attempt: Option<Attempt>,
    decisions: Vec<Decision>,
}

impl Application {
    /// The id of a person's application to a recruitment: the same whenever they apply.
    pub fn id_of(recruitment: RecruitmentId, person: PersonId) -> ApplicationId {
        ApplicationId::derived(recruitment.uuid(), person.as_uuid().as_bytes())
    }

    /// Which application this is.
    pub const fn id(&self) -> ApplicationId {
        self.id
    }

    /// Where it stands; nowhere before the person applied.
    pub fn status(&self) -> Option<ApplicationStatus> {
        self.attempt.as_ref().map(|attempt| attempt.status)
    }

    /// What the person applied with.
    pub fn submission(&self) -> Option<&Submission> {
        self.attempt.as_ref().map(|attempt| &attempt.submission)
    }

    /// When the person applied: the last time, if more than once. Amendments do not move it.
    pub fn submitted_at(&self) -> Option<Time> {
        self.attempt.as_ref().map(|attempt| attempt.submitted_at)
    }

    /// The decision that holds for what stands now.
    pub fn decision(&self) -> Option<&Decision> {
        self.attempt.as_ref().filter(|attempt| attempt.decided).and_then(|_| self.decisions.last())
    }

    /// Every decision ever made on it, oldest first.
    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    /// The officer who confirmed that the person may be admitted.
    pub fn confirmed(&self) -> Option<ActorId> {
        self.attempt.as_ref().and_then(|attempt| attempt.confirmed)
    }

    /// What the superior or the competent body said last.
    pub fn consent(&self) -> Option<&Consent> {
        self.attempt.as_ref().and_then(|attempt| attempt.consent.as_ref())
    }

    /// The seat the person has.
    pub fn seat(&self) -> Option<Seat> {
        self.attempt.as_ref().and_then(|attempt| attempt.seat)
    }

    /// Why the person was told no.
    pub fn ground(&self) -> Option<Ground> {
        self.attempt.as_ref().and_then(|attempt| attempt.refused)
    }

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
    /// anew. Once nobody can apply any more, only what was asked for can still be supplied.
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
        let announced = if attempt.status == ApplicationStatus::Unsettled {
            in_progress(recruitment)?
        } else {
            taking_applications(recruitment, now)?
        };
        self.belongs(recruitment, submission.person())?;
        may_send(submission, announced.policy())?;
        if attempt.submission == *submission {
            return Ok(vec![]);
        }
        Ok(vec![ApplicationEvent::Amended { submission: submission.clone() }])
    }

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
    ) -> Result<Vec<ApplicationEvent>, ApplicationRefusal> {
        in_progress(recruitment)?;
        let attempt = self.unseated()?;
        self.belongs(recruitment, attempt.submission.person())?;
        if attempt.status != ApplicationStatus::Eligible {
            return Err(ApplicationRefusal::NotEligible);
        }
        match attempt.confirmed {
            None => Ok(vec![ApplicationEvent::Confirmed { by }]),
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
        consent: Consent,
        recruitment: &Recruitment,
    ) -> Result<Vec<ApplicationEvent>, ApplicationRefusal> {
        let announced = in_progress(recruitment)?;
        let attempt = self.unseated()?;
        self.belongs(recruitment, attempt.submission.person())?;
        match announced.policy().consent().asks(attempt.submission.position()) {
            None => return Err(ApplicationRefusal::NoConsentNeeded),
            Some(asked) if asked != consent.from => return Err(ApplicationRefusal::ConsentOfOther { asked }),
            Some(_) => {}
        }
        if consent.by == attempt.submission.person() {
            return Err(ApplicationRefusal::OwnConsent);
        }
        if let ConsentAnswer::Withheld { reason: Some(slot) } = consent.answer
            && slot.class() != RetentionClass::FreeText
        {
            return Err(ApplicationRefusal::NoReasonSlot { class: slot.class() });
        }
        Ok(if attempt.consent == Some(consent) {
            vec![]
        } else {
            vec![ApplicationEvent::Answered { consent }]
        })
    }

    /// Tells the person no, with the reasons that were decided.
    ///
    /// # Errors
    /// [`ApplicationRefusal`] if it is not decided yet, nothing speaks against the person, or what is
    /// missing may still come.
    pub fn refuse(&self, recruitment: &Recruitment) -> Result<Vec<ApplicationEvent>, ApplicationRefusal> {
        let announced = in_progress(recruitment)?;
        let attempt = self.unseated()?;
        self.belongs(recruitment, attempt.submission.person())?;
        let decision = self.decision().ok_or(ApplicationRefusal::Undecided)?;
        let ground = match decision.verdict() {
            Verdict::Unmet => Ground::NotEligible,
            Verdict::Undetermined if announced.status() == RecruitmentStatus::Closed => Ground::NotSettled,
            Verdict::Undetermined => {
                return Err(ApplicationRefusal::EvidenceMayCome { window: *announced.window() });
            }
            Verdict::Met if self.is_consent_withheld(announced.policy()) => Ground::ConsentWithheld,
            Verdict::Met => return Err(ApplicationRefusal::NothingAgainst),
        };
        let explanation = Box::new(decision.explanation().clone());
        Ok(vec![ApplicationEvent::Refused { ground, explanation }])
    }

    /// Takes the application back, as long as it holds no seat. One that holds a seat is taken back
    /// by [`withdraw`](crate::withdraw), which gives back the seat too.
    ///
    /// # Errors
    /// [`ApplicationRefusal`] if there is no live application, or it holds a seat.
    pub fn withdraw(&self) -> Result<Vec<ApplicationEvent>, ApplicationRefusal> {
        self.unseated().map(|_| vec![ApplicationEvent::Withdrawn])
    }

    /// The live attempt, without a seat.
    fn unseated(&self) -> Result<&Attempt, ApplicationRefusal> {
        let attempt = self.attempt.as_ref().ok_or(ApplicationRefusal::NotApplied)?;
        match attempt.status {
            ApplicationStatus::Admitted => Err(ApplicationRefusal::HasSeat),
            ApplicationStatus::Refused => Err(ApplicationRefusal::Refused),
            ApplicationStatus::Withdrawn => Err(ApplicationRefusal::Withdrawn),
            ApplicationStatus::Submitted
            | ApplicationStatus::Unsettled
            | ApplicationStatus::Eligible
            | ApplicationStatus::Ineligible => Ok(attempt),
        }
    }

    fn belongs(&self, recruitment: &Recruitment, person: PersonId) -> Result<(), ApplicationRefusal> {
        if Self::id_of(recruitment.id(), person) == self.id {
            Ok(())
        } else {
            Err(ApplicationRefusal::Elsewhere)
        }
    }

    /// Whether who has to agree has said no.
    pub(crate) fn is_consent_withheld(&self, policy: &Policy) -> bool {
        let asked = policy.consent().asks(self.submission().and_then(Submission::position));
        self.consent().is_some_and(|consent| {
            asked == Some(consent.from) && matches!(consent.answer, ConsentAnswer::Withheld { .. })
        })
    }
}

impl Aggregate for Application {
    const KIND: &'static str = "application";
    type Command = ApplicationCommand;
    type Event = ApplicationEvent;
    type Facts<'a> = ApplicationFacts<'a>;
    type Refusal = ApplicationRefusal;

    fn empty(id: Uuid) -> Self {
        Self { id: ApplicationId::new(id), attempt: None, decisions: Vec::new() }
    }

    fn decide(
        &self,
        command: &ApplicationCommand,
        facts: &ApplicationFacts<'_>,
        now: Time,
    ) -> Result<Vec<ApplicationEvent>, ApplicationRefusal> {
        let recruitment = facts.recruitment;
        match command {
            ApplicationCommand::Submit { submission } => self.submit(submission, recruitment, now),
            ApplicationCommand::Amend { submission } => self.amend(submission, recruitment, now),
            ApplicationCommand::Determine { at } => {
                self.determine(*at, recruitment, &facts.circumstances, now)
            }
            ApplicationCommand::Confirm { by } => self.confirm(*by, recruitment),
            ApplicationCommand::Answer { consent } => self.answer(*consent, recruitment),
            ApplicationCommand::Refuse => self.refuse(recruitment),
            ApplicationCommand::Withdraw => self.withdraw(),
        }
    }

    /// The table of legal transitions; whatever is not in it changes nothing (C1, E2).
    fn apply(&mut self, event: &ApplicationEvent) {
        use ApplicationStatus::{Admitted, Eligible, Ineligible, Refused, Submitted, Unsettled, Withdrawn};

        if let ApplicationEvent::Submitted { submission, at } = event {
            if self.status().is_none_or(|status| !status.is_live()) {
                self.attempt = Some(Attempt::new(submission.clone(), *at));
            }
            return;
        }
        let Some(attempt) = self.attempt.as_mut() else { return };
        match (attempt.status, event) {
            (Submitted | Unsettled | Eligible | Ineligible, ApplicationEvent::Amended { submission }) => {
                attempt.submission = submission.clone();
                attempt.status = Submitted;
                (attempt.decided, attempt.confirmed) = (false, None);
            }
            (
                Submitted | Unsettled | Eligible | Ineligible | Refused,
                ApplicationEvent::Decided { decision },
            ) => {
                attempt.status = match decision.verdict() {
                    Verdict::Met => Eligible,
                    Verdict::Unmet => Ineligible,
                    Verdict::Undetermined => Unsettled,
                };
                (attempt.decided, attempt.confirmed, attempt.refused) = (true, None, None);
                self.decisions.push(Decision::clone(decision));
            }
            (Eligible, ApplicationEvent::Confirmed { by }) => attempt.confirmed = Some(*by),
            (Submitted | Unsettled | Eligible | Ineligible, ApplicationEvent::Answered { consent }) => {
                attempt.consent = Some(*consent);
            }
            (Eligible, ApplicationEvent::Admitted { seat }) => {
                attempt.status = Admitted;
                attempt.seat = Some(*seat);
            }
            (Unsettled | Eligible | Ineligible, ApplicationEvent::Refused { ground, .. }) => {
                attempt.status = Refused;
                attempt.refused = Some(*ground);
            }
            (Submitted | Unsettled | Eligible | Ineligible | Admitted, ApplicationEvent::Withdrawn) => {
                attempt.status = Withdrawn;
                attempt.seat = None;
            }
            _ => {}
        }
    }
}

/// The state is one that no history leads to.
#[derive(Debug, thiserror::Error)]
#[error("no history of application `{0}` leads to this state")]
struct Unsound(ApplicationId);

impl TryFrom<Kept> for Application {
    type Error = Unsound;

    fn try_from(kept: Kept) -> Result<Self, Unsound> {
        let Kept { id, attempt, decisions } = kept;
        let last = decisions.last().map(Decision::verdict);
        let sound = attempt.as_ref().map_or(decisions.is_empty(), |attempt| attempt.is_sound(last));
        if sound { Ok(Self { id, attempt, decisions }) } else { Err(Unsound(id)) }
    }
}
