//! The waiting list: what applicants said once a result was out, and the allocation run again with it.
//!
//! There is no queue to be kept. What somebody said shortens their list of choices, and the same mechanism
//! runs again with the same lots: whoever is next for a seat gets it, and so does whoever is next for theirs.
//! Under nested quotas without minimum sizes that hurts nobody who stays (A14, A17, E8); where it does hurt
//! somebody, [`Rerun::hurt`] names them before anything is done.
//!
//! # What is not offered
//!
//! "Only those without a seat move up" looks gentle and is not fair: somebody who holds their second choice
//! watches a seat of their first one go to somebody behind them. In 924 of 2,400 small markets that left
//! such envy. Who does not want to be moved any more says so ([`Standing::Accepted`]).

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use guildhall_kernel::{Faults, Report};
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::audit::Claim;
use crate::{
    AllocateError, Applicant, Closure, Drawn, Group, MechanismName, Name, Outcome, Problem, allocate,
};

/// What applicants said once a result was out. Who said nothing waits on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Standings")]
pub struct WrittenStandings {
    /// Who said what.
    pub standings: Vec<WrittenStanding>,
}

/// What one applicant said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenStanding {
    /// The applicant's id.
    pub applicant: Name,
    /// What they said.
    pub standing: Standing,
}

/// How an applicant stands to the seat that they were given, or to having none.
///
/// Exhaustive on purpose: each one says what becomes of a list of choices, and there is no fifth way.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Say,
)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// They wait for what they prefer, and for all else on their list. Nothing changes.
    Waiting,
    /// They take the seat that they have, for good: their list is cut to it.
    Accepted,
    /// They take the seat that they have unless something better comes: what they like less is cut off.
    KeepHigher,
    /// They want no seat any more: their list is empty.
    Cancelled,
}

/// What is wrong with what somebody is said to have said. Not exhaustive: there may be other ways to stand.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StandingProblem {
    /// Nobody has this id. No other id is suggested: it would be somebody else's.
    #[error("nobody who applied is called `{0}`")]
    Unknown(Name),
    /// The applicant stands there already.
    #[error("`{name}` stands already at `{first}`")]
    Twice {
        /// The applicant's id.
        name: Name,
        /// Where they stand first.
        first: String,
    },
    /// Only who has a seat can accept it, or keep it.
    #[error("`{0}` has no seat that could be taken or kept")]
    NoSeat(Name),
}

/// What applicants said, held against the result that they speak of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standings(HashMap<Applicant, Standing>);

impl Standings {
    /// Checks what was written.
    ///
    /// # Errors
    /// Every fault: unknown applicants, applicants who stand there twice, and seats that nobody has.
    pub fn new(
        written: &WrittenStandings,
        problem: &Problem,
        outcome: &Outcome,
    ) -> Result<Self, Faults<StandingProblem>> {
        let mut report = Report::default();
        let mut places: HashMap<&Name, usize> = HashMap::new();
        let mut standings = HashMap::new();
        for (nth, WrittenStanding { applicant: name, standing }) in written.standings.iter().enumerate() {
            let path = |nth: usize| format!("standings[{nth}].applicant");
            match places.entry(name) {
                Entry::Vacant(free) => _ = free.insert(nth),
                Entry::Occupied(first) => {
                    let first = path(*first.get());
                    report.add(path(nth), StandingProblem::Twice { name: name.clone(), first });
                    continue;
                }
            }
            let Some(applicant) = problem.find_applicant(name.as_str()) else {
                report.add(path(nth), StandingProblem::Unknown(name.clone()));
                continue;
            };
            let needs_seat = matches!(standing, Standing::Accepted | Standing::KeepHigher);
            if needs_seat && outcome.seat(applicant).is_none() {
                report.add(path(nth), StandingProblem::NoSeat(name.clone()));
                continue;
            }
            standings.insert(applicant, *standing);
        }
        report.end(Some(Self(standings)))
    }

    /// How somebody stands; who said nothing waits.
    pub fn of(&self, applicant: Applicant) -> Standing {
        self.0.get(&applicant).copied().unwrap_or(Standing::Waiting)
    }

    /// The same draw with the lists that are left: see [`Standing`].
    #[must_use]
    pub fn cut(&self, drawn: &Drawn, outcome: &Outcome) -> Drawn {
        drawn.cut(|applicant, choices| {
            let held = outcome.seat(applicant).and_then(|seat| place(choices, seat));
            match (self.of(applicant), held) {
                (Standing::Cancelled, _) => 0..0,
                (Standing::Accepted, Some(held)) => held..held.saturating_add(1),
                (Standing::KeepHigher, Some(held)) => 0..held.saturating_add(1),
                _ => 0..choices.len(),
            }
        })
    }
}

/// Why an allocation cannot be run again.
///
/// Exhaustive on purpose: it is a promise that nothing else stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Say, thiserror::Error)]
pub enum RerunError {
    /// Under `rolling` the waiting list is in the problem itself.
    #[error("under `rolling` seats move as people leave: write `withdrawn_at` into the problem instead")]
    Rolling,
    /// A vacancy chain needs one choice of each group for itself.
    #[error("a vacancy chain needs the mechanism `nested`")]
    ChainNeedsNested,
    /// The mechanism cannot run.
    #[error(transparent)]
    Allocate(
        #[from]
        #[say(transparent)]
        AllocateError,
    ),
}

