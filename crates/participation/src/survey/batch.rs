//! A batch: the answers of at least k people as they are published, nobody's sheet left in them (L3).

use std::collections::{BTreeMap, BTreeSet};

use guildhall_kernel::{Confidential, RetentionClass, Slot, SlotId};
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::answer::Column;
use super::code::QuestionCode;
use super::sheet::Sheet;
use super::token::is_random;

/// The answers of several people, counted question by question. It holds no sheets: whoever knows one
/// answer of somebody finds none of the others. Every part stands in an order of its own making: the
/// columns by question and answer, the slots of remarks by their random ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Written", into = "Written")]
#[schemars(with = "Written")]
pub struct Batch(Written);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Batch")]
struct Written {
    /// Which batch of the survey, from 1.
    number: u32,
    /// How many people's answers it holds.
    sheets: u32,
    /// The answers to each question that somebody answered.
    columns: BTreeMap<QuestionCode, Column>,
    /// Where the remarks to each question lie that somebody wrote to.
    remarks: BTreeMap<QuestionCode, Vec<Slot>>,
}

/// A remark on its way into its slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The slot that the batch names.
    pub slot: Slot,
    /// What somebody wrote.
    pub text: Confidential<String>,
}

/// Why answers make no batch.
///
/// Exhaustive on purpose: each is a mistake of the program that publishes.
#[derive(Clone, Debug, PartialEq, Eq, Say, thiserror::Error)]
pub enum BatchError {
    /// It is nobody's, or it has no number.
    #[error("a batch has a number from 1 on and holds somebody's answers")]
    Empty,
    /// More answers, or remarks, are given to a question than there are people, or none is.
    #[error("question `{0}` is listed with no answer, or with more answers than people")]
    Count(#[say(name = "question")] QuestionCode),
    /// The slots of remarks are not in the order of their ids, or one stands there twice.
    #[error("the slots of remarks stand in the order of their ids, each once")]
    SlotOrder,
    /// A slot is of another retention class.
    #[error("{0} does not hold free text")]
    #[say(tell(slot: SlotId = _0.id()))]
    SlotClass(#[say(skip)] Slot),
    /// The id of a slot was not drawn at random, so it could tell when or by whom it was made.
    #[error("slot `{0}` was not drawn at random (version 4)")]
    SlotNotRandom(#[say(name = "slot")] SlotId),
    /// There are fewer slots than remarks.
    #[error("{remarks} remarks need as many slots; {slots} were given")]
    TooFewSlots {
        /// How many remarks there are.
        remarks: usize,
        /// How many different slots were given.
        slots: usize,
    },
}

impl Batch {
    /// Counts the answers of `sheets` as batch `number`, and distributes the remarks to `slots`:
    /// remarks and slots are both sorted and matched in that order, so neither the order of the
    /// sheets nor that of the slots leaves a trace.
    ///
    /// # Errors
    /// [`BatchError`] if there is no sheet, or not a random slot for every remark.
    pub fn of(number: u32, sheets: &[&Sheet], slots: &[SlotId]) -> Result<(Self, Vec<Remark>), BatchError> {
        let mut columns = BTreeMap::<QuestionCode, Column>::new();
        for (question, answer) in sheets.iter().flat_map(|sheet| sheet.answers()) {
            columns.entry(question.clone()).or_default().add(answer.clone(), 1);
        }
        let mut texts: Vec<_> = sheets.iter().flat_map(|sheet| sheet.remarks()).collect();
        texts.sort();
        let slots: BTreeSet<_> = slots.iter().copied().collect();
        if slots.len() < texts.len() {
            return Err(BatchError::TooFewSlots { remarks: texts.len(), slots: slots.len() });
        }
        let mut remarks = BTreeMap::<QuestionCode, Vec<Slot>>::new();
        let mut contents = Vec::with_capacity(texts.len());
        for ((question, text), id) in texts.into_iter().zip(slots) {
            let slot = Slot::new(id, RetentionClass::FreeText);
            remarks.entry(question.clone()).or_default().push(slot);
            contents.push(Remark { slot, text: text.clone() });
        }
        let sheets = u32::try_from(sheets.len()).unwrap_or(u32::MAX);
        Ok((Self::try_from(Written { number, sheets, columns, remarks })?, contents))
    }

    /// Which batch of its survey it is, from 1.
    pub const fn number(&self) -> u32 {
        self.0.number
    }

    /// How many people's answers it holds.
    pub const fn sheets(&self) -> u32 {
        self.0.sheets
    }

    /// The answers to each question that somebody answered.
    pub const fn columns(&self) -> &BTreeMap<QuestionCode, Column> {
        &self.0.columns
    }

    /// Where the remarks to each question lie that somebody wrote to.
    pub const fn remarks(&self) -> &BTreeMap<QuestionCode, Vec<Slot>> {
        &self.0.remarks
    }
}

impl TryFrom<Written> for Batch {
    type Error = BatchError;

    fn try_from(written: Written) -> Result<Self, BatchError> {
        if written.number == 0 || written.sheets == 0 {
            return Err(BatchError::Empty);
        }
        let people = 1..=u64::from(written.sheets);
        let answered = written.columns.iter().map(|(question, column)| (question, column.total()));
        let remarked = written
            .remarks
            .iter()
            .map(|(question, slots)| (question, u64::try_from(slots.len()).unwrap_or(u64::MAX)));
        if let Some((question, _)) = answered.chain(remarked).find(|(_, count)| !people.contains(count)) {
            return Err(BatchError::Count(question.clone()));
        }
        let mut seen = BTreeSet::new();
        for slots in written.remarks.values() {
            if !slots.is_sorted() || !slots.iter().all(|slot| seen.insert(slot.id())) {
                return Err(BatchError::SlotOrder);
            }
            if let Some(slot) = slots.iter().find(|slot| slot.class() != RetentionClass::FreeText) {
                return Err(BatchError::SlotClass(*slot));
            }
            if let Some(slot) = slots.iter().find(|slot| !is_random(slot.id().uuid())) {
                return Err(BatchError::SlotNotRandom(slot.id()));
            }
        }
        Ok(Self(written))
    }
}
impl From<Batch> for Written {
    fn from(batch: Batch) -> Self {
        batch.0
    }
}
