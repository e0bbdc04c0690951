//! What the tests of this crate share.

#![allow(dead_code, clippy::allow_attributes, reason = "each test takes what it needs")]

use std::io;
use std::path::Path;

use guildhall_kernel::{
    Append, Commit, CommitError, CommitId, Encoded, Position, Receipt, Recorded, RetentionClass, Revealed,
    Slot, SlotId, StageError, Store, StreamId, Uuid, Vault, Version,
};
use guildhall_sqlite::{SqliteStore, rusqlite};

/// Counts where `content` occurs in the files of a folder, byte by byte.
pub(crate) fn copies(folder: &Path, content: &[u8]) -> io::Result<usize> {
    let mut copies = 0;
    for entry in std::fs::read_dir(folder)? {
        let bytes = std::fs::read(entry?.path())?;
        copies += bytes.windows(content.len()).filter(|window| *window == content).count();
    }
    Ok(copies)
}

/// What the slot of commit `number` holds.
pub(crate) fn content(number: u64) -> String {
    format!("Canary-{number:06}-{}", "x".repeat(usize::try_from(number % 1_500).unwrap_or_default()))
}

pub(crate) fn slot(number: u64) -> Slot {
    Slot::new(SlotId::derived(Uuid::nil(), &number.to_be_bytes()), RetentionClass::Contact)
}

pub(crate) fn id(number: u64) -> CommitId {
    CommitId::derived(Uuid::nil(), &number.to_be_bytes())
}

/// Commit `number`: two events on a shared stream, one on its own, and a slot.
pub(crate) fn commit(number: u64) -> Result<Commit, StageError> {
    let shared = StreamId::new("shared", Uuid::nil(), Uuid::nil());
    let own = StreamId::new("own", Uuid::nil(), slot(number).id().uuid());
    let event = |text: String| -> Result<Encoded, StageError> {
        Ok(Encoded::new("noted", 1, guildhall_kernel::serde_json::value::to_raw_value(&text)?))
    };
    let two = vec![event(format!("{number} first"))?, event("x".repeat(300))?];
    let one = vec![event(format!("{number} third"))?];
    Commit::new(id(number), Default::default(), None)
        .append(Append { stream: shared, expected: Version::new(number * 2), events: two })?
        .append(Append { stream: own, expected: Version::ZERO, events: one })?
        .private(slot(number), &content(number))
}

pub(crate) fn store(store: &SqliteStore, number: u64) -> Result<Receipt, CommitError> {
    let commit = commit(number).map_err(|error| guildhall_kernel::StoreError::new("stage", error))?;
    store.commit(&commit)
}

/// Sees to it that a store holds a prefix of the commits, each whole, the feed without a hole, and
/// that SQLite finds nothing wrong. Answers how many commits it holds.
pub(crate) fn a_prefix(path: &Path) -> Result<u64, Box<dyn std::error::Error>> {
    let store = SqliteStore::open(path)?;
    let feed: Vec<Recorded> = store.feed(None, Position::ZERO, usize::MAX)?;
    for (recorded, position) in feed.iter().zip(1..) {
        if recorded.position != Position::new(position) {
            return Err(format!("a hole before position {}", recorded.position).into());
        }
    }
    let commits = u64::try_from(feed.len() / 3)?;
    if !feed.len().is_multiple_of(3) {
        return Err(format!("torn: {} events", feed.len()).into());
    }
    for (number, events) in (0..).zip(feed.chunks(3)) {
        let wanted = commit(number)?;
        let wanted: Vec<&Encoded> = wanted.appends().iter().flat_map(|append| &append.events).collect();
        if !events.iter().map(|recorded| &recorded.event).eq(wanted)
            || events.iter().any(|recorded| recorded.commit != id(number))
        {
            return Err(format!("commit {number} is torn").into());
        }
        match store.reveal(slot(number).id())? {
            Revealed::Erased(_) => {}
            revealed if revealed.read::<String>()?.as_deref() == Some(&content(number)) => {}
            _ => return Err(format!("the slot of commit {number} is torn").into()),
        }
        let versions = store.receipt(id(number))?.map(|receipt| receipt.versions.len());
        if versions != Some(2) {
            return Err(format!("the receipt of commit {number} is torn").into());
        }
    }
    if store.receipt(id(commits))?.is_some() || store.reveal(slot(commits).id())? != Revealed::Unknown {
        return Err(format!("commit {commits} is there without its events").into());
    }
    let check = rusqlite::Connection::open(path)?;
    let found: String = check.query_row("PRAGMA integrity_check", (), |row| row.get(0))?;
    if found == "ok" { Ok(commits) } else { Err(found.into()) }
}
