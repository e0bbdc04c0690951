//! What is wrong with a scheme that an officer wrote: every fault at once, each with its path.

use guildhall_civic::OfficeCode;
use guildhall_kernel::CodeError;

use crate::NumberFormatFault;

/// One fault of a scheme and where it stands, such as `criterion.any[1].fact`.
pub type SchemeFault = guildhall_kernel::Fault<SchemeProblem>;

/// Every fault that was found, in the order of a definition's fields; at least one.
pub type SchemeFaults = guildhall_kernel::Faults<SchemeProblem>;

/// What can be wrong.
///
/// Not exhaustive: renewal and prerequisites bring faults of their own.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SchemeProblem {
    /// The code is none.
    #[error(transparent)]
    Code(CodeError),
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
