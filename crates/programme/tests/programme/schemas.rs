//! The schemas of what officers write in one field accept what is read there (C6): exactly that, where a
//! schema can say it, and never less. Each has an example that is read.

use std::sync::LazyLock;

use guildhall_conformance::laws::{Described, examples_are_read, reads};
use guildhall_kernel::strategies::{date, local, nearly};
use guildhall_programme::strategies::{hours, session_code};
use guildhall_programme::{
    EditionNumber, Hours, ModuleCode, PartOf, ProgrammeCode, ProgrammeVersion, SessionCode, SessionTime,
    WrittenSession,
};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

static CODE: LazyLock<Described> = LazyLock::new(|| Described::by::<SessionCode>().unwrap());
static NUMBER: LazyLock<Described> = LazyLock::new(|| Described::by::<EditionNumber>().unwrap());
static VERSION: LazyLock<Described> = LazyLock::new(|| Described::by::<ProgrammeVersion>().unwrap());
static HOURS: LazyLock<Described> = LazyLock::new(|| Described::by::<Hours>().unwrap());
static TIME: LazyLock<Described> = LazyLock::new(|| Described::by::<SessionTime>().unwrap());
static SESSION: LazyLock<Described> = LazyLock::new(|| Described::by::<WrittenSession>().unwrap());
static PART_OF: LazyLock<Described> = LazyLock::new(|| Described::by::<PartOf>().unwrap());

fn session_on(day: &Json) -> Json {
    json!({ "code": "opening", "kind": "class", "title": { "en": "Opening" }, "on": day })
}

fn part_since(year: &Json) -> Json {
    json!({ "code": "measures", "title": { "en": "Measures" }, "since": year })
}

#[test]
fn every_example_is_read() {
    examples_are_read::<SessionCode>().unwrap();
    examples_are_read::<ModuleCode>().unwrap();
    examples_are_read::<ProgrammeCode>().unwrap();
    examples_are_read::<EditionNumber>().unwrap();
    examples_are_read::<ProgrammeVersion>().unwrap();
    examples_are_read::<Hours>().unwrap();
    examples_are_read::<SessionTime>().unwrap();
    let session = session_on(&SESSION.json()["properties"]["on"]["examples"][0]);
    assert!(reads::<WrittenSession>(&session) && SESSION.accepts(&session));
    let part_of = part_since(&PART_OF.json()["properties"]["since"]["examples"][0]);
    assert!(reads::<PartOf>(&part_of) && PART_OF.accepts(&part_of));
}

/// Whole numbers around the ends of what may be written.
fn numbers() -> impl Strategy<Value = Json> {
    let edges =
        [-1, 0, 1, 2, 1_799, 1_800, 2_200, 2_201, 65_536, 4_294_967_294, 4_294_967_295, 4_294_967_296];
    prop_oneof![prop::sample::select(edges.to_vec()), any::<i64>()].prop_map(Json::from)
}

/// A programme that is part of a larger one since then, if that can be.
fn is_since(year: &Json) -> bool {
    use guildhall_programme::{ProgrammeDefinition, WrittenProgramme};

    let mut part_of = part_since(year);
    part_of["run_by"] = json!([]);
    let written = json!({
        "code": "city-managers", "title": { "en": "Managers" }, "purpose": { "en": "Town centres" },
        "languages": ["sl"], "delivery": "online", "part_of": part_of,
        "partners": [{ "party": { "organisation": "doba" }, "role": "provider" }],
        "target": { "id": "may-come", "version": 1, "fact": "applicant.position", "is": "mayor" },
        "curriculum": { "modules": [{ "code": "model", "title": { "en": "The model" } }] },
    });
    serde_json::from_value::<WrittenProgramme>(written)
        .is_ok_and(|w| ProgrammeDefinition::try_from(w).is_ok())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn c6_the_schema_of_codes_accepts_what_is_read_as_one(
        text in nearly(session_code().prop_map(String::from)),
    ) {
        let json = json!(text);
        prop_assert_eq!(CODE.accepts(&json), reads::<SessionCode>(&json));
        prop_assert_eq!(CODE.accepts(&json), reads::<ModuleCode>(&json));
        prop_assert_eq!(CODE.accepts(&json), reads::<ProgrammeCode>(&json));
    }

    #[test]
    fn c6_the_schemas_of_numbers_accept_what_is_read_as_one(number in numbers()) {
        prop_assert_eq!(NUMBER.accepts(&number), reads::<EditionNumber>(&number));
        prop_assert_eq!(VERSION.accepts(&number), reads::<ProgrammeVersion>(&number));
        prop_assert_eq!(PART_OF.accepts(&part_since(&number)), is_since(&number));
    }

    #[test]
    fn c6_the_schema_of_hours_accepts_what_is_read_as_such(
        hours in hours(), unit in nearly("course|clock|minutes".boxed()), number in numbers(),
    ) {
        prop_assert!(HOURS.accepts(&serde_json::to_value(hours).unwrap()));
        let json = json!({ unit: number });
        prop_assert_eq!(HOURS.accepts(&json), reads::<Hours>(&json));
    }

    #[test]
    fn c6_the_schemas_of_days_and_times_accept_at_least_what_is_read_as_such(
        day in nearly(date().prop_map(|day| day.to_string())),
        from in nearly(local().prop_map(|local| local.to_string())),
        until in local(),
    ) {
        let json = session_on(&json!(day));
        prop_assert!(SESSION.accepts(&json) || !reads::<WrittenSession>(&json));
        let every_month_has_it = day.get(8..).is_some_and(|day| day <= "28") && !day.starts_with(['+', '-']);
        prop_assert!(reads::<WrittenSession>(&json) || !SESSION.accepts(&json) || !every_month_has_it);
        let json = json!({ "from": from, "until": until });
        prop_assert!(TIME.accepts(&json) || !reads::<SessionTime>(&json));
    }
}
