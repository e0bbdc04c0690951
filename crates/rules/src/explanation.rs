//! Why a rule set gave its verdict, as data: what was asked, what was found, and what of it carries
//! the verdict (R4). Language-neutral but for the labels officers wrote.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use guildhall_kernel::LocalisedText;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    ClauseId, Comparison, Doubt, Fact, FactKey, Facts, PredicateName, Reason, RuleRef, Value, Verdict,
};

/// The verdict of one rule set on one person's facts, with its reasons. It is recorded with the
/// decision it led to, and replays from itself.
///
/// One that is read back is checked: a rule set can have such a tree, every verdict in it follows from
/// what stands below it, and each fact was found once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "crate::recorded::Recorded")]
#[schemars(with = "crate::recorded::Recorded")]
pub struct Explanation {
    pub(crate) rule: RuleRef,
    pub(crate) root: Finding,
}

/// One clause with its verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    pub(crate) id: ClauseId,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) label: Option<LocalisedText>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) confidential: bool,
    pub(crate) verdict: Verdict,
    pub(crate) relevant: bool,
    pub(crate) grounds: Grounds,
}

/// What a clause's verdict rests on. The language grows, hence non-exhaustive.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Grounds {
    /// Every one of these had to be met.
    All(Vec<Finding>),
    /// At least one of these had to be met.
    Any(Vec<Finding>),
    /// This had to be unmet.
    Not(Box<Finding>),
    /// At least `n` of these had to be met.
    AtLeast {
        /// How many.
        n: u32,
        /// Of these.
        of: Vec<Finding>,
    },
    /// Another rule set had to be met.
    Rule {
        /// Which, as it was pinned.
        rule: RuleRef,
        /// Its own clause.
        of: Box<Finding>,
    },
    /// A fact was asked.
    Asked(Asked),
    /// A predicate made in Rust was asked.
    Answered(Answered),
    /// This is not for the person asking; only an explanation that was [disclosed](crate::Disclosed) has it.
    Withheld,
}

/// What was asked of one fact, and what was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Asked {
    pub(crate) fact: FactKey,
    pub(crate) comparison: Comparison,
    pub(crate) found: Fact,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) if_missing: Option<Value>,
    #[serde(skip_serializing_if = "Facts::is_empty")]
    pub(crate) beside: Facts,
}

/// What a predicate answered, and on which facts. How it came to it, only its own code can say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answered {
    pub(crate) predicate: PredicateName,
    pub(crate) version: NonZeroU32,
    pub(crate) answer: Verdict,
    pub(crate) read: BTreeSet<FactKey>,
    pub(crate) facts: Facts,
}

impl Answered {
    /// Which predicate.
    pub const fn predicate(&self) -> &PredicateName {
        &self.predicate
    }

    /// In which version.
    pub const fn version(&self) -> NonZeroU32 {
        self.version
    }

    /// The facts it looked at.
    pub const fn read(&self) -> &BTreeSet<FactKey> {
        &self.read
    }

    /// The facts it declares, as they were found.
    pub const fn facts(&self) -> &Facts {
        &self.facts
    }
}

impl Asked {
    /// Which fact.
    pub const fn fact(&self) -> &FactKey {
        &self.fact
    }

    /// What was asked of it.
    pub const fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    /// What was found.
    pub const fn found(&self) -> &Fact {
        &self.found
    }

    /// The facts beside it that the comparison refers to, such as moments, as they were found.
    pub const fn beside(&self) -> &Facts {
        &self.beside
    }

    /// What the missing fact was taken for, where the rule says so.
    pub fn assumed(&self) -> Option<&Value> {
        self.if_missing.as_ref().filter(|_| self.found.is_missing())
    }

    /// Why what was found settles nothing; `None` where it does.
    pub fn doubt(&self) -> Option<Doubt> {
        self.answer().err()
    }

    /// What follows from what was found.
    pub fn verdict(&self) -> Verdict {
        self.answer().map_or(Verdict::Undetermined, Verdict::from)
    }

    pub(crate) fn answer(&self) -> Result<bool, Doubt> {
        match self.assumed() {
            Some(value) => self.comparison.answer(&Fact::known(value.clone()), &self.beside),
            None => self.comparison.answer(&self.found, &self.beside),
        }
    }

