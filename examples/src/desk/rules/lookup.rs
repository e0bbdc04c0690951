//! Which files belong together: the rule sets of a folder, the vocabulary beside them, and the rule sets that
//! they name.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use guildhall::intake::Diagnostics;
use serde_json::Value as Json;

use crate::desk::fault;

/// A file that may define a rule set, as far as it can be read without saying anything of it.
struct Candidate {
    path: PathBuf,
    id: String,
    names: BTreeSet<String>,
}

/// The files of rule sets behind what was given: of a folder, those in it.
pub(super) fn rules(given: &[PathBuf]) -> Result<Vec<PathBuf>, Diagnostics> {
    let mut files = Vec::new();
    for path in given {
        if path.is_dir() {
            let mut inside = definitions_in(path)?;
            if inside.is_empty() {
                let path = path.display();
                return Err(fault(format!(
                    "there is no rule in `{path}`: expected a file such as `rule.toml` or `rule.json`"
                )));
            }
            files.append(&mut inside);
        } else if !path.exists() {
            return Err(fault(format!("there is no file `{}`", path.display())));
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

/// What makes a clause: a file with one of these defines a rule, even if it lacks its id.
const CLAUSES: [&str; 7] = ["all", "any", "not", "of", "fact", "rule", "predicate"];

/// The definitions of a folder. What lies beside them and defines no rule, such as its vocabulary or a list
/// of people, is passed over.
fn definitions_in(folder: &Path) -> Result<Vec<PathBuf>, Diagnostics> {
    let unread = |error| fault(format!("`{}` cannot be read: {error}", folder.display()));
    // A file that is given by its bare name lies in a folder without one.
    let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(here).map_err(unread)? {
        let path = folder.join(entry.map_err(unread)?.file_name());
        let is_read = path.extension().is_some_and(|end| end == "toml" || end == "json")
            && path.file_stem().is_some_and(|stem| stem != "vocabulary");
        if is_read && path.is_file() && may_define(&path) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Whether a file defines a rule, well or badly. Of one that cannot be read at all somebody wants to know.
fn may_define(path: &Path) -> bool {
    let named = |json: Json| json.get("id").is_some() || CLAUSES.iter().any(|name| json.get(name).is_some());
    json(path).is_none_or(named)
}

/// The vocabulary beside a rule set.
pub(super) fn vocabulary(rules: &[PathBuf]) -> Result<PathBuf, Diagnostics> {
    let folder = rules.first().and_then(|path| path.parent()).unwrap_or(Path::new(""));
    let of = |folder: &Path| {
        let known = ["vocabulary.toml", "vocabulary.json"].map(|name| folder.join(name));
        known.into_iter().find(|path| path.is_file())
    };
    let found = of(folder);
    let says = |path: &PathBuf| std::fs::read(path).ok();
    let differs = |other: &PathBuf| found.as_ref().is_some_and(|found| says(found) != says(other));
    let mut elsewhere = rules.iter().filter_map(|path| of(path.parent()?));
    if let (Some(found), Some(other)) = (&found, elsewhere.find(differs)) {
        let (found, other) = (found.display(), other.display());
        return Err(fault(format!(
            "these rules lie beside two vocabularies, `{found}` and `{other}`: ask for the rules of one at a \
             time, or name the vocabulary by `--vocabulary FILE`"
        )));
    }
    found.ok_or_else(|| {
        let rule = rules.first().map(|path| path.display().to_string()).unwrap_or_default();
        fault(format!(
            "there is no `vocabulary.toml` beside `{rule}`: name the vocabulary by `--vocabulary FILE`"
        ))
    })
}

/// The files beside these rule sets of those that they name, and of those that these name in turn.
pub(super) fn named_by(rules: &[PathBuf]) -> Vec<PathBuf> {
    let folders: BTreeSet<&Path> = rules.iter().filter_map(|path| path.parent()).collect();
    let paths = folders.into_iter().filter_map(|folder| definitions_in(folder).ok()).flatten();
    let candidates: Vec<Candidate> = paths.filter_map(candidate).collect();
    let mut wanted: BTreeSet<String> =
        rules.iter().filter_map(|path| json(path)).flat_map(|json| named_in(&json)).collect();
    loop {
        let before = wanted.len();
        let named = candidates.iter().filter(|one| wanted.contains(&one.id)).flat_map(|one| &one.names);
        wanted.append(&mut named.cloned().collect());
        if wanted.len() == before {
            break;
        }
    }
    candidates.into_iter().filter(|one| wanted.contains(&one.id)).map(|one| one.path).collect()
}

fn candidate(path: PathBuf) -> Option<Candidate> {
    let json = json(&path)?;
    let id = json.get("id")?.as_str()?.to_owned();
    Some(Candidate { path, id, names: named_in(&json) })
}

/// What a file says, if it says anything that can be read; what is wrong with it is said elsewhere.
fn json(path: &Path) -> Option<Json> {
    let text = std::fs::read_to_string(path).ok()?;
    match path.extension()?.to_str()? {
        "json" => serde_json::from_str(&text).ok(),
        _ => toml::from_str(&text).ok(),
    }
}

/// Every rule set that is named in here.
fn named_in(json: &Json) -> BTreeSet<String> {
    match json {
        Json::Object(fields) => {
            let named = fields.get("rule").and_then(Json::as_str).map(str::to_owned);
            named.into_iter().chain(fields.values().flat_map(named_in)).collect()
        }
        Json::Array(items) => items.iter().flat_map(named_in).collect(),
        _ => BTreeSet::new(),
    }
}
