//! The practice room as a whole: laws, editorial flow, records and the handbook.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod flow;
mod given;
mod golden;
mod handbook;
mod laws;
mod records;
mod schemas;
mod words;
