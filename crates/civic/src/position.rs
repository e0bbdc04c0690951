//! Positions: the posts in which people work, and who holds which where.

use chrono::NaiveDate;
use guildhall_kernel::LocalisedText;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::vocabulary::symbol;
use crate::{Party, Period, PersonId};

symbol! {
    /// Names a position, such as `deputy_mayor` or `city_manager`. Rules and reports ask for it.
    pub struct PositionCode: "position code", such as "city_manager" {}
}

/// A position as a programme or an authority lists it.
///
/// The head of an authority has no superior whose consent could be asked; there are two such positions where
/// the head of a municipal formation and the head of its administration are different people.
///
/// ```
/// use guildhall_civic::{LocalisedText, Position, PositionCode};
///
/// let label = LocalisedText::new([("en".parse()?, "city manager")])?;
/// let manager = Position::new(PositionCode::new("city_manager")?, label);
/// assert!(manager.has_superior());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Position {
    code: PositionCode,
    labels: LocalisedText,
    /// Whether its holder heads the authority.
    #[serde(default)]
    heads_authority: bool,
    /// Whose position it is; left out, one that any authority or organisation may have.
    #[serde(default)]
    at: Option<Party>,
}

impl Position {
    /// A position with a superior, which any authority or organisation may have.
    pub const fn new(code: PositionCode, labels: LocalisedText) -> Self {
        Self { code, labels, heads_authority: false, at: None }
    }

    /// The same position as that of the head of an authority.
    #[must_use]
    pub fn heading_authority(self) -> Self {
        Self { heads_authority: true, ..self }
    }

    /// The same position as one of this authority or organisation alone.
    #[must_use]
    pub fn only_at(self, party: impl Into<Party>) -> Self {
        Self { at: Some(party.into()), ..self }
    }

    /// Its code.
    pub const fn code(&self) -> &PositionCode {
        &self.code
    }

    /// What it is called.
    pub const fn labels(&self) -> &LocalisedText {
        &self.labels
    }

    /// Whether its holder heads an authority.
    pub const fn heads_authority(&self) -> bool {
        self.heads_authority
    }

    /// Whether its holder has a superior who could consent.
    pub const fn has_superior(&self) -> bool {
        !self.heads_authority
    }

    /// Whose position it is, where it is one party's alone.
    pub const fn at(&self) -> Option<&Party> {
        self.at.as_ref()
    }
}

/// Somebody in a position at an authority or organisation, for a time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PositionHeld {
    person: PersonId,
    position: PositionCode,
    at: Party,
    #[serde(default)]
    period: Period,
}

impl PositionHeld {
    /// This person holds this position there during the period.
    pub fn new(person: PersonId, position: PositionCode, at: impl Into<Party>, period: Period) -> Self {
        Self { person, position, at: at.into(), period }
    }

    /// Who.
    pub const fn person(&self) -> PersonId {
        self.person
    }

    /// Which position.
    pub const fn position(&self) -> &PositionCode {
        &self.position
    }

    /// At which authority or organisation.
    pub const fn at(&self) -> &Party {
        &self.at
    }

    /// For how long.
    pub const fn period(&self) -> Period {
        self.period
    }

    /// Whether the position is held on this day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.period.contains(day)
    }
}
