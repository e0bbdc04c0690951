//! Many people at once, with real threads on one store.

use std::num::NonZeroU32;
use std::sync::Barrier;

use guildhall_enrolment::*;
use guildhall_kernel::{AttemptError, Attempted, Commit, CommitId, Loaded, Store, attempt, catch_up};
use guildhall_programme::EditionNumber;

use crate::fixture::*;

const TAKERS: u128 = 50;
const THREADS: usize = 50;
const OFTEN: NonZeroU32 = NonZeroU32::new(1_000).unwrap();

#[test]
fn e1_fifty_people_take_five_seats_and_five_get_them() {
    let world = World::open(Terms { seats: Some(5), ..TERMS });
    for n in 0..TAKERS {
        world.submit(person(n), Some("manager")).unwrap();
        world.determine(person(n)).unwrap();
    }
    let (store, at, start) = (&world.store, world.now, Barrier::new(THREADS));
    let take = |n: u128| -> Result<Attempted, AttemptError<AdmissionRefusal>> {
        let commit = CommitId::derived(RECRUITMENT.uuid(), &n.to_be_bytes());
        start.wait();
        attempt(store, commit, OFTEN, || {
            let scope = RECRUITMENT.uuid();
            let recruitment = Loaded::read(store, scope, scope).unwrap();
            let (edition, _) = edition_of(EditionNumber::FIRST);
            let edition = Loaded::read(store, edition, edition).unwrap();
            let pool = Loaded::read(store, scope, SeatPool::id_of(RECRUITMENT).uuid()).unwrap();
            let id = Application::id_of(RECRUITMENT, person(n));
            let application = Loaded::read(store, scope, id.uuid()).unwrap();
            let admission = admit(&recruitment, &edition, &pool, &application, at)?;
            Ok(admission.onto(Commit::new(commit, at, None)).unwrap())
        })
    };
    let outcomes: Vec<_> = std::thread::scope(|scope| {
        let take = &take;
        let threads: Vec<_> = (0..TAKERS).map(|n| scope.spawn(move || take(n))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 5);
    let full = |outcome: &&Result<_, _>| {
        matches!(outcome, Err(AttemptError::Refused(AdmissionRefusal::Full { held: 5, .. })))
    };
    assert_eq!(outcomes.iter().filter(full).count(), 45);

    let mut overview = Applications::new(RECRUITMENT);
    catch_up(&mut overview, store, Some(RECRUITMENT.uuid())).unwrap();
    assert_eq!(overview.seats().unwrap().left(), Some(0));
    let waiting: Vec<_> =
        overview.iter().filter(|a| a.status() == Some(ApplicationStatus::Eligible)).collect();
    assert_eq!(waiting.len(), 45);
    let order = (0..TAKERS).map(|n| Application::id_of(RECRUITMENT, person(n)));
    let waited = order.filter(|id| waiting.iter().any(|application| application.id() == *id));
    assert!(waited.eq(waiting.iter().map(|application| application.id())), "in submission order");
    let mut seats: Vec<_> = overview.pool().holders().map(|(_, seat)| seat.number().get()).collect();
    seats.sort_unstable();
    assert_eq!(seats, [1, 2, 3, 4, 5]);
}

#[test]
fn e3_different_people_submit_at_once_without_a_conflict() {
    let world = World::open(TERMS);
    let (store, at, recruitment) = (&world.store, world.now, world.recruitment());
    std::thread::scope(|scope| {
        for n in 0..16u128 {
            let recruitment = &recruitment;
            scope.spawn(move || {
                for m in 0..50u128 {
                    let person = person(n * 50 + m);
                    let id = Application::id_of(RECRUITMENT, person);
                    let application = Loaded::<Application>::new(RECRUITMENT.uuid(), id.uuid());
                    let command = ApplicationCommand::Submit { submission: submission(person, None) };
                    let facts = ApplicationFacts::new(recruitment);
                    let staged = application.decide(&command, &facts, at).unwrap();
                    let commit = Commit::new(CommitId::new(id.uuid()), at, None).with(&staged).unwrap();
                    store.commit(&commit).unwrap();
                }
            });
        }
    });
    let mut overview = Applications::new(RECRUITMENT);
    catch_up(&mut overview, store, Some(RECRUITMENT.uuid())).unwrap();
    assert_eq!(overview.count(ApplicationStatus::Submitted), 800);
}
