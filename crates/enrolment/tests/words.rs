//! What enrolment says to people: every message in every language, as the files of `tests/said` have it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::num::{NonZeroU32, NonZeroU64};
use std::path::PathBuf;

use guildhall_enrolment::*;
use guildhall_kernel::{Id, Local, RetentionClass, Uuid, Window};
use guildhall_programme::EditionStatus;
use guildhall_rules::{Codes, Fact, FactKey, FactType, Facts, RuleSet, Symbol, Value, reasons};
use guildhall_words::{Phrasebook, Say, Shape, Words, check};

const LANGUAGES: [&str; 4] = ["en", "pl", "ru", "sl"];

fn phrasebook(language: &str) -> Phrasebook {
    Phrasebook::new(language.parse().unwrap()).in_zone("Europe/Ljubljana".parse().unwrap())
}

#[test]
fn every_message_is_worded_in_four_languages() {
    check(&WORDS).unwrap();
}

fn window() -> Window {
    let local = |text: &str| text.parse::<Local>().unwrap();
    Window::new(local("2019-04-01"), local("2019-04-30T12:00:00"), "Europe/Ljubljana".parse().unwrap())
        .unwrap()
}

fn days() -> Window {
    let local = |text: &str| text.parse::<Local>().unwrap();
    Window::new(local("2019-04-01"), local("2019-04-30"), "Europe/Ljubljana".parse().unwrap()).unwrap()
}

fn seats(number: u32) -> Capacity {
    Capacity::Seats(NonZeroU32::new(number).unwrap())
}

