//! What programmes and editions promise, seen from outside.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "a test fails by panicking"
)]

mod common;
mod definitions;
mod golden;
mod laws;
mod lifecycle;
mod schemas;
mod threads;
