//! R6 and R7 on rule sets of a hundred clauses that resemble real ones: `benches/data/rules` holds them with
//! their answers, and what is hard ends as inconclusive.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use guildhall_rules::analysis::{Analysis, Answer, Inconclusive, Semantics};
use guildhall_rules::{RuleSet, Vocabulary};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../benches/data/rules");

fn told(answer: &Answer) -> String {
    match answer {
        Answer::Yes => "yes".to_owned(),
        Answer::No(_) => "no".to_owned(),
        Answer::Possibly(_) => "possibly not".to_owned(),
        Answer::Inconclusive(_) => "inconclusive".to_owned(),
    }
}

fn or_inconclusive(found: Result<String, Inconclusive>) -> String {
    found.unwrap_or_else(|_| "inconclusive".to_owned())
}

/// The answers to every question about one instance, a line for each.
fn answers(folder: &Path) -> String {
    let text = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    let vocabulary: Vocabulary = toml::from_str(&text("vocabulary.toml")).unwrap();
    let rule = |name: &str| RuleSet::read(&toml::from_str(&text(name)).unwrap(), &vocabulary).unwrap();
    let (first, second) = (rule("first.toml"), rule("second.toml"));
    let analysis = Analysis::new(&vocabulary);
    let clauses = |rule: &RuleSet| rule.compile().clauses().len();
    let mut lines =
        format!("{} facts, {} and {} clauses\n", first.facts().len(), clauses(&first), clauses(&second));
    for (name, how) in [("kleene", Semantics::Kleene), ("exact", Semantics::Exact)] {
        let redundant = || {
            let clauses = analysis.redundant(&first, how)?;
            let names: Vec<&str> = clauses.iter().map(|redundant| redundant.clause.as_str()).collect();
            Ok(if names.is_empty() { "none".to_owned() } else { names.join(", ") })
        };
        let diff = || {
            let classes = analysis.diff(&first, &second, how)?.classes;
            for class in &classes {
                assert_eq!(first.verdict(&class.witness.facts), class.from);
                assert_eq!(second.verdict(&class.witness.facts), class.to);
            }
            let entire =
                if classes.iter().all(|class| class.entire) { "" } else { ", of which parts change" };
            Ok(format!("{} classes{entire}", classes.len()))
        };
        for (question, answer) in [
            ("nobody meets the first", told(&analysis.unsatisfiable(&first, how))),
            ("everybody meets the first", told(&analysis.always_met(&first, how))),
            ("who meets the second meets the first", told(&analysis.implies(&second, &first, how))),
            ("both say the same", told(&analysis.equivalent(&first, &second, how))),
            ("nobody meets both", told(&analysis.disjoint(&first, &second, how))),
            ("redundant in the first", or_inconclusive(redundant())),
            ("changed by the second", or_inconclusive(diff())),
        ] {
            writeln!(lines, "{name}: {question}: {answer}").unwrap();
        }
    }
    lines
}

/// Each section of the README holds the answers of the folder of its name.
#[test]
fn r6_r7_published_instances_have_the_answers_that_are_written_beside_them() {
    let readme = fs::read_to_string(Path::new(FOLDER).join("README.md")).unwrap();
    let (mut found, mut written) = (BTreeMap::new(), BTreeMap::new());
    for entry in fs::read_dir(FOLDER).unwrap() {
        let folder = entry.unwrap().path();
        if folder.is_dir() {
            let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
            found.insert(name, answers(&folder));
        }
    }
    for section in readme.split("\n## ").skip(1) {
        let name = section.lines().next().unwrap().to_owned();
        let answers = section.split("```text\n").nth(1).unwrap().split("```").next().unwrap();
        written.insert(name, answers.to_owned());
    }
    assert_eq!(found, written);
}
