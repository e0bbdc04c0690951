//! What may stand in the files of rules, for editors that complete and check while one types.

use guildhall::rules::{Definition, Vocabulary};
use schemars::schema_for;

use super::PeopleFile;
use super::task::Written;

/// The JSON schema of such a file.
pub fn schema(of: Written) -> String {
    let schema = match of {
        Written::Rule => schema_for!(Definition),
        Written::Vocabulary => schema_for!(Vocabulary),
        Written::Facts => schema_for!(PeopleFile),
    };
    // A schema is a JSON value, so that there is nothing that could not be written.
    serde_json::to_string_pretty(&schema).unwrap_or_default()
}
