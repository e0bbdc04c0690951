//! Which certificates somebody holds at an instant, as facts that a successor programme's rule asks
//! about: "holds this certificate, or is a newcomer with equivalent grounding".

use std::borrow::Cow;
use std::collections::BTreeMap;

use guildhall_civic::{Party, PersonId};
use guildhall_kernel::{LocalisedText, Time};
use guildhall_rules::{
    Codes, Declaration, Evidence, Fact, FactKey, FactSource, FactType, Symbol, Vocabulary,
};

use crate::{CertificateNumber, Register, SchemeCode, Status};

/// The codes of the schemes whose certificates somebody holds.
pub const SCHEMES_HELD: &str = "certificate.schemes_held";
const EXPIRED: &str = "certificate.schemes_expired";
const REVOKED: &str = "certificate.schemes_revoked";

/// What somebody holds, held once, and had to give back, scheme by scheme, at one instant.
///
/// A [`FactSource`] for the facts of [`vocabulary`]. The sets are complete for the registers that were
/// asked: join the [`Holdings`] of every register whose certificates a rule names.
///
/// A scheme's code is its issuer's own. Rules name those of the register that was asked as they are,
/// `city-manager`; those of a register that was joined to it with their issuer, `spirit/city-manager`. So
/// no other issuer's certificate passes for one of this issuer's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holdings {
    of: Option<Party>,
    held: Schemes,
    expired: Schemes,
    revoked: Schemes,
}

type Schemes = BTreeMap<(Party, SchemeCode), CertificateNumber>;

impl Register {
    /// What a person holds at `valid_at`, as far as the register knew at `known_at` (K5).
    ///
    /// A scheme stands under each status that one of the person's certificates has; who renewed an
    /// expired certificate holds it and is listed under both.
    pub fn holdings(&self, person: PersonId, valid_at: Time, known_at: Time) -> Holdings {
        let Some(issuer) = self.issuer() else { return Holdings::default() };
        let mut holdings = Holdings { of: Some(issuer.clone()), ..Holdings::default() };
        for certificate in self.of_person(person) {
            let list = match certificate.status(valid_at, known_at) {
                Some(Status::Valid { .. }) => &mut holdings.held,
                Some(Status::Expired { .. }) => &mut holdings.expired,
                Some(Status::Revoked { .. }) => &mut holdings.revoked,
                Some(Status::NotYetValid { .. }) | None => continue,
            };
            let scheme = (issuer.clone(), certificate.scheme().code().clone());
            list.insert(scheme, certificate.number().clone());
        }
        holdings
    }
}

impl Holdings {
    /// These holdings, and those of the same person from another register. Rules name what comes from
    /// there with its issuer: an organisation by its code, `spirit/city-manager`, an authority by its key,
    /// `SI:si_municipality:011/city-manager`. The issuer whose schemes are named as they are stays the one
    /// of these holdings; where there is none, such as at [`Holdings::default`], all are named with theirs.
    ///
    /// ```
    /// use guildhall_certification::Holdings;
    ///
    /// let own = Holdings::default(); // in earnest what the registers answer
    /// let elsewhere = Holdings::default();
    /// assert_eq!(own.and(elsewhere).held().count(), 0);
    /// ```
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.held.extend(other.held);
        self.expired.extend(other.expired);
        self.revoked.extend(other.revoked);
        self
    }

    /// The schemes whose certificate is held, by issuer, each with the number of the latest.
    pub fn held(&self) -> impl Iterator<Item = (&Party, &SchemeCode, &CertificateNumber)> {
        self.held.iter().map(|((issuer, code), number)| (issuer, code, number))
    }

    /// What is put before the codes and numbers of this issuer; nothing before those of one's own. The
    /// codes of organisations have no colon and the keys of authorities do: no two issuers write alike.
    fn prefix(&self, issuer: &Party) -> String {
        match issuer {
            own if self.of.as_ref() == Some(own) => String::new(),
            Party::Authority(key) => format!("{key}/"),
            Party::Organisation(code) => format!("{code}/"),
        }
    }
}

