//! A question of a compiled rule, and the answer to it (R8).

use std::cmp::Ordering;

use chrono::TimeDelta;
use guildhall_kernel::chrono_tz::Tz;
use rust_decimal::Decimal;

use super::Place;
use super::cell::Cell;
use super::row::{Kept, Row};
use crate::point::At;
use crate::predicate::Custom;
use crate::{Comparison, Fact, Verdict};

/// A question about the fact in a slot.
#[derive(Clone, Debug)]
pub(super) struct Atom {
    pub(super) slot: usize,
    pub(super) test: Test,
    /// What the fact is taken for where it is missing.
    pub(super) assumed: Option<Cell>,
}

#[derive(Clone, Debug)]
pub(super) enum Test {
    Boolean(bool),
    /// The code is one of these.
    Codes {
        few: u64,
        many: Box<[u64]>,
        open: bool,
    },
    Integer {
        least: i64,
        most: i64,
    },
    Decimal {
        least: Decimal,
        most: Decimal,
    },
    /// The number or day is one of these, in order.
    Among {
        values: Box<[Cell]>,
        open: bool,
    },
    Moment {
        order: Order,
        end: End,
    },
    Within {
        from: Option<End>,
        until: Option<End>,
    },
    Includes(u64),
    Overlaps(u64),
    Count(u32),
    Applies(bool),
    /// As the interpreter does it.
    Whole {
        comparison: Box<Comparison>,
        assumed: Option<Box<Fact>>,
    },
    Custom(Custom),
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Order {
    Before,
    OnOrBefore,
    After,
    OnOrAfter,
    Same,
}

impl Order {
    const fn fits(self, order: Ordering) -> bool {
        match self {
            Self::Before => order.is_lt(),
            Self::OnOrBefore => order.is_le(),
            Self::After => order.is_gt(),
            Self::OnOrAfter => order.is_ge(),
            Self::Same => order.is_eq(),
        }
    }
}

/// A moment: written in the rule or found in a slot.
#[derive(Clone, Copy, Debug)]
pub(super) struct End {
    pub(super) moment: Moment,
    pub(super) zone: Option<Tz>,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Moment {
    Written(At),
    Slot(usize),
}

impl End {
    /// The moment; otherwise what follows from the fact's having none.
    fn find(self, cells: &[Cell]) -> Result<At, Verdict> {
        match self.moment {
            Moment::Written(at) => Ok(at),
            Moment::Slot(slot) => match cells.get(slot) {
                Some(Cell::NotApplicable) => Err(Verdict::Unmet),
                cell => cell.and_then(|cell| cell.at()).ok_or(Verdict::Undetermined),
            },
        }
    }

    fn compare(self, at: At, end: At) -> Option<Ordering> {
        compare(at, end, self.zone)
    }
}

/// How two moments stand. Far from the day an instant's own day need not be told.
#[inline]
fn compare(at: At, other: At, zone: Option<Tz>) -> Option<Ordering> {
    match (at, other) {
        (At::Day(a), At::Day(b)) => Some(a.cmp(&b)),
        (At::Instant(a), At::Instant(b)) => Some(a.cmp(&b)),
        (At::Instant(time), At::Day(day)) => {
            zone?;
            let midnight = day.and_time(chrono::NaiveTime::MIN);
            // No clock is farther from Greenwich's than this.
            let from_midnight = time.naive_utc().signed_duration_since(midnight);
            if from_midnight < -FARTHEST {
                Some(Ordering::Less)
            } else if from_midnight > DAY + FARTHEST {
                Some(Ordering::Greater)
            } else {
                at.compare(other, zone).ok()
            }
        }
        (At::Day(_), At::Instant(_)) => compare(other, at, zone).map(Ordering::reverse),
    }
}

const DAY: TimeDelta = TimeDelta::days(1);
const FARTHEST: TimeDelta = TimeDelta::hours(26);

impl Atom {
    /// The slots whose cells it looks at.
    pub(super) fn slots(&self) -> impl Iterator<Item = usize> {
        self.beside().chain(self.is_about_a_cell().then_some(self.slot))
    }

    /// Whether the cell of its own slot is all it looks at.
    pub(super) fn is_alone(&self) -> bool {
        self.is_about_a_cell() && self.beside().next().is_none()
    }

    const fn is_about_a_cell(&self) -> bool {
        !matches!(self.test, Test::Whole { .. } | Test::Custom(_))
    }

    /// The slots of the moments with which it compares.
    fn beside(&self) -> impl Iterator<Item = usize> {
        let ends = match &self.test {
            Test::Moment { end, .. } => [Some(*end), None],
            Test::Within { from, until } => [*from, *until],
            _ => [None, None],
        };
        ends.into_iter().flatten().filter_map(|end| match end.moment {
            Moment::Slot(slot) => Some(slot),
            Moment::Written(_) => None,
        })
    }

    pub(super) fn ask(&self, row: &Row, places: &[Place]) -> Verdict {
        match &self.test {
            Test::Whole { comparison, assumed } => self.whole(comparison, assumed.as_deref(), row, places),
            Test::Custom(custom) => custom.verdict(&Kept { row, places }),
            _ => {
                let cells = row.cells();
                self.answer(cells.get(self.slot).copied().unwrap_or(Cell::Missing), cells)
            }
        }
    }

