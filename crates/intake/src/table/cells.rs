//! The cells of one row, read by column, while every fault of the row is noted.
//!
//! Guards C5: of a private column nothing is repeated, whatever an error says.

use std::any::Any;
use std::fmt::Display;
use std::num::{IntErrorKind, ParseFloatError, ParseIntError};
use std::str::{FromStr, ParseBoolError};

use super::fault::{Fault, Spot};
use super::header::Layout;
use super::split::Split;
use super::write::bare;
use super::{ColumnId, Columns};
use crate::nearest::nearest;

/// The cells of one row of a table.
///
/// A reader asks for its cells one by one, keeps what it gets and puts it together with `?` in the end:
/// so every fault of the row is noted, not the first alone. The text of a cell is what stands there,
/// without spaces around it.
#[derive(Debug)]
pub struct Cells<'r> {
    pub(super) columns: &'r Columns,
    pub(super) layout: &'r Layout,
    pub(super) row: RowText<'r>,
    pub(super) faults: Vec<Fault>,
}

/// The text of one row.
#[derive(Clone, Copy)]
pub(super) struct RowText<'r> {
    pub(super) record: &'r str,
    pub(super) split: &'r Split,
    pub(super) line: u64,
}
impl std::fmt::Debug for RowText<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}", self.line)
    }
}

impl RowText<'_> {
    /// Where a cell stands.
    pub(super) fn spot(&self, cell: usize) -> Spot {
        let (from, to) = (self.split.begin(self.record, cell), self.split.end(self.record, cell));
        Spot::of(self.record, self.line, from..to)
    }
}

impl<'r> Cells<'r> {
    /// The line in which the row begins, from 1.
    pub const fn line(&self) -> u64 {
        self.row.line
    }

    /// Whether the table has this column.
    pub fn has(&self, column: ColumnId) -> bool {
        self.layout.cell(column).is_some()
    }

