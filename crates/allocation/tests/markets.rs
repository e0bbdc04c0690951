//! The small problems that property tests use are sound, and differ as they should.

use guildhall_allocation::strategies::{Kind, Market};
use guildhall_allocation::{Mistake, Problem};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn every_market_is_sound(
        written in prop_oneof![
            Market::small(Kind::Floor).with_lists(3).problems(),
            Market::small(Kind::Floor).with_minimums().full().problems(),
            Market::small(Kind::OnTop).with_lists(2).problems(),
            Market::small(Kind::Plain).problems(),
            Market::small(Kind::Serial).with_lists(2).with_minimums().problems(),
            Market::small(Kind::Rolling).problems(),
        ],
    ) {
        let sound = Problem::new(&written);
        prop_assert!(sound.is_ok(), "{}", sound.unwrap_err());
    }
}

proptest! {
    #[test]
    fn quotas_that_lie_anyhow_are_refused_for_how_they_lie(
        written in Market::small(Kind::Anyhow).problems(),
    ) {
        for fault in Problem::new(&written).err().iter().flatten() {
            let expected = matches!(
                fault.problem(),
                Mistake::Crossing(_) | Mistake::Inside { .. } | Mistake::Tangled { .. }
                    | Mistake::ReservedBeyondCap { .. } | Mistake::ReservedBeyondCapacity { .. }
            );
            prop_assert!(expected, "{fault}");
        }
    }
}
