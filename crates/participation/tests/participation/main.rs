//! Taking part: the laws (C1 to C6, C8), the facts beside a naive recount (L2), the states beside a
//! naive log, and every refusal.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod golden;
mod training;

use std::collections::{BTreeMap, BTreeSet};

use guildhall_civic::PersonId;
use guildhall_conformance::laws;
use guildhall_kernel::chrono::NaiveDate;
use guildhall_kernel::memory::Memory;
use guildhall_kernel::{
    ActorId, Aggregate, Commit, CommitId, Id, Loaded, RetentionClass, Slot, SlotId, Time, Uuid,
};
use guildhall_participation::{
    AdmissionId, Corrected, Participation, ParticipationCommand as Command, ParticipationEvent as Event,
    ParticipationFacts, ParticipationRefusal as Refusal, ParticipationStatus as Status, facts,
    participation_id, strategies,
};
use guildhall_programme::{Edition, EditionId, EditionStatus, ModuleCode, Programme};
use guildhall_rules::{Fact, FactKey, FactSource, RuleSet, Value, Verdict};
use proptest::prelude::*;
use training::{MODULES, at, day, module, training};

const ANA: PersonId = PersonId::new(Uuid::from_u128(0xA));
/// The one application of `ANA`: it stays the same however often she is admitted.
const APPLICATION: Uuid = Uuid::from_u128(0xA991);
const SEAT: AdmissionId = AdmissionId::new(Uuid::from_u128(0x5EA7));
const OFFICER: ActorId = ActorId::new(Uuid::from_u128(0x0F));

/// The admission of the application to a seat, as the room that admits derives it.
fn admitted(seat: u64) -> AdmissionId {
    AdmissionId::derived(APPLICATION, &seat.to_be_bytes())
}

fn slot(number: u128) -> Slot {
    Slot::new(SlotId::new(Uuid::from_u128(number)), RetentionClass::FreeText)
}

/// Everything about one participation.
struct Desk {
    programme: Loaded<Programme>,
    edition: Loaded<Edition>,
    participation: Loaded<Participation>,
}

impl Desk {
    fn new(status: EditionStatus) -> Self {
        let (programme, edition) = training(&Memory::default(), status);
        let id = participation_id(edition.id(), ANA).uuid();
        let participation = Loaded::new(edition.id().uuid(), id);
        Self { programme, edition, participation }
    }

    /// Somebody taking part in the running edition.
    fn joined() -> Self {
        let mut desk = Self::new(EditionStatus::Running);
        desk.please(&Command::Join { person: ANA, admission: SEAT }, "2019-05-13T12:00:00Z").unwrap();
        desk
    }

    /// Decides and applies, without a store: the tests hand in an edition as they need it.
    fn please(&mut self, command: &Command, now: &str) -> Result<(), Refusal> {
        let facts = ParticipationFacts { edition: &self.edition, programme: &self.programme };
        let staged = self.participation.decide(command, &facts, at(now))?;
        let mut state = self.participation.state().clone();
        staged.events().iter().for_each(|event| state.apply(event));
        self.participation = Loaded::resume(self.participation.stream().clone(), staged.reached(), state);
        Ok(())
    }

    fn complete(&mut self, code: &str, on: &str, now: &str) -> Result<(), Refusal> {
        self.please(&Command::Complete { module: module(code), on: day(on) }, now)
    }

    fn becomes(&mut self, status: EditionStatus) {
        self.edition = training(&Memory::default(), status).1;
    }
}

fn fact(participation: &Participation, key: &str) -> Fact {
    participation.fact(&FactKey::new(key).unwrap()).into_owned()
}

fn value(participation: &Participation, key: &str) -> Option<Value> {
    fact(participation, key).value().cloned()
}

