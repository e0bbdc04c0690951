//! Each law passes what keeps it and catches what breaks it.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::as_conversions,
    reason = "a test fails by panicking"
)]

use guildhall_conformance::laws;
use guildhall_kernel::memory::Memory;
use guildhall_kernel::{
    Aggregate, Commit, CommitId, Id, Loaded, RetentionClass, Slot, SlotId, Store, StreamId, Time, Uuid,
    events,
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum GroupEvent {
    Opened { seats: u32 },
    Joined { person: Uuid },
    Closed,
}
events!(GroupEvent { Opened => "opened" 1, Joined => "joined" 1, Closed => "closed" 1 });

#[derive(Debug, thiserror::Error)]
#[error("no")]
struct No;

macro_rules! group {
    ($name:ident, |$state:ident, $event:ident| $apply:block) => {
        #[derive(Debug, Default, PartialEq)]
        struct $name {
            seats: u32,
            members: Vec<Uuid>,
        }
        impl Aggregate for $name {
            const KIND: &'static str = "group";
            type Command = ();
            type Event = GroupEvent;
            type Facts<'a> = ();
            type Refusal = No;
            fn empty(_: Uuid) -> Self {
                Self::default()
            }
            fn decide(&self, _: &(), _: &(), _: Time) -> Result<Vec<GroupEvent>, No> {
                Err(No)
            }
            fn apply(&mut self, $event: &GroupEvent) {
                let $state = self;
                $apply
            }
        }
    };
}
group!(Sound, |state, event| {
    match event {
        GroupEvent::Opened { seats } => state.seats = *seats,
        GroupEvent::Joined { person } if state.members.len() < state.seats as usize => {
            state.members.push(*person);
        }
        GroupEvent::Joined { .. } | GroupEvent::Closed => {}
    }
});
group!(Panicking, |state, event| {
    if let GroupEvent::Joined { person } = event {
        state.seats = state.seats.checked_sub(1).expect("a seat is free");
        state.members.push(*person);
    }
});
group!(Forgetful, |state, event| {
    // Depends on something that is no event.
    if let GroupEvent::Joined { .. } = event {
        static APPLIED: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        state.seats = APPLIED.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    }
});

const SCOPE: Uuid = Uuid::from_u128(1);
const GROUP: Uuid = Uuid::from_u128(2);

fn senseless() -> Vec<GroupEvent> {
    let joined = GroupEvent::Joined { person: Uuid::from_u128(9) };
    vec![joined.clone(), GroupEvent::Closed, GroupEvent::Opened { seats: 1 }, joined.clone(), joined]
}

#[test]
fn c1_total_catches_a_panic_in_apply() {
    laws::total::<Sound>(GROUP, &senseless()).unwrap();
    let broken = laws::total::<Panicking>(GROUP, &senseless()).unwrap_err();
    assert_eq!(broken.to_string(), "C1 is broken: `apply` of event 1, `joined`, panicked: a seat is free");
}

#[test]
fn c3_replay_catches_a_state_that_is_not_its_events() {
    let batches = || senseless().into_iter().map(|event| vec![event]).chain([vec![]]).collect::<Vec<_>>();
    laws::replay::<Sound>(SCOPE, GROUP, batches()).unwrap();
    let broken = laws::replay::<Forgetful>(SCOPE, GROUP, batches()).unwrap_err();
    assert!(broken.reason().starts_with("after batch 1: kept "), "{broken}");
}

#[derive(PartialEq, Serialize, Deserialize)]
struct Lossy {
    kept: u8,
    #[serde(skip)]
    lost: u8,
}

#[derive(PartialEq, Serialize, Deserialize)]
struct TextOnly {
    #[serde(skip_serializing_if = "Option::is_none", default)]
    optional: Option<u8>,
    #[serde(with = "human")]
    when: u8,
}
mod human {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    pub(crate) fn serialize<S: Serializer>(value: &u8, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }
    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
        if deserializer.is_human_readable() { u8::deserialize(deserializer) } else { Ok(0) }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
enum Renamed {
    #[serde(rename(serialize = "now", deserialize = "then"))]
    Changed(u8),
}
events!(Renamed { Changed => "changed" 1 });

#[test]
fn c4_survives_catches_what_is_lost_in_either_format() {
    laws::survives(&senseless()).unwrap();
    let broken = laws::survives(&Lossy { kept: 1, lost: 2 }).unwrap_err();
    assert_eq!(broken.reason(), "JSON `{\"kept\":1}` reads back as something else");
    let broken = laws::survives(&TextOnly { optional: None, when: 7 }).unwrap_err();
    assert!(broken.reason().starts_with("the MessagePack of"), "{broken}");
    for event in senseless() {
        laws::event_survives(&event).unwrap();
    }
    assert!(laws::event_survives(&Renamed::Changed(1)).is_err());
}

#[test]
fn c5_keeps_quiet_catches_every_way_out() {
    const CANARY: &str = "Neža \"Canary\" Žagar";
    let quiet = || Commit::new(CommitId::new(SCOPE), Time::UNIX_EPOCH, None);
    let slot = Slot::new(SlotId::new(GROUP), RetentionClass::Contact);
    laws::commit_keeps_quiet(&[CANARY], &quiet().private(slot, CANARY).unwrap()).unwrap();
    assert!(laws::commit_keeps_quiet(&[CANARY], &quiet()).is_err(), "the canary is in no slot");
    assert!(laws::keeps_quiet(&[], "anything").is_err(), "no canary to look for");

    assert!(laws::keeps_quiet(&[CANARY], CANARY).is_err());
    assert!(laws::keeps_quiet(&[CANARY], &CANARY.to_lowercase()).is_err());
    #[derive(Debug, Serialize, Deserialize)]
    enum Loud {
        Wrote { name: String },
    }
    events!(Loud { Wrote => "wrote" 1 });
    let loud = Loud::Wrote { name: CANARY.to_owned() };
    assert!(laws::event_keeps_quiet(&[CANARY], &loud).is_err());
    laws::event_keeps_quiet(&["Somebody else"], &loud).unwrap();

    #[derive(Debug, thiserror::Error)]
    #[error("cannot admit")]
    struct Outer(#[source] std::io::Error);
    laws::error_keeps_quiet(&[CANARY], &Outer(std::io::Error::other("full"))).unwrap();
    assert!(laws::error_keeps_quiet(&[CANARY], &Outer(std::io::Error::other(CANARY))).is_err());
}

#[test]
fn c6_refuses_catches_what_is_let_in() {
    let said = laws::refuses::<SlotId>("\"42\"").unwrap();
    assert!(said.contains("length"), "{said}");
    assert!(laws::refuses::<u8>("7").is_err(), "it is taken");
    assert!(laws::refuses::<u8>("{").is_err(), "it is no JSON");
}

fn joined(store: &Memory, reads: &[Uuid]) -> Commit {
    let group = Loaded::<Sound>::read(store, SCOPE, GROUP).unwrap();
    let others: Vec<_> = reads.iter().map(|id| Loaded::<Sound>::read(store, SCOPE, *id).unwrap()).collect();
    let staged = group.stage(vec![GroupEvent::Closed], &others);
    Commit::new(Id::new(Uuid::from_u128(77)), Time::UNIX_EPOCH, None).with(&staged).unwrap()
}

#[test]
fn c8_every_read_conflicts_catches_a_forgotten_read() {
    let other = Uuid::from_u128(3);
    let fresh = || {
        let store = Memory::default();
        let staged = Loaded::<Sound>::new(SCOPE, other).stage(vec![GroupEvent::Opened { seats: 3 }], &());
        let commit = Commit::new(Id::new(other), Time::UNIX_EPOCH, None).with(&staged).unwrap();
        store.commit(&commit).unwrap();
        store
    };
    let consulted = [StreamId::new("group", SCOPE, other)];
    laws::every_read_conflicts(fresh, |store| joined(store, &[other]), &consulted).unwrap();
    let forgotten = laws::every_read_conflicts(fresh, |store| joined(store, &[]), &consulted).unwrap_err();
    assert!(forgotten.reason().contains("was consulted and is not among"), "{forgotten}");
    let idle = laws::every_read_conflicts(fresh, |store| joined(store, &[other]), &[]).unwrap_err();
    assert!(idle.reason().contains("was not consulted"), "{idle}");
    let stale = laws::every_read_conflicts(fresh, |_| joined(&Memory::default(), &[other]), &consulted);
    assert!(stale.unwrap_err().reason().contains("unmoved, the commit is refused"));
}
