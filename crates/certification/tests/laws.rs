//! The laws of the contract on the register and everything it persists (C1–C6, C8).

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use guildhall_certification::strategies::{
    self, award, command, completed, definition, event, events, facts, facts_there_are, issuer, schemes,
    statement, text, time, town_centres,
};
use guildhall_certification::{
    Award, AwardFacts, Candidate, Ceremony, CertificateId, CertificateNumber, CycleId, Issue, Issued,
    NumberFormat, Open, Opened, Party, PersonId, Register, RegisterCommand, RegisterEvent, Scheme,
    SchemeAdopted, SchemeCode, SchemeDefinition, Statement, Term, Validity, Waiver,
};
use guildhall_conformance::laws;
use guildhall_kernel::chrono_tz::Europe::Ljubljana;
use guildhall_kernel::memory::Memory;
use guildhall_kernel::{
    ActorId, Aggregate, Append, Commit, CommitId, Encoded, Loaded, RetentionClass, Slot, SlotId, Store,
    StreamId, Time, Uuid, Version,
};
use guildhall_rules::Facts;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

fn id() -> Uuid {
    Register::id_of(&issuer()).uuid()
}

fn run(
    commands: &[(RegisterCommand, Time)],
    known: &BTreeMap<PersonId, Facts>,
) -> (Register, Vec<RegisterEvent>) {
    let mut register = Register::empty(id());
    let mut happened = Vec::new();
    let known = known.iter().fold(AwardFacts::none(), |all, (person, facts)| all.with(*person, facts, &()));
    for (command, now) in commands {
        if let Ok(events) = register.decide(command, &known, *now) {
            events.iter().for_each(|event| register.apply(event));
            happened.extend(events);
        }
    }
    (register, happened)
}

fn known() -> impl Strategy<Value = BTreeMap<PersonId, Facts>> {
    btree_map(strategies::person(), facts(), 3..6)
}

fn commands() -> impl Strategy<Value = Vec<(RegisterCommand, Time)>> {
    let open = RegisterCommand::Open(Open { issuer: issuer(), zone: Ljubljana });
    vec((command(), time()), 0..40)
        .prop_map(move |commands| std::iter::once((open.clone(), Time::UNIX_EPOCH)).chain(commands).collect())
}

