//! The files of rules: a vocabulary, rule sets that speak of it, and people. Whatever is wrong with one of
//! them is said at its place, all of it in one report.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

use guildhall::intake::{Definition, Diagnostic, Diagnostics, Folder, Limits};
use guildhall::kernel::chrono_tz::Tz;
use guildhall::rules::{self, FactType, RuleSet, Terms, Vocabulary};
use serde_json::Value as Json;

use super::people::{self, Person};
use crate::desk::fault;

/// What the files that were given say.
#[derive(Debug)]
pub struct Book {
    vocabulary: Vocabulary,
    rules: Vec<Definition<RuleSet>>,
    people: Vec<Person>,
}

/// A file that may define a rule set, as far as it can be read without saying anything of it.
struct Beside {
    path: PathBuf,
    id: String,
    version: u64,
    json: Json,
}

impl Book {
    /// Reads rule sets (files, or folders of them), the vocabulary they speak of and, if need be, the facts
    /// of people. Where no vocabulary is named, it is the `vocabulary.toml` beside the first rule set. A
    /// rule set that names others finds them beside it, too.
    ///
    /// # Errors
    /// [`Diagnostics`]: everything that is wrong with any of the files.
    pub fn read(
        given: &[PathBuf],
        vocabulary: Option<&Path>,
        facts: Option<&Path>,
    ) -> Result<Self, Diagnostics> {
        let rules = expanded(given)?;
        let vocabulary = match vocabulary {
            Some(path) => path.to_owned(),
            None => beside(&rules)?,
        };
        let mut files = Files::new();
        let vocabulary = files.add(&vocabulary)?;
        let named = named_by(&rules);
        let names = rules.iter().map(|path| files.add(path)).collect::<Result<Vec<_>, _>>()?;
        let facts = facts.map(|path| files.add(path)).transpose()?;
        let mut others = Vec::new();
        for one in named {
            // One that is checked for its own sake has its faults said there.
            let is_given = rules.contains(&one.path);
            match rules::Definition::read(&one.json) {
                Ok(definition) if is_given => others.push((files.add(&one.path)?, definition)),
                Err(_) if is_given => {}
                _ => {
                    let name = files.add(&one.path)?;
                    if let Some(read) = files.folder.definition::<rules::Definition>(&name) {
                        others.push((name, read.into_value()));
                    }
                }
            }
        }
        let Files { mut folder, .. } = files;
        let Some(vocabulary) = folder.definition::<Vocabulary>(&vocabulary).map(Definition::into_value)
        else {
            return Err(said(folder));
        };
        let terms = terms(&mut folder, &vocabulary, others)?;
        let mut read = Vec::new();
        for name in &names {
            read.extend(folder.file::<rules::Definition>(name).make(|written| terms.check(written)));
        }
        let people = facts.and_then(|name| people::read(&mut folder, &name, &vocabulary)).unwrap_or_default();
        folder.close()?;
        Ok(Self { vocabulary, rules: read, people })
    }

    /// The facts there are.
    pub const fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The rule sets, as they were given, each with the places of its clauses.
    pub fn rules(&self) -> &[Definition<RuleSet>] {
        &self.rules
    }

    /// The people, as they stand in their file.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// The clock that the vocabulary names first, for telling instants.
    pub fn zone(&self) -> Option<Tz> {
        self.vocabulary.iter().map(|declaration| declaration.kind()).find_map(FactType::zone)
    }
}

/// Everything that is wrong in a folder that has faults.
fn said(folder: Folder) -> Diagnostics {
    match folder.close() {
        Err(said) | Ok(said) => said,
    }
}

fn terms(
    folder: &mut Folder,
    vocabulary: &Vocabulary,
    others: Vec<(String, rules::Definition)>,
) -> Result<Terms, Diagnostics> {
    let (names, definitions): (Vec<_>, Vec<_>) = others.into_iter().unzip();
    let terms = Terms::new(vocabulary.clone());
    terms.with_rules(definitions).map_err(|faults| {
        for fault in &faults {
            let nth = fault.path().strip_prefix("rules[").and_then(|path| path.split_once(']'));
            let name = nth.and_then(|(nth, _)| names.get(nth.parse::<usize>().ok()?));
            let path = nth.map_or("", |(_, path)| path.trim_start_matches('.'));
            let place = name.and_then(|name| folder.definition::<rules::Definition>(name));
            let diagnostic = Diagnostic::error(fault.problem().to_string());
            folder.note(match place {
                Some(definition) => diagnostic.at(definition.place(path)),
                None => diagnostic,
            });
        }
        let mut all = Diagnostics::new(folder.limits());
        all.extend(folder.said().clone());
        all
    })
}

