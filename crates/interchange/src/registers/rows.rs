//! What all importers share: rows of a table that become entries or are refused.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;
use std::io::Read;

use guildhall_civic::{AuthorityKey, CodeScheme, TaskLevel, Vintage};
use guildhall_intake::table::{BadRow, Cells, Column, ColumnId, Reader};
use guildhall_intake::{Diagnostic, Diagnostics, Limits, Place};

use super::{Edition, Entry, Reason, Refused, Register};

/// Puts rows together, each authority once at a level.
pub(super) fn together(
    scheme: CodeScheme,
    edition: Edition,
    entries: Vec<Entry>,
    mut refused: Vec<Refused>,
) -> Register {
    let again = again(&entries);
    if again.is_empty() {
        return Register { scheme, edition, entries, refused };
    }
    let mut kept = Vec::with_capacity(entries.len());
    for (nth, entry) in entries.into_iter().enumerate() {
        match again.get(&nth) {
            Some(line) => refused.push(refuse(&entry, Reason::Again { line: *line })),
            None => kept.push(entry),
        }
    }
    refused.sort_by_key(Refused::line);
    Register { scheme, edition, entries: kept, refused }
}

/// The entries whose authority stands before them at the same level, and the line where it does.
///
/// They are put in order by what is cheap to compare and tells nearly all apart, and only what is alike in
/// that is compared whole: of a list of Europe, a hundred thousand keys, hashing would take most of the time.
fn again(entries: &[Entry]) -> BTreeMap<usize, u64> {
    let mut order: Vec<(u128, usize)> =
        entries.iter().enumerate().map(|(nth, entry)| (digest(entry), nth)).collect();
    order.sort_unstable();
    let mut again = BTreeMap::new();
    for alike in order.chunk_by(|(one, _), (other, _)| one == other).filter(|alike| alike.len() > 1) {
        let mut first: BTreeMap<(&AuthorityKey, TaskLevel), u64> = BTreeMap::new();
        for (nth, entry) in alike.iter().filter_map(|(_, nth)| Some((*nth, entries.get(*nth)?))) {
            match first.entry((entry.key(), entry.level())) {
                Slot::Vacant(place) => _ = place.insert(entry.line()),
                Slot::Occupied(first) => _ = again.insert(nth, *first.get()),
            }
        }
    }
    again
}

/// Sixteen bytes of an authority's country, level and code.
fn digest(entry: &Entry) -> u128 {
    let level = match entry.level() {
        TaskLevel::Commune => b'c',
        TaskLevel::County => b'o',
        _ => b'r',
    };
    let country = entry.key().country().as_str().bytes();
    let bytes = country.chain([level]).chain(entry.key().code().bytes()).take(16);
    bytes.fold(0, |digest, byte| (digest << 8) | u128::from(byte))
}

/// An entry that is not taken after all.
pub(super) fn refuse(entry: &Entry, reason: Reason) -> Refused {
    Refused::new(entry.line(), entry.key().code(), entry.name(), reason)
}

/// The versions of the statistical regions (NUTS). Source: Regulation (EC) No 1059/2003 and the delegated
/// regulations that amend its annex I.
const VERSIONS: [u16; 7] = [2003, 2006, 2010, 2013, 2016, 2021, 2024];

/// A column for the regions of each version, under a word and its year.
pub(super) fn region_columns(word: &str) -> [Column; 7] {
    VERSIONS.map(|year| Column::optional(format!("{word}_{year}")))
}

/// Which column has the regions: one that names no version, or that of the version asked for.
pub(super) fn region_column<R: Read>(
    reader: &Reader<'_, R>,
    unversioned: ColumnId,
    versions: [ColumnId; 7],
    nuts: Vintage,
    about: (&str, &Limits),
) -> Result<ColumnId, Diagnostics> {
    let found: Vec<(u16, ColumnId)> =
        VERSIONS.into_iter().zip(versions).filter(|(_, column)| reader.has(*column)).collect();
    if let Some((_, column)) = found.iter().find(|(year, _)| *year == nuts.year()) {
        return Ok(*column);
    }
    if found.is_empty() || reader.has(unversioned) {
        return Ok(unversioned);
    }
    let years: Vec<String> = found.iter().map(|(year, _)| year.to_string()).collect();
    let years = years.join(" and ");
    let message = format!("the table has the statistical regions (NUTS) of {years}, and not those of {nuts}");
    Err(fault(about.0, about.1, message))
}

/// What is wrong with a file as a whole.
pub(super) fn fault(file: &str, limits: &Limits, message: impl Into<String>) -> Diagnostics {
    let mut said = Diagnostics::new(limits);
    said.add(Diagnostic::error(message).at(Place::file(file)));
    said
}

/// Reads every row of a register into entries and refused. A row that is no row of its table is refused, as
/// any other; only where the table cannot be read on, nothing is given.
pub(super) fn each<R: Read>(
    mut reader: Reader<'_, R>,
    limits: &Limits,
    mut read: impl FnMut(&mut Cells<'_>) -> Option<Result<Entry, Refused>>,
) -> Result<(Vec<Entry>, Vec<Refused>), Diagnostics> {
    let (mut entries, mut refused) = (Vec::new(), Vec::new());
    while let Some(row) = reader.next_row(&mut read) {
        match row.map(|row| row.value) {
            Ok(Ok(entry)) => entries.push(entry),
            Ok(Err(row)) => refused.push(row),
            Err(bad) if bad.is_last() => {
                let mut said = Diagnostics::new(limits);
                bad.diagnostics().iter().for_each(|diagnostic| said.add(diagnostic.clone()));
                return Err(said);
            }
            Err(bad) => refused.push(unreadable(&bad)),
        }
    }
    Ok((entries, refused))
}

fn unreadable(bad: &BadRow) -> Refused {
    let said: Vec<&str> = bad.diagnostics().iter().map(|diagnostic| diagnostic.message()).collect();
    Refused::new(bad.line(), "", "", Reason::Row(said.join("; ")))
}
