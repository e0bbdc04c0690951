//! Ids that come out the same each time, so that a second run finds what the first has done.
//!
//! A system in service draws slots, certificates and tokens at random and keeps what it drew. The
//! people here are made up, and a run that was killed must be able to go on with nothing but the
//! files: so the "random" ones come from a digest of their purpose.

use guildhall::civic::PersonId;
use guildhall::kernel::{ActorId, CommitId, Id, RetentionClass, Slot, Uuid, uuid};
use guildhall::programme::ProgrammeId;
use sha2::{Digest, Sha256};

const ACADEMY: Uuid = Uuid::from_u128(0x1c9f_42d6_0a5e_4b7e_9d38_5c1f_7a60_2019);

fn derived<T>(kind: &str, name: &str) -> Id<T> {
    Id::derived(ACADEMY, format!("{kind}\0{name}").as_bytes())
}

/// The person that the lists call so.
pub(super) fn person(name: &str) -> PersonId {
    derived("person", name)
}

/// Who acts in an office.
pub(super) fn actor(office: &str) -> ActorId {
    derived("actor", office)
}

/// The programme with this code.
pub(super) fn programme(code: &str) -> ProgrammeId {
    derived("programme", code)
}

/// The commit in which this step happens.
pub(super) fn commit(step: &str) -> CommitId {
    derived("commit", step)
}

/// Anything else that has a name here.
pub(super) fn named<T>(kind: &str, name: &str) -> Id<T> {
    derived(kind, name)
}

/// A uuid as if drawn at random for a purpose.
pub(super) fn drawn(purpose: &str, nth: usize) -> Uuid {
    let digest = Sha256::digest(format!("{ACADEMY}\0{purpose}\0{nth}"));
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(digest).for_each(|(byte, drawn)| *byte = drawn);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

/// A slot for personal data.
pub(super) fn slot(purpose: &str, class: RetentionClass) -> Slot {
    Slot::new(Id::new(drawn(purpose, 0)), class)
}
