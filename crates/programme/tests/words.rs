//! What programmes and editions say, in four languages: every sentence, and every plural.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use guildhall_kernel::chrono_tz::Europe::Ljubljana;
use guildhall_kernel::{Id, Local, Uuid, WindowError};
use guildhall_programme::{
    DeliveryMode, EditionNumber, EditionRefusal, EditionStatus, Hours, MixedTimes, ModuleCode, Outside,
    ProgrammeRefusal, ProgrammeStatus, ProgrammeVersion, SessionKind, WORDS,
};
use guildhall_rules::{Definition, Vocabulary};
use guildhall_words::{Phrasebook, Say, Shape, Words};

fn local(text: &str) -> Local {
    text.parse().unwrap()
}

fn version(number: u32) -> ProgrammeVersion {
    ProgrammeVersion::new(NonZeroU32::new(number).unwrap())
}

fn modules(codes: &[&str]) -> Vec<ModuleCode> {
    codes.iter().map(|code| code.parse().unwrap()).collect()
}

/// A programme whose target group's rule has so many faults.
fn unfit(faults: usize) -> ProgrammeRefusal {
    let clauses: Vec<_> = (0..faults)
        .map(|nth| serde_json::json!({ "fact": format!("applicant.unknown{nth}"), "is": true }))
        .collect();
    let rule =
        Definition::read(&serde_json::json!({ "id": "may-come", "version": 1, "any": clauses })).unwrap();
    let faults = guildhall_rules::RuleSet::new(rule, &Vocabulary::default()).unwrap_err();
    ProgrammeRefusal::TargetUnfit { faults }
}

const STATUSES: [EditionStatus; 5] = [
    EditionStatus::Planned,
    EditionStatus::Announced,
    EditionStatus::Running,
    EditionStatus::Finished,
    EditionStatus::Cancelled,
];

