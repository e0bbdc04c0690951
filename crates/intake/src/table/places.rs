//! Where the cells of the rows stand, kept for what shows only when a table is compared with something else.

use super::cells::RowText;
use super::fault::Spot;
use super::header::Layout;
use super::{ColumnId, Columns};
use crate::Source;

/// The spots of every row that was given, in the order of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Places {
    /// The names of the columns.
    names: Vec<String>,
    /// The line of each row: no two rows begin in one.
    lines: Vec<u64>,
    /// By row, then by column.
    spots: Vec<Spot>,
    /// The table as a whole, if its lines may be shown.
    pub(super) shown: Option<Source>,
}

impl Places {
    pub(super) fn of(columns: &Columns) -> Self {
        let names = columns.iter().map(|column| column.name().to_owned()).collect();
        Self { names, lines: Vec::new(), spots: Vec::new(), shown: None }
    }

    /// Keeps where the cells of the next row stand.
    pub(super) fn add(&mut self, row: RowText<'_>, layout: &Layout) {
        self.lines.push(row.line);
        let spot = |column| layout.cell(ColumnId(column)).map_or(Spot::line(row.line), |cell| row.spot(cell));
        self.spots.extend((0..self.names.len()).map(spot));
    }

    /// The same, of a table whose lines may be shown if its text is given.
    pub(super) fn in_text(self, shown: Option<Source>) -> Self {
        Self { shown, ..self }
    }

    /// The cell of a column in the row that begins in a line, and the name of the column.
    pub(super) fn cell(&self, line: u64, column: ColumnId) -> Option<(Spot, &str)> {
        let name = self.names.get(column.0)?;
        let row = self.lines.binary_search(&line).ok()?;
        Some((*self.spots.get(row * self.names.len() + column.0)?, name))
    }
}
