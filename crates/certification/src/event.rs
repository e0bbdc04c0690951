//! What can happen to a register. No event holds a name or a reason: those lie in slots (C5).

use std::num::NonZeroU64;

use chrono::NaiveDate;
use guildhall_civic::{Party, PersonId};
use guildhall_kernel::chrono_tz::Tz;
use guildhall_kernel::{LocalisedText, Slot, Time};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Award, Ceremony, CertificateId, CertificateNumber, CycleId, Scheme, Statement, Term};

/// What happened to a register.
///
/// Not exhaustive: corrections, duplicates and annulments are entries of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RegisterEvent {
    /// The issuer began to keep it.
    Opened(Opened),
    /// The issuer took on a version of a scheme.
    SchemeAdopted(Box<SchemeAdopted>),
    /// A certificate was issued.
    Issued(Box<Issued>),
    /// A certificate was taken back.
    Revoked(Box<Revoked>),
}

guildhall_kernel::events!(RegisterEvent {
    Opened => "opened" 1,
    SchemeAdopted => "scheme_adopted" 1,
    Issued => "issued" 1,
    Revoked => "revoked" 1,
});

/// The issuer began to keep the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Opened {
    /// Who issues.
    pub issuer: Party,
    /// The IANA name of the zone on whose clocks its days begin and end.
    #[schemars(with = "String")]
    pub zone: Tz,
    /// When it was recorded.
    pub at: Time,
}

/// The issuer took on a version of a scheme, for good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SchemeAdopted {
    /// The scheme.
    pub scheme: Scheme,
    /// When it was recorded.
    pub at: Time,
}

/// A certificate was issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Issued {
    /// Its internal id.
    pub certificate: CertificateId,
    /// The number printed on it.
    pub number: CertificateNumber,
    /// The counter in that number.
    pub counter: NonZeroU64,
    /// Whose it is.
    pub person: PersonId,
    /// Where the holder's name lies.
    pub holder: Slot,
    /// The round in which it was earned.
    pub cycle: CycleId,
    /// Why it was issued, under which scheme.
    pub award: Award,
    /// What it says was attended.
    pub attests: Statement,
    /// The day of issue, as printed.
    pub issued_on: NaiveDate,
    /// When it holds.
    pub term: Term,
    /// The ceremony at which it was handed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ceremony: Option<Ceremony>,
    /// When it was recorded.
    pub at: Time,
}

/// A certificate was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Revoked {
    /// Which one.
    pub certificate: CertificateId,
    /// The first day on which it holds no more.
    pub from: NaiveDate,
    /// The instant at which that day began.
    pub since: Time,
    /// Where the reason lies that the file gives.
    pub reason: Slot,
    /// What whoever asks about the number is told. It names nobody.
    pub public_text: LocalisedText,
    /// When it was recorded.
    pub at: Time,
}
