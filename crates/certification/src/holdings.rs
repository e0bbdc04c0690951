//! Which certificates somebody holds at an instant, as facts that a successor programme's rule asks
//! about: "holds this certificate, or is a newcomer with equivalent grounding".

use std::borrow::Cow;
use std::collections::BTreeMap;

use guildhall_civic::PersonId;
use guildhall_kernel::{LocalisedText, Time};
use guildhall_rules::{
    Codes, Declaration, Evidence, Fact, FactKey, FactSource, FactType, Symbol, Vocabulary,
};

use crate::{CertificateNumber, Register, SchemeCode, Status};

const HELD: &str = "certificate.schemes_held";
const EXPIRED: &str = "certificate.schemes_expired";
const REVOKED: &str = "certificate.schemes_revoked";

/// What somebody holds, held once, and had to give back, scheme by scheme, at one instant.
///
/// A [`FactSource`] for the facts of [`vocabulary`]. The sets are complete for the registers that were
/// asked: join the [`Holdings`] of every register whose certificates a rule names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holdings {
    held: BTreeMap<SchemeCode, CertificateNumber>,
    expired: BTreeMap<SchemeCode, CertificateNumber>,
    revoked: BTreeMap<SchemeCode, CertificateNumber>,
}

impl Register {
    /// What a person holds at `valid_at`, as far as the register knew at `known_at` (K5).
    ///
    /// A scheme stands under each status that one of the person's certificates has; who renewed an
    /// expired certificate holds it and is listed under both.
    pub fn holdings(&self, person: PersonId, valid_at: Time, known_at: Time) -> Holdings {
        let mut holdings = Holdings::default();
        for certificate in self.of_person(person) {
            let list = match certificate.status(valid_at, known_at) {
                Some(Status::Valid { .. }) => &mut holdings.held,
                Some(Status::Expired { .. }) => &mut holdings.expired,
                Some(Status::Revoked { .. }) => &mut holdings.revoked,
                Some(Status::NotYetValid { .. }) | None => continue,
            };
            list.insert(certificate.scheme().code().clone(), certificate.number().clone());
        }
        holdings
    }
}

impl Holdings {
    /// These holdings and those from another register.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.held.extend(other.held);
        self.expired.extend(other.expired);
        self.revoked.extend(other.revoked);
        self
    }

    /// The schemes whose certificate is held, each with the number of the latest.
    pub fn held(&self) -> impl Iterator<Item = (&SchemeCode, &CertificateNumber)> {
        self.held.iter()
    }
}

impl FactSource for Holdings {
    fn fact(&self, key: &FactKey) -> Cow<'_, Fact> {
        let list = match key.as_str() {
            HELD => &self.held,
            EXPIRED => &self.expired,
            REVOKED => &self.revoked,
            _ => return Cow::Owned(Fact::Missing),
        };
        let codes = Codes::complete(list.keys().filter_map(|code| Symbol::new(code.as_str()).ok()));
        // One fact bears one proof: the certificate, where there is just one.
        let mut numbers = list.values();
        let only = numbers.next().filter(|_| numbers.next().is_none());
        let evidence = only.and_then(|number| Evidence::new(format!("certificate:{number}")).ok());
        Cow::Owned(Fact::Known { value: codes.into(), evidence })
    }
}

/// The facts that rules may ask about somebody's certificates: the schemes held, expired and revoked.
///
/// ```
/// let vocabulary = guildhall_certification::vocabulary();
/// assert!(vocabulary.get("certificate.schemes_held").is_some());
/// ```
pub fn vocabulary() -> Vocabulary {
    let facts = [
        (
            HELD,
            [
                ("en", "certificates held, by scheme"),
                ("pl", "posiadane świadectwa, według programu certyfikacji"),
                ("sl", "veljavna potrdila po vrstah"),
                ("ru", "действующие свидетельства по видам"),
            ],
        ),
        (
            EXPIRED,
            [
                ("en", "certificates whose time is over, by scheme"),
                ("pl", "świadectwa, które wygasły, według programu certyfikacji"),
                ("sl", "potekla potrdila po vrstah"),
                ("ru", "свидетельства с истёкшим сроком по видам"),
            ],
        ),
        (
            REVOKED,
            [
                ("en", "revoked certificates, by scheme"),
                ("pl", "cofnięte świadectwa, według programu certyfikacji"),
                ("sl", "preklicana potrdila po vrstah"),
                ("ru", "отозванные свидетельства по видам"),
            ],
        ),
    ];
    let proof = [
        ("en", "the entry in the issuer's register"),
        ("pl", "wpis w rejestrze wystawcy"),
        ("sl", "vpis v registru izdajatelja"),
        ("ru", "запись в реестре выдавшего органа"),
    ];
    let declared = facts.into_iter().filter_map(|(key, label)| {
        let declaration = Declaration::new(FactKey::new(key).ok()?, FactType::Set(None), words(label)?);
        Some(declaration.proved_by(words(proof)?))
    });
    Vocabulary::new(declared).unwrap_or_default()
}

/// None for what is written above would be a misprint, which a test would see.
fn words(texts: [(&str, &str); 4]) -> Option<LocalisedText> {
    let texts = texts.map(|(language, text)| Some((language.parse().ok()?, text)));
    LocalisedText::new(texts.into_iter().collect::<Option<Vec<_>>>()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scheme_code_can_be_asked_about() {
        let key = FactKey::new(HELD).unwrap();
        for code in ["city-manager", "2019", "2019-city-manager", &"1".repeat(SchemeCode::LONGEST)] {
            let number = "12/CM/2019".parse().unwrap();
            let held = BTreeMap::from([(code.parse().unwrap(), number)]);
            let Fact::Known { value, .. } = Holdings { held, ..Holdings::default() }.fact(&key).into_owned()
            else {
                panic!("`{code}` is not told")
            };
            assert_eq!(value, Codes::complete([Symbol::new(code).unwrap()]).into());
        }
    }
}
