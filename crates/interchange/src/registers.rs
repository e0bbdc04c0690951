//! Registers of authorities as their offices publish them, and what changed between two editions.
//!
//! Every row becomes an [`Entry`] or is [`Refused`] with its line, its code and the reason: none is lost.

pub mod lau;
pub mod si;
pub mod terc;

mod change;
mod changes;
mod entry;
mod flow;
mod refused;
mod rows;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use guildhall_civic::{AuthorityDefinition, AuthorityKey, CodeScheme, TaskLevel, Vintage};
use guildhall_kernel::TextError;
use schemars::JsonSchema;
use serde::Serialize;

pub use change::{Change, ChangesError, Recognised};
pub use changes::{Correspondence, changes, changes_by};
pub use entry::Entry;
pub use refused::{Reason, Refused};

/// When a register is as of.
///
/// Exhaustive on purpose: a register says a day, or is a year's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Edition {
    /// As of this day.
    On(NaiveDate),
    /// The list of this year.
    Of(Vintage),
}

impl Edition {
    /// The year.
    pub fn year(self) -> i32 {
        match self {
            Self::On(day) => day.year(),
            Self::Of(vintage) => vintage.year().into(),
        }
    }

    /// Whether it is later than another: by the day where both are as of a day, else by the year, as the list
    /// of a year does not say which of its days it shows.
    pub fn is_after(self, other: Self) -> bool {
        match (self, other) {
            (Self::On(day), Self::On(other)) => day > other,
            _ => self.year() > other.year(),
        }
    }
}
impl std::fmt::Display for Edition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::On(day) => day.fmt(f),
            Self::Of(vintage) => vintage.fmt(f),
        }
    }
}

/// A register in one edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    scheme: CodeScheme,
    edition: Edition,
    entries: Vec<Entry>,
    refused: Vec<Refused>,
}

impl Register {
    /// A register of rows that were read. An entry whose authority stands at its level already is refused.
    pub fn new(
        scheme: CodeScheme,
        edition: Edition,
        rows: impl IntoIterator<Item = Result<Entry, Refused>>,
    ) -> Self {
        let (mut entries, mut refused) = (Vec::new(), Vec::new());
        for row in rows {
            match row {
                Ok(entry) => entries.push(entry),
                Err(row) => refused.push(row),
            }
        }
        rows::together(scheme, edition, entries, refused)
    }

    /// By which codes it knows authorities.
    pub const fn scheme(&self) -> CodeScheme {
        self.scheme
    }

    /// When it is as of.
    pub const fn edition(&self) -> Edition {
        self.edition
    }

    /// Every row that names an authority, in the order of the register. An authority that the register
    /// lists at two levels has two.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Every row that does not, and why; in the order of the register.
    pub fn refused(&self) -> &[Refused] {
        &self.refused
    }

    /// How many rows there are: entries and refused.
    pub fn rows(&self) -> usize {
        self.entries.len() + self.refused.len()
    }

    /// The rows of a level.
    pub fn at(&self, level: TaskLevel) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.level() == level)
    }

    /// Every authority once, by its row at the lowest level, ordered by key.
    pub fn authorities(&self) -> impl Iterator<Item = &Entry> {
        let mut once: BTreeMap<&AuthorityKey, &Entry> = BTreeMap::new();
        for entry in &self.entries {
            let kept = once.entry(entry.key()).or_insert(entry);
            if entry.level() < kept.level() {
                *kept = entry;
            }
        }
        once.into_values()
    }

    /// Every authority as civic defines it.
    ///
    /// # Errors
    /// [`TextError`] where a name is blank, which no importer here lets through.
    pub fn definitions(&self) -> Result<Vec<AuthorityDefinition>, TextError> {
        self.authorities().map(Entry::definition).collect()
    }
}
