//! How each fact varies, and which conditions are cut along one.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::atom::{Atom, Atoms};
use super::codes;
use super::diagram::{Diagrams, Ref};
use super::element::{self, MAX_COUNT};
use super::interest::Interest;
use super::plan::Plan;
use super::space::{Axis, Extent, is_open};
use super::{Inconclusive, Semantics};
use crate::node::Step;
use crate::{Comparison, Fact, FactKey, FactSource, FactType, Facts, Symbol, Value, Verdict, Vocabulary};

/// Sets whose codes would bring more axes than these together are not looked at code by code.
const MAX_CODES: usize = 1_024;

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
    let cut = Vec::new();
    let mut builder =
        Builder { vocabulary, extent, base, atoms, roles, interests, cut, plan: Plan::default() };
    builder.roles(diagrams)?;
    builder.cut = atoms.iter().map(|atom| builder.cut(atom)).collect();
    builder.plan = builder.plan();
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

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
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
pub(super) struct Instead<'a> {
    pub(super) key: &'a FactKey,
    pub(super) fact: &'a Fact,
    pub(super) rest: &'a Facts,
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
    pub(super) interests: BTreeMap<&'r FactKey, Interest>,
    /// The one fact along which an atom is cut, if it is.
    pub(super) cut: Vec<Cut<'r>>,
    pub(super) plan: Plan<'r>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut<'r> {
    Settled(Verdict),
    Along(&'r FactKey),
    Opaque,
}

impl<'r> Builder<'_, 'r> {
    fn roles(&mut self, diagrams: &mut Diagrams) -> Result<(), Inconclusive> {
        let mut codes = 0;
        for key in self.atoms.iter().flat_map(Atom::reads) {
            if self.roles.contains_key(key) {
                continue;
            }
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
            if role != Role::Fixed {
                let mut interest = self.interest(key);
                diagrams.step(interest.values.len() + interest.days.len() + interest.named.len())?;
                codes += interest.named.len();
                interest.is_by_code = codes <= MAX_CODES;
                self.interests.insert(key, interest);
            }
        }
        Ok(())
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

    /// What the condition says; where the fact is what another may turn out to be, the other stands for it.
    pub(super) fn answer(&self, step: &Step, facts: &dyn FactSource, standing: bool) -> Verdict {
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
            Step::Fact { comparison: Comparison::CountAtLeast(n), .. } if *n > MAX_COUNT => false,
            // Where a moment turns what is counted depends on every record.
            Step::Fact { key: subject, .. } if subject != key && self.has_records(subject) => false,
            Step::Fact { .. } => kind.is_some_and(|kind| self.separable(key, kind)),
            _ => matches!(kind, Some(FactType::Boolean)),
        };
        if cuts { Cut::Along(key) } else { Cut::Opaque }
    }

    fn has_records(&self, key: &FactKey) -> bool {
        let declared = self.vocabulary.get(key.as_str());
        declared.is_some_and(|declaration| matches!(declaration.kind(), FactType::Records(_)))
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

    /// Which axes there are, in which order.
    fn plan(&self) -> Plan<'r> {
        let mut plan = Plan::default();
        if matches!(self.extent, Extent::Changes(..)) {
            // What is suggested must not depend on the order of the clauses (R11).
            let keys: BTreeSet<&'r FactKey> = self.atoms.iter().flat_map(Atom::reads).collect();
            for key in keys {
                if self.role(key) != Role::Fixed {
                    plan.fact(key);
                    let named = self.interests.get(key).map(|interest| &interest.named);
                    self.codes(&mut plan, key, named.into_iter().flatten());
                }
            }
        }
        for (number, (atom, cut)) in self.atoms.iter().zip(&self.cut).enumerate() {
            if matches!(cut, Cut::Settled(_)) {
                continue;
            }
            for key in atom.reads() {
                if self.role(key) != Role::Fixed {
                    plan.fact(key);
                }
            }
            match (cut, atom.step) {
                (Cut::Along(key), Step::Fact { comparison: Comparison::CountAtLeast(_), .. }) => {
                    let named = self.interests.get(key).map(|interest| &interest.named);
                    self.codes(&mut plan, key, named.into_iter().flatten());
                }
                (Cut::Along(key), Step::Fact { comparison, .. }) => {
                    self.codes(&mut plan, key, codes::named(comparison));
                }
                (Cut::Opaque, _) => plan.opaque(number),
                _ => {}
            }
        }
        plan
    }

    /// Plans for these codes of a set, as far as they are open.
    fn codes<'c>(&self, plan: &mut Plan<'r>, key: &'r FactKey, codes: impl Iterator<Item = &'c Symbol>) {
        let kind = self.vocabulary.get(key.as_str()).map(|declaration| declaration.kind());
        if !kind.is_some_and(|kind| matches!(kind, FactType::Set(_)) && self.separable(key, kind)) {
            return;
        }
        let list = kind.and_then(FactType::codes);
        let base = self.base.fact(key);
        for code in codes.filter(|code| list.is_none_or(|list| list.has(code.as_str()))) {
            let has = matches!(base.value(), Some(Value::Set(had)) if had.includes(code.as_str()));
            let (open, changed) = match self.role(key) {
                Role::Fixed => (false, false),
                Role::Free => (true, false),
                Role::Open => (!has, false),
                Role::Changed { open } => (open && !has, true),
            };
            if open {
                plan.code(key, code, false);
            }
            if changed {
                plan.code(key, code, true);
            }
        }
    }
}
