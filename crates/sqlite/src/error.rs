//! Why a file does not open as a store, and why the backend fails later.

use std::path::PathBuf;
use std::time::Duration;

use rusqlite::ErrorCode;

/// Why a file did not open as a store. Nothing in it was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// It is a folder.
    #[error("`{}` is a folder; a store is a file", path.display())]
    Folder {
        /// What was to be opened.
        path: PathBuf,
    },
    /// The file, or the folder it should be in, cannot be reached.
    #[error("`{}` cannot be reached", path.display())]
    Unreachable {
        /// What was to be opened.
        path: PathBuf,
        /// What the operating system says.
        source: std::io::Error,
    },
    /// It is not a SQLite file at all.
    #[error("`{}` is not a SQLite file", path.display())]
    NotSqlite {
        /// What was to be opened.
        path: PathBuf,
    },
    /// It is a SQLite file of somebody else.
    #[error("`{}` is a SQLite file of another application (its id is {application_id})", path.display())]
    Foreign {
        /// What was to be opened.
        path: PathBuf,
        /// The application id in its header; 0 if it names none.
        application_id: u32,
    },
    /// It was written by a newer release.
    #[error("`{}` has format {found}; this release knows formats up to {known}", path.display())]
    Newer {
        /// What was to be opened.
        path: PathBuf,
        /// The format of the file.
        found: u32,
        /// The newest format that this release knows.
        known: u32,
    },
    /// It is a store, and damaged.
    #[error("`{}` is damaged: {found}", path.display())]
    Damaged {
        /// What was to be opened.
        path: PathBuf,
        /// What was found.
        found: String,
    },
    /// It may not be written.
    #[error("`{}` may only be read; a store has to be written", path.display())]
    ReadOnly {
        /// What was to be opened.
        path: PathBuf,
    },
    /// Another process keeps it locked.
    #[error("`{}` was locked by another process for {}", path.display(), seconds(waited))]
    Locked {
        /// What was to be opened.
        path: PathBuf,
        /// How long was waited.
        waited: Duration,
    },
    /// SQLite did not take a setting that the store's promises rest on, for instance because the file
    /// system cannot share memory.
    #[error("`{}`: `{setting}` is `{found}` and has to be `{wanted}`", path.display())]
    Setting {
        /// What was to be opened.
        path: PathBuf,
        /// The pragma.
        setting: &'static str,
        /// What it has to be.
        wanted: &'static str,
        /// What it is.
        found: String,
    },
    /// SQLite failed in another way.
    #[error("`{}` cannot be opened", path.display())]
    Sqlite {
        /// What was to be opened.
        path: PathBuf,
        /// What SQLite says.
        source: rusqlite::Error,
    },
}

/// Why the backend failed: the source of a [`StoreError`](guildhall_kernel::StoreError).
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// Another process, or a reader that does not end, keeps the file locked. Try again.
    #[error("the file was locked by somebody else for {}", seconds(waited))]
    Locked {
        /// How long was waited.
        waited: Duration,
    },
    /// The file holds something that no store writes.
    #[error("the file is damaged: {found}")]
    Damaged {
        /// What was found.
        found: &'static str,
    },
    /// SQLite failed in another way, such as a full disk.
    #[error(transparent)]
    Sqlite(rusqlite::Error),
}

impl Fault {
    pub(crate) const fn damaged(found: &'static str) -> Self {
        Self::Damaged { found }
    }

    /// Tells apart what a caller can act on; `patience` is how long SQLite has waited.
    pub(crate) fn patiently(self, patience: Duration) -> Self {
        match self {
            Self::Sqlite(error) if is_locked(&error) => Self::Locked { waited: patience },
            other => other,
        }
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::damaged("SQLite cannot read its pages")
            }
            _ => Self::Sqlite(error),
        }
    }
}

pub(crate) fn is_locked(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
}

fn seconds(waited: &Duration) -> String {
    format!("{} seconds", waited.as_secs_f64())
}
