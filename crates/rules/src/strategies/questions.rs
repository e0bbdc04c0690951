//! Questions that fit their facts: every comparison of the language, with what can stand beside it.

use proptest::collection::btree_set;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::{code, day, instant, literal, value};
use crate::{
    CalendarUnit, Clause, Declaration, FactKey, FactType, Length, Literal, Measure, Operand, Operator,
    Otherwise, Question, RecordType, Vocabulary,
};

/// The words for what is measured on a day.
const DISTANCES: [&str; 7] =
    ["age_at", "days_before", "months_before", "years_before", "days_after", "months_after", "years_after"];

/// The facts of a vocabulary that others can be compared with.
#[derive(Clone, Default)]
struct Moments {
    days: Vec<FactKey>,
    /// Instants that say in which zone their day is read.
    instants: Vec<FactKey>,
    /// Those that do not.
    floating: Vec<FactKey>,
    periods: Vec<FactKey>,
}

impl Moments {
    fn of(vocabulary: &Vocabulary) -> Self {
        let mut moments = Self::default();
        for declaration in vocabulary.iter() {
            match declaration.kind() {
                FactType::Date(_) => moments.days.push(declaration.key().clone()),
                FactType::Instant(Some(_)) => moments.instants.push(declaration.key().clone()),
                FactType::Instant(None) => moments.floating.push(declaration.key().clone()),
                FactType::Period => moments.periods.push(declaration.key().clone()),
                _ => {}
            }
        }
        moments
    }

    /// A moment that a fact of this type can be compared with; of which a day can be told, where it must.
    fn moment(&self, kind: &FactType, needs_day: bool) -> BoxedStrategy<Literal> {
        let zoned = matches!(kind, FactType::Instant(Some(_)));
        let floating = matches!(kind, FactType::Instant(None));
        let mut keys = self.instants.clone();
        if !floating {
            keys.extend(self.days.iter().cloned());
        }
        if zoned || (floating && !needs_day) {
            keys.extend(self.floating.iter().cloned());
        }
        let written = match kind {
            FactType::Instant(None) => (0i64..40).prop_map(|nth| instant(nth * 5).into()).boxed(),
            FactType::Instant(Some(_)) => prop_oneof![
                (0i64..40).prop_map(|nth| instant(nth * 5).into()),
                (0u64..8).prop_map(|nth| day(nth).into()),
                (0u64..8).prop_map(|nth| Literal::Text(format!("{}T12:00:00", day(nth)))),
            ]
            .boxed(),
            _ => (0u64..8).prop_map(|nth| day(nth).into()).boxed(),
        };
        if keys.is_empty() {
            return written;
        }
        prop_oneof![written, select(keys).prop_map(|key| key.as_str().into())].boxed()
    }

    fn stretch(&self, kind: &FactType) -> BoxedStrategy<Operand> {
        // Two ends that are written down stand in order; so one of two is open or a fact.
        let ends = (self.moment(kind, false), any::<bool>()).prop_map(|(end, first)| match first {
            true => Operand::Stretch { from: Some(end), until: None },
            false => Operand::Stretch { from: None, until: Some(end) },
        });
        let both = (0u64..5, 0u64..4).prop_map(|(from, more)| Operand::Stretch {
            from: Some(day(from).into()),
            until: Some(day(from + more).into()),
        });
        let floating = matches!(kind, FactType::Instant(None));
        let written = if floating { ends.boxed() } else { prop_oneof![ends, both].boxed() };
        if self.periods.is_empty() || floating {
            return written;
        }
        let facts = select(self.periods.clone()).prop_map(|key| Operand::One(key.as_str().into()));
        prop_oneof![written, facts].boxed()
    }
}

/// A clause that asks one of the facts.
pub(super) fn any_of(vocabulary: &Vocabulary) -> BoxedStrategy<Clause> {
    let declarations: Vec<Declaration> = vocabulary.iter().cloned().collect();
    let moments = Moments::of(vocabulary);
    select(declarations)
        .prop_flat_map(move |declaration| {
            let key = declaration.key().clone();
            question(&declaration, &moments).prop_map(move |question| Clause::asking(key.clone(), question))
        })
        .boxed()
}

fn question(declaration: &Declaration, moments: &Moments) -> BoxedStrategy<Question> {
    let kind = declaration.kind();
    let applies = any::<bool>().prop_map(|applies| Question::new(Operator::Applies, applies));
    let fitting = match kind {
        FactType::Set(list) => {
            let codes = || code(list.as_ref()).prop_map(|code| Literal::from(&code));
            prop_oneof![
                codes().prop_map(|code| Question::new(Operator::Includes, code)),
                (1i64..4).prop_map(|n| Question::new(Operator::CountAtLeast, n)),
                (select(vec![Operator::IncludesAll, Operator::Overlaps]), btree_set(codes(), 1..4))
                    .prop_map(|(operator, codes)| Question::new(operator, Vec::from_iter(codes))),
            ]
            .boxed()
        }
        FactType::Records(fields) => records(fields, moments),
        _ => {
            let fact = option::weighted(0.15, value(kind).prop_map(|value| literal(&value)));
            let can = !matches!(kind, FactType::Period);
            (single(kind, moments), fact)
                .prop_map(move |(question, assumed)| match assumed.filter(|_| can) {
                    Some(assumed) => question.if_missing(assumed),
                    None => question,
                })
                .boxed()
        }
    };
    prop_oneof![8 => fitting, 1 => applies].boxed()
}

