//! What officers write: every fault at once, sessions inside the edition (P1), hours that add up (P3).

use std::num::NonZeroU32;

use guildhall_civic::{OrganisationCode, Partner, PartnerRole, Party};
use guildhall_kernel::chrono::{Days, NaiveDate, NaiveDateTime};
use guildhall_kernel::chrono_tz::Europe::Ljubljana;
use guildhall_kernel::{Local, Window};
use guildhall_programme::strategies;
use guildhall_programme::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::common::*;

fn faults<T: TryInto<U, Error = Faults>, U: std::fmt::Debug>(written: T) -> Vec<String> {
    written.try_into().unwrap_err().iter().map(ToString::to_string).collect()
}

fn party(code: &str) -> Party {
    code.parse::<OrganisationCode>().unwrap().into()
}

#[test]
fn a_programme_says_every_fault_at_once() {
    let mut written = written_programme();
    written.languages.push("SL".parse().unwrap());
    written.predecessor = Some("city-managers".parse().unwrap());
    written.part_of = Some(PartOf {
        code: "measures".parse().unwrap(),
        title: text("Measures"),
        run_by: vec![party("agency"), party("ministry"), party("agency")],
        since: Some(201),
        activities: vec![],
    });
    written.partners = vec![
        Partner::new(party("agency"), PartnerRole::Developer),
        Partner::new(party("agency"), PartnerRole::Developer),
    ];
    written.stewards = vec![party("agency"), party("ministry"), party("agency")];
    written.curriculum.modules.push(written.curriculum.modules[0].clone());
    assert_eq!(
        faults::<_, ProgrammeDefinition>(written),
        [
            "languages[1]: the language `sl` is listed twice",
            "predecessor: `city-managers` is the programme itself",
            "part_of.run_by[2]: `agency` is listed twice",
            "part_of.since: `201` is no year of our times",
            "partners[1]: `agency` is listed twice as developer",
            "stewards[2]: `agency` is listed twice",
            "stewards[1]: `ministry` takes no part in the programme",
            "curriculum.modules[2].code: the module `a` is listed twice",
        ]
    );
}

/// When a programme is approved nobody knows what will continue it: the others say so.
#[test]
fn the_successors_follow_from_the_others() {
    let named = |code: &str, predecessor: Option<&str>| -> ProgrammeDefinition {
        let predecessor = predecessor.map(|code| code.parse().unwrap());
        WrittenProgramme { code: code.parse().unwrap(), predecessor, ..written_programme() }
            .try_into()
            .unwrap()
    };
    let all = [
        named("first", None),
        named("next", Some("first")),
        named("last", Some("next")),
        named("too", Some("first")),
    ];
    let after = |which: usize| -> Vec<&str> {
        all[which].continued_by(&all).map(|definition| definition.code.as_str()).collect()
    };
    assert_eq!([after(0), after(1), after(2)], [vec!["next", "too"], vec!["last"], vec![]]);
}

#[test]
fn a_programme_needs_languages_partners_and_modules() {
    let mut written = written_programme();
    written.languages.clear();
    written.partners.clear();
    written.stewards.clear();
    written.curriculum.modules.clear();
    written.curriculum.hours = Some(Hours::Clock(NonZeroU32::MIN));
    assert_eq!(
        faults::<_, ProgrammeDefinition>(written),
        [
            "languages: at least one is needed",
            "partners: at least one is needed",
            "curriculum.modules: at least one is needed",
        ]
    );
}

#[test]
fn an_edition_says_every_fault_at_once() {
    let mut written = written_edition();
    let castle = Place { name: text("Ljubljana Castle"), town: None, address: None };
    let at = |nth, hour| -> Local { june(nth).and_hms_opt(hour, 0, 0).unwrap().into() };
    written.sessions = vec![
        written_session("s", 9, 10),
        written_session("s", 20, 20),
        WrittenSession { from: None, ..written_session("only-until", 11, 11) },
        WrittenSession { from: None, until: None, ..written_session("never", 11, 11) },
        WrittenSession { on: Some(june(11)), ..written_session("both", 11, 11) },
        WrittenSession { until: Some(at(12, 9)), ..written_session("mixed", 11, 11) },
        WrittenSession { from: Some(at(12, 12)), until: Some(at(12, 9)), ..written_session("back", 11, 11) },
        WrittenSession {
            kind: SessionKind::Online,
            place: Some(castle),
            ..written_session("castle", 11, 11)
        },
        written_session("after", 20, 21),
    ];
    assert_eq!(
        faults::<_, EditionDefinition>(written),
        [
            "sessions[1].code: the session `s` is listed twice",
            "sessions[0]: the session (`2019-06-09` to `2019-06-10`) lies outside the edition, \
             which runs from `2019-06-10` to `2019-06-20`",
            "sessions[2]: the session has no time: give `on` with a day, or `from` and `until`",
            "sessions[3]: the session has no time: give `on` with a day, or `from` and `until`",
            "sessions[4]: give either `on`, or `from` and `until`",
            "sessions[5]: `2019-06-11` and `2019-06-12T09:00:00` must both be days, or both be times of day",
            "sessions[6]: the window ends (`2019-06-12T09:00:00`) before it begins (`2019-06-12T12:00:00`) \
             in Europe/Ljubljana",
            "sessions[7].place: a session of kind `online` has no place",
            "sessions[8]: the session (`2019-06-20` to `2019-06-21`) lies outside the edition, \
             which runs from `2019-06-10` to `2019-06-20`",
        ]
    );
}

