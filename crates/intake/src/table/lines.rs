//! Finds where each record of a table ends, in a stream, holding no more than one record and what was read
//! ahead.
//!
//! The language is that of RFC 4180 as the `csv` crate reads it, which the tests hold it against. It is read
//! here because that parser tells neither where in its line a cell stands nor that a quote is never closed,
//! and lets one such quote swallow the rest of a table.

use std::io::{self, Read};
use std::ops::Range;

use memchr::{memchr, memchr3};

/// Read at once.
const CHUNK: usize = 64 << 10;

/// The bytes of a stream, record by record.
#[derive(Debug)]
pub(super) struct Lines<R> {
    source: R,
    buffer: Vec<u8>,
    /// Where the next record begins.
    begin: usize,
    /// The buffer is filled up to here.
    filled: usize,
    ended: bool,
    /// The line in which the next record begins, from 1.
    line: u64,
    /// Bytes the source has given.
    given: usize,
    /// Bytes the source may give.
    most: usize,
}

/// One record, without its line end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Record {
    /// Where it stands in [`Lines::bytes`].
    pub(super) bytes: Range<usize>,
    /// The line in which it begins.
    pub(super) line: u64,
    /// Whether there is a quote in it.
    pub(super) quoted: bool,
    /// The byte of it where a quote opens that does not close as it must; it then ends with its line.
    pub(super) open: Option<usize>,
    /// The length of its line end.
    pub(super) end: usize,
}

/// Why no record can be read any more.
#[derive(Debug)]
pub(super) enum Stop {
    /// The source failed.
    Source(io::Error),
    /// The record that begins in this line has more bytes than it may.
    TooLong { line: u64, most: usize },
    /// The source gave more bytes than it may.
    TooMuch,
}

/// What the bytes that are there say about the record.
enum Found {
    /// It ends before this byte.
    End(usize),
    /// More bytes must be there to say.
    More,
    /// The quote at this byte is not closed as it must be.
    Open(usize),
}

impl<R: Read> Lines<R> {
    pub(super) fn new(source: R, most: usize) -> Self {
        Self { source, buffer: Vec::new(), begin: 0, filled: 0, ended: false, line: 1, given: 0, most }
    }

    /// The bytes of a record, until the next is asked for.
    pub(super) fn bytes(&self, range: Range<usize>) -> &[u8] {
        self.buffer.get(range).unwrap_or_default()
    }

    /// What is there of the rest, at least this many bytes unless the source ends before.
    pub(super) fn ahead(&mut self, bytes: usize) -> Result<&[u8], Stop> {
        while self.filled - self.begin < bytes && !self.ended {
            self.fill()?;
        }
        Ok(self.bytes(self.begin..self.filled))
    }

    /// Passes over bytes of a line's beginning.
    pub(super) fn skip(&mut self, bytes: usize) {
        self.begin = (self.begin + bytes).min(self.filled);
    }

    /// The line in which the next record begins.
    pub(super) const fn line(&self) -> u64 {
        self.line
    }

    /// The next record that is not blank, of at most so many bytes.
    pub(super) fn next(&mut self, separator: u8, longest: usize) -> Result<Option<Record>, Stop> {
        loop {
            let Some(record) = self.find(separator, longest)? else { return Ok(None) };
            self.pass(&record);
            let bytes = self.bytes(record.bytes.clone());
            let blank = |byte: &u8| *byte == separator || byte.is_ascii_whitespace();
            if !bytes.iter().all(blank) {
                return Ok(Some(record));
            }
        }
    }

    fn pass(&mut self, record: &Record) {
        let lines = if record.quoted { ends(self.bytes(record.bytes.clone())) } else { 0 };
        self.begin = record.bytes.end + record.end;
        self.line += lines + u64::from(record.end > 0);
    }

    fn find(&mut self, separator: u8, longest: usize) -> Result<Option<Record>, Stop> {
        let mut scanned = 0;
        loop {
            let here = self.bytes(self.begin..self.filled);
            let mut quoted = false;
            let found = match memchr3(b'\n', b'\r', b'"', here.get(scanned..).unwrap_or_default()) {
                Some(at) if here.get(scanned + at) == Some(&b'"') => {
                    quoted = true;
                    quoted_end(here, separator, self.ended)
                }
                Some(at) => Found::End(scanned + at),
                None if self.ended => Found::End(here.len()),
                None => {
                    scanned = here.len();
                    Found::More
                }
            };
            let (end, open) = match found {
                Found::End(end) => (end, None),
                Found::More if here.len() <= longest => {
                    self.fill()?;
                    continue;
                }
                // What is too long because a quote is open is not too long: the quote is open.
                Found::More => match first_quote(here, separator) {
                    Some(at) if quoted && at <= longest => (line_end(here, at), Some(at)),
                    _ => return Err(Stop::TooLong { line: self.line, most: longest }),
                },
                Found::Open(at) => (line_end(here, at), Some(at)),
            };
            if end > longest {
                return Err(Stop::TooLong { line: self.line, most: longest });
            }
            let mut rest = here.get(end..).unwrap_or_default().iter();
            let length = match (rest.next(), rest.next()) {
                (Some(b'\r'), Some(b'\n')) => 2,
                // Whether a line feed follows is known when more is read.
                (Some(b'\r'), None) if !self.ended => {
                    self.fill()?;
                    continue;
                }
                (Some(_), _) => 1,
                (None, _) if end == 0 => return Ok(None),
                (None, _) => 0,
            };
            let bytes = self.begin..self.begin + end;
            return Ok(Some(Record { bytes, line: self.line, quoted, open, end: length }));
        }
    }

