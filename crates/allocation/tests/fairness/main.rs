//! What people are promised, against the reference that tries everything: nobody could be served better, no
//! lie helps, nobody is harmed by the luck of others, reasons are true, and the auditor finds what is wrong.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "../reference/mod.rs"]
mod reference;

mod audits;
mod changes;
mod honesty;
mod independence;
mod reasons;

use guildhall_allocation::{Applicant, Drawn, Group, Outcome, Problem, allocate};
use reference::Matching;
use reference::market::{Market, applicant, group};
use serde_json::{Value, from_value, json};

/// Freezes and draws a document.
fn drawn(document: Value) -> Drawn {
    let problem = Problem::new(&from_value(document).unwrap()).unwrap_or_else(|faults| panic!("{faults}"));
    let seed = json!({ "value": "07 12 23", "source": "a public draw", "known_at": "2026-06-02T00:00:00Z" });
    problem.freeze("2026-06-01T00:00:00Z".parse().unwrap()).draw(&from_value(seed).unwrap()).unwrap()
}

/// A market as it was drawn, and as the reference sees it.
struct Both {
    drawn: Drawn,
    sets: reference::Market,
}

impl Both {
    fn of(market: &Market) -> Self {
        let drawn = drawn(market.document());
        let key = |id: &str| drawn.key(drawn.problem().find_applicant(id).unwrap()).as_bytes().to_vec();
        let sets = market.reference(key);
        Self { drawn, sets }
    }

    fn applicant(&self, nth: usize) -> Applicant {
        self.drawn.problem().find_applicant(&applicant(nth)).unwrap()
    }

    fn group(&self, nth: usize) -> Group {
        self.drawn.problem().find_group(&group(nth)).unwrap()
    }

    /// The seats as the reference counts people and groups.
    fn matching(&self, outcome: &Outcome) -> Matching {
        let groups: Vec<_> = (0..self.sets.rooms.len()).map(|nth| self.group(nth)).collect();
        let seat = |one: usize| outcome.seat(self.applicant(one));
        (0..self.sets.people()).map(|one| groups.iter().position(|group| seat(one) == Some(*group))).collect()
    }
}

/// What comes of a market.
fn seats(market: &Market) -> Matching {
    let both = Both::of(market);
    both.matching(&allocate(&both.drawn).unwrap())
}

/// How much somebody who would take these groups likes a seat: the smaller, the better. A seat that they
/// would not take is worse than none.
fn liking(choices: &[usize], seat: Option<usize>) -> usize {
    match seat {
        None => choices.len(),
        Some(seat) => choices.iter().position(|choice| *choice == seat).unwrap_or(choices.len() + 1),
    }
}
