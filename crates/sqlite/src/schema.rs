//! The tables of format 1, and the marks by which a file is known as a store.

use rusqlite::Connection;

/// `Guil` in ASCII: the application id in the header of every store.
pub(crate) const APPLICATION_ID: u32 = 0x4775_696C;

/// The format that this release writes, and the newest one it reads: the header's user version.
pub(crate) const FORMAT: u32 = 1;

/// The tables, written in one transaction.
///
/// - Scopes and streams have numbers, so that an event and its index entries are small.
/// - `position` and `version` come from the tables themselves inside the write transaction, so that
///   what is rolled back leaves no hole.
/// - `events_by_scope` needs no position: an index entry ends with its row's number, which is one.
/// - An event's row says all there is to say of it, its commit's id, time and actor included: reading
///   needs one table, and so does whoever looks into the file by hand.
/// - `nanos` counts from `at`'s second, which also holds leap seconds and years far away.
/// - Each slot's content lies in a row that is only ever appended and keeps its length; an erasure
///   is a row of its own. See the crate's front page for the reason.
pub(crate) const TABLES: &str = "
CREATE TABLE scopes (
    number INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE
) STRICT;
CREATE TABLE streams (
    number INTEGER PRIMARY KEY,
    scope INTEGER NOT NULL REFERENCES scopes (number),
    uuid BLOB NOT NULL,
    kind TEXT NOT NULL,
    UNIQUE (uuid, kind, scope)
) STRICT;
CREATE TABLE commits (
    number INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE,
    fingerprint BLOB NOT NULL,
    position INTEGER NOT NULL,
    events INTEGER NOT NULL
) STRICT;
CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL REFERENCES streams (number),
    version INTEGER NOT NULL,
    scope INTEGER NOT NULL REFERENCES scopes (number),
    committed BLOB NOT NULL,
    at INTEGER NOT NULL,
    nanos INTEGER NOT NULL,
    actor BLOB,
    name TEXT NOT NULL,
    shape INTEGER NOT NULL,
    json TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX events_by_stream ON events (stream, version);
CREATE INDEX events_by_scope ON events (scope);
CREATE TABLE slots (
    number INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE,
    committed INTEGER NOT NULL REFERENCES commits (number),
    class TEXT NOT NULL,
    content BLOB NOT NULL
) STRICT;
CREATE TABLE erasures (
    slot INTEGER PRIMARY KEY REFERENCES slots (number),
    at INTEGER NOT NULL,
    nanos INTEGER NOT NULL,
    actor BLOB,
    ground TEXT NOT NULL
) STRICT;
";

/// Marks an empty file as a store and makes its tables, inside the caller's transaction.
pub(crate) fn create(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(TABLES)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", FORMAT)
}

/// What stands in a file's schema, as SQLite wrote it down.
pub(crate) fn written(connection: &Connection) -> rusqlite::Result<Vec<(String, Option<String>)>> {
    let mut select = connection.prepare("SELECT name, sql FROM sqlite_schema ORDER BY name")?;
    select.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// What has to stand there.
pub(crate) fn expected() -> rusqlite::Result<Vec<(String, Option<String>)>> {
    let scratch = Connection::open_in_memory()?;
    scratch.execute_batch(TABLES)?;
    written(&scratch)
}
