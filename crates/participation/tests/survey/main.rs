//! Surveys: the laws (C1 to C6, C8), results beside a naive count, and every refusal. Whether answers can
//! be linked to people is asked in `anonymity`.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod anonymity;
mod dice;
mod golden;
mod schemas;
mod stage;

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU64;

use guildhall_conformance::laws;
use guildhall_kernel::memory::Memory;
use guildhall_kernel::{Aggregate, Commit, CommitId, Id, Loaded, RetentionClass, Slot, Uuid, Vault};
use guildhall_participation::strategies;
use guildhall_participation::survey::{
    Anonymous, AnonymousCommitError, Answer, AnswerBox, Batch, BatchError, Counted, Instrument, Intent, Mean,
    MinimumCell, Outcome, QuestionKind, QuestionResult, Results, Seed, Sheet, Survey, SurveyCommand,
    SurveyEvent, SurveyId, SurveyRefusal, Token, TokenDigest,
};
use proptest::prelude::*;
use stage::{INSTRUMENT, Stage, WINDOW, at, instrument, midst};

const SEED: Seed = Seed::new([1; 32]);

fn sheet(json: &str) -> Sheet {
    Sheet::from_json(json).unwrap()
}

/// Content, in this order: satisfied so far, willing or not, and a remark unless blank.
fn content(overall: u8, intent: &str, remark: &str) -> Sheet {
    sheet(&format!(
        r#"{{"answers":{{"overall":{{"scale":{overall}}},"follow-up":{{"intent_to_continue":"{intent}"}}}},
            "remarks":{{"comment":"{remark}"}}}}"#
    ))
}

#[test]
fn seven_of_ten_would_go_on() {
    let (mut stage, tokens) = Stage::with_tokens(&instrument(), 12);
    for (index, token) in tokens.iter().take(10).enumerate() {
        let intent = if index < 7 { "yes" } else { "undecided" };
        let overall = if index < 5 { 5 } else { 3 };
        stage.answer(token, content(overall, intent, ""), midst()).unwrap();
    }
    stage.close(at("2019-07-01T08:00:00Z")).unwrap();
    assert!(stage.answers.is_empty() && stage.survey.is_closed());

    let results = stage.survey.results().unwrap();
    assert_eq!((results.invited, results.answered, results.minimum_cell), (12, 10, 3));
    assert_eq!(results.intent_to_continue(), Some((7, 10)));
    let Some(Outcome::Counted { n: 10, mean: Some(mean), distribution }) =
        results.of(&"overall".parse().unwrap())
    else {
        panic!("ten answers");
    };
    assert_eq!(mean.to_string(), "4.00");
    assert_eq!(distribution.iter().map(|counted| counted.count).collect::<Vec<_>>(), [0, 0, 5, 0, 5]);
    assert_eq!(results.of(&"pace".parse().unwrap()), Some(&Outcome::Suppressed), "nobody answered");
    assert_eq!(results.of(&"unheard".parse().unwrap()), None);
}

#[test]
fn nothing_is_shown_or_kept_of_fewer_than_the_minimum_cell() {
    let (mut stage, tokens) = Stage::with_tokens(&instrument(), 2);
    for token in &tokens {
        stage.answer(token, content(1, "no", "not again"), midst()).unwrap();
    }
    stage.close(at("2019-07-01T08:00:00Z")).unwrap();
    assert!(stage.answers.is_empty());
    let results = stage.survey.results().unwrap();
    assert_eq!(results.answered, 0);
    assert!(results.questions.iter().all(|question| question.outcome == Outcome::Suppressed));
    assert!(stage.commits.iter().all(|commit| commit.privates().is_empty()));
}

#[test]
fn a_question_is_suppressed_on_its_own() {
    let (mut stage, tokens) = Stage::with_tokens(&instrument(), 4);
    for (index, token) in tokens.iter().enumerate() {
        let remark = if index < 2 { "more practice" } else { "" };
        stage.answer(token, content(4, "yes", remark), midst()).unwrap();
    }
    stage.close(midst()).unwrap();
    let results = stage.survey.results().unwrap();
    assert_eq!(results.intent_to_continue(), Some((4, 4)));
    assert_eq!(results.of(&"comment".parse().unwrap()), Some(&Outcome::Suppressed), "two remarks");
}

