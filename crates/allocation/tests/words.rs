//! What allocation says to people: every message in every language, as the files of `tests/said` have it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::PathBuf;

use guildhall_allocation::audit::{Limit, Violation};
use guildhall_allocation::*;
use guildhall_kernel::Time;
use guildhall_words::{Phrasebook, Say, Shape, Words, check};
use serde_json::{from_value, json};

const LANGUAGES: [&str; 4] = ["en", "pl", "ru", "sl"];

fn phrasebook(language: &str) -> Phrasebook {
    Phrasebook::new(language.parse().unwrap()).in_zone("Europe/Warsaw".parse().unwrap())
}

#[test]
fn every_message_is_worded_in_four_languages() {
    check(&WORDS).unwrap();
}

fn name(text: &str) -> Name {
    text.parse().unwrap()
}

fn at(text: &str) -> Time {
    text.parse().unwrap()
}

fn hash<T: std::str::FromStr<Err: std::fmt::Debug>>(digit: &str) -> T {
    digit.repeat(64).parse().unwrap()
}

fn parts(within: serde_json::Value) -> Vec<Part> {
    from_value(within).unwrap()
}

/// Every limit that there is.
fn limits() -> [Limit; 5] {
    let within = |within| Limit::Quota { within: parts(within) };
    let overall = |cap| Limit::Overall { cap: from_value(cap).unwrap() };
    [
        Limit::Capacity,
        within(json!([{ "quota": "small communes" }])),
        within(
            json!([{ "quota": "small communes" }, { "quota": "voivodeship", "value": "14" }, { "quota": "commune", "value": 7 }]),
        ),
        overall(json!({ "quota": "all heads" })),
        overall(json!({ "quota": "authority", "value": "PL:fictitious:lipowo" })),
    ]
}

fn limit() -> Limit {
    limits().into_iter().nth(2).unwrap()
}

/// Every message at least once, with arguments as they occur.
fn samples() -> Vec<Box<dyn Say>> {
    fn each<T: Say + 'static, const N: usize>(into: &mut Vec<Box<dyn Say>>, of: [T; N]) {
        into.extend(of.map(|one| -> Box<dyn Say> { Box::new(one) }));
    }
    let mut all = Vec::new();
    let into = &mut all;
    each(into, [Standing::Waiting, Standing::Accepted, Standing::KeepHigher, Standing::Cancelled]);
    each(into, limits());
    let (a, b, g, h) =
        (|| "sa-04".to_owned(), || "sa-17".to_owned(), || "krakow".to_owned(), || "opole".to_owned());
    let two = || vec![a(), b()];
    each(
        into,
        [
            Violation::OtherProblem { claimed: hash("a"), computed: hash("b") },
            Violation::OtherMechanism,
            Violation::Missing { applicant: a() },
            Violation::Twice { applicant: a() },
            Violation::UnknownApplicant { applicant: a() },
            Violation::UnknownGroup { group: g() },
            Violation::NotAsked { applicant: a(), group: g() },
            Violation::WrongChoice { applicant: a(), claimed: 0 },
            Violation::WrongChoice { applicant: a(), claimed: 2 },
            Violation::Overfull { group: g(), limit: limit(), cap: 2, held: 4, beyond: two() },
            Violation::OverfullOverall {
                limit: limits().into_iter().nth(4).unwrap(),
                cap: 1,
                held: 2,
                beyond: vec![a()],
            },
            Violation::Wasted { applicant: a(), group: g() },
            Violation::PassedOver { applicant: a(), group: g(), holder: b(), limit: Limit::Capacity },
            Violation::ReserveUnfilled { applicant: a(), group: g(), holder: b(), limit: limit() },
            Violation::WrongTurn { applicant: a(), given: None, due: None },
            Violation::WrongTurn { applicant: a(), given: Some(g()), due: None },
            Violation::WrongTurn { applicant: a(), given: None, due: Some(h()) },
            Violation::WrongTurn { applicant: a(), given: Some(g()), due: Some(h()) },
            Violation::WrongKey { applicant: a(), claimed: hash("a"), computed: hash("b") },
            Violation::OtherLists { lists: 3, drawn: 1 },
            Violation::WrongListHash { list: 2, claimed: hash("a"), computed: hash("b") },
            Violation::NotDrawn { list: 2 },
        ],
    );
    let (frozen_at, known_at) = (at("2008-05-31T22:00:00Z"), at("2008-05-30T18:00:00Z"));
    each(
        into,
        [
            Violation::SeedOlderThanFreeze { list: 1, known_at, frozen_at },
            Violation::SeedOlderThanReplaced { list: 1, known_at, replaced: frozen_at },
            Violation::OtherDraw { list: 1 },
            Violation::WrongGroup { group: g() },
            Violation::WrongCutoff { group: g(), limit: limit() },
            Violation::GroupTimes { group: g(), times: 0 },
            Violation::GroupTimes { group: g(), times: 2 },
            Violation::ClosedAndHeld { group: g(), held: 3 },
            Violation::TooSmall { group: g(), minimum: 6, held: 5 },
            Violation::WrongClosure { group: g(), step: 1 },
            Violation::NotOptimal { applicant: a(), given: None, possible: g() },
            Violation::NotOptimal { applicant: a(), given: Some(h()), possible: g() },
        ],
    );
    each(
        into,
        [
            SeedRefused::OlderThanFreeze { list: 1, known_at, frozen_at },
            SeedRefused::OlderThanReplaced { list: 1, known_at, replaced: frozen_at },
            SeedRefused::NoSuchList { list: 3 },
            SeedRefused::DrawnTooOften { list: 1, limit: MAX_DRAWS },
        ],
    );
    each(into, [FreezeError(frozen_at)]);
    each(into, [CarryError::OtherProblem, CarryError::OtherList { list: 1 }]);
    each(
        into,
        [
            Unfit::NotNested,
            Unfit::Reserves(name("course")),
            Unfit::Priorities(name("course")),
            Unfit::NoArrival,
        ],
    );
    each(into, [NoOrder { plan: name("course") }]);
    each(into, [RerunError::Rolling, RerunError::ChainNeedsNested]);
    each(into, [ChangeError::OtherDraw, ChangeError::GroupGone(name("opole"))]);
    let missed = |why| Missed { group: g(), choice: 1, why };
    let explained = |seat: Option<String>, missed: Vec<Missed>| Explanation { applicant: a(), seat, missed };
    each(
        into,
        [
            explained(None, Vec::new()),
            explained(None, vec![missed(Why::Closed)]),
            explained(Some(g()), Vec::new()),
            explained(Some(h()), vec![missed(Why::Closed)]),
        ],
    );
    each(into, whys().map(missed));
    each(into, whys());
    each(into, decided());
    all
}

