//! A commit: everything one operation changes, stored as a whole or not at all.

use std::collections::HashSet;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::{Aggregate, Encoded, Id, Slot, SlotId, Staged, StreamId, Time, Version};

/// Names a commit. The caller draws it once per intention and keeps it over retries.
pub type CommitId = Id<Commit>;

/// Somebody or something that acts: a person in an office, a body, a system. Who that is, the caller
/// knows.
pub enum Actor {}

/// Names who acted.
pub type ActorId = Id<Actor>;

/// The events for one stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Append {
    /// The stream that grows.
    pub stream: StreamId,
    /// The version the stream had when this was decided.
    pub expected: Version,
    /// What is added, at least one event.
    pub events: Vec<Encoded>,
}

/// Personal data on its way into a slot. Its `Debug` shows no content.
#[derive(Clone, PartialEq, Eq)]
pub struct Private {
    slot: Slot,
    content: String,
}

impl Private {
    /// The slot to be filled.
    pub const fn slot(&self) -> Slot {
        self.slot
    }

    /// The content as JSON, for the store alone.
    pub fn content(&self) -> &str {
        &self.content
    }
}

impl std::fmt::Debug for Private {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Private").field("slot", &self.slot).finish_non_exhaustive()
    }
}

/// Everything one operation changes. Built from what was staged, and handed to a
/// [`Store`](crate::Store), which stores all of it or nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a commit happens only once a store has it"]
pub struct Commit {
    id: CommitId,
    at: Time,
    by: Option<ActorId>,
    reads: Vec<(StreamId, Version)>,
    appends: Vec<Append>,
    private: Vec<Private>,
    /// What is in it already: a round stages a hundred thousand streams.
    streams: HashSet<StreamId>,
    slots: HashSet<SlotId>,
}

impl Commit {
    /// Begins a commit of `by` (nobody, where the actor must not be known), at `at`.
    pub fn new(id: CommitId, at: Time, by: Option<ActorId>) -> Self {
        let (streams, slots) = (HashSet::new(), HashSet::new());
        Self { id, at, by, reads: Vec::new(), appends: Vec::new(), private: Vec::new(), streams, slots }
    }

    /// Adds what was staged on one stream, and what was consulted for it.
    ///
    /// # Errors
    /// [`StageError::Twice`] if the stream is in this commit already: decide both on one state.
    pub fn with<A: Aggregate>(mut self, staged: &Staged<A>) -> Result<Self, StageError> {
        let events = staged.events.iter().map(Encoded::of).collect::<Result<Vec<_>, _>>()?;
        let (stream, expected) = (staged.stream.clone(), staged.expected);
        self = if events.is_empty() {
            self.reading(stream, expected)
        } else {
            self.append(Append { stream, expected, events })?
        };
        self.reads.extend(staged.reads.iter().cloned());
        Ok(self)
    }

    /// Adds events that were encoded already, for stores' own tests and for callers who decide
    /// without [`Loaded`](crate::Loaded).
    ///
    /// # Errors
    /// [`StageError::Twice`] as in [`Commit::with`], [`StageError::NoEvents`] if there are none.
    pub fn append(mut self, append: Append) -> Result<Self, StageError> {
        if append.events.is_empty() {
            return Err(StageError::NoEvents(append.stream));
        }
        if !self.streams.insert(append.stream.clone()) {
            return Err(StageError::Twice(append.stream));
        }
        self.appends.push(append);
        Ok(self)
    }

    /// Adds a stream that must not have moved.
    pub fn reading(mut self, stream: StreamId, version: Version) -> Self {
        self.reads.push((stream, version));
        self
    }

    /// Adds personal data for a slot that the events carry.
    ///
    /// # Errors
    /// [`StageError::SlotTwice`] if the slot is filled in this commit already, or what serde says
    /// if the content has no JSON form.
    pub fn private<T: Serialize + ?Sized>(mut self, slot: Slot, content: &T) -> Result<Self, StageError> {
        let content = serde_json::to_string(content)?;
        if !self.slots.insert(slot.id()) {
            return Err(StageError::SlotTwice(slot));
        }
        self.private.push(Private { slot, content });
        Ok(self)
    }

    /// The id that makes a repeated commit recognisable.
    pub const fn id(&self) -> CommitId {
        self.id
    }

    /// When it happens.
    pub const fn at(&self) -> Time {
        self.at
    }

    /// Who acts.
    pub const fn by(&self) -> Option<ActorId> {
        self.by
    }

    /// The streams that must not have moved, beside those that grow.
    pub fn reads(&self) -> &[(StreamId, Version)] {
        &self.reads
    }

    /// What is added, stream by stream.
    pub fn appends(&self) -> &[Append] {
        &self.appends
    }

    /// The personal data that goes along.
    pub fn privates(&self) -> &[Private] {
        &self.private
    }

    /// Whether it would change anything.
    pub fn is_empty(&self) -> bool {
        self.appends.is_empty() && self.private.is_empty()
    }

    /// The digest by which a store knows a repeated commit from another one under the same id:
    /// SHA-256 over a version tag, the number of reads, appends and slots, and every part in order, each
    /// led by its length. Personal data enters by its slot
    /// only, so that nothing of it outlives an erasure; a store compares the content itself while
    /// it has it.
    pub fn fingerprint(&self) -> [u8; 32] {
        let mut digest = Sha256::new();
        let count = |things: usize| u64::try_from(things).unwrap_or(u64::MAX).to_be_bytes();
        let mut part = |bytes: &[u8]| {
            digest.update(count(bytes.len()));
            digest.update(bytes);
        };
        part(b"guildhall commit 1");
        for things in [self.reads.len(), self.appends.len(), self.private.len()] {
            part(&count(things));
        }
        part(&self.at.timestamp().to_be_bytes());
        part(&self.at.timestamp_subsec_nanos().to_be_bytes());
        part(self.by.as_ref().map_or(&[][..], |by| by.as_uuid().as_bytes()));
        let streams = self.reads.iter().map(|(stream, version)| (stream, version, &[][..]));
        let appends = self.appends.iter().map(|a| (&a.stream, &a.expected, &a.events[..]));
        for (stream, version, events) in streams.chain(appends) {
            part(stream.kind().as_bytes());
            part(stream.scope().as_bytes());
            part(stream.id().as_bytes());
            part(&version.get().to_be_bytes());
            part(&count(events.len()));
            for event in events {
                part(event.name().as_bytes());
                part(&event.version().to_be_bytes());
                part(event.json().get().as_bytes());
            }
        }
        for private in &self.private {
            part(private.slot.id().as_uuid().as_bytes());
            part(private.slot.class().as_str().as_bytes());
        }
        digest.finalize().into()
    }
}

/// Why something cannot go into a commit.
#[derive(Debug, thiserror::Error)]
pub enum StageError {
    /// One stream was staged twice.
    #[error("{0} was staged twice in one commit")]
    Twice(StreamId),
    /// One slot was filled twice.
    #[error("{0} was filled twice in one commit")]
    SlotTwice(Slot),
    /// Nothing was to be added to the stream.
    #[error("no event was given for {0}")]
    NoEvents(StreamId),
    /// An event or a private content has no JSON form.
    #[error("it has no JSON form: {0}")]
    Encode(#[from] serde_json::Error),
}
