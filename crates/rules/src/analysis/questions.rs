//! Questions about everybody (R6): Cedar's analysis asked them first (never, always, implies, equivalent,
//! disjoint), each with somebody who shows that it is not so.

use super::diagram::{Known, Op, pair};
use super::space::{Extent, Space};
use super::{Analysis, Answer, Inconclusive, Semantics, Witness};
use crate::{Facts, RuleSet, Verdict};

/// How many different ways are tried for a witness who needs no assumption.
const WAYS: usize = 24;

impl Analysis<'_> {
    /// Whether nobody meets it.
    ///
    /// ```
    /// use guildhall_rules::{RuleSet, Vocabulary, analysis::{Analysis, Answer, Semantics}};
    ///
    /// let vocabulary: Vocabulary = toml::from_str(
    ///     r#"facts = [{ key = "applicant.years", type = "integer", min = 0, label = { en = "years" } }]"#,
    /// )?;
    /// let rule = RuleSet::new(toml::from_str(r#"
    ///     id = "newcomers"
    ///     version = 1
    ///     all = [{ fact = "applicant.years", at_least = 5 }, { fact = "applicant.years", at_most = 2 }]
    /// "#)?, &vocabulary)?;
    /// assert_eq!(Analysis::new(&vocabulary).unsatisfiable(&rule, Semantics::Exact), Answer::Yes);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn unsatisfiable(&self, rule: &RuleSet, semantics: Semantics) -> Answer {
        self.everybody(rule, rule, semantics, |verdict, _| !verdict.is_met())
    }

    /// Whether everybody meets it. In Kleene's semantics hardly any rule is: of whom nothing is known, it is
    /// undetermined.
    pub fn always_met(&self, rule: &RuleSet, semantics: Semantics) -> Answer {
        self.everybody(rule, rule, semantics, |verdict, _| verdict.is_met())
    }

    /// Whether everybody who meets the first meets the second.
    pub fn implies(&self, first: &RuleSet, second: &RuleSet, semantics: Semantics) -> Answer {
        self.everybody(first, second, semantics, |first, second| !first.is_met() || second.is_met())
    }

    /// Whether both say the same of everybody.
    pub fn equivalent(&self, first: &RuleSet, second: &RuleSet, semantics: Semantics) -> Answer {
        self.everybody(first, second, semantics, |first, second| first == second)
    }

    /// Whether nobody meets both. Who shows that they overlap is the witness.
    pub fn disjoint(&self, first: &RuleSet, second: &RuleSet, semantics: Semantics) -> Answer {
        self.everybody(first, second, semantics, |first, second| !(first.is_met() && second.is_met()))
    }

    fn everybody(
        &self,
        first: &RuleSet,
        second: &RuleSet,
        semantics: Semantics,
        holds: fn(Verdict, Verdict) -> bool,
    ) -> Answer {
        match self.counterexample(first, second, semantics, holds) {
            Ok(None) => Answer::Yes,
            Ok(Some(witness)) if witness.is_real() => Answer::No(witness),
            Ok(Some(witness)) => Answer::Possibly(witness),
            Err(inconclusive) => Answer::Inconclusive(inconclusive),
        }
    }

    fn counterexample(
        &self,
        first: &RuleSet,
        second: &RuleSet,
        semantics: Semantics,
        holds: fn(Verdict, Verdict) -> bool,
    ) -> Result<Option<Witness>, Inconclusive> {
        let extent = Extent::Everybody(semantics);
        let mut space = Space::new(&[first, second], self.vocabulary, &extent, self.bound)?;
        let (a, b) = (space.verdict(first)?, space.verdict(second)?);
        let both = space.diagrams.apply(Op::Pair, a, b)?;
        let shows = |facts: &Facts| !holds(first.verdict(facts), second.verdict(facts));
        let refutes = |leaf| pair(leaf).is_some_and(|(a, b)| !holds(a, b));
        let refuted = space.diagrams.only(both, &refutes, &mut Known::default())?;
        let most = if space.is_opaque() { WAYS } else { 1 };
        let mut best = None;
        for way in space.diagrams.ways(refuted, most)? {
            let witness = space.witness(&way, &shows, most)?;
            if witness.is_real() {
                return Ok(Some(witness));
            }
            best = best.or(Some(witness));
        }
        Ok(best)
    }
}
