//! The contract's laws on the three aggregates and what they persist (C1 to C6, C8).

use guildhall_civic::{Actor, Authority};
use guildhall_conformance::laws;
use guildhall_enrolment::strategies as some;
use guildhall_enrolment::*;
use guildhall_kernel::memory::Memory;
use guildhall_kernel::{ActorId, Aggregate, Commit, CommitId, Id, Loaded, Slot, Uuid};
use guildhall_kernel::{Consulted, RetentionClass, Store};
use guildhall_programme::EditionNumber;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::fixture::*;

const ID: Uuid = Uuid::from_u128(0x1D);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn c1_apply_is_total(
        recruitment in vec(some::recruitment_event(), 0..12),
        application in vec(some::application_event(), 0..16),
        pool in vec(some::seat_pool_event(), 0..24),
    ) {
        laws::total::<Recruitment>(ID, &recruitment).map_err(TestCaseError::fail)?;
        laws::total::<Application>(ID, &application).map_err(TestCaseError::fail)?;
        laws::total::<SeatPool>(ID, &pool).map_err(TestCaseError::fail)?;
    }

    /// Whatever events come, the state is one that its own reader takes: its parts agree.
    #[test]
    fn c2_any_events_leave_a_valid_state(
        recruitment in vec(some::recruitment_event(), 0..12),
        application in vec(some::application_event(), 0..16),
        pool in vec(some::seat_pool_event(), 0..24),
    ) {
        laws::survives(&folded::<Recruitment>(&recruitment)).map_err(TestCaseError::fail)?;
        laws::survives(&folded::<Application>(&application)).map_err(TestCaseError::fail)?;
        laws::survives(&folded::<SeatPool>(&pool)).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn c3_replay_equals_incremental(
        recruitment in vec(vec(some::recruitment_event(), 0..4), 0..4),
        application in vec(vec(some::application_event(), 0..4), 0..6),
        pool in vec(vec(some::seat_pool_event(), 0..4), 0..6),
    ) {
        laws::replay::<Recruitment>(ID, ID, recruitment).map_err(TestCaseError::fail)?;
        laws::replay::<Application>(ID, ID, application).map_err(TestCaseError::fail)?;
        laws::replay::<SeatPool>(ID, ID, pool).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn c4_what_is_persisted_survives(
        recruitment in some::recruitment_event(),
        application in some::application_event(),
        pool in some::seat_pool_event(),
        policy in some::policy(),
        decision in some::decision(),
        submission in some::submission(),
        consent in some::consent(),
        capacity in some::capacity(),
    ) {
        laws::event_survives(&recruitment).map_err(TestCaseError::fail)?;
        laws::event_survives(&application).map_err(TestCaseError::fail)?;
        laws::event_survives(&pool).map_err(TestCaseError::fail)?;
        laws::survives(&recruitment).map_err(TestCaseError::fail)?;
        laws::survives(&application).map_err(TestCaseError::fail)?;
        laws::survives(&pool).map_err(TestCaseError::fail)?;
        laws::survives(&policy).map_err(TestCaseError::fail)?;
        laws::survives(policy.definition()).map_err(TestCaseError::fail)?;
        laws::survives(&decision).map_err(TestCaseError::fail)?;
        laws::survives(&submission).map_err(TestCaseError::fail)?;
        laws::survives(&consent).map_err(TestCaseError::fail)?;
        laws::survives(&capacity).map_err(TestCaseError::fail)?;
        for command in [
            ApplicationCommand::Submit { submission },
            ApplicationCommand::Answer { consent },
            ApplicationCommand::Determine { at: decision.at() },
            ApplicationCommand::Withdraw,
        ] {
            laws::survives(&command).map_err(TestCaseError::fail)?;
        }
        let revise = RecruitmentCommand::Revise { policy: policy.definition().clone() };
        laws::survives(&revise).map_err(TestCaseError::fail)?;
    }

    /// A policy carries what its rule was checked against, and reads back as the same rule.
    #[test]
    fn c4_a_policy_reads_back_as_it_was_checked(policy in some::policy()) {
        let json = serde_json::to_string(&policy).unwrap();
        let back: Policy = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(back.eligibility().reference(), policy.eligibility().reference());
        prop_assert_eq!(back, policy);
    }
}

fn folded<A: Aggregate>(events: &[A::Event]) -> A {
    let mut state = A::empty(ID);
    events.iter().for_each(|event| state.apply(event));
    state
}

#[test]
fn c5_names_and_reasons_lie_in_slots_only() -> Result<(), laws::Broken> {
    let canaries = ["Vzorčna Oseba", "oseba@example.org", "ker je bila lani bolna"];
    let world = World::open(Terms { superior_agrees: true, ..TERMS });
    let applicant = submission(person(1), Some("clerk"));
    let reason = Slot::new(Id::new(Uuid::from_u128(7)), RetentionClass::FreeText);

    let recruitment = world.recruitment();
    let facts = ApplicationFacts::new(&recruitment);
    let command = ApplicationCommand::Submit { submission: applicant.clone() };
    let mut application = world.application(person(1));
    let staged = application.decide(&command, &facts, world.now).unwrap();
    let commit = world.fresh_commit().with(&staged).unwrap();
    let commit = commit.private(applicant.contact(), &canaries[..2]).unwrap();
    laws::commit_keeps_quiet(&canaries[..2], &commit)?;
    application.apply(&staged, &world.store.commit(&commit).unwrap()).unwrap();

    let answer = ConsentAnswer::Withheld { reason: Some(reason) };
    let consent = Consent { from: ConsentFrom::Superior, by: Actor::Person(SUPERIOR), answer };
    let staged = application.decide(&ApplicationCommand::Answer { consent }, &facts, world.now).unwrap();
    let commit = world.fresh_commit().with(&staged).unwrap().private(reason, canaries[2]).unwrap();
    laws::commit_keeps_quiet(&canaries[2..], &commit)?;
    application.apply(&staged, &world.store.commit(&commit).unwrap()).unwrap();
    world.determine(person(1)).unwrap();
    world.ask(person(1), &ApplicationCommand::Refuse).unwrap();

    let application = world.application(person(1));
    laws::keeps_quiet(&canaries, &application)?;
    laws::keeps_quiet(&canaries, &facts)?;
    let error = admit(&recruitment, &world.edition(), &world.pool(), &application, world.now).unwrap_err();
    laws::error_keeps_quiet(&canaries, &error)?;
    for recorded in world.store.feed(None, Default::default(), 100).unwrap() {
        laws::keeps_quiet(&canaries, &recorded)?;
    }
    Ok(())
}

#[test]
fn c6_reading_takes_nothing_that_the_constructors_refuse() -> Result<(), laws::Broken> {
    let policy = serde_json::to_value(policy(TERMS)).unwrap();
    let broken = |path: &str, value: serde_json::Value| {
        let mut policy = policy.clone();
        *policy.pointer_mut(path).unwrap() = value;
        laws::refuses::<Policy>(&policy.to_string())
    };
    assert!(broken("/definition/senders", serde_json::json!([]))?.contains("who may send"));
    assert!(broken("/definition/capacity", serde_json::json!({ "seats": 0 }))?.contains("nonzero"));
    assert!(broken("/facts", serde_json::json!([]))?.contains("applicant.position"));
    broken("/definition/version", serde_json::json!(0))?;
    broken("/definition/eligibility/version", serde_json::json!(0))?;

    let submission = serde_json::to_value(submission(person(1), None)).unwrap();
    let mut elsewhere = submission.clone();
    elsewhere["contact"]["class"] = "free_text".into();
    assert!(laws::refuses::<Submission>(&elsewhere.to_string())?.contains("free_text"));
    let mut named = submission;
    named["name"] = "Vzorčna Oseba".into();
    laws::refuses::<Submission>(&named.to_string())?;

    let mut unknown = serde_json::to_value(definition(TERMS)).unwrap();
    unknown["policy"]["seats"] = 12.into();
    laws::refuses::<RecruitmentDefinition>(&unknown.to_string())?;
    laws::refuses::<RecruitmentCommand>(r#"{"open":{}}"#)?;
    Ok(())
}

#[test]
fn c6_no_state_is_read_that_no_history_leads_to() -> Result<(), laws::Broken> {
    let world = World::open(TERMS);
    world.submit(person(1), Some("manager")).unwrap();
    world.determine(person(1)).unwrap();
    world.admit(person(1)).unwrap();
    let application = serde_json::to_value(world.application(person(1)).state()).unwrap();
    for (path, value) in [
        ("/attempt/admitted", serde_json::Value::Null),
        ("/attempt/decided", false.into()),
        ("/attempt/status", "submitted".into()),
        ("/attempt/status", "ineligible".into()),
        ("/attempt/status", "refused".into()),
        ("/attempt/refused", serde_json::json!({ "ground": "not_eligible", "at": day(11) })),
        ("/attempt/withdrawn_at", serde_json::json!(day(11))),
        ("/attempt", serde_json::Value::Null),
        ("/decisions", serde_json::json!([])),
    ] {
        let mut forged = application.clone();
        *forged.pointer_mut(path).unwrap() = value;
        laws::refuses::<Application>(&forged.to_string())?;
    }
    let pool = serde_json::to_string(world.pool().state()).unwrap();
    laws::refuses::<SeatPool>(&pool.replace("\"last\":1", "\"last\":null"))?;
    laws::refuses::<SeatPool>(
        &pool.replace("},\"last\"", ",\"00000000-0000-0000-0000-000000000001\":1},\"last\""),
    )?;
    Ok(())
}

/// Decides on a command of one person's application.
fn asking<'a>(
    n: u128,
    command: &'a ApplicationCommand,
    also: Option<(&'a Authority, &'a dyn Consulted)>,
) -> impl Fn(&Memory) -> Commit + 'a {
    move |store| {
        let scope = RECRUITMENT.uuid();
        let recruitment = Loaded::read(store, scope, scope).unwrap();
        let mut facts = ApplicationFacts::new(&recruitment);
        if let Some((authority, from)) = also {
            facts.circumstances = facts.circumstances.with_authority(authority, from);
        }
        let id = Application::id_of(RECRUITMENT, person(n));
        let application = Loaded::<Application>::read(store, scope, id.uuid()).unwrap();
        let staged = application.decide(command, &facts, day(11)).unwrap();
        Commit::new(CommitId::new(Uuid::from_u128(0xC8)), day(11), None).with(&staged).unwrap()
    }
}

