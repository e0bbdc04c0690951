//! Laws of an aggregate's history: `apply` is total (C1), and replay equals the state that was kept
//! along the way (C3).

use std::any::Any;
use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};

use guildhall_kernel::memory::Memory;
use guildhall_kernel::{Aggregate, Commit, Event, Id, Loaded, Store, Time, Uuid};

use super::Broken;

/// C1: `apply` takes any sequence of events without a panic.
///
/// Feed it arbitrary sequences, above all those that `decide` would never give.
///
/// # Errors
/// [`Broken`], naming the event at which `apply` panicked.
pub fn total<A: Aggregate>(id: Uuid, events: &[A::Event]) -> Result<(), Broken> {
    let mut state = catch_unwind(|| A::empty(id))
        .map_err(|panic| Broken::new("C1", format!("`empty` panicked: {}", said(panic.as_ref()))))?;
    for (index, event) in events.iter().enumerate() {
        catch_unwind(AssertUnwindSafe(|| state.apply(event))).map_err(|panic| {
            let (nth, name) = (index.saturating_add(1), event.name().name);
            Broken::new("C1", format!("`apply` of event {nth}, `{name}`, panicked: {}", said(panic.as_ref())))
        })?;
    }
    Ok(())
}

/// C3: a state kept along the way (decided, committed, applied by receipt) equals the state
/// replayed from the store, and the plain fold of the events over `empty`, after every batch.
///
/// Each batch is one commit; an empty one stages nothing.
///
/// # Errors
/// [`Broken`], naming the batch after which the states differ and both states.
pub fn replay<A>(scope: Uuid, id: Uuid, batches: Vec<Vec<A::Event>>) -> Result<(), Broken>
where
    A: Aggregate + PartialEq + Debug,
{
    let broken = |nth: usize, reason: String| Broken::new("C3", format!("after batch {nth}: {reason}"));
    let store = Memory::default();
    let mut kept = Loaded::<A>::new(scope, id);
    let mut naive = A::empty(id);
    for (index, events) in batches.into_iter().enumerate() {
        let nth = index.saturating_add(1);
        events.iter().for_each(|event| naive.apply(event));
        let staged = kept.stage(events, &());
        let commit = Commit::new(Id::derived(id, &nth.to_be_bytes()), Time::UNIX_EPOCH, None);
        let commit = commit.with(&staged).map_err(|error| broken(nth, error.to_string()))?;
        let receipt = store.commit(&commit).map_err(|error| broken(nth, error.to_string()))?;
        kept.apply(&staged, &receipt).map_err(|error| broken(nth, error.to_string()))?;

        let replayed =
            Loaded::<A>::read(&store, scope, id).map_err(|error| broken(nth, error.to_string()))?;
        if kept.version() != replayed.version() {
            let (kept, replayed) = (kept.version(), replayed.version());
            return Err(broken(nth, format!("kept at version {kept}, replayed to {replayed}")));
        }
        for (how, state) in [("replayed", replayed.state()), ("folded", &naive)] {
            if kept.state() != state {
                return Err(broken(nth, format!("kept {:?}, {how} {state:?}", kept.state())));
            }
        }
    }
    Ok(())
}

/// What a panic said.
fn said(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("without words")
}
