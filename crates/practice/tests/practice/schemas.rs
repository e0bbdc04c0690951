//! The schemas of leaf types accept what the types read (C6): exactly that, where a pattern can say it,
//! and never less. Each has an example that is read.

use std::sync::LazyLock;

use guildhall_civic::decimal;
use guildhall_conformance::laws::{Described, examples_are_read, reads};
use guildhall_kernel::strategies::nearly;
use guildhall_practice::{Citation, Measurement, PracticeCode, Reference, Score, Sha256Hex};
use proptest::prelude::*;
use serde_json::json;

static CITATION: LazyLock<Described> = LazyLock::new(|| Described::by::<Citation>().unwrap());
static SCORE: LazyLock<Described> = LazyLock::new(|| Described::by::<Score>().unwrap());
static REFERENCE: LazyLock<Described> = LazyLock::new(|| Described::by::<Reference>().unwrap());
static SHA256: LazyLock<Described> = LazyLock::new(|| Described::by::<Sha256Hex>().unwrap());
static MEASUREMENT: LazyLock<Described> = LazyLock::new(|| Described::by::<Measurement>().unwrap());

#[test]
fn every_example_is_read() {
    examples_are_read::<Citation>().unwrap();
    examples_are_read::<PracticeCode>().unwrap();
    examples_are_read::<Score>().unwrap();
    examples_are_read::<Reference>().unwrap();
    examples_are_read::<Sha256Hex>().unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn c6_the_schema_of_citations_accepts_what_is_read_as_one_and_codes_too_long_and_versions_beyond_32_bits(
        text in nearly("[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}@[0-9]{1,11}|[a-z]{63,66}@[1-9]"),
    ) {
        let json = json!(text);
        let (accepted, read) = (CITATION.accepts(&json), reads::<Citation>(&json));
        prop_assert!(accepted || !read);
        let (code, version) = text.split_once('@').unwrap_or_default();
        prop_assert!(read || !accepted || code.len() > 64 || version.parse::<u32>().is_err());
    }

    #[test]
    fn c6_the_schema_of_scores_accepts_what_is_read_as_one(points in prop_oneof![-300..300_i32, -1..8]) {
        let json = json!(points);
        prop_assert_eq!(SCORE.accepts(&json), reads::<Score>(&json));
    }

    #[test]
    fn c6_the_schema_of_references_accepts_what_is_read_as_one(
        text in nearly(prop_oneof!["[ \\t\u{a0}\u{3000}]{0,3}", "[A-Z]{1,3} [0-9]{1,4}/[0-9]{4}"]),
    ) {
        let json = json!(text);
        prop_assert_eq!(REFERENCE.accepts(&json), reads::<Reference>(&json));
    }

    #[test]
    fn c6_the_schema_of_hashes_accepts_what_is_read_as_one(text in nearly("[0-9a-f]{63,65}|[0-9a-fA-F]{64}")) {
        let json = json!(text);
        prop_assert_eq!(SHA256.accepts(&json), reads::<Sha256Hex>(&json));
    }

    #[test]
    fn c6_the_schema_of_measured_values_accepts_what_is_read_as_one_and_more_digits(
        text in nearly("-?[0-9]{1,30}(\\.[0-9]{1,30})?|[0-9]{1,3}\\.[0-9]"),
    ) {
        let json = json!({ "value": text, "period": {} });
        let (accepted, read) = (MEASUREMENT.accepts(&json), reads::<Measurement>(&json));
        prop_assert_eq!(read, decimal::read(&text).is_ok());
        prop_assert!(accepted || !read);
        prop_assert!(read || !accepted || text.len() > 28);
    }
}
