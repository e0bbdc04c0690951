//! The rows of a table once it is read, and those that could not be: these go back to the officer as a
//! table.

use std::fmt;
use std::sync::Arc;

use super::header::{LINE, REASONS};
use super::places::Places;
use super::write::{guarded, row};
use super::{ColumnId, Format, Separator};
use crate::{Diagnostic, Diagnostics, Place, Source};

/// A row and the line of the table it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "a row is a line and what it says")]
pub struct Row<T> {
    /// The line in which it begins, from 1; the header is line 1, as a rule.
    pub line: u64,
    /// What it says.
    pub value: T,
}

/// Every row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows<T> {
    pub(super) file: Arc<str>,
    pub(super) format: Format,
    pub(super) rows: Vec<Row<T>>,
    pub(super) places: Option<Places>,
}

impl<T> Rows<T> {
    /// How the table is written.
    pub const fn format(&self) -> Format {
        self.format
    }

    /// The rows, in the order of the table.
    pub fn iter(&self) -> std::slice::Iter<'_, Row<T>> {
        self.rows.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Where a row stands, for what shows only when it is compared with something else.
    pub fn place(&self, row: &Row<T>) -> Place {
        Place::line_of(Arc::clone(&self.file), row.line, None)
    }

    /// Where the cell of a row stands, with its line, its column and, where lines of the table may be shown,
    /// its bytes; its path is the name of the column. Of a column that the table does not have it is the line.
    /// Unless the table was [keeping places](super::Table::keeping_places), this is [`Rows::place`].
    pub fn place_of(&self, row: &Row<T>, column: ColumnId) -> Place {
        match self.places.as_ref().and_then(|places| Some((places, places.cell(row.line, column)?))) {
            Some((places, (spot, name))) => spot.place(&self.file, places.shown.as_ref()).with_path(name),
            None => self.place(row),
        }
    }

    /// The text of the table, to be [shown](Diagnostics::show) beside what is said of its cells: where places
    /// are kept, and its lines may be shown.
    pub fn source(&self) -> Option<&Source> {
        self.places.as_ref()?.shown.as_ref()
    }

    /// The rows alone.
    pub fn into_vec(self) -> Vec<Row<T>> {
        self.rows
    }
}
impl<T> IntoIterator for Rows<T> {
    type Item = Row<T>;
    type IntoIter = std::vec::IntoIter<Row<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.rows.into_iter()
    }
}
impl<'a, T> IntoIterator for &'a Rows<T> {
    type Item = &'a Row<T>;
    type IntoIter = std::slice::Iter<'a, Row<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// A row that something is wrong with.
///
/// Its cells are not shown by `Debug`: they may be about somebody (C5).
#[derive(Clone, PartialEq, Eq)]
pub struct BadRow {
    pub(super) line: u64,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) cells: Vec<String>,
    pub(super) last: bool,
    /// Whether this row is what shows that the table is not UTF-8.
    pub(super) not_utf8: bool,
}

impl BadRow {
    /// The line in which it begins.
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// What is wrong with it: at least one thing.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Whether the table cannot be read on: it is beyond a limit, or its source failed.
    pub const fn is_last(&self) -> bool {
        self.last
    }
}
impl fmt::Debug for BadRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BadRow").field("line", &self.line).field("diagnostics", &self.diagnostics).finish()
    }
}

/// The good rows of a table, what is wrong with the others, and the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Good<T> {
    pub(super) rows: Rows<T>,
    pub(super) said: Diagnostics,
    pub(super) bad: BadRows,
}

impl<T> Good<T> {
    /// The rows nothing is wrong with.
    pub const fn rows(&self) -> &Rows<T> {
        &self.rows
    }

    /// What is wrong with the others.
    pub const fn diagnostics(&self) -> &Diagnostics {
        &self.said
    }

    /// The others.
    pub const fn bad(&self) -> &BadRows {
        &self.bad
    }

    /// All three.
    pub fn into_parts(self) -> (Rows<T>, Diagnostics, BadRows) {
        (self.rows, self.said, self.bad)
    }
}

/// Rows that something is wrong with, to be given back to the officer as a table.
#[derive(Clone, PartialEq, Eq)]
pub struct BadRows {
    pub(super) separator: Separator,
    pub(super) header: Vec<String>,
    pub(super) rows: Vec<BadRow>,
}

impl BadRows {
    /// The rows, in the order of the table.
    pub fn iter(&self) -> std::slice::Iter<'_, BadRow> {
        self.rows.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether nothing is wrong with any row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows as a table in UTF-8 with a byte order mark: the columns as they were headed and with what
    /// stood between them, and before them the line of each row (`!line`) and everything that is wrong with
    /// it (`!reasons`). Mended, it can be read in place of the first; these two columns are then passed over.
    ///
    /// Cells of private columns stand in it: it is the officer's own table that goes back to them, and it
    /// is kept as that table is. What a spreadsheet would run as a formula gets an apostrophe before it,
    /// which is taken off when the file is read again. A row that was beyond a limit is there by its line
    /// and reason alone.
    pub fn to_csv(&self) -> Vec<u8> {
        let mut text = String::from("\u{feff}");
        let header = [LINE, REASONS].into_iter().chain(self.header.iter().map(String::as_str));
        row(&mut text, self.separator, header);
        for bad in &self.rows {
            let reasons: Vec<String> = bad.diagnostics.iter().map(reason).collect();
            let cells = bad.cells.iter().map(|cell| guarded(cell));
            let missing = self.header.len().saturating_sub(bad.cells.len());
            let line: Vec<String> = [bad.line.to_string(), guarded(&reasons.join("; "))]
                .into_iter()
                .chain(cells)
                .chain(std::iter::repeat_n(String::new(), missing))
                .collect();
            row(&mut text, self.separator, line.iter().map(String::as_str));
        }
        text.into_bytes()
    }
}
impl fmt::Debug for BadRows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BadRows").field("rows", &self.rows).finish_non_exhaustive()
    }
}
impl<'a> IntoIterator for &'a BadRows {
    type Item = &'a BadRow;
    type IntoIter = std::slice::Iter<'a, BadRow>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

fn reason(diagnostic: &Diagnostic) -> String {
    match diagnostic.suggestion() {
        Some(help) => format!("{} ({help})", diagnostic.message()),
        None => diagnostic.message().to_owned(),
    }
}
