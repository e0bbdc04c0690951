//! What is said of definitions: every fault at once, at its place, with a suggestion.

use guildhall_intake::{Folder, Limits};

use crate::course::{read, told};

const COURSE: &str = r#"# A course.
code = "town-centres"
title = { sl = "Mestna središča" }
delivery = "online"
capacity = { seats = 20 }
announced = 2019-03-15T08:00:00

[period]
from = 2019-05-06
until = 2019-06-13

[[modules]]
code = "model"
title = { sl = "Model" }
hours = 8

[[modules]]
code = "strategy"
title = { sl = "Strategija" }

[[sessions]]
kind = "class"
on = "2019-05-06"
module = "model"

[[sessions]]
kind = "visit"
on = 2019-05-13
to = { town = "Celje", number = 4 }

[[sessions]]
kind = "visit"
on = 2019-05-14
to = "Ljubljanski grad"
"#;

fn faults(changes: &[(&str, &str)]) -> Vec<String> {
    let mut text = COURSE.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let (offer, said) = read("course.toml", &text);
    assert!(offer.is_none());
    told(&said)
}

#[test]
fn what_is_right_is_read() {
    let (offer, said) = read("course.toml", COURSE);
    assert_eq!(told(&said), [""; 0]);
    let offer = offer.unwrap();
    assert_eq!(offer.place("modules[1].code").to_string(), "course.toml:18:8");
    assert_eq!(offer.place("sessions[1].to.town").to_string(), "course.toml:29:15");
    assert_eq!(offer.place("period").to_string(), "course.toml:8:1");
    assert_eq!(offer.place("modules[0]").to_string(), "course.toml:12:1");
    let json = serde_json::to_string_pretty(&offer.value().0).unwrap();
    let (same, said) = read("course.json", &json);
    assert_eq!(told(&said), [""; 0]);
    assert_eq!(same.unwrap().value(), offer.value());
}

#[test]
fn a_name_with_dots_in_it_has_a_place() {
    let json = r#"{ "people": [{ "applicant.position": { "code": 3 }, "applicant": { "tier": 4 } }] }"#;
    let mut folder = Folder::new(&Limits::default()).with("people.json", json.as_bytes());
    let people = folder.definition::<serde_json::Value>("people.json").unwrap();
    let text = |path: &str| json.get(people.place(path).span()).unwrap();
    assert_eq!(text("people[0].applicant.position.code"), "3");
    assert_eq!(text("people[0].applicant.tier"), "4");
    assert!(text("people[0].applicant.age").starts_with("{ \"tier\""));
}

