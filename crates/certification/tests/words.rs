//! Why certificates are issued, refused and revoked, and what they are worth, in four languages.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use guildhall_certification::*;
use guildhall_kernel::Uuid;
use guildhall_kernel::chrono::NaiveDate;
use guildhall_rules::{Facts, RuleSet, Vocabulary};
use guildhall_words::{Phrasebook, Say, Words};

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
fn what_hinders_an_award_is_counted() {
    let vocabulary: Vocabulary = toml::from_str(
        r#"facts = [
            { key = "p.modules", type = "set", label = { en = "modules" } },
            { key = "p.days", type = "integer", label = { en = "days" } },
        ]"#,
    )
    .unwrap();
    let rule = "id = \"completed\"\nversion = 3\nall = [{ fact = \"p.modules\", includes = \"a\" }, { fact = \"p.days\", at_least = 3 }]";
    let rule = RuleSet::new(toml::from_str(rule).unwrap(), &vocabulary).unwrap();
    let refusal = CandidateRefusal::from(NoAward::Undetermined(Box::new(rule.explain(&Facts::default()))));
    assert_eq!(
        said(&refusal),
        [
            "It cannot be said yet whether the criterion “completed” (version 3) is met: 2 pieces of information are \
             missing.",
            "Nie można jeszcze stwierdzić, czy kryterium „completed” (wersja 3) jest spełnione: brakuje 2 informacji.",
            "Пока нельзя сказать, выполнено ли условие «completed» (версия 3): не хватает сведений по 2 пунктам.",
            "Ali je merilo »completed« (različica 3) izpolnjeno, še ni mogoče reči: manjkata 2 podatka.",
        ]
    );
}

#[test]
fn a_status_stands_in_a_cell() {
    let until = Some(day("2022-06-13"));
    assert_eq!(
        said(&Status::Valid { last_day: until }),
        [
            "valid until 13 June 2022",
            "zachowuje ważność do 13 czerwca 2022 r.",
            "действует по 13 июня 2022 г.",
            "velja do 13. 6. 2022"
        ]
    );
    assert_eq!(said(&Status::Valid { last_day: None }), ["valid", "zachowuje ważność", "действует", "velja"]);
    assert_eq!(
        said(&Status::Revoked { from: day("2020-01-02") }),
        [
            "revoked from 2 January 2020",
            "cofnięcie z dniem 2 stycznia 2020 r.",
            "отозвано с 2 января 2020 г.",
            "preklic z dnem 2. 1. 2020",
        ]
    );
}

#[test]
fn people_on_a_list_are_counted_as_each_language_counts() {
    let refused = |count| {
        let refused = vec![(PersonId::new(Uuid::from_u128(1)), CandidateRefusal::Twice); count];
        said(&RegisterRefusal::from(IssueRefusal::Candidates { refused, of: 123 }))
    };
    assert_eq!(
        refused(2),
        [
            "No certificate has been issued, because 2 people on the list of 123 cannot get one.",
            "Nie wydano żadnego zaświadczenia, ponieważ nie mogą go otrzymać 2 osoby z listy (na liście łącznie: 123).",
            "Не выдано ни одного свидетельства: его не могут получить 2 человека из списка (всего в списке: 123).",
            "Izdano ni bilo nobeno potrdilo, ker ga 2 osebi s seznama ne moreta prejeti (vseh na seznamu: 123).",
        ]
    );
    for (count, parts) in [
        (
            1,
            [
                "1 person on",
                "nie może go otrzymać 1 osoba z",
                "не может получить 1 человек из",
                "1 oseba s seznama ne more",
            ],
        ),
        (
            3,
            [
                "3 people on",
                "nie mogą go otrzymać 3 osoby z",
                "не могут получить 3 человека из",
                "3 osebe s seznama ne morejo",
            ],
        ),
        (
            5,
            [
                "5 people on",
                "nie może go otrzymać 5 osób z",
                "не могут получить 5 человек из",
                "5 oseb s seznama ne more",
            ],
        ),
        (
            11,
            [
                "11 people on",
                "nie może go otrzymać 11 osób z",
                "не могут получить 11 человек из",
                "11 oseb s seznama ne more",
            ],
        ),
        (
            21,
            [
                "21 people on",
                "nie może go otrzymać 21 osób z",
                "не может получить 21 человек из",
                "21 oseb s seznama ne more",
            ],
        ),
        (
            101,
            [
                "101 people on",
                "nie może go otrzymać 101 osób z",
                "не может получить 101 человек из",
                "101 oseba s seznama ne more",
            ],
        ),
    ] {
        for (sentence, part) in refused(count).iter().zip(parts) {
            assert!(sentence.contains(part), "{sentence}");
        }
    }
}

#[test]
fn how_much_was_attended_is_counted_as_each_language_counts() {
    let hours = |count: u32| said(&Extent::CourseHours(count.try_into().unwrap()));
    for (count, words) in [
        (1, ["1 course hour", "1 godzina dydaktyczna", "1 академический час", "1 pedagoška ura"]),
        (2, ["2 course hours", "2 godziny dydaktyczne", "2 академических часа", "2 pedagoški uri"]),
        (3, ["3 course hours", "3 godziny dydaktyczne", "3 академических часа", "3 pedagoške ure"]),
        (5, ["5 course hours", "5 godzin dydaktycznych", "5 академических часов", "5 pedagoških ur"]),
        (11, ["11 course hours", "11 godzin dydaktycznych", "11 академических часов", "11 pedagoških ur"]),
        (21, ["21 course hours", "21 godzin dydaktycznych", "21 академический час", "21 pedagoških ur"]),
        (101, ["101 course hours", "101 godzin dydaktycznych", "101 академический час", "101 pedagoška ura"]),
    ] {
        assert_eq!(hours(count), words);
    }
}

#[test]
fn a_certificate_holds_to_the_end_of_a_year() {
    assert_eq!(
        said(&Validity::EndOfYear(0)),
        [
            "to the end of the year of issue",
            "do końca roku wydania",
            "до конца года выдачи",
            "do konca leta izdaje",
        ]
    );
    assert_eq!(
        said(&Validity::EndOfYear(1)),
        [
            "to the end of the year after the year of issue",
            "do końca roku następującego po roku wydania",
            "до конца года, следующего за годом выдачи",
            "do konca leta, ki sledi letu izdaje",
        ]
    );
    assert_eq!(
        said(&Validity::EndOfYear(2)),
        [
            "to the end of the year, 2 years after the year of issue",
            "do końca roku, 2 lata po roku wydania",
            "до конца 2-го года после года выдачи",
            "do konca leta, 2 leti po letu izdaje",
        ]
    );
}
