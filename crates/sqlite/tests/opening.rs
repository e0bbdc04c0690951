//! What is no store of this release opens with a clear error, and not a byte of it changes.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use guildhall_kernel::{Append, Commit, CommitId, Encoded, Position, Store, StreamId, Uuid, Version};
use guildhall_sqlite::rusqlite::Connection;
use guildhall_sqlite::{Durability, OpenError, Options, SqliteStore};
use tempfile::TempDir;

/// A folder and a store in it with 200 events, closed.
fn a_store() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.sqlite");
    let store = SqliteStore::open_with(&path, Options::default().durability(Durability::Normal)).unwrap();
    (0..200).for_each(|number| write(&store, number));
    drop(store);
    (folder, path)
}

fn write(store: &SqliteStore, number: u64) {
    let json = guildhall_kernel::serde_json::value::to_raw_value(&"x".repeat(150)).unwrap();
    let stream = StreamId::new("group", Uuid::nil(), Uuid::nil());
    let events = vec![Encoded::new("noted", 1, json)];
    let append = Append { stream, expected: Version::new(number), events };
    let id = CommitId::derived(Uuid::nil(), &number.to_be_bytes());
    let commit = Commit::new(id, Default::default(), None).append(append).unwrap();
    store.commit(&commit).unwrap();
}

/// Every file of a folder with its bytes.
fn bytes(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.is_file()).map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

/// Tries to open, and sees to it that nothing changed.
fn refused(folder: &TempDir, path: &Path) -> OpenError {
    let before = bytes(folder.path());
    let error = SqliteStore::open(path).map(|_| "it opened").unwrap_err();
    assert_eq!(before.keys().collect::<Vec<_>>(), bytes(folder.path()).keys().collect::<Vec<_>>(), "{error}");
    assert!(before == bytes(folder.path()), "bytes changed after: {error}");
    let message = error.to_string();
    assert!(message.starts_with(&format!("`{}`", path.display())), "it names no path: {message}");
    error
}

fn poke(path: &Path, at: usize, with: &[u8]) {
    let mut bytes = fs::read(path).unwrap();
    bytes[at..at + with.len()].copy_from_slice(with);
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("inner");
    fs::create_dir(&path).unwrap();
    assert!(matches!(refused(&folder, &path), OpenError::Folder { .. }));
}

#[test]
fn a_file_in_a_folder_that_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("nowhere").join("store.sqlite");
    assert!(matches!(refused(&folder, &path), OpenError::Unreachable { .. }));
}

#[test]
fn a_file_that_is_not_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    for content in [&b"name;authority\n"[..], &[0xA5; 5_000], b"SQLite format 3\0"] {
        let path = folder.path().join("applicants.csv");
        fs::write(&path, content).unwrap();
        assert!(matches!(refused(&folder, &path), OpenError::NotSqlite { .. }));
    }
}

#[test]
fn a_sqlite_file_of_another_application() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.sqlite");
    let other = Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE events (position INTEGER PRIMARY KEY)").unwrap();
    drop(other);
    assert!(matches!(refused(&folder, &path), OpenError::Foreign { application_id: 0, .. }));

    let other = Connection::open(&path).unwrap();
    other.execute_batch("PRAGMA application_id = 77; PRAGMA journal_mode = WAL").unwrap();
    drop(other);
    assert!(matches!(refused(&folder, &path), OpenError::Foreign { application_id: 77, .. }));
}

#[test]
fn a_foreign_file_that_a_crash_left_unfinished() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.sqlite");
    let elsewhere = tempfile::tempdir().unwrap();
    let source = elsewhere.path().join("other.sqlite");
    let other = Connection::open(&source).unwrap();
    other.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE theirs (id INTEGER)").unwrap();
    for suffix in ["", "-wal"] {
        let name = format!("other.sqlite{suffix}");
        fs::copy(elsewhere.path().join(&name), folder.path().join(&name)).unwrap();
    }
    drop(other);
    assert!(matches!(refused(&folder, &path), OpenError::Foreign { .. } | OpenError::Damaged { .. }));
}

#[test]
fn a_store_of_a_newer_release() {
    let (folder, path) = a_store();
    let newer = Connection::open(&path).unwrap();
    newer.execute_batch("PRAGMA user_version = 2").unwrap();
    drop(newer);
    assert!(matches!(refused(&folder, &path), OpenError::Newer { found: 2, known: 1, .. }));
}