proptest! {
    #[test]
    fn c1_apply_is_total(events in events()) {
        laws::total::<Register>(id(), &events).map_err(TestCaseError::fail)?;
    }

    /// What `decide` gave is taken in by `apply`, entry by entry: an event passed over would be a
    /// decision that the state calls impossible.
    #[test]
    fn c2_what_was_decided_leaves_a_register_that_could_be_kept(commands in commands(), known in known()) {
        let (register, happened) = run(&commands, &known);
        let count = |of: fn(&RegisterEvent) -> bool| happened.iter().filter(|event| of(event)).count();
        let issued = count(|event| matches!(event, RegisterEvent::Issued(_)));
        let revoked = count(|event| matches!(event, RegisterEvent::Revoked(_)));
        let adopted = count(|event| matches!(event, RegisterEvent::SchemeAdopted(_)));
        prop_assert_eq!(register.certificates().len(), issued);
        prop_assert_eq!(register.certificates().iter().filter(|c| c.revocation().is_some()).count(), revoked);
        prop_assert_eq!(register.schemes().count(), adopted);
        laws::survives(&register).map_err(TestCaseError::fail)?;
    }

    /// Any sequence of events leaves a register that the constructor of kept ones accepts.
    #[test]
    fn c2_whatever_was_applied_leaves_a_register_that_could_be_kept(events in events()) {
        let mut register = Register::empty(id());
        events.iter().for_each(|event| register.apply(event));
        laws::survives(&register).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn c3_replay_equals_incremental(batches in vec(events(), 0..4)) {
        laws::replay::<Register>(id(), id(), batches).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn c4_what_is_persisted_survives(
        event in event(),
        command in command(),
        scheme in strategies::scheme(),
        award in award(),
        format in strategies::number_format(),
        statement in statement(),
    ) {
        laws::survives(&statement).map_err(TestCaseError::fail)?;
        laws::event_survives(&event).map_err(TestCaseError::fail)?;
        laws::survives(&event).map_err(TestCaseError::fail)?;
        laws::survives(&command).map_err(TestCaseError::fail)?;
        laws::survives(&scheme).map_err(TestCaseError::fail)?;
        laws::survives(&award).map_err(TestCaseError::fail)?;
        laws::survives(&format).map_err(TestCaseError::fail)?;
    }

    /// An officer's definition, written as TOML, reads back as itself.
    #[test]
    fn c4_a_definition_survives_toml(nth in 0usize..5, validity in strategies::validity()) {
        let code = schemes()[nth].reference().code().to_string();
        let written = definition(&code, 3, "{n}/{year}", validity);
        let toml = toml::to_string(&written).unwrap();
        prop_assert_eq!(toml::from_str::<SchemeDefinition>(&toml).unwrap(), written);
    }
}

const CANARIES: [&str; 2] = ["Zvonka Kanarček", "because of a canary in the mine"];

fn slot(n: u128, class: RetentionClass) -> Slot {
    Slot::new(SlotId::new(Uuid::from_u128(n)), class)
}

fn waived(person: PersonId) -> Issue {
    let waiver = Waiver { by: ActorId::new(Uuid::from_u128(0xA)), reason: slot(2, RetentionClass::FreeText) };
    Issue {
        scheme: schemes()[0].reference().clone(),
        cycle: CycleId::new(Uuid::from_u128(1)),
        attests: town_centres(),
        issued_on: "2019-06-13".parse().unwrap(),
        ceremony: Some(Ceremony::new("2019-06-13".parse().unwrap(), text("Ljubljana Castle"))),
        candidates: vec![Candidate {
            certificate: CertificateId::new(Uuid::from_u128(1)),
            person,
            holder: slot(1, RetentionClass::RegisterMinimum),
            waiver: Some(waiver),
        }],
    }
}

fn opened() -> Loaded<Register> {
    let mut state = Register::empty(id());
    for event in state.open(&Open { issuer: issuer(), zone: Ljubljana }, Time::UNIX_EPOCH).unwrap() {
        state.apply(&event);
    }
    let adopt = guildhall_certification::Adopt { scheme: schemes().swap_remove(0) };
    for event in state.adopt(&adopt, Time::UNIX_EPOCH).unwrap() {
        state.apply(&event);
    }
    Loaded::resume(StreamId::new(Register::KIND, id(), id()), Version::new(2), state)
}

#[test]
fn c5_names_and_reasons_stay_in_their_slots() {
    let person = PersonId::new(Uuid::from_u128(7));
    let facts = completed(["model"], true);
    let known = AwardFacts::none().with(person, &facts, &());
    let register = opened();
    let staged = register.decide(&RegisterCommand::Issue(waived(person)), &known, Time::UNIX_EPOCH).unwrap();
    let commit = Commit::new(CommitId::new(Uuid::from_u128(9)), Time::UNIX_EPOCH, None)
        .with(&staged)
        .unwrap()
        .private(slot(1, RetentionClass::RegisterMinimum), CANARIES[0])
        .unwrap()
        .private(slot(2, RetentionClass::FreeText), CANARIES[1])
        .unwrap();
    laws::commit_keeps_quiet(&CANARIES, &commit).unwrap();

    // What somebody types into a look-up may be a name.
    let error = CANARIES[0].parse::<CertificateNumber>().unwrap_err();
    laws::error_keeps_quiet(&CANARIES, &error).unwrap();
}

#[test]
fn c6_deserialising_refuses_what_the_constructors_refuse() {
    let says = |answer: Result<String, laws::Broken>, part: &str| {
        let refusal = answer.unwrap();
        assert!(refusal.contains(part), "{refusal}");
    };
    says(laws::refuses::<CertificateNumber>(r#""12 SZ""#), "letters, digits");
    says(laws::refuses::<CertificateNumber>(r#""""#), "letters, digits");
    says(laws::refuses::<NumberFormat>(r#""CM/{year}""#), "needs the counter");
    says(laws::refuses::<SchemeCode>(r#""City Manager""#), "a code has small letters");
    says(laws::refuses::<Validity>(r#"{"years":0}"#), "nonzero");
    let term = r#"{"first_day":"2019-06-13","from":"2019-06-12T22:00:00Z"}"#;
    assert!(serde_json::from_str::<Term>(term).is_ok());
    for (day, until) in [("2019-06-12", "2019-06-30T00:00:00Z"), ("2019-06-14", "2019-06-12T22:00:00Z")] {
        let term = format!(
            r#"{{"first_day":"2019-06-13","from":"2019-06-12T22:00:00Z","last_day":"{day}","until":"{until}"}}"#
        );
        says(laws::refuses::<Term>(&term), "ends after it begins");
    }

    let statement = r#"{"title":{"en":"Town"},"first_day":"2019-06-13","last_day":"2019-06-12"}"#;
    says(laws::refuses::<Statement>(statement), "ends on 2019-06-12, before it begins on 2019-06-13");
    let statement =
        r#"{"title":{"en":"Town"},"first_day":"2019-06-13","last_day":"2019-06-13","extent":{"minutes":0}}"#;
    says(laws::refuses::<Statement>(statement), "nonzero");

    let written = serde_json::to_value(&schemes()[0]).unwrap();
    assert!(serde_json::from_value::<Scheme>(written.clone()).is_ok());
    for (pointer, value, part) in [
        ("/definition/number_format", serde_json::json!("{year}"), "number_format: "),
        ("/definition/version", serde_json::json!(0), "version: "),
        ("/definition/signatories", serde_json::json!([]), "signatories: "),
        ("/facts", serde_json::json!([]), "no fact is called"),
        ("/definition/kind", serde_json::json!("presence"), "presence"),
    ] {
        let mut written = written.clone();
        *written.pointer_mut(pointer).unwrap() = value;
        says(laws::refuses::<Scheme>(&written.to_string()), part);
    }
}

/// K1 holds for what is read back, too.
#[test]
fn c6_k1_an_award_without_grounds_cannot_be_read() {
    let scheme = schemes().swap_remove(0);
    let met = scheme.award(&completed(strategies::MODULES, false), None).unwrap();
    let refused = scheme.award(&completed(["model"], true), None).unwrap_err();
    let guildhall_certification::NoAward::Unmet(unmet) = refused else { panic!("{refused}") };
    let mut written = serde_json::to_value(&met).unwrap();
    let waiver =
        serde_json::json!({ "by": Uuid::nil(), "reason": { "id": Uuid::nil(), "class": "free_text" } });
    let contact =
        serde_json::json!({ "by": Uuid::nil(), "reason": { "id": Uuid::nil(), "class": "contact" } });

    written["explanation"] = serde_json::to_value(&unmet).unwrap();
    laws::refuses::<Award>(&written.to_string()).unwrap();
    written["waiver"] = contact;
    laws::refuses::<Award>(&written.to_string()).unwrap();
    written["waiver"] = waiver;
    assert!(serde_json::from_value::<Award>(written.clone()).is_ok());
    written["explanation"] = serde_json::to_value(met.explanation()).unwrap();
    laws::refuses::<Award>(&written.to_string()).unwrap();
}

#[test]
fn c6_a_register_that_could_not_have_been_is_not_read() {
    let person = PersonId::new(Uuid::from_u128(7));
    let facts = completed(["model"], true);
    let known = AwardFacts::none().with(person, &facts, &());
    let mut register = opened().state().clone();
    let mut twice = waived(person);
    for event in register.issue(&twice, &known, Time::UNIX_EPOCH).unwrap() {
        register.apply(&event);
    }
    twice.cycle = CycleId::new(Uuid::from_u128(2));
    twice.candidates[0].certificate = CertificateId::new(Uuid::from_u128(2));
    twice.candidates[0].holder = slot(3, RetentionClass::RegisterMinimum);
    twice.candidates[0].waiver.as_mut().unwrap().reason = slot(4, RetentionClass::FreeText);
    for event in register.issue(&twice, &known, Time::UNIX_EPOCH).unwrap() {
        register.apply(&event);
    }
    assert_eq!(register.certificates().len(), 2);
    let written = serde_json::to_value(&register).unwrap();
    assert!(serde_json::from_value::<Register>(written.clone()).is_ok());

    let first = written["certificates"][0].clone();
    let change = |pointer: &str, value: &serde_json::Value| {
        let mut written = written.clone();
        *written.pointer_mut(pointer).unwrap() = value.clone();
        laws::refuses::<Register>(&written.to_string()).unwrap()
    };
    change("/id", &serde_json::json!(Uuid::nil()));
    change("/schemes", &serde_json::json!([]));
    change("/opened", &serde_json::Value::Null);
    change("/recorded_until", &serde_json::Value::Null);
    change("/certificates/0/recorded_at", &serde_json::json!("2019-01-01T00:00:00Z"));
    change("/certificates/1/scheme/version", &serde_json::json!(9));
    change("/certificates/1/counter", &serde_json::json!(1));
    for part in ["id", "number", "holder", "cycle"] {
        change(&format!("/certificates/1/{part}"), &first[part]);
    }
    change("/certificates/1/waiver/reason", &first["holder"]);
    change("/certificates/1/holder/class", &serde_json::json!("contact"));
    change("/certificates/1/waiver/reason/class", &serde_json::json!("contact"));
    change("/certificates/1/number", &serde_json::json!("3/CM/2019"));
    change("/certificates/1/issued_on", &serde_json::json!("2020-06-13"));
    change("/certificates/1/issued_on", &serde_json::json!("2019-06-14"));
    for (first_day, from) in [("2019-06-14", "2019-06-13T22:00:00Z"), ("2019-06-13", "2019-06-10T22:00:00Z")]
    {
        change("/certificates/1/term", &serde_json::json!({ "first_day": first_day, "from": from }));
    }
    let until = serde_json::json!({
        "first_day": "2019-06-13", "from": "2019-06-12T22:00:00Z",
        "last_day": "2019-06-13", "until": "2019-06-13T22:00:00Z",
    });
    change("/certificates/1/term", &until);
    let own = serde_json::json!({ "id": written["certificates"][1]["holder"]["id"], "class": "free_text" });
    change("/certificates/1/waiver/reason", &own);
    let revoked = |from: &str, at: &str, reason: &Slot| {
        serde_json::json!({
            "from": from, "since": "2019-06-12T22:00:00Z", "reason": reason, "public_text": { "en": "by mistake" },
            "recorded_at": at,
        })
    };
    let mut revocation = written.clone();
    let reason = slot(5, RetentionClass::FreeText);
    revocation["recorded_until"] = serde_json::json!("2019-07-01T00:00:00Z");
    revocation["certificates"][0]["revocation"] = revoked("2019-06-13", "2019-07-01T00:00:00Z", &reason);
    assert!(serde_json::from_value::<Register>(revocation.clone()).is_ok());
    for (from, at, reason) in [
        ("2019-06-13", "1969-01-01T00:00:00Z", slot(5, RetentionClass::FreeText)),
        ("2019-06-13", "2019-07-02T00:00:00Z", slot(5, RetentionClass::FreeText)),
        ("2019-06-13", "2019-07-01T00:00:00Z", slot(2, RetentionClass::FreeText)),
        ("2019-06-13", "2019-07-01T00:00:00Z", slot(5, RetentionClass::RegisterMinimum)),
        ("2019-06-13", "2019-06-01T00:00:00Z", slot(5, RetentionClass::FreeText)),
        ("2019-06-10", "2019-07-01T00:00:00Z", slot(5, RetentionClass::FreeText)),
        ("2019-06-15", "2019-07-01T00:00:00Z", slot(5, RetentionClass::FreeText)),
    ] {
        revocation["certificates"][0]["revocation"] = revoked(from, at, &reason);
        laws::refuses::<Register>(&revocation.to_string()).unwrap();
    }

    // Two of one round were never current side by side, even where the first is revoked by now.
    let mut beside = revocation.clone();
    beside["certificates"][0]["revocation"] = revoked("2019-06-13", "2019-07-01T00:00:00Z", &reason);
    assert!(serde_json::from_value::<Register>(beside.clone()).is_ok());
    beside["certificates"][1]["cycle"] = first["cycle"].clone();
    laws::refuses::<Register>(&beside.to_string()).unwrap();
    beside["certificates"][1]["recorded_at"] = serde_json::json!("2019-07-01T00:00:00Z");
    assert!(serde_json::from_value::<Register>(beside).is_ok());
}

/// An explanation may follow from what it found, name the scheme's rule, and still be the answer to
/// something else that was asked (K1).
#[test]
fn k1_an_award_whose_explanation_the_criterion_never_gave_is_passed_over() {
    let person = PersonId::new(Uuid::from_u128(7));
    let facts = completed(strategies::MODULES, true);
    let known = AwardFacts::none().with(person, &facts, &());
    let mut issue = waived(person);
    issue.candidates[0].waiver = None;
    let mut register = opened().state().clone();
    let [RegisterEvent::Issued(honest)] = &register.issue(&issue, &known, Time::UNIX_EPOCH).unwrap()[..]
    else {
        panic!()
    };
    let asked = "/award/explanation/root/grounds/asked";
    for (pointer, to) in [
        ("comparison", serde_json::json!({ "count_at_least": 1 })),
        ("comparison", serde_json::json!({ "includes_all": ["model"] })),
        ("fact", serde_json::json!("participation.modules_begun")),
    ] {
        let mut forged = serde_json::to_value(honest).unwrap();
        *forged.pointer_mut(&format!("{asked}/{pointer}")).unwrap() = to;
        let forged: Issued = serde_json::from_value(forged).unwrap();
        register.apply(&RegisterEvent::Issued(Box::new(forged)));
        assert_eq!(register.certificates(), []);
    }
    let mut forged = serde_json::to_value(honest).unwrap();
    forged["award"]["explanation"]["root"]["grounds"] = serde_json::json!({ "all": [] });
    laws::refuses::<Issued>(&forged.to_string()).unwrap();
    register.apply(&RegisterEvent::Issued(honest.clone()));
    assert_eq!(register.certificates().len(), 1);
    assert_eq!(register.certificates()[0].attests(), &town_centres());
}

/// What the register could not have given (K1, K2, C6) is passed over, whatever else fits.
#[test]
fn entries_that_no_scheme_gives_are_passed_over() {
    let person = PersonId::new(Uuid::from_u128(7));
    let facts = completed(["model"], true);
    let known = AwardFacts::none().with(person, &facts, &());
    let before = opened().state().clone();
    let events = before.issue(&waived(person), &known, Time::UNIX_EPOCH).unwrap();
    let [RegisterEvent::Issued(honest)] = &events[..] else { panic!() };
    let takes = |change: &dyn Fn(&mut Issued)| {
        let (mut register, mut issued) = (before.clone(), (**honest).clone());
        change(&mut issued);
        register.apply(&RegisterEvent::Issued(Box::new(issued)));
        register.certificates().len() == 1
    };
    let day = |text: &str| text.parse().unwrap();
    assert!(takes(&|_| {}));
    assert!(!takes(&|issued| issued.number = "2/CM/2019".parse().unwrap()));
    assert!(!takes(&|issued| issued.counter = 2.try_into().unwrap()));
    assert!(!takes(&|issued| issued.holder = slot(1, RetentionClass::Contact)));
    assert!(!takes(&|issued| issued.issued_on = day("2019-06-14")));
    assert!(!takes(&|issued| issued.term = Term::new(day("2019-06-14"), None, Ljubljana).unwrap()));
    let ends = Some(day("2019-07-14"));
    assert!(!takes(&|issued| issued.term = Term::new(day("2019-06-13"), ends, Ljubljana).unwrap()));
    // The same days on clocks that were changed since.
    let kamchatka = guildhall_kernel::chrono_tz::Asia::Kamchatka;
    assert!(takes(&|issued| issued.term = Term::new(day("2019-06-13"), None, kamchatka).unwrap()));
}

/// An award that says it is under the scheme's version, by another rule than the scheme's (K1); a version
/// that comes twice; a counter that falls back in another year, where the format has none (K2).
#[test]
fn events_that_no_register_could_hold_are_passed_over() {
    let mut register = Register::empty(id());
    let take = |register: &mut Register, event: &RegisterEvent| {
        let before = register.clone();
        register.apply(event);
        *register != before
    };
    let opened = RegisterEvent::Opened(Opened { issuer: issuer(), zone: Ljubljana, at: Time::UNIX_EPOCH });
    let adopted = |scheme: &Scheme| {
        RegisterEvent::SchemeAdopted(Box::new(SchemeAdopted { scheme: scheme.clone(), at: Time::UNIX_EPOCH }))
    };
    let scheme =
        Scheme::new(definition("manager", 1, "{n}", Validity::Unlimited), &facts_there_are()).unwrap();
    let mut easier = definition("manager", 1, "{n}", Validity::Unlimited);
    easier.criterion = serde_json::from_value(serde_json::json!({
        "id": "all-modules", "version": 1, "fact": strategies::COMPLETED, "count_at_least": 1,
    }))
    .unwrap();
    let easier = Scheme::new(easier, &facts_there_are()).unwrap();
    let issued = |scheme: &Scheme, n: u64, on: &str| {
        let (certificate, on) = (CertificateId::new(Uuid::from_u128(n.into())), on.parse().unwrap());
        let counter = n.try_into().unwrap();
        RegisterEvent::Issued(Box::new(Issued {
            certificate,
            number: scheme.number_format().number(counter, 2019),
            counter,
            person: PersonId::new(Uuid::from_u128(n.into())),
            holder: slot(n.into(), RetentionClass::RegisterMinimum),
            cycle: CycleId::new(Uuid::nil()),
            award: scheme.award(&completed(strategies::MODULES, true), None).unwrap(),
            attests: town_centres(),
            issued_on: on,
            term: Term::new(on, None, Ljubljana).unwrap(),
            ceremony: None,
            at: Time::UNIX_EPOCH,
        }))
    };

    assert!(!take(&mut register, &adopted(&scheme)));
    assert!(take(&mut register, &opened));
    assert!(!take(&mut register, &opened));
    assert!(!take(&mut register, &issued(&scheme, 5, "2019-06-13")));
    assert!(take(&mut register, &adopted(&scheme)));
    assert!(!take(&mut register, &adopted(&easier)));
    assert!(!take(&mut register, &issued(&easier, 5, "2019-06-13")));
    assert!(take(&mut register, &issued(&scheme, 5, "2019-06-13")));
    assert!(!take(&mut register, &issued(&scheme, 4, "2020-06-13")));
    assert!(take(&mut register, &issued(&scheme, 6, "2020-06-13")));
    let other = Party::Organisation("somebody-else".parse().unwrap());
    let foreign = RegisterEvent::Opened(Opened { issuer: other, zone: Ljubljana, at: Time::UNIX_EPOCH });
    assert!(!take(&mut Register::empty(id()), &foreign));
}

#[test]
fn c8_what_an_award_consulted_conflicts_once_it_moves() {
    let people = [7, 8].map(|n| PersonId::new(Uuid::from_u128(n)));
    let streams = people.map(|person| StreamId::new("participation", Uuid::from_u128(1), person.uuid()));
    let fresh = || {
        let store = Memory::default();
        let mut register = Loaded::<Register>::new(id(), id());
        for (nth, command) in [
            RegisterCommand::Open(Open { issuer: issuer(), zone: Ljubljana }),
            RegisterCommand::Adopt(Box::new(guildhall_certification::Adopt {
                scheme: schemes().swap_remove(0),
            })),
        ]
        .iter()
        .enumerate()
        {
            let staged = register.decide(command, &AwardFacts::none(), Time::UNIX_EPOCH).unwrap();
            let id = CommitId::derived(id(), &[0, u8::try_from(nth).unwrap()]);
            let receipt =
                store.commit(&Commit::new(id, Time::UNIX_EPOCH, None).with(&staged).unwrap()).unwrap();
            register.apply(&staged, &receipt).unwrap();
        }
        for (nth, stream) in streams.iter().enumerate() {
            let json = serde_json::value::RawValue::from_string("null".into()).unwrap();
            let append = Append {
                stream: stream.clone(),
                expected: Version::ZERO,
                events: vec![Encoded::new("joined", 1, json)],
            };
            let id = CommitId::derived(id(), &[1, u8::try_from(nth).unwrap()]);
            store.commit(&Commit::new(id, Time::UNIX_EPOCH, None).append(append).unwrap()).unwrap();
        }
        store
    };
    struct Participation(StreamId);
    impl guildhall_kernel::Consulted for Participation {
        fn reads(&self, out: &mut Vec<(StreamId, Version)>) {
            out.push((self.0.clone(), Version::new(1)));
        }
    }
    let decide = |store: &Memory| {
        let register = Loaded::<Register>::read(store, id(), id()).unwrap();
        let facts = completed(strategies::MODULES, true);
        let read = streams.clone().map(Participation);
        let known = AwardFacts::none().with(people[0], &facts, &read[0]).with(people[1], &facts, &read[1]);
        let mut issue = waived(people[0]);
        issue.candidates[0].waiver = None;
        issue.candidates.push(Candidate {
            certificate: CertificateId::new(Uuid::from_u128(2)),
            person: people[1],
            holder: slot(3, RetentionClass::RegisterMinimum),
            waiver: None,
        });
        let staged = register.decide(&RegisterCommand::Issue(issue), &known, Time::UNIX_EPOCH).unwrap();
        Commit::new(CommitId::new(Uuid::from_u128(300)), Time::UNIX_EPOCH, None).with(&staged).unwrap()
    };
    laws::every_read_conflicts(fresh, decide, &streams).unwrap();
}
