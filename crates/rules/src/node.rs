//! The checked tree: what a rule set is evaluated, explained, compiled and analysed from (R1, R2).
//!
//! Its leaves are atoms. [`Step::Fact`] asks one fact, and reads the facts its comparison names beside it;
//! [`Step::Custom`] asks a predicate made in Rust, which reads the facts it declares.

use std::collections::BTreeSet;
use std::sync::Arc;

use guildhall_kernel::LocalisedText;

use crate::predicate::Custom;
use crate::{ClauseId, Comparison, Fact, FactKey, FactSource, RuleRef, Value, Verdict};

/// A clause after the check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) id: ClauseId,
    pub(crate) label: Option<LocalisedText>,
    /// Whether an applicant is told its verdict alone.
    pub(crate) confidential: bool,
    pub(crate) step: Step,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
    AtLeast {
        n: u32,
        of: Vec<Node>,
    },
    /// An atom.
    Fact {
        key: FactKey,
        comparison: Comparison,
        /// What the fact is taken for where it is missing.
        if_missing: Option<Value>,
    },
    /// Another rule set, pinned. Its clauses stand here with ids of their own.
    Rule {
        rule: RuleRef,
        of: Box<Node>,
    },
    /// An atom.
    Custom(Custom),
}

impl Node {
    /// The clauses directly below.
    pub(crate) fn children(&self) -> &[Self] {
        match &self.step {
            Step::All(of) | Step::Any(of) | Step::AtLeast { of, .. } => of,
            Step::Not(of) | Step::Rule { of, .. } => std::slice::from_ref(of),
            Step::Fact { .. } | Step::Custom(_) => &[],
        }
    }

    /// Kleene's verdict, reading no further than it must.
    pub(crate) fn verdict(&self, facts: &dyn FactSource) -> Verdict {
        match &self.step {
            Step::All(of) => Verdict::all(of.iter().map(|node| node.verdict(facts))),
            Step::Any(of) => Verdict::any(of.iter().map(|node| node.verdict(facts))),
            Step::Not(of) => !of.verdict(facts),
            Step::AtLeast { n, of } => Verdict::at_least(*n, of.iter().map(|node| node.verdict(facts))),
            Step::Rule { of, .. } => of.verdict(facts),
            Step::Fact { key, comparison, if_missing } => {
                let found = facts.fact(key);
                match if_missing {
                    Some(value) if found.is_missing() => {
                        comparison.verdict(&Fact::known(value.clone()), facts)
                    }
                    _ => comparison.verdict(&found, facts),
                }
            }
            Step::Custom(custom) => custom.verdict(facts),
        }
    }

    /// Every fact that it or a clause below it reads.
    pub(crate) fn reads<'n>(&'n self, keys: &mut BTreeSet<&'n FactKey>) {
        match &self.step {
            Step::Fact { key, comparison, .. } => {
                keys.insert(key);
                comparison.each_beside(&mut |key| {
                    keys.insert(key);
                });
            }
            Step::Custom(custom) => keys.extend(custom.reads()),
            _ => self.children().iter().for_each(|node| node.reads(keys)),
        }
    }

    /// How many clauses this is, itself among them.
    pub(crate) fn count(&self) -> usize {
        self.children().iter().map(Self::count).sum::<usize>().saturating_add(1)
    }

    /// How many values the lists of all of them have.
    pub(crate) fn listed(&self) -> usize {
        match &self.step {
            Step::Fact { comparison, .. } => comparison.listed(),
            _ => self.children().iter().map(Self::listed).fold(0, usize::saturating_add),
        }
    }

    /// How deep the clauses below it are nested.
    pub(crate) fn depth(&self) -> usize {
        self.children().iter().map(|node| node.depth().saturating_add(1)).max().unwrap_or(0)
    }
}

/// Predicates are the same if they say that they are.
impl PartialEq for Custom {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
            || (self.name() == other.name()
                && self.version() == other.version()
                && self.reads() == other.reads())
    }
}
impl Eq for Custom {}
