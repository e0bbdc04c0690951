//! What the desk is asked about rules, as it is written on the command line.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use guildhall::intake::{Definition, Diagnostics};
use guildhall::kernel::Language;
use guildhall::rules::RuleSet;
use guildhall::rules::analysis::{Analysis, Inconclusive, Semantics};
use serde::Serialize;

use super::{
    Book, Checked, Described, Layout, Letter, Person, Progress, Voice, check, diff, eval, explain, schema,
};
use crate::desk::fault;

/// What can be asked.
#[derive(Clone, Debug, Subcommand)]
pub enum Task {
    /// Says what is wrong with rules, and what is odd: never met, always met, clauses without effect
    ///
    /// Every fault of the rules and their vocabulary is said at its place. What is merely odd is said, too,
    /// and ends well.
    #[command(after_help = "\
Examples, in examples/data/rules:
  desk rules check s2
  desk rules check s1/target.toml s1/successor.toml --json")]
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
Examples, in examples/data/rules:
  desk rules explain s2/courses.toml --facts s2/applicants.csv
  desk rules explain s2/courses.toml --facts s2/applicants.csv --for a03 --lang pl")]
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
Examples, in examples/data/rules:
  desk rules diff s2/courses.toml s2/courses-v2.toml
  desk rules diff s2/courses.toml s2/courses-v2.toml --facts s2/applicants.csv --semantics kleene")]
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
        /// Shows everybody whose verdict changes, however long the list is
        #[arg(long)]
        all: bool,
        /// By what words, and how
        #[command(flatten)]
        spoken: Spoken,
    },
    /// Says who of a list of people meets the rules, and how many
    #[command(after_help = "\
Examples, in examples/data/rules:
  desk rules eval s4 --facts s4/authorities.csv
  desk rules eval s2/courses.toml --facts s2/applicants.csv --csv")]
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
        /// Shows everybody, however long the list is
        #[arg(long)]
        all: bool,
        /// Says it as CSV
        #[arg(long, conflicts_with = "json")]
        csv: bool,
        /// By what words, and how
        #[command(flatten)]
        spoken: Spoken,
    },
    /// Prints the JSON schema of a file, for editors, or of an answer, for programs that read it
    Schema {
        /// Of which
        #[arg(value_enum)]
        of: Described,
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

    /// Answers; `watch` hears how far a long answer has come.
    ///
    /// # Errors
    /// [`Diagnostics`]: everything that is wrong with the files, or why there is no answer.
    pub fn answer(&self, layout: Layout, watch: &mut dyn FnMut(Progress)) -> Result<String, Diagnostics> {
        match self {
            Self::Check { rules, spoken } => {
                let book = spoken.read(rules, None, watch)?;
                let analysis = Analysis::new(book.vocabulary());
                let vocabulary = book.vocabulary();
                let checked: Vec<_> =
                    book.rules().iter().map(|rule| check(rule, vocabulary, &analysis)).collect();
                Ok(spoken.said(&book, &checked, |voice| {
                    checked.iter().map(|one: &Checked| one.told(voice)).collect::<Vec<_>>().join("\n")
                }))
            }
            Self::Explain { rule, facts, only, spoken } => {
                let book = spoken.read(std::slice::from_ref(rule), Some(facts), watch)?;
                let analysis = Analysis::new(book.vocabulary());
                let rule = one(book.rules())?;
                let people = chosen(book.people(), only)?;
                let letters: Vec<_> =
                    people.into_iter().map(|person| explain(rule, person, &analysis)).collect();
                Ok(spoken.said(&book, &letters, |voice| {
                    let told = letters.iter().map(|letter: &Letter| layout.wrapped(&letter.told(voice)));
                    told.collect::<Vec<_>>().join("\n\n· · ·\n\n")
                }))
            }
            Self::Diff { old, new, facts, semantics, all, spoken } => {
                let book = spoken.read(&[old.clone(), new.clone()], facts.as_deref(), watch)?;
                let [old, new] = book.rules() else { return Err(fault("expected one rule in each file")) };
                let analysis = Analysis::new(book.vocabulary());
                let differs =
                    diff(old, new, book.people(), (*semantics).into(), &analysis).map_err(given_up)?;
                Ok(spoken.said(&book, &differs, |voice| differs.told(voice, layout.showing(*all))))
            }
            Self::Eval { rules, facts, semantics, all, csv, spoken } => {
                let book = spoken.read(rules, Some(facts), watch)?;
                let analysis = Analysis::new(book.vocabulary());
                let rules: Vec<_> = book.rules().iter().map(Definition::value).collect();
                let evaluated = eval(&rules, book.people(), (*semantics).into(), &analysis, watch);
                if *csv {
                    return Ok(evaluated.csv());
                }
                Ok(spoken.said(&book, &evaluated, |voice| evaluated.told(voice, layout.showing(*all))))
            }
            Self::Schema { of } => Ok(schema(*of)),
        }
    }
}

impl Spoken {
    fn read(
        &self,
        rules: &[PathBuf],
        facts: Option<&Path>,
        watch: &mut dyn FnMut(Progress),
    ) -> Result<Book, Diagnostics> {
        Book::read(rules, self.vocabulary.as_deref(), facts, watch)
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
    if people.is_empty() {
        return Err(fault("a letter is about somebody, and nobody stands on the list"));
    }
    if let Some(unknown) = only.iter().find(|id| !people.iter().any(|person| person.id == **id)) {
        let known: Vec<_> = people.iter().take(10).map(|person| format!("`{}`", person.id)).collect();
        let more = if people.len() > known.len() { " and others" } else { "" };
        return Err(fault(format!("there is nobody `{unknown}` among {}{more}", known.join(", "))));
    }
    Ok(people.iter().filter(|person| only.is_empty() || only.contains(&person.id)).collect())
}
