//! The laws of the kernel, held by the practice room: C1 to C6 and C8.

use guildhall_conformance::laws::{self, Broken};
use guildhall_kernel::memory::Memory;
use guildhall_kernel::{
    Aggregate, Commit, Id, Loaded, RetentionClass, Slot, Staged, Store, StreamId, Time, Uuid,
};
use guildhall_practice::{
    ArchiveGround, Citation, HandbookDefinition, Practice, PracticeCode, PracticeCommand, PracticeEvent,
    PracticeFacts, Record, Reviewer, Score, Stage, VersionNumber, strategies,
};
use proptest::prelude::*;

use crate::given::{self, BASE, OTHER, OWNER};

fn events() -> impl Strategy<Value = Vec<PracticeEvent>> {
    let records = vec![given::record("a", "Prva"), given::record("a", "Druga"), given::record("b", "Tuja")];
    let people = (1..4).map(given::person).collect();
    let authorities = vec![given::key(OWNER), given::key(OTHER)];
    prop::collection::vec(strategies::event_among(given::BASE, records, people, authorities), 0..24)
}

fn commands() -> impl Strategy<Value = Vec<PracticeCommand>> {
    let records = vec![given::record("a", "Prva"), given::record("a", "Druga"), given::incomplete("a")];
    let people = (1..4).map(given::person).collect();
    let authorities = vec![given::key(OWNER), given::key(OTHER)];
    prop::collection::vec(strategies::command_among(given::BASE, records, people, authorities), 0..40)
}

fn held(result: Result<(), Broken>) -> Result<(), TestCaseError> {
    result.map_err(|broken| TestCaseError::fail(broken.to_string()))
}

proptest! {
    #[test]
    fn c1_apply_takes_any_events(events in events()) {
        held(laws::total::<Practice>(given::id("a"), &events))?;
    }

    /// A valid state is one that a caller's own table may hold: it is read back by the checking constructor.
    #[test]
    fn c2_decided_events_leave_a_valid_state(commands in commands()) {
        let mut practice = given::empty();
        for command in &commands {
            let before = practice.clone();
            match given::run(&mut practice, command) {
                Ok(events) => {
                    prop_assert_eq!(events.is_empty(), practice == before, "{:?} passed over {:?}", before, events);
                    let kept = serde_json::to_string(&practice).unwrap();
                    prop_assert_eq!(serde_json::from_str::<Practice>(&kept).unwrap(), practice.clone());
                }
                Err(_) => prop_assert_eq!(&practice, &before),
            }
        }
    }

    #[test]
    fn c3_replay_equals_incremental(batches in prop::collection::vec(events(), 0..4)) {
        held(laws::replay::<Practice>(BASE, given::id("a"), batches))?;
    }

    #[test]
    fn c4_what_is_persisted_survives(
        record in strategies::record(),
        events in events(),
        citation in strategies::citation(),
    ) {
        held(laws::survives(&record))?;
        held(laws::survives(&citation))?;
        let written = toml::to_string(&record).unwrap();
        prop_assert_eq!(toml::from_str::<Record>(&written).unwrap(), record);
        let mut practice = given::empty();
        for event in &events {
            held(laws::event_survives(event))?;
            practice.apply(event);
        }
        held(laws::survives(&practice))?;
    }
}

#[test]
fn c4_commands_survive() {
    let free_text = given::slot(3, RetentionClass::FreeText);
    let contact = given::slot(4, RetentionClass::Contact);
    let by = given::reviewer(2, OTHER);
    let [draft, submit, review, publish] = given::to_publication(given::record("a", "Prva"));
    for command in [
        draft,
        submit,
        PracticeCommand::Submit { by: given::person(1), contact: Some(contact) },
        PracticeCommand::AskForInformation { reviewer: by.clone(), questions: free_text },
        review,
        publish,
        PracticeCommand::Decline { reviewer: by, reason: free_text },
        PracticeCommand::Archive { ground: ArchiveGround::Outdated },
        PracticeCommand::Archive { ground: ArchiveGround::ReplacedBy(Id::new(BASE)) },
    ] {
        laws::survives(&command).unwrap();
    }
}

