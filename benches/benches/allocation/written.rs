//! Markets without quotas as JSON, with the assignment that they get here, for peers in other languages:
//! `benches/peers/matching.py` reads them.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Instant;

use guildhall_allocation::{Drawn, Mechanism, Nested, Ranks};
use serde_json::json;

use crate::market::{self, Size};

/// Writes a market of each size into the folder.
pub(crate) fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    for applicants in [1_000, 5_000] {
        let drawn = market::drawn(market::problem(Size { applicants, groups: 40, quotas: false })?)?;
        let begin = Instant::now();
        let ranks = Ranks::declared(&drawn);
        let solved = Nested.seat(&drawn, &ranks, &BTreeSet::new());
        let seconds = begin.elapsed().as_secs_f64();
        let market = json!({
            "choices": choices(&drawn),
            "groups": groups(&drawn, &ranks),
            "assignment": assignment(&drawn, &solved.seats)?,
            "seconds": seconds,
        });
        fs::write(folder.join(format!("{applicants}.json")), serde_json::to_vec(&market)?)?;
    }
    Ok(())
}

fn choices(drawn: &Drawn) -> serde_json::Value {
    let problem = drawn.problem();
    let listed = |one| problem.choices(one).iter().map(|group| problem.group_id(*group)).collect::<Vec<_>>();
    problem.applicants().map(|one| (problem.applicant_id(one).to_owned(), json!(listed(one)))).collect()
}

/// Of each group its seats, and those who list it, best first.
fn groups(drawn: &Drawn, ranks: &Ranks) -> serde_json::Value {
    let problem = drawn.problem();
    let group = |group| {
        let plan = problem.plan_of(group);
        let lists_it = |one: &_| problem.choices(*one).contains(&group);
        let mut order: Vec<_> = problem.applicants().filter(lists_it).collect();
        order.sort_unstable_by_key(|one| ranks.rank(plan, *one));
        let order: Vec<_> = order.into_iter().map(|one| problem.applicant_id(one)).collect();
        json!({ "seats": problem.capacity(group).seats(), "order": order })
    };
    problem.groups().map(|one| (problem.group_id(one).to_owned(), group(one))).collect()
}

/// One line for everybody who has a seat, by id: `a-0000001 group-00007`.
fn assignment(
    drawn: &Drawn,
    seats: &[Option<guildhall_allocation::Group>],
) -> Result<String, Box<dyn Error>> {
    let problem = drawn.problem();
    let mut lines = String::new();
    for (applicant, seat) in problem.applicants().zip(seats) {
        if let Some(group) = seat {
            writeln!(lines, "{} {}", problem.applicant_id(applicant), problem.group_id(*group))?;
        }
    }
    Ok(lines)
}
