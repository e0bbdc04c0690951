//! Whole recruitments, command by command, beside a naive model: a few booleans per person and one
//! list. Guards E1 to E6, E9 and E10 in any order of commands, C2, and the overview.

use std::collections::HashMap;

use guildhall_conformance::laws;
use guildhall_enrolment::*;
use guildhall_kernel::{CommitError, Store, catch_up};
use guildhall_kernel::{Position, Recorded};
use guildhall_programme::EditionEvent;
use proptest::prelude::*;

use crate::fixture::*;

const PEOPLE: usize = 5;

/// What somebody writes into the form: their position, and which of two towns sends them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Form {
    held: Option<&'static str>,
    moved: bool,
}

#[derive(Clone, Copy, Debug)]
enum Op {
    Wait(u32),
    Open,
    Close,
    /// The edition begins.
    Begin,
    /// The edition is cancelled.
    Cancel,
    Finish,
    Revise {
        seats: Option<u32>,
        wanted: &'static str,
    },
    Submit(usize, Form),
    Amend(usize, Form),
    Determine(usize),
    Confirm(usize),
    Answer(usize, bool),
    Refuse(usize),
    Withdraw(usize),
    Admit(usize),
    /// Two who look at the same seats at the same time.
    AdmitBoth(usize, usize),
}

fn form() -> impl Strategy<Value = Form> {
    let held = prop::sample::select(vec![Some("manager"), Some("manager"), Some("clerk"), None]);
    (held, prop::bool::weighted(0.3)).prop_map(|(held, moved)| Form { held, moved })
}

impl Form {
    fn of(self, n: usize) -> Submission {
        sent_by(if self.moved { other_town() } else { town() }, who(n), self.held)
    }
}

fn op() -> impl Strategy<Value = Op> {
    let who = 0..PEOPLE;
    prop_oneof![
        1 => (1u32..4).prop_map(Op::Wait),
        1 => Just(Op::Open),
        1 => Just(Op::Close),
        1 => prop::sample::select(vec![Op::Begin, Op::Cancel, Op::Open, Op::Open, Op::Open, Op::Open, Op::Open]),
        1 => prop::bool::weighted(0.2).prop_map(|end| if end { Op::Finish } else { Op::Close }),
        1 => (prop::option::of(1u32..4), prop::sample::select(vec!["manager", "clerk"]))
            .prop_map(|(seats, wanted)| Op::Revise { seats, wanted }),
        5 => (who.clone(), form()).prop_map(|(who, form)| Op::Submit(who, form)),
        3 => (who.clone(), form()).prop_map(|(who, form)| Op::Amend(who, form)),
        6 => who.clone().prop_map(Op::Determine),
        3 => who.clone().prop_map(Op::Confirm),
        3 => (who.clone(), prop::bool::weighted(0.8)).prop_map(|(who, yes)| Op::Answer(who, yes)),
        2 => who.clone().prop_map(Op::Refuse),
        2 => who.clone().prop_map(Op::Withdraw),
        6 => who.clone().prop_map(Op::Admit),
        4 => (who.clone(), who).prop_map(|(one, other)| Op::AdmitBoth(one, other)),
    ]
}

/// Single commands, and among them whole ways: somebody's to a seat, so that seats fill up.
fn ops() -> impl Strategy<Value = Vec<Op>> {
    let way = (0..PEOPLE).prop_map(|who| {
        let submit = Op::Submit(who, Form { held: Some("manager"), moved: false });
        vec![submit, Op::Determine(who), Op::Answer(who, true), Op::Confirm(who), Op::Admit(who)]
    });
    // Somebody says too little, and adds to it when it is too late to apply.
    let late = (0..PEOPLE, form()).prop_map(|(who, form)| {
        let silent = Op::Submit(who, Form { held: None, moved: false });
        vec![silent, Op::Determine(who), Op::Wait(11), Op::Amend(who, form)]
    });
    let step = prop_oneof![20 => op().prop_map(|op| vec![op]), 4 => way, 1 => late];
    prop::collection::vec(step, 1..40).prop_map(|steps| steps.concat())
}