    /// The facts whose absence leaves this open.
    fn open(&self) -> Vec<&FactKey> {
        let Some(doubt) = self.doubt() else { return Vec::new() };
        let incomplete = match self.found.value() {
            Some(Value::Set(codes)) => !codes.is_complete(),
            Some(Value::Records(records)) => !records.is_complete() || doubt == Doubt::Incomplete,
            _ => false,
        };
        let missing = self.found.is_missing() && self.assumed().is_none();
        let beside = self.beside.iter().filter(|(_, fact)| fact.is_missing()).map(|(key, _)| key);
        Some(&self.fact).filter(|_| missing || incomplete).into_iter().chain(beside).collect()
    }
}

impl Finding {
    /// What the clause is called in its rule set.
    pub const fn id(&self) -> &ClauseId {
        &self.id
    }

    /// What it demands, in words, where the officer gave any.
    pub const fn label(&self) -> Option<&LocalisedText> {
        self.label.as_ref()
    }

    /// Whether its words and what was found are for officers alone.
    pub const fn is_confidential(&self) -> bool {
        self.confidential
    }

    /// Its verdict.
    pub const fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// Whether the rule set's verdict rests on this clause: every clause above it has the verdict of
    /// the one below, up to the root (the opposite one across a `not`).
    pub const fn is_relevant(&self) -> bool {
        self.relevant
    }

    /// What its verdict rests on.
    pub const fn grounds(&self) -> &Grounds {
        &self.grounds
    }

    /// The clauses directly below; none where a fact or a predicate was asked.
    pub fn children(&self) -> &[Self] {
        match &self.grounds {
            Grounds::All(children) | Grounds::Any(children) | Grounds::AtLeast { of: children, .. } => {
                children
            }
            Grounds::Not(child) | Grounds::Rule { of: child, .. } => std::slice::from_ref(child),
            Grounds::Asked(_) | Grounds::Answered(_) | Grounds::Withheld => &[],
        }
    }

    /// What was asked, where this clause asks a fact itself.
    pub const fn asked(&self) -> Option<&Asked> {
        match &self.grounds {
            Grounds::Asked(asked) => Some(asked),
            _ => None,
        }
    }

    pub(crate) fn settle(mut self, relevant: bool) -> Self {
        self.relevant = relevant;
        let verdict = self.verdict;
        let settle = |child: Self| {
            let shared = relevant && child.verdict == verdict;
            child.settle(shared)
        };
        let every = |children: Vec<Self>| children.into_iter().map(settle).collect();
        self.grounds = match self.grounds {
            Grounds::All(children) => Grounds::All(every(children)),
            Grounds::Any(children) => Grounds::Any(every(children)),
            Grounds::AtLeast { n, of } => Grounds::AtLeast { n, of: every(of) },
            Grounds::Not(child) => Grounds::Not(Box::new(child.settle(relevant))),
            Grounds::Rule { rule, of } => Grounds::Rule { rule, of: Box::new(of.settle(relevant)) },
            leaf @ (Grounds::Asked(_) | Grounds::Answered(_) | Grounds::Withheld) => leaf,
        };
        self
    }

    /// Whether every verdict and every mark of relevance follows from what stands below it.
    pub(crate) fn follows(&self, relevant: bool) -> bool {
        let negates = matches!(self.grounds, Grounds::Not(_));
        self.relevant == relevant
            && self.grounds.verdict() == Some(self.verdict)
            && self
                .children()
                .iter()
                .all(|child| child.follows(relevant && (negates || child.verdict == self.verdict)))
    }

    /// The facts whose absence leaves it open, where it asks any.
    fn open(&self) -> Vec<&FactKey> {
        match &self.grounds {
            Grounds::Asked(asked) => asked.open(),
            // Which of them matter, only the predicate could say; so could it whether a record lacks a field.
            Grounds::Answered(answered) if answered.answer.is_undetermined() => {
                let open = |fact: &Fact| match fact.value() {
                    Some(Value::Set(codes)) => !codes.is_complete(),
                    Some(Value::Records(_)) => true,
                    _ => fact.is_missing(),
                };
                answered.facts.iter().filter(|(_, fact)| open(fact)).map(|(key, _)| key).collect()
            }
            _ => Vec::new(),
        }
    }

