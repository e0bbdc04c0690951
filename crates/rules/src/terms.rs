//! What a rule set may speak of: the facts there are, predicates made in Rust, and other rule sets by name.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::sync::Arc;

use crate::clause::Test;
use crate::fault::{Report, nth};
use crate::predicate::{Custom, MAX_READ};
use crate::reading::{self, Draft};
use crate::{Definition, FactKey, Faults, Predicate, Problem, RuleId, RuleSet, Vocabulary};

/// The vocabulary, predicates and rule sets that a rule set may name.
///
/// ```
/// use guildhall_rules::{Definition, Facts, Terms, Verdict, Vocabulary};
///
/// let vocabulary: Vocabulary = toml::from_str(r#"facts = [
///     { key = "certificate.held", type = "boolean", label = { en = "holds the certificate" } },
///     { key = "applicant.years", type = "integer", label = { en = "years of practice" } },
/// ]"#)?;
/// let grounding: Definition = toml::from_str(r#"
///     id = "equivalent-grounding"
///     version = 2
///     fact = "applicant.years"
///     at_least = 5
/// "#)?;
/// let terms = Terms::new(vocabulary).with_rules([grounding])?;
/// let rule = terms.check(toml::from_str(r#"
///     id = "successor-programme"
///     version = 1
///     any = [{ fact = "certificate.held", is = true }, { rule = "equivalent-grounding" }]
/// "#)?)?;
/// assert_eq!(rule.verdict(&Facts::known([("applicant.years", 7.into())])?), Verdict::Met);
/// assert_eq!(rule.referred().next().unwrap().to_string(), "equivalent-grounding v2");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Terms {
    vocabulary: Vocabulary,
    predicates: BTreeMap<String, Custom>,
    rules: BTreeMap<RuleId, BTreeMap<NonZeroU32, RuleSet>>,
}

impl Terms {
    /// A vocabulary alone.
    pub fn new(vocabulary: Vocabulary) -> Self {
        Self { vocabulary, ..Self::default() }
    }

    /// The facts there are.
    pub const fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Adds a predicate, in place of one of the same name.
    ///
    /// # Errors
    /// [`Faults`] naming every fact it reads that is not declared, or that it reads too many.
    pub fn with_predicate(mut self, predicate: Arc<dyn Predicate>) -> Result<Self, Faults> {
        let custom = Custom(predicate);
        let name = custom.name().as_str().to_owned();
        let mut report = Report::default();
        if custom.reads().len() > MAX_READ {
            report.add(name.clone(), Problem::TooManyFacts { limit: MAX_READ });
        }
        for key in custom.reads() {
            if self.vocabulary.get(key.as_str()).is_none() {
                report.add(name.clone(), Problem::unknown_fact(&report, key, &self.vocabulary));
            }
        }
        self.predicates.insert(name, custom);
        report.end(Some(self))
    }

    /// Adds rule sets that others may name. They may name each other, in any order but a circle.
    ///
    /// # Errors
    /// [`Faults`] with the faults of every rule set, each under `rules[n]`: which stand in a circle, which
    /// are there twice, and what is wrong inside them.
    pub fn with_rules(mut self, rules: impl IntoIterator<Item = Definition>) -> Result<Self, Faults> {
        let mut report = Report::default();
        let mut waiting: Vec<(usize, Definition)> = rules.into_iter().enumerate().collect();
        loop {
            let before = waiting.len();
            let ids: Vec<RuleId> = waiting.iter().map(|(_, rule)| rule.id().clone()).collect();
            let versions: Vec<NonZeroU32> = waiting.iter().map(|(_, rule)| rule.version()).collect();
            let mut later = Vec::new();
            for (index, rule) in waiting {
                let waits = |id: &RuleId, version: Option<NonZeroU32>| {
                    ids.iter()
                        .zip(&versions)
                        .any(|(other, its)| other == id && version.is_none_or(|v| v == *its))
                };
                let mut blocked = false;
                references(&rule.test, &mut |id, version| blocked = blocked || waits(id, version));
                if blocked {
                    later.push((index, rule));
                    continue;
                }
                self.add(index, rule, &mut report);
            }
            waiting = later;
            if waiting.is_empty() || waiting.len() == before {
                break;
            }
        }
        let rules: Vec<String> = waiting.iter().map(|(_, rule)| rule.id().as_str().to_owned()).collect();
        for (index, _) in &waiting {
            report.add(nth("", "rules", *index), Problem::Circle { rules: rules.clone() });
        }
        report.end(Some(self))
    }

