//! R5, R6, R7, R10 and R11 of the analysis, against exhaustive enumeration on small domains.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod changes;
mod diff;
mod exact;
mod instances;
mod limits;
mod questions;
mod reason;
mod records;
mod small;
mod wire;
