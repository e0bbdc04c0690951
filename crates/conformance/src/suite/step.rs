//! The suite's cases as data: what is asked of a store, and what it must answer. Nothing here
//! touches a store, so a blocking and an async harness examine the same cases.

use std::fmt;

use guildhall_kernel::{
    Commit, CommitError, CommitId, Conflict, Erasure, Position, Receipt, Recorded, Revealed, SlotId,
    StoreError, StreamId, Uuid, Version,
};

use super::{BuildError, Failure};

/// A named sequence of steps that begins on an empty store.
#[derive(Clone, Debug)]
pub struct Case {
    pub(crate) name: &'static str,
    pub(crate) steps: Vec<Step>,
}

impl Case {
    /// What the store must be able to do, led by the id of the law.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// What is asked, in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Examines the answer to step `nth`, counted from 0.
    ///
    /// # Errors
    /// [`Failure`], if it is another answer than the expected one.
    pub fn examine(&self, nth: usize, answer: &Answer) -> Result<(), Failure> {
        let Some(step) = self.steps.get(nth) else {
            return Err(Failure::new(self.name, format!("step {nth}"), "no such step", answer));
        };
        if step.expected.allows(answer) {
            return Ok(());
        }
        let step_name = format!("step {}, {}", nth.saturating_add(1), step.request);
        Err(Failure::new(self.name, step_name, &step.expected, answer))
    }
}

/// One question to a store and its expected answer.
#[derive(Clone, Debug)]
pub struct Step {
    pub(crate) request: Request,
    pub(crate) expected: Expected,
}

impl Step {
    /// What is asked.
    pub const fn request(&self) -> &Request {
        &self.request
    }

    /// What must be answered.
    pub const fn expected(&self) -> &Expected {
        &self.expected
    }
}

/// What is asked of a store. Exhaustive on purpose: a harness must be able to ask all of it.
#[derive(Clone, Debug)]
pub enum Request {
    /// [`Store::commit`](guildhall_kernel::Store::commit).
    Commit(Commit),
    /// [`Store::load`](guildhall_kernel::Store::load).
    Load {
        /// The stream.
        stream: StreamId,
        /// After this version.
        after: Version,
        /// At most so many.
        limit: usize,
    },
    /// [`Store::feed`](guildhall_kernel::Store::feed).
    Feed {
        /// The scope, or the whole store.
        scope: Option<Uuid>,
        /// After this position.
        after: Position,
        /// At most so many.
        limit: usize,
    },
    /// [`Store::receipt`](guildhall_kernel::Store::receipt).
    Receipt(CommitId),
    /// [`Vault::reveal`](guildhall_kernel::Vault::reveal).
    Reveal(SlotId),
    /// [`Vault::erase`](guildhall_kernel::Vault::erase).
    Erase(SlotId, Erasure),
    /// Close the store and open it again, if it outlives that.
    Reopen,
    /// Count the copies of these bytes in whatever the store keeps outside memory.
    Copies(String),
}

/// What a store answered.
#[derive(Debug)]
pub enum Answer {
    /// To [`Request::Commit`].
    Commit(Result<Receipt, CommitError>),
    /// To [`Request::Load`] and [`Request::Feed`].
    Events(Result<Vec<Recorded>, StoreError>),
    /// To [`Request::Receipt`].
    Receipt(Result<Option<Receipt>, StoreError>),
    /// To [`Request::Reveal`] and [`Request::Erase`].
    Slot(Result<Revealed, StoreError>),
    /// To [`Request::Reopen`].
    Reopened(Result<(), BuildError>),
    /// To [`Request::Copies`]; none, if the store keeps nothing outside memory.
    Copies(Result<Option<usize>, BuildError>),
}

/// What must be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Expected {
    /// The commit is stored, or was already, with this receipt.
    Stored(Receipt),
    /// The commit is refused, for one of these reasons.
    Refused(Vec<Refusal>),
    /// Exactly these events.
    Events(Vec<Recorded>),
    /// This receipt, or none.
    Receipt(Option<Receipt>),
    /// This is what the slot holds.
    Slot(Revealed),
    /// The store is open again.
    Reopened,
    /// Whether there are copies of the bytes, in a store that keeps anything outside memory.
    Copies(bool),
}

