//! Checks the shape of what a fact is compared with, as far as it shows without a vocabulary (R9).

use std::collections::BTreeSet;

use crate::check::Checker;
use crate::fault::join;
use crate::name::shown;
use crate::{FactKey, Literal, MAX_LISTED, Measure, Operand, Operator, Problem, Question, Symbol};

/// What a fact is compared with, each value with its path, once its shape is right.
pub(crate) enum Written<'q> {
    Values { values: Vec<(String, &'q Literal)>, many: bool },
    Stretch { from: Option<&'q Literal>, until: Option<&'q Literal> },
}

impl<'q> Written<'q> {
    /// The first value; the only one where a list has no place.
    pub(crate) fn one(&self) -> Option<&'q Literal> {
        match self {
            Self::Values { values, .. } => values.first().map(|(_, literal)| *literal),
            Self::Stretch { .. } => None,
        }
    }

    pub(crate) fn values(&self) -> Option<Vec<(String, &'q Literal)>> {
        match self {
            Self::Values { values, .. } => Some(values.clone()),
            Self::Stretch { .. } => None,
        }
    }

    /// The kind in words with its article.
    pub(crate) fn words(&self) -> &'static str {
        match self {
            Self::Values { many: true, .. } => "a list",
            Self::Values { .. } => self.one().map_or("nothing", Literal::words),
            Self::Stretch { .. } => "a table",
        }
    }
}

impl Checker<'_, '_> {
    /// Where the comparison stands: for a field of a record, one value or a list may stand for themselves.
    pub(crate) fn compared_at(&self, path: &str, question: &Question) -> String {
        let short = self.of_field && question.is_short();
        if short { path.to_owned() } else { join(path, question.operator.name()) }
    }

    /// The operand's values with their paths, once it is a list where one belongs, and of a kind that is
    /// right whatever the fact. Others are reported and left out. Checks what stands beside it, too.
    pub(crate) fn shape<'q>(&mut self, path: &str, question: &'q Question) -> Option<Written<'q>> {
        let operator = question.operator;
        let moments = [
            ("at", question.at.as_ref()),
            match &question.measure {
                Some(measure @ (Measure::AgeAt(moment) | Measure::Apart { moment, .. })) => {
                    (measure.name(), Some(moment))
                }
                _ => ("at", None),
            },
        ];
        let mut sound = true;
        for (name, moment) in moments {
            if let Some(moment) = moment.filter(|moment| !moment.is_moment()) {
                let problem = Problem::Shape { expected: MOMENT, found: moment.words() };
                self.report.add(join(path, name), problem);
                sound = false;
            }
        }
        let written = self.operand(&self.compared_at(path, question), operator, &question.operand);
        written.filter(|_| sound)
    }

    fn operand<'q>(&mut self, path: &str, operator: Operator, operand: &'q Operand) -> Option<Written<'q>> {
        let shape = |expected, found| Problem::Shape { expected, found };
        let values = match operand {
            Operand::One(one) if !operator.takes_list() || operator.takes_stretch() => {
                vec![(path.to_owned(), one)]
            }
            Operand::Many(many) if operator.takes_list() => {
                if many.is_empty() {
                    self.report.add(path, Problem::Empty);
                    return None;
                }
                if many.len() > MAX_LISTED {
                    self.report.add(path, Problem::TooManyValues { limit: MAX_LISTED });
                    return None;
                }
                if operator == Operator::Between && many.len() != 2 {
                    self.report
                        .add(path, shape("a list of two, the smaller first", "a list of another length"));
                    return None;
                }
                many.iter().enumerate().map(|(index, one)| (format!("{path}[{index}]"), one)).collect()
            }
            Operand::Stretch { from, until } if operator.takes_stretch() => {
                let mut sound = from.is_some() || until.is_some();
                for (name, end) in [("from", from), ("until", until)] {
                    if let Some(end) = end.as_ref().filter(|end| !end.is_moment()) {
                        self.report.add(join(path, name), shape(MOMENT, end.words()));
                        sound = false;
                    }
                }
                let (from, until) = (from.as_ref(), until.as_ref());
                return sound.then_some(Written::Stretch { from, until });
            }
            Operand::One(one) => {
                self.report.add(path, shape("a list", one.words()));
                return None;
            }
            Operand::Many(_) => {
                self.report.add(path, shape("a single value", "a list"));
                return None;
            }
            Operand::Stretch { .. } => {
                self.report.add(path, shape("a value", "a table"));
                return None;
            }
        };
        let expected = match operator {
            Operator::Applies => "yes or no",
            Operator::CountAtLeast => "a whole number from 1",
            Operator::Includes | Operator::IncludesAll | Operator::Holds => "a code",
            Operator::AtLeast | Operator::AtMost | Operator::Between => {
                "a whole number, or a decimal number as text"
            }
            Operator::Within => "the key of a fact that is a period, or a table with `from` or `until`",
            Operator::Overlaps => "a list of codes, or a period",
            Operator::Is | Operator::OneOf => "",
            Operator::Covers
            | Operator::Before
            | Operator::OnOrBefore
            | Operator::After
            | Operator::OnOrAfter => MOMENT,
        };
        let many = matches!(operand, Operand::Many(_));
        let mut seen = BTreeSet::new();
        let mut right = Vec::new();
        for (path, literal) in values {
            let is_right = match operator {
                Operator::Applies => matches!(literal, Literal::Boolean(_)),
                Operator::CountAtLeast => {
                    literal.integer().is_some_and(|n| n > 0 && u32::try_from(n).is_ok())
                }
                Operator::Within => literal.key().is_some(),
                Operator::Overlaps if !many => literal.key().is_some(),
                Operator::Includes | Operator::IncludesAll | Operator::Overlaps | Operator::Holds => {
                    code(literal).is_some()
                }
                Operator::AtLeast | Operator::AtMost | Operator::Between => literal.decimal().is_some(),
                Operator::Is | Operator::OneOf => true,
                Operator::Covers
                | Operator::Before
                | Operator::OnOrBefore
                | Operator::After
                | Operator::OnOrAfter => literal.is_moment(),
            };
            if !is_right {
                self.report.add(path, Problem::Shape { expected, found: literal.words() });
            } else if !seen.insert(literal) && operator != Operator::Between {
                self.report.add(path, Problem::Repeated { value: shown(&literal.to_string()) });
            } else {
                right.push((path, literal));
            }
        }
        // Of two ends one alone says nothing.
        (operator != Operator::Between || right.len() == 2).then_some(Written::Values { values: right, many })
    }
}

const MOMENT: &str = "a date such as `2019-04-30`, an instant, or the key of a fact that is one";

fn code(literal: &Literal) -> Option<Symbol> {
    match literal {
        Literal::Text(text) => Symbol::new(text).ok(),
        _ => None,
    }
}

impl Literal {
    /// The key of a fact, where this may be one. No day, instant or number looks like one.
    pub(crate) fn key(&self) -> Option<FactKey> {
        match self {
            Self::Text(text) => FactKey::new(text).ok(),
            _ => None,
        }
    }

    /// Whether it may be a moment.
    pub(crate) fn is_moment(&self) -> bool {
        use guildhall_kernel::chrono_tz::Tz;
        self.date().is_some() || self.instant(Some(Tz::UTC)).is_some() || self.key().is_some()
    }
}
