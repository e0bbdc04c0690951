//! One applicant's facts, flat.

use std::borrow::Cow;

use chrono::NaiveDate;
use guildhall_kernel::Time;
use rust_decimal::Decimal;

use super::cell::Cell;
use super::{Code, CodeSet, Place, Program, Slot};
use crate::{Codes, Fact, FactKey, FactSource, Symbol, Value};

/// The facts of one applicant, as a [`Program`] reads them. One is enough for any number of applicants.
///
/// What a predicate reads, and what is compared as a whole (periods, records), the row keeps as a
/// [`Fact`]; the rest is a typed cell.
#[derive(Clone, Debug)]
pub struct Row {
    pub(super) cells: Vec<Cell>,
    /// The facts that are kept whole; the others stay missing here.
    pub(super) kept: Vec<Fact>,
    keeps: Vec<bool>,
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
            cells: vec![Cell::Missing; places.len()],
            kept: vec![Fact::Missing; places.len()],
            keeps: places.iter().map(|place| place.keeps).collect(),
        }
    }

    /// Makes every fact missing again.
    pub fn clear(&mut self) {
        self.cells.fill(Cell::Missing);
        for (kept, keeps) in self.kept.iter_mut().zip(&self.keeps) {
            if *keeps {
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
        if let Some(place) = self.cells.get_mut(slot.0) {
            *place = cell;
        }
        if self.keeps.get(slot.0) == Some(&true)
            && let Some(kept) = self.kept.get_mut(slot.0)
        {
            *kept = fact();
        }
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
