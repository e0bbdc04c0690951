//! What a register of authorities holds, what of it is refused, and what changed between two editions.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::ValueEnum;
use comfy_table::{Cell, CellAlignment, ContentArrangement, Table, presets};
use guildhall::civic::{AuthorityKey, AuthorityKind, Country, TaskLevel, Vintage};
use guildhall::intake::{Diagnostics, Limits};
use guildhall::interchange::registers::{self, Change, Recognised, Register, changes, lau, si, terc};
use guildhall::kernel::chrono::NaiveDate;
use guildhall_words::Say;

use super::check::fault;
use crate::academy::Clerk;

/// Which register it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// Poland's TERC, as eTERYT publishes it
    Terc,
    /// The municipalities of Slovenia
    Si,
    /// Eurostat's list of local administrative units
    Lau,
}

/// A file of a register, with what it does not say itself: `FILE`, `FILE@2024-01-01`, or `FILE@2019`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    path: PathBuf,
    of: Option<registers::Edition>,
}

impl FromStr for Edition {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.rsplit_once('@') {
            // An `@` may stand in the name of a file or a folder.
            Some((path, of)) if of.starts_with(|c: char| c.is_ascii_digit()) && !of.contains(['/', '.']) => {
                let day = of.parse::<NaiveDate>().ok().map(registers::Edition::On);
                let year = || Vintage::new(of.parse().ok()?).ok().map(registers::Edition::Of);
                let neither =
                    || format!("`{of}` is neither a day such as `2024-01-01` nor a year such as `2019`");
                Ok(Self { path: path.into(), of: Some(day.or_else(year).ok_or_else(neither)?) })
            }
            _ => Ok(Self { path: text.into(), of: None }),
        }
    }
}

/// Reads a register.
///
/// # Errors
/// [`Diagnostics`], if it is no such register, if it holds no authority, or if it is not as of when it is said
/// to be.
pub fn read(kind: Kind, edition: &Edition, nuts: Vintage) -> Result<Register, Diagnostics> {
    let (path, name) = (&edition.path, name(&edition.path));
    let source =
        File::open(path).map_err(|error| fault(format!("`{}` cannot be read: {error}", path.display())))?;
    let limits = Limits::default();
    let wrong = |what: &str, example: &str| match edition.of {
        Some(of) => fault(format!("`{name}` is as of {what}, and `{of}` is none: write `{name}@{example}`")),
        None => fault(format!("`{name}` does not say as of when it is: write `{name}@{example}`")),
    };
    let register = match kind {
        Kind::Terc => {
            let register = terc::read(&name, source, &limits)?;
            let own = register.edition();
            if let Some(of) = edition.of.filter(|of| *of != own) {
                return Err(fault(format!("`{name}` says itself that it is as of {own}, and not of {of}")));
            }
            register
        }
        Kind::Si => match edition.of {
            Some(registers::Edition::On(on)) => si::read(&name, source, on, nuts, &limits)?,
            _ => return Err(wrong("a day", "2024-01-01")),
        },
        Kind::Lau => match edition.of {
            Some(registers::Edition::Of(year)) => lau::read(&name, source, year, nuts, &limits)?,
            _ => return Err(wrong("a year", "2019")),
        },
    };
    if register.entries().is_empty() {
        let first = register.refused().first().map(|row| format!(": {row}")).unwrap_or_default();
        return Err(fault(format!("`{name}` holds no authority{first}")));
    }
    Ok(register)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// What the desk says of a register.
#[derive(Clone, Debug, Say)]
#[say(id = "register")]
pub(super) enum Listed {
    /// The columns of the table.
    Country,
    Level,
    Kind,
    Entries,
    /// A kind that the register does not tell.
    KindUntold,
    AsOf {
        codes: String,
        edition: String,
    },
    Rows {
        rows: usize,
        entries: usize,
        refused: usize,
    },
    More {
        count: usize,
    },
    Changes {
        count: usize,
        since: String,
    },
}

/// What the desk says of an authority that changed; `which` is its key and its name.
#[derive(Clone, Debug, Say)]
pub(super) enum Changed {
    Appeared {
        which: String,
    },
    Ended {
        which: String,
    },
    Renamed {
        which: String,
        to: String,
    },
    OtherKind {
        which: String,
        from: String,
        to: String,
    },
    Moved {
        which: String,
        from: String,
        to: String,
    },
    Recoded {
        which: String,
        to: String,
    },
    Merged {
        which: String,
        into: String,
    },
    Divided {
        which: String,
        into: String,
    },
    Listed {
        country: String,
        level: String,
        count: u64,
    },
    Unlisted {
        country: String,
        level: String,
        count: u64,
    },
    Otherwise,
    /// By what it was recognised, after any of the others.
    ByAreas {
        change: String,
    },
    ByResidents {
        change: String,
    },
    ByName {
        change: String,
    },
}

/// How many authorities of which country, level and kind it holds, and the rows that it refuses: at most
/// `most` of them.
pub fn told(register: &Register, most: usize, clerk: &Clerk) -> String {
    let mut counts: BTreeMap<(Country, TaskLevel, Option<AuthorityKind>), usize> = BTreeMap::new();
    for entry in register.entries() {
        *counts.entry((entry.key().country(), entry.level(), entry.kind())).or_default() += 1;
    }
    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED).set_content_arrangement(ContentArrangement::Dynamic);
    let columns = [Listed::Country, Listed::Level, Listed::Kind, Listed::Entries];
    table.set_header(columns.map(|column| clerk.say(&column)));
    for ((country, level, kind), count) in &counts {
        let kind = kind.map_or_else(|| clerk.say(&Listed::KindUntold), |kind| clerk.say(&kind));
        let count = Cell::new(clerk.tell(count)).set_alignment(CellAlignment::Right);
        table.add_row([Cell::new(country), Cell::new(clerk.say(level)), Cell::new(kind), count]);
    }
    let (codes, edition) = (clerk.say(&register.scheme()), register.edition().to_string());
    let (rows, entries, refused) = (register.rows(), register.entries().len(), register.refused().len());
    let mut lines = vec![
        clerk.say(&Listed::AsOf { codes, edition }),
        table.to_string(),
        String::new(),
        clerk.say(&Listed::Rows { rows, entries, refused }),
    ];
    lines.extend(register.refused().iter().take(most).map(|one| format!("  {one}")));
    if refused > most {
        lines.push(format!("  {}", clerk.say(&Listed::More { count: refused - most })));
    }
    lines.join("\n") + "\n"
}

