//! Wall times in rules that a clock skips or shows twice: what is meant by them is said, so that an officer can
//! write it.

use guildhall::kernel::Local;
use guildhall::kernel::chrono::{DateTime, FixedOffset, LocalResult, TimeZone};
use guildhall::rules::{FactType, RuleSet, Vocabulary};
use serde_json::Value as Json;

/// A wall time that is no instant by itself.
pub(super) struct Unclear {
    /// Where it is written.
    pub(super) path: String,
    pub(super) written: String,
    pub(super) zone: String,
    /// Whether clocks show it twice; else they never do.
    pub(super) twice: bool,
    /// The instant that it is taken for.
    pub(super) meant: DateTime<FixedOffset>,
}

/// The unclear wall times of a rule set, in the order of their fields.
pub(super) fn unclear(rule: &RuleSet, vocabulary: &Vocabulary) -> Vec<Unclear> {
    let mut found = Vec::new();
    // What was read from a file can be written.
    let json = serde_json::to_value(rule.definition()).unwrap_or_default();
    collect(&json, String::new(), None, vocabulary, &mut found);
    found
}

/// Looks through a clause that asks about a fact of this type, or about none itself.
fn collect(
    json: &Json,
    path: String,
    of: Option<&FactType>,
    vocabulary: &Vocabulary,
    found: &mut Vec<Unclear>,
) {
    match json {
        Json::Object(fields) => {
            let key = fields.get("fact").and_then(Json::as_str);
            let of = key.and_then(|key| vocabulary.get(key)).map(|declared| declared.kind()).or(of);
            for (name, json) in fields {
                let field = match of {
                    Some(FactType::Records(records)) => records.get(name).map(|field| field.kind()),
                    _ => None,
                };
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                collect(json, path, field.or(of), vocabulary, found);
            }
        }
        Json::Array(items) => {
            for (nth, json) in items.iter().enumerate() {
                collect(json, format!("{path}[{nth}]"), of, vocabulary, found);
            }
        }
        Json::String(text) => found.extend(of.and_then(|of| one(text, path, of))),
        _ => {}
    }
}

fn one(text: &str, path: String, of: &FactType) -> Option<Unclear> {
    let zone = of.zone()?;
    let local = text.parse::<Local>().ok()?;
    let Local::At(wall) = local else { return None };
    let twice = match zone.from_local_datetime(&wall) {
        LocalResult::Single(_) => return None,
        LocalResult::Ambiguous(..) => true,
        LocalResult::None => false,
    };
    let meant = local.begins_in(zone)?.with_timezone(&zone).fixed_offset();
    Some(Unclear { path, written: text.to_owned(), zone: zone.to_string(), twice, meant })
}
