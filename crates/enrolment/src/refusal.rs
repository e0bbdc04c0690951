//! How enrolment says no: one sentence each that a clerk can read out. Reasons that lie in a rule
//! stand in the decision's explanation.

use chrono::NaiveDate;
use guildhall_civic::AuthorityKey;
use guildhall_kernel::chrono_tz::Tz;
use guildhall_kernel::{Local, RetentionClass, Time, Window};
use guildhall_programme::{EditionId, EditionStatus};
use guildhall_rules::FactKey;
use guildhall_words::Say;

use crate::words::{Kept, MissingFact};
use crate::{
    AdmitUntil, ApplicationStatus, Capacity, ConsentFrom, PolicyError, RecruitmentStatus, Seat, SenderKind,
};

/// Why a recruitment does not do what it was asked.
///
/// Not exhaustive: rounds bring refusals of their own.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Say)]
#[non_exhaustive]
pub enum RecruitmentRefusal {
    /// It was announced before, otherwise.
    #[error("the recruitment has been announced already, and not like this")]
    AlreadyAnnounced,
    /// It was not announced.
    #[error("the recruitment has not been announced")]
    NotAnnounced,
    /// The edition is not public yet, has begun, or is unknown.
    #[error("nobody can be sought for this edition: it is {}", .status.map_or("not planned".to_owned(), |s| s.to_string()))]
    EditionTakesNobody {
        /// Where the edition stands, if there is one.
        status: Option<EditionStatus>,
    },
    /// Another edition was consulted than the one announced.
    #[error("the recruitment is for another edition, `{edition}`")]
    OtherEdition {
        /// The edition that was announced.
        #[say(skip)]
        edition: EditionId,
    },
    /// Its window has not begun.
    #[error("applications are taken from `{}` ({}) on, not earlier", .window.from(), .window.zone())]
    #[say(tell(from: Local = window.from(), zone: Tz = window.zone()))]
    TooEarly {
        /// When people may apply.
        #[say(skip)]
        window: Window,
    },
    /// Its window has ended.
    #[error("applications were taken until `{}` ({}), which has passed", .window.until(), .window.zone())]
    #[say(tell(until: Local = window.until(), inclusive: bool = matches!(window.until(), Local::Day(_)), zone: Tz = window.zone()))]
    WindowPassed {
        /// When people could apply.
        #[say(skip)]
        window: Window,
    },
    /// Its window has not ended.
    #[error("people were told that they can apply until `{}` ({})", .window.until(), .window.zone())]
    #[say(tell(until: Local = window.until(), inclusive: bool = matches!(window.until(), Local::Day(_)), zone: Tz = window.zone()))]
    WindowLasts {
        /// When people may apply.
        #[say(skip)]
        window: Window,
    },
    /// It was closed before.
    #[error("the recruitment cannot be opened: it is {status}")]
    Over {
        /// Where it stands.
        status: RecruitmentStatus,
    },
    /// It was not closed.
    #[error("the recruitment has to be closed first: it is {status}")]
    NotClosed {
        /// Where it stands.
        status: RecruitmentStatus,
    },
    /// It is over.
    #[error("the recruitment is finished")]
    Finished,
    /// The policy's version is not the next one.
    #[error("the policy has version {given}, and version {expected} is the next")]
    PolicyVersion {
        /// The version that comes next.
        expected: u32,
        /// The version given.
        given: u32,
    },
    /// The policy is none.
    #[error(transparent)]
    Policy(
        #[from]
        #[say(transparent)]
        PolicyError,
    ),
}

