//! Why a verdict holds, and no more than that: sufficient reasons (R4).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::space::{found, is_open};
use super::{Analysis, Inconclusive, Semantics};
use crate::{FactKey, FactSource, Facts, RuleSet, Verdict};

/// How many sets of facts are tried for a shorter reason.
const MAX_TRIED: usize = 512;

/// Facts that alone give the verdict, whatever all others are. Without any one of them it would not follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sufficient {
    /// The verdict: met or unmet.
    pub verdict: Verdict,
    /// In this semantics.
    pub semantics: Semantics,
    /// The facts. One that is [`Missing`](crate::Fact::Missing) is here because the rule takes it for
    /// something while it is missing.
    pub facts: Facts,
    /// Whether it is known that no reason has fewer facts. Every reason is minimal: none is part of another.
    pub shortest: bool,
}

impl Analysis<'_> {
    /// A sufficient reason for the verdict; `None` where it is undetermined.
    ///
    /// One fact after another is left out and stays out where the verdict still follows, which takes a check
    /// for each; then smaller sets are tried, up to 512. After Ignatiev, Narodytska and Marques-Silva,
    /// *Abduction-based explanations for machine learning models*, AAAI 2019.
    ///
    /// ```
    /// use guildhall_rules::{Facts, RuleSet, Vocabulary, analysis::{Analysis, Semantics}};
    ///
    /// let vocabulary: Vocabulary = toml::from_str(r#"facts = [
    ///     { key = "consent.given", type = "boolean", label = { en = "consent" } },
    ///     { key = "applicant.is_staff", type = "boolean", label = { en = "is staff" } },
    /// ]"#)?;
    /// let rule = RuleSet::new(toml::from_str(r#"
    ///     id = "course"
    ///     version = 1
    ///     all = [
    ///         { fact = "applicant.is_staff", is = true },
    ///         { fact = "consent.given", is = true },
    ///     ]
    /// "#)?, &vocabulary)?;
    /// let facts = Facts::known([("applicant.is_staff", true.into()), ("consent.given", false.into())])?;
    /// let why = Analysis::new(&vocabulary).sufficient(&rule, &facts, Semantics::Exact)?.unwrap();
    /// assert_eq!(why.facts, Facts::known([("consent.given", false.into())])?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`Inconclusive`] at the bound.
    pub fn sufficient(
        &self,
        rule: &RuleSet,
        facts: &dyn FactSource,
        semantics: Semantics,
    ) -> Result<Option<Sufficient>, Inconclusive> {
        let facts = found(&[rule], facts);
        let mut done = 0;
        let verdict = self.settle(rule, &facts, semantics, &mut done)?;
        if verdict.is_undetermined() {
            return Ok(None);
        }
        let every: Vec<&FactKey> = facts.iter().map(|(key, _)| key).collect();
        let mut follows = |without: &[&FactKey]| -> Result<bool, Inconclusive> {
            done = done.saturating_add(every.len());
            let left = Self::withheld(&facts, without.iter().copied());
            Ok(self.settle(rule, &left, semantics, &mut done)? == verdict)
        };
        let (mut without, mut kept): (Vec<&FactKey>, Vec<&FactKey>) = (Vec::new(), Vec::new());
        // A fact without which it never follows is in every reason.
        let mut needed: Vec<&FactKey> = Vec::new();
        // What says nothing goes first, so that it is not kept in the place of what does.
        let open = |key: &&&FactKey| is_open(&facts.fact(key));
        for key in every.iter().filter(open).chain(every.iter().filter(|key| !open(key))) {
            without.push(key);
            if !follows(&without)? {
                without.pop();
                kept.push(key);
                if !follows(&[key])? {
                    needed.push(key);
                }
            }
        }
        let mut tried = 0;
        let mut shortest = true;
        let others: Vec<&FactKey> = every.iter().filter(|key| !needed.contains(key)).copied().collect();
        'sizes: for size in needed.len()..kept.len() {
            let mut chosen: Vec<usize> = (0..size - needed.len()).collect();
            loop {
                if tried >= MAX_TRIED {
                    shortest = false;
                    break 'sizes;
                }
                tried += 1;
                let left_out = others.iter().enumerate().filter(|(nth, _)| !chosen.contains(nth));
                let left_out: Vec<&FactKey> = left_out.map(|(_, key)| *key).collect();
                if follows(&left_out)? {
                    without = left_out;
                    break 'sizes;
                }
                if !next(&mut chosen, others.len()) {
                    break;
                }
            }
        }
        let facts = facts.iter().filter(|(key, _)| !without.contains(key));
        let facts = facts.map(|(key, fact)| (key.clone(), fact.clone())).collect();
        Ok(Some(Sufficient { verdict, semantics, facts, shortest }))
    }
}

/// The next choice of so many out of `of`, in order; `false` after the last.
fn next(chosen: &mut [usize], of: usize) -> bool {
    let size = chosen.len();
    for nth in (0..size).rev() {
        let Some(at) = chosen.get(nth).copied() else { return false };
        if at + size - nth < of {
            for (step, slot) in chosen.iter_mut().skip(nth).enumerate() {
                *slot = at + 1 + step;
            }
            return true;
        }
    }
    false
}
