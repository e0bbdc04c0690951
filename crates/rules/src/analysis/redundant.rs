//! Clauses without which a rule says the same of everybody (R6).

use std::collections::HashSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::diagram::{MET, NODE, Op, Ref, UNMET, is_leaf};
use super::space::{Extent, Space};
use super::{Analysis, Inconclusive, Semantics};
use crate::node::{Node, Step};
use crate::{ClauseId, RuleSet};

/// A clause that could be left out of the list it stands in, by itself: of two that say the same, each is
/// named, and one must stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Redundant {
    /// The clause.
    pub clause: ClauseId,
    /// A clause in the same list that alone makes it idle: it is met only where this one is, among
    /// alternatives, or wherever this one is, among demands. Nothing where it takes several, or where what
    /// stands around the list does it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shadowed_by: Option<ClauseId>,
}

impl Analysis<'_> {
    /// Every clause that could be left out, in the order of the rule; of what stands below one nothing is
    /// said. Leaving out of `at_least n` leaves `n` as it is.
    ///
    /// ```
    /// use guildhall_rules::{RuleSet, Vocabulary, analysis::{Analysis, Semantics}};
    ///
    /// let vocabulary: Vocabulary = toml::from_str(
    ///     r#"facts = [{ key = "applicant.years", type = "integer", min = 0, label = { en = "years" } }]"#,
    /// )?;
    /// let rule = RuleSet::new(toml::from_str(r#"
    ///     id = "seniors"
    ///     version = 1
    ///     any = [
    ///         { id = "five", fact = "applicant.years", at_least = 5 },
    ///         { id = "ten", fact = "applicant.years", at_least = 10 },
    ///     ]
    /// "#)?, &vocabulary)?;
    /// let redundant = Analysis::new(&vocabulary).redundant(&rule, Semantics::Kleene)?;
    /// assert_eq!(redundant.len(), 1);
    /// assert_eq!(redundant[0].clause.as_str(), "ten");
    /// assert_eq!(redundant[0].shadowed_by.as_ref().unwrap().as_str(), "five");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`Inconclusive`] at the bound.
    pub fn redundant(&self, rule: &RuleSet, semantics: Semantics) -> Result<Vec<Redundant>, Inconclusive> {
        let extent = Extent::Everybody(semantics);
        let mut space = Space::new(&[rule], self.vocabulary, &extent, self.bound)?;
        let mut redundant = Vec::new();
        Search { space: &mut space, around: Vec::new(), redundant: &mut redundant }.below(rule.root())?;
        Ok(redundant)
    }
}

/// What the clause around one makes of its verdict.
enum Around {
    Not,
    /// It is taken together with the others of its list, which are so many functions.
    With(Op, Vec<Ref>),
    /// The others are so many without it, or with it.
    Counted {
        without: Ref,
        with: Ref,
    },
}

/// The others of a list are made one function as long as each step takes no more work than this.
const EASY: usize = 2_000;

struct Search<'s, 'r> {
    space: &'s mut Space<'r>,
    /// From the root on.
    around: Vec<Around>,
    redundant: &'s mut Vec<Redundant>,
}