#[test]
fn four_modules_and_the_criterion_is_met() {
    let criterion = toml::from_str(
        r#"
        id = "completed"
        version = 1
        fact = "participation.modules_completed"
        includes_all = ["model", "strategy", "innovation", "communication"]
    "#,
    )
    .unwrap();
    let criterion = RuleSet::new(criterion, &guildhall_participation::vocabulary()).unwrap();
    let mut desk = Desk::joined();
    for (index, code) in MODULES.into_iter().enumerate() {
        assert_eq!(criterion.verdict(desk.participation.state()), Verdict::Undetermined, "{index} modules");
        desk.complete(code, "2019-05-20", "2019-06-10T08:00:00Z").unwrap();
    }
    assert_eq!(criterion.verdict(desk.participation.state()), Verdict::Met);
    desk.please(&Command::Finish, "2019-06-10T08:00:00Z").unwrap();
    assert_eq!(desk.participation.status(), Some(Status::Finished { on: day("2019-06-10") }));
    assert_eq!(criterion.verdict(desk.participation.state()), Verdict::Met);
}

#[test]
fn what_is_missing_is_held_against_nobody_before_the_record_is_closed() {
    let mut desk = Desk::joined();
    desk.complete("model", "2019-05-20", "2019-06-10T08:00:00Z").unwrap();
    assert!(fact(&desk.participation, facts::ALL_MODULES_COMPLETED).is_missing());
    desk.becomes(EditionStatus::Finished);
    desk.please(&Command::Finish, "2019-06-14T12:00:00Z").unwrap();
    assert_eq!(value(&desk.participation, facts::ALL_MODULES_COMPLETED), Some(Value::Boolean(false)));
    assert_eq!(value(&desk.participation, facts::STATUS), Some(Value::symbol("finished").unwrap()));
}

#[test]
fn the_edition_is_over_when_its_period_is_or_when_it_is_cancelled() {
    let mut desk = Desk::joined();
    let outstanding = Refusal::Outstanding { modules: MODULES.map(module).to_vec() };
    assert_eq!(desk.please(&Command::Finish, "2019-06-13T21:59:59Z"), Err(outstanding));
    assert_eq!(desk.please(&Command::Finish, "2019-06-13T22:00:00Z"), Ok(()));

    let mut desk = Desk::joined();
    desk.becomes(EditionStatus::Cancelled);
    assert_eq!(desk.please(&Command::Finish, "2019-05-21T12:00:00Z"), Ok(()));
}

#[test]
fn days_are_read_in_the_zone_of_the_edition() {
    let mut desk = Desk::joined();
    let tomorrow = Refusal::InFuture { on: day("2019-05-21"), today: day("2019-05-20") };
    assert_eq!(desk.complete("model", "2019-05-21", "2019-05-20T21:59:59Z"), Err(tomorrow));
    assert_eq!(desk.complete("model", "2019-05-21", "2019-05-20T22:00:00Z"), Ok(()));
}

#[test]
fn somebody_who_left_can_be_admitted_again_and_keeps_what_they_completed() {
    let mut desk = Desk::joined();
    desk.complete("model", "2019-05-20", "2019-05-21T12:00:00Z").unwrap();
    let leave = Command::Leave { on: day("2019-05-21"), reason: Some(slot(7)) };
    desk.please(&leave, "2019-05-21T12:00:00Z").unwrap();
    // The same application is given another seat, and then a third one.
    let (second, third) = (admitted(2), admitted(3));
    desk.please(&Command::Join { person: ANA, admission: second }, "2019-05-22T12:00:00Z").unwrap();
    assert_eq!(desk.participation.status(), Some(Status::TakingPart));
    assert_eq!(desk.participation.outstanding().count(), 3);
    desk.please(&Command::Leave { on: day("2019-05-22"), reason: None }, "2019-05-22T12:00:00Z").unwrap();
    for used in [SEAT, second] {
        let refusal = desk.please(&Command::Join { person: ANA, admission: used }, "2019-05-22T12:00:00Z");
        assert_eq!(refusal, Err(Refusal::Left { on: day("2019-05-22") }), "an admission is used once");
    }
    desk.please(&Command::Join { person: ANA, admission: third }, "2019-05-22T12:00:00Z").unwrap();
    assert_eq!(desk.participation.admissions(), [SEAT, second, third]);
    assert_eq!(desk.participation.admission(), Some(third));
    assert_eq!(desk.participation.joined_on(), Some(day("2019-05-22")));
}

