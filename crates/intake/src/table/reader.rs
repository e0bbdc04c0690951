//! Reads a table row by row from a stream, holding one row, what was read ahead of it, and the keys that
//! must be unique.

use std::collections::HashMap;
use std::io::Read;
use std::sync::Arc;

use super::cells::RowText;
use super::charset::{Decoder, NotUtf8, control};
use super::fault::{Fault, Spot};
use super::header::Layout;
use super::lines::{Lines, Record, Stop};
use super::places::Places;
use super::split::Split;
use super::{BadRow, Cells, ColumnId, Columns, Format, Row, Separator};
use crate::{Diagnostic, Diagnostics, Limits, Source};

const NOT_UTF8: &str = "expected UTF-8";

/// A table whose header is understood, and whose rows are read one by one.
///
/// What it holds does not grow with the table: at most the longest row that [`Limits`] allow, 64 KiB read
/// ahead, and what [`Columns::unique`] must remember.
#[derive(Debug)]
pub struct Reader<'t, R> {
    pub(super) lines: Lines<R>,
    pub(super) decoder: Decoder,
    pub(super) split: Split,
    pub(super) about: About<'t>,
    pub(super) layout: Layout,
    pub(super) separator: Separator,
    pub(super) seen: Vec<HashMap<Box<str>, Spot>>,
    pub(super) rows: usize,
    pub(super) ended: bool,
}

/// What a table is, whatever it says.
#[derive(Clone, Debug)]
pub(super) struct About<'t> {
    pub(super) file: Arc<str>,
    pub(super) columns: &'t Columns,
    pub(super) limits: Limits,
    /// The table as a whole, if its lines may be shown.
    pub(super) shown: Option<Source>,
    /// Whether it is kept where the cells stand.
    pub(super) keeps_places: bool,
}