fn terms() -> impl Strategy<Value = Terms> {
    (prop::option::of(1u32..4), any::<bool>(), any::<bool>()).prop_map(
        |(seats, officer_confirms, superior_agrees)| Terms {
            seats,
            officer_confirms,
            superior_agrees,
            ..TERMS
        },
    )
}

/// The reference: what an attentive clerk would note on paper.
#[derive(Clone, Debug)]
struct Paper {
    day: u32,
    stage: &'static str,
    edition: &'static str,
    terms: Terms,
    people: [Card; PEOPLE],
    /// Who applied, in the order they did.
    queue: Vec<usize>,
}

#[derive(Clone, Debug, Default)]
struct Card {
    state: &'static str,
    form: Form,
    confirmed: bool,
    agreed: Option<bool>,
    decided: bool,
    /// What each decision so far rested on.
    decisions: Vec<(u32, Form)>,
    /// The day of the last decision, which repeats nothing.
    last: Option<(u32, u32, Form)>,
}

const OPEN_ENDS: [&str; 4] = ["submitted", "unsettled", "eligible", "ineligible"];

impl Paper {
    fn new(terms: Terms) -> Self {
        Self {
            day: 10,
            stage: "open",
            edition: "announced",
            terms,
            people: Default::default(),
            queue: vec![],
        }
    }

    fn seated(&self) -> usize {
        self.people.iter().filter(|card| card.state == "admitted").count()
    }

    fn admissible(&self, who: usize) -> bool {
        let card = &self.people[who];
        let room = self.terms.seats.is_none_or(|seats| self.seated() < size(seats));
        ["open", "closed"].contains(&self.stage)
            && self.edition == "announced"
            && card.state == "eligible"
            && (card.confirmed || !self.terms.officer_confirms)
            && (card.agreed == Some(true) || !self.terms.superior_agrees)
            && room
    }

