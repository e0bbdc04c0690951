//! The schemas of leaf types accept what the types read (C6): exactly that, where a pattern can say it,
//! and never less. Each has an example that is read.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::LazyLock;

use guildhall_civic::strategies::{authority_key, cofog, country, currency, day, money, symbol};
use guildhall_civic::*;
use guildhall_conformance::laws::{Described, examples_are_read, reads};
use guildhall_kernel::strategies::nearly;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

static COUNTRY: LazyLock<Described> = LazyLock::new(|| Described::by::<Country>().unwrap());
static CURRENCY: LazyLock<Described> = LazyLock::new(|| Described::by::<Currency>().unwrap());
static COFOG: LazyLock<Described> = LazyLock::new(|| Described::by::<Cofog>().unwrap());
static VINTAGE: LazyLock<Described> = LazyLock::new(|| Described::by::<Vintage>().unwrap());
static KEY: LazyLock<Described> = LazyLock::new(|| Described::by::<AuthorityKey>().unwrap());
static POSITION: LazyLock<Described> = LazyLock::new(|| Described::by::<PositionCode>().unwrap());
static MONEY: LazyLock<Described> = LazyLock::new(|| Described::by::<Money>().unwrap());
static PERIOD: LazyLock<Described> = LazyLock::new(|| Described::by::<Period>().unwrap());

#[test]
fn every_example_is_read() {
    examples_are_read::<Country>().unwrap();
    examples_are_read::<Currency>().unwrap();
    examples_are_read::<Cofog>().unwrap();
    examples_are_read::<Vintage>().unwrap();
    examples_are_read::<AuthorityKey>().unwrap();
    examples_are_read::<OrganisationCode>().unwrap();
    examples_are_read::<ProjectCode>().unwrap();
    examples_are_read::<PositionCode>().unwrap();
    examples_are_read::<OfficeCode>().unwrap();
    examples_are_read::<ServiceAreaCode>().unwrap();
    examples_are_read::<ServiceUnitKind>().unwrap();
    examples_are_read::<SystemName>().unwrap();
    examples_are_read::<Money>().unwrap();
    examples_are_read::<Period>().unwrap();
    assert_eq!(MONEY.json()["properties"]["amount"]["examples"], json!(["12.50"]));
    assert_eq!(PERIOD.json()["properties"]["from"]["examples"], json!(["2019-06-13"]));
}

#[test]
fn c6_the_schema_of_symbols_counts_their_characters() {
    for (length, is_one) in [(64, true), (65, false)] {
        let json = json!("a".repeat(length));
        assert_eq!((POSITION.accepts(&json), reads::<PositionCode>(&json)), (is_one, is_one));
        let json = json!(format!("SI:fictitious:{}", "a".repeat(length)));
        assert_eq!((KEY.accepts(&json), reads::<AuthorityKey>(&json)), (is_one, is_one));
    }
}

#[test]
fn c6_the_schema_of_keys_knows_every_number_of_poland_and_slovenia() {
    let agree = |text: String| {
        assert_eq!(KEY.accepts(&json!(text)), text.parse::<AuthorityKey>().is_ok(), "{text}");
    };
    for number in 0..1_000 {
        agree(format!("SI:si_municipality:{number:03}"));
        for spelling in
            [format!("{number}"), format!("{number:02}"), format!("{number:03}"), format!("{number:04}")]
        {
            agree(format!("SI:lau:{spelling}@2019"));
        }
    }
    for number in 0..10_000 {
        agree(format!("PL:terc:{number:04}"));
        agree(format!("PL:terc:{:02}", number % 100));
    }
    for (region, county) in
        [("02", "01"), ("14", "38"), ("14", "65"), ("32", "79"), ("32", "60"), ("03", "01")]
    {
        for commune in 0..100 {
            agree(format!("PL:terc:{region}{county}{commune:02}"));
            for kind in 0..10 {
                agree(format!("PL:terc:{region}{county}{commune:02}{kind}"));
            }
        }
    }
}

#[test]
fn c6_the_schema_of_vintages_knows_every_year() {
    for year in 0..70_000 {
        let json = json!(year);
        assert_eq!(VINTAGE.accepts(&json), reads::<Vintage>(&json), "{year}");
    }
}

