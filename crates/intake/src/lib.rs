//! Definitions and tables from officers: every fault at once, with its place and a suggestion.

mod branch;
mod de;
pub mod definition;
pub mod diagnostic;
#[cfg(feature = "fs")]
mod disk;
mod document;
mod engine;
mod expectation;
mod explain;
pub mod file;
mod finding;
pub mod folder;
mod include;
mod instance;
mod json;
pub mod limits;
pub mod names;
mod nearest;
mod node;
mod path;
pub mod place;
mod position;
mod refusal;
mod render;
mod repair;
mod sample;
mod schemas;
pub mod source;
pub mod table;
mod text;
mod toml;

pub use definition::Definition;
pub use diagnostic::{Diagnostic, Diagnostics, Related, Severity};
pub use file::{File, Named};
pub use folder::Folder;
pub use limits::Limits;
pub use names::{Kind, Names};
pub use place::Place;
pub use source::{Source, Sources};
