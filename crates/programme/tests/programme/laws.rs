//! The laws of the contract (C1, C3, C4, C5, C6, C8); C2 stands with the state machines.

use std::collections::BTreeSet;

use guildhall_conformance::laws;
use guildhall_kernel::memory::Memory;
use guildhall_kernel::{Aggregate, Commit, CommitId, Loaded, Uuid};
use guildhall_programme::strategies as any;
use guildhall_programme::*;
use guildhall_rules::RuleRef;
use proptest::arbitrary::any as arbitrary;
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, TestCaseError, prop_assert, prop_assert_eq, prop_oneof, proptest};

use crate::common::{
    PROGRAMME, edition_uuid, june, noon, offered, plan, programme_id, run, text, vocabulary,
    written_programme,
};

fn code() -> ProgrammeCode {
    "city-managers".parse().unwrap()
}

/// Versions drafted, approved as they were written and offered, and then anything at all.
fn programme_events() -> impl Strategy<Value = Vec<ProgrammeEvent>> {
    let drafts = vec((any::programme_definition(code()), any::programme_version()), 0..4);
    (drafts, vec(any::programme_event(code()), 0..10)).prop_map(|(drafts, rest)| {
        let mut version = ProgrammeVersion::FIRST;
        let mut events = Vec::new();
        for (definition, offered) in drafts {
            let rule = &definition.target;
            let target = RuleRef::new(rule.id().clone(), rule.version(), "00".repeat(32).parse().unwrap());
            let definition = Box::new(definition);
            events.push(ProgrammeEvent::Drafted { version, definition });
            events.push(ProgrammeEvent::Approved { version, target });
            events.push(ProgrammeEvent::Offered { version: offered });
            version = version.next();
        }
        events.extend(rest);
        events
    })
}

/// A plan, mostly made public, and then anything at all.
fn edition_events() -> impl Strategy<Value = Vec<EditionEvent>> {
    let definition = any::edition_definition(code(), EditionNumber::FIRST, vec!["a".parse().unwrap()]);
    definition.prop_flat_map(|definition| {
        let codes: Vec<SessionCode> =
            definition.sessions.iter().map(|session| session.code.clone()).collect();
        let first = match definition.period.from() {
            guildhall_kernel::Local::Day(day) => day,
            guildhall_kernel::Local::At(at) => at.date(),
        };
        let moved = (proptest::sample::select(codes.clone()), any::session_time(first, 12))
            .prop_map(|(session, time)| EditionEvent::SessionMoved { session, time, place: None });
        let rest = prop_oneof![2 => any::edition_event(programme_id(), codes), 1 => moved];
        (Just(definition), arbitrary::<[bool; 2]>(), vec(rest, 0..14)).prop_map(
            |(definition, [begins, public], rest)| {
                let (programme, version) = (programme_id(), ProgrammeVersion::FIRST);
                let planned = EditionEvent::Planned { programme, version, definition: Box::new(definition) };
                let begins = if begins { vec![planned] } else { vec![] };
                let public = if public { vec![EditionEvent::Announced] } else { vec![] };
                begins.into_iter().chain(public).chain(rest).collect()
            },
        )
    })
}

fn state<A: Aggregate>(id: Uuid, events: &[A::Event]) -> A {
    let mut state = A::empty(id);
    events.iter().for_each(|event| state.apply(event));
    state
}

fn in_batches<E>(events: Vec<E>, size: usize) -> Vec<Vec<E>> {
    let mut batches = vec![vec![]];
    for event in events {
        if batches.last().unwrap().len() == size {
            batches.push(vec![]);
        }
        batches.last_mut().unwrap().push(event);
    }
    batches
}