/// Why an application does not do what it was asked.
///
/// Not exhaustive: offers bring refusals of their own.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Say)]
#[non_exhaustive]
pub enum ApplicationRefusal {
    /// There is no such recruitment.
    #[error("the recruitment has not been announced")]
    NotAnnounced,
    /// The recruitment does not allow it at this stage.
    #[error("this cannot be done now: the recruitment is {status}")]
    NotOpen {
        /// Where the recruitment stands.
        status: RecruitmentStatus,
    },
    /// It is too early or too late to apply.
    #[error("applications are taken from `{}` until `{}` ({})", .window.from(), .window.until(), .window.zone())]
    #[say(tell(from: Local = window.from(), until: Local = window.until(), inclusive: bool = matches!(window.until(), Local::Day(_)), zone: Tz = window.zone()))]
    OutsideWindow {
        /// When people may apply.
        #[say(skip)]
        window: Window,
    },
    /// A mistake of the caller: the application is somebody else's, or to another recruitment.
    #[error("the application belongs to somebody else or to another recruitment")]
    Elsewhere,
    /// Nobody of this kind may send applicants.
    #[error("an applicant cannot be sent by an {sender} here")]
    SenderNotAdmitted {
        /// What kind of body sends.
        sender: SenderKind,
    },
    /// The person has a live application.
    #[error("the person has applied already; that application is {status}")]
    AlreadyApplied {
        /// Where it stands.
        status: ApplicationStatus,
    },
    /// The person has not applied.
    #[error("the person has not applied")]
    NotApplied,
    /// The application holds a seat.
    #[error("the person has a seat")]
    HasSeat,
    /// The application was taken back.
    #[error("the application has been withdrawn")]
    Withdrawn,
    /// The person was told no.
    #[error("the application has been refused")]
    Refused,
    /// A decision was asked for on facts of the future.
    #[error("nothing can be decided on the facts of a moment that has not come, {at}")]
    MomentToCome {
        /// The moment.
        at: Time,
    },
    /// The rule of eligibility says that it did not hold then.
    #[error("the rule of eligibility was not in force on `{day}`")]
    RuleNotInForce {
        /// The day of the moment, on the recruitment's clock.
        day: NaiveDate,
    },
    /// A mistake of the caller: another authority was consulted than the applicant's.
    #[error("the applicant is sent for {}, and another authority was consulted", .expected.as_ref().map_or("no authority".to_owned(), |key| format!("`{key}`")))]
    OtherAuthority {
        /// The authority that the applicant represents, if any.
        expected: Option<AuthorityKey>,
    },
    /// The authority does not exist, not yet or not any more: nobody is sent for it.
    #[error("nobody can be sent for `{authority}`: it does not exist on `{day}`")]
    NoSuchAuthority {
        /// The authority that the applicant represents.
        authority: AuthorityKey,
        /// The day of the moment, on the recruitment's clock.
        day: NaiveDate,
    },
    /// No decision holds for what stands now.
    #[error("it has not been decided whether the person may come")]
    Undecided,
    /// The person is not eligible, or not known to be.
    #[error("only an eligible person can be confirmed")]
    NotEligible,
    /// Another officer confirmed it before.
    #[error("another officer has confirmed already that the person may be admitted")]
    AlreadyConfirmed,
    /// Nobody has to agree.
    #[error("nobody has to agree that this person comes")]
    NoConsentNeeded,
    /// Somebody else has to agree.
    #[error("it is the {asked} who has to agree")]
    ConsentOfOther {
        /// Who has to.
        asked: ConsentFrom,
    },
    /// The applicant answered for the superior.
    #[error("nobody can agree to their own coming")]
    OwnConsent,
    /// A mistake of the caller: the slot for the reason keeps something else than free text.
    #[error("a reason does not belong into a slot kept as `{}`", .class.as_str())]
    #[say(tell(class: Kept = Kept(*class)))]
    NoReasonSlot {
        /// What the slot keeps.
        #[say(skip)]
        class: RetentionClass,
    },
    /// The applicant has time left to say what is missing.
    #[error("what is missing can be supplied until `{}` ({})", .window.until(), .window.zone())]
    #[say(tell(until: Local = window.until(), inclusive: bool = matches!(window.until(), Local::Day(_)), zone: Tz = window.zone()))]
    EvidenceMayCome {
        /// When people may apply.
        #[say(skip)]
        window: Window,
    },
    /// It is too late to change anything but what the decision asks for.
    #[error("it is too late to apply, and {}", wanted(.missing))]
    #[say(tell(missing: Vec<MissingFact> = MissingFact::of(missing), nothing: bool = missing.is_empty()))]
    NotAskedFor {
        /// What can still be supplied; nothing, where an officer has to settle it.
        #[say(skip)]
        missing: Vec<FactKey>,
    },
    /// The decision was yes.
    #[error("nothing speaks against the person: the decision was yes")]
    NothingAgainst,
}

