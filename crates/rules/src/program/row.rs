//! One applicant's facts, as what they answer.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use guildhall_kernel::Time;
use rust_decimal::Decimal;

use super::cell::Cell;
use super::look::{self, Answers, Shape};
use super::quick::Bits;
use super::{Code, CodeSet, Compiled, Place, Program, Slot};
use crate::{Codes, Fact, FactKey, FactSource, Symbol, Value};

/// The facts of one applicant, as a [`Program`] reads them. One is enough for any number of applicants.
///
/// A fact answers the questions about it when it is set, and the row keeps the answers. The fact itself it
/// keeps only where something is to be compared with another fact, as a typed cell, or as a whole (periods,
/// records, what a predicate reads), as a [`Fact`].
#[derive(Clone)]
pub struct Row {
    pub(super) program: Arc<Compiled>,
    /// What the facts answer.
    pub(super) bits: Bits,
    /// Elsewhere in memory, so that the bits stay in registers while fact after fact is set.
    more: Option<Box<More>>,
}

/// What a row has of the facts beside their answers.
#[derive(Clone)]
struct More {
    /// Those that something looks at; the others stay missing here.
    cells: Vec<Cell>,
    /// The facts that are kept whole; the others stay missing here.
    kept: Vec<Fact>,
}

impl Program {
    /// A code of a fact, to be set in many rows of this program.
    pub fn code(&self, slot: Slot, code: &Symbol) -> Code {
        let number = self.0.places.get(slot.0).map_or(u32::MAX, |place| place.number(code));
        let (direct, answers) = self.0.direct(slot, Cell::Code(number));
        Code { program: Arc::clone(&self.0), slot, number, code: code.clone(), direct, answers }
    }

    /// A set of codes of a fact, to be set in many rows of this program.
    pub fn codes(&self, slot: Slot, codes: Codes) -> CodeSet {
        let cell = self.0.places.get(slot.0).map_or(Cell::Other, |place| place.set(&codes));
        let (direct, answers) = self.0.direct(slot, cell);
        CodeSet { program: Arc::clone(&self.0), slot, cell, codes, direct, answers }
    }
}

impl Compiled {
    /// What a cell answers, and the slot if that is all a row has to know.
    fn direct(&self, slot: Slot, cell: Cell) -> (Slot, Answers) {
        match self.places.get(slot.0) {
            Some(place) if !place.cells && !place.keeps => (slot, place.look.answers(&self.atoms, cell)),
            _ => (Slot::NONE, Answers::NONE),
        }
    }

    /// Asks every question one by one, and keeps what is to be kept.
    #[cold]
    fn answers(
        &self,
        more: Option<&mut More>,
        slot: Slot,
        cell: Cell,
        fact: impl FnOnce() -> Fact,
    ) -> Answers {
        let Some(place) = self.places.get(slot.0) else { return Answers::NONE };
        if let Some(more) = more {
            if place.cells
                && let Some(old) = more.cells.get_mut(slot.0)
            {
                *old = cell;
            }
            if place.keeps
                && let Some(old) = more.kept.get_mut(slot.0)
            {
                *old = fact();
            }
        }
        place.look.answers(&self.atoms, cell)
    }

    #[inline]
    fn shape(&self, slot: Slot) -> Option<&Shape> {
        self.places.get(slot.0).map(|place| &place.look.shape)
    }
}

impl Row {
    pub(super) fn new(program: &Arc<Compiled>) -> Self {
        let more = program.places.iter().any(|place| place.cells || place.keeps).then(|| {
            let places = program.places.len();
            Box::new(More { cells: vec![Cell::Missing; places], kept: vec![Fact::Missing; places] })
        });
        Self { program: Arc::clone(program), bits: program.missing, more }
    }

    /// Makes every fact missing again.
    #[inline]
    pub fn clear(&mut self) {
        self.bits = self.program.missing;
        if let Some(more) = &mut self.more {
            more.clear();
        }
    }

    /// Takes every fact that a program reads from a source. From now on the row is one of that program.
    pub fn fill(&mut self, program: &Program, facts: &dyn FactSource) {
        if !Arc::ptr_eq(&self.program, &program.0) {
            *self = program.row();
        }
        for (nth, place) in program.0.places.iter().enumerate() {
            let fact = facts.fact(&place.key);
            self.put_cell(Slot(nth), place.cell(&fact), || fact.into_owned());
        }
    }

    /// Sets a fact, of whatever kind.
    pub fn put(&mut self, slot: Slot, fact: &Fact) {
        let cell = self.program.places.get(slot.0).map_or(Cell::Missing, |place| place.cell(fact));
        self.put_cell(slot, cell, || fact.clone());
    }

