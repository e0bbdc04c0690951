//! R5 and R11: changes make the rule met, no part of them does, and none is missing.

use std::collections::BTreeSet;

use guildhall_rules::analysis::{Analysis, Semantics};
use guildhall_rules::{Fact, FactKey, FactSource, Facts, RuleSet, Value, Vocabulary, strategies};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value as Json;

use crate::small::{self, is_one_of, is_open, is_plain, read, verdict};

/// Every way to change just these facts to something known.
fn ways(vocabulary: &Vocabulary, facts: &Facts, set: &BTreeSet<FactKey>) -> Vec<Facts> {
    let mut ways = vec![facts.clone()];
    for key in set {
        let kind = vocabulary.get(key.as_str()).unwrap().kind();
        let values = small::values(kind).into_iter().map(Fact::known).filter(|fact| !is_open(fact));
        let values: Vec<Fact> = values.collect();
        ways = ways
            .iter()
            .flat_map(|way| values.iter().map(|value| way.clone().with(key.clone(), value.clone())))
            .collect();
    }
    ways
}

fn subsets(set: &BTreeSet<FactKey>) -> Vec<BTreeSet<FactKey>> {
    (0..1u32 << set.len())
        .map(|mask| {
            set.iter().enumerate().filter(|(n, _)| mask >> n & 1 == 1).map(|(_, k)| k.clone()).collect()
        })
        .collect()
}

