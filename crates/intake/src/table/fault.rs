//! One fault of a row, until it is said as a diagnostic.

use std::ops::Range;
use std::sync::Arc;

use super::split::position;
use crate::{Diagnostic, Place, Source};

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) spot: Spot,
    pub(super) message: String,
    pub(super) help: Option<String>,
    /// The name of the column, or nothing.
    pub(super) path: String,
    pub(super) private: bool,
    pub(super) related: Option<(Spot, &'static str)>,
}

/// A place in a table whose bytes may be gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) line: u64,
    /// The column in characters, from 1, and how many characters.
    pub(super) columns: Option<(u64, u64)>,
}

impl Spot {
    /// A whole line.
    pub(super) const fn line(line: u64) -> Self {
        Self { line, columns: None }
    }

    /// Bytes of a record that begins in a line.
    pub(super) fn of(record: &str, line: u64, bytes: Range<usize>) -> Self {
        let chars = record.get(bytes.clone()).unwrap_or_default().chars().take_while(|c| *c != '\n').count();
        let (line, column) = position(record, line, bytes.start);
        Self { line, columns: Some((column, u64::try_from(chars).unwrap_or(u64::MAX))) }
    }

    /// The place, in a text that may be shown if there is one.
    pub(super) fn place(self, file: &Arc<str>, source: Option<&Source>) -> Place {
        let known = source.and_then(|source| {
            let (column, chars) = self.columns?;
            let line = source.line(self.line);
            let text = source.text().get(line.clone())?;
            let byte = |chars: u64| {
                let nth = usize::try_from(chars).unwrap_or(usize::MAX);
                line.start + text.char_indices().nth(nth).map_or(text.len(), |(at, _)| at)
            };
            let place = source.place(byte(column - 1)..byte(column - 1 + chars.max(1)));
            // Lines may have been told apart by other ends.
            (place.line() == Some(self.line) && place.column() == Some(column)).then_some(place)
        });
        let column = self.columns.map(|(column, _)| column);
        known.unwrap_or_else(|| Place::line_of(Arc::clone(file), self.line, column))
    }
}

impl Fault {
    /// A fault of a row that is of no column.
    pub(super) fn new(spot: Spot, message: impl Into<String>) -> Self {
        Self { spot, message: message.into(), help: None, path: String::new(), private: false, related: None }
    }

    pub(super) fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    pub(super) fn diagnostic(&self, file: &Arc<str>, source: Option<&Source>) -> Diagnostic {
        let place = self.spot.place(file, source).with_path(self.path.as_str());
        let mut diagnostic = Diagnostic::error(self.message.as_str()).at(place);
        if let Some(help) = &self.help {
            diagnostic = diagnostic.help(help.as_str());
        }
        if let Some((spot, message)) = &self.related {
            diagnostic = diagnostic.related(spot.place(file, source), *message);
        }
        diagnostic
    }
}
