//! The register of one issuer: every certificate it ever issued and what became of each. Guards K2
//! (numbers rise, are unique and never used again), K3 (revoked stays revoked), K4 (one current
//! certificate for person, scheme and cycle) and K5 (what it said then depends on what it knew then).
//!
//! It is kept by appending alone; nothing in it is ever changed or taken out.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::num::NonZeroU64;

use chrono::{Datelike, NaiveDate};
use guildhall_civic::{Party, PersonId};
use guildhall_kernel::chrono_tz::Tz;
use guildhall_kernel::{Aggregate, Id, SlotId, Time, Uuid};
use serde::Deserialize;

use crate::{
    AwardFacts, Certificate, CertificateId, CertificateNumber, CycleId, Issued, Opened, RegisterCommand,
    RegisterEvent, RegisterRefusal, Revocation, Revoked, Scheme, SchemeAdopted, SchemeCode, SchemeRef,
    Status,
};

/// Names a register; its stream is its own scope.
pub type RegisterId = Id<Register>;

/// Drawn once for all, so that an issuer has the same register everywhere.
const REGISTERS: Uuid = Uuid::from_u128(0x9d1c_44e0_0c1b_4f6e_8a35_6f0e_d2b7_51c4);

/// The register of one issuer.
///
/// It holds the schemes that the issuer adopted, so that it can say what a certificate attests long
/// after the software that wrote it. Whom to ask which question:
/// - whether somebody may have one: [`Register::dry_run`], [`Register::issue`];
/// - what a certificate is worth: [`Register::status`];
/// - what somebody holds, as facts for rules: [`Register::holdings`];
/// - the whole list: [`Register::lines`].
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "crate::kept::Kept")]
pub struct Register {
    pub(crate) id: RegisterId,
    pub(crate) opened: Option<Opened>,
    pub(crate) schemes: BTreeMap<SchemeRef, Scheme>,
    pub(crate) certificates: Vec<Certificate>,
    pub(crate) recorded_until: Option<Time>,
    pub(crate) index: Index,
}

/// What is looked up often. It follows from the certificates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Index {
    ids: HashMap<CertificateId, usize>,
    numbers: HashMap<CertificateNumber, usize>,
    people: HashMap<PersonId, Vec<usize>>,
    pub(crate) slots: HashSet<SlotId>,
    counters: BTreeMap<Series, NonZeroU64>,
}

/// Numbers that count together: those of one format, and of one year if the format has a year.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Series(String, Option<u16>);

impl Series {
    pub(crate) fn of(scheme: &Scheme, year: u16) -> Self {
        let format = scheme.number_format();
        Self(format.series(), format.has_year().then_some(year))
    }
}

/// The year of a day, if it has four digits.
pub(crate) fn year_of(day: NaiveDate) -> Option<u16> {
    u16::try_from(day.year()).ok().filter(|year| (1..=9999).contains(year))
}

/// What a certificate is looked up by: its number or its internal id.
///
/// Exhaustive on purpose: a certificate has these two names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CertificateKey<'a> {
    /// The number printed on it.
    Number(&'a CertificateNumber),
    /// Its internal id.
    Id(CertificateId),
}
impl<'a> From<&'a CertificateNumber> for CertificateKey<'a> {
    fn from(number: &'a CertificateNumber) -> Self {
        Self::Number(number)
    }
}
impl From<CertificateId> for CertificateKey<'_> {
    fn from(id: CertificateId) -> Self {
        Self::Id(id)
    }
}

impl Register {
    /// The id of this issuer's register: an issuer has one.
    pub fn id_of(issuer: &Party) -> RegisterId {
        let name = match issuer {
            Party::Authority(key) => format!("authority:{key}"),
            Party::Organisation(code) => format!("organisation:{code}"),
        };
        Id::derived(REGISTERS, name.as_bytes())
    }

    /// Its id.
    pub const fn id(&self) -> RegisterId {
        self.id
    }

    /// Who issues, once it is open.
    pub fn issuer(&self) -> Option<&Party> {
        self.opened.as_ref().map(|opened| &opened.issuer)
    }

