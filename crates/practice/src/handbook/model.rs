//! Everything a template of the handbook shows, in one language, sorted and worded.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use crate::{Channel, Citation, Grade, LessonKind};

/// A handbook in one language.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct HandbookModel {
    /// The language of the labels, and of every text that is not marked foreign.
    pub language: String,
    /// The words around the texts: headings, marks and notes, under names such as `by_area`.
    pub labels: BTreeMap<String, String>,
    /// The title.
    pub title: Text,
    /// The line under it.
    pub subtitle: Option<Text>,
    /// Who publishes it.
    pub publisher: Text,
    /// The day it is issued, in words.
    pub issued: String,
    /// The day it is issued.
    pub issued_on: NaiveDate,
    /// What comes before the practices.
    pub foreword: Option<Text>,
    /// The practices, in the order of the handbook.
    pub chapters: Vec<Chapter>,
    /// Service areas and what is about them, both in collation order.
    pub by_area: Vec<Heading>,
    /// Authorities and what is theirs, both in collation order.
    pub by_authority: Vec<Heading>,
    /// Whether some authority is invented.
    pub fictitious: bool,
}

/// A text with the language it is in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Text {
    /// The whole text.
    pub text: String,
    /// The text in paragraphs.
    pub paragraphs: Vec<String>,
    /// The tag of its language.
    pub lang: String,
    /// Whether it is in another language than the handbook, which has none.
    pub foreign: bool,
}

/// An authority or a service area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Named {
    /// Its key or code, which tells two of one name apart.
    pub key: String,
    /// Its name.
    pub name: Text,
}

/// One line of an index.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Heading {
    /// The area or the authority.
    pub of: Named,
    /// What belongs to it.
    pub entries: Vec<Entry>,
}

/// A practice in an index.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Entry {
    /// The number of its chapter, from 1.
    pub number: usize,
    /// Where it is in the page.
    pub anchor: String,
    /// Its title.
    pub title: Text,
}

/// A practice.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Chapter {
    /// From 1, in the order of the handbook.
    pub number: usize,
    /// What the chapter is called by its number, in words.
    pub called: String,
    /// Where it is in the page.
    pub anchor: String,
    /// How it is cited.
    pub citation: Citation,
    /// The title.
    pub title: Text,
    /// The authorities whose practice it is, in collation order.
    pub owners: Vec<Named>,
    /// Whether an owner is invented.
    pub fictitious: bool,
    /// The service areas, in collation order.
    pub areas: Vec<Named>,
    /// How well its results are supported.
    pub grade: Grade,
    /// The same in words.
    pub grade_label: String,
    /// The summary.
    pub summary: Option<Text>,
    /// The situation before.
    pub situation: Option<Text>,
    /// What was done.
    pub actions: Option<Text>,
    /// What another authority needs to do the same.
    pub transferability: Option<Text>,
    /// What it took.
    pub resources: Option<Text>,
    /// What it cost.
    pub costs: Vec<CostLine>,
    /// When, in words.
    pub period: Option<String>,
    /// The phases.
    pub phases: Option<Text>,
    /// What changed.
    pub results: Vec<ResultLine>,
    /// What was learnt.
    pub lessons: Vec<LessonLine>,
    /// Where the record comes from.
    pub origin: Option<OriginLine>,
}

/// A sum.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CostLine {
    /// For what.
    pub purpose: Text,
    /// How much, as the language writes it.
    pub amount: String,
    /// How often, in words.
    pub recurrence: String,
}

/// A result.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ResultLine {
    /// What changed.
    pub statement: Text,
    /// How well it is supported.
    pub grade: Grade,
    /// The same in words.
    pub grade_label: String,
    /// The figure that shows it.
    pub figure: Option<Figure>,
    /// What proves it.
    pub evidence: Vec<EvidenceLine>,
}

/// A figure before and after.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Figure {
    /// What is counted.
    pub name: Text,
    /// In what.
    pub unit: Text,
    /// Before.
    pub before: Option<Value>,
    /// After.
    pub after: Value,
}

/// A measured value.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Value {
    /// The value, as the language writes it.
    pub value: String,
    /// When it was measured, in words.
    pub period: String,
}

/// Something attached.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct EvidenceLine {
    /// What kind it is, in words.
    pub kind: String,
    /// What it is called.
    pub title: Text,
    /// Who evaluated.
    pub by: Option<Text>,
    /// Where it is found.
    pub reference: String,
}

/// Something learnt.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LessonLine {
    /// Of what kind.
    pub kind: LessonKind,
    /// The same in words.
    pub label: String,
    /// What it was.
    pub text: Text,
}

/// Where a record comes from.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OriginLine {
    /// By which way.
    pub channel: Channel,
    /// The same in words.
    pub label: String,
    /// What the contest, group, training or medium is called.
    pub name: Text,
    /// The project that paid for the record.
    pub funding: Option<Text>,
    /// The authorities whose people wrote it, in collation order.
    pub authors: Vec<Named>,
}
