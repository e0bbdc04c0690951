//! Stores a commit in one immediate transaction: whole or not at all.

use guildhall_kernel::{
    Commit, CommitError, Conflict, Position, Private, Receipt, Revealed, StreamId, Version,
};
use rusqlite::{Connection, OptionalExtension};

use crate::Fault;
use crate::read::{Standing, standing, stored};
use crate::value::bounded;
use crate::vault::reveal;

const INSERT_COMMIT: &str = "
    INSERT INTO commits (uuid, fingerprint, position, events) VALUES (?1, ?2, ?3, ?4)";
const INSERT_EVENT: &str = "
    INSERT INTO events (position, stream, version, scope, committed, at, nanos, actor, name, shape, json)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
const INSERT_SLOT: &str = "INSERT INTO slots (uuid, committed, class, content) VALUES (?1, ?2, ?3, ?4)";

/// Why nothing was stored.
pub(crate) enum Refused {
    /// As the contract says.
    Contract(CommitError),
    /// The backend failed.
    Fault(Fault),
}
impl<E: Into<Fault>> From<E> for Refused {
    fn from(error: E) -> Self {
        Self::Fault(error.into())
    }
}

/// A write transaction that is rolled back unless it is committed.
pub(crate) struct Transaction<'a> {
    connection: &'a Connection,
    open: bool,
}

impl<'a> Transaction<'a> {
    /// Waits for every other writer, so that what it reads stays true until it ends.
    pub(crate) fn begin(connection: &'a Connection) -> rusqlite::Result<Self> {
        connection.prepare_cached("BEGIN IMMEDIATE")?.execute(())?;
        Ok(Self { connection, open: true })
    }

    pub(crate) fn commit(mut self) -> rusqlite::Result<()> {
        self.connection.prepare_cached("COMMIT")?.execute(())?;
        self.open = false;
        Ok(())
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        if self.open {
            // Should it fail, SQLite has rolled back by itself; the next transaction would tell.
            let _ = self.connection.execute_batch("ROLLBACK");
        }
    }
}

pub(crate) fn commit(connection: &Connection, commit: &Commit) -> Result<Receipt, Refused> {
    let fingerprint = commit.fingerprint();
    let transaction = Transaction::begin(connection)?;
    if let Some(stored) = stored(connection, commit.id())? {
        return if stored.fingerprint == fingerprint && same_contents(connection, commit)? {
            Ok(stored.receipt)
        } else {
            Err(Refused::Contract(CommitError::IdReused(commit.id())))
        };
    }
    for (stream, expected) in commit.reads() {
        unmoved(connection, stream, *expected)?;
    }
    let mut standings = Vec::with_capacity(commit.appends().len());
    for append in commit.appends() {
        standings.push(unmoved(connection, &append.stream, append.expected)?);
    }
    for private in commit.privates() {
        free(connection, private)?;
    }

    let events = commit.appends().iter().map(|append| append.events.len()).sum::<usize>();
    let events = u64::try_from(events).unwrap_or(u64::MAX);
    let mut position = last_position(connection)?;
    let end = Position::new(position.saturating_add(events));
    let (at, nanos) = (commit.at().timestamp(), commit.at().timestamp_subsec_nanos());
    let (id, by) = (commit.id().uuid(), commit.by());
    let by = by.as_ref().map(|by| by.as_uuid().as_bytes());
    connection.prepare_cached(INSERT_COMMIT)?.execute((
        id.as_bytes(),
        fingerprint,
        bounded(end.get()),
        bounded(events),
    ))?;
    let number = connection.last_insert_rowid();
    let mut insert = connection.prepare_cached(INSERT_EVENT)?;
    let mut versions = Vec::with_capacity(standings.len());
    for (append, standing) in commit.appends().iter().zip(standings) {
        let Standing { number: stream, scope, mut version } = match standing {
            Some(standing) => standing,
            None => begin(connection, &append.stream)?,
        };
        for event in &append.events {
            position = position.saturating_add(1);
            version = version.plus(1);
            let json = event.json().get();
            let (position, version) = (bounded(position), bounded(version.get()));
            let (name, shape) = (event.name(), event.version());
            insert.execute(rusqlite::params![
                position,
                stream,
                version,
                scope,
                id.as_bytes(),
                at,
                nanos,
                by,
                name,
                shape,
                json
            ])?;
        }
        versions.push((append.stream.clone(), version));
    }
    drop(insert);
    for private in commit.privates() {
        let (slot, content) = (private.slot(), private.content().as_bytes());
        let uuid = slot.id().uuid();
        connection.prepare_cached(INSERT_SLOT)?.execute((
            uuid.as_bytes(),
            number,
            slot.class().as_str(),
            content,
        ))?;
    }
    transaction.commit()?;
    versions.sort();
    Ok(Receipt { commit: commit.id(), position: end, versions })
}

/// Whether a repeated commit brings the contents that are stored; what was erased cannot be compared
/// any more, and its slot is in the fingerprint.
fn same_contents(connection: &Connection, commit: &Commit) -> Result<bool, Fault> {
    for private in commit.privates() {
        match reveal(connection, private.slot().id())? {
            Revealed::Content(content) if content.expose() == private.content() => {}
            Revealed::Erased(_) => {}
            Revealed::Content(_) | Revealed::Unknown => return Ok(false),
        }
    }
    Ok(true)
}

fn unmoved(
    connection: &Connection,
    stream: &StreamId,
    expected: Version,
) -> Result<Option<Standing>, Refused> {
    let standing = standing(connection, stream)?;
    let actual = standing.as_ref().map_or(Version::ZERO, |standing| standing.version);
    if actual == expected {
        return Ok(standing);
    }
    let stream = stream.clone();
    Err(Refused::Contract(Conflict { stream, expected, actual }.into()))
}

fn free(connection: &Connection, private: &Private) -> Result<(), Refused> {
    let slot = private.slot().id();
    let taken = connection
        .prepare_cached("SELECT 1 FROM slots WHERE uuid = ?1")?
        .query_row((slot.as_uuid().as_bytes(),), |_| Ok(()))
        .optional()?;
    match taken {
        None => Ok(()),
        Some(()) => Err(Refused::Contract(CommitError::SlotTaken(slot))),
    }
}

fn last_position(connection: &Connection) -> Result<u64, Fault> {
    let mut last = connection.prepare_cached("SELECT coalesce(max(position), 0) FROM events")?;
    last.query_row((), |row| Ok(crate::value::counter(row, 0)))?
}

/// Gives a new stream its number, and its scope one too.
fn begin(connection: &Connection, stream: &StreamId) -> Result<Standing, Fault> {
    let scope = connection
        .prepare_cached("SELECT number FROM scopes WHERE uuid = ?1")?
        .query_row((stream.scope().as_bytes(),), |row| row.get(0))
        .optional()?;
    let scope = match scope {
        Some(number) => number,
        None => {
            connection
                .prepare_cached("INSERT INTO scopes (uuid) VALUES (?1)")?
                .execute((stream.scope().as_bytes(),))?;
            connection.last_insert_rowid()
        }
    };
    connection.prepare_cached("INSERT INTO streams (scope, uuid, kind) VALUES (?1, ?2, ?3)")?.execute((
        scope,
        stream.id().as_bytes(),
        stream.kind(),
    ))?;
    Ok(Standing { number: connection.last_insert_rowid(), scope, version: Version::ZERO })
}
