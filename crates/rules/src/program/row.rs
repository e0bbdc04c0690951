//! One applicant's facts, flat.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use guildhall_kernel::Time;
use rust_decimal::Decimal;

use super::cell::Cell;
use super::{Code, CodeSet, Place, Program, Slot};
use crate::point::At;
use crate::{Codes, Fact, FactKey, FactSource, Symbol, Value};

/// The facts of one applicant, as a [`Program`] reads them. One is enough for any number of applicants.
///
/// What a predicate reads, and what is compared as a whole (periods, records), the row keeps as a
/// [`Fact`]; what is compared with another fact, as a typed cell; the rest is a number and its kind.
#[derive(Clone, Debug)]
pub struct Row {
    spots: Vec<Spot>,
    /// Those that something looks at; the others stay missing here.
    cells: Vec<Cell>,
    /// The facts that are kept whole; the others stay missing here.
    pub(super) kept: Vec<Fact>,
    needs: Vec<Needs>,
    /// Whether any fact has more than its spot.
    more: bool,
}

/// What a row has of a fact beside its spot.
#[derive(Clone, Copy, Debug)]
struct Needs {
    cell: bool,
    whole: bool,
}

/// A fact as a number and its kind: a code's number, a set's bits, a day, an instant in nanoseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) word: i64,
    pub(super) tag: Tag,
}

/// The kind of a fact in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag(u8);

impl Tag {
    pub(super) const MISSING: Self = Self(0);
    pub(super) const NOT_APPLICABLE: Self = Self(1);
    const OTHER: Self = Self(2);
    pub(super) const BOOLEAN: Self = Self(4);
    pub(super) const CODE: Self = Self(6);
    pub(super) const INTEGER: Self = Self(8);
    pub(super) const DAY: Self = Self(10);
    pub(super) const INSTANT: Self = Self(12);
    pub(super) const SET: Self = Self(14);
    /// A set of which more may follow: a set all the same.
    pub(super) const SET_SO_FAR: Self = Self(15);

    /// Whether a fact of this kind is one of that.
    #[inline]
    pub(super) const fn is(self, kind: Self) -> bool {
        self.0 & !1 == kind.0
    }
}

impl Spot {
    const MISSING: Self = Self { word: 0, tag: Tag::MISSING };

    pub(super) fn of(cell: Cell) -> Self {
        let (tag, word) = match cell {
            Cell::Missing => (Tag::MISSING, 0),
            Cell::NotApplicable => (Tag::NOT_APPLICABLE, 0),
            // To the clauses that look at numbers, each of these is open.
            Cell::Contested | Cell::Decimal(_) | Cell::Other => (Tag::OTHER, 0),
            Cell::Boolean(value) => (Tag::BOOLEAN, value.into()),
            Cell::Code(code) => (Tag::CODE, code.into()),
            Cell::Integer(number) => (Tag::INTEGER, number),
            Cell::Day(day) => (Tag::DAY, days(day)),
            Cell::Instant(time) => (Tag::INSTANT, nanoseconds(time)),
            Cell::Set(mask) => {
                let tag = if mask.complete { Tag::SET } else { Tag::SET_SO_FAR };
                (tag, mask.has.cast_signed())
            }
        };
        Self { word, tag }
    }
}

/// A moment as a number, where it is one that the numbers tell from its neighbours.
pub(super) fn number(at: At) -> Option<i64> {
    match at {
        At::Day(day) => Some(days(day)),
        At::Instant(time) => time.timestamp_nanos_opt(),
    }
}

#[inline]
fn days(day: NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce())
}

/// Instants before and after all that can be told apart are before and after all that rules name.
#[inline]
fn nanoseconds(time: Time) -> i64 {
    // A leap second is the last moment of its minute.
    let fraction = i64::from(time.timestamp_subsec_nanos().min(999_999_999));
    time.timestamp().saturating_mul(1_000_000_000).saturating_add(fraction)
}

impl Program {
    /// A code of a fact, to be set in many rows.
    pub fn code(&self, slot: Slot, code: &Symbol) -> Code {
        let number = self.places.get(slot.0).map_or(u32::MAX, |place| place.number(code));
        Code { number, code: code.clone() }
    }

    /// A set of codes of a fact, to be set in many rows.
    pub fn codes(&self, slot: Slot, codes: Codes) -> CodeSet {
        let cell = self.places.get(slot.0).map_or(Cell::Other, |place| place.set(&codes));
        CodeSet { cell, codes }
    }
}