/// Contacts, questions, comments and reasons are what people write: none of it is in an event, an
/// error or `Debug`, all of it in slots.
#[test]
fn c5_what_people_write_stays_in_slots() {
    const CONTACT: &str = "Kanarčkova Ana, ana@primer.example";
    const QUESTIONS: &str = "Kanarček sprašuje, kdo je plačal";
    const COMMENT: &str = "Kanarček meni, da je to odlično";
    const REASON: &str = "Kanarček odklanja zaradi napak";
    let store = Memory::default();
    let record = given::record("a", "Prva");
    let reviewer = given::reviewer(2, OTHER);
    let mut practice = Loaded::<Practice>::new(BASE, given::id("a"));
    let mut n = 100;
    let mut take =
        |practice: &mut Loaded<Practice>, command: &PracticeCommand, written: Option<(Slot, &str)>| {
            n += 1;
            let staged = practice.decide(command, &PracticeFacts::default(), Time::UNIX_EPOCH).unwrap();
            let mut commit =
                Commit::new(Id::new(Uuid::from_u128(n)), Time::UNIX_EPOCH, None).with(&staged).unwrap();
            if let Some((slot, content)) = written {
                commit = commit.private(slot, content).unwrap();
                laws::commit_keeps_quiet(&[content], &commit).unwrap();
            }
            practice.apply(&staged, &store.commit(&commit).unwrap()).unwrap();
            laws::keeps_quiet(&[CONTACT, QUESTIONS, COMMENT, REASON], &*practice).unwrap();
        };
    let draft = |words| given::draft(given::record("a", words));
    let contact = given::slot(1, RetentionClass::Contact);
    let submit = PracticeCommand::Submit { by: given::person(1), contact: Some(contact) };
    let questions = given::slot(2, RetentionClass::FreeText);
    let ask = PracticeCommand::AskForInformation { reviewer: reviewer.clone(), questions };
    let comment = given::slot(3, RetentionClass::FreeText);
    let mut review = given::review(reviewer.clone());
    review.comment = Some(comment);
    let reason = given::slot(4, RetentionClass::FreeText);

    take(&mut practice, &given::draft(record), None);
    take(&mut practice, &submit, Some((contact, CONTACT)));
    take(&mut practice, &ask, Some((questions, QUESTIONS)));
    take(&mut practice, &draft("Druga"), None);
    take(&mut practice, &PracticeCommand::Submit { by: given::person(1), contact: None }, None);
    take(&mut practice, &PracticeCommand::Review(review), Some((comment, COMMENT)));
    take(&mut practice, &PracticeCommand::Decline { reviewer, reason }, Some((reason, REASON)));
    assert_eq!(practice.editorial_stage(), Stage::Declined);
    assert_eq!((practice.contact(), practice.answer()), (Some(contact), Some(reason)));
}

#[test]
fn c6_deserialising_refuses_what_constructors_refuse() {
    for json in [r#""A b""#, r#""-a""#, r#""""#] {
        laws::refuses::<PracticeCode>(json).unwrap();
    }
    for json in [r#""a""#, r#""a@0""#, r#""a@01""#] {
        laws::refuses::<Citation>(json).unwrap();
    }
    laws::refuses::<VersionNumber>("0").unwrap();
    for json in ["0", "6"] {
        laws::refuses::<Score>(json).unwrap();
    }
    let written = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut value = serde_json::to_value(given::record("a", "Prva")).unwrap();
        change(&mut value);
        value.to_string()
    };
    let said = laws::refuses::<Record>(&written(&|value| {
        value["languages"] = serde_json::json!(["en"]);
        value["title"]["sl"] = "x".repeat(101).into();
    }))
    .unwrap();
    assert!(said.contains("source_language: the source language `sl` is not listed"), "{said}");
    assert!(said.contains("title: the title in `sl` has 101 characters, 100 are allowed"), "{said}");
    laws::refuses::<Record>(&written(&|value| value["grade"] = "measured".into())).unwrap();
    laws::refuses::<Record>(&written(&|value| value["results"][0]["grade"] = "measured".into())).unwrap();
    laws::refuses::<Record>(&written(&|value| value["results"][0]["evidence"][0]["reference"] = " ".into()))
        .unwrap();
    laws::refuses::<Record>(&written(&|value| value["results"][0]["evidence"][0]["sha256"] = "ab".into()))
        .unwrap();
    laws::refuses::<HandbookDefinition>(
        r#"{"title":{"sl":"a"},"publisher":{"sl":"a"},"issued":"2019-06-13","practices":["a"]}"#,
    )
    .unwrap();
}

/// A state that no history leads to is refused when it is read from a caller's table.
#[test]
fn c6_a_kept_state_is_checked() {
    let practice = given::published(given::record("a", "Prva"));
    let kept = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut value = serde_json::to_value(&practice).unwrap();
        change(&mut value);
        laws::refuses::<Practice>(&value.to_string()).unwrap()
    };
    let said = kept(&|value| value["versions"][0]["version"] = 2.into());
    assert!(said.contains("not numbered from 1 on"), "{said}");
    let said = kept(&|value| value["versions"][0]["reviews"] = serde_json::json!([]));
    assert!(said.contains("published without a review"), "{said}");
    for base in [serde_json::Value::Null, Uuid::from_u128(78).to_string().into()] {
        let said = kept(&|value| value["base"] = base.clone());
        assert!(said.contains("not the one that its base and its code give"), "{said}");
    }
    let said = kept(&|value| value["versions"][0]["record"]["code"] = "b".into());
    assert!(said.contains("another code"), "{said}");
    let changes: [&dyn Fn(&mut serde_json::Value); 5] = [
        &|value| value["stage"] = "reviewed".into(),
        &|value| value["stage"] = "unwritten".into(),
        &|value| value["stage"] = "archived".into(),
        &|value| value["text"]["title"]["sl"] = "Neobjavljeno".into(),
        &|value| value["versions"] = serde_json::json!([]),
    ];
    for change in changes {
        let said = kept(change);
        assert!(said.contains("the stage contradicts"), "{said}");
    }
}