#[test]
fn c8_every_stream_that_was_consulted_is_watched() -> Result<(), laws::Broken> {
    let fresh = || {
        let world = World::open(TERMS);
        for (n, held) in [(1, Some("manager")), (2, Some("clerk")), (3, Some("manager"))] {
            world.submit(person(n), held).unwrap();
            world.determine(person(n)).unwrap();
        }
        world.admit(person(3)).unwrap();
        world.store
    };
    let scope = RECRUITMENT.uuid();
    let at = day(11);
    let commit = || Commit::new(CommitId::new(Uuid::from_u128(0xC8)), at, None);
    let read = |store: &Memory| Loaded::<Recruitment>::read(store, scope, scope).unwrap();
    let recruitment = Loaded::<Recruitment>::new(scope, scope).stream().clone();
    let pool = Loaded::<SeatPool>::new(scope, SeatPool::id_of(RECRUITMENT).uuid()).stream().clone();
    let (edition, _) = edition_of(EditionNumber::FIRST);
    let edition = Loaded::<guildhall_programme::Edition>::new(edition, edition).stream().clone();
    let application = |n| Application::id_of(RECRUITMENT, person(n)).uuid();

    // Applying reads the recruitment and nothing else.
    let only = std::slice::from_ref(&recruitment);
    let submit = ApplicationCommand::Submit { submission: submission(person(9), None) };
    laws::every_read_conflicts(fresh, asking(9, &submit, None), only)?;
    let by = ActorId::new(Uuid::from_u128(1));
    let amend = ApplicationCommand::Amend { submission: submission(person(1), None) };
    for (n, command) in [
        (1, amend),
        (1, ApplicationCommand::Confirm { by }),
        (2, ApplicationCommand::Refuse),
        (2, ApplicationCommand::Withdraw),
    ] {
        laws::every_read_conflicts(fresh, asking(n, &command, None), only)?;
    }

    // A decision watches what its circumstances were read from.
    let register = Loaded::<SeatPool>::new(ID, ID);
    let authority = authority(town());
    let determine = ApplicationCommand::Determine { at };
    let watched = [recruitment.clone(), register.stream().clone()];
    laws::every_read_conflicts(fresh, asking(2, &determine, Some((&authority, &register))), &watched)?;

    // A seat: the recruitment for its policy, the edition, the pool and the application, which both grow.
    let both = |store: &Memory| {
        let (recruitment, pool) = (read(store), Loaded::read(store, scope, scope).unwrap());
        let edition = Loaded::read(store, edition.scope(), edition.id()).unwrap();
        let application = Loaded::read(store, scope, application(1)).unwrap();
        let admission = admit(&recruitment, &edition, &pool, &application, at).unwrap();
        admission.onto(commit()).unwrap()
    };
    laws::every_read_conflicts(fresh, both, &[recruitment.clone(), edition.clone(), pool.clone()])?;
    let back = |store: &Memory| {
        let (recruitment, pool) = (read(store), Loaded::read(store, scope, scope).unwrap());
        let application = Loaded::read(store, scope, application(3)).unwrap();
        let withdrawal = withdraw(&recruitment, &pool, &application, at).unwrap();
        withdrawal.onto(commit()).unwrap()
    };
    laws::every_read_conflicts(fresh, back, &[recruitment.clone(), pool])?;

    // The recruitment itself: its edition.
    let announce = |store: &Memory| {
        let edition = Loaded::read(store, edition.scope(), edition.id()).unwrap();
        let facts = RecruitmentFacts { edition: &edition, vocabulary: &vocabulary() };
        let loaded = Loaded::<Recruitment>::new(ID, ID);
        let announce = RecruitmentCommand::Announce { definition: definition(TERMS) };
        commit().with(&loaded.decide(&announce, &facts, at).unwrap()).unwrap()
    };
    laws::every_read_conflicts(fresh, announce, std::slice::from_ref(&edition))?;
    Ok(())
}
