//! The schemas of leaf types accept what the types read (C6): exactly that, where a pattern can say it,
//! and never less. Each has an example that is read.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::LazyLock;

use guildhall_conformance::laws::{Described, examples_are_read, reads};
use guildhall_enrolment::Capacity;
use proptest::prelude::*;
use serde_json::json;

static CAPACITY: LazyLock<Described> = LazyLock::new(|| Described::by::<Capacity>().unwrap());

#[test]
fn every_example_is_read() {
    examples_are_read::<Capacity>().unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn c6_the_schema_of_capacities_accepts_what_is_read_as_one(
        word in "unlimited|seats|Unlimited|none",
        seats in prop_oneof![-2..3_i64, (i64::from(u32::MAX) - 2)..=(i64::from(u32::MAX) + 2), any::<i64>()],
        extra in any::<bool>(),
    ) {
        let mut json = json!({ word.clone(): seats });
        if extra {
            json["more"] = json!(1);
        }
        prop_assert_eq!(CAPACITY.accepts(&json), reads::<Capacity>(&json), "{}", json);
        let json = json!(word);
        prop_assert_eq!(CAPACITY.accepts(&json), reads::<Capacity>(&json));
    }
}