#[test]
fn an_interrupted_draw_is_repeated_and_counted_once() {
    let (mut stage, tokens) = Stage::with_tokens(&instrument(), 8);
    for token in tokens.iter().take(7) {
        stage.answer(token, content(4, "yes", "good"), midst()).unwrap();
    }
    stage.draw(&SEED).unwrap();
    let drawn = stage.answers.clone();
    stage.draw(&Seed::new([2; 32])).unwrap();
    assert_eq!(stage.answers, drawn, "what is drawn stays drawn");
    stage.answer(&tokens[7], content(1, "no", ""), midst()).unwrap();
    stage.publish(midst()).unwrap();
    // The commit is stored, and the box was not settled: the batch is not published again.
    let expected = SurveyRefusal::OutOfTurn { expected: 2, found: 1 };
    assert_eq!(stage.publish(midst()), Err(expected.clone()));
    assert_eq!(stage.close(midst()), Err(expected));
    stage.answers.settle(&stage.survey);
    assert_eq!((stage.survey.published(), stage.answers.len()), (4, 4));
    stage.answers.settle(&stage.survey);
    assert_eq!(stage.answers.len(), 4, "settling twice takes out nothing more");
    stage.close(midst()).unwrap();
    assert_eq!(stage.survey.results().unwrap().answered, 8);
}

#[test]
fn a_sheet_that_is_put_in_again_stands_in_nobodys_way() {
    let no_token = "every answer that was handed in is in the box already: spend the token first, and put each \
                    sheet in once";
    let (mut stage, tokens) = Stage::with_tokens(&instrument(), 12);
    let again = |stage: &mut Stage| {
        let survey = stage.survey.clone();
        let refusal = stage.answers.put(&survey, content(4, "yes", "again")).unwrap_err();
        assert_eq!(refusal.to_string(), no_token);
    };
    again(&mut stage);
    for token in tokens.iter().take(7) {
        stage.answer(token, content(4, "yes", "good"), midst()).unwrap();
        again(&mut stage);
    }
    stage.draw(&SEED).unwrap();
    again(&mut stage);
    stage.publish(midst()).unwrap();
    // Published, and still in the box: that is no sheet the box holds, and makes no room either.
    again(&mut stage);
    stage.answer(&tokens[7], content(1, "no", ""), midst()).unwrap();
    again(&mut stage);
    stage.answers.settle(&stage.survey);
    again(&mut stage);
    for token in tokens.iter().skip(8) {
        stage.answer(token, content(2, "no", ""), midst()).unwrap();
    }
    assert_eq!(stage.answers.len(), 8);
    stage.draw(&SEED).unwrap();
    stage.publish(midst()).unwrap();
    stage.answers.settle(&stage.survey);
    stage.close(midst()).unwrap();
    assert_eq!((stage.survey.batches(), stage.survey.published()), (3, 12));
}

#[test]
fn a_survey_that_was_read_earlier_takes_nothing_out_of_the_box() {
    let (mut stage, tokens) = Stage::with_tokens(&instrument(), 12);
    let earlier = stage.survey.clone();
    for token in tokens.iter().take(7) {
        stage.answer(token, content(4, "yes", ""), midst()).unwrap();
    }
    stage.draw(&SEED).unwrap();
    stage.publish(midst()).unwrap();
    stage.answers.settle(&stage.survey);
    for token in tokens.iter().skip(7) {
        stage.answer(token, content(4, "yes", ""), midst()).unwrap();
    }
    stage.draw(&SEED).unwrap();
    let before = stage.answers.clone();
    stage.answers.settle(&earlier);
    stage.answers.settle(&stage.survey);
    assert_eq!(stage.answers, before);
}

#[test]
fn the_seed_decides_who_is_drawn_and_leaves_nobody_out() {
    let stage = Stage::with_spent(&instrument(), 6);
    let mut taken = BTreeMap::<Sheet, u32>::new();
    for seed in 0..200 {
        let mut answers = AnswerBox::new(&stage.survey);
        for overall in 1..=5 {
            answers.put(&stage.survey, content(overall, "yes", "")).unwrap();
        }
        answers.put(&stage.survey, content(5, "no", "")).unwrap();
        answers.draw(&stage.survey, &Seed::new([seed; 32])).unwrap();
        drawn(&answers).into_iter().for_each(|sheet| *taken.entry(sheet).or_default() += 1);
    }
    // Each of the six is in half of the draws, give or take six standard deviations.
    assert_eq!(taken.len(), 6);
    assert!(taken.values().all(|times| (58..=142).contains(times)), "{:?}", taken.values());
}

#[test]
fn a_box_that_was_drawn_can_be_closed_in_one_batch() {
    let (mut stage, tokens) = Stage::with_tokens(&instrument(), 6);
    for token in &tokens {
        stage.answer(token, content(4, "yes", "good"), midst()).unwrap();
    }
    stage.draw(&SEED).unwrap();
    stage.close(midst()).unwrap();
    assert_eq!((stage.survey.batches(), stage.survey.published()), (1, 6));
}

