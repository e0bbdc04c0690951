//! Domain compression: the facts that some rule sets read, each cut into cells in which every condition
//! answers alike (R6, R7, R10). A condition that cannot be cut along one fact is an axis of its own.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::atom::{Atom, Atoms};
use super::diagram::{Diagrams, MET, Op, Ref, UNDETERMINED, UNMET, leaf};
use super::element::{self, Element, Span};
use super::interest::{Interest, answers_when_known};
use super::{Inconclusive, Semantics};
use crate::node::{Node, Step};
use crate::{
    ClauseId, Codes, Comparison, Fact, FactKey, FactSource, FactType, Facts, RuleSet, Value, Verdict,
    Vocabulary,
};

/// Whose facts are looked at.
pub(super) enum Extent<'f> {
    /// Everybody's.
    Everybody(Semantics),
    /// This person's, and whatever the open ones may turn out to be.
    Completions(&'f Facts),
    /// This person's, after any changes they can bring about.
    Changes(&'f Facts, Semantics),
}

/// How a fact varies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Fixed,
    Free,
    /// It is open, and may turn out to be anything.
    Open,
    /// The person can change it; where it is open, it may turn out to be anything unless they do.
    Changed {
        open: bool,
    },
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
    verdicts: Vec<Verdict>,
    kept: (bool, bool, Option<Status>),
}

