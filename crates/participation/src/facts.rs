//! What rules can ask about a participation. Guards L2: the facts are what a recount would give, and
//! say whether they are complete or not yet (R2).

use std::borrow::Cow;

use guildhall_rules::{Codes, Evidence, Fact, FactKey, FactSource, Facts, Symbol, Value, Vocabulary};

use crate::{Participation, ParticipationStatus};

/// The fact of how far the participation has come: `taking_part`, `finished` or `left`.
pub const STATUS: &str = "participation.status";
/// The fact of the modules that were completed: a set, which may still grow until the participation is
/// finished or left.
pub const MODULES_COMPLETED: &str = "participation.modules_completed";
/// The fact of how many modules the curriculum has.
pub const MODULES_TOTAL: &str = "participation.modules_total";
/// The fact of whether all of them were completed: missing as long as that may still change.
pub const ALL_MODULES_COMPLETED: &str = "participation.all_modules_completed";

/// Every fact of this room.
const KEYS: [&str; 4] = [STATUS, MODULES_COMPLETED, MODULES_TOTAL, ALL_MODULES_COMPLETED];

/// The facts about a participation, declared for rules, in English, Polish, Slovene and Russian.
///
/// ```
/// let vocabulary = guildhall_participation::vocabulary();
/// let completed = vocabulary.get("participation.modules_completed").unwrap();
/// assert_eq!(completed.label().best(&[]), "completed modules");
/// ```
#[expect(clippy::expect_used, reason = "the text is part of this crate, and a test reads it")]
pub fn vocabulary() -> Vocabulary {
    serde_json::from_str(include_str!("vocabulary.json")).expect("the vocabulary is sound")
}

/// A participation that nobody has joined knows nothing: every fact is missing.
impl FactSource for Participation {
    fn fact(&self, key: &FactKey) -> Cow<'_, Fact> {
        let value = self.status().and_then(|status| self.value(key.as_str(), status));
        Cow::Owned(value.map_or(Fact::Missing, |value| Fact::Known { value, evidence: self.evidence() }))
    }
}

impl Participation {
    /// Everything that rules can ask, to be recorded with a decision. A rule itself asks for what it
    /// needs: the participation is a [`FactSource`].
    pub fn facts(&self) -> Facts {
        let keys = KEYS.into_iter().filter_map(|key| FactKey::new(key).ok());
        keys.map(|key| (key.clone(), self.fact(&key).into_owned())).collect()
    }

    fn value(&self, key: &str, status: ParticipationStatus) -> Option<Value> {
        let closed = status != ParticipationStatus::TakingPart;
        match key {
            STATUS => Value::symbol(match status {
                ParticipationStatus::TakingPart => "taking_part",
                ParticipationStatus::Finished { .. } => "finished",
                ParticipationStatus::Left { .. } => "left",
            })
            .ok(),
            MODULES_COMPLETED => {
                let completed = self.modules().iter().filter(|record| record.completed_on.is_some());
                let codes = completed.filter_map(|record| Symbol::new(record.module.as_str()).ok());
                Some(Value::Set(if closed { Codes::complete(codes) } else { Codes::so_far(codes) }))
            }
            MODULES_TOTAL => i64::try_from(self.modules().len()).ok().map(Value::Integer),
            ALL_MODULES_COMPLETED => {
                let all = self.outstanding().next().is_none();
                (all || closed).then_some(Value::Boolean(all))
            }
            _ => None,
        }
    }

    fn evidence(&self) -> Option<Evidence> {
        Evidence::new(format!("participation:{}", self.id())).ok()
    }
}
