//! The SQLite store beside a bare `rusqlite` loop on the same tables: commits with the same bytes and
//! the same durability, loading a stream of 100,000 events, and the feed over them.

mod bare;
mod workload;

use std::error::Error;
use std::path::Path;

use guildhall::kernel::{Loaded, Position, Store};
use guildhall_benches::{duel, timed};
use guildhall_sqlite::{Durability, Options, SqliteStore};

use bare::Bare;
use workload::{ApplicationEvent, Journal, POOL, Planned, RECRUITMENT, Tally, begin, planned};

type Outcome = Result<(), Box<dyn Error>>;

fn main() -> Outcome {
    let only = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let wanted = |id: &str| only.as_ref().is_none_or(|only| id.contains(only.as_str()));
    if wanted("store_commit_full") {
        commits("store_commit_full", Durability::Full, 21, 150)?;
    }
    if wanted("store_commit_normal") {
        commits("store_commit_normal", Durability::Normal, 41, 1_000)?;
    }
    if wanted("store_load") || wanted("store_feed") {
        reads()?;
    }
    Ok(())
}

/// Commits per second; both sides write batches of the same plan, each to a file of its own, and in
/// the end the files hold the same.
fn commits(id: &str, durability: Durability, pairs: usize, batch: u32) -> Outcome {
    let folder = tempfile::tempdir()?;
    let (our_path, their_path) = (folder.path().join("ours.sqlite"), folder.path().join("bare.sqlite"));
    let store = SqliteStore::open_with(&our_path, Options::default().durability(durability))?;
    // The tables are made by the store, so that they are the same.
    drop(SqliteStore::open(&their_path)?);
    let mut bare = Bare::open(&their_path, durability)?;
    begin(&store)?;
    bare.begin()?;
    let (mut ours, mut theirs) = (planned(), planned());
    let result = duel(
        pairs,
        |_| {
            let plans: Vec<Planned> = ours.by_ref().take(batch.try_into()?).collect();
            timed(|| {
                plans.iter().try_for_each(|plan| -> Outcome {
                    store.commit(&plan.commit()?)?;
                    Ok(())
                })
            })
        },
        |_| {
            let plans: Vec<Planned> = theirs.by_ref().take(batch.try_into()?).collect();
            let prints = plans.iter().map(|plan| Ok(plan.commit()?.fingerprint()));
            let prints = prints.collect::<Result<Vec<_>, Box<dyn Error>>>()?;
            timed(|| {
                let mut both = plans.iter().zip(&prints);
                both.try_for_each(|(plan, print)| bare.commit(plan, print))
            })
        },
    )?;
    drop((store, bare));
    bare::same(&our_path, &their_path)?;
    result.report(id, batch, "commits");
    Ok(())
}

/// Loading and the feed, over one file with a stream of 100,000 events.
fn reads() -> Outcome {
    const EVENTS: u32 = 100_000;
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("long.sqlite");
    let store = SqliteStore::open_with(&path, Options::default().durability(Durability::Normal))?;
    workload::fill(&store, EVENTS)?;
    let bare = Bare::open(&path, Durability::Normal)?;

    let result = duel(
        15,
        |_| {
            timed(|| {
                let journal = Loaded::<Journal>::read(&store, RECRUITMENT, POOL)?;
                whole(journal.tally(), EVENTS)
            })
        },
        |_| timed(|| whole(&bare.load()?, EVENTS)),
    )?;
    result.report("store_load", EVENTS, "events");

    let result =
        duel(15, |_| timed(|| whole(&feed(&store)?, EVENTS)), |_| timed(|| whole(&bare.feed()?, EVENTS)))?;
    result.report("store_feed", EVENTS, "events");
    size(&path)
}

fn feed(store: &dyn Store) -> Result<Tally, Box<dyn Error>> {
    let mut tally = Tally::default();
    let mut after = Position::ZERO;
    loop {
        let page = store.feed(None, after, 1_000)?;
        let Some(last) = page.last() else { return Ok(tally) };
        after = last.position;
        for recorded in &page {
            tally.note(&recorded.event.decode::<ApplicationEvent>()?);
        }
    }
}

/// Sees to it that a side has really read everything.
fn whole(tally: &Tally, events: u32) -> Outcome {
    if tally.events() == u64::from(events) { Ok(()) } else { Err(format!("{tally:?} of {events}").into()) }
}

#[expect(clippy::print_stdout, reason = "a bench reports on the standard output")]
fn size(path: &Path) -> Outcome {
    let bytes = std::fs::metadata(path)?.len();
    println!("100,000 events take {bytes} bytes in the file");
    Ok(())
}
