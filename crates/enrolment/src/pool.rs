//! The seats of a recruitment and who holds them: the one stream that every admission appends to,
//! so that no seat is given twice (E1, E5).

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::fmt;
use std::num::NonZeroU64;

use guildhall_kernel::{Aggregate, Id, Time, Uuid};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ApplicationId, RecruitmentId, SeatPoolCommand, SeatPoolEvent};

/// Names a seat pool.
pub type SeatPoolId = Id<SeatPool>;

/// The n-th seat a pool has given, from 1. It is the order of admission, and no number is given
/// twice, even if the seat comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Seat(NonZeroU64);

impl Seat {
    /// The seat of this number.
    pub const fn new(number: NonZeroU64) -> Self {
        Self(number)
    }

    /// Its number.
    pub const fn number(self) -> NonZeroU64 {
        self.0
    }
}

impl fmt::Display for Seat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// The seats that are held. How many there are, the recruitment's policy says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Kept")]
#[schemars(with = "Kept")]
pub struct SeatPool {
    id: SeatPoolId,
    held: BTreeMap<ApplicationId, Seat>,
    last: Option<Seat>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "SeatPool")]
struct Kept {
    id: SeatPoolId,
    /// Who holds which seat.
    #[schemars(with = "BTreeMap<String, Seat>")]
    held: BTreeMap<ApplicationId, Seat>,
    /// The seat that was given last.
    last: Option<Seat>,
}

/// The state is one that no history leads to.
#[derive(Debug, thiserror::Error)]
#[error("in seat pool `{0}` a seat is held twice, or was never given")]
struct Unsound(SeatPoolId);

impl TryFrom<Kept> for SeatPool {
    type Error = Unsound;

    fn try_from(kept: Kept) -> Result<Self, Unsound> {
        let Kept { id, held, last } = kept;
        let seats: BTreeSet<_> = held.values().collect();
        let sound = seats.len() == held.len() && held.values().all(|seat| Some(*seat) <= last);
        if sound { Ok(Self { id, held, last }) } else { Err(Unsound(id)) }
    }
}

impl SeatPool {
    /// The id of the pool from which a recruitment gives its seats.
    pub const fn id_of(recruitment: RecruitmentId) -> SeatPoolId {
        SeatPoolId::new(recruitment.uuid())
    }

    /// Which pool this is.
    pub const fn id(&self) -> SeatPoolId {
        self.id
    }

    /// How many seats are held.
    pub fn held(&self) -> usize {
        self.held.len()
    }

    /// The seat that an application holds.
    pub fn seat(&self, application: ApplicationId) -> Option<Seat> {
        self.held.get(&application).copied()
    }

    /// Who holds which seat, ordered by application.
    pub fn holders(&self) -> impl Iterator<Item = (ApplicationId, Seat)> {
        self.held.iter().map(|(application, seat)| (*application, *seat))
    }

    /// The seat that is given next.
    pub(crate) fn next_seat(&self) -> Seat {
        let number = self.last.map_or(NonZeroU64::MIN, |last| last.0.saturating_add(1));
        Seat(number)
    }
}

impl Aggregate for SeatPool {
    const KIND: &'static str = "seat_pool";
    type Command = SeatPoolCommand;
    type Event = SeatPoolEvent;
    type Facts<'a> = ();
    type Refusal = Infallible;

    fn empty(id: Uuid) -> Self {
        Self { id: SeatPoolId::new(id), held: BTreeMap::new(), last: None }
    }

    fn decide(&self, command: &SeatPoolCommand, (): &(), _: Time) -> Result<Vec<SeatPoolEvent>, Infallible> {
        match *command {}
    }

    fn apply(&mut self, event: &SeatPoolEvent) {
        match event {
            SeatPoolEvent::Taken { application, seat, .. } => {
                // A number that was given before, or a second seat for one application, is passed over.
                if self.last < Some(*seat) && !self.held.contains_key(application) {
                    self.held.insert(*application, *seat);
                    self.last = Some(*seat);
                }
            }
            SeatPoolEvent::Freed { application, .. } => {
                self.held.remove(application);
            }
        }
    }
}