#[test]
fn a_correction_is_a_record_of_its_own() {
    let mut desk = Desk::joined();
    desk.complete("model", "2019-05-20", "2019-05-21T12:00:00Z").unwrap();
    let annul = Command::Annul { module: module("model"), by: OFFICER, reason: slot(8) };
    desk.please(&annul, "2019-05-22T12:00:00Z").unwrap();
    desk.complete("model", "2019-05-21", "2019-05-22T12:00:00Z").unwrap();
    desk.please(&Command::Leave { on: day("2019-05-22"), reason: None }, "2019-05-22T12:00:00Z").unwrap();
    desk.please(&Command::Reopen { by: OFFICER, reason: slot(9) }, "2019-05-23T12:00:00Z").unwrap();

    let [completion, closing] = desk.participation.corrections() else { panic!("two corrections") };
    assert_eq!(completion.of, Corrected::Completion { module: module("model"), on: day("2019-05-20") });
    assert_eq!((completion.by, completion.reason), (OFFICER, slot(8)));
    assert_eq!([completion.at, closing.at], [at("2019-05-22T12:00:00Z"), at("2019-05-23T12:00:00Z")]);
    assert_eq!(closing.of, Corrected::Closing { status: Status::Left { on: day("2019-05-22") } });
    assert_eq!(desk.participation.modules()[0].completed_on, Some(day("2019-05-21")));
}

#[test]
fn says_no_in_sentences_a_clerk_understands() {
    let now = "2019-05-21T12:00:00Z";
    let join = Command::Join { person: ANA, admission: SEAT };
    let other_seat = Command::Join { person: ANA, admission: admitted(2) };
    let annul = |reason| Command::Annul { module: module("model"), by: OFFICER, reason };
    let contact = Slot::new(SlotId::new(Uuid::from_u128(3)), RetentionClass::Contact);
    let reopen = Command::Reopen { by: OFFICER, reason: slot(1) };
    let leave = Command::Leave { on: day("2019-05-20"), reason: None };
    let no = |desk: &mut Desk, command: &Command, sentence: &str| {
        let before = desk.participation.clone();
        let refusal = desk.please(command, now).unwrap_err();
        assert_eq!(refusal.to_string(), sentence);
        assert_eq!(desk.participation.state(), before.state());
    };

    let mut desk = Desk::new(EditionStatus::Running);
    let complete = Command::Complete { module: module("model"), on: day("2019-05-20") };
    for command in [&complete, &annul(slot(1)), &Command::Finish, &leave, &reopen] {
        no(&mut desk, command, "the person does not take part in this edition: let them join first");
    }
    let stranger = Command::Join { person: Id::new(Uuid::from_u128(0xB)), admission: SEAT };
    let refusal = desk.please(&stranger, now).unwrap_err();
    assert!(matches!(refusal, Refusal::OtherId { .. }));
    assert!(refusal.to_string().starts_with("this person takes part in this edition under id `"));

    for (status, word) in [
        (EditionStatus::Planned, "planned"),
        (EditionStatus::Finished, "finished"),
        (EditionStatus::Cancelled, "cancelled"),
    ] {
        let sentence = format!("the edition is {word}: people join one that is announced or running");
        no(&mut Desk::new(status), &join, &sentence);
    }
    let mut desk = Desk::new(EditionStatus::Running);
    desk.programme = Loaded::new(desk.programme.id().uuid(), desk.programme.id().uuid());
    let sentence =
        format!("programme `{}` does not have the version that this edition teaches", desk.programme.id());
    no(&mut desk, &join, &sentence);

    let mut desk = Desk::joined();
    no(&mut desk, &other_seat, "the person takes part in this edition already, with another admission");
    assert_eq!(desk.please(&join, now), Ok(()), "the same again changes nothing");
    no(&mut desk, &reopen, "the person is taking part: there is nothing to reopen");
    no(
        &mut desk,
        &Command::Complete { module: module("model"), on: day("2019-05-12") },
        "`2019-05-12` lies before the edition, which begins on 2019-05-13",
    );
    no(
        &mut desk,
        &Command::Complete { module: module("model"), on: day("2019-05-22") },
        "`2019-05-22` lies in the future; today is 2019-05-21",
    );
    no(
        &mut desk,
        &Command::Leave { on: day("2019-05-22"), reason: None },
        "`2019-05-22` lies in the future; today is 2019-05-21",
    );
    no(
        &mut desk,
        &Command::Complete { module: module("modell"), on: day("2019-05-20") },
        "module `modell` is not taught in this edition, which has `model`, `strategy`, `innovation`, `communication`",
    );
    no(&mut desk, &annul(slot(1)), "module `model` is not recorded as completed: there is nothing to annul");
    desk.please(&complete, now).unwrap();
    no(
        &mut desk,
        &complete,
        "module `model` was completed on 2019-05-20 already: annul that, with a reason, to correct it",
    );
    no(
        &mut desk,
        &Command::Finish,
        "`strategy`, `innovation`, `communication` can still be completed: the edition is not over",
    );
    let sentence = format!("a reason is free text, and slot {} (contact) is not for that", contact.id());
    no(&mut desk, &annul(contact), &sentence);
    no(&mut desk, &Command::Leave { on: day("2019-05-20"), reason: Some(contact) }, &sentence);
    desk.becomes(EditionStatus::Cancelled);
    no(&mut desk, &complete, "the edition is cancelled: modules are completed once it has begun");
    desk.becomes(EditionStatus::Announced);
    no(&mut desk, &complete, "the edition is announced: modules are completed once it has begun");
    let given = Uuid::from_u128(9);
    desk.edition = Loaded::new(given, given);
    let wanted = desk.participation.edition().unwrap();
    no(&mut desk, &complete, &format!("this person takes part in edition `{wanted}`, not `{given}`"));

    let mut desk = Desk::joined();
    desk.please(&leave, now).unwrap();
    for command in [&complete, &leave, &join, &Command::Finish] {
        let sentence = "the person left on 2019-05-20, and their admission is used up: let them join with a new \
                        one, or reopen the record, with a reason";
        no(&mut desk, command, sentence);
    }
    no(&mut desk, &Command::Reopen { by: OFFICER, reason: contact }, &sentence);
    let mut desk = Desk::joined();
    desk.becomes(EditionStatus::Cancelled);
    desk.please(&Command::Finish, now).unwrap();
    for command in [&complete, &leave, &other_seat] {
        no(
            &mut desk,
            command,
            "the participation was finished on 2019-05-21: reopen it, with a reason, to record more",
        );
    }
    assert_eq!(desk.please(&Command::Finish, now), Ok(()), "the same again changes nothing");
}