fn decided() -> [Decided; 6] {
    let key = |needed: Option<&str>, own: Option<&str>| Decided::Key {
        by: name("role"),
        needed: needed.map(|value| name(value).into()),
        own: own.map(|value| name(value).into()),
    };
    [
        Decided::List { needed: 1, own: 2 },
        Decided::Lot { needed: hash("0"), own: hash("f") },
        key(Some("head"), Some("other")),
        key(Some("head"), None),
        key(None, Some("other")),
        key(None, None),
    ]
}

fn whys() -> [Why; 6] {
    let last = Cut { holder: "sa-17".to_owned(), list: 1, keys: Vec::new(), lot: hash("0") };
    let decided = decided().into_iter().next().unwrap();
    [
        Why::Closed,
        Why::Full { limit: limit(), cap: 2, held: 2, last: Box::new(last), decided: Box::new(decided) },
        Why::Kept {
            limit: Limit::Capacity,
            cap: 12,
            held: 12,
            reserved: vec![name("small communes"), name("counties")],
        },
        Why::FreedSince,
        Why::Withdrawn,
        Why::Wrong,
    ]
}

/// With `GUILDHALL_WRITE_SAID` set, the files are written anew.
fn is_in_file(name: &str, text: &str) {
    let file: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "said", name].iter().collect();
    if std::env::var_os("GUILDHALL_WRITE_SAID").is_some() {
        std::fs::write(&file, text).unwrap();
    }
    let expected = std::fs::read_to_string(&file).unwrap_or_default();
    for (said, expected) in text.lines().zip(expected.lines()) {
        assert_eq!(said, expected, "{}", file.display());
    }
    assert_eq!(text.lines().count(), expected.lines().count(), "{}", file.display());
}

#[test]
fn every_message_is_said_as_the_files_say() {
    for language in LANGUAGES {
        let words = phrasebook(language);
        let lines: Vec<_> = samples()
            .iter()
            .map(|sample| {
                let message = sample.message();
                format!("{}: {}\n", message.id(), words.say(&message))
            })
            .collect();
        is_in_file(&format!("{language}.txt"), &lines.concat());
    }
}

#[test]
fn no_message_is_without_a_sample() {
    let samples = samples();
    let said: BTreeSet<_> = samples.iter().map(|sample| sample.message().id()).collect();
    let shapes = WORDS.shapes().iter().copied().flatten();
    let ids = shapes.filter_map(|shape| match shape {
        Shape::Message { id, .. } => Some(*id),
        Shape::Transparent(_) => None,
    });
    assert_eq!(ids.filter(|id| !said.contains(id)).collect::<Vec<_>>(), [""; 0]);
}

/// A sentence begins with a capital, or with an id between quotes, and ends with a full stop; a label does
/// neither.
#[test]
fn what_is_said_is_a_sentence_and_what_is_named_a_label() {
    for language in LANGUAGES {
        for sample in samples() {
            let (id, said) = (sample.message().id(), phrasebook(language).say(&sample.message()));
            let label = ["standing", "limit"].iter().any(|label| id.starts_with(label));
            assert_eq!(said.ends_with('.'), !label, "{language} {id}: {said}");
            let first = said.trim_start_matches(['“', '„', '»', '«']);
            let begins = first.starts_with(|c: char| c.is_uppercase())
                || first.starts_with("sa-")
                || first.starts_with("krakow");
            assert_eq!(begins, !label, "{language} {id}: {said}");
            let leftovers = ["{", "}", "absent", "  ", "..", " ."];
            assert!(!leftovers.iter().any(|leftover| said.contains(leftover)), "{language} {id}: {said}");
        }
    }
}
