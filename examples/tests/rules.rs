//! The rules of five systems: their letters word by word, in two languages each, and what the desk says of
//! rules that are spoiled, odd or new. `GUILDHALL_WRITE_TOLD=1` writes the texts anew.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use boon::{Compiler, Schemas};
use clap::{CommandFactory, Parser};
use guildhall::intake::Diagnostics;
use guildhall::rules::Verdict;
use guildhall::rules::analysis::{Analysis, Semantics, Turn};
use guildhall_examples::desk::rules::{
    Book, Found, Layout, Progress, Task, Told, Voice, check, diff, eval, explain,
};
use serde_json::Value;

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/rules").join(name)
}

#[derive(Parser)]
struct Desk {
    #[command(subcommand)]
    task: Task,
}

/// What the desk answers; `@` stands for the folder of rules.
fn desk(line: &str) -> Result<String, Diagnostics> {
    said(line, 100)
}

fn said(line: &str, width: u16) -> Result<String, Diagnostics> {
    let folder = data("").display().to_string();
    let words = line.split_whitespace().map(|word| word.replace('@', &folder));
    let desk = Desk::try_parse_from(std::iter::once("desk".to_owned()).chain(words)).unwrap();
    desk.task.answer(Layout::wide(width), &mut |_| {})
}

fn holds_to(name: &str, told: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules").join(name);
    if std::env::var_os("GUILDHALL_WRITE_TOLD").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, format!("{}\n", told.trim_end())).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(told.trim_end(), expected.trim_end(), "{name} says something else");
}

/// Rule, facts, the other language, and the verdicts of the people in their order.
const LETTERS: [(&str, &str, &str, &str); 10] = [
    ("s1/target.toml", "s1/applicants.csv", "sl", "++-+??"),
    ("s1/successor.toml", "s1/newcomers.json", "sl", "++-??"),
    ("s2/courses.toml", "s2/applicants.csv", "pl", "++--???-+?"),
    ("s2/early.toml", "s2/applicants.csv", "pl", "-------+-?"),
    ("s3/heads.toml", "s3/applicants.csv", "ru", "++?--?"),
    ("s4/member.toml", "s4/authorities.csv", "pl", "++-+-?"),
    ("s4/practitioners.toml", "s4/authorities.csv", "pl", "+--?--"),
    ("s4/beginners.toml", "s4/authorities.csv", "pl", "-+-?-?"),
    ("s5/urban-group.toml", "s5/delegates.csv", "pl", "+--??"),
    ("s5/contest-2012.toml", "s5/delegates.csv", "pl", "+-+??"),
];

#[test]
fn letters_of_five_systems_are_met_unmet_and_undetermined() {
    for (rule, facts, language, expected) in LETTERS {
        let book = Book::read(&[data(rule)], None, Some(&data(facts)), &mut |_| {}).unwrap();
        let analysis = Analysis::new(book.vocabulary());
        let [rule_set] = book.rules() else { panic!("{rule} is one rule") };
        let verdicts: String = book
            .people()
            .iter()
            .map(|person| match explain(rule_set, person, &analysis).verdict() {
                Verdict::Met => '+',
                Verdict::Unmet => '-',
                Verdict::Undetermined => '?',
            })
            .collect();
        assert_eq!(verdicts, expected, "{rule}");
        assert!(['+', '-', '?'].iter().all(|verdict| expected.contains(*verdict)), "{rule}");
        for language in ["en", language] {
            let told = desk(&format!("explain @{rule} --facts @{facts} --lang {language}")).unwrap();
            holds_to(&format!("{}.{language}.txt", rule.replace('/', "-").replace(".toml", "")), &told);
        }
    }
}

#[test]
fn a_position_beyond_the_open_list_goes_to_an_officer() {
    let told = desk("explain @s2/courses.toml --facts @s2/applicants.csv --for a06").unwrap();
    assert!(told.contains("An officer has to decide"), "{told}");
    assert!(!told.contains("a05"), "{told}");
}

#[test]
fn every_bundled_rule_is_sound_and_not_odd() {
    for folder in ["s1", "s2", "s3", "s4", "s5"] {
        let book = Book::read(&[data(folder)], None, None, &mut |_| {}).unwrap();
        let analysis = Analysis::new(book.vocabulary());
        for rule in book.rules() {
            let checked = check(rule, book.vocabulary(), &analysis);
            assert!(checked.findings().is_empty(), "{folder}: {:?}", checked.findings());
        }
    }
}