proptest! {
    #[test]
    fn c1_apply_takes_any_events_of_a_programme(events in programme_events()) {
        laws::total::<Programme>(PROGRAMME, &events).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn c1_apply_takes_any_events_of_an_edition(events in edition_events()) {
        laws::total::<Edition>(edition_uuid(), &events).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn c3_replay_equals_incremental_for_a_programme(events in programme_events(), size in 1..4usize) {
        laws::replay::<Programme>(PROGRAMME, PROGRAMME, in_batches(events, size)).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn c3_replay_equals_incremental_for_an_edition(events in edition_events(), size in 1..4usize) {
        let id = edition_uuid();
        laws::replay::<Edition>(id, id, in_batches(events, size)).map_err(TestCaseError::fail)?;
    }

    /// Events, and every state that any events lead to: so no such state is taken for unsound.
    #[test]
    fn c4_programmes_survive(events in programme_events()) {
        for event in &events {
            laws::event_survives(event).map_err(TestCaseError::fail)?;
            laws::survives(event).map_err(TestCaseError::fail)?;
        }
        laws::survives(&state::<Programme>(PROGRAMME, &events)).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn c4_editions_survive(events in edition_events()) {
        for event in &events {
            laws::event_survives(event).map_err(TestCaseError::fail)?;
            laws::survives(event).map_err(TestCaseError::fail)?;
        }
        laws::survives(&state::<Edition>(edition_uuid(), &events)).map_err(TestCaseError::fail)?;
    }

    /// Definitions survive TOML too: what an officer wrote can be written down again.
    #[test]
    fn c4_definitions_survive_toml(
        programme in any::programme_definition(code()),
        edition in any::edition_definition(code(), EditionNumber::FIRST, vec![]),
    ) {
        let written = toml::to_string(&programme).unwrap();
        prop_assert_eq!(&toml::from_str::<ProgrammeDefinition>(&written).unwrap(), &programme);
        let written = toml::to_string(&edition).unwrap();
        prop_assert_eq!(&toml::from_str::<EditionDefinition>(&written).unwrap(), &edition);
        let plan = EditionCommand::Plan { version: ProgrammeVersion::FIRST, definition: Box::new(edition) };
        laws::survives(&plan).map_err(TestCaseError::fail)?;
        laws::survives(&ProgrammeCommand::Draft { definition: Box::new(programme) }).map_err(TestCaseError::fail)?;
    }

    /// One fault put into a sound definition is refused by both formats.
    #[test]
    fn c6_a_definition_with_a_fault_is_not_read(
        mut programme in any::written_programme(code()),
        mut edition in any::written_edition(code(), EditionNumber::FIRST, vec![]),
        which in 0..5usize,
    ) {
        match which {
            0 => programme.languages.push(programme.languages[0].clone()),
            1 => programme.partners.push(programme.partners[0].clone()),
            2 => programme.curriculum.modules.push(programme.curriculum.modules[0].clone()),
            3 => programme.predecessor = Some(programme.code.clone()),
            _ => programme.partners.clear(),
        }
        prop_assert!(ProgrammeDefinition::try_from(programme.clone()).is_err());
        laws::refuses::<ProgrammeDefinition>(&serde_json::to_string(&programme).unwrap())
            .map_err(TestCaseError::fail)?;
        match which {
            0 => edition.sessions.push(edition.sessions[0].clone()),
            1 => (edition.sessions[0].on, edition.sessions[0].from) = (None, None),
            2 => (edition.sessions[0].on, edition.sessions[0].until) = (Some(june(1)), Some(june(1).into())),
            3 => (edition.sessions[0].on, edition.sessions[0].until) = (None, None),
            _ => {
                edition.sessions[0].kind = SessionKind::Online;
                edition.sessions[0].place = Some(Place { name: text("Castle"), town: None, address: None });
            }
        }
        prop_assert!(EditionDefinition::try_from(edition.clone()).is_err());
        laws::refuses::<EditionDefinition>(&serde_json::to_string(&edition).unwrap())
            .map_err(TestCaseError::fail)?;
    }
}

/// Events out of place change nothing: a store that was written to past the rules still loads.
#[test]
fn c1_events_that_make_no_sense_are_passed_over() {
    let store = Memory::default();
    let vocabulary = vocabulary();
    let programme = offered(&store);
    let facts = EditionFacts { programme: &programme };
    let cancel = EditionCommand::CancelSession { session: "s".parse().unwrap() };
    let steps = [plan(), EditionCommand::Announce, cancel].map(|command| (command, noon(1)));
    let announced = run::<Edition>(&store, edition_uuid(), &facts, steps);

    let mut other = written_programme();
    other.purpose = text("Something else");
    let (first, second) = (ProgrammeVersion::FIRST, ProgrammeVersion::FIRST.next());
    let facts = ProgrammeFacts { vocabulary: &vocabulary };
    let next = [
        ProgrammeCommand::Draft { definition: Box::new(other.try_into().unwrap()) },
        ProgrammeCommand::Approve { version: second },
        ProgrammeCommand::Offer { version: second },
    ];
    let replaced = run::<Programme>(&store, PROGRAMME, &facts, next.map(|command| (command, noon(1))));
    let target = replaced.target(first).unwrap().clone();
    for event in [
        ProgrammeEvent::Offered { version: first },
        ProgrammeEvent::Offered { version: second.next() },
        ProgrammeEvent::Approved { version: second.next(), target },
        ProgrammeEvent::Drafted { version: second, definition: Box::new(named("city-managers")) },
        ProgrammeEvent::Drafted { version: second.next(), definition: Box::new(named("mayors")) },
    ] {
        let mut state = replaced.state().clone();
        state.apply(&event);
        assert_eq!(&state, replaced.state(), "{event:?}");
    }

    let moved = |session: &str, first, place| {
        let time = SessionTime::new(june(first), june(first)).unwrap();
        EditionEvent::SessionMoved { session: session.parse().unwrap(), time, place }
    };
    let castle = Place { name: text("Castle"), town: None, address: None };
    let definition = Box::new(announced.definition().unwrap().clone());
    for event in [
        EditionEvent::Planned { programme: programme_id(), version: second, definition },
        EditionEvent::Finished,
        moved("s", 12, None),
        moved("t", 12, Some(castle)),
        moved("t", 21, None),
        moved("v", 12, None),
        EditionEvent::SessionCancelled { session: "s".parse().unwrap() },
    ] {
        let mut state = announced.state().clone();
        state.apply(&event);
        assert_eq!(&state, announced.state(), "{event:?}");
    }

    let mut written = crate::common::written_edition();
    written.sessions.clear();
    let definition = Box::new(EditionDefinition::try_from(written).unwrap());
    let bare = EditionEvent::Planned { programme: programme_id(), version: first, definition };
    let planned = state::<Edition>(edition_uuid(), std::slice::from_ref(&bare));
    assert_eq!(state::<Edition>(edition_uuid(), &[bare, EditionEvent::Announced]), planned);
}

/// States that no events lead to, each one step away from one that some do.
#[test]
fn c6_a_state_without_a_history_is_not_read() {
    let store = Memory::default();
    let programme = offered(&store);
    let sound = serde_json::to_value(programme.state()).unwrap();
    assert!(serde_json::from_value::<Programme>(sound.clone()).is_ok());
    let mut other = serde_json::to_value(named("mayors")).unwrap();
    for (pointer, value) in [
        ("/offered", 2.into()),
        ("/retired", true.into()),
        ("/draft", other.take()),
        ("/approved/0/target/version", 2.into()),
        ("/approved/0/target/id", "another-rule".into()),
    ] {
        let mut unsound = sound.clone();
        *unsound.pointer_mut(pointer).unwrap() = value;
        let refusal = laws::refuses::<Programme>(&unsound.to_string()).unwrap();
        assert!(refusal.contains("no history leads to this state of a programme"), "{pointer}: {refusal}");
    }

    let facts = EditionFacts { programme: &programme };
    let edition = run::<Edition>(
        &store,
        edition_uuid(),
        &facts,
        [(plan(), noon(1)), (EditionCommand::Announce, noon(1))],
    );
    let sound = serde_json::to_value(edition.state()).unwrap();
    assert!(serde_json::from_value::<Edition>(sound.clone()).is_ok());
    let outside =
        serde_json::json!({ "from": "2019-06-09", "until": "2019-06-11", "zone": "Europe/Ljubljana" });
    let abroad = serde_json::json!({ "from": "2019-06-11", "until": "2019-06-11", "zone": "Europe/Vienna" });
    let mixed = serde_json::json!({ "from": "2019-06-11", "until": "2019-06-11T12:00:00", "zone": "Europe/Ljubljana" });
    for (pointer, value) in [
        ("/id", Uuid::from_u128(9).to_string().into()),
        ("/plan/definition/number", 2.into()),
        ("/plan/status", "cancelled".into()),
        ("/plan/notice", serde_json::json!({ "en": "Too few" })),
        ("/plan/sessions", serde_json::json!([])),
        ("/plan/sessions/0/code", "v".into()),
        ("/plan/sessions/0/id", Uuid::from_u128(9).to_string().into()),
        ("/plan/sessions/0/cancelled", true.into()),
    ] {
        let mut unsound = sound.clone();
        *unsound.pointer_mut(pointer).unwrap() = value;
        let refusal = laws::refuses::<Edition>(&unsound.to_string()).unwrap();
        assert!(refusal.contains("no history leads to this state of an edition"), "{pointer}: {refusal}");
    }
    for window in [outside, abroad, mixed] {
        let mut unsound = sound.clone();
        unsound["plan"]["sessions"][0]["sequence"] = 1.into();
        assert!(serde_json::from_value::<Edition>(unsound.clone()).is_ok());
        unsound["plan"]["sessions"][0]["window"] = window;
        laws::refuses::<Edition>(&unsound.to_string()).unwrap();
    }
    let mut unsound = sound.clone();
    unsound["plan"]["sessions"][0]["sequence"] = 1.into();
    unsound["plan"]["status"] = "planned".into();
    laws::refuses::<Edition>(&unsound.to_string()).unwrap();
    let mut unsound = sound.clone();
    unsound["plan"]["sessions"] = serde_json::json!([]);
    unsound["plan"]["definition"]["sessions"] = serde_json::json!([]);
    laws::refuses::<Edition>(&unsound.to_string()).unwrap();
    unsound["plan"]["status"] = "planned".into();
    assert!(serde_json::from_value::<Edition>(unsound).is_ok());
    let mut unsound = sound;
    unsound["plan"]["sessions"][1]["sequence"] = 1.into();
    unsound["plan"]["sessions"][1]["place"] = serde_json::json!({ "name": { "en": "Castle" } });
    laws::refuses::<Edition>(&unsound.to_string()).unwrap();
}

fn named(code: &str) -> ProgrammeDefinition {
    WrittenProgramme { code: code.parse().unwrap(), ..written_programme() }.try_into().unwrap()
}

/// This room knows no person, so no canary can be planted. What guards it instead: every text that
/// its events can carry is on this list of what officers publish, and an addition has to be thought
/// about here.
#[test]
fn c5_events_carry_published_texts_only() {
    let mut texts = BTreeSet::new();
    let schemas = [schemars::schema_for!(ProgrammeEvent), schemars::schema_for!(EditionEvent)];
    for schema in schemas {
        let schema = serde_json::to_value(schema).unwrap();
        // The rules' own schema describes a language, whose texts are labels of rules.
        let definitions = schema["$defs"].as_object().unwrap();
        let own = |name: &str| !["Clause", "Definition", "Literal"].contains(&name);
        let roots = definitions.iter().filter(|(name, _)| own(name)).map(|(_, schema)| schema);
        roots.chain([&schema["oneOf"]]).for_each(|root| fields_with_text(root, &mut texts));
    }
    let published = ["activities", "address", "modelled_on", "name", "notice", "purpose", "title", "town"]
        .map(str::to_owned);
    assert_eq!(texts, BTreeSet::from(published));
}

/// Collects the names of fields that hold free text: text in languages, or a bare string without a
/// pattern or format, whatever list or option they are wrapped in.
fn fields_with_text(schema: &serde_json::Value, found: &mut BTreeSet<String>) {
    let codes = ["Language", "Partner", "Party", "RuleId", "RuleHash", "AuthorityKey", "OrganisationCode"];
    if let Some(properties) = schema["properties"].as_object() {
        for (name, property) in properties {
            if property["properties"].is_object() {
                continue;
            }
            let text = property.to_string();
            let localised =
                text.contains("LocalisedText") || text.contains("additionalProperties\":{\"type\":\"string");
            let bare =
                property["type"] == "string" || property["type"] == serde_json::json!(["string", "null"]);
            let coded = ["pattern", "format", "enum", "const"].iter().any(|key| !property[key].is_null())
                || codes.iter().any(|code| text.contains(code))
                || name == "zone";
            if localised || bare && !coded {
                found.insert(name.clone());
            }
        }
    }
    match schema {
        serde_json::Value::Object(fields) => fields.values().for_each(|field| fields_with_text(field, found)),
        serde_json::Value::Array(items) => items.iter().for_each(|item| fields_with_text(item, found)),
        _ => {}
    }
}

/// An edition's every decision reads its programme.
#[test]
fn c8_the_programme_moved_is_a_conflict() {
    let now = noon(1);
    let fresh = || {
        let store = Memory::default();
        offered(&store);
        store
    };
    let commit = |edition: &Loaded<Edition>, store: &Memory, command: &EditionCommand| {
        let programme = Loaded::<Programme>::read(store, PROGRAMME, PROGRAMME).unwrap();
        let staged = edition.decide(command, &EditionFacts { programme: &programme }, now).unwrap();
        Commit::new(CommitId::new(Uuid::from_u128(99)), now, None).with(&staged).unwrap()
    };
    let consulted = [offered(&Memory::default()).stream().clone()];
    let empty = || Loaded::<Edition>::new(edition_uuid(), edition_uuid());
    laws::every_read_conflicts(fresh, |store| commit(&empty(), store, &plan()), &consulted).unwrap();

    let planned = || {
        let store = fresh();
        let programme = Loaded::<Programme>::read(&store, PROGRAMME, PROGRAMME).unwrap();
        run::<Edition>(&store, edition_uuid(), &EditionFacts { programme: &programme }, [(plan(), now)]);
        store
    };
    let announce = |store: &Memory| {
        let edition = Loaded::<Edition>::read(store, edition_uuid(), edition_uuid()).unwrap();
        commit(&edition, store, &EditionCommand::Announce)
    };
    laws::every_read_conflicts(planned, announce, &consulted).unwrap();
}

/// A programme consults no stream: the vocabulary is the software's.
#[test]
fn c8_a_programme_reads_nothing_but_itself() {
    let draft = |_: &Memory| {
        let vocabulary = vocabulary();
        let command = ProgrammeCommand::Draft { definition: Box::new(named("city-managers")) };
        let staged = Loaded::<Programme>::new(PROGRAMME, PROGRAMME)
            .decide(&command, &ProgrammeFacts { vocabulary: &vocabulary }, noon(1))
            .unwrap();
        Commit::new(CommitId::new(Uuid::from_u128(99)), noon(1), None).with(&staged).unwrap()
    };
    laws::every_read_conflicts(Memory::default, draft, &[]).unwrap();
}
