//! Nobody could be served better without wrong to somebody (A11), and nobody gains by saying anything but
//! the truth (A12, A17).

use proptest::prelude::*;

use super::reference::lists;
use super::reference::market::{Kind, nested};
use super::{Both, liking, seats};
use guildhall_allocation::allocate;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a11_everybody_likes_the_result_as_well_as_any_stable_one(market in nested(Kind::of(5, 3))) {
        let both = Both::of(&market);
        let seats = both.matching(&allocate(&both.drawn).unwrap());
        let stable = both.sets.stable_matchings();
        prop_assert!(stable.contains(&seats));
        for other in stable {
            for (one, (seat, other)) in seats.iter().zip(other).enumerate() {
                prop_assert!(both.sets.liking(one, *seat) <= both.sets.liking(one, other));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a12_no_misreport_helps_who_ranks_all(market in nested(Kind { full: true, ..Kind::of(6, 3) })) {
        no_misreport_helps(&market)?;
    }

    #[test]
    fn a12_no_misreport_helps_who_would_not_take_all(market in nested(Kind::of(6, 3))) {
        no_misreport_helps(&market)?;
    }
}

fn no_misreport_helps(market: &super::reference::market::Market) -> Result<(), TestCaseError> {
    let honest = seats(market);
    for (one, person) in market.people.iter().enumerate() {
        for lie in lists(market.groups.len()) {
            let told = seats(&market.saying(one, lie.clone()));
            prop_assert!(
                liking(&person.choices, honest[one]) <= liking(&person.choices, told[one]),
                "{one} does better by {lie:?}: {honest:?}, then {told:?}"
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a17_leaving_out_what_is_worse_than_the_seat_changes_nothing(market in nested(Kind::of(10, 4))) {
        let honest = seats(&market);
        for (one, seat) in honest.iter().enumerate() {
            let choices = &market.people[one].choices;
            let cut = choices[..choices.len().min(liking(choices, *seat) + 1)].to_vec();
            prop_assert_eq!(&seats(&market.saying(one, cut)), &honest);
        }
    }
}
