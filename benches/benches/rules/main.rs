//! The rules beside a policy written by hand, which is the physical limit, and beside other engines, each
//! behind the feature of its name; and how long questions about whole rule sets take.

mod analysis;
#[cfg(feature = "cedar-policy")]
mod cedar;
#[cfg(feature = "cel")]
mod cel;
mod crowd;
#[cfg(feature = "datalogic-rs")]
mod datalogic;
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