    /// Whether it is done (or is so already); if not, nothing changes.
    fn do_it(&mut self, op: Op) -> bool {
        let (day, terms, stage) = (self.day, self.terms, self.stage);
        let window = (10..=20).contains(&day);
        let going = ["open", "closed"].contains(&stage);
        match op {
            Op::Wait(days) => {
                self.day = (self.day + days).min(30);
                true
            }
            Op::Open => stage == "open",
            Op::Close if stage == "open" && (day > 20 || self.edition == "cancelled") => {
                self.stage = "closed";
                true
            }
            Op::Close => stage == "closed",
            Op::Begin | Op::Cancel if self.edition == "cancelled" => true,
            Op::Begin => {
                self.edition = "running";
                true
            }
            Op::Cancel => {
                self.edition = "cancelled";
                true
            }
            Op::Finish if stage == "closed" => {
                self.stage = "finished";
                true
            }
            Op::Finish => stage == "finished",
            Op::Revise { seats, wanted } => {
                if stage == "finished" {
                    return false;
                }
                self.terms = Terms { version: terms.version + 1, seats, wanted, ..terms };
                true
            }
            Op::Submit(who, form) => {
                let card = &mut self.people[who];
                if stage != "open" || !window || !["", "refused", "withdrawn"].contains(&card.state) {
                    return false;
                }
                let decisions = std::mem::take(&mut card.decisions);
                *card = Card { state: "submitted", form, decisions, ..Card::default() };
                self.queue.retain(|waiting| *waiting != who);
                self.queue.push(who);
                true
            }
            Op::Amend(who, form) => {
                let card = &mut self.people[who];
                let in_time = stage == "open" && window;
                // Unsettled is who did not say what they are: that, and no more, they may add later.
                let late = going && card.state == "unsettled" && form.moved == card.form.moved;
                if !(in_time || late) || !OPEN_ENDS.contains(&card.state) {
                    return false;
                }
                if card.form != form {
                    // The form knows nothing but position and sender, so what a superior said falls too.
                    (card.state, card.form, card.confirmed, card.decided) = ("submitted", form, false, false);
                    card.agreed = None;
                }
                true
            }
            Op::Determine(who) => {
                let card = &mut self.people[who];
                if !going || !(OPEN_ENDS.contains(&card.state) || card.state == "refused") {
                    return false;
                }
                let this = (day, terms.version, card.form);
                if card.decided && card.last == Some(this) && card.state != "refused" {
                    return true;
                }
                card.state = match card.form.held {
                    None => "unsettled",
                    Some(held) if held == terms.wanted => "eligible",
                    Some(_) => "ineligible",
                };
                (card.decided, card.confirmed, card.last) = (true, false, Some(this));
                card.decisions.push((terms.version, card.form));
                true
            }
            Op::Confirm(who) => {
                let card = &mut self.people[who];
                card.confirmed |= going && card.state == "eligible";
                going && card.state == "eligible"
            }
            Op::Answer(who, yes) => {
                let card = &mut self.people[who];
                let heard = going && terms.superior_agrees && OPEN_ENDS.contains(&card.state);
                if heard {
                    card.agreed = Some(yes);
                }
                heard
            }
            Op::Refuse(who) => {
                let card = &mut self.people[who];
                let against = match card.state {
                    "ineligible" => going,
                    "unsettled" => going && !(stage == "open" && window),
                    "eligible" => going && terms.superior_agrees && card.agreed == Some(false),
                    _ => false,
                };
                if against {
                    card.state = "refused";
                }
                against
            }
            Op::Withdraw(who) => {
                let card = &mut self.people[who];
                let live = going && (OPEN_ENDS.contains(&card.state) || card.state == "admitted");
                if live {
                    card.state = "withdrawn";
                }
                live
            }
            Op::Admit(who) => {
                let may = self.admissible(who);
                if may {
                    self.people[who].state = "admitted";
                }
                may
            }
            // Of two at once the first is first.
            Op::AdmitBoth(one, other) => {
                self.do_it(Op::Admit(if self.admissible(one) { one } else { other }))
            }
        }
    }
}

fn status(card: &Card) -> Option<ApplicationStatus> {
    Some(match card.state {
        "submitted" => ApplicationStatus::Submitted,
        "unsettled" => ApplicationStatus::Unsettled,
        "eligible" => ApplicationStatus::Eligible,
        "ineligible" => ApplicationStatus::Ineligible,
        "admitted" => ApplicationStatus::Admitted,
        "refused" => ApplicationStatus::Refused,
        "withdrawn" => ApplicationStatus::Withdrawn,
        _ => return None,
    })
}

fn size(n: u32) -> usize {
    usize::try_from(n).unwrap()
}

fn who(n: usize) -> guildhall_civic::PersonId {
    person(u128::try_from(n).unwrap())
}

