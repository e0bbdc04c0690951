//! The cases that only real threads can tell: who wins, what a reader sees meanwhile (C7, C9).

use std::collections::BTreeSet;
use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use guildhall_kernel::{
    Commit, CommitError, Position, Receipt, Recorded, Revealed, StageError, Store, StoreError, StreamId,
    Vault, Version,
};

use super::Failure;
use super::model::Model;
use super::samples::{append, commit, commit_id, erasure, slot, stream, stream_in};
use super::step::{Expected, Request};

/// More events than any race writes.
const ALL: usize = 1_000_000;

type Race<S> = fn(&'static str, &S) -> Result<(), Failure>;

/// Every race by name.
pub(crate) fn all<S: Store + Vault>() -> [(&'static str, Race<S>); 8] {
    [
        ("C7: writers on streams of their own all succeed", apart),
        ("C7: of those who race on one stream one wins each version", together),
        ("C7: fifty people take five seats", seats),
        ("C7: a reader of the feed sees no hole and misses nothing while others commit", tailing),
        ("C7: racing repeats of one commit store it once", repeats),
        ("C7: of commits that race for one slot one gets it", slots),
        ("C7: whatever was stored could have been stored one after the other", serialisable),
        ("C9: erasing while others commit loses and leaves nothing", erasing),
    ]
}

/// Why a thread gave up.
enum Trouble {
    Stage(StageError),
    Commit(CommitError),
    Store(StoreError),
}
impl From<StageError> for Trouble {
    fn from(error: StageError) -> Self {
        Self::Stage(error)
    }
}
impl From<CommitError> for Trouble {
    fn from(error: CommitError) -> Self {
        Self::Commit(error)
    }
}
impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}
impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Stage(error) => write!(f, "{error}"),
            Self::Commit(error) => write!(f, "{error} ({error:?})"),
            Self::Store(error) => write!(f, "{error} ({error:?})"),
        }
    }
}

/// Lets `count` threads begin at the same moment, and collects what each has to say.
fn at_once<T: Send>(
    case: &'static str,
    count: usize,
    work: impl Fn(usize) -> Result<T, Trouble> + Sync,
) -> Result<Vec<T>, Failure> {
    let barrier = Barrier::new(count);
    thread::scope(|scope| {
        let begin = |nth| {
            let (barrier, work) = (&barrier, &work);
            scope.spawn(move || {
                barrier.wait();
                work(nth)
            })
        };
        let threads: Vec<_> = (0..count).map(begin).collect();
        let joined = threads.into_iter().enumerate().map(|(nth, thread)| {
            let step = format!("thread {nth}");
            match thread.join() {
                Ok(Ok(said)) => Ok(said),
                Ok(Err(trouble)) => Err(Failure::new(case, step, "no trouble", trouble)),
                Err(_) => Err(Failure::new(case, step, "no panic", "a panic")),
            }
        });
        joined.collect()
    })
}

fn must(case: &'static str, step: &str, holds: bool, got: impl std::fmt::Debug) -> Result<(), Failure> {
    if holds { Ok(()) } else { Err(Failure::new(case, step, "that it holds", format!("{got:?}"))) }
}

fn everything<S: Store>(case: &'static str, store: &S) -> Result<Vec<Recorded>, Failure> {
    let feed = store.feed(None, Position::ZERO, ALL);
    let feed = feed.map_err(|error| Failure::new(case, "the whole feed", "events", Trouble::Store(error)))?;
    let mut next = Position::ZERO.plus(1);
    for recorded in &feed {
        must(case, "positions rise one by one", recorded.position == next, (recorded.position, next))?;
        next = next.plus(1);
    }
    Ok(feed)
}

fn wide(number: usize) -> u128 {
    u128::try_from(number).unwrap_or_default()
}

fn apart<S: Store + Vault>(case: &'static str, store: &S) -> Result<(), Failure> {
    at_once(case, 8, |nth| {
        for round in 0..12_u64 {
            let id = wide(nth).wrapping_mul(1_000).wrapping_add(round.into());
            let own = append(&stream(wide(nth)), round.saturating_mul(2), &["one", "two"])?;
            store.commit(&commit(id).append(own)?)?;
        }
        Ok(())
    })?;
    let feed = everything(case, store)?;
    must(case, "every event is there", feed.len() == 8 * 12 * 2, feed.len())?;
    for nth in 0..8 {
        let versions = feed.iter().filter(|e| e.stream == stream(nth)).map(|e| e.version);
        must(case, "versions rise one by one", versions.eq((1..=24).map(Version::new)), nth)?;
    }
    Ok(())
}

