//! What becomes of those who have a seat when the rules change: whom it would hurt is found before it is
//! done, and a protected re-run hurts nobody (E8, E10).
//!
//! Quotas freeze when the first result is published. Where they have to change all the same, even what looks
//! like a gift may take a seat from somebody: in 3,000 small markets one more seat in a group never did, a
//! higher cap did in about 100, a new reserve in 682.

use guildhall_words::Say;

use crate::filling::{Filling, Step};
use crate::waiting::{liking, place};
use crate::{AllocateError, Applicant, Drawn, Group, Name, Outcome, allocate};

/// Why a result cannot be held against changed rules.
///
/// Exhaustive on purpose: it is a promise that all else may change.
#[derive(Clone, Debug, PartialEq, Eq, Say, thiserror::Error)]
pub enum ChangeError {
    /// The new problem was not drawn with the same seeds, or has other people on the lists that were drawn.
    #[error("the changed rules need the draw that was made: keep its id, its lists and its seeds")]
    OtherDraw,
    /// A group is gone in which somebody has a seat, so that the seat cannot be kept.
    #[error("somebody has a seat in `{0}`, which is not there any more")]
    GroupGone(#[say(name = "group")] Name),
    /// The mechanism cannot run.
    #[error(transparent)]
    Allocate(
        #[from]
        #[say(transparent)]
        AllocateError,
    ),
}

/// Somebody whom changed rules would give something worse than they have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hurt {
    /// Who, as the changed problem numbers them.
    pub applicant: Applicant,
    /// The id of the group in which they have a seat.
    pub had: Name,
    /// What they would have instead.
    pub gets: Option<Group>,
}

/// What changed rules would do to those who have a seat.
#[derive(Clone, Debug)]
pub struct Harm {
    outcome: Outcome,
    hurt: Vec<Hurt>,
}

impl Harm {
    /// What the changed rules would give to everybody.
    pub const fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// The same, to keep.
    pub fn into_outcome(self) -> Outcome {
        self.outcome
    }

    /// Whom they would hurt, in the order of ids. [`Reasons`](crate::Reasons) say why, for the seat that
    /// they had is among those that they prefer then.
    pub fn hurt(&self) -> &[Hurt] {
        &self.hurt
    }
}

/// What changed rules would do: the same people and lots, under other rules, once again. Nothing is decided
/// by it.
///
/// Late applicants may have come to later lists. A seat that somebody took off their own list is not held
/// against the rules.
///
/// # Errors
/// [`ChangeError`] where the draw is another, or where the mechanism cannot run.
pub fn change(before: &Drawn, held: &Outcome, after: &Drawn) -> Result<Harm, ChangeError> {
    let seats = carried(before, held, after)?;
    let outcome = allocate(after)?;
    let problem = after.problem();
    let mut hurt = Vec::new();
    for (applicant, seat) in problem.applicants().zip(seats) {
        let Some(had) = seat else { continue };
        let gets = outcome.seat(applicant);
        let choices = problem.choices(applicant);
        let hurts = match problem.find_group(had.as_str()) {
            Some(group) => place(choices, group).is_some_and(|was| liking(choices, gets) > was),
            None => true,
        };
        if hurts {
            hurt.push(Hurt { applicant, had, gets });
        }
    }
    Ok(Harm { outcome, hurt })
}

/// A result under changed rules that took nothing from anybody.
#[derive(Clone, Debug)]
pub struct Protected {
    outcome: Outcome,
    steps: Vec<Step>,
}

impl Protected {
    /// The new result.
    pub const fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// The same, to keep.
    pub fn into_outcome(self) -> Outcome {
        self.outcome
    }

    /// Who moved into something better, in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }
}

/// Runs the allocation under changed rules for those who have a seat as well as for those who wait, so that
/// nobody who has a seat ends with less.
///
/// Everybody keeps what they have, though a quota may hold more people then than it allows, until something
/// better is free under the new rules; what is free goes where the mechanism's order sends it, one seat after
/// another. Whoever still wants a seat comes after those who moved in, or a limit stands in the way; only
/// towards those who had their seat before may somebody be right to complain.
///
/// # Errors
/// [`ChangeError`] where the draw is another, or a group is gone in which somebody has a seat.
pub fn protect(before: &Drawn, held: &Outcome, after: &Drawn) -> Result<Protected, ChangeError> {
    let problem = after.problem();
    let mut seats = Vec::new();
    for (applicant, had) in problem.applicants().zip(carried(before, held, after)?) {
        let Some(had) = had else {
            seats.push(None);
            continue;
        };
        let group = problem.find_group(had.as_str()).ok_or(ChangeError::GroupGone(had))?;
        seats.push(place(problem.choices(applicant), group).is_some().then_some(group));
    }
    let (seats, steps) = Filling::new(after, seats, &[]).fill();
    Ok(Protected { outcome: Outcome::of(after, seats, Vec::new()), steps })
}

/// The seats as they are, for the people of the changed problem.
fn carried(before: &Drawn, held: &Outcome, after: &Drawn) -> Result<Vec<Option<Name>>, ChangeError> {
    let (old, new) = (before.problem(), after.problem());
    if old.id() != new.id() || !after.lists().starts_with(&before.lists()) {
        return Err(ChangeError::OtherDraw);
    }
    let seat = |applicant| {
        let seat = held.seat(old.find_applicant(new.applicant_id(applicant))?)?;
        Name::new(old.group_id(seat)).ok()
    };
    Ok(new.applicants().map(seat).collect())
}
