//! A store in memory, for tests, examples and trying out. Keeps C7 but for crashes, and C9.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use uuid::Uuid;

use crate::{
    Commit, CommitError, CommitId, Confidential, Conflict, Erasure, Position, Receipt, Recorded, Revealed,
    SlotId, Store, StoreError, StreamId, Vault, Version,
};

/// A [`Store`] and [`Vault`] that forgets everything when it is dropped.
#[derive(Debug, Default)]
pub struct Memory(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    log: Vec<Recorded>,
    /// The indexes in the log of each stream's and each scope's events.
    streams: HashMap<StreamId, Vec<usize>>,
    scopes: HashMap<Uuid, Vec<usize>>,
    /// Each commit's receipt, and the fingerprint by which it is known again.
    commits: HashMap<CommitId, (Receipt, [u8; 32])>,
    slots: HashMap<SlotId, Revealed>,
}

impl Memory {
    fn kept(&self) -> MutexGuard<'_, Kept> {
        // Nothing below panics between two changes that belong together.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn version(&self, stream: &StreamId) -> Version {
        Version::new(count(self.streams.get(stream).map_or(0, Vec::len)))
    }

    fn page(&self, indexes: Option<&Vec<usize>>, from: usize, limit: usize) -> Vec<Recorded> {
        let indexes = indexes.map(Vec::as_slice).unwrap_or_default();
        let page = indexes.get(from..).unwrap_or_default().iter().take(limit);
        page.filter_map(|index| self.log.get(*index)).cloned().collect()
    }

    fn repeats(&self, commit: &Commit, known: &[u8; 32]) -> bool {
        *known == commit.fingerprint()
            && commit.privates().iter().all(|private| match self.slots.get(&private.slot().id()) {
                Some(Revealed::Content(content)) => content.expose() == private.content(),
                // The fingerprint names the slot, so it was this commit that filled it.
                Some(Revealed::Erased(_)) => true,
                Some(Revealed::Unknown) | None => false,
            })
    }
}

impl Store for Memory {
    fn load(&self, stream: &StreamId, after: Version, limit: usize) -> Result<Vec<Recorded>, StoreError> {
        let kept = self.kept();
        let from = usize::try_from(after.get()).unwrap_or(usize::MAX);
        Ok(kept.page(kept.streams.get(stream), from, limit))
    }

    fn feed(&self, scope: Option<Uuid>, after: Position, limit: usize) -> Result<Vec<Recorded>, StoreError> {
        let kept = self.kept();
        let seen = usize::try_from(after.get()).unwrap_or(usize::MAX);
        Ok(match scope {
            None => kept.log.get(seen..).unwrap_or_default().iter().take(limit).cloned().collect(),
            Some(scope) => {
                let indexes = kept.scopes.get(&scope);
                let from = indexes.map_or(0, |indexes| indexes.partition_point(|index| *index < seen));
                kept.page(indexes, from, limit)
            }
        })
    }

    fn commit(&self, commit: &Commit) -> Result<Receipt, CommitError> {
        let mut kept = self.kept();
        if let Some((receipt, known)) = kept.commits.get(&commit.id()) {
            let same = kept.repeats(commit, known);
            return if same { Ok(receipt.clone()) } else { Err(CommitError::IdReused(commit.id())) };
        }
        let appends = commit.appends().iter().map(|append| (&append.stream, append.expected));
        let reads = commit.reads().iter().map(|(stream, version)| (stream, *version));
        for (stream, expected) in reads.chain(appends) {
            let actual = kept.version(stream);
            if actual != expected {
                return Err(Conflict { stream: stream.clone(), expected, actual }.into());
            }
        }
        if let Some(taken) = commit.privates().iter().find(|p| kept.slots.contains_key(&p.slot().id())) {
            return Err(CommitError::SlotTaken(taken.slot().id()));
        }

        let mut versions = Vec::with_capacity(commit.appends().len());
        for append in commit.appends() {
            let mut version = append.expected;
            for event in &append.events {
                version = version.plus(1);
                let index = kept.log.len();
                kept.log.push(Recorded {
                    position: Position::new(count(index)).plus(1),
                    stream: append.stream.clone(),
                    version,
                    commit: commit.id(),
                    at: commit.at(),
                    by: commit.by(),
                    event: event.clone(),
                });
                kept.streams.entry(append.stream.clone()).or_default().push(index);
                kept.scopes.entry(append.stream.scope()).or_default().push(index);
            }
            versions.push((append.stream.clone(), version));
        }
        versions.sort();
        for private in commit.privates() {
            let content = Revealed::Content(Confidential::new(private.content().to_owned()));
            kept.slots.insert(private.slot().id(), content);
        }
        let position = Position::new(count(kept.log.len()));
        let receipt = Receipt { commit: commit.id(), position, versions };
        kept.commits.insert(commit.id(), (receipt.clone(), commit.fingerprint()));
        Ok(receipt)
    }

    fn receipt(&self, commit: CommitId) -> Result<Option<Receipt>, StoreError> {
        Ok(self.kept().commits.get(&commit).map(|(receipt, _)| receipt.clone()))
    }
}

impl Vault for Memory {
    fn reveal(&self, slot: SlotId) -> Result<Revealed, StoreError> {
        Ok(self.kept().slots.get(&slot).cloned().unwrap_or(Revealed::Unknown))
    }

    fn erase(&self, slot: SlotId, erasure: &Erasure) -> Result<Revealed, StoreError> {
        let mut kept = self.kept();
        Ok(match kept.slots.get_mut(&slot) {
            None => Revealed::Unknown,
            Some(content) => {
                if matches!(content, Revealed::Content(_)) {
                    *content = Revealed::Erased(erasure.clone());
                }
                content.clone()
            }
        })
    }
}

/// A number of things in memory as a counter: no machine holds more than a `u64` counts.
fn count(things: usize) -> u64 {
    u64::try_from(things).unwrap_or(u64::MAX)
}