    fn walk<'f>(
        &'f self,
        negated: bool,
        within: Option<&'f LocalisedText>,
        visit: &mut dyn FnMut(Reason<'f>),
    ) {
        if self.children().is_empty() {
            visit(Reason { clause: self, within, negated });
        }
        let negated = negated != matches!(self.grounds, Grounds::Not(_));
        let within = self.label.as_ref().or(within);
        self.children().iter().for_each(|child| child.walk(negated, within, visit));
    }
}

impl Grounds {
    /// The verdict that follows; from what is withheld, none does.
    pub(crate) fn verdict(&self) -> Option<Verdict> {
        let verdicts = |children: &[Finding]| children.iter().map(Finding::verdict).collect::<Vec<_>>();
        Some(match self {
            Self::All(children) => Verdict::all(verdicts(children)),
            Self::Any(children) => Verdict::any(verdicts(children)),
            Self::Not(child) => !child.verdict,
            Self::Rule { of, .. } => of.verdict,
            Self::AtLeast { n, of } => Verdict::at_least(*n, verdicts(of)),
            Self::Asked(asked) => asked.verdict(),
            Self::Answered(answered) => answered.answer,
            Self::Withheld => return None,
        })
    }
}

impl Explanation {
    /// Which rule set, in which version, was asked.
    pub const fn rule(&self) -> &RuleRef {
        &self.rule
    }

    /// What it said.
    pub const fn verdict(&self) -> Verdict {
        self.root.verdict
    }

    /// The whole tree.
    pub const fn root(&self) -> &Finding {
        &self.root
    }

    /// The clauses that carry the verdict, in the order of the rule: those that were met and
    /// sufficed, those that were unmet and hindered, or those that are open.
    ///
    /// For met and unmet the facts they found give the verdict alone.
    pub fn reasons(&self) -> Vec<Reason<'_>> {
        let mut reasons = Vec::new();
        self.root.walk(false, None, &mut |reason| {
            if reason.clause.relevant {
                reasons.push(reason);
            }
        });
        reasons
    }

    /// The facts that are missing, or sets and records that are not complete, where that leaves the verdict
    /// open; none where it is met or unmet.
    ///
    /// None is left out that can change the verdict: for which some answer to it, the other open facts
    /// being what they may be, turns undetermined into met or unmet; but for those that the rule takes for
    /// something while they are missing, which [`assumed`](Self::assumed) has. Where no missing fact is
    /// asked by more than one clause, and nothing else is in doubt, each that is named can. Where clauses
    /// share a fact, one may be named that can not: `all = [a, any = [a, b]]` names `b`.
    pub fn missing(&self) -> BTreeSet<&FactKey> {
        self.reasons().into_iter().flat_map(|reason| reason.clause.open()).collect()
    }

    /// The facts that are missing and were taken for something all the same, as the rule says, each with
    /// what it was taken for: by the clauses that carry the verdict, and where it is undetermined by any.
    ///
    /// To learn one of them can change the verdict, even met into unmet; to learn any other fact turns
    /// neither into the other (R2).
    pub fn assumed(&self) -> Vec<(&FactKey, &Value)> {
        let mut assumed = Vec::new();
        self.root.walk(false, None, &mut |reason| {
            let carries = reason.clause.relevant || self.verdict().is_undetermined();
            if let Some(asked) = reason.clause.asked().filter(|_| carries)
                && let Some(value) = asked.assumed()
            {
                assumed.push((&asked.fact, value));
            }
        });
        assumed
    }

    /// Every fact that was asked, as it was found: [`RuleSet::explain`](crate::RuleSet::explain) gives this explanation again
    /// from them.
    pub fn facts(&self) -> Facts {
        self.collect(|_| true)
    }

    /// The facts that carry the verdict.
    pub fn cited(&self) -> Facts {
        self.collect(|finding| finding.relevant)
    }

    fn collect(&self, wanted: impl Fn(&Finding) -> bool) -> Facts {
        let mut facts = Facts::default();
        self.root.walk(false, None, &mut |reason| {
            let beside = match &reason.clause.grounds {
                _ if !wanted(reason.clause) => return,
                Grounds::Asked(asked) => {
                    facts.insert(asked.fact.clone(), asked.found.clone());
                    &asked.beside
                }
                Grounds::Answered(answered) => &answered.facts,
                _ => return,
            };
            beside.iter().for_each(|(key, fact)| facts.insert(key.clone(), fact.clone()));
        });
        facts
    }
}
