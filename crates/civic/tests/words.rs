//! What things of local government are called, and why something is refused, in four languages.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use guildhall_civic::chrono::NaiveDate;
use guildhall_civic::*;
use guildhall_words::{Phrasebook, Say, ToArgument, Words};

/// In English, Polish, Russian and Slovene, with plain spaces.
fn said(what: &impl Say) -> [String; 4] {
    ["en", "pl", "ru", "sl"].map(|tag| {
        let said = Phrasebook::new(tag.parse().unwrap()).say(&what.message());
        said.replace(['\u{a0}', '\u{202f}'], " ")
    })
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn every_message_is_worded_in_four_languages() {
    guildhall_words::check(&WORDS).unwrap();
}

#[test]
fn labels_of_one_vocabulary_differ() {
    fn differ<T: Say>(all: &[T]) {
        for language in 0..4 {
            let labels: Vec<_> = all.iter().map(|one| said(one).into_iter().nth(language).unwrap()).collect();
            for (nth, label) in labels.iter().enumerate() {
                assert!(!labels.iter().skip(nth + 1).any(|other| other == label), "{label}");
                assert!(!label.ends_with('.'), "{label}");
            }
        }
    }
    differ(TaskLevel::ALL);
    differ(AuthorityKind::ALL);
    differ(CodeScheme::ALL);
    differ(OrganisationKind::ALL);
    differ(PartnerRole::ALL);
}

#[test]
fn a_confirmation_is_refused_in_whole_sentences() {
    let held = Period::new(day("2019-01-01"), day("2019-06-30")).unwrap();
    assert_eq!(
        said(&ConfirmError::NotInOffice { held, on: day("2019-07-01") }),
        [
            "The cooperation cannot be confirmed on 1 July 2019, because the office was not held on that day. \
             Term of office: 1 January 2019 to 30 June 2019.",
            "Współpracy nie można potwierdzić z datą 1 lipca 2019 r.: w tym dniu funkcja nie była sprawowana. \
             Okres jej sprawowania: od 1 stycznia 2019 r. do 30 czerwca 2019 r.",
            "Сотрудничество нельзя подтвердить датой 1 июля 2019 г.: в этот день полномочия не действовали \
             (срок полномочий: с 1 января 2019 г. по 30 июня 2019 г.).",
            "Sodelovanja ni mogoče potrditi z dnem 1. 7. 2019, ker funkcija takrat ni bila zasedena. \
             Čas trajanja funkcije: od 1. 1. 2019 do 30. 6. 2019.",
        ]
    );
}

#[test]
fn decimals_are_counted_as_each_language_counts() {
    let refused = |code: &str| {
        let currency: Currency = code.parse().unwrap();
        let [en, pl, _, sl] = said(&Money::new("0.00001".parse().unwrap(), currency).unwrap_err());
        [en, pl, sl].map(|sentence| sentence.split_once(": ").unwrap().1.to_owned())
    };
    assert_eq!(
        refused("JPY"),
        [
            "this currency is paid in whole units.",
            "w tej walucie płaci się w pełnych jednostkach.",
            "v tej valuti se plačuje v celih enotah.",
        ]
    );
    assert_eq!(
        refused("EUR"),
        [
            "this currency has 2 decimal places.",
            "kwoty w tej walucie mają 2 miejsca po przecinku.",
            "zneski v tej valuti imajo 2 decimalki.",
        ]
    );
    assert_eq!(refused("KWD").last().unwrap(), "zneski v tej valuti imajo 3 decimalke.");
}

#[test]
fn an_office_is_said_without_gender() {
    let chair = Actor::InOffice {
        person: PersonId::new(Uuid::from_u128(7)),
        office: OfficeCode::CHAIR,
        of: OfficeOf::Body(BodyId::new(Uuid::from_u128(8))),
    };
    assert_eq!(
        said(&chair),
        [
            "a person acting as chair",
            "osoba przewodnicząca",
            "лицо в качестве председателя",
            "predsedujoča oseba"
        ]
    );
}

#[test]
fn money_and_periods_are_written_as_each_language_does() {
    let told = |argument: &dyn Fn() -> guildhall_words::Argument<'static>| {
        ["en", "pl", "ru", "sl"].map(|tag| {
            let told = Phrasebook::new(tag.parse().unwrap()).tell(&argument());
            told.replace(['\u{a0}', '\u{202f}'], " ")
        })
    };
    let cost = Money::new("24000.50".parse().unwrap(), Currency::EUR).unwrap();
    assert_eq!(
        told(&|| cost.argument().into_owned()),
        ["€24,000.50", "24 000,50 €", "24 000,50 €", "24.000,50 €"]
    );
    let term = Period::since(day("2019-06-13"));
    assert_eq!(
        told(&|| term.argument().into_owned()),
        ["from 13 June 2019", "od 13 czerwca 2019 r.", "с 13 июня 2019 г.", "od 13. 6. 2019"]
    );
}
