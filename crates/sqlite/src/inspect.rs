//! Looks at a file before SQLite touches it, so that what is no store stays as it is.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::OpenError;
use crate::schema::{APPLICATION_ID, FORMAT};

/// What a path turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// Nothing, or an empty file: a store can begin here.
    Nothing,
    /// A store; `unfinished` if a log lies beside it, from a crash or an open store.
    Store { unfinished: bool },
}

/// SQLite's file header, of which these parts count
/// (<https://www.sqlite.org/fileformat.html#the_database_header>).
const HEADER: usize = 100;
const MAGIC: &[u8] = b"SQLite format 3\0";

/// Looks, and changes nothing.
pub(crate) fn inspect(path: &Path) -> Result<Found, OpenError> {
    let path_buf = || path.to_path_buf();
    let unreachable = |source| OpenError::Unreachable { path: path_buf(), source };
    let damaged = |found: String| OpenError::Damaged { path: path_buf(), found };
    // Looked at before and after the file itself: somebody may be making it at this moment.
    let unfinished = || begun(path, "-wal") || begun(path, "-journal");
    let before = unfinished();
    let metadata = match fs::metadata(path) {
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(unreachable(error)),
    };
    let Some(metadata) = metadata.filter(|metadata| metadata.is_dir() || metadata.len() > 0) else {
        // SQLite would throw away a log without a file, and all the commits in it.
        return match begun(path, "-wal") {
            true => Err(damaged("it is missing or empty, although its log is not".into())),
            false => Ok(Found::Nothing),
        };
    };
    if metadata.is_dir() {
        return Err(OpenError::Folder { path: path_buf() });
    }
    let mut header = [0; HEADER];
    match File::open(path).and_then(|mut file| file.read_exact(&mut header)) {
        Ok(()) if header.starts_with(MAGIC) => {}
        Err(error) if error.kind() != ErrorKind::UnexpectedEof => return Err(unreachable(error)),
        _ => return Err(OpenError::NotSqlite { path: path_buf() }),
    }
    let application_id = number(&header, 68);
    if application_id != APPLICATION_ID {
        return Err(OpenError::Foreign { path: path_buf(), application_id });
    }
    let format = number(&header, 60);
    if format > FORMAT {
        return Err(OpenError::Newer { path: path_buf(), found: format, known: FORMAT });
    }
    if format != FORMAT {
        return Err(damaged(format!("format {format} was never released")));
    }
    // The header's word for the page size holds the upper half of 65536 as 1.
    let page = match number(&header, 14) & 0xFFFF {
        1 => 65_536,
        size => u64::from(size),
    };
    let whole = page.saturating_mul(number(&header, 28).into());
    let unfinished = before || unfinished();
    if !unfinished && metadata.len() < whole {
        return Err(damaged(format!("it ends after {} of {whole} bytes", metadata.len())));
    }
    if metadata.permissions().readonly() {
        return Err(OpenError::ReadOnly { path: path_buf() });
    }
    Ok(Found::Store { unfinished })
}

/// Whether a companion file of SQLite has anything in it.
fn begun(path: &Path, suffix: &str) -> bool {
    fs::metadata(companion(path, suffix)).is_ok_and(|metadata| metadata.len() > 0)
}

/// The path of a file that SQLite keeps beside a store.
pub(crate) fn companion(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}

fn number(header: &[u8; HEADER], at: usize) -> u32 {
    let bytes = header.get(at..).and_then(|rest| rest.first_chunk());
    bytes.map_or(0, |bytes| u32::from_be_bytes(*bytes))
}
