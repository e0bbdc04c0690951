//! The desk about seats: from the draw to a re-run, in four languages, and what it refuses.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser;
use guildhall_examples::desk::allocation::{Progress, Task, Unable};

#[derive(Parser)]
struct Desk {
    #[command(subcommand)]
    task: Task,
}

/// What the desk shows, and whether it did what was asked.
fn desk(arguments: &[&str]) -> (String, bool) {
    let arguments = std::iter::once("desk").chain(arguments.iter().copied());
    match Desk::try_parse_from(arguments).unwrap().task.run(100, &Progress::hidden()) {
        Ok(said) => (said, true),
        Err(Unable::Refused(said)) => (said, false),
        Err(Unable::Files(said)) => (said.human(false), false),
    }
}

fn done(arguments: &[&str]) -> String {
    let (said, done) = desk(arguments);
    assert!(done, "{arguments:?}: {said}");
    said
}

fn refused(arguments: &[&str]) -> String {
    let (said, done) = desk(arguments);
    assert!(!done, "{arguments:?}: {said}");
    said
}

fn data(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/allocation").join(name).display().to_string()
}

/// A folder for what is written.
struct Out(tempfile::TempDir);

impl Out {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str) -> String {
        self.0.path().join(name).display().to_string()
    }

    /// A copy of one of the files with something else in it.
    fn copy(&self, name: &str, replaced: &[(&str, &str)]) -> String {
        let mut text = fs::read_to_string(data(name)).unwrap();
        for (from, to) in replaced {
            assert!(text.contains(from), "{name}: no `{from}`");
            text = text.replacen(from, to, 1);
        }
        fs::write(self.file(name), text).unwrap();
        self.file(name)
    }

    /// What was said, without where the folder is.
    fn shown(&self, said: &str) -> String {
        said.replace(&format!("{}/", self.0.path().display()), "")
    }
}

/// With `GUILDHALL_WRITE_SAID` set, the files are written anew.
fn is_in_file(name: &str, text: &str) {
    let file: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "allocation", name].iter().collect();
    if std::env::var_os("GUILDHALL_WRITE_SAID").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, text).unwrap();
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    for (said, expected) in text.lines().zip(expected.lines()) {
        assert_eq!(said, expected, "{}", file.display());
    }
    assert_eq!(text.lines().count(), expected.lines().count(), "{}", file.display());
}

/// One round of the courses, as its officers and applicants see it.
#[test]
fn a_round_is_told_in_four_languages() {
    let (courses, people) = (data("courses.toml"), data("courses.csv"));
    for language in ["en", "pl", "ru", "sl"] {
        let out = Out::new();
        let (result, next, solved) =
            (out.file("result.json"), out.file("next.json"), out.file("solved.json"));
        let problem = ["--applicants", &people, "--lang", language];
        let mut said = String::new();
        let mut add = |shown: String| {
            said.push_str(&out.shown(&shown));
            said.push_str("\n\n");
        };
        add(done(&[&["draw", &courses, "--first", "4"], &problem[..]].concat()));
        add(done(&[&["allocate", &courses, "--out", &result], &problem[..]].concat()));
        add(done(&[&["audit", &courses, &result], &problem[..]].concat()));
        add(done(&[&["audit", &courses, &result, "--thorough"], &problem[..]].concat()));
        for applicant in ["sa-02", "sa-03", "sa-15"] {
            add(done(&[&["why", &courses, &result, "--applicant", applicant], &problem[..]].concat()));
        }
        let standings = data("standings.toml");
        let rerun = ["rerun", &courses, &result, &standings, "--out", &next, "--problem-out", &solved];
        add(done(&[&rerun[..], &problem[..]].concat()));
        add(done(&["audit", &solved, &next, "--thorough", "--lang", language]));
        let harder = out.copy("courses.toml", &[("at_most = 10", "at_most = 8")]);
        add(refused(&[&["change", &courses, &result, &harder], &problem[..]].concat()));
        add(done(&[&["change", &courses, &result, &harder, "--protect"], &problem[..]].concat()));
        is_in_file(&format!("{language}.txt"), &said);
        // Nothing half written is left behind.
        assert!(
            fs::read_dir(out.0.path()).unwrap().all(|file| !file
                .unwrap()
                .file_name()
                .to_string_lossy()
                .ends_with(".part"))
        );
    }
}

