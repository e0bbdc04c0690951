//! Offices held for a time: coordinator, chair, moderator, steward, mayor.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::vocabulary::symbol;
use crate::{AuthorityKey, BodyId, OrganisationCode, Party, Period, PersonId};

symbol! {
    /// Names an office. The usual ones are constants; a caller adds others.
    pub struct OfficeCode: "office code", such as "coordinator" {
        /// Coordinates and is the contact.
        COORDINATOR = "coordinator",
        /// Chairs a body.
        CHAIR = "chair",
        /// Moderates a group.
        MODERATOR = "moderator",
        /// Looks after a programme.
        STEWARD = "steward",
        /// Heads an authority.
        MAYOR = "mayor",
        /// Acts for an authority in the matters it is authorised for.
        AUTHORISED_OFFICER = "authorised_officer",
    }
}

/// Whose office it is.
///
/// Exhaustive on purpose: whoever checks a competence answers each.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OfficeOf {
    /// An authority's.
    Authority(AuthorityKey),
    /// An organisation's.
    Organisation(OrganisationCode),
    /// A body's.
    Body(BodyId),
}

impl OfficeOf {
    /// The authority, if it is one's.
    pub const fn authority(&self) -> Option<&AuthorityKey> {
        match self {
            Self::Authority(key) => Some(key),
            Self::Organisation(_) | Self::Body(_) => None,
        }
    }
}

impl From<AuthorityKey> for OfficeOf {
    fn from(key: AuthorityKey) -> Self {
        Self::Authority(key)
    }
}
impl From<OrganisationCode> for OfficeOf {
    fn from(code: OrganisationCode) -> Self {
        Self::Organisation(code)
    }
}
impl From<BodyId> for OfficeOf {
    fn from(id: BodyId) -> Self {
        Self::Body(id)
    }
}
impl From<Party> for OfficeOf {
    fn from(party: Party) -> Self {
        match party {
            Party::Authority(key) => Self::Authority(key),
            Party::Organisation(code) => Self::Organisation(code),
        }
    }
}

/// Somebody in an office for a time.
///
/// ```
/// use guildhall_civic::{BodyId, OfficeCode, OfficeHeld, Period, PersonId, Uuid, chrono::NaiveDate};
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let (person, presidium) = (PersonId::new(Uuid::from_u128(1)), BodyId::new(Uuid::from_u128(2)));
/// let chair = OfficeHeld::new(person, OfficeCode::CHAIR, presidium, Period::since(day(2024, 9, 1)));
/// assert!(chair.holds_on(day(2024, 9, 9)));
/// assert!(!chair.holds_on(day(2024, 8, 31)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfficeHeld {
    person: PersonId,
    office: OfficeCode,
    of: OfficeOf,
    #[serde(default)]
    period: Period,
}

impl OfficeHeld {
    /// This person holds this office during the period.
    pub fn new(person: PersonId, office: OfficeCode, of: impl Into<OfficeOf>, period: Period) -> Self {
        Self { person, office, of: of.into(), period }
    }

    /// Who.
    pub const fn person(&self) -> PersonId {
        self.person
    }

    /// Which office.
    pub const fn office(&self) -> &OfficeCode {
        &self.office
    }

    /// Whose office.
    pub const fn of(&self) -> &OfficeOf {
        &self.of
    }

    /// For how long.
    pub const fn period(&self) -> Period {
        self.period
    }

    /// Whether the office is held on this day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.period.contains(day)
    }
}
