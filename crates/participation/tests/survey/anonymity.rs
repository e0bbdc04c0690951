//! L3: an attacker has everything that is stored (events, order, times, actors, ids, slots with their
//! content, the box around each draw and at the end) and knows who held which token. Each attack is also let loose on
//! a careless caller, where it succeeds.

use std::collections::{BTreeMap, BTreeSet};

use guildhall_kernel::chrono::{Duration, NaiveTime};
use guildhall_kernel::chrono_tz::Europe::Ljubljana;
use guildhall_kernel::{
    ActorId, Append, Commit, Encoded, Id, Position, Recorded, RetentionClass, Slot, SlotId, Store, Time,
    Uuid, Version,
};
use guildhall_participation::strategies;
use guildhall_participation::survey::{
    Anonymous, AnswerBox, Batch, Seed, Sheet, SurveyEvent, Token, TokenDigest,
};
use proptest::prelude::*;

use crate::dice::Dice;
use crate::stage::{Stage, at, instrument};
use crate::{content, drawn};

/// The minimum cell of the instrument.
const K: usize = 3;

/// Where the box of the first draw stands among the boxes: with its batch drawn, and after it.
const AS_DRAWN: usize = 1;
const AFTER_DRAW: usize = 2;

/// Everything an attacker has.
#[derive(Debug, PartialEq)]
struct Stored {
    feed: Vec<Recorded>,
    commits: Vec<Commit>,
    boxes: Vec<String>,
    final_box: String,
}

impl Stored {
    fn of(stage: Stage, boxes: Vec<String>) -> Self {
        let feed = stage.store.feed(None, Position::ZERO, usize::MAX).unwrap();
        let final_box = serde_json::to_string(&stage.answers).unwrap();
        Self { feed, commits: stage.commits, boxes, final_box }
    }
}

/// When the `nth` person answers: every three hours or so.
fn hour(nth: usize) -> Time {
    at("2019-06-10T05:07:11Z") + Duration::minutes(187 * i64::try_from(nth).unwrap())
}

/// A careful caller. People answer one after the other; after each of `pauses` a batch is drawn if
/// there are enough. Gives also after whom batches were drawn.
fn careful(sheets: &[Sheet], pauses: &BTreeSet<usize>, seeds: &[[u8; 32]]) -> (Stored, Vec<usize>) {
    let (mut stage, tokens) = Stage::with_tokens(&instrument(), sheets.len());
    let (mut boxes, mut draws) = (Vec::new(), Vec::new());
    for (nth, (token, sheet)) in tokens.iter().zip(sheets).enumerate() {
        stage.answer(token, sheet.clone(), hour(nth)).unwrap();
        if pauses.contains(&nth) && stage.answers.is_ready(&stage.survey) {
            boxes.push(serde_json::to_string(&stage.answers).unwrap());
            stage.draw(&Seed::new(seeds[draws.len() % seeds.len()])).unwrap();
            boxes.push(serde_json::to_string(&stage.answers).unwrap());
            stage.publish(hour(nth)).unwrap();
            stage.answers.settle(&stage.survey);
            boxes.push(serde_json::to_string(&stage.answers).unwrap());
            draws.push(nth);
        }
    }
    boxes.push(serde_json::to_string(&stage.answers).unwrap());
    stage.close(hour(sheets.len())).unwrap();
    (Stored::of(stage, boxes), draws)
}

/// How a careless caller publishes.
#[derive(Clone, Copy, Debug)]
enum Careless {
    /// In batches of at least k, but each remark goes into a slot that rises with its arrival.
    Slots,
    /// Each answer as it comes, with the person as the actor, to the second, in a slot named by the
    /// token.
    OneByOne,
}