impl Row {
    pub(super) fn new(places: &[Place]) -> Self {
        Self {
            more: places.iter().any(|place| place.cells || place.keeps),
            spots: vec![Spot::MISSING; places.len()],
            cells: vec![Cell::Missing; places.len()],
            kept: vec![Fact::Missing; places.len()],
            needs: places.iter().map(|place| Needs { cell: place.cells, whole: place.keeps }).collect(),
        }
    }

    /// Makes every fact missing again.
    #[inline]
    pub fn clear(&mut self) {
        self.spots.fill(Spot::MISSING);
        if self.more {
            self.clear_more();
        }
    }

    fn clear_more(&mut self) {
        for (nth, needs) in self.needs.iter().enumerate() {
            if needs.cell
                && let Some(cell) = self.cells.get_mut(nth)
            {
                *cell = Cell::Missing;
            }
            if needs.whole
                && let Some(kept) = self.kept.get_mut(nth)
            {
                *kept = Fact::Missing;
            }
        }
    }

    /// Takes every fact that the program reads from a source.
    pub fn fill(&mut self, program: &Program, facts: &dyn FactSource) {
        for (nth, place) in program.places.iter().enumerate() {
            let fact = facts.fact(&place.key);
            self.put_cell(Slot(nth), place.cell(&fact), || fact.into_owned());
        }
    }

    /// Sets a fact, of whatever kind.
    pub fn put(&mut self, program: &Program, slot: Slot, fact: &Fact) {
        let cell = program.places.get(slot.0).map_or(Cell::Missing, |place| place.cell(fact));
        self.put_cell(slot, cell, || fact.clone());
    }

    /// Sets a fact that is yes or no.
    #[inline]
    pub fn set_boolean(&mut self, slot: Slot, value: bool) {
        self.put_cell(slot, Cell::Boolean(value), || Fact::known(value));
    }

    /// Sets a fact that is a code.
    #[inline]
    pub fn set_code(&mut self, slot: Slot, code: &Code) {
        self.put_cell(slot, Cell::Code(code.number), || Fact::known(code.code.clone()));
    }

    /// Sets a fact that is a set of codes.
    #[inline]
    pub fn set_codes(&mut self, slot: Slot, codes: &CodeSet) {
        self.put_cell(slot, codes.cell, || Fact::known(codes.codes.clone()));
    }

    /// Sets a fact that is a whole number.
    #[inline]
    pub fn set_integer(&mut self, slot: Slot, number: i64) {
        self.put_cell(slot, Cell::Integer(number), || Fact::known(number));
    }

    /// Sets a fact that is a decimal number.
    #[inline]
    pub fn set_decimal(&mut self, slot: Slot, number: Decimal) {
        self.put_cell(slot, Cell::Decimal(number), || Fact::known(number));
    }

    /// Sets a fact that is a day.
    #[inline]
    pub fn set_day(&mut self, slot: Slot, day: NaiveDate) {
        self.put_cell(slot, Cell::Day(day), || Fact::known(day));
    }

    /// Sets a fact that is an instant.
    #[inline]
    pub fn set_instant(&mut self, slot: Slot, time: Time) {
        self.put_cell(slot, Cell::Instant(time), || Fact::known(Value::Instant(time)));
    }

    #[inline]
    fn put_cell(&mut self, slot: Slot, cell: Cell, fact: impl FnOnce() -> Fact) {
        if let Some(spot) = self.spots.get_mut(slot.0) {
            *spot = Spot::of(cell);
        }
        if self.more {
            self.put_more(slot, cell, fact);
        }
    }

    fn put_more(&mut self, slot: Slot, cell: Cell, fact: impl FnOnce() -> Fact) {
        let Some(needs) = self.needs.get(slot.0) else { return };
        if needs.cell
            && let Some(place) = self.cells.get_mut(slot.0)
        {
            *place = cell;
        }
        if needs.whole
            && let Some(kept) = self.kept.get_mut(slot.0)
        {
            *kept = fact();
        }
    }

    #[inline]
    pub(super) fn spot(&self, slot: usize) -> Spot {
        self.spots.get(slot).copied().unwrap_or(Spot::MISSING)
    }

    #[inline]
    pub(super) fn cell(&self, slot: usize) -> Cell {
        self.cells.get(slot).copied().unwrap_or(Cell::Missing)
    }
}

/// The facts a row keeps whole, by key.
pub(super) struct Kept<'r> {
    pub(super) row: &'r Row,
    pub(super) places: &'r [Place],
}
impl FactSource for Kept<'_> {
    fn fact(&self, key: &FactKey) -> Cow<'_, Fact> {
        let place = self.places.binary_search_by(|place| place.key.cmp(key)).ok();
        place.and_then(|nth| self.row.kept.get(nth)).map_or(Cow::Owned(Fact::Missing), Cow::Borrowed)
    }
}
