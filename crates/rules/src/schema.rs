//! The JSON schema of the language, for editors and for whoever checks rule files elsewhere (R9).

use std::borrow::Cow;

use guildhall_kernel::LocalisedText;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value as Json, json};

use crate::{Clause, ClauseId, Definition, Effective, FactKey, Literal, Operator, Otherwise, RuleId};

impl JsonSchema for Clause {
    fn schema_name() -> Cow<'static, str> {
        "Clause".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut properties = tests(generator);
        properties.insert("id".into(), generator.subschema_for::<ClauseId>().into());
        properties.insert("label".into(), generator.subschema_for::<LocalisedText>().into());
        json_schema!({
            "type": "object",
            "description": "One condition, or several joined.",
            "properties": properties,
            "additionalProperties": false,
            "oneOf": kinds(),
        })
    }
}

impl JsonSchema for Definition {
    fn schema_name() -> Cow<'static, str> {
        "Definition".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut properties = tests(generator);
        properties.insert("id".into(), generator.subschema_for::<RuleId>().into());
        properties.insert("version".into(), from_one());
        properties.insert("title".into(), generator.subschema_for::<LocalisedText>().into());
        properties.insert("effective".into(), generator.subschema_for::<Effective>().into());
        json_schema!({
            "type": "object",
            "description": "A rule set: a clause with an id, a version and a title.",
            "properties": properties,
            "required": ["id", "version"],
            "additionalProperties": false,
            "oneOf": kinds(),
        })
    }
}

fn from_one() -> Json {
    json!({ "type": "integer", "minimum": 1, "maximum": u32::MAX, "examples": [1] })
}

/// The fields that make a test, of whichever kind.
fn tests(generator: &mut SchemaGenerator) -> Map<String, Json> {
    let clause = Json::from(generator.subschema_for::<Clause>());
    let literal = Json::from(generator.subschema_for::<Literal>());
    let clauses = json!({ "type": "array", "items": clause, "minItems": 1 });
    let mut properties = Map::new();
    for kind in ["all", "any", "of"] {
        properties.insert(kind.into(), clauses.clone());
    }
    properties.insert("not".into(), clause);
    properties.insert("fact".into(), generator.subschema_for::<FactKey>().into());
    for operator in Operator::EVERY {
        let schema = match operator {
            Operator::Applies => json!({ "type": "boolean" }),
            Operator::CountAtLeast => from_one(),
            _ if operator.takes_list() => {
                json!({ "type": "array", "items": literal, "minItems": 1, "uniqueItems": true })
            }
            _ => literal.clone(),
        };
        properties.insert(operator.name().into(), schema);
    }
    properties.insert("otherwise".into(), generator.subschema_for::<Otherwise>().into());
    properties
}

/// A clause is of one kind; only a fact is compared, and by one comparison.
fn kinds() -> Json {
    let operators = || Operator::EVERY.map(Operator::name);
    let without = |names: Vec<&str>| -> Json {
        json!({ "anyOf": names.iter().map(|name| json!({ "required": [name] })).collect::<Vec<_>>() })
    };
    let alone = |kind: &str| {
        let others =
            ["all", "any", "not", "of", "fact", "otherwise"].into_iter().filter(|other| *other != kind);
        json!({ "required": [kind], "not": without(others.chain(operators()).collect()) })
    };
    let compared = operators().map(|operator| {
        let beside = if operator == "one_of" { None } else { Some("otherwise") };
        let others = operators().into_iter().filter(|other| *other != operator).chain(beside);
        json!({ "required": [operator], "not": without(others.collect()) })
    });
    let counted = operators().into_iter().filter(|operator| *operator != "at_least");
    json!([
        alone("all"),
        alone("any"),
        alone("not"),
        {
            "required": ["at_least", "of"],
            "properties": { "at_least": from_one() },
            "not": without(["all", "any", "not", "fact", "otherwise"].into_iter().chain(counted).collect()),
        },
        {
            "required": ["fact"],
            "not": without(vec!["all", "any", "not", "of"]),
            "oneOf": compared,
        },
    ])
}
