//! What a rule set may speak of: the facts there are, predicates made in Rust, and other rule sets by name.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;
use std::sync::Arc;

use crate::clause::Test;
use crate::fault::{Report, nth};
use crate::predicate::{Custom, MAX_READ};
use crate::reading::{self, Draft};
use crate::{Definition, FactKey, Faults, MAX_DEPTH, Predicate, Problem, RuleId, RuleSet, Vocabulary, check};

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
    /// Of those being added, which are at fault themselves: to name them is no fault of others.
    faulty: BTreeSet<(RuleId, NonZeroU32)>,
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
                references(&rule.test, MAX_DEPTH, &mut |id, version| blocked = blocked || waits(id, version));
                if blocked {
                    later.push((index, rule));
                    continue;
                }
                self.add(index, rule, &mut report);
            }
            waiting = later;
            if waiting.is_empty() {
                break;
            }
            if waiting.len() == before {
                let circles = circles(&waiting);
                if circles.is_empty() {
                    break;
                }
                let mut others = Vec::new();
                for (at, (index, rule)) in waiting.into_iter().enumerate() {
                    let Some(rules) = circles.get(&at).cloned() else {
                        others.push((index, rule));
                        continue;
                    };
                    report.add(nth("", "rules", index), Problem::Circle { rules });
                    self.faulty.insert((rule.id().clone(), rule.version()));
                }
                waiting = others;
            }
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
        let named = (rule.id().clone(), rule.version());
        let mut hopeless = false;
        references(&rule.test, MAX_DEPTH, &mut |id, version| hopeless |= self.is_faulty(id, version));
        let mut inner = Report::default();
        if hopeless {
            check::definition(&rule.into(), Some(&self.vocabulary), Some(self), &mut inner);
        } else {
            match self.check(rule) {
                Ok(rule) => {
                    self.rules.entry(named.0).or_default().insert(named.1, rule);
                    return;
                }
                Err(faults) => {
                    faults.iter().for_each(|fault| inner.add(fault.path(), fault.problem().clone()));
                }
            }
        }
        for fault in inner.faults() {
            let within = if fault.path().is_empty() { String::new() } else { format!(".{}", fault.path()) };
            report.add(format!("{path}{within}"), fault.problem().clone());
        }
        self.faulty.insert(named);
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

    /// Whether it is there and at fault itself.
    pub(crate) fn is_faulty(&self, id: &RuleId, version: Option<NonZeroU32>) -> bool {
        self.faulty.iter().any(|(faulty, its)| faulty == id && version.is_none_or(|version| version == *its))
    }

    pub(crate) fn versions(&self, id: &RuleId) -> Vec<NonZeroU32> {
        self.rules.get(id).map(|versions| versions.keys().copied().collect()).unwrap_or_default()
    }

    pub(crate) fn rules(&self) -> impl Iterator<Item = &str> {
        self.rules.keys().map(RuleId::as_str)
    }
}

/// Every rule set that a test names, so many clauses deep: what stands deeper is refused as too deep.
fn references(test: &Test, depth: usize, visit: &mut dyn FnMut(&RuleId, Option<NonZeroU32>)) {
    let below = depth.checked_sub(1);
    match (test, below) {
        (Test::Rule { id, version }, _) => visit(id, *version),
        (Test::All(of) | Test::Any(of) | Test::AtLeast { of, .. }, Some(below)) => {
            of.iter().for_each(|clause| references(&clause.test, below, visit));
        }
        (Test::Not(of), Some(below)) => references(&of.test, below, visit),
        _ => {}
    }
}

/// Which rules stand in a circle, by their place among these, and with whom.
fn circles(rules: &[(usize, Definition)]) -> BTreeMap<usize, Vec<String>> {
    let named: Vec<BTreeSet<usize>> = rules
        .iter()
        .map(|(_, rule)| {
            let mut named = BTreeSet::new();
            references(&rule.test, MAX_DEPTH, &mut |id, version| {
                let is = |other: &Definition| {
                    other.id() == id && version.is_none_or(|version| version == other.version())
                };
                named.extend(rules.iter().enumerate().filter(|(_, (_, rule))| is(rule)).map(|(at, _)| at));
            });
            named
        })
        .collect();
    let reached = |from: usize| {
        let (mut reached, mut ahead) = (BTreeSet::new(), vec![from]);
        while let Some(at) = ahead.pop() {
            ahead.extend(named.get(at).into_iter().flatten().filter(|next| reached.insert(**next)));
        }
        reached
    };
    let reached: Vec<BTreeSet<usize>> = (0..rules.len()).map(reached).collect();
    let reaches = |from: usize, to: usize| reached.get(from).is_some_and(|reached| reached.contains(&to));
    let around = |at: usize| {
        let others =
            rules.iter().enumerate().filter(move |(other, _)| reaches(at, *other) && reaches(*other, at));
        others.map(|(_, (_, rule))| rule.id().as_str().to_owned()).collect()
    };
    (0..rules.len()).filter(|at| reaches(*at, *at)).map(|at| (at, around(at))).collect()
}

impl Problem {
    /// The fault of naming a fact that nobody declared.
    pub(crate) fn unknown_fact(report: &Report, key: &FactKey, vocabulary: &Vocabulary) -> Self {
        let known = vocabulary.iter().map(|declaration| declaration.key().as_str());
        let nearest = crate::fault::nearest(report, key.as_str(), known);
        Self::UnknownFact { name: key.as_str().to_owned(), nearest }
    }
}