impl<'r> Search<'_, 'r> {
    fn below(&mut self, node: &'r Node) -> Result<(), Inconclusive> {
        match &node.step {
            Step::All(of) => self.list(of, Op::Min, MET),
            Step::Any(of) => self.list(of, Op::Max, UNMET),
            Step::AtLeast { n, of } => {
                let each = self.space.nodes(of)?;
                let own = self.space.diagrams.at_least(*n, &each)?;
                for (nth, child) in of.iter().enumerate() {
                    let (without, with) = self.space.diagrams.largest(*n, &others(&each, nth))?;
                    if self.differs(own, without)? {
                        self.around.push(Around::Counted { without, with });
                        self.below(child)?;
                        self.around.pop();
                    } else {
                        self.redundant.push(Redundant { clause: child.id.clone(), shadowed_by: None });
                    }
                }
                Ok(())
            }
            Step::Not(of) => {
                self.around.push(Around::Not);
                self.below(of)?;
                self.around.pop();
                Ok(())
            }
            Step::Rule { of, .. } => self.below(of),
            Step::Fact { .. } | Step::Custom(_) => Ok(()),
        }
    }

    fn list(&mut self, of: &'r [Node], op: Op, none: Ref) -> Result<(), Inconclusive> {
        let each = self.space.nodes(of)?;
        for (nth, child) in of.iter().enumerate() {
            let its = each.get(nth).copied().unwrap_or(none);
            let around = Around::With(op, self.together(op, none, others(&each, nth))?);
            self.around.push(around);
            // Without it the others stand alone.
            if self.differs(its, none)? {
                self.below(child)?;
            } else {
                let shadowed_by = self.shadow(child, op, of, &each)?;
                self.redundant.push(Redundant { clause: child.id.clone(), shadowed_by });
            }
            self.around.pop();
        }
        Ok(())
    }

    /// A clause of the list that makes this one idle by itself.
    fn shadow(
        &mut self,
        child: &Node,
        op: Op,
        of: &[Node],
        each: &[Ref],
    ) -> Result<Option<ClauseId>, Inconclusive> {
        let both = || of.iter().zip(each);
        let Some((_, its)) = both().find(|(node, _)| node.id == child.id) else { return Ok(None) };
        for (node, other) in both().filter(|(node, _)| node.id != child.id) {
            if self.space.diagrams.apply(op, *its, *other)? == *other {
                return Ok(Some(node.id.clone()));
            }
        }
        Ok(None)
    }

    /// As few functions as it is easy to make of them.
    fn together(&mut self, op: Op, none: Ref, each: Vec<Ref>) -> Result<Vec<Ref>, Inconclusive> {
        let diagrams = &mut self.space.diagrams;
        let mut together = Vec::new();
        let mut last = none;
        for node in diagrams.deepest_first(each) {
            match diagrams.attempt(EASY, |diagrams| diagrams.apply(op, last, node))? {
                Some(both) => last = both,
                None => together.push(std::mem::replace(&mut last, node)),
            }
        }
        together.push(last);
        Ok(together)
    }

    /// Whether there is somebody of whom the rule says something else where a clause that says the one says
    /// the other. They are looked for without making the whole rule one function, because mostly there is.
    fn differs(&mut self, own: Ref, other: Ref) -> Result<bool, Inconclusive> {
        let mut state = vec![own, other];
        for around in self.around.iter().rev() {
            match around {
                Around::Not => {}
                Around::With(_, others) => state.extend(others),
                Around::Counted { without, with } => state.extend([without, with]),
            }
        }
        self.found(&state, &mut HashSet::new())
    }

    fn found(&mut self, state: &[Ref], nobody: &mut HashSet<Vec<Ref>>) -> Result<bool, Inconclusive> {
        self.space.diagrams.step(state.len())?;
        if let Some(known) = self.told(state) {
            return Ok(known);
        }
        if nobody.contains(state) {
            return Ok(false);
        }
        let at = |node: &Ref| self.space.diagrams.branch(*node).map(|(axis, below)| (axis, below.len()));
        let Some((axis, cells)) = state.iter().filter_map(at).min() else { return Ok(false) };
        self.space.diagrams.step(cells + NODE)?;
        let mut tried: Vec<Vec<Ref>> = Vec::new();
        for cell in 0..cells {
            let next: Vec<Ref> =
                state.iter().map(|node| self.space.diagrams.child(*node, axis, cell)).collect();
            // Many cells lead to the same.
            if !tried.contains(&next) {
                if self.found(&next, nobody)? {
                    return Ok(true);
                }
                tried.push(next);
            }
        }
        nobody.insert(state.to_vec());
        Ok(false)
    }

    /// Whether the verdicts differ here, where that can be told already.
    fn told(&self, state: &[Ref]) -> Option<bool> {
        let [own, other, rest @ ..] = state else { return Some(false) };
        let (mut own, mut other, mut rest) = (*own, *other, rest);
        let mut settled = is_leaf(own) && is_leaf(other);
        if own == other {
            return Some(false);
        }
        for around in self.around.iter().rev() {
            let count = match around {
                Around::Not => {
                    (own, other) = (MET.saturating_sub(own), MET.saturating_sub(other));
                    continue;
                }
                Around::With(_, others) => others.len(),
                Around::Counted { .. } => 2,
            };
            let (here, outer) = rest.split_at_checked(count)?;
            rest = outer;
            let both: fn(Ref, Ref) -> Ref = match around {
                Around::With(Op::Max, _) => {
                    if here.contains(&MET) {
                        return Some(false);
                    }
                    std::cmp::max
                }
                Around::With(..) => {
                    if here.contains(&UNMET) {
                        return Some(false);
                    }
                    std::cmp::min
                }
                _ => std::cmp::min,
            };
            if let (Around::Counted { .. }, [without, with]) = (around, here) {
                if without == with || *with == UNMET || *without == MET {
                    return Some(false);
                }
                settled = settled && is_leaf(*without) && is_leaf(*with);
                let says = |one: Ref| one.min(*with).max(*without);
                (own, other) = (says(own), says(other));
            } else {
                settled = settled && here.iter().all(|node| is_leaf(*node));
                let says = |one: Ref| here.iter().fold(one, |all, node| both(all, *node));
                (own, other) = (says(own), says(other));
            }
            if settled && own == other {
                return Some(false);
            }
        }
        settled.then_some(own != other)
    }
}

fn others(each: &[Ref], but: usize) -> Vec<Ref> {
    let others = each.iter().enumerate().filter(|(nth, _)| *nth != but);
    others.map(|(_, node)| *node).collect()
}
