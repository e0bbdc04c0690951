//! The laws of the contract as checks that any context runs on its own aggregates and values
//! (C1, C3, C4, C5, C6, C8).
//!
//! They answer [`Broken`] with a reason instead of a panic, so that a property test can shrink what
//! broke them: end a `#[test]` with `?`, or a `proptest!` with `prop_assert!(law.is_ok(), ...)`, or
//! let [`Broken`] become a `TestCaseError` with `.map_err(TestCaseError::fail)?`.

mod aggregate;
mod golden;
mod quiet;
mod reads;
mod schema;
mod wire;

pub use aggregate::{replay, total};
pub use golden::golden;
pub use quiet::{commit_keeps_quiet, error_keeps_quiet, event_keeps_quiet, keeps_quiet};
pub use reads::every_read_conflicts;
pub use schema::{Described, examples_are_read, reads};
pub use wire::{event_survives, refuses, survives};

/// A law does not hold: which one, and how that was seen.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{law} is broken: {reason}")]
pub struct Broken {
    law: &'static str,
    reason: String,
}

impl Broken {
    pub(crate) fn new(law: &'static str, reason: impl Into<String>) -> Self {
        Self { law, reason: reason.into() }
    }

    /// The id of the law, such as `C1`.
    pub const fn law(&self) -> &'static str {
        self.law
    }

    /// What was seen, in one sentence.
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl From<Broken> for proptest::test_runner::Reason {
    fn from(broken: Broken) -> Self {
        broken.to_string().into()
    }
}
