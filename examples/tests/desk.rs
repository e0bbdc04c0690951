//! What the desk says of a folder: of a good one that it is good, of a spoiled one exactly what was spoiled,
//! each fault at its line.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use guildhall::intake::Diagnostics;
use guildhall_examples::academy::Clerk;
use guildhall_examples::desk::check;

mod copy;
use copy::Copy;

fn clerk(language: &str) -> Clerk {
    Clerk::new(language.parse().unwrap())
}

/// Every fault of a folder on a line of its own: its place, what it is, what may help, and what it has to do
/// with.
fn said(copy: &Copy) -> Vec<String> {
    let faults = match check(copy.folder(), &mut clerk("en")) {
        Ok(checked) => checked.warnings().clone(),
        Err(faults) => faults,
    };
    lines(&faults)
}

fn lines(said: &Diagnostics) -> Vec<String> {
    said.iter()
        .map(|one| {
            let place = one.place().map(ToString::to_string).unwrap_or_default();
            let help = one.suggestion().map(|help| format!(" [{help}]")).unwrap_or_default();
            let others = one.others().iter().map(|other| format!(" ({} {})", other.message(), other.place()));
            format!("{place}: {}{help}{}", one.message(), others.collect::<String>())
        })
        .collect()
}

#[test]
fn each_mistake_is_said_where_it_was_made_and_nothing_else() {
    let cases: [(&str, &str, &str, &[&str]); 24] = [
        (
            "programme.toml",
            "pilot = true",
            "pilto = true",
            &["programme.toml:8:1: unknown field `pilto` [did you mean `pilot`?]"],
        ),
        (
            "programme.toml",
            "organisation = \"mgrt\" }, {",
            "organisation = \"mgtr\" }, {",
            &["programme.toml:31:28: there is no organisation `mgtr` [did you mean `mgrt`?]"],
        ),
        (
            "programme.toml",
            "\"applicant.position\"",
            "\"applicant.positon\"",
            &[
                "programme.toml:60:8: no fact is called `applicant.positon` [did you mean `applicant.position`?]",
            ],
        ),
        (
            "edition.toml",
            "module = \"town-centre-model\"",
            "module = \"town-centre\"",
            &["edition.toml:16:10: there is no module `town-centre`"],
        ),
        (
            "edition.toml",
            "on = \"2019-06-13\"",
            "on = \"2019-06-14\"",
            &[
                "edition.toml:50:1: the session (`2019-06-14` to `2019-06-14`) lies outside the edition, which runs from `2019-05-06` to `2019-06-13`",
            ],
        ),
        (
            "recruitment.toml",
            "from = \"2019-04-01\"",
            "from = \"2019-05-01\"",
            &[
                "recruitment.toml:3:10: the window ends (`2019-04-22`) before it begins (`2019-05-01`) in Europe/Ljubljana",
            ],
        ),
        (
            "authorities.toml",
            "SI:si_municipality:011",
            "SI:si_municipality:145",
            &[
                "authorities.toml:6:13: `145` was given to no authority [it is written like `SI:si_municipality:011`]",
            ],
        ),
        (
            "authorities.toml",
            "SI:si_municipality:011",
            "SI:si_municipality:11",
            &[
                "authorities.toml:6:13: `11` is no si_municipality code: expected three digits from 001 to 213 [it is written like `SI:si_municipality:011`]",
            ],
        ),
        (
            "applicants.csv",
            "SI:si_municipality:070",
            "SI:si_municipality:700",
            &[
                "applicants.csv:10:61: column `authority`: `700` is no si_municipality code: expected three digits from 001 to 213",
            ],
        ),
        (
            "applicants.csv",
            "2019-04-08T09:15:00",
            "2019-04-23T09:15:00",
            &[
                "applicants.csv:10:85: `2019-04-23 09:15:00` lies outside the window, `2019-04-01` to `2019-04-22`",
            ],
        ),
        (
            "completions.csv",
            "p06,town-centre-model",
            "p99,town-centre-model",
            &["completions.csv:2:1: there is no person `p99` [did you mean `p09`?]"],
        ),
        (
            "completions.csv",
            "2019-05-09",
            "2019-05-01",
            &[
                "completions.csv:2: complete town-centre-model for p06: `2019-05-01` lies before the edition, which begins on 2019-05-06",
            ],
        ),
        (
            "edition.toml",
            "until = \"2019-06-13\"",
            "until = \"2019-06-31\"",
            &[
                "edition.toml:10:41: `2019-06-31` is neither a day such as `2019-04-30` nor a wall time such as `2019-04-30T12:00:00`",
            ],
        ),
        (
            "handbook.toml",
            "facade-fund@1",
            "facade-fond@1",
            &["handbook.toml:13:5: there is no practice `facade-fond` [did you mean `facade-fund`?]"],
        ),
        (
            "diary.toml",
            "\"2019-06-13T17:00:00\"",
            "\"2019-05-13T17:00:00\"",
            &[
                "diary.toml:16:23: `certificates_issued` (2019-05-13 17:00:00) lies before `practices_published` (2019-06-12 12:00:00)",
            ],
        ),
        (
            "scheme.toml",
            "\"innovation-and-marketing\"",
            "\"innovation-and-makreting\"",
            &[
                "scheme.toml:22:71: `innovation-and-makreting` is no code of `participation.modules_completed` [did you mean `innovation-and-marketing`?]",
            ],
        ),
        (
            "applicants.csv",
            "p01,Ana Primer,",
            "p01,,",
            &["applicants.csv:2:5: column `name`: expected a text, found nothing"],
        ),
        (
            "applicants.csv",
            "2019-04-01T09:12:00",
            "1 April",
            &[
                "applicants.csv:2:85: column `applied_at`: `1 April` is neither a day such as `2019-04-30` nor a wall time such as `2019-04-30T12:00:00`",
            ],
        ),
        (
            "reviews.toml",
            "practice = \"facade-fund\"",
            "practice = \"facade\"",
            &[
                "practices/facade-fund.toml:1:8: there is no review of the practice `facade-fund`",
                "reviews.toml:56:12: there is no practice `facade`",
            ],
        ),
        (
            "scheme.toml",
            "\"{n}/CM/{year}\"",
            "\"CM/{year}\"",
            &["scheme.toml:11:17: a number format needs the counter `{n}`"],
        ),
        (
            "successor.toml",
            "includes = \"city-manager\"",
            "includes = \"city-manger\"",
            &[
                "successor.toml:39:12: `city-manger` is no code of `certificate.schemes_held` [did you mean `city-manager`?]",
            ],
        ),
        (
            "completions.csv",
            "2019-05-09",
            "2019-05-09T10:00:00",
            &[
                "completions.csv:2:23: column `completed_on`: `2019-05-09T10:00:00` is a time of day, and a day such as `2019-04-30` is wanted [a day is written as year, month and day: `2019-05-09`]",
            ],
        ),
        (
            "handbook.toml",
            "\"market-revival@1\"",
            "\"facade-fund@1\"",
            &["handbook.toml:13:5: `facade-fund@1` is selected twice"],
        ),
        (
            "handbook.toml",
            "\"market-revival@1\"",
            "\"market-revival@2\"",
            &["handbook.toml:9:5: `market-revival@2` is selected and is no published version at hand"],
        ),
    ];
    let mut otherwise = Vec::new();
    for (file, from, to, expected) in cases {
        let copy = Copy::new();
        copy.replace(file, from, to);
        let said = said(&copy);
        if said != expected {
            let (expected, said) = (expected.join("\n"), said.join("\n"));
            otherwise.push(format!("{file}: `{from}` to `{to}`: expected\n{expected}\nnot\n{said}"));
        }
    }
    assert!(otherwise.is_empty(), "{}", otherwise.join("\n\n"));
}