#[test]
fn a_new_version_changes_classes_and_people() {
    let (old, new, facts) = (data("s2/courses.toml"), data("s2/courses-v2.toml"), data("s2/applicants.csv"));
    let book = Book::read(&[old, new], None, Some(&facts), &mut |_| {}).unwrap();
    let analysis = Analysis::new(book.vocabulary());
    let [old, new] = book.rules() else { panic!("two rules") };
    let differs = diff(old, new, book.people(), Semantics::Exact, &analysis).unwrap();
    for turn in [Turn::Gains, Turn::Loses] {
        assert!(differs.diff().classes.iter().any(|class| class.turn() == turn), "{turn:?}");
    }
    for class in &differs.diff().classes {
        assert_eq!(old.verdict(&class.witness.facts), class.from);
        assert_eq!(new.verdict(&class.witness.facts), class.to);
    }
    let moved: Vec<_> = differs.people().iter().map(|one| one.person.as_str()).collect();
    assert_eq!(moved, ["a05", "a07", "a09"]);
    for language in ["en", "pl"] {
        let line =
            format!("diff @s2/courses.toml @s2/courses-v2.toml --facts @s2/applicants.csv --lang {language}");
        holds_to(&format!("s2-diff.{language}.txt"), &desk(&line).unwrap());
    }
    let same = desk("diff @s3/heads.toml @s3/heads.toml").unwrap();
    assert_eq!(same, "school-of-mayors v1 and school-of-mayors v1 say the same of everybody.");
}

#[test]
fn a_letter_keeps_what_is_confidential() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.display().to_string()
    };
    let fact = |key: &str, label: &str| {
        format!(
            "[[facts]]\nkey = \"{key}\"\ntype = \"boolean\"\nlabel = {{ en = \"{label}\" }}\nchange_cost = 1\n"
        )
    };
    write(
        "vocabulary.toml",
        &(fact("applicant.is_staff", "is staff") + &fact("authority.arrears", "Canary")),
    );
    let rule = write(
        "rule.toml",
        "id = \"course\"\nversion = 1\n\n[[all]]\nfact = \"applicant.is_staff\"\nis = true\n\n\
         [[all]]\nid = \"canary\"\nconfidential = true\nfact = \"authority.arrears\"\nis = false\n",
    );
    let facts =
        write("facts.csv", "id,applicant.is_staff,authority.arrears\nx1,yes,yes\nx2,no,no\nx3,yes,\n");
    let told = desk(&format!("explain {rule} --facts {facts}")).unwrap();
    assert!(told.contains("A confidential condition is not met.") && told.contains("There may be a way."));
    // Nothing was named yet that there could be something else beside.
    assert!(told.contains("“is staff”: yes") && !told.contains("There may be other ways"), "{told}");
    assert!(!told.to_lowercase().contains("canary") && !told.contains("arrears"), "{told}");
    assert!(desk(&format!("explain {rule} --facts {facts} --json")).unwrap().contains("arrears"));

    // Where the whole rule is confidential, not even its name is told.
    let rule = write(
        "whole.toml",
        "id = \"canary\"\nversion = 1\ntitle = { en = \"Canary\" }\nconfidential = true\n\
         fact = \"authority.arrears\"\nis = false\n",
    );
    let told = desk(&format!("explain {rule} --facts {facts}")).unwrap();
    assert!(told.contains("A confidential condition is not met."), "{told}");
    assert!(!told.to_lowercase().contains("canary") && !told.contains("arrears"), "{told}");
}

/// A rule beside a vocabulary of these facts, each with a label in capitals and at hand to change.
fn made(facts: &[(&str, &str)], rule: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let told = facts.iter().map(|(key, kind)| {
        format!(
            "[[facts]]\nkey = \"{key}\"\n{kind}\nlabel.en = \"{}\"\nchange_cost = 1\n",
            key.to_uppercase()
        )
    });
    fs::write(folder.path().join("vocabulary.toml"), told.collect::<String>()).unwrap();
    let path = folder.path().join("rule.toml");
    fs::write(&path, rule).unwrap();
    let path = path.display().to_string();
    (folder, path)
}

const BOOLEAN: &str = "type = \"boolean\"";

