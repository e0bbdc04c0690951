//! The auditor shares no code with what it audits (A21).

use std::fs;
use std::path::{Path, PathBuf};

/// The modules that give seats out, and all that they are made of.
const SOLVER: [&str; 14] = [
    "chain",
    "closing",
    "coverage",
    "filling",
    "holdings",
    "mechanism",
    "nested",
    "node",
    "outcome",
    "pool",
    "rank",
    "rolling",
    "serial",
    "shape",
];

/// What these modules show of themselves.
const THEIRS: [&str; 12] = [
    "Answer",
    "Closure",
    "Declared",
    "Holdings",
    "Mechanism",
    "Nested",
    "Outcome",
    "Priority",
    "Ranks",
    "Rolling",
    "Seating",
    "Serial",
];

/// What a problem works out for the solver, and the auditor works out by itself.
const WORKED_OUT: [&str; 6] = ["path", "covering", "covered", "place", "position", "positions"];

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder);
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = paths.filter(|path| path.is_file());
    files.map(|path| (path.clone(), fs::read_to_string(&path).unwrap())).collect()
}

/// All words of a source but those of its comments.
fn words(source: &str) -> impl Iterator<Item = &str> {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split(|of: char| !of.is_alphanumeric() && of != '_'))
}

#[test]
fn a21_the_auditor_names_nothing_of_the_solver() {
    let sources = sources("audit");
    assert!(sources.len() > 10, "the auditor was not found");
    for (path, source) in sources {
        for line in source.lines().filter(|line| line.contains("crate::") || line.contains("super::super")) {
            assert!(!line.contains("super::super"), "{}: {line}", path.display());
            let modules = line.split("crate::").skip(1);
            for module in modules.map(|rest| rest.split(|of: char| !of.is_alphanumeric() && of != '_').next())
            {
                assert!(!SOLVER.contains(&module.unwrap()), "{}: {line}", path.display());
            }
        }
        // `MechanismName::Nested` is the problem's word, not the solver.
        let said = source.replace("MechanismName::", "").replace("MechanismName", "");
        for theirs in THEIRS {
            let own = ["Nested", "Serial", "Rolling"].contains(&theirs);
            let uses = if own {
                source.contains(&format!("crate::{theirs}")) || imports(&source).any(|word| word == theirs)
            } else {
                words(&said).any(|word| word == theirs)
            };
            assert!(!uses, "{} names {theirs}", path.display());
        }
        for method in WORKED_OUT {
            assert!(!source.contains(&format!("problem.{method}(")), "{} calls {method}", path.display());
            assert!(!source.contains(&format!("key.{method}(")), "{} calls {method}", path.display());
        }
        assert!(!source.contains("Form::new"), "{} hashes as the lottery does", path.display());
    }
}

/// The words of all imports.
fn imports(source: &str) -> impl Iterator<Item = &str> {
    source.split("use crate::").skip(1).flat_map(|rest| words(rest.split(';').next().unwrap()))
}

#[test]
fn a21_the_modules_of_the_solver_are_those_that_are_there() {
    let there: Vec<String> =
        sources(".").iter().filter_map(|(path, _)| Some(path.file_stem()?.to_str()?.to_owned())).collect();
    for module in SOLVER {
        assert!(there.iter().any(|name| name == module), "{module} is gone: what replaced it?");
    }
}