/// Keys in every spelling that is read, and others of their shape.
fn keys() -> impl Strategy<Value = String> {
    let country = || prop_oneof![country().prop_map(|country| country.to_string()), "[A-Z]{2}"];
    let year = || select(vec!["", "@2019", "@1970", "@1969", "@2999", "@3000", "@20190", "@019"]);
    let code =
        prop_oneof!["[0-9]{1,13}", "[0-9A-Z]{1,14}", "[A-Z]{2}-?[0-9A-Z]{0,4}", symbol(), "[0-2][0-9]{2}"];
    prop_oneof![
        4 => authority_key().prop_map(|key| key.to_string()),
        2 => "PL:terc:[0-3][0-9]([0-7][0-9](0[0-3]|[0-9]{2})?[0-9]?)?",
        2 => "SI:si_municipality:[0-2][0-9]{2}",
        2 => "SI:lau:[0-2]?[0-9]{1,2}@2019",
        2 => "RU:oktmo:[0-9]{3}[01][0-9][01][01][0-9]",
        2 => (country(), code, year(), select(CodeScheme::ALL))
            .prop_map(|(country, code, year, scheme)| format!("{country}:{scheme}:{code}{year}")),
        // What Eurostat calls Greece and the United Kingdom.
        1 => "(GR:nuts:(GR|EL)|GB:nuts:(GB|UK)|UK:nuts:UK)[0-9A-Z]{1,3}@2016",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn c6_the_schema_of_keys_accepts_what_is_read_as_one_and_codes_of_regions_elsewhere(
        text in prop_oneof![keys(), nearly(keys())],
    ) {
        let json = json!(text);
        let (accepted, read) = (KEY.accepts(&json), text.parse::<AuthorityKey>());
        prop_assert!(accepted || read.is_err());
        prop_assert_eq!(reads::<AuthorityKey>(&json), read.is_ok());
        let elsewhere = (text.contains(":nuts:") || text.contains(":iso_3166_2:"))
            && matches!(read, Err(KeyError::Code(CodeError::OtherCountry { .. } | CodeError::Country(_))));
        prop_assert!(!accepted || read.is_ok() || elsewhere, "{:?}", read);
    }

    #[test]
    fn c6_the_schema_of_symbols_accepts_what_is_read_as_one(text in nearly(symbol())) {
        let json = json!(text);
        prop_assert_eq!(POSITION.accepts(&json), reads::<PositionCode>(&json));
    }

    #[test]
    fn c6_the_schema_of_countries_accepts_what_is_read_as_one(
        text in prop_oneof!["[A-Z]{2}", nearly(country().prop_map(|country| country.to_string()))],
    ) {
        let json = json!(text);
        prop_assert_eq!(COUNTRY.accepts(&json), reads::<Country>(&json));
    }

    #[test]
    fn c6_the_schema_of_currencies_accepts_what_is_read_as_one(
        text in prop_oneof!["[A-Z]{3}", nearly(currency().prop_map(|currency| currency.to_string()))],
    ) {
        let json = json!(text);
        prop_assert_eq!(CURRENCY.accepts(&json), reads::<Currency>(&json));
    }

    #[test]
    fn c6_the_schema_of_functions_accepts_what_is_read_as_one(
        text in prop_oneof!["(0[1-9]|10)(\\.[0-9](\\.[0-9])?)?", nearly(cofog().prop_map(|cofog| cofog.to_string()))],
    ) {
        let json = json!(text);
        prop_assert_eq!(COFOG.accepts(&json), reads::<Cofog>(&json));
    }

    #[test]
    fn c6_the_schema_of_money_accepts_what_is_read_as_such_and_amounts_too_fine_or_too_large(
        amount in nearly(prop_oneof![money().prop_map(|money| money.amount().to_string()), "-?[0-9]{1,30}(\\.[0-9]{1,30})?"]),
        currency in nearly(currency().prop_map(|currency| currency.to_string())),
    ) {
        let json = json!({ "amount": amount, "currency": currency });
        let (accepted, read) = (MONEY.accepts(&json), serde_json::from_value::<Money>(json));
        prop_assert!(accepted || read.is_err());
        if let (true, Err(error)) = (accepted, read) {
            let why = error.to_string();
            prop_assert!(["finer", "too large", "28 digits"].iter().any(|known| why.contains(known)), "{}", why);
        }
    }

    #[test]
    fn c6_the_schema_of_periods_accepts_what_is_read_as_one_and_days_of_no_calendar_and_ends_before_the_beginning(
        [from, until] in [(); 2].map(|()| nearly(prop_oneof![
            day().prop_map(|day| day.to_string()),
            "[0-9]{4}-[01][0-9]-[0-3][0-9]",
            "[0-9]{1,4}-[0-9]{1,2}-[0-9]{1,2}",
            "[+-][0-9]{4,6}-[01][0-9]-[0-3][0-9]",
        ])),
    ) {
        let json = json!({ "from": from, "until": until });
        let (accepted, read) = (PERIOD.accepts(&json), serde_json::from_value::<Period>(json));
        prop_assert!(accepted || read.is_err());
        if let (true, Err(error)) = (accepted, read) {
            let of_no_calendar = [&from, &until].iter().any(|day| {
                day.starts_with(['+', '-']) || matches!(day[day.len() - 2..].parse(), Ok(29_u8..))
            });
            prop_assert!(of_no_calendar || error.to_string().contains("before it begins"), "{}", error);
        }
    }
}
