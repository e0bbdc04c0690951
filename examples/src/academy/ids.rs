//! Ids that come out the same each time, so that a second run finds what the first has done. Each
//! belongs to one training: two of them share a store without meeting.
//!
//! A system in service draws slots, certificates and tokens at random and keeps what it drew. The
//! people here are made up, and a run that was killed must be able to go on with nothing but the
//! files: so the "random" ones come from a digest of their purpose.

use guildhall::civic::PersonId;
use guildhall::kernel::{ActorId, CommitId, Id, RetentionClass, Slot, Uuid, uuid};
use guildhall::programme::{ProgrammeCode, ProgrammeId};
use sha2::{Digest, Sha256};

const ACADEMY: Uuid = Uuid::from_u128(0x1c9f_42d6_0a5e_4b7e_9d38_5c1f_7a60_2019);

/// The ids of one training.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ids(ProgrammeId);

impl Ids {
    /// Those of the training for this programme.
    pub(super) fn of(programme: &ProgrammeCode) -> Self {
        Self(Id::derived(ACADEMY, programme.as_str().as_bytes()))
    }

    /// The programme.
    pub(super) const fn programme(self) -> ProgrammeId {
        self.0
    }

    /// Anything that has a name of its kind here.
    pub(super) fn named<T>(self, kind: &str, name: &str) -> Id<T> {
        Id::derived(self.0.uuid(), format!("{kind}\0{name}").as_bytes())
    }

    /// The person that the lists call so.
    pub(super) fn person(self, name: &str) -> PersonId {
        self.named("person", name)
    }

    /// The officers of the stewards, who act together here.
    pub(super) fn officers(self) -> ActorId {
        self.named("actor", "officers of the stewards")
    }

    /// The commit in which this step happens.
    pub(super) fn commit(self, step: &str) -> CommitId {
        self.named("commit", step)
    }

    /// A uuid as if drawn at random for a purpose.
    pub(super) fn drawn(self, purpose: &str, nth: usize) -> Uuid {
        let digest = Sha256::digest(format!("{}\0{purpose}\0{nth}", self.0));
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(digest).for_each(|(byte, drawn)| *byte = drawn);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }

    /// A slot for personal data.
    pub(super) fn slot(self, purpose: &str, class: RetentionClass) -> Slot {
        Slot::new(Id::new(self.drawn(purpose, 0)), class)
    }
}
