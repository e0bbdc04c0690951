//! Commits: what goes in, what is refused, what tells two apart; and the loop that retries them.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::cell::Cell;
use std::num::NonZeroU32;

use guildhall_kernel::memory::Memory;
use guildhall_kernel::serde_json::value::RawValue;
use guildhall_kernel::strategies::*;
use guildhall_kernel::*;
use proptest::prelude::*;

fn stream(n: u128) -> StreamId {
    StreamId::new("group", Uuid::from_u128(1), Uuid::from_u128(n))
}
fn event(json: &str) -> Encoded {
    Encoded::new("opened", 1, RawValue::from_string(json.to_owned()).unwrap())
}
fn append(n: u128, expected: u64) -> Append {
    Append { stream: stream(n), expected: Version::new(expected), events: vec![event("{}")] }
}
fn commit(id: u128) -> Commit {
    Commit::new(Id::new(Uuid::from_u128(id)), Time::UNIX_EPOCH, None)
}
const THREE: NonZeroU32 = NonZeroU32::new(3).unwrap();

#[test]
fn the_same_stream_twice_is_refused() {
    let once = commit(1).append(append(1, 0)).unwrap();
    assert!(matches!(once.append(append(1, 1)), Err(StageError::Twice(s)) if s == stream(1)));
}

#[test]
fn the_same_slot_twice_is_refused() {
    let slot = Slot::new(Id::new(Uuid::from_u128(9)), RetentionClass::Contact);
    let once = commit(1).private(slot, "a").unwrap();
    assert!(matches!(once.private(slot, "b"), Err(StageError::SlotTwice(_))));
}

#[test]
fn an_append_without_events_is_refused() {
    let nothing = Append { events: vec![], ..append(1, 0) };
    assert!(matches!(commit(1).append(nothing), Err(StageError::NoEvents(_))));
}

#[test]
fn a_retry_finds_the_answer_that_was_lost() {
    let store = Memory::default();
    let lost = store.commit(&commit(1).append(append(1, 0)).unwrap()).unwrap();
    let found = attempt(&store, lost.commit, THREE, || Err::<Commit, _>("must not be asked")).unwrap();
    assert_eq!(found, Attempted::Before(lost));
}

#[test]
fn a_retry_decides_afresh_until_it_is_fast_enough() {
    let store = Memory::default();
    let rounds = Cell::new(0);
    let receipt = attempt(&store, Id::new(Uuid::from_u128(7)), THREE, || {
        let seen = rounds.replace(rounds.get() + 1);
        if seen < 2 {
            // Somebody else is faster, twice.
            let _ = store.commit(&commit(100 + u128::from(seen)).append(append(1, seen)).unwrap()).unwrap();
        }
        Ok::<_, StageError>(commit(7).append(append(1, seen)).unwrap())
    });
    assert_eq!(rounds.get(), 3);
    assert_eq!(receipt.unwrap().receipt().version(&stream(1)), Some(Version::new(3)));
}

#[test]
fn a_retry_gives_up_after_the_stated_number() {
    let store = Memory::default();
    let _ = store.commit(&commit(1).append(append(1, 0)).unwrap()).unwrap();
    let rounds = Cell::new(0);
    let error = attempt(&store, Id::new(Uuid::from_u128(7)), THREE, || {
        rounds.set(rounds.get() + 1);
        Ok::<_, StageError>(commit(7).append(append(1, 0)).unwrap())
    });
    assert_eq!(rounds.get(), 3);
    assert!(matches!(error, Err(AttemptError::Contended(last)) if last.stream == stream(1)));
}

#[test]
fn a_retry_takes_what_its_twin_has_stored_for_its_own() {
    // The twin stores between the question for the receipt and the decision, each time another way.
    let id = Id::new(Uuid::from_u128(7));
    let twin = |store: &Memory| store.commit(&commit(7).append(append(1, 0)).unwrap()).unwrap();
    let store = Memory::default();
    let refused = attempt(&store, id, THREE, || {
        let _ = twin(&store);
        Err::<Commit, _>("it has happened already")
    });
    assert!(matches!(refused, Ok(Attempted::Before(_))));
    let store = Memory::default();
    let other_content = attempt(&store, id, THREE, || {
        let _ = twin(&store);
        commit(7).append(append(2, 0))
    });
    assert!(matches!(other_content, Ok(Attempted::Before(_))));
}

#[test]
fn a_retry_tells_misuse_from_refusal() {
    let store = Memory::default();
    let _ = store.commit(&commit(1).append(append(1, 0)).unwrap()).unwrap();
    let other = attempt(&store, Id::new(Uuid::from_u128(2)), THREE, || Ok::<_, StageError>(commit(3)));
    assert!(matches!(other, Err(AttemptError::OtherId { .. })));
    let slot = Slot::new(Id::new(Uuid::from_u128(9)), RetentionClass::Contact);
    let _ = store.commit(&commit(4).append(append(2, 0)).unwrap().private(slot, "a").unwrap()).unwrap();
    let taken = attempt(&store, Id::new(Uuid::from_u128(5)), THREE, || {
        commit(5).append(append(3, 0)).unwrap().private(slot, "a")
    });
    assert!(matches!(taken, Err(AttemptError::Misuse(CommitError::SlotTaken(_)))));
}

proptest! {
    /// Whatever differs between two commits, their fingerprints differ.
    #[test]
    fn a_fingerprint_tells_commits_apart(
        streams in prop::collection::btree_set(stream_id(), 1..4),
        payload in "[a-z]{0,6}",
        change in 0usize..6,
        slot in slot(),
        at in time(),
    ) {
        let build = |at: Time, by: Option<ActorId>, payload: &str, expected: u64, slot: Option<Slot>, read: bool| {
            let mut commit = Commit::new(Id::new(Uuid::nil()), at, by);
            for stream in &streams {
                let events = vec![event(&serde_json::json!(payload).to_string())];
                commit = commit.append(Append { stream: stream.clone(), expected: Version::new(expected), events }).unwrap();
            }
            if read {
                commit = commit.reading(StreamId::new("x", Uuid::nil(), Uuid::nil()), Version::ZERO);
            }
            match slot { Some(slot) => commit.private(slot, "content").unwrap(), None => commit }
        };
        let one = build(at, None, &payload, 1, None, false).fingerprint();
        prop_assert_eq!(one, build(at, None, &payload, 1, None, false).fingerprint());
        let other = match change {
            0 => build(at + chrono::Duration::nanoseconds(1), None, &payload, 1, None, false),
            1 => build(at, Some(Id::new(Uuid::nil())), &payload, 1, None, false),
            2 => build(at, None, &format!("{payload}x"), 1, None, false),
            3 => build(at, None, &payload, 2, None, false),
            4 => build(at, None, &payload, 1, Some(slot), false),
            _ => build(at, None, &payload, 1, None, true),
        };
        prop_assert_ne!(one, other.fingerprint());
    }
}
