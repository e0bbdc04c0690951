//! The box in which sheets wait for their batch: no stream, no order, no times (L3, C5).

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::instrument::{Instrument, MinimumCell};
use super::refusal::SurveyRefusal;
use super::sheet::Sheet;
use super::state::{Survey, SurveyId, count};

/// Sheets that were handed in and are not published yet, sorted by content: what it holds, in memory and
/// as the caller keeps it, does not depend on who came when. Its `Debug` shows how many they are.
///
/// The caller overwrites it in place, after every change and before the next step:
/// 1. [`put`](Self::put) each sheet once its token is spent;
/// 2. [`draw`](Self::draw) a batch once [`is_ready`](Self::is_ready), and forget the seed;
/// 3. [`Anonymous::publish`](super::Anonymous::publish) what was drawn;
/// 4. [`settle`](Self::settle) with the survey as the store has it, which takes out what is published; the
///    same after a crash, when nobody knows whether the commit was stored.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(from = "Written", into = "Written")]
#[schemars(with = "Written")]
pub struct AnswerBox(Written);

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "AnswerBox")]
struct Written {
    survey: SurveyId,
    /// How many batches the survey had when the box was settled.
    settled: u32,
    /// The sheets of the next batch, if it was drawn.
    drawn: Vec<Sheet>,
    /// All others.
    waiting: Vec<Sheet>,
}

/// Decides which sheets a draw takes: 32 random bytes, drawn by the caller for one draw.
#[derive(Clone, PartialEq, Eq)]
pub struct Seed([u8; 32]);

impl Seed {
    /// Takes 32 random bytes.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Where a sheet stands in the draw. Equal sheets stand together, and nobody can tell them apart.
    fn rank(&self, sheet: &Sheet) -> [u8; 32] {
        let mut digest = Sha256::new();
        digest.update(self.0);
        // A sheet is made of texts and whole numbers under text keys: JSON holds all of that.
        digest.update(serde_json::to_vec(sheet).unwrap_or_default());
        digest.finalize().into()
    }
}
impl fmt::Debug for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seed([confidential])")
    }
}

impl AnswerBox {
    /// An empty box for a survey.
    pub const fn new(survey: &Survey) -> Self {
        Self(Written {
            survey: survey.id(),
            settled: survey.batches(),
            drawn: Vec::new(),
            waiting: Vec::new(),
        })
    }

    /// Puts a sheet in, once its token is spent in `survey` as the store has it.
    ///
    /// The box never holds more sheets than tokens were spent whose answers are not published, so a sheet
    /// that is put in again after a crash does not stand in the way of later batches. It cannot know whose
    /// sheet is missing: where somebody's was lost, or is on its way, a repetition takes its place. Keep the
    /// box before you say that an answer has arrived, and repeat only what is not in it.
    ///
    /// # Errors
    /// [`SurveyRefusal::Sheet`] with every fault of the sheet, [`SurveyRefusal::NoTokenSpent`],
    /// [`SurveyRefusal::OtherSurvey`], [`SurveyRefusal::NotOpened`] or [`SurveyRefusal::Closed`].
    pub fn put(&mut self, survey: &Survey, sheet: Sheet) -> Result<(), SurveyRefusal> {
        sheet.fits(self.instrument(survey)?)?;
        if count(self.unpublished(survey)) >= survey.spent().saturating_sub(survey.published()) {
            return Err(SurveyRefusal::NoTokenSpent);
        }
        let place = self.0.waiting.partition_point(|other| *other < sheet);
        self.0.waiting.insert(place, sheet);
        Ok(())
    }

    /// How many sheets it holds, drawn ones included.
    pub const fn len(&self) -> usize {
        self.0.drawn.len().saturating_add(self.0.waiting.len())
    }

    /// Whether it holds none.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many remarks it holds: as many slots are enough for any batch out of it.
    pub fn remarks(&self) -> usize {
        self.sheets().iter().map(|sheet| sheet.remarks().len()).sum()
    }