/// What happened, as a list: obviously right, and slow.
#[derive(Default)]
struct Log(Vec<Command>);

impl Log {
    fn completed(&self) -> BTreeMap<ModuleCode, NaiveDate> {
        let completed = |code: &str| {
            let last = self.0.iter().rev().find_map(|command| match command {
                Command::Complete { module, on } if module.as_str() == code => Some(Some(*on)),
                Command::Annul { module, .. } if module.as_str() == code => Some(None),
                _ => None,
            });
            last.flatten().map(|on| (module(code), on))
        };
        MODULES.iter().filter_map(|code| completed(code)).collect()
    }

    /// The last step that opened or closed the record.
    fn last_step(&self) -> Option<&Command> {
        let step = |command: &&Command| {
            matches!(
                command,
                Command::Join { .. } | Command::Finish | Command::Leave { .. } | Command::Reopen { .. }
            )
        };
        self.0.iter().rev().find(step)
    }

    fn is_open(&self) -> bool {
        matches!(self.last_step(), Some(Command::Join { .. } | Command::Reopen { .. }))
    }

    /// The admissions that were used, the last one first.
    fn used(&self) -> Vec<AdmissionId> {
        let joined = |command: &Command| match command {
            Command::Join { admission, .. } => Some(*admission),
            _ => None,
        };
        self.0.iter().rev().filter_map(joined).collect()
    }