/// The same against the library and its store.
fn really(world: &mut World, before: &Paper, paper: &Paper, op: Op) -> bool {
    match op {
        Op::Wait(_) => {
            world.now = day(paper.day);
            true
        }
        Op::Open => world.recruit(&RecruitmentCommand::Open).is_ok(),
        Op::Close => world.recruit(&RecruitmentCommand::Close).is_ok(),
        Op::Begin => {
            world.edition_meets(EditionEvent::Begun);
            true
        }
        Op::Cancel => {
            world.edition_meets(cancelled());
            true
        }
        Op::Finish => world.recruit(&RecruitmentCommand::Finish).is_ok(),
        Op::Revise { seats, wanted } => {
            let next = Terms { version: before.terms.version + 1, seats, wanted, ..before.terms };
            world.recruit(&RecruitmentCommand::Revise { policy: written(next) }).is_ok()
        }
        Op::Submit(n, form) => {
            // The same form sent twice at once: one of the two arrives (E3).
            let (recruitment, application) = (world.recruitment(), world.application(who(n)));
            let command = ApplicationCommand::Submit { submission: form.of(n) };
            let Ok(staged) = application.decide(&command, &ApplicationFacts::new(&recruitment), world.now)
            else {
                return false;
            };
            world.commit(&staged);
            let again = world.store.commit(&world.fresh_commit().with(&staged).unwrap());
            assert!(matches!(again, Err(CommitError::Conflict(_))));
            true
        }
        Op::Amend(n, form) => {
            world.ask(who(n), &ApplicationCommand::Amend { submission: form.of(n) }).is_ok()
        }
        Op::Determine(n) => world.determine(who(n)).is_ok(),
        Op::Confirm(n) => world.ask(who(n), &ApplicationCommand::Confirm { by: OFFICER }).is_ok(),
        Op::Answer(n, yes) => {
            let answer = if yes { ConsentAnswer::Given } else { ConsentAnswer::Withheld { reason: None } };
            world.answer(who(n), answer).is_ok()
        }
        Op::Refuse(n) => world.ask(who(n), &ApplicationCommand::Refuse).is_ok(),
        Op::Withdraw(n) => world.withdraw(who(n)).is_ok(),
        Op::Admit(n) => world.admit(who(n)).is_ok(),
        Op::AdmitBoth(one, other) => {
            let (recruitment, edition, pool) = (world.recruitment(), world.edition(), world.pool());
            let now = world.now;
            let admissions: Vec<_> = [one, other]
                .into_iter()
                .filter_map(|n| admit(&recruitment, &edition, &pool, &world.application(who(n)), now).ok())
                .collect();
            let stored = admissions
                .iter()
                .filter(|admission| {
                    let commit = admission.onto(world.fresh_commit()).unwrap();
                    match world.store.commit(&commit) {
                        Ok(_) => true,
                        Err(CommitError::Conflict(_)) => false,
                        Err(other) => panic!("{other}"),
                    }
                })
                .count();
            assert_eq!(stored, admissions.len().min(1));
            stored == 1
        }
    }
}

