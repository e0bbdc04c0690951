//! Cuts facts into cells, and says of every condition how it answers in each.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::atom::{Atom, Atoms};
use super::diagram::{Diagrams, Ref, UNDETERMINED, leaf};
use super::element::{self, Element, Span};
use super::interest::Interest;
use super::space::{Axis, Cell, Extent, FactAxis, is_open};
use super::{Inconclusive, Semantics};
use crate::node::Step;
use crate::{Codes, Comparison, Fact, FactKey, FactSource, FactType, Facts, Value, Verdict, Vocabulary};

/// The axes, and each atom as a function of them.
pub(super) struct Built<'r> {
    pub(super) axes: Vec<Axis<'r>>,
    pub(super) refs: Vec<Ref>,
}

pub(super) fn facts<'r>(
    atoms: &Atoms<'r>,
    vocabulary: &Vocabulary,
    extent: &Extent<'_>,
    diagrams: &mut Diagrams,
) -> Result<Built<'r>, Inconclusive> {
    let base = match extent {
        Extent::Everybody(_) => Facts::default(),
        Extent::Completions(facts) | Extent::Changes(facts, _) => (*facts).clone(),
    };
    let (roles, interests) = (BTreeMap::new(), BTreeMap::new());
    let mut builder = Builder { vocabulary, extent, base, atoms, roles, interests, cut: Vec::new() };
    builder.roles();
    builder.cut = atoms.iter().map(|atom| builder.cut(atom)).collect();
    let axes = builder.axes(diagrams)?;
    let refs = builder.refs(&axes, diagrams)?;
    Ok(Built { axes, refs })
}

/// How a fact varies.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Fixed,
    Free,
    /// It is open, and may turn out to be anything.
    Open,
    /// The person can change it; where it is open, it may turn out to be anything unless they do.
    Changed {
        open: bool,
    },
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    Known,
    Missing,
    Contested,
    NotApplicable,
}

pub(super) const fn status(fact: &Fact) -> Status {
    match fact {
        Fact::Known { .. } => Status::Known,
        Fact::NotApplicable { .. } => Status::NotApplicable,
        Fact::Missing => Status::Missing,
        Fact::Contested { .. } => Status::Contested,
    }
}

/// The facts, with another in the place of one.
struct Instead<'a> {
    key: &'a FactKey,
    fact: &'a Fact,
    rest: &'a Facts,
}
impl FactSource for Instead<'_> {
    fn fact(&self, key: &FactKey) -> Cow<'_, Fact> {
        if key == self.key { Cow::Borrowed(self.fact) } else { self.rest.fact(key) }
    }
}

