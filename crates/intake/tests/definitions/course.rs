//! A made-up definition type that has everything definitions have, and what its tests share.

use std::collections::{BTreeMap, BTreeSet};

use guildhall_intake::{Definition, Diagnostics, Folder, Limits};
use guildhall_kernel::chrono::{NaiveDate, NaiveDateTime};
use guildhall_kernel::{Code, Faults, LocalisedText, Report};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub(crate) enum Course {}
pub(crate) enum Module {}

/// A course as its officers write it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CourseDefinition {
    pub(crate) code: Code<Course>,
    pub(crate) title: LocalisedText,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) pilot: bool,
    pub(crate) delivery: Delivery,
    pub(crate) capacity: Capacity,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) period: Option<Period>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) announced: Option<NaiveDateTime>,
    pub(crate) modules: Vec<ModuleDefinition>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) sessions: Vec<Session>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) weights: BTreeMap<String, u16>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub(crate) tags: BTreeSet<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) price: Option<f64>,
}

/// How it is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Delivery {
    /// At a place.
    OnSite,
    /// Without one.
    Online,
    /// Both.
    Mixed,
}

/// How many may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Capacity {
    Unlimited,
    Seats(std::num::NonZeroU16),
    Groups { number: u8, size: u8 },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "WrittenPeriod", into = "WrittenPeriod")]
#[schemars(with = "WrittenPeriod")]
pub(crate) struct Period {
    pub(crate) from: NaiveDate,
    pub(crate) until: NaiveDate,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Period")]
struct WrittenPeriod {
    from: NaiveDate,
    until: NaiveDate,
}
impl TryFrom<WrittenPeriod> for Period {
    type Error = String;

    fn try_from(written: WrittenPeriod) -> Result<Self, String> {
        let WrittenPeriod { from, until } = written;
        if until < from {
            return Err(format!("the period ends (`{until}`) before it begins (`{from}`)"));
        }
        Ok(Self { from, until })
    }
}
impl From<Period> for WrittenPeriod {
    fn from(Period { from, until }: Period) -> Self {
        Self { from, until }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ModuleDefinition {
    pub(crate) code: Code<Module>,
    pub(crate) title: LocalisedText,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) hours: Option<u16>,
}

/// Told apart by its kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Session {
    Class {
        on: NaiveDate,
        module: Code<Module>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        room: Option<String>,
    },
    Visit {
        on: NaiveDate,
        to: Place,
    },
}

/// Not told apart by anything.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub(crate) enum Place {
    Named(String),
    Written(Address),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Address {
    pub(crate) town: String,
    pub(crate) number: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum CourseProblem {
    #[error("the course has no module `{0}`")]
    NoSuchModule(Code<Module>),
    #[error("the module `{0}` stands twice")]
    Twice(Code<Module>),
}

/// What is made of a definition.
#[derive(Debug, PartialEq)]
pub(crate) struct CourseOffer(pub(crate) CourseDefinition);

impl CourseOffer {
    pub(crate) fn new(written: CourseDefinition) -> Result<Self, Faults<CourseProblem>> {
        let mut report = Report::default();
        let mut known = BTreeSet::new();
        for (nth, module) in written.modules.iter().enumerate() {
            if !known.insert(&module.code) {
                report.add(format!("modules[{nth}].code"), CourseProblem::Twice(module.code.clone()));
            }
        }
        for (nth, session) in written.sessions.iter().enumerate() {
            if let Session::Class { module, .. } = session
                && !known.contains(module)
            {
                report.add(format!("sessions[{nth}].module"), CourseProblem::NoSuchModule(module.clone()));
            }
        }
        report.end(Some(())).map(|()| Self(written))
    }
}

pub(crate) fn folder(files: &[(&str, &str)]) -> Folder {
    let folder = Folder::new(&Limits::default());
    files.iter().fold(folder, |folder, (name, text)| folder.with(name, text.as_bytes()))
}

/// Reads one course, and says what is said.
pub(crate) fn read(name: &str, text: &str) -> (Option<Definition<CourseOffer>>, Diagnostics) {
    let mut folder = folder(&[(name, text)]);
    let offer = folder.file::<CourseDefinition>(name).make(CourseOffer::new);
    let said = folder.close().unwrap_or_else(|said| said);
    (offer, said)
}

/// `line:column message` of everything that is said.
pub(crate) fn told(said: &Diagnostics) -> Vec<String> {
    said.iter()
        .map(|one| {
            let place = one.place().map(|place| {
                format!("{}:{}", place.line().unwrap_or_default(), place.column().unwrap_or_default())
            });
            let help = one.suggestion().map(|help| format!(" ({help})")).unwrap_or_default();
            format!("{} {}{help}", place.unwrap_or_default(), one.message())
        })
        .collect()
}