    fn add(&mut self, index: usize, rule: Definition, report: &mut Report) {
        let path = nth("", "rules", index);
        if self.rules.get(rule.id()).is_some_and(|versions| versions.contains_key(&rule.version())) {
            let (rule, version) = (rule.id().clone(), rule.version());
            report.add(path, Problem::RuleTwice { rule, version });
            return;
        }
        match self.check(rule) {
            Ok(rule) => {
                self.rules.entry(rule.id().clone()).or_default().insert(rule.version(), rule);
            }
            Err(faults) => {
                for fault in faults.iter() {
                    let inner =
                        if fault.path().is_empty() { String::new() } else { format!(".{}", fault.path()) };
                    report.add(format!("{path}{inner}"), fault.problem().clone());
                }
            }
        }
    }

    /// Checks a definition against these terms.
    ///
    /// # Errors
    /// [`Faults`] naming every fault, each with its path and the nearest known name.
    pub fn check(&self, definition: Definition) -> Result<RuleSet, Faults> {
        RuleSet::from_draft(definition.into(), &self.vocabulary, Some(self), Report::default())
    }

    /// Reads a definition and checks it, in one report.
    ///
    /// # Errors
    /// [`Faults`] naming every fault, each with its path and the nearest known name.
    pub fn read(&self, json: &serde_json::Value) -> Result<RuleSet, Faults> {
        let mut report = Report::default();
        let draft: Draft = reading::definition(json, &mut report);
        RuleSet::from_draft(draft, &self.vocabulary, Some(self), report)
    }

    pub(crate) fn predicate(&self, name: &str) -> Option<&Custom> {
        self.predicates.get(name)
    }

    pub(crate) fn predicates(&self) -> impl Iterator<Item = &str> {
        self.predicates.keys().map(String::as_str)
    }

    /// The rule set of this version, or the latest.
    pub(crate) fn rule(&self, id: &RuleId, version: Option<NonZeroU32>) -> Option<&RuleSet> {
        let versions = self.rules.get(id)?;
        match version {
            Some(version) => versions.get(&version),
            None => versions.last_key_value().map(|(_, rule)| rule),
        }
    }

    pub(crate) fn versions(&self, id: &RuleId) -> Vec<NonZeroU32> {
        self.rules.get(id).map(|versions| versions.keys().copied().collect()).unwrap_or_default()
    }

    pub(crate) fn rules(&self) -> impl Iterator<Item = &str> {
        self.rules.keys().map(RuleId::as_str)
    }
}

/// Every rule set that a test names.
fn references(test: &Test, visit: &mut dyn FnMut(&RuleId, Option<NonZeroU32>)) {
    match test {
        Test::All(of) | Test::Any(of) | Test::AtLeast { of, .. } => {
            of.iter().for_each(|clause| references(&clause.test, visit));
        }
        Test::Not(of) => references(&of.test, visit),
        Test::Rule { id, version } => visit(id, *version),
        Test::Fact { .. } | Test::Predicate(_) | Test::Unreadable { .. } => {}
    }
}

impl Problem {
    /// The fault of naming a fact that nobody declared.
    pub(crate) fn unknown_fact(report: &Report, key: &FactKey, vocabulary: &Vocabulary) -> Self {
        let known = vocabulary.iter().map(|declaration| declaration.key().as_str());
        let nearest = crate::fault::nearest(report, key.as_str(), known);
        Self::UnknownFact { name: key.as_str().to_owned(), nearest }
    }
}
