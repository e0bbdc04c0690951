//! What participations and surveys say, in four languages: every sentence, and every plural.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU64;

use guildhall_kernel::chrono::NaiveDate;
use guildhall_kernel::chrono_tz::Europe::Ljubljana;
use guildhall_kernel::{Commit, Confidential, Id, RetentionClass, Slot, StageError, Time, Uuid};
use guildhall_participation::survey::{
    AnonymousCommitError, Answer, BatchError, ChoiceOption, Instrument, Intent, Mean, MinimumCell, Outcome,
    QuestionCode, QuestionKind, Results, Sheet, SurveyRefusal, TokenError, UnreadableSheet,
};
use guildhall_participation::{Corrected, ParticipationRefusal, ParticipationStatus, WORDS};
use guildhall_programme::{EditionStatus, ModuleCode};
use guildhall_words::{Phrasebook, Say, Shape, Words};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> Time {
    text.parse().unwrap()
}

fn module(code: &str) -> ModuleCode {
    code.parse().unwrap()
}

fn question(code: &str) -> QuestionCode {
    code.parse().unwrap()
}

fn slot() -> Slot {
    Slot::new(Id::new(Uuid::from_u128(0x510)), RetentionClass::FreeText)
}

/// A sheet that answers what nobody asks.
fn misfit() -> SurveyRefusal {
    let json = r#"{ "code": "satisfaction", "title": { "en": "Satisfaction" },
        "questions": [{ "code": "overall", "text": { "en": "Overall?" }, "kind": "yes_no" }] }"#;
    let instrument: Instrument = serde_json::from_str(json).unwrap();
    let answers = ["overall", "pace"].map(|code| (question(code), Answer::Scale(3)));
    let remarks = BTreeMap::from([(question("pace"), Confidential::new("Fast.".to_owned()))]);
    Sheet::new(answers.into(), remarks).fits(&instrument).unwrap_err().into()
}

/// A private content staged twice.
fn unstaged() -> StageError {
    let commit = Commit::new(Id::new(Uuid::from_u128(1)), at("2019-06-13T00:00:00Z"), None);
    commit.private(slot(), &1).unwrap().private(slot(), &2).unwrap_err()
}

fn choice(options: u32) -> QuestionKind {
    let option = |nth: u32| ChoiceOption {
        code: format!("option-{nth}").parse().unwrap(),
        text: serde_json::from_value(serde_json::json!({ "en": "option" })).unwrap(),
    };
    QuestionKind::Choice { options: (0..options).map(option).collect() }
}

fn mean(sum: i64, count: u64) -> Mean {
    Mean::new(sum, NonZeroU64::new(count).unwrap())
}

