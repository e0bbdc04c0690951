//! Small markets at random, as the documents that people write: trees of quotas up to three levels deep,
//! capacities that bind, ties that only the lottery breaks.

use proptest::prelude::*;
use proptest::sample::subsequence;
use serde_json::{Value, json};

/// Somebody who asks for a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub has: [Option<u8>; 3],
    pub points: i64,
    pub choices: Vec<usize>,
    pub list: u8,
}

/// A group, and which of the plans is its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seats {
    pub capacity: Option<u32>,
    pub minimum: u32,
    pub plan: usize,
}

/// A quota as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quota {
    pub within: Option<usize>,
    pub attribute: usize,
    /// Of each value; or of these together.
    pub values: Option<Vec<u8>>,
    pub cap: Option<u32>,
    pub reserve: u32,
    pub on_top: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub priority: Vec<Value>,
    pub quotas: Vec<Quota>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Market {
    pub mechanism: Value,
    pub people: Vec<Person>,
    pub groups: Vec<Seats>,
    pub plans: Vec<Plan>,
}

pub const ATTRIBUTES: [&str; 3] = ["region", "town", "role"];

pub fn applicant(nth: usize) -> String {
    format!("a-{nth}")
}

pub fn group(nth: usize) -> String {
    format!("g-{nth}")
}

fn value(attribute: usize, value: u8) -> String {
    format!("{}{value}", &ATTRIBUTES[attribute][..1])
}

impl Market {
    /// What an officer would write.
    pub fn document(&self) -> Value {
        let quota = |(nth, one): (usize, &Quota)| {
            let mut written = json!({ "name": format!("q-{nth}") });
            let attribute = ATTRIBUTES[one.attribute];
            match &one.values {
                None => written["each"] = json!(attribute),
                Some(values) => {
                    let values: Vec<_> = values.iter().map(|of| value(one.attribute, *of)).collect();
                    written["where"] = json!({ attribute: values });
                }
            }
            if let Some(within) = one.within {
                written["within"] = json!(format!("q-{within}"));
            }
            if let Some(cap) = one.cap {
                written["at_most"] = json!(cap);
            }
            if one.reserve > 0 {
                let kind = if one.on_top { "on_top" } else { "floor" };
                written["reserve"] = json!({ "seats": one.reserve, "kind": kind });
            }
            written
        };
        let plan = |(nth, plan): (usize, &Plan)| {
            let quotas: Vec<_> = plan.quotas.iter().enumerate().map(quota).collect();
            json!({ "name": format!("p-{nth}"), "priority": plan.priority, "quotas": quotas })
        };
        let seats = |(nth, one): (usize, &Seats)| {
            let capacity = one.capacity.map_or(json!("unlimited"), |seats| json!({ "seats": seats }));
            let mut written =
                json!({ "id": group(nth), "plan": format!("p-{}", one.plan), "capacity": capacity });
            if one.minimum > 0 {
                written["minimum"] = json!(one.minimum);
            }
            written
        };
        let person = |(nth, one): (usize, &Person)| {
            let mut has = json!({ "points": one.points });
            for (attribute, of) in one.has.iter().enumerate() {
                if let Some(of) = of {
                    has[ATTRIBUTES[attribute]] = json!(value(attribute, *of));
                }
            }
            has["submitted"] = json!(format!("2026-05-01T08:00:{:02}Z", (nth * 7 + 3) % 60));
            let choices: Vec<_> = one.choices.iter().map(|of| group(*of)).collect();
            json!({ "id": applicant(nth), "choices": choices, "has": has, "list": one.list })
        };
        json!({
            "id": "market",
            "mechanism": self.mechanism,
            "attributes": [
                { "name": "region", "type": "text" },
                { "name": "town", "type": "text" },
                { "name": "role", "type": "text", "optional": true },
                { "name": "points", "type": "integer" },
                { "name": "submitted", "type": "instant" },
            ],
            "plans": self.plans.iter().enumerate().map(plan).collect::<Vec<_>>(),
            "groups": self.groups.iter().enumerate().map(seats).collect::<Vec<_>>(),
            "applicants": self.people.iter().enumerate().map(person).collect::<Vec<_>>(),
        })
    }

    /// The same, but for one list of choices.
    pub fn saying(&self, one: usize, choices: Vec<usize>) -> Self {
        let mut other = self.clone();
        other.people[one].choices = choices;
        other
    }
}

/// What a market is made of at random.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    pub people: usize,
    pub groups: usize,
    /// Whether everybody ranks every group.
    pub full: bool,
    pub reserves: bool,
    pub minimums: bool,
    /// Whether some come late.
    pub late: bool,
}

impl Kind {
    pub const fn of(people: usize, groups: usize) -> Self {
        Self { people, groups, full: false, reserves: true, minimums: false, late: true }
    }
}

/// Any market with nested quotas.
pub fn nested(kind: Kind) -> impl Strategy<Value = Market> {
    (1..=kind.people, 1..=kind.groups).prop_flat_map(move |(people, groups)| {
        let people = prop::collection::vec(person(groups, kind), people);
        let plans = prop::collection::vec(plan(kind.reserves), 2);
        let minimum = if kind.minimums { 0..3_u32 } else { 0..1 };
        let seats = (prop_oneof![8 => (1..5_u32).prop_map(Some), 1 => Just(None)], minimum, 0..2_usize)
            .prop_map(|(capacity, minimum, plan)| Seats {
                minimum: capacity.map_or(minimum, |capacity| minimum.min(capacity)),
                capacity,
                plan,
            });
        (people, plans, prop::collection::vec(seats, groups)).prop_map(|(people, plans, groups)| {
            let mut market = Market { mechanism: json!("nested"), people, groups, plans };
            market.make_room();
            market
        })
    })
}

