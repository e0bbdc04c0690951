//! What the suite writes into stores: streams, events and commits, all of them made up.

use guildhall_kernel::serde_json::value::to_raw_value;
use guildhall_kernel::{
    ActorId, Append, Commit, CommitId, Encoded, Erasure, Id, RetentionClass, Slot, SlotId, StageError,
    StreamId, Time, Uuid, Version,
};

/// The scope most streams of the suite live in.
pub(crate) const SCOPE: Uuid = Uuid::from_u128(0x5C09E);

pub(crate) fn stream(number: u128) -> StreamId {
    StreamId::new("group", SCOPE, Uuid::from_u128(number))
}

pub(crate) fn stream_in(scope: u128, number: u128) -> StreamId {
    StreamId::new("group", Uuid::from_u128(scope), Uuid::from_u128(number))
}

pub(crate) fn commit_id(number: u128) -> CommitId {
    Id::derived(SCOPE, &number.to_be_bytes())
}

/// A commit of somebody, at a time with nanoseconds in it.
pub(crate) fn commit(number: u128) -> Commit {
    let by = ActorId::new(Uuid::from_u128(0xAC7));
    Commit::new(commit_id(number), time(1_560_412_800, 123_456_789), Some(by))
}

pub(crate) fn time(seconds: i64, nanos: u32) -> Time {
    Time::from_timestamp(seconds, nanos).unwrap_or_default()
}

pub(crate) fn event(text: &str) -> Result<Encoded, StageError> {
    Ok(Encoded::new("noted", 1, to_raw_value(text)?))
}

/// `texts` as events on top of version `expected` of a stream.
pub(crate) fn append(stream: &StreamId, expected: u64, texts: &[&str]) -> Result<Append, StageError> {
    let events = texts.iter().map(|text| event(text)).collect::<Result<_, _>>()?;
    Ok(Append { stream: stream.clone(), expected: Version::new(expected), events })
}

pub(crate) fn slot(number: u128) -> Slot {
    Slot::new(SlotId::new(Uuid::from_u128(number)), RetentionClass::Contact)
}

pub(crate) fn erasure(ground: &str) -> Erasure {
    Erasure {
        at: time(1_600_000_000, 7),
        by: Some(ActorId::new(Uuid::from_u128(0xE2A))),
        ground: ground.into(),
    }
}
