//! The schemas of what officers write in one field of an instrument accept what is read there (C6). Each
//! has an example that is read.

use std::sync::LazyLock;

use guildhall_conformance::laws::{Described, examples_are_read, reads};
use guildhall_kernel::strategies::{code, nearly};
use guildhall_participation::strategies::question_kind;
use guildhall_participation::survey::{InstrumentCode, MinimumCell, OptionCode, QuestionCode, QuestionKind};
use proptest::prelude::*;
use serde_json::json;

static CODE: LazyLock<Described> = LazyLock::new(|| Described::by::<QuestionCode>().unwrap());
static CELL: LazyLock<Described> = LazyLock::new(|| Described::by::<MinimumCell>().unwrap());
static KIND: LazyLock<Described> = LazyLock::new(|| Described::by::<QuestionKind>().unwrap());

#[test]
fn every_example_is_read() {
    examples_are_read::<InstrumentCode>().unwrap();
    examples_are_read::<QuestionCode>().unwrap();
    examples_are_read::<OptionCode>().unwrap();
    examples_are_read::<MinimumCell>().unwrap();
    examples_are_read::<QuestionKind>().unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn c6_the_schema_of_codes_accepts_what_is_read_as_one(
        text in nearly(code::<()>().prop_map(String::from)),
    ) {
        let json = json!(text);
        prop_assert_eq!(CODE.accepts(&json), reads::<InstrumentCode>(&json));
        prop_assert_eq!(CODE.accepts(&json), reads::<QuestionCode>(&json));
        prop_assert_eq!(CODE.accepts(&json), reads::<OptionCode>(&json));
    }

    #[test]
    fn c6_the_schema_of_minimum_cells_accepts_what_is_read_as_one(number in -2_i32..300) {
        let json = json!(number);
        prop_assert_eq!(CELL.accepts(&json), reads::<MinimumCell>(&json));
    }

    #[test]
    fn c6_the_schema_of_kinds_of_question_accepts_what_is_read_as_one(
        kind in question_kind(),
        name in nearly("yes_no|free_text|intent_to_continue|scale|choice".boxed()),
        min in -32_770_i32..32_770,
        field in nearly("min|max".boxed()),
    ) {
        prop_assert!(KIND.accepts(&serde_json::to_value(kind).unwrap()));
        for json in [json!(name), json!({ "scale": { "min": 1, "max": 5, field: min } })] {
            prop_assert_eq!(KIND.accepts(&json), reads::<QuestionKind>(&json), "{}", json);
        }
    }
}
