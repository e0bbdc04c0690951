//! The order of names: tables of each language's alphabet, held against what ICU's data does.
#![cfg(feature = "fluent")]

use std::cmp::Ordering;

use guildhall_words::{Collation, Phrasebook, Words};

/// Names in the order of the language's dictionaries.
const TABLES: [(&str, &[&str]); 4] = [
    ("en", &["Aberdeen", "bath", "Bath", "Élan", "Elba", "Ely", "Zennor"]),
    (
        "pl",
        &[
            "Adam",
            "Ącki",
            "Bytom",
            "Cegłów",
            "Czersk",
            "Ćmielów",
            "Dębica",
            "Elbląg",
            "Ełk",
            "Ęcki",
            "Gdańsk",
            "Lublin",
            "Lwówek",
            "Łomża",
            "Łódź",
            "Nysa",
            "Ńowy",
            "Opole",
            "Ósmy",
            "Rzeszów",
            "Sopot",
            "Szczecin",
            "Ślesin",
            "Toruń",
            "Zamość",
            "Zduny",
            "Źródła",
            "Żary",
        ],
    ),
    (
        "sl",
        &[
            "Ajdovščina",
            "Brežice",
            "Celje",
            "Cerknica",
            "Črnomelj",
            "Ćirković",
            "Dravograd",
            "Đorđe",
            "Ljubljana",
            "Maribor",
            "Sevnica",
            "Slovenj Gradec",
            "Šentjur",
            "Škofja Loka",
            "Trbovlje",
            "Zagorje",
            "Žalec",
        ],
    ),
    (
        "ru",
        &[
            "Александров",
            "Белгород",
            "Владимир",
            "Ежевск",
            "Ёлкино",
            "Ессентуки",
            "Жуков",
            "Иваново",
            "Йошкар-Ола",
            "Казань",
            "Муром",
            "Щёлково",
            "Электросталь",
            "Юрьев",
            "Ялта",
        ],
    ),
];

#[test]
fn names_come_in_the_order_of_the_language() {
    for (language, names) in TABLES {
        let collation = Collation::of(&language.parse().unwrap());
        let book = Phrasebook::new(language.parse().unwrap());
        for (nth, one) in names.iter().enumerate() {
            for (mth, other) in names.iter().enumerate() {
                assert_eq!(collation.compare(one, other), nth.cmp(&mth), "{language}: {one} {other}");
                assert_eq!(book.compare(one, other), nth.cmp(&mth), "{language}: {one} {other}");
            }
        }
    }
}

#[test]
fn languages_differ() {
    let compare = |language: &str, one, other| Collation::of(&language.parse().unwrap()).compare(one, other);
    // A letter of its own in Slovene and Polish, an accent to the English.
    assert_eq!(compare("sl", "čas", "cvet"), Ordering::Greater);
    assert_eq!(compare("en", "čas", "cvet"), Ordering::Less);
    assert_eq!(compare("pl", "Łódź", "Lublin"), Ordering::Greater);
    assert_eq!(compare("en", "Łódź", "Lublin"), Ordering::Less);
    assert_eq!(compare("sl-SI", "čas", "cvet"), Ordering::Greater);
    assert_eq!(compare("ru", "ёлка", "ель"), Ordering::Less);
    assert_eq!(compare("zz", "a", "b"), Ordering::Less);
}
