//! The cells of each fact, and each condition as a function of them.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::atom::Atom;
use super::cut::{Builder, Cut, Instead, Role, Status, status};
use super::diagram::{Diagrams, NODE, Ref, UNDETERMINED, leaf};
use super::element::{self, Element, Span};
use super::interest::Interest;
use super::plan::Planned;
use super::space::{Axis, Cell, CodeAxis, Extent, FactAxis};
use super::{Inconclusive, Semantics, codes, records};
use crate::node::Step;
use crate::{Codes, Fact, FactKey, FactSource, FactType, Records, Value};

impl<'r> Builder<'_, 'r> {
    pub(super) fn axes(&self, diagrams: &mut Diagrams) -> Result<Vec<Axis<'r>>, Inconclusive> {
        let mut along: HashMap<&FactKey, Vec<&Atom<'r>>> = HashMap::new();
        let mut beside: HashSet<&FactKey> = HashSet::new();
        for (atom, cut) in self.atoms.iter().zip(&self.cut) {
            match cut {
                Cut::Along(key) => along.entry(key).or_default().push(atom),
                Cut::Opaque => beside.extend(atom.reads()),
                Cut::Settled(_) => {}
            }
        }
        let axes = self.plan.axes.iter().map(|planned| {
            Ok(match planned {
                Planned::Fact(key) => {
                    let along = along.get(key).map(Vec::as_slice).unwrap_or_default();
                    Axis::Fact(self.fact_axis(key, along, beside.contains(key), diagrams)?)
                }
                Planned::Code { of, code, reachable } => {
                    Axis::Code(CodeAxis { of: *of, code: code.clone(), reachable: *reachable })
                }
                Planned::Opaque(atom) => {
                    let step = self.atoms.get(*atom).map(|atom| self.answers(atom.step));
                    Axis::Opaque { atom: *atom, answers: step.unwrap_or_default() }
                }
            })
        });
        axes.collect()
    }

    fn fact_axis(
        &self,
        key: &'r FactKey,
        along: &[&Atom<'r>],
        beside: bool,
        diagrams: &mut Diagrams,
    ) -> Result<FactAxis<'r>, Inconclusive> {
        let elements = self.elements(key);
        diagrams.step(elements.len().saturating_mul(2 * along.len() + 4))?;
        let mut cells: Vec<Cell> = Vec::new();
        let mut found: HashMap<(Vec<Ref>, bool, bool, Option<Status>), usize> = HashMap::new();
        for (nth, element) in elements.iter().enumerate() {
            let says = along.iter().map(|atom| self.says(atom.step, key, element, diagrams));
            let says = says.collect::<Result<Vec<_>, _>>()?;
            let status = beside.then(|| status(&element.fact));
            match found.entry((says, element.reachable, element.completes, status)) {
                Entry::Occupied(entry) => {
                    if let Some(cell) = cells.get_mut(*entry.get()) {
                        cell.members.push(nth);
                    }
                }
                Entry::Vacant(entry) => {
                    let says = entry.key().0.clone();
                    cells.push(Cell { members: vec![nth], says, reachable: element.reachable });
                    entry.insert(cells.len() - 1);
                }
            }
        }
        Ok(FactAxis { key, elements, cells })
    }

    /// What a condition says where the fact is this.
    fn says(
        &self,
        step: &Step,
        key: &FactKey,
        element: &Element,
        diagrams: &mut Diagrams,
    ) -> Result<Ref, Inconclusive> {
        if let Step::Fact { comparison, if_missing, .. } = step
            && let (Span::Codes { .. }, Some(Value::Set(base))) = (&element.span, element.fact.value())
            && !(if_missing.is_some() && element.completes && self.base.fact(key).is_missing())
            && let Some(said) =
                codes::says(comparison, base, self.plan.codes(key, element.reachable), diagrams)?
        {
            return Ok(said);
        }
        let facts = Instead { key, fact: &element.fact, rest: &self.base };
        Ok(leaf(self.answer(step, &facts, element.completes)))
    }

    fn elements(&self, key: &FactKey) -> Vec<Element> {
        let none = Interest::default();
        let interest = self.interests.get(key).unwrap_or(&none);
        let kind = self.vocabulary.get(key.as_str()).map(|declaration| declaration.kind());
        let settled = || {
            if let (Some(FactType::Records(kind)), Role::Free) = (kind, self.role(key)) {
                let each = records::different(key, kind, self.atoms).into_iter().map(|record| vec![record]);
                let each = std::iter::once(Vec::new()).chain(each).map(Records::complete);
                return each.map(|records| Element::new(Fact::known(records), Span::Any)).collect();
            }
            kind.map_or_else(Vec::new, |kind| match element::separable(kind, interest) {
                true => element::settled(kind, interest),
                false => element::settled(kind, &none),
            })
        };
        let not_applicable = || Element::new(Fact::not_applicable(), Span::Single);
        let list = kind.and_then(FactType::codes);
        let found = self.base.fact(key);
        let completions = || -> Vec<Element> {
            let may_be = match &*found {
                Fact::Known { value: Value::Set(codes), .. } if interest.is_by_code => {
                    element::sets(list, interest, codes, true)
                }
                Fact::Known { .. } => vec![Element::new(found.clone().into_owned(), Span::Any)],
                _ => settled().into_iter().chain([not_applicable()]).collect(),
            };
            may_be.into_iter().map(|element| Element { completes: true, ..element }).collect()
        };
        match self.role(key) {
            Role::Fixed => vec![Element::new(found.clone().into_owned(), Span::Any)],
            Role::Open => completions(),
            Role::Changed { open } => {
                let stays = Element::new(found.clone().into_owned(), Span::Any);
                let stays = if open { completions() } else { vec![Element { completes: true, ..stays }] };
                let changes = settled().into_iter().map(|element| Element { reachable: true, ..element });
                stays.into_iter().chain(changes).collect()
            }
            Role::Free => {
                let mut elements = settled();
                if matches!(self.extent, Extent::Everybody(Semantics::Kleene)) {
                    if let Some(FactType::Set(_)) = kind
                        && interest.is_by_code
                    {
                        elements.extend(element::sets(list, interest, &Codes::so_far([]), false));
                    }
                    elements.push(Element::new(Fact::Missing, Span::Single));
                    elements.push(Element::new(Fact::contested([]), Span::Single));
                }
                elements.push(not_applicable());
                elements
            }
        }
    }

    pub(super) fn refs(&self, axes: &[Axis<'r>], diagrams: &mut Diagrams) -> Result<Vec<Ref>, Inconclusive> {
        let mut refs = Vec::new();
        let mut before: HashMap<&FactKey, usize> = HashMap::new();
        for (number, (atom, cut)) in self.atoms.iter().zip(&self.cut).enumerate() {
            refs.push(match cut {
                Cut::Settled(verdict) => leaf(*verdict),
                Cut::Along(key) => {
                    let before = before.entry(key).or_default();
                    let nth = std::mem::replace(before, *before + 1);
                    let says =
                        |cell: &Cell, _: &[Element]| cell.says.get(nth).copied().unwrap_or(UNDETERMINED);
                    self.by_cell(key, axes, diagrams, says)?
                }
                Cut::Opaque => {
                    let free = self.opaque(number, atom, axes, diagrams)?;
                    self.bounded(number, atom, free, &refs, diagrams)?
                }
            });
        }
        Ok(refs)
    }

    /// The function that takes this branch for each cell of a fact.
    pub(super) fn by_cell(
        &self,
        key: &FactKey,
        axes: &[Axis<'_>],
        diagrams: &mut Diagrams,
        says: impl Fn(&Cell, &[Element]) -> Ref,
    ) -> Result<Ref, Inconclusive> {
        let Some((nth, Axis::Fact(axis))) = self.plan.at(key).and_then(|nth| Some((nth, axes.get(nth)?)))
        else {
            return Ok(UNDETERMINED);
        };
        let children: Vec<Ref> = axis.cells.iter().map(|cell| says(cell, &axis.elements)).collect();
        diagrams.step(children.len() + NODE)?;
        Ok(diagrams.make(nth, &children))
    }
}
