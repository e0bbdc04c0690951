//! The schemas of leaf types accept what the types read (C6): exactly that, where a pattern can say it,
//! and never less. Each has an example that is read.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::LazyLock;

use guildhall_conformance::laws::{Described, examples_are_read, reads};
use guildhall_kernel::chrono_tz::TZ_VARIANTS;
use guildhall_kernel::strategies::*;
use guildhall_kernel::*;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value as Json, json};

enum Anything {}

static CODE: LazyLock<Described> = LazyLock::new(|| Described::by::<Code<Anything>>().unwrap());
static ID: LazyLock<Described> = LazyLock::new(|| Described::by::<Id<Anything>>().unwrap());
static LANGUAGE: LazyLock<Described> = LazyLock::new(|| Described::by::<Language>().unwrap());
static TEXT: LazyLock<Described> = LazyLock::new(|| Described::by::<LocalisedText>().unwrap());
static LOCAL: LazyLock<Described> = LazyLock::new(|| Described::by::<Local>().unwrap());
static WINDOW: LazyLock<Described> = LazyLock::new(|| Described::by::<Window>().unwrap());

#[test]
fn every_example_is_read() {
    examples_are_read::<Code<Anything>>().unwrap();
    examples_are_read::<Id<Anything>>().unwrap();
    examples_are_read::<Language>().unwrap();
    examples_are_read::<LocalisedText>().unwrap();
    examples_are_read::<Local>().unwrap();
    examples_are_read::<Window>().unwrap();
    assert_eq!(WINDOW.json()["properties"]["zone"]["examples"], json!(["Europe/Ljubljana"]));
}

#[test]
fn c6_the_schema_of_windows_accepts_every_zone_there_is() {
    for zone in TZ_VARIANTS {
        assert!(WINDOW.accepts(&in_zone(zone.name())), "{zone}");
    }
}

fn in_zone(zone: &str) -> Json {
    json!({ "from": "2019-05-06", "until": "2019-05-10", "zone": zone })
}

#[test]
fn c6_white_space_is_the_same_to_the_schema_of_texts() {
    for character in '\0'..'\u{3100}' {
        let json = json!({ "en": character });
        assert_eq!(TEXT.accepts(&json), reads::<LocalisedText>(&json), "{character:?}");
    }
}

fn uuids() -> impl Strategy<Value = String> {
    let spelt = (uuid(), 0..4_u8).prop_map(|(uuid, spelling)| match spelling {
        0 => uuid.to_string(),
        1 => uuid.simple().to_string(),
        2 => uuid.urn().to_string(),
        _ => uuid.braced().to_string(),
    });
    (spelt, any::<bool>()).prop_map(|(text, loud)| if loud { text.to_uppercase() } else { text })
}

fn codes() -> impl Strategy<Value = String> {
    prop_oneof![4 => code::<Anything>().prop_map(String::from), 1 => "[a-z0-9]{62,66}"]
}

fn tags() -> impl Strategy<Value = String> {
    prop_oneof![language().prop_map(String::from), "[a-zA-Z0-9]{1,4}(-[a-zA-Z0-9]{1,5}){0,3}"]
}

fn points() -> impl Strategy<Value = String> {
    let written = |local: Local| serde_json::to_value(local).unwrap().as_str().unwrap().to_owned();
    prop_oneof![
        local().prop_map(written),
        "[+-]?[0-9]{4,6}-[01][0-9]-[0-3][0-9](T[0-2][0-9]:[0-6][0-9]:[0-6][0-9](\\.[0-9]{1,9})?)?",
        "[0-9]{1,4}-[0-9]{1,2}-[0-9]{1,2}(T[0-9]{1,2}:[0-9]{1,2}(:[0-9]{1,2})?)?",
    ]
}

/// Whether every month of four-digit years has such a day, every minute such a second, and nothing is
/// written that could be left out.
fn is_ordinary(point: &str) -> bool {
    let number = |from: usize| point.get(from..from + 2).and_then(|part| part.parse::<u8>().ok());
    !point.starts_with(['+', '-'])
        && number(8).is_some_and(|day| day <= 28)
        && number(17).is_none_or(|second| second < 60)
        && !(point.contains('.') && point.ends_with("000"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn c6_the_schema_of_codes_accepts_what_is_read_as_one(text in nearly(codes())) {
        let json = json!(text);
        prop_assert_eq!(CODE.accepts(&json), reads::<Code<Anything>>(&json));
    }

    #[test]
    fn c6_the_schema_of_ids_accepts_what_is_read_as_one(text in nearly(uuids())) {
        let json = json!(text);
        prop_assert_eq!(ID.accepts(&json), reads::<Id<Anything>>(&json));
    }

    #[test]
    fn c6_the_schema_of_languages_accepts_what_is_read_as_one(text in nearly(tags())) {
        let json = json!(text);
        prop_assert_eq!(LANGUAGE.accepts(&json), reads::<Language>(&json));
    }

    #[test]
    fn c6_the_schema_of_texts_accepts_what_is_read_as_one_with_each_language_once(
        texts in prop::collection::btree_map(nearly(language().prop_map(String::from)), nearly("[a ]?".boxed()), 0..3),
    ) {
        let tags: std::collections::BTreeSet<_> = texts.keys().map(|tag| tag.to_lowercase()).collect();
        prop_assume!(tags.len() == texts.len());
        let json = json!(texts);
        prop_assert_eq!(TEXT.accepts(&json), reads::<LocalisedText>(&json));
    }

    #[test]
    fn c6_the_schema_of_points_accepts_what_is_read_as_one_and_days_that_no_month_has(
        text in prop_oneof![points(), nearly(points())],
    ) {
        let json = json!(text);
        let (accepted, read) = (LOCAL.accepts(&json), reads::<Local>(&json));
        prop_assert!(accepted || !read);
        prop_assert!(read || !accepted || !is_ordinary(&text));
    }

    #[test]
    fn c6_the_schema_of_windows_accepts_at_least_what_is_read_as_one(
        from in nearly(local().prop_map(|local| local.to_string())),
        until in local(),
        zone in zone(),
    ) {
        let json = json!({ "from": from, "until": until, "zone": zone.name() });
        prop_assert!(WINDOW.accepts(&json) || !reads::<Window>(&json));
    }

    #[test]
    fn c6_the_schema_of_zones_accepts_what_is_read_as_one(
        zone in nearly(select(TZ_VARIANTS.to_vec()).prop_map(|zone| zone.name().to_owned())),
    ) {
        let json = in_zone(&zone);
        prop_assert_eq!(WINDOW.accepts(&json), reads::<Window>(&json));
    }
}
