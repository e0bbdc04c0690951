//! The two state machines, each beside a naive model that keeps a plain table and counts in days
//! (C2, P1); and every refusal, reached.

use std::num::NonZeroU32;

use crate::common::{self, *};
use guildhall_conformance::laws;
use guildhall_kernel::memory::Memory;
use guildhall_kernel::{Aggregate, Loaded, Time, Uuid};
use guildhall_programme::*;
use proptest::collection::vec;
use proptest::prelude::*;

fn version(number: u32) -> ProgrammeVersion {
    ProgrammeVersion::new(NonZeroU32::new(number).unwrap())
}

/// Three wordings of the programme, and one under another code.
fn wording(nth: usize) -> ProgrammeDefinition {
    let mut written = written_programme();
    written.title = text(&format!("Training {nth}"));
    if nth == 3 {
        written.code = "mayors".parse().unwrap();
    }
    written.try_into().unwrap()
}

#[derive(Clone, Debug)]
enum Step {
    Draft(usize),
    Approve(u32),
    Offer(u32),
    Retire,
}

/// The reference: a row per version, with its wording and how far it has come.
#[derive(Default)]
struct Table {
    rows: Vec<(usize, ProgrammeStatus)>,
}

impl Table {
    /// Whether it is granted.
    fn step(&mut self, step: &Step) -> bool {
        use ProgrammeStatus::{Approved, Draft, Offered, Retired};
        let retired = !self.rows.is_empty() && self.rows.iter().all(|(_, status)| *status == Retired);
        let approved = self.rows.iter().any(|(_, status)| *status != Draft);
        match step {
            Step::Draft(nth) => {
                let renamed = approved && (self.rows[0].0 == 3) != (*nth == 3);
                if retired || renamed {
                    return false;
                }
                match self.rows.last_mut() {
                    Some((wording, Draft)) => *wording = *nth,
                    Some((wording, _)) if wording == nth => {}
                    _ => self.rows.push((*nth, Draft)),
                }
                true
            }
            Step::Approve(number) => match self.rows.get_mut(*number as usize - 1) {
                None => false,
                Some((_, status)) => {
                    if *status == Draft {
                        *status = Approved;
                    }
                    true
                }
            },
            Step::Offer(number) => {
                let index = *number as usize - 1;
                match self.rows.get(index).map(|row| row.1) {
                    None | Some(Draft | Retired) => false,
                    Some(Approved | Offered) => {
                        self.rows[..index].iter_mut().for_each(|row| row.1 = Retired);
                        self.rows[index].1 = Offered;
                        true
                    }
                }
            }
            Step::Retire => {
                self.rows.retain(|(_, status)| *status != Draft || !approved);
                if approved {
                    self.rows.iter_mut().for_each(|row| row.1 = Retired);
                }
                approved
            }
        }
    }
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        5 => (0..4usize).prop_map(Step::Draft),
        5 => (1..5u32).prop_map(Step::Approve),
        5 => (1..5u32).prop_map(Step::Offer),
        1 => Just(Step::Retire),
    ]
}

proptest! {
    /// C2, and the machine is the table's: what was approved keeps its wording for ever.
    #[test]
    fn c2_a_programme_moves_as_its_table_says(steps in vec(step(), 1..25)) {
        let (mut programme, mut table) = (Programme::empty(PROGRAMME), Table::default());
        let vocabulary = vocabulary();
        for step in &steps {
            let decided = match step {
                Step::Draft(nth) => programme.draft_version(&wording(*nth)),
                Step::Approve(number) => programme.approve(version(*number), &vocabulary),
                Step::Offer(number) => programme.offer(version(*number)),
                Step::Retire => programme.retire(),
            };
            prop_assert_eq!(decided.is_ok(), table.step(step), "{:?} on {:?}", step, programme.status());
            for event in decided.unwrap_or_default() {
                let before = programme.clone();
                programme.apply(&event);
                prop_assert_ne!(&programme, &before, "an event that changes nothing");
            }
            laws::survives(&programme).map_err(TestCaseError::fail)?;
            let rows: Vec<_> = (1..6).filter_map(|n| programme.status_of(version(n))).collect();
            prop_assert_eq!(rows, table.rows.iter().map(|row| row.1).collect::<Vec<_>>());
            for (index, (nth, status)) in table.rows.iter().enumerate() {
                let number = version(u32::try_from(index).unwrap() + 1);
                let approved = programme.approved(number).cloned();
                prop_assert_eq!(approved, (*status != ProgrammeStatus::Draft).then(|| wording(*nth)));
            }
            let offered = table.rows.iter().filter(|row| row.1 == ProgrammeStatus::Offered).count();
            prop_assert_eq!(offered, usize::from(programme.offered().is_some()));
        }
    }
}

