//! A table of applicants: a row each, with an id, choices and what the rules want to know. It is read as a
//! stream, so that a million of them take no more memory than the problem that is made of them.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use guildhall::allocation::{
    AttributeType, Faults, MAX_APPLICANTS, Mistake, Name, WrittenApplicant, WrittenAttribute, WrittenValue,
};
use guildhall::intake::table::{Cells, Column, ColumnId, Columns, Table};
use guildhall::intake::{Diagnostic, Diagnostics, Limits, Place};
use guildhall::kernel::Time;

use super::Progress;
use super::source::name_of;
use crate::desk::check::fault;

/// Into how many columns choices may be spread.
const CHOICES: usize = 100;

/// A table of applicants whose columns are known.
pub(super) struct People<'a> {
    path: PathBuf,
    columns: Columns,
    id: ColumnId,
    choices: ColumnId,
    list: ColumnId,
    withdrawn: ColumnId,
    ranked: Vec<ColumnId>,
    attributes: Vec<(&'a WrittenAttribute, ColumnId)>,
}

/// A table of applicants that was read.
pub(super) struct Taken {
    name: String,
    said: Diagnostics,
    /// The line of every applicant that was taken.
    lines: Vec<u64>,
}

impl<'a> People<'a> {
    /// The columns that the attributes ask for.
    pub(super) fn columns(path: &Path, attributes: &'a [WrittenAttribute]) -> Result<Self, Diagnostics> {
        let column = |attribute: &WrittenAttribute| {
            let name = attribute.name.as_str();
            if attribute.optional { Column::optional(name) } else { Column::required(name) }
        };
        let fixed = [
            Column::required("id"),
            Column::optional("choices"),
            Column::optional("list"),
            Column::optional("withdrawn_at"),
        ];
        let ranked = (1..=CHOICES).map(|nth| Column::optional(format!("choice{nth}")));
        let listed = Columns::listed(fixed.into_iter().chain(ranked).chain(attributes.iter().map(column)));
        let unusable =
            |faults| fault(format!("not every attribute can head a column of `{}`: {faults}", name_of(path)));
        let (columns, ids) = listed.map_err(unusable)?;
        let (&[id, choices, list, withdrawn], rest) =
            ids.split_first_chunk().ok_or_else(|| fault("no columns"))?;
        let (ranked, others) = rest.split_at(CHOICES.min(rest.len()));
        Ok(Self {
            path: path.to_owned(),
            columns: columns.unique([id]),
            id,
            choices,
            list,
            withdrawn,
            ranked: ranked.to_vec(),
            attributes: attributes.iter().zip(others.iter().copied()).collect(),
        })
    }

    /// Reads the rows; those with faults are left out.
    pub(super) fn read(
        &self,
        progress: &Progress,
        mut take: impl FnMut(&WrittenApplicant),
    ) -> Result<Taken, Diagnostics> {
        let name = name_of(&self.path);
        let file = File::open(&self.path)
            .map_err(|error| fault(format!("`{}` cannot be read: {error}", self.path.display())))?;
        let limits = Limits { rows: MAX_APPLICANTS, table_bytes: usize::MAX, ..Limits::default() };
        let mut rows = Table::new(name.as_str(), &self.columns).within(&limits).open(file)?;
        let (mut said, mut lines) = (Diagnostics::new(&limits), Vec::new());
        let ranked: Vec<_> = self.ranked.iter().copied().filter(|column| rows.has(*column)).collect();
        if rows.has(self.choices) != ranked.is_empty() {
            let message =
                "the choices stand either in the column `choices`, or in `choice1`, `choice2` and so on";
            said.add(Diagnostic::error(message).at(Place::line_of(name.as_str(), 1, None)));
            return Err(said);
        }
        progress.begins(&name);
        while let Some(row) = rows.next_row(|cells| self.applicant(cells, &ranked)) {
            match row {
                Ok(row) => {
                    take(&row.value);
                    lines.push(row.line);
                    progress.reaches(lines.len());
                }
                Err(bad) => bad.diagnostics().iter().for_each(|one| said.add(one.clone())),
            }
        }
        Ok(Taken { name, said, lines })
    }

