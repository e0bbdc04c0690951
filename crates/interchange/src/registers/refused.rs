//! Rows of a register that name no authority, and why.

use std::fmt;

use chrono::NaiveDate;
use guildhall_civic::{AuthorityKey, CodeError};

/// A row that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    pub(super) line: u64,
    pub(super) code: String,
    pub(super) name: String,
    pub(super) reason: Reason,
}

/// Why a row was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// Its code names no authority.
    #[error(transparent)]
    Code(#[from] CodeError),
    /// The row as such is wrong.
    #[error("{0}")]
    Row(String),
    /// The authority stands in the register already, at the same level.
    #[error("it stands in line {line} already")]
    Again {
        /// Where it stands first.
        line: u64,
    },
    /// What it lies in is not in the register.
    #[error("it lies in `{region}`, which is not in the register")]
    NoRegion {
        /// What it would lie in.
        region: AuthorityKey,
    },
    /// What the row calls it does not fit its code.
    #[error("`{told}` is not what its code says")]
    OtherKind {
        /// What the row calls it.
        told: String,
    },
    /// Another code in the row is not of the same authority.
    #[error("`{other}` is not the same authority")]
    OtherCode {
        /// The other code.
        other: String,
    },
    /// The authority has another name in its row at another level.
    #[error("line {line} calls it `{name}`")]
    OtherName {
        /// The other row.
        line: u64,
        /// What it is called there.
        name: String,
    },
    /// The row is as of another day than the first.
    #[error("it is as of {day}, and the register as of {of}")]
    OtherDay {
        /// The day in the row.
        day: NaiveDate,
        /// The day of the register.
        of: NaiveDate,
    },
}

impl Refused {
    /// A row that is not taken: its line, and its code and name as they stand there.
    pub fn new(
        line: u64,
        code: impl Into<String>,
        name: impl Into<String>,
        reason: impl Into<Reason>,
    ) -> Self {
        Self { line, code: code.into(), name: name.into(), reason: reason.into() }
    }

    /// The line, from 1.
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// Its code as the register writes it; empty where the row could not be taken apart.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Its name as the register writes it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Why.
    pub const fn reason(&self) -> &Reason {
        &self.reason
    }
}
impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        if !self.code.is_empty() {
            write!(f, ", `{}` {}", self.code, self.name)?;
        }
        write!(f, ": {}", self.reason)
    }
}