/// The programme: only a draft; 1 approved; 1 on offer; 1 on offer and 2 approved; 2 on offer;
/// retired.
fn programmes() -> Vec<Loaded<Programme>> {
    let vocabulary = vocabulary();
    let facts = ProgrammeFacts { vocabulary: &vocabulary };
    let draft = |nth| ProgrammeCommand::Draft { definition: Box::new(wording(nth)) };
    let approve = |n| ProgrammeCommand::Approve { version: version(n) };
    let offer = |n| ProgrammeCommand::Offer { version: version(n) };
    let steps = [draft(0), approve(1), offer(1), draft(1), approve(2), offer(2), ProgrammeCommand::Retire];
    [1, 2, 3, 5, 6, 7]
        .into_iter()
        .map(|count| {
            let steps = steps.iter().take(count).cloned().map(|step| (step, noon(0)));
            run(&Memory::default(), PROGRAMME, &facts, steps)
        })
        .collect()
}

/// How many versions each of them has approved, and which it has on offer.
const APPROVED: [u32; 6] = [0, 1, 1, 2, 2, 2];
const OFFERED: [u32; 6] = [0, 0, 1, 1, 2, 0];

/// The plans an edition can have: the common one; one without sessions; one with a module nobody
/// teaches.
fn plans() -> [EditionDefinition; 3] {
    let bare = WrittenEdition { sessions: vec![], ..written_edition() };
    let mut unknown = written_edition();
    unknown.sessions[0].module = Some("c".parse().unwrap());
    [edition_definition(), bare.try_into().unwrap(), unknown.try_into().unwrap()]
}

#[derive(Clone, Debug)]
enum Deed {
    Plan(u32, usize),
    Announce,
    Begin,
    Finish,
    Cancel,
    Move(usize, u64, u64),
    CancelSession(usize),
}

/// The reference: sessions as days of June, `now` as noon of a day.
#[derive(Default)]
struct Sheet {
    status: Option<EditionStatus>,
    version: u32,
    plan: usize,
    /// First day, last day, how often changed, cancelled.
    sessions: Vec<(u64, u64, u32, bool)>,
}

const CODES: [&str; 4] = ["s", "t", "u", "v"];

impl Sheet {
    fn deed(&mut self, deed: &Deed, today: u64, programme: usize) -> bool {
        use EditionStatus::{Announced, Cancelled, Finished, Planned, Running};
        let changeable = matches!(self.status, Some(Announced | Running));
        match deed {
            Deed::Plan(number, plan) => {
                let may = matches!(self.status, None | Some(Planned))
                    && *number <= APPROVED[programme]
                    && programme != 5
                    && *plan != 2;
                if may {
                    (self.status, self.version, self.plan) = (Some(Planned), *number, *plan);
                    let sessions = vec![(11, 11, 0, false), (12, 14, 0, false), (20, 20, 0, false)];
                    self.sessions = if *plan == 0 { sessions } else { vec![] };
                }
                may
            }
            Deed::Announce => {
                let now = self.status == Some(Planned)
                    && OFFERED[programme] == self.version
                    && !self.sessions.is_empty()
                    && today <= 20;
                self.becomes(Announced, now)
            }
            Deed::Begin => self.becomes(Running, self.status == Some(Announced) && today >= 10),
            Deed::Finish => self.becomes(Finished, self.status == Some(Running) && today > 20),
            Deed::Cancel => {
                let now = matches!(self.status, Some(Planned | Announced | Running));
                self.becomes(Cancelled, now)
            }
            Deed::Move(nth, first, last) => {
                let Some(session) = self.sessions.get_mut(*nth).filter(|session| changeable && !session.3)
                else {
                    return false;
                };
                let inside = 10 <= *first && first <= last && *last <= 20;
                if inside && (session.0, session.1) == (*first, *last) {
                    return true;
                }
                let may = inside && today < session.0;
                if may {
                    *session = (*first, *last, session.2 + 1, false);
                }
                may
            }
            Deed::CancelSession(nth) => {
                let Some(session) = self.sessions.get_mut(*nth).filter(|_| changeable) else { return false };
                if !session.3 && today < session.0 {
                    *session = (session.0, session.1, session.2 + 1, true);
                }
                session.3
            }
        }
    }

