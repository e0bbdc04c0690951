//! Nobody is harmed when somebody leaves (A14), when there is one more seat (A15), or by coming earlier in
//! an order themselves (A16).

use guildhall_allocation::{Applicant, Declared, Drawn, Nested, PlanIndex, Priority, allocate, allocate_by};
use proptest::prelude::*;

use super::reference::Matching;
use super::reference::market::{Kind, Market, nested};
use super::{Both, liking, seats};

fn nobody_is_harmed(
    market: &Market,
    before: &Matching,
    after: &Matching,
    but: Option<usize>,
) -> Result<(), TestCaseError> {
    for (one, person) in market.people.iter().enumerate().filter(|(one, _)| Some(*one) != but) {
        let (had, has) = (liking(&person.choices, before[one]), liking(&person.choices, after[one]));
        prop_assert!(has <= had, "{one} is harmed: {before:?}, then {after:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a14_a_departure_hurts_nobody_who_stays(market in nested(Kind::of(10, 4))) {
        let before = seats(&market);
        for one in 0..market.people.len() {
            let after = seats(&market.saying(one, Vec::new()));
            nobody_is_harmed(&market, &before, &after, Some(one))?;
        }
    }

    #[test]
    fn a15_one_more_seat_hurts_nobody(market in nested(Kind::of(10, 4))) {
        let before = seats(&market);
        for group in 0..market.groups.len() {
            let mut larger = market.clone();
            larger.groups[group].capacity = market.groups[group].capacity.map(|seats| seats + 1);
            nobody_is_harmed(&market, &before, &seats(&larger), None)?;
        }
    }

    #[test]
    fn a16_a_better_own_priority_never_hurts(market in nested(Kind::of(8, 3))) {
        let both = Both::of(&market);
        let before = both.matching(&allocate(&both.drawn).unwrap());
        for one in 0..market.people.len() {
            let choices = &market.people[one].choices;
            for plan in 0..both.drawn.problem().plans().len() {
                for steps in [1, 2, market.people.len()] {
                    let policy = Promoted { who: both.applicant(one), plan, steps };
                    let after = both.matching(&allocate_by(&both.drawn, &Nested, &policy).unwrap());
                    prop_assert!(liking(choices, after[one]) <= liking(choices, before[one]));
                }
            }
        }
    }
}

/// The declared order, with somebody some places further ahead in one plan.
struct Promoted {
    who: Applicant,
    plan: usize,
    steps: usize,
}

impl Priority for Promoted {
    fn order(&self, drawn: &Drawn, plan: PlanIndex) -> Vec<Applicant> {
        let mut order = Declared.order(drawn, plan);
        if plan.index() == self.plan {
            let at = order.iter().position(|one| *one == self.who).unwrap();
            order[at.saturating_sub(self.steps)..=at].rotate_right(1);
        }
        order
    }
}