#[test]
fn every_way_to_fill_free_seats_gives_what_the_auditor_accepts() {
    let (courses, people, standings) = (data("courses.toml"), data("courses.csv"), data("standings.toml"));
    let out = Out::new();
    let result = out.file("result.json");
    done(&["allocate", &courses, "--applicants", &people, "--out", &result]);
    for way in ["again", "chain", "protect"] {
        let (next, solved) = (out.file(&format!("{way}.json")), out.file(&format!("{way}-solved.json")));
        let rerun = ["rerun", &courses, &result, &standings, "--applicants", &people, "--by", way];
        done(&[&rerun[..], &["--out", &next, "--problem-out", &solved]].concat());
        done(&["audit", &solved, &next]);
        refused(&["audit", &courses, &next, "--applicants", &people]);
        // And it goes on from there.
        let again = out.file("none.toml");
        fs::write(&again, "standings = []\n").unwrap();
        let said = done(&[
            "rerun",
            &solved,
            &next,
            &again,
            "--out",
            &out.file("a"),
            "--problem-out",
            &out.file("b"),
        ]);
        assert!(said.starts_with("Nobody moves."), "{said}");
    }
}

#[test]
fn quotas_that_cross_are_refused_and_serial_carries_them() {
    let said = refused(&["draw", &data("crossing.toml")]);
    is_in_file("crossing.txt", &said);
    let out = Out::new();
    for (file, applicant) in [("serial.toml", "m-02"), ("rolling.toml", "h-6")] {
        let result = out.file("result.json");
        let mut said = done(&["allocate", &data(file), "--out", &result]);
        said.push('\n');
        said.push_str(&done(&["audit", &data(file), &result, "--thorough"]));
        said.push_str("\n\n");
        said.push_str(&done(&["why", &data(file), &result, "--applicant", applicant]));
        is_in_file(&file.replace(".toml", ".txt"), &out.shown(&said));
    }
}

#[test]
fn a_draw_goes_in_its_order_and_in_no_other() {
    let out = Out::new();
    let text = fs::read_to_string(data("serial.toml")).unwrap();
    let (open, _) = text.split_once("# What was frozen").unwrap();
    let problem = out.file("open.toml");
    fs::write(&problem, open).unwrap();
    let (frozen, drawn, again) = (out.file("frozen.json"), out.file("drawn.json"), out.file("again.json"));
    let seed = |value, known_at| ["--seed", value, "--source", "a public draw", "--known-at", known_at];

    assert!(refused(&["allocate", &problem, "--out", &drawn]).starts_with("Nothing is frozen yet"));
    let early = seed("1 2 3", "2008-06-01T00:00:00Z");
    assert!(
        refused(&[&["draw", &problem], &early[..]].concat()).starts_with("The lists have to be frozen first")
    );
    let said = done(&["draw", &problem, "--frozen-at", "2008-06-30T22:00:00Z", "--out", &frozen]);
    assert!(said.contains("Publish the hashes now"), "{said}");
    assert!(
        refused(&["draw", &frozen, "--frozen-at", "2008-07-30T22:00:00Z"])
            .starts_with("All lists are frozen")
    );
    assert!(refused(&["allocate", &frozen, "--out", &drawn]).contains("not drawn yet"));
    let said = refused(&[&["draw", &frozen], &early[..]].concat());
    assert!(said.starts_with("This seed must not be used"), "{said}");
    let late = seed("1 2 3", "2008-07-04T10:00:00Z");
    let order = done(&[&["draw", &frozen, "--out", &drawn], &late[..]].concat());
    // Anybody computes the same order from what was published.
    assert_eq!(order.replace(&format!("\nWritten: {drawn}"), ""), done(&["draw", &drawn]));
    assert!(refused(&[&["draw", &drawn], &late[..]].concat()).contains("give the reason"));
    let later = seed("4 5 6", "2008-07-05T10:00:00Z");
    let said =
        done(&[&["draw", &drawn, "--again", "the urn was not closed", "--out", &again], &later[..]].concat());
    assert!(said.contains("was drawn again: the urn was not closed"), "{said}");
    let json = done(&["draw", &again, "--json"]);
    assert_eq!(json.matches("\"lot\"").count(), 14);

    // Somebody is slipped onto the list after it was frozen.
    let mut slipped = fs::read_to_string(&drawn).unwrap();
    slipped = slipped.replacen("\"m-01\"", "\"m-00\"", 1);
    fs::write(&again, slipped).unwrap();
    let said = refused(&["draw", &again]);
    assert!(said.contains("this is not the list that was frozen"), "{said}");
}

