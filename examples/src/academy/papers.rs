//! The files that a training leaves behind: the register, the certificates, the handbook. Each is
//! written whole or not at all, and left alone where it is the same already.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use guildhall::certification::Certificate;
use guildhall::civic::{OfficeOf, PartnerRole, Party};
use guildhall::kernel::Language;
use guildhall::practice::handbook::{Handbook, HandbookFaults, Reading, RenderError};
use minijinja::{AutoEscape, Environment, UndefinedBehavior, context};

use super::records::{Records, Unreadable};
use super::wording::slovene;

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

/// The papers of a training, by the path they have in the folder.
///
/// # Errors
/// [`Unwritten`] if the records cannot be read, or make no handbook.
pub fn papers(records: &Records<'_>) -> Result<BTreeMap<PathBuf, Vec<u8>>, Unwritten> {
    let mut papers = BTreeMap::from([("register.csv".into(), register(records)?)]);
    for (number, page) in certificates(records)? {
        papers.insert(format!("certificates/{}.html", number.replace('/', "-")).into(), page.into_bytes());
    }
    for (language, name) in [("sl", "handbook.html"), ("en", "handbook.en.html")] {
        papers.insert(name.into(), handbook(records, language.parse()?)?.into_bytes());
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

fn register(records: &Records<'_>) -> Result<Vec<u8>, Unwritten> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record([
        "number",
        "holder",
        "scheme",
        "version",
        "issued_on",
        "ceremony_on",
        "place",
        "status",
        "note",
    ])?;
    for line in records.lines() {
        let ceremony = records.certificate(&line).and_then(Certificate::ceremony);
        table.write_record([
            line.number.to_string(),
            records.name(line.holder)?,
            line.scheme.code().to_string(),
            line.scheme.version().to_string(),
            line.issued_on.to_string(),
            ceremony.map(|ceremony| ceremony.on().to_string()).unwrap_or_default(),
            ceremony.map(|ceremony| slovene(ceremony.place()).to_owned()).unwrap_or_default(),
            line.status.as_str().to_owned(),
            "vzorec / specimen".to_owned(),
        ])?;
    }
    table.into_inner().map_err(|error| Unwritten::Table(error.into_error().into()))
}

const CERTIFICATE: &str = include_str!("../../templates/certificate.html");

/// Each certificate as a page to print, with its number.
fn certificates(records: &Records<'_>) -> Result<Vec<(String, String)>, Unwritten> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_template("certificate", CERTIFICATE)?;
    let template = environment.get_template("certificate")?;
    let programme = records.programme()?;
    let issuers: Vec<_> =
        programme.partners_as(PartnerRole::Developer).map(|party| records.party_in(party, slovene)).collect();
    let modules: Vec<_> =
        programme.curriculum.modules.iter().map(|module| slovene(&module.title).to_owned()).collect();
    let mut pages = Vec::new();
    for line in records.lines() {
        let scheme = records.register().scheme(&line.scheme).ok_or(Unreadable::Missing("scheme"))?;
        let signatories: Vec<_> = scheme
            .signatories()
            .iter()
            .map(|signatory| {
                context! { office => slovene(signatory.title()), organisation => office_of(records, signatory.of()) }
            })
            .collect();
        let given = records.ceremony().map_or_else(String::new, |ceremony| {
            format!("{}, {}", slovene(ceremony.place()), ceremony.on().format("%-d. %-m. %Y"))
        });
        let page = template.render(context! {
            lang => "sl",
            number => line.number.to_string(),
            programme => slovene(&programme.title),
            issuers => &issuers,
            holder => records.name(line.holder)?,
            modules => &modules,
            signatories,
            words => context! {
                certificate => "Certifikat",
                certifies => "Potrjujemo, da je",
                completed => "opravil oziroma opravila vse module programa",
                given,
                number => "Št.",
                specimen => "Vzorec z izmišljenimi osebami · specimen, invented people",
            },
        })?;
        pages.push((line.number.to_string(), page));
    }
    Ok(pages)
}

/// Whose an office is.
fn office_of(records: &Records<'_>, of: &OfficeOf) -> String {
    match of {
        OfficeOf::Organisation(code) => records.party_in(&Party::Organisation(code.clone()), slovene),
        OfficeOf::Authority(key) => records.party_in(&Party::Authority(key.clone()), slovene),
        OfficeOf::Body(body) => body.to_string(),
    }
}

fn handbook(records: &Records<'_>, language: Language) -> Result<String, Unwritten> {
    let system = records.system();
    let definition = system.handbook.clone();
    let register = system.authorities.values();
    let handbook = Handbook::compose(definition, records.practices(), register, &system.areas)
        .map_err(Unwritten::Handbook)?;
    let fallbacks = ["sl", "en"].into_iter().filter_map(|tag| tag.parse().ok());
    Ok(handbook.html(&Reading::new(language).or_in(fallbacks))?)
}
