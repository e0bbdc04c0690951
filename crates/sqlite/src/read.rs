//! Reads streams, the feed and receipts.

use guildhall_kernel::serde_json::value::RawValue;
use guildhall_kernel::{CommitId, Encoded, Position, Receipt, Recorded, StreamId, Uuid, Version};
use rusqlite::{Connection, OptionalExtension, Row};

use crate::Fault;
use crate::value::{actor, bounded, counter, id, time, uuid};

/// A stream's number, scope and version. `CROSS JOIN` keeps SQLite from choosing another order.
const STREAM: &str = "
    SELECT streams.number, streams.scope,
        (SELECT max(version) FROM events WHERE events.stream = streams.number)
    FROM scopes CROSS JOIN streams
    WHERE scopes.uuid = ?1
        AND streams.uuid = ?2 AND streams.kind = ?3 AND streams.scope = scopes.number";

macro_rules! recorded {
    ($also:literal, $from:literal, $condition:literal, $order:literal) => {
        concat!(
            "SELECT position, version, committed, at, nanos, actor, name, shape, json",
            $also,
            " FROM events",
            $from,
            " WHERE ",
            $condition,
            " ORDER BY ",
            $order,
            " LIMIT ?2"
        )
    };
}
macro_rules! feed {
    ($condition:literal) => {
        recorded!(
            ", stream, kind, scopes.uuid, streams.uuid",
            " CROSS JOIN streams ON streams.number = events.stream
                CROSS JOIN scopes ON scopes.number = events.scope",
            $condition,
            "position"
        )
    };
}
const LOAD: &str = recorded!("", "", "version > ?1 AND stream = ?3", "version");
const FEED: &str = feed!("position > ?1");
const FEED_OF_SCOPE: &str = feed!("position > ?1 AND events.scope = ?3");

const STORED: &str = "SELECT fingerprint, position, events FROM commits WHERE uuid = ?1";

/// The streams that a commit let grow, by the positions of its events.
const GROWN: &str = "
    SELECT streams.kind, scopes.uuid, streams.uuid, max(events.version)
    FROM events CROSS JOIN streams ON streams.number = events.stream
        CROSS JOIN scopes ON scopes.number = events.scope
    WHERE events.position > ?1 AND events.position <= ?2
    GROUP BY events.stream";

/// How many events a reader is likely to ask for at most.
const LIKELY: usize = 1_000;

/// Where a stream stands.
pub(crate) struct Standing {
    pub(crate) number: i64,
    pub(crate) scope: i64,
    pub(crate) version: Version,
}

/// What is known of a stored commit.
pub(crate) struct Stored {
    pub(crate) fingerprint: [u8; 32],
    pub(crate) receipt: Receipt,
}

pub(crate) fn standing(connection: &Connection, stream: &StreamId) -> Result<Option<Standing>, Fault> {
    let mut select = connection.prepare_cached(STREAM)?;
    let mut rows = select.query((stream.scope().as_bytes(), stream.id().as_bytes(), stream.kind()))?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let version = Version::new(counter(row, 2)?);
    Ok(Some(Standing { number: row.get(0)?, scope: row.get(1)?, version }))
}

pub(crate) fn load(
    connection: &Connection,
    stream: &StreamId,
    after: Version,
    limit: usize,
) -> Result<Vec<Recorded>, Fault> {
    let Some(standing) = standing(connection, stream)? else { return Ok(Vec::new()) };
    let mut select = connection.prepare_cached(LOAD)?;
    let mut rows = select.query((bounded(after.get()), most(limit), standing.number))?;
    let mut events = Vec::with_capacity(limit.min(LIKELY));
    while let Some(row) = rows.next()? {
        events.push(recorded(row, stream.clone())?);
    }
    Ok(events)
}

pub(crate) fn feed(
    connection: &Connection,
    scope: Option<Uuid>,
    after: Position,
    limit: usize,
) -> Result<Vec<Recorded>, Fault> {
    let (after, most) = (bounded(after.get()), most(limit));
    let mut select = connection.prepare_cached(if scope.is_some() { FEED_OF_SCOPE } else { FEED })?;
    let mut rows = match scope {
        None => select.query((after, most))?,
        Some(scope) => {
            let mut number = connection.prepare_cached("SELECT number FROM scopes WHERE uuid = ?1")?;
            let number: Option<i64> = number.query_row((scope.as_bytes(),), |row| row.get(0)).optional()?;
            let Some(number) = number else { return Ok(Vec::new()) };
            select.query((after, most, number))?
        }
    };
    let mut events = Vec::with_capacity(limit.min(LIKELY));
    let mut last: Option<(i64, StreamId)> = None;
    while let Some(row) = rows.next()? {
        let number = row.get(9)?;
        // Neighbours in the feed are often of one stream.
        let stream = match last {
            Some((known, stream)) if known == number => stream,
            _ => stream(row, 10)?,
        };
        events.push(recorded(row, stream.clone())?);
        last = Some((number, stream));
    }
    Ok(events)
}

pub(crate) fn stored(connection: &Connection, commit: CommitId) -> Result<Option<Stored>, Fault> {
    let mut select = connection.prepare_cached(STORED)?;
    let mut rows = select.query((commit.as_uuid().as_bytes(),))?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let (position, events) = (counter(row, 1)?, counter(row, 2)?);
    let fingerprint = row.get(0)?;
    let mut select = connection.prepare_cached(GROWN)?;
    let mut rows = select.query((bounded(position.saturating_sub(events)), bounded(position)))?;
    let mut versions = Vec::new();
    while let Some(row) = rows.next()? {
        versions.push((stream(row, 0)?, Version::new(counter(row, 3)?)));
    }
    versions.sort();
    Ok(Some(Stored { fingerprint, receipt: Receipt { commit, position: Position::new(position), versions } }))
}

fn recorded(row: &Row<'_>, stream: StreamId) -> Result<Recorded, Fault> {
    let json = RawValue::from_string(row.get(8)?).map_err(|_| Fault::damaged("an event is no JSON"))?;
    let (name, shape): (String, _) = (row.get(6)?, row.get(7)?);
    Ok(Recorded {
        position: Position::new(counter(row, 0)?),
        stream,
        version: Version::new(counter(row, 1)?),
        commit: id(row, 2)?,
        at: time(row, 3)?,
        by: actor(row, 5)?,
        event: Encoded::new(name, shape, json),
    })
}

/// A stream from its kind, scope and id, in three neighbouring columns.
fn stream(row: &Row<'_>, column: usize) -> Result<StreamId, Fault> {
    let (scope, id) = (column.saturating_add(1), column.saturating_add(2));
    Ok(StreamId::new(row.get::<_, String>(column)?, uuid(row, scope)?, uuid(row, id)?))
}

fn most(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}
