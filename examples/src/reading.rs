//! Reads a folder of definitions (TOML) and tables (CSV) as officers write them, and says everything
//! that is wrong with it at once, each fault with its file, line and column.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    path: PathBuf,
    /// Line and column, from 1, where they are known.
    place: Option<(u64, Option<u64>)>,
    message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.display())?;
        match self.place {
            Some((line, Some(column))) => write!(f, ":{line}:{column}")?,
            Some((line, None)) => write!(f, ":{line}")?,
            None => {}
        }
        write!(f, ": {}", self.message)
    }
}

/// Everything that is wrong with a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for fault in &self.0 {
            writeln!(f, "{fault}")?;
        }
        match self.0.len() {
            1 => write!(f, "1 fault; nothing was stored"),
            many => write!(f, "{many} faults; nothing was stored"),
        }
    }
}
impl std::error::Error for Faults {}

/// A value and the line of the file it stands in.
#[derive(Clone, Debug)]
pub struct Row<T> {
    /// The line, from 1; the header is line 1.
    pub line: u64,
    /// What the line says.
    pub value: T,
}

/// The cells of one line of a table.
#[derive(Debug)]
pub struct Cells<'a> {
    columns: &'a [String],
    record: &'a csv::StringRecord,
    faults: Vec<(Option<u64>, String)>,
}

impl Cells<'_> {
    /// The text of a cell, as it stands there.
    pub fn text(&self, column: &str) -> &str {
        let index = self.columns.iter().position(|name| name == column);
        index.and_then(|index| self.record.get(index)).unwrap_or_default()
    }

    /// The text of a cell that must not be empty.
    pub fn filled(&mut self, column: &str) -> Option<String> {
        let text = self.text(column).to_owned();
        if text.is_empty() {
            self.refuse(column, "expected a text, found nothing");
            return None;
        }
        Some(text)
    }

    /// The value of a cell; what is no such value is noted.
    pub fn value<T: FromStr<Err: fmt::Display>>(&mut self, column: &str) -> Option<T> {
        match self.text(column).parse() {
            Ok(value) => Some(value),
            Err(error) => {
                self.refuse(column, error);
                None
            }
        }
    }

    /// The value of a cell that may be empty: nothing inside, if it is.
    pub fn optional<T: FromStr<Err: fmt::Display>>(&mut self, column: &str) -> Option<Option<T>> {
        if self.text(column).is_empty() { Some(None) } else { self.value(column).map(Some) }
    }

    /// The values in a cell, with spaces between; nothing inside for `?`, which says "not known".
    pub fn list<T: FromStr<Err: fmt::Display>>(&mut self, column: &str) -> Option<Option<Vec<T>>> {
        let text = self.text(column).to_owned();
        if text == "?" {
            return Some(None);
        }
        match text.split_whitespace().map(str::parse).collect() {
            Ok(values) => Some(Some(values)),
            Err(error) => {
                self.refuse::<T::Err>(column, error);
                None
            }
        }
    }

    /// Notes that a cell holds something that it should not.
    pub fn refuse<E: fmt::Display>(&mut self, column: &str, reason: E) {
        let index = self.columns.iter().position(|name| name == column);
        self.faults.push((index.map(|index| count(index) + 1), format!("column `{column}`: {reason}")));
    }
}

/// A folder that is being read.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    faults: Vec<Fault>,
    /// A digest of what each file says.
    read: BTreeMap<PathBuf, String>,
}

impl Folder {
    /// Begins to read the folder at `root`.
    pub fn open(root: impl Into<PathBuf>) -> Self {
        let root = root.into();
        let faults = match root.is_dir() {
            true => Vec::new(),
            false => vec![fault(&root, None, "expected a folder of definitions".to_owned())],
        };
        Self { root, faults, read: BTreeMap::new() }
    }

    /// Reads one definition.
    pub fn definition<T: DeserializeOwned>(&mut self, name: impl AsRef<Path>) -> Option<T> {
        let path = self.root.join(name);
        let text = self.text(&path)?;
        match toml::from_str(&text) {
            Ok(value) => {
                // Comments and layout say nothing: they may change.
                let said: Option<toml::Table> = toml::from_str(&text).ok();
                self.remember(&path, said.map(|table| table.to_string()).unwrap_or_default().as_bytes());
                Some(value)
            }
            Err(error) => {
                let place = error.span().map(|span| place(&text, &span));
                self.faults.push(fault(&path, place, error.message().to_owned()));
                None
            }
        }
    }