/// Why a store may refuse a commit.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// [`CommitError::Conflict`].
    Conflict(Conflict),
    /// [`CommitError::IdReused`].
    IdReused(CommitId),
    /// [`CommitError::SlotTaken`].
    SlotTaken(SlotId),
}

impl Expected {
    /// Whether an answer is the expected one.
    pub fn allows(&self, answer: &Answer) -> bool {
        match (self, answer) {
            (Self::Stored(receipt), Answer::Commit(Ok(got))) => receipt == got,
            (Self::Refused(refusals), Answer::Commit(Err(got))) => {
                refusals.iter().any(|refusal| refusal.is(got))
            }
            (Self::Events(events), Answer::Events(Ok(got))) => events == got,
            (Self::Receipt(receipt), Answer::Receipt(Ok(got))) => receipt == got,
            (Self::Slot(revealed), Answer::Slot(Ok(got))) => revealed == got,
            (Self::Reopened, Answer::Reopened(Ok(()))) => true,
            (Self::Copies(wanted), Answer::Copies(Ok(got))) => {
                got.is_none_or(|copies| (copies > 0) == *wanted)
            }
            _ => false,
        }
    }
}

impl Refusal {
    fn is(&self, error: &CommitError) -> bool {
        match (self, error) {
            (Self::Conflict(conflict), CommitError::Conflict(got)) => conflict == got,
            (Self::IdReused(id), CommitError::IdReused(got)) => id == got,
            (Self::SlotTaken(slot), CommitError::SlotTaken(got)) => slot == got,
            _ => false,
        }
    }
}

impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Commit(commit) => write!(f, "commit {}", commit.id()),
            Self::Load { stream, after, limit } => write!(f, "load {limit} of {stream} after {after}"),
            Self::Feed { scope: None, after, limit } => write!(f, "feed {limit} after {after}"),
            Self::Feed { scope: Some(scope), after, limit } => {
                write!(f, "feed {limit} of scope {scope} after {after}")
            }
            Self::Receipt(id) => write!(f, "receipt of {id}"),
            Self::Reveal(slot) => write!(f, "reveal slot {slot}"),
            Self::Erase(slot, _) => write!(f, "erase slot {slot}"),
            Self::Reopen => f.write_str("reopen"),
            Self::Copies(_) => f.write_str("look for copies"),
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Events(events) => listed(f, events),
            Self::Slot(revealed) => shown(f, revealed),
            Self::Copies(true) => f.write_str("at least one copy"),
            Self::Copies(false) => f.write_str("no copy"),
            other => write!(f, "{other:?}"),
        }
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Events(Ok(events)) => listed(f, events),
            Self::Slot(Ok(revealed)) => shown(f, revealed),
            Self::Copies(Ok(Some(copies))) => write!(f, "{copies} copies"),
            other => write!(f, "{other:?}"),
        }
    }
}

fn listed(f: &mut fmt::Formatter<'_>, events: &[Recorded]) -> fmt::Result {
    write!(f, "{} events", events.len())?;
    for Recorded { position, stream, version, commit, at, by, event } in events {
        let (name, shape, json) = (event.name(), event.version(), event.json().get());
        let json: String = json.chars().take(80).collect();
        write!(
            f,
            "\n  {position}: {stream} {version} by {by:?} at {at:?} in {commit}: {name} {shape} {json}"
        )?;
    }
    Ok(())
}

/// The suite's contents are made up, so that a difference may be seen.
fn shown(f: &mut fmt::Formatter<'_>, revealed: &Revealed) -> fmt::Result {
    match revealed {
        Revealed::Content(content) => {
            write!(f, "content {}", content.expose().chars().take(80).collect::<String>())
        }
        other => write!(f, "{other:?}"),
    }
}
