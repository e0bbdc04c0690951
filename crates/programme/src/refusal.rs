//! How programmes and editions say no, as sentences a clerk understands.

use guildhall_kernel::{Local, WindowError};
use guildhall_rules::Faults as RuleFaults;
use guildhall_words::Say;

use crate::{
    EditionId, EditionNumber, EditionStatus, ModuleCode, Outside, ProgrammeCode, ProgrammeId,
    ProgrammeVersion, SessionCode,
};

/// Why a programme does not do what it was asked. Not exhaustive: later commands have reasons of
/// their own.
#[derive(Clone, Debug, PartialEq, Eq, Say, thiserror::Error)]
#[non_exhaustive]
pub enum ProgrammeRefusal {
    /// It is retired.
    #[error("the programme is retired; what continues it is a programme of its own")]
    Retired,
    /// The new version has another code.
    #[error("the programme is `{is}` in every version, not `{wanted}`")]
    OtherCode {
        /// The code it has.
        is: ProgrammeCode,
        /// The code in the definition.
        wanted: ProgrammeCode,
    },
    /// There is no such version.
    #[error("there is no version {version} of the programme yet")]
    UnknownVersion {
        /// The version that was asked for.
        version: ProgrammeVersion,
    },
    /// The rule of the target group does not fit the facts there are.
    #[error("the rule of the target group asks what nobody can answer:\n{faults}")]
    #[say(tell(count: usize = faults.iter().count()))]
    TargetUnfit {
        /// Every fault of the rule.
        #[say(skip)]
        faults: RuleFaults,
    },
    /// The version is not approved.
    #[error("version {version} is not approved yet")]
    NotApproved {
        /// The version that was asked for.
        version: ProgrammeVersion,
    },
    /// A later version is on offer.
    #[error("version {offered} is on offer and has replaced version {version}")]
    Replaced {
        /// The version that was asked for.
        version: ProgrammeVersion,
        /// The version on offer.
        offered: ProgrammeVersion,
    },
    /// Nothing was ever approved, so there is nothing to retire.
    #[error("no version of the programme was ever approved, so there is nothing to retire")]
    NeverApproved,
}

/// Why an edition does not do what it was asked. Not exhaustive: later commands have reasons of
/// their own.
#[derive(Clone, Debug, PartialEq, Eq, Say, thiserror::Error)]
#[non_exhaustive]
pub enum EditionRefusal {
    /// It is not planned yet.
    #[error("the edition is not planned yet")]
    NotPlanned,
    /// It is public, so its plan stands.
    #[error("the edition is {status} and is not planned anew; its sessions can be moved or cancelled")]
    AlreadyPublic {
        /// How far it has come.
        status: EditionStatus,
    },
    /// The step does not follow from where it is.
    #[error("an edition that is {is} cannot become {wanted}")]
    NotPossible {
        /// How far it has come.
        is: EditionStatus,
        /// What it should become.
        wanted: EditionStatus,
    },
    /// Its id is not that of this number: a mistake of the caller.
    #[error("edition {number} of the programme has the id `{wanted}`, not `{is}`")]
    OtherId {
        /// The number in the definition.
        number: EditionNumber,
        /// The id that belongs to it.
        wanted: EditionId,
        /// The id that was given.
        is: EditionId,
    },
    /// The definition names another programme.
    #[error("the edition is defined for the programme `{named}`, not for `{is}`")]
    OtherProgramme {
        /// The programme in the definition.
        named: ProgrammeCode,
        /// The programme it is planned on.
        is: ProgrammeCode,
    },
    /// Another programme was consulted than the edition's own: a mistake of the caller.
    #[error("the edition belongs to the programme with the id `{wanted}`, not `{given}`")]
    OtherProgrammeGiven {
        /// The edition's programme.
        wanted: ProgrammeId,
        /// The programme that was consulted.
        given: ProgrammeId,
    },
    /// The version of the programme is not approved.
    #[error("version {version} of the programme is not approved")]
    NotApproved {
        /// The version that was asked for.
        version: ProgrammeVersion,
    },
    /// The programme is retired.
    #[error("the programme `{programme}` is retired and has no new editions")]
    Retired {
        /// The programme.
        programme: ProgrammeCode,
    },
    /// Sessions name modules that are not taught.
    #[error("version {version} of the programme does not teach {}", quoted(.modules))]
    UnknownModules {
        /// The version of the programme.
        version: ProgrammeVersion,
        /// The modules it does not have.
        modules: Vec<ModuleCode>,
    },
    /// The version is not the one on offer.
    #[error("the edition is planned on version {planned} of the programme, but {}", on_offer(*.offered))]
    NotOnOffer {
        /// The version it is planned on.
        planned: ProgrammeVersion,
        /// The version on offer, if one is.
        offered: Option<ProgrammeVersion>,
    },
    /// Nothing happens in it.
    #[error("the edition has no session yet")]
    NoSession,
    /// Its period is over.
    #[error("the edition's period is over since `{until}`")]
    PeriodOver {
        /// The end of its period.
        until: Local,
    },
    /// Its period has not begun.
    #[error("the edition does not begin before `{from}`")]
    TooEarlyToBegin {
        /// The beginning of its period.
        from: Local,
    },
    /// Its period is not over.
    #[error("the edition is not over yet: it runs until `{until}`")]
    TooEarlyToFinish {
        /// The end of its period.
        until: Local,
    },
    /// Its sessions do not change any more, or not singly yet.
    #[error("single sessions change while an edition is announced or running, and this one is {status}")]
    SessionsFixed {
        /// How far it has come.
        status: EditionStatus,
    },
    /// It has no such session.
    #[error("the edition has no session `{session}`")]
    UnknownSession {
        /// The session that was asked for.
        session: SessionCode,
    },
    /// The session is cancelled.
    #[error("the session `{session}` is cancelled and stays so")]
    SessionCancelled {
        /// The session that was asked for.
        session: SessionCode,
    },
    /// The session has begun.
    #[error("the session `{session}` has begun (`{from}`)")]
    SessionBegun {
        /// The session that was asked for.
        session: SessionCode,
        /// When it began.
        from: Local,
    },
    /// The session would lie outside the edition (P1).
    #[error(transparent)]
    Outside(
        #[from]
        #[say(transparent)]
        Outside,
    ),
    /// The session's new time is no window.
    #[error(transparent)]
    #[say(tell(
        from: Local = points(_0).0,
        until: Local = points(_0).1,
        beyond: bool = matches!(_0, WindowError::OutOfRange(_)),
    ))]
    Window(
        #[from]
        #[say(skip)]
        WindowError,
    ),
    /// The session is online and was to have a place.
    #[error("the session `{session}` is online and has no place")]
    OnlineAtPlace {
        /// The session that was asked for.
        session: SessionCode,
    },
}

/// The beginning and the end that make no window; twice the one that lies beyond the calendar.
const fn points(error: &WindowError) -> (Local, Local) {
    match error {
        WindowError::EndsBeforeItBegins { from, until, .. } => (*from, *until),
        WindowError::OutOfRange(point) => (*point, *point),
    }
}

fn quoted(modules: &[ModuleCode]) -> String {
    modules.iter().map(|module| format!("`{module}`")).collect::<Vec<_>>().join(", ")
}

fn on_offer(offered: Option<ProgrammeVersion>) -> String {
    offered.map_or_else(|| "none is on offer".to_owned(), |version| format!("version {version} is on offer"))
}
