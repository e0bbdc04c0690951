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
        let whole = space.verdict(rule)?;
        let mut redundant = Vec::new();
        lists(&mut space, rule.root(), rule, whole, &mut redundant)?;
        Ok(redundant)
    }
}

fn lists<'r>(
    space: &mut Space<'r>,
    node: &'r Node,
    rule: &'r RuleSet,
    whole: Ref,
    redundant: &mut Vec<Redundant>,
) -> Result<(), Inconclusive> {
    let (idle, op) = match &node.step {
        Step::All(_) => (Some(MET), Some(Op::Min)),
        Step::Any(_) => (Some(UNMET), Some(Op::Max)),
        Step::AtLeast { .. } => (Some(UNMET), None),
        _ => (None, None),
    };
    for child in node.children() {
        if let Some(idle) = idle {
            let without = space.node(rule.root(), &mut |id| (*id == child.id).then_some(idle))?;
            if without == whole {
                let shadowed_by = shadow(space, node, child, op)?;
                redundant.push(Redundant { clause: child.id.clone(), shadowed_by });
                continue;
            }
        }
        lists(space, child, rule, whole, redundant)?;
    }
    Ok(())
}

fn shadow<'r>(
    space: &mut Space<'r>,
    node: &'r Node,
    child: &'r Node,
    op: Option<Op>,
) -> Result<Option<ClauseId>, Inconclusive> {
    let Some(op) = op else { return Ok(None) };
    let own = space.node(child, &mut |_| None)?;
    for other in node.children().iter().filter(|other| other.id != child.id) {
        let its = space.node(other, &mut |_| None)?;
        if space.diagrams.apply(op, own, its)? == its {
            return Ok(Some(other.id.clone()));
        }
    }
    Ok(None)
}
