//! Domain compression: the facts that some rule sets read, each cut into cells in which every condition
//! answers alike (R6, R7, R10). A condition that cannot be cut along one fact is an axis of its own.

use std::collections::BTreeSet;

use super::atom::{Atom, Atoms};
use super::cut::{self, Built};
use super::diagram::{Diagrams, MET, Op, Ref, UNDETERMINED, UNMET};
use super::element::Element;
use super::{Inconclusive, Semantics};
use crate::node::{Node, Step};
use crate::{ClauseId, Fact, FactKey, FactSource, Facts, RuleSet, Value, Verdict, Vocabulary};

/// Whose facts are looked at.
pub(super) enum Extent<'f> {
    /// Everybody's.
    Everybody(Semantics),
    /// This person's, and whatever the open ones may turn out to be.
    Completions(&'f Facts),
    /// This person's, after any changes they can bring about.
    Changes(&'f Facts, Semantics),
}

pub(super) struct Space<'r> {
    pub(super) axes: Vec<Axis<'r>>,
    pub(super) diagrams: Diagrams,
    atoms: Atoms<'r>,
    refs: Vec<Ref>,
}

pub(super) enum Axis<'r> {
    Fact(FactAxis<'r>),
    /// The answers of a condition that cannot be cut along one fact, with the number of the atom.
    Opaque {
        atom: usize,
        answers: Vec<Verdict>,
    },
}

pub(super) struct FactAxis<'r> {
    pub(super) key: &'r FactKey,
    pub(super) elements: Vec<Element>,
    pub(super) cells: Vec<Cell>,
}

/// Elements that answer alike.
pub(super) struct Cell {
    pub(super) members: Vec<usize>,
    /// What each atom that is cut along this fact says.
    pub(super) verdicts: Vec<Verdict>,
    /// Whether the person can bring it about.
    pub(super) reachable: bool,
}

/// Whether it may still turn out to be something else.
pub(super) fn is_open(fact: &Fact) -> bool {
    match fact {
        Fact::Missing | Fact::Contested { .. } => true,
        Fact::Known { value: Value::Set(codes), .. } => !codes.is_complete(),
        Fact::Known { value: Value::Records(records), .. } => !records.is_complete(),
        Fact::Known { .. } | Fact::NotApplicable { .. } => false,
    }
}

/// What a rule set reads of somebody.
pub(super) fn found(rules: &[&RuleSet], facts: &dyn FactSource) -> Facts {
    let keys: BTreeSet<&FactKey> = rules.iter().flat_map(|rule| rule.facts()).collect();
    keys.into_iter().map(|key| (key.clone(), facts.fact(key).into_owned())).collect()
}

impl<'r> Space<'r> {
    /// Cuts the facts of these rule sets.
    pub(super) fn new(
        rules: &[&'r RuleSet],
        vocabulary: &Vocabulary,
        extent: &Extent<'_>,
        bound: usize,
    ) -> Result<Self, Inconclusive> {
        let atoms = Atoms::of(rules);
        let mut diagrams = Diagrams::new(bound);
        let Built { axes, refs } = cut::facts(&atoms, vocabulary, extent, &mut diagrams)?;
        Ok(Self { axes, diagrams, atoms, refs })
    }

    /// The verdict of a rule set as a function of the axes.
    pub(super) fn verdict(&mut self, rule: &'r RuleSet) -> Result<Ref, Inconclusive> {
        self.node(rule.root(), &mut |_| None)
    }

    /// The same, where some clauses have another verdict.
    pub(super) fn node(
        &mut self,
        node: &'r Node,
        instead: &mut dyn FnMut(&ClauseId) -> Option<Ref>,
    ) -> Result<Ref, Inconclusive> {
        if let Some(other) = instead(&node.id) {
            return Ok(other);
        }
        match &node.step {
            Step::All(of) => {
                let mut all = MET;
                for node in of {
                    let next = self.node(node, instead)?;
                    all = self.diagrams.apply(Op::Min, all, next)?;
                }
                Ok(all)
            }
            Step::Any(of) => {
                let mut any = UNMET;
                for node in of {
                    let next = self.node(node, instead)?;
                    any = self.diagrams.apply(Op::Max, any, next)?;
                }
                Ok(any)
            }
            Step::Not(of) => {
                let of = self.node(of, instead)?;
                self.diagrams.negate(of)
            }
            Step::AtLeast { n, of } => {
                let of = of.iter().map(|node| self.node(node, instead)).collect::<Result<Vec<_>, _>>()?;
                self.diagrams.at_least(*n, &of)
            }
            Step::Rule { of, .. } => self.node(of, instead),
            atom @ (Step::Fact { .. } | Step::Custom(_)) => {
                let number = self.atoms.number(atom);
                Ok(number.and_then(|number| self.refs.get(number)).copied().unwrap_or(UNDETERMINED))
            }
        }
    }

    pub(super) fn atom(&self, number: usize) -> Option<&Atom<'r>> {
        self.atoms.get(number)
    }

    /// Whether some condition could not be cut along one fact.
    pub(super) fn is_opaque(&self) -> bool {
        self.axes.iter().any(|axis| matches!(axis, Axis::Opaque { .. }))
    }
}
