//! What the rooms say, all of them together: each in the four languages of the project.

use guildhall::words::{Catalogue, check};

const CATALOGUES: [&Catalogue; 8] = [
    &guildhall::civic::WORDS,
    &guildhall::rules::WORDS,
    &guildhall::programme::WORDS,
    &guildhall::enrolment::WORDS,
    &guildhall::participation::WORDS,
    &guildhall::certification::WORDS,
    &guildhall::practice::WORDS,
    &guildhall::words::WORDS,
];

#[test]
fn every_room_speaks_the_four_languages() {
    for catalogue in CATALOGUES {
        let mut languages: Vec<_> = catalogue.texts().iter().map(|text| text.language).collect();
        languages.sort_unstable();
        assert_eq!(languages, ["en", "pl", "ru", "sl"], "{}", catalogue.name());
        check(catalogue).unwrap();
    }
}

#[test]
fn no_two_rooms_share_a_name() {
    let mut names: Vec<_> = CATALOGUES.iter().map(|catalogue| catalogue.name()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), CATALOGUES.len());
}
