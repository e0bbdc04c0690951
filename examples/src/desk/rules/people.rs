//! People and what is known of them: a row or an entry each, by a reference that names nobody.

use std::collections::BTreeSet;
use std::path::Path;

use guildhall::intake::table::{Column, Columns};
use guildhall::intake::{Diagnostic, Folder, Place};
use guildhall::kernel::{Faults, Report};
use guildhall::rules::{Fact, FactKey, Facts, Vocabulary};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

use super::{Progress, plain};

/// Somebody, and what is known of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Person {
    /// What they are referred to by: an application's number, never a name.
    pub id: String,
    /// What is known.
    pub facts: Facts,
}

/// People as they are written in TOML or JSON. In CSV there is a column `id` and one for each fact.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PeopleFile {
    people: Vec<WrittenPerson>,
}

#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Person")]
struct WrittenPerson {
    /// What they are referred to by: an application's number, never a name.
    id: String,
    /// By the keys of facts, whole (`"applicant.position"`) or a table in a table. A value is written as in a
    /// rule; a list of codes or records with `{ "so_far": […] }` around it where more may follow. A fact may
    /// also stand as decisions record it, such as `{ "not_applicable": {} }`.
    facts: Map<String, Json>,
}

/// Reads people; what is wrong is said in the folder.
pub(super) fn read(
    folder: &mut Folder,
    name: &str,
    vocabulary: &Vocabulary,
    watch: &mut dyn FnMut(Progress),
) -> Option<Vec<Person>> {
    match Path::new(name).extension().and_then(|end| end.to_str()) {
        Some("csv" | "tsv") => table(folder, name, vocabulary, watch),
        Some("json" | "toml") => {
            let read = folder.file::<PeopleFile>(name).make(|written| people(&written, vocabulary))?;
            Some(read.into_value())
        }
        _ => {
            let said =
                "what is known of people stands in a file that ends in `.csv`, `.tsv`, `.json` or `.toml`";
            folder.note(Diagnostic::error(said).at(Place::file(name)));
            None
        }
    }
}

fn people(written: &PeopleFile, vocabulary: &Vocabulary) -> Result<Vec<Person>, Faults<String>> {
    let mut report = Report::default();
    let mut people = Vec::new();
    let mut seen = BTreeSet::new();
    for (nth, person) in written.people.iter().enumerate() {
        if !seen.insert(&person.id) {
            report.add(format!("people[{nth}].id"), format!("`{}` stands here again", person.id));
        }
        let mut facts = Facts::default();
        let mut reader = Reader { vocabulary, report: &mut report, facts: &mut facts };
        reader.inside(&person.facts, "", &format!("people[{nth}].facts"));
        people.push(Person { id: person.id.clone(), facts });
    }
    report.end(Some(people))
}

struct Reader<'r> {
    vocabulary: &'r Vocabulary,
    report: &'r mut Report<String>,
    facts: &'r mut Facts,
}

impl Reader<'_> {
    fn inside(&mut self, fields: &Map<String, Json>, prefix: &str, path: &str) {
        for (name, json) in fields {
            let key = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
            let path = format!("{path}.{name}");
            match (self.vocabulary.get(&key), json) {
                (Some(declaration), json) => match plain::json(declaration, json) {
                    Ok(fact) => self.facts.insert(declaration.key().clone(), fact),
                    Err(said) => self.report.add(path, format!("`{key}`: {said}")),
                },
                (None, Json::Object(inner)) if self.begins(&key).is_some() => self.inside(inner, &key, &path),
                (None, _) => self.unknown(&key, path),
            }
        }
    }

    /// A fact whose key begins so, as `consent.superior` does with `consent`.
    fn begins(&self, key: &str) -> Option<&FactKey> {
        let inside = |other: &str| other.strip_prefix(key).is_some_and(|rest| rest.starts_with('.'));
        self.vocabulary.iter().map(|declaration| declaration.key()).find(|other| inside(other.as_str()))
    }

    /// What the rules say of a fact that nobody declared.
    fn unknown(&mut self, key: &str, path: String) {
        if let Some(fact) = self.begins(key) {
            let said = format!("`{key}` is no fact by itself: expected a table of facts such as `{fact}`");
            return self.report.add(path, said);
        }
        let said = match FactKey::new(key) {
            Err(error) => error.to_string(),
            Ok(key) => {
                let facts: Facts = std::iter::once((key, Fact::Missing)).collect();
                match facts.checked(self.vocabulary) {
                    Ok(_) => return,
                    Err(faults) => faults.iter().map(|fault| fault.problem().to_string()).collect(),
                }
            }
        };
        self.report.add(path, said);
    }
}

fn table(
    folder: &mut Folder,
    name: &str,
    vocabulary: &Vocabulary,
    watch: &mut dyn FnMut(Progress),
) -> Option<Vec<Person>> {
    let columns = vocabulary.iter().map(|declaration| Column::optional(declaration.key().as_str()));
    let listed = Columns::listed(std::iter::once(Column::required("id")).chain(columns));
    let (columns, ids) = match listed {
        Ok(listed) => listed,
        Err(faults) => {
            let clash = faults.iter().map(|fault| fault.problem().to_string()).collect::<Vec<_>>().join("; ");
            let said = format!("these facts cannot stand in one table: {clash}");
            folder.note(Diagnostic::error(said));
            return None;
        }
    };
    let (id, rest) = ids.split_first()?;
    let columns = columns.unique([*id]);
    let mut read = 0;
    let rows = folder.table(name, &columns, |cells| {
        read += 1;
        if Progress::is_due(read) {
            watch(Progress::Read(read));
        }
        let person = cells.filled(*id)?.to_owned();
        let mut known = Facts::default();
        for (declaration, column) in vocabulary.iter().zip(rest) {
            match plain::cell(declaration, cells.text(*column)) {
                Ok(Fact::Missing) => {}
                Ok(fact) => known.insert(declaration.key().clone(), fact),
                Err(said) => cells.refuse(*column, said),
            }
        }
        Some(Person { id: person, facts: known })
    })?;
    Some(rows.into_vec().into_iter().map(|row| row.value).collect())
}
