//! What of an answer is for the person it is about: nothing that speaks of facts which confidential clauses
//! read ([`Explanation::withheld`](crate::Explanation::withheld)).

use std::collections::BTreeSet;

use super::{Changes, Deciding, Sufficient};
use crate::FactKey;

impl Changes {
    /// The changes that touch none of these facts. Where some are left out, what is left is not
    /// [complete](Self::complete): there are other ways, which the person is not told.
    ///
    /// ```
    /// use guildhall_rules::{Facts, RuleSet, Vocabulary, analysis::{Analysis, Semantics}};
    ///
    /// let vocabulary: Vocabulary = toml::from_str(r#"facts = [
    ///     { key = "applicant.is_staff", type = "boolean", label = { en = "is staff" }, change_cost = 1 },
    ///     { key = "authority.in_arrears", type = "boolean", label = { en = "owes fees" }, change_cost = 1 },
    /// ]"#)?;
    /// let rule = RuleSet::new(toml::from_str(r#"
    ///     id = "course"
    ///     version = 1
    ///     any = [
    ///         { fact = "applicant.is_staff", is = true },
    ///         { confidential = true, fact = "authority.in_arrears", is = false },
    ///     ]
    /// "#)?, &vocabulary)?;
    /// let facts = Facts::known([("applicant.is_staff", false.into()), ("authority.in_arrears", true.into())])?;
    ///
    /// let withheld = rule.explain(&facts).withheld();
    /// let changes = Analysis::new(&vocabulary).changes(&rule, &facts, Semantics::Kleene)?;
    /// let shown = changes.disclosed(&withheld);
    /// assert_eq!((changes.sets.len(), changes.complete), (2, true));
    /// assert_eq!((shown.sets.len(), shown.complete), (1, false));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn disclosed(&self, withheld: &BTreeSet<FactKey>) -> Self {
        let mut shown = self.clone();
        shown.sets.retain(|set| set.facts.is_disjoint(withheld));
        shown.complete = shown.complete && shown.sets.len() == self.sets.len();
        shown
    }
}

impl Deciding {
    /// The same, where it is about none of these facts.
    #[must_use]
    pub fn disclosed(&self, withheld: &BTreeSet<FactKey>) -> Option<Self> {
        (!withheld.contains(&self.fact)).then(|| self.clone())
    }
}

impl Sufficient {
    /// The same, where it rests on none of these facts: with one of them left out, it would be no reason.
    #[must_use]
    pub fn disclosed(&self, withheld: &BTreeSet<FactKey>) -> Option<Self> {
        let open = self.facts.iter().all(|(key, _)| !withheld.contains(key));
        open.then(|| self.clone())
    }
}
