//! The port to storage: what a store keeps, what it promises, how it fails (C7).

use std::error::Error;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{ActorId, Commit, CommitId, DecodeError, Encoded, Position, SlotId, StreamId, Time, Version};

/// An event as a store gives it back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// Its place among all events of the store.
    pub position: Position,
    /// The stream it belongs to.
    pub stream: StreamId,
    /// Its place in that stream.
    pub version: Version,
    /// The commit it came with.
    pub commit: CommitId,
    /// When it happened, as the commit said.
    pub at: Time,
    /// Who acted, where that may be known.
    pub by: Option<ActorId>,
    /// The event.
    pub event: Encoded,
}

/// The proof that a commit is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The commit.
    pub commit: CommitId,
    /// The position of its last event, or of the last event before it, should it have none.
    pub position: Position,
    /// Each stream that grew, with the version it reached, ordered by stream.
    pub versions: Vec<(StreamId, Version)>,
}

impl Receipt {
    /// The version that `stream` reached, if the commit let it grow.
    pub fn version(&self, stream: &StreamId) -> Option<Version> {
        let index = self.versions.binary_search_by(|(grown, _)| grown.cmp(stream)).ok()?;
        self.versions.get(index).map(|(_, version)| *version)
    }
}

/// Keeps events.
///
/// A trait because storage is the caller's; dyn-compatible and synchronous, for callers on any
/// runtime. Implemented by `memory::Memory` (feature `memory`), by the SQLite store, by the caller; the
/// conformance suite examines each. To ensure correctness:
/// - a commit is stored whole or not at all, its private contents included;
/// - it is refused with [`CommitError::Conflict`] if any stream that it reads or appends to is not
///   at the version it names;
/// - once `commit` has returned a receipt, the commit outlives a crash;
/// - the same commit again answers with the same receipt and stores nothing; its id with other
///   content is refused with [`CommitError::IdReused`], even where it would conflict;
/// - `load` gives the events of one stream by version, without a hole;
/// - `feed` gives events by position, without a hole over the whole store; no event ever appears
///   at or before a position that a reader has been given;
/// - at most `limit` events are given; fewer only if there are no more.
pub trait Store: Send + Sync {
    /// The events of a stream after a version, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] if the backend fails.
    fn load(&self, stream: &StreamId, after: Version, limit: usize) -> Result<Vec<Recorded>, StoreError>;

    /// The events of a scope, or of all, after a position, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] if the backend fails.
    fn feed(&self, scope: Option<Uuid>, after: Position, limit: usize) -> Result<Vec<Recorded>, StoreError>;

    /// Stores a commit, whole or not at all.
    ///
    /// # Errors
    /// [`CommitError`], after which nothing of the commit is stored, unless the backend failed
    /// while answering: then [`Store::receipt`] knows.
    fn commit(&self, commit: &Commit) -> Result<Receipt, CommitError>;

    /// The receipt of a commit, if it is stored.
    ///
    /// # Errors
    /// [`StoreError`] if the backend fails.
    fn receipt(&self, commit: CommitId) -> Result<Option<Receipt>, StoreError>;
}

/// The backend failed: neither a refusal nor a conflict.
#[derive(Debug, thiserror::Error)]
#[error("the store failed to {doing}")]
pub struct StoreError {
    doing: &'static str,
    source: Box<dyn Error + Send + Sync>,
}

impl StoreError {
    /// A failure of the backend while `doing` something, such as `read a stream`.
    pub fn new(doing: &'static str, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { doing, source: source.into() }
    }
}

/// A stream is not where a commit expected it: somebody was faster. Load again and decide again.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{stream} is at version {actual}, not {expected}")]
pub struct Conflict {
    /// The stream that moved.
    pub stream: StreamId,
    /// Where the commit expected it.
    pub expected: Version,
    /// Where it is.
    pub actual: Version,
}

/// Why a commit was not stored.
///
/// Exhaustive on purpose: each asks for another answer of the caller.
#[derive(Debug, thiserror::Error)]
pub enum CommitError {
    /// Something the decision looked at has moved: load again, decide again.
    #[error(transparent)]
    Conflict(#[from] Conflict),
    /// The id belongs to a stored commit with other content: a mistake of the caller.
    #[error("commit id `{0}` was used for other content")]
    IdReused(CommitId),
    /// The slot is filled already: a mistake of the caller.
    #[error("slot `{0}` is filled already")]
    SlotTaken(SlotId),
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why an aggregate could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The backend failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An event is not known to this release, or malformed.
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// An event of another stream came up.
    #[error("expected an event of {stream}, found one of {found}")]
    Stranger {
        /// The stream that is being loaded.
        stream: StreamId,
        /// The stream the event belongs to.
        found: StreamId,
    },
    /// Another event of the stream came up than the next one.
    #[error("expected version {expected} of {stream}, found {found}")]
    OutOfOrder {
        /// The stream that is being loaded.
        stream: StreamId,
        /// The version that had to come.
        expected: Version,
        /// The version that came.
        found: Version,
    },
}