#[test]
fn faults_of_rules_and_rows_are_told_at_once() {
    let out = Out::new();
    let people = out.copy(
        "courses.csv",
        &[
            ("sa-02,warszawa krakow", "sa-02,warsaw krakow"),
            ("sa-03,krakow opole", "sa-03,krakow krakow"),
            (",PL:fictitious:kalinowo_nad_rzeka,large,", ",,large,"),
            ("sa-05,", "sa-01,"),
        ],
    );
    is_in_file("faults.txt", &out.shown(&refused(&["draw", &data("courses.toml"), "--applicants", &people])));
    let rules = out.copy(
        "courses.toml",
        &[("by = \"waited\"", "by = \"wited\""), ("plan = \"course\"", "paln = \"course\"")],
    );
    is_in_file("rules.txt", &out.shown(&refused(&["draw", &rules, "--applicants", &people])));
    let said = refused(&["draw", &data("serial.toml"), "--applicants", &people]);
    assert!(said.contains("leave them out here, or leave out `--applicants`"), "{said}");
    let missing = refused(&["draw", &out.file("nowhere.toml")]);
    assert!(missing.contains("cannot be read"), "{missing}");
}

/// The same people in a table with a column for each choice, and in the document.
#[test]
fn it_is_the_same_problem_however_the_people_are_written() {
    let out = Out::new();
    let table = fs::read_to_string(data("courses.csv")).unwrap();
    let spread = table.lines().map(|line| {
        let (id, rest) = line.split_once(',').unwrap();
        let (choices, rest) = rest.split_once(',').unwrap();
        if id == "id" {
            return format!("id;choice1;choice2;choice3;choice4;{}", rest.replace(',', ";"));
        }
        let mut choices: Vec<_> = choices.split(' ').collect();
        choices.resize(4, "");
        format!("{id};{};{}", choices.join(";"), rest.replace(',', ";"))
    });
    let people = out.file("people.csv");
    fs::write(&people, spread.collect::<Vec<_>>().join("\r\n")).unwrap();
    let json = |people: &str| done(&["draw", &data("courses.toml"), "--applicants", people, "--json"]);
    assert_eq!(json(&people), json(&data("courses.csv")));
    // A re-run writes the whole problem as one document.
    let (result, next, whole, none) =
        (out.file("result.json"), out.file("next.json"), out.file("whole.json"), out.file("none.toml"));
    fs::write(&none, "standings = []\n").unwrap();
    done(&["allocate", &data("courses.toml"), "--applicants", &people, "--out", &result]);
    let rerun = ["rerun", &data("courses.toml"), &result, &none, "--applicants", &people];
    done(&[&rerun[..], &["--out", &next, "--problem-out", &whole]].concat());
    assert_eq!(done(&["draw", &whole, "--json"]), json(&people));
    assert_eq!(fs::read(&result).unwrap(), fs::read(&next).unwrap());
}

#[test]
fn a_result_that_was_tampered_with_is_rejected_and_not_built_upon() {
    let (courses, people) = (data("courses.toml"), data("courses.csv"));
    let out = Out::new();
    let (result, bad) = (out.file("result.json"), out.file("bad.json"));
    done(&["allocate", &courses, "--applicants", &people, "--out", &result]);
    let text = fs::read_to_string(&result).unwrap();
    // Somebody gives their own second choice for the first one of somebody else.
    let tampered = text.replacen(
        "\"group\": \"leszno\",\n      \"choice\": 3",
        "\"group\": \"krakow\",\n      \"choice\": 2",
        1,
    );
    assert_ne!(tampered, text);
    fs::write(&bad, tampered).unwrap();
    let said = refused(&["audit", &courses, &bad, "--applicants", &people]);
    assert!(said.contains("holds more people than it may: 13 instead of 12"), "{said}");
    let json = refused(&["audit", &courses, &bad, "--applicants", &people, "--json"]);
    assert!(json.contains("\"verdict\":\"rejected\""), "{json}");
    let said = refused(&["why", &courses, &bad, "--applicants", &people, "--applicant", "sa-02"]);
    assert!(said.ends_with("Nothing is based on a result that is wrong."), "{said}");
    let said = refused(&["why", &courses, &result, "--applicants", &people, "--applicant", "sa-99"]);
    assert_eq!(said, "There is no application “sa-99”.");
    let standings = out.file("standings.toml");
    fs::write(
        &standings,
        "standings = [{ applicant = \"sa-01\", standing = \"accepted\" }, { applicant = \"sa-99\", standing = \"waiting\" }]\n",
    )
    .unwrap();
    let rerun = ["rerun", &courses, &result, &standings, "--applicants", &people];
    let said = refused(&[&rerun[..], &["--out", &bad, "--problem-out", &bad]].concat());
    assert!(said.contains("`sa-01` has no seat that could be taken or kept"), "{said}");
    assert!(said.contains("nobody who applied is called `sa-99`"), "{said}");
}
