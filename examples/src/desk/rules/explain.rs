//! What is found out about somebody under a rule: the verdict and its reasons, what would make it met, and
//! which facts could settle it.

use std::collections::BTreeSet;

use guildhall::kernel::LocalisedText;
use guildhall::rules::analysis::{Analysis, Changes, Deciding, Inconclusive, Semantics, Sufficient};
use guildhall::rules::{Explanation, FactKey, RuleSet, Verdict};
use schemars::JsonSchema;
use serde::Serialize;

use super::Person;

/// What is found out about one person, and says itself as a letter.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Letter {
    /// What they are referred to by.
    pub(super) person: String,
    /// What the rule says.
    pub(super) verdict: Verdict,
    /// What holds however the missing facts turn out; nothing where that took too long to find out.
    pub(super) exact: Option<Verdict>,
    /// Why, clause by clause.
    pub(super) explanation: Explanation,
    /// Facts that alone give the answer, and no more of them than it takes; nothing where the answer is open,
    /// or where they took too long to find.
    pub(super) sufficient: Option<Sufficient>,
    /// What would make it met; nothing where it is, where that is open, or where the search was given up.
    pub(super) changes: Option<Changes>,
    /// Which missing facts could settle it alone.
    pub(super) deciding: Vec<Deciding>,
    #[serde(skip)]
    pub(super) title: Option<LocalisedText>,
    /// The facts behind confidential clauses: a letter never speaks of them.
    #[serde(skip)]
    pub(super) withheld: BTreeSet<FactKey>,
    #[serde(skip)]
    pub(super) given_up: Option<Inconclusive>,
}

/// Looks at somebody's facts under a rule.
pub fn explain(rule: &RuleSet, person: &Person, analysis: &Analysis<'_>) -> Letter {
    let explanation = rule.explain(&person.facts);
    let verdict = explanation.verdict();
    let mut given_up = None;
    let exact = match verdict {
        Verdict::Undetermined => kept(analysis.exact(rule, &person.facts), &mut given_up),
        settled => Some(settled),
    };
    let settled = match (verdict, exact) {
        (Verdict::Undetermined, Some(Verdict::Undetermined) | None) => None,
        (Verdict::Undetermined, Some(_)) => Some(Semantics::Exact),
        _ => Some(Semantics::Kleene),
    };
    // A letter tells its reasons clause by clause, so that it says nothing of a search for these that failed.
    let sufficient =
        settled.and_then(|semantics| analysis.sufficient(rule, &person.facts, semantics).ok().flatten());
    // Where clause by clause it stays open and yet ends in a "no", only a change that does it however the
    // missing facts turn out is a way out.
    let refused = settled.filter(|_| exact == Some(Verdict::Unmet));
    let changes =
        refused.and_then(|semantics| kept(analysis.changes(rule, &person.facts, semantics), &mut given_up));
    let deciding = match exact {
        Some(Verdict::Undetermined) => {
            kept(analysis.deciding(rule, &person.facts), &mut given_up).unwrap_or_default()
        }
        _ => Vec::new(),
    };
    let withheld = explanation.withheld();
    let title = rule.title().cloned();
    Letter {
        person: person.id.clone(),
        verdict,
        exact,
        explanation,
        sufficient,
        changes,
        deciding,
        title,
        withheld,
        given_up,
    }
}

fn kept<T>(found: Result<T, Inconclusive>, given_up: &mut Option<Inconclusive>) -> Option<T> {
    found.map_err(|inconclusive| *given_up = Some(inconclusive)).ok()
}
