//! Clauses without which a rule says the same of everybody (R6).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::diagram::{MET, Op, Ref, UNMET};
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
    /// It is taken together with the others of its list.
    With(Op, Ref),
    /// The others are so many without it, or with it.
    Counted {
        without: Ref,
        with: Ref,
    },
}

struct Search<'s, 'r> {
    space: &'s mut Space<'r>,
    /// From the root on, with the verdict of each clause.
    around: Vec<(Around, Ref)>,
    redundant: &'s mut Vec<Redundant>,
}

impl<'r> Search<'_, 'r> {
    fn below(&mut self, node: &'r Node) -> Result<(), Inconclusive> {
        let own = self.space.node(node)?;
        match &node.step {
            Step::All(of) => self.list(of, own, Op::Min, MET),
            Step::Any(of) => self.list(of, own, Op::Max, UNMET),
            Step::AtLeast { n, of } => {
                let each = self.space.nodes(of)?;
                for (nth, child) in of.iter().enumerate() {
                    let (without, with) = self.space.diagrams.largest(*n, &others(&each, nth))?;
                    self.child(child, own, without, Around::Counted { without, with }, None)?;
                }
                Ok(())
            }
            Step::Not(of) => {
                self.around.push((Around::Not, own));
                self.below(of)?;
                self.around.pop();
                Ok(())
            }
            Step::Rule { of, .. } => self.below(of),
            Step::Fact { .. } | Step::Custom(_) => Ok(()),
        }
    }

    fn list(&mut self, of: &'r [Node], own: Ref, op: Op, none: Ref) -> Result<(), Inconclusive> {
        let each = self.space.nodes(of)?;
        for (nth, child) in of.iter().enumerate() {
            let without = self.space.diagrams.fold(op, none, others(&each, nth))?;
            self.child(child, own, without, Around::With(op, without), Some((op, of, &each)))?;
        }
        Ok(())
    }

    /// A clause of the list that makes this one idle by itself.
    fn shadow(
        &mut self,
        child: &Node,
        (op, of, each): (Op, &[Node], &[Ref]),
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

    /// Names a clause of a list that is idle, and looks below one that is not.
    fn child(
        &mut self,
        child: &'r Node,
        own: Ref,
        without: Ref,
        around: Around,
        list: Option<(Op, &[Node], &[Ref])>,
    ) -> Result<(), Inconclusive> {
        if self.is_idle(own, without)? {
            let shadowed_by = list.map_or(Ok(None), |list| self.shadow(child, list))?;
            self.redundant.push(Redundant { clause: child.id.clone(), shadowed_by });
            return Ok(());
        }
        self.around.push((around, own));
        self.below(child)?;
        self.around.pop();
        Ok(())
    }

    /// Whether the rule says the same where a clause that says the one says the other.
    fn is_idle(&mut self, own: Ref, other: Ref) -> Result<bool, Inconclusive> {
        let (mut own, mut other) = (own, other);
        for (around, outer) in self.around.iter().rev() {
            if own == other {
                return Ok(true);
            }
            let diagrams = &mut self.space.diagrams;
            other = match around {
                Around::Not => diagrams.negate(other)?,
                Around::With(op, others) => diagrams.apply(*op, *others, other)?,
                Around::Counted { without, with } => {
                    let one_more = diagrams.apply(Op::Min, *with, other)?;
                    diagrams.apply(Op::Max, *without, one_more)?
                }
            };
            own = *outer;
        }
        Ok(own == other)
    }
}

fn others(each: &[Ref], but: usize) -> Vec<Ref> {
    let others = each.iter().enumerate().filter(|(nth, _)| *nth != but);
    others.map(|(_, node)| *node).collect()
}
