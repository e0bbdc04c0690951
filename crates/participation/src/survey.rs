//! Surveys that are anonymous by construction. Guards L3: nothing stored (events, order, times,
//! actors, ids) links an answer to a person beyond its batch of at least k people.
//!
//! # The road of an answer
//! 1. The survey is opened with its instrument, and tokens are issued. The caller draws each at random and
//!    hands it to a participant; the survey keeps its digest alone.
//! 2. A participant answers. [`Anonymous::spend`] uses the token in a commit of its own; then the sheet
//!    goes into the [`AnswerBox`], which is no stream and keeps no order.
//! 3. Now and then a batch is [drawn](AnswerBox::draw) from the box and [published](Anonymous::publish). At
//!    the end [`Anonymous::close`] publishes the rest and closes the survey.
//!
//! # What an attacker may have
//! Every event with its position, time, actor and commit, the content of every slot, and a list of who held
//! which token: whether and when somebody answered is thus known, as it is to the host of any survey. Let
//! k be the minimum cell.
//!
//! **Order.** A batch holds counts by question and answer, and slots by id. Inside the box sheets are sorted
//! by content. Nothing stands in the order in which it came, so exchanging what two people wrote who came
//! between the same draws changes no stored byte.
//!
//! **Rows.** A batch has no sheets, only columns. Whoever knows one answer of somebody, or recognises a
//! remark, finds none of the other answers. The price is that answers cannot be crossed with each other.
//!
//! **Times.** The answer has no time of its own. The commits of spending and of publishing carry the
//! first instant of the day in the zone of the window, so that neither the hour of an answer nor the moment a
//! batch became full is told.
//!
//! **Actors.** Those commits have none.
//!
//! **Ids.** Tokens are random, and their digests are bound to the survey: they can be neither computed
//! from a person nor recognised in another survey. Slots are random; remarks and slots are sorted
//! apart and matched in that order, so that even a slot that was drawn when its remark arrived does not
//! tell which remark is whose. The ids of the commits are random too. Uuids that carry a time or can be
//! computed are refused for all three.
//!
//! **Commits.** An answer never shares a commit with a token. A batch is one event in one commit, and its
//! remarks enter the vault in that commit, in the order of their slots.
//!
//! **Counts.** A batch holds at least k people, and never more than have spent a token that is not accounted
//! for. Hence at least k people have answered before it, and each answer in it may be any of theirs. Spent
//! tokens less published answers is how many wait (or were lost on the way): a number, no answer.
//!
//! **Draws.** A draw leaves k sheets in the box and takes the others, at least k as well. Which, a seed
//! decides over the content of the sheets: not their order, which is forgotten, nor their rank, which would
//! show the lowest marks first. The seed is forgotten with the draw. So somebody who comes just after a draw
//! mixes with k who came before, and the pause between two draws does not set a few people apart.
//!
//! **The end.** Because k are always left, the last batch holds k or more, unless fewer than k people have
//! answered in all. Then nothing is published, ever: those answers are not merged into another batch (there
//! is none) and not kept. No answer is lost to the limit in a survey that reached it.
//!
//! **The box.** Until it is drawn, a sheet is in the box and nowhere else. The caller overwrites the box in
//! place and keeps no history of it: two copies, one before and one after an answer, differ in that answer.
//! This is the one thing that this crate cannot do for its caller.
//!
//! # What it looks like
//! ```
//! use guildhall_kernel::{Commit, Id, Loaded, Store, Uuid, memory::Memory};
//! use guildhall_participation::survey::{Anonymous, AnswerBox, Instrument, Outcome, Sheet, Survey, Token};
//!
//! let instrument: Instrument = toml::from_str(r#"
//!     code = "satisfaction"
//!     title = { en = "Satisfaction with the training" }
//!     minimum_cell = 3
//!     questions = [
//!         { code = "overall", text = { en = "How satisfied are you?" }, kind.scale = { min = 1, max = 5 } },
//!         { code = "follow-up", text = { en = "Would you join a follow-up?" }, kind = "intent_to_continue" },
//!     ]
//! "#)?;
//! let window = serde_json::from_str(r#"{"from":"2019-06-10","until":"2019-06-30","zone":"Europe/Ljubljana"}"#)?;
//! let store = Memory::default();
//! let mut survey = Loaded::<Survey>::new(Uuid::from_u128(1), Uuid::from_u128(2));
//! let now = "2019-06-13T16:00:00Z".parse()?;
//! # let officer = Some(Id::new(Uuid::from_u128(3)));
//! # let mut number = 10;
//! # let mut draw = || {
//! #     number += 1;
//! #     Id::new(guildhall_kernel::uuid::Builder::from_random_bytes([number; 16]).into_uuid())
//! # };
//! let tokens: [Token; 3] = [
//!     "5d3c1a6e-7b0a-4f0e-9d5f-0c7d6f0a9b11".parse()?,
//!     "0b9a3c52-64a1-4a7c-8f7e-2f3f3b1f6a52".parse()?,
//!     "c3f7a0de-1e5b-4c55-a7a0-9be0f3d4c8e7".parse()?,
//! ];
//! for step in 0..2 {
//!     let events = if step == 0 { survey.open(&instrument, window, now)? } else { survey.issue(&tokens)? };
//!     let staged = survey.stage(events, &());
//!     let receipt = store.commit(&Commit::new(draw(), now, officer).with(&staged)?)?;
//!     survey.apply(&staged, &receipt)?;
//! }
//!
//! let mut answers = AnswerBox::new(&survey);
//! for (token, satisfied) in tokens.iter().zip([5, 4, 4]) {
//!     let spent = Anonymous::spend(&survey, token, now)?;
//!     let receipt = store.commit(&spent.commit(draw())?)?;
//!     survey.apply(spent.staged(), &receipt)?;
//!     let json = format!(r#"{{"answers":{{"overall":{{"scale":{satisfied}}}}}}}"#);
//!     answers.put(&survey, Sheet::from_json(&json)?)?;
//! }
//! let closing = Anonymous::close(&survey, &answers, &[], now)?;
//! let receipt = store.commit(&closing.commit(draw())?)?;
//! survey.apply(closing.staged(), &receipt)?;
//! answers.settle(&survey);
//!
//! let results = survey.results().ok_or("it was opened")?;
//! let Some(Outcome::Counted { n: 3, mean: Some(mean), .. }) = results.of(&"overall".parse()?) else { panic!() };
//! assert_eq!(mean.to_string(), "4.33");
//! assert_eq!(results.intent_to_continue(), None, "nobody said");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What remains
//! A batch whose people all say the same tells what each of them said, as every unanimous result does. People
//! may name themselves in a remark; a slot can be erased. k − 1 people who tell each other their answers
//! know the last one's. Within a question that at least k people answered, an answer that one or two gave is
//! shown as such. Two results differ by whole batches, of at least k people; where one of them alone answered
//! a question that need not be answered, they differ there by that one answer. [`Results`]
//! say exactly what is guaranteed of them.

mod anonymous;
mod answer;
mod answer_box;
mod batch;
mod code;
mod command;
mod event;
mod instrument;
mod refusal;
mod results;
mod sheet;
mod state;
mod token;

pub use anonymous::{Anonymous, AnonymousCommitError};
pub use answer::{Answer, Column, ColumnError, Counted, Intent};
pub use answer_box::{AnswerBox, Seed};
pub use batch::{Batch, BatchError, Remark};
pub use code::{InstrumentCode, OptionCode, QuestionCode};
pub use command::SurveyCommand;
pub use event::SurveyEvent;
pub use instrument::{
    ChoiceOption, Instrument, InstrumentFault, InstrumentFaults, InstrumentProblem, MinimumCell,
    MinimumCellError, Question, QuestionKind,
};
pub use refusal::SurveyRefusal;
pub use results::{Mean, Outcome, QuestionResult, Results};
pub use sheet::{Sheet, SheetFault, SheetFaults, UnreadableSheet};
pub use state::{Survey, SurveyId, UnsoundSurvey};
pub use token::{Token, TokenDigest, TokenDigestError, TokenError};
