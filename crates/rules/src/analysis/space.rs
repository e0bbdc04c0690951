//! Domain compression: the facts that some rule sets read, each cut into cells in which every condition
//! answers alike (R6, R7, R10). A condition that cannot be cut along one fact is an axis of its own.

use std::collections::BTreeSet;

use super::atom::{Atom, Atoms};
use super::cut::{self, Built};
use super::diagram::{Diagrams, MET, Op, Ref, UNDETERMINED, UNMET};
use super::element::Element;
use super::{Inconclusive, Semantics};
use crate::node::{Node, Step};
use crate::{Fact, FactKey, FactSource, Facts, RuleSet, Symbol, Value, Verdict, Vocabulary};

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
    pub(super) atoms: Atoms<'r>,
    refs: Vec<Ref>,
    /// How many clauses are asked when somebody is tried on the rule sets.
    pub(super) weight: usize,
}

pub(super) enum Axis<'r> {
    Fact(FactAxis<'r>),
    Code(CodeAxis),
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

/// Whether a set has a code. Sets are looked at code by code, because all subsets would be too many.
pub(super) struct CodeAxis {
    /// The axis of the fact, which comes earlier.
    pub(super) of: usize,
    pub(super) code: Symbol,
    /// Whether the person can bring it about.
    pub(super) reachable: bool,
}

/// The cells of a [`CodeAxis`].
pub(super) const LACKS: usize = 0;
pub(super) const HAS: usize = 1;

impl Axis<'_> {
    /// How many cells it has.
    pub(super) fn size(&self) -> usize {
        match self {
            Self::Fact(axis) => axis.cells.len(),
            Self::Code(_) => 2,
            Self::Opaque { answers, .. } => answers.len(),
        }
    }
}

/// Elements that answer alike.
pub(super) struct Cell {
    pub(super) members: Vec<usize>,
    /// What each atom that is cut along this fact says; of a set, as a function of its codes.
    pub(super) says: Vec<Ref>,
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
        let weight = rules.iter().map(|rule| rule.root().count()).sum();
        diagrams.step(weight)?;
        let Built { axes, refs } = cut::facts(&atoms, vocabulary, extent, &mut diagrams)?;
        Ok(Self { axes, diagrams, atoms, refs, weight })
    }

    /// The verdict of a rule set as a function of the axes.
    pub(super) fn verdict(&mut self, rule: &'r RuleSet) -> Result<Ref, Inconclusive> {
        self.node(rule.root())
    }

    /// The verdict of one clause.
    pub(super) fn node(&mut self, node: &'r Node) -> Result<Ref, Inconclusive> {
        self.diagrams.step(1)?;
        match &node.step {
            Step::All(of) => {
                let of = self.nodes(of)?;
                self.diagrams.fold(Op::Min, MET, of)
            }
            Step::Any(of) => {
                let of = self.nodes(of)?;
                self.diagrams.fold(Op::Max, UNMET, of)
            }
            Step::Not(of) => {
                let of = self.node(of)?;
                self.diagrams.negate(of)
            }
            Step::AtLeast { n, of } => {
                let of = self.nodes(of)?;
                self.diagrams.at_least(*n, &of)
            }
            Step::Rule { of, .. } => self.node(of),
            atom @ (Step::Fact { .. } | Step::Custom(_)) => {
                let number = self.atoms.number(atom);
                Ok(number.and_then(|number| self.refs.get(number)).copied().unwrap_or(UNDETERMINED))
            }
        }
    }

    /// The verdicts of clauses, one by one.
    pub(super) fn nodes(&mut self, of: &'r [Node]) -> Result<Vec<Ref>, Inconclusive> {
        of.iter().map(|node| self.node(node)).collect()
    }

    /// How many cells each axis has.
    pub(super) fn sizes(&self) -> Vec<usize> {
        self.axes.iter().map(Axis::size).collect()
    }

    pub(super) fn atom(&self, number: usize) -> Option<&Atom<'r>> {
        self.atoms.get(number)
    }

    /// Whether some condition could not be cut along one fact.
    pub(super) fn is_opaque(&self) -> bool {
        self.axes.iter().any(|axis| matches!(axis, Axis::Opaque { .. }))
    }
}
