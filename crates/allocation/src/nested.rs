//! Applicant-proposing deferred acceptance with nested quotas and reserves.

use std::collections::BTreeSet;

use crate::holdings::{Answer, Holdings};
use crate::mechanism::{Mechanism, Seating, Unfit};
use crate::problem::{Group, Problem};
use crate::rank::Ranks;
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
        let problem = drawn.problem();
        let mut holdings = Holdings::new(problem, ranks);
        for first in problem.applicants() {
            let mut asking = first;
            while let Some(group) = holdings.next_choice(asking) {
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
        let work = holdings.work();
        Seating { seats: holdings.into_seats(), work }
    }
}
