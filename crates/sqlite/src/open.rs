//! Opens a store: looks first, creates or verifies, then settles durability and reads it back.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use crate::error::{OpenError, is_locked};
use crate::inspect::{Found, inspect};
use crate::schema::{self, APPLICATION_ID};

/// What an acknowledged commit outlives. Exhaustive on purpose: there is nothing in between.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Durability {
    /// Power cuts and crashes of the machine: each commit is synced.
    #[default]
    Full,
    /// Crashes of the process. A power cut may take the last commits, never tear one; for
    /// imports that can be repeated, and for tests.
    Normal,
}

impl Durability {
    /// SQLite's number for it.
    const fn synchronous(self) -> &'static str {
        match self {
            Self::Full => "2",
            Self::Normal => "1",
        }
    }
}

/// How a store is opened.
///
/// ```
/// use guildhall_sqlite::{Durability, Options, SqliteStore};
/// # let folder = tempfile::tempdir()?;
/// # let path = folder.path().join("import.sqlite");
///
/// let store = SqliteStore::open_with(&path, Options::default().durability(Durability::Normal))?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    durability: Durability,
    patience: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self { durability: Durability::Full, patience: Duration::from_secs(5) }
    }
}

impl Options {
    /// What an acknowledged commit outlives; [`Durability::Full`] unless told.
    #[must_use]
    pub const fn durability(mut self, durability: Durability) -> Self {
        self.durability = durability;
        self
    }

    /// How long to wait for a lock of another process before failing; 5 seconds unless told.
    #[must_use]
    pub const fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// How long it waits.
    pub(crate) const fn waits(&self) -> Duration {
        self.patience
    }
}

/// Opens the one connection that writes.
///
/// While others begin or close the same store, SQLite refuses some steps at once instead of waiting;
/// so this waits in its place.
pub(crate) fn writer(path: &Path, options: &Options) -> Result<Connection, OpenError> {
    const PAUSE: Duration = Duration::from_millis(5);
    let begin = Instant::now();
    loop {
        match try_writer(path, options) {
            Err(OpenError::Locked { .. }) if begin.elapsed() < options.patience => thread::sleep(PAUSE),
            result => return result,
        }
    }
}

fn try_writer(path: &Path, options: &Options) -> Result<Connection, OpenError> {
    let found = inspect(path)?;
    let explain = |error| explain(path, options, error);
    let create = if found == Found::Nothing { OpenFlags::SQLITE_OPEN_CREATE } else { OpenFlags::empty() };
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | create;
    let mut connection = Connection::open_with_flags(path, flags).map_err(explain)?;
    if connection.is_readonly("main").map_err(explain)? {
        return Err(OpenError::ReadOnly { path: path.to_path_buf() });
    }
    prepare(&connection, options).map_err(explain)?;
    connection.set_prepared_statement_cache_capacity(32);
    if found == Found::Nothing {
        begin(&mut connection).map_err(explain)?;
    }
    verify(&connection, path, explain)?;
    settle(&connection, path, options, explain)?;
    if found == (Found::Store { unfinished: true }) {
        tidy(&connection, options).map_err(explain)?;
    }
    Ok(connection)
}

/// Opens one more connection, which only reads.
pub(crate) fn reader(path: &Path, options: &Options) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    prepare(&connection, options)?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

/// What every connection needs. Without the stability guarantee SQLite plans a query anew for each
/// value that is bound to it.
fn prepare(connection: &Connection, options: &Options) -> rusqlite::Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.busy_timeout(options.patience)
}

/// Makes the tables, unless another process was faster. This is still the rollback journal, so that
/// the file's own header carries the marks from its first moment.
fn begin(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if schema::written(&transaction)?.is_empty() {
        schema::create(&transaction)?;
    }
    transaction.commit()
}

/// Reads the marks and the tables, the log included.
fn verify(
    connection: &Connection,
    path: &Path,
    explain: impl Fn(rusqlite::Error) -> OpenError,
) -> Result<(), OpenError> {
    let path = path.to_path_buf();
    let mark = |name| connection.pragma_query_value(None, name, |row| row.get::<_, u32>(0)).map_err(&explain);
    let (application_id, found) = (mark("application_id")?, mark("user_version")?);
    if application_id != APPLICATION_ID {
        return Err(OpenError::Foreign { path, application_id });
    }
    if found > schema::FORMAT {
        return Err(OpenError::Newer { path, found, known: schema::FORMAT });
    }
    if schema::written(connection).map_err(&explain)? != schema::expected().map_err(&explain)? {
        return Err(OpenError::Damaged {
            path,
            found: format!("its tables are not those of format {found}"),
        });
    }
    Ok(())
}