    /// Whether a batch can be drawn: none is drawn yet, k would be in it and k would stay.
    pub fn is_ready(&self, survey: &Survey) -> bool {
        let enough = |instrument: &Instrument| self.0.waiting.len() >= twice(instrument.minimum_cell());
        self.0.drawn.is_empty() && self.instrument(survey).is_ok_and(enough)
    }

    /// Draws the next batch: all waiting sheets but k, which the seed chooses by their content. A batch
    /// that was drawn and is not published yet stays as it is.
    ///
    /// # Errors
    /// [`SurveyRefusal::TooFew`] while fewer than 2k sheets wait, [`SurveyRefusal::OtherSurvey`],
    /// [`SurveyRefusal::NotOpened`] or [`SurveyRefusal::Closed`].
    pub fn draw(&mut self, survey: &Survey, seed: &Seed) -> Result<(), SurveyRefusal> {
        let cell = self.instrument(survey)?.minimum_cell();
        if !self.0.drawn.is_empty() {
            return Ok(());
        }
        if !self.is_ready(survey) {
            let (sheets, at_least) = (count(self.0.waiting.len()), cell.get().saturating_mul(2));
            return Err(SurveyRefusal::TooFew { sheets, at_least });
        }
        self.0.waiting.sort_by_cached_key(|sheet| seed.rank(sheet));
        self.0.drawn = self.0.waiting.split_off(once(cell));
        self.0.drawn.sort();
        self.0.waiting.sort();
        Ok(())
    }

    /// Takes out what the survey has published by now: the drawn batch once the survey has it,
    /// everything once the survey is closed. A survey that was read before the box was last settled
    /// changes nothing.
    pub fn settle(&mut self, survey: &Survey) {
        if survey.id() != self.0.survey || survey.batches() < self.0.settled {
            return;
        }
        if survey.batches() > self.0.settled {
            self.0.drawn.clear();
        }
        if survey.is_closed() {
            self.0.drawn.clear();
            self.0.waiting.clear();
        }
        self.0.settled = survey.batches();
    }

    /// How many sheets the survey has not published, whether the box is settled or not.
    fn unpublished(&self, survey: &Survey) -> usize {
        if survey.batches() > self.0.settled { self.0.waiting.len() } else { self.len() }
    }

    /// The drawn batch.
    pub(super) fn drawn(&self) -> Vec<&Sheet> {
        self.0.drawn.iter().collect()
    }

    /// Everything, by content.
    pub(super) fn sheets(&self) -> Vec<&Sheet> {
        let mut sheets: Vec<_> = self.0.drawn.iter().chain(&self.0.waiting).collect();
        sheets.sort();
        sheets
    }

    /// The number of the next batch.
    pub(super) const fn next(&self) -> u32 {
        self.0.settled.saturating_add(1)
    }

    /// What the survey asks, if it is this box's and can take answers.
    pub(super) fn instrument<'a>(&self, survey: &'a Survey) -> Result<&'a Instrument, SurveyRefusal> {
        if survey.id() != self.0.survey {
            return Err(SurveyRefusal::OtherSurvey);
        }
        survey.running().map(|opened| &opened.instrument)
    }
}

fn once(cell: MinimumCell) -> usize {
    usize::from(u8::from(cell))
}

/// As many as a draw needs: one cell to publish and one to leave.
fn twice(cell: MinimumCell) -> usize {
    once(cell).saturating_mul(2)
}

impl fmt::Debug for AnswerBox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AnswerBox").field("survey", &self.0.survey).field("sheets", &self.len()).finish()
    }
}
impl From<Written> for AnswerBox {
    fn from(mut written: Written) -> Self {
        written.drawn.sort();
        written.waiting.sort();
        Self(written)
    }
}
impl From<AnswerBox> for Written {
    fn from(answers: AnswerBox) -> Self {
        answers.0
    }
}
