//! How the training is run: one commit a step, each under an id that is the same in every run. What
//! is stored already is passed over, so a run that was killed goes on where it stopped, and a run
//! over a finished training changes nothing.

use std::error::Error;
use std::fmt;
use std::num::NonZeroU32;

use guildhall::intake::Place;
use guildhall::kernel::chrono::NaiveDateTime;
use guildhall::kernel::{
    ActorId, Aggregate, AttemptError, Attempted, Commit, CommitId, Loaded, Local, Store, StoreError, Time,
    Uuid, Vault, attempt,
};

use super::deed::Deed;
use super::system::System;

/// What the academy keeps its records in: events and personal data.
pub trait Storage: Store + Vault {}
impl<S: Store + Vault> Storage for S {}

/// Where in the folder a step comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    pub(super) file: &'static str,
    /// The line, from 1; 0 for the file as a whole.
    pub(super) line: u64,
}

impl Origin {
    /// The place in the folder.
    pub fn place(&self) -> Place {
        match self.line {
            0 => Place::file(self.file),
            line => Place::line_of(self.file, line, None),
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => f.write_str(self.file),
            line => write!(f, "{}:{line}", self.file),
        }
    }
}

/// Why a run stopped.
#[derive(Debug, thiserror::Error)]
pub enum Stopped {
    /// The domain said no to what the files ask for.
    #[error("{origin}: {step}: {reason}")]
    Refused {
        /// What was to happen.
        step: Deed,
        /// Which line asks for it.
        origin: Origin,
        /// Why it does not.
        reason: Box<dyn Error + Send + Sync>,
    },
    /// The store failed. What was acknowledged is kept.
    #[error("stopped at the step \"{step}\"; running again goes on from there")]
    Store {
        /// What was to happen.
        step: Deed,
        /// What the store says.
        source: StoreError,
    },
}

/// What a step decides: its commit filled, or why not.
pub(super) type Decided = Result<Commit, Box<dyn Error + Send + Sync>>;

/// One commit of the training.
pub(super) struct Step {
    deed: Deed,
    origin: Origin,
    at: Time,
    by: ActorId,
    /// The commit's id, where it must not follow from the deed.
    id: Option<CommitId>,
}

impl Step {
    /// The same step, taken by somebody else than the officers.
    pub(super) fn by(self, actor: ActorId) -> Self {
        Self { by: actor, ..self }
    }

    /// When it is taken.
    pub(super) const fn at(&self) -> Time {
        self.at
    }

    /// The same step under an id that is drawn for it.
    pub(super) fn under(self, id: CommitId) -> Self {
        Self { id: Some(id), ..self }
    }
}

/// A run under way.
pub(super) struct Journey<'a> {
    pub(super) store: &'a dyn Storage,
    pub(super) system: &'a System,
    steps: u64,
    stored: u64,
    told: &'a mut dyn FnMut(&Deed),
}

/// How often a step is tried while somebody else writes to the same store.
const TIMES: NonZeroU32 = NonZeroU32::new(20).unwrap();

impl<'a> Journey<'a> {
    pub(super) fn new(store: &'a dyn Storage, system: &'a System, told: &'a mut dyn FnMut(&Deed)) -> Self {
        Self { store, system, steps: 0, stored: 0, told }
    }

    /// How many steps there were, and how many of them were stored by this run.
    pub(super) const fn counted(&self) -> (u64, u64) {
        (self.steps, self.stored)
    }

    /// A step of the officers.
    pub(super) fn officers(&self, deed: Deed, origin: Origin, at: Time) -> Step {
        Step { deed, origin, at, by: self.system.ids.officers(), id: None }
    }

    /// Takes a step, unless another run has taken it. `decide` loads what it needs afresh each time.
    pub(super) fn take(
        &mut self,
        step: Step,
        mut decide: impl FnMut(Commit) -> Decided,
    ) -> Result<(), Stopped> {
        let Step { deed, origin, at, by, id } = step;
        (self.told)(&deed);
        self.steps += 1;
        let id = id.unwrap_or_else(|| self.system.ids.commit(&deed.to_string()));
        match attempt(self.store, id, TIMES, || decide(Commit::new(id, at, Some(by)))) {
            Ok(Attempted::Now(_)) => self.stored += 1,
            Ok(Attempted::Before(_)) => {}
            Err(AttemptError::Store(source)) => return Err(Stopped::Store { step: deed, source }),
            Err(AttemptError::Refused(reason)) => {
                return Err(Stopped::Refused { step: deed, origin, reason });
            }
            Err(other) => {
                return Err(Stopped::Refused { step: deed, origin, reason: other.to_string().into() });
            }
        }
        Ok(())
    }

    /// Takes a step that is one command on one aggregate and consults nothing else.
    pub(super) fn command<A: Aggregate>(
        &mut self,
        step: Step,
        (scope, id): (Uuid, Uuid),
        command: &A::Command,
        facts: &A::Facts<'_>,
    ) -> Result<(), Stopped>
    where
        A::Refusal: Send + Sync + 'static,
    {
        let (store, at) = (self.store, step.at);
        self.take(step, |commit| {
            let staged = Loaded::<A>::read(store, scope, id)?.decide(command, facts, at)?;
            Ok(commit.with(&staged)?)
        })
    }

    /// Reads an aggregate between steps.
    pub(super) fn read<A: Aggregate>(&self, (scope, id): (Uuid, Uuid)) -> Result<Loaded<A>, Stopped> {
        Loaded::read(self.store, scope, id).map_err(|error| Stopped::Store {
            step: Deed::Read { kind: A::KIND.to_owned() },
            source: StoreError::new("give back what it holds", error),
        })
    }

    /// The instant at which the edition's wall clock shows this.
    pub(super) fn at(&self, wall: NaiveDateTime) -> Time {
        // Files hold years that can be computed with: their windows have been resolved already.
        Local::At(wall).begins_in(self.system.edition_zone()).unwrap_or_default()
    }
}

/// The file as a whole.
pub(super) const fn file(file: &'static str) -> Origin {
    Origin { file, line: 0 }
}