#[test]
fn says_no_in_sentences_an_officer_understands() {
    let no = |decided: Result<Vec<SurveyEvent>, SurveyRefusal>, sentence: &str| {
        assert_eq!(decided.unwrap_err().to_string(), sentence);
    };
    let window = serde_json::from_str(WINDOW).unwrap();
    let other: Instrument = toml::from_str(&INSTRUMENT.replace("max = 5", "max = 6")).unwrap();
    let token: Token = "5d3c1a6e-7b0a-4f0e-9d5f-0c7d6f0a9b11".parse().unwrap();
    let three = [content(4, "yes", ""), content(4, "no", ""), content(4, "no", "")];
    let sheets: Vec<_> = three.iter().collect();
    let batch = |number| Batch::of(number, &sheets, &[]).unwrap().0;

    let stage = Stage::new();
    let closed = "the survey is not open yet: open it with its questions and its window first";
    no(stage.survey.issue(&[token]), closed);
    no(stage.survey.spend(&token, midst()), closed);
    no(stage.survey.publish(&batch(1), midst()), closed);
    no(stage.survey.close(None, midst()), closed);
    no(
        stage.survey.open(&instrument(), window, at("2019-06-30T22:00:00Z")),
        "the survey could never be answered: its window ended at 2019-06-30 22:00:00 UTC",
    );
    assert!(stage.survey.results().is_none());

    let mut stage = Stage::open(&instrument());
    assert_eq!(
        stage.survey.open(&instrument(), window, midst()),
        Ok(vec![]),
        "the same again changes nothing"
    );
    no(
        stage.survey.open(&other, window, midst()),
        "the survey is open already, with other questions or another window",
    );
    no(stage.survey.issue(&[]), "no token was given to be issued");
    let issued = "a token is issued once: draw a fresh one for each participant";
    no(stage.survey.issue(&[token, token]), issued);
    stage.officer(stage.survey.issue(&[token])).unwrap();
    no(stage.survey.issue(&[token]), issued);
    no(
        stage.survey.spend(&Token::new(stage.dice.uuid()).unwrap(), midst()),
        "this token does not belong to this survey",
    );
    no(
        stage.survey.spend(&token, at("2019-06-09T21:59:59Z")),
        "the survey can be answered from 2019-06-09 22:00:00 UTC on",
    );
    no(
        stage.survey.spend(&token, at("2019-06-30T22:00:00Z")),
        "the survey could be answered until 2019-06-30 22:00:00 UTC",
    );
    stage.carry_out(Anonymous::spend(&stage.survey, &token, midst())).unwrap();
    no(stage.survey.spend(&token, midst()), "this token has been used: everybody answers once");
    no(stage.survey.issue(&[token]), issued);

    no(stage.survey.publish(&batch(2), midst()), "batch 2 is not the next one to be published, batch 1 is");
    no(
        stage.survey.publish(&batch(1), midst()),
        "answers of 3 people cannot be published: 1 tokens were spent for them",
    );
    let few = Batch::of(1, &sheets[..2], &[]).unwrap().0;
    let sentence = "answers of 2 people are too few to be published; at least 3 are needed";
    no(stage.survey.publish(&few, midst()), sentence);
    no(stage.survey.close(Some(&few), midst()), sentence);

    let put = |stage: &mut Stage, sheet: Sheet, sentence: &str| {
        let survey = stage.survey.clone();
        assert_eq!(stage.answers.put(&survey, sheet).unwrap_err().to_string(), sentence);
    };
    put(
        &mut stage,
        sheet(
            r#"{"answers":{"overall":{"scale":6},"pace":{"yes_no":true},"unheard":{"scale":1},"comment":{"yes_no":true}},
                "remarks":{"overall":"5"}}"#,
        ),
        "the answers do not fit the questions: question `comment` does not admit this answer; question `overall` \
         does not admit this answer; question `pace` does not admit this answer; question `unheard` is not asked; \
         question `overall` does not admit this answer",
    );
    let other_box = AnswerBox::new(&Survey::empty(Uuid::from_u128(99)));
    let refusal = Anonymous::close(&stage.survey, &other_box, &[], midst()).unwrap_err();
    assert_eq!(refusal.to_string(), "these answers were collected for another survey");
    assert_eq!(stage.draw(&SEED), Err(SurveyRefusal::TooFew { sheets: 0, at_least: 6 }));
    assert_eq!(stage.publish(midst()), Err(SurveyRefusal::TooFew { sheets: 0, at_least: 3 }));

    let (mut stage, tokens) = Stage::with_tokens(&instrument(), 9);
    for token in &tokens {
        stage.answer(token, content(4, "yes", "good"), midst()).unwrap();
    }
    stage.draw(&SEED).unwrap();
    let refusal = Anonymous::publish(&stage.survey, &stage.answers, &[], midst()).unwrap_err();
    assert_eq!(refusal.to_string(), "6 remarks need as many slots; 0 were given");
    let slots = stage.slots();
    let misfit = toml::from_str::<Instrument>(&INSTRUMENT.replace("max = 5", "max = 3")).unwrap();
    let (mut strict, tokens) = Stage::with_tokens(&misfit, 3);
    for token in &tokens {
        strict.carry_out(Anonymous::spend(&strict.survey, token, midst())).unwrap();
    }
    let sentence = "the batch holds answers to `overall` that the instrument does not admit";
    no(strict.survey.publish(&batch(1), midst()), sentence);
    stage.carry_out(Anonymous::publish(&stage.survey, &stage.answers, &slots, midst())).unwrap();
    stage.answers.settle(&stage.survey);
    let refusal = Anonymous::close(&stage.survey, &stage.answers, &slots, midst()).unwrap_err();
    assert_eq!(refusal.to_string(), "a slot holds a remark of an earlier batch: draw fresh ones");
    stage.close(midst()).unwrap();

    let closed = "the survey is closed; open a new one to ask again";
    no(stage.survey.open(&instrument(), window, midst()), closed);
    no(stage.survey.issue(&tokens), closed);
    no(stage.survey.spend(&token, midst()), closed);
    no(stage.survey.publish(&batch(3), midst()), closed);
    no(stage.survey.close(Some(&batch(3)), midst()), closed);
    assert_eq!(stage.survey.close(None, midst()), Ok(vec![]), "the same again changes nothing");
    put(&mut stage, content(4, "yes", ""), closed);
}