#[test]
fn what_is_certain_is_not_asked_for_and_a_certain_no_has_its_way_out() {
    let (folder, rule) = made(
        &[("a", BOOLEAN), ("b", BOOLEAN)],
        "id = \"r\"\nversion = 1\nall = [{ any = [{ fact = \"a\", is = true }, { fact = \"b\", is = true }] },\n\
         { any = [{ not = { fact = \"a\", is = true } }, { fact = \"b\", is = true }] }]\n",
    );
    let facts = folder.path().join("facts.csv");
    fs::write(&facts, "id,a,b\nx1,,no\n").unwrap();
    let told = desk(&format!("explain {rule} --facts {}", facts.display())).unwrap();
    let way = "However this turns out, the answer will be no.\n\nThe answer would be yes if the following \
               were so:\n  – “B”: yes";
    assert!(told.contains(way), "{told}");
    assert!(!told.contains("To decide"), "{told}");
    let letters: Value =
        serde_json::from_str(&desk(&format!("explain {rule} --facts {} --json", facts.display())).unwrap())
            .unwrap();
    let sufficient = &letters[0]["sufficient"];
    let because: Vec<_> = sufficient["facts"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!((because, &sufficient["semantics"]), (vec!["b"], &Value::from("exact")));
}

#[test]
fn reasons_within_reasons_stand_deeper() {
    let (folder, rule) = made(
        &[("a", BOOLEAN), ("b", BOOLEAN), ("c", BOOLEAN)],
        "id = \"r\"\nversion = 1\nall = [{ fact = \"a\", is = true },\n\
         { any = [{ fact = \"b\", is = true }, { all = [{ fact = \"c\", is = true }, { fact = \"a\", is = false }] }] }]\n",
    );
    let facts = folder.path().join("facts.csv");
    fs::write(&facts, "id,a,b,c\nx1,no,no,no\n").unwrap();
    holds_to("nested.en.txt", &desk(&format!("explain {rule} --facts {}", facts.display())).unwrap());
}

#[test]
fn rules_in_json_are_found_in_their_folder_and_lists_of_people_are_none() {
    let (folder, rule) = made(&[("a", BOOLEAN)], r#"{ "id": "top", "version": 1, "rule": "base" }"#);
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    fs::rename(&rule, folder.path().join("top.json")).unwrap();
    write("base.json", r#"{ "id": "base", "version": 1, "fact": "a", "is": true }"#);
    write("people.toml", "[[people]]\nid = \"1\"\nfacts = { a = true }\n");
    write("people.json", r#"{ "people": [{ "id": "1", "facts": { "a": true } }] }"#);
    let here = folder.path().display();
    let told = desk(&format!("check {here}")).unwrap();
    assert!(told.starts_with("base v1: ") && told.contains("\ntop v1: "), "{told}");
    let told = desk(&format!("eval {here} --facts {here}/people.toml --csv")).unwrap();
    assert_eq!(told, "id,base v1,top v1\n1,met,met\n");
    // A rule without its id is a rule with a fault, and so is what cannot be read.
    write("base.json", r#"{ "version": 1, "fact": "a", "is": true }"#);
    write("spoiled.json", "{");
    let said = desk(&format!("check {here}")).unwrap_err().to_string();
    assert!(said.contains("base.json") && said.contains("spoiled.json"), "{said}");
}

#[test]
fn lists_are_counted() {
    let book = Book::read(&[data("s4")], None, Some(&data("s4/authorities.csv")), &mut |_| {}).unwrap();
    let analysis = Analysis::new(book.vocabulary());
    let rules: Vec<_> = book.rules().iter().map(|rule| rule.value()).collect();
    let evaluated = eval(&rules, book.people(), Semantics::Kleene, &analysis, &mut |_| {});
    let counts = |verdict| evaluated.counts(verdict).collect::<Vec<_>>();
    assert_eq!(counts(Verdict::Met), [1, 3, 1]);
    assert_eq!(counts(Verdict::Unmet), [3, 2, 4]);
    assert_eq!(counts(Verdict::Undetermined), [2, 1, 1]);
    holds_to("s4-eval.en.txt", &desk("eval @s4 --facts @s4/authorities.csv").unwrap());
    let csv = desk("eval @s4/member.toml --facts @s4/authorities.csv --csv").unwrap();
    assert_eq!(csv, "id,member v1\ng01,met\ng02,met\ng03,unmet\ng04,met\ng05,unmet\ng06,undetermined\n");
}

#[test]
fn who_is_too_hard_is_counted_apart() {
    let (folder, rule) = made(
        &[("a", BOOLEAN), ("b", BOOLEAN)],
        "id = \"r\"\nversion = 1\nany = [{ all = [{ fact = \"a\", is = true }, { fact = \"b\", is = true }] },\n\
         { all = [{ fact = \"a\", is = true }, { fact = \"b\", is = false }] }]\n",
    );
    let facts = folder.path().join("facts.csv");
    fs::write(&facts, "id,a,b\nx1,no,no\nx2,yes,\nx3,yes,yes\n").unwrap();
    let book = Book::read(&[rule.into()], None, Some(&facts), &mut |_| {}).unwrap();
    let rules = [book.rules()[0].value()];
    let analysis = Analysis::new(book.vocabulary()).within(8);
    let evaluated = eval(&rules, book.people(), Semantics::Exact, &analysis, &mut |_| {});
    let counts = [Verdict::Met.into(), Verdict::Unmet.into(), Told::GivenUp];
    assert_eq!(counts.map(|told| evaluated.counts(told).next()), [Some(1), Some(1), Some(1)]);
    assert_eq!(evaluated.csv(), "id,r v1\nx1,unmet\nx2,given_up\nx3,met\n");
    let told = evaluated.told(&Voice::new("en".parse().unwrap(), None, book.vocabulary()), Layout::wide(100));
    assert!(told.contains("given up") && told.contains("We gave up looking after 8 steps"), "{told}");
}

#[test]
fn what_is_odd_is_said_at_its_place() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(data("s2/vocabulary.toml"), folder.path().join("vocabulary.toml")).unwrap();
    let rule = "id = \"odd\"\nversion = 1\n\n[[any]]\nid = \"wide\"\nfact = \"authority.tier\"\n\
                one_of = [\"commune\", \"county\"]\n\n[[any]]\nid = \"narrow\"\nfact = \"authority.tier\"\nis = \"county\"\n";
    let path = folder.path().join("odd.toml");
    fs::write(&path, rule).unwrap();
    let book = Book::read(std::slice::from_ref(&path), None, None, &mut |_| {}).unwrap();
    let checked = check(&book.rules()[0], book.vocabulary(), &Analysis::new(book.vocabulary()));
    let [Found::Redundant { place, clause, shadowed_by }] = checked.findings() else {
        panic!("{:?}", checked.findings())
    };
    assert_eq!((clause.as_str(), shadowed_by.as_ref().unwrap().as_str()), ("narrow", "wide"));
    assert_eq!(place.line(), Some(9));
    let never = rule.replace("[[any]]", "[[all]]").replace("\"county\"]", "\"region\"]");
    fs::write(&path, never).unwrap();
    let told = desk(&format!("check {}", path.display())).unwrap();
    assert!(told.ends_with("Nobody can meet odd v1."), "{told}");
}

#[test]
fn a_wall_time_that_clocks_skip_or_repeat_is_said_with_what_is_meant() {
    let instant = "type = \"instant\"\nzone = \"Europe/Warsaw\"";
    let rule = |from: &str, until: &str| {
        format!(
            "id = \"r\"\nversion = 1\n\n[[all]]\nfact = \"t\"\nwithin = {{ from = \"{from}\", until = \"{until}\" }}\n"
        )
    };
    let (_folder, path) = made(&[("t", instant)], &rule("2026-03-29T02:30:00", "2026-10-25T02:30:00"));
    let told = desk(&format!("check {path}")).unwrap();
    let lines: Vec<_> = told.lines().collect();
    assert_eq!(lines.len(), 2, "{told}");
    let gap = "No clock in Europe/Warsaw shows 2026-03-29T02:30:00: 2026-03-29T03:00:00+02:00 is meant.";
    let twice = "Clocks in Europe/Warsaw show 2026-10-25T02:30:00 twice: the first time is meant, \
                 2026-10-25T02:30:00+02:00.";
    assert!(lines[0].contains("rule.toml:6:") && lines[0].ends_with(gap), "{told}");
    assert!(lines[1].contains("rule.toml:6:") && lines[1].ends_with(twice), "{told}");
    let (_folder, path) = made(&[("t", instant)], &rule("2026-03-29T02:30:00+01:00", "2026-10-25T03:30:00"));
    assert!(desk(&format!("check {path}")).unwrap().contains("nothing odd"));
}

/// The rules of the courses with three mistakes in them.
fn spoiled_copy() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let copy = |name: &str, from: &str, to: &str| {
        let text = fs::read_to_string(data("s2").join(name)).unwrap();
        assert!(text.contains(from), "{name} has no `{from}`");
        fs::write(folder.path().join(name), text.replacen(from, to, 1)).unwrap();
    };
    copy("vocabulary.toml", "", "");
    copy("courses.toml", "\"applicant.position\"", "\"applicant.positon\"");
    copy("applicants.csv", "a02,county_secretary", "a01,county_secretry");
    folder
}

#[test]
fn every_fault_of_every_file_is_said_at_its_place() {
    let folder = spoiled_copy();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let line = format!("explain {} --facts {}", at("courses.toml"), at("applicants.csv"));
    let said: Vec<_> = desk(&line)
        .unwrap_err()
        .iter()
        .map(|one| {
            let help = one.suggestion().map(|help| format!(" [{help}]")).unwrap_or_default();
            format!("{}: {}{help}", one.place().map(ToString::to_string).unwrap_or_default(), one.message())
        })
        .collect();
    assert_eq!(said.len(), 3, "{said:#?}");
    assert!(said[0].starts_with("applicants.csv:3"), "{said:#?}");
    assert!(
        said[2].contains("courses.toml:15") && said[2].contains("did you mean `applicant.position`?"),
        "{said:#?}"
    );
}

#[test]
fn what_leads_nowhere_is_said() {
    let said = |line: &str| desk(line).unwrap_err().to_string();
    assert!(
        said("explain @s2/courses.toml --facts @s2/applicants.csv --for x")
            .contains("nobody `x` among `a01`")
    );
    assert!(said("check @s9.toml").contains("there is no file"));
    assert!(said("explain @s4 --facts @s4/authorities.csv").contains("a letter is about one rule"));
    assert!(said("eval @s4 --facts @README.md").contains("ends in `.csv`, `.tsv`, `.json` or `.toml`"));
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    fs::copy(data("s2/early.toml"), path("early.toml")).unwrap();
    assert!(
        said(&format!("check {}", path("early.toml"))).contains("name the vocabulary by `--vocabulary FILE`")
    );
    desk(&format!("check {} --vocabulary @s2/vocabulary.toml", path("early.toml"))).unwrap();
    fs::write(path("records.csv"), "id,certificates\np01,city-manager\n").unwrap();
    let records = said(&format!("eval @s1/successor.toml --facts {}", path("records.csv")));
    assert!(records.contains("write the people in JSON or TOML"), "{records}");
    fs::write(path("nobody.csv"), "id,application.submitted\n").unwrap();
    let nobody = format!("@s2/early.toml --facts {}", path("nobody.csv"));
    assert!(said(&format!("explain {nobody}")).contains("nobody stands on the list"));
    assert!(!desk(&format!("eval {nobody}")).unwrap().contains("Case"));
}

#[test]
fn what_is_said_as_json_fits_its_schema() {
    let fits = |of: &str, said: &str| {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        let schema = serde_json::from_str(&desk(&format!("schema {of}")).unwrap()).unwrap();
        compiler.add_resource("schema.json", schema).unwrap();
        let index = compiler.compile("schema.json", &mut schemas).unwrap();
        let said: Value = serde_json::from_str(said).unwrap();
        schemas.validate(&said, index).map_err(|error| format!("{of}: {error}"))
    };
    for line in [
        "check @s2 --json",
        "explain @s1/successor.toml --facts @s1/newcomers.json --json",
        "explain @s2/courses.toml --facts @s2/applicants.csv --json",
        "explain @s4/beginners.toml --facts @s4/authorities.csv --json",
        "explain @s5/contest-2012.toml --facts @s5/delegates.csv --json",
        "diff @s2/courses.toml @s2/courses-v2.toml --facts @s2/applicants.csv --json",
        "diff @s4/practitioners.toml @s4/beginners.toml --semantics kleene --json",
        "eval @s4 --facts @s4/authorities.csv --json",
    ] {
        let (of, _) = line.split_once(' ').unwrap();
        fits(of, &desk(line).unwrap()).unwrap();
    }
    let spoiled = spoiled_copy();
    let at = |name: &str| spoiled.path().join(name).display().to_string();
    let faults =
        desk(&format!("explain {} --facts {}", at("courses.toml"), at("applicants.csv"))).unwrap_err();
    fits("faults", &faults.json()).unwrap();
    // A schema that takes anything would be no use.
    for of in ["check", "explain", "diff", "eval", "faults"] {
        assert!(fits(of, r#"{ "verdict": "met" }"#).is_err(), "{of}");
        assert!(fits(of, "[3]").is_err(), "{of}");
    }
    for (of, file) in [("rule", "s2/courses.toml"), ("vocabulary", "s2/vocabulary.toml")] {
        let written: Value = toml::from_str(&fs::read_to_string(data(file)).unwrap()).unwrap();
        fits(of, &written.to_string()).unwrap();
    }
    fits("facts", &fs::read_to_string(data("s1/newcomers.json")).unwrap()).unwrap();
}

#[test]
fn the_examples_in_the_help_run() {
    let mut command = Desk::command();
    let mut lines = 0;
    for task in command.get_subcommands_mut() {
        let help = task.render_long_help().to_string();
        for line in help.lines().filter_map(|line| line.trim().strip_prefix("desk rules ")) {
            let words: Vec<_> = line
                .split_whitespace()
                .map(|word| if data(word).exists() { format!("@{word}") } else { word.to_owned() })
                .collect();
            desk(&words.join(" ")).unwrap();
            lines += 1;
        }
    }
    assert_eq!(lines, 8);
}

#[test]
fn the_readme_shows_what_is_said() {
    let readme = fs::read_to_string(data("README.md")).unwrap();
    let told = said("explain @s2/courses.toml --facts @s2/applicants.csv --for a03", 120).unwrap();
    assert!(readme.contains(&told), "{told}");
}

#[test]
fn every_word_of_every_rule_is_there_in_four_languages() {
    fn untold(json: &Value, at: &str, into: &mut Vec<String>) {
        let Some(fields) = json.as_object() else {
            let items = json.as_array().into_iter().flatten();
            return items.enumerate().for_each(|(nth, json)| untold(json, &format!("{at}[{nth}]"), into));
        };
        let languages = ["en", "pl", "ru", "sl"];
        if fields.contains_key("en") && languages.iter().any(|tag| !fields.contains_key(*tag)) {
            into.push(at.to_owned());
        }
        fields.iter().for_each(|(name, json)| untold(json, &format!("{at}.{name}"), into));
    }
    let mut missing = Vec::new();
    for folder in ["s1", "s2", "s3", "s4", "s5"] {
        for file in fs::read_dir(data(folder)).unwrap().map(|entry| entry.unwrap().path()) {
            if file.extension().is_some_and(|end| end == "toml") {
                let json = toml::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
                untold(&json, &file.display().to_string(), &mut missing);
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn a_number_is_told_with_what_it_counts() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.display().to_string()
    };
    write(
        "vocabulary.toml",
        "[[facts]]\nkey = \"training.hours\"\ntype = \"integer\"\nmin = 0\nmax = 400\nchange_cost = 1\n\
         unit = { code = \"h\", label = { en = \"hours\", pl = \"godz.\" } }\n\
         label = { en = \"attended\", pl = \"udział\" }\n",
    );
    let rule = write("rule.toml", "id = \"r\"\nversion = 1\nfact = \"training.hours\"\nat_least = 10\n");
    let facts = write("facts.csv", "id,training.hours\nx1,5\nx2,\n");
    let told = desk(&format!("explain {rule} --facts {facts}")).unwrap();
    assert!(told.contains("– “attended”: at least 10 hours\n"), "{told}");
    assert!(told.contains("– at most 9 hours: the answer is no\n"), "{told}");
    let told = desk(&format!("explain {rule} --facts {facts} --lang pl")).unwrap();
    assert!(told.contains("– „udział”: co najmniej 10 godz.\n"), "{told}");
}

#[test]
fn a_long_list_is_cut_and_says_how_it_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let facts = folder.path().join("facts.csv");
    let rows = (0..2_500).map(|nth| format!("g{nth:04},2011-09-15/,-\n"));
    let text = format!("id,authority.membership,authority.shared_services\n{}", rows.collect::<String>());
    fs::write(&facts, text).unwrap();
    let line = format!("eval @s4/member.toml --facts {}", facts.display());
    let told = desk(&line).unwrap();
    assert!(told.ends_with("\nand 2,450 more: `--all` shows them") && !told.contains("g0050"), "{told}");
    assert!(desk(&format!("{line} --all")).unwrap().contains("g2499"));
    let mut heard = Vec::new();
    Book::read(&[data("s4/member.toml")], None, Some(&facts), &mut |progress| heard.push(progress)).unwrap();
    assert_eq!(heard, [Progress::Read(1_000), Progress::Read(2_000)]);
}
