//! The record of a good practice as officers write it: the parts, each in one or more languages.
//!
//! A record is well formed by construction (C6); it may still lack parts, and says which. It is the
//! owners' public statement and names no person: who to ask lies in a contact slot beside it (C5).

use guildhall_civic::{AuthorityKey, Money, Period, ProjectCode, ServiceAreaCode};
use guildhall_kernel::{Language, LocalisedText, Uuid};
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fault::{RecordFaults, examine};
use crate::{Grade, Outcome, PracticeCode};

/// The longest title, in characters.
pub const TITLE_LIMIT: usize = 100;

/// A good practice as an officer writes it. Only code, languages, owners and title are needed to
/// begin; the other parts by the time it is submitted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordDefinition {
    /// The name it is cited by.
    pub code: PracticeCode,
    /// The language it was written in first: every text has it.
    pub source_language: Language,
    /// Every language it is offered in, the source language among them: title and summary have all.
    pub languages: Vec<Language>,
    /// The authorities whose practice it is, at least one: the towns of an agglomeration share theirs.
    pub owners: Vec<AuthorityKey>,
    /// The service areas it is about.
    #[serde(default)]
    pub service_areas: Vec<ServiceAreaCode>,
    /// At most a hundred characters in each language.
    pub title: LocalisedText,
    /// The practice in a few sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<LocalisedText>,
    /// The situation before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub situation: Option<LocalisedText>,
    /// What was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actions: Option<LocalisedText>,
    /// What another authority needs to do the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transferability: Option<LocalisedText>,
    /// What it took.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resources: Option<Resources>,
    /// How long it took.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timescale: Option<Timescale>,
    /// What changed.
    #[serde(default)]
    pub results: Vec<Outcome>,
    /// Difficulties and lessons; a failure is as welcome as a success.
    #[serde(default)]
    pub lessons: Vec<Lesson>,
    /// Where the record comes from (G3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

/// What a practice took.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Resources {
    /// People, places and means, in words.
    pub description: LocalisedText,
    /// What it cost.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub costs: Vec<Cost>,
}

/// One sum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// For what.
    pub purpose: LocalisedText,
    /// How much; not negative.
    pub amount: Money,
    /// How often.
    pub recurrence: Recurrence,
}

/// How often a sum is paid.
///
/// Exhaustive on purpose: whoever adds sums up must keep the two apart.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Say,
)]
#[serde(rename_all = "snake_case")]
pub enum Recurrence {
    /// Once.
    Once,
    /// Every year.
    Yearly,
}

/// How long a practice took, or since when it runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Timescale {
    /// From the first day of work on it to the last; without a last day it runs still.
    pub period: Period,
    /// The phases, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phases: Option<LocalisedText>,
}

/// Something learnt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    /// Of what kind.
    pub kind: LessonKind,
    /// What it was.
    pub text: LocalisedText,
}

/// Of what kind a lesson is.
///
/// Exhaustive on purpose: a handbook must mark each.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Say,
)]
#[serde(rename_all = "snake_case")]
pub enum LessonKind {
    /// It was hard, and got done.
    Difficulty,
    /// It did not work.
    Failure,
    /// What to do next time.
    Advice,
}

/// Where a record comes from, so that it can be traced back (G3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// By which way it reached the base.
    pub channel: Channel,
    /// What the contest, group, training or medium is called, or which office.
    pub name: LocalisedText,
    /// The contest entry, project or meeting itself, where it is kept under an id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Uuid>,
    /// The project that paid for the record, where the caller's list of projects knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<ProjectCode>,
    /// Who or what paid for the record, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funding: Option<LocalisedText>,
    /// The authorities whose people wrote it, where others than the owners' did.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<AuthorityKey>,
}

/// By which way a practice reached the base.
///
/// Not exhaustive: networks invent new ways of finding practices.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Say,
)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Channel {
    /// Entered for a contest.
    Contest,
    /// Found in an exchange group.
    ExchangeGroup,
    /// Presented or worked out in a training.
    TrainingProject,
    /// Written by the owner's own office.
    OwnOffice,
    /// Read about in the media.
    Media,
    /// Recommended by somebody.
    Recommendation,
}

/// A part that a submitted record has.
///
/// Exhaustive on purpose, as it mirrors [`RecordDefinition`].
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Say,
)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The service areas.
    ServiceAreas,
    /// The summary.
    Summary,
    /// The situation before.
    Situation,
    /// What was done.
    Actions,
    /// Resources and cost.
    Resources,
    /// The timescale.
    Timescale,
    /// The results.
    Results,
    /// Difficulties and lessons.
    Lessons,
    /// Transferability.
    Transferability,
    /// The origin.
    Origin,
}

/// A well-formed record: a [`RecordDefinition`] without faults.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "RecordDefinition", into = "RecordDefinition")]
#[schemars(with = "RecordDefinition")]
pub struct Record(Box<RecordDefinition>);

impl Record {
    /// Checks a definition.
    ///
    /// # Errors
    /// [`RecordFaults`], all of them at once, each with its path.
    pub fn new(definition: RecordDefinition) -> Result<Self, RecordFaults> {
        examine(&definition).end(Some(Self(Box::new(definition))))
    }

    /// Every part, to read.
    pub fn parts(&self) -> &RecordDefinition {
        &self.0
    }

    /// The name it is cited by.
    pub fn code(&self) -> &PracticeCode {
        &self.0.code
    }

    /// The parts that are missing before it can be submitted; none, if it is complete.
    pub fn missing(&self) -> Vec<Part> {
        let parts = self.parts();
        [
            (Part::ServiceAreas, parts.service_areas.is_empty()),
            (Part::Summary, parts.summary.is_none()),
            (Part::Situation, parts.situation.is_none()),
            (Part::Actions, parts.actions.is_none()),
            (Part::Resources, parts.resources.is_none()),
            (Part::Timescale, parts.timescale.is_none()),
            (Part::Results, parts.results.is_empty()),
            (Part::Lessons, parts.lessons.is_empty()),
            (Part::Transferability, parts.transferability.is_none()),
            (Part::Origin, parts.origin.is_none()),
        ]
        .into_iter()
        .filter_map(|(part, missing)| missing.then_some(part))
        .collect()
    }

    /// The authorities that own or wrote it, and so may neither review nor evaluate it.
    pub fn interested(&self) -> Vec<&AuthorityKey> {
        let authors = self.0.origin.iter().flat_map(|origin| &origin.authors);
        self.0.owners.iter().chain(authors).collect()
    }

    /// How well its results are supported: the best grade that any of them has.
    pub fn grade(&self) -> Grade {
        let interested = self.interested();
        let grades = self.0.results.iter().map(|result| result.grade(&interested));
        grades.max().unwrap_or(Grade::Claimed)
    }
}

impl TryFrom<RecordDefinition> for Record {
    type Error = RecordFaults;

    fn try_from(definition: RecordDefinition) -> Result<Self, RecordFaults> {
        Self::new(definition)
    }
}
impl From<Record> for RecordDefinition {
    fn from(record: Record) -> Self {
        *record.0
    }
}

impl std::fmt::Display for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::ServiceAreas => "service areas",
            Self::Summary => "summary",
            Self::Situation => "situation before",
            Self::Actions => "what was done",
            Self::Resources => "resources and cost",
            Self::Timescale => "timescale",
            Self::Results => "results",
            Self::Lessons => "difficulties and lessons",
            Self::Transferability => "transferability",
            Self::Origin => "origin",
        })
    }
}
