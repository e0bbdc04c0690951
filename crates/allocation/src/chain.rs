//! The vacancy chain, the named alternative to a re-run (A18): the best eligible mover takes the free seat,
//! then the best eligible mover takes theirs.
//!
//! What it promises: nobody loses a seat, and if the result was stable, it is stable again: whoever wants a
//! seat and did not get it comes after those who have one, or a limit stands in the way.
//!
//! What it does not promise: the best for everybody. Two people who would gladly change seats are not
//! changed, and of several stable results it may reach one that everybody likes less than that of a
//! [re-run](crate::rerun). Telling the truth about one's wishes is not always best under it either. It is for
//! who has to answer seat by seat, and cannot run the whole again.

use crate::filling::{Filling, Step};
use crate::{Drawn, MechanismName, Outcome, Rerun, RerunError, Standings};

/// A result that follows on another one by vacancy chains, and the chains.
#[derive(Clone, Debug)]
pub struct Chain {
    rerun: Rerun,
    steps: Vec<Step>,
}

impl Chain {
    /// The new result, and who moved.
    pub const fn rerun(&self) -> &Rerun {
        &self.rerun
    }

    /// The new result alone.
    pub fn into_rerun(self) -> Rerun {
        self.rerun
    }

    /// Every move in the order in which the seats became free.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }
}

/// Lets seats that became free be taken one by one, from the result as it stands. Groups that were closed
/// stay closed, and none is closed.
///
/// # Errors
/// [`RerunError::ChainNeedsNested`] under any other mechanism: where all choose in one order or are answered
/// at once, no group chooses by itself.
pub fn chain(drawn: &Drawn, held: &Outcome, standings: &Standings) -> Result<Chain, RerunError> {
    if *drawn.problem().mechanism() != MechanismName::Nested {
        return Err(RerunError::ChainNeedsNested);
    }
    let cut = standings.cut(drawn, held);
    // Who cancelled has an empty list, and no seat on it.
    let kept =
        |applicant| held.seat(applicant).filter(|seat| cut.problem().choices(applicant).contains(seat));
    let seats = cut.problem().applicants().map(kept).collect();
    let closed: Vec<_> = held.closures().iter().map(|closure| closure.group).collect();
    let (seats, steps) = Filling::new(&cut, seats, &closed).fill();
    let outcome = Outcome::of(&cut, seats, held.closures().to_vec());
    Ok(Chain { rerun: Rerun::between(drawn, held, standings, cut, outcome), steps })
}