impl Cell {
    pub(super) const fn is_reachable(&self) -> bool {
        self.kept.0
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Status {
    Known,
    Missing,
    Contested,
    NotApplicable,
}

const fn status(fact: &Fact) -> Status {
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

struct Builder<'b, 'r> {
    vocabulary: &'b Vocabulary,
    extent: &'b Extent<'b>,
    base: Facts,
    atoms: &'b Atoms<'r>,
    roles: BTreeMap<&'r FactKey, Role>,
    /// The one fact along which an atom is cut, if it is.
    cut: Vec<Cut<'r>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Cut<'r> {
    Settled(Verdict),
    Along(&'r FactKey),
    Opaque,
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
        let base = match extent {
            Extent::Everybody(_) => Facts::default(),
            Extent::Completions(facts) | Extent::Changes(facts, _) => (*facts).clone(),
        };
        let mut builder =
            Builder { vocabulary, extent, base, atoms: &atoms, roles: BTreeMap::new(), cut: Vec::new() };
        builder.roles();
        builder.cut = atoms.iter().map(|atom| builder.cut(atom)).collect();
        let mut diagrams = Diagrams::new(bound);
        let axes = builder.axes(&mut diagrams)?;
        let refs = builder.refs(&axes, &mut diagrams)?;
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
        }
    }

    fn role(&self, key: &FactKey) -> Role {
        self.roles.get(key).copied().unwrap_or(Role::Fixed)
    }

    /// Whether the rule set takes the fact for something while it is missing, and it is.
    fn holds_default(&self, key: &FactKey, if_missing: Option<&Value>) -> bool {
        if_missing.is_some() && self.base.fact(key).is_missing() && self.role(key) == Role::Open
    }

    fn varying(&self, atom: &Atom<'r>) -> Vec<&'r FactKey> {
        let defaulted = |key: &FactKey| match atom.step {
            Step::Fact { key: subject, if_missing, .. } => {
                key == subject && self.holds_default(key, if_missing.as_ref())
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
            Step::Fact { .. } => kind.is_some_and(|kind| element::separable(kind, &self.interest(key))),
            _ => matches!(kind, Some(FactType::Boolean)),
        };
        if cuts { Cut::Along(key) } else { Cut::Opaque }
    }

    /// What the atoms along this fact, and those that compare it with others, say about it.
    fn interest(&self, x: &FactKey) -> Interest {
        let mut interest = Interest::default();
        for atom in self.atoms.about(x) {
            if let Step::Fact { key, comparison, .. } = atom.step {
                interest.add(x, key, comparison, &self.base);
            }
        }
        interest
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
            let kept = (element.reachable, element.completes, status);
            let signature: Vec<u8> = verdicts
                .iter()
                .map(|verdict| match verdict {
                    Verdict::Met => 0,
                    Verdict::Unmet => 1,
                    Verdict::Undetermined => 2,
                })
                .chain([u8::from(kept.0), u8::from(kept.1)])
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
                    cells.push(Cell { members: vec![nth], verdicts, kept });
                }
            }
        }
        Ok(FactAxis { key, elements, cells })
    }

    fn elements(&self, key: &FactKey) -> Vec<Element> {
        let interest = self.interest(key);
        let kind = self.vocabulary.get(key.as_str()).map(|declaration| declaration.kind());
        let settled = || {
            kind.map_or_else(Vec::new, |kind| match element::separable(kind, &interest) {
                true => element::settled(kind, &interest),
                false => element::settled(kind, &Interest::default()),
            })
        };
        let not_applicable = || Element::new(Fact::not_applicable(), Span::Single);
        let list = kind.and_then(FactType::codes);
        let found = self.base.fact(key);
        let completions = || -> Vec<Element> {
            let may_be = match &*found {
                Fact::Known { value: Value::Set(codes), .. }
                    if kind.is_some_and(|kind| element::separable(kind, &interest)) =>
                {
                    element::sets(list, &interest, codes, true)
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
                        && kind.is_some_and(|kind| element::separable(kind, &interest))
                    {
                        elements.extend(element::sets(list, &interest, &Codes::so_far([]), false));
                    }
                    elements.push(Element::new(Fact::Missing, Span::Single));
                    elements.push(Element::new(Fact::contested([]), Span::Single));
                }
                elements.push(not_applicable());
                elements
            }
        }
    }

    /// What an opaque atom may say where all its facts are known.
    fn answers(&self, step: &Step) -> Vec<Verdict> {
        let settled = !matches!(
            self.extent,
            Extent::Everybody(Semantics::Kleene) | Extent::Changes(_, Semantics::Kleene)
        );
        let decides = match step {
            Step::Fact { comparison: Comparison::Within(_), .. } | Step::Custom(_) => settled,
            Step::Fact { comparison, .. } => answers_when_known(comparison),
            _ => false,
        };
        let mut answers = vec![Verdict::Met, Verdict::Unmet];
        if !decides {
            answers.push(Verdict::Undetermined);
        }
        answers
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

    /// Whatever the axis says; but where a fact does not apply, and where what it asks about is open, what
    /// every comparison says then.
    fn opaque(
        &self,
        number: usize,
        atom: &Atom<'r>,
        axes: &[Axis<'r>],
        diagrams: &mut Diagrams,
    ) -> Result<Ref, Inconclusive> {
        let own = axes.iter().enumerate().find_map(|(nth, axis)| match axis {
            Axis::Opaque { atom, answers } if *atom == number => Some((nth, answers)),
            _ => None,
        });
        let Some((axis, answers)) = own else { return Ok(UNDETERMINED) };
        let mut free = diagrams.make(axis, answers.iter().map(|answer| leaf(*answer)).collect());
        let Step::Fact { key: subject, comparison, if_missing } = atom.step else { return Ok(free) };
        let strict = answers_when_known(comparison) && !matches!(comparison, Comparison::Within(_));
        for key in atom.reads() {
            if key != subject && !strict {
                continue;
            }
            let defaulted = |fact: &Fact, completes: bool| {
                key == subject
                    && if_missing.is_some()
                    && (fact.is_missing() || (completes && self.base.fact(key).is_missing()))
            };
            let opens = |fact: &Fact, completes| {
                matches!(status(fact), Status::Missing | Status::Contested) && !defaulted(fact, completes)
            };
            if self.role(key) == Role::Fixed {
                if opens(&self.base.fact(key), false) {
                    free = UNDETERMINED;
                }
                continue;
            }
            let open = |closed: Ref| {
                move |diagrams: &mut Diagrams| {
                    by_cell(key, axes, diagrams, |cell, elements| {
                        let open = cell
                            .members
                            .iter()
                            .filter_map(|nth| elements.get(*nth))
                            .any(|element| opens(&element.fact, element.completes));
                        if open { UNDETERMINED } else { closed }
                    })
                }
            };
            let (low, high) = (open(MET)(diagrams), open(UNMET)(diagrams));
            free = diagrams.apply(Op::Min, free, low)?;
            free = diagrams.apply(Op::Max, free, high)?;
        }
        for key in atom.reads() {
            let lacks = |fact: &Fact| status(fact) == Status::NotApplicable;
            if self.role(key) == Role::Fixed {
                if lacks(&self.base.fact(key)) {
                    free = UNMET;
                }
                continue;
            }
            let applies = by_cell(key, axes, diagrams, |cell, elements| {
                let lacks = cell.members.iter().filter_map(|nth| elements.get(*nth)).any(|e| {
                    lacks(&e.fact)
                        && !(key == subject
                            && if_missing.is_some()
                            && e.completes
                            && self.base.fact(key).is_missing())
                });
                if lacks { UNMET } else { MET }
            });
            free = diagrams.apply(Op::Min, free, applies)?;
        }
        Ok(free)
    }
}

fn by_cell(
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
    let children = axis.cells.iter().map(|cell| leaf(cell, &axis.elements)).collect();
    diagrams.make(nth, children)
}
