//! What holds for any document: what is right reads back equal; of what is wrong exactly that is said,
//! in its place; and nothing makes reading panic.
#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::num::NonZeroU16;

use guildhall_intake::Diagnostics;
use guildhall_kernel::LocalisedText;
use guildhall_kernel::chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value as Json, json};

use crate::course::*;

fn text() -> impl Strategy<Value = String> {
    "[a-zA-ZčšžłŁ \"'\\\\#\\[\\]{}=.,-]{0,12}[a-zž0-9]"
}

fn localised() -> impl Strategy<Value = LocalisedText> {
    (text(), prop::option::of(text())).prop_map(|(sl, en)| {
        let mut fields = json!({ "sl": sl });
        if let Some(en) = en {
            fields["en"] = en.into();
        }
        serde_json::from_value(fields).unwrap()
    })
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0..20_000_u64).prop_map(|days| NaiveDate::from_ymd_opt(1990, 1, 1).unwrap() + Days::new(days))
}

fn moment() -> impl Strategy<Value = NaiveDateTime> {
    (date(), 0..86_400_u32).prop_map(|(day, second)| {
        day.and_time(NaiveTime::from_num_seconds_from_midnight_opt(second, 0).unwrap())
    })
}

fn capacity() -> impl Strategy<Value = Capacity> {
    prop_oneof![
        Just(Capacity::Unlimited),
        (1..=u16::MAX).prop_map(|seats| Capacity::Seats(NonZeroU16::new(seats).unwrap())),
        any::<(u8, u8)>().prop_map(|(number, size)| Capacity::Groups { number, size }),
    ]
}

fn place() -> impl Strategy<Value = Place> {
    prop_oneof![
        text().prop_map(Place::Named),
        (text(), any::<u16>()).prop_map(|(town, number)| Place::Written(Address { town, number })),
    ]
}

/// Sessions refer to every module but the last.
fn session(modules: usize) -> impl Strategy<Value = Session> {
    prop_oneof![
        (date(), 0..modules - 1, prop::option::of(text())).prop_map(|(on, nth, room)| Session::Class {
            on,
            module: module_code(nth),
            room
        }),
        (date(), place()).prop_map(|(on, to)| Session::Visit { on, to }),
    ]
}

fn module_code(nth: usize) -> guildhall_kernel::Code<Module> {
    ["model", "strategy", "marketing", "speaking", "budget", "law", "water"][nth].parse().unwrap()
}

fn course() -> impl Strategy<Value = CourseDefinition> {
    let head = (localised(), any::<bool>(), capacity(), prop::option::of((date(), 0..90_u64)));
    let tail = (
        prop::option::of(moment()),
        prop::collection::btree_map("[a-z]{1,6}", any::<u16>(), 0..3),
        prop::collection::btree_set(text(), 0..3),
        prop::option::of(any::<f64>().prop_filter("finite", |price| price.is_finite())),
        0..3_usize,
    );
    let rest = (2..7_usize).prop_flat_map(|modules| {
        let titles = prop::collection::vec((localised(), prop::option::of(any::<u16>())), modules);
        (titles, prop::collection::vec(session(modules), 0..8))
    });
    (head, tail, rest).prop_map(|((title, pilot, capacity, period), tail, (modules, sessions))| {
        let (announced, weights, tags, price, delivery) = tail;
        let period = period.map(|(from, days)| Period { from, until: from + Days::new(days) });
        let modules = modules.into_iter().enumerate();
        CourseDefinition {
            code: "town-centres".parse().unwrap(),
            title,
            pilot,
            delivery: [Delivery::OnSite, Delivery::Online, Delivery::Mixed][delivery],
            capacity,
            period,
            announced,
            modules: modules
                .map(|(nth, (title, hours))| ModuleDefinition { code: module_code(nth), title, hours })
                .collect(),
            sessions,
            weights,
            tags,
            price,
        }
    })
}

fn written(document: &Json, as_toml: bool) -> (&'static str, String) {
    if as_toml {
        ("course.toml", toml::to_string(document).unwrap())
    } else {
        ("course.json", serde_json::to_string_pretty(document).unwrap())
    }
}

/// A fault that is put into a good document: where it is to be found and what is said of it.
#[derive(Debug)]
struct Planted {
    path: String,
    message: String,
}

fn planted(path: impl Into<String>, message: impl Into<String>) -> Option<Planted> {
    Some(Planted { path: path.into(), message: message.into() })
}

struct Planting {
    document: Json,
    planted: Vec<Planted>,
    /// Whether a name was lost that sessions may refer to, so that what they refer to cannot be judged.
    lost: bool,
    dangling: bool,
    /// Modules that are still as they were.
    intact: BTreeSet<usize>,
}

