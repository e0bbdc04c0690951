//! People found in a diagram: the facts along one way down, tried on the rules themselves (R6, R7).

use super::part::{Assumed, Who, Witness};
use super::space::{Axis, FactAxis, Space};
use crate::{Fact, Facts};

/// How many people are tried before the answers of opaque conditions are assumed.
const TRIED: usize = 256;

/// How many values of one cell are tried.
const OF_A_CELL: usize = 6;

impl Space<'_> {
    /// Somebody on this way down, of whom the test holds if any tried one can show it.
    pub(super) fn witness(&self, way: &[(usize, usize)], shows: &dyn Fn(&Facts) -> bool) -> Witness {
        let mut choices: Vec<(&FactAxis<'_>, Vec<usize>)> = Vec::new();
        for (nth, axis) in self.axes.iter().enumerate() {
            let Axis::Fact(axis) = axis else { continue };
            let on_way = way.iter().find(|(at, _)| *at == nth).and_then(|(_, cell)| axis.cells.get(*cell));
            // Any will do where the way says nothing; the first cells are of known values.
            let members = on_way.or_else(|| axis.cells.first()).map(|cell| spread(&cell.members));
            choices.push((axis, members.unwrap_or_default()));
        }
        let facts = |at: &[usize]| -> Facts {
            let mut facts = Facts::default();
            for ((axis, members), at) in choices.iter().zip(at) {
                let element = members.get(*at).and_then(|nth| axis.elements.get(*nth));
                if let Some(element) = element
                    && element.fact != Fact::Missing
                {
                    facts.insert(axis.key.clone(), element.fact.clone());
                }
            }
            facts
        };
        let mut at = vec![0; choices.len()];
        let first = facts(&at);
        if shows(&first) {
            return Witness { facts: first, assuming: Vec::new() };
        }
        let tried = if self.is_opaque() { TRIED } else { 0 };
        for _ in 0..tried {
            let mut carried = true;
            for (at, (_, members)) in at.iter_mut().zip(&choices).rev() {
                *at += 1;
                carried = *at >= members.len();
                if !carried {
                    break;
                }
                *at = 0;
            }
            if carried {
                break;
            }
            let next = facts(&at);
            if shows(&next) {
                return Witness { facts: next, assuming: Vec::new() };
            }
        }
        let cells: Vec<_> = way.iter().map(|(axis, cell)| (*axis, vec![*cell])).collect();
        Witness { facts: first, assuming: self.assumed(&cells) }
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
                Axis::Fact(_) => None,
            })
            .collect()
    }

    /// Who is meant by these cells of each axis.
    pub(super) fn who(&self, cells: &[(usize, Vec<usize>)]) -> Who {
        cells
            .iter()
            .filter_map(|(nth, cells)| match self.axes.get(*nth)? {
                Axis::Fact(axis) => Some((axis.key.clone(), axis.parts(cells))),
                Axis::Opaque { .. } => None,
            })
            .collect()
    }
}

impl FactAxis<'_> {
    /// What these cells stand for.
    pub(super) fn parts(&self, cells: &[usize]) -> Vec<super::Part> {
        let mut meant = vec![false; self.elements.len()];
        for cell in cells.iter().filter_map(|cell| self.cells.get(*cell)) {
            for member in &cell.members {
                if let Some(slot) = meant.get_mut(*member) {
                    *slot = true;
                }
            }
        }
        super::element::parts(&self.elements, &|nth| meant.get(nth).copied().unwrap_or(false))
    }
}

/// A few of them, from all over.
fn spread(members: &[usize]) -> Vec<usize> {
    let step = members.len().div_ceil(OF_A_CELL).max(1);
    members.iter().copied().step_by(step).collect()
}
