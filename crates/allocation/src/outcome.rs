//! Who got what, and what it took.

use crate::problem::{Applicant, Group};
use crate::rank::{Declared, NoOrder, Priority};
use crate::table::Table;
use crate::{Drawn, Published};

/// A group that was closed for want of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closure {
    /// The group.
    pub group: Group,
    /// How many it held when it was closed, fewer than its minimum.
    pub held: u32,
}

/// What was counted on the way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// How often somebody asked a group for a seat.
    pub proposals: u64,
    /// How often somebody lost a seat that was held for them.
    pub evictions: u64,
    /// How often a heap was added to, or taken from.
    pub heap_operations: u64,
}

impl Work {
    pub(crate) const fn and(self, other: Self) -> Self {
        Self {
            proposals: self.proposals.saturating_add(other.proposals),
            evictions: self.evictions.saturating_add(other.evictions),
            heap_operations: self.heap_operations.saturating_add(other.heap_operations),
        }
    }
}

/// Who holds a seat of which group in the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    seats: Table<Applicant, Option<Group>>,
    held: Table<Group, u32>,
    closures: Vec<Closure>,
    work: Work,
}

impl Outcome {
    /// Seats in the order of applicants. Whether they are allowed is for the auditor to say.
    pub(crate) fn of(drawn: &Drawn, seats: Vec<Option<Group>>, closures: Vec<Closure>) -> Self {
        let mut held = Table::of(drawn.problem().groups().len(), 0_u32);
        for group in seats.iter().flatten() {
            held[*group] = held[*group].saturating_add(1);
        }
        Self { seats: seats.into(), held, closures, work: Work::default() }
    }

    /// The seats, in the order of applicants.
    pub fn seats(&self) -> &[Option<Group>] {
        self.seats.rows()
    }

    /// Somebody's seat.
    pub fn seat(&self, applicant: Applicant) -> Option<Group> {
        self.seats[applicant]
    }

    /// How many seats of a group are held.
    pub fn held(&self, group: Group) -> u32 {
        self.held[group]
    }

    /// The groups that were closed for want of people, in the order in which that was done.
    pub fn closures(&self) -> &[Closure] {
        &self.closures
    }

    /// What was counted on the way; of all runs together, where groups were closed.
    pub const fn work(&self) -> Work {
        self.work
    }

    /// The result as the document that everybody may hold against the problem.
    ///
    /// # Panics
    /// Never: the declared order has everybody once.
    #[expect(clippy::expect_used, reason = "the declared order has everybody once")]
    pub fn publish(&self, drawn: &Drawn) -> Published {
        self.publish_by(drawn, &Declared).expect("an order of everybody")
    }

    /// The result of a policy of the caller's own as a document.
    ///
    /// # Errors
    /// [`NoOrder`] where the policy leaves somebody out or names somebody twice.
    pub fn publish_by(&self, drawn: &Drawn, priority: &dyn Priority) -> Result<Published, NoOrder> {
        Published::new(drawn, self, priority)
    }

    pub(crate) fn after(mut self, work: Work) -> Self {
        self.work = work;
        self
    }
}
