//! What the tests start from: people, authorities, records, and a practice brought to some stage.

use std::collections::BTreeMap;
use std::path::PathBuf;

use guildhall_civic::{Authority, AuthorityKey, PersonId};
use guildhall_kernel::{Aggregate, Id, Language, LocalisedText, RetentionClass, Slot, Time, Uuid};
use guildhall_practice::{
    Criterion, Practice, PracticeCommand, PracticeEvent, PracticeFacts, PracticeRefusal, Published, Record,
    RecordDefinition, Review, Reviewer, Score, practice_id,
};
use serde::Deserialize;

pub(crate) const OWNER: &str = "SI:fictitious:cvetni_brod";
pub(crate) const AUTHOR: &str = "SI:fictitious:zlati_brod";
pub(crate) const OTHER: &str = "SI:fictitious:brinovec";

pub(crate) fn key(text: &str) -> AuthorityKey {
    text.parse().unwrap()
}
pub(crate) fn language(tag: &str) -> Language {
    tag.parse().unwrap()
}
pub(crate) fn person(n: u128) -> PersonId {
    Id::new(Uuid::from_u128(n))
}
pub(crate) fn slot(n: u128, class: RetentionClass) -> Slot {
    Slot::new(Id::new(Uuid::from_u128(n)), class)
}
pub(crate) fn in_slovene(text: &str) -> LocalisedText {
    LocalisedText::new([(language("sl"), text)]).unwrap()
}

/// A complete record in Slovene, every text of it `words`, written by another authority than the owner.
pub(crate) fn definition(code: &str, words: &str) -> RecordDefinition {
    let text = serde_json::json!({ "sl": words });
    serde_json::from_value(serde_json::json!({
        "code": code,
        "source_language": "sl",
        "languages": ["sl"],
        "owners": [OWNER],
        "service_areas": ["town_centres", "culture"],
        "title": text,
        "summary": text,
        "situation": text,
        "actions": text,
        "transferability": text,
        "resources": {
            "description": text,
            "costs": [{ "purpose": text, "amount": { "amount": "12.50", "currency": "EUR" }, "recurrence": "yearly" }],
        },
        "timescale": { "period": { "from": "2016-03-01" }, "phases": text },
        "results": [{
            "statement": text,
            "indicator": {
                "name": text,
                "unit": text,
                "baseline": { "value": "4", "period": { "from": "2015-01-01", "until": "2015-12-31" } },
                "reached": { "value": "20", "period": { "from": "2018-01-01", "until": "2018-12-31" } },
            },
            "evidence": [
                { "source": "measurement", "title": text, "reference": words },
                { "source": { "evaluation": { "by": { "organisation": text } } }, "title": text, "reference": words },
            ],
        }],
        "lessons": [{ "kind": "failure", "text": text }],
        "origin": { "channel": "training_project", "name": text, "project": "innovative-measures", "funding": text, "authors": [AUTHOR] },
    }))
    .unwrap()
}
pub(crate) fn record(code: &str, words: &str) -> Record {
    Record::new(definition(code, words)).unwrap()
}
/// The same practice before it is complete.
pub(crate) fn incomplete(code: &str) -> Record {
    let definition = definition(code, "Nedokončano");
    Record::new(RecordDefinition { situation: None, results: Vec::new(), ..definition }).unwrap()
}

pub(crate) fn reviewer(n: u128, of: &str) -> Reviewer {
    Reviewer { person: person(n), of: [key(of)].into() }
}
pub(crate) fn review(reviewer: Reviewer) -> Review {
    let scores = BTreeMap::from([(Criterion::Relevance, Score::new(4).unwrap())]);
    Review { reviewer, scores, comment: None }
}

/// The base that every practice of the tests is kept in.
pub(crate) const BASE: Uuid = Uuid::from_u128(77);

/// The id of the practice with this code.
pub(crate) fn id(code: &str) -> Uuid {
    practice_id(BASE, &code.parse().unwrap()).uuid()
}
/// The practice with the code `a`, before anything is written.
pub(crate) fn empty() -> Practice {
    Practice::empty(id("a"))
}
pub(crate) fn draft(record: Record) -> PracticeCommand {
    PracticeCommand::Draft { base: BASE, record }
}

/// Decides and applies.
pub(crate) fn run(
    practice: &mut Practice,
    command: &PracticeCommand,
) -> Result<Vec<PracticeEvent>, PracticeRefusal> {
    let events = practice.decide(command, &PracticeFacts::default(), Time::UNIX_EPOCH)?;
    events.iter().for_each(|event| practice.apply(event));
    Ok(events)
}

/// The steps from a record to a version.
pub(crate) fn to_publication(record: Record) -> [PracticeCommand; 4] {
    [
        draft(record),
        PracticeCommand::Submit { by: person(1), contact: None },
        PracticeCommand::Review(review(reviewer(2, OTHER))),
        PracticeCommand::Publish,
    ]
}

/// A practice whose first version is this record.
pub(crate) fn published(record: Record) -> Practice {
    let mut practice = Practice::empty(id(record.code().as_str()));
    for command in &to_publication(record) {
        run(&mut practice, command).unwrap();
    }
    practice
}
/// The one version of a practice that was published once.
pub(crate) fn version(practice: &Practice) -> &Published {
    practice.current().unwrap()
}

/// The practices and their owners that the example of the city managers comes with.
pub(crate) fn bundled() -> (Vec<Record>, Vec<Authority>) {
    #[derive(Deserialize)]
    struct Owners {
        authority: Vec<Authority>,
    }
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples/data/city_managers");
    // The owners lie beside the records or one folder up, where the other authorities are.
    let beside = folder.join("practices/owners.toml");
    let owners = if beside.exists() { beside.clone() } else { folder.join("practice_owners.toml") };
    let owners: Owners = toml::from_str(&std::fs::read_to_string(owners).unwrap()).unwrap();
    let mut records = Vec::new();
    for entry in std::fs::read_dir(folder.join("practices")).unwrap() {
        let path = entry.unwrap().path();
        if path != beside {
            let text = std::fs::read_to_string(&path).unwrap();
            records.push(toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())));
        }
    }
    (records, owners.authority)
}
