//! The instrument: what a survey asks. Officers write it; every fault is named at once.

use std::collections::BTreeSet;

use guildhall_kernel::{LocalisedText, Report};
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::answer::{Answer, Intent};
use super::code::{InstrumentCode, OptionCode, QuestionCode};

/// The most points a scale may have: 0 to 10. An answer on a finer one would be a signature.
const MOST_POINTS: i32 = 11;

/// What a survey asks, and the least number of people whose answers are ever shown together.
///
/// ```
/// use guildhall_participation::survey::Instrument;
///
/// let instrument: Instrument = toml::from_str(r#"
///     code = "satisfaction"
///     title = { sl = "Zadovoljstvo", en = "Satisfaction" }
///
///     [[questions]]
///     code = "overall"
///     text = { en = "How satisfied are you with the training?" }
///     kind.scale = { min = 1, max = 5 }
///
///     [[questions]]
///     code = "follow-up"
///     text = { en = "Would you join a follow-up?" }
///     kind = "intent_to_continue"
/// "#)?;
/// assert_eq!(instrument.minimum_cell().get(), 5);
///
/// let faults = toml::from_str::<Instrument>(r#"
///     code = "satisfaction"
///     title = { en = "Satisfaction" }
///     questions = [
///         { code = "overall", text = { en = "Overall?" }, kind.scale = { min = 5, max = 1 } },
///         { code = "overall", text = { en = "Again?" }, kind = "yes_no" },
///     ]
/// "#).unwrap_err().to_string();
/// assert!(faults.contains("questions[0].kind.scale: `overall` has a scale from 5 to 1"));
/// assert!(faults.contains("questions[1].code: `overall` is the code of an earlier question"));
/// # Ok::<(), toml::de::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Written", into = "Written")]
#[schemars(with = "Written")]
pub struct Instrument(Written);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Instrument")]
struct Written {
    /// Names the instrument over all surveys that use it.
    code: InstrumentCode,
    /// What it is called.
    title: LocalisedText,
    /// The least number of people whose answers are shown together: 3, 5 or 10; 5 if left out.
    #[serde(default)]
    minimum_cell: MinimumCell,
    /// What is asked, in this order.
    questions: Vec<Question>,
}

/// One question, as it is written. Whether it can be asked, [`Instrument::new`] says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Names the question within its instrument.
    pub code: QuestionCode,
    /// The question as people read it.
    pub text: LocalisedText,
    /// How it is answered.
    pub kind: QuestionKind,
}

/// How a question is answered. Any question may be left unanswered.
///
/// Not exhaustive: later instruments ask in ways of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[schemars(extend("examples" = ["yes_no"]))]
#[non_exhaustive]
pub enum QuestionKind {
    /// A whole number from `min` to `max`, at most eleven points.
    Scale {
        /// The lowest point.
        min: i16,
        /// The highest point.
        max: i16,
    },
    /// Exactly one of several options.
    #[say(tell(count: usize = options.len()))]
    Choice {
        /// The options, in the order in which they are shown.
        #[say(skip)]
        options: Vec<ChoiceOption>,
    },
    /// Yes or no.
    YesNo,
    /// Whether the person means to go on: join a follow-up, stay in the network. Asked at most once in
    /// an instrument, and comparable between instruments.
    IntentToContinue,
    /// The person's own words. They are kept apart from every other answer.
    FreeText,
}

/// One option of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChoiceOption {
    /// Names the option within its question.
    pub code: OptionCode,
    /// The option as people read it.
    pub text: LocalisedText,
}

/// The least number of people whose answers are published and shown together.
///
/// Exhaustive on purpose: these three are the thresholds in use.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Say,
)]
#[serde(try_from = "u8", into = "u8")]
#[schemars(with = "u8", extend("enum" = [3, 5, 10], "examples" = [5]))]
pub enum MinimumCell {
    /// Three people.
    Three,
    /// Five people, where nothing is said.
    #[default]
    Five,
    /// Ten people.
    Ten,
}

/// Another number than 3, 5 or 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the minimum cell is 3, 5 or 10, not `{0}`")]
pub struct MinimumCellError(u8);

impl MinimumCell {
    /// How many people that is.
    pub const fn get(self) -> u32 {
        match self {
            Self::Three => 3,
            Self::Five => 5,
            Self::Ten => 10,
        }
    }
}
impl TryFrom<u8> for MinimumCell {
    type Error = MinimumCellError;

    fn try_from(number: u8) -> Result<Self, MinimumCellError> {
        match number {
            3 => Ok(Self::Three),
            5 => Ok(Self::Five),
            10 => Ok(Self::Ten),
            _ => Err(MinimumCellError(number)),
        }
    }
}
impl From<MinimumCell> for u8 {
    fn from(cell: MinimumCell) -> Self {
        match cell {
            MinimumCell::Three => 3,
            MinimumCell::Five => 5,
            MinimumCell::Ten => 10,
        }
    }
}

impl Instrument {
    /// Makes an instrument of its questions.
    ///
    /// # Errors
    /// [`InstrumentFaults`], with every fault there is.
    pub fn new(
        code: InstrumentCode,
        title: LocalisedText,
        minimum_cell: MinimumCell,
        questions: Vec<Question>,
    ) -> Result<Self, InstrumentFaults> {
        Self::try_from(Written { code, title, minimum_cell, questions })
    }

    /// Names the instrument over all surveys that use it.
    pub const fn code(&self) -> &InstrumentCode {
        &self.0.code
    }

