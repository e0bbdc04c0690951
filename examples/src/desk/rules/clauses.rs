//! The clauses of a rule set as an officer wrote them: where each stands, and what it is called.

use std::collections::BTreeMap;

use guildhall::kernel::LocalisedText;
use guildhall::rules::{ClauseId, RuleSet};
use serde_json::Value as Json;

use super::wording::Spoken;

/// Clauses by their ids; one without an id of its own is called by its path.
#[derive(Clone, Debug, Default)]
pub(super) struct Clauses(BTreeMap<String, Written>);

#[derive(Clone, Debug)]
struct Written {
    path: String,
    label: Option<LocalisedText>,
}

impl Clauses {
    pub(super) fn of(rule: &RuleSet) -> Self {
        let mut clauses = Self::default();
        // What was read from a file can be written.
        clauses.collect(&serde_json::to_value(rule.definition()).unwrap_or_default(), String::new());
        clauses
    }

    /// Where it is written; the rule set as a whole for one that stands in another rule set.
    pub(super) fn path(&self, id: &ClauseId) -> &str {
        self.0.get(id.as_str()).map_or("", |written| &written.path)
    }

    /// In the words that the officer found for it, or else by its id.
    pub(super) fn called(&self, id: &ClauseId) -> Spoken {
        let label = self.0.get(id.as_str()).and_then(|written| written.label.as_ref());
        Spoken::new(label, || id.to_string())
    }

    fn collect(&mut self, clause: &Json, path: String) {
        let Some(fields) = clause.as_object() else { return };
        let inside = |field: &str| if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") };
        for field in ["all", "any", "of"] {
            let below = fields.get(field).and_then(Json::as_array);
            for (nth, clause) in below.into_iter().flatten().enumerate() {
                self.collect(clause, format!("{}[{nth}]", inside(field)));
            }
        }
        if let Some(clause) = fields.get("not") {
            self.collect(clause, inside("not"));
        }
        let id = fields.get("id").and_then(Json::as_str).unwrap_or(&path).to_owned();
        let label = fields.get("label").and_then(|label| serde_json::from_value(label.clone()).ok());
        self.0.insert(id, Written { path, label });
    }
}