fn misspell(table: &mut Map<String, Json>, path: &str, key: &str) -> Option<Planted> {
    let value = table.remove(key)?;
    let wrong = format!("{}x{}", &key[..2], &key[2..]);
    table.insert(wrong.clone(), value);
    planted(join(path, &wrong), format!("unknown field `{wrong}` (did you mean `{key}`?)"))
}

fn remove(table: &mut Map<String, Json>, path: &str, key: &str) -> Option<Planted> {
    table.remove(key)?;
    planted(join(path, key), format!("missing field `{key}`"))
}

fn replace(
    table: &mut Map<String, Json>,
    path: &str,
    key: &str,
    value: Json,
    message: &str,
) -> Option<Planted> {
    *table.get_mut(key)? = value;
    planted(join(path, key), message)
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

const CODE: &str = "a code has small letters a to z";

impl Planting {
    /// Plants one of the faults that this part of the document may have.
    fn plant(&mut self, part: usize, which: usize) {
        let fault = match part {
            0..=3 => self.plant_in_head(part, which),
            4..=10 => self.plant_in_module(part - 4, which),
            _ => self.plant_in_session(part - 11, which),
        };
        self.planted.extend(fault);
    }

    fn plant_in_head(&mut self, part: usize, which: usize) -> Option<Planted> {
        let table = self.document.as_object_mut().unwrap();
        match (part, which % 5) {
            (0, 0) => misspell(table, "", "title"),
            (0, 1) => remove(table, "", "title"),
            (0, 2) => replace(table, "", "title", json!(7), "expected a table, found a whole number"),
            (0, 3) => replace(table, "", "code", json!("Not A Code"), CODE),
            (0, _) => misspell(table, "", "announced"),
            (1, 0) => misspell(table, "", "delivery"),
            (1, 1) => remove(table, "", "delivery"),
            (1, 2) => replace(
                table,
                "",
                "delivery",
                json!(true),
                "expected `on_site`, `online` or `mixed`, found yes or no",
            ),
            (1, _) => replace(
                table,
                "",
                "delivery",
                json!("onlin"),
                "expected `on_site`, `online` or `mixed`, found `onlin` (did you mean `online`?)",
            ),
            (2, 0) => remove(table, "", "capacity"),
            (2, 1) => replace(table, "", "capacity", json!("unlimted"), "expected `unlimited`, a table with"),
            (2, 2) => {
                table.insert("capacity".to_owned(), json!({ "saets": 3 }));
                planted("capacity.saets", "unknown field `saets` (did you mean `seats`?)")
            }
            (2, 3) => {
                table.insert("capacity".to_owned(), json!({ "groups": { "number": 3 } }));
                planted("capacity.groups.size", "missing field `size`")
            }
            (2, _) => replace(table, "", "price", json!("free"), "expected a number, found a text"),
            (_, 0) => {
                table.get_mut("period")?["from"] = json!("2090-01-01");
                planted("period", "the period ends")
            }
            (_, 1) => misspell(table.get_mut("period")?.as_object_mut()?, "period", "until"),
            (_, 2) => remove(table.get_mut("period")?.as_object_mut()?, "period", "from"),
            (_, 3) => {
                table.get_mut("period")?["until"] = json!("soon");
                planted("period.until", "expected a date such as `2019-06-03`, found `soon`")
            }
            _ => {
                table.insert("pilot".to_owned(), json!("yes"));
                planted("pilot", "expected `true` or `false`, found a text")
            }
        }
    }

    fn plant_in_module(&mut self, nth: usize, which: usize) -> Option<Planted> {
        let last = self.document["modules"].as_array()?.len() - 1;
        let path = format!("modules[{nth}]");
        let twice = self.intact.iter().copied().find(|other| *other < nth);
        let code = twice.map(|other| self.document["modules"][other]["code"].clone());
        let table = self.document["modules"].get_mut(nth)?.as_object_mut()?;
        match which % 7 {
            0 => misspell(table, &path, "code"),
            1 => remove(table, &path, "title"),
            2 => replace(
                table,
                &path,
                "hours",
                json!("eight"),
                "expected a whole number from 0 to 65535, found a text",
            ),
            3 if nth == last => {
                self.intact.remove(&nth);
                let code = code?;
                let message = format!("the module `{}` stands twice", code.as_str()?);
                replace(table, &path, "code", code, &message)
            }
            4 if !self.dangling => {
                self.lost = true;
                self.intact.remove(&nth);
                remove(table, &path, "code")
            }
            5 if !self.dangling => {
                self.lost = true;
                self.intact.remove(&nth);
                replace(table, &path, "code", json!("Not A Code"), CODE)
            }
            6 if !self.dangling => {
                self.lost = true;
                self.intact.remove(&nth);
                replace(table, &path, "code", json!(3), "expected a text, found a whole number")
            }
            _ => misspell(table, &path, "hours"),
        }
    }

    fn plant_in_session(&mut self, nth: usize, which: usize) -> Option<Planted> {
        let path = format!("sessions[{nth}]");
        let table = self.document.get_mut("sessions")?.get_mut(nth)?.as_object_mut()?;
        match which % 7 {
            0 => remove(table, &path, "on"),
            1 => replace(
                table,
                &path,
                "kind",
                json!("vist"),
                "expected `class` or `visit`, found `vist` (did you mean `visit`?)",
            ),
            2 => replace(table, &path, "module", json!("Not A Code"), CODE),
            3 if !self.lost => {
                let fault =
                    replace(table, &path, "module", json!("no-such"), "the course has no module `no-such`")?;
                self.dangling = true;
                Some(fault)
            }
            4 => misspell(table, &path, "module"),
            5 => remove(table.get_mut("to")?.as_object_mut()?, &format!("{path}.to"), "town"),
            _ => replace(table, &path, "to", json!(3), "expected a text or a table, found a whole number"),
        }
    }
}

/// Whether what is said is exactly what was planted, each in its place.
fn compare(said: &Diagnostics, mut expected: Vec<Planted>, text: &str) -> Result<(), TestCaseError> {
    for one in said.iter() {
        let place = one.place().unwrap();
        let help = one.suggestion().map(|help| format!(" ({help})")).unwrap_or_default();
        let message = format!("{}{help}", one.message());
        let nth = expected
            .iter()
            .position(|fault| fault.path == place.path() && message.starts_with(&fault.message));
        prop_assert!(nth.is_some(), "not planted: {} {message}\n{expected:#?}\n{text}", place.path());
        let fault = expected.remove(nth.unwrap_or_default());
        let pointed = &text[place.span()];
        let last = fault.path.rsplit('.').next().unwrap_or_default();
        if fault.message.starts_with("unknown") {
            prop_assert_eq!(pointed.trim_matches('"'), last);
        } else if fault.message.starts_with("missing") {
            prop_assert!(!pointed.contains(last) || last.len() < 5, "{pointed}");
        }
    }
    prop_assert!(expected.is_empty(), "not said: {expected:#?}\nsaid: {said}\n{text}");
    Ok(())
}

proptest! {
    #[test]
    fn what_is_right_reads_back_equal(course in course(), as_toml: bool) {
        let (name, text) = if as_toml {
            ("course.toml", toml::to_string(&course).unwrap())
        } else {
            ("course.json", serde_json::to_string(&course).unwrap())
        };
        let (offer, said) = read(name, &text);
        prop_assert!(offer.is_some(), "{said}\n{text}");
        prop_assert_eq!(offer.map(|offer| offer.into_value().0), Some(course));
        prop_assert_eq!(said.warnings(), 0);
    }

    #[test]
    fn c6_exactly_what_is_planted_is_said(
        course in course(),
        plants in prop::collection::btree_map(0..18_usize, any::<usize>(), 1..9),
        as_toml: bool,
    ) {
        let document = serde_json::to_value(&course).unwrap();
        let intact = (0..course.modules.len()).collect();
        let mut planting = Planting { document, planted: Vec::new(), lost: false, dangling: false, intact };
        plants.into_iter().for_each(|(part, which)| planting.plant(part, which));
        let (name, text) = written(&planting.document, as_toml);
        let (offer, said) = read(name, &text);
        prop_assert_eq!(offer.is_none(), !planting.planted.is_empty());
        compare(&said, planting.planted, &text)?;
    }

    #[test]
    fn nothing_makes_it_panic(bytes: Vec<u8>, as_toml: bool) {
        let name = if as_toml { "course.toml" } else { "course.json" };
        let mut folder = guildhall_intake::Folder::new(&Default::default()).with(name, bytes);
        let read = folder.file::<CourseDefinition>(name).make(CourseOffer::new);
        let said = folder.close().unwrap_or_else(|said| said);
        prop_assert_eq!(read.is_none(), !said.is_sound());
        prop_assert!(!said.human(true).is_empty() && !said.json().is_empty());
    }

    #[test]
    fn c6_a_change_is_read_or_said(
        course in course(),
        as_toml: bool,
        cuts in prop::collection::vec((any::<Index>(), 0..6_usize, "[\\PC\n]{0,3}"), 1..4),
    ) {
        let (name, mut text) = written(&serde_json::to_value(&course).unwrap(), as_toml);
        for (at, length, with) in cuts {
            let mut chars: Vec<char> = text.chars().collect();
            let at = at.index(chars.len().max(1)).min(chars.len());
            let end = (at + length).min(chars.len());
            chars.splice(at..end, with.chars());
            text = chars.into_iter().collect();
        }
        let (offer, said) = read(name, &text);
        prop_assert_eq!(offer.is_none(), !said.is_sound(), "{}\n{}", said, text);
    }
}