#[test]
fn missing_files_and_wrong_tables_are_said_all_at_once() {
    let copy = Copy::new();
    std::fs::remove_file(copy.folder().join("diary.toml")).unwrap();
    copy.replace("applicants.csv", "responsible_for", "responsibel_for")
        .write("completions.csv", b"person,module,completed_on\np06,town-centre-model\n")
        .replace("newcomers.csv", "n02", "n01");
    assert_eq!(
        said(&copy),
        [
            "applicants.csv:1:28: the column `responsibel_for` is unknown [did you mean `responsible_for`?]",
            "completions.csv:2: expected 3 columns, found 2 [every column needs its separator, though its cell is \
             empty]",
            "diary.toml: there is no file `diary.toml`",
            "newcomers.csv:3:1: the person `n01` stands here again (it stands here first newcomers.csv:2:1)",
        ]
    );
    assert_eq!(
        lines(&check(&copy.folder().join("nowhere"), &mut clerk("en")).unwrap_err()).len(),
        1,
        "a folder that is not there is said once"
    );
}

#[test]
fn a_table_may_be_written_in_any_spreadsheet() {
    let copy = Copy::new();
    let english = copy.read("newcomers.csv");
    let slovene =
        english.replace("person,name,authority,grounding", "Oseba,Ime in priimek,Občina,Predznanje");
    assert_ne!(slovene, english);
    copy.write("newcomers.csv", format!("\u{feff}{}", slovene.replace(',', ";").replace('\n', "\r\n")));
    assert_eq!(said(&copy), [""; 0]);

    // As older programs write `Občina`.
    let old: Vec<u8> =
        slovene.chars().map(|c| if c == 'č' { 0xe8 } else { u8::try_from(c).unwrap() }).collect();
    copy.write("newcomers.csv", old);
    assert_eq!(
        said(&copy),
        ["newcomers.csv: this is not UTF-8: it was read as CP1250 [save the table as UTF-8]"]
    );
}