    /// The answer to a cell, beside those of other facts.
    pub(super) fn answer(&self, found: Cell, cells: &[Cell]) -> Verdict {
        let cell = match (found, self.assumed) {
            (Cell::Missing, Some(assumed)) => assumed,
            _ => found,
        };
        match &self.test {
            Test::Integer { least, most } => match cell {
                Cell::Integer(number) => (*least <= number && number <= *most).into(),
                _ => without(cell),
            },
            Test::Codes { few, many, open } => match cell {
                Cell::Code(number) => {
                    let listed = match number {
                        0..64 => few >> number & 1 == 1,
                        _ => has(many, number),
                    };
                    among(listed, *open)
                }
                _ => without(cell),
            },
            Test::Boolean(is) => match cell {
                Cell::Boolean(value) => (value == *is).into(),
                _ => without(cell),
            },
            Test::Decimal { least, most } => match cell {
                Cell::Decimal(number) => (*least <= number && number <= *most).into(),
                _ => without(cell),
            },
            Test::Among { values, open } => match (cell, values.first()) {
                (Cell::Integer(_), Some(Cell::Integer(_)))
                | (Cell::Decimal(_), Some(Cell::Decimal(_)))
                | (Cell::Day(_), Some(Cell::Day(_))) => among(values.binary_search(&cell).is_ok(), *open),
                _ => without(cell),
            },
            Test::Moment { order, end } => moment(cell, *order, *end, cells),
            Test::Within { from, until } => within(cell, *from, *until, cells),
            Test::Includes(all) => set(cell, |mask| mask.has & all == *all),
            Test::Overlaps(any) => set(cell, |mask| mask.has & any != 0),
            Test::Count(n) => set(cell, |mask| mask.count >= *n),
            Test::Applies(applies) => match cell {
                Cell::NotApplicable => (!applies).into(),
                Cell::Missing | Cell::Contested => Verdict::Undetermined,
                _ => (*applies).into(),
            },
            // About more than cells.
            Test::Whole { .. } | Test::Custom(_) => Verdict::Undetermined,
        }
    }

    fn whole(&self, comparison: &Comparison, assumed: Option<&Fact>, row: &Row, places: &[Place]) -> Verdict {
        let Some(kept) = row.kept(self.slot) else { return Verdict::Undetermined };
        let fact = match assumed {
            Some(assumed) if kept.is_missing() => assumed,
            _ => kept,
        };
        comparison.verdict(fact, &Kept { row, places })
    }
}

/// What follows where there is no such value.
#[inline]
fn without(cell: Cell) -> Verdict {
    if cell == Cell::NotApplicable { Verdict::Unmet } else { Verdict::Undetermined }
}

#[inline]
fn among(listed: bool, open: bool) -> Verdict {
    match (listed, open) {
        (true, _) => Verdict::Met,
        (false, true) => Verdict::Undetermined,
        (false, false) => Verdict::Unmet,
    }
}

fn has(words: &[u64], number: u32) -> bool {
    let word = usize::try_from(number / 64).ok().and_then(|nth| words.get(nth));
    word.is_some_and(|word| word >> (number % 64) & 1 == 1)
}

#[inline]
fn set(cell: Cell, met: impl FnOnce(super::cell::Mask) -> bool) -> Verdict {
    match cell {
        Cell::Set(mask) if met(mask) => Verdict::Met,
        Cell::Set(mask) if mask.complete => Verdict::Unmet,
        Cell::Set(_) => Verdict::Undetermined,
        _ => without(cell),
    }
}

fn moment(cell: Cell, order: Order, end: End, cells: &[Cell]) -> Verdict {
    if cell == Cell::NotApplicable {
        return Verdict::Unmet;
    }
    let there = match end.find(cells) {
        Ok(there) => there,
        Err(verdict) => return verdict,
    };
    let compared = cell.at().and_then(|here| end.compare(here, there));
    compared.map_or(Verdict::Undetermined, |compared| order.fits(compared).into())
}

fn within(cell: Cell, from: Option<End>, until: Option<End>, cells: &[Cell]) -> Verdict {
    if cell == Cell::NotApplicable {
        return Verdict::Unmet;
    }
    let side = |end: Option<End>, first: bool| {
        let Some(end) = end else { return Verdict::Met };
        let there = match end.find(cells) {
            Ok(there) => there,
            Err(verdict) => return verdict,
        };
        let Some(here) = cell.at() else { return Verdict::Undetermined };
        // An instant ends what it ends before it begins.
        let excluded = matches!((here, there), (At::Instant(_), At::Instant(_)));
        let order = match (first, excluded) {
            (true, _) => Order::OnOrAfter,
            (false, true) => Order::Before,
            (false, false) => Order::OnOrBefore,
        };
        end.compare(here, there).map_or(Verdict::Undetermined, |compared| order.fits(compared).into())
    };
    let begun = side(from, true);
    if begun.is_unmet() { begun } else { begun.and(side(until, false)) }
}
