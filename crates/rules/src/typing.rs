//! Checks what is asked of a fact against the fact's declared type, and makes the comparison of it (R9).

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::check::Checker;
use crate::comparison::Filter;
use crate::fault::{join, nearest};
use crate::name::shown;
use crate::node::Step;
use crate::shape::Written;
use crate::{
    Bounds, Comparison, Declaration, FactKey, FactType, Literal, Measure, Operator, Problem, Question,
    RecordType, Symbol, Value,
};

impl<'v> Checker<'v, '_> {
    pub(crate) fn fact(&mut self, path: &str, key: &FactKey, question: &Question) -> Option<Step> {
        let written = self.shape(path, question);
        let declaration = self.declaration(&join(path, "fact"), key);
        // Fields are checked against the records, where it is known what they are.
        let comparison = self.comparison(path, declaration, question, written);
        let if_missing = match (&question.if_missing, declaration) {
            (Some(literal), Some(declaration)) => {
                let value = self.value(join(path, "if_missing"), declaration, literal);
                Some(value?)
            }
            _ => None,
        };
        Some(Step::Fact { key: key.clone(), comparison: comparison?, if_missing })
    }

    fn comparison(
        &mut self,
        path: &str,
        declaration: Option<&'v Declaration>,
        question: &Question,
        written: Option<Written<'_>>,
    ) -> Option<Comparison> {
        let Some(declaration) = declaration else {
            self.fields(path, None, question);
            return None;
        };
        let kind = declaration.kind();
        let operator = question.operator;
        if !fits(operator, question.measure.as_ref(), kind) {
            let problem = Problem::WrongOperator {
                fact: declaration.key().clone(),
                operator,
                expected: kind.to_string(),
                fitting: Operator::EVERY.into_iter().filter(|fitting| fits(*fitting, None, kind)).collect(),
            };
            let at = match &question.measure {
                // Such a comparison would fit, but for what is measured.
                Some(measure) if fits(operator, None, kind) => measure.name(),
                _ => "",
            };
            let at = if at.is_empty() { self.compared_at(path, question) } else { join(path, at) };
            self.report.add(at, problem);
            return None;
        }
        let at = self.compared_at(path, question);
        match (kind, &question.measure) {
            (FactType::Records(fields), _) if operator != Operator::Applies => {
                self.records(path, declaration, fields, question, written)
            }
            (_, Some(measure)) => self.measured(path, declaration, question, measure, &written?),
            _ => self.typed(&at, declaration, question, &written?),
        }
    }

    fn typed(
        &mut self,
        path: &str,
        declaration: &Declaration,
        question: &Question,
        written: &Written<'_>,
    ) -> Option<Comparison> {
        let kind = declaration.kind();
        let operator = question.operator;
        if operator.takes_moment() {
            let point = self.point(path.to_owned(), declaration, written.one()?)?;
            return match operator {
                Operator::Before => Some(Comparison::Before(point)),
                Operator::OnOrBefore => Some(Comparison::OnOrBefore(point)),
                Operator::After => Some(Comparison::After(point)),
                _ => Some(Comparison::OnOrAfter(point)),
            };
        }
        let is_period = matches!(kind, FactType::Period);
        match operator {
            Operator::Applies => {
                return written.one().map(|literal| Comparison::Applies(*literal == Literal::Boolean(true)));
            }
            Operator::CountAtLeast => return self.count(path, kind, written.one()?),
            Operator::Within => return self.stretch(path, declaration, written).map(Comparison::Within),
            Operator::Covers => {
                let moment = written.one().filter(|literal| !self.names_period(literal));
                if let Some(literal) = moment {
                    return self.point(path.to_owned(), declaration, literal).map(Comparison::Covers);
                }
                return self.stretch(path, declaration, written).map(Comparison::CoversPeriod);
            }
            Operator::Overlaps if is_period => {
                return self.stretch(path, declaration, written).map(Comparison::OverlapsPeriod);
            }
            _ => {}
        }
        let single = operator.takes_list() && matches!(written, Written::Values { many: false, .. });
        let Some(many) = written.values().filter(|_| !single) else {
            let problem = Problem::Shape { expected: "a list", found: written.words() };
            self.report.add(path, problem);
            return None;
        };
        let read: Vec<Option<Value>> =
            many.into_iter().map(|(path, literal)| self.value(path, declaration, literal)).collect();
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
            Operator::Between => {
                let (least, most) = (first?, values.get(1).cloned()?);
                if most < least {
                    self.report.add(path, Problem::Disordered);
                    return None;
                }
                Some(Comparison::Between { least, most })
            }
            Operator::Includes => codes().next().map(Comparison::Includes),
            Operator::IncludesAll => Some(Comparison::IncludesAll(codes().collect())),
            Operator::Overlaps => Some(Comparison::Overlaps(codes().collect())),
            Operator::OneOf => {
                let otherwise = question.otherwise.unwrap_or_default();
                Some(Comparison::OneOf { values: values.into_iter().collect(), otherwise })
            }
            _ => None,
        }
    }

    fn count(&mut self, path: &str, kind: &FactType, literal: &Literal) -> Option<Comparison> {
        let n = u32::try_from(literal.integer()?).ok()?;
        if let Some(list) = kind.codes()
            && usize::try_from(n).is_ok_and(|n| n > list.iter().len())
        {
            self.report.add(path, Problem::Count { n, of: list.iter().len() });
            return None;
        }
        Some(Comparison::CountAtLeast(n))
    }

    /// The comparison of a number that is measured on a day.
    fn measured(
        &mut self,
        path: &str,
        declaration: &Declaration,
        question: &Question,
        measure: &Measure,
        written: &Written<'_>,
    ) -> Option<Comparison> {
        let numbers: Vec<u32> = written
            .values()?
            .into_iter()
            .map(|(path, literal)| {
                let number = literal.integer().and_then(|n| u32::try_from(n).ok()).filter(|n| *n <= 99_999);
                if number.is_none() {
                    let expected = "a whole number from 0 to 99999";
                    self.report.add(path, Problem::Shape { expected, found: literal.words() });
                }
                number
            })
            .collect::<Vec<_>>()
            .into_iter()
            .collect::<Option<_>>()?;
        let (least, most) = match (question.operator, numbers.as_slice()) {
            (Operator::AtLeast, [least]) => (Some(*least), None),
            (Operator::AtMost, [most]) => (None, Some(*most)),
            (Operator::Between, [least, most]) if least <= most => (Some(*least), Some(*most)),
            _ => {
                self.report.add(join(path, question.operator.name()), Problem::Disordered);
                return None;
            }
        };
        let at = join(path, measure.name());
        match measure {
            Measure::AgeAt(moment) => {
                let at = self.day(at, declaration, moment)?;
                Some(Comparison::Age { at, least, most })
            }
            Measure::Apart { unit, side, moment } => {
                let moment = self.day(at, declaration, moment)?;
                Some(Comparison::Apart { unit: *unit, side: *side, moment, least, most })
            }
            Measure::Sum(_) => None,
        }
    }

    fn records(
        &mut self,
        path: &str,
        declaration: &'v Declaration,
        fields: &'v RecordType,
        question: &Question,
        written: Option<Written<'_>>,
    ) -> Option<Comparison> {
        let fact = declaration.key();
        if question.operator == Operator::Holds {
            let codes = written.and_then(|written| written.values());
            let mut missing = |wanted| {
                let fact = fact.clone();
                self.report.add(join(path, "holds"), Problem::NothingToHold { fact, wanted });
            };
            if fields.code().is_none() {
                missing("a code");
            }
            if fields.validity().is_none() {
                missing("a period");
            }
            let (code, valid) = fields.code().zip(fields.validity())?;
            let codes: Vec<Option<Value>> =
                codes?.into_iter().map(|(path, literal)| self.value(path, code, literal)).collect();
            let at = question.at.as_ref().and_then(|at| self.day(join(path, "at"), valid, at));
            let codes = codes.into_iter().map(|code| match code {
                Some(Value::Symbol(code)) => Some(code),
                _ => None,
            });
            return Some(Comparison::Holds {
                codes: codes.collect::<Option<BTreeSet<_>>>()?,
                code: code.key().clone(),
                valid: valid.key().clone(),
                at: at?,
                grace: question.grace,
            });
        }
        let matching = self.fields(path, Some((fact, fields)), question);
        if question.operator == Operator::CountAtLeast {
            let n = written?.one()?.integer().and_then(|n| u32::try_from(n).ok())?;
            return Some(Comparison::RecordsAtLeast { n, matching: matching? });
        }
        let Some(Measure::Sum(name)) = &question.measure else { return None };
        let field = self.field(join(path, "sum"), fact, fields, name)?;
        let kind = field.kind();
        let grows = match kind {
            FactType::Integer(bounds) => bounds.min().is_some_and(|min| *min >= 0),
            FactType::Decimal(bounds) => bounds.min().is_some_and(|min| *min >= Decimal::ZERO),
            _ => {
                let (fact, expected) = (field.key().clone(), "a number".to_owned());
                let found = kind.to_string();
                self.report.add(join(path, "sum"), Problem::WrongType { fact, expected, found });
                return None;
            }
        };
        // A sum may be of any size, whatever bounds a single record keeps to.
        let free = match kind {
            FactType::Integer(_) => FactType::Integer(Bounds::ANY),
            _ => FactType::Decimal(Bounds::ANY),
        };
        let free = Declaration::new(field.key().clone(), free, field.label().clone());
        let numbers: Vec<Option<Value>> =
            written?.values()?.into_iter().map(|(path, literal)| self.value(path, &free, literal)).collect();
        let numbers = numbers.into_iter().map(|value| match value {
            Some(Value::Integer(number)) => Some(Decimal::from(number)),
            Some(Value::Decimal(number)) => Some(number),
            _ => None,
        });
        let numbers: Vec<Decimal> = numbers.collect::<Option<_>>()?;
        let (least, most) = match (question.operator, numbers.as_slice()) {
            (Operator::AtLeast, [least]) => (Some(*least), None),
            (Operator::AtMost, [most]) => (None, Some(*most)),
            (_, [least, most]) if least <= most => (Some(*least), Some(*most)),
            _ => {
                self.report.add(join(path, question.operator.name()), Problem::Disordered);
                return None;
            }
        };
        Some(Comparison::Sum { of: field.key().clone(), grows, least, most, matching: matching? })
    }

    /// What the fields of a record must answer; checked in itself where it is not known what they are.
    fn fields(
        &mut self,
        path: &str,
        of: Option<(&FactKey, &'v RecordType)>,
        question: &Question,
    ) -> Option<Filter> {
        let mut filter = Filter::new();
        let mut sound = true;
        for (name, question) in &question.matching {
            let path = join(&join(path, "where"), name.as_str());
            if !self.counts(&path, 1) {
                return None;
            }
            if !question.operator.asks_field() {
                let problem = Problem::Misplaced { name: question.operator.name(), beside: "fact" };
                self.report.add(path, problem);
                sound = false;
                continue;
            }
            self.of_field = true;
            let written = self.shape(&path, question);
            let comparison = of
                .and_then(|(fact, fields)| self.field(path.clone(), fact, fields, name))
                .and_then(|field| self.comparison(&path, Some(field), question, written));
            self.of_field = false;
            match comparison {
                Some(comparison) => {
                    filter.insert(name.clone(), comparison);
                }
                None => sound = false,
            }
        }
        sound.then_some(filter)
    }

    fn field(
        &mut self,
        path: String,
        fact: &FactKey,
        fields: &'v RecordType,
        name: &FactKey,
    ) -> Option<&'v Declaration> {
        let field = fields.get(name.as_str());
        if field.is_none() {
            let nearest = nearest(self.report, name.as_str(), fields.iter().map(|f| f.key().as_str()));
            let (fact, name) = (fact.clone(), name.as_str().to_owned());
            self.report.add(path, Problem::UnknownRecordField { fact, name, nearest });
        }
        field
    }

    /// The value a literal means for this fact, or for one element of it.
    pub(crate) fn value(
        &mut self,
        path: String,
        declaration: &Declaration,
        literal: &Literal,
    ) -> Option<Value> {
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

fn fits(operator: Operator, measure: Option<&Measure>, kind: &FactType) -> bool {
    match measure {
        Some(Measure::Sum(_)) => return operator.ranges() && matches!(kind, FactType::Records(_)),
        Some(_) => return operator.ranges() && kind.is_moment(),
        None => {}
    }
    match operator {
        Operator::Applies => true,
        Operator::Is => !matches!(kind, FactType::Set(_) | FactType::Period | FactType::Records(_)),
        Operator::OneOf => matches!(
            kind,
            FactType::Symbol(_) | FactType::Integer(_) | FactType::Decimal(_) | FactType::Date(_)
        ),
        Operator::AtLeast | Operator::AtMost | Operator::Between => {
            matches!(kind, FactType::Integer(_) | FactType::Decimal(_))
        }
        Operator::Before
        | Operator::OnOrBefore
        | Operator::After
        | Operator::OnOrAfter
        | Operator::Within => kind.is_moment(),
        Operator::Covers => matches!(kind, FactType::Period),
        Operator::Includes | Operator::IncludesAll => matches!(kind, FactType::Set(_)),
        Operator::Overlaps => matches!(kind, FactType::Set(_) | FactType::Period),
        Operator::CountAtLeast => matches!(kind, FactType::Set(_) | FactType::Records(_)),
        Operator::Holds => matches!(kind, FactType::Records(_)),
    }
}
