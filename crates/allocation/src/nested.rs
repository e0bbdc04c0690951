//! Applicant-proposing deferred acceptance with nested quotas and reserves.

use std::collections::BTreeSet;

use crate::holdings::{Answer, Holdings};
use crate::mechanism::{Mechanism, Seating, Unfit};
use crate::problem::{Applicant, Group, Problem};
use crate::rank::Ranks;
use crate::table::Table;
use crate::{Drawn, MechanismName};

/// Deferred acceptance. Everybody asks their first choice; each group holds the best of those who ask,
/// for the time being, and turns the others away, who ask their next choice; until nobody asks any more.
///
/// Nobody gets less than in any other stable result (A11), and nobody gains by saying anything but the
/// truth (A12). The result does not depend on who asks first (A10). Gale and Shapley, *College admissions
/// and the stability of marriage* (1962); with nested limits Kojima, Tamura, Yokoo (2018), with reserves
/// Hafalir, Yenmez, Yildirim (2013) and Ehlers and others (2014).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Nested;

impl Mechanism for Nested {
    fn check(&self, problem: &Problem) -> Result<(), Unfit> {
        if *problem.mechanism() == MechanismName::Nested { Ok(()) } else { Err(Unfit::NotNested) }
    }

    fn seat(&self, drawn: &Drawn, ranks: &Ranks, closed: &BTreeSet<Group>) -> Seating {
        seat_in(drawn.problem().applicants(), drawn.problem(), ranks, closed)
    }
}

/// The same, with applicants asking in this order, each of them once.
pub(crate) fn seat_in(
    order: impl IntoIterator<Item = Applicant>,
    problem: &Problem,
    ranks: &Ranks,
    closed: &BTreeSet<Group>,
) -> Seating {
    let mut holdings = Holdings::new(problem, ranks);
    let mut asked: Table<Applicant, u32> = Table::of(problem.applicants().len(), 0);
    for first in order {
        let mut asking = first;
        loop {
            let next = asked[asking];
            let Some(group) = problem.choices(asking).get(crate::column::index(next)).copied() else { break };
            asked[asking] = next.wrapping_add(1);
            if closed.contains(&group) {
                continue;
            }
            match holdings.offer(group, asking) {
                Answer::Held => break,
                Answer::Displaced(other) => asking = other,
                Answer::Refused => {}
            }
        }
    }
    let seats = problem.applicants().map(|applicant| holdings.seat(applicant)).collect();
    Seating { seats, work: holdings.work() }
}
