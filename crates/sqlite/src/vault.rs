//! Reveals and erases slots (C9).

use guildhall_kernel::{Confidential, Erasure, Revealed, SlotId};
use rusqlite::Connection;

use crate::Fault;
use crate::value::{actor, time};
use crate::write::Transaction;

const REVEAL: &str = "
    SELECT erasures.slot IS NOT NULL, slots.content,
        erasures.at, erasures.nanos, erasures.actor, erasures.ground
    FROM slots LEFT JOIN erasures ON erasures.slot = slots.number
    WHERE slots.uuid = ?1";

/// Overwrites the content in its place, with as many zeros: a row that changed its length could make
/// the B-tree move its neighbours about, which leaves traces of them behind.
const OVERWRITE: &str = "UPDATE slots SET content = zeroblob(length(content)) WHERE uuid = ?1";

const INSERT_ERASURE: &str = "
    INSERT INTO erasures (slot, at, nanos, actor, ground)
    SELECT number, ?2, ?3, ?4, ?5 FROM slots WHERE uuid = ?1";

pub(crate) fn reveal(connection: &Connection, slot: SlotId) -> Result<Revealed, Fault> {
    let mut select = connection.prepare_cached(REVEAL)?;
    let mut rows = select.query((slot.as_uuid().as_bytes(),))?;
    let Some(row) = rows.next()? else { return Ok(Revealed::Unknown) };
    if row.get(0)? {
        let erasure = Erasure { at: time(row, 2)?, by: actor(row, 4)?, ground: row.get(5)? };
        return Ok(Revealed::Erased(erasure));
    }
    let content = String::from_utf8(row.get(1)?).map_err(|_| Fault::damaged("a content is no text"))?;
    Ok(Revealed::Content(Confidential::new(content)))
}

pub(crate) fn erase(connection: &Connection, slot: SlotId, erasure: &Erasure) -> Result<Revealed, Fault> {
    let transaction = Transaction::begin(connection)?;
    let before = reveal(connection, slot)?;
    if let Revealed::Content(_) = before {
        let by = erasure.by.as_ref().map(|by| by.as_uuid().as_bytes());
        let (at, nanos) = (erasure.at.timestamp(), erasure.at.timestamp_subsec_nanos());
        let uuid = slot.as_uuid().as_bytes();
        connection.prepare_cached(OVERWRITE)?.execute((uuid,))?;
        connection.prepare_cached(INSERT_ERASURE)?.execute((uuid, at, nanos, by, &erasure.ground))?;
    }
    transaction.commit()?;
    match before {
        Revealed::Unknown => Ok(Revealed::Unknown),
        // Once more even if it was erased before: the log may have been in use then.
        Revealed::Erased(_) => empty_log(connection).map(|()| before),
        Revealed::Content(_) => empty_log(connection).map(|()| Revealed::Erased(erasure.clone())),
    }
}

/// Writes the log back and cuts it to nothing, for it still holds what was overwritten.
fn empty_log(connection: &Connection) -> Result<(), Fault> {
    let in_use = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |row| row.get::<_, bool>(0))?;
    if in_use {
        let busy = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY);
        return Err(rusqlite::Error::SqliteFailure(busy, None).into());
    }
    Ok(())
}
