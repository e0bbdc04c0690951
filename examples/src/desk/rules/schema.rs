//! What may stand in the files of rules, for editors that complete and check while one types, and what the
//! answers say as JSON, for programs that read them.

use clap::ValueEnum;
use guildhall::intake::Diagnostics;
use guildhall::rules::{Definition, Vocabulary};
use schemars::schema_for;

use super::{Checked, Differs, Evaluated, Letter, PeopleFile};
use crate::desk::schema::for_people;

/// What has a schema: a file that somebody writes, or an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Described {
    /// The file of a rule set
    Rule,
    /// The file of the facts that rules may ask about
    Vocabulary,
    /// The file of what is known of people
    Facts,
    /// What `check --json` says
    Check,
    /// What `explain --json` says
    Explain,
    /// What `diff --json` says
    Diff,
    /// What `eval --json` says
    Eval,
    /// What any of them says with `--json` where files have faults
    Faults,
}

/// The JSON schema.
pub fn schema(of: Described) -> String {
    let mut schema = match of {
        Described::Rule => schema_for!(Definition),
        Described::Vocabulary => schema_for!(Vocabulary),
        Described::Facts => schema_for!(PeopleFile),
        Described::Check => schema_for!(Vec<Checked>),
        Described::Explain => schema_for!(Vec<Letter>),
        Described::Diff => schema_for!(Differs),
        Described::Eval => schema_for!(Evaluated),
        Described::Faults => schema_for!(Diagnostics),
    }
    .to_value();
    for_people(&mut schema);
    format!("{schema:#}")
}
