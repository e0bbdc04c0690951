//! Documents that the desk writes: whole or not at all, as JSON.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use guildhall::allocation::{
    Problem, Value, WrittenApplicant, WrittenList, WrittenProblem, WrittenRules, WrittenValue,
};
use guildhall::intake::Diagnostics;
use guildhall::kernel::serde_json;
use serde::Serialize;

use crate::desk::check::fault;

/// Writes a document beside the file and renames it, so that nobody ever finds half of it.
///
/// # Errors
/// [`Diagnostics`], if it cannot be written.
pub fn write(document: &impl Serialize, path: &Path) -> Result<(), Diagnostics> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let store = || {
        let mut file = BufWriter::new(File::create(&beside)?);
        serde_json::to_writer_pretty(&mut file, document)?;
        file.write_all(b"\n")?;
        file.into_inner()?.sync_all()?;
        fs::rename(&beside, path)
    };
    store().map_err(|error: std::io::Error| {
        _ = fs::remove_file(&beside);
        fault(format!("`{}` cannot be written: {error}", path.display()))
    })
}

/// A problem as a document again, with the choices that it has now; `people` leaves its applicants out where
/// they stand in a table of their own.
pub fn problem(
    rules: &WrittenRules,
    problem: &Problem,
    lists: Vec<WrittenList>,
    people: bool,
) -> WrittenProblem {
    let applicants = if people { applicants(problem) } else { Vec::new() };
    WrittenProblem { lists, ..rules.clone().with(applicants) }
}

fn applicants(problem: &Problem) -> Vec<WrittenApplicant> {
    let name = |text: &str| text.parse().ok();
    let value = |value: Value<'_>| match value {
        Value::Text(text) => name(text).map(WrittenValue::Text),
        Value::Integer(number) => Some(WrittenValue::Integer(number)),
        Value::Instant(at) => name(&at.to_string()).map(WrittenValue::Text),
        Value::Missing => None,
    };
    let written = |applicant| {
        let known = problem.attributes().iter().filter_map(|attribute| {
            let index = problem.find_attribute(attribute.name().as_str())?;
            Some((attribute.name().clone(), value(problem.value(applicant, index))?))
        });
        Some(WrittenApplicant {
            id: name(problem.applicant_id(applicant))?,
            choices: problem
                .choices(applicant)
                .iter()
                .filter_map(|group| name(problem.group_id(*group)))
                .collect(),
            has: known.collect(),
            list: problem.list(applicant).try_into().ok()?,
            withdrawn_at: problem.withdrawn_at(applicant),
        })
    };
    // Every text of a sound problem was one that can be written.
    problem.applicants().filter_map(written).collect()
}
