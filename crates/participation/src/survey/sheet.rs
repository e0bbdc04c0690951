//! A sheet: what one person answers. It exists only until its batch is published, and its `Debug`
//! shows nothing (C5).

use std::collections::BTreeMap;
use std::fmt;

use guildhall_kernel::Confidential;
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::answer::Answer;
use super::code::QuestionCode;
use super::instrument::{Instrument, QuestionKind};

/// What one person answers. No event ever holds it.
///
/// Blank remarks are left out, so that leaving a field empty and leaving it untouched are the same.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(from = "Written", into = "Written")]
#[schemars(with = "Written")]
pub struct Sheet(Written);

#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Sheet")]
struct Written {
    /// The answers, by question; a question left out is unanswered.
    #[serde(default)]
    answers: BTreeMap<QuestionCode, Answer>,
    /// What the person wrote in their own words, by question.
    #[serde(default)]
    remarks: BTreeMap<QuestionCode, Confidential<String>>,
}

impl Sheet {
    /// Takes the answers and the remarks of one person.
    pub fn new(
        answers: BTreeMap<QuestionCode, Answer>,
        remarks: BTreeMap<QuestionCode, Confidential<String>>,
    ) -> Self {
        Self::from(Written { answers, remarks })
    }

    /// Reads a sheet that somebody sent. Unlike serde's, the error quotes nothing of it.
    ///
    /// # Errors
    /// [`UnreadableSheet`] for anything but a sheet.
    pub fn from_json(json: &str) -> Result<Self, UnreadableSheet> {
        serde_json::from_str(json).map_err(|_| UnreadableSheet)
    }

    /// The answers, by question.
    pub const fn answers(&self) -> &BTreeMap<QuestionCode, Answer> {
        &self.0.answers
    }

    /// The remarks, by question; none is blank.
    pub const fn remarks(&self) -> &BTreeMap<QuestionCode, Confidential<String>> {
        &self.0.remarks
    }

    /// Whether it answers what the instrument asks.
    ///
    /// # Errors
    /// [`SheetFaults`], with every fault there is.
    pub fn fits(&self, instrument: &Instrument) -> Result<(), SheetFaults> {
        let answered = self.0.answers.iter().filter_map(|(code, answer)| {
            let kind = instrument.question(code).map(|question| &question.kind);
            fault(code, kind, |kind| kind.admits(answer))
        });
        let written = self.0.remarks.keys().filter_map(|code| {
            let kind = instrument.question(code).map(|question| &question.kind);
            fault(code, kind, |kind| *kind == QuestionKind::FreeText)
        });
        let faults: Vec<_> = answered.chain(written).collect();
        if faults.is_empty() { Ok(()) } else { Err(SheetFaults(faults)) }
    }
}

fn fault(
    code: &QuestionCode,
    kind: Option<&QuestionKind>,
    admits: impl FnOnce(&QuestionKind) -> bool,
) -> Option<SheetFault> {
    match kind {
        None => Some(SheetFault::NotAsked(code.clone())),
        Some(kind) if admits(kind) => None,
        Some(_) => Some(SheetFault::NotAdmitted(code.clone())),
    }
}

impl fmt::Debug for Sheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sheet([confidential])")
    }
}
impl From<Written> for Sheet {
    fn from(mut written: Written) -> Self {
        written.remarks.retain(|_, text| !text.expose().trim().is_empty());
        Self(written)
    }
}
impl From<Sheet> for Written {
    fn from(sheet: Sheet) -> Self {
        sheet.0
    }
}

/// What was sent is no sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Say, thiserror::Error)]
#[error("these are no answers to a survey: they have another shape")]
pub struct UnreadableSheet;

/// Everything that is wrong with a sheet; never empty. It names questions, never answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetFaults(Vec<SheetFault>);

impl SheetFaults {
    /// The faults: those of answers first, then those of remarks, by question.
    pub fn faults(&self) -> &[SheetFault] {
        &self.0
    }
}
impl fmt::Display for SheetFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("; ")?;
            }
            fmt::Display::fmt(fault, f)?;
        }
        Ok(())
    }
}
impl std::error::Error for SheetFaults {}

/// One thing that is wrong with a sheet.
///
/// Exhaustive on purpose: a question is asked or not, and admits the answer or not.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetFault {
    /// The instrument does not ask this.
    #[error("question `{0}` is not asked")]
    NotAsked(QuestionCode),
    /// The question is asked but admits other answers.
    #[error("question `{0}` does not admit this answer")]
    NotAdmitted(QuestionCode),
}
