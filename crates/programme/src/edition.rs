//! The edition: one run of a programme.

use guildhall_kernel::Id;

/// Names an edition.
pub type EditionId = Id<Edition>;

/// One run of a programme.
#[derive(Clone, Debug)]
pub struct Edition {}
