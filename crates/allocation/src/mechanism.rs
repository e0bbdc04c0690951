//! Giving out the seats: by what the problem declares, or by a mechanism and a policy of the caller's own.

use std::collections::BTreeSet;

use guildhall_words::Say;

use crate::closing;
use crate::outcome::Work;
use crate::problem::{Group, Problem};
use crate::rank::{Declared, NoOrder, Priority, Ranks};
use crate::{Drawn, MechanismName, Name, Nested, Outcome, Rolling, Serial};

/// A way to give out seats. It is a trait because an authority may be bound to one that is not here; the
/// loop that closes groups for want of people is the same for all.
///
/// To ensure a fair result that can be repeated:
/// - it depends on nothing but what it is given: no clock, no chance, no order of input;
/// - nobody gets a seat that is not on their list, or one of a closed group;
/// - no capacity and no cap is exceeded.
pub trait Mechanism {
    /// Whether it can do what the problem asks for.
    ///
    /// # Errors
    /// [`Unfit`] says what it cannot do.
    fn check(&self, problem: &Problem) -> Result<(), Unfit>;

    /// Gives out the seats of all groups but the closed ones.
    fn seat(&self, drawn: &Drawn, ranks: &Ranks, closed: &BTreeSet<Group>) -> Seating;
}

/// What one run of a mechanism came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seating {
    /// The seats, in the order of applicants.
    pub seats: Vec<Option<Group>>,
    /// What was counted on the way.
    pub work: Work,
}

/// What a mechanism cannot do. Not exhaustive: other mechanisms have other limits.
#[derive(Clone, Debug, PartialEq, Eq, Say, thiserror::Error)]
#[non_exhaustive]
pub enum Unfit {
    /// Whether the quotas are nested is only checked where the problem says that they must be.
    #[error("the problem does not declare `nested`, so its quotas may cross")]
    NotNested,
    /// Quotas with reserves.
    #[error("the plan `{0}` has reserves, which only `nested` can keep")]
    Reserves(#[say(name = "plan")] Name),
    /// Plans with different priorities.
    #[error("the plan `{0}` has a priority of its own, and all must choose in one order")]
    Priorities(#[say(name = "plan")] Name),
    /// Nothing says when somebody came.
    #[error("the problem does not declare `rolling`, so nothing says who came when")]
    NoArrival,
}

/// Why no seats were given out.
///
/// Exhaustive on purpose: it is a promise that nothing else stops an allocation.
#[derive(Clone, Debug, PartialEq, Eq, Say, thiserror::Error)]
pub enum AllocateError {
    /// The mechanism cannot do what the problem asks for.
    #[error(transparent)]
    Unfit(
        #[from]
        #[say(transparent)]
        Unfit,
    ),
    /// The policy gave no order.
    #[error(transparent)]
    NoOrder(
        #[from]
        #[say(transparent)]
        NoOrder,
    ),
}

/// Gives out the seats as the problem declares, and closes groups for want of people.
///
/// # Errors
/// None for a problem that was read: what cannot be done is found when it is read.
pub fn allocate(drawn: &Drawn) -> Result<Outcome, AllocateError> {
    match drawn.problem().mechanism() {
        MechanismName::Nested => allocate_by(drawn, &Nested, &Declared),
        MechanismName::Serial => allocate_by(drawn, &Serial, &Declared),
        MechanismName::Rolling { .. } => allocate_by(drawn, &Rolling, &Declared),
    }
}

/// Gives out the seats by this mechanism and this policy, and closes groups for want of people: runs,
/// closes the group that lacks people and has the fewest, and runs again, until none lacks any (A20). Of
/// groups with as few, the one with the smallest lot is closed. With minimum sizes no mechanism can
/// promise that honesty pays.
///
/// # Errors
/// [`AllocateError`] where the mechanism cannot do what the problem asks for, or the policy gives no order.
pub fn allocate_by(
    drawn: &Drawn,
    mechanism: &dyn Mechanism,
    priority: &dyn Priority,
) -> Result<Outcome, AllocateError> {
    mechanism.check(drawn.problem())?;
    let ranks = Ranks::new(drawn, priority)?;
    Ok(closing::close(drawn, |closed| mechanism.seat(drawn, &ranks, closed)))
}
