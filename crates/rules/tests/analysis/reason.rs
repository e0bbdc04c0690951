//! R4 of the sufficient reason: the facts alone give the verdict, and none of them is idle.

use std::collections::BTreeSet;

use guildhall_rules::analysis::{Analysis, Semantics};
use guildhall_rules::{Fact, FactKey, Facts, RuleSet, Verdict, Vocabulary};
use proptest::prelude::*;

use crate::small::{self, is_plain, verdict};

/// The verdict where only these facts are known, and no missing one is taken for anything.
fn alone(v: &Vocabulary, rule: &RuleSet, facts: &Facts, keys: &BTreeSet<FactKey>, how: Semantics) -> Verdict {
    let others = small::keys(v).into_iter().filter(|key| !keys.contains(key));
    let left = others.fold(facts.clone(), |facts, key| facts.with(key, Fact::contested([])));
    verdict(v, rule, &left, how)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn r4_a_sufficient_reason_suffices_and_is_minimal((vocabulary, rule, facts) in small::person()) {
        for how in [Semantics::Kleene, Semantics::Exact] {
            let why = Analysis::new(&vocabulary).sufficient(&rule, &facts, how).unwrap();
            let now = verdict(&vocabulary, &rule, &facts, how);
            let Some(why) = why else {
                prop_assert!(now.is_undetermined() || !is_plain(&rule));
                continue;
            };
            prop_assert_eq!(why.verdict, now);
            let keys: BTreeSet<FactKey> = why.facts.iter().map(|(key, _)| key.clone()).collect();
            prop_assert_eq!(alone(&vocabulary, &rule, &facts, &keys, how), now);
            if !is_plain(&rule) {
                continue;
            }
            for key in &keys {
                let fewer: BTreeSet<_> = keys.iter().filter(|other| *other != key).cloned().collect();
                prop_assert!(alone(&vocabulary, &rule, &facts, &fewer, how) != now);
            }
            prop_assert!(why.shortest);
            let all: Vec<FactKey> = small::keys(&vocabulary).into_iter().collect();
            for mask in 0..1u32 << all.len() {
                let some: BTreeSet<_> =
                    all.iter().enumerate().filter(|(n, _)| mask >> n & 1 == 1).map(|(_, k)| k.clone()).collect();
                if some.len() < keys.len() {
                    prop_assert!(alone(&vocabulary, &rule, &facts, &some, how) != now);
                }
            }
        }
    }
}