pub(super) struct Builder<'b, 'r> {
    pub(super) vocabulary: &'b Vocabulary,
    pub(super) extent: &'b Extent<'b>,
    pub(super) base: Facts,
    pub(super) atoms: &'b Atoms<'r>,
    pub(super) roles: BTreeMap<&'r FactKey, Role>,
    interests: BTreeMap<&'r FactKey, Interest>,
    /// The one fact along which an atom is cut, if it is.
    pub(super) cut: Vec<Cut<'r>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut<'r> {
    Settled(Verdict),
    Along(&'r FactKey),
    Opaque,
}

impl<'r> Builder<'_, 'r> {
    fn roles(&mut self) {
        for key in self.atoms.iter().flat_map(Atom::reads) {
            let fact = self.base.fact(key);
            let open = is_open(&fact);
            let changeable = || self.vocabulary.get(key.as_str()).is_some_and(|d| d.change_cost().is_some());
            let role = match self.extent {
                Extent::Everybody(_) => Role::Free,
                Extent::Completions(_) if open => Role::Open,
                Extent::Changes(_, semantics) if changeable() => {
                    Role::Changed { open: open && *semantics == Semantics::Exact }
                }
                Extent::Changes(_, Semantics::Exact) if open => Role::Open,
                _ => Role::Fixed,
            };
            self.roles.insert(key, role);
            if role != Role::Fixed && !self.interests.contains_key(key) {
                self.interests.insert(key, self.interest(key));
            }
        }
    }

    pub(super) fn role(&self, key: &FactKey) -> Role {
        self.roles.get(key).copied().unwrap_or(Role::Fixed)
    }

    /// Whether the rule set takes the fact for something while it is missing, and it is.
    fn holds_default(&self, key: &FactKey, if_missing: Option<&Value>) -> bool {
        if_missing.is_some() && self.base.fact(key).is_missing() && self.role(key) == Role::Open
    }

    fn varying(&self, atom: &Atom<'r>) -> Vec<&'r FactKey> {
        // What a moment is compared with is not what it is taken for.
        let defaulted = |key: &FactKey| match atom.step {
            Step::Fact { key: subject, comparison, if_missing } => {
                key == subject
                    && self.holds_default(key, if_missing.as_ref())
                    && !comparison.beside().contains(key)
            }
            _ => false,
        };
        atom.reads().filter(|key| self.role(key) != Role::Fixed && !defaulted(key)).collect()
    }

    fn answer(&self, step: &Step, facts: &dyn FactSource, standing: bool) -> Verdict {
        match step {
            Step::Fact { key, comparison, if_missing } => {
                let fact = facts.fact(key);
                let defaults = fact.is_missing() || (standing && self.base.fact(key).is_missing());
                match if_missing {
                    Some(value) if defaults => comparison.verdict(&Fact::known(value.clone()), facts),
                    _ => comparison.verdict(&fact, facts),
                }
            }
            Step::Custom(custom) => custom.verdict(facts),
            _ => Verdict::Undetermined,
        }
    }

    fn cut(&self, atom: &Atom<'r>) -> Cut<'r> {
        let varying = self.varying(atom);
        // More knowledge never turns a verdict round (R2), so one that stands already stands.
        if varying.is_empty() || matches!(self.extent, Extent::Completions(_)) {
            let now = self.answer(atom.step, &self.base, false);
            if varying.is_empty() || !now.is_undetermined() {
                return Cut::Settled(now);
            }
        }
        let [key] = *varying else { return Cut::Opaque };
        let kind = self.vocabulary.get(key.as_str()).map(|declaration| declaration.kind());
        let cuts = match atom.step {
            Step::Fact { comparison: Comparison::Applies(_), .. } => true,
            Step::Fact { .. } => kind.is_some_and(|kind| self.separable(key, kind)),
            _ => matches!(kind, Some(FactType::Boolean)),
        };
        if cuts { Cut::Along(key) } else { Cut::Opaque }
    }

    /// What the atoms along this fact, and those that compare it with others, say about it.
    fn interest(&self, x: &FactKey) -> Interest {
        let mut interest = Interest::default();
        for atom in self.atoms.about(x) {
            if let Step::Fact { key, comparison, if_missing } = atom.step {
                interest.add(x, key, comparison, if_missing.as_ref(), &self.base);
            }
        }
        interest
    }

    /// Whether the values of the fact can be told apart as far as its atoms do.
    fn separable(&self, key: &FactKey, kind: &FactType) -> bool {
        self.interests.get(key).is_some_and(|interest| element::separable(kind, interest))
    }

    fn axes(&self, diagrams: &mut Diagrams) -> Result<Vec<Axis<'r>>, Inconclusive> {
        let mut axes = Vec::new();
        let mut seen: BTreeSet<&FactKey> = BTreeSet::new();
        let mut keys: Vec<&'r FactKey> = self.atoms.iter().flat_map(Atom::reads).collect();
        if matches!(self.extent, Extent::Changes(..)) {
            // What is suggested must not depend on the order of the clauses (R11).
            keys.sort();
            for key in keys {
                if self.role(key) != Role::Fixed && seen.insert(key) {
                    axes.push(Axis::Fact(self.fact_axis(key, diagrams)?));
                }
            }
        }
        for (number, atom) in self.atoms.iter().enumerate() {
            let cut = self.cut.get(number).copied().unwrap_or(Cut::Opaque);
            if matches!(cut, Cut::Settled(_)) {
                continue;
            }
            for key in atom.reads() {
                if self.role(key) != Role::Fixed && seen.insert(key) {
                    axes.push(Axis::Fact(self.fact_axis(key, diagrams)?));
                }
            }
            if cut == Cut::Opaque {
                axes.push(Axis::Opaque { atom: number, answers: self.answers(atom.step) });
            }
        }
        Ok(axes)
    }

    fn fact_axis(&self, key: &'r FactKey, diagrams: &mut Diagrams) -> Result<FactAxis<'r>, Inconclusive> {
        let elements = self.elements(key);
        let along: Vec<&Atom<'r>> = self
            .atoms
            .iter()
            .zip(&self.cut)
            .filter(|(_, cut)| **cut == Cut::Along(key))
            .map(|(atom, _)| atom)
            .collect();
        let opaque = self
            .atoms
            .iter()
            .zip(&self.cut)
            .any(|(atom, cut)| *cut == Cut::Opaque && atom.reads().any(|read| read == key));
        diagrams.step(elements.len().saturating_mul(along.len().max(1)))?;
        let mut cells: Vec<Cell> = Vec::new();
        let mut found: HashMap<Vec<u8>, usize> = HashMap::new();
        for (nth, element) in elements.iter().enumerate() {
            let facts = Instead { key, fact: &element.fact, rest: &self.base };
            let verdicts: Vec<Verdict> =
                along.iter().map(|atom| self.answer(atom.step, &facts, element.completes)).collect();
            let status = opaque.then(|| status(&element.fact));

            let signature: Vec<u8> = verdicts
                .iter()
                .map(|verdict| match verdict {
                    Verdict::Met => 0,
                    Verdict::Unmet => 1,
                    Verdict::Undetermined => 2,
                })
                .chain([u8::from(element.reachable), u8::from(element.completes)])
                .chain(status.map(|status| match status {
                    Status::Known => 0,
                    Status::NotApplicable => 1,
                    Status::Missing => 2,
                    Status::Contested => 3,
                }))
                .collect();
            match found.get(&signature).and_then(|cell| cells.get_mut(*cell)) {
                Some(cell) => cell.members.push(nth),
                None => {
                    found.insert(signature, cells.len());
                    cells.push(Cell { members: vec![nth], verdicts, reachable: element.reachable });
                }
            }
        }
        Ok(FactAxis { key, elements, cells })
    }

    fn elements(&self, key: &FactKey) -> Vec<Element> {
        let none = Interest::default();
        let interest = self.interests.get(key).unwrap_or(&none);
        let kind = self.vocabulary.get(key.as_str()).map(|declaration| declaration.kind());
        let settled = || {
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
                Fact::Known { value: Value::Set(codes), .. }
                    if kind.is_some_and(|kind| element::separable(kind, interest)) =>
                {
                    element::sets(list, interest, codes, true)
                }
                Fact::Known { .. } => vec![Element::new(found.clone().into_owned(), Span::Like)],
                _ => settled().into_iter().chain([not_applicable()]).collect(),
            };
            may_be.into_iter().map(|element| Element { completes: true, ..element }).collect()
        };
        match self.role(key) {
            Role::Fixed => vec![Element::new(found.clone().into_owned(), Span::Like)],
            Role::Open => completions(),
            Role::Changed { open } => {
                let stays = Element::new(found.clone().into_owned(), Span::Like);
                let stays = if open { completions() } else { vec![Element { completes: true, ..stays }] };
                let changes = settled().into_iter().map(|element| Element { reachable: true, ..element });
                stays.into_iter().chain(changes).collect()
            }
            Role::Free => {
                let mut elements = settled();
                if matches!(self.extent, Extent::Everybody(Semantics::Kleene)) {
                    if let Some(FactType::Set(_)) = kind
                        && kind.is_some_and(|kind| element::separable(kind, interest))
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

    fn refs(&self, axes: &[Axis<'r>], diagrams: &mut Diagrams) -> Result<Vec<Ref>, Inconclusive> {
        let mut refs = Vec::new();
        for (number, atom) in self.atoms.iter().enumerate() {
            refs.push(match self.cut.get(number).copied().unwrap_or(Cut::Opaque) {
                Cut::Settled(verdict) => leaf(verdict),
                Cut::Along(key) => self.along(number, key, axes, diagrams),
                Cut::Opaque => self.opaque(number, atom, axes, diagrams)?,
            });
        }
        Ok(refs)
    }

    fn along(&self, number: usize, key: &FactKey, axes: &[Axis<'r>], diagrams: &mut Diagrams) -> Ref {
        let before = self.cut.iter().take(number).filter(|cut| **cut == Cut::Along(key)).count();
        by_cell(key, axes, diagrams, |cell, _| cell.verdicts.get(before).copied().map_or(UNDETERMINED, leaf))
    }
}

pub(super) fn by_cell(
    key: &FactKey,
    axes: &[Axis<'_>],
    diagrams: &mut Diagrams,
    leaf: impl Fn(&Cell, &[Element]) -> Ref,
) -> Ref {
    let own = axes.iter().enumerate().find_map(|(nth, axis)| match axis {
        Axis::Fact(axis) if axis.key == key => Some((nth, axis)),
        _ => None,
    });
    let Some((nth, axis)) = own else { return UNDETERMINED };
    let children: Vec<Ref> = axis.cells.iter().map(|cell| leaf(cell, &axis.elements)).collect();
    diagrams.make(nth, &children)
}
