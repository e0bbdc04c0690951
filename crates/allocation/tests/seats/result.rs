//! The published document.

use guildhall_allocation::allocate;
use serde_json::{Value, json, to_value};

use super::drawn;

fn market() -> Value {
    let person = |id: &str, region: &str, points: i64, choices: &[&str]| json!({ "id": id, "choices": choices, "has": { "region": region, "points": points } });
    json!({
        "id": "m", "mechanism": "nested",
        "attributes": [{ "name": "region", "type": "text" }, { "name": "points", "type": "integer" }],
        "plans": [{
            "name": "p", "priority": [{ "by": "points", "first": "highest" }],
            "quotas": [{ "name": "region", "each": "region", "at_most": 1 }],
        }],
        "groups": [
            { "id": "g", "plan": "p", "capacity": { "seats": 2 } },
            { "id": "h", "plan": "p", "capacity": { "seats": 2 }, "minimum": 2 },
        ],
        "applicants": [
            person("a", "06", 3, &["g"]), person("b", "06", 2, &["g", "h"]), person("c", "07", 1, &["g"]),
            person("d", "07", 0, &[]),
        ],
    })
}

#[test]
fn it_says_who_sits_where_and_what_stood_in_the_way() {
    let drawn = drawn(market());
    let published = allocate(&drawn).unwrap().publish(&drawn);
    let written = to_value(&published).unwrap();
    assert_eq!(written["closures"], json!([{ "group": "h", "held": 1 }]));
    assert_eq!(
        written["groups"],
        json!([
            {
                "group": "g", "capacity": { "seats": 2 }, "held": 2,
                "cutoffs": [
                    { "within": [{ "quota": "region", "value": "06" }], "held": 1, "last": "a" },
                    { "within": [{ "quota": "region", "value": "07" }], "held": 1, "last": "c" },
                ],
                "tight": [
                    { "held": 2 },
                    { "within": [{ "quota": "region", "value": "06" }], "held": 1 },
                    { "within": [{ "quota": "region", "value": "07" }], "held": 1 },
                ],
            },
            { "group": "h", "capacity": { "seats": 2 }, "held": 0 },
        ])
    );
    let seats: Vec<_> =
        published.assignments.iter().map(|one| (one.applicant.as_str(), one.choice)).collect();
    let first = std::num::NonZeroU32::new(1);
    assert_eq!(seats, [("a", first), ("b", None), ("c", first), ("d", None)]);
    assert_eq!(published.hash, drawn.problem().hash());
    let read: guildhall_allocation::Published = serde_json::from_value(written).unwrap();
    assert_eq!(read, published);
}
