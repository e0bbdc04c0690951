//! Enrolment against its laws, a naive model of it, and every refusal.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test and what it is built from fail by panicking"
)]

mod facts;
mod fixture;
mod golden;
mod laws;
mod model;
mod refusals;
mod threads;
