//! Checks a definition: first whether it is sound in itself, then, where there are terms, whether every
//! comparison fits its fact. Out comes a tree whose evaluation cannot fail (R9).

use std::collections::HashMap;

use crate::clause::Test;
use crate::fault::{Report, join, nearest, nth};
use crate::node::{Node, Step};
use crate::reading::Draft;
use crate::{
    Clause, ClauseId, Declaration, FactKey, MAX_CLAUSES, MAX_DEPTH, MAX_VALUES, PredicateName, Problem,
    RuleId, RuleSet, Terms, Vocabulary,
};

/// The checked tree. There is none without terms, nor where anything was reported.
pub(crate) fn definition(
    draft: &Draft,
    vocabulary: Option<&Vocabulary>,
    terms: Option<&Terms>,
    report: &mut Report,
) -> Option<Node> {
    let mut checker =
        Checker { vocabulary, terms, report, ids: HashMap::new(), clauses: 0, values: 0, of_field: false };
    let id = draft.id.as_ref().map(ClauseId::from);
    if let Some(id) = &id {
        checker.ids.insert(id.clone(), String::new());
    }
    // Where the id is missing, what stands below is still worth checking.
    let named = id.clone().unwrap_or_else(|| ClauseId::derived("rule"));
    let step = checker.step(&draft.test, "", 0, &named);
    let confidential = draft.confidential;
    Some(Node { id: id?, label: draft.title.clone(), confidential, step: step? })
}

/// Whether a clause that stands alone is sound in itself.
pub(crate) fn clause(clause: &Clause, report: &mut Report) {
    Checker {
        vocabulary: None,
        terms: None,
        report,
        ids: HashMap::new(),
        clauses: 0,
        values: 0,
        of_field: false,
    }
    .node(clause, "", 0);
}

pub(crate) struct Checker<'v, 'r> {
    pub(crate) vocabulary: Option<&'v Vocabulary>,
    /// What else rules may name; nothing where there is a vocabulary alone.
    terms: Option<&'v Terms>,
    pub(crate) report: &'r mut Report,
    ids: HashMap<ClauseId, String>,
    clauses: usize,
    values: usize,
    /// Whether what is checked is asked of a field of a record.
    pub(crate) of_field: bool,
}

