//! The subcommands of `desk` that are about seats, from arguments to what is shown.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand};
use guildhall::allocation::{Seed, SeedValue, Statement};
use guildhall::kernel::{Language, Time};

use super::draw::{Draw, Lots, Wanted};
use super::rerun::{Continued, Moves, Way, changed, continued};
use super::result::{self, Ready, Why};
use super::{Given, Progress, Source, Unable, paper};
use crate::academy::Clerk;

/// The problem that a subcommand is about.
#[derive(Debug, Args)]
pub struct Problem {
    /// The problem: its rules, and its applicants unless they stand in a table; TOML or JSON
    problem: PathBuf,
    /// A table of the applicants: `id`, `choices` with spaces between (or `choice1`, `choice2` …), and a
    /// column for each attribute
    #[arg(long, value_name = "CSV")]
    applicants: Option<PathBuf>,
}

/// How a subcommand speaks.
#[derive(Debug, Args)]
pub struct Speech {
    /// Says it as one JSON document
    #[arg(long)]
    json: bool,
    /// The language; what is wrong with a file is told in English
    #[arg(long, value_name = "LANGUAGE", default_value = "en", value_parser = spoken())]
    lang: Language,
}

/// What a new seed is, and where it comes from.
#[derive(Debug, Args)]
#[group(id = "drawing", multiple = true)]
pub struct Drawing {
    /// Draws with this seed, as it was published
    #[arg(long, requires_all = ["source", "known_at"])]
    seed: Option<SeedValue>,
    /// Where the seed comes from
    #[arg(long, requires = "seed")]
    source: Option<Statement>,
    /// When the seed became known, such as `2008-06-03T18:00:00Z`
    #[arg(long, value_name = "INSTANT", requires = "seed")]
    known_at: Option<Time>,
}

/// What the desk does about seats.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// Freezes the lists of a problem and draws the lots, or computes a published draw again
    ///
    /// Three steps, in this order: `--frozen-at` freezes the lists, and their hashes are published; then a
    /// seed becomes known; then `--seed`, `--source` and `--known-at` draw. Without any of these it says how
    /// far the draw has come, and the order of a draw that was made, computed anew from what was published.
    Draw {
        /// The problem.
        #[command(flatten)]
        problem: Problem,
        /// Freezes what is not frozen yet, at this instant
        #[arg(long, value_name = "INSTANT", conflicts_with = "drawing")]
        frozen_at: Option<Time>,
        /// The seed.
        #[command(flatten)]
        drawing: Drawing,
        /// Draws a list again, for this public reason
        #[arg(long, value_name = "REASON", requires = "seed")]
        again: Option<Statement>,
        /// The list that is drawn again
        #[arg(long, default_value_t = 1, requires = "again")]
        list: u8,
        /// How many of the order are shown
        #[arg(long, default_value_t = 20)]
        first: usize,
        /// Where the problem is written, with what was frozen and drawn; JSON
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// How it speaks.
        #[command(flatten)]
        speech: Speech,
    },
    /// Gives out the seats of a problem whose lots are drawn
    Allocate {
        /// The problem.
        #[command(flatten)]
        problem: Problem,
        /// Where the result is written
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// How it speaks.
        #[command(flatten)]
        speech: Speech,
    },
    /// Holds a result against its problem: accepts it, or says everything that is wrong with it
    ///
    /// Shares nothing with what gives out the seats. Ends with 1 if anything is wrong.
    Audit {
        /// The problem.
        #[command(flatten)]
        problem: Problem,
        /// The result
        result: PathBuf,
        /// Also gives all seats out again, to find what nobody was passed over by and could still be better
        #[arg(long)]
        thorough: bool,
        /// How it speaks.
        #[command(flatten)]
        speech: Speech,
    },
    /// Tells an applicant what they got, and for each choice that they missed, why
    Why {
        /// The problem.
        #[command(flatten)]
        problem: Problem,
        /// The result
        result: PathBuf,
        /// The applicant's id
        #[arg(long, value_name = "ID")]
        applicant: String,
        /// How it speaks.
        #[command(flatten)]
        speech: Speech,
    },
    /// Gives out what became free once people have answered
    ///
    /// The answers say of applicants that they are `waiting`, have `accepted`, `keep_higher` or have
    /// `cancelled`. If somebody would lose by it, they are shown with the reasons, nothing is written, and it
    /// ends with 1.
    Rerun {
        /// The problem.
        #[command(flatten)]
        problem: Problem,
        /// The result so far
        result: PathBuf,
        /// What people answered; TOML or JSON
        standings: PathBuf,
        /// How free seats are filled
        #[arg(long, value_enum, default_value_t)]
        by: Way,
        /// Where the new result is written
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// Where the problem is written that the new result is of: with the lists that are left
        #[arg(long, value_name = "FILE")]
        problem_out: PathBuf,
        /// Writes it though somebody loses by it
        #[arg(long)]
        though_it_hurts: bool,
        /// How it speaks.
        #[command(flatten)]
        speech: Speech,
    },
    /// Says whom changed rules would hurt, or protects those who have a seat
    ///
    /// If somebody would lose by it, they are shown with the reasons, nothing is written, and it ends with 1.
    Change {
        /// The problem.
        #[command(flatten)]
        problem: Problem,
        /// The result so far
        result: PathBuf,
        /// The problem with the changed rules, and the draw that was made; TOML or JSON
        new: PathBuf,
        /// Lets everybody keep the seat that they have
        #[arg(long)]
        protect: bool,
        /// Where the new result is written
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// How it speaks.
        #[command(flatten)]
        speech: Speech,
    },
}

