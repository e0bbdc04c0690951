//! What a row has of one fact.

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use guildhall_kernel::Time;
use rust_decimal::Decimal;

use super::look::Answers;
use super::{Compiled, Place, Slot};
use crate::point::At;
use crate::{Codes, Fact, Symbol, Value};

/// A fact, flat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cell {
    Missing,
    NotApplicable,
    Contested,
    Boolean(bool),
    /// A code by its number among those the rule names.
    Code(u32),
    Integer(i64),
    Decimal(Decimal),
    Day(NaiveDate),
    Instant(Time),
    Set(Mask),
    /// Known, and nothing that a flat step looks at.
    Other,
}

/// A set: which of the codes that the rule names it has, how many in all, and whether that is all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mask {
    pub(super) has: u64,
    pub(super) count: u32,
    pub(super) complete: bool,
}

/// The number of a code that the rule does not name.
const STRANGER: u32 = u32::MAX;

/// A code, looked up once for all applicants: [`Program::code`](super::Program::code).
#[derive(Clone)]
pub struct Code {
    pub(super) program: Arc<Compiled>,
    pub(super) slot: Slot,
    pub(super) number: u32,
    pub(super) code: Symbol,
    /// The slot once more, where the answers are all that a row has to know of it.
    pub(super) direct: Slot,
    pub(super) answers: Answers,
}

/// A set of codes, looked up once for all applicants that have it:
/// [`Program::codes`](super::Program::codes).
#[derive(Clone)]
pub struct CodeSet {
    pub(super) program: Arc<Compiled>,
    pub(super) slot: Slot,
    pub(super) cell: Cell,
    pub(super) codes: Codes,
    pub(super) direct: Slot,
    pub(super) answers: Answers,
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Code").field("code", &self.code).field("slot", &self.slot).finish_non_exhaustive()
    }
}
impl fmt::Debug for CodeSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CodeSet")
            .field("codes", &self.codes)
            .field("slot", &self.slot)
            .finish_non_exhaustive()
    }
}

impl Place {
    pub(super) fn number(&self, code: &Symbol) -> u32 {
        let number = self.codes.binary_search(code).ok().and_then(|nth| u32::try_from(nth).ok());
        number.unwrap_or(STRANGER)
    }

    pub(super) fn set(&self, codes: &Codes) -> Cell {
        if !self.masks {
            return Cell::Other;
        }
        let numbers = codes.iter().map(|code| self.number(code)).filter(|number| *number < 64);
        Cell::Set(Mask {
            has: numbers.fold(0, |has, number| has | 1 << number),
            count: u32::try_from(codes.count()).unwrap_or(u32::MAX),
            complete: codes.is_complete(),
        })
    }

    pub(super) fn cell(&self, fact: &Fact) -> Cell {
        match fact {
            Fact::Missing => Cell::Missing,
            Fact::NotApplicable { .. } => Cell::NotApplicable,
            Fact::Contested { .. } => Cell::Contested,
            Fact::Known { value, .. } => self.value(value),
        }
    }

    pub(super) fn value(&self, value: &Value) -> Cell {
        match value {
            Value::Boolean(value) => Cell::Boolean(*value),
            Value::Symbol(code) => Cell::Code(self.number(code)),
            Value::Integer(number) => Cell::Integer(*number),
            Value::Decimal(number) => Cell::Decimal(*number),
            Value::Date(day) => Cell::Day(*day),
            Value::Instant(time) => Cell::Instant(*time),
            Value::Set(codes) => self.set(codes),
            Value::Period(_) | Value::Records(_) => Cell::Other,
        }
    }
}

impl Cell {
    pub(super) const fn at(self) -> Option<At> {
        match self {
            Self::Day(day) => Some(At::Day(day)),
            Self::Instant(time) => Some(At::Instant(time)),
            _ => None,
        }
    }
}
