//! One person's application to one recruitment, with every attempt after a withdrawal or a no inside
//! the same stream: that is what keeps two live applications of one person apart from each other
//! (E3). Guards E2 (one status, legal transitions only) and E9 (decisions are added, never changed).
//! The applicant's operations are in `sending`, the office's in `settling`.

use guildhall_civic::PersonId;
use guildhall_kernel::{ActorId, Aggregate, Id, Time, Uuid};
use guildhall_rules::Verdict;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::attempt::{Admitted as Seated, Answered, Attempt, Confirmed, Refused as ToldNo};
use crate::conditions::in_progress;
use crate::{
    Announced, ApplicationCommand, ApplicationEvent, ApplicationFacts, ApplicationRefusal, ApplicationStatus,
    Consent, ConsentAnswer, Decision, Ground, Policy, Recruitment, RecruitmentId, Seat, SeatPoolId,
    Submission,
};

mod sending;
mod settling;

/// Names an application.
pub type ApplicationId = Id<Application>;

/// One person's application to one recruitment.
///
/// | from | to | condition | usually taken by |
/// |---|---|---|---|
/// | –, refused, withdrawn | submitted | the recruitment is open and its window lasts; the policy admits such senders | applicant, sender |
/// | submitted, unsettled, eligible, ineligible | submitted | as above; later, only what the decision says is missing | applicant, sender |
/// | any but admitted and withdrawn | eligible, ineligible or unsettled | the recruitment is open or closed; the moment has come; the rule says so | officer |
/// | eligible | eligible, confirmed | as above | officer |
/// | any live one without a seat | the same, with an answer | the policy asks for consent, and asks this side | superior, competent body |
/// | eligible | admitted | [`admit`](crate::admit) | officer, the software itself |
/// | ineligible, unsettled, eligible | refused | not eligible; not settled and too late to apply; consent withheld | officer |
/// | any live one | withdrawn | the recruitment is open or closed; with a seat: [`withdraw`](crate::withdraw) | applicant, sender |
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
        self.attempt.as_ref()?.confirmed.map(|confirmed| confirmed.by)
    }

    /// When the officer confirmed it.
    pub fn confirmed_at(&self) -> Option<Time> {
        self.attempt.as_ref()?.confirmed.map(|confirmed| confirmed.at)
    }

    /// What the superior or the competent body said last to this person's coming from this sender, in
    /// this position.
    pub fn consent(&self) -> Option<&Consent> {
        self.attempt.as_ref()?.answered.as_ref().map(|answered| &answered.consent)
    }

    /// When that was recorded.
    pub fn consent_said_at(&self) -> Option<Time> {
        self.attempt.as_ref()?.answered.as_ref().map(|answered| answered.at)
    }

    /// The seat the person has.
    pub fn seat(&self) -> Option<Seat> {
        self.seated().map(|seated| seated.seat)
    }

    /// The pool the seat is from.
    pub fn pool(&self) -> Option<SeatPoolId> {
        self.seated().map(|seated| seated.pool)
    }

    /// When the person got the seat.
    pub fn admitted_at(&self) -> Option<Time> {
        self.seated().map(|seated| seated.at)
    }

    /// Names the admission that gave the seat, for whoever keeps what the person does on it. Somebody
    /// who withdraws and is admitted again has another admission: no seat is given twice.
    pub fn admission(&self) -> Option<Uuid> {
        self.seated().map(|seated| admission_of(self.id, seated.pool, seated.seat))
    }

    /// Why the person was told no.
    pub fn ground(&self) -> Option<&Ground> {
        self.attempt.as_ref()?.refused.as_ref().map(|refused| &refused.ground)
    }

    /// When the person was told no.
    pub fn refused_at(&self) -> Option<Time> {
        self.attempt.as_ref()?.refused.as_ref().map(|refused| refused.at)
    }

    /// When the application was taken back.
    pub fn withdrawn_at(&self) -> Option<Time> {
        self.attempt.as_ref()?.withdrawn_at
    }

    fn seated(&self) -> Option<Seated> {
        self.attempt.as_ref()?.admitted
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

    /// The recruitment in progress and the live attempt in it, without a seat: what everybody who settles
    /// or takes back an application begins with.
    fn pending<'a>(
        &'a self,
        recruitment: &'a Recruitment,
    ) -> Result<(&'a Announced, &'a Attempt), ApplicationRefusal> {
        let announced = in_progress(recruitment)?;
        let attempt = self.unseated()?;
        self.belongs(recruitment, attempt.submission.person())?;
        Ok((announced, attempt))
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

/// Names the admission of an application to a seat of a pool.
pub(crate) fn admission_of(application: ApplicationId, pool: SeatPoolId, seat: Seat) -> Uuid {
    let (pool, seat) = (pool.uuid(), seat.number().get().to_be_bytes());
    let name: Vec<u8> = pool.as_bytes().iter().chain(&seat).copied().collect();
    Id::<Seated>::derived(application.uuid(), &name).uuid()
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
            ApplicationCommand::Confirm { by } => self.confirm(*by, recruitment, now),
            ApplicationCommand::Answer { consent } => self.answer(consent, recruitment, now),
            ApplicationCommand::Refuse => self.refuse(recruitment, now),
            ApplicationCommand::Withdraw => self.withdraw(recruitment, now),
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
            (Submitted | Unsettled | Eligible | Ineligible, ApplicationEvent::Amended { submission, .. }) => {
                attempt.amend(submission);
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
            (Eligible, ApplicationEvent::Confirmed { by, at }) => {
                attempt.confirmed = Some(Confirmed { by: *by, at: *at });
            }
            (Submitted | Unsettled | Eligible | Ineligible, ApplicationEvent::Answered { consent, at }) => {
                attempt.answered = Some(Answered { consent: consent.clone(), at: *at });
            }
            (Eligible, ApplicationEvent::Admitted { pool, seat, at }) => {
                attempt.status = Admitted;
                attempt.admitted = Some(Seated { pool: *pool, seat: *seat, at: *at });
            }
            (Unsettled | Eligible | Ineligible, ApplicationEvent::Refused { ground, at }) => {
                attempt.status = Refused;
                attempt.refused = Some(ToldNo { ground: ground.clone(), at: *at });
            }
            (
                Submitted | Unsettled | Eligible | Ineligible | Admitted,
                ApplicationEvent::Withdrawn { at },
            ) => {
                attempt.status = Withdrawn;
                (attempt.admitted, attempt.withdrawn_at) = (None, Some(*at));
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