impl Market {
    /// Makes what is written sound: what is reserved fits into every limit around it, seats on top are
    /// seats of a number, and nobody is late for a list that is empty.
    fn make_room(&mut self) {
        for plan in &mut self.plans {
            for nth in 0..plan.quotas.len() {
                let needed = reserved(&plan.quotas, Some(nth));
                let quota = &mut plan.quotas[nth];
                quota.cap = quota.cap.map(|cap| cap.max(needed));
            }
        }
        for group in &mut self.groups {
            let quotas = &self.plans[group.plan].quotas;
            let needed = reserved(quotas, None);
            let on_top = quotas.iter().any(|quota| quota.on_top);
            group.capacity = match group.capacity {
                None if on_top => Some(needed + 1),
                capacity => capacity.map(|capacity| capacity.max(needed)),
            };
        }
        if self.people.iter().all(|one| one.list > 1) {
            self.people.iter_mut().for_each(|one| one.list = 1);
        }
    }
}

/// How many seats are reserved right within a quota or the group, for each of three values.
fn reserved(quotas: &[Quota], outer: Option<usize>) -> u32 {
    let within = quotas.iter().enumerate().filter(|(_, quota)| quota.within == outer);
    let needed = |(nth, quota): (usize, &Quota)| {
        let parts = if quota.values.is_none() { 3 } else { 1 };
        parts * quota.reserve.max(reserved(quotas, Some(nth)))
    };
    within.map(needed).sum()
}

fn person(groups: usize, kind: Kind) -> impl Strategy<Value = Person> {
    let all: Vec<_> = (0..groups).collect();
    let choices = if kind.full {
        Just(all).prop_shuffle().boxed()
    } else {
        subsequence(all, 0..=groups).prop_shuffle().boxed()
    };
    let list = if kind.late { prop_oneof![7 => Just(1_u8), 1 => Just(2)].boxed() } else { Just(1).boxed() };
    (choices, 0..3_u8, 0..3_u8, prop::option::weighted(0.7, 0..2_u8), 0..3_i64, list).prop_map(
        |(choices, region, town, role, points, list)| Person {
            has: [Some(region), Some(town), role],
            points,
            choices,
            list,
        },
    )
}

fn plan(reserves: bool) -> impl Strategy<Value = Plan> {
    let quotas =
        if reserves { prop_oneof![4 => tree(true), 1 => on_top()].boxed() } else { tree(false).boxed() };
    (priority(), quotas).prop_map(|(priority, quotas)| Plan { priority, quotas })
}

/// A way to put people in order.
pub fn priority() -> impl Strategy<Value = Vec<Value>> {
    let points = json!({ "by": "points", "first": "highest" });
    let fewest = json!({ "by": "points", "first": "lowest" });
    let role = json!({ "by": "role", "first": ["r1", "r0"] });
    let submitted = json!({ "by": "submitted", "first": "lowest" });
    prop_oneof![
        Just(vec![]),
        Just(vec![points.clone()]),
        Just(vec![fewest, submitted.clone()]),
        Just(vec![role, points.clone()]),
        // Towns that are not named are equal to each other.
        Just(vec![json!({ "by": "town", "first": ["t1"] }), points]),
        Just(vec![json!({ "by": "town", "first": ["t2", "t0", "t1"] })]),
        Just(vec![submitted]),
    ]
}

/// A tree of quotas: on each level none, each value, some values, or some values and others; the level
/// below lies within the first.
fn tree(reserves: bool) -> impl Strategy<Value = Vec<Quota>> {
    let cap = || prop::option::weighted(0.6, 1..4_u32);
    let floor = if reserves { 0..3_u32 } else { 0..1 };
    let level = (0..5_u8, [cap(), cap()], [floor.clone(), floor]);
    (Just(vec![0, 1, 2]).prop_shuffle(), prop::collection::vec(level, 3)).prop_map(|(attributes, levels)| {
        let mut quotas = Vec::new();
        let mut within = None;
        for (attribute, (shape, caps, floors)) in attributes.into_iter().zip(levels) {
            let values: Vec<Option<Vec<u8>>> = match shape {
                0 => break,
                1 | 2 => vec![None],
                3 => vec![Some(vec![0])],
                _ => vec![Some(vec![1]), Some(vec![0, 2])],
            };
            let first = quotas.len();
            for (nth, values) in values.into_iter().enumerate() {
                // A reserve for each value takes up seats quickly.
                let floor = if values.is_none() { floors[nth].min(1) } else { floors[nth] };
                let cap = if floor == 0 { caps[nth].or(Some(2)) } else { caps[nth] };
                let reserve = cap.map_or(floor, |cap| floor.min(cap));
                quotas.push(Quota { within, attribute, values, cap, reserve, on_top: false });
            }
            within = Some(first);
        }
        quotas
    })
}

/// Seats on top: beside no cap, for people of whom nobody is of two kinds.
fn on_top() -> impl Strategy<Value = Vec<Quota>> {
    (0..3_usize, prop::collection::vec(1..3_u32, 1..3)).prop_map(|(attribute, seats)| {
        let of = |(nth, seats): (usize, u32)| Quota {
            within: None,
            attribute,
            values: Some(vec![u8::try_from(nth).unwrap()]),
            cap: None,
            reserve: seats,
            on_top: true,
        };
        seats.into_iter().enumerate().map(of).collect()
    })
}
