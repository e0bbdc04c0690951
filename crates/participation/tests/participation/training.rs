//! What the tests of taking part stand on: the training for city managers and its first edition.

use guildhall_kernel::chrono::NaiveDate;
use guildhall_kernel::memory::Memory;
use guildhall_kernel::{Aggregate, Commit, CommitId, Loaded, Store, Time, Uuid};
use guildhall_programme::{
    Edition, EditionCommand, EditionDefinition, EditionFacts, EditionNumber, EditionStatus, ModuleCode,
    Programme, ProgrammeCommand, ProgrammeDefinition, ProgrammeFacts, ProgrammeVersion, edition_id,
};
use guildhall_rules::Vocabulary;

/// The modules, in their order.
pub(crate) const MODULES: [&str; 4] = ["model", "strategy", "innovation", "communication"];

const PROGRAMME: &str = r#"
    code = "city-managers"
    title = { en = "Training for city managers" }
    purpose = { en = "Town centres that live" }
    languages = ["sl"]
    delivery = "online"
    partners = [{ party = { organisation = "training-agency" }, role = "implementer" }]
    target = { id = "may-come", version = 1, fact = "applicant.is_city_manager", is = true }
    curriculum.modules = [
        { code = "model", title = { en = "The model" } },
        { code = "strategy", title = { en = "Strategy" } },
        { code = "innovation", title = { en = "Innovation" } },
        { code = "communication", title = { en = "Communication" } },
    ]
"#;

const EDITION: &str = r#"
    programme = "city-managers"
    number = 1
    delivery = "online"
    period = { from = "2019-05-13", until = "2019-06-13", zone = "Europe/Ljubljana" }
    sessions = [{ code = "work", kind = "online", title = { en = "Work" }, from = "2019-05-13", until = "2019-06-09" }]
"#;

pub(crate) fn at(text: &str) -> Time {
    text.parse().unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn module(code: &str) -> ModuleCode {
    code.parse().unwrap()
}

/// Decides, commits, applies.
pub(crate) fn carry_out<A: Aggregate>(
    store: &Memory,
    loaded: &mut Loaded<A>,
    command: &A::Command,
    facts: &A::Facts<'_>,
    now: Time,
) -> Result<(), A::Refusal> {
    let staged = loaded.decide(command, facts, now)?;
    let name = format!("{} {}", loaded.stream(), loaded.version());
    let id = CommitId::derived(loaded.stream().id(), name.as_bytes());
    let receipt = store.commit(&Commit::new(id, now, None).with(&staged).unwrap()).unwrap();
    loaded.apply(&staged, &receipt).unwrap();
    Ok(())
}

/// The programme on offer, and its first edition as far as `status` says.
pub(crate) fn training(store: &Memory, status: EditionStatus) -> (Loaded<Programme>, Loaded<Edition>) {
    let id = Uuid::from_u128(1);
    let mut programme = Loaded::<Programme>::new(id, id);
    let definition: ProgrammeDefinition = toml::from_str(PROGRAMME).unwrap();
    let vocabulary: Vocabulary = toml::from_str(
        r#"facts = [{ key = "applicant.is_city_manager", type = "boolean", label = { en = "is one" } }]"#,
    )
    .unwrap();
    let version = ProgrammeVersion::new(std::num::NonZeroU32::MIN);
    let facts = ProgrammeFacts { vocabulary: &vocabulary };
    let before = at("2019-03-01T12:00:00Z");
    for command in [
        ProgrammeCommand::Draft { definition: Box::new(definition) },
        ProgrammeCommand::Approve { version },
        ProgrammeCommand::Offer { version },
    ] {
        carry_out(store, &mut programme, &command, &facts, before).unwrap();
    }

    let definition: EditionDefinition = toml::from_str(EDITION).unwrap();
    let number: EditionNumber = definition.number;
    let id = edition_id(programme.id(), number).uuid();
    let mut edition = Loaded::<Edition>::new(id, id);
    let plan = EditionCommand::Plan { version, definition: Box::new(definition) };
    let notice = toml::from_str("en = \"It does not take place\"").unwrap();
    let steps = [
        (plan, "2019-03-01T12:00:00Z"),
        (EditionCommand::Announce, "2019-03-01T12:00:00Z"),
        (EditionCommand::Begin, "2019-05-13T12:00:00Z"),
        (EditionCommand::Finish, "2019-06-14T12:00:00Z"),
    ];
    let cancel = (EditionCommand::Cancel { notice }, "2019-05-20T12:00:00Z");
    let steps: Vec<_> = match status {
        EditionStatus::Planned => steps.into_iter().take(1).collect(),
        EditionStatus::Announced => steps.into_iter().take(2).collect(),
        EditionStatus::Running => steps.into_iter().take(3).collect(),
        EditionStatus::Finished => steps.into_iter().collect(),
        EditionStatus::Cancelled => steps.into_iter().take(3).chain([cancel]).collect(),
    };
    for (command, now) in steps {
        let facts = EditionFacts { programme: &programme };
        carry_out(store, &mut edition, &command, &facts, at(now)).unwrap();
    }
    assert_eq!(edition.status(), Some(status));
    (programme, edition)
}
