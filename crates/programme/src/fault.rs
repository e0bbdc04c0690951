//! What is wrong with a definition: every fault at once, each with its path.

use guildhall_civic::{Partner, Party};
use guildhall_kernel::{Language, WindowError};

use crate::curriculum::in_words;
use crate::{Hours, MixedTimes, ModuleCode, Outside, ProgrammeCode, SessionCode};

/// One fault of a definition and where it stands, such as `curriculum.modules[2].code`.
pub type Fault = guildhall_kernel::Fault<Problem>;

/// Every fault of a definition; at least one.
pub type Faults = guildhall_kernel::Faults<Problem>;

/// Faults while they are being found.
pub(crate) type Report = guildhall_kernel::Report<Problem>;

/// What can be wrong with a definition. Not exhaustive: definitions grow.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// A list that must have an entry has none.
    #[error("at least one is needed")]
    Empty,
    /// A language is listed again.
    #[error("the language `{0}` is listed twice")]
    LanguageTwice(Language),
    /// A partner has the same role again.
    #[error("`{}` is listed twice as {}", .0.party(), .0.role())]
    PartnerTwice(Partner),
    /// An authority or organisation is listed again.
    #[error("`{0}` is listed twice")]
    PartyTwice(Party),
    /// A steward is no partner.
    #[error("`{0}` takes no part in the programme")]
    NoPartner(Party),
    /// A programme is related to itself.
    #[error("`{0}` is the programme itself")]
    Itself(ProgrammeCode),
    /// A year that nobody can have meant.
    #[error("`{0}` is no year of our times")]
    Year(u16),
    /// A module's code is used again.
    #[error("the module `{0}` is listed twice")]
    ModuleTwice(ModuleCode),
    /// The modules, all with hours, are together not what the curriculum says (P3).
    #[error("the modules add up to {}, not to {total}", in_words(*.minutes, *.total))]
    HoursDiffer {
        /// What the curriculum says.
        total: Hours,
        /// What its modules add up to, in minutes.
        minutes: u64,
    },
    /// Modules without hours are left, but no hours for them (P3).
    #[error(
        "the modules with hours add up to {}, which leaves nothing of {total} for the others",
        in_words(*.minutes, *.total)
    )]
    HoursUsedUp {
        /// What the curriculum says.
        total: Hours,
        /// What those modules add up to that have hours, in minutes.
        minutes: u64,
    },
    /// A session's code is used again.
    #[error("the session `{0}` is listed twice")]
    SessionTwice(SessionCode),
    /// A session has no time at all.
    #[error("the session has no time: give `on` with a day, or `from` and `until`")]
    NoTime,
    /// A session has two times.
    #[error("give either `on`, or `from` and `until`")]
    TwoTimes,
    /// A session begins with a day and ends with a time of day, or the other way round.
    #[error(transparent)]
    MixedTimes(#[from] MixedTimes),
    /// A session's time is no window.
    #[error(transparent)]
    Window(#[from] WindowError),
    /// A session lies outside the edition (P1).
    #[error(transparent)]
    Outside(#[from] Outside),
    /// An online session has a place.
    #[error("a session of kind `online` has no place")]
    OnlineAtPlace,
}

/// Reports a problem for each entry that stands in the list already.
pub(crate) fn repeated<'a, T: PartialEq + 'a>(
    report: &mut Report,
    entries: impl Iterator<Item = &'a T>,
    path: impl Fn(usize) -> String,
    problem: impl Fn(&T) -> Problem,
) {
    let mut seen: Vec<&T> = Vec::new();
    for (nth, entry) in entries.enumerate() {
        if seen.contains(&entry) {
            report.add(path(nth), problem(entry));
        } else {
            seen.push(entry);
        }
    }
}
