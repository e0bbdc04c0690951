//! Codes that officers give to instruments, questions and options; they keep their meaning when the
//! wording changes.

use guildhall_kernel::Code;

use super::instrument::{ChoiceOption, Instrument, Question};

/// Names an instrument over all the surveys that use it.
pub type InstrumentCode = Code<Instrument>;

/// Names a question within its instrument.
pub type QuestionCode = Code<Question>;

/// Names an option within its question.
pub type OptionCode = Code<ChoiceOption>;
