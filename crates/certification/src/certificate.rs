//! One entry of the register: what was issued, to whom, on what basis, and what became of it (K3, K5).

use chrono::NaiveDate;
use guildhall_civic::PersonId;
use guildhall_kernel::{Id, LocalisedText, Slot, Time};
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{CertificateNumber, SchemeRef, Statement, Term, Waiver};

/// Names a certificate inside the software. People use its [number](CertificateNumber).
pub type CertificateId = Id<Certificate>;

/// Marks the ids of cycles. No value of it exists.
#[derive(Clone, Copy, Debug)]
pub enum Cycle {}

/// Names the round in which a certificate is earned: an edition of a programme, or a later renewal. The
/// caller takes the edition's own uuid, or derives one. Nobody holds two current certificates of one
/// scheme for one cycle (K4).
pub type CycleId = Id<Cycle>;

/// Where and when certificates are handed over. No name of a person belongs here.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ceremony {
    on: NaiveDate,
    place: LocalisedText,
}

impl Ceremony {
    /// A ceremony on this day at this place.
    pub const fn new(on: NaiveDate, place: LocalisedText) -> Self {
        Self { on, place }
    }

    /// The day.
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// The place, such as a castle.
    pub const fn place(&self) -> &LocalisedText {
        &self.place
    }
}

/// A certificate as the register keeps it. Who its holder is by name lies in a slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    pub(crate) id: CertificateId,
    pub(crate) number: CertificateNumber,
    pub(crate) counter: std::num::NonZeroU64,
    pub(crate) person: PersonId,
    pub(crate) holder: Slot,
    pub(crate) scheme: SchemeRef,
    pub(crate) cycle: CycleId,
    pub(crate) attests: Statement,
    pub(crate) issued_on: NaiveDate,
    pub(crate) term: Term,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) ceremony: Option<Ceremony>,
    /// Set where the criterion was waived, not met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) waiver: Option<Waiver>,
    pub(crate) recorded_at: Time,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) revocation: Option<Revocation>,
}

impl Certificate {
    /// Its internal id.
    pub const fn id(&self) -> CertificateId {
        self.id
    }

    /// The number printed on it.
    pub const fn number(&self) -> &CertificateNumber {
        &self.number
    }

    /// Whose it is.
    pub const fn person(&self) -> PersonId {
        self.person
    }

    /// Where the holder's name lies, as it was when the certificate was issued.
    pub const fn holder(&self) -> Slot {
        self.holder
    }

    /// The version of the scheme it was issued under.
    pub const fn scheme(&self) -> &SchemeRef {
        &self.scheme
    }

    /// The round in which it was earned.
    pub const fn cycle(&self) -> CycleId {
        self.cycle
    }

    /// What it says was attended, as printed.
    pub const fn attests(&self) -> &Statement {
        &self.attests
    }

    /// The day of issue, as printed.
    pub const fn issued_on(&self) -> NaiveDate {
        self.issued_on
    }

    /// When it holds.
    pub const fn term(&self) -> &Term {
        &self.term
    }

    /// The ceremony at which it was handed over, if there was one.
    pub const fn ceremony(&self) -> Option<&Ceremony> {
        self.ceremony.as_ref()
    }

    /// The waiver it rests on, where the criterion was not met.
    pub const fn waiver(&self) -> Option<&Waiver> {
        self.waiver.as_ref()
    }

    /// When the register took note of it. In one register this never falls from entry to entry.
    pub const fn recorded_at(&self) -> Time {
        self.recorded_at
    }

    /// Its revocation, if there is one.
    pub const fn revocation(&self) -> Option<&Revocation> {
        self.revocation.as_ref()
    }

    /// Whether it is the current one of its person, scheme and cycle: nothing took its place away.
    /// Its days may be over all the same.
    pub const fn is_current(&self) -> bool {
        self.revocation.is_none()
    }

    /// Whether it was current, for the same person, scheme and cycle, when a later one was recorded.
    pub(crate) fn stands_beside(&self, later: &Self) -> bool {
        let gone = self.revocation.as_ref().is_some_and(|gone| gone.recorded_at <= later.recorded_at);
        let same = self.person == later.person && self.cycle == later.cycle;
        same && self.scheme.code() == later.scheme.code() && !gone
    }

    /// What the register said at `known_at` about `valid_at`; nothing, if it had not been issued yet.
    ///
    /// Only what was recorded up to `known_at`, that instant included, counts (K5). A revocation comes
    /// before anything else (K3).
    pub fn status(&self, valid_at: Time, known_at: Time) -> Option<Status> {
        if known_at < self.recorded_at {
            return None;
        }
        let revocation = self.revocation.as_ref().filter(|revocation| revocation.recorded_at <= known_at);
        Some(match (revocation, self.term.last_day()) {
            (Some(revocation), _) if revocation.since <= valid_at => {
                Status::Revoked { from: revocation.from }
            }
            _ if valid_at < self.term.from() => Status::NotYetValid { from: self.term.first_day() },
            (_, Some(last_day)) if self.term.until().is_some_and(|until| until <= valid_at) => {
                Status::Expired { last_day }
            }
            (_, last_day) => Status::Valid { last_day },
        })
    }
}

/// That a certificate was taken back. It stays so (K3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Revocation {
    pub(crate) from: NaiveDate,
    pub(crate) since: Time,
    pub(crate) reason: Slot,
    pub(crate) public_text: LocalisedText,
    pub(crate) recorded_at: Time,
}

impl Revocation {
    /// The first day on which the certificate holds no more.
    pub const fn from(&self) -> NaiveDate {
        self.from
    }

    /// The instant at which that day began on the issuer's clocks.
    pub const fn since(&self) -> Time {
        self.since
    }

    /// Where the reason lies that the file gives.
    pub const fn reason(&self) -> Slot {
        self.reason
    }

    /// What whoever asks about the number is told.
    pub const fn public_text(&self) -> &LocalisedText {
        &self.public_text
    }

    /// When the register took note of it.
    pub const fn recorded_at(&self) -> Time {
        self.recorded_at
    }
}

/// What the register says about a certificate at an instant.
///
/// Not exhaustive: corrections, duplicates and annulments say more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Status {
    /// Its first day is still to come.
    NotYetValid {
        /// That day.
        from: NaiveDate,
    },
    /// It holds.
    Valid {
        /// The last day on which it will, if there is one.
        last_day: Option<NaiveDate>,
    },
    /// Its days are over.
    Expired {
        /// The last day on which it held.
        last_day: NaiveDate,
    },
    /// It was taken back.
    Revoked {
        /// The first day on which it held no more.
        from: NaiveDate,
    },
}

impl Status {
    /// Whether it holds.
    pub const fn is_valid(self) -> bool {
        matches!(self, Self::Valid { .. })
    }

    /// The status as one stable word, for tables and reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotYetValid { .. } => "not_yet_valid",
            Self::Valid { .. } => "valid",
            Self::Expired { .. } => "expired",
            Self::Revoked { .. } => "revoked",
        }
    }
}
