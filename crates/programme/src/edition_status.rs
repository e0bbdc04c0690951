//! How far an edition has come, and which steps there are.

use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How far an edition has come.
///
/// Exhaustive on purpose: a caller must know what it means for its own work.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Say,
)]
#[serde(rename_all = "snake_case")]
pub enum EditionStatus {
    /// It is being planned, for the organisers' eyes.
    Planned,
    /// It is public: people may apply.
    Announced,
    /// It has begun.
    Running,
    /// It is over.
    Finished,
    /// It does not take place, or not to its end.
    Cancelled,
}

impl EditionStatus {
    /// Whether an edition may go from here to `next`.
    pub const fn may_become(self, next: Self) -> bool {
        use EditionStatus::{Announced, Cancelled, Finished, Planned, Running};
        matches!(
            (self, next),
            (Planned, Announced)
                | (Announced, Running)
                | (Running, Finished)
                | (Planned | Announced | Running, Cancelled)
        )
    }

    /// Whether nothing follows.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Finished | Self::Cancelled)
    }
}
impl std::fmt::Display for EditionStatus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Planned => "planned",
            Self::Announced => "announced",
            Self::Running => "running",
            Self::Finished => "finished",
            Self::Cancelled => "cancelled",
        })
    }
}
