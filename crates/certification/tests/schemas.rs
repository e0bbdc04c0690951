//! The schemas of leaf types accept what the types read (C6): exactly that, where a pattern can say it,
//! and never less. Each has an example that is read.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::LazyLock;

use guildhall_certification::strategies::number_format;
use guildhall_certification::{CertificateNumber, NumberFormat, SchemeCode, Validity};
use guildhall_conformance::laws::{Described, examples_are_read, reads};
use guildhall_kernel::strategies::nearly;
use proptest::prelude::*;
use serde_json::json;

static NUMBER: LazyLock<Described> = LazyLock::new(|| Described::by::<CertificateNumber>().unwrap());
static FORMAT: LazyLock<Described> = LazyLock::new(|| Described::by::<NumberFormat>().unwrap());
static VALIDITY: LazyLock<Described> = LazyLock::new(|| Described::by::<Validity>().unwrap());

#[test]
fn every_example_is_read() {
    examples_are_read::<CertificateNumber>().unwrap();
    examples_are_read::<NumberFormat>().unwrap();
    examples_are_read::<SchemeCode>().unwrap();
    examples_are_read::<Validity>().unwrap();
}

fn formats() -> impl Strategy<Value = String> {
    prop_oneof![
        number_format().prop_map(String::from),
        "[A-Z/]{0,2}(\\{n(:[0-9]{1,2})?\\}|\\{year\\}|\\{N\\}|[a-zЖ-]){0,4}",
        "\\{n\\}[a-zЖ/]{58,64}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn c6_the_schema_of_numbers_accepts_what_is_read_as_one(
        text in nearly(prop_oneof!["[0-9]{1,4}/[A-ZŠЖ]{1,3}/[0-9]{4}", "[\\(1-9½٣ªⅣ²\\)]{0,5}", "[0-9]{94,98}"]),
    ) {
        let json = json!(text);
        prop_assert_eq!(NUMBER.accepts(&json), reads::<CertificateNumber>(&json));
    }

    #[test]
    fn c6_the_schema_of_number_formats_accepts_what_is_read_as_one(text in prop_oneof![formats(), nearly(formats())]) {
        let json = json!(text);
        prop_assert_eq!(FORMAT.accepts(&json), reads::<NumberFormat>(&json));
    }

    #[test]
    fn c6_the_schema_of_validities_accepts_what_is_read_as_one(
        unit in "years|months|end_of_year|unlimited|days",
        much in prop_oneof![-1..70_000_i32, 0..3],
        extra in any::<bool>(),
    ) {
        let mut json = json!({ unit.clone(): much });
        if extra {
            json["more"] = json!(1);
        }
        prop_assert_eq!(VALIDITY.accepts(&json), reads::<Validity>(&json), "{}", json);
        let json = json!(unit);
        prop_assert_eq!(VALIDITY.accepts(&json), reads::<Validity>(&json));
    }
}
