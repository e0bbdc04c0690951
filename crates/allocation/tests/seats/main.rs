//! The mechanisms against references that try everything, or that count again at every step.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

#[path = "../reference/mod.rs"]
mod reference;

mod choice;
mod closing;
mod in_order;
mod nested;
mod result;

use guildhall_allocation::{Applicant, Drawn, Group, Problem};
use proptest::prelude::*;
use reference::market::{Kind, Market, applicant, group};
use reference::{Matching, Set};
use serde_json::{Value, from_value, json};

/// Markets of this kind that the rules allow: reserves have room, and a quota has an effect.
fn markets(kind: Kind) -> impl Strategy<Value = Market> {
    let is_sound = |market: &Market| Problem::new(&from_value(market.document()).unwrap()).is_ok();
    reference::market::nested(kind).prop_filter("a sound market", is_sound)
}

/// Freezes and draws a document.
fn drawn(document: Value) -> Drawn {
    let problem = Problem::new(&from_value(document).unwrap()).unwrap_or_else(|faults| panic!("{faults}"));
    let seed = json!({ "value": "07 12 23", "source": "a public draw", "known_at": "2026-06-02T00:00:00Z" });
    problem.freeze("2026-06-01T00:00:00Z".parse().unwrap()).draw(&from_value(seed).unwrap()).unwrap()
}

/// A market as the solver and as the reference see it.
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

    /// Whom the solver seats, in the numbers of the reference.
    fn matching(&self, seat: impl Fn(Applicant) -> Option<Group>) -> Matching {
        let groups: Vec<_> = (0..self.sets.rooms.len()).map(|nth| self.group(nth)).collect();
        let number = |group: Group| groups.iter().position(|one| *one == group).unwrap();
        (0..self.sets.people()).map(|nth| seat(self.applicant(nth)).map(number)).collect()
    }
}

fn set_of(members: impl IntoIterator<Item = usize>) -> Set {
    members.into_iter().fold(0, |set, one| set | 1 << one)
}
