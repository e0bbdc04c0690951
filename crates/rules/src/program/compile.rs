//! From the checked tree to the flat list.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rust_decimal::Decimal;

use super::atom::{Atom, End, Moment, Order, Test};
use super::cell::Cell;
use super::look::Look;
use super::quick::{Bits, Quick};
use super::{Compiled, Flat, Kind, Place, Program};
use crate::node::{Node, Step};
use crate::point::At;
use crate::{Comparison, Fact, FactKey, Otherwise, Point, RuleSet, Stretch, Symbol, Value};

pub(super) fn program(rule: &RuleSet) -> Program {
    let mut places: BTreeMap<FactKey, Place> = rule
        .facts()
        .into_iter()
        .map(|key| {
            (
                key.clone(),
                Place {
                    key: key.clone(),
                    codes: Vec::new(),
                    look: Look::default(),
                    masks: false,
                    cells: false,
                    keeps: false,
                },
            )
        })
        .collect();
    let mut codes: BTreeMap<&FactKey, BTreeSet<&Symbol>> = BTreeMap::new();
    named(rule.root(), &mut codes);
    for (key, codes) in codes {
        if let Some(place) = places.get_mut(key) {
            place.masks = codes.len() <= 64;
            place.codes = codes.into_iter().cloned().collect();
        }
    }
    let mut compiler = Compiler {
        places: places.into_values().collect(),
        ids: Vec::new(),
        steps: Vec::new(),
        atoms: Vec::new(),
    };
    compiler.node(rule.root());
    let Compiler { mut places, ids, steps, atoms } = compiler;
    let quick = Quick::new(&steps, &atoms, |bit, nth| {
        let slot = atoms.get(nth).map_or(usize::MAX, |atom| atom.slot);
        if let Some(place) = places.get_mut(slot) {
            place.look.add(bit, nth);
        }
    });
    let looks: Vec<usize> = match &quick {
        Some(quick) => quick.slow().collect(),
        None => (0..atoms.len()).collect(),
    };
    for slot in looks.into_iter().filter_map(|nth| atoms.get(nth)).flat_map(Atom::slots) {
        if let Some(place) = places.get_mut(slot) {
            place.cells = true;
        }
    }
    let mut missing = Bits::default();
    for place in &mut places {
        missing.take(place.look.answers(&atoms, Cell::Missing));
        if !place.cells && !place.keeps {
            place.look.settle(&atoms);
        }
    }
    let rule = rule.reference().clone();
    Program(Arc::new(Compiled { rule, ids, steps, atoms, places, missing, quick }))
}

/// The codes that clauses name, by fact.
fn named<'n>(node: &'n Node, codes: &mut BTreeMap<&'n FactKey, BTreeSet<&'n Symbol>>) {
    node.children().iter().for_each(|node| named(node, codes));
    let Step::Fact { key, comparison, .. } = &node.step else { return };
    let known = codes.entry(key).or_default();
    let symbol = |value: &'n Value| if let Value::Symbol(code) = value { Some(code) } else { None };
    match comparison {
        Comparison::Is(value) => known.extend(symbol(value)),
        Comparison::OneOf { values, .. } => known.extend(values.iter().filter_map(symbol)),
        Comparison::Includes(code) => known.extend([code]),
        Comparison::IncludesAll(codes) | Comparison::Overlaps(codes) => known.extend(codes),
        _ => {}
    }
}

struct Compiler {
    places: Vec<Place>,
    ids: Vec<crate::ClauseId>,
    steps: Vec<Flat>,
    atoms: Vec<Atom>,
}

impl Compiler {
    fn node(&mut self, node: &Node) {
        let at = self.steps.len();
        self.ids.push(node.id.clone());
        let kind = match &node.step {
            Step::All(_) => Kind::All,
            Step::Any(_) => Kind::Any,
            Step::Not(_) => Kind::Not,
            Step::Rule { .. } => Kind::Same,
            Step::AtLeast { n, .. } => Kind::AtLeast(*n),
            Step::Fact { key, comparison, if_missing } => {
                let atom = self.asked(key, comparison, if_missing.as_ref());
                Kind::Atom(self.atom(atom))
            }
            Step::Custom(custom) => {
                custom.reads().iter().for_each(|key| self.keep(key));
                Kind::Atom(self.atom(Atom { slot: 0, test: Test::Custom(custom.clone()), assumed: None }))
            }
        };
        self.steps.push(Flat { kind, end: at });
        node.children().iter().for_each(|node| self.node(node));
        let end = self.steps.len();
        if let Some(step) = self.steps.get_mut(at) {
            step.end = end;
        }
    }

    fn atom(&mut self, atom: Atom) -> usize {
        self.atoms.push(atom);
        self.atoms.len() - 1
    }

    /// Where a fact stands: every fact of the tree has its place.
    fn slot(&self, key: &FactKey) -> usize {
        self.places.binary_search_by(|place| place.key.cmp(key)).unwrap_or(usize::MAX)
    }

    fn keep(&mut self, key: &FactKey) {
        let slot = self.slot(key);
        if let Some(place) = self.places.get_mut(slot) {
            place.keeps = true;
        }
    }

