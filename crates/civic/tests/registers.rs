//! The parsers against the registers as they were published. The lists are not part of the project; where
//! they are absent, each test says so and passes.
#![expect(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test fails by panicking and says what it skips"
)]

use std::collections::{BTreeMap, BTreeSet};

use guildhall_civic::codes::{lau, nuts::Nuts, si, terc, terc::Terc, terc::Unit};
use guildhall_civic::{AuthorityKey, AuthorityKind, CodeError, CodeScheme, Country, Vintage};

type Row = BTreeMap<String, String>;

fn rows(file: &str) -> Option<Vec<Row>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/registers");
    let path = std::path::Path::new(folder).join(file);
    if !path.exists() {
        eprintln!("skipped: no {file} in the folder of registers");
        return None;
    }
    Some(csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect())
}

fn col<'a>(row: &'a Row, name: &str) -> &'a str {
    row.get(name).unwrap()
}

#[test]
fn terc_has_2477_senders_380_counties_and_16_regions() {
    let Some(rows) = rows("pl_terc_full_2024-01-01.csv") else { return };
    let (mut senders, mut counties, mut regions, mut wholes) =
        (BTreeSet::new(), BTreeSet::new(), BTreeSet::new(), Vec::new());
    for row in &rows {
        let code = ["WOJ", "POW", "GMI", "RODZ"].map(|part| col(row, part)).concat();
        let terc = Terc::new(&code).unwrap();
        let told = match terc.unit() {
            Unit::Region => vec!["województwo"],
            Unit::County => vec!["powiat"],
            Unit::CityCounty => vec!["miasto na prawach powiatu", "miasto stołeczne, na prawach powiatu"],
            Unit::UrbanCommune => vec!["gmina miejska", "gmina miejska, miasto stołeczne"],
            Unit::RuralCommune => vec!["gmina wiejska"],
            Unit::UrbanRuralCommune => vec!["gmina miejsko-wiejska"],
            Unit::Town => vec!["miasto"],
            Unit::RuralPart => vec!["obszar wiejski"],
            Unit::District => vec!["dzielnica"],
            Unit::Delegation => vec!["delegatura"],
            Unit::Commune => vec![],
        };
        assert!(told.contains(&col(row, "NAZWA_DOD")), "{code}: {:?}", terc.unit());
        match (terc.unit(), AuthorityKey::terc(&code)) {
            (Unit::Region, Ok(key)) => assert!(regions.insert(key)),
            (Unit::County | Unit::CityCounty, Ok(key)) => assert!(counties.insert(key)),
            (_, Ok(key)) => assert!(senders.insert(key), "{code} is not the only row of its commune"),
            (_, Err(CodeError::NoAuthority { belongs_to, .. })) => wholes.push(belongs_to.unwrap()),
            (_, Err(error)) => panic!("{code}: {error}"),
        }
    }
    assert_eq!((senders.len(), counties.len(), regions.len()), (2_477, 380, 16));
    assert_eq!(senders.intersection(&counties).count(), 66, "cities with county rights are one authority");
    assert_eq!(wholes.len(), 711 + 711 + 18 + 19);
    assert!(wholes.iter().all(|whole| senders.contains(&AuthorityKey::terc(whole).unwrap())));
}

#[test]
fn slovenia_has_212_municipalities_12_of_them_cities() {
    let Some(rows) = rows("si_obcine.csv") else { return };
    let keys: BTreeSet<_> = rows.iter().map(|row| AuthorityKey::si(col(row, "code")).unwrap()).collect();
    assert_eq!(keys.len(), 212);
    let every: BTreeSet<_> = (1..=213).filter_map(|n| AuthorityKey::si(&format!("{n:03}")).ok()).collect();
    assert_eq!(keys, every, "no number is missing and none is too many");
    assert_eq!(rows.iter().filter(|row| col(row, "type") == "mestna_obcina").count(), 12);
}

#[test]
fn every_lau_code_makes_a_key_of_its_own() {
    let Some(rows) = rows("eu_lau_2019.csv") else { return };
    assert_eq!(rows.len(), 99_140);
    let vintage = Some(Vintage::new(2019).unwrap());
    let mut keys = BTreeSet::new();
    for row in &rows {
        let country = Country::from_eurostat(col(row, "country")).unwrap();
        let key = AuthorityKey::new(country, CodeScheme::Lau, col(row, "lau_code"), vintage).unwrap();
        assert_eq!(key.to_string().parse::<AuthorityKey>().unwrap(), key);
        if country != Country::SI {
            assert_eq!(key.code(), col(row, "lau_code"), "the code is kept as it is");
        }
        keys.insert(key);
    }
    let listed: BTreeSet<_> = rows.iter().map(|row| (col(row, "country"), col(row, "lau_code"))).collect();
    assert_eq!(keys.len(), listed.len());
    assert!(
        keys.iter().any(|key| key.country().as_str() == "GR")
            && keys.iter().any(|key| key.country().as_str() == "GB")
    );
    let slovene = keys.iter().filter(|key| key.country() == Country::SI);
    let numbers: BTreeSet<_> = slovene.map(|key| si::authority(key.code()).unwrap()).collect();
    assert_eq!(numbers.len(), 212, "leading zeros are back");
}

#[test]
fn polish_lau_codes_hold_the_terc_digits_of_all_2477_communes() {
    let (Some(communes), Some(units)) = (rows("pl_gminy.csv"), rows("eu_lau_2019.csv")) else { return };
    let mut codes = BTreeSet::new();
    for row in &communes {
        let terc = Terc::new(col(row, "teryt7")).unwrap();
        assert_eq!(terc.authority().unwrap(), col(row, "teryt6"));
        assert_eq!(lau::teryt6(col(row, "lau_code_2019")).unwrap(), col(row, "teryt6"));
        let city = terc.authority_kind() == Some(AuthorityKind::CityWithCountyRights);
        assert_eq!(city, col(row, "city_with_powiat_rights") == "1");
        codes.insert(terc::authority(col(row, "teryt6")).unwrap());
    }
    assert_eq!(codes.len(), 2_477);
    let polish = units.iter().filter(|row| col(row, "country") == "PL");
    let listed: BTreeSet<_> = polish.map(|row| lau::teryt6(col(row, "lau_code")).unwrap()).collect();
    let gone: Vec<_> = listed.difference(&codes).map(String::as_str).collect();
    assert_eq!(gone, ["320304"], "Ostrowice, dissolved at the end of 2018");
    assert!(codes.is_subset(&listed));
}

#[test]
fn every_nuts_code_parses_and_a_part_of_a_region_is_none() {
    let Some(rows) = rows("nuts_codes_1999_2021.csv") else { return };
    let (mut parts, mut shortened) = (0, 0);
    for row in &rows {
        let code = col(row, "geo");
        let Ok(nuts) = Nuts::new(code) else {
            assert!(code.ends_with("(part)"), "{code}");
            parts += 1;
            continue;
        };
        let listed = match col(row, "typology") {
            "country" => 0,
            level => level.trim_start_matches("nuts_level_").parse().unwrap(),
        };
        if nuts.level() != listed {
            // The list of 1999 names a region that is one at several levels by its shortest code at each.
            assert_eq!(col(row, "nuts"), "code_1999", "{code}");
            shortened += 1;
        }
    }
    assert_eq!((rows.len(), shortened), (12_272, 57));
    assert_eq!(parts, rows.iter().filter(|row| col(row, "geo").contains(' ')).count());
}
