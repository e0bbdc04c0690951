//! What is wrong with a scheme that an officer wrote: every fault at once, each with its path.

use std::fmt;

use guildhall_civic::OfficeCode;

use crate::{NumberFormatFault, SchemeCodeError};

/// One fault and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemeFault {
    path: String,
    problem: SchemeProblem,
}

impl SchemeFault {
    /// Where it stands, such as `criterion.any[1].fact`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong.
    pub const fn problem(&self) -> &SchemeProblem {
        &self.problem
    }
}
impl fmt::Display for SchemeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.problem)
    }
}

/// What can be wrong.
///
/// Not exhaustive: renewal and prerequisites bring faults of their own.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SchemeProblem {
    /// The code is none.
    #[error(transparent)]
    Code(SchemeCodeError),
    /// Versions count from 1.
    #[error("versions count from 1")]
    VersionZero,
    /// The criterion does not fit the facts there are.
    #[error("{0}")]
    Criterion(guildhall_rules::Problem),
    /// The number format is none.
    #[error(transparent)]
    NumberFormat(NumberFormatFault),
    /// Longer than anybody can promise.
    #[error("a certificate holds for at most {years} years, or is `unlimited`")]
    ValidityTooLong {
        /// The most there may be.
        years: u16,
    },
    /// Nobody signs.
    #[error("somebody has to sign: name at least one office")]
    NoSignatory,
    /// The same office signs twice.
    #[error("the office `{0}` of the same party signs twice")]
    SignsTwice(OfficeCode),
}

/// Every fault that was found, in the order of a definition's fields; at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemeFaults {
    faults: Vec<SchemeFault>,
}

impl SchemeFaults {
    /// Every fault.
    pub fn iter(&self) -> impl Iterator<Item = &SchemeFault> {
        self.faults.iter()
    }
}
impl fmt::Display for SchemeFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, fault) in self.faults.iter().enumerate() {
            if nth > 0 {
                f.write_str("\n")?;
            }
            fault.fmt(f)?;
        }
        Ok(())
    }
}
impl std::error::Error for SchemeFaults {}

/// Faults while they are being found.
#[derive(Debug, Default)]
pub(crate) struct Report {
    faults: Vec<SchemeFault>,
}

impl Report {
    pub(crate) fn add(&mut self, path: impl Into<String>, problem: SchemeProblem) {
        self.faults.push(SchemeFault { path: path.into(), problem });
    }

    pub(crate) fn end<T>(self, whole: Option<T>) -> Result<T, SchemeFaults> {
        match whole {
            Some(whole) if self.faults.is_empty() => Ok(whole),
            _ => Err(SchemeFaults { faults: self.faults }),
        }
    }
}
