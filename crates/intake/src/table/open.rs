//! Begins to read a table: its encoding, its separator and its header.

use std::io::Read;

use encoding_rs::WINDOWS_1250;

use super::charset::{Decoder, control, other_kind};
use super::fault::{Fault, Spot};
use super::header::{HeaderFault, Layout, example, hint, score};
use super::lines::{Lines, Record, Stop};
use super::reader::{About, said};
use super::split::Split;
use super::{Charset, Reader, Separator, Table};
use crate::{Diagnostics, Source};

const MARK: &[u8] = b"\xef\xbb\xbf";

impl<'t> Table<'t> {
    /// Begins to read a stream: its header is read, its rows are not yet.
    ///
    /// # Errors
    /// [`Diagnostics`], with everything that is wrong with the header.
    pub fn open<R: Read>(&self, source: R) -> Result<Reader<'t, R>, Diagnostics> {
        self.begin(source, Decoder::of(self.charset), None)
    }

    pub(super) fn open_whole<'b>(&self, bytes: &'b [u8]) -> Result<Reader<'t, &'b [u8]>, Diagnostics> {
        let decoder = Decoder::of(self.charset).judge(bytes);
        // A line that is shown may hold anything of its row.
        let shown = (!self.columns.is_private() && bytes.len() <= self.limits.file_bytes)
            .then(|| whole(bytes, decoder))
            .flatten()
            .map(|text| Source::new(self.file.clone(), text));
        self.begin(bytes, decoder, shown)
    }

    fn begin<R: Read>(
        &self,
        source: R,
        decoder: Decoder,
        shown: Option<Source>,
    ) -> Result<Reader<'t, R>, Diagnostics> {
        let about = About {
            file: self.file.clone(),
            columns: self.columns,
            limits: self.limits,
            shown,
            keeps_places: self.keeps_places,
        };
        let mut opening = Opening { lines: Lines::new(source, self.limits.table_bytes), decoder, about };
        match opening.header(self.separator) {
            Ok((separator, layout)) => Ok(Reader {
                lines: opening.lines,
                decoder: opening.decoder,
                split: Split::default(),
                seen: self.columns.keys().iter().map(|_| Default::default()).collect(),
                about: opening.about,
                layout,
                separator,
                rows: 0,
                ended: false,
            }),
            Err(faults) => {
                let About { file, limits, shown, .. } = opening.about;
                let mut said = Diagnostics::new(&limits);
                for fault in &faults {
                    said.add(fault.diagnostic(&file, shown.as_ref()));
                }
                shown.into_iter().for_each(|source| said.show(source));
                Err(said)
            }
        }
    }
}

/// A table whose header is being read.
struct Opening<'t, R> {
    lines: Lines<R>,
    decoder: Decoder,
    about: About<'t>,
}

