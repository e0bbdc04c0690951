//! The peer: bare `rusqlite` on the same tables, with cached statements and every number it needs in
//! hand. It asks nothing and checks nothing: no version, no repeated id, no slot.

use std::error::Error;
use std::path::Path;

use guildhall::kernel::Event;
use guildhall_sqlite::Durability;
use guildhall_sqlite::rusqlite::types::Value;
use guildhall_sqlite::rusqlite::{Connection, params};

use crate::Outcome;
use crate::workload::{ApplicationEvent, OFFICER, POOL, Planned, RECRUITMENT, Tally, at, opening};

const INSERT_STREAM: &str = "INSERT INTO streams (number, scope, uuid, kind) VALUES (?1, ?2, ?3, ?4)";
const INSERT_COMMIT: &str = "
    INSERT INTO commits (number, uuid, fingerprint, position, events) VALUES (?1, ?2, ?3, ?4, ?5)";
const INSERT_EVENT: &str = "
    INSERT INTO events (position, stream, version, scope, committed, at, nanos, actor, name, shape, json)
    VALUES (?1, ?2, ?3, 1, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
const INSERT_SLOT: &str = "INSERT INTO slots (uuid, committed, class, content) VALUES (?1, ?2, ?3, ?4)";

pub(crate) struct Bare {
    connection: Connection,
    commits: i64,
    streams: i64,
    position: i64,
    pool: Option<i64>,
}

impl Bare {
    pub(crate) fn open(path: &Path, durability: Durability) -> Result<Self, Box<dyn Error>> {
        let connection = Connection::open(path)?;
        let synchronous = match durability {
            Durability::Full => "FULL",
            Durability::Normal => "NORMAL",
        };
        connection.execute_batch(&format!(
            "PRAGMA synchronous = {synchronous}; PRAGMA secure_delete = ON; PRAGMA foreign_keys = OFF"
        ))?;
        connection.set_prepared_statement_cache_capacity(32);
        Ok(Self { connection, commits: 0, streams: 0, position: 0, pool: None })
    }

    /// Opens the recruitment.
    pub(crate) fn begin(&mut self) -> Outcome {
        let commit = opening()?;
        let print = commit.fingerprint();
        self.connection
            .execute("INSERT INTO scopes (number, uuid) VALUES (1, ?1)", [RECRUITMENT.as_bytes()])?;
        self.connection.execute(INSERT_STREAM, params![1, 1, RECRUITMENT.as_bytes(), "recruitment"])?;
        let no_one: Option<[u8; 16]> = None;
        let (at, id) = (at(0), commit.id().uuid());
        let nanos = at.timestamp_subsec_nanos();
        self.connection.execute(INSERT_COMMIT, params![1, id.as_bytes(), print, 1, 1])?;
        self.connection.execute(
            INSERT_EVENT,
            params![1, 1, 1, id.as_bytes(), at.timestamp(), nanos, no_one, "opened", 1, "\"opened\""],
        )?;
        (self.commits, self.streams, self.position) = (1, 1, 1);
        Ok(())
    }

    pub(crate) fn commit(&mut self, plan: &Planned, print: &[u8; 32]) -> Outcome {
        self.connection.prepare_cached("BEGIN IMMEDIATE")?.execute(())?;
        self.commits += 1;
        let events = 1 + i64::from(plan.seated.is_some());
        let end = self.position + events;
        self.connection.prepare_cached(INSERT_COMMIT)?.execute(params![
            self.commits,
            plan.id.as_uuid().as_bytes(),
            print,
            end,
            events
        ])?;
        let application = self.stream(plan.application.as_bytes(), "application")?;
        self.event(plan, application, 1, &plan.submitted)?;
        if let Some((seated, version)) = &plan.seated {
            let pool = match self.pool {
                Some(pool) => pool,
                None => self.stream(POOL.as_bytes(), "pool")?,
            };
            self.pool = Some(pool);
            self.event(plan, pool, i64::try_from(*version)? + 1, seated)?;
        }
        if let Some((slot, content)) = &plan.contact {
            let content = serde_json::to_string(content)?;
            self.connection.prepare_cached(INSERT_SLOT)?.execute(params![
                slot.id().as_uuid().as_bytes(),
                self.commits,
                slot.class().as_str(),
                content.as_bytes()
            ])?;
        }
        self.connection.prepare_cached("COMMIT")?.execute(())?;
        Ok(())
    }

    fn stream(&mut self, id: &[u8; 16], kind: &str) -> Result<i64, Box<dyn Error>> {
        self.streams += 1;
        self.connection.prepare_cached(INSERT_STREAM)?.execute(params![self.streams, 1, id, kind])?;
        Ok(self.streams)
    }

    fn event(&mut self, plan: &Planned, stream: i64, version: i64, event: &ApplicationEvent) -> Outcome {
        self.position += 1;
        let (name, json) = (event.name(), serde_json::to_string(event)?);
        let (position, at) = (self.position, at(plan.number));
        self.connection.prepare_cached(INSERT_EVENT)?.execute(params![
            position,
            stream,
            version,
            plan.id.as_uuid().as_bytes(),
            at.timestamp(),
            at.timestamp_subsec_nanos(),
            OFFICER.as_bytes(),
            name.name,
            name.version,
            json
        ])?;
        Ok(())
    }

    /// The long stream: a SELECT and serde.
    pub(crate) fn load(&self) -> Result<Tally, Box<dyn Error>> {
        let mut number = self.connection.prepare_cached("SELECT number FROM streams WHERE kind = 'pool'")?;
        let number: i64 = number.query_row((), |row| row.get(0))?;
        self.tally("SELECT version, name, shape, json FROM events WHERE stream = ?1 ORDER BY version", number)
    }

    /// Everything by position: a SELECT and serde.
    pub(crate) fn feed(&self) -> Result<Tally, Box<dyn Error>> {
        self.tally(
            "SELECT position, name, shape, json, version, streams.uuid
            FROM events CROSS JOIN streams ON streams.number = events.stream
            WHERE position > ?1 ORDER BY position",
            0,
        )
    }

    fn tally(&self, sql: &str, parameter: i64) -> Result<Tally, Box<dyn Error>> {
        let mut tally = Tally::default();
        let mut select = self.connection.prepare_cached(sql)?;
        let mut rows = select.query([parameter])?;
        let mut last = 0_i64;
        while let Some(row) = rows.next()? {
            last = row.get(0)?;
            let (name, shape) = (row.get_ref(1)?.as_str()?, row.get::<_, u16>(2)?);
            if !matches!((name, shape), ("seated" | "submitted", 1)) {
                return Err(format!("unknown event {name} after {last}").into());
            }
            tally.note(&serde_json::from_str(row.get_ref(3)?.as_str()?)?);
        }
        if last == 0 { Err("nothing was read".into()) } else { Ok(tally) }
    }
}

/// Sees to it that both files hold the same rows, byte for byte.
pub(crate) fn same(ours: &Path, theirs: &Path) -> Outcome {
    let (ours, theirs) = (Connection::open(ours)?, Connection::open(theirs)?);
    for table in ["scopes", "streams", "commits", "events", "slots", "erasures"] {
        let sql = format!("SELECT * FROM {table} ORDER BY rowid");
        let (mut ours, mut theirs) = (ours.prepare(&sql)?, theirs.prepare(&sql)?);
        let columns = ours.column_count();
        let (mut ours, mut theirs) = (ours.query(())?, theirs.query(())?);
        loop {
            let (our_row, their_row) = (ours.next()?, theirs.next()?);
            let (our_row, their_row) = match (our_row, their_row) {
                (None, None) => break,
                (Some(our_row), Some(their_row)) => (our_row, their_row),
                _ => return Err(format!("{table}: one side has more rows").into()),
            };
            for column in 0..columns {
                let (our_value, their_value): (Value, Value) = (our_row.get(column)?, their_row.get(column)?);
                if our_value != their_value {
                    return Err(format!("{table}: {our_value:?} is not {their_value:?}").into());
                }
            }
        }
    }
    Ok(())
}
