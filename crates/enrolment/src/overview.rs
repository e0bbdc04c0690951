//! What an officer sees of a recruitment: its applications in the order they came, with their
//! decisions, and the seats held and left. A projection over the recruitment's scope; a later
//! amendment or decision moves nobody in it (E6).

use std::collections::{BTreeMap, HashMap};

use guildhall_kernel::{Aggregate, DecodeError, Event, Position, Projection, Recorded, Uuid};
use guildhall_words::Say;

use crate::{
    Application, ApplicationEvent, ApplicationId, ApplicationStatus, Capacity, Recruitment, RecruitmentId,
    SeatPool,
};

/// The applications to one recruitment, and its seats, as the events so far say.
#[derive(Clone, Debug)]
pub struct Applications {
    recruitment: Recruitment,
    pool: SeatPool,
    /// Each application with the position of its last submission, which is its key in the queue.
    applications: HashMap<ApplicationId, (Application, Position)>,
    queue: BTreeMap<Position, ApplicationId>,
    counts: HashMap<ApplicationStatus, usize>,
    position: Position,
}

/// The seats of a recruitment at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Say)]
#[say(tell(left: u32 = capacity.left(*held).unwrap_or_default(), over: usize = over(*capacity, *held)))]
pub struct Seats {
    /// How many there are.
    pub capacity: Capacity,
    /// How many are held.
    pub held: usize,
}

impl Seats {
    /// How many are left; nothing where there is no limit.
    pub fn left(self) -> Option<u32> {
        self.capacity.left(self.held)
    }

    /// How many are held beyond the capacity, after it was made smaller (E10).
    pub fn over(self) -> usize {
        over(self.capacity, self.held)
    }
}

fn over(capacity: Capacity, held: usize) -> usize {
    match capacity {
        Capacity::Unlimited => 0,
        Capacity::Seats(seats) => held.saturating_sub(usize::try_from(seats.get()).unwrap_or(usize::MAX)),
    }
}

impl Applications {
    /// The overview of a recruitment before anything is known of it. Let it follow the feed of the
    /// scope [`RecruitmentId::uuid`], with [`catch_up`](guildhall_kernel::catch_up).
    pub fn new(recruitment: RecruitmentId) -> Self {
        Self {
            recruitment: Recruitment::empty(recruitment.uuid()),
            pool: SeatPool::empty(SeatPool::id_of(recruitment).uuid()),
            applications: HashMap::new(),
            queue: BTreeMap::new(),
            counts: HashMap::new(),
            position: Position::ZERO,
        }
    }

    /// The recruitment itself.
    pub const fn recruitment(&self) -> &Recruitment {
        &self.recruitment
    }

    /// Every application in the order of its last submission, those withdrawn and refused included.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Application> {
        self.queue.values().filter_map(|id| self.get(*id))
    }

    /// One application.
    pub fn get(&self, application: ApplicationId) -> Option<&Application> {
        self.applications.get(&application).map(|(application, _)| application)
    }

    /// What orders an application among the others: where in the feed it was last submitted.
    pub fn queue_key(&self, application: ApplicationId) -> Option<Position> {
        self.applications.get(&application).map(|(_, submitted)| *submitted)
    }

    /// How many applications stand there.
    pub fn count(&self, status: ApplicationStatus) -> usize {
        self.counts.get(&status).copied().unwrap_or_default()
    }

    /// The seats, once the recruitment is announced.
    pub fn seats(&self) -> Option<Seats> {
        let capacity = self.recruitment.announced()?.policy().capacity();
        Some(Seats { capacity, held: self.pool.held() })
    }

    /// Who holds the seats.
    pub const fn pool(&self) -> &SeatPool {
        &self.pool
    }

    fn record(&mut self, id: Uuid, event: &ApplicationEvent, at: Position) {
        let id = ApplicationId::new(id);
        let (application, submitted) =
            self.applications.entry(id).or_insert_with(|| (Application::empty(id.uuid()), Position::ZERO));
        let before = application.status();
        application.apply(event);
        let after = application.status();
        let applied = matches!(event, ApplicationEvent::Submitted { .. })
            && before.is_none_or(|status| !status.is_live());
        if applied {
            self.queue.remove(submitted);
            self.queue.insert(at, id);
            *submitted = at;
        }
        if before != after {
            if let Some(left) = before.and_then(|status| self.counts.get_mut(&status)) {
                *left = left.saturating_sub(1);
            }
            if let Some(status) = after {
                let reached = self.counts.entry(status).or_default();
                *reached = reached.saturating_add(1);
            }
        }
    }
}

impl Projection for Applications {
    fn apply(&mut self, recorded: &Recorded) -> Result<(), DecodeError> {
        if recorded.position <= self.position {
            return Ok(());
        }
        let stream = &recorded.stream;
        if stream.scope() == self.recruitment.id().uuid() {
            match stream.kind() {
                Application::KIND => {
                    if let Some(event) = known(recorded)? {
                        self.record(stream.id(), &event, recorded.position);
                    }
                }
                Recruitment::KIND if stream.id() == self.recruitment.id().uuid() => {
                    known(recorded)?.iter().for_each(|event| self.recruitment.apply(event));
                }
                SeatPool::KIND if stream.id() == self.pool.id().uuid() => {
                    known(recorded)?.iter().for_each(|event| self.pool.apply(event));
                }
                _ => {}
            }
        }
        self.position = recorded.position;
        Ok(())
    }

    fn position(&self) -> Position {
        self.position
    }
}

/// The event, unless a newer release wrote it.
fn known<E: Event>(recorded: &Recorded) -> Result<Option<E>, DecodeError> {
    match recorded.event.decode() {
        Ok(event) => Ok(Some(event)),
        Err(DecodeError::Unknown { .. }) => Ok(None),
        Err(malformed @ DecodeError::Malformed { .. }) => Err(malformed),
    }
}
