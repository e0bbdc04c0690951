//! Checks a definition: first whether it is sound in itself, then, where there is a vocabulary,
//! whether every comparison fits its fact. Out comes a tree whose evaluation cannot fail (R9).

use std::collections::{BTreeSet, HashMap};

use crate::clause::Test;
use crate::fault::{Report, join, nearest, nth};
use crate::name::shown;
use crate::reading::Draft;
use crate::ruleset::{Node, Step};
use crate::{
    Clause, ClauseId, Comparison, Declaration, FactKey, FactType, Literal, MAX_CLAUSES, MAX_DEPTH,
    MAX_LISTED, Operand, Operator, Otherwise, Problem, Symbol, Value, Vocabulary,
};

/// The checked tree. There is none without a vocabulary, nor where anything was reported.
pub(crate) fn definition(
    draft: &Draft,
    vocabulary: Option<&Vocabulary>,
    report: &mut Report,
) -> Option<Node> {
    let mut checker = Checker { vocabulary, report, ids: HashMap::new(), clauses: 0 };
    let id = draft.id.as_ref().map(ClauseId::from);
    if let Some(id) = &id {
        checker.ids.insert(id.clone(), String::new());
    }
    let step = checker.step(&draft.test, "", 0);
    Some(Node { id: id?, label: draft.title.clone(), step: step? })
}

/// Whether a clause that stands alone is sound in itself.
pub(crate) fn clause(clause: &Clause, report: &mut Report) {
    Checker { vocabulary: None, report, ids: HashMap::new(), clauses: 0 }.node(clause, "", 0);
}

struct Checker<'v, 'r> {
    vocabulary: Option<&'v Vocabulary>,
    report: &'r mut Report,
    ids: HashMap<ClauseId, String>,
    clauses: usize,
}