    /// Reads every definition in a folder inside this one but those named, ordered by file name.
    pub fn definitions<T: DeserializeOwned>(&mut self, name: &str, except: &[&str]) -> Vec<T> {
        if !self.root.is_dir() {
            return Vec::new();
        }
        let folder = self.root.join(name);
        let entries = match std::fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) => {
                self.faults.push(fault(&folder, None, missing(&error, "a folder of definitions")));
                return Vec::new();
            }
        };
        let mut files: Vec<_> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
            .filter_map(|path| Some(Path::new(name).join(path.file_name()?)))
            .filter(|path| !except.iter().any(|other| path.ends_with(other)))
            .collect();
        files.sort();
        files.iter().filter_map(|file| self.definition(file)).collect()
    }

    /// Reads a table with exactly these columns, in any order. `read` makes a value of each line and
    /// takes its cells one by one, so that every fault of the line is noted.
    pub fn table<T>(
        &mut self,
        name: &str,
        columns: &[&str],
        mut read: impl FnMut(&mut Cells<'_>) -> Option<T>,
    ) -> Vec<Row<T>> {
        let path = self.root.join(name);
        let Some(text) = self.text(&path) else { return Vec::new() };
        let header = text.lines().next().unwrap_or_default();
        if let Some(found) = other_separator(header) {
            let message = format!("expected `,` between columns, found {found}");
            self.faults.push(fault(&path, Some((1, None)), message));
            return Vec::new();
        }
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
        let found: Vec<String> = match reader.headers() {
            Ok(headers) => headers.iter().map(str::to_owned).collect(),
            Err(error) => {
                self.faults.push(fault(&path, Some((1, None)), error.to_string()));
                return Vec::new();
            }
        };
        let before = self.faults.len();
        for column in columns.iter().filter(|column| !found.iter().any(|name| name == *column)) {
            self.faults.push(fault(&path, Some((1, None)), format!("the column `{column}` is missing")));
        }
        for (index, name) in found.iter().enumerate() {
            let message = if !columns.contains(&name.as_str()) {
                format!("the column `{name}` is unknown; expected {}", columns.join(", "))
            } else if found.iter().take(index).any(|other| other == name) {
                format!("the column `{name}` stands twice")
            } else {
                continue;
            };
            self.faults.push(fault(&path, Some((1, None)), message));
        }
        if self.faults.len() > before {
            return Vec::new();
        }
        self.remember(&path, text.trim_end().replace('\r', "").as_bytes());
        let mut rows = Vec::new();
        for record in reader.into_records() {
            match record {
                Ok(record) => {
                    let line = record.position().map_or(0, |position| line(&text, position));
                    let mut cells = Cells { columns: &found, record: &record, faults: Vec::new() };
                    let value = read(&mut cells);
                    let faults = cells.faults.into_iter();
                    self.faults
                        .extend(faults.map(|(column, message)| fault(&path, Some((line, column)), message)));
                    rows.extend(value.map(|value| Row { line, value }));
                }
                Err(error) => self.faults.push(of_csv(&path, &text, &error)),
            }
        }
        rows
    }

    /// Whether anything is wrong with a file so far, so that what it should have held is not missed
    /// elsewhere.
    pub fn is_faulty(&self, name: &str) -> bool {
        let path = self.root.join(name);
        self.faults.iter().any(|fault| fault.path == path)
    }

    /// Notes a fault that shows only when files are compared; `line` is 0 where there is none.
    pub fn note(&mut self, name: &str, line: u64, message: impl Into<String>) {
        let place = (line > 0).then_some((line, None));
        self.faults.push(fault(&self.root.join(name), place, message.into()));
    }

    /// Notes a fault of a definition as a whole, if there is one, and gives the value otherwise.
    pub fn checked<T, E: fmt::Display>(&mut self, name: &str, made: Result<T, E>) -> Option<T> {
        match made {
            Ok(value) => Some(value),
            Err(error) => {
                self.note(name, 0, error.to_string());
                None
            }
        }
    }

    /// A digest of everything that was said so far: SHA-256 over the name of each file and the SHA-256 of
    /// what it says, a line each, ordered by name.
    pub fn digest(&self) -> String {
        let lines = self.read.iter().map(|(name, digest)| format!("{digest}  {}\n", name.display()));
        hex(&Sha256::digest(lines.collect::<String>()))
    }

    /// Ends reading.
    ///
    /// # Errors
    /// [`Faults`], ordered by file and line, if anything was wrong.
    pub fn close(mut self) -> Result<(), Faults> {
        if self.faults.is_empty() {
            return Ok(());
        }
        self.faults.sort_by(|a, b| (&a.path, a.place).cmp(&(&b.path, b.place)));
        Err(Faults(self.faults))
    }

    fn remember(&mut self, path: &Path, said: &[u8]) {
        let name = path.strip_prefix(&self.root).unwrap_or(path).to_owned();
        self.read.insert(name, hex(&Sha256::digest(said)));
    }

    fn text(&mut self, path: &Path) -> Option<String> {
        if !self.root.is_dir() {
            return None;
        }
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.faults.push(fault(path, None, missing(&error, "a file")));
                return None;
            }
        };
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => Some(text.to_owned()),
            Err(error) => {
                let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
                let line = 1 + count(good.iter().filter(|byte| **byte == b'\n').count());
                let byte = bytes.get(error.valid_up_to()).copied().unwrap_or_default();
                let message = format!("expected UTF-8, found the byte 0x{byte:02x}; save the file as UTF-8");
                self.faults.push(fault(path, Some((line, None)), message));
                None
            }
        }
    }
}