/// What changed from one edition to the next: how much, and each change on a line.
///
/// # Errors
/// [`Diagnostics`], if the two cannot be compared.
pub fn changed(older: &Register, newer: &Register, clerk: &Clerk) -> Result<String, Diagnostics> {
    let found = changes(older, newer).map_err(|error| fault(error.to_string()))?;
    let names = Names { older: names(older), newer: names(newer) };
    let count = Listed::Changes { count: found.len(), since: older.edition().to_string() };
    let lines = found.iter().map(|change| format!("  {}", line(change, &names, clerk)));
    Ok(std::iter::once(clerk.say(&count)).chain(lines).collect::<Vec<_>>().join("\n") + "\n")
}

/// What authorities are called in two editions.
struct Names<'r> {
    older: BTreeMap<&'r AuthorityKey, &'r str>,
    newer: BTreeMap<&'r AuthorityKey, &'r str>,
}

fn names(register: &Register) -> BTreeMap<&AuthorityKey, &str> {
    register.authorities().map(|entry| (entry.key(), entry.name())).collect()
}

impl Names<'_> {
    /// The key of an authority and what it was called.
    fn before(&self, key: &AuthorityKey) -> String {
        with_name(key, self.older.get(key).or_else(|| self.newer.get(key)))
    }

    /// The key of an authority and what it is called.
    fn since(&self, key: &AuthorityKey) -> String {
        with_name(key, self.newer.get(key).or_else(|| self.older.get(key)))
    }
}

/// Regions of Eurostat have a key alone.
fn with_name(key: &AuthorityKey, name: Option<&&str>) -> String {
    name.map_or_else(|| key.to_string(), |name| format!("{key} {name}"))
}

fn line(change: &Change, names: &Names<'_>, clerk: &Clerk) -> String {
    let before = |keys: &BTreeSet<_>| clerk.list(keys.iter().map(|key| names.before(key)));
    let since = |keys: &BTreeSet<_>| clerk.list(keys.iter().map(|key| names.since(key)));
    let by = |changed: Changed, recognised: &Recognised| by(clerk.say(&changed), recognised, clerk);
    let changed = match change {
        Change::Appeared { key, .. } => Changed::Appeared { which: names.since(key) },
        Change::Ended { key, .. } => Changed::Ended { which: names.before(key) },
        Change::Renamed { key, from, to } => {
            Changed::Renamed { which: with_name(key, Some(&from.as_str())), to: to.clone() }
        }
        Change::OtherKind { key, from, to } => {
            Changed::OtherKind { which: names.since(key), from: clerk.say(from), to: clerk.say(to) }
        }
        Change::Moved { key, from, to } => {
            Changed::Moved { which: names.since(key), from: names.before(from), to: names.since(to) }
        }
        Change::Recoded { from, to, recognised } => {
            return by(Changed::Recoded { which: names.before(from), to: names.since(to) }, recognised);
        }
        Change::Merged { ended, into, recognised } => {
            return by(Changed::Merged { which: before(ended), into: names.since(into) }, recognised);
        }
        Change::Divided { from, into, recognised } => {
            return by(Changed::Divided { which: names.before(from), into: since(into) }, recognised);
        }
        Change::Listed { country, level, authorities: count } => {
            Changed::Listed { country: country.to_string(), level: clerk.say(level), count: *count }
        }
        Change::Unlisted { country, level, authorities: count } => {
            Changed::Unlisted { country: country.to_string(), level: clerk.say(level), count: *count }
        }
        _ => Changed::Otherwise,
    };
    clerk.say(&changed)
}

fn by(change: String, recognised: &Recognised, clerk: &Clerk) -> String {
    match recognised {
        Recognised::Area { .. } => clerk.say(&Changed::ByAreas { change }),
        Recognised::Population { .. } => clerk.say(&Changed::ByResidents { change }),
        Recognised::Name => clerk.say(&Changed::ByName { change }),
        _ => change,
    }
}
