//! What one group does as applicants come to it (A7, A8, A9).

use guildhall_allocation::{Answer, Holdings, Ranks};
use proptest::prelude::*;

use super::reference::market::{Kind, Market};
use super::reference::{Room, Set, has, members};
use super::{Both, markets, set_of};

/// A market of one group, and everybody in an order in which they ask.
fn asked(people: usize) -> impl Strategy<Value = (Market, Vec<usize>)> {
    markets(Kind::of(people, 1)).prop_flat_map(|market| {
        let order: Vec<usize> = (0..market.people.len()).collect();
        (Just(market), Just(order).prop_shuffle())
    })
}

/// Whom a group holds after these have asked.
fn held(both: &Both, ranks: &Ranks, asking: impl IntoIterator<Item = usize>) -> Set {
    let mut holdings = Holdings::new(both.drawn.problem(), ranks);
    asking.into_iter().for_each(|one| _ = holdings.offer(both.group(0), both.applicant(one)));
    set_of((0..both.sets.people()).filter(|one| holdings.seat(both.applicant(*one)).is_some()))
}

/// The naive exchange: when one more asks, everybody is tried as the one who goes.
fn exchange(room: &Room, held: Set, one: usize) -> Set {
    let with = held | 1 << one;
    if room.feasible(with) {
        return with;
    }
    let without = members(with).map(|gone| with & !(1 << gone)).filter(|set| room.feasible(*set));
    without.max_by_key(|set| (room.fill(*set), room.worth(*set))).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a9_one_by_one_is_all_at_once_is_the_best_of_all_subsets((market, order) in asked(8)) {
        let both = Both::of(&market);
        let room = &both.sets.rooms[0];
        let ranks = Ranks::declared(&both.drawn);
        let mut holdings = Holdings::new(both.drawn.problem(), &ranks);
        let (mut asking, mut before) = (0, 0);
        for one in order {
            asking |= 1 << one;
            let answer = holdings.offer(both.group(0), both.applicant(one));
            let is_held = |one: &usize| holdings.seat(both.applicant(*one)).is_some();
            let now = set_of((0..both.sets.people()).filter(is_held));
            prop_assert_eq!(now, room.choose(asking), "of {:b}", asking);
            let expected = match (before & !now, has(now, one)) {
                (0, true) => Answer::Held,
                (0, false) => Answer::Refused,
                (gone, _) => Answer::Displaced(both.applicant(gone.trailing_zeros().try_into().unwrap())),
            };
            prop_assert_eq!(answer, expected);
            before = now;
        }
    }

    #[test]
    fn a9_a_crowd_is_chosen_as_by_the_naive_exchange((market, order) in asked(24)) {
        let on_top = market.plans[market.groups[0].plan].quotas.iter().any(|quota| quota.on_top);
        prop_assume!(!on_top);
        let both = Both::of(&market);
        let room = &both.sets.rooms[0];
        let ranks = Ranks::declared(&both.drawn);
        let mut expected = 0;
        for (nth, one) in order.iter().enumerate() {
            expected = exchange(room, expected, *one);
            if nth % 4 == 3 || nth + 1 == order.len() {
                prop_assert_eq!(held(&both, &ranks, order[..=nth].iter().copied()), expected);
            }
        }
    }

    #[test]
    fn a7_more_who_ask_get_nobody_in((market, order) in asked(12), fewer in 0..12_usize) {
        let both = Both::of(&market);
        let ranks = Ranks::declared(&both.drawn);
        let some = set_of(order.iter().copied().take(fewer));
        let chosen = held(&both, &ranks, order.iter().copied());
        let of_some = held(&both, &ranks, members(some));
        prop_assert_eq!(chosen & some & !of_some, 0);
        // A8: more who ask never leave more seats empty.
        prop_assert!(of_some.count_ones() <= chosen.count_ones());
    }

    #[test]
    fn a8_without_those_who_are_turned_away_all_is_the_same((market, order) in asked(12), gone in any::<Set>()) {
        let both = Both::of(&market);
        let ranks = Ranks::declared(&both.drawn);
        let chosen = held(&both, &ranks, order.iter().copied());
        let without = order.iter().copied().filter(|one| has(chosen, *one) || !has(gone, *one));
        prop_assert_eq!(held(&both, &ranks, without), chosen);
    }
}
