//! The auditor: whether a published result follows from the problem and the draw. It shares no code with
//! what gives the seats out (A21): it has its own hashes, its own order of people, its own trees of quotas,
//! and reads nothing but the columns of the problem and the document that was published. So a mistake of
//! the one is not repeated by the other.
//!
//! [`audit`] accepts a result or lists everything that is wrong with it, in one pass over all choices.
//! [`audit_thoroughly`] also gives all seats out again, to find results in which nobody is passed over and
//! yet somebody could have been served better, and closures that the rules do not call for.

mod census;
mod claim;
mod closures;
mod groups;
mod keys;
mod on_top;
mod optimal;
mod order;
mod parts;
mod rolling;
mod room;
mod seats;
mod tree;
mod verdict;
mod violation;

pub use claim::Claim;
pub use closures::closures;
pub use keys::{Lots, keys};
pub use optimal::optimal;
pub use seats::seats;
pub use verdict::{Verdict, audit, audit_thoroughly};
pub use violation::{Limit, Violation};

pub(crate) use census::{Census, Standing};
pub(crate) use on_top::OnTop;
pub(crate) use order::{Order, Ties};
pub(crate) use parts::{limit, overall_limit, written};
pub(crate) use seats::is_on_top;
pub(crate) use tree::Tree;