#[test]
fn a_field_nobody_knows_is_refused_everywhere() {
    let programme = serde_json::to_value(written_programme()).unwrap();
    let edition = serde_json::to_value(written_edition()).unwrap();
    for pointer in ["", "/curriculum", "/curriculum/modules/0", "/partners/0"] {
        let mut value = programme.clone();
        value.pointer_mut(pointer).unwrap()["colour"] = "red".into();
        let error = serde_json::from_value::<ProgrammeDefinition>(value).unwrap_err().to_string();
        assert!(error.contains("unknown field `colour`"), "{pointer}: {error}");
    }
    for pointer in ["", "/period", "/sessions/0"] {
        let mut value = edition.clone();
        value.pointer_mut(pointer).unwrap()["colour"] = "red".into();
        let error = serde_json::from_value::<EditionDefinition>(value).unwrap_err().to_string();
        assert!(error.contains("unknown field `colour`"), "{pointer}: {error}");
    }
}

#[test]
fn schemas_name_what_officers_write() {
    let schema = serde_json::to_value(schemars::schema_for!(ProgrammeDefinition)).unwrap();
    assert_eq!(schema["title"], "ProgrammeDefinition");
    let written = serde_json::to_value(strategies_sample()).unwrap();
    for field in written.as_object().unwrap().keys() {
        assert!(schema["properties"][field].is_object(), "{field}");
    }
    assert_eq!(schema["additionalProperties"], false);
    let schema = serde_json::to_value(schemars::schema_for!(EditionDefinition)).unwrap();
    assert_eq!(schema["title"], "EditionDefinition");
    assert_eq!(schema["additionalProperties"], false);
    for schema in [schemars::schema_for!(ProgrammeCommand), schemars::schema_for!(EditionCommand)] {
        assert!(schema.to_value().to_string().contains("Definition"));
    }
    let state = serde_json::to_value(schemars::schema_for!(Edition)).unwrap();
    assert!(state["properties"]["plan"].is_object());
}

/// A definition with every field set.
fn strategies_sample() -> WrittenProgramme {
    let mut written = written_programme();
    written.modelled_on = Some(text("Others"));
    written.predecessor = Some("before".parse().unwrap());
    written.part_of = Some(PartOf {
        code: "measures".parse().unwrap(),
        title: text("Measures"),
        run_by: vec![],
        since: None,
        activities: vec![],
    });
    written
}

#[test]
fn teaching_days_leave_out_ceremonies_and_the_midnight_after() {
    let mut written = written_edition();
    let midnight = june(15).and_hms_opt(0, 0, 0).unwrap();
    let evening: Local = june(14).and_hms_opt(18, 0, 0).unwrap().into();
    let late =
        WrittenSession { from: Some(evening), until: Some(midnight.into()), ..written_session("v", 1, 1) };
    written.sessions[1] = late;
    let definition: EditionDefinition = written.clone().try_into().unwrap();
    assert_eq!(definition.teaching_days(), Some((june(11), june(14))));
    written.sessions.retain(|session| session.kind == SessionKind::Ceremony);
    assert_eq!(EditionDefinition::try_from(written).unwrap().teaching_days(), None);
}

#[test]
fn p3_a_total_is_in_the_unit_that_fits() {
    let hours = |n| NonZeroU32::new(n).unwrap();
    let module = |code: &str, hours| Module { code: code.parse().unwrap(), title: text(code), hours };
    let total = |a, b| Curriculum { hours: None, modules: vec![module("a", a), module("b", b)] }.total();
    let (course, clock) = (Hours::Course(hours(4)), Hours::Clock(hours(1)));
    assert_eq!(total(Some(course), Some(course)), Some(Hours::Course(hours(8))));
    assert_eq!(total(Some(clock), Some(course)), Some(Hours::Clock(hours(4))));
    assert_eq!(total(Some(course), Some(clock)), Some(Hours::Minutes(hours(240))));
    assert_eq!(total(Some(course), None), None);
    let most = Hours::Clock(NonZeroU32::MAX);
    assert_eq!(total(Some(most), Some(most)), None, "more than can be written");
    let mut written = written_programme();
    written.curriculum.hours = Some(course);
    for module in &mut written.curriculum.modules {
        module.hours = Some(most);
    }
    assert_eq!(
        faults::<_, ProgrammeDefinition>(written),
        ["curriculum.hours: the modules add up to 515396075400 minutes, not to 4 course hours"]
    );
}

/// The reference lays quarters of an hour on the table, one by one.
fn quarters(hours: Hours) -> Vec<()> {
    let (count, each) = match hours {
        Hours::Course(n) => (n.get(), 3),
        Hours::Clock(n) => (n.get(), 4),
        Hours::Minutes(n) => (n.get() / 15, 1),
    };
    vec![(); count as usize * each]
}