#[test]
fn c6_what_a_constructor_refuses_cannot_be_read() {
    let faults = toml::from_str::<Instrument>(
        r#"
        code = "bad"
        title = { en = "Bad" }
        questions = [
            { code = "a", text = { en = "A" }, kind.scale = { min = 3, max = 3 } },
            { code = "a", text = { en = "A" }, kind.scale = { min = 0, max = 11 } },
            { code = "b", text = { en = "B" }, kind.choice = { options = [{ code = "x", text = { en = "X" } }] } },
            { code = "c", text = { en = "C" }, kind.choice = { options = [
                { code = "x", text = { en = "X" } }, { code = "x", text = { en = "X" } } ] } },
            { code = "d", text = { en = "D" }, kind = "intent_to_continue" },
            { code = "e", text = { en = "E" }, kind = "intent_to_continue" },
        ]
    "#,
    )
    .unwrap_err()
    .to_string();
    for fault in [
        "questions[0].kind.scale: `a` has a scale from 3 to 3; a scale rises and has 2 to 11 points",
        "questions[1].code: `a` is the code of an earlier question",
        "questions[1].kind.scale: `a` has a scale from 0 to 11; a scale rises and has 2 to 11 points",
        "questions[2].kind.choice.options: `b` offers fewer than two options",
        "questions[3].kind.choice.options[1].code: `c` offers option `x` twice",
        "questions[5].kind: `e` asks for the intent to continue, as an earlier question does",
    ] {
        assert!(faults.contains(fault), "{faults}");
    }
    let empty = r#"{"code":"bad","title":{"en":"Bad"},"questions":[]}"#;
    assert!(laws::refuses::<Instrument>(empty).unwrap().contains("asks no question"));
    assert!(laws::refuses::<MinimumCell>("4").unwrap().contains("3, 5 or 10, not `4`"));
    laws::refuses::<Token>(r#""017f22e2-79b0-7cc3-98c4-dc0c0c07398f""#).unwrap();
    laws::refuses::<TokenDigest>(r#""ABCD""#).unwrap();
    laws::refuses::<Sheet>(r#"{"answer":{}}"#).unwrap();
    laws::refuses::<Mean>(r#"{"sum":1,"count":0}"#).unwrap();
    laws::refuses::<SurveyCommand>(r#"{"close":{"last":null,"now":true}}"#).unwrap();

    let random = Dicey::slot(1);
    let slot = |id: Uuid, class: &str| format!(r#"{{"id":"{id}","class":"{class}"}}"#);
    let batch = |number: u32, sheets: u32, column: &str, slots: &str| {
        format!(
            r#"{{"number":{number},"sheets":{sheets},"columns":{{"overall":[{column}]}},"remarks":{{"comment":[{slots}]}}}}"#
        )
    };
    let counted = |point: u8, count: u32| format!(r#"{{"answer":{{"scale":{point}}},"count":{count}}}"#);
    let sound = batch(1, 3, &counted(1, 3), &slot(random, "free_text"));
    assert!(serde_json::from_str::<Batch>(&sound).is_ok());
    let (low, high) = (random.min(Dicey::slot(2)), random.max(Dicey::slot(2)));
    let reversed = format!("{},{}", slot(high, "free_text"), slot(low, "free_text"));
    let falling = format!("{},{}", counted(2, 1), counted(1, 1));
    for (unsound, why) in [
        (batch(0, 3, &counted(1, 3), &slot(random, "free_text")), "a batch has a number from 1 on"),
        (batch(1, 0, &counted(1, 3), &slot(random, "free_text")), "a batch has a number from 1 on"),
        (batch(1, 2, &counted(1, 3), &slot(random, "free_text")), "question `overall` is listed with"),
        (batch(1, 3, "", &slot(random, "free_text")), "question `overall` is listed with"),
        (batch(1, 3, &counted(1, 3), ""), "question `comment` is listed with"),
        (batch(1, 3, &counted(1, 0), &slot(random, "free_text")), "an answer is listed that nobody gave"),
        (batch(1, 3, &falling, &slot(random, "free_text")), "stand in the order of the answers"),
        (batch(1, 3, &counted(1, 3), &reversed), "the slots of remarks stand in the order of their ids"),
        (batch(1, 3, &counted(1, 3), &slot(random, "contact")), "does not hold free text"),
        (batch(1, 3, &counted(1, 3), &slot(Uuid::from_u128(5), "free_text")), "was not drawn at random"),
    ] {
        let refusal = laws::refuses::<Batch>(&unsound).unwrap();
        assert!(refusal.contains(why), "{refusal}");
    }
    assert_eq!(Batch::of(1, &[], &[]).unwrap_err(), BatchError::Empty);
    let remark = content(1, "yes", "good");
    let derived = Id::new(Uuid::new_v5(&random, b"token"));
    assert_eq!(Batch::of(1, &[&remark], &[derived]).unwrap_err(), BatchError::SlotNotRandom(derived));
    let twice = [Id::new(random), Id::new(random)];
    let few = BatchError::TooFewSlots { remarks: 2, slots: 1 };
    assert_eq!(Batch::of(1, &[&remark, &remark], &twice).unwrap_err(), few);
}

#[test]
fn l3_the_id_of_an_anonymous_commit_is_random() {
    let (mut stage, tokens) = Stage::with_tokens(&instrument(), 1);
    let spent = Anonymous::spend(&stage.survey, &tokens[0], midst()).unwrap();
    let computed = CommitId::derived(stage.survey.id().uuid(), Uuid::from(tokens[0]).as_bytes());
    let timed = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f".parse().unwrap();
    for id in [computed, timed, CommitId::new(Uuid::from_u128(1))] {
        let refusal = spent.commit(id).unwrap_err();
        assert!(matches!(refusal, AnonymousCommitError::IdNotRandom));
        assert_eq!(refusal.to_string(), "the id of an anonymous commit is drawn at random (version 4)");
    }
    assert!(spent.commit(stage.dice.id()).is_ok());
}

/// Uuids that look random and are the same each time.
struct Dicey;

impl Dicey {
    fn slot(seed: u64) -> Uuid {
        dice::Dice::new(seed).uuid()
    }
}

#[test]
fn c6_a_state_that_no_history_leads_to_is_refused() {
    let (mut stage, tokens) = Stage::with_tokens(&instrument(), 4);
    for token in tokens.iter().take(3) {
        stage.answer(token, content(4, "yes", "good"), midst()).unwrap();
    }
    stage.close(midst()).unwrap();
    let json = serde_json::to_value(stage.survey.state()).unwrap();
    let spent = json["spent"][0].clone();
    let changes: [(&str, serde_json::Value); 7] = [
        ("/published", 4.into()),
        ("/batches", 0.into()),
        ("/batches", 4.into()),
        ("/unspent/0", spent),
        ("/opened", serde_json::Value::Null),
        ("/columns/overall/0/count", 4.into()),
        ("/columns/overall/0/answer/scale", 6.into()),
    ];
    laws::survives(stage.survey.state()).unwrap();
    for (place, value) in changes {
        let mut unsound = json.clone();
        *unsound.pointer_mut(place).unwrap() = value;
        let refusal = laws::refuses::<Survey>(&unsound.to_string()).unwrap();
        assert!(refusal.contains("no history leads to this state of a survey"), "{place}: {refusal}");
    }
}

#[test]
fn c5_remarks_and_tokens_are_seen_nowhere() {
    let canary = "Ana Canary runs Lipov Dol";
    let (mut stage, tokens) = Stage::with_tokens(&instrument(), 4);
    let secrets: Vec<_> = tokens.iter().map(|token| Uuid::from(*token).to_string()).collect();
    let secrets: Vec<_> = secrets.iter().map(String::as_str).collect();
    for token in &tokens {
        laws::keeps_quiet(&secrets, token).unwrap();
        laws::keeps_quiet(&secrets, &SurveyCommand::Spend { token: *token }).unwrap();
        let sheet = content(4, "yes", canary);
        laws::keeps_quiet(&[canary, "scale", "overall"], &sheet).unwrap();
        stage.answer(token, sheet, midst()).unwrap();
        laws::error_keeps_quiet(&secrets, &stage.survey.spend(token, midst()).unwrap_err()).unwrap();
    }
    laws::keeps_quiet(&[canary, "scale", "overall"], &stage.answers).unwrap();
    laws::keeps_quiet(&["7, 7"], &Seed::new([7; 32])).unwrap();
    let slots = stage.slots();
    let closing = Anonymous::close(&stage.survey, &stage.answers, &slots, midst()).unwrap();
    laws::keeps_quiet(&[canary], &closing).unwrap();
    laws::commit_keeps_quiet(&[canary], &closing.commit(stage.dice.id()).unwrap()).unwrap();
    stage.close(midst()).unwrap();
    laws::keeps_quiet(&secrets, stage.survey.state()).unwrap();
    laws::keeps_quiet(&[canary], stage.survey.state()).unwrap();
    for recorded in stage.commits.iter().flat_map(Commit::appends).flat_map(|append| &append.events) {
        laws::event_keeps_quiet(&[canary, secrets[0]], &recorded.decode::<SurveyEvent>().unwrap()).unwrap();
    }

    for json in [
        r#"{"answers":{"overall":{"scale":"Ana Canary runs Lipov Dol"}}}"#,
        r#"{"answers":{"pace":{"choice":"Ana Canary runs Lipov Dol"}}}"#,
        r#"{"answers":{"Ana Canary runs Lipov Dol":{"scale":1}}}"#,
        r#"{"Ana Canary runs Lipov Dol":1}"#,
    ] {
        laws::error_keeps_quiet(&[canary], &Sheet::from_json(json).unwrap_err()).unwrap();
    }
    let refusal = "Ana Canary runs Lipov Dol".parse::<Token>().unwrap_err();
    laws::error_keeps_quiet(&[canary], &refusal).unwrap();
}

#[test]
fn c8_a_survey_that_moved_causes_a_conflict() {
    let token: Token = "5d3c1a6e-7b0a-4f0e-9d5f-0c7d6f0a9b11".parse().unwrap();
    let fresh = || {
        let mut stage = Stage::open(&instrument());
        stage.officer(stage.survey.issue(&[token])).unwrap();
        stage.store
    };
    let decide = |store: &Memory| {
        let survey = Loaded::<Survey>::read(store, Uuid::from_u128(1), Uuid::from_u128(2)).unwrap();
        Anonymous::spend(&survey, &token, midst()).unwrap().commit(CommitId::new(Dicey::slot(3))).unwrap()
    };
    laws::every_read_conflicts(fresh, decide, &[]).unwrap();
}

fn histories() -> impl Strategy<Value = Vec<Vec<SurveyEvent>>> {
    let survey = SurveyId::new(Uuid::from_u128(2));
    prop_oneof![Just(instrument()), strategies::instrument()].prop_flat_map(move |instrument| {
        let event = strategies::survey_event(survey, &instrument);
        prop::collection::vec(prop::collection::vec(event, 0..8), 0..8)
    })
}

/// What a caller may try, in any order.
#[derive(Clone, Debug)]
enum Try {
    Issue(usize),
    Answer(usize, Sheet),
    Lose(usize),
    Draw([u8; 32]),
    Publish,
    Settle,
    Close,
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let one = prop_oneof![
        3 => (1_usize..6).prop_map(Try::Issue),
        30 => (0_usize..40, strategies::sheet(&instrument())).prop_map(|(token, sheet)| Try::Answer(token, sheet)),
        1 => (0_usize..40).prop_map(Try::Lose),
        4 => any::<[u8; 32]>().prop_map(Try::Draw),
        4 => Just(Try::Publish),
        4 => Just(Try::Settle),
        1 => Just(Try::Close),
    ];
    prop::collection::vec(one, 0..80)
}

/// The sheets that were drawn, as the box is kept.
fn drawn(answers: &AnswerBox) -> Vec<Sheet> {
    serde_json::from_value(serde_json::to_value(answers).unwrap()["drawn"].clone()).unwrap()
}

/// Counts the sheets one by one. Where remarks lie it takes from `found`.
fn naive(instrument: &Instrument, invited: u32, sheets: &[Sheet], found: &Results) -> Results {
    let minimum_cell = instrument.minimum_cell().get();
    let questions = instrument.questions().iter().map(|question| {
        let given: Vec<_> = sheets.iter().filter_map(|sheet| sheet.answers().get(&question.code)).collect();
        let remarks = sheets.iter().filter(|sheet| sheet.remarks().contains_key(&question.code)).count();
        let n = if question.kind == QuestionKind::FreeText { remarks } else { given.len() };
        let outcome = if n < usize::try_from(minimum_cell).unwrap() {
            Outcome::Suppressed
        } else if question.kind == QuestionKind::FreeText {
            let outcome = found.of(&question.code).unwrap();
            let Outcome::Remarks { slots } = outcome else { panic!("{n} remarks") };
            assert_eq!(slots.len(), n);
            outcome.clone()
        } else {
            let possible: Vec<Answer> = match &question.kind {
                QuestionKind::Scale { min, max } => (*min..=*max).map(Answer::Scale).collect(),
                QuestionKind::Choice { options } => {
                    options.iter().map(|option| Answer::Choice(option.code.clone())).collect()
                }
                QuestionKind::YesNo => vec![Answer::YesNo(true), Answer::YesNo(false)],
                _ => [Intent::Yes, Intent::No, Intent::Undecided].map(Answer::IntentToContinue).to_vec(),
            };
            let count = |answer: &Answer| given.iter().filter(|other| **other == answer).count();
            let points = given.iter().map(|answer| match answer {
                Answer::Scale(point) => Some(i64::from(*point)),
                _ => None,
            });
            let n = u64::try_from(n).unwrap();
            Outcome::Counted {
                n,
                mean: points.sum::<Option<i64>>().map(|sum| Mean::new(sum, NonZeroU64::new(n).unwrap())),
                distribution: possible
                    .into_iter()
                    .map(|answer| Counted { count: u32::try_from(count(&answer)).unwrap(), answer })
                    .collect(),
            }
        };
        QuestionResult { code: question.code.clone(), outcome }
    });
    Results {
        invited,
        answered: u32::try_from(sheets.len()).unwrap(),
        minimum_cell,
        questions: questions.collect(),
    }
}

proptest! {
    #[test]
    fn c1_apply_is_total(batches in histories()) {
        laws::total::<Survey>(Uuid::from_u128(2), &batches.concat()).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn c3_replay_equals_incremental(batches in histories()) {
        laws::replay::<Survey>(Uuid::from_u128(1), Uuid::from_u128(2), batches).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn c4_states_and_events_survive(batches in histories()) {
        let mut state = Survey::empty(Uuid::from_u128(2));
        for event in batches.concat() {
            laws::event_survives(&event).map_err(TestCaseError::fail)?;
            state.apply(&event);
            laws::survives(&state).map_err(TestCaseError::fail)?;
            laws::survives(&state.results()).map_err(TestCaseError::fail)?;
        }
    }

    #[test]
    fn c4_commands_and_the_box_survive(
        instrument in strategies::instrument(),
        token in strategies::token(),
        sheets in prop::collection::vec(strategies::sheet(&instrument()), 0..8),
    ) {
        let window = serde_json::from_str(WINDOW).unwrap();
        laws::survives(&SurveyCommand::Open { instrument: Box::new(instrument), window })
            .map_err(TestCaseError::fail)?;
        laws::survives(&SurveyCommand::Spend { token }).map_err(TestCaseError::fail)?;
        let stage = Stage::with_spent(&stage::instrument(), 8);
        let mut answers = AnswerBox::new(&stage.survey);
        for sheet in sheets {
            laws::survives(&sheet).map_err(TestCaseError::fail)?;
            answers.put(&stage.survey, sheet).unwrap();
        }
        laws::survives(&answers).map_err(TestCaseError::fail)?;
        answers.draw(&stage.survey, &SEED).ok();
        laws::survives(&answers).map_err(TestCaseError::fail)?;
    }

    /// C2, beside plain lists: a token is spent once, the published sheets are those that were drawn,
    /// no answer is lost or counted twice, and the results are what counting them one by one gives.
    #[test]
    fn c2_a_survey_agrees_with_plain_lists(tries in tries()) {
        let mut stage = Stage::open(&instrument());
        let (mut issued, mut spent) = (Vec::<Token>::new(), Vec::<Token>::new());
        let (mut put, mut published, mut pending) = (0, Vec::<Sheet>::new(), Vec::<Sheet>::new());
        let (mut closed, mut lost) = (false, 0);
        for one in tries {
            match one {
                Try::Issue(many) => {
                    let tokens: Vec<_> = (0..many).map(|_| Token::new(stage.dice.uuid()).unwrap()).collect();
                    let done = stage.officer(stage.survey.issue(&tokens));
                    prop_assert_eq!(done.is_ok(), !closed);
                    issued.extend(tokens.into_iter().filter(|_| done.is_ok()));
                }
                Try::Answer(which, sheet) => {
                    let Some(token) = issued.get(which).copied() else { continue };
                    let done = stage.answer(&token, sheet, midst());
                    prop_assert_eq!(done.is_ok(), !closed && !spent.contains(&token));
                    if done.is_ok() {
                        spent.push(token);
                        put += 1;
                    }
                }
                Try::Lose(which) => {
                    let Some(token) = issued.get(which).copied() else { continue };
                    let done = stage.carry_out(Anonymous::spend(&stage.survey, &token, midst()));
                    prop_assert_eq!(done.is_ok(), !closed && !spent.contains(&token));
                    spent.extend(done.ok().map(|()| token));
                }
                Try::Draw(seed) => {
                    let before = drawn(&stage.answers);
                    let waiting = stage.answers.len() - before.len();
                    let done = stage.draw(&Seed::new(seed));
                    prop_assert_eq!(done.is_ok(), !closed && (!before.is_empty() || waiting >= 6));
                    if before.is_empty() && done.is_ok() {
                        prop_assert_eq!(stage.answers.len() - drawn(&stage.answers).len(), 3);
                    }
                }
                Try::Publish => {
                    let batch = drawn(&stage.answers);
                    let done = stage.publish(midst());
                    prop_assert_eq!(done.is_ok(), !closed && !batch.is_empty() && pending.is_empty());
                    if done.is_ok() {
                        published.extend(batch.clone());
                        pending = batch;
                    }
                }
                Try::Settle => {
                    stage.answers.settle(&stage.survey);
                    pending.clear();
                }
                Try::Close => {
                    let rest = stage.answers.len();
                    let json = serde_json::to_value(&stage.answers).unwrap();
                    let done = stage.close(midst());
                    // Answers that were published and not taken out would be published twice.
                    prop_assert_eq!(done.is_ok(), !closed && (pending.is_empty() || rest < 3));
                    if done.is_ok() {
                        closed = true;
                        let part = |name: &str| serde_json::from_value::<Vec<Sheet>>(json[name].clone()).unwrap();
                        let rest = [part("drawn"), part("waiting")].concat();
                        if rest.len() < 3 { lost = rest.len() } else { published.extend(rest) }
                    }
                }
            }
            prop_assert_eq!(stage.survey.spent(), u32::try_from(spent.len()).unwrap());
            let waiting = stage.answers.len() - pending.len();
            prop_assert_eq!(published.len() + waiting + lost, put);
            // There is room for one sheet more only where a spent token's was lost on the way.
            let again = stage.answers.clone().put(&stage.survey, Sheet::default());
            prop_assert_eq!(again.is_ok(), !closed && put < spent.len());
            let results = stage.survey.results().unwrap();
            let invited = u32::try_from(issued.len()).unwrap();
            prop_assert_eq!(&naive(&instrument(), invited, &published, &results), &results);
            laws::survives(stage.survey.state()).map_err(TestCaseError::fail)?;
        }

        // What lies in the slots is what was written in the published sheets, each once.
        let mut written: Vec<_> = published
            .iter()
            .flat_map(|sheet| sheet.remarks().values())
            .map(|text| text.expose().clone())
            .collect();
        let slots: BTreeSet<_> = stage.commits.iter().flat_map(Commit::privates).map(|p| p.slot()).collect();
        let mut kept: Vec<String> =
            slots.iter().map(|slot| stage.store.reveal(slot.id()).unwrap().read().unwrap().unwrap()).collect();
        written.sort();
        kept.sort();
        prop_assert_eq!(written, kept);
        prop_assert!(slots.iter().map(Slot::class).all(|class| class == RetentionClass::FreeText));
    }

    #[test]
    fn a_blank_remark_and_none_are_the_same(blank in "[ \t]{0,3}") {
        let remarks = BTreeMap::from([("comment".parse().unwrap(), blank.into())]);
        prop_assert_eq!(Sheet::new(BTreeMap::new(), remarks), Sheet::default());
    }
}
