//! What applicants are said to have said, as a document.

use guildhall_allocation::{Standing, Standings, WrittenStandings, allocate};
use guildhall_conformance::laws::{Described, reads};
use serde_json::{from_value, json};

use super::drawn;

#[test]
fn every_fault_is_told_at_once() {
    let before = drawn(json!({
        "id": "round", "mechanism": "nested", "plans": [{ "name": "all" }],
        "groups": [{ "id": "bus", "plan": "all", "capacity": { "seats": 1 } }],
        "applicants": [
            { "id": "a", "choices": ["bus"] }, { "id": "b", "choices": ["bus"] }, { "id": "c", "choices": [] },
        ],
    }));
    let held = allocate(&before).unwrap();
    let written: WrittenStandings = from_value(json!({ "standings": [
        { "applicant": "nobody", "standing": "cancelled" },
        { "applicant": "c", "standing": "accepted" },
        { "applicant": "a", "standing": "waiting" },
        { "applicant": "a", "standing": "cancelled" },
        { "applicant": "c", "standing": "keep_higher" },
    ] }))
    .unwrap();
    let faults = Standings::new(&written, before.problem(), &held).unwrap_err();
    assert_eq!(
        faults.to_string(),
        "standings[0].applicant: nobody who applied is called `nobody`\n\
         standings[1].applicant: `c` has no seat that could be taken or kept\n\
         standings[3].applicant: `a` stands already at `standings[2].applicant`\n\
         standings[4].applicant: `c` stands already at `standings[1].applicant`"
    );
    let none = Standings::new(&WrittenStandings::default(), before.problem(), &held).unwrap();
    assert!(before.problem().applicants().all(|one| none.of(one) == Standing::Waiting));
    let schema = Described::by::<WrittenStandings>().unwrap();
    assert!(schema.accepts(&json!({ "standings": [{ "applicant": "a", "standing": "keep_higher" }] })));
    for wrong in [
        json!({ "standings": [{ "applicant": "a", "standing": "undecided" }] }),
        json!({ "standings": [{ "applicant": "a", "standing": "waiting", "since": "today" }] }),
        json!({ "standings": [{ "applicant": "", "standing": "waiting" }] }),
        json!({}),
    ] {
        assert!(!schema.accepts(&wrong) && !reads::<WrittenStandings>(&wrong), "{wrong}");
    }
}
