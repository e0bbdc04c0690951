//! How a register says no, one enum for each operation.

use chrono::NaiveDate;
use guildhall_civic::PersonId;
use guildhall_kernel::chrono_tz::Tz;
use guildhall_kernel::{RetentionClass, Slot};
use guildhall_rules::RuleRef;
use guildhall_words::Say;

use crate::{CertificateId, CertificateNumber, NoAward, NumberFormat, SchemeCode, SchemeRef};

/// Why a register refused a command.
///
/// Not exhaustive: later commands are refused in words of their own.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Say)]
#[non_exhaustive]
pub enum RegisterRefusal {
    /// It cannot be opened.
    #[error(transparent)]
    Open(
        #[from]
        #[say(transparent)]
        OpenRefusal,
    ),
    /// The scheme cannot be adopted.
    #[error(transparent)]
    Adopt(
        #[from]
        #[say(transparent)]
        AdoptRefusal,
    ),
    /// The certificates cannot be issued.
    #[error(transparent)]
    Issue(
        #[from]
        #[say(transparent)]
        IssueRefusal,
    ),
    /// The certificate cannot be revoked.
    #[error(transparent)]
    Revoke(
        #[from]
        #[say(transparent)]
        RevokeRefusal,
    ),
}

/// Why a register cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Say)]
#[non_exhaustive]
pub enum OpenRefusal {
    /// It is open already, in another zone.
    #[error("the register is open already, with its days in {zone}")]
    Already {
        /// The zone it is kept in.
        zone: Tz,
    },
    /// The register's id is not the issuer's.
    #[error("an issuer has one register, and this is another one's")]
    OtherIssuer,
}

/// Why a scheme cannot be adopted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Say)]
#[non_exhaustive]
pub enum AdoptRefusal {
    /// Nobody keeps the register yet.
    #[error("the register is not open yet")]
    NotOpen,
    /// The version exists with other content.
    #[error("`{0}` is adopted already, with other content: give the change a new version")]
    #[say(tell(scheme: SchemeCode = _0.code().clone(), version: std::num::NonZeroU32 = _0.version()))]
    OtherContent(#[say(skip)] SchemeRef),
    /// A newer version exists.
    #[error("version {newest} of `{code}` is adopted already: a new version has a higher number")]
    NotNewer {
        /// The scheme.
        code: SchemeCode,
        /// Its newest version.
        newest: std::num::NonZeroU32,
    },
}

/// Why certificates cannot be issued.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Say)]
#[non_exhaustive]
pub enum IssueRefusal {
    /// Nobody keeps the register yet.
    #[error("the register is not open yet")]
    NotOpen,
    /// The register does not have that scheme.
    #[error("the register has not adopted the scheme `{0}`")]
    #[say(tell(scheme: SchemeCode = _0.code().clone(), version: std::num::NonZeroU32 = _0.version()))]
    UnknownScheme(#[say(skip)] SchemeRef),
    /// The criterion does not apply on the day of issue.
    #[error("the criterion `{rule}` is not in force on {on}")]
    #[say(tell(criterion: String = rule.id().to_string(), version: std::num::NonZeroU32 = rule.version()))]
    NotInForce {
        /// The criterion.
        #[say(skip)]
        rule: RuleRef,
        /// The day of issue.
        on: NaiveDate,
    },
    /// No number can be written for that year.
    #[error("a certificate cannot be dated `{0}`: its year has four digits")]
    Year(#[say(name = "on")] NaiveDate),
    /// The issuer's clocks never showed that day, or never will.
    #[error("there is no `{on}` in {zone}")]
    NoSuchDay {
        /// The day of issue.
        on: NaiveDate,
        /// The register's zone.
        zone: Tz,
    },
    /// Some on the list cannot get one, so nobody does.
    #[error("{} of {of} people on the list cannot get a certificate{}", .refused.len(), first(.refused))]
    #[say(tell(refused: usize = refused.len()))]
    Candidates {
        /// Who cannot, and why, in the order of the list.
        #[say(skip)]
        refused: Vec<(PersonId, CandidateRefusal)>,
        /// How many are on the list.
        of: usize,
    },
}

fn first(refused: &[(PersonId, CandidateRefusal)]) -> String {
    refused.first().map(|(person, why)| format!("; person `{person}`: {why}")).unwrap_or_default()
}

/// Why one person on the list cannot get a certificate.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Say)]
#[non_exhaustive]
pub enum CandidateRefusal {
    /// The criterion says no, or cannot say yet; or the waiver is none.
    #[error(transparent)]
    NoAward(
        #[from]
        #[say(transparent)]
        NoAward,
    ),
    /// Nobody handed over what they did.
    #[error("nothing is known about what they did")]
    NoFacts,
    /// They have one of this scheme for this round.
    #[error("they hold certificate `{0}` of this scheme for this round already")]
    Holds(#[say(name = "number")] CertificateNumber),
    /// They are on the list twice.
    #[error("they are on the list twice")]
    Twice,
    /// The internal id is another certificate's.
    #[error("the id `{0}` belongs to another certificate")]
    IdTaken(#[say(skip)] CertificateId),
    /// The holder's name would not be kept as the register's minimum.
    #[error("the holder's name is kept as `{}`, not as `{}`", RetentionClass::RegisterMinimum.as_str(), .0.as_str())]
    HolderClass(#[say(skip)] RetentionClass),
    /// The slot is filled already.
    #[error("{0} belongs to another entry")]
    SlotTaken(#[say(skip)] Slot),
    /// The counter has come to its end.
    #[error("the numbers of `{0}` are used up")]
    UsedUp(#[say(name = "format")] NumberFormat),
}

/// Why a certificate cannot be revoked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Say)]
#[non_exhaustive]
pub enum RevokeRefusal {
    /// Nobody keeps the register yet.
    #[error("the register is not open yet")]
    NotOpen,
    /// The register does not have it.
    #[error("the register has no certificate with the id `{0}`")]
    Unknown(#[say(skip)] CertificateId),
    /// It is revoked already, and stays so as it is.
    #[error("certificate `{number}` is revoked already, from {from}, and stays so")]
    Already {
        /// The certificate's number.
        number: CertificateNumber,
        /// The day from which it is.
        from: NaiveDate,
    },
    /// The day lies ahead.
    #[error("a revocation takes effect at once or earlier: `{from}` lies after today, {today}")]
    Ahead {
        /// The day that was given.
        from: NaiveDate,
        /// Today on the issuer's clocks.
        today: NaiveDate,
    },
    /// The day lies before there was a certificate.
    #[error("`{from}` lies before the certificate's own day, {earliest}")]
    BeforeIssue {
        /// The day that was given.
        from: NaiveDate,
        /// The first day that can be given.
        earliest: NaiveDate,
    },
    /// The issuer's clocks never showed that day.
    #[error("there is no `{from}` in {zone}")]
    NoSuchDay {
        /// The day that was given.
        from: NaiveDate,
        /// The register's zone.
        zone: Tz,
    },
    /// The reason would not be kept as free text.
    #[error("the reason of a revocation is kept as `{}`, not as `{}`", RetentionClass::FreeText.as_str(), .0.as_str())]
    ReasonClass(#[say(skip)] RetentionClass),
    /// The slot is filled already.
    #[error("{0} belongs to another entry")]
    SlotTaken(#[say(skip)] Slot),
}
