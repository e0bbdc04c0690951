//! Splits a record into its cells.

use memchr::memchr;

use super::lines;

/// The cells of a record, in buffers that are used again.
#[derive(Debug, Default)]
pub(super) struct Split {
    cells: Vec<Cell>,
    /// Cells in which quotes stood twice, with each once.
    plain: String,
}

/// Where a cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cell {
    /// The bytes of the record it takes, without spaces around.
    from: usize,
    to: usize,
    /// Its text.
    text: Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Text {
    Bare,
    /// Between the quotes.
    Quoted,
    /// Between the quotes, some of which stand twice: in `plain`.
    Plain(usize, usize),
}

impl Split {
    /// Splits a record whose quotes are closed as they must be.
    pub(super) fn split(&mut self, record: &str, separator: u8, quoted: bool) {
        self.cells.clear();
        self.plain.clear();
        if quoted {
            return self.split_quoted(record, separator);
        }
        let mut begin = 0;
        for at in memchr::memchr_iter(separator, record.as_bytes()) {
            self.bare(record, begin, at);
            begin = at + 1;
        }
        self.bare(record, begin, record.len());
    }

    fn bare(&mut self, record: &str, begin: usize, end: usize) {
        let cell = record.get(begin..end).unwrap_or_default();
        let (from, to) = match (cell.as_bytes().first(), cell.as_bytes().last()) {
            (Some(b'!'..=b'~'), Some(b'!'..=b'~')) | (None, _) => (begin, end),
            _ => trimmed(cell, begin),
        };
        self.cells.push(Cell { from, to, text: Text::Bare });
    }

    fn split_quoted(&mut self, record: &str, separator: u8) {
        let bytes = record.as_bytes();
        let rest = |from: usize| bytes.get(from..).unwrap_or_default();
        let mut begin = 0;
        loop {
            let spaces =
                rest(begin).iter().take_while(|b| **b == b' ' || (**b == b'\t' && separator != b'\t'));
            let first = begin + spaces.count();
            let end;
            if bytes.get(first) == Some(&b'"') {
                let mut at = first + 1;
                let mut twice = false;
                let close = loop {
                    at += match memchr(b'"', rest(at)) {
                        Some(quote) => quote + 1,
                        None => rest(at).len() + 1,
                    };
                    if bytes.get(at) != Some(&b'"') {
                        break at;
                    }
                    twice = true;
                    at += 1;
                };
                let to = close.min(bytes.len());
                let text = if twice {
                    let from = self.plain.len();
                    let inside = record.get(first + 1..to - 1).unwrap_or_default();
                    self.plain.push_str(&inside.replace("\"\"", "\""));
                    Text::Plain(from, self.plain.len())
                } else {
                    Text::Quoted
                };
                self.cells.push(Cell { from: first, to, text });
                end = memchr(separator, rest(to)).map(|at| to + at);
            } else {
                end = memchr(separator, rest(begin)).map(|at| begin + at);
                self.bare(record, begin, end.unwrap_or(bytes.len()));
            }
            match end {
                Some(end) => begin = end + 1,
                None => return,
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    /// The text of a cell, without spaces around it: nothing beyond the last.
    pub(super) fn text<'r>(&'r self, record: &'r str, nth: usize) -> &'r str {
        let Some(cell) = self.cells.get(nth) else { return "" };
        match cell.text {
            Text::Bare => record.get(cell.from..cell.to).unwrap_or_default(),
            Text::Quoted => record.get(cell.from + 1..cell.to - 1).unwrap_or_default().trim(),
            Text::Plain(from, to) => self.plain.get(from..to).unwrap_or_default().trim(),
        }
    }

    /// Every text, in order.
    pub(super) fn texts<'r>(&'r self, record: &'r str) -> impl Iterator<Item = &'r str> {
        (0..self.len()).map(|nth| self.text(record, nth))
    }

    /// Where a cell begins in the record; where the record ends, beyond the last.
    pub(super) fn begin(&self, record: &str, nth: usize) -> usize {
        self.cells.get(nth).map_or(record.len(), |cell| cell.from)
    }

    /// Where a cell ends in the record.
    pub(super) fn end(&self, record: &str, nth: usize) -> usize {
        self.cells.get(nth).map_or(record.len(), |cell| cell.to)
    }

    /// Where the text of a cell begins in the record; nothing where it stands otherwise there.
    pub(super) fn text_begin(&self, record: &str, nth: usize) -> Option<usize> {
        let cell = self.cells.get(nth)?;
        match cell.text {
            Text::Bare => Some(cell.from),
            Text::Quoted => {
                let inside = record.get(cell.from + 1..cell.to - 1)?;
                Some(cell.from + 1 + (inside.len() - inside.trim_start().len()))
            }
            Text::Plain(..) => None,
        }
    }
}

fn trimmed(cell: &str, begin: usize) -> (usize, usize) {
    let from = begin + (cell.len() - cell.trim_start().len());
    (from, from + cell.trim().len())
}

/// The line of a byte in a record that begins in `line`, and its column in characters, from 1.
pub(super) fn position(record: &str, line: u64, byte: usize) -> (u64, u64) {
    let before = record.get(..byte).unwrap_or(record);
    let line = line + lines::ends(before.as_bytes());
    let last = before.rsplit(['\n', '\r']).next().unwrap_or_default();
    (line, 1 + u64::try_from(last.chars().count()).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(record: &str) -> Vec<String> {
        let mut split = Split::default();
        split.split(record, b';', record.contains('"'));
        split.texts(record).map(str::to_owned).collect()
    }

    #[test]
    fn cells_are_what_stands_between_separators_and_in_quotes() {
        assert_eq!(split("a; b ;\u{a0}c\u{a0};;"), ["a", "b", "c", "", ""]);
        assert_eq!(split("a;\"b;c\"; \"d \"\"e\"\"\" ;f\"g"), ["a", "b;c", "d \"e\"", "f\"g"]);
        assert_eq!(split("\"\";\"\"\"\";\" x\ny \""), ["", "\"", "x\ny"]);
        assert_eq!(split("č"), ["č"]);
    }

    #[test]
    fn places_count_characters_and_lines() {
        let record = "čž;\"a\r\nb\";cd";
        let mut cells = Split::default();
        cells.split(record, b';', true);
        let places: Vec<_> = (0..4).map(|nth| position(record, 7, cells.begin(record, nth))).collect();
        assert_eq!(places, [(7, 1), (7, 4), (8, 4), (8, 6)]);
    }
}
