//! Giving out seats by deferred acceptance with nested quotas and reserves, beside a plain one without, by
//! hand and over the same ranks; and the audit of the seats, beside drawing all lots again by SHA-256.
//! `write FOLDER` writes the markets for `benches/peers/matching.py` instead.
#![expect(clippy::indexing_slicing, reason = "the peer is written for speed, and stops where it is wrong")]
#![expect(clippy::print_stdout, reason = "a bench reports on the standard output")]

mod market;
mod memory;
mod plain;
mod written;

use std::collections::BTreeSet;
use std::error::Error;
use std::time::{Duration, Instant};

use guildhall_allocation::audit::{self, Claim};
use guildhall_allocation::{Mechanism, Nested, Ranks, Work};
use guildhall_benches::duel;

use market::Size;
use plain::Plain;

type Outcome = Result<(), Box<dyn Error>>;

fn main() -> Outcome {
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let only = arguments.next();
    if only.as_deref() == Some("write") {
        return written::write(arguments.next().ok_or("give a folder")?.as_ref());
    }
    let wanted = |id: &str| only.as_ref().is_none_or(|only| id == only.as_str());
    let mut before: Option<(u32, Work)> = None;
    for (id, applicants, groups, pairs) in [
        ("allocation_10k", 10_000, 40, 21),
        ("allocation_100k", 100_000, 40, 9),
        ("allocation_1m", 1_000_000, 40, 7),
        ("allocation_1m_40k", 1_000_000, 40_000, 3),
    ] {
        if wanted(id) {
            let work = market(id, Size { applicants, groups, quotas: true }, pairs)?;
            if let Some((fewer, less)) = before.filter(|_| groups == 40) {
                growth(id, (fewer, less), (applicants, work));
            }
            before = Some((applicants, work));
        }
    }
    Ok(())
}

/// Solves one market on both sides, and says what else it takes.
fn market(id: &str, size: Size, pairs: usize) -> Result<Work, Box<dyn Error>> {
    let Size { applicants, .. } = size;
    let begin = Instant::now();
    let problem = market::problem(size)?;
    let read = begin.elapsed();
    memory::forget()?;
    let (input, _) = memory::taken()?;
    let mut peaks = Vec::new();
    let mut peak = || -> Outcome {
        peaks.push(memory::taken()?.1.saturating_sub(input) / 1_024);
        memory::forget()
    };
    let begin = Instant::now();
    let drawn = market::drawn(problem)?;
    let drew = begin.elapsed();
    peak()?;
    let begin = Instant::now();
    let ranks = Ranks::declared(&drawn);
    let ranked = begin.elapsed();
    peak()?;
    let open = BTreeSet::new();
    let solved = Nested.seat(&drawn, &ranks, &open);
    peak()?;
    println!("{id}: read {read:.0?}, drawn {drew:.0?}, ranked {ranked:.0?}");
    println!(
        "{id}: peaks in MiB above the input of {}: {peaks:?} (drawing, ranking, solving)",
        input / 1_024
    );

    let plain = Plain::new(&drawn, &ranks);
    let mut proposals = 0;
    let result = duel(
        pairs,
        |_| timed(|| whole(Nested.seat(&drawn, &ranks, &open).work == solved.work)),
        |_| {
            timed(|| {
                let solved = plain.solve();
                proposals = solved.proposals;
                whole(solved.seats.iter().any(|seat| *seat != plain::NOWHERE))
            })
        },
    )?;
    let seated = solved.seats.iter().flatten().count();
    let Work { proposals: ours, evictions, heap_operations, .. } = solved.work;
    println!("{id}: ours {:.0?}, plain {:.0?}; {seated} seated", result.ours, result.peer);
    println!(
        "{id}: {ours} proposals ({proposals} plain), {evictions} evictions, {heap_operations} heap operations"
    );
    result.report(id, applicants, "applicants");

    let (problem, lists) = (drawn.problem(), drawn.lists());
    let claim = Claim::new(problem, |one| solved.seats.get(one.index()).copied().flatten(), &[]);
    let (lots, _) = audit::keys(problem, &lists, &claim);
    let result = duel(
        pairs,
        |_| timed(|| whole(audit::seats(problem, &claim, &lots).is_empty())),
        |_| timed(|| whole(audit::keys(problem, &lists, &claim).1.is_empty())),
    )?;
    println!("{id}: audit of the seats {:.0?}, all lots again {:.0?}", result.ours, result.peer);
    result.report(&format!("{id}_audit"), applicants, "applicants");
    Ok(solved.work)
}

fn timed(work: impl FnOnce() -> Outcome) -> Result<Duration, Box<dyn Error>> {
    let begin = Instant::now();
    work()?;
    Ok(begin.elapsed())
}

fn whole(is_right: bool) -> Outcome {
    if is_right { Ok(()) } else { Err("the sides do not agree with themselves".into()) }
}

/// How much faster than n log n the work grew from one market to the next larger one: at most 1.
fn growth(id: &str, (fewer, less): (u32, Work), (more, work): (u32, Work)) {
    let n_log_n = |n: u32| f64::from(n) * f64::from(n).log2();
    let expected = n_log_n(more) / n_log_n(fewer);
    let grew = |before: u64, after: u64| float(after) / float(before) / expected;
    println!("growth {id} proposals {:.3}", grew(less.proposals, work.proposals));
    println!("growth {id} heap operations {:.3}", grew(less.heap_operations, work.heap_operations));
}

fn float(count: u64) -> f64 {
    Duration::from_micros(count).as_secs_f64()
}
