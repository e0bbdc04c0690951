//! What the desk is asked about rules, as it is written on the command line.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use guildhall::intake::{Definition, Diagnostics};
use guildhall::kernel::Language;
use guildhall::rules::RuleSet;
use guildhall::rules::analysis::{Analysis, Inconclusive, Semantics};
use serde::Serialize;

use super::{Book, Checked, Letter, Person, Voice, check, diff, eval, explain, schema};
use crate::desk::fault;

/// What can be asked.
#[derive(Clone, Debug, Subcommand)]
pub enum Task {
    /// Says what is wrong with rules, and what is odd: never met, always met, clauses without effect
    ///
    /// Every fault of the rules and their vocabulary is said at its place. Ends with 1 if there is one; what
    /// is merely odd is said, and ends well.
    #[command(after_help = "\
Examples:
  desk rules check examples/data/rules/s2
  desk rules check course.toml --vocabulary facts.json --json")]
    Check {
        /// Files of rules, or folders of them
        #[arg(required = true)]
        rules: Vec<PathBuf>,
        /// By what words, and how
        #[command(flatten)]
        spoken: Spoken,
    },
    /// Tells people why, as a letter: the answer, its reasons, and what would make a "no" a "yes"
    ///
    /// A letter tells nothing of confidential clauses but that there is one. What `--json` says is for the
    /// officer, and has everything.
    #[command(after_help = "\
Examples:
  desk rules explain examples/data/rules/s2/courses.toml --facts examples/data/rules/s2/applicants.csv
  desk rules explain rule.toml --facts people.json --for a-017 --lang pl")]
    Explain {
        /// The rule
        rule: PathBuf,
        /// What is known of people: CSV, or JSON or TOML
        #[arg(long, value_name = "FILE")]
        facts: PathBuf,
        /// Only of this person; may be said again
        #[arg(long = "for", value_name = "ID")]
        only: Vec<String>,
        /// By what words, and how
        #[command(flatten)]
        spoken: Spoken,
    },
    /// Says whom a new version changes: classes of people, each with an example, and people on a list
    #[command(after_help = "\
Examples:
  desk rules diff examples/data/rules/s2/courses.toml examples/data/rules/s2/courses-v2.toml
  desk rules diff old.toml new.toml --facts applicants.csv --semantics kleene")]
    Diff {
        /// The old version
        old: PathBuf,
        /// The new version
        new: PathBuf,
        /// A list of people, to name those whose verdict changes
        #[arg(long, value_name = "FILE")]
        facts: Option<PathBuf>,
        /// Exact: of people of whom everything is known. Kleene: missing facts count as a state of their own
        #[arg(long, value_enum, default_value_t = Lean::Exact)]
        semantics: Lean,
        /// By what words, and how
        #[command(flatten)]
        spoken: Spoken,
    },
    /// Prints the JSON schema of a file, for editors that check while one types
    Schema {
        /// Of which file
        #[arg(value_enum)]
        of: Written,
    },
    /// Says who of a list of people meets the rules, and how many
    #[command(after_help = "\
Examples:
  desk rules eval examples/data/rules/s4 --facts examples/data/rules/s4/people.csv
  desk rules eval rule.toml --facts people.json --csv > verdicts.csv")]
    Eval {
        /// Files of rules, or folders of them
        #[arg(required = true)]
        rules: Vec<PathBuf>,
        /// What is known of people: CSV, or JSON or TOML
        #[arg(long, value_name = "FILE")]
        facts: PathBuf,
        /// Exact: what holds however missing facts turn out. Kleene: clause by clause, as decisions are made
        #[arg(long, value_enum, default_value_t = Lean::Kleene)]
        semantics: Lean,
        /// Says it as CSV
        #[arg(long, conflicts_with = "json")]
        csv: bool,
        /// By what words, and how
        #[command(flatten)]
        spoken: Spoken,
    },
}

/// By what words, and how it is said.
#[derive(Clone, Debug, Args)]
pub struct Spoken {
    /// The vocabulary; where it is not named, the `vocabulary.toml` beside the rule
    #[arg(long, value_name = "FILE")]
    vocabulary: Option<PathBuf>,
    /// Says it as one JSON document
    #[arg(long)]
    json: bool,
    /// The language in which it answers; faults are told in English
    #[arg(long, value_name = "LANGUAGE", default_value = "en", value_parser = crate::desk::spoken())]
    lang: Language,
}

/// Which verdict is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Lean {
    /// Clause by clause; what is missing stays open
    Kleene,
    /// Whatever holds however the missing facts turn out
    Exact,
}

impl From<Lean> for Semantics {
    fn from(lean: Lean) -> Self {
        match lean {
            Lean::Kleene => Self::Kleene,
            Lean::Exact => Self::Exact,
        }
    }
}

