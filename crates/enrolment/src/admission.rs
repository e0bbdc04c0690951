//! The one way to a seat and the one way out of it (E5). Each changes an application and the seat
//! pool together, in one commit, so that fifty people who take five seats at once take five (E1).
//! Guards E4 too: no seat without a decision that was yes, and without consent where it is needed.

use guildhall_kernel::{Commit, Loaded, StageError, Staged, StreamId, Time, Uuid};
use guildhall_programme::{Edition, EditionStatus};
use guildhall_rules::Verdict;

use crate::application::admission_of;
use crate::conditions::in_progress;
use crate::{
    AdmissionMode, AdmissionRefusal, AdmitUntil, Application, ApplicationEvent, ApplicationRefusal,
    ApplicationStatus, ConsentAnswer, Policy, Recruitment, SeatPool, SeatPoolEvent, Submission,
};

/// A seat given to an application: two streams, to be committed together.
#[derive(Debug)]
#[must_use = "nobody has a seat until this is committed"]
pub struct Admission {
    /// Names it, as [`Application::admission`] will: a record of the person's participation can be begun
    /// in the same commit.
    pub id: Uuid,
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
/// there are, how long they are given, and whether an officer or a superior has to agree, the policy
/// says that holds now.
///
/// # Errors
/// [`AdmissionRefusal`], which says what is missing.
pub fn admit(
    recruitment: &Loaded<Recruitment>,
    edition: &Loaded<Edition>,
    pool: &Loaded<SeatPool>,
    application: &Loaded<Application>,
    now: Time,
) -> Result<Admission, AdmissionRefusal> {
    belong_together(recruitment, pool, application)?;
    let Ok(announced) = in_progress(recruitment) else {
        return Err(AdmissionRefusal::NotAdmitting { status: recruitment.status() });
    };
    if announced.edition() != edition.id() {
        return Err(AdmissionRefusal::Elsewhere);
    }
    let policy = announced.policy();
    if let Some(seat) = pool.seat(application.id()).or(application.seat()) {
        return Err(AdmissionRefusal::AlreadyAdmitted { seat });
    }
    still_takes(edition, policy.admit_until(), now)?;
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
    let taken = SeatPoolEvent::Taken { application: application.id(), seat, at: now };
    let admitted = ApplicationEvent::Admitted { pool: pool.id(), seat, at: now };
    let consulted = (recruitment, edition);
    Ok(Admission {
        id: admission_of(application.id(), pool.id(), seat),
        pool: pool.stage(vec![taken], &consulted),
        application: application.stage(vec![admitted], &consulted),
    })
}

/// Takes an application back; a seat that it holds is free again, until the recruitment is finished.
///
/// Whoever has begun to take part on that seat leaves in the same commit (`leave` of participation): the
/// record of it names [`Application::admission`], and would otherwise outlive the seat. Once the
/// recruitment is finished, leaving is all there is.
///
/// # Errors
/// [`ApplicationRefusal`] if there is no live application, the recruitment is finished, or recruitment,
/// pool and application do not belong together.
pub fn withdraw(
    recruitment: &Loaded<Recruitment>,
    pool: &Loaded<SeatPool>,
    application: &Loaded<Application>,
    now: Time,
) -> Result<Withdrawal, ApplicationRefusal> {
    if application.status() != Some(ApplicationStatus::Admitted) {
        let events = application.state().withdraw(recruitment, now)?;
        return Ok(Withdrawal { pool: None, application: application.stage(events, recruitment) });
    }
    belong_together(recruitment, pool, application).map_err(|_| ApplicationRefusal::Elsewhere)?;
    if application.pool() != Some(pool.id()) || pool.seat(application.id()) != application.seat() {
        return Err(ApplicationRefusal::Elsewhere);
    }
    in_progress(recruitment)?;
    let freed = SeatPoolEvent::Freed { application: application.id(), at: now };
    Ok(Withdrawal {
        pool: Some(pool.stage(vec![freed], recruitment)),
        application: application.stage(vec![ApplicationEvent::Withdrawn { at: now }], recruitment),
    })
}

/// The edition is public and not over, and it is not too late, whether or not somebody has recorded
/// that it began.
fn still_takes(edition: &Edition, until: AdmitUntil, now: Time) -> Result<(), AdmissionRefusal> {
    let status = edition.status();
    let begun = match status {
        Some(EditionStatus::Announced) => false,
        Some(EditionStatus::Running) => true,
        None | Some(EditionStatus::Planned | EditionStatus::Finished | EditionStatus::Cancelled) => {
            return Err(AdmissionRefusal::EditionTakesNobody { status });
        }
    };
    let past = edition.definition().is_some_and(|definition| now >= until.cut_off(&definition.period));
    if past || (begun && until == AdmitUntil::Start) {
        return Err(AdmissionRefusal::TooLate { until });
    }
    Ok(())
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
