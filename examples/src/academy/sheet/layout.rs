//! How text is laid out for a terminal or a file.

use comfy_table::{
    Attribute, Cell, CellAlignment, ColumnConstraint, ContentArrangement, Table, Width, presets,
};

/// How text is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// Columns of the terminal.
    pub width: u16,
    /// Whether headings are set in bold.
    pub styled: bool,
}

impl Layout {
    /// A title with a rule below it.
    pub fn heading(self, title: &str) -> String {
        let lines = self.broken(title, "");
        let longest = lines.iter().map(|line| line.chars().count()).max().unwrap_or_default();
        let (title, rule) = (lines.join("\n"), "─".repeat(longest));
        if self.styled {
            format!("\u{1b}[1m{title}\u{1b}[0m\n{rule}\n")
        } else {
            format!("{title}\n{rule}\n")
        }
    }

    /// A table with a header.
    pub fn table(self, header: impl IntoIterator<Item = String>) -> Table {
        let mut table = self.facts();
        table.set_header(header.into_iter().map(|title| self.strong(title)));
        table
    }

    /// A table of facts, each row with its name first.
    pub fn facts(self) -> Table {
        let mut table = Table::new();
        table.load_style(presets::UTF8_FULL_CONDENSED).set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(self.width);
        table
    }

    /// What names a row or a column.
    pub fn strong(self, text: String) -> Cell {
        let cell = Cell::new(text);
        if self.styled { cell.add_attribute(Attribute::Bold) } else { cell }
    }

    /// A table with a line below it. No word is broken as long as there is room for the longest of each
    /// column.
    pub fn shown(self, table: Table) -> String {
        self.shown_keeping(table, None)
    }

    /// The same, with the lines of one column kept whole.
    pub fn shown_keeping(self, mut table: Table, whole: Option<usize>) -> String {
        let mut columns: Vec<Room> = vec![Room::default(); table.column_count()];
        for (cell, room) in table.header().into_iter().flat_map(|header| header.cell_iter()).zip(&mut columns)
        {
            room.be_called(&cell.content());
        }
        for row in table.row_iter() {
            for ((nth, cell), room) in row.cell_iter().enumerate().zip(&mut columns) {
                room.hold(&cell.content(), whole == Some(nth));
            }
        }
        let widths = widths(&columns, usize::from(self.width));
        for (column, width) in table.column_iter_mut().zip(widths) {
            let width = u16::try_from(width + PADDING).unwrap_or(self.width);
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
        }
        format!("{table}\n\n")
    }

    /// A sentence, broken into lines.
    pub fn prose(self, text: &str) -> String {
        self.broken(text, "").iter().map(|line| format!("{line}\n")).collect()
    }

    /// A sentence, every line of it after so many spaces.
    pub fn indented(self, spaces: usize, text: &str) -> String {
        let indent = " ".repeat(spaces);
        self.broken(text, &indent).iter().map(|line| format!("{indent}{line}\n")).collect()
    }

    /// A sentence of its own under another: every line indented, the mark before the first.
    pub fn item(self, mark: &str, text: &str) -> String {
        let indented = self.indented(mark.chars().count() + 3, text);
        format!("  {mark} {}", indented.trim_start())
    }

    /// The lines of a text that leave room for the indent.
    fn broken(self, text: &str, indent: &str) -> Vec<String> {
        let room = usize::from(self.width).saturating_sub(indent.chars().count());
        let mut lines: Vec<String> = Vec::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            match lines.last_mut() {
                Some(line) if line.chars().count() + 1 + word.chars().count() <= room => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }
}

/// How much room a column needs, and how much it would take.
#[derive(Clone, Copy, Default)]
struct Room {
    /// The longest word.
    least: usize,
    /// The longest line in a row.
    most: usize,
    /// The title.
    title: usize,
}

impl Room {
    fn be_called(&mut self, title: &str) {
        self.title = title.chars().count();
        self.least = self.least.max(longest_word(title));
    }

    fn hold(&mut self, content: &str, whole: bool) {
        for line in content.lines() {
            let length = line.chars().count();
            self.most = self.most.max(length);
            self.least = self.least.max(if whole { length } else { longest_word(line) });
        }
    }
}

fn longest_word(text: &str) -> usize {
    text.split(' ').map(|word| word.chars().count()).max().unwrap_or_default()
}

/// The spaces around the content of a cell.
const PADDING: usize = 2;

/// How wide each column is, its padding included. What is left after the longest words is shared out, to
/// those first that want least of it; where not even they fit, the longest of all are broken.
fn widths(columns: &[Room], width: usize) -> Vec<usize> {
    let room = width.saturating_sub(columns.len() * (PADDING + 1) + 1);
    let mut widths: Vec<usize> = columns.iter().map(|room| room.least).collect();
    while widths.iter().sum::<usize>() > room
        && let Some(widest) = widths.iter_mut().max().filter(|widest| **widest > 1)
    {
        *widest -= 1;
    }
    // A title is broken sooner than what stands under it.
    let titled = |column: &Room| column.most.max(column.title);
    let spacious = columns.iter().map(titled).sum::<usize>() <= room;
    let most = |column: &Room| if spacious { titled(column) } else { column.most };
    let mut left = room.saturating_sub(widths.iter().sum());
    let mut waiting: Vec<_> = columns.iter().map(most).zip(&mut widths).collect();
    waiting.sort_by_key(|(most, width)| most.saturating_sub(**width));
    for (waiting, (most, width)) in (1..=columns.len()).rev().zip(waiting) {
        let more = most.saturating_sub(*width).min(left / waiting);
        left -= more;
        *width += more;
    }
    widths
}

pub(super) fn cell(text: impl ToString) -> Cell {
    Cell::new(text)
}

pub(super) fn right(value: impl ToString) -> Cell {
    Cell::new(value).set_alignment(CellAlignment::Right)
}

#[cfg(test)]
mod tests {
    use super::{Layout, Room, widths};

    #[test]
    fn columns_share_the_room_and_keep_their_words_as_long_as_it_lasts() {
        let columns = [(2, 2, 0), (6, 20, 30), (9, 60, 9)];
        let columns = columns.map(|(least, most, title)| Room { least, most, title });
        // Three columns take ten for borders and spaces.
        assert_eq!(widths(&columns, 120), [2, 30, 60]);
        assert_eq!(widths(&columns, 100), [2, 20, 60]);
        assert_eq!(widths(&columns, 80), [2, 20, 48]);
        assert_eq!(widths(&columns, 40), [2, 12, 16]);
        assert_eq!(widths(&columns, 27), [2, 6, 9]);
        assert_eq!(widths(&columns, 24), [2, 6, 6]);
        assert_eq!(widths(&columns, 0), [1, 1, 1]);
    }

    #[test]
    fn a_sentence_is_broken_at_spaces_and_hangs_under_its_mark() {
        let layout = Layout { width: 16, styled: false };
        assert_eq!(
            layout.prose("Łódź leży za Lublinem, a nie przed."),
            "Łódź leży za\nLublinem, a nie\nprzed.\n"
        );
        assert_eq!(layout.item("✗", "Łódź leży za Lublinem."), "  ✗ Łódź leży za\n    Lublinem.\n");
    }
}