    /// On whose clocks its days begin and end, once it is open.
    pub fn zone(&self) -> Option<Tz> {
        self.opened.as_ref().map(|opened| opened.zone)
    }

    /// A version of a scheme, if it was adopted.
    pub fn scheme(&self, scheme: &SchemeRef) -> Option<&Scheme> {
        self.schemes.get(scheme)
    }

    /// The newest version of a scheme.
    pub fn newest(&self, code: &SchemeCode) -> Option<&Scheme> {
        self.schemes.values().rfind(|scheme| scheme.reference().code() == code)
    }

    /// Every version of every scheme, by code and version.
    pub fn schemes(&self) -> impl Iterator<Item = &Scheme> {
        self.schemes.values()
    }

    /// Every certificate, in the order of issue.
    pub fn certificates(&self) -> &[Certificate] {
        &self.certificates
    }

    /// The certificate with this number or id.
    pub fn certificate<'k>(&self, key: impl Into<CertificateKey<'k>>) -> Option<&Certificate> {
        let place = match key.into() {
            CertificateKey::Number(number) => self.index.numbers.get(number),
            CertificateKey::Id(id) => self.index.ids.get(&id),
        };
        place.and_then(|place| self.certificates.get(*place))
    }

    /// What the register said at `known_at` about what a certificate is worth at `valid_at`; nothing,
    /// if it knew no such certificate then (K5).
    pub fn status<'k>(
        &self,
        key: impl Into<CertificateKey<'k>>,
        valid_at: Time,
        known_at: Time,
    ) -> Option<Status> {
        self.certificate(key)?.status(valid_at, known_at)
    }

    /// Every certificate of a person, in the order of issue.
    pub fn of_person(&self, person: PersonId) -> impl Iterator<Item = &Certificate> {
        let places = self.index.people.get(&person).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(|place| self.certificates.get(*place))
    }

    /// The current certificate of a person, scheme and cycle: there is at most one (K4).
    pub fn current(&self, person: PersonId, scheme: &SchemeCode, cycle: CycleId) -> Option<&Certificate> {
        self.of_person(person).find(|c| c.is_current() && c.cycle == cycle && c.scheme.code() == scheme)
    }

    /// The last number of a series, if there is any.
    pub(crate) fn counted(&self, series: &Series) -> Option<NonZeroU64> {
        self.index.counters.get(series).copied()
    }

    pub(crate) fn open_with(&mut self, opened: Opened) -> bool {
        let opens = self.opened.is_none() && Self::id_of(&opened.issuer) == self.id;
        if opens {
            self.opened = Some(opened);
        }
        opens
    }

    pub(crate) fn take_scheme(&mut self, scheme: Scheme) -> bool {
        let newest = self.newest(scheme.reference().code()).map(|newest| newest.reference().version());
        let newer = newest.is_none_or(|newest| newest < scheme.reference().version());
        if self.opened.is_some() && newer {
            self.schemes.insert(scheme.reference().clone(), scheme);
            return true;
        }
        false
    }

    /// Takes a certificate in, if it leaves the register one that could have been.
    pub(crate) fn take_certificate(&mut self, certificate: Certificate) -> bool {
        let (Some(scheme), Some(year)) =
            (self.schemes.get(&certificate.scheme), year_of(certificate.issued_on))
        else {
            return false;
        };
        let series = Series::of(scheme, year);
        let slots: Vec<_> = [Some(certificate.holder), certificate.waiver.map(|waiver| waiver.reason)]
            .into_iter()
            .flatten()
            .map(|slot| slot.id())
            .collect();
        let fits = self.could_be_issued(&certificate, scheme)
            && !self.index.ids.contains_key(&certificate.id)
            && !self.index.numbers.contains_key(&certificate.number)
            && !self.of_person(certificate.person).any(|other| other.stands_beside(&certificate))
            && self.counted(&series).is_none_or(|last| last < certificate.counter)
            && !slots.iter().any(|slot| self.index.slots.contains(slot))
            && slots.first() != slots.get(1);
        if fits {
            let place = self.certificates.len();
            self.index.ids.insert(certificate.id, place);
            self.index.numbers.insert(certificate.number.clone(), place);
            self.index.people.entry(certificate.person).or_default().push(place);
            self.index.slots.extend(slots);
            self.index.counters.insert(series, certificate.counter);
            self.certificates.push(certificate);
        }
        fits
    }

    pub(crate) fn take_revocation(&mut self, certificate: CertificateId, revocation: Revocation) -> bool {
        let fits = self.certificate(certificate).is_some_and(|entry| {
            entry.revocation.is_none()
                && self.could_be_revoked(entry, &revocation)
                && !self.index.slots.contains(&revocation.reason.id())
        });
        let place = self.index.ids.get(&certificate);
        if let Some(entry) = place.filter(|_| fits).and_then(|place| self.certificates.get_mut(*place)) {
            self.index.slots.insert(revocation.reason.id());
            entry.revocation = Some(revocation);
        }
        fits
    }
}

