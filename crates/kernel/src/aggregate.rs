//! The contract that every context keeps: decide purely, apply totally, name what was consulted.

use std::error::Error;

use uuid::Uuid;

use crate::{Event, StreamId, Time, Version};

/// Everything a decision looked at, so that the store can refuse the commit if any of it moved.
///
/// A trait because each operation consults other streams. Implemented by [`Loaded`](crate::Loaded)
/// and by the facts of each context, which pass on every stream they hold.
pub trait Consulted {
    /// Adds each consulted stream at the version that was read.
    fn reads(&self, out: &mut Vec<(StreamId, Version)>);
}

impl Consulted for () {
    fn reads(&self, _: &mut Vec<(StreamId, Version)>) {}
}
impl<T: Consulted + ?Sized> Consulted for &T {
    fn reads(&self, out: &mut Vec<(StreamId, Version)>) {
        (**self).reads(out);
    }
}
impl<T: Consulted> Consulted for Option<T> {
    fn reads(&self, out: &mut Vec<(StreamId, Version)>) {
        self.iter().for_each(|consulted| consulted.reads(out));
    }
}
impl<T: Consulted> Consulted for [T] {
    fn reads(&self, out: &mut Vec<(StreamId, Version)>) {
        self.iter().for_each(|consulted| consulted.reads(out));
    }
}
impl<T: Consulted> Consulted for Vec<T> {
    fn reads(&self, out: &mut Vec<(StreamId, Version)>) {
        self.as_slice().reads(out);
    }
}
impl<A: Consulted, B: Consulted> Consulted for (A, B) {
    fn reads(&self, out: &mut Vec<(StreamId, Version)>) {
        self.0.reads(out);
        self.1.reads(out);
    }
}

/// One thing with a history of its own, deciding for itself: a recruitment, an application, a register.
///
/// A trait so that [`Loaded`](crate::Loaded) can load, stage and apply any of them, and so that a
/// caller can dispatch commands that arrive as JSON. To ensure correctness:
/// - `decide` is pure: equal state, command, facts and time give equal events or an equal refusal;
/// - `apply` is total: it takes any sequence of events without a panic and without refusing, and
///   passes over those that make no sense (C1);
/// - events that `decide` gave, applied, leave a valid state (C2);
/// - the state is nothing but its events, applied in order to `empty` (C3);
/// - `Facts` names every stream that was consulted (C8).
///
/// The rules themselves stand in inherent methods, one for each operation; `decide` dispatches.
pub trait Aggregate: Sized {
    /// The kind of stream it lives in, such as `application`. It never changes.
    const KIND: &'static str;
    /// What it can be asked to do.
    type Command;
    /// What can happen to it.
    type Event: Event;
    /// What it must know of others to decide.
    type Facts<'a>: Consulted;
    /// How it says no.
    type Refusal: Error;

    /// The state before anything happened.
    fn empty(id: Uuid) -> Self;

    /// Decides what follows from a command: events, or a refusal with its reason. No event at all
    /// means that what was asked is so already.
    ///
    /// # Errors
    /// The context's refusal, which says what would have to be otherwise.
    fn decide(
        &self,
        command: &Self::Command,
        facts: &Self::Facts<'_>,
        now: Time,
    ) -> Result<Vec<Self::Event>, Self::Refusal>;

    /// Takes note of what happened.
    fn apply(&mut self, event: &Self::Event);
}
