//! The naive reference: a store that is a few lists, scanned from the front each time. Slow, and
//! obviously right (C7, C9).

use guildhall_kernel::{
    Commit, Confidential, Conflict, Erasure, Position, Receipt, Recorded, Revealed, SlotId, StreamId, Uuid,
    Version,
};

use super::step::{Expected, Refusal, Request};

/// What a store has to answer, found out the slow way.
#[derive(Clone, Debug, Default)]
pub struct Model {
    log: Vec<Recorded>,
    commits: Vec<(Commit, Receipt)>,
    slots: Vec<(SlotId, Revealed)>,
}

impl Model {
    /// The expected answer to a request, which from now on has happened.
    pub fn answer(&mut self, request: &Request) -> Expected {
        match request {
            Request::Commit(commit) => self.commit(commit),
            Request::Load { stream, after, limit } => {
                let of = |e: &&Recorded| e.stream == *stream && e.version > *after;
                Expected::Events(self.log.iter().filter(of).take(*limit).cloned().collect())
            }
            Request::Feed { scope, after, limit } => Expected::Events(self.feed(*scope, *after, *limit)),
            Request::Receipt(id) => {
                let stored = self.commits.iter().find(|(commit, _)| commit.id() == *id);
                Expected::Receipt(stored.map(|(_, receipt)| receipt.clone()))
            }
            Request::Reveal(slot) => Expected::Slot(self.reveal(*slot)),
            Request::Erase(slot, erasure) => self.erase(*slot, erasure),
            Request::Reopen => Expected::Reopened,
            Request::Copies(text) => Expected::Copies(self.slots.iter().any(
                |(_, held)| matches!(held, Revealed::Content(content) if content.expose().contains(text)),
            )),
        }
    }

    /// How many events a stream holds.
    pub fn version(&self, stream: &StreamId) -> Version {
        let last = self.log.iter().rfind(|recorded| recorded.stream == *stream);
        last.map_or(Version::ZERO, |recorded| recorded.version)
    }

    /// Every event.
    pub fn log(&self) -> &[Recorded] {
        &self.log
    }

    /// Every slot that was ever filled.
    pub fn slots(&self) -> impl Iterator<Item = SlotId> + '_ {
        self.slots.iter().map(|(slot, _)| *slot)
    }

    /// Every stored commit with its receipt.
    pub fn commits(&self) -> &[(Commit, Receipt)] {
        &self.commits
    }

    fn end(&self) -> Position {
        self.log.last().map_or(Position::ZERO, |recorded| recorded.position)
    }

    fn feed(&self, scope: Option<Uuid>, after: Position, limit: usize) -> Vec<Recorded> {
        let of = |e: &&Recorded| scope.is_none_or(|s| e.stream.scope() == s) && e.position > after;
        self.log.iter().filter(of).take(limit).cloned().collect()
    }

    fn reveal(&self, slot: SlotId) -> Revealed {
        let held = self.slots.iter().find(|(id, _)| *id == slot);
        held.map_or(Revealed::Unknown, |(_, revealed)| revealed.clone())
    }

    fn commit(&mut self, commit: &Commit) -> Expected {
        if let Some((stored, receipt)) = self.commits.iter().find(|(stored, _)| stored.id() == commit.id()) {
            return if self.repeats(stored, commit) {
                Expected::Stored(receipt.clone())
            } else {
                Expected::Refused(vec![Refusal::IdReused(commit.id())])
            };
        }
        let mut refusals = Vec::new();
        let appends = commit.appends().iter().map(|append| (append.stream.clone(), append.expected));
        for (stream, expected) in commit.reads().iter().cloned().chain(appends) {
            let actual = self.version(&stream);
            if actual != expected {
                refusals.push(Refusal::Conflict(Conflict { stream, expected, actual }));
            }
        }
        let filled = commit.privates().iter().map(|private| private.slot().id());
        refusals
            .extend(filled.filter(|slot| self.reveal(*slot) != Revealed::Unknown).map(Refusal::SlotTaken));
        if !refusals.is_empty() {
            return Expected::Refused(refusals);
        }
        for append in commit.appends() {
            for event in &append.events {
                self.log.push(Recorded {
                    position: self.end().plus(1),
                    stream: append.stream.clone(),
                    version: self.version(&append.stream).plus(1),
                    commit: commit.id(),
                    at: commit.at(),
                    by: commit.by(),
                    event: event.clone(),
                });
            }
        }
        for private in commit.privates() {
            let content = Revealed::Content(Confidential::new(private.content().to_owned()));
            self.slots.push((private.slot().id(), content));
        }
        let grown = commit.appends().iter().map(|append| &append.stream);
        let mut versions: Vec<_> = grown.map(|stream| (stream.clone(), self.version(stream))).collect();
        versions.sort();
        let receipt = Receipt { commit: commit.id(), position: self.end(), versions };
        self.commits.push((commit.clone(), receipt.clone()));
        Expected::Stored(receipt)
    }

    /// Whether it is the same commit; what was erased cannot be compared any more.
    fn repeats(&self, stored: &Commit, commit: &Commit) -> bool {
        let head = |commit: &Commit| (commit.at(), commit.by());
        head(stored) == head(commit)
            && stored.reads() == commit.reads()
            && stored.appends() == commit.appends()
            && stored.privates().len() == commit.privates().len()
            && stored.privates().iter().zip(commit.privates()).all(|(old, new)| {
                let erased = matches!(self.reveal(old.slot().id()), Revealed::Erased(_));
                old.slot() == new.slot() && (erased || old.content() == new.content())
            })
    }

    fn erase(&mut self, slot: SlotId, erasure: &Erasure) -> Expected {
        for (id, held) in &mut self.slots {
            if *id == slot && matches!(held, Revealed::Content(_)) {
                *held = Revealed::Erased(erasure.clone());
            }
        }
        Expected::Slot(self.reveal(slot))
    }
}