    fn becomes(&mut self, next: EditionStatus, now: bool) -> bool {
        if now {
            self.status = Some(next);
        }
        self.status == Some(next)
    }
}

fn command(deed: &Deed) -> EditionCommand {
    match deed {
        Deed::Plan(number, plan) => {
            let definition = Box::new(plans()[*plan].clone());
            EditionCommand::Plan { version: version(*number), definition }
        }
        Deed::Announce => EditionCommand::Announce,
        Deed::Begin => EditionCommand::Begin,
        Deed::Finish => EditionCommand::Finish,
        Deed::Cancel => EditionCommand::Cancel { notice: text("Too few have applied") },
        Deed::Move(nth, first, last) => {
            let time = SessionTime::new(june(*first), june(*last)).unwrap();
            EditionCommand::MoveSession { session: CODES[*nth].parse().unwrap(), time, place: None }
        }
        Deed::CancelSession(nth) => EditionCommand::CancelSession { session: CODES[*nth].parse().unwrap() },
    }
}

fn deed() -> impl Strategy<Value = Deed> {
    let day = || 8..23u64;
    prop_oneof![
        4 => (1..3u32, prop_oneof![6 => Just(0usize), 1 => 1..3usize]).prop_map(|(n, plan)| Deed::Plan(n, plan)),
        4 => Just(Deed::Announce),
        3 => Just(Deed::Begin),
        2 => Just(Deed::Finish),
        1 => Just(Deed::Cancel),
        6 => (0..4usize, day(), 0..4u64).prop_map(|(nth, first, days)| Deed::Move(nth, first, first + days)),
        1 => (0..4usize, day(), day()).prop_map(|(nth, first, last)| Deed::Move(nth, first, last)),
        2 => (0..4usize).prop_map(Deed::CancelSession),
    ]
}

proptest! {
    /// C2 and P1: the machine is the sheet's, and whatever is done, sessions lie inside the edition.
    #[test]
    fn c2_p1_an_edition_moves_as_its_sheet_says(
        mut deeds in vec((deed(), 4..24u64, prop_oneof![3 => Just(2usize), 1 => 0..6usize]), 1..30),
        in_order in any::<bool>(),
    ) {
        if in_order {
            deeds.sort_by_key(|(_, today, _)| *today);
        }
        let programmes = programmes();
        let (mut edition, mut sheet) = (Edition::empty(edition_uuid()), Sheet::default());
        for (deed, today, programme) in &deeds {
            let facts = EditionFacts { programme: &programmes[*programme] };
            let decided = edition.decide(&command(deed), &facts, noon(*today));
            let granted = sheet.deed(deed, *today, *programme);
            prop_assert_eq!(decided.is_ok(), granted, "{:?} on {}: {:?}", deed, today, decided);
            for event in decided.unwrap_or_default() {
                let before = edition.clone();
                edition.apply(&event);
                prop_assert_ne!(&edition, &before, "an event that changes nothing");
            }
            laws::survives(&edition).map_err(TestCaseError::fail)?;
            prop_assert_eq!(edition.status(), sheet.status);
            prop_assert_eq!(edition.notice().is_some(), sheet.status == Some(EditionStatus::Cancelled));
            let sessions: Vec<_> = edition
                .sessions()
                .iter()
                .map(|s| (s.window().from(), s.window().until(), s.sequence(), s.is_cancelled()))
                .collect();
            let expected: Vec<_> =
                sheet.sessions.iter().map(|s| (june(s.0).into(), june(s.1).into(), s.2, s.3)).collect();
            prop_assert_eq!(sessions, expected);
            for session in edition.sessions() {
                let first = june(10).and_hms_opt(0, 0, 0).unwrap().and_utc() - chrono_hours(2);
                let end = june(21).and_hms_opt(0, 0, 0).unwrap().and_utc() - chrono_hours(2);
                prop_assert!(first <= session.window().starts_at() && session.window().ends_at() <= end);
                let id = session_id(edition.id(), session.code());
                prop_assert_eq!(session.id(), id, "a session keeps its id");
            }
        }
    }
}

