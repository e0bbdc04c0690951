//! The schemas accept what is read (C6): of leaf types exactly that, where a pattern can say it, and
//! never less; each has an example. Whatever is written reads back as itself (C4).
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::LazyLock;

use guildhall_allocation::strategies::{Kind, Market, seed};
use guildhall_allocation::{
    Capacity, ListHash, LotteryKey, MechanismName, Name, ProblemHash, Seed, SeedValue, Stage, Statement,
    WrittenFirst, WrittenProblem, WrittenRules, WrittenValue,
};
use guildhall_conformance::laws::{Described, examples_are_read, reads, survives};
use guildhall_kernel::strategies::{nearly, time};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

static NAME: LazyLock<Described> = LazyLock::new(|| Described::by::<Name>().unwrap());
static HASH: LazyLock<Described> = LazyLock::new(|| Described::by::<ListHash>().unwrap());
static VALUE: LazyLock<Described> = LazyLock::new(|| Described::by::<WrittenValue>().unwrap());
static FIRST: LazyLock<Described> = LazyLock::new(|| Described::by::<WrittenFirst>().unwrap());
static CAPACITY: LazyLock<Described> = LazyLock::new(|| Described::by::<Capacity>().unwrap());
static MECHANISM: LazyLock<Described> = LazyLock::new(|| Described::by::<MechanismName>().unwrap());
static PROBLEM: LazyLock<Described> = LazyLock::new(|| Described::by::<WrittenProblem>().unwrap());

#[test]
fn every_example_is_read() {
    examples_are_read::<Name>().unwrap();
    examples_are_read::<SeedValue>().unwrap();
    examples_are_read::<Statement>().unwrap();
    examples_are_read::<ProblemHash>().unwrap();
    examples_are_read::<ListHash>().unwrap();
    examples_are_read::<LotteryKey>().unwrap();
    examples_are_read::<WrittenValue>().unwrap();
    examples_are_read::<WrittenFirst>().unwrap();
}

#[test]
fn c6_white_space_and_control_characters_are_the_same_to_the_schema_of_names() {
    for character in '\0'..'\u{3100}' {
        for text in [format!("a{character}"), format!("{character}a"), format!("a{character}b")] {
            let json = json!(text);
            assert_eq!(NAME.accepts(&json), reads::<Name>(&json), "{text:?}");
        }
    }
}

#[test]
fn c6_what_no_schema_accepts_is_not_read() {
    for json in [json!(1.5), json!(true), json!(null), json!([]), json!({}), json!(u64::MAX)] {
        assert!(!VALUE.accepts(&json) && !reads::<WrittenValue>(&json), "{json}");
    }
    for json in [json!(i64::MIN), json!(i64::MAX), json!("06"), json!(0)] {
        assert!(VALUE.accepts(&json) && reads::<WrittenValue>(&json), "{json}");
    }
    for json in [json!("best"), json!(1), json!([1]), json!([" a"]), json!({}), json!(null)] {
        assert!(!FIRST.accepts(&json) && !reads::<WrittenFirst>(&json), "{json}");
    }
    for json in [
        json!("none"),
        json!({ "seats": 0 }),
        json!({ "seats": -1 }),
        json!(24),
        json!({ "seats": 1, "a": 1 }),
    ] {
        assert!(!CAPACITY.accepts(&json) && !reads::<Capacity>(&json), "{json}");
    }
    for json in [
        json!("boston"),
        json!({ "rolling": {} }),
        json!({ "rolling": { "by": "a", "b": 1 } }),
        json!("rolling"),
    ] {
        assert!(!MECHANISM.accepts(&json) && !reads::<MechanismName>(&json), "{json}");
    }
}

