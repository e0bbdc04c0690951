//! A published version: immutable, citable and traceable (G1, G2, G3).

use guildhall_kernel::Time;
use schemars::JsonSchema;
use serde::Serialize;

use crate::{Citation, Record, Review, VersionNumber};

/// A version that was reviewed and published.
///
/// Nothing makes one but a [`Practice`](crate::Practice) that went through review: it has no
/// constructor and is not deserialised by itself. So what takes a `&Published`, such as a handbook,
/// takes nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Published {
    version: VersionNumber,
    record: Record,
    reviews: Vec<Review>,
    at: Time,
}

impl Published {
    pub(crate) const fn new(version: VersionNumber, record: Record, reviews: Vec<Review>, at: Time) -> Self {
        Self { version, record, reviews, at }
    }

    /// How it is cited.
    pub fn citation(&self) -> Citation {
        Citation::new(self.record.code().clone(), self.version)
    }

    /// Its number.
    pub const fn version(&self) -> VersionNumber {
        self.version
    }

    /// Its text, its origin included.
    pub const fn record(&self) -> &Record {
        &self.record
    }

    /// The reviews that it was published on, at least one.
    pub fn reviews(&self) -> &[Review] {
        &self.reviews
    }

    /// When it was published.
    pub const fn at(&self) -> Time {
        self.at
    }
}