fn careless(sheets: &[Sheet], how: Careless) -> (Stored, Vec<Token>) {
    let (mut stage, tokens) = Stage::with_tokens(&instrument(), sheets.len());
    let mut waiting: Vec<(Token, Sheet)> = Vec::new();
    let mut batches = 0;
    for (nth, (token, sheet)) in tokens.iter().zip(sheets).enumerate() {
        let least = match how {
            Careless::Slots => {
                stage.carry_out(Anonymous::spend(&stage.survey, token, hour(nth))).unwrap();
                K
            }
            Careless::OneByOne => {
                let staged = stage.survey.stage(stage.survey.spend(token, hour(nth)).unwrap(), &());
                let commit = Commit::new(stage.dice.id(), hour(nth), Some(actor(token)));
                stage.keep(commit.with(&staged).unwrap());
                1
            }
        };
        waiting.push((*token, sheet.clone()));
        if waiting.len() < least {
            continue;
        }
        batches += 1;
        let mut slots: Vec<SlotId> = match how {
            Careless::Slots => waiting.iter().map(|_| stage.dice.id()).collect(),
            Careless::OneByOne => vec![Id::new(Uuid::from(*token))],
        };
        slots.sort();
        let group: Vec<_> = waiting.iter().map(|(_, sheet)| sheet).collect();
        let (batch, _) = Batch::of(batches, &group, &slots).unwrap();
        let event = SurveyEvent::Published { on: hour(nth).date_naive(), batch: Box::new(batch) };
        let (stream, expected) = (stage.survey.stream().clone(), stage.survey.version());
        let append = Append { stream, expected, events: vec![Encoded::of(&event).unwrap()] };
        let (at, by) = match how {
            Careless::Slots => (hour(nth) - Duration::seconds(1), None),
            Careless::OneByOne => (hour(nth), Some(actor(token))),
        };
        let mut commit = Commit::new(stage.dice.id(), at, by).append(append).unwrap();
        for (slot, (_, sheet)) in slots.into_iter().zip(waiting.drain(..)) {
            let slot = Slot::new(slot, RetentionClass::FreeText);
            commit = commit.private(slot, sheet.remarks().values().next().unwrap()).unwrap();
        }
        stage.keep(commit);
    }
    (Stored::of(stage, Vec::new()), tokens)
}

/// The actor a careless caller would name for whoever held the token.
fn actor(token: &Token) -> ActorId {
    Id::derived(Uuid::from_u128(0xAC), Uuid::from(*token).as_bytes())
}

fn permuted(sheets: &[Sheet], groups: &[usize], dice: &mut Dice) -> Vec<Sheet> {
    let mut permuted = sheets.to_vec();
    let mut from = 0;
    for until in groups.iter().map(|last| last + 1).chain([sheets.len()]) {
        dice.shuffle(&mut permuted[from..until]);
        from = until;
    }
    permuted
}

proptest! {
    /// Exchanging what people wrote who came between the same draws changes no stored byte: within such
    /// a group everything an attacker has is the same whoever wrote what.
    #[test]
    fn l3_who_of_a_group_answered_what_is_nowhere(
        sheets in prop::collection::vec(strategies::sheet(&instrument()), 1..30),
        pauses in prop::collection::btree_set(0_usize..30, 0..6),
        seeds in prop::collection::vec(any::<[u8; 32]>(), 1..6),
        shuffle in any::<u64>(),
    ) {
        let (stored, draws) = careful(&sheets, &pauses, &seeds);
        let exchanged = permuted(&sheets, &draws, &mut Dice::new(shuffle));
        let (other, other_draws) = careful(&exchanged, &pauses, &seeds);
        prop_assert_eq!(draws, other_draws);
        prop_assert_eq!(stored, other);
    }

    /// Exchanging the answers to each question by itself, and the remarks by themselves, changes nothing
    /// that is published: whoever knows one answer of somebody finds none of the others.
    #[test]
    fn l3_answers_of_one_person_do_not_hang_together(
        sheets in prop::collection::vec(strategies::sheet(&instrument()), K..12),
        shuffle in any::<u64>(),
    ) {
        let mut dice = Dice::new(shuffle);
        let (mut answers, mut remarks) = (vec![BTreeMap::new(); sheets.len()], vec![BTreeMap::new(); sheets.len()]);
        let mut order: Vec<usize> = (0..sheets.len()).collect();
        for question in instrument().questions() {
            dice.shuffle(&mut order);
            for (sheet, to) in sheets.iter().zip(&order) {
                let code = &question.code;
                answers[*to].extend(sheet.answers().get_key_value(code).map(|(c, a)| (c.clone(), a.clone())));
                remarks[*to].extend(sheet.remarks().get_key_value(code).map(|(c, r)| (c.clone(), r.clone())));
            }
        }
        let exchanged: Vec<_> = answers.into_iter().zip(remarks).map(|(a, r)| Sheet::new(a, r)).collect();
        let (stored, _) = careful(&sheets, &BTreeSet::new(), &[]);
        let (other, _) = careful(&exchanged, &BTreeSet::new(), &[]);
        prop_assert_eq!((stored.feed, stored.commits), (other.feed, other.commits));
    }

    /// Every answer may be that of at least k people who answered before it was published and whose
    /// answers are not accounted for; every anonymous commit is alone, without actor, on its day.
    #[test]
    fn l3_every_answer_is_one_of_at_least_k(
        sheets in prop::collection::vec(strategies::sheet(&instrument()), 1..30),
        pauses in prop::collection::btree_set(0_usize..30, 0..6),
    ) {
        let (stored, _) = careful(&sheets, &pauses, &[[3; 32]]);
        let crowd = smallest_crowd(&stored);
        prop_assert_eq!(crowd.is_none(), sheets.len() < K);
        prop_assert!(crowd.is_none_or(|crowd| crowd >= K));
        prop_assert_eq!(traces(&stored), Vec::<String>::new());
    }
}

