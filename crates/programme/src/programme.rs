//! The programme: what is taught, to whom, by whom.

use guildhall_kernel::Id;

/// Names a programme.
pub type ProgrammeId = Id<Programme>;

/// A programme of training.
#[derive(Clone, Debug)]
pub struct Programme {}
