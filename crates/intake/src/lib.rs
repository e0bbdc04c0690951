//! Definitions and tables from officers: every fault at once, with its place and a suggestion.
//!
//! An officer writes a folder of TOML or JSON files by hand and makes ten mistakes at once. Reading it
//! says all ten, each as a compiler does, and gives nothing as long as there is one:
//!
//! ```
//! use std::collections::BTreeSet;
//! use guildhall_intake::{Folder, Limits};
//! use guildhall_kernel::{Code, Faults, LocalisedText, Report};
//! use schemars::JsonSchema;
//! use serde::Deserialize;
//!
//! // A definition is any type that serde reads and schemars describes.
//! #[derive(Deserialize, JsonSchema)]
//! #[serde(deny_unknown_fields)]
//! struct Course { code: Code<Course>, title: LocalisedText, held: Held, modules: Vec<Module>, first: Code<Module> }
//!
//! #[derive(Deserialize, JsonSchema)]
//! #[serde(rename_all = "snake_case")]
//! enum Held { Online, OnSite }
//!
//! #[derive(Deserialize, JsonSchema)]
//! #[serde(deny_unknown_fields)]
//! struct Module { code: Code<Module>, hours: u8 }
//!
//! // What has to hold across it, its constructor says; every fault with its path.
//! #[derive(Debug, thiserror::Error)]
//! #[error("the course has no module `{0}`")]
//! struct NoSuchModule(Code<Module>);
//!
//! fn course(written: Course) -> Result<Course, Faults<NoSuchModule>> {
//!     let mut report = Report::default();
//!     if !written.modules.iter().any(|module| module.code == written.first) {
//!         report.add("first", NoSuchModule(written.first.clone()));
//!     }
//!     report.end(Some(written))
//! }
//!
//! let text = "\
//! code = 'town centres'
//! tilte.sl = 'Mestna središča'
//! held = 'onsite'
//! modules = [{ code = 'model', hours = 'eight' }]
//! first = 'law'
//! ";
//! let mut folder = Folder::new(&Limits::default()).with("course.toml", text.as_bytes());
//! assert!(folder.file::<Course>("course.toml").make(course).is_none());
//! assert_eq!(folder.close().unwrap_err().to_string(), "\
//! error: a code has small letters a to z, digits and single hyphens between them, at most 64 characters
//!  --> course.toml:1:8
//!   |
//! 1 | code = 'town centres'
//!   |        ^^^^^^^^^^^^^^
//!   |
//!   = help: it is written like `town-centre`
//!
//! error: unknown field `tilte`
//!  --> course.toml:2:1
//!   |
//! 2 | tilte.sl = 'Mestna središča'
//!   | ^^^^^
//!   |
//!   = help: did you mean `title`?
//!
//! error: expected `online` or `on_site`, found `onsite`
//!  --> course.toml:3:8
//!   |
//! 3 | held = 'onsite'
//!   |        ^^^^^^^^
//!   |
//!   = help: did you mean `on_site`?
//!
//! error: expected a whole number from 0 to 255, found a text
//!  --> course.toml:4:38
//!   |
//! 4 | modules = [{ code = 'model', hours = 'eight' }]
//!   |                                      ^^^^^^^
//!
//! error: the course has no module `law`
//!  --> course.toml:5:9
//!   |
//! 5 | first = 'law'
//!   |         ^^^^^
//!
//! 5 faults in 1 file");
//! ```
//!
//! How it goes on after a fault: a definition is held against its type's JSON schema, then read through
//! serde and the constructors of its parts, then handed to the constructor of the whole. What any of
//! them refuses gives way to a value that may do, and reading begins anew; what follows only from such
//! a value is not said, and what is made of it is thrown away. Of a file that cannot be parsed only that
//! is said: every such fault of TOML, the first of JSON.
//!
//! | room | what is in it |
//! |---|---|
//! | [`folder`], [`file`](mod@file), [`definition`] | definitions, what they include, and what is made of them |
//! | [`names`] | references across files, both ways |
//! | [`table`] | tables: rows of cells in any spelling |
//! | [`diagnostic`], [`place`], [`source`] | what is said, where, and how it looks |
//! | [`limits`] | how much is read at most |

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
