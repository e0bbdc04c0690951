//! Arbitrary values of this crate's types, for property tests. Histories are arbitrary too: most of
//! them make no sense, as `apply` must bear (C1).

use guildhall_civic::PersonId;
use guildhall_kernel::chrono::NaiveDate;
use guildhall_kernel::strategies::{date, id, localised_text, time, window};
use guildhall_kernel::{Confidential, Id, RetentionClass, Slot, SlotId, Uuid, uuid};
use guildhall_programme::{EditionId, ModuleCode};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::ParticipationEvent;
use crate::survey::{
    Answer, Batch, ChoiceOption, Instrument, InstrumentCode, MinimumCell, OptionCode, Question, QuestionCode,
    QuestionKind, Seed, Sheet, SurveyEvent, SurveyId, Token,
};

/// A uuid that was drawn at random.
pub fn random_uuid() -> impl Strategy<Value = Uuid> + Clone {
    any::<[u8; 16]>().prop_map(|bytes| uuid::Builder::from_random_bytes(bytes).into_uuid())
}

/// A slot for free text.
pub fn free_text_slot() -> impl Strategy<Value = Slot> + Clone {
    random_uuid().prop_map(|uuid| Slot::new(Id::new(uuid), RetentionClass::FreeText))
}

/// Something that could happen, or not, to the participation of `person` in `edition`, now and then to
/// another one. Completions are of any of `modules`.
pub fn participation_event(
    edition: EditionId,
    person: PersonId,
    modules: Vec<ModuleCode>,
) -> impl Strategy<Value = ParticipationEvent> {
    let person = prop_oneof![4 => Just(person), 1 => id()];
    let taught = subsequence(modules.clone(), 0..=modules.len());
    let module = select(modules);
    prop_oneof![
        2 => (person, id(), taught, date()).prop_map(move |(person, admission, modules, on)| {
            ParticipationEvent::Joined { edition, person, admission, modules, on }
        }),
        4 => (module.clone(), date()).prop_map(|(module, on)| ParticipationEvent::ModuleCompleted { module, on }),
        2 => (module, id(), free_text_slot(), time())
            .prop_map(|(module, by, reason, at)| ParticipationEvent::CompletionAnnulled { module, by, reason, at }),
        1 => date().prop_map(|on: NaiveDate| ParticipationEvent::Finished { on }),
        1 => (date(), option::of(free_text_slot())).prop_map(|(on, reason)| ParticipationEvent::Left { on, reason }),
        1 => (id(), free_text_slot(), time()).prop_map(|(by, reason, at)| ParticipationEvent::Reopened { by, reason, at }),
    ]
}

fn text<T: std::str::FromStr + std::fmt::Debug>() -> impl Strategy<Value = T> + Clone {
    "[a-z]{1,6}(-[a-z0-9]{1,4})?".prop_filter_map("a code", |text| text.parse().ok())
}

/// A token.
pub fn token() -> impl Strategy<Value = Token> + Clone {
    random_uuid().prop_filter_map("a token", |uuid| Token::new(uuid).ok())
}

/// A seed.
pub fn seed() -> impl Strategy<Value = Seed> + Clone {
    any::<[u8; 32]>().prop_map(Seed::new)
}

/// A minimum cell.
pub fn minimum_cell() -> impl Strategy<Value = MinimumCell> + Clone {
    select(vec![MinimumCell::Three, MinimumCell::Five, MinimumCell::Ten])
}

/// A kind of question, sound in itself.
pub fn question_kind() -> impl Strategy<Value = QuestionKind> {
    let options = btree_map(text::<OptionCode>(), localised_text(), 2..5)
        .prop_map(|options| options.into_iter().map(|(code, text)| ChoiceOption { code, text }).collect());
    prop_oneof![
        (-100_i16..100, 1_i16..=10).prop_map(|(min, rise)| QuestionKind::Scale { min, max: min + rise }),
        options.prop_map(|options| QuestionKind::Choice { options }),
        Just(QuestionKind::YesNo),
        Just(QuestionKind::FreeText),
    ]
}

/// An instrument with up to six questions, one of them for the intent to continue now and then.
pub fn instrument() -> impl Strategy<Value = Instrument> {
    let question = |(code, (text, kind))| Question { code, text, kind };
    let questions = btree_map(text::<QuestionCode>(), (localised_text(), question_kind()), 1..6)
        .prop_map(move |questions| questions.into_iter().map(question).collect::<Vec<_>>())
        .prop_shuffle();
    let shown = (text::<InstrumentCode>(), localised_text(), minimum_cell());
    (shown, questions, any::<bool>()).prop_filter_map(
        "a sound instrument",
        |((code, title, cell), mut questions, intent)| {
            if intent && let Some(question) = questions.first_mut() {
                question.kind = QuestionKind::IntentToContinue;
            }
            Instrument::new(code, title, cell, questions).ok()
        },
    )
}

/// A sheet that answers some of what the instrument asks.
pub fn sheet(instrument: &Instrument) -> impl Strategy<Value = Sheet> + use<> {
    let (mut answers, mut remarks) = (Vec::new(), Vec::new());
    for question in instrument.questions() {
        let code = question.code.clone();
        if question.kind == QuestionKind::FreeText {
            let remark = option::of("[a-zčšž ]{1,12}").prop_map(move |text| (code.clone(), text));
            remarks.push(remark.boxed());
        } else {
            let answer = option::weighted(0.9, select(question.kind.answers()));
            answers.push(answer.prop_map(move |answer| (code.clone(), answer)).boxed());
        }
    }
    (answers, remarks).prop_map(|(answers, remarks)| {
        let answers =
            answers.into_iter().filter_map(|(code, answer): (_, Option<Answer>)| Some((code, answer?)));
        let remarks = remarks
            .into_iter()
            .filter_map(|(code, text): (_, Option<String>)| Some((code, Confidential::new(text?))));
        Sheet::new(answers.collect(), remarks.collect())
    })
}

/// A batch of up to a dozen sheets.
pub fn batch(instrument: &Instrument) -> impl Strategy<Value = Batch> + use<> {
    let slots = btree_set(random_uuid(), 80).prop_map(|uuids| uuids.into_iter().map(SlotId::new));
    (1_u32..4, vec(sheet(instrument), 1..=12), slots).prop_filter_map("a batch", |(number, sheets, slots)| {
        let sheets: Vec<_> = sheets.iter().collect();
        Batch::of(number, &sheets, &slots.collect::<Vec<_>>()).ok().map(|(batch, _)| batch)
    })
}

/// Something that could happen, or not, to a survey with this instrument. Tokens are few, so that they
/// meet again.
pub fn survey_event(survey: SurveyId, instrument: &Instrument) -> impl Strategy<Value = SurveyEvent> + use<> {
    let opened = Box::new(instrument.clone());
    let token = (0_u8..12).prop_filter_map("a token", |number| {
        Token::new(uuid::Builder::from_random_bytes([number; 16]).into_uuid()).ok()
    });
    let digest = token.prop_map(move |token| token.digest(survey));
    prop_oneof![
        2 => window().prop_map(move |window| SurveyEvent::Opened { instrument: opened.clone(), window }),
        4 => btree_set(digest.clone(), 1..8).prop_map(|tokens| SurveyEvent::TokensIssued { tokens }),
        8 => digest.prop_map(|token| SurveyEvent::TokenSpent { token }),
        3 => (date(), batch(instrument)).prop_map(|(on, batch)| {
            SurveyEvent::Published { on, batch: Box::new(batch) }
        }),
        1 => Just(SurveyEvent::Closed),
    ]
}
