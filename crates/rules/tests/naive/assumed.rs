//! What a rule takes missing facts for.

use std::collections::BTreeSet;

use guildhall_rules::Definition;
use serde_json::Value as Json;

/// The facts that a rule takes for something where they are missing.
pub(crate) fn assumed(definition: &Definition) -> BTreeSet<String> {
    fn walk(json: &Json, into: &mut BTreeSet<String>) {
        match json {
            Json::Object(fields) => {
                if fields.contains_key("if_missing") {
                    into.extend(fields["fact"].as_str().map(str::to_owned));
                }
                fields.values().for_each(|json| walk(json, into));
            }
            Json::Array(items) => items.iter().for_each(|json| walk(json, into)),
            _ => {}
        }
    }
    let mut keys = BTreeSet::new();
    walk(&serde_json::to_value(definition).unwrap(), &mut keys);
    keys
}
