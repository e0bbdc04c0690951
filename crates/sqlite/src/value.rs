//! How the kernel's values stand in SQLite's columns.

use guildhall_kernel::{ActorId, Id, Time, Uuid};
use rusqlite::Row;
use rusqlite::types::ValueRef;

use crate::Fault;

/// A counter as SQLite can hold it. No file holds more than an `i64` counts, so the top stands for
/// whatever lies beyond.
pub(crate) fn bounded(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

pub(crate) fn counter(row: &Row<'_>, column: usize) -> Result<u64, Fault> {
    u64::try_from(row.get::<_, i64>(column)?).map_err(|_| Fault::damaged("a counter is negative"))
}

pub(crate) fn uuid(row: &Row<'_>, column: usize) -> Result<Uuid, Fault> {
    match row.get_ref(column)? {
        ValueRef::Blob(bytes) => Uuid::from_slice(bytes).map_err(|_| Fault::damaged("an id has no 16 bytes")),
        _ => Err(Fault::damaged("an id is missing")),
    }
}

pub(crate) fn id<T: ?Sized>(row: &Row<'_>, column: usize) -> Result<Id<T>, Fault> {
    uuid(row, column).map(Id::new)
}

pub(crate) fn actor(row: &Row<'_>, column: usize) -> Result<Option<ActorId>, Fault> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        _ => id(row, column).map(Some),
    }
}

/// An instant from its second and its nanoseconds, in two neighbouring columns.
pub(crate) fn time(row: &Row<'_>, column: usize) -> Result<Time, Fault> {
    let (seconds, nanos) = (row.get(column)?, row.get(column.saturating_add(1))?);
    Time::from_timestamp(seconds, nanos).ok_or(Fault::damaged("a time is out of range"))
}