fn chrono_hours(hours: i64) -> guildhall_kernel::chrono::Duration {
    guildhall_kernel::chrono::Duration::hours(hours)
}

#[test]
fn every_transition_of_an_edition() {
    use EditionStatus::{Announced, Cancelled, Finished, Planned, Running};
    let all = [Planned, Announced, Running, Finished, Cancelled];
    let allowed = [
        (Planned, Announced),
        (Planned, Cancelled),
        (Announced, Running),
        (Announced, Cancelled),
        (Running, Finished),
        (Running, Cancelled),
    ];
    for from in all {
        for to in all {
            assert_eq!(from.may_become(to), allowed.contains(&(from, to)), "{from} to {to}");
        }
        assert_eq!(from.is_final(), allowed.iter().all(|(before, _)| *before != from));
    }
}

fn said<T: std::fmt::Debug, E: std::fmt::Display>(result: Result<T, E>) -> String {
    result.unwrap_err().to_string()
}

#[test]
fn every_refusal_of_a_programme_says_why() {
    let programmes = programmes();
    let [draft, _, _, _, replaced, retired] = &programmes[..] else { panic!("six programmes") };
    let empty = Programme::empty(PROGRAMME);
    assert_eq!(
        said(retired.draft_version(&wording(0))),
        "the programme is retired; what continues it is a programme of its own"
    );
    assert_eq!(said(retired.offer(version(1))), said(retired.draft_version(&wording(0))));
    assert_eq!(
        said(replaced.draft_version(&wording(3))),
        "the programme is `city-managers` in every version, not `mayors`"
    );
    assert_eq!(said(draft.approve(version(2), &vocabulary())), "there is no version 2 of the programme yet");
    assert_eq!(said(draft.offer(version(2))), "there is no version 2 of the programme yet");
    assert_eq!(said(draft.offer(version(1))), "version 1 is not approved yet");
    assert_eq!(
        said(draft.approve(version(1), &toml::from_str("facts = []").unwrap())),
        "the rule of the target group asks what nobody can answer:\n\
         fact: no fact is called `applicant.position`"
    );
    assert_eq!(said(replaced.offer(version(1))), "version 2 is on offer and has replaced version 1");
    assert_eq!(
        said(empty.retire()),
        "no version of the programme was ever approved, so there is nothing to retire"
    );
}