#[test]
fn l3_exchanging_answers_shows_where_a_caller_is_careless() {
    let sheets = written(6);
    let exchanged = permuted(&sheets, &[2], &mut Dice::new(5));
    assert_ne!(sheets, exchanged);
    for how in [Careless::Slots, Careless::OneByOne] {
        let (stored, other) = (careless(&sheets, how).0, careless(&exchanged, how).0);
        assert_ne!(stored, other, "{how:?}");
        assert!(!traces(&stored).is_empty(), "{how:?}");
    }
    assert_eq!(smallest_crowd(&careless(&sheets, Careless::OneByOne).0), Some(1));
}

/// The size of the smallest batch, or of the smallest number of people whose answers it may hold.
fn smallest_crowd(stored: &Stored) -> Option<usize> {
    let (mut unaccounted, mut smallest) = (0_usize, None::<usize>);
    for recorded in &stored.feed {
        match recorded.event.decode::<SurveyEvent>().unwrap() {
            SurveyEvent::TokenSpent { .. } => unaccounted += 1,
            SurveyEvent::Published { batch, .. } => {
                let sheets = usize::try_from(batch.sheets()).unwrap();
                let crowd = sheets.min(unaccounted);
                smallest = Some(smallest.map_or(crowd, |smallest| smallest.min(crowd)));
                unaccounted -= sheets;
            }
            _ => {}
        }
    }
    smallest
}

/// What is stored beside the answers and tells more than the day.
fn traces(stored: &Stored) -> Vec<String> {
    let mut traces = Vec::new();
    for commit in &stored.commits {
        let events = commit.appends().iter().flat_map(|append| &append.events);
        let names: Vec<_> = events.map(|event| event.name().to_owned()).collect();
        if names.iter().any(|name| name == "opened" || name == "tokens_issued") {
            continue;
        }
        if !["token_spent", "published", "closed", "published closed"].contains(&&*names.join(" ")) {
            traces.push(format!("one commit holds {names:?}"));
        }
        if let Some(by) = commit.by() {
            traces.push(format!("{names:?} names an actor: {by}"));
        }
        if commit.at().with_timezone(&Ljubljana).time() != NaiveTime::MIN {
            traces.push(format!("{names:?} tells the time: {}", commit.at()));
        }
        if !commit.privates().is_sorted_by_key(|private| private.slot().id()) {
            traces.push("slots are filled in an order of their own".to_owned());
        }
    }
    traces
}

/// Sheets that are all different, so that a right guess is no accident.
fn written(people: usize) -> Vec<Sheet> {
    let mut dice = Dice::new(11);
    (0..people).map(|_| content(4, "yes", &format!("remark {}", dice.roll()))).collect()
}

/// How many remarks an attacker puts down to the right person, by each road.
#[derive(Debug, Default, PartialEq)]
struct Linked {
    by_order: usize,
    by_time: usize,
    by_actor: usize,
    by_id: usize,
}

fn attack(stored: &Stored, tokens: &[Token], sheets: &[Sheet]) -> Linked {
    let survey = Id::new(stored.feed[0].stream.id());
    let digests: BTreeMap<TokenDigest, usize> =
        tokens.iter().enumerate().map(|(person, token)| (token.digest(survey), person)).collect();
    let wrote = |person: usize, content: &str| {
        let text: String = serde_json::from_str(content).unwrap();
        sheets[person].remarks().values().any(|remark| *remark.expose() == text)
    };
    let mut linked = Linked::default();
    // Who has spent a token and is not guessed yet, in order; when each did.
    let (mut waiting, mut times) = (Vec::<usize>::new(), BTreeMap::<Time, Vec<usize>>::new());
    for commit in &stored.commits {
        for event in commit.appends().iter().flat_map(|append| &append.events) {
            if let SurveyEvent::TokenSpent { token } = event.decode().unwrap() {
                waiting.push(digests[&token]);
                times.entry(commit.at()).or_default().push(digests[&token]);
            }
        }
        let privates = commit.privates();
        let guesses: Vec<_> = waiting.drain(..privates.len()).collect();
        for (private, person) in privates.iter().zip(guesses) {
            linked.by_order += usize::from(wrote(person, private.content()));
            if let Some([person]) = times.get(&commit.at()).map(Vec::as_slice) {
                linked.by_time += usize::from(privates.len() == 1 && wrote(*person, private.content()));
            }
            for (person, token) in tokens.iter().enumerate() {
                let wrote = wrote(person, private.content());
                linked.by_actor += usize::from(commit.by() == Some(actor(token)) && wrote);
                linked.by_id += usize::from(private.slot().id().uuid() == Uuid::from(*token) && wrote);
            }
        }
    }
    linked
}