/// Sets what the store's promises rest on, and believes only what is read back.
fn settle(
    connection: &Connection,
    path: &Path,
    options: &Options,
    explain: impl Fn(rusqlite::Error) -> OpenError,
) -> Result<(), OpenError> {
    let settings = [
        ("journal_mode", "wal"),
        ("synchronous", options.durability.synchronous()),
        // Without it a sync on Apple's systems does not reach the disk.
        ("fullfsync", "1"),
        ("secure_delete", "1"),
        // The one writer keeps references whole; checking again costs a lookup for each.
        ("foreign_keys", "0"),
        // So that nothing private is ever spilt to a file elsewhere.
        ("temp_store", "2"),
    ];
    for (setting, wanted) in settings {
        connection
            .pragma_update_and_check(None, setting, wanted, |_| Ok(()))
            .or_else(silent)
            .map_err(&explain)?;
        let read = |row: &rusqlite::Row<'_>| {
            let value: rusqlite::types::Value = row.get(0)?;
            Ok(match value {
                rusqlite::types::Value::Integer(number) => number.to_string(),
                rusqlite::types::Value::Text(text) => text,
                other => format!("{other:?}"),
            })
        };
        let found = connection.pragma_query_value(None, setting, read).map_err(&explain)?;
        if found != wanted {
            return Err(OpenError::Setting { path: path.to_path_buf(), setting, wanted, found });
        }
    }
    Ok(())
}

/// Some pragmas answer with their new value and some with nothing.
fn silent(error: rusqlite::Error) -> rusqlite::Result<()> {
    match error {
        rusqlite::Error::QueryReturnedNoRows => Ok(()),
        other => Err(other),
    }
}

/// Writes a log back that a crash left behind, for it may hold what was being erased. Without
/// patience: whoever else has the store open keeps the log in use anyway.
fn tidy(connection: &Connection, options: &Options) -> rusqlite::Result<()> {
    connection.busy_timeout(Duration::ZERO)?;
    let tidied = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |_| Ok(()));
    connection.busy_timeout(options.patience)?;
    match tidied {
        Err(error) if !is_locked(&error) => Err(error),
        _ => Ok(()),
    }
}

fn explain(path: &Path, options: &Options, source: rusqlite::Error) -> OpenError {
    let path = path.to_path_buf();
    match source.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => OpenError::NotSqlite { path },
        Some(ErrorCode::DatabaseCorrupt) => {
            OpenError::Damaged { path, found: "SQLite cannot read its pages".into() }
        }
        Some(ErrorCode::ReadOnly) => OpenError::ReadOnly { path },
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            OpenError::Locked { path, waited: options.patience }
        }
        Some(ErrorCode::CannotOpen) => {
            OpenError::Unreachable { path, source: std::io::Error::other(source.to_string()) }
        }
        _ => OpenError::Sqlite { path, source },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn synchronous(options: Options) -> i64 {
        let folder = tempfile::tempdir().unwrap();
        let writer = writer(&folder.path().join("store.sqlite"), &options).unwrap();
        writer.pragma_query_value(None, "synchronous", |row| row.get(0)).unwrap()
    }

    #[test]
    fn syncs_every_commit_unless_told_otherwise() {
        const FULL: i64 = 2;
        const NORMAL: i64 = 1;
        assert_eq!(synchronous(Options::default()), FULL);
        assert_eq!(synchronous(Options::default().durability(Durability::Normal)), NORMAL);
    }

    #[test]
    fn a_setting_that_does_not_hold_is_an_error() {
        let memory = Connection::open_in_memory().unwrap();
        let (path, options) = (Path::new("memory"), Options::default());
        let error = settle(&memory, path, &options, |error| explain(path, &options, error)).unwrap_err();
        assert_eq!(error.to_string(), "`memory`: `journal_mode` is `memory` and has to be `wal`");
    }
}
