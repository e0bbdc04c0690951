//! The desk of a programme officer: whether a folder of definitions can be used, what a register of
//! authorities holds, and what changed in it.

pub mod allocation;
pub mod check;
pub mod register;
pub mod schema;
mod words;

pub use check::{Checked, check, fault};
pub use words::WORDS;
