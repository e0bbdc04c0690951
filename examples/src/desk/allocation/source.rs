//! A problem of allocation as an officer has it: rules in TOML or JSON, and the applicants in the same file
//! or in a table beside it; every fault at once, at its place.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};

use guildhall::allocation::{Mistake, Problem, Stage, WrittenProblem, WrittenRules};
use guildhall::intake::{Diagnostic, Diagnostics, Folder, Limits, Place};
use guildhall::kernel::{Report, serde_json};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::Progress;
use super::people::People;
use crate::desk::check::fault;

/// Beyond this a file is no longer one that somebody wrote by hand: its faults are told with their paths
/// alone, and reading takes no more memory than what is read.
const BY_HAND: u64 = 4 << 20;

/// Where a problem stands.
#[derive(Clone, Debug)]
pub struct Source {
    /// The rules, and the applicants where they stand there too.
    pub problem: PathBuf,
    /// The table of applicants.
    pub applicants: Option<PathBuf>,
}

/// A problem that was read.
#[derive(Debug)]
pub struct Given {
    /// All but the applicants.
    pub rules: WrittenRules,
    /// The problem, and how far it has come.
    pub stage: Stage,
}

impl Source {
    /// Reads the problem.
    ///
    /// # Errors
    /// [`Diagnostics`]: everything that is wrong with it.
    pub fn read(&self, progress: &Progress) -> Result<Given, Diagnostics> {
        match &self.applicants {
            None => self.read_whole(progress),
            Some(table) => self.read_with(table, progress),
        }
    }

    fn read_whole(&self, progress: &Progress) -> Result<Given, Diagnostics> {
        read(&self.problem, progress, |written: WrittenProblem| {
            let rules = written.rules();
            Stage::read(&written).map(|stage| Given { rules, stage })
        })
    }

    fn read_with(&self, table: &Path, progress: &Progress) -> Result<Given, Diagnostics> {
        // Of rules with faults as well, the columns are known as far as they can be told.
        let attributes = RefCell::new(Vec::new());
        let rules = read(&self.problem, progress, |written: WrittenProblem| {
            attributes.replace(written.attributes.clone());
            let mut report = Report::default();
            if !written.applicants.is_empty() {
                report.add("applicants", Wrong::TwoLists);
            }
            // Whom a quota covers shows with the applicants.
            if let Err(faults) = Problem::build(&written.rules()).finish() {
                faults.iter().for_each(|one| report.add(one.path(), Wrong::Rule(one.problem().clone())));
            }
            report.end(Some(written))
        });
        let attributes = attributes.into_inner();
        let columns = People::columns(table, &attributes)?;
        match rules {
            Ok(written) => {
                let (rules, lists) = (written.rules(), written.lists);
                let mut builder = Problem::build(&rules);
                let people = columns.read(progress, |applicant| {
                    builder.applicant(applicant);
                })?;
                progress.begins(&name_of(&self.problem));
                let problem = people.settle(builder.finish(), &self.problem)?;
                let stage = people.settle(Stage::resume(problem, &lists), &self.problem)?;
                Ok(Given { rules, stage })
            }
            // What is wrong with the cells is told in the same breath.
            Err(mut said) => {
                if let Ok(Err(people)) = columns.read(progress, |_| ()).map(|people| people.sound()) {
                    said.extend(people);
                }
                Err(said)
            }
        }
    }
}

/// What can be wrong with rules whose applicants stand in a table.
#[derive(Debug, thiserror::Error)]
enum Wrong {
    #[error("the applicants stand in a table of their own: leave them out here, or leave out `--applicants`")]
    TwoLists,
    #[error(transparent)]
    Rule(Mistake),
}

/// Reads a definition, TOML or JSON, and makes something of it.
///
/// # Errors
/// [`Diagnostics`]: everything that is wrong with it.
pub fn read<T, U, P>(
    path: &Path,
    progress: &Progress,
    make: impl Fn(T) -> Result<U, guildhall::kernel::Faults<P>>,
) -> Result<U, Diagnostics>
where
    T: DeserializeOwned + JsonSchema,
    P: std::fmt::Display,
{
    let name = name_of(path);
    progress.begins(&format!("{name} …"));
    let unreadable = |error| fault(format!("`{}` cannot be read: {error}", path.display()));
    let size = fs::metadata(path).map_err(unreadable)?.len();
    let bytes = fs::read(path).map_err(unreadable)?;
    if size <= BY_HAND {
        let mut folder = Folder::new(&Limits::default()).with(&name, bytes);
        let made = folder.file::<T>(&name).make(make);
        let said = folder.close()?;
        return made.map(guildhall::intake::Definition::into_value).ok_or(said);
    }
    let at = |message: String| {
        let mut said = Diagnostics::new(&Limits::default());
        said.add(Diagnostic::error(message).at(Place::file(name.as_str())));
        said
    };
    let written: T = if name.ends_with(".toml") {
        let text = String::from_utf8(bytes).map_err(|error| at(error.to_string()))?;
        toml::from_str(&text).map_err(|error| at(error.to_string()))?
    } else {
        serde_json::from_slice(&bytes).map_err(|error| at(error.to_string()))?
    };
    make(written).map_err(|faults| {
        let mut said = Diagnostics::new(&Limits::default());
        for one in &faults {
            said.add(Diagnostic::error(one.to_string()).at(Place::file(name.as_str()).with_path(one.path())));
        }
        said
    })
}

/// The name of a file without its folder.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