    fn applicant(&self, cells: &mut Cells<'_>, ranked: &[ColumnId]) -> Option<WrittenApplicant> {
        let id = cells.value(self.id);
        let choices = if ranked.is_empty() {
            let choices = cells.list(self.choices);
            if choices == Some(None) {
                cells.refuse_plainly(
                    self.choices,
                    "an empty cell says that somebody has gone; `?` says nothing",
                );
            }
            choices.flatten()
        } else {
            ranked.iter().map(|column| cells.optional(*column)).collect::<Option<Vec<Option<Name>>>>().map(
                |all| {
                    // Whoever fills in a first and a third choice has two.
                    all.into_iter().flatten().collect()
                },
            )
        };
        let (list, withdrawn_at) = (cells.optional(self.list), cells.optional::<Time>(self.withdrawn));
        let mut has = Some(BTreeMap::new());
        for (attribute, column) in &self.attributes {
            let value = match attribute.of {
                _ if cells.text(*column).is_empty() => {
                    // What is missing though it must be there, the problem itself says.
                    continue;
                }
                AttributeType::Integer => cells.value(*column).map(WrittenValue::Integer),
                AttributeType::Text | AttributeType::Instant => cells.value(*column).map(WrittenValue::Text),
            };
            match (value, &mut has) {
                (Some(value), Some(has)) => _ = has.insert(attribute.name.clone(), value),
                _ => has = None,
            }
        }
        Some(WrittenApplicant {
            id: id?,
            choices: choices?,
            has: has?,
            list: list?.unwrap_or(std::num::NonZeroU8::MIN),
            withdrawn_at: withdrawn_at?,
        })
    }
}

impl Taken {
    /// Everything that was wrong with the cells, if anything was.
    pub(super) fn sound(self) -> Result<(), Diagnostics> {
        if self.said.is_sound() { Ok(()) } else { Err(self.said) }
    }

    /// What was made of the applicants, or everything that is wrong with them: at the lines of the table,
    /// and what is wrong with the rules in `rules`.
    pub(super) fn settle<T>(&self, made: Result<T, Faults>, rules: &Path) -> Result<T, Diagnostics> {
        let faults = match made {
            Ok(made) if self.said.is_sound() => return Ok(made),
            Ok(_) => None,
            Err(faults) => Some(faults),
        };
        let mut said = self.said.clone();
        let rules = name_of(rules);
        for one in faults.iter().flatten() {
            let message = match one.problem() {
                // Where it stands first is a place in a document, and here there is none.
                Mistake::Twice { name, .. } => format!("`{name}` stands here twice"),
                problem => problem.to_string(),
            };
            let (message, help) = match message.split_once("; did you mean ") {
                Some((message, nearest)) => (message.to_owned(), Some(format!("did you mean {nearest}"))),
                None => (message, None),
            };
            let (place, message) = match self.row(one.path()) {
                Some((line, Some(column))) => {
                    (Place::line_of(self.name.as_str(), line, None), format!("column `{column}`: {message}"))
                }
                Some((line, None)) => (Place::line_of(self.name.as_str(), line, None), message),
                // With rows left out, the rest is judged when they are there.
                None if !self.said.is_sound() => continue,
                None => (Place::file(rules.as_str()), message),
            };
            let diagnostic = Diagnostic::error(message).at(place.with_path(one.path()));
            said.add(match help {
                Some(help) => diagnostic.help(help),
                None => diagnostic,
            });
        }
        Err(said)
    }

    /// The line that a path such as `applicants[17].has.points` leads to, and the column.
    fn row(&self, path: &str) -> Option<(u64, Option<String>)> {
        let (nth, field) = path.strip_prefix("applicants[")?.split_once(']')?;
        let line = *self.lines.get(nth.parse::<usize>().ok()?)?;
        let field = field.trim_start_matches('.');
        let column = field.strip_prefix("has.").or_else(|| field.split(['.', '[']).next());
        Some((line, column.filter(|column| !column.is_empty() && *column != "has").map(str::to_owned)))
    }
}
