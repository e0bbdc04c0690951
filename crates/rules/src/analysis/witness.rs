//! People found in a diagram: the facts along one way down, tried on the rules themselves (R6, R7).

use std::collections::BTreeSet;

use super::atom::{Atom, Atoms};
use super::diagram::Step;
use super::part::{Assumed, Witness};
use super::space::{Axis, CodeAxis, FactAxis, HAS, Space};
use super::{Inconclusive, records};
use crate::{Codes, Fact, FactKey, Facts, Symbol, Value};

/// How many people are tried before the answers of opaque conditions are assumed.
const TRIED: usize = 256;

/// How many values of one cell are tried.
const OF_A_CELL: usize = 6;

/// What somebody can be along one axis.
enum Choice<'s> {
    /// Every so many of these elements.
    Fact { axis: &'s FactAxis<'s>, members: &'s [usize], every: usize },
    /// Has the code or not; either, where nothing is said.
    Code { of: &'s FactKey, code: &'s Symbol, has: Option<bool> },
}

impl Choice<'_> {
    fn count(&self) -> usize {
        match self {
            Self::Fact { members, every, .. } => members.len().div_ceil(*every),
            Self::Code { has, .. } => {
                if has.is_some() {
                    1
                } else {
                    2
                }
            }
        }
    }
}

impl Space<'_> {
    /// Somebody on this way down, of whom the test holds if any tried one can show it. Where others are
    /// still to be found, so many with this one, work is left for them.
    pub(super) fn witness(
        &mut self,
        way: &[Step],
        shows: &dyn Fn(&Facts) -> bool,
        of: usize,
    ) -> Result<Witness, Inconclusive> {
        let mut at = vec![0; self.axes.len()];
        let mut first = None;
        let share = self.diagrams.worked().1 / of.max(1) / (self.weight + self.axes.len()).max(1);
        let tried = if self.is_opaque() { TRIED.min(share).max(1) } else { 1 };
        let choices = choices(&self.axes, &self.atoms, way);
        if self.is_opaque() {
            let (somebody, work) =
                records::fitting(&self.axes, &self.atoms, way, &compose(&choices, &at), share);
            self.diagrams.step(work + self.weight)?;
            if shows(&somebody) {
                return Ok(Witness { facts: somebody, assuming: Vec::new() });
            }
        }
        for _ in 0..tried {
            self.diagrams.step(self.weight + self.axes.len())?;
            let somebody = compose(&choices, &at);
            if shows(&somebody) {
                return Ok(Witness { facts: somebody, assuming: Vec::new() });
            }
            first = first.or(Some(somebody));
            if !next(&mut at, &choices) {
                break;
            }
        }
        let cells: Vec<_> = way.iter().map(|(axis, cell)| (*axis, vec![*cell])).collect();
        Ok(Witness { facts: first.unwrap_or_default(), assuming: self.assumed(&cells) })
    }

    /// The first who is on this way down, as far as it says anything of them.
    pub(super) fn example(&self, way: &[Step]) -> Facts {
        let mut named = choices(&self.axes, &self.atoms, way);
        let is_on_way = |key: &FactKey| {
            way.iter()
                .any(|(axis, _)| matches!(self.axes.get(*axis), Some(Axis::Fact(axis)) if axis.key == key))
        };
        named.retain(|choice| match choice {
            Choice::Fact { axis, .. } => is_on_way(axis.key),
            Choice::Code { of, .. } => is_on_way(of),
        });
        compose(&named, &[])
    }

    /// What these cells take opaque conditions to say.
    pub(super) fn assumed(&self, cells: &[(usize, Vec<usize>)]) -> Vec<Assumed> {
        cells
            .iter()
            .filter_map(|(nth, cells)| match self.axes.get(*nth)? {
                Axis::Opaque { atom, answers } => {
                    let atom = self.atom(*atom)?;
                    let answers = cells.iter().filter_map(|cell| answers.get(*cell).copied()).collect();
                    Some(Assumed { rule: atom.rule.clone(), clause: atom.clause.clone(), answers })
                }
                Axis::Fact(_) | Axis::Code(_) => None,
            })
            .collect()
    }
}

/// The facts of which conditions may tell the members of a cell apart.
fn read_by_opaque<'s>(axes: &[Axis<'_>], atoms: &Atoms<'s>) -> BTreeSet<&'s FactKey> {
    let opaque = axes.iter().filter_map(|axis| match axis {
        Axis::Opaque { atom, .. } => atoms.get(*atom),
        Axis::Fact(_) | Axis::Code(_) => None,
    });
    opaque.flat_map(Atom::reads).collect()
}

/// What somebody on this way can be along each axis.
fn choices<'s>(axes: &'s [Axis<'s>], atoms: &Atoms<'_>, way: &[Step]) -> Vec<Choice<'s>> {
    let matters = read_by_opaque(axes, atoms);
    let mut on_way = vec![None; axes.len()];
    for (axis, cell) in way {
        if let Some(slot) = on_way.get_mut(*axis) {
            *slot = Some(*cell);
        }
    }
    let choice = |(axis, on_way): (&'s Axis<'s>, &Option<usize>)| match axis {
        Axis::Fact(axis) => {
            // Any will do where the way says nothing; the first cells are of known values.
            let members = axis.cells.get(on_way.unwrap_or(0)).map(|cell| cell.members.as_slice());
            let members = members.unwrap_or_default();
            // What answers alike in every condition need not be tried twice.
            let most = if matters.contains(axis.key) { OF_A_CELL } else { 1 };
            Some(Choice::Fact { axis, members, every: members.len().div_ceil(most).max(1) })
        }
        Axis::Code(CodeAxis { of, code, .. }) => match axes.get(*of) {
            Some(Axis::Fact(axis)) => {
                Some(Choice::Code { of: axis.key, code, has: on_way.map(|cell| cell == HAS) })
            }
            _ => None,
        },
        Axis::Opaque { .. } => None,
    };
    axes.iter().zip(&on_way).filter_map(choice).collect()
}

/// The person who is this nth along each axis; without a number, the first.
fn compose(choices: &[Choice<'_>], at: &[usize]) -> Facts {
    let mut facts = Facts::default();
    let numbers = at.iter().copied().chain(std::iter::repeat(0));
    let mut more: Vec<(&FactKey, &Symbol)> = Vec::new();
    for (choice, nth) in choices.iter().zip(numbers) {
        match choice {
            Choice::Fact { axis, members, every } => {
                let element = members.get(nth * every).and_then(|nth| axis.elements.get(*nth));
                if let Some(element) = element
                    && element.fact != Fact::Missing
                {
                    facts.insert(axis.key.clone(), element.fact.clone());
                }
            }
            Choice::Code { of, code, has } => {
                if has.unwrap_or(nth > 0) {
                    more.push((of, code));
                }
            }
        }
    }
    for (key, code) in more {
        if let Some(Fact::Known { value: Value::Set(codes), .. }) = facts.get(key.as_str()) {
            let with = codes.iter().chain([code]).cloned();
            let with = if codes.is_complete() { Codes::complete(with) } else { Codes::so_far(with) };
            facts.insert(key.clone(), Fact::known(with));
        }
    }
    facts
}

/// The next combination; `false` after the last.
fn next(at: &mut [usize], choices: &[Choice<'_>]) -> bool {
    for (at, choice) in at.iter_mut().zip(choices).rev() {
        *at += 1;
        if *at < choice.count() {
            return true;
        }
        *at = 0;
    }
    false
}