/// Every message at least once, with arguments as they occur.
fn samples() -> Vec<Box<dyn Say>> {
    use AdmissionRefusal as Admit;
    use ApplicationRefusal as Apply;
    use RecruitmentRefusal as Recruit;

    fn each<T: Say + 'static, const N: usize>(into: &mut Vec<Box<dyn Say>>, of: [T; N]) {
        into.extend(of.map(|one| -> Box<dyn Say> { Box::new(one) }));
    }
    let mut all = Vec::new();
    let into = &mut all;
    for held in [0, 1, 2, 3, 5, 11, 21, 101] {
        each(into, [Seats { capacity: Capacity::Unlimited, held }]);
    }
    for held in [25, 24, 23, 22, 20, 14, 4, 0, 26, 27, 28, 30] {
        each(into, [Seats { capacity: seats(25), held }]);
    }
    each(into, [Capacity::Unlimited]);
    each(into, [1, 2, 3, 5, 11, 21, 101].map(seats));
    each(into, [AdmissionMode::Rolling, AdmissionMode::OfficerConfirms]);
    each(into, [AdmitUntil::Start, AdmitUntil::End]);
    each(into, [SenderKind::Authority, SenderKind::Institution]);
    let superior = |for_heads| ConsentPolicy::Superior { heads: BTreeSet::new(), for_heads };
    each(
        into,
        [
            ConsentPolicy::NotNeeded,
            superior(HeadConsent::CompetentBody),
            superior(HeadConsent::NotApplicable),
        ],
    );
    each(into, [HeadConsent::CompetentBody, HeadConsent::NotApplicable]);
    each(into, [ConsentFrom::Superior, ConsentFrom::CompetentBody]);
    each(into, [PolicyError::NoSender, faulty(1), faulty(2), faulty(3), faulty(5)]);
    let stages = || {
        [
            RecruitmentStatus::Announced,
            RecruitmentStatus::Open,
            RecruitmentStatus::Closed,
            RecruitmentStatus::Finished,
        ]
    };
    each(into, stages());
    let editions = || {
        [
            None,
            Some(EditionStatus::Planned),
            Some(EditionStatus::Announced),
            Some(EditionStatus::Running),
            Some(EditionStatus::Finished),
            Some(EditionStatus::Cancelled),
        ]
    };
    each(into, [Recruit::AlreadyAnnounced, Recruit::NotAnnounced]);
    each(into, editions().map(|status| Recruit::EditionTakesNobody { status }));
    each(
        into,
        [
            Recruit::OtherEdition { edition: Id::new(Uuid::from_u128(1)) },
            Recruit::TooEarly { window: window() },
            Recruit::WindowPassed { window: window() },
            Recruit::WindowPassed { window: days() },
            Recruit::WindowLasts { window: window() },
            Recruit::WindowLasts { window: days() },
        ],
    );
    each(into, stages().map(|status| Recruit::Over { status }));
    each(into, stages().map(|status| Recruit::NotClosed { status }));
    each(
        into,
        [
            Recruit::Finished,
            Recruit::PolicyVersion { expected: 3, given: 5 },
            Recruit::Policy(PolicyError::NoSender),
        ],
    );
    each(into, [Apply::NotAnnounced]);
    each(into, stages().map(|status| Apply::NotOpen { status }));
    each(
        into,
        [
            Apply::OutsideWindow { window: window() },
            Apply::OutsideWindow { window: days() },
            Apply::Elsewhere,
        ],
    );
    each(
        into,
        [SenderKind::Authority, SenderKind::Institution].map(|sender| Apply::SenderNotAdmitted { sender }),
    );
    let places = || {
        [
            ApplicationStatus::Submitted,
            ApplicationStatus::Unsettled,
            ApplicationStatus::Eligible,
            ApplicationStatus::Ineligible,
            ApplicationStatus::Admitted,
            ApplicationStatus::Refused,
            ApplicationStatus::Withdrawn,
        ]
    };
    each(into, places().map(|status| Apply::AlreadyApplied { status }));
    let key = || "SI:fictitious:lipov_dol".parse().unwrap();
    let day = "2019-04-12".parse().unwrap();
    each(
        into,
        [
            Apply::NotApplied,
            Apply::HasSeat,
            Apply::Withdrawn,
            Apply::Refused,
            Apply::MomentToCome { at: "2019-04-12T10:30:00Z".parse().unwrap() },
            Apply::RuleNotInForce { day },
            Apply::OtherAuthority { expected: None },
            Apply::OtherAuthority { expected: Some(key()) },
            Apply::NoSuchAuthority { authority: key(), day },
            Apply::Undecided,
            Apply::NotEligible,
            Apply::AlreadyConfirmed,
            Apply::NoConsentNeeded,
            Apply::ConsentOfOther { asked: ConsentFrom::Superior },
            Apply::ConsentOfOther { asked: ConsentFrom::CompetentBody },
            Apply::OwnConsent,
        ],
    );
    each(into, RetentionClass::ALL.map(|class| Apply::NoReasonSlot { class }));
    let missing = |keys: &[&str]| keys.iter().map(|key| FactKey::new(key).unwrap()).collect::<Vec<_>>();
    let lists = || {
        [
            missing(&[]),
            missing(&["applicant.position"]),
            missing(&["applicant.position", "applicant.responsible_for", "certificate.schemes_held"]),
            missing(&["certificate.schemes_held", "badge.colour"]),
        ]
    };
    each(into, [Apply::EvidenceMayCome { window: window() }, Apply::EvidenceMayCome { window: days() }]);
    each(into, lists().map(|missing| Apply::NotAskedFor { missing }));
    each(into, [Apply::NothingAgainst]);
    each(into, [Admit::Elsewhere, Admit::NotAdmitting { status: None }]);
    each(into, stages().map(|status| Admit::NotAdmitting { status: Some(status) }));
    each(into, editions().map(|status| Admit::EditionTakesNobody { status }));
    each(
        into,
        [
            Admit::TooLate { until: AdmitUntil::Start },
            Admit::TooLate { until: AdmitUntil::End },
            Admit::NotApplied,
            Admit::Withdrawn,
            Admit::Refused,
            Admit::AlreadyAdmitted { seat: Seat::new(NonZeroU64::new(7).unwrap()) },
            Admit::Undecided,
        ],
    );
    each(into, lists().map(|missing| Admit::Unsettled { missing }));
    each(
        into,
        [
            Admit::NotEligible,
            Admit::Unconfirmed,
            Admit::ConsentMissing { asked: ConsentFrom::Superior },
            Admit::ConsentMissing { asked: ConsentFrom::CompetentBody },
            Admit::ConsentWithheld { asked: ConsentFrom::Superior },
            Admit::ConsentWithheld { asked: ConsentFrom::CompetentBody },
        ],
    );
    for number in [1, 2, 3, 5, 21, 101] {
        let held = usize::try_from(number).unwrap();
        each(into, [Admit::Full { capacity: seats(number), held }]);
    }
    each(into, places());
    each(into, [Ground::NotEligible, Ground::NotSettled, Ground::ConsentWithheld]);
    each(into, RetentionClass::ALL.map(SubmissionError::NoContactSlot));
    each(into, [ConsentAnswer::Given, ConsentAnswer::Withheld { reason: None }]);
    all
}