fn turned(json: &Json, turns: &[Index], nth: &mut usize) -> Json {
    match json {
        Json::Array(items) => {
            let mut items: Vec<Json> = items.iter().map(|item| turned(item, turns, nth)).collect();
            let turn = turns[*nth % turns.len()].index(items.len().max(1));
            *nth += 1;
            items.rotate_left(turn);
            Json::Array(items)
        }
        Json::Object(fields) => {
            // The two ends of a stretch stand in order.
            let keep = |name: &str| name == "between";
            let turn = |(name, json): (&String, &Json)| {
                (name.clone(), if keep(name) { json.clone() } else { turned(json, turns, nth) })
            };
            Json::Object(fields.iter().map(turn).collect())
        }
        other => other.clone(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn r5_changes_are_just_the_minimal_ones((vocabulary, rule, facts) in small::person()) {
        let asked = small::asked(&[&rule]);
        for how in [Semantics::Kleene, Semantics::Exact] {
            let changes = Analysis::new(&vocabulary).changes(&rule, &facts, how).unwrap();
            let now = verdict(&vocabulary, &rule, &facts, how);
            let plain = is_plain(&rule);
            if plain {
                prop_assert_eq!(changes.verdict, now);
                prop_assert!(changes.complete);
            }
            let changeable: BTreeSet<FactKey> = small::keys(&vocabulary)
                .into_iter()
                .filter(|key| vocabulary.get(key.as_str()).unwrap().change_cost().is_some())
                .collect();
            for set in &changes.sets {
                prop_assert!(set.facts.is_subset(&changeable));
                let cost = |key| u64::from(vocabulary.get(FactKey::as_str(key)).unwrap().change_cost().unwrap());
                prop_assert_eq!(set.cost, set.facts.iter().map(cost).sum::<u64>());
                prop_assert!(!set.options.is_empty());
                for option in &set.options {
                    let after = (option.example.clone(), facts.clone());
                    let after: Facts = small::keys(&vocabulary)
                        .into_iter()
                        .map(|key| (key.clone(), after.fact(&key).into_owned()))
                        .collect();
                    prop_assert!(verdict(&vocabulary, &rule, &after, how).is_met());
                }
                for way in ways(&vocabulary, &facts, &set.facts) {
                    let listed = set.options.iter().any(|option| is_one_of(&option.values, &way, &asked));
                    let met = verdict(&vocabulary, &rule, &way, how).is_met();
                    prop_assert!(!listed || met);
                    prop_assert!(!plain || listed == met);
                }
            }
            let costs: Vec<u64> = changes.sets.iter().map(|set| set.cost).collect();
            prop_assert!(costs.is_sorted());
            if now.is_met() || !plain {
                continue;
            }
            let does = |set: &BTreeSet<FactKey>| {
                let mut ways = ways(&vocabulary, &facts, set).into_iter();
                ways.any(|way| verdict(&vocabulary, &rule, &way, how).is_met())
            };
            let enough: Vec<_> = subsets(&changeable).into_iter().filter(does).collect();
            let minimal = |set: &&BTreeSet<FactKey>| !enough.iter().any(|other| other != *set && other.is_subset(set));
            let expected: BTreeSet<_> = enough.iter().filter(minimal).cloned().collect();
            prop_assert_eq!(changes.sets.into_iter().map(|set| set.facts).collect::<BTreeSet<_>>(), expected);
        }
    }

    #[test]
    fn r5_changes_make_the_rule_met_whatever_the_types((vocabulary, rule, facts) in strategies::case()) {
        let changes = Analysis::new(&vocabulary).changes(&rule, &facts, Semantics::Kleene).unwrap();
        for set in changes.sets {
            for option in set.options {
                prop_assert!(rule.verdict(&(option.example.clone(), facts.clone())).is_met());
                for (key, _) in option.example.iter() {
                    let without = option.example.iter().filter(|(other, _)| *other != key);
                    let without = without.fold(facts.clone(), |w, (key, fact)| w.with(key.clone(), fact.clone()));
                    prop_assert!(!rule.verdict(&without).is_met());
                }
            }
        }
    }

    #[test]
    fn r11_order_never_changes_minimal_changes(
        (vocabulary, rule, facts) in small::person(),
        turns in prop::collection::vec(any::<Index>(), 1..8),
    ) {
        let written = serde_json::to_value(rule.definition()).unwrap();
        let other = RuleSet::read(&turned(&written, &turns, &mut 0), &vocabulary).unwrap();
        let analysis = Analysis::new(&vocabulary);
        for how in [Semantics::Kleene, Semantics::Exact] {
            prop_assert_eq!(analysis.changes(&rule, &facts, how), analysis.changes(&other, &facts, how));
        }
        prop_assert_eq!(analysis.exact(&rule, &facts), analysis.exact(&other, &facts));
    }
}

#[test]
fn the_cheapest_change_comes_first() {
    let vocabulary: Vocabulary = toml::from_str(
        r#"facts = [
            { key = "applicant.hours", type = "integer", min = 0, change_cost = 5, label = { en = "h" } },
            { key = "applicant.position", type = "symbol", label = { en = "p" } },
            { key = "consent.given", type = "boolean", change_cost = 1, label = { en = "c" } },
        ]"#,
    )
    .unwrap();
    let rule = read(
        r#"
        id = "r"
        version = 1
        any = [
            { fact = "applicant.position", is = "mayor" },
            { fact = "applicant.hours", at_least = 40 },
            { all = [{ fact = "applicant.hours", at_least = 8 }, { fact = "consent.given", is = true }] },
        ]"#,
        &vocabulary,
    );
    let facts = Facts::known([
        ("applicant.hours", 10.into()),
        ("applicant.position", Value::symbol("clerk").unwrap()),
        ("consent.given", false.into()),
    ]);
    let changes = Analysis::new(&vocabulary).changes(&rule, &facts.unwrap(), Semantics::Kleene).unwrap();
    let sets: Vec<_> =
        changes.sets.iter().map(|set| (set.cost, serde_json::to_string(&set.facts).unwrap())).collect();
    assert_eq!(sets, [(1, r#"["consent.given"]"#.to_owned()), (5, r#"["applicant.hours"]"#.to_owned())]);
    assert_eq!(
        serde_json::to_value(&changes.sets[1].options[0].values).unwrap(),
        serde_json::json!({ "applicant.hours": [
            { "stretch": { "from": { "value": { "integer": 40 }, "included": true } } },
        ] })
    );
}

/// Two facts that are held against each other, and both may change: of the change to one it still shows that
/// it does it alone.
#[test]
fn r5_what_is_suggested_is_no_more_than_it_takes() {
    let vocabulary: Vocabulary = toml::from_str(
        r#"facts = [
            { key = "case.courses", type = "set", change_cost = 1, label = { en = "c" } },
            { key = "case.day", type = "date", change_cost = 1, label = { en = "d" } },
            { key = "case.term", type = "period", change_cost = 3, label = { en = "t" } },
        ]"#,
    )
    .unwrap();
    let rule = read(
        r#"
        id = "r"
        version = 1
        any = [
            { all = [
                { fact = "case.courses", count_at_least = 1 },
                { fact = "case.term", covers = { from = "2019-01-02", until = "2019-01-03" } },
            ] },
            { fact = "case.term", covers = "case.day" },
        ]"#,
        &vocabulary,
    );
    let day =
        Facts::known([("case.day", "2019-01-02".parse::<chrono::NaiveDate>().unwrap().into())]).unwrap();
    for how in [Semantics::Kleene, Semantics::Exact] {
        let changes = Analysis::new(&vocabulary).changes(&rule, &day, how).unwrap();
        let facts: Vec<_> =
            changes.sets.iter().map(|set| serde_json::to_value(&set.facts).unwrap()).collect();
        assert_eq!(facts, [serde_json::json!(["case.term"])]);
        assert!(!changes.complete);
    }
}
