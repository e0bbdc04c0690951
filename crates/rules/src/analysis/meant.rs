//! In words of data: who is meant by some cells of some axes (R7).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::element::{Element, Span};
use super::part::{Days, Further, Limit, Part, Who};
use super::space::{Axis, CodeAxis, FactAxis, HAS, LACKS, Space};
use crate::{Fact, Period, Symbol, Value};

/// What is said of single codes of a set.
#[derive(Default)]
struct Said {
    with: BTreeSet<Symbol>,
    without: BTreeSet<Symbol>,
}

impl Space<'_> {
    /// Who is meant by these cells of each axis.
    pub(super) fn who(&self, cells: &[(usize, Vec<usize>)]) -> Who {
        let mut meant: BTreeMap<usize, (Option<&[usize]>, Said)> = BTreeMap::new();
        for (nth, cells) in cells {
            match self.axes.get(*nth) {
                Some(Axis::Fact(_)) => meant.entry(*nth).or_default().0 = Some(cells),
                Some(Axis::Code(CodeAxis { of, code, .. })) => {
                    let said = &mut meant.entry(*of).or_default().1;
                    if cells == &[HAS] {
                        said.with.insert(code.clone());
                    } else if cells == &[LACKS] {
                        said.without.insert(code.clone());
                    }
                }
                Some(Axis::Opaque { .. }) | None => {}
            }
        }
        let meant = meant.into_iter().filter_map(|(nth, (cells, said))| match self.axes.get(nth)? {
            Axis::Fact(axis) => Some((axis.key.clone(), axis.parts(cells, &said))),
            Axis::Code(_) | Axis::Opaque { .. } => None,
        });
        meant.collect()
    }
}

impl FactAxis<'_> {
    /// What these cells stand for, or all, where it is a set that is like this.
    fn parts(&self, cells: Option<&[usize]>, said: &Said) -> Vec<Part> {
        let mut meant = vec![cells.is_none(); self.elements.len()];
        for cell in cells.into_iter().flatten().filter_map(|cell| self.cells.get(*cell)) {
            for member in &cell.members {
                if let Some(slot) = meant.get_mut(*member) {
                    *slot = true;
                }
            }
        }
        let mut parts = Vec::new();
        let is = |nth: usize| meant.get(nth).copied().unwrap_or(false);
        // Whether what is known was said already, where it is not said value by value.
        let (mut sets, mut periods, mut any, mut running) = (false, false, false, false);
        for (nth, element) in self.elements.iter().enumerate() {
            let ran = std::mem::replace(&mut running, false);
            if !is(nth) {
                continue;
            }
            match (&element.fact, &element.span) {
                (Fact::Missing, _) => parts.push(Part::Missing),
                (Fact::NotApplicable { .. }, _) => parts.push(Part::NotApplicable),
                (Fact::Contested { .. }, _) => parts.push(Part::Contested),
                (Fact::Known { .. }, Span::Other) => {
                    let others = self.elements.iter().filter(|element| matches!(element.span, Span::Single));
                    let others = others.filter_map(|element| element.fact.value().cloned());
                    parts.push(Part::OtherThan(others.collect()));
                }
                (Fact::Known { value, .. }, Span::Single) => parts.push(Part::Value(value.clone())),
                (Fact::Known { .. }, Span::Stretch { from, to }) => {
                    running = true;
                    match parts.last_mut() {
                        Some(Part::Stretch { to: end, .. }) if ran => end.clone_from(to),
                        _ => parts.push(Part::Stretch { from: from.clone(), to: to.clone() }),
                    }
                }
                (Fact::Known { .. }, Span::Codes { .. }) => {
                    if !std::mem::replace(&mut sets, true) {
                        parts.extend(codes(&self.elements, &is, said));
                    }
                }
                (Fact::Known { .. }, Span::Period { .. }) => {
                    if !std::mem::replace(&mut periods, true) {
                        parts.extend(spans(&self.elements, &is));
                    }
                }
                (Fact::Known { .. }, Span::Any) => {
                    if !std::mem::replace(&mut any, true) {
                        parts.push(Part::Known);
                    }
                }
            }
        }
        parts
    }
}

type Counts = Vec<(u32, Option<u32>)>;

