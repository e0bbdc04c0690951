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
        let mut columns = vec![Contents::default(); table.column_count()];
        for row in table.header().into_iter().chain(table.row_iter()) {
            for (cell, column) in row.cell_iter().zip(&mut columns) {
                column.cells.push(cell.content());
            }
        }
        if let Some(column) = whole.and_then(|nth| columns.get_mut(nth)) {
            column.whole = true;
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
        wrapped(text, usize::from(self.width).saturating_sub(length(indent)))
    }
}

/// What stands in a column.
#[derive(Clone, Default)]
struct Contents {
    cells: Vec<String>,
    /// Whether its lines are kept whole.
    whole: bool,
}

impl Contents {
    /// The width that breaks no word of it.
    fn least(&self) -> usize {
        let lines = self.cells.iter().flat_map(|cell| cell.lines());
        let words = lines.flat_map(|line| if self.whole { vec![line] } else { line.split(' ').collect() });
        words.map(length).max().unwrap_or_default()
    }

    /// How many lines each of its cells takes at this width.
    fn lines(&self, width: usize) -> Vec<usize> {
        let lines = |cell: &String| cell.lines().map(|line| wrapped(line, width).len()).sum();
        self.cells.iter().map(lines).collect()
    }
}

/// The spaces around the content of a cell.
const PADDING: usize = 2;

/// How wide each column is: as wide as its longest word, and from there on wider where that saves most
/// lines. Where not even the words fit, the longest of all are broken.
fn widths(columns: &[Contents], width: usize) -> Vec<usize> {
    let room = width.saturating_sub(columns.len() * (PADDING + 1) + 1);
    let mut widths: Vec<usize> = columns.iter().map(Contents::least).collect();
    while widths.iter().sum::<usize>() > room
        && let Some(widest) = widths.iter_mut().max().filter(|widest| **widest > 1)
    {
        *widest -= 1;
    }
    let mut left = room.saturating_sub(widths.iter().sum());
    // For each column the lines of its cells, as it is and by so much wider.
    let wider = |(column, width): (&Contents, &usize)| -> Vec<Vec<usize>> {
        (0..=left).map(|more| column.lines(width + more)).collect()
    };
    let lines: Vec<_> = columns.iter().zip(&widths).map(wider).collect();
    let mut grown = vec![0; columns.len()];
    while let Some((_, nth, more)) = best_step(&lines, &grown, left) {
        left -= more;
        if let Some(grown) = grown.get_mut(nth) {
            *grown += more;
        }
    }
    widths.iter().zip(grown).map(|(width, grown)| width + grown).collect()
}

/// Which column is to be wider by how much: where that saves most lines for its width, if it saves any.
fn best_step(lines: &[Vec<Vec<usize>>], grown: &[usize], left: usize) -> Option<(usize, usize, usize)> {
    let cost = |nth: usize, more: usize| {
        let cells = lines.iter().zip(grown).enumerate().filter_map(|(column, (lines, grown))| {
            lines.get(if column == nth { grown + more } else { *grown })
        });
        let mut heights: Vec<usize> = Vec::new();
        let mut all = 0;
        for column in cells {
            heights.resize(heights.len().max(column.len()), 0);
            heights.iter_mut().zip(column).for_each(|(height, lines)| *height = (*height).max(*lines));
            all += column.iter().sum::<usize>();
        }
        // A row less high counts; a cell less high may make way for it.
        heights.iter().sum::<usize>() * 10 + all
    };
    let now = cost(0, 0);
    let steps = (0..lines.len()).flat_map(|nth| (1..=left).map(move |more| (nth, more)));
    let gains = steps.map(|(nth, more)| (now.saturating_sub(cost(nth, more)) * 1000 / more, nth, more));
    gains.filter(|(gain, ..)| *gain > 0).max_by_key(|(gain, _, more)| (*gain, usize::MAX - more))
}

fn length(text: &str) -> usize {
    text.chars().count()
}

/// The lines of a text in so much room.
fn wrapped(text: &str, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if length(line) + 1 + length(word) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

pub(super) fn cell(text: impl ToString) -> Cell {
    Cell::new(text)
}

pub(super) fn right(value: impl ToString) -> Cell {
    Cell::new(value).set_alignment(CellAlignment::Right)
}

#[cfg(test)]
mod tests {
    use super::{Contents, Layout, widths};

    #[test]
    fn columns_break_no_word_and_are_wider_where_it_saves_lines() {
        let column = |cells: &[&str]| Contents {
            cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
            whole: false,
        };
        let columns = [
            column(&["", "1", "2", "3"]),
            column(&["Kdo", "občina Celje", "občina Koper", "občina Kranj"]),
            column(&["Zakaj tako", "ker ima certifikat", "da", "da"]),
        ];
        // Three columns take ten for borders and spaces.
        assert_eq!(widths(&columns, 80), [1, 12, 18]);
        assert_eq!(widths(&columns, 36), [1, 12, 10]);
        assert_eq!(widths(&columns, 27), [1, 6, 10]);
        assert_eq!(widths(&columns, 21), [1, 5, 5]);
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