/// Something done to a state as it is kept.
type Change<'a> = &'a dyn Fn(&mut serde_json::Value);

/// The conditions of a stage hold for what is read too, whoever wrote it.
#[test]
fn c6_a_kept_state_meets_the_conditions_of_its_stage() {
    let mut practice = given::empty();
    for command in &given::to_publication(given::record("a", "Prva"))[..2] {
        given::run(&mut practice, command).unwrap();
    }
    let submitted = serde_json::to_value(&practice).unwrap();
    given::run(&mut practice, &given::to_publication(given::record("a", "Prva"))[2]).unwrap();
    let reviewed = serde_json::to_value(&practice).unwrap();
    let published = serde_json::to_value(given::published(given::record("a", "Prva"))).unwrap();
    let said = |state: &serde_json::Value, change: Change<'_>| {
        let mut value = state.clone();
        change(&mut value);
        laws::refuses::<Practice>(&value.to_string()).unwrap()
    };
    let nobody: Change<'_> = &|value| value["submitted_by"] = serde_json::Value::Null;
    let lacking: Change<'_> = &|value| value["text"]["results"] = serde_json::json!([]);
    for state in [&submitted, &reviewed] {
        for change in [nobody, lacking] {
            let said = said(state, change);
            assert!(said.contains("not complete, or nobody submitted it"), "{said}");
        }
    }
    let said_of_published = said(&published, nobody);
    assert!(said_of_published.contains("nobody submitted it"), "{said_of_published}");
    let own = serde_json::to_value(given::person(1)).unwrap();
    let changes: [(&serde_json::Value, Change<'_>); 6] = [
        (&reviewed, &|value| value["reviews"][0]["reviewer"]["of"] = serde_json::json!([OWNER])),
        (&reviewed, &|value| value["reviews"][0]["reviewer"]["person"] = own.clone()),
        (&reviewed, &|value| value["reviews"][0]["scores"] = serde_json::json!({})),
        (&reviewed, &|value| {
            let first = value["reviews"][0].clone();
            value["reviews"].as_array_mut().unwrap().push(first);
        }),
        (&published, &|value| {
            value["versions"][0]["reviews"][0]["reviewer"]["of"] = serde_json::json!([OWNER]);
        }),
        (&published, &|value| value["versions"][0]["reviews"][0]["reviewer"]["person"] = own.clone()),
    ];
    for (state, change) in changes {
        let said = said(state, change);
        assert!(said.contains("a review does not count"), "{said}");
    }
    let answered = said(&submitted, &|value| {
        value["answer"] = serde_json::to_value(given::slot(5, RetentionClass::FreeText)).unwrap();
    });
    assert!(answered.contains("the stage contradicts"), "{answered}");
}

/// Archiving in favour of another practice looks at that practice.
#[test]
fn c8_the_successor_is_consulted() {
    let (mine, successor) = (given::id("stara"), given::id("nova"));
    let write = |store: &Memory, id: Uuid, words: &str| {
        let mut practice = Loaded::<Practice>::new(BASE, id);
        for (n, command) in (0_u128..).zip(given::to_publication(given::record(words, words))) {
            let staged = practice.decide(&command, &PracticeFacts::default(), Time::UNIX_EPOCH).unwrap();
            store_and_apply(store, &mut practice, &staged, id.as_u128() ^ n);
        }
    };
    let fresh = || {
        let store = Memory::default();
        write(&store, mine, "stara");
        write(&store, successor, "nova");
        store
    };
    let decide = |store: &Memory| {
        let practice = Loaded::<Practice>::read(store, BASE, mine).unwrap();
        let other = Loaded::<Practice>::read(store, BASE, successor).unwrap();
        let ground = ArchiveGround::ReplacedBy(other.id());
        let facts = PracticeFacts { successor: Some(&other) };
        let staged = practice.decide(&PracticeCommand::Archive { ground }, &facts, Time::UNIX_EPOCH).unwrap();
        Commit::new(Id::new(Uuid::from_u128(9)), Time::UNIX_EPOCH, None).with(&staged).unwrap()
    };
    laws::every_read_conflicts(fresh, decide, &[StreamId::new(Practice::KIND, BASE, successor)]).unwrap();
}

fn store_and_apply(store: &Memory, practice: &mut Loaded<Practice>, staged: &Staged<Practice>, n: u128) {
    let commit = Commit::new(Id::new(Uuid::from_u128(n)), Time::UNIX_EPOCH, None).with(staged).unwrap();
    practice.apply(staged, &store.commit(&commit).unwrap()).unwrap();
}

/// Reviewers are named by id alone.
#[test]
fn c5_refusals_name_no_person() {
    let mut practice = given::empty();
    let [draft, submit, ..] = given::to_publication(given::record("a", "Kanarček v besedilu"));
    given::run(&mut practice, &draft).unwrap();
    given::run(&mut practice, &submit).unwrap();
    let interested = Reviewer { person: given::person(1), of: [given::key(OWNER)].into() };
    let refusal = practice.review(&given::review(interested), Time::UNIX_EPOCH).unwrap_err();
    laws::error_keeps_quiet(&["Kanarček", &given::person(1).to_string()], &refusal).unwrap();
}
