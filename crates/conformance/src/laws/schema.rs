//! The schemas of leaf types say what the types read (C6), so that whoever checks by the schema alone
//! hears what the constructor would say.

use boon::{Compiler, SchemaIndex, Schemas};
use schemars::{JsonSchema, schema_for};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Broken;

const LAW: &str = "C6";

/// What the schema of a type accepts, formats included.
pub struct Described {
    json: Value,
    schemas: Schemas,
    index: SchemaIndex,
}

impl Described {
    /// The schema of `T`.
    ///
    /// # Errors
    /// [`Broken`] where it is no schema.
    pub fn by<T: JsonSchema>() -> Result<Self, Broken> {
        let (json, mut schemas) = (schema_for!(T).to_value(), Schemas::new());
        let mut compiler = Compiler::new();
        compiler.enable_format_assertions();
        let broken = |error: boon::CompileError| Broken::new(LAW, error.to_string());
        compiler.add_resource("schema.json", json.clone()).map_err(broken)?;
        let index = compiler.compile("schema.json", &mut schemas).map_err(broken)?;
        Ok(Self { json, schemas, index })
    }

    /// The schema itself.
    pub const fn json(&self) -> &Value {
        &self.json
    }

    /// Whether the schema accepts the value.
    pub fn accepts(&self, json: &Value) -> bool {
        self.schemas.validate(json, self.index).is_ok()
    }
}

/// Whether `T` reads the value.
pub fn reads<T: DeserializeOwned>(json: &Value) -> bool {
    serde_json::from_value::<T>(json.clone()).is_ok()
}

/// The schema of `T` gives an example, and `T` and its schema take every one of them.
///
/// # Errors
/// [`Broken`] where there is no example, or one that is refused.
pub fn examples_are_read<T: DeserializeOwned + JsonSchema>() -> Result<(), Broken> {
    let schema = Described::by::<T>()?;
    let examples = schema.json.get("examples").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    if examples.is_empty() {
        return Err(Broken::new(LAW, format!("the schema gives no example: {}", schema.json)));
    }
    match examples.iter().find(|example| !reads::<T>(example) || !schema.accepts(example)) {
        Some(example) => Err(Broken::new(LAW, format!("the example {example} is refused"))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Deserialize, JsonSchema)]
    struct Good(#[expect(dead_code, reason = "that it is read is what is tested")] u8);

    #[derive(Deserialize, JsonSchema)]
    #[schemars(example = 7)]
    struct Shown(#[expect(dead_code, reason = "that it is read is what is tested")] u8);

    #[derive(Deserialize, JsonSchema)]
    #[schemars(example = 700)]
    struct Wrong(#[expect(dead_code, reason = "that it is read is what is tested")] u8);

    #[test]
    fn c6_an_example_is_given_and_read() {
        examples_are_read::<Shown>().unwrap();
        assert!(examples_are_read::<Good>().unwrap_err().reason().contains("no example"));
        assert!(examples_are_read::<Wrong>().unwrap_err().reason().contains("700"));
    }
}
