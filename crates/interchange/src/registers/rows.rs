//! What all importers share: rows of a table that become entries or are refused.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Place;
use std::io::Read;

use guildhall_civic::{AuthorityKey, CodeScheme, TaskLevel};
use guildhall_intake::Diagnostics;
use guildhall_intake::table::{BadRow, Cells, Reader};

use super::{Edition, Entry, Reason, Refused, Register};

/// Puts rows together, each authority once at a level.
pub(super) fn collect(
    scheme: CodeScheme,
    edition: Edition,
    rows: impl Iterator<Item = Result<Entry, Refused>>,
) -> Register {
    let (mut entries, mut refused) = (Vec::<Entry>::new(), Vec::new());
    let mut lines: HashMap<(AuthorityKey, TaskLevel), u64> = HashMap::new();
    for row in rows {
        match row {
            Ok(entry) => match lines.entry((entry.key().clone(), entry.level())) {
                Place::Vacant(place) => {
                    place.insert(entry.line());
                    entries.push(entry);
                }
                Place::Occupied(first) => {
                    let again = Reason::Again { line: *first.get() };
                    refused.push(refuse(&entry, again));
                }
            },
            Err(row) => refused.push(row),
        }
    }
    Register { scheme, edition, entries, refused }
}

/// An entry that is not taken after all.
pub(super) fn refuse(entry: &Entry, reason: Reason) -> Refused {
    Refused::new(entry.line(), entry.key().code(), entry.name(), reason)
}

/// Reads every row of a register. A row that is no row of its table is refused, as any other; only where the
/// table cannot be read on, nothing is given.
pub(super) fn each<R: Read>(
    mut reader: Reader<'_, R>,
    limits: &guildhall_intake::Limits,
    mut read: impl FnMut(&mut Cells<'_>) -> Option<Result<Entry, Refused>>,
) -> Result<Vec<Result<Entry, Refused>>, Diagnostics> {
    let mut rows = Vec::new();
    while let Some(row) = reader.next_row(&mut read) {
        match row {
            Ok(row) => rows.push(row.value),
            Err(bad) if bad.is_last() => {
                let mut said = Diagnostics::new(limits);
                bad.diagnostics().iter().for_each(|diagnostic| said.add(diagnostic.clone()));
                return Err(said);
            }
            Err(bad) => rows.push(Err(unreadable(&bad))),
        }
    }
    Ok(rows)
}

fn unreadable(bad: &BadRow) -> Refused {
    let said: Vec<&str> = bad.diagnostics().iter().map(|diagnostic| diagnostic.message()).collect();
    Refused::new(bad.line(), "", "", Reason::Row(said.join("; ")))
}