    /// The text of a cell: nothing, if the table does not have the column.
    pub fn text(&self, column: ColumnId) -> &'r str {
        let Some(cell) = self.layout.cell(column) else { return "" };
        let text = self.row.split.text(self.row.record, cell);
        if self.layout.added > 0 { bare(text) } else { text }
    }

    /// The text of a cell that must not be empty.
    pub fn filled(&mut self, column: ColumnId) -> Option<&'r str> {
        let text = self.text(column);
        if text.is_empty() {
            self.refuse_plainly(column, "expected a text, found nothing");
            return None;
        }
        Some(text)
    }

    /// The value of a cell; what is no such value is noted.
    pub fn value<T: FromStr<Err: Display + 'static>>(&mut self, column: ColumnId) -> Option<T> {
        self.parsed(column, |text| text.parse())
    }

    /// The value of a cell that may be empty: nothing inside, if it is.
    pub fn optional<T: FromStr<Err: Display + 'static>>(&mut self, column: ColumnId) -> Option<Option<T>> {
        if self.text(column).is_empty() { Some(None) } else { self.value(column).map(Some) }
    }

    /// The value of a cell, by a function that makes one of its text.
    pub fn parsed<T, E: Display + 'static>(
        &mut self,
        column: ColumnId,
        parse: impl FnOnce(&'r str) -> Result<T, E>,
    ) -> Option<T> {
        let text = self.text(column);
        if text.is_empty() {
            // What a parser says about nothing is seldom that nothing is there.
            return parse(text)
                .map_err(|_| self.refuse_plainly(column, "expected a value, found nothing"))
                .ok();
        }
        parse(text).map_err(|error| self.refuse(column, in_words(&error))).ok()
    }

    /// The value of a cell as [`Cells::value`]; where it is none, the nearest of the words that are known is
    /// suggested.
    pub fn value_of<'k, T: FromStr<Err: Display + 'static>>(
        &mut self,
        column: ColumnId,
        known: impl IntoIterator<Item = &'k str>,
    ) -> Option<T> {
        let value = self.value(column);
        if value.is_none() {
            self.suggest(column, known);
        }
        value
    }

    /// The text of a cell that must be one of the words that are known; where it is not, the nearest is
    /// suggested. `what` says what they are, such as `position`.
    pub fn known<'k>(
        &mut self,
        column: ColumnId,
        what: &'static str,
        known: impl IntoIterator<Item = &'k str> + Clone,
    ) -> Option<&'r str> {
        let text = self.filled(column)?;
        if known.clone().into_iter().any(|word| word == text) {
            return Some(text);
        }
        self.refuse(column, format_args!("`{text}` is no {what}"));
        self.suggest(column, known);
        None
    }

    /// The values in a cell, with spaces between; nothing inside for `?`, which says "not known". Every one
    /// that is no such value is noted where it stands.
    pub fn list<T: FromStr<Err: Display + 'static>>(&mut self, column: ColumnId) -> Option<Option<Vec<T>>> {
        let text = self.text(column);
        if text == "?" {
            return Some(None);
        }
        let before = self.faults.len();
        let mut values = Vec::new();
        for word in text.split_whitespace() {
            match word.parse() {
                Ok(value) => values.push(value),
                Err(error) => {
                    self.refuse(column, in_words(&error));
                    self.narrow(column, text, word);
                }
            }
        }
        (self.faults.len() == before).then_some(Some(values))
    }

    /// Notes that a cell holds something it should not. Of a private column the reason is not repeated,
    /// for it may quote the cell: see [`Cells::refuse_plainly`].
    pub fn refuse(&mut self, column: ColumnId, reason: impl Display) {
        if self.is_private(column) {
            self.refuse_plainly(column, "this cannot be read as what the column is for");
        } else {
            self.note(column, &reason);
        }
    }

    /// Notes that a cell holds something it should not, in words that stand in the program and so quote
    /// nothing: for private columns too.
    pub fn refuse_plainly(&mut self, column: ColumnId, reason: &'static str) {
        self.note(column, &reason);
    }

    /// Adds what may help to the fault that was noted last, unless it is about a private column.
    pub fn help(&mut self, help: impl Into<String>) {
        if let Some(fault) = self.faults.last_mut().filter(|fault| !fault.private) {
            fault.help = Some(help.into());
        }
    }

    fn note(&mut self, column: ColumnId, reason: &dyn Display) {
        let cell = self.layout.cell(column);
        let word = cell.map(|cell| self.layout.word(cell)).filter(|word| !word.is_empty());
        let name = self.columns.name(column);
        self.faults.push(Fault {
            spot: cell.map_or(Spot::line(self.row.line), |cell| self.row.spot(cell)),
            message: format!("column `{}`: {reason}", word.unwrap_or(name)),
            help: None,
            path: name.to_owned(),
            private: self.is_private(column),
            related: None,
        });
    }

    fn suggest<'k>(&mut self, column: ColumnId, known: impl IntoIterator<Item = &'k str>) {
        if let Some(meant) = nearest(self.text(column), known) {
            self.help(format!("did you mean `{meant}`?"));
        }
    }

    /// Points the fault that was noted last to a word of the cell.
    fn narrow(&mut self, column: ColumnId, text: &str, word: &str) {
        let cell = self.layout.cell(column);
        let begin = cell.and_then(|cell| self.row.split.text_begin(self.row.record, cell));
        // The word is a part of the text: how far it stands from its beginning is what their addresses say.
        let into = word.as_ptr().addr().saturating_sub(text.as_ptr().addr());
        if let (Some(begin), Some(fault)) = (begin, self.faults.last_mut())
            && self.row.record.get(begin + into..).is_some_and(|rest| rest.starts_with(word))
        {
            let from = begin + into;
            fault.spot = Spot::of(self.row.record, self.row.line, from..from + word.len());
        }
    }

    fn is_private(&self, column: ColumnId) -> bool {
        self.columns.get(column).is_some_and(|column| column.is_private())
    }
}

/// The standard library's errors are for programmers: an officer is told what was expected.
fn in_words<E: Display + 'static>(error: &E) -> String {
    let any: &dyn Any = error;
    if let Some(error) = any.downcast_ref::<ParseIntError>() {
        return match error.kind() {
            IntErrorKind::PosOverflow => "the number is too large",
            IntErrorKind::NegOverflow => "the number is too small",
            IntErrorKind::Zero => "the number must not be zero",
            _ => "expected a whole number",
        }
        .to_owned();
    }
    if any.is::<ParseFloatError>() {
        return "expected a number with `.` before its decimals".to_owned();
    }
    if any.is::<ParseBoolError>() {
        return "expected `true` or `false`".to_owned();
    }
    error.to_string()
}
