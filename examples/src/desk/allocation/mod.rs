//! Seats: a problem of allocation drawn, solved, audited, explained, and run again when seats become free.

pub mod draw;
pub mod paper;
mod people;
mod progress;
pub mod rerun;
pub mod result;
mod source;
mod task;

use guildhall::intake::Diagnostics;
use guildhall::kernel::Faults;
use guildhall_words::Say;

use crate::academy::Clerk;

pub use progress::Progress;
pub use source::{Given, Source, read};
pub use task::Task;

/// Why the desk could not do what was asked.
#[derive(Debug)]
pub enum Unable {
    /// Something is wrong with the files.
    Files(Diagnostics),
    /// It is refused, in the words of whoever asked.
    Refused(String),
}

impl Unable {
    /// A refusal, as the clerk says it.
    pub fn refused(refusal: &impl Say, clerk: &Clerk) -> Self {
        Self::Refused(clerk.say(refusal))
    }
}

impl From<Diagnostics> for Unable {
    fn from(said: Diagnostics) -> Self {
        Self::Files(said)
    }
}

/// What cannot be wrong with a document beyond what its types say.
type NoFaults = Faults<std::convert::Infallible>;
