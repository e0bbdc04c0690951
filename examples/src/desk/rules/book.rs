//! The files of rules: a vocabulary, rule sets that speak of it, and people. Whatever is wrong with one of
//! them is said at its place, all of it in one report.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use guildhall::intake::{Definition, Diagnostic, Diagnostics, Folder, Limits};
use guildhall::kernel::chrono_tz::Tz;
use guildhall::rules::{self, FactType, RuleSet, Terms, Vocabulary};

use super::people::{self, Person};
use super::{Progress, lookup};
use crate::desk::fault;

/// What the files that were given say.
#[derive(Debug)]
pub struct Book {
    vocabulary: Vocabulary,
    rules: Vec<Definition<RuleSet>>,
    people: Vec<Person>,
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
        watch: &mut dyn FnMut(Progress),
    ) -> Result<Self, Diagnostics> {
        let rules = lookup::rules(given)?;
        let vocabulary = match vocabulary {
            Some(path) => path.to_owned(),
            None => lookup::vocabulary(&rules)?,
        };
        let mut files = Files::new();
        let vocabulary = files.add(&vocabulary)?;
        let names = rules.iter().map(|path| files.add(path)).collect::<Result<Vec<_>, _>>()?;
        let facts = facts.map(|path| files.add(path)).transpose()?;
        let others = files.named_by(&rules)?;
        let mut folder = files.folder;
        let Some(vocabulary) = folder.definition::<Vocabulary>(&vocabulary).map(Definition::into_value)
        else {
            return Err(said(folder));
        };
        let terms = terms(&mut folder, &vocabulary, others)?;
        let mut read = Vec::new();
        for name in &names {
            read.extend(folder.file::<rules::Definition>(name).make(|written| terms.check(written)));
        }
        let people = facts.and_then(|name| people::read(&mut folder, &name, &vocabulary, watch));
        folder.close()?;
        Ok(Self { vocabulary, rules: read, people: people.unwrap_or_default() })
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

/// The vocabulary with the rule sets that others name. Their faults are those of several files, so each is
/// said in the one whose number its path begins with.
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

/// Files that are read as if they lay in one folder.
struct Files {
    folder: Folder,
    names: BTreeMap<PathBuf, String>,
}

impl Files {
    fn new() -> Self {
        Self { folder: Folder::new(&Limits::default()), names: BTreeMap::new() }
    }

    /// The definitions that these rule sets name, each with the name of its file. Of one that is given as
    /// well, faults are said where it is read for its own sake.
    fn named_by(&mut self, given: &[PathBuf]) -> Result<Vec<(String, rules::Definition)>, Diagnostics> {
        let mut named = Vec::new();
        for path in lookup::named_by(given) {
            let name = self.add(&path)?;
            let read: Option<Definition<rules::Definition>> = if given.contains(&path) {
                Folder::new(&Limits::default()).with(&name, bytes(&path)?).definition(&name)
            } else {
                self.folder.definition(&name)
            };
            named.extend(read.map(|read| (name, read.into_value())));
        }
        Ok(named)
    }

    /// Puts a file in, under a name that tells it from the others.
    fn add(&mut self, path: &Path) -> Result<String, Diagnostics> {
        if let Some(name) = self.names.get(path) {
            return Ok(name.clone());
        }
        let name = self.name(path);
        let folder = std::mem::replace(&mut self.folder, Folder::new(&Limits::default()));
        self.folder = folder.with(&name, bytes(path)?);
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

fn bytes(path: &Path) -> Result<Vec<u8>, Diagnostics> {
    std::fs::read(path).map_err(|error| fault(format!("`{}` cannot be read: {error}", path.display())))
}
