//! The importers against the registers as they were published. The lists are not part of the project; where
//! they are absent, each test says so and passes.
#![expect(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test fails by panicking and says what it skips"
)]

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use guildhall_civic::{Authority, AuthorityKind, CodeError, Country, Language, TaskLevel, Vintage};
use guildhall_intake::Limits;
use guildhall_interchange::registers::{Change, Reason, Register, changes, lau, si, terc};

fn file(name: &str) -> Option<Vec<u8>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/registers");
    let path = std::path::Path::new(folder).join(name);
    if !path.exists() {
        eprintln!("skipped: no {name} in the folder of registers");
        return None;
    }
    Some(std::fs::read(path).unwrap())
}

/// How many rows a file has, its header not counted.
fn lines(bytes: &[u8]) -> usize {
    String::from_utf8_lossy(bytes).lines().count() - 1
}

fn vintage(year: u16) -> Vintage {
    Vintage::new(year).unwrap()
}

fn poland() -> Option<Register> {
    let bytes = file("pl_terc_full_2024-01-01.csv")?;
    Some(terc::read("terc.csv", &bytes[..], &Limits::default()).unwrap())
}

fn europe() -> Option<Register> {
    let bytes = file("eu_lau_2019.csv")?;
    let list = lau::read("lau.csv", &bytes[..], vintage(2019), vintage(2016), &Limits::default()).unwrap();
    assert_eq!(list.rows(), lines(&bytes));
    Some(list)
}

fn every_authority(register: &Register) -> Vec<Authority> {
    let definitions = register.definitions().unwrap();
    definitions.into_iter().map(|definition| Authority::try_from(definition).unwrap()).collect()
}

#[test]
fn terc_has_2477_communes_380_counties_and_16_regions() {
    let Some(register) = poland() else { return };
    let count = |level| register.at(level).count();
    let counts = (count(TaskLevel::Commune), count(TaskLevel::County), count(TaskLevel::Region));
    assert_eq!(counts, (2_477, 380, 16));
    let cities =
        register.at(TaskLevel::County).filter(|e| e.kind() == Some(AuthorityKind::CityWithCountyRights));
    assert_eq!(cities.count(), 66);
    assert_eq!(register.rows(), 4_332);
    let parts = register.refused().iter().map(|refused| refused.reason());
    let what = parts.map(|reason| match reason {
        Reason::Code(CodeError::NoAuthority { what, .. }) => *what,
        other => panic!("{other}"),
    });
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    what.for_each(|what| *kinds.entry(what).or_default() += 1);
    let expected = [
        ("a delegation of a city", 19),
        ("a district of a city", 18),
        ("a town inside an urban-rural commune", 711),
        ("the rural part of an urban-rural commune", 711),
    ];
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), expected);

    let authorities = every_authority(&register);
    assert_eq!(authorities.len(), 2_477 + 380 - 66 + 16);
    let known: BTreeSet<_> = authorities.iter().map(Authority::key).collect();
    let pl: Language = "pl".parse().unwrap();
    for authority in &authorities {
        assert_eq!(authority.parent().is_none(), authority.kind() == AuthorityKind::Region);
        assert!(authority.parent().is_none_or(|parent| known.contains(parent)));
        assert!(authority.names().get(&pl).is_some());
    }
    let name = |code: &str| {
        let authority = authorities.iter().find(|authority| authority.key().code() == code).unwrap();
        authority.names().get(&pl).unwrap().to_owned()
    };
    assert_eq!(
        (name("02"), name("22"), name("306301")),
        ("dolnośląskie".to_owned(), "pomorskie".to_owned(), "Leszno".to_owned(),)
    );
}

#[test]
fn terc_as_eteryt_publishes_it_is_the_same() {
    let (Some(register), Some(bytes)) = (poland(), file("pl_terc_full_2024-01-01.csv")) else { return };
    let text = String::from_utf8(bytes).unwrap();
    assert!(!text.contains([';', '\r']));
    // The names of two rows have a comma in them and stand in quotes.
    let mut published = String::from("\u{feff}");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes()).into_records();
    reader.by_ref().for_each(|record| {
        published.push_str(&record.unwrap().iter().collect::<Vec<_>>().join(";"));
        published.push_str("\r\n");
    });
    assert_eq!(terc::read("terc.csv", published.as_bytes(), &Limits::default()).unwrap(), register);
    // An older program's copy of it, in CP1250.
    let (old, _, lost) = encoding_rs::WINDOWS_1250.encode(published.trim_start_matches('\u{feff}'));
    assert!(!lost);
    assert_eq!(terc::read("terc.csv", &old[..], &Limits::default()).unwrap(), register);
}

