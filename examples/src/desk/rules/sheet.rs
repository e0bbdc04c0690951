//! How much of an answer is shown, and how it is laid out.

use comfy_table::Table;

use crate::academy::sheet::Layout as Page;

/// How much of an answer a screen has room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Columns of the screen.
    pub width: u16,
    /// Rows of a table of people; those beyond are counted.
    pub rows: usize,
}

/// Tables with more rows get no widths that fit them best: nobody reads them row by row, and it takes long.
const FITTED: usize = 1_000;

impl Layout {
    /// So wide, and no longer than what somebody reads to its end.
    pub const fn wide(width: u16) -> Self {
        Self { width, rows: 50 }
    }

    /// The same with room for everybody, if they are asked for.
    pub(super) const fn showing(self, all: bool) -> Self {
        Self { rows: if all { usize::MAX } else { self.rows }, ..self }
    }

    /// A table with a header.
    pub(super) fn table(self, header: impl IntoIterator<Item = String>) -> Table {
        self.page().table(header)
    }

    /// The table, as wide as it need be, with the lines of its first column kept whole.
    pub(super) fn shown(self, table: Table) -> String {
        if table.row_count() > FITTED {
            return table.to_string();
        }
        self.page().shown_keeping(table, Some(0)).trim_end().to_owned()
    }

    /// A text whose lines fit the screen, those of an item indented after its dash, and as deep as the dash.
    pub(super) fn wrapped(self, text: &str) -> String {
        let lines = text.lines().map(|line| {
            let (deep, said) = line.split_at(line.len() - line.trim_start_matches(' ').len());
            match said.strip_prefix("– ") {
                Some(item) => self.page().item(&format!("{deep}–"), item),
                None if line.is_empty() => "\n".to_owned(),
                None => self.page().prose(line),
            }
        });
        lines.collect::<String>().trim_end().to_owned()
    }

    const fn page(self) -> Page {
        Page { width: self.width, styled: false }
    }
}

/// A count for words.
pub(super) fn counted(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_stand_as_deep_as_their_dashes() {
        let told = "Why:\n– one of several\n  – the first of two\n    – a part\n\nSo it is.";
        let wrapped = "Why:\n  – one of several\n    – the first of\n      two\n      – a part\n\nSo it is.";
        assert_eq!(Layout::wide(19).wrapped(told), wrapped);
    }
}