/// Why nobody is admitted.
///
/// Not exhaustive: offers and rounds bring refusals of their own.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Say)]
#[non_exhaustive]
pub enum AdmissionRefusal {
    /// A mistake of the caller: recruitment, edition, seats and application do not belong together.
    #[error("the recruitment, the edition, the seats and the application do not belong together")]
    Elsewhere,
    /// The recruitment admits nobody at this stage, or was not announced.
    #[error("nobody is admitted now: the recruitment is {}", .status.map_or("not announced".to_owned(), |s| s.to_string()))]
    NotAdmitting {
        /// Where the recruitment stands.
        status: Option<RecruitmentStatus>,
    },
    /// The edition is not public, or is cancelled or finished.
    #[error("nobody is admitted to this edition: it is {}", .status.map_or("not planned".to_owned(), |s| s.to_string()))]
    EditionTakesNobody {
        /// Where the edition stands, if there is one.
        status: Option<EditionStatus>,
    },
    /// The edition has begun, or ended, and the policy lets nobody in after that.
    #[error("nobody is admitted any more: seats are given until the {until} of the edition")]
    TooLate {
        /// How long seats are given.
        until: AdmitUntil,
    },
    /// The person has not applied.
    #[error("the person has not applied")]
    NotApplied,
    /// The application was taken back.
    #[error("the application has been withdrawn")]
    Withdrawn,
    /// The person was told no.
    #[error("the application has been refused")]
    Refused,
    /// The person has a seat.
    #[error("the person has seat {seat} already")]
    AlreadyAdmitted {
        /// The seat.
        seat: Seat,
    },
    /// No decision holds for what stands now.
    #[error("it has not been decided whether the person may come")]
    Undecided,
    /// What is known does not settle whether the person may come.
    #[error("it is not settled whether the person may come{}", listed(.missing))]
    #[say(tell(missing: Vec<MissingFact> = MissingFact::of(missing), nothing: bool = missing.is_empty()))]
    Unsettled {
        /// What has to be known; nothing, where an officer has to settle it.
        #[say(skip)]
        missing: Vec<FactKey>,
    },
    /// The decision was no; its explanation says why.
    #[error("the person may not come: the rule of eligibility is not met")]
    NotEligible,
    /// An officer has to confirm, and none has.
    #[error("an officer has to confirm first that the person may be admitted")]
    Unconfirmed,
    /// Somebody has to agree, and has not answered.
    #[error("the {asked} has not agreed yet")]
    ConsentMissing {
        /// Who has to.
        asked: ConsentFrom,
    },
    /// Somebody has to agree, and has said no.
    #[error("the {asked} does not agree")]
    ConsentWithheld {
        /// Who has to.
        asked: ConsentFrom,
    },
    /// No seat is left.
    #[error("no seat is left; seats: {capacity}, held: {held}")]
    #[say(tell(seats: u32 = capacity.left(0).unwrap_or_default()))]
    Full {
        /// How many seats there are.
        #[say(skip)]
        capacity: Capacity,
        /// How many are held.
        held: usize,
    },
}

fn wanted(keys: &[FactKey]) -> String {
    if keys.is_empty() {
        return "nothing that the applicant could add is missing".to_owned();
    }
    let keys: Vec<_> = keys.iter().map(|key| format!("`{key}`")).collect();
    format!("only what is missing can be added: {}", keys.join(", "))
}

fn listed(keys: &[FactKey]) -> String {
    if keys.is_empty() {
        return ": an officer has to settle it".to_owned();
    }
    let keys: Vec<_> = keys.iter().map(|key| format!("`{key}`")).collect();
    format!(": {} is missing", keys.join(", "))
}