impl Aggregate for Register {
    const KIND: &'static str = "certificate_register";
    type Command = RegisterCommand;
    type Event = RegisterEvent;
    type Facts<'a> = AwardFacts<'a>;
    type Refusal = RegisterRefusal;

    fn empty(id: Uuid) -> Self {
        Self {
            id: RegisterId::new(id),
            opened: None,
            schemes: BTreeMap::new(),
            certificates: Vec::new(),
            recorded_until: None,
            index: Index::default(),
        }
    }

    fn decide(
        &self,
        command: &RegisterCommand,
        facts: &AwardFacts<'_>,
        now: Time,
    ) -> Result<Vec<RegisterEvent>, RegisterRefusal> {
        Ok(match command {
            RegisterCommand::Open(open) => self.open(open, now)?,
            RegisterCommand::Adopt(adopt) => self.adopt(adopt, now)?,
            RegisterCommand::Issue(issue) => self.issue(issue, facts, now)?,
            RegisterCommand::Revoke(revoke) => self.revoke(revoke, now)?,
        })
    }

    fn apply(&mut self, event: &RegisterEvent) {
        // A clock that was set back does not make a later entry an earlier one.
        let not_before = |at: Time| self.recorded_until.map_or(at, |last| last.max(at));
        let (at, taken) = match event {
            RegisterEvent::Opened(opened) => {
                let at = not_before(opened.at);
                (at, self.open_with(Opened { at, ..opened.clone() }))
            }
            RegisterEvent::SchemeAdopted(adopted) => {
                let SchemeAdopted { scheme, at } = adopted.as_ref();
                (not_before(*at), self.take_scheme(scheme.clone()))
            }
            RegisterEvent::Issued(issued) => {
                let at = not_before(issued.at);
                (at, self.grounds(&issued.award) && self.take_certificate(entry(issued, at)))
            }
            RegisterEvent::Revoked(revoked) => {
                let at = not_before(revoked.at);
                (at, self.take_revocation(revoked.certificate, revocation(revoked, at)))
            }
        };
        if taken {
            self.recorded_until = Some(at);
        }
    }
}

fn entry(issued: &Issued, recorded_at: Time) -> Certificate {
    Certificate {
        id: issued.certificate,
        number: issued.number.clone(),
        counter: issued.counter,
        person: issued.person,
        holder: issued.holder,
        scheme: issued.award.scheme().clone(),
        cycle: issued.cycle,
        attests: issued.attests.clone(),
        issued_on: issued.issued_on,
        term: issued.term,
        ceremony: issued.ceremony.clone(),
        waiver: issued.award.waiver().copied(),
        recorded_at,
        revocation: None,
    }
}

fn revocation(revoked: &Revoked, recorded_at: Time) -> Revocation {
    Revocation {
        from: revoked.from,
        since: revoked.since,
        reason: revoked.reason,
        public_text: revoked.public_text.clone(),
        recorded_at,
    }
}
