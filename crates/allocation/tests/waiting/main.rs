//! Waiting lists, vacancy chains and changed rules, against references that try everything (A14, A17, A18,
//! E8, E10).
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "../reference/mod.rs"]
mod reference;

mod change;
mod rerun;
mod standings;

use guildhall_allocation::strategies::FROZEN_AT;
use guildhall_allocation::{Applicant, Drawn, Group, Outcome, Problem, Standing, Standings};
use proptest::prelude::*;
use reference::market::{Kind, Market, applicant, group, nested};
use reference::{Matching, Set};
use serde_json::{Value, from_value, json};

/// Freezes and draws a document.
fn drawn(document: Value) -> Drawn {
    let problem = Problem::new(&from_value(document).unwrap()).unwrap_or_else(|faults| panic!("{faults}"));
    let seed = json!({ "value": "07 12 23", "source": "a public draw", "known_at": "2026-06-02T00:00:00Z" });
    problem.freeze(FROZEN_AT).draw(&from_value(seed).unwrap()).unwrap()
}

/// The market as the reference sees it.
fn sets(market: &Market, drawn: &Drawn) -> reference::Market {
    market.reference(|id| drawn.key(drawn.problem().find_applicant(id).unwrap()).as_bytes().to_vec())
}

fn person(drawn: &Drawn, nth: usize) -> Applicant {
    drawn.problem().find_applicant(&applicant(nth)).unwrap()
}

fn room(drawn: &Drawn, nth: usize) -> Group {
    drawn.problem().find_group(&group(nth)).unwrap()
}

/// The seats in the numbers of the reference.
fn matching(market: &Market, drawn: &Drawn, outcome: &Outcome) -> Matching {
    let number = |seat: Group| (0..market.groups.len()).find(|nth| room(drawn, *nth) == seat).unwrap();
    (0..market.people.len()).map(|nth| outcome.seat(person(drawn, nth)).map(number)).collect()
}

/// What everybody says, where they can say it: who has no seat can only wait or go.
fn said(drawn: &Drawn, held: &Outcome, wishes: &[Standing]) -> Standings {
    let standings: Vec<_> = drawn
        .problem()
        .applicants()
        .zip(wishes)
        .filter(|(one, standing)| {
            held.seat(*one).is_some() || matches!(standing, Standing::Waiting | Standing::Cancelled)
        })
        .map(
            |(one, standing)| json!({ "applicant": drawn.problem().applicant_id(one), "standing": standing }),
        )
        .collect();
    let written = from_value(json!({ "standings": standings })).unwrap();
    Standings::new(&written, drawn.problem(), held).unwrap()
}

fn wishes() -> impl Strategy<Value = Vec<Standing>> {
    let one = prop_oneof![
        3 => Just(Standing::Waiting),
        1 => Just(Standing::Accepted),
        1 => Just(Standing::KeepHigher),
        2 => Just(Standing::Cancelled),
    ];
    prop::collection::vec(one, 8)
}

/// The market with the lists that are left.
fn cut(market: &Market, seats: &[Option<usize>], standing: impl Fn(usize) -> Standing) -> Market {
    let mut left = market.clone();
    for (nth, one) in left.people.iter_mut().enumerate() {
        let held = seats[nth].map(|seat| one.choices.iter().position(|choice| *choice == seat).unwrap());
        one.choices = match (standing(nth), held) {
            (Standing::Cancelled, _) => Vec::new(),
            (Standing::Accepted, Some(held)) => vec![one.choices[held]],
            (Standing::KeepHigher, Some(held)) => one.choices[..=held].to_vec(),
            _ => one.choices.clone(),
        };
    }
    left
}

/// Eight people and four groups; some may have come late, to a first list that has somebody on it.
fn market() -> impl Strategy<Value = Market> {
    let market = nested(Kind::of(8, 4)).prop_map(|mut market| {
        if let Some(first) = market.people.first_mut() {
            first.list = 1;
        }
        market
    });
    market.prop_filter("reserves that can be had", |market| {
        Problem::new(&from_value(market.document()).unwrap()).is_ok()
    })
}

fn set_of(members: impl IntoIterator<Item = usize>) -> Set {
    members.into_iter().fold(0, |set, one| set | 1 << one)
}
