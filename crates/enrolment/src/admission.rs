//! The one way to a seat and the one way out of it (E5). Each changes an application and the seat
//! pool together, in one commit, so that fifty people who take five seats at once take five (E1).
//! Guards E4 too: no seat without a decision that was yes, and without consent where it is needed.

use guildhall_kernel::{Commit, Loaded, StageError, Staged, StreamId};
use guildhall_rules::Verdict;

use crate::{
    AdmissionMode, AdmissionRefusal, Application, ApplicationEvent, ApplicationRefusal, ApplicationStatus,
    ConsentAnswer, Policy, Recruitment, RecruitmentStatus, SeatPool, SeatPoolEvent, Submission,
};

/// A seat given to an application: two streams, to be committed together.
#[derive(Debug)]
#[must_use = "nobody has a seat until this is committed"]
pub struct Admission {
    /// What happens to the seats.
    pub pool: Staged<SeatPool>,
    /// What happens to the application.
    pub application: Staged<Application>,
}

impl Admission {
    /// Adds both halves to a commit.
    ///
    /// # Errors
    /// [`StageError::Twice`] if one of the streams is in the commit already.
    pub fn onto(&self, commit: Commit) -> Result<Commit, StageError> {
        commit.with(&self.pool)?.with(&self.application)
    }
}

/// An application taken back, together with the seat it held.
#[derive(Debug)]
#[must_use = "nothing is withdrawn until this is committed"]
pub struct Withdrawal {
    /// What happens to the seats, if the application held one.
    pub pool: Option<Staged<SeatPool>>,
    /// What happens to the application.
    pub application: Staged<Application>,
}

impl Withdrawal {
    /// Adds what changes to a commit.
    ///
    /// # Errors
    /// [`StageError::Twice`] if one of the streams is in the commit already.
    pub fn onto(&self, commit: Commit) -> Result<Commit, StageError> {
        let commit = match &self.pool {
            Some(pool) => commit.with(pool)?,
            None => commit,
        };
        commit.with(&self.application)
    }
}

/// Gives a seat to an application. Every path to a seat leads through here.
///
/// A decision that was yes is enough, whatever the policy has become since (E9); how many seats
/// there are, and whether an officer or a superior has to agree, the policy says that holds now.
///
/// # Errors
/// [`AdmissionRefusal`], which says what is missing.
pub fn admit(
    recruitment: &Loaded<Recruitment>,
    pool: &Loaded<SeatPool>,
    application: &Loaded<Application>,
) -> Result<Admission, AdmissionRefusal> {
    belong_together(recruitment, pool, application)?;
    let policy = match recruitment.announced() {
        Some(announced)
            if matches!(announced.status(), RecruitmentStatus::Open | RecruitmentStatus::Closed) =>
        {
            announced.policy()
        }
        _ => return Err(AdmissionRefusal::NotAdmitting { status: recruitment.status() }),
    };
    if let Some(seat) = pool.seat(application.id()).or(application.seat()) {
        return Err(AdmissionRefusal::AlreadyAdmitted { seat });
    }
    eligible(application)?;
    if policy.admission() == AdmissionMode::OfficerConfirms && application.confirmed().is_none() {
        return Err(AdmissionRefusal::Unconfirmed);
    }
    agreed(application, policy)?;
    let (capacity, held) = (policy.capacity(), pool.held());
    if !capacity.has_room(held) {
        return Err(AdmissionRefusal::Full { capacity, held });
    }
    let seat = pool.next_seat();
    let taken = SeatPoolEvent::Taken { application: application.id(), seat };
    Ok(Admission {
        pool: pool.stage(vec![taken], recruitment),
        application: application.stage(vec![ApplicationEvent::Admitted { seat }], recruitment),
    })
}

/// Takes an application back; a seat that it holds is free again. It does not matter where the
/// recruitment stands.
///
/// # Errors
/// [`ApplicationRefusal`] if there is no live application, or the pool is another recruitment's.
pub fn withdraw(
    pool: &Loaded<SeatPool>,
    application: &Loaded<Application>,
) -> Result<Withdrawal, ApplicationRefusal> {
    if application.status() != Some(ApplicationStatus::Admitted) {
        let events = application.state().withdraw()?;
        return Ok(Withdrawal { pool: None, application: application.stage(events, &()) });
    }
    if pool.stream().scope() != application.stream().scope() || pool.seat(application.id()).is_none() {
        return Err(ApplicationRefusal::Elsewhere);
    }
    let freed = SeatPoolEvent::Freed { application: application.id() };
    Ok(Withdrawal {
        pool: Some(pool.stage(vec![freed], &())),
        application: application.stage(vec![ApplicationEvent::Withdrawn], &()),
    })
}

fn belong_together(
    recruitment: &Loaded<Recruitment>,
    pool: &Loaded<SeatPool>,
    application: &Loaded<Application>,
) -> Result<(), AdmissionRefusal> {
    let scope = recruitment.id().uuid();
    let inside = |stream: &StreamId| stream.scope() == scope;
    let together = inside(recruitment.stream())
        && inside(pool.stream())
        && inside(application.stream())
        && pool.id() == SeatPool::id_of(recruitment.id())
        && application.submission().is_none_or(|submission| {
            Application::id_of(recruitment.id(), submission.person()) == application.id()
        });
    if together { Ok(()) } else { Err(AdmissionRefusal::Elsewhere) }
}

/// The person applied, and the decision that holds was yes.
fn eligible(application: &Application) -> Result<(), AdmissionRefusal> {
    match application.status().ok_or(AdmissionRefusal::NotApplied)? {
        ApplicationStatus::Refused => return Err(AdmissionRefusal::Refused),
        ApplicationStatus::Withdrawn => return Err(AdmissionRefusal::Withdrawn),
        ApplicationStatus::Submitted
        | ApplicationStatus::Unsettled
        | ApplicationStatus::Eligible
        | ApplicationStatus::Ineligible
        | ApplicationStatus::Admitted => {}
    }
    let decision = application.decision().ok_or(AdmissionRefusal::Undecided)?;
    match decision.verdict() {
        Verdict::Met => Ok(()),
        Verdict::Unmet => Err(AdmissionRefusal::NotEligible),
        Verdict::Undetermined => {
            Err(AdmissionRefusal::Unsettled { missing: decision.missing().into_iter().cloned().collect() })
        }
    }
}

/// Whoever has to agree has agreed.
fn agreed(application: &Application, policy: &Policy) -> Result<(), AdmissionRefusal> {
    let Some(asked) = policy.consent().asks(application.submission().and_then(Submission::position)) else {
        return Ok(());
    };
    match application.consent().filter(|consent| consent.from == asked).map(|consent| consent.answer) {
        Some(ConsentAnswer::Given) => Ok(()),
        Some(ConsentAnswer::Withheld { .. }) => Err(AdmissionRefusal::ConsentWithheld { asked }),
        None => Err(AdmissionRefusal::ConsentMissing { asked }),
    }
}
