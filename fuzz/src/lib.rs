//! A definition type that has everything definitions have, and what must hold whatever is read.

pub mod rules;

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use guildhall_intake::{Folder, Limits};
use guildhall_kernel::chrono::NaiveDate;
use guildhall_kernel::{Code, Faults, Local, LocalisedText, Report};
use schemars::JsonSchema;
use serde::Deserialize;

/// A course.
#[derive(Debug, Deserialize, JsonSchema)]
#[expect(dead_code, reason = "that it is read is what is tried")]
#[serde(deny_unknown_fields)]
pub struct Course {
    code: Code<Course>,
    #[serde(default)]
    title: Option<LocalisedText>,
    #[serde(default)]
    held: Held,
    #[serde(default)]
    seats: Option<NonZeroU16>,
    #[serde(default)]
    begins: Option<Local>,
    #[serde(default)]
    parts: Vec<Part>,
    #[serde(default)]
    weights: BTreeMap<Code<Part>, f64>,
}

/// How it is held.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Held {
    /// Without a place.
    #[default]
    Online,
    /// At a place.
    At(Place),
}

/// Where.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Place {
    /// By its name.
    Named(String),
    /// By its number.
    Numbered {
        /// The number.
        number: u8,
    },
}

/// A part of it, which may have parts.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Part {
    /// On one day.
    Class {
        /// The day.
        on: NaiveDate,
        /// What it follows.
        #[serde(default)]
        after: Option<Code<Part>>,
    },
    /// Several in one.
    Block {
        /// Those.
        parts: Vec<Part>,
    },
}

fn course(written: Course) -> Result<Course, Faults<String>> {
    let mut report = Report::default();
    for (nth, part) in written.parts.iter().enumerate() {
        if let Part::Class { after: Some(after), .. } = part
            && !written.weights.contains_key(after)
        {
            report.add(format!("parts[{nth}].after"), format!("there is no part `{after}`"));
        }
    }
    report.end(Some(written))
}

/// Reads a file as a definition, which gives a value or says what is wrong, and never both.
pub fn read(name: &str, bytes: &[u8]) {
    let mut folder =
        Folder::new(&Limits::default()).with(name, bytes).with("part.toml", *b"kind = 'block'\nparts = []\n");
    let read = folder
        .file::<Course>(name)
        .naming(|course, named| named.define("course", &course.code, "code"))
        .make(course);
    folder.names().may_be_unused("course");
    let contents = folder.contents();
    assert!(contents.len() <= 2);
    let said = folder.close().unwrap_or_else(|said| said);
    assert_eq!(read.is_none(), !said.is_sound(), "{said}");
    assert!(!said.human(true).is_empty() && !said.json().is_empty());
}