#[test]
fn a_store_that_was_cut_off() {
    let (folder, path) = a_store();
    let whole = fs::read(&path).unwrap();
    for length in [1, 99, 100, 4_096, 10_000, whole.len() / 2, whole.len() - 1] {
        fs::write(&path, &whole[..length]).unwrap();
        let error = refused(&folder, &path);
        let not_even_a_header = length < 100 && matches!(error, OpenError::NotSqlite { .. });
        assert!(not_even_a_header || matches!(error, OpenError::Damaged { .. }), "at {length}: {error}");
    }
}

#[test]
fn a_store_whose_tables_were_damaged() {
    let (folder, path) = a_store();
    // The first page's B-tree header, which leads to the tables.
    poke(&path, 100, &[0xFF; 40]);
    assert!(matches!(refused(&folder, &path), OpenError::Damaged { .. }));
}

#[test]
fn a_store_with_other_tables() {
    let (folder, path) = a_store();
    let meddler = Connection::open(&path).unwrap();
    meddler.execute_batch("DROP INDEX events_by_stream").unwrap();
    drop(meddler);
    assert!(matches!(refused(&folder, &path), OpenError::Damaged { .. }));
}

#[test]
fn a_store_whose_log_lost_its_file() {
    let (folder, path) = a_store();
    fs::write(folder.path().join("store.sqlite-wal"), [1; 100]).unwrap();
    fs::write(&path, b"").unwrap();
    assert!(matches!(refused(&folder, &path), OpenError::Damaged { .. }));
    fs::remove_file(&path).unwrap();
    assert!(matches!(refused(&folder, &path), OpenError::Damaged { .. }));
}

#[test]
fn a_store_that_may_only_be_read() {
    let (folder, path) = a_store();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    assert!(matches!(refused(&folder, &path), OpenError::ReadOnly { .. }));
}

#[test]
fn a_damaged_page_is_told_when_it_is_read() {
    let (_folder, path) = a_store();
    let pages = fs::metadata(&path).unwrap().len() / 4_096;
    for page in 8..pages {
        poke(&path, usize::try_from(page * 4_096).unwrap(), &[0xFF; 200]);
    }
    let store = SqliteStore::open(&path).unwrap();
    let error = store.feed(None, Position::ZERO, 1_000).unwrap_err();
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert_eq!(error.to_string(), "the store failed to read the feed");
    assert!(source.starts_with("the file is damaged"), "{source}");
}

#[test]
fn locked_by_somebody_else() {
    let (_folder, path) = a_store();
    let hasty = Options::default().patience(Duration::from_millis(20));
    let store = SqliteStore::open_with(&path, hasty).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let commit = Commit::new(CommitId::new(Uuid::max()), Default::default(), None);
    let error = store.commit(&commit).unwrap_err();
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert_eq!(source, "the file was locked by somebody else for 0.02 seconds");
    assert_eq!(store.feed(None, Position::ZERO, 1_000).unwrap().len(), 200, "readers go on");
    drop(store);
    other.execute_batch("ROLLBACK; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE").unwrap();
    let error = SqliteStore::open_with(&path, hasty).map(|_| "it opened").unwrap_err();
    assert!(matches!(error, OpenError::Locked { .. }), "{error}");
    drop(other);
    assert!(SqliteStore::open_with(&path, hasty).is_ok());
}

#[test]
fn an_empty_file_becomes_a_store_with_its_marks() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.sqlite");
    fs::write(&path, b"").unwrap();
    let store = SqliteStore::open(&path).unwrap();
    write(&store, 0);
    drop(store);
    assert_eq!(bytes(folder.path()).len(), 1, "a closed store is one file");
    let header = fs::read(&path).unwrap();
    assert_eq!(&header[68..72], b"Guil");
    assert_eq!(&header[60..64], [0, 0, 0, 1]);
}

#[test]
fn many_open_a_new_store_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.sqlite");
    let open = || SqliteStore::open(&path).map(|store| store.feed(None, Position::ZERO, 1).unwrap().len());
    let opened: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..6).map(|_| scope.spawn(open)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    opened.into_iter().for_each(|opened| assert_eq!(opened.unwrap(), 0));
}

#[test]
fn is_send_and_sync() {
    fn assert<T: Send + Sync>() {}
    assert::<SqliteStore>();
    assert::<OpenError>();
}