/// Every object of a document refuses a field that nobody knows, in the schema and when it is read.
#[test]
fn c6_no_unknown_field_is_passed_over() {
    let document = json!({
        "id": "m", "mechanism": "nested",
        "attributes": [{ "name": "region", "type": "text", "values": ["r0"] }],
        "plans": [{
            "name": "p", "priority": [{ "by": "region", "first": ["r0"] }],
            "quotas": [{ "name": "q", "each": "region", "at_most": 1, "reserve": { "seats": 1, "kind": "floor" } }],
        }],
        "groups": [{ "id": "g", "plan": "p", "capacity": { "seats": 1 }, "minimum": 1 }],
        "caps": [{ "name": "c", "where": { "region": ["r0"] }, "at_most": 1 }],
        "applicants": [{ "id": "a", "choices": ["g"], "has": { "region": "r0" }, "list": 1 }],
        "lists": [{
            "frozen_at": "2026-01-01T00:00:00Z", "hash": "00".repeat(32),
            "seed": { "value": "1", "source": "s", "known_at": "2026-01-02T00:00:00Z" },
            "redrawn": [{
                "seed": { "value": "2", "source": "s", "known_at": "2026-01-03T00:00:00Z" }, "reason": "r",
            }],
        }],
    });
    assert!(PROBLEM.accepts(&document) && reads::<WrittenProblem>(&document));
    let objects = [
        "",
        "/attributes/0",
        "/plans/0",
        "/plans/0/priority/0",
        "/plans/0/quotas/0",
        "/plans/0/quotas/0/reserve",
        "/groups/0",
        "/groups/0/capacity",
        "/caps/0",
        "/applicants/0",
        "/lists/0",
        "/lists/0/seed",
        "/lists/0/redrawn/0",
    ];
    for object in objects {
        let mut document = document.clone();
        document.pointer_mut(object).unwrap()["surprise"] = json!(1);
        assert!(!PROBLEM.accepts(&document) && !reads::<WrittenProblem>(&document), "{object}");
    }
}

fn markets() -> impl Strategy<Value = WrittenProblem> {
    prop_oneof![
        Market::small(Kind::Floor).with_lists(3).with_minimums().problems(),
        Market::small(Kind::OnTop).problems(),
        Market::small(Kind::Serial).problems(),
        Market::small(Kind::Rolling).problems(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// A schema counts characters, the constructor bytes.
    #[test]
    fn c6_the_schema_of_names_accepts_what_is_read_as_one(
        text in nearly(prop_oneof![4 => "[a-zž ]{1,8}", 1 => "[a-z]{60,66}"]),
    ) {
        let json = json!(text);
        prop_assert!(NAME.accepts(&json) || !reads::<Name>(&json));
        prop_assert!(!NAME.accepts(&json) || reads::<Name>(&json) || text.len() > 64);
        prop_assert_eq!(VALUE.accepts(&json), NAME.accepts(&json));
        prop_assert_eq!(reads::<WrittenValue>(&json), reads::<Name>(&json));
    }

    #[test]
    fn c6_the_schema_of_hashes_accepts_what_is_read_as_one(text in nearly("[0-9a-f]{64}")) {
        let json = json!(text);
        prop_assert_eq!(HASH.accepts(&json), reads::<ListHash>(&json));
    }

    #[test]
    fn c4_problems_survive_and_fit_their_schema(written in markets()) {
        survives(&written).unwrap();
        survives(&written.rules()).unwrap();
        let json = serde_json::to_value(&written).unwrap();
        prop_assert!(PROBLEM.accepts(&json), "{json}");
        prop_assert!(reads::<WrittenRules>(&serde_json::to_value(written.rules()).unwrap()));
    }

    #[test]
    fn c4_seeds_and_lists_survive(drawn in Market::small(Kind::Plain).with_lists(3).drawn(), seed in seed()) {
        survives(&seed).unwrap();
        for list in drawn.lists() {
            survives(&list).unwrap();
        }
    }

    /// A document with lists is read through the checks that a draw has to pass.
    #[test]
    fn c6_no_seed_that_was_known_is_read(
        written in Market::small(Kind::Plain).with_lists(2).problems(),
        seed in seed(),
        frozen_at in time(),
        known_at in time(),
    ) {
        let mut written = written;
        let frozen = guildhall_allocation::Problem::new(&written).unwrap().freeze(frozen_at);
        let seed = Seed { known_at, ..seed };
        let drawn = frozen.draw(&seed);
        prop_assert_eq!(drawn.is_ok(), known_at > frozen_at);
        written.lists = frozen.lists();
        prop_assert_eq!(Stage::read(&written).unwrap(), Stage::Frozen(frozen));
        written.lists.iter_mut().for_each(|list| list.seed = Some(seed.clone()));
        match (Stage::read(&written), drawn) {
            (Ok(read), Ok(drawn)) => prop_assert_eq!(read, Stage::Drawn(drawn)),
            (read, drawn) => prop_assert!(read.is_err() && drawn.is_err()),
        }
    }
}

#[test]
fn a_text_is_no_more_than_its_json() {
    assert_eq!(serde_json::to_value(WrittenFirst::Highest).unwrap(), json!("highest"));
    let listed = WrittenFirst::Listed(vec![Name::new("mayor").unwrap()]);
    assert_eq!(serde_json::to_value(listed).unwrap(), json!(["mayor"]));
    assert_eq!(serde_json::to_value(Capacity::Unlimited).unwrap(), Json::from("unlimited"));
}
