//! Who may depend on whom: the table in `docs/architecture.md` held against `cargo metadata`.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

type Layers = BTreeMap<String, BTreeSet<String>>;

/// What tests may use beside the layers: the suite and laws that every room and store is held to.
const FOR_TESTS: [&str; 1] = ["conformance"];

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// The short name of a package of the workspace.
fn room(package: &str) -> &str {
    package.strip_prefix("guildhall-").unwrap_or(package)
}

fn written(document: &str) -> Layers {
    let (_, after) = document.split_once("<!-- layers: begin -->").unwrap();
    let (table, _) = after.split_once("<!-- layers: end -->").unwrap();
    let rows = table.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| {
        let cells: Vec<_> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [room, _, may_use] = cells[..] else { panic!("not three cells: {row}") };
        let used = may_use.split(',').map(|name| name.trim().to_owned()).filter(|name| name != "–");
        (room.trim_matches('`').to_owned(), used.collect())
    })
    .collect()
}

/// The dependencies inside the workspace, ordinary ones and those of tests apart.
fn built() -> (Layers, Layers) {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let names: BTreeSet<_> = packages.iter().map(|package| package["name"].as_str().unwrap()).collect();
    let (mut ordinary, mut tests) = (Layers::new(), Layers::new());
    for package in packages {
        let name = package["name"].as_str().unwrap();
        ordinary.entry(room(name).to_owned()).or_default();
        for dependency in package["dependencies"].as_array().unwrap() {
            let used = dependency["name"].as_str().unwrap();
            if names.contains(used) && used != name {
                let layers = if dependency["kind"] == "dev" { &mut tests } else { &mut ordinary };
                layers.entry(room(name).to_owned()).or_default().insert(room(used).to_owned());
            }
        }
    }
    (ordinary, tests)
}

/// The first use that the written table does not allow.
fn breach(written: &Layers, built: &Layers, also: &[&str]) -> Option<String> {
    built.iter().find_map(|(room, used)| {
        let allowed = written.get(room)?;
        let stranger = used
            .iter()
            .find(|name| *name != "kernel" && !allowed.contains(*name) && !also.contains(&name.as_str()))?;
        Some(format!("`{room}` uses `{stranger}`"))
    })
}

#[test]
fn the_map_is_the_territory() {
    let written = written(&std::fs::read_to_string(root().join("docs/architecture.md")).unwrap());
    let (ordinary, tests) = built();
    assert_eq!(written.keys().collect::<Vec<_>>(), ordinary.keys().collect::<Vec<_>>());
    assert_eq!(breach(&written, &ordinary, &[]), None);
    for (room, allowed) in &written {
        let unused: Vec<_> = allowed.iter().filter(|name| !ordinary[room].contains(*name)).collect();
        assert_eq!(unused, Vec::<&String>::new(), "`{room}` may use what it does not");
    }
    assert_eq!(breach(&written, &tests, &FOR_TESTS), None);
    assert_eq!(ordinary["kernel"], BTreeSet::new(), "the kernel uses no other room");
}

#[test]
fn whatever_the_map_names_is_there() {
    let document = std::fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    let (map, _) = document.split_once("## The rooms").unwrap();
    let rows = map.lines().filter(|line| line.starts_with("| "));
    let named: Vec<_> = rows.flat_map(|row| row.split('`').skip(1).step_by(2)).collect();
    assert!(named.len() > 20, "{named:?}");
    let missing: Vec<_> = named.into_iter().filter(|path| !root().join(path).exists()).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn each_layer_lies_below_those_that_use_it() {
    // A table with a cycle could be satisfied and would still be no layering.
    let mut layers = written(&std::fs::read_to_string(root().join("docs/architecture.md")).unwrap());
    while !layers.is_empty() {
        let bottom: BTreeSet<_> = layers
            .iter()
            .filter(|(_, used)| used.iter().all(|name| !layers.contains_key(name)))
            .map(|(room, _)| room.clone())
            .collect();
        assert!(!bottom.is_empty(), "a cycle among {:?}", layers.keys().collect::<Vec<_>>());
        layers.retain(|room, _| !bottom.contains(room));
    }
}

#[test]
fn a_breach_is_found() {
    let layer = |used: &[&str]| used.iter().map(|name| (*name).to_owned()).collect();
    let table: Layers = [("rules".to_owned(), layer(&["kernel"]))].into();
    let code: Layers = [("rules".to_owned(), layer(&["kernel", "civic"]))].into();
    assert_eq!(breach(&table, &code, &[]).unwrap(), "`rules` uses `civic`");
    assert_eq!(breach(&table, &code, &["civic"]), None);
}