#[test]
fn each_fault_alone() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("delivery =", "delivry =", &["4:1 unknown field `delivry` (did you mean `delivery`?)"]),
        (
            "announced =",
            "zzz =",
            &[
                "6:1 unknown field `zzz` (there may also be `announced`, `pilot`, `price`, `tags` and `weights`)",
            ],
        ),
        (
            "delivery = \"online\"\n",
            "",
            &["2:1 missing field `delivery` (it takes `on_site`, `online` or `mixed`)"],
        ),
        ("code = \"strategy\"\n", "", &["17:1 missing field `code` (it is written like `town-centre`)"]),
        ("town = \"Celje\", ", "", &["29:6 missing field `town` (it takes a text)"]),
        (
            "\"online\"",
            "\"onlin\"",
            &["4:12 expected `on_site`, `online` or `mixed`, found `onlin` (did you mean `online`?)"],
        ),
        ("\"online\"", "7", &["4:12 expected `on_site`, `online` or `mixed`, found a whole number"]),
        ("seats = 20", "seats = 0", &["5:22 expected a whole number from 1 to 65535, found `0`"]),
        ("seats = 20", "seats = 70000", &["5:22 expected a whole number from 1 to 65535, found `70000`"]),
        ("seats = 20", "seats = \"20\"", &["5:22 expected a whole number from 1 to 65535, found a text"]),
        (
            "seats = 20",
            "groups = { number = 2 }",
            &["5:23 missing field `size` (it takes a whole number from 0 to 255)"],
        ),
        ("{ seats = 20 }", "\"seats\"", &["5:12 `seats` needs a value (write `{ seats = … }`)"]),
        (
            "{ seats = 20 }",
            "\"unlimted\"",
            &[
                "5:12 expected `unlimited`, a table with `seats` or a table with `groups`, found `unlimted` (did you mean `unlimited`?)",
            ],
        ),
        (
            "{ seats = 20 }",
            "20",
            &[
                "5:12 expected `unlimited`, a table with `seats` or a table with `groups`, found a whole number",
            ],
        ),
        ("seats = 20", "saets = 20", &["5:14 unknown field `saets` (did you mean `seats`?)"]),
        ("hours = 8", "hours = -1", &["15:9 expected a whole number from 0 to 65535, found `-1`"]),
        (
            "hours = 8",
            "hours = 1.5",
            &["15:9 expected a whole number from 0 to 65535, found a number with a fraction"],
        ),
        (
            "code = \"strategy\"",
            "code = \"Strategy!\"",
            &[
                "18:8 a code has small letters a to z, digits and single hyphens between them, at most 64 characters (it is written like `town-centre`)",
            ],
        ),
        ("code = \"strategy\"", "code = \"model\"", &["18:8 the module `model` stands twice"]),
        ("module = \"model\"", "module = \"modle\"", &["24:10 the course has no module `modle`"]),
        (
            "module = \"model\"",
            "module = \"Mo del\"",
            &[
                "24:10 a code has small letters a to z, digits and single hyphens between them, at most 64 characters (it is written like `town-centre`)",
            ],
        ),
        ("module = \"model\"", "modul = \"model\"", &["24:1 unknown field `modul` (did you mean `module`?)"]),
        (
            "kind = \"class\"",
            "kind = \"clas\"",
            &["22:8 expected `class` or `visit`, found `clas` (did you mean `class`?)"],
        ),
        ("kind = \"class\"\n", "", &["21:1 missing field `kind` (it is `class` or `visit`)"]),
        (
            "from = 2019-05-06",
            "from = \"6. 5. 2019\"",
            &["9:8 expected a date such as `2019-06-03`, found `6. 5. 2019`"],
        ),
        (
            "from = 2019-05-06",
            "from = 2019-07-06",
            &["8:1 the period ends (`2019-06-13`) before it begins (`2019-07-06`)"],
        ),
        ("sl = \"Model\"", "sl = \"\"", &["14:16 the text in `sl` is blank"]),
        (
            "sl = \"Model\"",
            "slovene = \"Model\"",
            &["14:11 `slovene` is no language tag such as `sl`, `pl` or `sr-Latn`"],
        ),
        ("{ sl = \"Model\" }", "{}", &["14:9 a text is needed in at least one language"]),
        ("{ sl = \"Model\" }", "\"Model\"", &["14:9 expected a table, found a text"]),
        ("number = 4", "number = \"4\"", &["29:33 expected a whole number from 0 to 65535, found a text"]),
        ("number = 4", "numbr = 4", &["29:24 unknown field `numbr` (did you mean `number`?)"]),
        ("to = \"Ljubljanski grad\"", "to = 3", &["34:6 expected a text or a table, found a whole number"]),
        (
            "[[sessions]]\nkind = \"class\"\non = \"2019-05-06\"\nmodule = \"model\"",
            "[[sessions]]\nkind = \"class\"",
            &[
                "21:1 missing field `on` (it takes a date such as `2019-06-03`)",
                "21:1 missing field `module` (it is written like `town-centre`)",
            ],
        ),
        ("hours = 8", "hours = 8\nhours = 9", &["16:1 the field `hours` stands twice"]),
        ("hours = 8", "hours = ", &["15:8 expected a value"]),
    ];
    let mut wrong = String::new();
    for (from, to, expected) in cases {
        let found = faults(&[(from, to)]);
        if found != *expected {
            wrong.push_str(&format!("{to:?}: {found:#?}\n"));
        }
    }
    assert_eq!(wrong, "");
}

#[test]
fn a_hopeless_document_is_answered_all_the_same() {
    let mut text = COURSE.replace("[[modules]]\ncode = \"strategy\"", "[[modules]]\ncode = \"stra tegy\"");
    for nth in 0..1_500 {
        text.push_str(&format!(
            "[[sessions]]\nkind = \"vist\"\non = \"{nth}\"\n[[modules]]\ncod = \"m{nth}\"\nhours = \"8\"\n"
        ));
    }
    let (offer, said) = read("course.toml", &text);
    assert!(offer.is_none());
    assert!(said.errors() >= 200, "{}", said.summary());
    assert!(said.iter().count() <= 200);
}
