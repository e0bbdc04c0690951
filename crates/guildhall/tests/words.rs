//! What the rooms say, all of them together: each in the four languages of the project.

use std::collections::BTreeSet;
use std::path::Path;

use guildhall::CATALOGUES;
use guildhall::words::check;

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

/// A room that ships texts and is not in the list would go unchecked here.
#[test]
fn every_room_with_texts_is_listed() {
    let rooms = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let rooms = rooms.read_dir().unwrap().map(|room| room.unwrap());
    let with_texts = rooms.filter(|room| room.path().join("words").is_dir());
    let with_texts: BTreeSet<_> = with_texts.map(|room| room.file_name().into_string().unwrap()).collect();
    let listed: BTreeSet<_> = CATALOGUES.iter().map(|catalogue| catalogue.name().to_owned()).collect();
    assert_eq!(listed, with_texts);
}
