//! The blocking harness: walks a case through a store.

use super::builder::{StoreBuilder, fresh};
use super::{Answer, Case, Failure, Request};
use guildhall_kernel::{Store, Vault};

/// Runs one case on a fresh store.
pub(crate) fn case<B: StoreBuilder>(builder: &B, case: &Case) -> Result<(), Failure> {
    let mut subject = Subject::new(builder, case.name())?;
    for (nth, step) in case.steps().iter().enumerate() {
        case.examine(nth, &subject.answer(step.request()))?;
    }
    Ok(())
}

/// A store under examination, with the place it lives in. The store goes first when dropped.
pub(crate) struct Subject<'a, B: StoreBuilder> {
    builder: &'a B,
    /// Absent only after it could not be reopened.
    store: Option<B::Store>,
    site: B::Site,
}

impl<'a, B: StoreBuilder> Subject<'a, B> {
    pub(crate) fn new(builder: &'a B, case: &'static str) -> Result<Self, Failure> {
        let (store, site) = fresh(builder, case)?;
        Ok(Self { builder, store: Some(store), site })
    }

    pub(crate) fn answer(&mut self, request: &Request) -> Answer {
        if let Request::Reopen = request {
            return Answer::Reopened(self.reopen());
        }
        let Some(store) = &self.store else {
            return Answer::Reopened(Err("the store is closed".into()));
        };
        match request {
            Request::Commit(commit) => Answer::Commit(store.commit(commit)),
            Request::Load { stream, after, limit } => Answer::Events(store.load(stream, *after, *limit)),
            Request::Feed { scope, after, limit } => Answer::Events(store.feed(*scope, *after, *limit)),
            Request::Receipt(id) => Answer::Receipt(store.receipt(*id)),
            Request::Reveal(slot) => Answer::Slot(store.reveal(*slot)),
            Request::Erase(slot, erasure) => Answer::Slot(store.erase(*slot, erasure)),
            Request::Copies(content) => Answer::Copies(self.builder.copies(&self.site, content.as_bytes())),
            Request::Reopen => Answer::Reopened(Ok(())),
        }
    }

    fn reopen(&mut self) -> Result<(), super::BuildError> {
        let store = self.store.take().ok_or("the store is closed")?;
        self.store = Some(self.builder.reopen(store, &self.site)?);
        Ok(())
    }
}
