//! The files that a training leaves behind: the register, the certificates, the handbook. Each is
//! written whole or not at all, and left alone where it is the same already.

mod certificates;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use guildhall::certification::Certificate;
use guildhall::kernel::Language;
use guildhall::practice::handbook::{Handbook, HandbookFaults, Reading, RenderError};

use super::clerk::Clerk;
use super::records::{Records, Unreadable};
use super::wording::{Column, Printed};

/// The language of the issuer, in which certificates are issued.
const ISSUERS: &str = "sl";

/// Why files could not be written.
#[derive(Debug, thiserror::Error)]
pub enum Unwritten {
    /// A file or folder cannot be written.
    #[error("`{}` cannot be written", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// What the operating system says.
        source: io::Error,
    },
    /// The records cannot be read.
    #[error(transparent)]
    Records(#[from] Unreadable),
    /// The register cannot be written as a table.
    #[error(transparent)]
    Table(#[from] csv::Error),
    /// The template of the certificate fails.
    #[error(transparent)]
    Certificate(#[from] minijinja::Error),
    /// The handbook cannot be composed.
    #[error("handbook.toml: {0}")]
    Handbook(HandbookFaults),
    /// The template of the handbook fails.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// A language of ours is no language.
    #[error(transparent)]
    Language(#[from] guildhall::kernel::LanguageError),
}

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or have changed.
    pub changed: usize,
    /// Files that were there already.
    pub same: usize,
}

/// The papers of a training, by the path they have in the folder: the register in the clerk's language,
/// the certificates in Slovene with the clerk's language below it, and the handbook in Slovene, in
/// English and in the clerk's language.
///
/// # Errors
/// [`Unwritten`] if the records cannot be read, or make no handbook.
pub fn papers(records: &Records<'_>, clerk: &Clerk) -> Result<BTreeMap<PathBuf, Vec<u8>>, Unwritten> {
    let mut papers = BTreeMap::from([("register.csv".into(), register(records, clerk)?)]);
    for (number, page) in certificates::certificates(records, clerk)? {
        papers.insert(format!("certificates/{}.html", number.replace('/', "-")).into(), page.into_bytes());
    }
    let (issuers, english): (Language, Language) = (ISSUERS.parse()?, "en".parse()?);
    for language in BTreeSet::from([&issuers, &english, clerk.language()]) {
        let name = match *language == issuers {
            true => "handbook.html".to_owned(),
            false => format!("handbook.{language}.html"),
        };
        papers.insert(name.into(), handbook(records, language.clone())?.into_bytes());
    }
    Ok(papers)
}

/// Makes sure that a folder is there and can be written.
///
/// # Errors
/// [`Unwritten::File`] if it cannot.
pub fn prepare(folder: &Path) -> Result<(), Unwritten> {
    let probe = folder.join(".part");
    let try_it = || {
        fs::create_dir_all(folder)?;
        fs::write(&probe, [])?;
        fs::remove_file(&probe)
    };
    try_it().map_err(|source| Unwritten::File { path: folder.to_owned(), source })
}

/// Writes papers into a folder.
///
/// # Errors
/// [`Unwritten::File`], which names the file.
pub fn write(papers: &BTreeMap<PathBuf, Vec<u8>>, folder: &Path) -> Result<Written, Unwritten> {
    let mut written = Written::default();
    for (name, content) in papers {
        write_one(&folder.join(name), content, &mut written)?;
    }
    Ok(written)
}

/// Writes beside the file and renames, so that nobody ever finds half of it.
fn write_one(path: &Path, content: &[u8], written: &mut Written) -> Result<(), Unwritten> {
    if fs::read(path).is_ok_and(|there| there == content) {
        written.same += 1;
        return Ok(());
    }
    let beside = path.with_extension("part");
    let store = || {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&beside, content)?;
        fs::rename(&beside, path)
    };
    store().map_err(|source| Unwritten::File { path: path.to_owned(), source })?;
    written.changed += 1;
    Ok(())
}

fn register(records: &Records<'_>, clerk: &Clerk) -> Result<Vec<u8>, Unwritten> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let columns = [
        Column::Number,
        Column::Holder,
        Column::Certificate,
        Column::Version,
        Column::IssuedOn,
        Column::CeremonyOn,
        Column::Place,
        Column::Status,
        Column::Note,
    ];
    table.write_record(columns.map(|column| clerk.say(&column)))?;
    for line in records.lines() {
        let ceremony = records.certificate(&line).and_then(Certificate::ceremony);
        // Days stand as spreadsheets of every language read them.
        table.write_record([
            line.number.to_string(),
            records.name(line.holder, clerk)?,
            line.scheme.code().to_string(),
            line.scheme.version().to_string(),
            line.issued_on.to_string(),
            ceremony.map(|ceremony| ceremony.on().to_string()).unwrap_or_default(),
            ceremony.map(|ceremony| clerk.text(ceremony.place()).to_owned()).unwrap_or_default(),
            clerk.say(&line.status),
            clerk.say(&Printed::Specimen),
        ])?;
    }
    table.into_inner().map_err(|error| Unwritten::Table(error.into_error().into()))
}

fn handbook(records: &Records<'_>, language: Language) -> Result<String, Unwritten> {
    let system = records.system();
    let definition = system.handbook.clone();
    let register = system.authorities.values();
    let handbook = Handbook::compose(definition, records.practices(), register, &system.areas)
        .map_err(Unwritten::Handbook)?;
    let fallbacks = ["en", ISSUERS].into_iter().filter_map(|tag| tag.parse().ok());
    Ok(handbook.html(&Reading::new(language).or_in(fallbacks))?)
}
