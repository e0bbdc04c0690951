//! A log that is cut off anywhere opens to a prefix of the commits, with everything that was
//! acknowledged before the cut (C7).

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod common;

use std::fs;
use std::path::Path;

use guildhall_sqlite::{Options, SqliteStore};

const LOG_HEADER: u64 = 32;
const FRAME_HEADER: u64 = 24;
const PAGE: u64 = 4_096;
const FRAME: u64 = FRAME_HEADER + PAGE;

/// Opens a copy of a store whose log ends at `cut`, and answers how many commits it holds.
fn cut(source: &Path, log: &[u8], cut: u64) -> u64 {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.sqlite");
    fs::copy(source, &path).unwrap();
    let end = usize::try_from(cut).unwrap();
    fs::write(folder.path().join("store.sqlite-wal"), &log[..end]).unwrap();
    common::a_prefix(&path).unwrap_or_else(|torn| panic!("cut at {cut}: {torn}"))
}

#[test]
fn c7_a_log_cut_anywhere_opens_to_a_prefix_of_the_commits() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.sqlite");
    let log = folder.path().join("store.sqlite-wal");
    // Some commits lie in the file already, the others in the log alone.
    let store = SqliteStore::open(&path).unwrap();
    (0..10).for_each(|number| drop(common::store(&store, number).unwrap()));
    drop(store);
    let store = SqliteStore::open_with(&path, Options::default()).unwrap();
    let mut ends = Vec::new();
    for number in 10..18 {
        common::store(&store, number).unwrap();
        ends.push((number + 1, fs::metadata(&log).unwrap().len()));
    }
    let bytes = fs::read(&log).unwrap();
    let length = u64::try_from(bytes.len()).unwrap();
    assert_eq!((length - LOG_HEADER) % FRAME, 0, "the log is not laid out as this test believes");

    let mut cuts = vec![0, 1, 16, LOG_HEADER - 1, LOG_HEADER, LOG_HEADER + 1];
    for frame in (LOG_HEADER..length).step_by(usize::try_from(FRAME).unwrap()) {
        let inside = [0, 1, FRAME_HEADER - 1, FRAME_HEADER, FRAME_HEADER + 1, FRAME / 2, FRAME - 1];
        cuts.extend(inside.map(|offset| frame + offset));
    }
    cuts.push(length);
    for end in cuts {
        let there = cut(&path, &bytes, end);
        let acknowledged = ends.iter().rfind(|(_, log)| *log <= end).map_or(10, |(commits, _)| *commits);
        assert_eq!(there, acknowledged, "cut at {end} of {length}");
    }
}

#[test]
fn c7_a_flipped_bit_in_the_log_ends_it_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.sqlite");
    let store = SqliteStore::open(&path).unwrap();
    (0..12).for_each(|number| drop(common::store(&store, number).unwrap()));
    let bytes = fs::read(folder.path().join("store.sqlite-wal")).unwrap();
    let length = u64::try_from(bytes.len()).unwrap();
    let mut before = 0;
    for at in (LOG_HEADER..length).step_by(usize::try_from(FRAME / 2).unwrap()) {
        let mut flipped = bytes.clone();
        flipped[usize::try_from(at).unwrap()] ^= 0x10;
        let there = cut(&path, &flipped, length);
        assert!(there >= before && there < 12, "a bit at {at} leaves {there} commits");
        before = there;
    }
}
