//! What a register decides: to open, to adopt a scheme, to issue, to revoke. Each rule stands here once,
//! and a dry run goes the same way as what follows it (K1, K2, K3, K4).

use std::collections::HashSet;
use std::num::NonZeroU64;

use chrono::{NaiveDate, Offset, TimeZone};
use guildhall_civic::PersonId;
use guildhall_kernel::chrono_tz::Tz;
use guildhall_kernel::{RetentionClass, SlotId, Time};
use guildhall_words::Say;

use crate::register::{Series, year_of};
use crate::{
    Adopt, AdoptRefusal, Award, AwardFacts, Candidate, CandidateRefusal, CertificateId, CertificateNumber,
    Issue, IssueRefusal, Issued, Open, OpenRefusal, Opened, Register, RegisterEvent, Revoke, RevokeRefusal,
    Revoked, Scheme, SchemeAdopted, Term,
};

/// What issuing would mean for one person on the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prospect {
    /// Who.
    pub person: PersonId,
    /// What they would get, or why not.
    pub outcome: Outcome,
}

/// What somebody would get, or why not.
///
/// Exhaustive on purpose: an officer answers each differently.
#[derive(Clone, Debug, PartialEq, Eq, Say)]
pub enum Outcome {
    /// A certificate.
    Receives {
        /// With this number, if everybody who is refused stays off the list, and nothing else is issued before.
        number: CertificateNumber,
        /// For this reason.
        #[say(skip)]
        award: Box<Award>,
    },
    /// Nothing more: this very certificate was issued before.
    Issued {
        /// Its number.
        number: CertificateNumber,
    },
    /// None. The refusal says what is missing.
    Refused(#[say(transparent)] CandidateRefusal),
}

/// What one list has taken already while it is gone through.
#[derive(Default)]
struct Taken {
    people: HashSet<PersonId>,
    certificates: HashSet<CertificateId>,
    slots: HashSet<SlotId>,
    counter: Option<NonZeroU64>,
}

enum Planned {
    New { number: CertificateNumber, counter: NonZeroU64, award: Box<Award> },
    Before(CertificateNumber),
}

impl Register {
    /// Begins to keep the register. Asked again in the same words, there is nothing to do.
    ///
    /// # Errors
    /// [`OpenRefusal`] if it is kept in another zone, or is not this issuer's.
    pub fn open(&self, open: &Open, now: Time) -> Result<Vec<RegisterEvent>, OpenRefusal> {
        if Self::id_of(&open.issuer) != self.id {
            return Err(OpenRefusal::OtherIssuer);
        }
        match &self.opened {
            Some(opened) if opened.zone == open.zone => Ok(Vec::new()),
            Some(opened) => Err(OpenRefusal::Already { zone: opened.zone }),
            None => {
                let Open { issuer, zone } = open.clone();
                Ok(vec![RegisterEvent::Opened(Opened { issuer, zone, at: now })])
            }
        }
    }

    /// Takes on a version of a scheme, for good. The same version with the same content again: there
    /// is nothing to do.
    ///
    /// # Errors
    /// [`AdoptRefusal`] if the version exists with other content, or a newer one does.
    pub fn adopt(&self, adopt: &Adopt, now: Time) -> Result<Vec<RegisterEvent>, AdoptRefusal> {
        let reference = adopt.scheme.reference();
        if self.opened.is_none() {
            return Err(AdoptRefusal::NotOpen);
        }
        if let Some(adopted) = self.schemes.get(reference) {
            let same = *adopted == adopt.scheme;
            return if same { Ok(Vec::new()) } else { Err(AdoptRefusal::OtherContent(reference.clone())) };
        }
        if let Some(newest) = self.newest(reference.code()) {
            let newest = newest.reference().version();
            if newest > reference.version() {
                return Err(AdoptRefusal::NotNewer { code: reference.code().clone(), newest });
            }
        }
        let adopted = SchemeAdopted { scheme: adopt.scheme.clone(), at: now };
        Ok(vec![RegisterEvent::SchemeAdopted(Box::new(adopted))])
    }

