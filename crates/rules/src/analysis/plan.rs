//! Which axes there are, and where.

use std::collections::{BTreeMap, HashMap};

use crate::{FactKey, Symbol};

/// An axis to come.
pub(super) enum Planned<'r> {
    Fact(&'r FactKey),
    /// A code of a set: of one that the person can bring about, or of one that there may be.
    Code {
        of: usize,
        code: Symbol,
        reachable: bool,
    },
    /// The answers of an atom.
    Opaque(usize),
}

#[derive(Default)]
pub(super) struct Plan<'r> {
    pub(super) axes: Vec<Planned<'r>>,
    facts: HashMap<&'r FactKey, usize>,
    codes: HashMap<(usize, bool), BTreeMap<Symbol, usize>>,
    opaque: HashMap<usize, usize>,
}

impl<'r> Plan<'r> {
    /// Plans for a fact once.
    pub(super) fn fact(&mut self, key: &'r FactKey) {
        let next = self.axes.len();
        if *self.facts.entry(key).or_insert(next) == next {
            self.axes.push(Planned::Fact(key));
        }
    }

    /// Plans for a code of a fact that is planned for, once.
    pub(super) fn code(&mut self, key: &FactKey, code: &Symbol, reachable: bool) {
        let Some(of) = self.at(key) else { return };
        let next = self.axes.len();
        let codes = self.codes.entry((of, reachable)).or_default();
        if !codes.contains_key(code) {
            codes.insert(code.clone(), next);
            self.axes.push(Planned::Code { of, code: code.clone(), reachable });
        }
    }

    /// Plans for the answers of an atom.
    pub(super) fn opaque(&mut self, atom: usize) {
        self.opaque.insert(atom, self.axes.len());
        self.axes.push(Planned::Opaque(atom));
    }

    /// The axis of a fact.
    pub(super) fn at(&self, key: &FactKey) -> Option<usize> {
        self.facts.get(key).copied()
    }

    /// The axes that say whether a set has a code, by code.
    pub(super) fn codes(&self, key: &FactKey, reachable: bool) -> Option<&BTreeMap<Symbol, usize>> {
        self.codes.get(&(self.at(key)?, reachable))
    }

    /// The axis of what an atom answers.
    pub(super) fn answers(&self, atom: usize) -> Option<usize> {
        self.opaque.get(&atom).copied()
    }
}
