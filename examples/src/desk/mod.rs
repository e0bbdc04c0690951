//! The desk of a programme officer: whether a folder of definitions can be used, what a register of
//! authorities holds and what changed in it, and what rules say of people.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use guildhall::kernel::Language;

pub mod allocation;
pub mod check;
pub mod register;
pub mod rules;
pub mod schema;
mod words;

pub use check::{Checked, check, fault};
pub use words::WORDS;

/// The languages that the desk speaks.
pub fn spoken() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(["en", "pl", "sl", "ru"]).try_map(|tag| tag.parse::<Language>())
}
