//! How the cases are written down: requests with the kind of answer stated by hand, the details
//! filled in by the reference.

use guildhall_kernel::{Commit, Erasure, Position, SlotId, StreamId, Uuid, Version};

use super::model::Model;
use super::step::{Case, Expected, Refusal, Request, Step};

/// More events than any case has.
pub(crate) const ALL: usize = 10_000;

/// A case being written.
pub(crate) struct Script {
    case: Case,
    model: Model,
}

impl Script {
    pub(crate) fn new(name: &'static str) -> Self {
        Self { case: Case { name, steps: Vec::new() }, model: Model::default() }
    }

    /// Asks anything whose answer leaves no choice.
    pub(crate) fn ask(&mut self, request: Request) {
        let expected = self.model.answer(&request);
        self.case.steps.push(Step { request, expected });
    }

    /// A commit that is stored, or was already.
    pub(crate) fn stores(&mut self, commit: &Commit) {
        self.commits(commit, |expected| matches!(expected, Expected::Stored(_)));
    }

    /// A commit that is refused because any of exactly these streams moved.
    pub(crate) fn conflicts(&mut self, commit: &Commit, moved: &[&StreamId]) {
        self.commits(commit, |expected| match expected {
            Expected::Refused(refusals) => {
                refusals.len() == moved.len()
                    && refusals
                        .iter()
                        .all(|refusal| matches!(refusal, Refusal::Conflict(c) if moved.contains(&&c.stream)))
            }
            _ => false,
        });
    }

    /// A commit whose id belongs to another one.
    pub(crate) fn reuses_id(&mut self, commit: &Commit) {
        self.refuses(commit, &Refusal::IdReused(commit.id()));
    }

    /// A commit that fills a slot which is filled already.
    pub(crate) fn takes_slot(&mut self, commit: &Commit, slot: SlotId) {
        self.refuses(commit, &Refusal::SlotTaken(slot));
    }

    fn refuses(&mut self, commit: &Commit, with: &Refusal) {
        self.commits(commit, |expected| *expected == Expected::Refused(vec![with.clone()]));
    }

    /// What is stated by hand must be what the reference says; else nothing is the right answer.
    fn commits(&mut self, commit: &Commit, stated: impl Fn(&Expected) -> bool) {
        let request = Request::Commit(commit.clone());
        let found = self.model.answer(&request);
        let expected = if stated(&found) { found } else { Expected::Refused(Vec::new()) };
        self.case.steps.push(Step { request, expected });
    }

    pub(crate) fn load(&mut self, stream: &StreamId, after: u64, limit: usize) {
        self.ask(Request::Load { stream: stream.clone(), after: Version::new(after), limit });
    }

    pub(crate) fn feed(&mut self, scope: Option<Uuid>, after: u64, limit: usize) {
        self.ask(Request::Feed { scope, after: Position::new(after), limit });
    }

    pub(crate) fn erase(&mut self, slot: SlotId, erasure: &Erasure) {
        self.ask(Request::Erase(slot, erasure.clone()));
    }

    /// Asks for everything that is stored: feed, streams, receipts and slots.
    pub(crate) fn look_at_everything(&mut self) {
        self.feed(None, 0, ALL);
        let mut streams: Vec<_> = self.model.log().iter().map(|recorded| recorded.stream.clone()).collect();
        streams.sort();
        streams.dedup();
        for stream in streams {
            self.load(&stream, 0, ALL);
        }
        let ids: Vec<_> = self.model.commits().iter().map(|(commit, _)| commit.id()).collect();
        ids.into_iter().for_each(|id| self.ask(Request::Receipt(id)));
        let slots: Vec<_> = self.model.slots().collect();
        slots.into_iter().for_each(|slot| self.ask(Request::Reveal(slot)));
    }

    pub(crate) fn end(self) -> Case {
        self.case
    }
}
