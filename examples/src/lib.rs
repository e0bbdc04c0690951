//! The systems that the examples run.
//!
//! Each example is a thin `main` over a module here, so that its figures can be tested.

pub mod academy;
pub mod desk;