#[test]
fn every_refusal_of_an_edition_says_why() {
    let programmes = programmes();
    let [draft, _, offered, _, replaced, retired] = &programmes[..] else { panic!("six programmes") };
    let empty = Edition::empty(edition_uuid());
    let after = |steps: &[(EditionCommand, u64)]| {
        let steps = steps.iter().map(|(command, day)| (command.clone(), noon(*day)));
        let store = Memory::default();
        let programme = common::offered(&store);
        run::<Edition>(&store, edition_uuid(), &EditionFacts { programme: &programme }, steps)
    };
    let planned = after(&[(plan(), 1)]);
    let announced = after(&[(plan(), 1), (EditionCommand::Announce, 1)]);
    let running = after(&[(plan(), 1), (EditionCommand::Announce, 1), (EditionCommand::Begin, 11)]);
    let code = |code: &str| -> SessionCode { code.parse().unwrap() };
    let (one, definition) = (version(1), edition_definition());

    assert_eq!(said(empty.announce(offered, noon(1))), "the edition is not planned yet");
    assert_eq!(
        said(running.plan(offered, one, &definition)),
        "the edition is running and is not planned anew; its sessions can be moved or cancelled"
    );
    assert_eq!(said(planned.finish(noon(25))), "an edition that is planned cannot become finished");
    let other = Edition::empty(Uuid::from_u128(9));
    assert_eq!(
        said(other.plan(offered, one, &definition)),
        format!(
            "edition 1 of the programme has the id `{}`, not `00000000-0000-0000-0000-000000000009`",
            edition_uuid()
        )
    );
    let mut named = written_edition();
    named.programme = "mayors".parse().unwrap();
    assert_eq!(
        said(empty.plan(offered, one, &named.try_into().unwrap())),
        "the edition is defined for the programme `mayors`, not for `city-managers`"
    );
    let stranger = Programme::empty(Uuid::from_u128(9));
    assert_eq!(
        said(planned.announce(&stranger, noon(1))),
        "the edition belongs to the programme with the id `00000000-0000-0000-0000-000000000c17`, \
         not `00000000-0000-0000-0000-000000000009`"
    );
    assert_eq!(said(empty.plan(draft, one, &definition)), "version 1 of the programme is not approved");
    assert_eq!(
        said(empty.plan(retired, one, &definition)),
        "the programme `city-managers` is retired and has no new editions"
    );
    let mut unknown = written_edition();
    unknown.sessions[1].module = Some("d".parse().unwrap());
    unknown.sessions[0].module = Some("c".parse().unwrap());
    assert_eq!(
        said(empty.plan(offered, one, &unknown.try_into().unwrap())),
        "version 1 of the programme does not teach `c`, `d`"
    );
    assert_eq!(
        said(planned.announce(replaced, noon(1))),
        "the edition is planned on version 1 of the programme, but version 2 is on offer"
    );
    assert_eq!(
        said(planned.announce(retired, noon(1))),
        "the edition is planned on version 1 of the programme, but none is on offer"
    );
    let bare = EditionCommand::Plan { version: one, definition: Box::new(plans()[1].clone()) };
    assert_eq!(said(after(&[(bare, 1)]).announce(offered, noon(1))), "the edition has no session yet");
    assert_eq!(said(planned.announce(offered, noon(21))), "the edition's period is over since `2019-06-20`");
    assert_eq!(said(announced.begin(noon(9))), "the edition does not begin before `2019-06-10`");
    assert_eq!(said(running.finish(noon(20))), "the edition is not over yet: it runs until `2019-06-20`");
    assert_eq!(
        said(planned.cancel_session(&code("s"), noon(1))),
        "single sessions change while an edition is announced or running, and this one is planned"
    );
    assert_eq!(said(announced.cancel_session(&code("v"), noon(1))), "the edition has no session `v`");
    let cancel = EditionCommand::CancelSession { session: code("s") };
    let without = after(&[(plan(), 1), (EditionCommand::Announce, 1), (cancel, 1)]);
    let to = |first, last| SessionTime::new(june(first), june(last)).unwrap();
    assert_eq!(
        said(without.move_session(&code("s"), to(12, 12), None, noon(1))),
        "the session `s` is cancelled and stays so"
    );
    assert_eq!(
        said(running.move_session(&code("s"), to(12, 12), None, noon(11))),
        "the session `s` has begun (`2019-06-11`)"
    );
    assert_eq!(
        said(announced.move_session(&code("s"), to(20, 21), None, noon(1))),
        "the session (`2019-06-20` to `2019-06-21`) lies outside the edition, \
         which runs from `2019-06-10` to `2019-06-20`"
    );
    assert_eq!(
        said(announced.move_session(&code("s"), to(13, 12), None, noon(1))),
        "the window ends (`2019-06-12`) before it begins (`2019-06-13`) in Europe/Ljubljana"
    );
    let castle = Place { name: text("Ljubljana Castle"), town: None, address: None };
    assert_eq!(
        said(announced.move_session(&code("t"), to(13, 13), Some(&castle), noon(1))),
        "the session `t` is online and has no place"
    );
}

/// Facts are given with each command, so that a caller can pass them on from JSON.
#[test]
fn commands_arrive_as_json() {
    let store = Memory::default();
    let programme = offered(&store);
    let facts = EditionFacts { programme: &programme };
    let plan = serde_json::json!({ "plan": { "version": 1, "definition": written_edition() } });
    let steps = [plan, "announce".into()].map(|json| (serde_json::from_value(json).unwrap(), noon(1)));
    let edition = run::<Edition>(&store, edition_uuid(), &facts, steps);
    assert_eq!(edition.status(), Some(EditionStatus::Announced));
    assert_eq!(edition.programme(), Some((programme_id(), ProgrammeVersion::FIRST)));
    let unknown = serde_json::json!({ "cancel": { "notice": { "en": "Too few" }, "reason": "" } });
    assert!(serde_json::from_value::<EditionCommand>(unknown).is_err());
}