/// A policy whose rule has so many faults.
fn faulty(faults: usize) -> PolicyError {
    let clauses: Vec<_> =
        (0..faults).map(|nth| format!("{{ fact = \"no.such{nth}\", is = true }}")).collect();
    let text = format!(
        "version = 1\ncapacity = \"unlimited\"\nadmission = \"rolling\"\nsenders = [\"authority\"]\n\
         consent = \"not_needed\"\n[eligibility]\nid = \"rule\"\nversion = 1\nany = [{}]",
        clauses.join(", ")
    );
    Policy::new(toml::from_str(&text).unwrap(), &vocabulary()).unwrap_err()
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
    let mut said: BTreeSet<_> = samples.iter().map(|sample| sample.message().id()).collect();
    // Said within the refusals that name what is missing.
    said.insert("missing-fact");
    let shapes = WORDS.shapes().iter().copied().flatten();
    let ids = shapes.filter_map(|shape| match shape {
        Shape::Message { id, .. } => Some(*id),
        Shape::Transparent(_) => None,
    });
    assert_eq!(ids.filter(|id| !said.contains(id)).collect::<Vec<_>>(), [""; 0]);
}

/// A sentence begins with a capital and ends with a full stop; a label does neither.
#[test]
fn refusals_are_sentences_and_statuses_are_labels() {
    let sentences = [
        "seats",
        "policy-error",
        "recruitment-refusal",
        "application-refusal",
        "admission-refusal",
        "submission-error",
    ];
    for language in LANGUAGES {
        for sample in samples() {
            let (id, said) = (sample.message().id(), phrasebook(language).say(&sample.message()));
            let sentence = sentences.iter().any(|sentence| id.starts_with(sentence));
            assert_eq!(said.ends_with('.'), sentence, "{language} {id}: {said}");
            assert_eq!(said.starts_with(char::is_uppercase), sentence, "{language} {id}: {said}");
            let leftovers = ["{", "}", "absent", "  ", "..", " ."];
            assert!(!leftovers.iter().any(|leftover| said.contains(leftover)), "{language} {id}: {said}");
        }
    }
}

/// The words of the facts fit into the sentences of rules.
#[test]
fn each_fact_is_told_in_a_sentence_of_its_language() {
    let vocabulary = vocabulary();
    let code = |key: &FactKey| match key.as_str() {
        "applicant.position" => "city_manager",
        "authority.key" => "SI:fictitious:lipov_dol",
        "authority.country" => "SI",
        "authority.kind" => "municipality",
        "authority.tasks" => "county",
        "sender.cooperation" => "confirmed",
        "sender.kind" => "institution",
        _ => "town_centres",
    };
    for language in LANGUAGES {
        let mut text = String::new();
        for declaration in vocabulary.iter() {
            let key = declaration.key();
            let (set, one) = (matches!(declaration.kind(), FactType::Set(_)), code(key));
            let asked = if set { "includes" } else { "is" };
            let rule = format!("id = \"rule\"\nversion = 1\nfact = \"{key}\"\n{asked} = \"{one}\"");
            let rule = RuleSet::new(toml::from_str(&rule).unwrap(), &vocabulary).unwrap();
            let known = |code: &str| {
                let code: Symbol = code.parse().unwrap();
                Fact::known(if set { Value::Set(Codes::complete([code])) } else { Value::Symbol(code) })
            };
            let others = declaration.kind().codes().into_iter().flat_map(|codes| codes.iter());
            let others = others.filter(|code| code.as_str() != one).map(|code| known(code.as_str()));
            for fact in [known(one), Fact::not_applicable(), Fact::Missing].into_iter().chain(others) {
                let explanation = rule.explain(&Facts::default().with(key.clone(), fact));
                let account = reasons(&explanation, &vocabulary, &phrasebook(language));
                let found = &account.reasons()[0].found()[0];
                _ = writeln!(text, "{account}\n{}\n{}\n", found.sentence(), found.note());
            }
        }
        is_in_file(&format!("facts.{language}.txt"), &text);
    }
}
