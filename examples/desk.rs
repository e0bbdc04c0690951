//! The desk of a programme officer: says whether a folder of definitions can be used, what may stand in
//! it, and what a register of authorities holds.
#![expect(clippy::print_stderr, reason = "a command line prints")]

use std::io::{self, IsTerminal, Write, stdout};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use guildhall::civic::Vintage;
use guildhall::intake::Diagnostics;
use guildhall::kernel::Language;
use guildhall_examples::academy::Clerk;
use guildhall_examples::desk::{check, fault, register, schema};

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
    /// Says what a register of authorities holds, which rows it refuses, and what changed
    ///
    /// A file that does not say itself as of when it is gets that after an `@`: `si_obcine.csv@2024-01-01`,
    /// `eu_lau_2019.csv@2019`.
    Register {
        /// Which register it is
        #[arg(value_enum)]
        kind: Kind,
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
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    /// Poland's TERC, as eTERYT publishes it
    Terc,
    /// The municipalities of Slovenia
    Si,
    /// Eurostat's list of local administrative units
    Lau,
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
        Task::Register { kind, file, since, nuts, all } => {
            look_up(kind, &file, since.as_ref(), nuts, all).map_err(human).and_then(|text| show(&text))
        }
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

/// The languages that the desk speaks.
fn spoken() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(["en", "pl", "sl", "ru"]).try_map(|tag| tag.parse::<Language>())
}

fn look_up(
    kind: Kind,
    file: &register::Edition,
    since: Option<&register::Edition>,
    nuts: u16,
    all: bool,
) -> Result<String, Diagnostics> {
    let kind = match kind {
        Kind::Terc => register::Kind::Terc,
        Kind::Si => register::Kind::Si,
        Kind::Lau => register::Kind::Lau,
    };
    let nuts = Vintage::new(nuts).map_err(|error| fault(error.to_string()))?;
    let newer = register::read(kind, file, nuts)?;
    let mut text = register::told(&newer, if all { usize::MAX } else { 20 });
    if let Some(older) = since {
        let older = register::read(kind, older, nuts)?;
        let changed = register::changed(&older, &newer)?;
        text.push_str(&format!("\n{} changes since {}\n", changed.len(), older.edition()));
        changed.iter().for_each(|line| text.push_str(&format!("  {line}\n")));
    }
    Ok(text.trim_end().to_owned())
}

fn width() -> u16 {
    if stdout().is_terminal() { comfy_table::Table::new().width().unwrap_or(120) } else { 120 }
}

fn show(text: &str) -> Result<(), Failure> {
    Ok(writeln!(stdout().lock(), "{text}")?)
}