/// The files behind what was given: of a folder, the rule sets in it.
fn expanded(given: &[PathBuf]) -> Result<Vec<PathBuf>, Diagnostics> {
    let mut files = Vec::new();
    for path in given {
        if path.is_dir() {
            let mut inside = definitions_in(path)?;
            inside.sort();
            if inside.is_empty() {
                let path = path.display();
                return Err(fault(format!(
                    "there is no rule in `{path}`: expected a file such as `rule.toml`"
                )));
            }
            files.append(&mut inside);
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

/// The definitions of a folder but its vocabulary.
fn definitions_in(folder: &Path) -> Result<Vec<PathBuf>, Diagnostics> {
    let unread = |error| fault(format!("`{}` cannot be read: {error}", folder.display()));
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        let is_rule = path.extension().is_some_and(|end| end == "toml")
            && path.file_stem().is_some_and(|stem| stem != "vocabulary");
        if is_rule && path.is_file() {
            files.push(path);
        }
    }
    Ok(files)
}

/// The vocabulary beside a rule set.
fn beside(rules: &[PathBuf]) -> Result<PathBuf, Diagnostics> {
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

/// The rule sets that these name, and those that they name in turn.
fn named_by(rules: &[PathBuf]) -> Vec<Beside> {
    let folders: BTreeSet<&Path> = rules.iter().filter_map(|path| path.parent()).collect();
    let paths = folders.into_iter().filter_map(|folder| definitions_in(folder).ok()).flatten();
    let mut known: BTreeMap<(String, u64), Beside> = BTreeMap::new();
    for one in paths.filter_map(candidate) {
        known.insert((one.id.clone(), one.version), one);
    }
    let mut wanted = BTreeSet::new();
    rules.iter().filter_map(|path| json(path)).for_each(|json| referred(&json, &mut wanted));
    loop {
        let before = wanted.len();
        let more: Vec<&Beside> = known.values().filter(|one| wanted.contains(&one.id)).collect();
        more.into_iter().for_each(|one| referred(&one.json, &mut wanted));
        if wanted.len() == before {
            break;
        }
    }
    known.into_values().filter(|one| wanted.contains(&one.id)).collect()
}

fn candidate(path: PathBuf) -> Option<Beside> {
    let json = json(&path)?;
    let id = json.get("id")?.as_str()?.to_owned();
    let version = json.get("version")?.as_u64()?;
    Some(Beside { path, id, version, json })
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
fn referred(json: &Json, into: &mut BTreeSet<String>) {
    match json {
        Json::Object(fields) => {
            into.extend(fields.get("rule").and_then(Json::as_str).map(str::to_owned));
            fields.values().for_each(|json| referred(json, into));
        }
        Json::Array(items) => items.iter().for_each(|json| referred(json, into)),
        _ => {}
    }
}

/// Files that are read as if they lay in one folder.
struct Files {
    folder: Folder,
    names: BTreeMap<PathBuf, String>,
}

impl Files {
    fn new() -> Self {
        Self { folder: Folder::new(&Limits::default()), names: BTreeMap::new() }
    }

    /// Puts a file in, under a name that tells it from the others.
    fn add(&mut self, path: &Path) -> Result<String, Diagnostics> {
        if let Some(name) = self.names.get(path) {
            return Ok(name.clone());
        }
        let bytes = std::fs::read(path)
            .map_err(|error| fault(format!("`{}` cannot be read: {error}", path.display())))?;
        let name = self.name(path);
        self.folder = std::mem::replace(&mut self.folder, Folder::new(&Limits::default())).with(&name, bytes);
        self.names.insert(path.to_owned(), name.clone());
        Ok(name)
    }

    /// The path as it was written, or as much of its end as tells it from the others.
    fn name(&self, path: &Path) -> String {
        let plain = path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        let parts: Vec<_> = path
            .components()
            .filter_map(|part| match part {
                Component::Normal(part) => Some(part.to_string_lossy()),
                _ => None,
            })
            .collect();
        let fewest = if plain { parts.len() } else { 1 };
        (fewest..=parts.len())
            .filter_map(|count| Some(parts.get(parts.len().checked_sub(count)?..)?.join("/")))
            .find(|name| !self.names.values().any(|taken| taken == name))
            .unwrap_or_else(|| format!("{}/{}", self.names.len(), parts.join("/")))
    }
}
