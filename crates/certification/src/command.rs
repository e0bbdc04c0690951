//! What a register can be asked to do, and what it has to be told of others for it (C8).

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use guildhall_civic::{Party, PersonId};
use guildhall_kernel::chrono_tz::Tz;
use guildhall_kernel::{Consulted, LocalisedText, Slot, StreamId, Version};
use guildhall_rules::FactSource;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Ceremony, CertificateId, CycleId, Scheme, SchemeRef, Statement, Waiver};

/// What a register can be asked to do.
///
/// Not exhaustive: corrections, duplicates and annulments are asked for too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RegisterCommand {
    /// Begin to keep it.
    Open(Open),
    /// Take on a version of a scheme.
    Adopt(Box<Adopt>),
    /// Issue certificates to everybody on a list, or to nobody.
    Issue(Issue),
    /// Take a certificate back.
    Revoke(Revoke),
}

/// Begin to keep the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Open {
    /// Who issues. The register's id is [`Register::id_of`](crate::Register::id_of) them.
    pub issuer: Party,
    /// The IANA name of the zone on whose clocks its days begin and end, such as `Europe/Ljubljana`.
    #[schemars(with = "String")]
    pub zone: Tz,
}

/// Take on a version of a scheme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Adopt {
    /// The scheme.
    pub scheme: Scheme,
}

/// Issue certificates to everybody on a list, or to nobody. The same request again issues nothing more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// Under which version of which scheme.
    pub scheme: SchemeRef,
    /// For which round.
    pub cycle: CycleId,
    /// What they say was attended.
    pub attests: Statement,
    /// The day of issue, as it is to be printed. It may lie ahead, for a ceremony.
    pub issued_on: NaiveDate,
    /// The ceremony at which they are handed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ceremony: Option<Ceremony>,
    /// To whom, in the order of their numbers.
    pub candidates: Vec<Candidate>,
}

/// One person on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Candidate {
    /// The certificate's internal id, drawn or derived by the caller.
    pub certificate: CertificateId,
    /// Who.
    pub person: PersonId,
    /// The slot that the same commit fills with the name to be printed; of the class of the register's
    /// minimum.
    pub holder: Slot,
    /// Where the criterion is not met, and somebody decided that this shall not stand in the way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiver: Option<Waiver>,
}

/// Take a certificate back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Revoke {
    /// Which one.
    pub certificate: CertificateId,
    /// The first day on which it holds no more.
    pub from: NaiveDate,
    /// The slot that the same commit fills with the reason; of the class of free text.
    pub reason: Slot,
    /// What whoever asks about the number is told. It is published: it names nobody.
    pub public_text: LocalisedText,
}

/// What is known of the people on a list, and the streams it was read from.
///
/// ```
/// use guildhall_certification::{AwardFacts, PersonId};
/// use guildhall_kernel::Uuid;
/// use guildhall_rules::Facts;
///
/// let person = PersonId::new(Uuid::from_u128(7));
/// let (facts, participation) = (Facts::default(), ());
/// let known = AwardFacts::none().with(person, &facts, &participation);
/// assert!(known.of(person).is_some());
/// ```
#[derive(Clone, Default)]
pub struct AwardFacts<'a> {
    facts: BTreeMap<PersonId, &'a dyn FactSource>,
    consulted: Vec<&'a dyn Consulted>,
}

impl<'a> AwardFacts<'a> {
    /// Nothing: enough for everything but issuing.
    pub const fn none() -> Self {
        Self { facts: BTreeMap::new(), consulted: Vec::new() }
    }

    /// And what is known of one more person, with the streams it was read from: the participation, or
    /// whatever else the criterion asks about.
    #[must_use]
    pub fn with(mut self, person: PersonId, facts: &'a dyn FactSource, from: &'a dyn Consulted) -> Self {
        self.facts.insert(person, facts);
        self.consulted.push(from);
        self
    }

    /// What is known of a person.
    pub fn of(&self, person: PersonId) -> Option<&'a dyn FactSource> {
        self.facts.get(&person).copied()
    }
}

impl fmt::Debug for AwardFacts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AwardFacts").field("people", &self.facts.len()).finish_non_exhaustive()
    }
}
impl Consulted for AwardFacts<'_> {
    fn reads(&self, out: &mut Vec<(StreamId, Version)>) {
        self.consulted.iter().for_each(|consulted| consulted.reads(out));
    }
}
