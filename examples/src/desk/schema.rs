//! What may stand in the definitions of a training, for editors that complete and check while one types.

use guildhall::intake::Diagnostics;

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
    // A schema is a JSON value, so that there is nothing that could not be written.
    Ok(serde_json::to_string_pretty(&schema).unwrap_or_default())
}
