//! What a register of authorities holds, what of it is refused, and what changed between two editions.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use comfy_table::{Cell, CellAlignment, ContentArrangement, Table, presets};
use guildhall::civic::{Country, TaskLevel, Vintage};
use guildhall::intake::{Diagnostics, Limits};
use guildhall::interchange::registers::{Change, Recognised, Register, changes, lau, si, terc};
use guildhall::kernel::chrono::NaiveDate;

use super::check::fault;

/// Which register it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Poland's TERC.
    Terc,
    /// The municipalities of Slovenia.
    Si,
    /// Eurostat's local administrative units.
    Lau,
}

/// A file of a register, with what it does not say itself: `FILE`, `FILE@2024-01-01`, or `FILE@2019`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    path: PathBuf,
    of: Option<String>,
}

impl FromStr for Edition {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (path, of) = match text.rsplit_once('@') {
            Some((path, of)) if of.starts_with(|c: char| c.is_ascii_digit()) => (path, Some(of.to_owned())),
            _ => (text, None),
        };
        Ok(Self { path: path.into(), of })
    }
}

/// Reads a register.
///
/// # Errors
/// [`Diagnostics`], if it is no such register.
pub fn read(kind: Kind, edition: &Edition, nuts: Vintage) -> Result<Register, Diagnostics> {
    let (path, name) = (&edition.path, name(&edition.path));
    let source =
        File::open(path).map_err(|error| fault(format!("`{}` cannot be read: {error}", path.display())))?;
    let limits = Limits::default();
    let missing =
        |what: &str| fault(format!("`{name}` does not say as of when it is: write `{name}@{what}`"));
    match kind {
        Kind::Terc => terc::read(&name, source, &limits),
        Kind::Si => {
            let on = edition.of.as_deref().and_then(|of| of.parse::<NaiveDate>().ok());
            si::read(&name, source, on.ok_or_else(|| missing("2024-01-01"))?, nuts, &limits)
        }
        Kind::Lau => {
            let of = edition.of.as_deref().and_then(|of| Vintage::new(of.parse().ok()?).ok());
            lau::read(&name, source, of.ok_or_else(|| missing("2019"))?, nuts, &limits)
        }
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// How many authorities of which country and level it holds, and the rows that it refuses: at most
/// `most` of them.
pub fn told(register: &Register, most: usize) -> String {
    let mut counts: BTreeMap<(Country, TaskLevel), usize> = BTreeMap::new();
    for entry in register.entries() {
        *counts.entry((entry.key().country(), entry.level())).or_default() += 1;
    }
    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_header(["Country", "Level", "Entries"]);
    let right = |number: usize| Cell::new(number).set_alignment(CellAlignment::Right);
    for ((country, level), count) in &counts {
        table.add_row([Cell::new(country), Cell::new(level), right(*count)]);
    }
    let mut text = format!("{} codes as of {}\n{table}\n", register.scheme(), register.edition());
    let (rows, entries, refused) = (register.rows(), register.entries().len(), register.refused().len());
    _ = writeln!(text, "\n{rows} rows: {entries} entries, {refused} refused");
    for one in register.refused().iter().take(most) {
        _ = writeln!(text, "  {one}");
    }
    if refused > most {
        _ = writeln!(text, "  and {} more: `--all` shows them", refused - most);
    }
    text
}

/// What changed from one edition to the next, a line each.
///
/// # Errors
/// [`Diagnostics`], if the two cannot be compared.
pub fn changed(older: &Register, newer: &Register) -> Result<Vec<String>, Diagnostics> {
    let found = changes(older, newer).map_err(|error| fault(error.to_string()))?;
    Ok(found.iter().map(line).collect())
}

fn line(change: &Change) -> String {
    let all = |keys: &std::collections::BTreeSet<_>| {
        keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    };
    match change {
        Change::Appeared { key, name } => format!("{key} {name} appeared"),
        Change::Ended { key, name } => format!("{key} {name} ended"),
        Change::Renamed { key, from, to } => format!("{key} {from} is called {to} now"),
        Change::OtherKind { key, from, to } => format!("{key} was a {from} and is a {to}"),
        Change::Moved { key, from, to } => format!("{key} lay in {from} and lies in {to}"),
        Change::Recoded { from, to, recognised } => format!("{from} has the code {to} now{}", by(recognised)),
        Change::Merged { ended, into, recognised } => {
            format!("{} became part of {into}{}", all(ended), by(recognised))
        }
        Change::Divided { from, into, recognised } => {
            format!("{from} gave a part of itself to {}{}", all(into), by(recognised))
        }
        Change::Listed { country, level, authorities } => {
            format!("{country}: {authorities} of level {level} are listed for the first time")
        }
        Change::Unlisted { country, level, authorities } => {
            format!("{country}: {authorities} of level {level} are not listed any more")
        }
        _ => "something that this desk has no words for".to_owned(),
    }
}

fn by(recognised: &Recognised) -> &'static str {
    match recognised {
        Recognised::Correspondence => "",
        Recognised::Area { .. } => " (recognised by the areas)",
        Recognised::Population { .. } => " (recognised by the residents)",
        Recognised::Name => " (recognised by the name)",
        _ => " (recognised otherwise)",
    }
}