    fn fill(&mut self) -> Result<(), Stop> {
        if self.begin > 0 {
            self.buffer.copy_within(self.begin..self.filled, 0);
            self.filled -= self.begin;
            self.begin = 0;
        }
        if self.buffer.len() - self.filled < CHUNK {
            self.buffer.resize(self.filled + CHUNK, 0);
        }
        let free = self.buffer.get_mut(self.filled..).unwrap_or_default();
        match self.source.read(free) {
            Ok(0) => self.ended = true,
            Ok(read) => {
                self.filled = (self.filled + read).min(self.buffer.len());
                self.given = self.given.saturating_add(read);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(Stop::Source(error)),
        }
        if self.given > self.most { Err(Stop::TooMuch) } else { Ok(()) }
    }
}

/// Where a record with quotes ends.
fn quoted_end(bytes: &[u8], separator: u8, ended: bool) -> Found {
    let mut at = 0;
    loop {
        match cell_end(bytes, at, separator, ended) {
            Found::End(end) if bytes.get(end) == Some(&separator) => at = end + 1,
            other => return other,
        }
    }
}

/// Where the cell ends that begins at a byte: at a separator, a line end or the end.
fn cell_end(bytes: &[u8], begin: usize, separator: u8, ended: bool) -> Found {
    let first = begin + blanks(bytes, begin, separator);
    let rest = |from: usize| bytes.get(from..).unwrap_or_default();
    if bytes.get(first) != Some(&b'"') {
        return match memchr3(separator, b'\n', b'\r', rest(first)) {
            Some(at) => Found::End(first + at),
            None if ended => Found::End(bytes.len()),
            None => Found::More,
        };
    }
    let mut at = first + 1;
    loop {
        match memchr(b'"', rest(at)) {
            None if ended => return Found::Open(first),
            None => return Found::More,
            Some(quote) => at += quote + 1,
        }
        match bytes.get(at) {
            Some(b'"') => at += 1,
            None if !ended => return Found::More,
            _ => break,
        }
    }
    let after = at + blanks(bytes, at, separator);
    match bytes.get(after) {
        Some(byte) if *byte == separator || matches!(byte, b'\n' | b'\r') => Found::End(after),
        Some(_) => Found::Open(first),
        None if ended => Found::End(after),
        None => Found::More,
    }
}

/// The spaces that stand around quotes.
fn blanks(bytes: &[u8], from: usize, separator: u8) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    rest.iter().take_while(|byte| **byte == b' ' || (**byte == b'\t' && separator != b'\t')).count()
}

/// The quote that opens the cell in which the bytes end.
fn first_quote(bytes: &[u8], separator: u8) -> Option<usize> {
    match quoted_end(bytes, separator, true) {
        Found::Open(at) => Some(at),
        Found::End(_) | Found::More => None,
    }
}

/// The end of the line in which a quote opens.
fn line_end(bytes: &[u8], at: usize) -> usize {
    let end = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let rest = bytes.get(at..).unwrap_or_default();
    rest.iter().position(end).map_or(bytes.len(), |found| at + found)
}

/// How many lines end inside these bytes.
pub(super) fn ends(bytes: &[u8]) -> u64 {
    let mut count = 0;
    let mut before = 0;
    for byte in bytes {
        if *byte == b'\r' || (*byte == b'\n' && before != b'\r') {
            count += 1;
        }
        before = *byte;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_held_does_not_grow_with_what_is_read() {
        let line = b"a;\"b\nc\";d\r\n";
        let endless = std::iter::repeat_n(&line[..], 100_000).fold(Vec::new(), |mut all, line| {
            all.extend_from_slice(line);
            all
        });
        let mut lines = Lines::new(&endless[..], usize::MAX);
        let (mut records, mut held) = (0, 0);
        while let Some(record) = lines.next(b';', 100).unwrap() {
            assert_eq!((lines.bytes(record.bytes), record.line), (&line[..9], 1 + 2 * records));
            records += 1;
            held = held.max(lines.buffer.capacity());
        }
        assert_eq!(records, 100_000);
        assert!(held <= 4 * CHUNK, "{held}");
    }
}