    /// Whether a command is allowed, and then whether it changes anything.
    fn allows(&self, command: &Command, edition: EditionStatus, today: NaiveDate) -> Option<bool> {
        use EditionStatus::{Announced, Cancelled, Finished, Running};
        let completed = self.completed();
        let over = matches!(edition, Finished | Cancelled) || today > day("2019-06-13");
        let allowed = match command {
            Command::Join { admission, .. } => match self.last_step() {
                Some(Command::Finish) => false,
                Some(Command::Leave { .. }) => {
                    !self.used().contains(admission) && matches!(edition, Announced | Running)
                }
                Some(_) if self.used().first() == Some(admission) => return Some(false),
                Some(_) => false,
                None => matches!(edition, Announced | Running),
            },
            Command::Complete { module, on } => {
                self.is_open()
                    && matches!(edition, Running | Finished)
                    && (day("2019-05-13")..=today).contains(on)
                    && MODULES.contains(&module.as_str())
                    && !completed.contains_key(module)
            }
            Command::Annul { module, .. } => completed.contains_key(module),
            Command::Finish if matches!(self.last_step(), Some(Command::Finish)) => return Some(false),
            Command::Finish => self.is_open() && (over || completed.len() == MODULES.len()),
            Command::Leave { on, .. } => self.is_open() && *on <= today,
            Command::Reopen { .. } => !self.is_open() && !self.0.is_empty(),
            _ => false,
        };
        allowed.then_some(true)
    }
}

fn command() -> impl Strategy<Value = Command> {
    let code = prop::sample::select(vec!["model", "strategy", "innovation", "communication", "unheard"]);
    let on =
        (5_u32..=45).prop_map(|after| day("2019-05-01") + guildhall_kernel::chrono::Days::new(after.into()));
    prop_oneof![
        2 => (1_u64..4).prop_map(|seat| Command::Join { person: ANA, admission: admitted(seat) }),
        8 => (code.clone(), on.clone()).prop_map(|(code, on)| Command::Complete { module: module(code), on }),
        2 => code.prop_map(|code| Command::Annul { module: module(code), by: OFFICER, reason: slot(1) }),
        2 => Just(Command::Finish),
        1 => on.prop_map(|on| Command::Leave { on, reason: None }),
        1 => Just(Command::Reopen { by: OFFICER, reason: slot(1) }),
    ]
}

fn ids() -> (EditionId, Vec<ModuleCode>) {
    let edition = Desk::new(EditionStatus::Announced).edition.id();
    (edition, MODULES.into_iter().chain(["unheard"]).map(module).collect())
}

fn histories() -> impl Strategy<Value = Vec<Vec<Event>>> {
    let (edition, modules) = ids();
    prop::collection::vec(
        prop::collection::vec(strategies::participation_event(edition, ANA, modules), 0..6),
        0..8,
    )
}

fn id() -> Uuid {
    participation_id(ids().0, ANA).uuid()
}

/// L2: counts again what the events say, on plain lists. Gives the completed modules, how many there
/// are, and whether the record is closed; nothing if nobody joined.
fn recount(events: &[Event]) -> Option<(BTreeMap<String, NaiveDate>, i64, bool)> {
    let (mut place, mut taught, mut done) =
        ("nowhere", Vec::<String>::new(), Vec::<(String, NaiveDate)>::new());
    for event in events {
        match (place, event) {
            ("nowhere" | "left", Event::Joined { person, modules, .. }) if *person == ANA => {
                place = "in";
                taught = modules.iter().map(ToString::to_string).collect();
                done.retain(|(code, _)| taught.contains(code));
            }
            ("in", Event::ModuleCompleted { module, on })
                if taught.contains(&module.to_string())
                    && !done.iter().any(|(code, _)| code == module.as_str()) =>
            {
                done.push((module.to_string(), *on));
            }
            ("in" | "left" | "finished", Event::CompletionAnnulled { module, .. }) => {
                done.retain(|(code, _)| code != module.as_str());
            }
            ("in", Event::Finished { .. }) => place = "finished",
            ("in", Event::Left { .. }) => place = "left",
            ("left" | "finished", Event::Reopened { .. }) => place = "in",
            _ => {}
        }
    }
    let total = i64::try_from(taught.len()).unwrap();
    (place != "nowhere").then(|| (done.into_iter().collect(), total, place != "in"))
}