#[test]
fn what_nobody_uses_is_warned_of_and_can_be_used_all_the_same() {
    let copy = Copy::new();
    copy.write("costs.toml", "");
    copy.write(
        "authorities.toml",
        copy.read("authorities.toml")
            + "[[organisation]]\ncode = \"idle\"\nkind = \"agency\"\ncountry = \"SI\"\nnames = { en = \"Idle\" }\n",
    );
    assert_eq!(
        said(&copy),
        [
            "authorities.toml:121:8: nothing refers to the organisation `idle`",
            "costs.toml: nobody reads this file"
        ]
    );
    assert!(check(copy.folder(), &mut clerk("en")).is_ok());
}

#[test]
fn c5_what_somebody_wrote_is_repeated_nowhere() {
    let copy = Copy::new();
    copy.replace("answers.csv", "\n1,", "\nCanary,")
        .replace("applicants.csv", "p02,Bor Zgled,p02@primer.example", "p02,,Canary")
        .replace("applicants.csv", "p03@primer.example", "Canary");
    let faults = check(copy.folder(), &mut clerk("en")).unwrap_err();
    assert_eq!(
        lines(&faults),
        [
            "answers.csv:2:1: column `before`: the question does not admit this answer",
            "applicants.csv:3:5: column `name`: expected a text, found nothing",
            "applicants.csv:4:18: the email stands here again (it stands here first applicants.csv:3:6)",
        ]
    );
    for shown in [faults.human(true), faults.json(), format!("{faults:?}")] {
        assert!(!shown.contains("Canary") && !shown.contains("Bor"), "{shown}");
    }
}

/// Ten mistakes at once, as an officer makes them, and what the desk says of them.
#[test]
fn ten_mistakes_are_said_at_once() {
    let copy = Copy::new();
    copy.replace("authorities.toml", "SI:si_municipality:050", "SI:si_municipality:50")
        .replace("programme.toml", "pilot = true", "pilto = true")
        .replace("programme.toml", "delivery = \"online\"", "delivery = \"onlin\"")
        .replace("programme.toml", "\"applicant.position\"", "\"applicant.positon\"")
        .replace("edition.toml", "number = 1\n", "")
        .replace("edition.toml", "\"innovation-and-marketing\"", "\"inovation-and-marketing\"")
        .replace("recruitment.toml", "Europe/Ljubljana", "Europe/Lubljana")
        .replace("practices/facade-fund.toml", "SI:fictitious:sipkov_trg", "SI:fictitious:sipkov_tgr")
        .replace("completions.csv", "2019-05-09", "9. maj 2019")
        .replace("applicants.csv", "municipal_officer", "municipal_oficer");
    let faults = check(copy.folder(), &mut clerk("en")).unwrap_err();
    assert_eq!(faults.errors(), 10, "{faults}");
    let said = faults.human(false);
    assert_eq!(said, include_str!("desk/ten_mistakes.txt"), "{said}");
    for fault in faults.iter() {
        assert!(fault.place().is_some_and(|place| place.line().is_some()), "{}", fault.message());
        assert!(fault.suggestion().is_some(), "{}", fault.message());
    }
}

#[test]
fn what_a_good_folder_holds_is_told_in_four_languages() {
    guildhall::words::check(&guildhall_examples::desk::WORDS).unwrap();
    let folder = copy::data();
    for (language, modules, steps) in [
        ("en", "3 partners and 4 modules", "all its 316 steps"),
        ("pl", "3 partnerów i 4 moduły", "wszystkie 316 kroków"),
        ("ru", "3 партнёра и 4 модуля", "все 316 шагов"),
        ("sl", "3 partnerji in 4 moduli", "vseh 316 korakov"),
    ] {
        let mut clerk = clerk(language);
        let told = check(&folder, &mut clerk).unwrap().told(&folder, &clerk, 100);
        for expected in [modules, steps, "handbook.toml"] {
            assert!(told.contains(expected), "{language}: no `{expected}` in\n{told}");
        }
    }
}

#[test]
fn every_definition_has_its_schema() {
    for name in guildhall_examples::academy::files::names() {
        let schema = guildhall_examples::desk::schema::schema(name).unwrap();
        assert!(schema.contains("\"properties\""), "{name}: {schema}");
    }
    let said = guildhall_examples::desk::schema::schema("program.toml").unwrap_err();
    assert!(said.to_string().contains("there are `authorities.toml`"), "{said}");
}