impl<'v> Checker<'v, '_> {
    fn node(&mut self, clause: &Clause, path: &str, depth: usize) -> Option<Node> {
        if depth > MAX_DEPTH && !matches!(clause.test, Test::Unreadable { .. }) {
            self.report.add(path, Problem::TooDeep { limit: MAX_DEPTH });
            return None;
        }
        if !self.counts(path, 1) {
            return None;
        }
        let id = clause.id.clone().unwrap_or_else(|| ClauseId::derived(path));
        self.named(&id, path);
        let step = self.step(&clause.test, path, depth, &id)?;
        Some(Node { id, label: clause.label.clone(), confidential: clause.confidential, step })
    }

    /// Whether there is room for so many more clauses. That there is none is reported once.
    pub(crate) fn counts(&mut self, path: &str, more: usize) -> bool {
        let before = self.clauses;
        self.clauses = self.clauses.saturating_add(more);
        if before <= MAX_CLAUSES && self.clauses > MAX_CLAUSES {
            self.report.add(path, Problem::TooManyClauses { limit: MAX_CLAUSES });
        }
        self.clauses <= MAX_CLAUSES
    }

    /// Whether there is room for so many more values in lists. That there is none is reported once.
    fn lists(&mut self, path: &str, more: usize) -> bool {
        let before = self.values;
        self.values = self.values.saturating_add(more);
        if before <= MAX_VALUES && self.values > MAX_VALUES {
            self.report.add(path, Problem::TooManyTogether { limit: MAX_VALUES });
        }
        self.values <= MAX_VALUES
    }

    fn named(&mut self, id: &ClauseId, path: &str) {
        match self.ids.get(id) {
            Some(first) => {
                let (id, first) = (id.as_str().to_owned(), first.clone());
                self.report.add(join(path, "id"), Problem::IdTwice { id, first });
            }
            None => {
                self.ids.insert(id.clone(), path.to_owned());
            }
        }
    }

    fn step(&mut self, test: &Test, path: &str, depth: usize, id: &ClauseId) -> Option<Step> {
        match test {
            Test::All(clauses) => self.nodes(clauses, path, "all", depth).map(Step::All),
            Test::Any(clauses) => self.nodes(clauses, path, "any", depth).map(Step::Any),
            Test::Not(clause) => {
                self.node(clause, &join(path, "not"), depth + 1).map(|node| Step::Not(Box::new(node)))
            }
            Test::AtLeast { n, of } => {
                let nodes = self.nodes(of, path, "of", depth);
                let reachable = usize::try_from(*n).is_ok_and(|n| (1..=of.len()).contains(&n));
                // Of a list that is at fault itself nobody knows how many there would be.
                let read = of.iter().any(|clause| !matches!(clause.test, Test::Unreadable { .. }));
                if !reachable && read {
                    self.report.add(join(path, "at_least"), Problem::Count { n: *n, of: of.len() });
                }
                nodes.map(|of| Step::AtLeast { n: *n, of })
            }
            Test::Fact { key, question } => {
                let step = self.fact(path, key, question)?;
                let listed = if let Step::Fact { comparison, .. } = &step { comparison.listed() } else { 0 };
                self.lists(path, listed).then_some(step)
            }
            Test::Rule { id: rule, version } => {
                let found = self.rule(path, rule, *version)?;
                self.adopt(found, path, depth, id)
            }
            Test::Predicate(name) => self.predicate(path, name),
            Test::Unreadable { fact } => {
                fact.as_ref().and_then(|key| self.declaration(&join(path, "fact"), key));
                None
            }
        }
    }

    fn nodes(&mut self, clauses: &[Clause], path: &str, field: &str, depth: usize) -> Option<Vec<Node>> {
        if clauses.is_empty() {
            self.report.add(join(path, field), Problem::Empty);
            return None;
        }
        let nodes: Vec<Option<Node>> = clauses
            .iter()
            .enumerate()
            .map(|(index, clause)| self.node(clause, &nth(path, field, index), depth + 1))
            .collect();
        nodes.into_iter().collect()
    }

    pub(crate) fn declaration(&mut self, path: &str, key: &FactKey) -> Option<&'v Declaration> {
        let vocabulary = self.vocabulary?;
        let declaration = vocabulary.get(key.as_str());
        if declaration.is_none() {
            let problem = Problem::unknown_fact(self.report, key, vocabulary);
            self.report.add(path, problem);
        }
        declaration
    }

    fn predicate(&mut self, path: &str, name: &PredicateName) -> Option<Step> {
        self.vocabulary?;
        let custom = self.terms.and_then(|terms| terms.predicate(name.as_str()));
        if custom.is_none() {
            let known = self.terms.into_iter().flat_map(Terms::predicates);
            let nearest = nearest(self.report, name.as_str(), known);
            let name = name.as_str().to_owned();
            self.report.add(join(path, "predicate"), Problem::UnknownPredicate { name, nearest });
        }
        custom.cloned().map(Step::Custom)
    }

    fn rule(
        &mut self,
        path: &str,
        id: &RuleId,
        version: Option<std::num::NonZeroU32>,
    ) -> Option<&'v RuleSet> {
        self.vocabulary?;
        let rule = self.terms.and_then(|terms| terms.rule(id, version));
        if rule.is_none() && !self.terms.is_some_and(|terms| terms.is_faulty(id, version)) {
            let there = self.terms.map(|terms| terms.versions(id)).unwrap_or_default();
            match version.filter(|_| !there.is_empty()) {
                Some(version) => {
                    let problem = Problem::UnknownVersion { rule: id.clone(), version, there };
                    self.report.add(join(path, "in_version"), problem);
                }
                None => {
                    let known = self.terms.into_iter().flat_map(Terms::rules);
                    let nearest = nearest(self.report, id.as_str(), known);
                    let name = id.as_str().to_owned();
                    self.report.add(join(path, "rule"), Problem::UnknownRule { name, nearest });
                }
            }
        }
        rule
    }

    /// The tree of another rule set, where it is named: it counts towards every limit as if it were
    /// written out here.
    fn adopt(&mut self, rule: &RuleSet, path: &str, depth: usize, below: &ClauseId) -> Option<Step> {
        let root = rule.root();
        if depth + 1 + root.depth() > MAX_DEPTH {
            self.report.add(path, Problem::TooDeep { limit: MAX_DEPTH });
            return None;
        }
        if !self.counts(path, root.count()) || !self.lists(path, root.listed()) {
            return None;
        }
        match self.adopted(root, path, below) {
            Some(of) => Some(Step::Rule { rule: rule.reference().clone(), of: Box::new(of) }),
            None => {
                self.report.add(path, Problem::LongId { rule: rule.id().clone() });
                None
            }
        }
    }

    fn adopted(&mut self, node: &Node, path: &str, below: &ClauseId) -> Option<Node> {
        let id = below.adopting(&node.id)?;
        self.named(&id, path);
        let mut boxed = |node: &Node| self.adopted(node, path, below);
        let step = match &node.step {
            Step::All(of) => Step::All(of.iter().map(boxed).collect::<Option<_>>()?),
            Step::Any(of) => Step::Any(of.iter().map(boxed).collect::<Option<_>>()?),
            Step::AtLeast { n, of } => {
                Step::AtLeast { n: *n, of: of.iter().map(boxed).collect::<Option<_>>()? }
            }
            Step::Not(of) => Step::Not(Box::new(boxed(of)?)),
            Step::Rule { rule, of } => Step::Rule { rule: rule.clone(), of: Box::new(boxed(of)?) },
            atom @ (Step::Fact { .. } | Step::Custom(_)) => atom.clone(),
        };
        Some(Node { id, label: node.label.clone(), confidential: node.confidential, step })
    }
}
