//! Finds out what stands between the columns of a table and which of them is which.

use std::ops::Range;

use super::write::row;
use super::{Column, ColumnId, Columns, Separator};
use crate::nearest::nearest;

/// Heads the lines in a file of bad rows.
pub(super) const LINE: &str = "!line";
/// Heads the reasons in a file of bad rows.
pub(super) const REASONS: &str = "!reasons";
/// Of so many words one is known by chance.
const STRANGE: usize = 5;

/// Which cell of a row belongs to which column.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    /// By declared column, the cell.
    cells: Vec<Option<usize>>,
    /// The words of the header, without what a file of bad rows adds.
    pub(super) words: Vec<String>,
    /// How many cells are passed over at the beginning.
    pub(super) added: usize,
}

/// One thing wrong with a header.
#[derive(Debug)]
pub(super) struct HeaderFault {
    pub(super) message: String,
    pub(super) help: Option<String>,
    /// The cell of the header.
    pub(super) cell: Option<usize>,
    /// Another cell of it, and what is there.
    pub(super) other: Option<usize>,
}

impl Layout {
    /// Where the cells of a column stand in a row.
    pub(super) fn cell(&self, column: ColumnId) -> Option<usize> {
        self.cells.get(column.0).copied().flatten()
    }

    /// How many cells a row has, what a file of bad rows adds included.
    pub(super) fn width(&self) -> usize {
        self.added + self.words.len()
    }

    /// The word that heads a column, as the officer wrote it.
    pub(super) fn word(&self, cell: usize) -> &str {
        cell.checked_sub(self.added)
            .and_then(|nth| self.words.get(nth))
            .map(String::as_str)
            .unwrap_or_default()
    }

    pub(super) fn read<'t>(
        columns: &Columns,
        words: impl Iterator<Item = &'t str>,
    ) -> (Self, Vec<HeaderFault>) {
        let mut words: Vec<String> = words.map(str::to_owned).collect();
        // Spreadsheets write separators after the last column.
        while words.last().is_some_and(String::is_empty) {
            words.pop();
        }
        let added = match words.get(..2) {
            Some([line, reasons]) if line == LINE && reasons == REASONS => 2,
            _ => 0,
        };
        words.drain(..added);
        let mut layout = Self { cells: vec![None; columns.iter().count()], words, added };
        let faults = layout.resolve(columns);
        (layout, faults)
    }

    fn resolve(&mut self, columns: &Columns) -> Vec<HeaderFault> {
        let mut faults = Vec::new();
        let mut unknown = Vec::new();
        for (nth, word) in self.words.iter().enumerate() {
            let cell = nth + self.added;
            let Some(column) = columns.headed(word) else {
                unknown.push((cell, word));
                continue;
            };
            match self.cells.get_mut(column.0) {
                Some(Some(first)) => faults.push(HeaderFault {
                    message: format!("the column `{}` stands here again", columns.name(column)),
                    help: Some("leave out one of them".to_owned()),
                    cell: Some(cell),
                    other: Some(*first),
                }),
                Some(place) => *place = Some(cell),
                None => {}
            }
        }
        let mut missing: Vec<(usize, &str)> =
            columns.iter().map(|column| column.name()).enumerate().collect();
        missing.retain(|(index, _)| self.cells.get(*index).is_some_and(Option::is_none));
        let strange = unknown.len();
        let mut meant_words = 0;
        for (cell, word) in unknown {
            let candidates = missing.iter().filter_map(|(index, _)| columns.get(ColumnId(*index)));
            let meant = nearest(word, candidates.flat_map(|column| column.words()));
            let index = meant.and_then(|meant| columns.headed(meant)).map(|column| column.0);
            missing.retain(|(missing, _)| Some(*missing) != index);
            meant_words += usize::from(meant.is_some());
            faults.push(unknown_column(columns, cell, word, meant));
        }
        let required =
            |(index, _): &(usize, &str)| columns.get(ColumnId(*index)).is_some_and(Column::is_required);
        // Where next to nothing is understood, a fault for each word would hide the one mistake.
        let understood = self.words.len() - strange + meant_words;
        if missing.iter().any(required) && understood * STRANGE <= self.words.len() {
            let how_many = if understood == 0 { "no" } else { "hardly any" };
            return vec![HeaderFault {
                message: format!(
                    "{how_many} column of this header is known: the header is missing, or this is another table"
                ),
                help: Some(expected(columns)),
                cell: None,
                other: None,
            }];
        }
        for (index, name) in missing {
            if columns.get(ColumnId(index)).is_some_and(|column| column.is_required()) {
                faults.push(HeaderFault {
                    message: format!("the column `{name}` is missing"),
                    help: None,
                    cell: None,
                    other: None,
                });
            }
        }
        faults
    }
}

fn unknown_column(columns: &Columns, cell: usize, word: &str, meant: Option<&str>) -> HeaderFault {
    let ordinal = cell + 1;
    // A table about people may have come without a header: its first line then has somebody in it (C5).
    let what = match meant {
        _ if word.is_empty() => format!("column {ordinal} has no name"),
        None if columns.is_private() => format!("column {ordinal} is unknown"),
        _ => format!("the column `{word}` is unknown"),
    };
    let help = match meant {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => expected(columns),
    };
    HeaderFault { message: what, help: Some(help), cell: Some(cell), other: None }
}

/// What the header may have.
fn expected(columns: &Columns) -> String {
    let names: Vec<_> = columns.iter().map(|column| format!("`{}`", column.name())).collect();
    format!("expected {}", names.join(", "))
}

/// How well a separator explains a header: columns that are known, then cells.
pub(super) fn score<'t>(columns: &Columns, words: impl Iterator<Item = &'t str>) -> (usize, usize) {
    let (mut known, mut cells) = (0, 0);
    for word in words {
        known += usize::from(columns.headed(word).is_some());
        cells += 1;
    }
    (known, cells)
}

/// The separator that a first line `sep=;` names, as spreadsheets write for each other, and where it ends.
pub(super) fn hint(bytes: &[u8]) -> Option<(Separator, Range<usize>)> {
    let rest = bytes.get(..4).filter(|begin| begin.eq_ignore_ascii_case(b"sep=")).and(bytes.get(4..))?;
    let separator = Separator::ALL.into_iter().find(|one| rest.first() == Some(&one.byte()))?;
    matches!(rest.get(1), None | Some(b'\r' | b'\n')).then_some((separator, 0..5))
}

/// An example of a header, for a table without any.
pub(super) fn example(columns: &Columns) -> String {
    let mut text = String::new();
    row(&mut text, Separator::Semicolon, columns.iter().map(|column| column.name()));
    text.trim_end().to_owned()
}