proptest! {
    #[test]
    fn c1_apply_is_total(batches in histories()) {
        laws::total::<Participation>(id(), &batches.concat()).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn c3_replay_equals_incremental(batches in histories()) {
        laws::replay::<Participation>(ids().0.uuid(), id(), batches).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn c4_states_and_events_survive(batches in histories()) {
        let mut state = Participation::empty(id());
        for event in batches.concat() {
            laws::event_survives(&event).map_err(TestCaseError::fail)?;
            state.apply(&event);
            laws::survives(&state).map_err(TestCaseError::fail)?;
            laws::survives(&state.facts()).map_err(TestCaseError::fail)?;
        }
    }

    #[test]
    fn c4_commands_survive(command in command()) {
        laws::survives(&command).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn l2_facts_equal_a_recount(batches in histories()) {
        let events = batches.concat();
        let mut state = Participation::empty(id());
        events.iter().for_each(|event| state.apply(event));
        let facts = state.facts().checked(&guildhall_participation::vocabulary()).unwrap();
        let known = |key| facts.get(key).and_then(Fact::value).cloned();
        let Some((done, total, closed)) = recount(&events) else {
            prop_assert!(facts.iter().all(|(_, fact)| fact.is_missing()));
            return Ok(());
        };
        let Some(Value::Set(codes)) = known(facts::MODULES_COMPLETED) else { panic!("a set") };
        let days: BTreeMap<_, _> = state.modules().iter()
            .filter_map(|record| Some((record.module.to_string(), record.completed_on?)))
            .collect();
        prop_assert_eq!(codes.iter().map(ToString::to_string).collect::<BTreeSet<_>>(),
            done.keys().cloned().collect::<BTreeSet<_>>());
        prop_assert_eq!(days, done);
        prop_assert_eq!(codes.is_complete(), closed);
        prop_assert_eq!(known(facts::MODULES_TOTAL), Some(Value::Integer(total)));
        let all = i64::try_from(codes.count()).unwrap() == total;
        let expected = (all || closed).then_some(Value::Boolean(all));
        prop_assert_eq!(known(facts::ALL_MODULES_COMPLETED), expected);
    }

    /// C2, beside the log: what is decided is what the log allows, and leaves a state that some
    /// history leads to.
    #[test]
    fn c2_decisions_agree_with_the_log(
        steps in prop::collection::vec((command(), 0_usize..4, 0_u64..60), 1..40),
    ) {
        use EditionStatus::{Announced, Cancelled, Finished, Running};
        let mut desk = Desk::new(Running);
        let editions = [Announced, Running, Finished, Cancelled]
            .map(|status| training(&Memory::default(), status).1);
        let mut log = Log::default();
        for (command, edition, after) in steps {
            let now: Time = at("2019-05-10T12:00:00Z") + guildhall_kernel::chrono::Days::new(after);
            desk.edition = editions[edition].clone();
            let status = desk.edition.status().unwrap();
            let expected = log.allows(&command, status, now.date_naive());
            let facts = ParticipationFacts { edition: &desk.edition, programme: &desk.programme };
            let decided = desk.participation.state().decide(&command, &facts, now);
            prop_assert_eq!(decided.as_ref().ok().map(|events| !events.is_empty()), expected, "{:?}", command);
            desk.please(&command, &now.to_rfc3339()).ok();
            if expected == Some(true) {
                log.0.push(command);
            }
            let completed: BTreeMap<_, _> = desk.participation.modules().iter()
                .filter_map(|record| Some((record.module.clone(), record.completed_on?)))
                .collect();
            prop_assert_eq!(completed, log.completed());
            prop_assert_eq!(desk.participation.status() == Some(Status::TakingPart), log.is_open());
            laws::survives(desk.participation.state()).map_err(TestCaseError::fail)?;
        }
    }
}

#[test]
fn c5_a_reason_is_seen_nowhere_but_in_its_slot() {
    let canary = "Ana Canary was ill";
    let mut desk = Desk::joined();
    desk.complete("model", "2019-05-20", "2019-05-21T12:00:00Z").unwrap();
    let annul = Command::Annul { module: module("model"), by: OFFICER, reason: slot(8) };
    let facts = ParticipationFacts { edition: &desk.edition, programme: &desk.programme };
    let now = at("2019-05-22T12:00:00Z");
    let staged = desk.participation.decide(&annul, &facts, now).unwrap();
    let commit = Commit::new(CommitId::new(Uuid::from_u128(1)), now, Some(OFFICER));
    let commit = commit.with(&staged).unwrap().private(slot(8), canary).unwrap();
    laws::commit_keeps_quiet(&[canary], &commit).unwrap();
}

#[test]
fn c6_a_state_that_no_history_leads_to_is_refused() {
    let mut desk = Desk::joined();
    desk.complete("model", "2019-05-20", "2019-05-21T12:00:00Z").unwrap();
    let json = serde_json::to_string(desk.participation.state()).unwrap();
    laws::survives(desk.participation.state()).unwrap();
    let other = json.replace(&ANA.to_string(), &Uuid::from_u128(0xB).to_string());
    let twice = json.replace("\"strategy\"", "\"model\"");
    let correction = format!(
        r#""corrections":[{{"of":{{"closing":{{"status":"taking_part"}}}},"by":"{OFFICER}","reason":{},"at":"2019-05-22T12:00:00Z"}}]"#,
        serde_json::to_string(&slot(1)).unwrap()
    );
    let closing = json.replace(r#""corrections":[]"#, &correction);
    let seat = format!("\"{SEAT}\"");
    let used_twice = json.replace(&seat, &format!("{seat},{seat}"));
    let never = json.replace(&seat, "");
    for unsound in [other, twice, closing, used_twice, never] {
        assert_ne!(unsound, json);
        let refusal = laws::refuses::<Participation>(&unsound).unwrap();
        assert!(refusal.contains("no history leads to this state"), "{refusal}");
    }
    laws::refuses::<Participation>(&json.replace("\"modules\"", "\"moduls\"")).unwrap();
    laws::refuses::<Command>(r#"{"complete":{"module":"Model!","on":"2019-05-20"}}"#).unwrap();
}

#[test]
fn c8_the_edition_and_the_programme_moved_cause_a_conflict() {
    let fresh = || {
        let store = Memory::default();
        training(&store, EditionStatus::Running);
        store
    };
    let Desk { programme, edition, participation } = Desk::new(EditionStatus::Running);
    let decide = |store: &Memory| {
        let id = edition.id().uuid();
        let edition = Loaded::<Edition>::read(store, id, id).unwrap();
        let programme =
            Loaded::<Programme>::read(store, programme.id().uuid(), programme.id().uuid()).unwrap();
        let participation = Loaded::<Participation>::read(store, id, participation.id().uuid()).unwrap();
        let facts = ParticipationFacts { edition: &edition, programme: &programme };
        let now = at("2019-05-22T12:00:00Z");
        let staged =
            participation.decide(&Command::Join { person: ANA, admission: SEAT }, &facts, now).unwrap();
        Commit::new(CommitId::new(Uuid::from_u128(1)), now, None).with(&staged).unwrap()
    };
    let consulted = [edition.stream().clone(), programme.stream().clone()];
    laws::every_read_conflicts(fresh, decide, &consulted).unwrap();
}

#[test]
fn the_vocabulary_speaks_four_languages() {
    let vocabulary = guildhall_participation::vocabulary();
    assert_eq!(vocabulary.iter().count(), 4);
    for declaration in vocabulary.iter() {
        for language in ["en", "pl", "sl", "ru"] {
            assert!(declaration.label().get(&language.parse().unwrap()).is_some(), "{language}");
        }
    }
    let mut desk = Desk::joined();
    desk.complete("model", "2019-05-20", "2019-05-21T12:00:00Z").unwrap();
    assert_eq!(desk.participation.facts().iter().count(), 4);
}
