//! How long questions about whole rule sets take: the next version of the policy, rule sets of a hundred
//! clauses as offices have them, and one that nobody can answer.

use std::hint::black_box;
use std::time::{Duration, Instant};

use guildhall_rules::RuleSet;
use guildhall_rules::analysis::{Analysis, Answer, Inconclusive, Semantics};

use super::instances::{Instance, alike, hard};
use super::policy::{Policy, vocabulary};
use super::race::{ratio, say};
use super::side::Outcome;

const BOTH: [(&str, Semantics); 2] = [("kleene", Semantics::Kleene), ("exact", Semantics::Exact)];

/// Who gains and who loses by the next version of the policy of eight conditions.
pub(crate) fn diff() -> Outcome<()> {
    let vocabulary = vocabulary()?;
    let (old, new) = (Policy::first().rule(&vocabulary)?, Policy::second().rule(&vocabulary)?);
    let analysis = Analysis::new(&vocabulary);
    let mut slowest = Duration::ZERO;
    for (name, semantics) in BOTH {
        let classes = analysis.diff(&old, &new, semantics)?.classes.len();
        let time = median(201, || {
            black_box(analysis.diff(&old, &new, semantics)?);
            Ok(())
        })?;
        say(&format!("diff, {name}: {classes} classes in {time:?}"));
        slowest = slowest.max(time);
    }
    ratio("rules_diff_ms", millis(slowest));
    Ok(())
}

/// Every question about every instance; the slowest counts, whether it was answered or given up.
pub(crate) fn instances() -> Outcome<()> {
    let (mut slowest, mut given_up) = (Duration::ZERO, 0_u32);
    for Instance { name, vocabulary, old, new } in alike()? {
        let analysis = Analysis::new(&vocabulary);
        say(&format!("{name}: {} clauses", old.compile().clauses().len()));
        for (how, semantics) in BOTH {
            for (question, ask) in QUESTIONS {
                let mut found = None;
                let time = median(5, || {
                    found = black_box(ask(&analysis, &old, &new, semantics).ok());
                    Ok(())
                })?;
                let found = found.unwrap_or_else(|| {
                    given_up += 1;
                    "given up".to_owned()
                });
                say(&format!("  {how}, {question}: {found} in {time:?}"));
                slowest = slowest.max(time);
            }
        }
    }
    ratio("rules_analysis_ms", millis(slowest));
    ratio("rules_analysis_given_up", f64::from(given_up));
    bound()
}

type Question = fn(&Analysis<'_>, &RuleSet, &RuleSet, Semantics) -> Result<String, Inconclusive>;

const QUESTIONS: [(&str, Question); 7] = [
    ("unsatisfiable", |analysis, old, _, how| told(&analysis.unsatisfiable(old, how))),
    ("always met", |analysis, old, _, how| told(&analysis.always_met(old, how))),
    ("implies", |analysis, old, new, how| told(&analysis.implies(new, old, how))),
    ("equivalent", |analysis, old, new, how| told(&analysis.equivalent(old, new, how))),
    ("disjoint", |analysis, old, new, how| told(&analysis.disjoint(old, new, how))),
    ("redundant", |analysis, old, _, how| Ok(format!("{} clauses", analysis.redundant(old, how)?.len()))),
    ("diff", |analysis, old, new, how| {
        Ok(format!("{} classes", analysis.diff(old, new, how)?.classes.len()))
    }),
];

fn told(answer: &Answer) -> Result<String, Inconclusive> {
    match answer {
        Answer::Yes => Ok("yes".to_owned()),
        Answer::No(_) => Ok("no".to_owned()),
        Answer::Possibly(_) => Ok("possibly not".to_owned()),
        Answer::Inconclusive(inconclusive) => Err(*inconclusive),
    }
}

/// A hard instance ends at its bound, whatever is asked.
fn bound() -> Outcome<()> {
    let Instance { vocabulary, old, new, .. } = hard()?;
    let analysis = Analysis::new(&vocabulary);
    let mut slowest = Duration::ZERO;
    for (how, semantics) in BOTH {
        for (question, ask) in QUESTIONS {
            let time = median(3, || match ask(&analysis, &old, &new, semantics) {
                Err(_) => Ok(()),
                Ok(answer) => Err(format!("{how}, {question}: {answer} was not expected").into()),
            })?;
            slowest = slowest.max(time);
        }
    }
    say(&format!("the hard one is given up after {slowest:?} at most"));
    ratio("rules_bound_ms", millis(slowest));
    Ok(())
}

fn median(times: usize, mut work: impl FnMut() -> Outcome<()>) -> Outcome<Duration> {
    let mut taken = Vec::with_capacity(times);
    for _ in 0..times {
        let begin = Instant::now();
        work()?;
        taken.push(begin.elapsed());
    }
    taken.sort();
    Ok(taken.get(times / 2).copied().unwrap_or_default())
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