impl Task {
    /// Does it, and gives what is shown.
    ///
    /// # Errors
    /// [`Unable`], with what is shown instead.
    pub fn run(self, width: u16, progress: &Progress) -> Result<String, Unable> {
        match self {
            Self::Draw { problem, frozen_at, drawing, again, list, first, out, speech } => {
                let clerk = Clerk::new(speech.lang.clone());
                let wanted =
                    Wanted { frozen_at, seed: drawing.seed(), again: again.map(|reason| (list, reason)) };
                let draw = Draw::new(problem.read(progress)?, &wanted, &clerk)?;
                let mut said = if speech.json { draw.json() } else { draw.told(first, &clerk) };
                if let Some(out) = &out {
                    let Given { rules, stage } = draw.given();
                    let inside = problem.applicants.is_none();
                    paper::write(&paper::problem(rules, stage.problem(), draw.lists(), inside), out)?;
                    said = speech.with_files(said, &[out], &clerk);
                }
                Ok(said)
            }
            Self::Allocate { problem, out, speech } => {
                let clerk = Clerk::new(speech.lang.clone());
                let ready = Ready::new(problem.read(progress)?, &clerk)?;
                let outcome = ready.allocate(progress, &clerk)?;
                let published = outcome.publish(&ready.drawn);
                paper::write(&published, &out)?;
                if speech.json {
                    return Ok(result::json(&published, &outcome));
                }
                Ok(speech.with_files(result::told(&published, &ready.rules, width, &clerk), &[&out], &clerk))
            }
            Self::Audit { problem, result, thorough, speech } => {
                let clerk = Clerk::new(speech.lang.clone());
                let ready = Ready::new(problem.read(progress)?, &clerk)?;
                let audited = ready.audit(&result, thorough, progress)?;
                let said = if speech.json { audited.json() } else { audited.told(&clerk) };
                if audited.verdict.is_accepted() { Ok(said) } else { Err(Unable::Refused(said)) }
            }
            Self::Why { problem, result, applicant, speech } => {
                let clerk = Clerk::new(speech.lang.clone());
                let ready = Ready::new(problem.read(progress)?, &clerk)?;
                let published = ready.audit(&result, false, progress)?.accepted(&clerk)?;
                let why = Why::of(&ready, &published, &applicant, &clerk)?;
                Ok(if speech.json { why.json() } else { why.letter(width.min(100)) })
            }
            Self::Rerun { problem, result, standings, by, out, problem_out, though_it_hurts, speech } => {
                let clerk = Clerk::new(speech.lang.clone());
                let ready = Ready::new(problem.read(progress)?, &clerk)?;
                let published = ready.audit(&result, false, progress)?.accepted(&clerk)?;
                let next = continued(&ready, &published, &standings, by, progress, &clerk)?;
                speech.allowed(&next, though_it_hurts, &clerk)?;
                let solved = paper::problem(&ready.rules, next.drawn.problem(), next.drawn.lists(), true);
                paper::write(&solved, &problem_out)?;
                paper::write(&next.published, &out)?;
                Ok(speech.with_files(speech.of(&next, &clerk), &[&out, &problem_out], &clerk))
            }
            Self::Change { problem, result, new, protect, out, speech } => {
                let clerk = Clerk::new(speech.lang.clone());
                let ready = Ready::new(problem.read(progress)?, &clerk)?;
                let published = ready.audit(&result, false, progress)?.accepted(&clerk)?;
                let new = Source { problem: new, applicants: problem.applicants };
                let after = Ready::new(new.read(progress)?, &clerk)?;
                let next = changed(&ready, &published, &after, protect, &clerk)?;
                speech.allowed(&next, false, &clerk)?;
                let files: Vec<&Path> = out.iter().map(PathBuf::as_path).collect();
                for file in &files {
                    paper::write(&next.published, file)?;
                }
                Ok(speech.with_files(speech.of(&next, &clerk), &files, &clerk))
            }
        }
    }
}

impl Problem {
    fn read(&self, progress: &Progress) -> Result<Given, Unable> {
        let source = Source { problem: self.problem.clone(), applicants: self.applicants.clone() };
        Ok(source.read(progress)?)
    }
}

impl Drawing {
    fn seed(self) -> Option<Seed> {
        Some(Seed { value: self.seed?, source: self.source?, known_at: self.known_at? })
    }
}

impl Speech {
    fn of(&self, next: &Continued, clerk: &Clerk) -> String {
        if self.json { next.json() } else { next.told(clerk) }
    }

    /// Whether what hurts somebody may be written.
    fn allowed(&self, next: &Continued, though_it_hurts: bool, clerk: &Clerk) -> Result<(), Unable> {
        if !next.hurts() || though_it_hurts {
            return Ok(());
        }
        let said = self.of(next, clerk);
        Err(Unable::Refused(if self.json { said } else { said + "\n" + &clerk.say(&Moves::NotWritten) }))
    }

    /// What was said, and what was written.
    fn with_files(&self, said: String, files: &[impl AsRef<Path>], clerk: &Clerk) -> String {
        if self.json {
            return said;
        }
        let files = files.iter().map(|file| {
            let file = file.as_ref().display().to_string();
            clerk.say(&Lots::Written { file })
        });
        std::iter::once(said).chain(files).collect::<Vec<_>>().join("\n")
    }
}

/// The languages that the desk speaks.
fn spoken() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(["en", "pl", "sl", "ru"]).try_map(|tag| tag.parse::<Language>())
}
