//! The suite for stores (C7, C9): cases as data, races on real threads, random histories against a
//! naive reference.
//!
//! [`Suite::test_all`] runs everything on a blocking store. An async harness walks through
//! [`Suite::cases`] itself: it asks its store each [`Step::request`] and hands the [`Answer`] to
//! [`Case::examine`].

mod builder;
mod cases;
mod model;
mod races;
mod random;
mod run;
mod samples;
mod script;
mod step;

use std::fmt;

pub use builder::{BuildError, StoreBuilder};
pub use model::Model;
pub use step::{Answer, Case, Expected, Refusal, Request, Step};

/// The suite itself.
#[derive(Clone, Copy, Debug)]
pub struct Suite;

impl Suite {
    /// Runs every case, every race and `random` random histories, each on a fresh store.
    ///
    /// # Errors
    /// [`Failure`], the first one: the case, the step, what was expected and what came.
    pub fn test_all<B: StoreBuilder>(builder: &B, random: u32) -> Result<Report, Failure> {
        let mut report = Report { ran: Vec::new() };
        for case in Self::cases()? {
            run::case(builder, &case)?;
            report.ran.push(case.name());
        }
        for (name, race) in races::all() {
            builder::on_fresh(builder, name, |store| race(name, store))?;
            report.ran.push(name);
        }
        random::agrees_with_reference(builder, random)?;
        report.ran.push(random::NAME);
        Ok(report)
    }

    /// The cases as data.
    ///
    /// # Errors
    /// None in practice: everything they write has a JSON form.
    pub fn cases() -> Result<Vec<Case>, Failure> {
        cases::cases().map_err(|error| Failure::new("writing the cases", "commit", "a commit", error))
    }
}

/// What the suite has run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    ran: Vec<&'static str>,
}

impl Report {
    /// The names of all cases that passed, each led by the id of its law.
    pub fn ran(&self) -> &[&'static str] {
        &self.ran
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.ran.iter().try_for_each(|name| writeln!(f, "passed  {name}"))
    }
}

/// A store gave another answer than it must.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{case}\n  at {step}\n  expected {expected}\n  got {got}")]
pub struct Failure {
    case: &'static str,
    step: String,
    expected: String,
    got: String,
}

impl Failure {
    pub(crate) fn new(
        case: &'static str,
        step: impl Into<String>,
        expected: impl fmt::Display,
        got: impl fmt::Display,
    ) -> Self {
        Self { case, step: step.into(), expected: expected.to_string(), got: got.to_string() }
    }

    /// The case that failed.
    pub const fn case(&self) -> &'static str {
        self.case
    }
}
