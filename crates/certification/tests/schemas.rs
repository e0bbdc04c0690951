//! The schemas of leaf types accept what the types read (C6): exactly that, where a pattern can say it,
//! and never less. Each has an example that is read.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::LazyLock;

use boon::{Compiler, SchemaIndex, Schemas};
use guildhall_certification::strategies::number_format;
use guildhall_certification::{CertificateNumber, NumberFormat, SchemeCode, Validity};
use guildhall_kernel::strategies::nearly;
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

static NUMBER: LazyLock<Described> = LazyLock::new(Described::by::<CertificateNumber>);
static FORMAT: LazyLock<Described> = LazyLock::new(Described::by::<NumberFormat>);
static VALIDITY: LazyLock<Described> = LazyLock::new(Described::by::<Validity>);

#[test]
fn every_example_is_read() {
    examples::<CertificateNumber>();
    examples::<NumberFormat>();
    examples::<SchemeCode>();
    examples::<Validity>();
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
