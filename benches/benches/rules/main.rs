//! The rules beside a policy written by hand, which is the physical limit, and beside other engines, each
//! behind the feature of its name; and how long questions about whole rule sets take.
//!
//! ```sh
//! cargo bench -p guildhall-benches --bench rules
//! cargo bench -p guildhall-benches --bench rules --features datalogic-rs,cel,cedar-policy -- rules_verdict
//! ```
//!
//! Every side decides about the same 100,000 applicants, and must say the same of each before it is timed. Then
//! it takes turns with ours over a part of them at a time; a ratio is the median over the pairs of turns. The
//! lines `ratio` say:
//!
//! | ratio | what |
//! |---|---|
//! | `rules_verdict_handwritten`, `rules_reasons_handwritten` | our time by that of lists as bits, written by hand |
//! | `rules_reasons_ns` | nanoseconds that a verdict with all reasons takes, the facts included |
//! | `rules_verdict_names` | our time by that of lists as sets of names, written by hand |
//! | `rules_verdict_…` | an engine's time for a verdict by ours; `peer` is the fastest |
//! | `rules_reasons_…` | an engine's time for a bare verdict by ours for a verdict with all reasons |
//! | `rules_diff_ms` | milliseconds for the difference of two versions of the policy |
//! | `rules_analysis_ms`, `rules_analysis_given_up` | the slowest question about a rule set of a hundred clauses, and how many ended without an answer |
//! | `rules_bound_ms` | milliseconds until a question that nobody can answer is given up |

mod analysis;
#[cfg(feature = "cedar-policy")]
mod cedar;
#[cfg(feature = "cel")]
mod cel;
mod crowd;
#[cfg(feature = "datalogic-rs")]
mod datalogic;
mod hand;
mod instances;
mod policy;
mod race;
mod side;

use side::Outcome;

fn main() -> Outcome<()> {
    let only = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let wanted = |id: &str| only.as_ref().is_none_or(|only| id.contains(only.as_str()));
    if wanted("rules_verdict") || wanted("rules_reasons") {
        race::run()?;
    }
    if wanted("rules_diff_ms") {
        analysis::diff()?;
    }
    if wanted("rules_analysis_ms") {
        analysis::instances()?;
    }
    Ok(())
}
