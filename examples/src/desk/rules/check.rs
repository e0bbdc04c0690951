//! What can be said of rule sets before anybody applies: that nobody or everybody meets one, and which
//! clauses make no difference, each at its place; and which instant a wall time is taken for that no clock
//! shows, or that clocks show twice.

use guildhall::intake::{Definition, Place};
use guildhall::kernel::chrono::{DateTime, FixedOffset};
use guildhall::rules::analysis::{Analysis, Answer, Inconclusive, Semantics, Witness};
use guildhall::rules::{ClauseId, RuleRef, RuleSet, Vocabulary};
use schemars::JsonSchema;
use serde::Serialize;

use super::clauses::Clauses;
use super::clock::unclear;
use super::sheet::counted;
use super::{Line, Sound, Voice};

/// What was found out about one rule set.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Checked {
    /// Which.
    rule: RuleRef,
    /// Whatever an officer will want to know; nothing where there is nothing odd.
    findings: Vec<Found>,
    #[serde(skip)]
    clauses: Clauses,
}

/// Something that an officer will want to know.
#[derive(Clone, Debug, Serialize, JsonSchema)]
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
    /// A wall time that clocks skip, or show twice.
    Unclear {
        /// Where it stands.
        place: Place,
        /// As it is written.
        written: String,
        /// On whose clock, such as `Europe/Ljubljana`.
        zone: String,
        /// Whether clocks show it twice; else they never do.
        twice: bool,
        /// The instant that it is taken for: the first after a gap, or the first of two.
        meant: DateTime<FixedOffset>,
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
pub fn check(rule: &Definition<RuleSet>, vocabulary: &Vocabulary, analysis: &Analysis<'_>) -> Checked {
    let clauses = Clauses::of(rule);
    let whole = || rule.place("");
    let odd = |answer: Answer, of: &dyn Fn(Option<Witness>) -> Found| match answer {
        Answer::Yes => Some(of(None)),
        Answer::Possibly(witness) => Some(of(Some(witness))),
        Answer::Inconclusive(Inconclusive { bound, .. }) => {
            Some(Found::Inconclusive { place: whole(), bound })
        }
        Answer::No(_) => None,
    };
    let never = |perhaps| Found::NeverMet { place: whole(), perhaps };
    let always = |perhaps| Found::AlwaysMet { place: whole(), perhaps };
    let never = odd(analysis.unsatisfiable(rule, Semantics::Exact), &never);
    let always = odd(analysis.always_met(rule, Semantics::Exact), &always);
    let mut findings: Vec<_> = never.into_iter().chain(always).collect();
    // In a rule that says the same of everybody, no clause makes a difference.
    if findings.is_empty() {
        match analysis.redundant(rule, Semantics::Exact) {
            Ok(redundant) => findings.extend(redundant.into_iter().map(|one| Found::Redundant {
                place: rule.place(clauses.path(&one.clause)),
                clause: one.clause,
                shadowed_by: one.shadowed_by,
            })),
            Err(Inconclusive { bound, .. }) => findings.push(Found::Inconclusive { place: whole(), bound }),
        }
    }
    findings.extend(unclear(rule, vocabulary).into_iter().map(|one| Found::Unclear {
        place: rule.place(&one.path),
        written: one.written,
        zone: one.zone,
        twice: one.twice,
        meant: one.meant,
    }));
    Checked { rule: rule.reference().clone(), findings, clauses }
}

impl Checked {
    /// What was found.
    pub fn findings(&self) -> &[Found] {
        &self.findings
    }

    /// A line for each finding, after its place; one line where there is none.
    pub fn told(&self, voice: &Voice<'_>) -> String {
        if self.findings.is_empty() {
            return voice.say(&Sound::Fine { rule: self.rule.to_string() });
        }
        let told =
            self.findings.iter().map(|found| format!("{}: {}", found.place(), self.line(found, voice)));
        told.collect::<Vec<_>>().join("\n")
    }

    fn line(&self, found: &Found, voice: &Voice<'_>) -> String {
        let rule = self.rule.to_string();
        match found {
            Found::NeverMet { perhaps: None, .. } => voice.say(&Sound::NeverMet { rule }),
            Found::NeverMet { .. } => voice.say(&Sound::MayNeverBeMet { rule }),
            Found::AlwaysMet { perhaps: None, .. } => voice.say(&Sound::AlwaysMet { rule }),
            Found::AlwaysMet { .. } => voice.say(&Sound::MayAlwaysBeMet { rule }),
            Found::Redundant { clause, shadowed_by, .. } => {
                let clause = self.clauses.called(clause);
                match shadowed_by.as_ref().map(|by| self.clauses.called(by)) {
                    None => voice.say(&Sound::Idle { clause }),
                    Some(by) => voice.say(&Sound::Shadowed { clause, by }),
                }
            }
            Found::Unclear { written, zone, twice, meant, .. } => {
                let (wall, zone, meant) = (written.clone(), zone.clone(), meant.to_rfc3339());
                match twice {
                    true => voice.say(&Sound::Twice { wall, zone, meant }),
                    false => voice.say(&Sound::Skipped { wall, zone, meant }),
                }
            }
            Found::Inconclusive { bound, .. } => voice.say(&Line::Inconclusive { bound: counted(*bound) }),
        }
    }
}

impl Found {
    /// Where it is.
    pub const fn place(&self) -> &Place {
        match self {
            Self::NeverMet { place, .. }
            | Self::AlwaysMet { place, .. }
            | Self::Redundant { place, .. }
            | Self::Unclear { place, .. }
            | Self::Inconclusive { place, .. } => place,
        }
    }
}