    /// Says for everybody on the list what issuing would mean: which number, or what is missing.
    ///
    /// # Errors
    /// [`IssueRefusal`] for what concerns the list as a whole; never [`IssueRefusal::Candidates`].
    pub fn dry_run(&self, issue: &Issue, facts: &AwardFacts<'_>) -> Result<Vec<Prospect>, IssueRefusal> {
        let (_, planned) = self.plan(issue, facts)?;
        let outcome = |planned| match planned {
            Ok(Planned::New { number, award, .. }) => Outcome::Receives { number, award },
            Ok(Planned::Before(number)) => Outcome::Issued { number },
            Err(refusal) => Outcome::Refused(refusal),
        };
        Ok(planned
            .into_iter()
            .map(|(c, planned)| Prospect { person: c.person, outcome: outcome(planned) })
            .collect())
    }

    /// Issues certificates to everybody on the list, or to nobody. Whoever got the very certificate
    /// before is passed over.
    ///
    /// # Errors
    /// [`IssueRefusal`]; [`IssueRefusal::Candidates`] names everybody who cannot get one, and why.
    pub fn issue(
        &self,
        issue: &Issue,
        facts: &AwardFacts<'_>,
        now: Time,
    ) -> Result<Vec<RegisterEvent>, IssueRefusal> {
        let (term, planned) = self.plan(issue, facts)?;
        let (mut events, mut refused) = (Vec::new(), Vec::new());
        for (candidate, planned) in planned {
            match planned {
                Ok(Planned::New { number, counter, award }) => {
                    let issued = Issued {
                        certificate: candidate.certificate,
                        number,
                        counter,
                        person: candidate.person,
                        holder: candidate.holder,
                        cycle: issue.cycle,
                        attests: issue.attests.clone(),
                        award: *award,
                        issued_on: issue.issued_on,
                        term,
                        ceremony: issue.ceremony.clone(),
                        at: now,
                    };
                    events.push(RegisterEvent::Issued(Box::new(issued)));
                }
                Ok(Planned::Before(_)) => {}
                Err(refusal) => refused.push((candidate.person, refusal)),
            }
        }
        match refused.is_empty() {
            true => Ok(events),
            false => Err(IssueRefusal::Candidates { refused, of: issue.candidates.len() }),
        }
    }

    /// Takes a certificate back, for good. Asked again in the same words, there is nothing to do.
    ///
    /// # Errors
    /// [`RevokeRefusal`] if there is no such certificate, it is revoked otherwise, or the day cannot be.
    pub fn revoke(&self, revoke: &Revoke, now: Time) -> Result<Vec<RegisterEvent>, RevokeRefusal> {
        let zone = self.zone().ok_or(RevokeRefusal::NotOpen)?;
        let Revoke { certificate, from, reason, public_text } = revoke.clone();
        let entry = self.certificate(certificate).ok_or(RevokeRefusal::Unknown(certificate))?;
        if let Some(revoked) = entry.revocation() {
            let same =
                revoked.from() == from && revoked.reason() == reason && *revoked.public_text() == public_text;
            let (number, from) = (entry.number().clone(), revoked.from());
            return if same { Ok(Vec::new()) } else { Err(RevokeRefusal::Already { number, from }) };
        }
        if reason.class() != RetentionClass::FreeText {
            return Err(RevokeRefusal::ReasonClass(reason.class()));
        }
        if self.index.slots.contains(&reason.id()) {
            return Err(RevokeRefusal::SlotTaken(reason));
        }
        // A clock that was set back does not make this day an earlier one.
        let today = today(self.recorded_until.map_or(now, |last| last.max(now)), zone);
        if from > today {
            return Err(RevokeRefusal::Ahead { from, today });
        }
        // One that is dated ahead can be revoked before its day comes.
        let earliest = entry.term().first_day().min(today);
        if from < earliest {
            return Err(RevokeRefusal::BeforeIssue { from, earliest });
        }
        let since = Term::new(from, None, zone).ok_or(RevokeRefusal::NoSuchDay { from, zone })?.from();
        let revoked = Revoked { certificate, from, since, reason, public_text, at: now };
        Ok(vec![RegisterEvent::Revoked(Box::new(revoked))])
    }