impl<'v> Checker<'v, '_> {
    fn node(&mut self, clause: &Clause, path: &str, depth: usize) -> Option<Node> {
        if depth > MAX_DEPTH && !matches!(clause.test, Test::Unreadable { .. }) {
            self.report.add(path, Problem::TooDeep { limit: MAX_DEPTH });
            return None;
        }
        self.clauses += 1;
        if self.clauses == MAX_CLAUSES + 1 {
            self.report.add(path, Problem::TooManyClauses { limit: MAX_CLAUSES });
        }
        if self.clauses > MAX_CLAUSES {
            return None;
        }
        let id = clause.id.clone().unwrap_or_else(|| ClauseId::derived(path));
        if let Some(first) = self.ids.insert(id.clone(), path.to_owned()) {
            self.report.add(join(path, "id"), Problem::IdTwice { id: id.as_str().to_owned(), first });
        }
        let step = self.step(&clause.test, path, depth)?;
        Some(Node { id, label: clause.label.clone(), step })
    }

    fn step(&mut self, test: &Test, path: &str, depth: usize) -> Option<Step> {
        match test {
            Test::All(clauses) => self.nodes(clauses, path, "all", depth).map(Step::All),
            Test::Any(clauses) => self.nodes(clauses, path, "any", depth).map(Step::Any),
            Test::Not(clause) => {
                self.node(clause, &join(path, "not"), depth + 1).map(|node| Step::Not(Box::new(node)))
            }
            Test::AtLeast { n, of } => {
                let nodes = self.nodes(of, path, "of", depth);
                let reachable = usize::try_from(*n).is_ok_and(|n| (1..=of.len()).contains(&n));
                if !reachable && !of.is_empty() {
                    self.report.add(join(path, "at_least"), Problem::Count { n: *n, of: of.len() });
                }
                nodes.map(|of| Step::AtLeast { n: *n, of })
            }
            Test::Fact { key, operator, operand, otherwise } => {
                self.comparison(path, key, *operator, operand, *otherwise)
            }
            Test::Unreadable { fact } => {
                fact.as_ref().and_then(|key| self.declaration(path, key));
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

    fn comparison(
        &mut self,
        path: &str,
        key: &FactKey,
        operator: Operator,
        operand: &Operand,
        otherwise: Option<Otherwise>,
    ) -> Option<Step> {
        let values = self.shape(&join(path, operator.name()), operator, operand);
        let declaration = self.declaration(path, key)?;
        if !fits(operator, declaration.kind()) {
            let fitting =
                Operator::EVERY.into_iter().filter(|fitting| fits(*fitting, declaration.kind())).collect();
            let expected = declaration.kind().to_string();
            let problem = Problem::WrongOperator { fact: key.clone(), operator, expected, fitting };
            self.report.add(join(path, operator.name()), problem);
            return None;
        }
        let comparison = self.typed(path, declaration, operator, values?, otherwise.unwrap_or_default())?;
        Some(Step::Fact { key: key.clone(), comparison })
    }

    fn declaration(&mut self, path: &str, key: &FactKey) -> Option<&'v Declaration> {
        let vocabulary = self.vocabulary?;
        let declaration = vocabulary.get(key.as_str());
        if declaration.is_none() {
            let nearest = nearest(self.report, key.as_str(), vocabulary.iter().map(|d| d.key().as_str()));
            let name = key.as_str().to_owned();
            self.report.add(join(path, "fact"), Problem::UnknownFact { name, nearest });
        }
        declaration
    }

    /// The operand's values with their paths, once it is a list where one belongs, and of a kind
    /// that is right whatever the fact. Others are reported and left out.
    fn shape<'o>(
        &mut self,
        path: &str,
        operator: Operator,
        operand: &'o Operand,
    ) -> Option<Vec<(String, &'o Literal)>> {
        let shape = |expected, found| Problem::Shape { expected, found };
        let values = match operand {
            Operand::One(one) if !operator.takes_list() => vec![(path.to_owned(), one)],
            Operand::Many(many) if operator.takes_list() => {
                if many.is_empty() {
                    self.report.add(path, Problem::Empty);
                    return None;
                }
                if many.len() > MAX_LISTED {
                    self.report.add(path, Problem::TooManyValues { limit: MAX_LISTED });
                    return None;
                }
                many.iter().enumerate().map(|(index, one)| (format!("{path}[{index}]"), one)).collect()
            }
            Operand::One(one) => {
                self.report.add(path, shape("a list", one.words()));
                return None;
            }
            Operand::Many(_) => {
                self.report.add(path, shape("a single value", "a list"));
                return None;
            }
        };
        let expected = match operator {
            Operator::Applies => "yes or no",
            Operator::CountAtLeast => "a whole number from 1",
            Operator::Before | Operator::OnOrAfter => "a date such as `2019-04-30`",
            Operator::Includes | Operator::IncludesAll | Operator::Overlaps => "a code",
            Operator::AtLeast | Operator::AtMost => "a whole number, or a decimal number as text",
            Operator::Is | Operator::OneOf => "",
        };
        let mut seen = BTreeSet::new();
        let mut right = Vec::new();
        for (path, literal) in values {
            let is_right = match operator {
                Operator::Applies => matches!(literal, Literal::Boolean(_)),
                Operator::CountAtLeast => {
                    literal.integer().is_some_and(|n| n > 0 && u32::try_from(n).is_ok())
                }
                Operator::Before | Operator::OnOrAfter => literal.date().is_some(),
                Operator::Includes | Operator::IncludesAll | Operator::Overlaps => code(literal).is_some(),
                Operator::AtLeast | Operator::AtMost => literal.decimal().is_some(),
                Operator::Is | Operator::OneOf => true,
            };
            if !is_right {
                self.report.add(path, shape(expected, literal.words()));
            } else if !seen.insert(literal) {
                self.report.add(path, Problem::Repeated { value: shown(&literal.to_string()) });
            } else {
                right.push((path, literal));
            }
        }
        Some(right)
    }

    fn typed(
        &mut self,
        path: &str,
        declaration: &Declaration,
        operator: Operator,
        written: Vec<(String, &Literal)>,
        otherwise: Otherwise,
    ) -> Option<Comparison> {
        let kind = declaration.kind();
        if operator == Operator::Applies {
            return written
                .first()
                .map(|(_, literal)| Comparison::Applies(**literal == Literal::Boolean(true)));
        }
        if operator == Operator::CountAtLeast {
            let n = written.first().and_then(|(_, literal)| u32::try_from(literal.integer()?).ok())?;
            if let Some(list) = kind.codes()
                && usize::try_from(n).is_ok_and(|n| n > list.iter().len())
            {
                let problem = Problem::Count { n, of: list.iter().len() };
                self.report.add(join(path, operator.name()), problem);
                return None;
            }
            return Some(Comparison::CountAtLeast(n));
        }
        let read: Vec<Option<Value>> =
            written.into_iter().map(|(path, literal)| self.value(path, declaration, literal)).collect();
        let values: Vec<Value> = read.into_iter().collect::<Option<_>>()?;
        let codes = || {
            values
                .iter()
                .filter_map(|value| if let Value::Symbol(code) = value { Some(code.clone()) } else { None })
        };
        let first = values.first().cloned();
        match operator {
            Operator::Is => first.map(Comparison::Is),
            Operator::AtLeast => first.map(Comparison::AtLeast),
            Operator::AtMost => first.map(Comparison::AtMost),
            Operator::Before | Operator::OnOrAfter => match (first, operator) {
                (Some(Value::Date(day)), Operator::Before) => Some(Comparison::Before(day)),
                (Some(Value::Date(day)), _) => Some(Comparison::OnOrAfter(day)),
                _ => None,
            },
            Operator::Includes => codes().next().map(Comparison::Includes),
            Operator::IncludesAll => Some(Comparison::IncludesAll(codes().collect())),
            Operator::Overlaps => Some(Comparison::Overlaps(codes().collect())),
            Operator::OneOf => Some(Comparison::OneOf { values: values.into_iter().collect(), otherwise }),
            Operator::Applies | Operator::CountAtLeast => None,
        }
    }

    /// The value a literal means for this fact, or for one element of it.
    fn value(&mut self, path: String, declaration: &Declaration, literal: &Literal) -> Option<Value> {
        let (key, kind) = (declaration.key(), declaration.kind());
        let wrong =
            |found: String| Problem::WrongType { fact: key.clone(), expected: kind.to_string(), found };
        let Some(value) = kind.read(literal) else {
            self.report.add(path, wrong(format!("`{}`", shown(&literal.to_string()))));
            return None;
        };
        if let (Some(list), Value::Symbol(code)) = (kind.codes(), &value) {
            if list.has(code.as_str()) {
                return Some(value);
            }
            let nearest = nearest(self.report, code.as_str(), list.iter().map(Symbol::as_str));
            let code = shown(code.as_str());
            self.report.add(path, Problem::UnknownCode { fact: key.clone(), code, nearest });
            return None;
        }
        if !matches!(kind, FactType::Set(_)) && !kind.admits(&value) {
            self.report.add(path, wrong(format!("`{}`", shown(&literal.to_string()))));
            return None;
        }
        Some(value)
    }
}

fn code(literal: &Literal) -> Option<Symbol> {
    match literal {
        Literal::Text(text) => Symbol::new(text).ok(),
        _ => None,
    }
}

fn fits(operator: Operator, kind: &FactType) -> bool {
    match operator {
        Operator::Applies => true,
        Operator::Is => !matches!(kind, FactType::Set(_)),
        Operator::OneOf => !matches!(kind, FactType::Set(_) | FactType::Boolean),
        Operator::AtLeast | Operator::AtMost => matches!(kind, FactType::Integer(_) | FactType::Decimal(_)),
        Operator::Before | Operator::OnOrAfter => matches!(kind, FactType::Date(_)),
        Operator::Includes | Operator::IncludesAll | Operator::Overlaps | Operator::CountAtLeast => {
            matches!(kind, FactType::Set(_))
        }
    }
}