    /// What it is called.
    pub const fn title(&self) -> &LocalisedText {
        &self.0.title
    }

    /// The least number of people whose answers are published and shown together.
    pub const fn minimum_cell(&self) -> MinimumCell {
        self.0.minimum_cell
    }

    /// What is asked, in order.
    pub fn questions(&self) -> &[Question] {
        &self.0.questions
    }

    /// The question of this code.
    pub fn question(&self, code: &QuestionCode) -> Option<&Question> {
        self.0.questions.iter().find(|question| question.code == *code)
    }
}

impl QuestionKind {
    /// Every answer the question admits, in order; none for free text.
    pub fn answers(&self) -> Vec<Answer> {
        match self {
            Self::Scale { min, max } => (*min..=*max).map(Answer::Scale).collect(),
            Self::Choice { options } => options.iter().map(|o| Answer::Choice(o.code.clone())).collect(),
            Self::YesNo => vec![Answer::YesNo(true), Answer::YesNo(false)],
            Self::IntentToContinue => {
                [Intent::Yes, Intent::No, Intent::Undecided].map(Answer::IntentToContinue).to_vec()
            }
            Self::FreeText => Vec::new(),
        }
    }

    /// Whether the question admits this answer.
    pub fn admits(&self, answer: &Answer) -> bool {
        match (self, answer) {
            (Self::Scale { min, max }, Answer::Scale(point)) => (min..=max).contains(&point),
            (Self::Choice { options }, Answer::Choice(code)) => options.iter().any(|o| o.code == *code),
            (Self::YesNo, Answer::YesNo(_)) | (Self::IntentToContinue, Answer::IntentToContinue(_)) => true,
            _ => false,
        }
    }
}

impl TryFrom<Written> for Instrument {
    type Error = InstrumentFaults;

    fn try_from(written: Written) -> Result<Self, InstrumentFaults> {
        let mut report = Report::default();
        if written.questions.is_empty() {
            report.add("questions", InstrumentProblem::NoQuestion);
        }
        let (mut codes, mut intents) = (BTreeSet::new(), 0_usize);
        for (nth, question) in written.questions.iter().enumerate() {
            let path = format!("questions[{nth}]");
            if !codes.insert(&question.code) {
                report.add(format!("{path}.code"), InstrumentProblem::QuestionTwice(question.code.clone()));
            }
            intents += usize::from(question.kind == QuestionKind::IntentToContinue);
            if question.kind == QuestionKind::IntentToContinue && intents > 1 {
                report.add(format!("{path}.kind"), InstrumentProblem::IntentTwice(question.code.clone()));
            }
            check_kind(question, &path, &mut report);
        }
        report.end(Some(Self(written)))
    }
}
impl From<Instrument> for Written {
    fn from(instrument: Instrument) -> Self {
        instrument.0
    }
}

fn check_kind(question: &Question, path: &str, report: &mut Report<InstrumentProblem>) {
    let code = || question.code.clone();
    match &question.kind {
        QuestionKind::Scale { min, max } => {
            let points = i32::from(*max) - i32::from(*min) + 1;
            if !(2..=MOST_POINTS).contains(&points) {
                let problem = InstrumentProblem::Scale { code: code(), min: *min, max: *max };
                report.add(format!("{path}.kind.scale"), problem);
            }
        }
        QuestionKind::Choice { options } => {
            let path = format!("{path}.kind.choice.options");
            if options.len() < 2 {
                report.add(path.clone(), InstrumentProblem::NoChoice(code()));
            }
            let mut seen = BTreeSet::new();
            for (nth, option) in options.iter().enumerate().filter(|(_, option)| !seen.insert(&option.code)) {
                let problem = InstrumentProblem::OptionTwice { code: code(), option: option.code.clone() };
                report.add(format!("{path}[{nth}].code"), problem);
            }
        }
        QuestionKind::YesNo | QuestionKind::IntentToContinue | QuestionKind::FreeText => {}
    }
}

/// One fault of an instrument and where it stands, such as `questions[1].code`.
pub type InstrumentFault = guildhall_kernel::Fault<InstrumentProblem>;

/// Everything that is wrong with an instrument, question by question; at least one.
pub type InstrumentFaults = guildhall_kernel::Faults<InstrumentProblem>;

/// What can be wrong with an instrument.
///
/// Not exhaustive: kinds of question to come have faults of their own.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InstrumentProblem {
    /// Nothing is asked.
    #[error("the instrument asks no question")]
    NoQuestion,
    /// A code was given to an earlier question already.
    #[error("`{0}` is the code of an earlier question")]
    QuestionTwice(QuestionCode),
    /// The intent to continue is asked more than once.
    #[error("`{0}` asks for the intent to continue, as an earlier question does")]
    IntentTwice(QuestionCode),
    /// The scale is empty, reversed or too fine.
    #[error("`{code}` has a scale from {min} to {max}; a scale rises and has 2 to 11 points")]
    Scale {
        /// The question's code.
        code: QuestionCode,
        /// The lowest point.
        min: i16,
        /// The highest point.
        max: i16,
    },
    /// There are fewer than two options.
    #[error("`{0}` offers fewer than two options")]
    NoChoice(QuestionCode),
    /// Two options share a code.
    #[error("`{code}` offers option `{option}` twice")]
    OptionTwice {
        /// The question's code.
        code: QuestionCode,
        /// The option.
        option: OptionCode,
    },
}