/// Every message, with arguments as they occur.
fn samples() -> Vec<Box<dyn Say>> {
    let mut samples: Vec<Box<dyn Say>> = Vec::new();
    let on = day("2019-06-13");
    let finished = ParticipationStatus::Finished { on };
    for status in [ParticipationStatus::TakingPart, finished, ParticipationStatus::Left { on }] {
        samples.push(Box::new(status));
    }
    samples.push(Box::new(Corrected::Completion { module: module("strategy"), on }));
    samples.push(Box::new(Corrected::Closing { status: finished }));
    let statuses = [None, Some(EditionStatus::Planned), Some(EditionStatus::Announced)];
    let closed = [Some(EditionStatus::Finished), Some(EditionStatus::Cancelled)];
    let (one, another) = (Uuid::from_u128(0x01d), Uuid::from_u128(0x02d));
    let mut refusals = vec![
        ParticipationRefusal::NotJoined,
        ParticipationRefusal::Joined,
        ParticipationRefusal::Finished { on },
        ParticipationRefusal::Left { on },
        ParticipationRefusal::NotClosed,
    ];
    for status in statuses.into_iter().take(2).chain(closed) {
        refusals.push(ParticipationRefusal::EditionTakesNobody { status });
    }
    for status in statuses.into_iter().chain(closed.into_iter().skip(1)) {
        refusals.push(ParticipationRefusal::EditionNotRunning { status });
    }
    let modules = || vec![module("model"), module("strategy"), module("marketing")];
    refusals.extend([
        ParticipationRefusal::BeforeStart { on: day("2019-05-06"), starts: day("2019-05-13") },
        ParticipationRefusal::InFuture { on: day("2019-06-14"), today: on },
        ParticipationRefusal::UnknownModule { module: module("law"), modules: modules() },
        ParticipationRefusal::CompletedAlready { module: module("strategy"), on },
        ParticipationRefusal::NotCompleted { module: module("strategy") },
        ParticipationRefusal::Outstanding { modules: vec![module("strategy")] },
        ParticipationRefusal::Outstanding { modules: modules() },
        ParticipationRefusal::ReasonClass { slot: slot() },
        ParticipationRefusal::OtherId { wanted: Id::new(one), is: Id::new(another) },
        ParticipationRefusal::OtherEdition { wanted: Id::new(one), given: Id::new(another) },
        ParticipationRefusal::OtherProgramme { given: Id::new(one) },
    ]);
    refusals.into_iter().for_each(|refusal| samples.push(Box::new(refusal)));
    samples.push(Box::new(AnonymousCommitError::IdNotRandom));
    samples.push(Box::new(AnonymousCommitError::Stage(unstaged())));
    for answer in [
        Answer::Scale(-3),
        Answer::Choice("on-site".parse().unwrap()),
        Answer::YesNo(true),
        Answer::YesNo(false),
        Answer::IntentToContinue(Intent::Yes),
        Answer::IntentToContinue(Intent::No),
        Answer::IntentToContinue(Intent::Undecided),
    ] {
        samples.push(Box::new(answer));
    }
    for error in [
        BatchError::Empty,
        BatchError::Count(question("overall")),
        BatchError::SlotOrder,
        BatchError::SlotClass(slot()),
        BatchError::SlotNotRandom(slot().id()),
    ] {
        samples.push(Box::new(error));
    }
    for (remarks, slots) in [(1, 0), (2, 1), (3, 2), (5, 3), (11, 5), (21, 11), (101, 21)] {
        samples.push(Box::new(SurveyRefusal::Batch(BatchError::TooFewSlots { remarks, slots })));
    }
    samples.push(Box::new(QuestionKind::Scale { min: 1, max: 5 }));
    for options in [1, 2, 3, 5, 11, 21, 101] {
        samples.push(Box::new(choice(options)));
    }
    for kind in [QuestionKind::YesNo, QuestionKind::IntentToContinue, QuestionKind::FreeText] {
        samples.push(Box::new(kind));
    }
    for cell in [MinimumCell::Three, MinimumCell::Five, MinimumCell::Ten] {
        samples.push(Box::new(cell));
    }
    let ended = at("2019-06-30T22:00:00Z");
    let mut refusals = vec![
        SurveyRefusal::NotOpened,
        SurveyRefusal::OpenedOtherwise,
        SurveyRefusal::WindowOver { ended },
        SurveyRefusal::Closed,
        SurveyRefusal::TooEarly { opens: at("2019-06-10T07:00:00Z") },
        SurveyRefusal::TooLate { ended },
        SurveyRefusal::NoToken,
        SurveyRefusal::TokenIssued,
        SurveyRefusal::TokenUnknown,
        SurveyRefusal::TokenSpent,
        misfit(),
        SurveyRefusal::Misfit(question("overall")),
    ];
    for (sheets, at_least) in [(0, 5), (1, 3), (2, 6), (3, 10), (5, 10), (11, 20), (21, 101), (101, 102)] {
        refusals.push(SurveyRefusal::TooFew { sheets, at_least });
    }
    for (sheets, unpublished) in [(1, 0), (2, 1), (3, 2), (5, 3), (11, 5), (21, 11), (101, 21)] {
        refusals.push(SurveyRefusal::MoreThanSpent { sheets, unpublished });
    }
    refusals.extend([
        SurveyRefusal::NoTokenSpent,
        SurveyRefusal::OutOfTurn { expected: 3, found: 2 },
        SurveyRefusal::SlotTaken,
        SurveyRefusal::OtherSurvey,
    ]);
    refusals.into_iter().for_each(|refusal| samples.push(Box::new(refusal)));
    for (invited, answered, minimum_cell) in [(23, 0, 3), (23, 21, 5), (1, 0, 10)] {
        samples.push(Box::new(Results { invited, answered, minimum_cell, questions: Vec::new() }));
    }
    samples.push(Box::new(Outcome::Suppressed));
    for n in [0, 1, 2, 3, 5, 11, 21, 101] {
        for mean in [None, Some(mean(439, 100))] {
            samples.push(Box::new(Outcome::Counted { n, distribution: Vec::new(), mean }));
        }
    }
    for n in [0, 1, 2, 3, 5, 11, 21, 101] {
        samples.push(Box::new(Outcome::Remarks { slots: vec![slot(); n] }));
    }
    samples.push(Box::new(UnreadableSheet));
    samples.push(Box::new(TokenError));
    samples
}

