//! Who acts, and the ids of people and bodies.
//!
//! Guards C5: a person is an id here; names and mail live in slots.

use guildhall_kernel::{ActorId, Id, Uuid};
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::vocabulary::symbol;
use crate::{OfficeCode, OfficeOf};

/// Marks the ids of people. No value of it exists: what is known of a person lives elsewhere.
#[derive(Clone, Copy, Debug)]
pub enum Person {}

/// Names a person.
pub type PersonId = Id<Person>;

/// Marks the ids of bodies: committees, juries, presidiums, exchange groups.
#[derive(Clone, Copy, Debug)]
pub enum Body {}

/// Names a body.
pub type BodyId = Id<Body>;

symbol! {
    /// The name of a part of the software that acts by itself, such as `deadline_sweep`.
    pub struct SystemName: "name of a system", such as "deadline_sweep" {}
}

/// Who acts, and in which capacity.
///
/// Exhaustive on purpose: whether somebody may act is answered for each.
///
/// ```
/// use guildhall_civic::{Actor, PersonId, SystemName, Uuid};
///
/// let person = PersonId::new(Uuid::from_u128(7));
/// assert_eq!(Actor::Person(person).id().uuid(), person.uuid());
/// let sweep = Actor::System(SystemName::new("deadline_sweep")?);
/// assert_eq!(sweep.id(), sweep.clone().id());
/// # Ok::<(), guildhall_civic::SymbolError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// Somebody for themselves.
    Person(#[say(skip)] PersonId),
    /// Somebody in an office they hold.
    InOffice {
        /// Who.
        #[say(skip)]
        person: PersonId,
        /// Which office.
        office: OfficeCode,
        /// Whose office it is.
        #[say(skip)]
        of: OfficeOf,
    },
    /// A body by its decision.
    Body(#[say(skip)] BodyId),
    /// A part of the software by itself.
    System(#[say(name = "system")] SystemName),
}

/// Drawn once for all, so that a system has the same id everywhere.
const SYSTEMS: Uuid = Uuid::from_u128(0x5a0f_38d5_2f8b_4a63_9c1d_70ab_64e2_19f3);

impl Actor {
    /// The id under which the kernel records who committed: the person's own, in office or not, the
    /// body's own, or one computed from the system's name.
    pub fn id(&self) -> ActorId {
        match self {
            Self::Person(person) | Self::InOffice { person, .. } => ActorId::new(person.uuid()),
            Self::Body(body) => ActorId::new(body.uuid()),
            Self::System(name) => ActorId::derived(SYSTEMS, name.as_str().as_bytes()),
        }
    }

    /// The person who acts, in office or not.
    pub const fn person(&self) -> Option<PersonId> {
        match self {
            Self::Person(person) | Self::InOffice { person, .. } => Some(*person),
            Self::Body(_) | Self::System(_) => None,
        }
    }
}
