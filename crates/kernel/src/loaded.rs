//! An aggregate in memory, at a known version of its stream: decides, and applies only what a
//! receipt proves (so memory is never ahead of the store).

use std::ops::Deref;

use uuid::Uuid;

use crate::{Aggregate, Consulted, LoadError, Receipt, Recorded, Store, StreamId, Time, Version};

/// How many events are asked of the store at a time.
const PAGE: usize = 1_000;

/// An aggregate as its stream stood at one version; reads like the aggregate itself.
#[derive(Clone, Debug)]
pub struct Loaded<A> {
    state: A,
    stream: StreamId,
    version: Version,
}

impl<A: Aggregate> Loaded<A> {
    /// The aggregate before anything happened to it.
    pub fn new(scope: Uuid, id: Uuid) -> Self {
        Self::resume(StreamId::new(A::KIND, scope, id), Version::ZERO, A::empty(id))
    }

    /// Takes up a state that the caller kept, in a table of its own or as a snapshot, together with
    /// the version it had.
    pub const fn resume(stream: StreamId, version: Version, state: A) -> Self {
        Self { state, stream, version }
    }

    /// Loads the aggregate from its events.
    ///
    /// # Errors
    /// [`LoadError`] if the store fails, an event is not known, or the stream has a hole.
    pub fn read<S: Store + ?Sized>(store: &S, scope: Uuid, id: Uuid) -> Result<Self, LoadError> {
        let mut loaded = Self::new(scope, id);
        loaded.refresh(store)?;
        Ok(loaded)
    }

    /// Applies what the stream has gained since.
    ///
    /// # Errors
    /// As [`Loaded::read`]; what came before the fault has been applied.
    pub fn refresh<S: Store + ?Sized>(&mut self, store: &S) -> Result<(), LoadError> {
        loop {
            let page = store.load(&self.stream, self.version, PAGE)?;
            for recorded in &page {
                self.advance(recorded)?;
            }
            if page.len() < PAGE {
                return Ok(());
            }
        }
    }

    /// Applies the next recorded event of this stream, for callers who read them their own way.
    ///
    /// # Errors
    /// [`LoadError::Stranger`] or [`LoadError::OutOfOrder`] for any but the next event of this stream,
    /// [`LoadError::Decode`] for one that is not known; the state is as before.
    pub fn advance(&mut self, recorded: &Recorded) -> Result<(), LoadError> {
        let expected = self.version.plus(1);
        if recorded.stream != self.stream {
            return Err(LoadError::Stranger { stream: self.stream.clone(), found: recorded.stream.clone() });
        }
        if recorded.version != expected {
            let (stream, found) = (self.stream.clone(), recorded.version);
            return Err(LoadError::OutOfOrder { stream, expected, found });
        }
        self.state.apply(&recorded.event.decode()?);
        self.version = recorded.version;
        Ok(())
    }

    /// Decides on a command and stages what follows from it.
    ///
    /// # Errors
    /// The aggregate's own refusal.
    pub fn decide(
        &self,
        command: &A::Command,
        facts: &A::Facts<'_>,
        now: Time,
    ) -> Result<Staged<A>, A::Refusal> {
        Ok(self.stage(self.state.decide(command, facts, now)?, facts))
    }

    /// Stages events that an operation over several streams has decided, with what it consulted.
    pub fn stage(&self, events: Vec<A::Event>, consulted: &dyn Consulted) -> Staged<A> {
        let mut reads = Vec::new();
        consulted.reads(&mut reads);
        Staged { stream: self.stream.clone(), expected: self.version, reads, events }
    }

    /// Applies staged events that a receipt proves to be stored.
    ///
    /// # Errors
    /// [`Unproven`] if the receipt does not say that this stream reached the version these events lead
    /// to, or the state is another one: load it again.
    pub fn apply(&mut self, staged: &Staged<A>, receipt: &Receipt) -> Result<(), Unproven> {
        let stored = staged.events.is_empty() || receipt.version(&staged.stream) == Some(staged.reached());
        if !stored || staged.stream != self.stream || staged.expected != self.version {
            return Err(Unproven(staged.stream.clone()));
        }
        for event in &staged.events {
            self.state.apply(event);
        }
        self.version = staged.reached();
        Ok(())
    }
}

impl<A> Loaded<A> {
    /// The stream it was loaded from.
    pub const fn stream(&self) -> &StreamId {
        &self.stream
    }

    /// The version of the stream that the state shows.
    pub const fn version(&self) -> Version {
        self.version
    }

    /// The state, for callers who keep it in a table of their own.
    pub const fn state(&self) -> &A {
        &self.state
    }
}

impl<A> Deref for Loaded<A> {
    type Target = A;

    fn deref(&self) -> &A {
        &self.state
    }
}

impl<A> Consulted for Loaded<A> {
    fn reads(&self, out: &mut Vec<(StreamId, Version)>) {
        out.push((self.stream.clone(), self.version));
    }
}

/// Events that were decided on one stream and are not stored yet.
#[derive(Debug)]
#[must_use = "what is staged happens only once it is committed"]
pub struct Staged<A: Aggregate> {
    pub(crate) stream: StreamId,
    pub(crate) expected: Version,
    pub(crate) reads: Vec<(StreamId, Version)>,
    pub(crate) events: Vec<A::Event>,
}

impl<A: Aggregate> Staged<A> {
    /// What was decided; nothing, if what was asked is so already.
    pub fn events(&self) -> &[A::Event] {
        &self.events
    }

    /// The version the stream has once this is committed.
    pub fn reached(&self) -> Version {
        self.expected.plus(u64::try_from(self.events.len()).unwrap_or(u64::MAX))
    }
}

/// The receipt does not prove the events that were to be applied.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the receipt does not prove what was staged on {0}")]
pub struct Unproven(pub StreamId);
