//! The schemas of leaf types accept what the types read (C6): exactly that, where a pattern can say it,
//! and never less. Each has an example that is read.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::LazyLock;

use boon::{Compiler, SchemaIndex, Schemas};
use guildhall_enrolment::Capacity;
use proptest::prelude::*;
use schemars::{JsonSchema, schema_for};
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};

/// The schema of a type.
struct Described {
    json: Json,
    schemas: Schemas,
    index: SchemaIndex,
}

impl Described {
    fn by<T: JsonSchema>() -> Self {
        let (json, mut schemas) = (schema_for!(T).to_value(), Schemas::new());
        let mut compiler = Compiler::new();
        compiler.enable_format_assertions();
        compiler.add_resource("schema.json", json.clone()).unwrap();
        let index = compiler.compile("schema.json", &mut schemas).unwrap();
        Self { json, schemas, index }
    }

    fn accepts(&self, json: &Json) -> bool {
        self.schemas.validate(json, self.index).is_ok()
    }
}

fn reads<T: DeserializeOwned>(json: &Json) -> bool {
    serde_json::from_value::<T>(json.clone()).is_ok()
}

fn examples<T: DeserializeOwned + JsonSchema>() {
    let schema = Described::by::<T>();
    let examples = schema.json.get("examples").and_then(Json::as_array).unwrap();
    assert!(!examples.is_empty());
    for example in examples {
        assert!(reads::<T>(example) && schema.accepts(example), "{example}");
    }
}

static CAPACITY: LazyLock<Described> = LazyLock::new(Described::by::<Capacity>);

#[test]
fn every_example_is_read() {
    examples::<Capacity>();
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