/// A file that has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Written {
    /// A rule set
    Rule,
    /// The facts that rules may ask about
    Vocabulary,
    /// What is known of people
    Facts,
}

/// How wide what is said may be.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// Columns of the screen.
    pub width: u16,
}

impl Task {
    /// Whether the answer, and what is wrong, are wanted as JSON.
    pub const fn is_json(&self) -> bool {
        match self {
            Self::Check { spoken, .. }
            | Self::Explain { spoken, .. }
            | Self::Diff { spoken, .. }
            | Self::Eval { spoken, .. } => spoken.json,
            Self::Schema { .. } => false,
        }
    }

    /// Answers.
    ///
    /// # Errors
    /// [`Diagnostics`]: everything that is wrong with the files, or why there is no answer.
    pub fn answer(&self, layout: Layout) -> Result<String, Diagnostics> {
        match self {
            Self::Check { rules, spoken } => {
                let book = Book::read(rules, spoken.vocabulary.as_deref(), None)?;
                let analysis = Analysis::new(book.vocabulary());
                let checked: Vec<_> = book.rules().iter().map(|rule| check(rule, &analysis)).collect();
                Ok(spoken.said(&book, &checked, |voice| {
                    checked.iter().map(|one: &Checked| one.told(voice)).collect::<Vec<_>>().join("\n")
                }))
            }
            Self::Explain { rule, facts, only, spoken } => {
                let book = spoken.read(std::slice::from_ref(rule), Some(facts))?;
                let analysis = Analysis::new(book.vocabulary());
                let rule = one(book.rules())?;
                let people = chosen(book.people(), only)?;
                let letters: Vec<_> =
                    people.into_iter().map(|person| explain(rule, person, &analysis)).collect();
                Ok(spoken.said(&book, &letters, |voice| {
                    let told: Vec<_> = letters.iter().map(|letter: &Letter| letter.told(voice)).collect();
                    told.join("\n\n· · ·\n\n")
                }))
            }
            Self::Diff { old, new, facts, semantics, spoken } => {
                let book = spoken.read(&[old.clone(), new.clone()], facts.as_deref())?;
                let [old, new] = book.rules() else { return Err(fault("expected one rule in each file")) };
                let analysis = Analysis::new(book.vocabulary());
                let differs =
                    diff(old, new, book.people(), (*semantics).into(), &analysis).map_err(given_up)?;
                Ok(spoken.said(&book, &differs, |voice| differs.told(voice, layout.width)))
            }
            Self::Schema { of } => Ok(schema(*of)),
            Self::Eval { rules, facts, semantics, csv, spoken } => {
                let book = spoken.read(rules, Some(facts))?;
                let analysis = Analysis::new(book.vocabulary());
                let rules = book.rules().iter().map(|rule| rule.value());
                let evaluated =
                    eval(rules, book.people(), (*semantics).into(), &analysis).map_err(given_up)?;
                if *csv {
                    return Ok(evaluated.csv());
                }
                Ok(spoken.said(&book, &evaluated, |voice| evaluated.told(voice, layout.width)))
            }
        }
    }
}

impl Spoken {
    fn read(&self, rules: &[PathBuf], facts: Option<&Path>) -> Result<Book, Diagnostics> {
        Book::read(rules, self.vocabulary.as_deref(), facts)
    }

    fn said<T: Serialize>(&self, book: &Book, found: &T, told: impl FnOnce(&Voice<'_>) -> String) -> String {
        if self.json {
            // Keys are texts and numbers are whole, so that there is nothing that could not be written.
            return serde_json::to_string_pretty(found).unwrap_or_default();
        }
        told(&Voice::new(self.lang.clone(), book.zone(), book.vocabulary()))
    }
}

fn given_up(inconclusive: Inconclusive) -> Diagnostics {
    fault(inconclusive.to_string())
}

fn one(rules: &[Definition<RuleSet>]) -> Result<&RuleSet, Diagnostics> {
    match rules {
        [rule] => Ok(rule),
        rules => {
            let names: Vec<_> = rules.iter().map(|rule| format!("`{}`", rule.name())).collect();
            Err(fault(format!("a letter is about one rule; there are {}", names.join(", "))))
        }
    }
}

fn chosen<'p>(people: &'p [Person], only: &[String]) -> Result<Vec<&'p Person>, Diagnostics> {
    if let Some(unknown) = only.iter().find(|id| !people.iter().any(|person| person.id == **id)) {
        let known: Vec<_> = people.iter().take(10).map(|person| format!("`{}`", person.id)).collect();
        let more = if people.len() > known.len() { " and others" } else { "" };
        return Err(fault(format!("there is nobody `{unknown}` among {}{more}", known.join(", "))));
    }
    Ok(people.iter().filter(|person| only.is_empty() || only.contains(&person.id)).collect())
}
