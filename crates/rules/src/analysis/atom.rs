//! The conditions at the leaves of some rule sets, each once, in the order in which they stand.

use std::collections::{BTreeMap, HashMap};

use crate::node::{Node, Step};
use crate::{ClauseId, Comparison, FactKey, RuleRef, RuleSet, Value};

/// A condition, and where it stands first.
pub(super) struct Atom<'r> {
    pub(super) rule: &'r RuleRef,
    pub(super) clause: &'r ClauseId,
    pub(super) step: &'r Step,
}

impl<'r> Atom<'r> {
    /// Every fact it reads, what it asks about first.
    pub(super) fn reads(&self) -> impl Iterator<Item = &'r FactKey> + use<'r> {
        let mut keys: Vec<&FactKey> = Vec::new();
        match self.step {
            Step::Fact { key, comparison, .. } => {
                keys.push(key);
                comparison.each_beside(&mut |key| {
                    if !keys.contains(&key) {
                        keys.push(key);
                    }
                });
            }
            Step::Custom(custom) => keys.extend(custom.reads()),
            _ => {}
        }
        keys.into_iter()
    }
}

type Asked<'r> = (&'r FactKey, &'r Comparison, Option<&'r Value>);

#[derive(Default)]
pub(super) struct Atoms<'r> {
    atoms: Vec<Atom<'r>>,
    asked: HashMap<Asked<'r>, usize>,
    /// By name; predicates of one name may differ in their version.
    custom: HashMap<&'r str, Vec<usize>>,
    about: BTreeMap<&'r FactKey, Vec<usize>>,
}

impl<'r> Atoms<'r> {
    pub(super) fn of(rules: &[&'r RuleSet]) -> Self {
        let mut atoms = Self::default();
        for rule in rules {
            atoms.add(rule.reference(), rule.root());
        }
        atoms
    }

    fn add(&mut self, rule: &'r RuleRef, node: &'r Node) {
        if !matches!(node.step, Step::Fact { .. } | Step::Custom(_)) {
            node.children().iter().for_each(|node| self.add(rule, node));
            return;
        }
        if self.number(&node.step).is_some() {
            return;
        }
        let number = self.atoms.len();
        match &node.step {
            Step::Fact { key, comparison, if_missing } => {
                self.asked.insert((key, comparison, if_missing.as_ref()), number);
            }
            Step::Custom(custom) => self.custom.entry(custom.name().as_str()).or_default().push(number),
            _ => {}
        }
        let atom = Atom { rule, clause: &node.id, step: &node.step };
        for key in atom.reads() {
            self.about.entry(key).or_default().push(number);
        }
        self.atoms.push(atom);
    }

    /// Which of them this is.
    pub(super) fn number(&self, step: &Step) -> Option<usize> {
        match step {
            Step::Fact { key, comparison, if_missing } => {
                self.asked.get(&(key, comparison, if_missing.as_ref())).copied()
            }
            Step::Custom(custom) => {
                let same = |number: &&usize| self.atoms.get(**number).is_some_and(|atom| atom.step == step);
                self.custom.get(custom.name().as_str())?.iter().find(same).copied()
            }
            _ => None,
        }
    }

    pub(super) fn get(&self, number: usize) -> Option<&Atom<'r>> {
        self.atoms.get(number)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Atom<'r>> {
        self.atoms.iter()
    }

    /// Those that read this fact.
    pub(super) fn about(&self, key: &FactKey) -> impl Iterator<Item = &Atom<'r>> {
        self.about.get(key).into_iter().flatten().filter_map(|number| self.atoms.get(*number))
    }

    /// The numbers of those, in order.
    pub(super) fn numbers_about(&self, key: &FactKey) -> &[usize] {
        self.about.get(key).map(Vec::as_slice).unwrap_or_default()
    }
}