impl<R: Read> Opening<'_, R> {
    fn header(&mut self, fixed: Option<Separator>) -> Result<(Separator, Layout), Vec<Fault>> {
        let longest = self.about.limits.cell_bytes;
        let limits = self.about.limits;
        let stopped = |stop| {
            let (line, message) = said(&stop, &limits);
            vec![Fault::new(Spot::line(line.unwrap_or(1)), message)]
        };
        let ahead = self.lines.ahead(longest + 2).map_err(stopped)?;
        if let Some((message, help)) = other_kind(ahead) {
            return Err(vec![Fault::new(Spot::line(1), message).help(help)]);
        }
        if ahead.starts_with(MARK) {
            self.lines.skip(MARK.len());
            self.decoder = Decoder::of(Charset::Utf8);
        }
        let ahead = self.lines.ahead(longest + 2).map_err(stopped)?;
        let hinted = hint(ahead);
        if hinted.is_some() {
            self.lines.next(b',', longest).map_err(stopped)?;
        }
        let separator = match fixed.or(hinted.map(|(separator, _)| separator)) {
            Some(separator) => separator,
            None => self.separator(longest).map_err(stopped)?,
        };
        let Some(record) = first(&mut self.lines, separator, longest).map_err(stopped)? else {
            let help = format!(
                "its first line says what its columns are, such as `{}`",
                example(self.about.columns)
            );
            return Err(vec![Fault::new(Spot::line(1), "the table is empty").help(help)]);
        };
        self.layout(&record, separator, fixed.is_some()).map(|layout| (separator, layout))
    }

    /// What stands between the columns: see [`Table::separated_by`].
    fn separator(&mut self, longest: usize) -> Result<Separator, Stop> {
        let ahead = self.lines.ahead(longest + 2)?.to_vec();
        let mut best = (Separator::Semicolon, (0, 0));
        for separator in Separator::ALL {
            let mut lines = Lines::new(&ahead[..], usize::MAX);
            let mut split = Split::default();
            let Ok(Some(record)) = first(&mut lines, separator, longest) else { continue };
            let Ok(text) = self.decoder.clone().decode(lines.bytes(record.bytes.clone())) else { continue };
            if record.open.is_some() {
                continue;
            }
            split.split(&text, separator.byte(), record.quoted);
            let score = score(self.about.columns, split.texts(&text));
            if score > best.1 {
                best = (separator, score);
            }
        }
        Ok(best.0)
    }

    fn layout(&mut self, record: &Record, separator: Separator, fixed: bool) -> Result<Layout, Vec<Fault>> {
        let line = record.line;
        let bytes = self.lines.bytes(record.bytes.clone()).to_vec();
        let Ok(text) = self.decoder.decode(&bytes) else {
            let fault = Fault::new(Spot::line(line), "the header is not UTF-8");
            return Err(vec![fault.help("save the table as UTF-8")]);
        };
        if let Some(open) = record.open {
            let spot = Spot::of(&text, line, open..open + 1);
            return Err(vec![Fault::new(spot, "a quote opens here and is not closed as it must be")]);
        }
        if let Some(at) = control(&text) {
            let spot = Spot::of(&text, line, at..at + 1);
            return Err(vec![Fault::new(spot, "a control character stands here").help("remove it")]);
        }
        let mut split = Split::default();
        split.split(&text, separator.byte(), record.quoted);
        if split.len() > self.about.limits.columns {
            let message = format!("the table has more than {} columns", self.about.limits.columns);
            return Err(vec![Fault::new(Spot::line(line), message)]);
        }
        let (layout, faults) = Layout::read(self.about.columns, split.texts(&text));
        if faults.is_empty() {
            return Ok(layout);
        }
        let spot = |cell| Spot::of(&text, line, split.begin(&text, cell)..split.end(&text, cell));
        let mut faults: Vec<Fault> = faults
            .into_iter()
            .map(|HeaderFault { message, help, cell, other }| {
                let fault = Fault::new(cell.map_or(Spot::line(line), spot), message);
                Fault { help, related: other.map(|cell| (spot(cell), "it stands here first")), ..fault }
            })
            .collect();
        if fixed && let Some(other) = self.better(&text, separator, record.quoted) {
            let message = format!("expected {separator} between the columns, found {other}");
            faults = vec![Fault::new(Spot::line(line), message)];
        }
        Err(faults)
    }

    /// Another separator, under which more columns of a header are known.
    fn better(&self, text: &str, than: Separator, quoted: bool) -> Option<Separator> {
        let known = |separator: Separator| {
            let mut split = Split::default();
            split.split(text, separator.byte(), quoted);
            score(self.about.columns, split.texts(text)).0
        };
        let others = Separator::ALL.into_iter().filter(|other| *other != than);
        others.max_by_key(|other| known(*other)).filter(|other| known(*other) > known(than))
    }
}

/// The first line with more on it than separators of any kind.
fn first<R: Read>(
    lines: &mut Lines<R>,
    separator: Separator,
    longest: usize,
) -> Result<Option<Record>, Stop> {
    loop {
        let record = lines.next(separator.byte(), longest)?;
        let blank =
            |byte: &u8| byte.is_ascii_whitespace() || Separator::ALL.iter().any(|s| s.byte() == *byte);
        match record {
            Some(record) if lines.bytes(record.bytes.clone()).iter().all(blank) => {}
            other => return Ok(other),
        }
    }
}

/// A table as a text that can be shown.
fn whole(bytes: &[u8], decoder: Decoder) -> Option<String> {
    let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
    match decoder {
        Decoder::Cp1250 => Some(WINDOWS_1250.decode_without_bom_handling(bytes).0.into_owned()),
        Decoder::Utf8 | Decoder::Open => std::str::from_utf8(bytes).ok().map(str::to_owned),
    }
}
