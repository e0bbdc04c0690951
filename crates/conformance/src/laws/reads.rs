//! The law of consulted streams: each of them, moved, causes a conflict (C8).

use std::collections::BTreeSet;

use guildhall_kernel::serde_json::value::RawValue;
use guildhall_kernel::{
    Append, Commit, CommitError, Conflict, Encoded, Id, Store, StreamId, Time, Uuid, Version,
};

use super::Broken;

/// C8: a decision's commit names every consulted stream, and each of them, moved by one event
/// after the decision, makes the store refuse the commit with a conflict about that stream.
///
/// `fresh` builds a store with the history the decision is taken on, equal each time. `decide` loads
/// what it needs from it, decides and builds the commit. `consulted` lists by hand every stream that
/// the rule depends on, so that a forgotten read is seen; streams the commit appends to are watched
/// anyway and may be left out.
///
/// # Errors
/// [`Broken`], naming the stream that was forgotten, was read for nothing, or moved unnoticed.
pub fn every_read_conflicts<S: Store>(
    fresh: impl Fn() -> S,
    decide: impl Fn(&S) -> Commit,
    consulted: &[StreamId],
) -> Result<(), Broken> {
    let broken = |reason: String| Broken::new("C8", reason);
    let store = fresh();
    let commit = decide(&store);
    let appended: BTreeSet<&StreamId> = commit.appends().iter().map(|append| &append.stream).collect();
    let reads: BTreeSet<&StreamId> = commit.reads().iter().map(|(stream, _)| stream).collect();
    let listed: BTreeSet<&StreamId> = consulted.iter().collect();
    if let Some(stream) = listed.iter().find(|stream| !reads.contains(*stream) && !appended.contains(*stream))
    {
        return Err(broken(format!("{stream} was consulted and is not among the commit's reads")));
    }
    if let Some(stream) = reads.iter().find(|stream| !listed.contains(*stream) && !appended.contains(*stream))
    {
        return Err(broken(format!("{stream} is among the commit's reads and was not consulted")));
    }
    store.commit(&commit).map_err(|error| broken(format!("unmoved, the commit is refused: {error}")))?;

    for stream in reads.union(&appended) {
        let store = fresh();
        let commit = decide(&store);
        let before = version(&store, stream).map_err(broken)?;
        store
            .commit(&mover(stream, before).map_err(broken)?)
            .map_err(|error| broken(format!("{stream} cannot be moved: {error}")))?;
        match store.commit(&commit) {
            Err(CommitError::Conflict(Conflict { stream: named, actual, .. }))
                if named == **stream && actual == before.plus(1) => {}
            Err(error) => {
                return Err(broken(format!("{stream} moved from {before}, and the store says: {error}")));
            }
            Ok(_) => return Err(broken(format!("{stream} moved, and the commit is stored all the same"))),
        }
    }
    Ok(())
}

/// A commit that moves a stream by one event, about which nobody knows anything.
fn mover(stream: &StreamId, expected: Version) -> Result<Commit, String> {
    let json = RawValue::from_string("null".to_owned()).map_err(|error| error.to_string())?;
    let append =
        Append { stream: stream.clone(), expected, events: vec![Encoded::new("moved_by_somebody", 1, json)] };
    let id = Id::derived(Uuid::from_u128(0xC8), stream.to_string().as_bytes());
    Commit::new(id, Time::UNIX_EPOCH, None).append(append).map_err(|error| error.to_string())
}

fn version(store: &impl Store, stream: &StreamId) -> Result<Version, String> {
    let mut version = Version::ZERO;
    loop {
        let page = store.load(stream, version, 1_000).map_err(|error| error.to_string())?;
        match page.last() {
            Some(recorded) => version = recorded.version,
            None => return Ok(version),
        }
    }
}
