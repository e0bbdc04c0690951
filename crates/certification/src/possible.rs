//! Whether an entry could have come about by issuing or revoking: one answer for what happened and for
//! what was kept. Guards K1 and K2 as far as one entry reaches.

use chrono::Duration;
use guildhall_kernel::RetentionClass;
use guildhall_kernel::chrono_tz::Tz;

use crate::entry::today;
use crate::register::year_of;
use crate::{Award, Certificate, Register, Revocation, Scheme, Term};

/// By how much an instant may differ from what the clocks of today say a day means: a country that
/// changes its clocks, by a day at most, takes no certificate away.
const CLOCKS_CHANGED: Duration = Duration::days(1);

impl Register {
    /// Whether the award is one under a scheme that was adopted, and its explanation is what the scheme's
    /// criterion says to the facts in it (K1).
    pub(crate) fn grounds(&self, award: &Award) -> bool {
        let explanation = award.explanation();
        self.schemes
            .get(award.scheme())
            .is_some_and(|scheme| scheme.criterion().explain(&explanation.facts()) == *explanation)
    }

    /// Whether this scheme gives such a certificate on that day.
    pub(crate) fn could_be_issued(&self, certificate: &Certificate, scheme: &Scheme) -> bool {
        let (Some(zone), Some(year)) = (self.zone(), year_of(certificate.issued_on)) else {
            return false;
        };
        let waiver = certificate.waiver.map(|waiver| waiver.reason.class());
        certificate.holder.class() == RetentionClass::RegisterMinimum
            && waiver.is_none_or(|class| class == RetentionClass::FreeText)
            && certificate.number == scheme.number_format().number(certificate.counter, year)
            && scheme.criterion().in_force_on(certificate.issued_on)
            && term_fits(&certificate.term, certificate, scheme, zone)
    }

    /// Whether this certificate can be taken back so.
    pub(crate) fn could_be_revoked(&self, certificate: &Certificate, revocation: &Revocation) -> bool {
        let Some(zone) = self.zone() else { return false };
        let since = Term::new(revocation.from, None, zone).map(|term| term.from());
        // The day it was recorded on moves with the clocks, too.
        let latest = today(revocation.recorded_at, zone);
        let earliest = certificate.term.first_day().min(latest);
        let after = latest.checked_add_signed(CLOCKS_CHANGED).is_none_or(|day| revocation.from <= day);
        let before = earliest.checked_sub_signed(CLOCKS_CHANGED).is_none_or(|day| day <= revocation.from);
        revocation.reason.class() == RetentionClass::FreeText
            && since.is_none_or(|since| (revocation.since - since).abs() <= CLOCKS_CHANGED)
            && after
            && before
    }
}

fn term_fits(term: &Term, certificate: &Certificate, scheme: &Scheme, zone: Tz) -> bool {
    let (first, last) = (certificate.issued_on, scheme.validity().last_day(certificate.issued_on));
    let near = |today: Term| {
        let until = term.until().zip(today.until());
        (term.from() - today.from()).abs() <= CLOCKS_CHANGED
            && until.is_none_or(|(then, today)| (then - today).abs() <= CLOCKS_CHANGED)
    };
    term.first_day() == first && term.last_day() == last && Term::new(first, last, zone).is_none_or(near)
}