    fn asked(&mut self, key: &FactKey, comparison: &Comparison, if_missing: Option<&Value>) -> Atom {
        let slot = self.slot(key);
        let place = self.places.get(slot);
        let assumed = place.zip(if_missing).map(|(place, value)| place.value(value));
        if let Some(test) = place.and_then(|place| self.flat(place, comparison)) {
            return Atom { slot, test, assumed };
        }
        self.keep(key);
        comparison.beside().into_iter().for_each(|key| self.keep(key));
        let assumed_fact = if_missing.map(|value| Box::new(Fact::known(value.clone())));
        let test = Test::Whole { comparison: Box::new(comparison.clone()), assumed: assumed_fact };
        Atom { slot, test, assumed }
    }

    /// The comparison as a question about a cell, where it can be one.
    fn flat(&self, place: &Place, comparison: &Comparison) -> Option<Test> {
        let bits = |codes: &mut dyn Iterator<Item = &Symbol>| {
            place.masks.then(|| codes.fold(0u64, |bits, code| bits | 1 << (place.number(code) % 64)))
        };
        let moment = |order: Order, point: &Point| Some(Test::Moment { order, end: self.end(point) });
        match comparison {
            Comparison::Applies(applies) => Some(Test::Applies(*applies)),
            Comparison::Is(value) => match value {
                Value::Boolean(is) => Some(Test::Boolean(*is)),
                Value::Symbol(code) => Some(listed(place, [code].into_iter(), false)),
                Value::Integer(number) => Some(Test::Integer { least: *number, most: *number }),
                Value::Decimal(number) => Some(Test::Decimal { least: *number, most: *number }),
                Value::Date(_) => Some(Test::Among { values: [place.value(value)].into(), open: false }),
                Value::Instant(time) => moment(Order::Same, &Point::Instant(*time)),
                Value::Set(_) | Value::Period(_) | Value::Records(_) => None,
            },
            Comparison::OneOf { values, otherwise } => {
                let open = *otherwise == Otherwise::Undetermined;
                let codes = || {
                    values.iter().filter_map(|value| match value {
                        Value::Symbol(code) => Some(code),
                        _ => None,
                    })
                };
                if codes().next().is_some() {
                    return Some(listed(place, codes(), open));
                }
                let mut values: Vec<Cell> = values.iter().map(|value| place.value(value)).collect();
                values.sort_unstable();
                Some(Test::Among { values: values.into(), open })
            }
            Comparison::AtLeast(value) => range(Some(value), None),
            Comparison::AtMost(value) => range(None, Some(value)),
            Comparison::Between { least, most } => range(Some(least), Some(most)),
            Comparison::Before(point) => moment(Order::Before, point),
            Comparison::OnOrBefore(point) => moment(Order::OnOrBefore, point),
            Comparison::After(point) => moment(Order::After, point),
            Comparison::OnOrAfter(point) => moment(Order::OnOrAfter, point),
            Comparison::Within(Stretch::Between { from, until }) => Some(Test::Within {
                from: from.as_ref().map(|point| self.end(point)),
                until: until.as_ref().map(|point| self.end(point)),
            }),
            Comparison::Includes(code) => bits(&mut [code].into_iter()).map(Test::Includes),
            Comparison::IncludesAll(codes) => bits(&mut codes.iter()).map(Test::Includes),
            Comparison::Overlaps(codes) => bits(&mut codes.iter()).map(Test::Overlaps),
            Comparison::CountAtLeast(n) => place.masks.then_some(Test::Count(*n)),
            _ => None,
        }
    }

    fn end(&self, point: &Point) -> End {
        let moment = match point {
            Point::Day(day) | Point::DayIn { day, .. } => Moment::Written(At::Day(*day)),
            Point::Instant(time) => Moment::Written(At::Instant(*time)),
            Point::Fact { fact, .. } => Moment::Slot(self.slot(fact)),
        };
        End { moment, zone: point.zone() }
    }
}

fn listed<'c>(place: &Place, codes: impl Iterator<Item = &'c Symbol>, open: bool) -> Test {
    let mut words = vec![0u64; place.codes.len().div_ceil(64)];
    for number in codes.map(|code| place.number(code)) {
        if let Some(word) = usize::try_from(number / 64).ok().and_then(|nth| words.get_mut(nth)) {
            *word |= 1 << (number % 64);
        }
    }
    let few = words.first().copied().unwrap_or_default();
    let many = if words.len() > 1 { words.into() } else { Box::default() };
    Test::Codes { few, many, open }
}

fn range(least: Option<&Value>, most: Option<&Value>) -> Option<Test> {
    match least.or(most)? {
        Value::Integer(_) => {
            let end = |value: Option<&Value>, otherwise: i64| match value {
                Some(Value::Integer(number)) => *number,
                _ => otherwise,
            };
            Some(Test::Integer { least: end(least, i64::MIN), most: end(most, i64::MAX) })
        }
        Value::Decimal(_) => {
            let end = |value: Option<&Value>, otherwise: Decimal| match value {
                Some(Value::Decimal(number)) => *number,
                _ => otherwise,
            };
            Some(Test::Decimal { least: end(least, Decimal::MIN), most: end(most, Decimal::MAX) })
        }
        _ => None,
    }
}
