//! The JSON schemas of definition types, each made and compiled once.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use guildhall_kernel::chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use guildhall_kernel::serde_json::Value as Json;
use jsonschema::{PatternOptions, Validator};
use schemars::{JsonSchema, generate::SchemaSettings};

use crate::instance::Nodes;

/// The schema of a type, and what was compiled from it.
pub(crate) struct Schema {
    pub(crate) json: Json,
    /// Nothing if the schema is none that the validator knows; the constructors are left to judge.
    pub(crate) validator: Option<Validator<Nodes>>,
}

/// Schemas that were made already, by the name of their type.
#[derive(Clone, Default)]
pub(crate) struct Schemas(BTreeMap<Cow<'static, str>, Arc<Schema>>);

impl std::fmt::Debug for Schemas {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl Schemas {
    pub(crate) fn of<T: JsonSchema>(&mut self) -> Arc<Schema> {
        let schema = self.0.entry(T::schema_id()).or_insert_with(|| Arc::new(Schema::new::<T>()));
        Arc::clone(schema)
    }
}

impl Schema {
    fn new<T: JsonSchema>() -> Self {
        let json = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>().to_value();
        let validator = jsonschema::options_for::<Nodes>()
            .should_validate_formats(true)
            .should_ignore_unknown_formats(true)
            .with_pattern_options(PatternOptions::regex())
            .with_format("date", |text: &str| text.parse::<NaiveDate>().is_ok())
            .with_format("partial-date-time", |text: &str| text.parse::<NaiveDateTime>().is_ok())
            .with_format("partial-time", |text: &str| text.parse::<NaiveTime>().is_ok())
            .build(&json)
            .ok();
        Self { json, validator }
    }

    /// The part of the schema that a pointer into it names.
    pub(crate) fn part(&self, pointer: &str) -> Option<&Json> {
        self.json.pointer(pointer)
    }

    /// What a schema says, behind its references.
    pub(crate) fn resolved<'s>(&'s self, mut part: &'s Json) -> &'s Json {
        // More references than this follow each other only in a circle.
        for _ in 0..32 {
            let Some(reference) = part.get("$ref").and_then(Json::as_str) else { break };
            let Some(next) = reference.strip_prefix('#').and_then(|pointer| self.json.pointer(pointer))
            else {
                break;
            };
            part = next;
        }
        part
    }
}
