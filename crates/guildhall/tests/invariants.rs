//! `docs/invariants.md` held against the code: every row names a test that exists and runs.
#![expect(clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::Path;

/// One row: the id, and the file and function of a test that guards it.
fn rows(document: &str) -> Vec<(String, String, String)> {
    let rows = document.lines().filter(|line| line.starts_with("| ") && line.contains("`"));
    rows.map(|row| {
        let cells: Vec<_> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [id, _, file, test] = cells[..] else { panic!("not four cells: {row}") };
        let name = |cell: &str| cell.trim_matches('`').to_owned();
        (id.to_owned(), name(file), name(test))
    })
    .collect()
}

/// Whether a function stands in the source as a test that runs: marked so above, and not ignored.
fn runs(source: &str, test: &str) -> bool {
    let lines: Vec<_> = source.lines().map(str::trim).collect();
    let Some(at) = lines.iter().position(|line| line.starts_with(&format!("fn {test}("))) else {
        return false;
    };
    let above: Vec<_> = lines
        .iter()
        .take(at)
        .rev()
        .take_while(|line| line.starts_with("#[") || line.starts_with("//"))
        .collect();
    above.iter().any(|line| **line == "#[test]") && !above.iter().any(|line| line.starts_with("#[ignore"))
}

#[test]
fn a_test_that_does_not_run_is_found() {
    assert!(runs("    #[test]\n    // Why.\n    fn c1_x() {", "c1_x"));
    for source in ["fn c1_x() {", "// fn c1_x(", "#[test]\n#[ignore]\nfn c1_x() {", "#[test]\nfn c1_y() {"] {
        assert!(!runs(source, "c1_x"), "{source}");
    }
}

#[test]
fn every_row_names_a_test_that_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let rows = rows(&std::fs::read_to_string(root.join("docs/invariants.md")).unwrap());
    let mut missing = Vec::new();
    for (id, file, test) in &rows {
        let source = std::fs::read_to_string(root.join(file)).unwrap_or_default();
        if !runs(&source, test) || !test.contains(&id.to_lowercase()) {
            missing.push(format!("{id}: {file} {test}"));
        }
    }
    assert_eq!(missing, Vec::<String>::new(), "rows without a test");
    let guarded: BTreeSet<_> = rows.iter().map(|(id, _, _)| id.as_str()).collect();
    for id in ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9"] {
        assert!(guarded.contains(id), "{id} is guarded by no test");
    }
}