fn together<S: Store + Vault>(case: &'static str, store: &S) -> Result<(), Failure> {
    let contested = stream(1);
    for round in 0..15_u64 {
        let won = at_once(case, 6, |nth| {
            let id = wide(nth).wrapping_add(u128::from(round).wrapping_mul(100));
            match store.commit(&commit(id).append(append(&contested, round, &["won"])?)?) {
                Ok(_) => Ok(true),
                Err(CommitError::Conflict(c)) if c.stream == contested && c.actual.get() > round => Ok(false),
                Err(error) => Err(error.into()),
            }
        })?;
        must(case, "one wins", won.iter().filter(|won| **won).count() == 1, won)?;
    }
    must(case, "every version was won once", everything(case, store)?.len() == 15, ())
}

fn seats<S: Store + Vault>(case: &'static str, store: &S) -> Result<(), Failure> {
    const SEATS: usize = 5;
    let pool = stream(0);
    let seated = at_once(case, 50, |nth| {
        let person = wide(nth).wrapping_add(1);
        for attempt in 0..1_000_u128 {
            let taken = store.load(&pool, Version::ZERO, ALL)?;
            if taken.len() >= SEATS {
                return Ok(false);
            }
            let version = taken.last().map_or(0, |last| last.version.get());
            let id = person.wrapping_mul(1_000).wrapping_add(attempt);
            let both = commit(id).append(append(&pool, version, &["taken"])?)?;
            match store.commit(&both.append(append(&stream(person), 0, &["seated"])?)?) {
                Ok(_) => return Ok(true),
                Err(CommitError::Conflict(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(false)
    })?;
    let feed = everything(case, store)?;
    let taken = feed.iter().filter(|recorded| recorded.stream == pool).count();
    must(case, "five are told so", seated.iter().filter(|seated| **seated).count() == SEATS, &seated)?;
    must(case, "five seats are taken, by five people", taken == SEATS && feed.len() == 2 * SEATS, feed.len())
}

/// Counts a writer out, however it ends.
struct Done<'a>(&'a AtomicUsize);

impl Drop for Done<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

fn tailing<S: Store + Vault>(case: &'static str, store: &S) -> Result<(), Failure> {
    const WRITERS: usize = 4;
    const READERS: usize = 2;
    const ALL_TAILED: usize = WRITERS * 25 * 3;
    let writing = AtomicUsize::new(WRITERS);
    let scope = stream_in(7, 0).scope();
    let seen = at_once(case, WRITERS + READERS, |nth| {
        if nth < WRITERS {
            let _done = Done(&writing);
            for round in 0..25_u64 {
                let id = wide(nth).wrapping_mul(1_000).wrapping_add(round.into());
                let own = append(&stream(wide(nth)), round, &["one"])?;
                let other = stream_in(7, wide(nth));
                let other = append(&other, round.saturating_mul(2), &["two", "three"])?;
                store.commit(&commit(id).append(own)?.append(other)?)?;
            }
            return Ok(Vec::new());
        }
        let scope = (nth > WRITERS).then_some(scope);
        let mut seen: Vec<Recorded> = Vec::new();
        loop {
            let last_round = writing.load(Ordering::SeqCst) == 0;
            let after = seen.last().map_or(Position::ZERO, |last| last.position);
            let limit = if seen.len().is_multiple_of(2) { ALL } else { 7 };
            let page = store.feed(scope, after, limit)?;
            let end = page.is_empty();
            seen.extend(page);
            if (end && last_round) || seen.len() > ALL_TAILED {
                return Ok(seen);
            }
        }
    })?;
    let feed = everything(case, store)?;
    must(case, "every event is there", feed.len() == ALL_TAILED, feed.len())?;
    for (nth, seen) in seen.iter().enumerate().skip(WRITERS) {
        let all: Vec<&Recorded> =
            feed.iter().filter(|e| nth == WRITERS || e.stream.scope() == scope).collect();
        let positions: Vec<_> = seen.iter().map(|recorded| recorded.position).collect();
        must(case, "the reader saw all, in order, once", seen.iter().eq(all), positions)?;
    }
    Ok(())
}

fn repeats<S: Store + Vault>(case: &'static str, store: &S) -> Result<(), Failure> {
    for round in 0..8_u64 {
        let answers = at_once(case, 8, |nth| {
            let content = if nth < 4 { "this" } else { "that" };
            let next = commit(round.into()).append(append(&stream(1), round, &[content])?)?;
            match store.commit(&next.private(slot(round.into()), content)?) {
                Ok(receipt) => Ok(Some(receipt)),
                Err(CommitError::IdReused(id)) if id == commit_id(round.into()) => Ok(None),
                Err(error) => Err(error.into()),
            }
        })?;
        let (these, those) = answers.split_at(4);
        let all = |side: &[Option<Receipt>]| side.iter().all(Option::is_some);
        let none = |side: &[Option<Receipt>]| side.iter().all(Option::is_none);
        let one_side = (all(these) && none(those)) || (none(these) && all(those));
        must(case, "one content wins, and all who sent it are told so", one_side, &answers)?;
        let receipts: Vec<_> = answers.iter().flatten().collect();
        must(case, "all get one receipt", receipts.windows(2).all(|w| w.first() == w.last()), &receipts)?;
    }
    must(case, "each is stored once", everything(case, store)?.len() == 8, ())
}

fn slots<S: Store + Vault>(case: &'static str, store: &S) -> Result<(), Failure> {
    for round in 0..8_u128 {
        let contested = slot(round);
        let won = at_once(case, 6, |nth| {
            let id = round.wrapping_mul(100).wrapping_add(wide(nth));
            let own = append(&stream(id), 0, &["carries the slot"])?;
            match store.commit(&commit(id).append(own)?.private(contested, &nth)?) {
                Ok(_) => Ok(Some(nth)),
                Err(CommitError::SlotTaken(taken)) if taken == contested.id() => Ok(None),
                Err(error) => Err(error.into()),
            }
        })?;
        let winners: Vec<usize> = won.into_iter().flatten().collect();
        must(case, "one gets it", winners.len() == 1, &winners)?;
        let held = store.reveal(contested.id()).map(|revealed| revealed.read::<usize>());
        let held = held.map_err(|error| Failure::new(case, "reveal", "content", Trouble::Store(error)))?;
        must(case, "it holds the winner's content", held == Ok(winners.first().copied()), held)?;
    }
    must(case, "the others left no event", everything(case, store)?.len() == 8, ())
}

fn serialisable<S: Store + Vault>(case: &'static str, store: &S) -> Result<(), Failure> {
    let acknowledged = at_once(case, 6, |nth| {
        let mut stored: Vec<(Commit, Receipt)> = Vec::new();
        for round in 0..20_usize {
            // Reads one stream to write another: two such writers may not both have their way.
            let (read, grown) = (wide(nth.wrapping_add(round) % 3), wide(nth.wrapping_add(1) % 3));
            let end = |stream: &StreamId| -> Result<Version, StoreError> {
                Ok(store.load(stream, Version::ZERO, ALL)?.last().map_or(Version::ZERO, |last| last.version))
            };
            let id = wide(nth).wrapping_mul(1_000).wrapping_add(wide(round));
            let (read, grown) = (stream(read), stream(grown));
            let next = commit(id).reading(read.clone(), end(&read)?);
            let next = next.append(append(&grown, end(&grown)?.get(), &["decided"])?)?;
            match store.commit(&next) {
                Ok(receipt) => stored.push((next, receipt)),
                Err(CommitError::Conflict(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(stored)
    })?;
    let mut acknowledged: Vec<_> = acknowledged.into_iter().flatten().collect();
    acknowledged.sort_by_key(|(_, receipt)| receipt.position);
    let mut model = Model::default();
    for (commit, receipt) in acknowledged {
        let expected = model.answer(&Request::Commit(commit));
        must(case, "in order of position", expected == Expected::Stored(receipt), &expected)?;
    }
    must(case, "the feed is what was acknowledged", model.log() == everything(case, store)?, ())
}

fn erasing<S: Store + Vault>(case: &'static str, store: &S) -> Result<(), Failure> {
    let ground = erasure("request");
    let revealed = at_once(case, 4, |nth| {
        let mut revealed = Vec::new();
        for round in 0..10_u64 {
            let id = wide(nth).wrapping_mul(1_000).wrapping_add(round.into());
            let own = append(&stream(wide(nth)), round, &["carries a slot"])?;
            store.commit(&commit(id).append(own)?.private(slot(id), "content")?)?;
            store.feed(None, Position::ZERO, ALL)?;
            if nth % 2 == 0 {
                store.erase(slot(id).id(), &ground)?;
            }
            revealed.push((nth, store.reveal(slot(id).id())?));
        }
        Ok(revealed)
    })?;
    for (nth, revealed) in revealed.into_iter().flatten() {
        let erased = revealed == Revealed::Erased(ground.clone());
        let kept = matches!(revealed, Revealed::Content(_));
        must(case, "erased is what was erased", if nth % 2 == 0 { erased } else { kept }, (nth, revealed))?;
    }
    let feed = everything(case, store)?;
    let commits: BTreeSet<_> = feed.iter().map(|recorded| recorded.commit).collect();
    must(case, "every event is there", feed.len() == 40 && commits.len() == 40, feed.len())
}
