//! What the examples share: reading what officers wrote, and the systems themselves.
//!
//! Each example is a thin `main` over a module here, so that its figures can be tested.

pub mod academy;
pub mod reading;
