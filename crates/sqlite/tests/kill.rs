//! A writing process is killed again and again: what it had acknowledged is there, nothing is torn,
//! the feed has no hole, and what was erased is gone (C7, C9).

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use guildhall_kernel::{Erasure, Position, Revealed, Store, Vault};
use guildhall_sqlite::{Durability, Options, SqliteStore};

const STORE: &str = "GUILDHALL_KILL_TEST_STORE";
const KILLS: u32 = 50;

fn open(path: &Path, full: bool) -> SqliteStore {
    let durability = if full { Durability::Full } else { Durability::Normal };
    SqliteStore::open_with(path, Options::default().durability(durability)).unwrap()
}

/// The child: writes until it is killed, and says what was acknowledged. Does nothing unless it is
/// told which store.
#[test]
fn writing_child() {
    let Some(path) = std::env::var_os(STORE) else { return };
    let store = open(Path::new(&path), std::env::var_os("FULL").is_some());
    let ground = Erasure { at: Default::default(), by: None, ground: "period_over".into() };
    let begin = store.feed(None, Position::ZERO, usize::MAX).unwrap().len() / 3;
    for number in u64::try_from(begin).unwrap().. {
        common::store(&store, number).unwrap();
        say("stored", number);
        if number % 7 == 3 {
            store.erase(common::slot(number).id(), &ground).unwrap();
            say("erased", number);
        }
    }
}

/// One line in one write, so that a kill cannot tear it from the one before.
fn say(what: &str, number: u64) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("\n{what} {number}\n").as_bytes()).unwrap();
    out.flush().unwrap();
}

/// Starts the child, kills it `after` its first word, and returns what it had said.
fn killed(path: &Path, full: bool, after: Duration) -> Vec<(String, u64)> {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "writing_child", "--nocapture"]).env(STORE, path);
    if full {
        child.env("FULL", "1");
    }
    let mut child = child.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut said = Vec::new();
    let mut hear = |line: String| {
        let (what, number) = line.split_once(' ').unwrap_or_default();
        if let (Ok(number), "stored" | "erased") = (number.parse(), what) {
            said.push((what.to_owned(), number));
            return true;
        }
        false
    };
    // A kill before the first word is a kill while opening; some are meant to be that.
    if after > Duration::from_millis(1) {
        while !hear(lines.next().unwrap().unwrap()) {}
    }
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    lines.map_while(Result::ok).for_each(|line| {
        hear(line);
    });
    said
}

#[test]
fn c7_nothing_acknowledged_is_lost_by_fifty_kills() {
    let folder = tempfile::tempdir().unwrap();
    let begin = Instant::now();
    let mut erased = Vec::new();
    let mut acknowledged = 0;
    for kill in 0..KILLS {
        // A new file now and then, so that kills while it is made are among them.
        let path = folder.path().join(format!("store-{}.sqlite", kill / 10));
        if kill % 10 == 0 {
            erased.clear();
            acknowledged = 0;
        }
        // Scattered over a tenth of a second, in microseconds; every tenth as early as can be.
        let scattered = u64::from(kill) * 7_919 % 50_000 + u64::from(begin.elapsed().subsec_micros() % 5_000);
        let after = if kill % 10 == 5 { kill.into() } else { scattered };
        for (what, number) in killed(&path, kill % 2 == 0, Duration::from_micros(after)) {
            match what.as_str() {
                "erased" => erased.push(number),
                _ => acknowledged = acknowledged.max(number + 1),
            }
        }
        let there = common::a_prefix(&path).unwrap_or_else(|torn| panic!("after kill {kill}: {torn}"));
        assert!(there >= acknowledged, "after kill {kill}: {there} of {acknowledged}");
        let store = open(&path, true);
        for number in &erased {
            let revealed = store.reveal(common::slot(*number).id()).unwrap();
            assert!(matches!(revealed, Revealed::Erased(_)), "after kill {kill}: {number} is back");
        }
        drop(store);
        let files = std::fs::read(&path).unwrap();
        let files = String::from_utf8_lossy(&files);
        for number in &erased {
            assert!(
                !files.contains(&format!("Canary-{number:06}-")),
                "after kill {kill}: a copy of {number}"
            );
        }
    }
    assert!(acknowledged > 0, "the last file saw no commit at all");
    println!("{KILLS} kills in {:?}", begin.elapsed());
}
