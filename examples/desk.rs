//! The desk of a programme officer: says whether a folder of definitions can be used, what may stand in
//! it, what a register of authorities holds, and what rules say of people.
#![expect(clippy::print_stderr, reason = "a command line prints")]

use std::io::{self, IsTerminal, Write, stdout};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use guildhall::civic::Vintage;
use guildhall::intake::Diagnostics;
use guildhall::kernel::Language;
use guildhall_examples::academy::Clerk;
use guildhall_examples::desk::{allocation, check, fault, register, rules, schema, spoken};
use indicatif::{ProgressBar, ProgressStyle};

/// Checks what programme officers write, before anything is made of it.
#[derive(Parser)]
#[command(name = "desk", version)]
struct Arguments {
    /// Whether what is said is coloured
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto)]
    colour: Colour,
    #[command(subcommand)]
    task: Task,
}

#[derive(Clone, Copy, ValueEnum)]
enum Colour {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Everywhere
    Always,
    /// Nowhere
    Never,
}

#[derive(Subcommand)]
enum Task {
    /// Says everything that is wrong with a folder of definitions, or what it holds
    ///
    /// The folder is that of a training such as `examples/data/city_managers`. Its files are held against
    /// each other, and the training is run in memory. Nothing is stored. Ends with 1 if anything is wrong.
    Check {
        /// The folder
        folder: PathBuf,
        /// Says it as one JSON document
        #[arg(long)]
        json: bool,
        /// The language in which it says what the folder holds; faults are told in English
        #[arg(long, value_name = "LANGUAGE", default_value = "en", value_parser = spoken())]
        lang: Language,
    },
    /// Prints the JSON schema of a definition, for editors that check while one types
    Schema {
        /// The file, such as `programme.toml`; `practices/*.toml` for any of the practices
        file: String,
    },
    /// Looks at rules: whether they hold together, what they say of people and why, whom a new version changes
    #[command(after_help = "\
Ends with 0 if there is an answer, whatever it is; with 1 if files have faults, which are said on the
standard output, or if a question was given up; with 2 if the command line cannot be understood.")]
    Rules {
        #[command(subcommand)]
        task: rules::Task,
    },
    /// Says what a register of authorities holds, which rows it refuses, and what changed
    ///
    /// A file that does not say itself as of when it is gets that after an `@`: `si_obcine.csv@2024-01-01`,
    /// `eu_lau_2019.csv@2019`.
    Register {
        /// Which register it is
        #[arg(value_enum)]
        kind: register::Kind,
        /// Its file
        file: register::Edition,
        /// An older edition, to say what changed since
        #[arg(long, value_name = "FILE")]
        since: Option<register::Edition>,
        /// The version of the statistical regions in it
        #[arg(long, value_name = "YEAR", default_value_t = 2016)]
        nuts: u16,
        /// Shows every refused row
        #[arg(long)]
        all: bool,
        /// The language in which it says what the register holds; faults are told in English
        #[arg(long, value_name = "LANGUAGE", default_value = "en", value_parser = spoken())]
        lang: Language,
    },
    #[command(flatten)]
    Seats(allocation::Task),
}

/// Why the desk could not say what was asked for.
enum Failure {
    /// Something is wrong with what was given.
    Said(String),
    /// Nobody listens any more, or the terminal is gone.
    Screen(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Screen(error)
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let styled = match arguments.colour {
        Colour::Auto => stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
        Colour::Always => true,
        Colour::Never => false,
    };
    let human = |said: Diagnostics| Failure::Said(said.human(styled));
    let done = match arguments.task {
        Task::Check { folder, json: true, lang } => {
            let mut clerk = Clerk::new(lang);
            match check(&folder, &mut clerk) {
                Ok(checked) => show(&checked.json(&clerk)),
                Err(said) => Err(Failure::Said(said.json())),
            }
        }
        Task::Check { folder, json: false, lang } => {
            let mut clerk = Clerk::new(lang);
            check(&folder, &mut clerk).map_err(human).and_then(|checked| {
                if checked.warnings().warnings() > 0 {
                    show(&checked.warnings().human(styled))?;
                }
                show(checked.told(&folder, &clerk, width()).trim_end())
            })
        }
        Task::Schema { file } => schema::schema(&file).map_err(human).and_then(|schema| show(&schema)),
        Task::Rules { task } => {
            // It is drawn beside what is said, and only if that is a terminal.
            let bar = ProgressBar::new_spinner();
            let answer = task.answer(rules::Layout::wide(width()), &mut |progress| advance(&bar, progress));
            bar.finish_and_clear();
            match answer {
                Ok(text) => show(text.trim_end()),
                Err(said) if task.is_json() => Err(Failure::Said(said.json())),
                Err(said) => Err(human(said)),
            }
        }
        Task::Register { kind, file, since, nuts, all, lang } => {
            let clerk = Clerk::new(lang);
            look_up(kind, &file, since.as_ref(), nuts, all, &clerk)
                .map_err(human)
                .and_then(|text| show(&text))
        }
        Task::Seats(task) => match task.run(width(), &allocation::Progress::on_terminal()) {
            Ok(text) => show(&text),
            Err(allocation::Unable::Files(said)) => Err(human(said)),
            Err(allocation::Unable::Refused(text)) => Err(Failure::Said(text)),
        },
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads along has seen enough.
        Err(Failure::Screen(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Screen(error)) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
        Err(Failure::Said(text)) => {
            _ = show(text.trim_end());
            ExitCode::FAILURE
        }
    }
}

fn look_up(
    kind: register::Kind,
    file: &register::Edition,
    since: Option<&register::Edition>,
    nuts: u16,
    all: bool,
    clerk: &Clerk,
) -> Result<String, Diagnostics> {
    let nuts = Vintage::new(nuts).map_err(|error| fault(error.to_string()))?;
    let newer = register::read(kind, file, nuts)?;
    let mut text = register::told(&newer, if all { usize::MAX } else { 20 }, clerk);
    if let Some(older) = since {
        let older = register::read(kind, older, nuts)?;
        text.push('\n');
        text.push_str(&register::changed(&older, &newer, clerk)?);
    }
    Ok(text.trim_end().to_owned())
}

/// Shows how far a long answer has come: how many people are read, then how much is left to ask.
fn advance(bar: &ProgressBar, progress: rules::Progress) {
    let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    match progress {
        rules::Progress::Read(done) => {
            bar.set_message(done.to_string());
            bar.tick();
        }
        rules::Progress::Asked { done, of } => {
            if bar.length().is_none() {
                bar.set_style(ProgressStyle::default_bar());
                bar.set_length(count(of));
            }
            bar.set_position(count(done));
        }
    }
}

fn width() -> u16 {
    if stdout().is_terminal() { comfy_table::Table::new().width().unwrap_or(120) } else { 120 }
}

fn show(text: &str) -> Result<(), Failure> {
    Ok(writeln!(stdout().lock(), "{text}")?)
}