/// Who stands where after a result changed.
///
/// Exhaustive on purpose: a move is a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// Who.
    pub applicant: Applicant,
    /// What they had.
    pub from: Option<Group>,
    /// What they have now.
    pub to: Option<Group>,
}

/// A result that follows on another one.
#[derive(Clone, Debug)]
pub struct Rerun {
    drawn: Drawn,
    outcome: Outcome,
    risen: Vec<Move>,
    hurt: Vec<Move>,
    left: Vec<Move>,
}

impl Rerun {
    /// What came of one result once people had answered, with `drawn` the lists that were left; for results
    /// that were made in another way, such as by [`protect`](crate::protect).
    pub fn between(
        before: &Drawn,
        held: &Outcome,
        standings: &Standings,
        drawn: Drawn,
        outcome: Outcome,
    ) -> Self {
        let (mut risen, mut hurt, mut left) = (Vec::new(), Vec::new(), Vec::new());
        let problem = before.problem();
        for applicant in problem.applicants() {
            let (from, to) = (held.seat(applicant), outcome.seat(applicant));
            let moved = Move { applicant, from, to };
            let choices = problem.choices(applicant);
            if from == to {
            } else if standings.of(applicant) == Standing::Cancelled {
                left.push(moved);
            } else if liking(choices, to) < liking(choices, from) {
                risen.push(moved);
            } else {
                hurt.push(moved);
            }
        }
        Self { drawn, outcome, risen, hurt, left }
    }

    /// What was solved: the same draw with the lists that were left. It is published with the new result,
    /// which names it, and the next re-run goes on from it.
    pub const fn drawn(&self) -> &Drawn {
        &self.drawn
    }

    /// The new result.
    pub const fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// Who has something better now, in the order of ids.
    pub fn risen(&self) -> &[Move] {
        &self.risen
    }

    /// Who has something worse now, in the order of ids. Nobody under `nested` without minimum sizes; under
    /// caps that cross each other, or where a group is closed, it may be somebody, and is to be looked at
    /// before anything is published.
    pub fn hurt(&self) -> &[Move] {
        &self.hurt
    }

    /// Who gave up a seat, in the order of ids.
    pub fn left(&self) -> &[Move] {
        &self.left
    }
}

/// Runs the same mechanism again with the same lots and the lists that are left.
///
/// ```
/// use guildhall_allocation::{Problem, Seed, Standings, allocate, rerun};
/// use guildhall_kernel::serde_json::{from_value, json};
///
/// let problem = Problem::new(&from_value(json!({
///     "id": "excursion", "mechanism": "nested",
///     "attributes": [{ "name": "points", "type": "integer" }],
///     "plans": [{ "name": "all", "priority": [{ "by": "points", "first": "highest" }] }],
///     "groups": [
///         { "id": "bus", "plan": "all", "capacity": { "seats": 1 } },
///         { "id": "boat", "plan": "all", "capacity": { "seats": 1 } },
///     ],
///     "applicants": [
///         { "id": "a", "choices": ["bus"], "has": { "points": 3 } },
///         { "id": "b", "choices": ["bus", "boat"], "has": { "points": 2 } },
///         { "id": "c", "choices": ["boat"], "has": { "points": 1 } },
///     ],
/// }))?)?;
/// let seed: Seed = from_value(json!({
///     "value": "07 12 23", "source": "a public draw", "known_at": "2026-06-03T18:00:00Z",
/// }))?;
/// let drawn = problem.freeze("2026-05-31T22:00:00Z".parse()?).draw(&seed)?;
/// let first = allocate(&drawn)?;
///
/// // `a` has the bus and gives it up: `b` gets it, and `c` what `b` leaves.
/// let said = from_value(json!({ "standings": [{ "applicant": "a", "standing": "cancelled" }] }))?;
/// let standings = Standings::new(&said, drawn.problem(), &first)?;
/// let next = rerun(&drawn, &first, &standings)?;
/// let risen: Vec<_> = next.risen().iter().map(|one| drawn.problem().applicant_id(one.applicant)).collect();
/// assert_eq!(risen, ["b", "c"]);
/// assert!(next.hurt().is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`RerunError`] under `rolling`, and where the mechanism cannot run.
pub fn rerun(drawn: &Drawn, held: &Outcome, standings: &Standings) -> Result<Rerun, RerunError> {
    if matches!(drawn.problem().mechanism(), MechanismName::Rolling { .. }) {
        return Err(RerunError::Rolling);
    }
    let cut = standings.cut(drawn, held);
    let outcome = allocate(&cut)?;
    Ok(Rerun::between(drawn, held, standings, cut, outcome))
}

/// Takes up a published result where it was left: who is claimed to have which seat, and which groups are
/// closed. Whether that is right the [auditor](crate::audit) says, and nobody else.
pub fn take_up(drawn: &Drawn, claim: &Claim) -> Outcome {
    let seats = drawn.problem().applicants().map(|applicant| claim.seat(applicant)).collect();
    let closures = claim.closed().map(|(group, held)| Closure { group, held }).collect();
    Outcome::of(drawn, seats, closures)
}

/// Where a group stands on a list.
pub(crate) fn place(choices: &[Group], group: Group) -> Option<usize> {
    choices.iter().position(|choice| *choice == group)
}

/// How much somebody likes a seat: 0 for the first choice, the length of the list for none.
pub(crate) fn liking(choices: &[Group], seat: Option<Group>) -> usize {
    seat.and_then(|seat| place(choices, seat)).unwrap_or(choices.len())
}
