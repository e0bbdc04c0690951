//! The policy of eight conditions that every side decides, from one set of terms.

use std::ops::Range;

use guildhall::kernel::Time;
use guildhall_rules::{RuleSet, Vocabulary};
use serde_json::{Value as Json, json};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// Positions in municipal and county offices; those of the first version come first.
pub(crate) const POSITIONS: [&str; 24] = [
    "mayor",
    "deputy_mayor",
    "municipal_secretary",
    "municipal_treasurer",
    "county_head",
    "deputy_county_head",
    "county_secretary",
    "county_treasurer",
    "head_of_department",
    "deputy_head_of_department",
    "head_of_unit",
    "head_of_registry_office",
    "director_of_school",
    "director_of_library",
    "director_of_care_centre",
    "chief_architect",
    "inspector",
    "senior_inspector",
    "clerk",
    "senior_clerk",
    "legal_counsel",
    "accountant",
    "assistant",
    "intern",
];

pub(crate) const KINDS: [&str; 6] =
    ["municipality", "county", "city_with_county_rights", "municipal_union", "region", "state_office"];

/// Regions by the numbers of the Polish register of territories.
pub(crate) const REGIONS: [&str; 16] =
    ["02", "04", "06", "08", "10", "12", "14", "16", "18", "20", "22", "24", "26", "28", "30", "32"];

/// How many conditions there are.
pub(crate) const CONDITIONS: usize = 8;

/// What a version of the policy asks. Of each list the first so many are admitted.
#[derive(Clone, Copy)]
pub(crate) struct Policy {
    pub(crate) version: u32,
    pub(crate) positions: &'static [&'static str],
    pub(crate) kinds: &'static [&'static str],
    pub(crate) regions: &'static [&'static str],
    /// The window, in seconds: from the first, and before the last.
    pub(crate) window: (i64, i64),
    pub(crate) hours: i64,
    /// So many places of the authority's quota may be taken.
    pub(crate) taken: i64,
}

impl Policy {
    pub(crate) const fn first() -> Self {
        Self {
            version: 1,
            positions: POSITIONS.split_at(16).0,
            kinds: KINDS.split_at(4).0,
            regions: REGIONS.split_at(12).0,
            window: (1_554_069_600, 1_556_661_600),
            hours: 8,
            taken: 4,
        }
    }

    /// The next version: fewer positions, all regions, more hours and a smaller quota.
    pub(crate) const fn second() -> Self {
        Self {
            version: 2,
            positions: POSITIONS.split_at(12).0,
            regions: REGIONS.as_slice(),
            hours: 16,
            taken: 3,
            ..Self::first()
        }
    }

    /// The window, as moments.
    pub(crate) fn window(&self) -> Range<Time> {
        let (from, until) = self.window;
        let [from, until] = [from, until].map(|seconds| Time::from_timestamp(seconds, 0).unwrap_or_default());
        from..until
    }

    /// The rule set that an officer writes.
    pub(crate) fn rule(&self, vocabulary: &Vocabulary) -> Outcome<RuleSet> {
        let Self { version, positions, kinds, regions, hours, taken, .. } = self;
        let Range { start: from, end: until } = self.window();
        let json = json!({ "id": "eligible", "version": version, "all": [
            { "id": "position", "fact": "applicant.position", "one_of": positions },
            { "id": "kind", "fact": "authority.kind", "one_of": kinds },
            { "id": "region", "fact": "authority.region", "one_of": regions },
            { "id": "window", "fact": "application.received",
              "within": { "from": from, "until": until } },
            { "id": "consent", "fact": "consent.given", "is": true },
            { "id": "new", "fact": "applicant.enrolled", "is": false },
            { "id": "attended", "fact": "attendance.hours", "at_least": hours },
            { "id": "quota", "fact": "authority.places_taken", "at_most": taken },
        ] });
        Ok(RuleSet::read(&json, vocabulary)?)
    }
}

/// The facts it reads.
pub(crate) fn vocabulary() -> Outcome<Vocabulary> {
    let fact = |key: &str, words: &str, kind: Json| {
        let Json::Object(mut fact) = kind else { return Json::Null };
        fact.insert("key".into(), key.into());
        fact.insert("label".into(), json!({ "en": words }));
        Json::Object(fact)
    };
    Ok(serde_json::from_value(json!({ "facts": [
        fact("applicant.position", "position", json!({ "type": "symbol", "codes": POSITIONS })),
        fact("authority.kind", "kind of authority", json!({ "type": "symbol", "codes": KINDS })),
        fact("authority.region", "region", json!({ "type": "symbol", "codes": REGIONS })),
        fact("application.received", "received", json!({ "type": "instant" })),
        fact("consent.given", "consent", json!({ "type": "boolean" })),
        fact("applicant.enrolled", "already enrolled", json!({ "type": "boolean" })),
        fact("attendance.hours", "hours attended", json!({ "type": "integer", "min": 0 })),
        fact("authority.places_taken", "places taken", json!({ "type": "integer", "min": 0 })),
    ] }))?)
}