fn hex(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn fault(path: &Path, place: Option<(u64, Option<u64>)>, message: String) -> Fault {
    Fault { path: path.to_owned(), place, message }
}

fn missing(error: &std::io::Error, expected: &str) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => format!("expected {expected} here, found nothing"),
        _ => format!("expected {expected} that can be read: {error}"),
    }
}

/// Another separator in a header that has no comma.
fn other_separator(header: &str) -> Option<&'static str> {
    let found = |c| header.contains(c) && !header.contains(',');
    match (found(';'), found('\t')) {
        (true, _) => Some("`;`"),
        (_, true) => Some("a tab"),
        _ => None,
    }
}

fn of_csv(path: &Path, text: &str, error: &csv::Error) -> Fault {
    let place = error.position().map(|position| (line(text, position), None));
    let message = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("expected {expected_len} columns, found {len}")
        }
        _ => error.to_string(),
    };
    fault(path, place, message)
}

/// The line in which a record begins. The position may still point at the end of the line before.
fn line(text: &str, position: &csv::Position) -> u64 {
    let byte = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let (before, after) = text.split_at_checked(byte).unwrap_or((text, ""));
    let ends = after.len() - after.trim_start_matches(['\r', '\n']).len();
    let skipped = after.get(..ends).unwrap_or_default().matches('\n').count();
    1 + count(before.matches('\n').count() + skipped)
}

/// The line and column of the beginning of a span.
fn place(text: &str, span: &Range<usize>) -> (u64, Option<u64>) {
    let before = text.get(..span.start).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (1 + count(before.matches('\n').count()), Some(1 + count(line.chars().count())))
}

fn count(things: usize) -> u64 {
    u64::try_from(things).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Person {
        name: String,
        born: u16,
    }

    fn person(cells: &mut Cells<'_>) -> Option<Person> {
        Some(Person { name: cells.text("name").to_owned(), born: cells.value("born")? })
    }

    fn read(csv: &[u8]) -> (Vec<Row<Person>>, String) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("people.csv"), csv).unwrap();
        let mut reading = Folder::open(folder.path());
        let rows = reading.table("people.csv", &["name", "born"], person);
        let said = reading.close().err().map(|faults| faults.to_string()).unwrap_or_default();
        (rows, said.replace(&format!("{}/", folder.path().display()), ""))
    }

    #[test]
    fn a_good_table_is_read_with_its_lines_and_without_its_mark() {
        let (rows, said) = read("\u{feff}born,name\r\n1980, Ana \r\n1990,Bor\r\n".as_bytes());
        assert_eq!(said, "");
        let read: Vec<_> = rows.iter().map(|r| (r.line, r.value.name.as_str(), r.value.born)).collect();
        assert_eq!(read, [(2, "Ana", 1980), (3, "Bor", 1990)]);
    }

    #[test]
    fn every_fault_is_said_with_its_place() {
        let (_, said) = read(b"name,born\nAna,soon\nBor\nCene,1970\nDana,70000\n");
        assert_eq!(
            said,
            "people.csv:2:2: column `born`: invalid digit found in string\n\
             people.csv:3: expected 2 columns, found 1\n\
             people.csv:5:2: column `born`: number too large to fit in target type\n\
             3 faults; nothing was stored"
        );
    }

    #[test]
    fn wrong_separator_encoding_and_columns() {
        assert!(
            read(b"name;born\nAna;1980\n")
                .1
                .starts_with("people.csv:1: expected `,` between columns, found `;`")
        );
        assert!(read(b"name\tborn\n").1.contains("found a tab"));
        let (_, said) = read(b"name,born\nAna,1980\n\x8diga,1990\n");
        assert!(said.starts_with("people.csv:3: expected UTF-8, found the byte 0x8d"), "{said}");
        let (_, said) = read(b"name,bron,name\nAna,1980,x\n");
        assert_eq!(said.lines().count(), 4, "{said}");
        assert!(said.contains("the column `born` is missing"));
        assert!(said.contains("the column `bron` is unknown; expected name, born"));
        assert!(said.contains("the column `name` stands twice"));
    }

    #[test]
    fn definitions_say_line_and_column() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("person.toml"), "name = \"Ana\"\nborn = \"1980\"\n").unwrap();
        let mut reading = Folder::open(folder.path());
        assert!(reading.definition::<Person>("person.toml").is_none());
        assert!(reading.definition::<Person>("absent.toml").is_none());
        let said = reading.close().unwrap_err().to_string();
        assert!(said.contains("person.toml:2:8: invalid type: string \"1980\", expected u16"), "{said}");
        assert!(said.contains("absent.toml: expected a file here, found nothing"), "{said}");
        let said = Folder::open(folder.path().join("nowhere")).close().unwrap_err().to_string();
        assert!(said.contains("expected a folder of definitions"), "{said}");
    }
}