    /// Sets a fact that is yes or no.
    #[inline]
    pub fn set_boolean(&mut self, slot: Slot, value: bool) {
        match self.program.shape(slot) {
            // Looked up, as a branch would be guessed wrong for every other applicant.
            Some(Shape::Boolean(both)) => {
                self.bits.take(both.get(usize::from(value)).copied().unwrap_or(Answers::NONE));
            }
            _ => self.put_cell(slot, Cell::Boolean(value), move || Fact::known(value)),
        }
    }

    /// Sets a fact that is a code; at once where it was looked up for this fact and program.
    #[inline]
    pub fn set_code(&mut self, slot: Slot, code: &Code) {
        if code.direct == slot && self.is_of(&code.program) {
            self.bits.take(code.answers);
        } else {
            self.put_code(slot, code);
        }
    }

    /// Sets a fact that is a set of codes; at once where it was looked up for this fact and program.
    #[inline]
    pub fn set_codes(&mut self, slot: Slot, codes: &CodeSet) {
        if codes.direct == slot && self.is_of(&codes.program) {
            self.bits.take(codes.answers);
        } else {
            self.put_codes(slot, codes);
        }
    }

    #[inline]
    fn is_of(&self, program: &Arc<Compiled>) -> bool {
        Arc::ptr_eq(&self.program, program)
    }

    /// A code that was looked up for another place has another number here.
    #[inline(never)]
    fn put_code(&mut self, slot: Slot, code: &Code) {
        let number = match self.program.places.get(slot.0) {
            Some(place) if code.slot != slot || !self.is_of(&code.program) => place.number(&code.code),
            _ => code.number,
        };
        self.put_cell(slot, Cell::Code(number), || Fact::known(code.code.clone()));
    }

    #[inline(never)]
    fn put_codes(&mut self, slot: Slot, codes: &CodeSet) {
        let cell = match self.program.places.get(slot.0) {
            Some(place) if codes.slot != slot || !self.is_of(&codes.program) => place.set(&codes.codes),
            _ => codes.cell,
        };
        self.put_cell(slot, cell, || Fact::known(codes.codes.clone()));
    }

    /// Sets a fact that is a whole number.
    #[inline]
    pub fn set_integer(&mut self, slot: Slot, number: i64) {
        match self.program.shape(slot) {
            Some(Shape::Integer(between)) => self.bits.take(between.answers(number)),
            _ => self.put_cell(slot, Cell::Integer(number), move || Fact::known(number)),
        }
    }

    /// Sets a fact that is a decimal number.
    pub fn set_decimal(&mut self, slot: Slot, number: Decimal) {
        self.put_cell(slot, Cell::Decimal(number), move || Fact::known(number));
    }

    /// Sets a fact that is a day.
    #[inline]
    pub fn set_day(&mut self, slot: Slot, day: NaiveDate) {
        match self.program.shape(slot) {
            Some(Shape::Day(between)) => self.bits.take(between.answers(look::day(day))),
            _ => self.put_cell(slot, Cell::Day(day), move || Fact::known(day)),
        }
    }

    /// Sets a fact that is an instant.
    #[inline]
    pub fn set_instant(&mut self, slot: Slot, time: Time) {
        match self.program.shape(slot) {
            Some(Shape::Instant(between)) => self.bits.take(between.answers(look::instant(time))),
            _ => self.put_cell(slot, Cell::Instant(time), move || Fact::known(Value::Instant(time))),
        }
    }

    #[inline]
    fn put_cell(&mut self, slot: Slot, cell: Cell, fact: impl FnOnce() -> Fact) {
        let answers = self.program.answers(self.more.as_deref_mut(), slot, cell, fact);
        self.bits.take(answers);
    }

    pub(super) fn cells(&self) -> &[Cell] {
        self.more.as_ref().map_or(&[], |more| &more.cells)
    }

    pub(super) fn kept(&self, slot: usize) -> Option<&Fact> {
        self.more.as_ref()?.kept.get(slot)
    }
}

impl More {
    fn clear(&mut self) {
        self.cells.fill(Cell::Missing);
        self.kept.fill(Fact::Missing);
    }
}

/// Whose facts these are is nobody's business who reads a log.
impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Row").field("rule", &self.program.rule).finish_non_exhaustive()
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
        place.and_then(|nth| self.row.kept(nth)).map_or(Cow::Owned(Fact::Missing), Cow::Borrowed)
    }
}
