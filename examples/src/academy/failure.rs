//! What a user is told when a run ends early.

use std::error::Error;
use std::io;

use guildhall::certification::RegisterRefusal;
use guildhall::enrolment::{AdmissionRefusal, ApplicationRefusal, RecruitmentRefusal};
use guildhall::intake::Diagnostics;
use guildhall::participation::ParticipationRefusal;
use guildhall::participation::survey::SurveyRefusal;
use guildhall::practice::PracticeRefusal;
use guildhall::programme::{EditionRefusal, ProgrammeRefusal};
use guildhall_sqlite::OpenError;
use guildhall_words::Say;

use super::Unrehearsed;
use super::clerk::Clerk;
use super::deed::Deed;
use super::journey::Stopped;
use super::papers::Unwritten;
use super::records::Unreadable;
use super::source::Unverified;

/// Why a run ended early.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The files cannot be used.
    #[error(transparent)]
    Files(Box<Diagnostics>),
    /// The rehearsal in memory failed: nothing was stored.
    #[error(transparent)]
    Unrehearsed(#[from] Unrehearsed),
    /// The store cannot be opened.
    #[error(transparent)]
    Unopened(#[from] OpenError),
    /// The store cannot go on with these files.
    #[error(transparent)]
    Unverified(#[from] Unverified),
    /// A step failed.
    #[error(transparent)]
    Stopped(#[from] Stopped),
    /// The records cannot be read back.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// The papers cannot be made or written.
    #[error(transparent)]
    Unwritten(#[from] Unwritten),
    /// What was to be shown cannot be shown.
    #[error(transparent)]
    Screen(#[from] io::Error),
}

impl From<Diagnostics> for Failure {
    fn from(said: Diagnostics) -> Self {
        Self::Files(Box::new(said))
    }
}

/// What is said of a failure.
#[derive(Clone, Debug, Say)]
pub(super) enum Mishap {
    Files,
    Refused { origin: String, step: Deed, reason: String },
    Store { step: Deed },
    Papers,
    Handbook,
    Path { path: String },
    Unopened,
    OtherFiles,
    Unreadable,
    Screen,
    Cause { text: String },
}

impl Failure {
    /// What the clerk says of it, a sentence a line: what happened, then the causes, as whoever found them
    /// has put them. What is wrong with a file is shown in its place; `styled` is for terminals.
    pub fn told(&self, clerk: &Clerk, styled: bool) -> Vec<String> {
        match self {
            Self::Files(faults) => {
                vec![faults.human(styled).trim_end().to_owned(), clerk.say(&Mishap::Files)]
            }
            Self::Unopened(error) => because(clerk, &Mishap::Unopened, Some(error)),
            Self::Unverified(Unverified::OtherFiles) => because(clerk, &Mishap::OtherFiles, None),
            Self::Unverified(Unverified::Unreadable(error)) => {
                because(clerk, &Mishap::Unreadable, Some(error))
            }
            Self::Stopped(stopped) | Self::Unrehearsed(Unrehearsed::Stopped(stopped)) => {
                stopped_at(stopped, clerk)
            }
            Self::Unreadable(error) | Self::Unrehearsed(Unrehearsed::Unreadable(error)) => {
                unreadable(error, clerk)
            }
            Self::Unwritten(error) | Self::Unrehearsed(Unrehearsed::Unwritten(error)) => {
                unwritten(error, clerk)
            }
            Self::Screen(error) => because(clerk, &Mishap::Screen, Some(error)),
        }
    }
}

fn stopped_at(stopped: &Stopped, clerk: &Clerk) -> Vec<String> {
    match stopped {
        Stopped::Refused { step, origin, reason } => {
            let reason = said(&**reason, clerk);
            vec![clerk.say(&Mishap::Refused { origin: origin.to_string(), step: step.clone(), reason })]
        }
        Stopped::Store { step, source } => {
            because(clerk, &Mishap::Store { step: step.clone() }, Some(source))
        }
    }
}

/// A refusal in the clerk's words; anything else as whoever found it has put it.
fn said(reason: &(dyn Error + 'static), clerk: &Clerk) -> String {
    fn of<T: Error + Say + 'static>(reason: &(dyn Error + 'static), clerk: &Clerk) -> Option<String> {
        reason.downcast_ref::<T>().map(|refusal| clerk.say(refusal))
    }
    let refusals = [
        of::<ProgrammeRefusal>,
        of::<EditionRefusal>,
        of::<RecruitmentRefusal>,
        of::<ApplicationRefusal>,
        of::<AdmissionRefusal>,
        of::<ParticipationRefusal>,
        of::<SurveyRefusal>,
        of::<PracticeRefusal>,
        of::<RegisterRefusal>,
    ];
    refusals.iter().find_map(|of| of(reason, clerk)).unwrap_or_else(|| reason.to_string())
}

fn unreadable(error: &Unreadable, clerk: &Clerk) -> Vec<String> {
    match error {
        Unreadable::Missing(what) => vec![clerk.say(what)],
        error => because(clerk, &Mishap::Unreadable, Some(error)),
    }
}

fn unwritten(error: &Unwritten, clerk: &Clerk) -> Vec<String> {
    match error {
        Unwritten::File { path, source } => {
            because(clerk, &Mishap::Path { path: path.display().to_string() }, Some(source))
        }
        Unwritten::Records(error) => unreadable(error, clerk),
        Unwritten::Handbook(faults) => because(clerk, &Mishap::Handbook, Some(faults)),
        error => because(clerk, &Mishap::Papers, Some(error)),
    }
}

/// What happened, and the chain of what led to it.
fn because(clerk: &Clerk, what: &Mishap, cause: Option<&(dyn Error + 'static)>) -> Vec<String> {
    let causes = std::iter::successors(cause, |&cause| cause.source());
    let said = causes.map(|cause| clerk.say(&Mishap::Cause { text: cause.to_string() }));
    std::iter::once(clerk.say(what)).chain(said).collect()
}
