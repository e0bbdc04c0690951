//! What can be said of rule sets before anybody applies: that nobody or everybody meets one, and which
//! clauses make no difference, each at its place.

use std::collections::BTreeMap;

use guildhall::intake::{Definition, Place};
use guildhall::kernel::LocalisedText;
use guildhall::rules::analysis::{Analysis, Answer, Inconclusive, Semantics, Witness};
use guildhall::rules::{ClauseId, RuleRef, RuleSet};
use serde::Serialize;

use super::voice::labels;
use super::wording::Spoken;
use super::{Line, Sound, Voice};

/// What was found out about one rule set.
#[derive(Clone, Debug, Serialize)]
pub struct Checked {
    rule: RuleRef,
    findings: Vec<Found>,
    #[serde(skip)]
    labels: BTreeMap<String, (String, Option<LocalisedText>)>,
}

/// Something that an officer will want to know.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    /// Nobody meets it; where an assumption stands, perhaps.
    NeverMet {
        /// Where it is defined.
        place: Place,
        /// Somebody who might meet it.
        perhaps: Option<Witness>,
    },
    /// Everybody of whom everything is known meets it.
    AlwaysMet {
        /// Where it is defined.
        place: Place,
        /// Somebody who might not.
        perhaps: Option<Witness>,
    },
    /// A clause could be left out.
    Redundant {
        /// Where it stands.
        place: Place,
        /// Which.
        clause: ClauseId,
        /// The clause that makes it idle, where one does.
        shadowed_by: Option<ClauseId>,
    },
    /// The question was given up.
    Inconclusive {
        /// Where the rule set is defined.
        place: Place,
        /// After so many steps.
        bound: usize,
    },
}

/// Asks of a rule set what would be odd of it. People of whom everything is settled are meant: of whom
/// nothing is known, hardly any rule says anything.
pub fn check(rule: &Definition<RuleSet>, analysis: &Analysis<'_>) -> Checked {
    let mut findings = Vec::new();
    let written = serde_json::to_value(rule.definition()).unwrap_or_default();
    let labels = labels(&written);
    let whole = || rule.place("");
    let odd = |answer: Answer, of: &dyn Fn(Option<Witness>) -> Found| match answer {
        Answer::Yes => Some(of(None)),
        Answer::Possibly(witness) => Some(of(Some(witness))),
        Answer::Inconclusive(Inconclusive { bound, .. }) => {
            Some(Found::Inconclusive { place: whole(), bound })
        }
        Answer::No(_) => None,
    };
    let never = odd(analysis.unsatisfiable(rule, Semantics::Exact), &|perhaps| Found::NeverMet {
        place: whole(),
        perhaps,
    });
    let always = odd(analysis.always_met(rule, Semantics::Exact), &|perhaps| Found::AlwaysMet {
        place: whole(),
        perhaps,
    });
    let is_trivial = never.is_some() || always.is_some();
    findings.extend(never.into_iter().chain(always));
    if !is_trivial {
        match analysis.redundant(rule, Semantics::Exact) {
            Ok(redundant) => findings.extend(redundant.into_iter().map(|one| {
                let path = labels.get(one.clause.as_str()).map_or("", |(path, _)| path.as_str());
                Found::Redundant { place: rule.place(path), clause: one.clause, shadowed_by: one.shadowed_by }
            })),
            Err(Inconclusive { bound, .. }) => findings.push(Found::Inconclusive { place: whole(), bound }),
        }
    }
    Checked { rule: rule.reference().clone(), findings, labels }
}

impl Checked {
    /// What was found.
    pub fn findings(&self) -> &[Found] {
        &self.findings
    }

    /// A line for each finding, after its place; one line where there is none.
    pub fn told(&self, voice: &Voice<'_>) -> String {
        let rule = || self.rule.to_string();
        if self.findings.is_empty() {
            return voice.say(&Sound::Fine { rule: rule() });
        }
        let clause = |id: &ClauseId| {
            let label = self.labels.get(id.as_str()).and_then(|(_, label)| label.as_ref());
            Spoken::new(label, || id.to_string())
        };
        let lines = self.findings.iter().map(|found| {
            let (place, said) = match found {
                Found::NeverMet { place, perhaps: None } => {
                    (place, voice.say(&Sound::NeverMet { rule: rule() }))
                }
                Found::NeverMet { place, .. } => (place, voice.say(&Sound::MayNeverBeMet { rule: rule() })),
                Found::AlwaysMet { place, perhaps: None } => {
                    (place, voice.say(&Sound::AlwaysMet { rule: rule() }))
                }
                Found::AlwaysMet { place, .. } => (place, voice.say(&Sound::MayAlwaysBeMet { rule: rule() })),
                Found::Redundant { place, clause: id, shadowed_by: None } => {
                    (place, voice.say(&Sound::Idle { clause: clause(id) }))
                }
                Found::Redundant { place, clause: id, shadowed_by: Some(by) } => {
                    (place, voice.say(&Sound::Shadowed { clause: clause(id), by: clause(by) }))
                }
                Found::Inconclusive { place, bound } => {
                    let bound = u64::try_from(*bound).unwrap_or(u64::MAX);
                    (place, voice.say(&Line::Inconclusive { bound }))
                }
            };
            format!("{place}: {said}")
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}
