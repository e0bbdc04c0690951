//! What both sides write: applications with an event of about 200 bytes, every second one with a seat
//! from a shared pool, every fourth with a slot; each reads the recruitment.

use std::error::Error;

use guildhall::kernel::{
    ActorId, Aggregate, Append, Commit, CommitId, Encoded, RetentionClass, Slot, SlotId, Store, StreamId,
    Time, Uuid, Version, events,
};
use serde::{Deserialize, Serialize};

/// The recruitment: scope and stream.
pub(crate) const RECRUITMENT: Uuid = Uuid::from_u128(0x8c7f_fbd5_b06e_4f3b_8f5c_2a8a_94d6_f5d1);
/// The pool of seats.
pub(crate) const POOL: Uuid = Uuid::from_u128(0x1fd5_8f27_9d0e_4a35_a6e1_64dd_7f0b_8c02);
/// The officer who enters the applications.
pub(crate) const OFFICER: Uuid = Uuid::from_u128(0x77);

/// Something of the size of a real event.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ApplicationEvent {
    Submitted { person: Uuid, sender: Uuid, contact: Option<Slot>, position: String, wishes: Vec<u32> },
    Seated { person: Uuid, application: Uuid, seat: u32, queue: u64, rule: String, version: u32 },
}
events!(ApplicationEvent { Submitted => "submitted" 1, Seated => "seated" 1 });

/// Counts what it sees, so that nothing is read in vain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    submitted: u64,
    seated: u64,
    last: u64,
}

impl Tally {
    pub(crate) fn note(&mut self, event: &ApplicationEvent) {
        match event {
            ApplicationEvent::Submitted { wishes, .. } => {
                self.submitted = self.submitted.saturating_add(1);
                self.last = wishes.first().copied().unwrap_or_default().into();
            }
            ApplicationEvent::Seated { queue, .. } => {
                self.seated = self.seated.saturating_add(1);
                self.last = *queue;
            }
        }
    }

    pub(crate) const fn events(&self) -> u64 {
        self.submitted.saturating_add(self.seated)
    }
}

/// A small aggregate over such events.
#[derive(Debug, Default)]
pub(crate) struct Journal(Tally);

impl Journal {
    pub(crate) const fn tally(&self) -> &Tally {
        &self.0
    }
}

impl Aggregate for Journal {
    const KIND: &'static str = "pool";
    type Command = ();
    type Event = ApplicationEvent;
    type Facts<'a> = ();
    type Refusal = std::fmt::Error;

    fn empty(_: Uuid) -> Self {
        Self::default()
    }
    fn decide(&self, _: &(), _: &(), _: Time) -> Result<Vec<ApplicationEvent>, Self::Refusal> {
        Ok(Vec::new())
    }
    fn apply(&mut self, event: &ApplicationEvent) {
        self.0.note(event);
    }
}

/// One commit that is going to be written.
pub(crate) struct Planned {
    pub(crate) number: u128,
    pub(crate) id: CommitId,
    pub(crate) application: Uuid,
    pub(crate) submitted: ApplicationEvent,
    /// The event for the pool, and the version the pool has before it.
    pub(crate) seated: Option<(ApplicationEvent, u64)>,
    pub(crate) contact: Option<(Slot, String)>,
}

/// The same endless plan for whoever asks.
pub(crate) fn planned() -> impl Iterator<Item = Planned> {
    (0_u64..).map(|number| {
        let wide = u128::from(number);
        let named = |name: &[u8]| CommitId::derived(Uuid::from_u128(wide), name).uuid();
        let (application, person) = (named(b"application"), named(b"person"));
        let contact = number.is_multiple_of(4).then(|| {
            let slot = Slot::new(SlotId::new(named(b"slot")), RetentionClass::Contact);
            (slot, format!("Synthetic Person {number}, person{number}@example.org, +000 000 {number}"))
        });
        Planned {
            number: wide,
            id: CommitId::new(named(b"commit")),
            application,
            submitted: ApplicationEvent::Submitted {
                person,
                sender: named(b"authority"),
                contact: contact.as_ref().map(|(slot, _)| *slot),
                position: "head_of_department".into(),
                wishes: vec![3, 1, 2],
            },
            seated: number.is_multiple_of(2).then(|| (seated(number / 2, person, application), number / 2)),
            contact,
        }
    })
}

fn seated(queue: u64, person: Uuid, application: Uuid) -> ApplicationEvent {
    let rule = "eligible-for-service-management-courses".into();
    ApplicationEvent::Seated { person, application, seat: 12, queue, rule, version: 3 }
}

pub(crate) fn application(id: Uuid) -> StreamId {
    StreamId::new("application", RECRUITMENT, id)
}

pub(crate) fn recruitment() -> StreamId {
    StreamId::new("recruitment", RECRUITMENT, RECRUITMENT)
}

pub(crate) fn pool() -> StreamId {
    StreamId::new("pool", RECRUITMENT, POOL)
}

pub(crate) fn at(number: u128) -> Time {
    Time::from_timestamp(i64::try_from(number).unwrap_or_default(), 123_456_789).unwrap_or_default()
}

impl Planned {
    /// The commit as a caller builds it.
    pub(crate) fn commit(&self) -> Result<Commit, Box<dyn Error>> {
        let submitted = vec![Encoded::of(&self.submitted)?];
        let (stream, expected) = (application(self.application), Version::ZERO);
        let mut commit = Commit::new(self.id, at(self.number), Some(ActorId::new(OFFICER)))
            .reading(recruitment(), Version::new(1))
            .append(Append { stream, expected, events: submitted })?;
        if let Some((seated, version)) = &self.seated {
            let (stream, expected) = (pool(), Version::new(*version));
            commit = commit.append(Append { stream, expected, events: vec![Encoded::of(seated)?] })?;
        }
        if let Some((slot, content)) = &self.contact {
            commit = commit.private(*slot, content)?;
        }
        Ok(commit)
    }
}

/// The commit that opens the recruitment, the first of all.
pub(crate) fn opening() -> Result<Commit, Box<dyn Error>> {
    let json = serde_json::value::to_raw_value("opened")?;
    let events = vec![Encoded::new("opened", 1, json)];
    let append = Append { stream: recruitment(), expected: Version::ZERO, events };
    Ok(Commit::new(CommitId::new(RECRUITMENT), at(0), None).append(append)?)
}

/// Opens the recruitment in the store.
pub(crate) fn begin(store: &dyn Store) -> Result<(), Box<dyn Error>> {
    store.commit(&opening()?)?;
    Ok(())
}

/// Fills the pool's stream with `events` events, one in each commit as life has it.
pub(crate) fn fill(store: &dyn Store, events: u32) -> Result<(), Box<dyn Error>> {
    for number in 0..u64::from(events) {
        let id = Uuid::from_u128(number.into());
        let event = Encoded::of(&seated(number, id, id))?;
        let append = Append { stream: pool(), expected: Version::new(number), events: vec![event] };
        let commit = CommitId::derived(id, b"fill");
        store.commit(&Commit::new(commit, at(number.into()), Some(ActorId::new(OFFICER))).append(append)?)?;
    }
    Ok(())
}
