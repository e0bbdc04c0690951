//! What the auditor says.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Claim, Violation, closures, groups, keys, optimal, rolling, seats};
use crate::{MechanismName, Problem, Published, WrittenList};

/// Whether a result is right.
///
/// Exhaustive on purpose: an audit has these two ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "verdict", deny_unknown_fields)]
pub enum Verdict {
    /// Nothing is wrong with it.
    Accepted,
    /// Something is.
    Rejected {
        /// All of it; at least one.
        violations: Vec<Violation>,
    },
}

impl Verdict {
    /// Whether nothing is wrong.
    pub const fn is_accepted(&self) -> bool {
        matches!(self, Self::Accepted)
    }

    /// Everything that is wrong.
    pub fn violations(&self) -> &[Violation] {
        match self {
            Self::Accepted => &[],
            Self::Rejected { violations } => violations,
        }
    }

    fn of(violations: Vec<Violation>) -> Self {
        if violations.is_empty() { Self::Accepted } else { Self::Rejected { violations } }
    }
}

/// Holds a published result against the problem and against what was frozen and drawn of its lists, in one
/// pass over all choices.
pub fn audit(problem: &Problem, lists: &[WrittenList], published: &Published) -> Verdict {
    Verdict::of(check(problem, lists, published, false))
}

/// Does what [`audit`] does, and gives all seats out again: that finds a result in which nobody is passed
/// over and yet somebody could have been served better, and a closure that the rules do not call for.
pub fn audit_thoroughly(problem: &Problem, lists: &[WrittenList], published: &Published) -> Verdict {
    Verdict::of(check(problem, lists, published, true))
}

fn check(
    problem: &Problem,
    lists: &[WrittenList],
    published: &Published,
    thoroughly: bool,
) -> Vec<Violation> {
    let (claim, mut found) = Claim::read(published, problem, lists);
    let (lots, wrong) = keys(problem, lists, &claim);
    found.extend(wrong);
    if matches!(problem.mechanism(), MechanismName::Rolling { .. }) {
        found.extend(rolling::turns(problem, &claim, &lots));
    } else {
        found.extend(seats(problem, &claim, &lots));
        found.extend(closures(problem, &claim));
    }
    found.extend(groups::groups(problem, published, &claim, &lots));
    if thoroughly {
        found.extend(optimal(problem, &claim, &lots));
    }
    found
}