#[test]
fn l3_an_attacker_who_has_everything_links_nothing() {
    let (mut by_order, mut people) = (0, 0);
    for trial in 0..60_u8 {
        let mut sheets = written(24);
        Dice::new(trial.into()).shuffle(&mut sheets);
        let (stored, draws) = careful(&sheets, &BTreeSet::from([8, 15]), &[[trial; 32]]);
        assert_eq!(draws, [8, 15]);
        let tokens = Stage::with_tokens(&instrument(), sheets.len()).1;
        let linked = attack(&stored, &tokens, &sheets);
        assert_eq!(linked, Linked { by_order: linked.by_order, ..Linked::default() });
        by_order += linked.by_order;
        people += sheets.len();
    }
    // Guessing blindly finds about one in each of the three batches, of 24 people.
    assert!(by_order * 5 < people, "{by_order} of {people} by order");

    let sheets = written(24);
    let (stored, tokens) = careless(&sheets, Careless::Slots);
    assert_eq!(attack(&stored, &tokens, &sheets).by_order, 24);
    let (stored, tokens) = careless(&sheets, Careless::OneByOne);
    let all = Linked { by_order: 24, by_time: 24, by_actor: 24, by_id: 24 };
    assert_eq!(attack(&stored, &tokens, &sheets), all);
}

/// The last to come, after the only draw, is not found out: each answer of the last batch may be that
/// of anybody who answered. For each of them there is a seed with which they gave that answer, somebody
/// else theirs, and every stored byte is the same. (The box between draws is not: see the module.)
#[test]
fn l3_the_last_to_come_hides_among_all_who_came() {
    let sheets = written(7);
    let pauses = BTreeSet::from([5]);
    let (stored, draws) = careful(&sheets, &pauses, &[[0; 32]]);
    assert_eq!(draws, [5]);
    let left: Vec<usize> = {
        let after: serde_json::Value = serde_json::from_str(&stored.boxes[AFTER_DRAW]).unwrap();
        let waiting: Vec<Sheet> = serde_json::from_value(after["waiting"].clone()).unwrap();
        (0..6).filter(|person| waiting.contains(&sheets[*person])).collect()
    };
    assert_eq!(left.len(), K);
    let spent = Stage::with_spent(&instrument(), 6);
    for person in 0..6 {
        // `person` wrote what the last one wrote, the last one wrote what was left by `other`.
        let other = left[0];
        let mut world = sheets.clone();
        world[person] = sheets[6].clone();
        world[6] = sheets[other].clone();
        if person != other {
            world[other] = sheets[person].clone();
        }
        let found = (0..=u16::MAX).any(|number| {
            let mut seed = [9; 32];
            seed[..2].copy_from_slice(&number.to_be_bytes());
            draws_like(&spent, &world, &stored, seed) && {
                let (other, _) = careful(&world, &pauses, &[seed]);
                (other.feed == stored.feed) && (other.commits == stored.commits)
            }
        });
        assert!(found, "person {person} cannot have written it");
    }
}

/// Whether the first six draw the same batch with this seed: a quick look before the whole run.
fn draws_like(spent: &Stage, world: &[Sheet], stored: &Stored, seed: [u8; 32]) -> bool {
    let mut answers = AnswerBox::new(&spent.survey);
    for sheet in &world[..6] {
        answers.put(&spent.survey, sheet.clone()).unwrap();
    }
    answers.draw(&spent.survey, &Seed::new(seed)).unwrap();
    let first: serde_json::Value = serde_json::from_str(&stored.boxes[AS_DRAWN]).unwrap();
    drawn(&answers) == serde_json::from_value::<Vec<Sheet>>(first["drawn"].clone()).unwrap()
}

#[test]
fn l3_a_token_is_another_one_in_every_survey_and_digests_have_an_order_of_their_own() {
    let mut dice = Dice::new(3);
    let mut tokens: Vec<_> = (0..20).map(|_| Token::new(dice.uuid()).unwrap()).collect();
    assert_ne!(tokens[0].digest(dice.id()), tokens[0].digest(dice.id()));
    let stage = Stage::open(&instrument());
    let issued = stage.survey.issue(&tokens).unwrap();
    dice.shuffle(&mut tokens);
    assert_eq!(stage.survey.issue(&tokens).unwrap(), issued);
    assert_eq!(stage.survey.version(), Version::new(1));
}
