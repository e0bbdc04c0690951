//! Reads streams, the feed and receipts.

use guildhall_kernel::serde_json::value::RawValue;
use guildhall_kernel::{
    Commit, CommitId, Encoded, Position, Receipt, Recorded, StreamId, Time, Uuid, Version,
};
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

const LOAD: &str = "
    SELECT events.position, events.version, events.name, events.shape, events.json,
        commits.uuid, commits.at, commits.nanos, commits.actor
    FROM events CROSS JOIN commits ON commits.number = events.committed
    WHERE events.stream = ?1 AND events.version > ?2
    ORDER BY events.version LIMIT ?3";

macro_rules! feed {
    ($condition:literal) => {
        concat!(
            "SELECT events.position, events.version, events.name, events.shape, events.json,
                commits.uuid, commits.at, commits.nanos, commits.actor,
                streams.kind, scopes.uuid, streams.uuid
            FROM events CROSS JOIN commits ON commits.number = events.committed
                CROSS JOIN streams ON streams.number = events.stream
                CROSS JOIN scopes ON scopes.number = events.scope
            WHERE ",
            $condition,
            " ORDER BY events.position LIMIT ?2"
        )
    };
}
const FEED: &str = feed!("events.position > ?1");
const FEED_OF_SCOPE: &str = feed!("events.position > ?1 AND events.scope = ?3");

const STORED: &str = "
    SELECT number, at, nanos, actor, fingerprint, position, events FROM commits WHERE uuid = ?1";

/// The streams that a commit let grow, by the positions of its events.
const GROWN: &str = "
    SELECT streams.kind, scopes.uuid, streams.uuid, max(events.version)
    FROM events CROSS JOIN streams ON streams.number = events.stream
        CROSS JOIN scopes ON scopes.number = events.scope
    WHERE events.position > ?1 AND events.position <= ?2
    GROUP BY events.stream";

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
    let mut rows = select.query((standing.number, bounded(after.get()), most(limit)))?;
    let mut events = Vec::new();
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
    let (after, limit) = (bounded(after.get()), most(limit));
    let mut select = connection.prepare_cached(if scope.is_some() { FEED_OF_SCOPE } else { FEED })?;
    let mut rows = match scope {
        None => select.query((after, limit))?,
        Some(scope) => {
            let mut number = connection.prepare_cached("SELECT number FROM scopes WHERE uuid = ?1")?;
            let number: Option<i64> = number.query_row((scope.as_bytes(),), |row| row.get(0)).optional()?;
            let Some(number) = number else { return Ok(Vec::new()) };
            select.query((after, limit, number))?
        }
    };
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        let stream = stream(row, 9)?;
        events.push(recorded(row, stream)?);
    }
    Ok(events)
}

pub(crate) fn stored(connection: &Connection, commit: CommitId) -> Result<Option<Stored>, Fault> {
    let mut select = connection.prepare_cached(STORED)?;
    let mut rows = select.query((commit.as_uuid().as_bytes(),))?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let (position, events) = (counter(row, 5)?, counter(row, 6)?);
    let fingerprint = row.get(4)?;
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
    let json = RawValue::from_string(row.get(4)?).map_err(|_| Fault::damaged("an event is no JSON"))?;
    let (name, shape): (String, _) = (row.get(2)?, row.get(3)?);
    let at: Time = time(row, 6)?;
    Ok(Recorded {
        position: Position::new(counter(row, 0)?),
        stream,
        version: Version::new(counter(row, 1)?),
        commit: id::<Commit>(row, 5)?,
        at,
        by: actor(row, 8)?,
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
