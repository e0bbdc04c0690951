//! Sessions: what happens in an edition, when and where.

use guildhall_kernel::Id;

/// Names a session.
pub type SessionId = Id<Session>;

/// One session of an edition.
#[derive(Clone, Debug)]
pub struct Session {}
