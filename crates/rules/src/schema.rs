//! The JSON schema of the language, for editors and for whoever checks rule files elsewhere (R9).

use std::borrow::Cow;

use guildhall_kernel::LocalisedText;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value as Json, json};

use crate::asking::{BESIDE, IN_WHERE, belongs};
use crate::{
    Clause, ClauseId, Definition, Effective, FactKey, Length, Literal, Measure, Operator, Otherwise,
    PredicateName, RuleId,
};

impl JsonSchema for Clause {
    fn schema_name() -> Cow<'static, str> {
        "Clause".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut properties = tests(generator);
        properties.insert("id".into(), generator.subschema_for::<ClauseId>().into());
        properties.insert("label".into(), generator.subschema_for::<LocalisedText>().into());
        properties.insert("confidential".into(), json!({ "type": "boolean" }));
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
        properties.insert("confidential".into(), json!({ "type": "boolean" }));
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

/// What a field of a record must answer, as it is written.
struct Condition;

impl JsonSchema for Condition {
    fn schema_name() -> Cow<'static, str> {
        "Condition".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let literal = Json::from(generator.subschema_for::<Literal>());
        let mut properties = comparisons(generator, |operator| operator.asks_field());
        for word in IN_WHERE {
            properties.insert(word.into(), beside(generator, word));
        }
        let operators: Vec<Operator> =
            Operator::EVERY.into_iter().filter(|operator| operator.asks_field()).collect();
        json_schema!({
            "description": "What a field of a record must be: a value, one of several, or a comparison.",
            "anyOf": [
                literal,
                list(&literal),
                {
                    "type": "object",
                    "properties": properties,
                    "additionalProperties": false,
                    "oneOf": compared(&operators, &IN_WHERE),
                },
            ],
        })
    }
}

fn from_one() -> Json {
    json!({ "type": "integer", "minimum": 1, "maximum": u32::MAX, "examples": [1] })
}

fn list(literal: &Json) -> Json {
    json!({ "type": "array", "items": literal, "minItems": 1, "uniqueItems": true })
}

/// The fields that make a test, of whichever kind.
fn tests(generator: &mut SchemaGenerator) -> Map<String, Json> {
    let clause = Json::from(generator.subschema_for::<Clause>());
    let clauses = json!({ "type": "array", "items": clause, "minItems": 1 });
    let mut properties = comparisons(generator, |_| true);
    for kind in ["all", "any", "of"] {
        properties.insert(kind.into(), clauses.clone());
    }
    properties.insert("not".into(), clause);
    properties.insert("fact".into(), generator.subschema_for::<FactKey>().into());
    properties.insert("rule".into(), generator.subschema_for::<RuleId>().into());
    properties.insert("predicate".into(), generator.subschema_for::<PredicateName>().into());
    for (word, _) in BESIDE {
        properties.insert(word.into(), beside(generator, word));
    }
    properties
}

/// What each comparison takes.
fn comparisons(generator: &mut SchemaGenerator, wanted: fn(Operator) -> bool) -> Map<String, Json> {
    let literal = Json::from(generator.subschema_for::<Literal>());
    let stretch = json!({
        "type": "object",
        "properties": { "from": literal, "until": literal },
        "additionalProperties": false,
        "minProperties": 1,
    });
    let mut properties = Map::new();
    for operator in Operator::EVERY.into_iter().filter(|operator| wanted(*operator)) {
        let schema = match operator {
            Operator::Applies => json!({ "type": "boolean" }),
            Operator::CountAtLeast => from_one(),
            Operator::Between => json!({ "type": "array", "items": literal, "minItems": 2, "maxItems": 2 }),
            Operator::Overlaps => json!({ "anyOf": [list(&literal), literal, stretch] }),
            _ if operator.takes_stretch() => json!({ "anyOf": [literal, stretch] }),
            _ if operator.takes_list() => list(&literal),
            _ => literal.clone(),
        };
        properties.insert(operator.name().into(), schema);
    }
    properties
}

/// What each word that stands beside a comparison takes.
fn beside(generator: &mut SchemaGenerator, word: &str) -> Json {
    match word {
        "otherwise" => generator.subschema_for::<Otherwise>().into(),
        "grace" => generator.subschema_for::<Length>().into(),
        "in_version" => from_one(),
        "sum" => generator.subschema_for::<FactKey>().into(),
        "where" => {
            let condition = Json::from(generator.subschema_for::<Condition>());
            json!({ "type": "object", "additionalProperties": condition, "minProperties": 1 })
        }
        _ => generator.subschema_for::<Literal>().into(),
    }
}

fn without(names: impl IntoIterator<Item = &'static str>) -> Json {
    let names: Vec<Json> = names.into_iter().map(|name| json!({ "required": [name] })).collect();
    json!({ "anyOf": names })
}

/// A fact is compared by one comparison, and beside that stands what belongs to it.
fn compared(operators: &[Operator], words: &[&'static str]) -> Vec<Json> {
    let mut cases = Vec::new();
    for operator in operators {
        let others = operators.iter().filter(|other| *other != operator).map(|other| other.name());
        let others: Vec<&'static str> = others.collect();
        let measures = Measure::WORDS.into_iter().filter(|word| words.contains(word));
        let measures = Some(None).into_iter().chain(measures.map(Some));
        for measure in measures.filter(|measure| measure.is_none() || operator.ranges()) {
            let sums = measure == Some("sum");
            let barred = words.iter().copied().filter(|word| {
                let another = Measure::WORDS.contains(word) && Some(*word) != measure;
                another || !belongs(word, *operator, sums)
            });
            let mut required = vec![operator.name()];
            required.extend(measure);
            if *operator == Operator::Holds {
                required.push("at");
            }
            cases.push(json!({ "required": required, "not": without(others.iter().copied().chain(barred)) }));
        }
    }
    cases
}

/// A clause is of one kind; only a fact is compared.
fn kinds() -> Json {
    const KINDS: [&str; 7] = ["all", "any", "not", "of", "fact", "rule", "predicate"];
    let operators = Operator::EVERY.map(Operator::name);
    let words = BESIDE.map(|(word, _)| word);
    let alone = |kind: &'static str, with: &'static str| {
        let others = KINDS.into_iter().chain(operators).chain(words);
        let others = others.filter(|other| *other != kind && *other != with);
        json!({ "required": [kind], "not": without(others) })
    };
    let mut counted = alone("of", "at_least");
    if let Some(fields) = counted.as_object_mut() {
        fields.insert("required".into(), json!(["at_least", "of"]));
        fields.insert("properties".into(), json!({ "at_least": from_one() }));
    }
    let others = KINDS.into_iter().filter(|kind| *kind != "fact");
    json!([
        alone("all", ""),
        alone("any", ""),
        alone("not", ""),
        counted,
        alone("rule", "in_version"),
        alone("predicate", ""),
        {
            "required": ["fact"],
            "not": without(others.chain(["in_version"])),
            "oneOf": compared(&Operator::EVERY, &words),
        },
    ])
}