/// Every message, with arguments as they occur.
fn samples() -> Vec<Box<dyn Say>> {
    let mut samples: Vec<Box<dyn Say>> = Vec::new();
    for mode in [DeliveryMode::Online, DeliveryMode::Onsite, DeliveryMode::Blended] {
        samples.push(Box::new(mode));
    }
    for unit in [Hours::Course, Hours::Clock, Hours::Minutes] {
        for count in [1, 2, 3, 5, 11, 21, 101] {
            samples.push(Box::new(unit(NonZeroU32::new(count).unwrap())));
        }
    }
    let outside = |from, until| Outside {
        from: local(from),
        until: local(until),
        first: local("2019-05-13"),
        last: local("2019-06-13"),
    };
    samples.push(Box::new(outside("2019-06-12", "2019-06-14")));
    samples.push(Box::new(outside("2019-06-13T18:00:00", "2019-06-14T00:30:00")));
    STATUSES.into_iter().for_each(|status| samples.push(Box::new(status)));
    for status in [
        ProgrammeStatus::Draft,
        ProgrammeStatus::Approved,
        ProgrammeStatus::Offered,
        ProgrammeStatus::Retired,
    ] {
        samples.push(Box::new(status));
    }
    let code = || "city-managers".parse().unwrap();
    let other = || "town-managers".parse().unwrap();
    samples.push(Box::new(ProgrammeRefusal::Retired));
    samples.push(Box::new(ProgrammeRefusal::OtherCode { is: code(), wanted: other() }));
    samples.push(Box::new(ProgrammeRefusal::UnknownVersion { version: version(3) }));
    for faults in [1, 2, 3, 5, 11, 21, 101] {
        samples.push(Box::new(unfit(faults)));
    }
    samples.push(Box::new(ProgrammeRefusal::NotApproved { version: version(3) }));
    samples.push(Box::new(ProgrammeRefusal::Replaced { version: version(1), offered: version(2) }));
    samples.push(Box::new(ProgrammeRefusal::NeverApproved));
    let session = || "closing".parse().unwrap();
    let (one, another) = (Uuid::from_u128(0x01d), Uuid::from_u128(0x02d));
    let mut refusals = vec![EditionRefusal::NotPlanned];
    refusals.extend(STATUSES.into_iter().skip(1).map(|status| EditionRefusal::AlreadyPublic { status }));
    for wanted in STATUSES.into_iter().skip(1) {
        let from = STATUSES.into_iter().filter(|is| *is != wanted && !is.may_become(wanted));
        refusals.extend(from.map(|is| EditionRefusal::NotPossible { is, wanted }));
    }
    refusals.extend([
        EditionRefusal::OtherId { number: EditionNumber::FIRST, wanted: Id::new(one), is: Id::new(another) },
        EditionRefusal::OtherProgramme { named: other(), is: code() },
        EditionRefusal::OtherProgrammeGiven { wanted: Id::new(one), given: Id::new(another) },
        EditionRefusal::NotApproved { version: version(2) },
        EditionRefusal::Retired { programme: code() },
        EditionRefusal::UnknownModules { version: version(2), modules: modules(&["marketing"]) },
        EditionRefusal::UnknownModules {
            version: version(2),
            modules: modules(&["marketing", "model", "law"]),
        },
        EditionRefusal::NotOnOffer { planned: version(1), offered: None },
        EditionRefusal::NotOnOffer { planned: version(1), offered: Some(version(2)) },
        EditionRefusal::NoSession,
        EditionRefusal::PeriodOver { until: local("2019-06-13") },
        EditionRefusal::PeriodOver { until: local("2019-06-13T18:00:00") },
        EditionRefusal::TooEarlyToBegin { from: local("2019-05-13") },
        EditionRefusal::TooEarlyToFinish { until: local("2019-06-13") },
    ]);
    let fixed = [EditionStatus::Planned, EditionStatus::Finished, EditionStatus::Cancelled];
    refusals.extend(fixed.map(|status| EditionRefusal::SessionsFixed { status }));
    refusals.extend([
        EditionRefusal::UnknownSession { session: session() },
        EditionRefusal::SessionCancelled { session: session() },
        EditionRefusal::SessionBegun { session: session(), from: local("2019-06-13T09:00:00") },
        EditionRefusal::Window(WindowError::EndsBeforeItBegins {
            from: local("2019-06-13T18:00:00"),
            until: local("2019-06-13T09:00:00"),
            zone: Ljubljana,
        }),
        EditionRefusal::Window(WindowError::OutOfRange(local("+262142-12-31"))),
        EditionRefusal::OnlineAtPlace { session: session() },
    ]);
    refusals.into_iter().for_each(|refusal| samples.push(Box::new(refusal)));
    SessionKind::ALL.into_iter().for_each(|kind| samples.push(Box::new(kind)));
    samples.push(Box::new(MixedTimes { from: local("2019-06-13"), until: local("2019-06-13T18:00:00") }));
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
fn hours_are_counted_as_each_language_counts() {
    let hours = |language, count| say(language, &Hours::Course(NonZeroU32::new(count).unwrap()));
    let counted = |language| [1, 2, 3, 5, 11, 21, 101].map(|count| hours(language, count));
    assert_eq!(counted("en")[..2], ["1 course hour", "2 course hours"]);
    assert_eq!(
        counted("pl"),
        [
            "1 godzina dydaktyczna",
            "2 godziny dydaktyczne",
            "3 godziny dydaktyczne",
            "5 godzin dydaktycznych",
            "11 godzin dydaktycznych",
            "21 godzin dydaktycznych",
            "101 godzin dydaktycznych",
        ]
    );
    assert_eq!(
        counted("ru"),
        [
            "1 академический час",
            "2 академических часа",
            "3 академических часа",
            "5 академических часов",
            "11 академических часов",
            "21 академический час",
            "101 академический час",
        ]
    );
    assert_eq!(
        counted("sl"),
        [
            "1 pedagoška ura",
            "2 pedagoški uri",
            "3 pedagoške ure",
            "5 pedagoških ur",
            "11 pedagoških ur",
            "21 pedagoških ur",
            "101 pedagoška ura",
        ]
    );
}

#[test]
fn a_refusal_is_a_whole_sentence_of_each_language() {
    let refusal =
        EditionRefusal::NotPossible { is: EditionStatus::Finished, wanted: EditionStatus::Cancelled };
    assert_eq!(say("en", &refusal), "The edition is over, so it cannot be cancelled.");
    assert_eq!(say("pl", &refusal), "Edycja się zakończyła, więc nie można jej odwołać.");
    assert_eq!(say("ru", &refusal), "Поток завершён, поэтому его нельзя отменить.");
    assert_eq!(say("sl", &refusal), "Izvedba je končana, zato je ni mogoče odpovedati.");
    let refusal = EditionRefusal::NotOnOffer { planned: version(1), offered: None };
    assert!(say("sl", &refusal).contains("trenutno ni nobene različice"));
    assert!(say("ru", &refusal).contains("не предлагается ни одна версия"));
    // What another type says for it, it says word for word.
    let outside = Outside {
        from: local("2019-06-12"),
        until: local("2019-06-14"),
        first: local("2019-05-13"),
        last: local("2019-06-13"),
    };
    assert_eq!(say("en", &EditionRefusal::Outside(outside)), say("en", &outside));
}
