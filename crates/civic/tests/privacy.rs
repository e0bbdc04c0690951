//! Codes stand in lists of people as well: whatever has slipped into their column, no error repeats it (C5).

use guildhall_civic::codes::{fictitious, iso3166_2, lau, nuts, oktmo, si, terc};
use guildhall_civic::*;
use proptest::prelude::*;

/// What stands beside a code in a list of people: names, addresses, numbers, sentences. None is so short that
/// a part of the error itself could happen to be the same.
fn personal() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-ZČŠŽŁĄА-Я][a-zčšžłąа-я]{5,11}",
        "[A-Z][a-z]{5,7}",
        "[A-ZČŠŽŁА-Я]{5,12}",
        "[A-ZČŠŽŁА-Я][a-zčšžłа-я]{1,11}[ -][A-ZČŠŽŁА-Я][a-zčšžłа-я]{1,11}",
        "[a-z]{2,8}[._-]?[a-z]{0,8}@[a-z]{3,9}\\.(si|pl|ru|example)",
        "[+]?[0-9]{2,3}[ /-][0-9]{3}[ -][0-9]{3}",
        "[+]?[0-9]{9,13}",
        "[0-3][0-9]\\. ?[01][0-9]\\. ?(19|20)[0-9]{2}",
        "(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]",
        "[A-Z]{3}[0-9]{6}",
        "[A-ZČŠŽa-zčšž]{2,9} [a-z]{1,7} [a-z]{1,7}: [a-z]{1,7}, [a-z]{1,7}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn c5_no_error_repeats_what_is_personal(text in personal(), country in strategies::country()) {
        // What reads it as a code of theirs lets it through; only a refusal has to keep quiet.
        fn told<T, E: std::error::Error>(read: Result<T, E>) -> Option<String> {
            read.err().map(|error| format!("{error} {error:?}"))
        }
        let errors = [
            told(text.parse::<AuthorityKey>()),
            told(serde_json::from_value::<AuthorityKey>(text.clone().into())),
            told(AuthorityKey::terc(&text)),
            told(AuthorityKey::si(&text)),
            told(AuthorityKey::oktmo(&text)),
            told(AuthorityKey::new(country, CodeScheme::Lau, &text, None)),
            told(AuthorityKey::fictitious(country, &text)),
            told(terc::Terc::new(&text)),
            told(oktmo::Oktmo::new(&text)),
            told(nuts::Nuts::new(&text)),
            told(nuts::authority(country, &text)),
            told(lau::authority(country, &text)),
            told(lau::teryt6(&text)),
            told(si::from_eurostat(&text)),
            told(iso3166_2::authority(country, &text)),
            told(fictitious::authority(&text)),
            told(text.parse::<Country>()),
            told(Country::from_eurostat(&text)),
            told(text.parse::<Currency>()),
            told(text.parse::<PartnerRole>()),
            told(text.parse::<PositionCode>()),
            told(decimal::read(&text)),
        ];
        for error in errors.into_iter().flatten() {
            prop_assert!(!error.contains(&text), "{}", error);
        }
    }
}

#[test]
fn an_officer_sees_the_wrong_key() {
    let refusal = |text: &str| text.parse::<AuthorityKey>().unwrap_err().to_string();
    assert!(refusal("SLO:si_municipality:011").starts_with("`SLO` is no country"));
    assert!(refusal("SI:obcina:011").starts_with("`obcina` is no code scheme"));
    assert!(refusal("SI:fictitious:Lipov-Dol").starts_with("`Lipov-Dol` is no fictitious code"));
    assert!(refusal("PL:lau:1003021010101").ends_with("none is given for `1003021010101`"));
    assert!(refusal("PL:lau:1003021010101@19").starts_with("`PL:lau:1003021010101@19` is no key"));
    let refusal = |code: &str| AuthorityKey::terc(code).unwrap_err().to_string();
    assert!(refusal("0201044").starts_with("`0201044` is a town"));
    assert!(refusal("02010").starts_with("`02010` is no terc code"));
    assert!("S1".parse::<Country>().unwrap_err().to_string().starts_with("`S1` is no country"));
}
