//! The exact verdict: what holds however the open facts turn out (R10).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::diagram::{Diagrams, Known, MET, Op, Ref, UNDETERMINED, verdict};
use super::space::{Axis, Extent, Space, found, is_open};
use super::{Analysis, Inconclusive, Part, Semantics};
use crate::{Fact, FactKey, FactSource, Facts, RuleSet, Verdict};

/// Of a set, more than so many families of codes are not told.
const MOST: usize = 256;

/// A fact that is missing or contested, or has values so far, and alone can still decide; and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deciding {
    /// The fact.
    pub fact: FactKey,
    /// If it is one of these, the rule is met.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub met: Vec<Part>,
    /// If it is one of these, the rule is unmet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unmet: Vec<Part>,
}

impl Analysis<'_> {
    /// The verdict that every completion of the facts agrees on: what is missing or contested may turn out
    /// to be anything its declaration admits, or not to apply; a set so far may become any larger one. What
    /// a rule takes a missing fact for (`if_missing`) it takes it for here too.
    ///
    /// Where Kleene's verdict is determined, this is the same. It is undetermined where completions differ,
    /// where one of them needs an officer (an open list), and where only what conditions over several open
    /// facts, over records or in Rust may say together keeps it open: each of them is taken to say
    /// anything, on its own. So met and unmet are certain.
    ///
    /// ```
    /// use guildhall_rules::{Facts, RuleSet, Verdict, Vocabulary, analysis::Analysis};
    ///
    /// let vocabulary: Vocabulary = toml::from_str(
    ///     r#"facts = [{ key = "applicant.years", type = "integer", min = 0, label = { en = "years" } }]"#,
    /// )?;
    /// let rule = RuleSet::new(toml::from_str(r#"
    ///     id = "anybody"
    ///     version = 1
    ///     any = [{ fact = "applicant.years", at_least = 5 }, { fact = "applicant.years", at_most = 6 },
    ///            { fact = "applicant.years", applies = false }]
    /// "#)?, &vocabulary)?;
    /// let nothing = Facts::default();
    /// assert_eq!(rule.verdict(&nothing), Verdict::Undetermined);
    /// assert_eq!(Analysis::new(&vocabulary).exact(&rule, &nothing)?, Verdict::Met);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`Inconclusive`] at the bound.
    pub fn exact(&self, rule: &RuleSet, facts: &dyn FactSource) -> Result<Verdict, Inconclusive> {
        self.settle(rule, &found(&[rule], facts), Semantics::Exact, &mut 0)
    }

    /// The verdict in this semantics, where so much work was done already; what is done is added.
    pub(super) fn settle(
        &self,
        rule: &RuleSet,
        facts: &Facts,
        semantics: Semantics,
        done: &mut usize,
    ) -> Result<Verdict, Inconclusive> {
        let given_up = Inconclusive { bound: self.bound };
        *done = done.saturating_add(rule.root().count());
        let left = self.bound.checked_sub(*done).ok_or(given_up)?;
        let known = rule.verdict(facts);
        let open = || facts.iter().any(|(_, fact)| is_open(fact));
        if semantics == Semantics::Kleene || !known.is_undetermined() || !open() {
            return Ok(known);
        }
        let extent = Extent::Completions(facts);
        let mut space = Space::new(&[rule], self.vocabulary, &extent, left).map_err(|_| given_up)?;
        let node = space.verdict(rule).map_err(|_| given_up)?;
        *done = done.saturating_add(space.diagrams.worked().0);
        Ok(verdict(node).unwrap_or(Verdict::Undetermined))
    }

    /// The verdict in this semantics.
    ///
    /// # Errors
    /// [`Inconclusive`] at the bound; never in Kleene's, which needs no search.
    pub fn verdict(
        &self,
        rule: &RuleSet,
        facts: &dyn FactSource,
        semantics: Semantics,
    ) -> Result<Verdict, Inconclusive> {
        match semantics {
            Semantics::Kleene => Ok(rule.verdict(facts)),
            Semantics::Exact => self.exact(rule, facts),
        }
    }

    /// Which single open facts could still decide, by the exact verdict, and what they must turn out to be: those
    /// that are missing or contested, and sets and records so far; none where the verdict is determined already.
    ///
    /// # Errors
    /// [`Inconclusive`] at the bound.
    pub fn deciding(&self, rule: &RuleSet, facts: &dyn FactSource) -> Result<Vec<Deciding>, Inconclusive> {
        let facts = found(&[rule], facts);
        let mut space = Space::new(&[rule], self.vocabulary, &Extent::Completions(&facts), self.bound)?;
        let node = space.verdict(rule)?;
        let mut deciding = Vec::new();
        if verdict(node).is_some_and(|verdict| !verdict.is_undetermined()) {
            return Ok(deciding);
        }
        let sizes = space.sizes();
        for nth in 0..space.axes.len() {
            let Some(Axis::Fact(axis)) = space.axes.get(nth) else { continue };
            let key = axis.key;
            if !is_open(&facts.fact(key)) {
                continue;
            }
            let own: Vec<bool> = space
                .axes
                .iter()
                .enumerate()
                .map(|(at, axis)| match axis {
                    Axis::Code(code) => code.of == nth,
                    Axis::Fact(_) | Axis::Opaque { .. } => at == nth,
                })
                .collect();
            // What all others agree on, whatever they turn out to be.
            let alone = space.diagrams.agreed(node, &own)?;
            let against = space.diagrams.negate(alone)?;
            let mut parts = |diagram| -> Result<Vec<Part>, Inconclusive> {
                let (classes, all) = space.diagrams.classes(diagram, &|leaf| leaf == MET, &sizes, MOST)?;
                if !all {
                    return Err(Inconclusive { bound: self.bound });
                }
                let mut parts = Vec::new();
                for part in classes.iter().filter_map(|found| space.who(&found.class).remove(key)).flatten() {
                    if !parts.contains(&part) {
                        parts.push(part);
                    }
                }
                Ok(parts)
            };
            let (met, unmet) = (parts(alone)?, parts(against)?);
            if !(met.is_empty() && unmet.is_empty()) {
                deciding.push(Deciding { fact: key.clone(), met, unmet });
            }
        }
        deciding.sort_by(|a, b| a.fact.cmp(&b.fact));
        Ok(deciding)
    }

    /// The facts without these: what is withheld is open, and no rule takes it for anything.
    pub(super) fn withheld<'k>(facts: &Facts, keys: impl IntoIterator<Item = &'k FactKey>) -> Facts {
        keys.into_iter().fold(facts.clone(), |facts, key| facts.with(key.clone(), Fact::contested([])))
    }
}

impl Diagrams {
    /// What the function says wherever axes that are not kept do not matter, and undetermined elsewhere.
    fn agreed(&mut self, node: Ref, kept: &[bool]) -> Result<Ref, Inconclusive> {
        self.rebuild(node, &mut Known::default(), &|diagrams, axis, children| {
            if kept.get(axis).copied().unwrap_or(false) {
                return Ok(diagrams.make(axis, &children));
            }
            let Some(first) = children.first().copied() else { return Ok(UNDETERMINED) };
            diagrams.fold(Op::Agree, first, children)
        })
    }
}