/// E1 and E5, recounted from nothing but the feed: whenever a seat is taken there is one left, and
/// the same commit admits the application to it; a seat comes back only with a withdrawal.
fn recount(feed: &[Recorded]) -> Result<(), TestCaseError> {
    let mut capacity = Capacity::Unlimited;
    let mut held: HashMap<ApplicationId, Seat> = HashMap::new();
    let beside = |recorded: &Recorded, application: ApplicationId| {
        feed.iter()
            .filter(|other| other.commit == recorded.commit && other.stream.id() == application.uuid())
            .map(|other| other.event.decode::<ApplicationEvent>().unwrap())
            .collect::<Vec<_>>()
    };
    let mut admitted = 0i32;
    for recorded in feed {
        match recorded.stream.kind() {
            "recruitment" => match recorded.event.decode().unwrap() {
                RecruitmentEvent::Announced { policy, .. } | RecruitmentEvent::Revised { policy, .. } => {
                    capacity = policy.capacity();
                }
                _ => {}
            },
            "application" => {
                let event = recorded.event.decode::<ApplicationEvent>().unwrap();
                admitted += i32::from(matches!(event, ApplicationEvent::Admitted { .. }));
            }
            "seat_pool" => match recorded.event.decode().unwrap() {
                SeatPoolEvent::Taken { application, seat, at } => {
                    let pool = SeatPool::id_of(RECRUITMENT);
                    prop_assert!(capacity.has_room(held.len()), "E1: {} held of {}", held.len(), capacity);
                    prop_assert_eq!(
                        beside(recorded, application),
                        vec![ApplicationEvent::Admitted { pool, seat, at }]
                    );
                    prop_assert!(held.insert(application, seat).is_none());
                    admitted -= 1;
                }
                SeatPoolEvent::Freed { application, at } => {
                    prop_assert_eq!(beside(recorded, application), vec![ApplicationEvent::Withdrawn { at }]);
                    prop_assert!(held.remove(&application).is_some());
                }
                _ => {}
            },
            _ => {}
        }
    }
    prop_assert_eq!(admitted, 0, "E5: an admission without a seat");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// E1, E2, E3, E4, E6, E9, E10: library and paper agree on every answer and every state, in any
    /// order of commands; decisions are only ever added; the overview lists the queue as the paper does.
    #[test]
    fn e1_e2_e3_e4_e5_e6_e9_e10_a_recruitment_is_what_a_clerk_would_note(
        terms in terms(),
        ops in ops(),
    ) {
        let (mut world, mut paper) = (World::open(terms), Paper::new(terms));
        let mut overview = Applications::new(RECRUITMENT);
        let mut recorded: Vec<Vec<Decision>> = vec![vec![]; PEOPLE];
        let mut keys: Vec<(usize, Position)> = vec![];
        for op in ops {
            let before = paper.clone();
            let expected = paper.do_it(op);
            let did = really(&mut world, &before, &paper, op);
            prop_assert_eq!(did, expected, "{:?} on {:?}", op, before);

            catch_up(&mut overview, &world.store, Some(RECRUITMENT.uuid())).unwrap();
            for (n, card) in paper.people.iter().enumerate() {
                let application = world.application(who(n));
                prop_assert_eq!(application.status(), status(card), "{:?} on {:?}", op, before);
                prop_assert_eq!(application.confirmed().is_some(), card.confirmed, "{:?} on {:?}", op, before);
                let agreed = application.consent().map(|consent| consent.answer == ConsentAnswer::Given);
                prop_assert_eq!(agreed, card.agreed);
                let decisions = application.decisions();
                prop_assert_eq!(&decisions[..recorded[n].len()], &recorded[n][..], "E9");
                let told: Vec<_> = decisions.iter().map(|decision| decision.policy().get()).collect();
                let noted: Vec<_> = card.decisions.iter().map(|(version, _)| *version).collect();
                prop_assert_eq!(told, noted);
                recorded[n] = decisions.to_vec();
                let seat = world.pool().seat(application.id());
                prop_assert_eq!(application.seat(), seat);
                prop_assert_eq!(seat.is_some(), card.state == "admitted");
                if did {
                    laws::survives(application.state()).map_err(TestCaseError::fail)?;
                }
                if let Some(shown) = overview.get(application.id()) {
                    prop_assert_eq!(shown, application.state());
                }
            }
            laws::survives(world.pool().state()).map_err(TestCaseError::fail)?;
            laws::survives(world.recruitment().state()).map_err(TestCaseError::fail)?;

            let shown: Vec<_> = overview.iter().map(Application::id).collect();
            let queue: Vec<_> = paper.queue.iter().map(|n| Application::id_of(RECRUITMENT, who(*n))).collect();
            prop_assert_eq!(shown, queue);
            let now: Vec<_> = paper
                .queue
                .iter()
                .map(|n| (*n, overview.queue_key(Application::id_of(RECRUITMENT, who(*n))).unwrap()))
                .collect();
            if !matches!(op, Op::Submit(..)) {
                prop_assert_eq!(&now, &keys, "E6");
            }
            keys = now;

            let seats = overview.seats().unwrap();
            prop_assert_eq!(seats.held, paper.seated(), "E10");
            let left = paper.terms.seats.map(|seats| size(seats).saturating_sub(paper.seated()));
            prop_assert_eq!(seats.left().map(size), left);
            let over = paper.terms.seats.map_or(0, |seats| paper.seated().saturating_sub(size(seats)));
            prop_assert_eq!(seats.over(), over);
            for state in ["submitted", "unsettled", "eligible", "ineligible", "admitted", "refused", "withdrawn"] {
                let cards = paper.people.iter().filter(|card| card.state == state);
                let one = Card { state, ..Card::default() };
                prop_assert_eq!(overview.count(status(&one).unwrap()), cards.count());
            }
        }
        recount(&world.store.feed(Some(RECRUITMENT.uuid()), Position::ZERO, usize::MAX).unwrap())?;
    }
}
