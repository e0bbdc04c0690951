//! What happens to a practice and why not, in four languages.

use guildhall_practice::{Grade, Interest, Part, PracticeRefusal, Score, Stage, Step, WORDS};
use guildhall_words::{Phrasebook, Say, Words};

use crate::given;

/// In English, Polish, Russian and Slovene, with plain spaces.
fn said(what: &impl Say) -> [String; 4] {
    ["en", "pl", "ru", "sl"].map(|tag| {
        let said = Phrasebook::new(given::language(tag)).say(&what.message());
        said.replace(['\u{a0}', '\u{202f}'], " ")
    })
}

#[test]
fn every_message_is_worded_in_four_languages() {
    guildhall_words::check(&WORDS).unwrap();
}

#[test]
fn a_step_out_of_turn_is_refused_with_what_stands_in_its_way() {
    assert_eq!(
        said(&PracticeRefusal::WrongStage { stage: Stage::Submitted, step: Step::Publish }),
        [
            "The description cannot be published now. Current status: submitted, waiting for review.",
            "Opisu nie można teraz opublikować. Stan opisu: zgłoszony, czeka na recenzję.",
            "Описание сейчас нельзя опубликовать. Состояние описания: подано, ожидает рецензии.",
            "Opisa zdaj ni mogoče objaviti. Stanje opisa: oddan, čaka na recenzijo.",
        ]
    );
}

#[test]
fn what_is_missing_is_listed() {
    assert_eq!(
        said(&PracticeRefusal::Incomplete { missing: vec![Part::Summary, Part::Results, Part::Lessons] }),
        [
            "The description is not complete. Still missing: summary, results and lessons learnt.",
            "Opis nie jest kompletny. Brakujące części: streszczenie, rezultaty i wnioski.",
            "Описание неполное. Ещё не заполнено: краткое содержание, результаты и извлечённые уроки.",
            "Opis ni popoln. Manjkajoči deli: povzetek, rezultati in spoznanja.",
        ]
    );
}

#[test]
fn an_interest_is_a_sentence_of_its_own() {
    let interest = Interest::Owner(given::key(given::OWNER));
    assert_eq!(
        said(&PracticeRefusal::Conflict { interest }),
        [
            "The reviewer works for an authority whose practice this is (SI:fictitious:cvetni_brod), and so cannot \
             judge it.",
            "Osoba recenzująca pracuje w jednostce samorządu, której praktyki dotyczy opis \
             (SI:fictitious:cvetni_brod), dlatego nie może go oceniać.",
            "Автор рецензии работает в муниципалитете, чья это практика (SI:fictitious:cvetni_brod), и поэтому не \
             может её оценивать.",
            "Oseba, ki naj bi presojala opis, dela za občino, katere praksa je to (SI:fictitious:cvetni_brod), zato \
             ga ne more presojati.",
        ]
    );
}

#[test]
fn labels_stand_in_a_cell() {
    assert_eq!(
        said(&Grade::IndependentlyEvaluated),
        ["independently evaluated", "ocenione niezależnie", "независимая оценка", "neodvisno ovrednoteno"]
    );
    assert_eq!(
        said(&Score::new(9).unwrap_err()),
        [
            "9 is not a score; please give a whole number from 1 to 5.",
            "9 nie jest oceną: prosimy podać liczbę całkowitą od 1 do 5.",
            "9 не является оценкой: укажите целое число от 1 до 5.",
            "9 ni ocena: navedite celo število od 1 do 5.",
        ]
    );
}