/// What can be asked of a fact and of a field of a record.
fn single(kind: &FactType, moments: &Moments) -> BoxedStrategy<Question> {
    let one = |operators: Vec<Operator>| {
        (select(operators), value(kind))
            .prop_map(|(operator, value)| Question::new(operator, literal(&value)))
            .boxed()
    };
    let listed = || {
        (btree_set(value(kind), 1..4), any::<bool>()).prop_map(|(values, open)| {
            let question = Question::new(Operator::OneOf, values.iter().map(literal).collect::<Vec<_>>());
            if open { question.otherwise(Otherwise::Undetermined) } else { question }
        })
    };
    let range = || {
        (value(kind), value(kind)).prop_map(|(a, b)| {
            Question::new(Operator::Between, [literal(&a.clone().min(b.clone())), literal(&a.max(b))])
        })
    };
    match kind {
        FactType::Boolean => one(vec![Operator::Is]),
        FactType::Symbol(_) => prop_oneof![one(vec![Operator::Is]), listed()].boxed(),
        FactType::Integer(_) | FactType::Decimal(_) => {
            prop_oneof![one(vec![Operator::Is, Operator::AtLeast, Operator::AtMost]), listed(), range()]
                .boxed()
        }
        FactType::Date(_) => {
            prop_oneof![1 => one(vec![Operator::Is]), 1 => listed(), 4 => moment(kind, moments)].boxed()
        }
        FactType::Instant(_) => prop_oneof![1 => one(vec![Operator::Is]), 4 => moment(kind, moments)].boxed(),
        FactType::Period => {
            let stretch = (select(vec![Operator::Covers, Operator::Overlaps]), moments.stretch(kind))
                .prop_map(|(operator, operand)| Question { operand, ..Question::new(operator, false) });
            let covers =
                moments.moment(kind, true).prop_map(|moment| Question::new(Operator::Covers, moment));
            prop_oneof![stretch, covers].boxed()
        }
        FactType::Set(_) | FactType::Records(_) => Just(Question::new(Operator::Applies, true)).boxed(),
    }
}

/// What is asked of a day or an instant in respect of another.
fn moment(kind: &FactType, moments: &Moments) -> BoxedStrategy<Question> {
    let operators = vec![Operator::Before, Operator::OnOrBefore, Operator::After, Operator::OnOrAfter];
    let order = (select(operators), moments.moment(kind, false))
        .prop_map(|(operator, moment)| Question::new(operator, moment));
    let within = moments
        .stretch(kind)
        .prop_map(|operand| Question { operand, ..Question::new(Operator::Within, false) });
    if matches!(kind, FactType::Instant(None)) && moments.instants.is_empty() {
        return prop_oneof![order, within].boxed();
    }
    let day = match kind {
        // No day can be told of it but in another's zone.
        FactType::Instant(None) => {
            select(moments.instants.clone()).prop_map(|key| Literal::from(key.as_str())).boxed()
        }
        _ => moments.moment(kind, true),
    };
    let number = prop_oneof![(0i64..4, 0i64..4), Just((0, 1))];
    let measured = (select(Vec::from(DISTANCES)), day, 0usize..3, number).prop_map(
        |(word, moment, operator, (least, more))| {
            let measure = match Measure::apart(word) {
                Some((unit, side)) => Measure::Apart { unit, side, moment },
                None => Measure::AgeAt(moment),
            };
            let question = match operator {
                0 => Question::new(Operator::AtLeast, least),
                1 => Question::new(Operator::AtMost, least),
                _ => Question::new(Operator::Between, [least, least + more]),
            };
            question.measuring(measure)
        },
    );
    prop_oneof![2 => order, 1 => within, 2 => measured].boxed()
}

fn records(kind: &RecordType, moments: &Moments) -> BoxedStrategy<Question> {
    let filter: Vec<_> = kind
        .iter()
        .map(|field| (Just(field.key().clone()), option::weighted(0.3, single(field.kind(), moments))))
        .collect();
    let matching = |question: Question, filter: Vec<(FactKey, Option<Question>)>| {
        filter.into_iter().fold(question, |question, (name, asked)| match asked {
            Some(asked) => question.matching(name, asked),
            None => question,
        })
    };
    let count = (1i64..4, filter.clone())
        .prop_map(move |(n, filter)| matching(Question::new(Operator::CountAtLeast, n), filter));
    let amount = kind.iter().find(|field| field.key().as_str() == "amount").cloned();
    let sum = amount.map(|amount| {
        let number = value(amount.kind()).prop_map(|value| literal(&value));
        (select(vec![Operator::AtLeast, Operator::AtMost]), number, filter).prop_map(
            move |(operator, number, filter)| {
                let question = Question::new(operator, number).measuring(Measure::Sum(amount.key().clone()));
                matching(question, filter)
            },
        )
    });
    let codes = btree_set(code(None).prop_map(|code| Literal::from(&code)), 1..3);
    let grace = option::of((1u32..4, select(Vec::from(CalendarUnit::EVERY))));
    let holds = (codes, moments.moment(&FactType::Period, true), grace).prop_map(|(codes, at, grace)| {
        let question = Question::new(Operator::Holds, Vec::from_iter(codes)).at(at);
        match grace.and_then(|(count, unit)| Length::new(count, unit).ok()) {
            Some(grace) => question.grace(grace),
            None => question,
        }
    });
    match sum {
        Some(sum) => prop_oneof![count, sum, holds].boxed(),
        None => prop_oneof![count, holds].boxed(),
    }
}