/// Every sample in a language: the name of each message, and what it reads like.
fn sheet(language: &str) -> String {
    let book = Phrasebook::new(language.parse().unwrap()).in_zone(Ljubljana);
    let (mut sheet, mut last) = (String::new(), "");
    for sample in samples() {
        let message = sample.message();
        if message.id() != last {
            sheet.push_str(message.id());
            sheet.push('\n');
        }
        last = message.id();
        sheet.push_str(&format!("    {}\n", book.say(&message)));
    }
    sheet
}

/// Every sentence as people read it, for proofreading. With `GUILDHALL_WRITE_GOLDEN=1` the sheets are
/// written anew, for somebody to review and commit.
#[test]
fn every_sentence_reads_as_in_its_sheet() {
    let write = std::env::var_os("GUILDHALL_WRITE_GOLDEN").is_some_and(|value| value == "1");
    for language in ["en", "pl", "ru", "sl"] {
        let path = format!("{}/tests/words/{language}.txt", env!("CARGO_MANIFEST_DIR"));
        let today = sheet(language);
        if write {
            std::fs::write(&path, &today).unwrap();
        }
        let read = std::fs::read_to_string(&path).unwrap_or_default();
        for (today, read) in today.lines().zip(read.lines()) {
            assert_eq!(today, read, "{path}");
        }
        assert_eq!(today.lines().count(), read.lines().count(), "{path}");
    }
}

#[test]
fn every_message_has_a_sample() {
    let samples = samples();
    let said: BTreeSet<_> = samples.iter().map(|sample| sample.message().id()).collect();
    for shape in WORDS.shapes().iter().copied().flatten() {
        if let Shape::Message { id, .. } = shape {
            assert!(said.contains(id), "{id}");
        }
    }
}

#[test]
fn every_message_is_worded_in_four_languages() {
    guildhall_words::check(&WORDS).unwrap();
}

fn say(language: &str, what: &dyn Say) -> String {
    Phrasebook::new(language.parse().unwrap()).in_zone(Ljubljana).say(&what.message())
}

#[test]
fn answers_are_counted_as_each_language_counts() {
    let counted = |language| {
        [0, 1, 2, 3, 5, 11, 21, 101].map(|n| {
            let mean = Some(mean(-101, 23));
            say(language, &Outcome::Counted { n, distribution: Vec::new(), mean })
        })
    };
    assert_eq!(counted("en")[1..3], ["1 answer, -4.39 on average", "2 answers, -4.39 on average"]);
    let forms = |language, mean: &str| {
        counted(language)
            .map(|text| text.replace(mean, "").trim_start_matches(char::is_numeric).trim().to_owned())
    };
    let (one, few, many) = ("ответ", "ответа", "ответов");
    assert_eq!(forms("ru", ", в среднем -4,39"), [many, one, few, few, many, many, one, one]);
    let (one, two, few, other) = ("odgovor", "odgovora", "odgovori", "odgovorov");
    assert_eq!(forms("sl", ", povprečje −4,39"), [other, one, two, few, other, other, other, one]);
    let remarks = |n| say("pl", &Outcome::Remarks { slots: vec![slot(); n] });
    assert_eq!(
        [0, 1, 2, 5, 21, 22].map(remarks),
        ["0 uwag", "1 uwaga", "2 uwagi", "5 uwag", "21 uwag", "22 uwagi"]
    );
}

#[test]
fn a_refusal_is_a_whole_sentence_of_each_language() {
    let refusal = ParticipationRefusal::EditionTakesNobody { status: None };
    assert_eq!(
        say("en", &refusal),
        "The edition has not been planned yet. People can join once it has been announced."
    );
    assert_eq!(say("sl", &refusal), "Izvedba še ni načrtovana. Vključitev bo mogoča, ko bo objavljena.");
    let refusal = ParticipationRefusal::Finished { on: day("2019-06-13") };
    assert!(say("pl", &refusal).starts_with("Udział został zakończony 13 czerwca 2019 r. Aby "));
    assert!(say("sl", &refusal).starts_with("Udeležba je bila zaključena 13. 6. 2019. "));
    assert!(say("ru", &refusal).starts_with("Участие уже завершено (13 июня 2019\u{202f}г.). "));
    let refusal = SurveyRefusal::TooFew { sheets: 2, at_least: 6 };
    assert_eq!(
        say("sl", &refusal),
        "Na objavo čakajo odgovori samo 2 oseb; potrebni so odgovori vsaj 6 oseb."
    );
}

#[test]
fn c5_no_words_repeat_a_token_or_an_answer() {
    for language in ["en", "pl", "ru", "sl"] {
        assert!(!say(language, &misfit()).contains("Fast"));
    }
}
