//! The store: one connection that writes, a few that read.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use guildhall_kernel::{
    Commit, CommitError, CommitId, Erasure, Position, Receipt, Recorded, Revealed, SlotId, Store, StoreError,
    StreamId, Uuid, Vault, Version,
};
use rusqlite::Connection;

use crate::error::{Fault, OpenError};
use crate::open::{self, Options};
use crate::{read, vault, write};

/// How many reading connections are kept for the next readers.
const KEPT: usize = 4;

/// A [`Store`] and [`Vault`] in one SQLite file. Share it between threads by reference: writers take
/// turns, readers run beside them.
#[derive(Debug)]
pub struct SqliteStore {
    path: PathBuf,
    options: Options,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
}

impl SqliteStore {
    /// Opens the store at `path`, or makes one where there is no file or an empty one; with full
    /// durability.
    ///
    /// # Errors
    /// [`OpenError`], after which nothing at `path` has changed.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, OpenError> {
        Self::open_with(path, Options::default())
    }

    /// Opens a store as [`SqliteStore::open`] does, with options.
    ///
    /// # Errors
    /// [`OpenError`], after which nothing at `path` has changed.
    pub fn open_with(path: impl AsRef<Path>, options: Options) -> Result<Self, OpenError> {
        let path = std::path::absolute(path.as_ref())
            .map_err(|source| OpenError::Unreachable { path: path.as_ref().to_path_buf(), source })?;
        let writer = Mutex::new(open::writer(&path, &options)?);
        Ok(Self { path, options, writer, readers: Mutex::default() })
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How it was opened.
    pub const fn options(&self) -> Options {
        self.options
    }

    /// A thread that panicked has rolled back what it had begun.
    fn writer(&self) -> MutexGuard<'_, Connection> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn readers(&self) -> MutexGuard<'_, Vec<Connection>> {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn reading<T>(
        &self,
        doing: &'static str,
        read: impl FnOnce(&Connection) -> Result<T, Fault>,
    ) -> Result<T, StoreError> {
        let kept = self.readers().pop();
        let reader = kept.map_or_else(|| open::reader(&self.path, &self.options), Ok);
        let result = reader.map_err(Fault::from).and_then(|reader| {
            let result = read(&reader);
            let mut readers = self.readers();
            if result.is_ok() && readers.len() < KEPT {
                readers.push(reader);
            }
            result
        });
        result.map_err(|fault| self.failed(doing, fault))
    }

    fn failed(&self, doing: &'static str, fault: Fault) -> StoreError {
        StoreError::new(doing, fault.patiently(self.options.waits()))
    }
}

impl Store for SqliteStore {
    fn load(&self, stream: &StreamId, after: Version, limit: usize) -> Result<Vec<Recorded>, StoreError> {
        self.reading("read a stream", |reader| read::load(reader, stream, after, limit))
    }

    fn feed(&self, scope: Option<Uuid>, after: Position, limit: usize) -> Result<Vec<Recorded>, StoreError> {
        self.reading("read the feed", |reader| read::feed(reader, scope, after, limit))
    }

    fn commit(&self, commit: &Commit) -> Result<Receipt, CommitError> {
        let refused = match write::commit(&self.writer(), commit) {
            Ok(receipt) => return Ok(receipt),
            Err(refused) => refused,
        };
        Err(match refused {
            write::Refused::Contract(error) => error,
            write::Refused::Fault(fault) => self.failed("store a commit", fault).into(),
        })
    }

    fn receipt(&self, commit: CommitId) -> Result<Option<Receipt>, StoreError> {
        self.reading(
            "read a receipt",
            |reader| Ok(read::stored(reader, commit)?.map(|stored| stored.receipt)),
        )
    }
}

impl Vault for SqliteStore {
    fn reveal(&self, slot: SlotId) -> Result<Revealed, StoreError> {
        self.reading("reveal a slot", |reader| vault::reveal(reader, slot))
    }

    fn erase(&self, slot: SlotId, erasure: &Erasure) -> Result<Revealed, StoreError> {
        vault::erase(&self.writer(), slot, erasure).map_err(|fault| self.failed("erase a slot", fault))
    }
}
