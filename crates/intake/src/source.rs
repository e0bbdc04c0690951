//! The text of a file that was read: its bytes kept the limits and are UTF-8, and any byte of it has a
//! line and a column.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::{Diagnostic, Limits, Place};

const MARK: &[u8] = b"\xef\xbb\xbf";

/// A named text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    name: Arc<str>,
    text: Arc<str>,
    /// The byte at which each line begins.
    lines: Arc<[usize]>,
}

impl Source {
    /// A text that is known to be one.
    pub fn new(name: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Self {
        let text = text.into();
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(ends).collect();
        Self { name: name.into(), text, lines }
    }

    /// Makes a text of the bytes of a definition. A byte order mark is left out.
    ///
    /// # Errors
    /// A [`Diagnostic`] if there are more bytes than [`Limits::file_bytes`], or at the first that is
    /// not UTF-8.
    pub fn read(name: impl Into<Arc<str>>, bytes: &[u8], limits: &Limits) -> Result<Self, Box<Diagnostic>> {
        let name = name.into();
        if bytes.len() > limits.file_bytes {
            let most = limits.file_bytes;
            let message = format!("the file has more than {most} bytes");
            return Err(Box::new(Diagnostic::error(message).at(Place::file(name))));
        }
        let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Self::new(name, text)),
            Err(error) => {
                let (good, rest) = bytes.split_at_checked(error.valid_up_to()).unwrap_or((bytes, &[]));
                let good = Self::new(name, String::from_utf8_lossy(good));
                let byte = rest.first().copied().unwrap_or_default();
                let found = match rest {
                    [0, ..] | [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "UTF-16".to_owned(),
                    _ => format!("the byte 0x{byte:02x}"),
                };
                let (line, column) = good.position(good.text.len());
                Err(Box::new(
                    Diagnostic::error(format!("expected UTF-8, found {found}"))
                        .at(Place::line_of(good.name, line, Some(column)))
                        .help("save the file as UTF-8"),
                ))
            }
        }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text, without a byte order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line and the column of a byte, both from 1, the column in characters. A byte beyond the
    /// end stands at the end.
    pub fn position(&self, byte: usize) -> (u64, u64) {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        let line = self.lines.partition_point(|start| *start <= byte);
        let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or_default();
        let before = self.text.get(start..byte).unwrap_or_default();
        (count(line), 1 + count(before.chars().count()))
    }

    /// The bytes of a line, from 1, without its end.
    pub fn line(&self, line: u64) -> Range<usize> {
        let line = usize::try_from(line).unwrap_or(usize::MAX);
        let start = line.checked_sub(1).and_then(|line| self.lines.get(line)).copied();
        let start = start.unwrap_or(self.text.len());
        let end = self.lines.get(line).copied().unwrap_or(self.text.len());
        let text = self.text.get(start..end).unwrap_or_default();
        start..start + text.trim_end_matches(['\n', '\r']).len()
    }

    /// The place of these bytes.
    pub fn place(&self, span: Range<usize>) -> Place {
        let (line, column) = self.position(span.start);
        Place::spanned(Arc::clone(&self.name), line, column, span)
    }
}

/// The texts that may be shown beside what is said of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources(BTreeMap<Arc<str>, Source>);

impl Sources {
    /// Keeps a text to be shown. Whoever does says with it that its lines are public.
    pub fn add(&mut self, source: Source) {
        self.0.insert(Arc::clone(&source.name), source);
    }

    /// The text of a file, where it is kept.
    pub fn get(&self, name: &str) -> Option<&Source> {
        self.0.get(name)
    }

    /// Keeps all texts of another.
    pub fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }
}

pub(crate) fn count(things: usize) -> u64 {
    u64::try_from(things).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_has_a_line_and_a_column_in_characters() {
        let source = Source::new("a", "žab\r\n\nx");
        assert_eq!(source.position(0), (1, 1));
        assert_eq!(source.position(1), (1, 1));
        assert_eq!(source.position(2), (1, 2));
        assert_eq!(source.position(6), (2, 1));
        assert_eq!(source.position(7), (3, 1));
        assert_eq!(source.position(70), (3, 2));
        assert_eq!(source.text().get(source.line(1)), Some("žab"));
        assert_eq!(source.text().get(source.line(2)), Some(""));
        assert_eq!(source.text().get(source.line(3)), Some("x"));
        assert_eq!(source.line(4), 8..8);
        assert_eq!(source.line(0), 8..8);
    }

    #[test]
    fn bytes_keep_the_limits_and_are_utf_8() {
        let limits = Limits { file_bytes: 12, ..Limits::default() };
        assert_eq!(Source::read("a", b"\xef\xbb\xbfab", &limits).unwrap().text(), "ab");
        let said = |bytes: &[u8]| {
            let diagnostic = Source::read("a.toml", bytes, &limits).unwrap_err();
            format!("{}: {}", diagnostic.place().unwrap(), diagnostic.message())
        };
        assert_eq!(said(b"a\nb\xc5\xa1\xe8"), "a.toml:2:3: expected UTF-8, found the byte 0xe8");
        assert_eq!(said(b"\xff\xfea\0"), "a.toml:1:1: expected UTF-8, found UTF-16");
        assert_eq!(said(&[b' '; 13]), "a.toml: the file has more than 12 bytes");
    }
}
