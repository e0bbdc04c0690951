//! Decisions, refusals and reports as sentences in English, Polish, Slovene and Russian.

pub mod argument;
pub mod catalogue;
#[cfg(feature = "fluent")]
pub mod check;
#[cfg(feature = "fluent")]
pub mod collation;
#[cfg(feature = "fluent")]
mod format;
#[cfg(feature = "fluent")]
mod ftl;
pub mod label;
pub mod message;
#[cfg(feature = "fluent")]
pub mod phrasebook;
#[cfg(feature = "fluent")]
mod resolve;
pub mod said;
pub mod shape;
pub mod to_argument;
pub mod words;

pub use argument::{Argument, Join};
pub use catalogue::{Catalogue, Text};
#[cfg(feature = "fluent")]
pub use check::{CatalogueFault, CatalogueFaults, Problem, check};
#[cfg(feature = "fluent")]
pub use collation::Collation;
pub use guildhall_words_derive::Say;
pub use label::{Label, Period};
pub use message::{Message, Say};
#[cfg(feature = "fluent")]
pub use phrasebook::Phrasebook;
pub use said::{Said, SaidArgument};
pub use shape::{Kind, Shape, Shaped};
pub use to_argument::ToArgument;
pub use words::Words;
