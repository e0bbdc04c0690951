//! The schemas of names and days accept what is read (C6): exactly that, where a pattern can say it, and
//! never less. Each has an example that is read.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::LazyLock;

use guildhall_conformance::laws::{Described, examples_are_read, reads};
use guildhall_kernel::strategies::{date, nearly};
use guildhall_rules::{
    ClauseId, CodeList, Definition, Effective, Evidence, FactKey, RuleHash, RuleId, Symbol,
};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

static FACT_KEY: LazyLock<Described> = LazyLock::new(|| Described::by::<FactKey>().unwrap());
static SYMBOL: LazyLock<Described> = LazyLock::new(|| Described::by::<Symbol>().unwrap());
static EVIDENCE: LazyLock<Described> = LazyLock::new(|| Described::by::<Evidence>().unwrap());
static RULE_ID: LazyLock<Described> = LazyLock::new(|| Described::by::<RuleId>().unwrap());
static CLAUSE_ID: LazyLock<Described> = LazyLock::new(|| Described::by::<ClauseId>().unwrap());
static RULE_HASH: LazyLock<Described> = LazyLock::new(|| Described::by::<RuleHash>().unwrap());
static CODES: LazyLock<Described> = LazyLock::new(|| Described::by::<CodeList>().unwrap());
static EFFECTIVE: LazyLock<Described> = LazyLock::new(|| Described::by::<Effective>().unwrap());

#[test]
fn every_example_is_read() {
    examples_are_read::<FactKey>().unwrap();
    examples_are_read::<Symbol>().unwrap();
    examples_are_read::<Evidence>().unwrap();
    examples_are_read::<RuleId>().unwrap();
    examples_are_read::<ClauseId>().unwrap();
    examples_are_read::<CodeList>().unwrap();
    for end in ["from", "until"] {
        let example = &EFFECTIVE.json()["properties"][end]["examples"][0];
        let effective = json!({ "from": "2019-04-01", "until": "2019-04-30", end: example });
        assert!(reads::<Effective>(&effective) && EFFECTIVE.accepts(&effective), "{effective}");
    }
}

#[test]
fn c6_white_space_is_the_same_to_the_schema_of_codes() {
    for character in '\0'..'\u{3100}' {
        let json = json!(format!("a{character}"));
        assert_eq!(SYMBOL.accepts(&json), reads::<Symbol>(&json), "{character:?}");
    }
}

fn dotted() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[a-z][a-z0-9_]{0,6}([.-][a-z][a-z0-9_]{0,6}){0,3}(\\[[0-9]\\])?", 1 => "[a-z]{125,130}"]
}

/// Whether a rule whose period begins on such a day is read.
fn begins(day: &str) -> bool {
    let rule = json!({
        "id": "rule", "version": 1, "effective": { "from": day }, "fact": "applicant.is_staff", "is": true,
    });
    Definition::read(&rule).is_ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn c6_the_schema_of_fact_keys_accepts_what_is_read_as_one(text in nearly(dotted())) {
        let json = json!(text);
        prop_assert_eq!(FACT_KEY.accepts(&json), reads::<FactKey>(&json));
    }

    #[test]
    fn c6_the_schema_of_rule_ids_accepts_what_is_read_as_one(
        text in nearly(prop_oneof![4 => dotted(), 1 => "[a-z]{77,83}".boxed()]),
    ) {
        let json = json!(text);
        prop_assert_eq!(RULE_ID.accepts(&json), reads::<RuleId>(&json));
    }

    #[test]
    fn c6_the_schema_of_clause_ids_accepts_what_is_read_as_one(
        text in nearly(prop_oneof![4 => dotted(), 1 => "[a-z]{509,515}".boxed()]),
    ) {
        let json = json!(text);
        prop_assert_eq!(CLAUSE_ID.accepts(&json), reads::<ClauseId>(&json));
    }

    /// A schema counts characters, the constructors bytes.
    #[test]
    fn c6_the_schemas_of_codes_and_evidence_accept_what_is_read_as_one_and_longer_ones_beyond_ascii(
        text in nearly(prop_oneof![4 => dotted(), 4 => "\\PC{0,4}", 1 => "[až]{125,140}", 1 => "[a-z]{253,259}"]),
    ) {
        let json = json!(text);
        let exact = text.is_ascii() || text.len() <= 256;
        for (accepts, reads) in [
            (SYMBOL.accepts(&json), reads::<Symbol>(&json)),
            (EVIDENCE.accepts(&json), reads::<Evidence>(&json)),
        ] {
            prop_assert!(accepts || !reads);
            prop_assert!(reads || !accepts || !exact);
        }
    }

    #[test]
    fn c6_the_schema_of_code_lists_accepts_what_is_read_as_one(
        codes in prop::collection::vec(nearly("granted|refused|[a-c]".boxed()), 0..4),
    ) {
        let list = json!(codes);
        prop_assert_eq!(CODES.accepts(&list), reads::<CodeList>(&list));
        let labels: serde_json::Map<_, _> =
            codes.into_iter().map(|code| (code, json!({ "en": "label" }))).collect();
        let table = Json::from(labels);
        prop_assert_eq!(CODES.accepts(&table), reads::<CodeList>(&table));
    }

    #[test]
    fn c6_the_schema_of_rule_hashes_accepts_what_is_read_as_one(text in nearly("[0-9a-f]{64}".boxed())) {
        let json = json!(text);
        prop_assert_eq!(RULE_HASH.accepts(&json), reads::<RuleHash>(&json));
    }

    #[test]
    fn c6_the_schema_of_days_accepts_what_is_read_as_one_and_days_that_no_month_has(
        day in nearly(prop_oneof![
            date().prop_map(|day| day.to_string()).boxed(),
            "[0-9]{1,4}-[0-9 ]{1,2}-[0-9]{1,2}".boxed(),
        ]),
    ) {
        let accepted = EFFECTIVE.accepts(&json!({ "from": day }));
        prop_assert!(accepted || !begins(&day));
        let every_month_has_it = day.get(8..).is_some_and(|day| day <= "28") && !day.starts_with(['+', '-']);
        prop_assert!(begins(&day) || !accepted || !every_month_has_it);
    }
}