fn few_hours() -> impl Strategy<Value = Hours> {
    let count = || (1..6u32).prop_map(|n| NonZeroU32::new(n).unwrap());
    let quarters = (1..30u32).prop_map(|n| Hours::Minutes(NonZeroU32::new(n * 15).unwrap()));
    prop_oneof![count().prop_map(Hours::Course), count().prop_map(Hours::Clock), quarters]
}

proptest! {
    #[test]
    fn p3_hours_add_up(
        modules in vec(option::weighted(0.8, few_hours()), 1..5),
        total in option::of(few_hours()),
        exact in any::<bool>(),
    ) {
        let mut on_the_table = vec![];
        modules.iter().flatten().for_each(|hours| on_the_table.extend(quarters(*hours)));
        let exactly = u32::try_from(on_the_table.len() * 15).ok().and_then(NonZeroU32::new).map(Hours::Minutes);
        let total = if exact { exactly } else { total };
        let mut written = written_programme();
        written.curriculum.hours = total;
        written.curriculum.modules = modules
            .iter()
            .enumerate()
            .map(|(nth, hours)| Module {
                code: format!("m{nth}").parse().unwrap(),
                title: text("Module"),
                hours: *hours,
            })
            .collect();
        let all_given = modules.iter().all(Option::is_some);
        let fits = match total.map(|total| quarters(total).len()) {
            None => true,
            Some(total) if all_given => on_the_table.len() == total,
            Some(total) => on_the_table.len() < total,
        };
        let definition = ProgrammeDefinition::try_from(written);
        prop_assert_eq!(definition.is_ok(), fits, "{:?}", definition);
        if let Ok(definition) = definition {
            let found = definition.curriculum.total().map(|total| quarters(total).len());
            let known = total.map(|total| quarters(total).len());
            prop_assert_eq!(found, known.or(all_given.then_some(on_the_table.len())));
        }
    }

    /// The reference walks the session's seconds and asks each whether it lies inside.
    #[test]
    fn p1_sessions_lie_inside_their_edition(
        day in 0u64..3,
        days in 0u64..3,
        times in option::of((0u32..24, 0u32..24)),
        // The clocks change in the first days, or do not.
        first in prop::sample::select(vec![(2024, 3, 30), (2024, 10, 26), (2019, 6, 10)]),
        edges in any::<[bool; 2]>(),
    ) {
        let first = NaiveDate::from_ymd_opt(first.0, first.1, first.2).unwrap();
        let nth = |n: u64| first + Days::new(n);
        let at = |n: u64, hour: u32| nth(n).and_hms_opt(hour, 0, 0).unwrap();
        // The edition is day 1 and day 2, or from noon of the one to noon of the other.
        let from: Local = if edges[0] { nth(1).into() } else { at(1, 12).into() };
        let until: Local = if edges[1] { nth(2).into() } else { at(2, 12).into() };
        let period = Window::new(from, until, Ljubljana).unwrap();
        let (begin, end): (Local, Local) = match times {
            None => (nth(day).into(), nth(day + days).into()),
            Some((a, b)) => (at(day, a).into(), at(day + days, b).into()),
        };
        let Ok(window) = Window::new(begin, end, Ljubljana) else { return Ok(()) };
        let mut inside = true;
        let mut instant = window.starts_at();
        while instant < window.ends_at() {
            inside &= period.contains(instant);
            instant += guildhall_kernel::chrono::Duration::minutes(10);
        }
        let mut written = written_edition();
        written.period = period;
        written.sessions = vec![WrittenSession { from: Some(begin), until: Some(end), ..written_session("s", 1, 1) }];
        let definition = EditionDefinition::try_from(written);
        prop_assert_eq!(definition.is_ok(), inside, "{:?}", definition);
    }

    /// The reference sets each day of teaching on a calendar.
    #[test]
    fn teaching_days_are_the_first_and_the_last(
        written in strategies::written_edition("p".parse().unwrap(), EditionNumber::FIRST, vec![]),
    ) {
        let definition = EditionDefinition::try_from(written.clone()).unwrap();
        let mut calendar = std::collections::BTreeSet::new();
        for session in written.sessions.iter().filter(|session| session.kind != SessionKind::Ceremony) {
            let (from, until) = match (session.on, session.from, session.until) {
                (Some(day), ..) | (None, Some(Local::Day(day)), _) => (day, match session.until {
                    Some(Local::Day(last)) => last,
                    _ => day,
                }),
                (_, Some(Local::At(from)), Some(Local::At(until))) => {
                    let last = until.date();
                    (from.date(), if until == NaiveDateTime::from(last) { last - Days::new(1) } else { last })
                }
                other => panic!("{other:?}"),
            };
            calendar.extend(from.iter_days().take_while(|day| *day <= until));
        }
        let expected = calendar.first().copied().zip(calendar.last().copied());
        prop_assert_eq!(definition.teaching_days(), expected);
    }
}
