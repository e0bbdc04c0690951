//! Organisations: agencies, ministries, faculties, associations and others that are no authority.

use guildhall_kernel::{Code, LocalisedText};
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::vocabulary::vocabulary;
use crate::{AuthorityKey, Country};

/// Names an [`Organisation`]: the short code under which the caller's list of organisations knows it, such
/// as `town-centre-institute`. Officers write it where a definition names the organisation.
pub type OrganisationCode = Code<Organisation>;

vocabulary! {
    /// What kind of organisation it is.
    ///
    /// Non-exhaustive: law and life know more kinds.
    #[non_exhaustive]
    pub enum OrganisationKind: "kind of organisation" {
        /// A ministry.
        Ministry => "ministry",
        /// A government agency.
        Agency => "agency",
        /// Another public administration that is no authority of local government.
        PublicAdministration => "public_administration",
        /// A university, faculty or graduate school.
        Faculty => "faculty",
        /// An association whose members are authorities.
        AssociationOfAuthorities => "association_of_authorities",
        /// A chamber of commerce, crafts or a profession.
        Chamber => "chamber",
        /// A regional or local development centre or agency.
        DevelopmentCentre => "development_centre",
        /// A public institution, such as a school, a library or a public institute.
        PublicInstitution => "public_institution",
        /// A non-governmental organisation.
        Ngo => "ngo",
        /// A company, whoever owns it.
        Company => "company",
        /// A fund or financial mechanism that pays for programmes.
        Fund => "fund",
    }
}

/// An organisation. Its staff and its members are other records that name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    code: OrganisationCode,
    names: LocalisedText,
    kind: OrganisationKind,
    country: Country,
}

impl Organisation {
    /// An organisation with its seat in this country.
    pub const fn new(
        code: OrganisationCode,
        names: LocalisedText,
        kind: OrganisationKind,
        country: Country,
    ) -> Self {
        Self { code, names, kind, country }
    }

    /// Its code.
    pub const fn code(&self) -> &OrganisationCode {
        &self.code
    }

    /// What it is called.
    pub const fn names(&self) -> &LocalisedText {
        &self.names
    }

    /// What kind it is.
    pub const fn kind(&self) -> OrganisationKind {
        self.kind
    }

    /// Where it has its seat.
    pub const fn country(&self) -> Country {
        self.country
    }
}

/// Somebody who employs people, takes part as a partner or is served: an authority or an organisation.
///
/// Exhaustive on purpose: every count of authorities and institutions tells the two apart.
///
/// ```
/// use guildhall_civic::{AuthorityKey, Party};
///
/// let celje = Party::Authority(AuthorityKey::si("011")?);
/// assert_eq!(serde_json::to_string(&celje)?, r#"{"authority":"SI:si_municipality:011"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// An authority of local government.
    Authority(#[say(name = "authority")] AuthorityKey),
    /// Any other organisation.
    Organisation(#[say(name = "organisation")] OrganisationCode),
}

impl Party {
    /// The authority, if it is one.
    pub const fn authority(&self) -> Option<&AuthorityKey> {
        match self {
            Self::Authority(key) => Some(key),
            Self::Organisation(_) => None,
        }
    }

    /// The organisation, if it is one.
    pub const fn organisation(&self) -> Option<&OrganisationCode> {
        match self {
            Self::Authority(_) => None,
            Self::Organisation(code) => Some(code),
        }
    }
}

impl From<AuthorityKey> for Party {
    fn from(key: AuthorityKey) -> Self {
        Self::Authority(key)
    }
}
impl From<OrganisationCode> for Party {
    fn from(code: OrganisationCode) -> Self {
        Self::Organisation(code)
    }
}
impl std::fmt::Display for Party {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Authority(key) => std::fmt::Display::fmt(key, f),
            Self::Organisation(id) => std::fmt::Display::fmt(id, f),
        }
    }
}