#[test]
fn slovenia_has_212_municipalities_12_of_them_city_municipalities() {
    let Some(bytes) = file("si_obcine.csv") else { return };
    let on = NaiveDate::from_ymd_opt(2022, 1, 1).unwrap();
    let register = si::read("si.csv", &bytes[..], on, vintage(2016), &Limits::default()).unwrap();
    assert_eq!((register.rows(), register.entries().len()), (lines(&bytes), 212), "{:?}", register.refused());
    let cities = register.entries().iter().filter(|e| e.kind() == Some(AuthorityKind::CityMunicipality));
    assert_eq!(cities.count(), 12);
    let people: u64 = register.entries().iter().filter_map(|entry| entry.population()).sum();
    assert_eq!(people, 2_080_908);
    let authorities = every_authority(&register);
    let koper = authorities.iter().find(|authority| authority.key().code() == "050").unwrap();
    let names: Vec<_> = koper.names().iter().map(|(tag, name)| (tag.as_str(), name)).collect();
    assert_eq!(names, [("it", "Capodistria"), ("sl", "Koper")]);
    assert_eq!(koper.parent(), None, "a statistical region is no authority");

    // Before December 2021 Krško was no city municipality.
    let text = String::from_utf8(bytes).unwrap();
    let krsko = text.lines().find(|line| line.contains("Krško")).unwrap();
    let older = text.replace(krsko, &krsko.replace("mestna_obcina", "obcina"));
    let on = NaiveDate::from_ymd_opt(2021, 1, 1).unwrap();
    let older = si::read("si.csv", older.as_bytes(), on, vintage(2016), &Limits::default()).unwrap();
    let found = changes(&older, &register).unwrap();
    assert!(
        matches!(&found[..], [Change::OtherKind { key, from: AuthorityKind::Municipality, .. }] if key.code() == "054"),
        "{found:?}"
    );
}

#[test]
fn europe_has_99140_units_in_34_countries() {
    let Some(list) = europe() else { return };
    assert_eq!((list.entries().len(), list.refused()), (99_140, &[][..]));
    let countries: BTreeSet<_> = list.entries().iter().map(|entry| entry.key().country()).collect();
    assert_eq!(countries.len(), 34);
    for (letters, count, people) in [("PL", 2_478, 38_411_148), ("SI", 212, 2_080_908)] {
        let country: Country = letters.parse().unwrap();
        let units = || list.entries().iter().filter(|entry| entry.key().country() == country);
        assert_eq!(units().count(), count);
        assert_eq!(units().filter_map(|entry| entry.population()).sum::<u64>(), people);
    }
    assert_eq!(every_authority(&list).len(), 99_140);
}

#[test]
fn between_lau_2019_and_terc_2024_two_communes_were_renamed_and_one_ended() {
    let (Some(list), Some(register)) = (europe(), poland()) else { return };
    let found = changes(&lau::polish(&list), &register).unwrap();
    let said: Vec<String> = found
        .iter()
        .map(|change| match change {
            Change::Ended { key, name } => format!("ended {} {name}", key.code()),
            Change::Renamed { key, from, to } => format!("renamed {} {from} {to}", key.code()),
            Change::Listed { level, authorities, .. } => format!("listed {level} {authorities}"),
            other => panic!("{other:?}"),
        })
        .collect();
    let expected = [
        "ended 320304 Ostrowice",
        "renamed 221208 Słupsk Redzikowo",
        "renamed 260417 Sitkówka-Nowiny Nowiny",
        "listed county 314",
        "listed region 16",
    ];
    assert_eq!(said, expected);
    assert!(changes(&register, &register).is_err() && changes(&list, &list).is_err());
}