/// The numbers of further codes, run by run, of sets that are complete, or not.
fn counts(elements: &[Element], complete: bool, is: &dyn Fn(usize) -> bool) -> Counts {
    let mut runs = Counts::new();
    let mut running = false;
    for (nth, element) in elements.iter().enumerate() {
        let Span::Codes { further, or_more } = element.span else { continue };
        let whole = matches!(element.fact.value(), Some(Value::Set(codes)) if codes.is_complete());
        if whole != complete {
            continue;
        }
        let ran = std::mem::replace(&mut running, is(nth));
        let end = (!or_more).then_some(further);
        match runs.last_mut() {
            _ if !running => {}
            Some((_, last)) if ran => *last = end,
            _ => runs.push((further, end)),
        }
    }
    runs
}

fn codes(elements: &[Element], is: &dyn Fn(usize) -> bool, said: &Said) -> Vec<Part> {
    let further = |element: &Element| match element.span {
        Span::Codes { further, .. } => Some(further),
        _ => None,
    };
    // What a set has so far, it has in any case.
    let had = elements.iter().filter_map(further).min().unwrap_or(0);
    let part = |(at_least, at_most): &(u32, Option<u32>), complete| Part::Codes {
        with: said.with.clone(),
        without: said.without.clone(),
        further: (*at_least > had || at_most.is_some())
            .then_some(Further { at_least: *at_least, at_most: *at_most }),
        complete,
    };
    let (whole, so_far) = (counts(elements, true, is), counts(elements, false, is));
    let either = counts(elements, false, &|_| true).is_empty() || whole == so_far;
    if either {
        return whole.iter().map(|run| part(run, None)).collect();
    }
    let whole = whole.iter().map(|run| part(run, Some(true)));
    whole.chain(so_far.iter().map(|run| part(run, Some(false)))).collect()
}

/// Periods, by rectangles of where they begin and where they end.
fn spans(elements: &[Element], is: &dyn Fn(usize) -> bool) -> Vec<Part> {
    let mut grid: BTreeMap<(usize, usize), (bool, Period)> = BTreeMap::new();
    for (nth, element) in elements.iter().enumerate() {
        if let (Span::Period { from, until }, Some(Value::Period(period))) =
            (&element.span, element.fact.value())
        {
            grid.insert((*from, *until), (is(nth), *period));
        }
    }
    // No period ends before it begins, so it does not matter what would be said of one that did.
    let fits = |from: usize, until: usize| grid.get(&(from, until)).is_none_or(|(meant, _)| *meant);
    let (rows, columns) = grid.keys().fold((0, 0), |most, at| (most.0.max(at.0), most.1.max(at.1)));
    let mut told: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut parts = Vec::new();
    for (from, until) in grid.iter().filter(|(_, (meant, _))| *meant).map(|(at, _)| *at) {
        if told.contains(&(from, until)) {
            continue;
        }
        let (mut left, mut right, mut top, mut bottom) = (until, until, from, from);
        while right < columns && fits(from, right + 1) {
            right += 1;
        }
        while left > 0 && fits(from, left - 1) {
            left -= 1;
        }
        let row = |row: usize| (left..=right).all(|column| fits(row, column));
        while bottom < rows && row(bottom + 1) {
            bottom += 1;
        }
        while top > 0 && row(top - 1) {
            top -= 1;
        }
        told.extend((top..=bottom).flat_map(|from| (left..=right).map(move |until| (from, until))));
        let day = |wanted: &dyn Fn(&(usize, usize)) -> bool, end: fn(&Period) -> Option<NaiveDate>| {
            grid.iter().find(|(at, _)| wanted(at)).and_then(|(_, (_, period))| end(period))
        };
        let begins = |row: usize| day(&|at| at.0 == row, Period::from);
        let ends = |column: usize| day(&|at| at.1 == column, Period::until);
        parts.push(Part::Period {
            // The first row are periods without a beginning; the first day stands for all before it, too.
            begins: Limit {
                open: top == 0,
                days: (bottom > 0 || rows == 0).then(|| Days {
                    from: (top > 1).then(|| begins(top)).flatten(),
                    to: (bottom < rows).then(|| begins(bottom)).flatten(),
                }),
            },
            ends: Limit {
                open: right == columns,
                days: (left < columns || columns == 0).then(|| Days {
                    from: (left > 0).then(|| ends(left)).flatten(),
                    to: (right + 1 < columns).then(|| ends(right)).flatten(),
                }),
            },
        });
    }
    parts
}
