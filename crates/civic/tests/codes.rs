//! The parsers beside naive references that write every code out.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use guildhall_civic::codes::{iso3166_2, lau, nuts, oktmo, si, terc};
use guildhall_civic::{AuthorityKey, CodeError, Country, strategies};
use proptest::prelude::*;

/// Every row the register can hold, with the authority it belongs to and whether it is one.
static ROWS: LazyLock<BTreeMap<String, (String, bool)>> = LazyLock::new(|| {
    let mut rows = BTreeMap::new();
    for region in (2..=32).step_by(2).map(|n| format!("{n:02}")) {
        rows.insert(region.clone(), (region.clone(), true));
        for county in (1..=38).map(|n| format!("{region}{n:02}")) {
            rows.insert(county.clone(), (county.clone(), true));
            for commune in (1..=99).map(|n| format!("{county}{n:02}")) {
                rows.insert(commune.clone(), (commune.clone(), true));
                for (kind, whole) in [(1, true), (2, true), (3, true), (4, false), (5, false)] {
                    rows.insert(format!("{commune}{kind}"), (commune.clone(), whole));
                }
            }
        }
        for county in (61..=79).map(|n| format!("{region}{n:02}")) {
            let city = format!("{county}01");
            for code in [county.clone(), city.clone(), format!("{city}1")] {
                rows.insert(code, (city.clone(), true));
            }
            for part in (2..=99).map(|n| format!("{county}{n:02}")) {
                for code in [part.clone(), format!("{part}8"), format!("{part}9")] {
                    rows.insert(code, (city.clone(), false));
                }
            }
        }
    }
    rows
});

fn near_terc() -> impl Strategy<Value = String> {
    prop_oneof!["[0-3][0-9][0-9]{0,6}", "[0-3][02468][0367][0-9]{0,4}", "[0-3][02468][67][0-9]0[0-3][0-9]"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn terc_agrees_with_the_list_of_all_rows(text in near_terc()) {
        match (terc::authority(&text), ROWS.get(&text)) {
            (Ok(code), Some((whole, true))) => prop_assert_eq!(&code, whole),
            (Err(CodeError::NoAuthority { belongs_to, .. }), Some((whole, false))) => {
                prop_assert_eq!(belongs_to.as_ref(), Some(whole));
            }
            (Err(CodeError::Malformed { .. }), None) => {}
            (read, listed) => prop_assert!(false, "{text}: {read:?}, but {listed:?}"),
        }
    }

    #[test]
    fn si_agrees_with_the_list_of_all_numbers(text in "[0-9]{0,4}|[0-2][0-9]{2}") {
        let listed = (1..=213).filter(|n| *n != 145).any(|n| format!("{n:03}") == text);
        prop_assert_eq!(si::authority(&text).is_ok(), listed);
        let zeros_dropped = (1..=213)
            .filter(|n| *n != 145)
            .any(|n| [format!("{n}"), format!("{n:02}"), format!("{n:03}")].contains(&text));
        prop_assert_eq!(si::from_eurostat(&text).is_ok(), zeros_dropped);
    }

    /// The reference reads the groups of the classifier as numbers.
    #[test]
    fn oktmo_agrees_with_its_groups(text in "[0-9]{7,12}|[0-9]{2}[0-9]00[0-9]{3}|[0-9]{5}[0-9]00|[0-9]{8}000") {
        let group = |from: usize, to: usize| text.get(from..to).map_or(0, |t| t.parse::<u32>().unwrap());
        let shaped = [8, 11].contains(&text.len()) && group(0, 2) != 0;
        let named = group(2, 5) % 100 != 0 && (group(5, 8) % 100 != 0 || group(5, 8) == 0);
        let town = shaped && text.len() == 8 && named;
        prop_assert_eq!(oktmo::authority(&text).is_ok(), town);
        let place = shaped && text.len() == 11 && named && group(8, 11) != 0;
        prop_assert_eq!(oktmo::Oktmo::new(&text).is_ok(), town || place);
        if let Ok(code) = oktmo::Oktmo::new(&text) {
            prop_assert_eq!(code.municipality(), &text[..8]);
            prop_assert_eq!(code.is_place(), place);
        }
    }

    #[test]
    fn what_is_read_is_written_back(key in strategies::authority_key()) {
        let again = AuthorityKey::new(key.country(), key.scheme(), key.code(), key.vintage()).unwrap();
        prop_assert_eq!(&again, &key, "a canonical code is its own canonical code");
        prop_assert_eq!(key.to_string().parse::<AuthorityKey>().unwrap(), key);
    }

    #[test]
    fn no_text_makes_a_parser_panic(text in any::<String>(), country in strategies::country()) {
        let _ = (terc::authority(&text), si::from_eurostat(&text), oktmo::authority(&text), lau::teryt6(&text));
        let _ = (lau::authority(country, &text), nuts::authority(country, &text));
        let _ = (iso3166_2::authority(country, &text), text.parse::<AuthorityKey>());
        let _ = (text.parse::<Country>(), Country::from_eurostat(&text));
    }

    #[test]
    fn polish_lau_digits_stand_where_they_stand(text in "[0-9]{13}") {
        let picked: String = [4, 5, 9, 10, 11, 12].map(|n| char::from(text.as_bytes()[n])).iter().collect();
        prop_assert_eq!(lau::teryt6(&text).ok(), terc::authority(&picked).ok());
    }
}