    #[expect(clippy::type_complexity, reason = "two private callers take it apart at once")]
    fn plan<'i>(
        &self,
        issue: &'i Issue,
        facts: &AwardFacts<'_>,
    ) -> Result<(Term, Vec<(&'i Candidate, Result<Planned, CandidateRefusal>)>), IssueRefusal> {
        let zone = self.zone().ok_or(IssueRefusal::NotOpen)?;
        let on = issue.issued_on;
        let scheme = self
            .schemes
            .get(&issue.scheme)
            .ok_or_else(|| IssueRefusal::UnknownScheme(issue.scheme.clone()))?;
        if !scheme.criterion().in_force_on(on) {
            return Err(IssueRefusal::NotInForce { rule: scheme.criterion().reference().clone(), on });
        }
        let year = year_of(on).ok_or(IssueRefusal::Year(on))?;
        let last_day = scheme.validity().last_day(on);
        let term = Term::new(on, last_day, zone).ok_or(IssueRefusal::NoSuchDay { on, zone })?;
        let mut taken = Taken { counter: self.counted(&Series::of(scheme, year)), ..Taken::default() };
        let mut planned = Vec::with_capacity(issue.candidates.len());
        for candidate in &issue.candidates {
            planned.push((candidate, self.plan_one(issue, scheme, year, candidate, facts, &mut taken)));
        }
        Ok((term, planned))
    }

    fn plan_one(
        &self,
        issue: &Issue,
        scheme: &Scheme,
        year: u16,
        candidate: &Candidate,
        facts: &AwardFacts<'_>,
        taken: &mut Taken,
    ) -> Result<Planned, CandidateRefusal> {
        let Candidate { certificate, person, holder, waiver } = *candidate;
        if !taken.people.insert(person) {
            return Err(CandidateRefusal::Twice);
        }
        if let Some(entry) = self.certificate(certificate) {
            let same = entry.person() == person
                && entry.holder() == holder
                && entry.cycle() == issue.cycle
                && *entry.scheme() == issue.scheme
                && *entry.attests() == issue.attests
                && entry.issued_on() == issue.issued_on;
            let number = entry.number().clone();
            return if same {
                Ok(Planned::Before(number))
            } else {
                Err(CandidateRefusal::IdTaken(certificate))
            };
        }
        if let Some(held) = self.current(person, issue.scheme.code(), issue.cycle) {
            return Err(CandidateRefusal::Holds(held.number().clone()));
        }
        if holder.class() != RetentionClass::RegisterMinimum {
            return Err(CandidateRefusal::HolderClass(holder.class()));
        }
        let award = scheme.award(facts.of(person).ok_or(CandidateRefusal::NoFacts)?, waiver)?;
        if taken.certificates.contains(&certificate) {
            return Err(CandidateRefusal::IdTaken(certificate));
        }
        for slot in [Some(holder), waiver.map(|waiver| waiver.reason)].into_iter().flatten() {
            if self.index.slots.contains(&slot.id()) || !taken.slots.insert(slot.id()) {
                return Err(CandidateRefusal::SlotTaken(slot));
            }
        }
        let (counter, number) = self.allocate(scheme, year, taken.counter)?;
        taken.certificates.insert(certificate);
        taken.counter = Some(counter);
        Ok(Planned::New { number, counter, award: Box::new(award) })
    }

    /// The next number after `last`. Formats that differ can write the same number; the one that comes
    /// second passes it over.
    fn allocate(
        &self,
        scheme: &Scheme,
        year: u16,
        last: Option<NonZeroU64>,
    ) -> Result<(NonZeroU64, CertificateNumber), CandidateRefusal> {
        let mut counter = last;
        loop {
            let next = counter.map_or(Some(NonZeroU64::MIN), |last| last.checked_add(1));
            let next = next.ok_or_else(|| CandidateRefusal::UsedUp(scheme.number_format().clone()))?;
            let number = scheme.number_format().number(next, year);
            if self.certificate(&number).is_none() {
                return Ok((next, number));
            }
            counter = Some(next);
        }
    }
}

/// The day on clocks in this zone; at the ends of the calendar, where those clocks stop, the day in UTC.
pub(crate) fn today(now: Time, zone: Tz) -> NaiveDate {
    let utc = now.naive_utc();
    let offset = zone.offset_from_utc_datetime(&utc).fix();
    utc.checked_add_offset(offset).map_or(utc.date(), |local| local.date())
}
