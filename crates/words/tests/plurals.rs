//! The case of a number: by the rules of CLDR written out by hand for our languages, and by ICU for others.
#![cfg(feature = "fluent")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use guildhall_words::{Phrasebook, Say, Words, catalogue};
use icu_decimal::input::Decimal as Fixed;
use icu_locale_core::Locale;
use icu_plurals::{PluralRules, PluralRulesOptions};
use rust_decimal::Decimal;

#[derive(Say)]
struct Counted {
    number: Decimal,
}

catalogue! {
    static WORDS = "plurals" { texts { "en" = "counted = { $number }" } says { Counted } }
}

/// Every case there is; those that a language lacks are never met.
fn book(language: &str) -> Phrasebook {
    let cases = icu_plurals::PluralCategory::all().filter_map(|category| {
        let name = format!("{category:?}").to_lowercase();
        rules(language).categories().any(|one| one == category).then(|| format!("\n [{name}] {name}"))
    });
    let cases = cases.collect::<String>().replace("[other]", "*[other]");
    let text = format!("counted = {{ $number ->{cases}\n}}");
    Phrasebook::new(language.parse().unwrap()).with(&WORDS, &text).unwrap()
}

fn rules(language: &str) -> PluralRules {
    let locale: Locale = language.parse().unwrap();
    PluralRules::try_new(locale.into(), PluralRulesOptions::default()).unwrap()
}

/// 0 to 2000, and decimals with up to three visible digits.
fn numbers() -> impl Iterator<Item = Decimal> {
    let whole = (0..=2000).map(Decimal::from);
    let broken = (1..=3).flat_map(|scale| (0..=2100).map(move |digits| Decimal::new(digits, scale)));
    whole.chain(broken).chain((0..=2000).step_by(37).map(|number| Decimal::from(-number)))
}

/// CLDR, `plurals.xml`, cardinal: `i` the whole part, `v` the visible digits after the point.
fn by_hand(language: &str, number: Decimal) -> &'static str {
    let (i, v) = (number.abs().trunc(), number.scale());
    let last = |digits: u32| u64::try_from(i % Decimal::from(10_u64.pow(digits))).unwrap();
    let (one, two) = (last(1), last(2));
    match language {
        "en" if i == Decimal::ONE && v == 0 => "one",
        "sl" if v == 0 && two == 1 => "one",
        "sl" if v == 0 && two == 2 => "two",
        "sl" if v != 0 || matches!(two, 3 | 4) => "few",
        "pl" if i == Decimal::ONE && v == 0 => "one",
        "ru" if v == 0 && one == 1 && two != 11 => "one",
        "pl" | "ru" if v == 0 && matches!(one, 2..=4) && !matches!(two, 12..=14) => "few",
        "pl" | "ru" if v == 0 => "many",
        _ => "other",
    }
}

#[test]
fn our_languages_count_as_cldr_writes_it_down() {
    for language in ["en", "pl", "sl", "ru"] {
        let book = book(language);
        for number in numbers() {
            let said = book.say(&Counted { number }.message());
            assert_eq!(said, by_hand(language, number), "{language} {number}");
        }
    }
}

#[test]
fn every_language_counts_as_icu_does() {
    for language in [
        "en", "pl", "sl", "ru", "sl-SI", "hr", "cs", "sk", "uk", "lt", "lv", "mt", "ga", "cy", "ar", "de",
        "ja",
    ] {
        let (book, rules) = (book(language), rules(language));
        for number in numbers() {
            let category = rules.category_for(&number.to_string().parse::<Fixed>().unwrap());
            let said = book.say(&Counted { number }.message());
            assert_eq!(said, format!("{category:?}").to_lowercase(), "{language} {number}");
        }
    }
}

#[test]
fn an_english_sentence_counts_in_english_whoever_reads_it() {
    #[derive(Say)]
    struct Seats {
        free: u32,
    }
    catalogue! {
        static SEATS = "seats" {
            texts { "en" = "seats = { $free ->\n [one] one seat\n *[other] { $free } seats\n}" }
            says { Seats }
        }
    }
    let polish = Phrasebook::new("pl".parse().unwrap());
    let said = [1, 2, 22, 12_345].map(|free| polish.say(&Seats { free }.message()));
    assert_eq!(said, ["one seat", "2 seats", "22 seats", "12\u{a0}345 seats"]);
    assert_eq!(SEATS.name(), "seats");
}
