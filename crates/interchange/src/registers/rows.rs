//! What all importers share: rows of a table that become entries or are refused.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Place;
use std::io::Read;

use guildhall_civic::{AuthorityKey, CodeScheme, TaskLevel};
use guildhall_intake::table::{BadRow, Cells, Reader};
use guildhall_intake::{Diagnostics, Limits};

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
                Place::Vacant(place) => _ = place.insert(entry.line()),
                Place::Occupied(first) => _ = again.insert(nth, *first.get()),
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
