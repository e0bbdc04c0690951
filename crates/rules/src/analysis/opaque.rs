//! Conditions that cannot be cut along one fact: what may still be said of them.

use super::atom::Atom;
use super::cut::{Builder, Cut, Role, Status, status};
use super::diagram::{Diagrams, MET, Op, Ref, UNDETERMINED, UNMET, leaf};
use super::interest::answers_when_known;
use super::related::{Bearing, bearing};
use super::space::{Axis, Extent};
use super::{Inconclusive, Semantics};
use crate::node::Step;
use crate::{Comparison, Fact, FactSource, Verdict};

impl<'r> Builder<'_, 'r> {
    /// What an opaque atom may say where all its facts are known.
    pub(super) fn answers(&self, step: &Step) -> Vec<Verdict> {
        let settled = !matches!(
            self.extent,
            Extent::Everybody(Semantics::Kleene) | Extent::Changes(_, Semantics::Kleene)
        );
        let decides = match step {
            Step::Fact { comparison: Comparison::Within(_), .. } => settled,
            Step::Fact { comparison, .. } => answers_when_known(comparison),
            _ => false,
        };
        let mut answers = vec![Verdict::Met, Verdict::Unmet];
        if !decides {
            answers.push(Verdict::Undetermined);
        }
        answers
    }

    /// Whatever the axis says; but where a fact does not apply, and where what it asks about is open, what
    /// every comparison says then.
    pub(super) fn opaque(
        &self,
        number: usize,
        atom: &Atom<'r>,
        axes: &[Axis<'r>],
        diagrams: &mut Diagrams,
    ) -> Result<Ref, Inconclusive> {
        let own = self.plan.answers(number).and_then(|nth| Some((nth, axes.get(nth)?)));
        let Some((axis, Axis::Opaque { answers, .. })) = own else { return Ok(UNDETERMINED) };
        let said: Vec<Ref> = answers.iter().map(|answer| leaf(*answer)).collect();
        let mut free = diagrams.make(axis, &said);
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
                    self.by_cell(key, axes, diagrams, |cell, elements| {
                        let open = cell
                            .members
                            .iter()
                            .filter_map(|nth| elements.get(*nth))
                            .any(|element| opens(&element.fact, element.completes));
                        if open { UNDETERMINED } else { closed }
                    })
                }
            };
            let (low, high) = (open(MET)(diagrams)?, open(UNMET)(diagrams)?);
            free = diagrams.apply(Op::Min, free, low)?;
            free = diagrams.apply(Op::Max, free, high)?;
        }
        for key in atom.reads() {
            // Of a moment that does not apply nothing holds, and so a sum may be zero.
            if key != subject && comparison.is_met_by_none() {
                continue;
            }
            let lacks = |fact: &Fact| status(fact) == Status::NotApplicable;
            if self.role(key) == Role::Fixed {
                if lacks(&self.base.fact(key)) {
                    free = UNMET;
                }
                continue;
            }
            let applies = self.by_cell(key, axes, diagrams, |cell, elements| {
                let lacks = cell.members.iter().filter_map(|nth| elements.get(*nth)).any(|e| {
                    lacks(&e.fact)
                        && !(key == subject
                            && if_missing.is_some()
                            && e.completes
                            && self.base.fact(key).is_missing())
                });
                if lacks { UNMET } else { MET }
            })?;
            free = diagrams.apply(Op::Min, free, applies)?;
        }
        Ok(free)
    }

    /// The same, within what other conditions on the same fact leave it: whatever they say, this one says no
    /// less than what implies it, and no more than what it implies.
    pub(super) fn bounded(
        &self,
        number: usize,
        atom: &Atom<'r>,
        free: Ref,
        refs: &[Ref],
        diagrams: &mut Diagrams,
    ) -> Result<Ref, Inconclusive> {
        let Step::Fact { key, .. } = atom.step else { return Ok(free) };
        let (mut low, mut high) = (Vec::new(), Vec::new());
        for other in self.atoms.numbers_about(key).iter().copied().take_while(|other| *other < number) {
            let (Some(said), Some(Cut::Opaque)) = (refs.get(other), self.cut.get(other)) else { continue };
            diagrams.step(1)?;
            match self.atoms.get(other).and_then(|other| bearing(other, atom)) {
                Some(Bearing::Below) => low.push(*said),
                Some(Bearing::Above) => high.push(*said),
                Some(Bearing::Against) => high.push(diagrams.negate(*said)?),
                None => {}
            }
        }
        let least = low.into_iter().try_fold(free, |least, low| diagrams.apply(Op::Max, least, low))?;
        high.into_iter().try_fold(least, |most, high| diagrams.apply(Op::Min, most, high))
    }
}