/// A class at nine is at nine on both sides of a clock change (P5, as far as this room goes).
#[test]
fn p5_wall_time_holds_over_a_clock_change() {
    let definition: EditionDefinition = toml::from_str(
        r#"
        programme = "city-managers"
        number = 1
        delivery = "onsite"
        period = { from = "2024-10-25", until = "2024-10-28", zone = "Europe/Ljubljana" }
        sessions = [
            { code = "before", kind = "class", title = { en = "Before" },
              from = "2024-10-25T09:00:00", until = "2024-10-25T12:00:00" },
            { code = "after", kind = "class", title = { en = "After" },
              from = "2024-10-28T09:00:00", until = "2024-10-28T12:00:00" },
        ]
        "#,
    )
    .unwrap();
    let programme = offered(&Memory::default());
    let mut edition = Edition::empty(edition_uuid());
    for event in edition.plan(&programme, version(1), &definition).unwrap() {
        edition.apply(&event);
    }
    let starts: Vec<Time> = edition.sessions().iter().map(|session| session.window().starts_at()).collect();
    let expected = ["2024-10-25T07:00:00Z", "2024-10-28T08:00:00Z"].map(|at| at.parse::<Time>().unwrap());
    assert_eq!(starts, expected);
}

/// A period holds its first instant and ends before the instant after its last.
#[test]
fn transitions_keep_to_the_exact_edges_of_the_period() {
    let store = Memory::default();
    let programme = common::offered(&store);
    let facts = EditionFacts { programme: &programme };
    let begin: Time = "2019-06-09T22:00:00Z".parse().unwrap();
    let end: Time = "2019-06-20T22:00:00Z".parse().unwrap();
    let moment = guildhall_kernel::chrono::Duration::nanoseconds(1);
    let planned = run::<Edition>(&store, edition_uuid(), &facts, [(plan(), noon(1))]);
    assert!(planned.announce(&programme, end).is_err());
    assert!(planned.announce(&programme, end - moment).is_ok());
    let announced = run::<Edition>(&store, edition_uuid(), &facts, [(EditionCommand::Announce, noon(1))]);
    assert!(announced.begin(begin - moment).is_err());
    assert!(announced.begin(begin).is_ok());
    let session = |code: &str| -> SessionCode { code.parse().unwrap() };
    let first: Time = "2019-06-10T22:00:00Z".parse().unwrap();
    assert!(announced.cancel_session(&session("s"), first).is_err());
    assert!(announced.cancel_session(&session("s"), first - moment).is_ok());
    let running = run::<Edition>(&store, edition_uuid(), &facts, [(EditionCommand::Begin, begin)]);
    assert!(running.finish(end - moment).is_err());
    assert!(running.finish(end).is_ok());
}

/// Whoever asks for what is so already gets no event and no refusal.
#[test]
fn what_is_so_already_is_no_event() {
    let store = Memory::default();
    let programme = common::offered(&store);
    let version = ProgrammeVersion::FIRST;
    assert_eq!(programme.draft_version(&programme_definition()), Ok(vec![]));
    assert_eq!(programme.approve(version, &vocabulary()), Ok(vec![]));
    assert_eq!(programme.offer(version), Ok(vec![]));
    let facts = EditionFacts { programme: &programme };
    let planned = run::<Edition>(&store, edition_uuid(), &facts, [(plan(), noon(1))]);
    assert_eq!(planned.plan(&programme, version, &edition_definition()), Ok(vec![]));
    let announced = run::<Edition>(&store, edition_uuid(), &facts, [(EditionCommand::Announce, noon(1))]);
    assert_eq!(announced.announce(&programme, noon(30)), Ok(vec![]));
    let same = SessionTime::new(june(11), june(11)).unwrap();
    assert_eq!(announced.move_session(&"s".parse().unwrap(), same, None, noon(30)), Ok(vec![]));
}
