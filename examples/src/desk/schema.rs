//! What may stand in the definitions of a training, for editors that complete and check while one types.

use guildhall::intake::Diagnostics;
use guildhall::kernel::serde_json::Value;

use super::check::fault;
use crate::academy::files;

/// The JSON schema of a definition.
///
/// # Errors
/// [`Diagnostics`], if no definition has this name.
pub fn schema(name: &str) -> Result<String, Diagnostics> {
    let schema = files::schema(name).ok_or_else(|| {
        let known = files::names().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        fault(format!("there is no definition `{name}`; there are {known}"))
    })?;
    let mut schema = schema.to_value();
    for_people(&mut schema);
    Ok(format!("{schema:#}"))
}

/// Takes the links to code out of the descriptions.
pub(super) fn for_people(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(text)) = fields.get_mut("description") {
                *text = text.replace("[`", "`").replace("`]", "`");
            }
            fields.values_mut().for_each(for_people);
        }
        Value::Array(values) => values.iter_mut().for_each(for_people),
        _ => {}
    }
}