impl<R: Read> Reader<'_, R> {
    /// How the table is written, as far as it is known by now.
    pub fn format(&self) -> Format {
        Format { separator: self.separator, charset: self.decoder.charset() }
    }

    /// Whether the table has this column.
    pub fn has(&self, column: ColumnId) -> bool {
        self.layout.cell(column).is_some()
    }

    /// The next row, as `read` makes a value of its cells; nothing after the last.
    ///
    /// # Errors
    /// A [`BadRow`] if anything is wrong with it, though `read` made a value. Others may follow it, unless it
    /// [`is_last`](BadRow::is_last).
    pub fn next_row<T>(
        &mut self,
        read: impl FnOnce(&mut Cells<'_>) -> Option<T>,
    ) -> Option<Result<Row<T>, BadRow>> {
        self.step(None, read)
    }

    fn step<T>(
        &mut self,
        places: Option<&mut Places>,
        read: impl FnOnce(&mut Cells<'_>) -> Option<T>,
    ) -> Option<Result<Row<T>, BadRow>> {
        if self.ended {
            return None;
        }
        // A cell of the longest allowed may have all its characters as quotes, which stand twice.
        let longest = (2 * self.about.limits.cell_bytes + 3).saturating_mul(self.layout.width().max(1));
        let record = match self.lines.next(self.separator.byte(), longest) {
            Ok(Some(record)) => record,
            Ok(None) => {
                self.ended = true;
                return None;
            }
            Err(stop) => return Some(Err(self.stopped(&stop))),
        };
        self.rows += 1;
        if self.rows > self.about.limits.rows {
            self.ended = true;
            let message = format!("the table has more than {} rows", self.about.limits.rows);
            return Some(Err(self.bad(record.line, &[Fault::new(Spot::line(record.line), message)], &[])));
        }
        Some(self.row(&record, places, read))
    }

    fn row<T>(
        &mut self,
        record: &Record,
        places: Option<&mut Places>,
        read: impl FnOnce(&mut Cells<'_>) -> Option<T>,
    ) -> Result<Row<T>, BadRow> {
        let line = record.line;
        let bytes = self.lines.bytes(record.bytes.clone());
        let text = match self.decoder.decode(bytes) {
            Ok(text) => text,
            Err(NotUtf8(at)) => {
                let good = String::from_utf8_lossy(bytes.get(..at).unwrap_or_default());
                let fault = Fault::new(Spot::of(&good, line, good.len()..good.len()), NOT_UTF8)
                    .help("save the table as UTF-8");
                let text = String::from_utf8_lossy(bytes).into_owned();
                return Err(BadRow { not_utf8: true, ..self.unsplit(line, fault, &text) });
            }
        };
        if let Some(open) = record.open {
            let open = decoded(&mut self.decoder, bytes, open);
            let fault = Fault::new(
                Spot::of(&text, line, open..open + 1),
                "a quote opens here and is not closed before the next separator or the end of the line",
            )
            .help("close it, or write a quote that belongs to the text twice: `\"\"`");
            let text = text.into_owned();
            return Err(self.unsplit(line, fault, &text));
        }
        self.split.split(&text, self.separator.byte(), record.quoted);
        let row = RowText { record: &text, split: &self.split, line };
        let Self { about, layout, seen, .. } = self;
        let mut cells = Cells { columns: about.columns, layout, row, faults: Vec::new() };
        if let Some(fault) = shape(row, layout, &about.limits) {
            cells.faults.push(fault);
            return Err(bad(about, &cells));
        }
        repeated(&mut cells, seen);
        let value = read(&mut cells);
        match value {
            Some(value) if cells.faults.is_empty() => {
                if let Some(places) = places {
                    places.add(row, layout);
                }
                Ok(Row { line, value })
            }
            _ => {
                if cells.faults.is_empty() {
                    cells.faults.push(Fault::new(Spot::line(line), "this row cannot be used"));
                }
                Err(bad(about, &cells))
            }
        }
    }

    /// Nothing can be read any more.
    fn stopped(&mut self, stop: &Stop) -> BadRow {
        self.ended = true;
        let (line, message) = said(stop, &self.about.limits);
        let fault = Fault::new(Spot::line(line.unwrap_or_else(|| self.lines.line())), message);
        BadRow { last: true, ..self.bad(fault.spot.line, &[fault], &[]) }
    }

    fn unsplit(&mut self, line: u64, fault: Fault, text: &str) -> BadRow {
        let cells: Vec<&str> = text.split(self.separator.as_char()).skip(self.layout.added).collect();
        self.bad(line, &[fault], &cells)
    }

    fn bad(&self, line: u64, faults: &[Fault], cells: &[&str]) -> BadRow {
        let About { file, shown, .. } = &self.about;
        BadRow {
            line,
            diagnostics: diagnostics(file, shown.as_ref(), faults),
            cells: cells.iter().map(|&cell| cell.to_owned()).collect(),
            last: self.ended,
            not_utf8: false,
        }
    }
}

fn bad(about: &About<'_>, cells: &Cells<'_>) -> BadRow {
    let (row, added) = (cells.row, cells.layout.added);
    let texts = row.split.texts(row.record).skip(added);
    let texts = texts.map(|text| if added > 0 { super::write::bare(text) } else { text }.to_owned());
    BadRow {
        line: row.line,
        diagnostics: diagnostics(&about.file, about.shown.as_ref(), &cells.faults),
        cells: texts.collect(),
        last: false,
        not_utf8: false,
    }
}

fn diagnostics(file: &Arc<str>, shown: Option<&Source>, faults: &[Fault]) -> Vec<Diagnostic> {
    faults.iter().map(|fault| fault.diagnostic(file, shown)).collect()
}

/// What is wrong with a row before any cell is read.
fn shape(row: RowText<'_>, layout: &Layout, limits: &Limits) -> Option<Fault> {
    // Of a row that is no longer than one cell may be, no cell is too long.
    let most = limits.cell_bytes;
    if row.record.len() > most
        && let Some(cell) = row.split.texts(row.record).position(|text| text.len() > most)
    {
        return Some(Fault::new(row.spot(cell), format!("a cell has at most {most} bytes")));
    }
    if let Some(at) = control(row.record) {
        let spot = Spot::of(row.record, row.line, at..at + 1);
        return Some(Fault::new(spot, "a control character stands here").help("remove it"));
    }
    let (width, found) = (layout.width(), row.split.len());
    // Empty cells after the last column say nothing.
    let beyond = (width..found).find(|cell| !row.split.text(row.record, *cell).is_empty());
    if found < width || beyond.is_some() {
        let (width, found) = (width - layout.added, found.saturating_sub(layout.added));
        let columns = if width == 1 { "column" } else { "columns" };
        let message = format!("expected {width} {columns}, found {found}");
        let spot = beyond.map_or(Spot::line(row.line), |cell| row.spot(cell));
        let fault = Fault::new(spot, message);
        return Some(match beyond {
            Some(_) => fault.help("a text with a separator in it stands between quotes"),
            None => fault.help("every column needs its separator, though its cell is empty"),
        });
    }
    None
}

/// Notes keys that an earlier row has, and remembers those of this one.
fn repeated(cells: &mut Cells<'_>, seen: &mut [HashMap<Box<str>, Spot>]) {
    let columns = cells.columns;
    for (key, seen) in columns.keys().iter().zip(seen) {
        let texts: Vec<&str> = key.columns.iter().map(|column| cells.text(*column)).collect();
        let first = key.columns.first().and_then(|column| cells.layout.cell(*column));
        let Some(first) = first.filter(|_| texts.iter().any(|text| !text.is_empty())) else { continue };
        // No cell has this character in it: it is a control character.
        let mut joined = texts.join("\u{1f}");
        if key.fold_case {
            joined = joined.to_lowercase();
        }
        let spot = cells.row.spot(first);
        match seen.get(joined.as_str()) {
            None => _ = seen.insert(joined.into(), spot),
            Some(earlier) => {
                let named = |column: &ColumnId| {
                    let private = columns.get(*column).is_some_and(|column| column.is_private());
                    let name = columns.name(*column);
                    if private { name.to_owned() } else { format!("{name} `{}`", cells.text(*column)) }
                };
                let what = key.columns.iter().map(named).collect::<Vec<_>>().join(" with the ");
                let mut fault = Fault::new(spot, format!("the {what} stands here again"));
                fault.path =
                    key.columns.first().map(|column| columns.name(*column)).unwrap_or_default().into();
                fault.related = Some((*earlier, "it stands here first"));
                cells.faults.push(fault);
            }
        }
    }
}

/// Where a byte of a record stands in its text.
fn decoded(decoder: &mut Decoder, bytes: &[u8], at: usize) -> usize {
    decoder.decode(bytes.get(..at).unwrap_or_default()).map_or(0, |text| text.len())
}

/// What is said when nothing can be read any more, and the line if it is known.
pub(super) fn said(stop: &Stop, limits: &Limits) -> (Option<u64>, String) {
    match stop {
        Stop::Source(error) => (None, format!("the table cannot be read on from here: {error}")),
        Stop::TooLong { line, most } => {
            let cell = limits.cell_bytes;
            (Some(*line), format!("the row has more than {most} bytes, and a cell has at most {cell}"))
        }
        Stop::TooMuch => (None, format!("the table has more than {} bytes", limits.table_bytes)),
    }
}

impl<R: Read> Reader<'_, R> {
    /// Every row, or everything that is wrong with any.
    ///
    /// # Errors
    /// [`Diagnostics`], if there is a fault.
    pub fn all<T>(
        mut self,
        mut read: impl FnMut(&mut Cells<'_>) -> Option<T>,
    ) -> Result<super::Rows<T>, Diagnostics> {
        let (mut rows, mut said) = (Vec::new(), Said::new(&self.about.limits));
        let mut places = self.about.places();
        while let Some(row) = self.step(places.as_mut(), &mut read) {
            match row {
                // Once there is a fault, no row is given: they are read only for their own.
                Ok(row) if said.is_sound() => rows.push(row),
                Ok(_) => rows = Vec::new(),
                Err(bad) => said.add(&bad),
            }
        }
        let mut said = said.end();
        if said.is_sound() {
            return Ok(self.rows(rows, places));
        }
        self.about.shown.take().into_iter().for_each(|source| said.show(source));
        Err(said)
    }

    /// The good rows, what is wrong with the others, and the others.
    pub fn good<T>(mut self, mut read: impl FnMut(&mut Cells<'_>) -> Option<T>) -> super::Good<T> {
        let (mut rows, mut bad) = (Vec::new(), Vec::new());
        let (mut said, mut places) = (Said::new(&self.about.limits), self.about.places());
        while let Some(row) = self.step(places.as_mut(), &mut read) {
            match row {
                Ok(row) => rows.push(row),
                Err(row) => {
                    said.add(&row);
                    bad.push(row);
                }
            }
        }
        let mut said = said.end();
        self.about.shown.clone().into_iter().for_each(|source| said.show(source));
        super::Good {
            rows: self.rows(rows, places),
            said,
            bad: super::BadRows { separator: self.separator, header: self.layout.words, rows: bad },
        }
    }

    fn rows<T>(&self, rows: Vec<Row<T>>, places: Option<Places>) -> super::Rows<T> {
        let places = places.map(|places| places.in_text(self.about.shown.clone()));
        super::Rows { file: self.about.file.clone(), format: self.format(), rows, places }
    }
}

/// What is said of the bad rows of a table. That it is not UTF-8 is one fault of the table, though each of
/// its rows may show it.
struct Said {
    said: Diagnostics,
    /// The first row that is not UTF-8, and how many are not.
    not_utf8: Option<(Diagnostic, usize)>,
}

impl Said {
    fn new(limits: &Limits) -> Self {
        Self { said: Diagnostics::new(limits), not_utf8: None }
    }

    const fn is_sound(&self) -> bool {
        self.not_utf8.is_none() && self.said.is_sound()
    }

    fn add(&mut self, bad: &BadRow) {
        match (&mut self.not_utf8, bad.diagnostics.first()) {
            (Some((_, rows)), _) if bad.not_utf8 => *rows += 1,
            (None, Some(first)) if bad.not_utf8 => self.not_utf8 = Some((first.clone(), 1)),
            _ => bad.diagnostics.iter().for_each(|diagnostic| self.said.add(diagnostic.clone())),
        }
    }

    fn end(mut self) -> Diagnostics {
        if let Some((first, rows)) = self.not_utf8 {
            let message = match rows {
                1 => NOT_UTF8.to_owned(),
                2 => format!("{NOT_UTF8}, here and in 1 more row"),
                _ => format!("{NOT_UTF8}, here and in {} more rows", rows - 1),
            };
            let place = first.place().cloned();
            let mut fault = Diagnostic::error(message).help(first.suggestion().unwrap_or_default());
            if let Some(place) = place {
                fault = fault.at(place);
            }
            self.said.add(fault);
        }
        self.said
    }
}

impl About<'_> {
    /// Where the cells stand will be kept, if it is asked for.
    fn places(&self) -> Option<Places> {
        self.keeps_places.then(|| Places::of(self.columns))
    }
}
