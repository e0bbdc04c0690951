//! A Guildhall store in one SQLite file.
//!
//! [`SqliteStore`] is a [`Store`](guildhall_kernel::Store) and a [`Vault`](guildhall_kernel::Vault):
//! events and personal data in one file, written in one transaction. It passes the conformance suite
//! (C7, C8, C9), under kill and truncation too.
//!
//! ```
//! use guildhall_kernel::{Commit, CommitId, Position, RetentionClass, Slot, SlotId, Store, Uuid, Vault};
//! use guildhall_sqlite::SqliteStore;
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("training.sqlite");
//!
//! let store = SqliteStore::open(&path)?;
//! let slot = Slot::new(SlotId::new(Uuid::from_u128(1)), RetentionClass::Contact);
//! let commit = Commit::new(CommitId::new(Uuid::from_u128(2)), Default::default(), None);
//! let receipt = store.commit(&commit.private(slot, "Synthetic Person")?)?;
//! drop(store);
//!
//! let again = SqliteStore::open(&path)?;
//! assert_eq!(again.receipt(receipt.commit)?, Some(receipt));
//! assert_eq!(again.reveal(slot.id())?.read::<String>()?.as_deref(), Some("Synthetic Person"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # How it is kept
//!
//! - **Write-ahead log.** A commit is one append and one sync, readers never wait for the writer, and
//!   a log that is cut off anywhere opens to a prefix of the commits. So there may be a `-wal` and a
//!   `-shm` file beside the store while it is open or after a crash; they belong to it. The file system
//!   must be a local one.
//! - **Durability.** [`Durability::Full`] by default: an acknowledged commit outlives a power cut.
//!   The setting is read back after opening, and a store that would be weaker does not open.
//! - **Erasure.** An erased content is overwritten where it lies, the log is written back and cut to
//!   nothing before [`erase`](guildhall_kernel::Vault::erase) returns. Contents are only ever appended
//!   to their table and never change their length, for a B-tree that moves its cells about may leave traces of
//!   them. The length of what was erased stays visible. Copies outside (backups, snapshots of the file
//!   system) are the operator's.
//! - **One writer at a time**, of this process or another: others wait, as long as
//!   [`Options::patience`] says.

mod error;
mod inspect;
mod open;
mod read;
mod schema;
mod store;
mod value;
mod vault;
mod write;

pub use error::{Fault, OpenError};
pub use open::{Durability, Options};
pub use store::SqliteStore;

pub use rusqlite;