impl FactSource for Holdings {
    fn fact(&self, key: &FactKey) -> Cow<'_, Fact> {
        let list = match key.as_str() {
            SCHEMES_HELD => &self.held,
            EXPIRED => &self.expired,
            REVOKED => &self.revoked,
            _ => return Cow::Owned(Fact::Missing),
        };
        let named = list.keys().map(|(issuer, code)| format!("{}{code}", self.prefix(issuer)));
        let codes = Codes::complete(named.filter_map(|code| Symbol::new(code).ok()));
        // One fact bears one proof: the certificate, where there is just one.
        let mut entries = list.iter();
        let only = entries.next().filter(|_| entries.next().is_none());
        let evidence = only.and_then(|((issuer, _), number)| {
            Evidence::new(format!("certificate:{}{number}", self.prefix(issuer))).ok()
        });
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
            SCHEMES_HELD,
            [
                ("en", "certificates held, by scheme"),
                ("pl", "ważne zaświadczenia według rodzajów"),
                ("sl", "veljavna potrdila po vrstah"),
                ("ru", "действующие свидетельства по образцам"),
            ],
        ),
        (
            EXPIRED,
            [
                ("en", "certificates whose time is over, by scheme"),
                ("pl", "wygasłe zaświadczenia według rodzajów"),
                ("sl", "potekla potrdila po vrstah"),
                ("ru", "свидетельства с истёкшим сроком по образцам"),
            ],
        ),
        (
            REVOKED,
            [
                ("en", "revoked certificates, by scheme"),
                ("pl", "cofnięte zaświadczenia według rodzajów"),
                ("sl", "preklicana potrdila po vrstah"),
                ("ru", "отозванные свидетельства по образцам"),
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

    fn organisation(code: &str) -> Party {
        Party::Organisation(code.parse().unwrap())
    }

    fn name(issuer: &Party) -> String {
        match issuer {
            Party::Authority(key) => key.to_string(),
            Party::Organisation(code) => code.to_string(),
        }
    }

    fn holding(issuer: &Party, code: &str) -> Holdings {
        let scheme = (issuer.clone(), code.parse().unwrap());
        let held = BTreeMap::from([(scheme, "12/CM/2019".parse().unwrap())]);
        Holdings { of: Some(issuer.clone()), held, ..Holdings::default() }
    }

    fn told(holdings: &Holdings) -> (Vec<String>, Option<String>) {
        let fact = holdings.fact(&FactKey::new(SCHEMES_HELD).unwrap()).into_owned();
        let Fact::Known { value: guildhall_rules::Value::Set(codes), evidence } = fact else {
            panic!("{fact:?}")
        };
        assert!(codes.is_complete());
        (codes.iter().map(ToString::to_string).collect(), evidence.map(|evidence| evidence.to_string()))
    }

    #[test]
    fn every_scheme_code_can_be_asked_about() {
        let longest = &"1".repeat(SchemeCode::LONGEST);
        let issuers = [organisation("faculty"), organisation(&"f".repeat(64))];
        for code in ["city-manager", "2019", "2019-city-manager", longest] {
            for issuer in &issuers {
                let holdings = holding(issuer, code);
                assert_eq!(told(&holdings).0, [code]);
                assert_eq!(told(&Holdings::default().and(holdings)).0, [format!("{}/{code}", name(issuer))]);
            }
        }
    }

    /// Another issuer's scheme of the same name never answers for this one's.
    #[test]
    fn schemes_of_two_issuers_are_told_apart() {
        let (faculty, spirit) = (organisation("faculty"), organisation("spirit"));
        let celje = Party::Authority(guildhall_civic::AuthorityKey::si("011").unwrap());
        let nothing = Holdings { of: Some(faculty.clone()), ..Holdings::default() };
        let own = holding(&faculty, "city-manager");
        let elsewhere = holding(&spirit, "city-manager");

        let evidence = |text: &str| Some(text.to_owned());
        assert_eq!(told(&own), (vec!["city-manager".into()], evidence("certificate:12/CM/2019")));
        assert_eq!(
            told(&nothing.and(elsewhere.clone())),
            (vec!["spirit/city-manager".into()], evidence("certificate:spirit/12/CM/2019"))
        );
        let both = own.clone().and(elsewhere.clone()).and(holding(&celje, "city-manager"));
        assert_eq!(
            told(&both).0,
            ["SI:si_municipality:011/city-manager", "city-manager", "spirit/city-manager"]
        );
        assert_eq!(told(&elsewhere.and(own.clone())).0, ["city-manager", "faculty/city-manager"]);
        assert_eq!(both.held().count(), 3);
        // The same register asked twice says the same.
        assert_eq!(told(&own.clone().and(own.clone())), told(&own));
    }
}
