//! Definitions and tables from officers: every fault at once, with its place and a suggestion.

pub mod diagnostic;
pub mod limits;
pub mod place;
mod render;
pub mod source;

pub use diagnostic::{Diagnostic, Diagnostics, Related, Severity};
pub use limits::Limits;
pub use place::Place;
pub use source::{Source, Sources};
