//! What a schema asks for, in an officer's words.

use guildhall_kernel::serde_json::Value as Json;

use crate::branch::external;
use crate::refusal::one_of;
use crate::schemas::Schema;

/// At most so many values are listed in a message.
const LISTED: usize = 12;

impl Schema {
    /// Such as "a whole number" or "a text or a table".
    pub(crate) fn expectation(&self, part: &Json) -> String {
        self.of_several([part])
    }

    /// The same for alternatives.
    pub(crate) fn of_several<'a>(&self, parts: impl IntoIterator<Item = &'a Json>) -> String {
        let mut kinds = Vec::new();
        parts.into_iter().for_each(|part| self.kinds(part, &mut kinds, 0));
        match kinds.as_slice() {
            [] => "another value".to_owned(),
            [only] => only.clone(),
            [before @ .., last] => format!("{} or {last}", before.join(", ")),
        }
    }

    fn kinds(&self, part: &Json, kinds: &mut Vec<String>, depth: usize) {
        let part = self.resolved(part);
        let mut add = |kind: String| {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        };
        if let Some(values) = literals(part) {
            return match values.len() {
                0..=LISTED => values.iter().for_each(|value| add(format!("`{value}`"))),
                many => add(format!("one of {many} words")),
            };
        }
        for keyword in ["anyOf", "oneOf"] {
            // Schemas nest this deep only in a circle.
            if let Some(branches) = part.get(keyword).and_then(Json::as_array).filter(|_| depth < 8) {
                return branches.iter().for_each(|branch| self.kinds(branch, kinds, depth + 1));
            }
        }
        if let Some(field) = external(part) {
            return add(format!("a table with `{field}`"));
        }
        match part.get("type") {
            Some(Json::String(kind)) => add(self.kind(part, kind)),
            Some(Json::Array(several)) => {
                several
                    .iter()
                    .filter_map(Json::as_str)
                    .filter(|kind| *kind != "null")
                    .for_each(|kind| add(self.kind(part, kind)));
            }
            _ if part.get("properties").is_some() => add("a table".to_owned()),
            _ => {}
        }
    }

    fn kind(&self, part: &Json, kind: &str) -> String {
        let said = match kind {
            "string" => return form(part),
            "integer" => return range(part, "a whole number"),
            "number" => return range(part, "a number"),
            "boolean" => "`true` or `false`",
            "array" => "a list",
            "object" => "a table",
            "null" => "nothing",
            other => other,
        };
        said.to_owned()
    }
}

/// The texts that may stand here, if only some may.
pub(crate) fn literals(part: &Json) -> Option<Vec<&str>> {
    if let Some(values) = part.get("enum").and_then(Json::as_array) {
        let texts: Vec<&str> = values.iter().filter_map(Json::as_str).collect();
        return (texts.len() == values.iter().filter(|value| !value.is_null()).count()).then_some(texts);
    }
    part.get("const").and_then(Json::as_str).map(|text| vec![text])
}

/// The numbers that may stand here, if only a few may.
pub(crate) fn numbers(part: &Json) -> Option<String> {
    let values = part.get("enum")?.as_array()?;
    let numbers: Vec<String> = values.iter().filter(|it| it.is_number()).map(Json::to_string).collect();
    match numbers.as_slice() {
        _ if values.len() > LISTED || numbers.len() < values.len() => None,
        [] => None,
        [only] => Some(only.clone()),
        [before @ .., last] => Some(format!("{} or {last}", before.join(", "))),
    }
}

/// The message for a text that is none of these.
pub(crate) fn none_of(names: &[&str], found: &str) -> String {
    match names.len() {
        0..=LISTED => format!("expected {}, found {found}", one_of(names.iter().copied())),
        many => format!("{found} is none of the {many} words that may stand here"),
    }
}

fn form(part: &Json) -> String {
    let said = match part.get("format").and_then(Json::as_str) {
        Some("date") => "a date such as `2019-06-03`",
        Some("date-time") => "a date and time such as `2019-06-03T09:00:00Z`",
        Some("partial-date-time" | "local-date-time") => "a date and time such as `2019-06-03T09:00:00`",
        Some("partial-time" | "time") => "a time such as `09:00:00`",
        Some("uuid") => "a UUID",
        Some("uri") => "an address such as `https://example.org`",
        Some("email") => "an e-mail address",
        _ => "a text",
    };
    said.to_owned()
}

/// With its bounds, unless they are those of the machine.
fn range(part: &Json, what: &str) -> String {
    let bound = |name: &str| part.get(name).and_then(Json::as_i64);
    match (bound("minimum"), bound("maximum")) {
        (Some(least), Some(most)) => format!("{what} from {least} to {most}"),
        (Some(least), None) => format!("{what} from {least}"),
        (None, Some(most)) => format!("{what} up to {most}"),
        (None, None) => what.to_owned(),
    }
}
