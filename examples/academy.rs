//! Runs the city-manager training of Slovenia, 2019, from its announcement to its certificates and a
//! handbook, and prints what an officer wants to see of it.
#![expect(clippy::print_stderr, reason = "a command line prints")]

use std::io::{self, IsTerminal, Write, stderr, stdout};
use std::path::PathBuf;
use std::process::ExitCode;
use std::str::FromStr;

use clap::{Parser, ValueEnum};
use guildhall::kernel::Language;
use guildhall::kernel::memory::Memory;
use guildhall_examples::academy::sheet::{Layout, sheet};
use guildhall_examples::academy::{
    Clerk, Closing, Failure, Records, Storage, System, Verified, papers, rehearse, run, verify,
};
use guildhall_sqlite::SqliteStore;
use indicatif::{ProgressBar, ProgressStyle};

/// Runs the city-manager training of Slovenia, 2019, whole: announcement, applications, decisions,
/// seats, modules, survey, certificates, good practices.
///
/// It reads definitions (TOML) and lists (CSV) from a folder and keeps everything in one store. A run
/// that was killed goes on where it stopped; a run over a finished training changes nothing.
///
/// The sheet and the register come in the language of `--lang`. The certificates are documents of a
/// Slovene issuer: they are in Slovene, with the language of `--lang` below it where that is another.
/// The handbook comes in Slovene, in English and in the language of `--lang`.
#[derive(Parser)]
#[command(name = "academy", version)]
struct Arguments {
    /// The language in which it speaks
    #[arg(long, value_name = "LANGUAGE", value_enum, default_value_t = Speech::En)]
    lang: Speech,
    /// Where the records are kept: `memory`, or `sqlite:` and the path of a file
    #[arg(long, value_name = "STORE", default_value = "sqlite:out/city_managers/training.sqlite")]
    store: Kept,
    /// The folder for the register, the certificates and the handbook
    #[arg(long, value_name = "DIR", default_value = "out/city_managers")]
    out: PathBuf,
    /// The folder of definitions and lists
    #[arg(long, value_name = "DIR", default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/data/city_managers"))]
    data: PathBuf,
}

/// The languages that the academy speaks.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Speech {
    /// English
    En,
    /// Polish
    Pl,
    /// Slovene
    Sl,
    /// Russian
    Ru,
}

impl Speech {
    const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Pl => "pl",
            Self::Sl => "sl",
            Self::Ru => "ru",
        }
    }
}

/// Where records are kept.
#[derive(Clone, Debug)]
enum Kept {
    Memory,
    Sqlite(PathBuf),
}

impl FromStr for Kept {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once(':') {
            None if text == "memory" => Ok(Self::Memory),
            Some(("sqlite", path)) if !path.is_empty() => Ok(Self::Sqlite(path.into())),
            _ => Err("expected `memory`, or `sqlite:` and the path of a file".to_owned()),
        }
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut clerk = match arguments.lang.tag().parse::<Language>() {
        Ok(language) => Clerk::new(language),
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    match academy(&arguments, &mut clerk) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads along has seen enough.
        Err(Failure::Screen(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            for line in failure.told(&clerk, stderr().is_terminal()) {
                eprintln!("{line}");
            }
            ExitCode::FAILURE
        }
    }
}

fn academy(arguments: &Arguments, clerk: &mut Clerk) -> Result<(), Failure> {
    let system = System::read(&arguments.data)?;
    clerk.keep_time_of(&system);
    let steps = rehearse(&system, clerk)?;
    papers::prepare(&arguments.out)?;
    let store: Box<dyn Storage> = match &arguments.store {
        Kept::Memory => Box::new(Memory::default()),
        Kept::Sqlite(path) => {
            if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
                papers::prepare(folder)?;
            }
            Box::new(SqliteStore::open(path)?)
        }
    };
    let begun = verify(&system, &*store)?;

    // Shown on a terminal, absent in a pipe.
    let terminal = stdout().is_terminal();
    let bar = if terminal { ProgressBar::new(steps) } else { ProgressBar::hidden() };
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} {msg}") {
        bar.set_style(style);
    }
    let progress = run(&system, &*store, &mut |deed| {
        bar.set_message(clerk.say(deed));
        bar.inc(1);
    });
    bar.finish_and_clear();
    let progress = progress?;

    let records = Records::read(&*store, &system)?;
    let written = papers::write(&papers::papers(&records, clerk)?, &arguments.out)?;
    let width = if terminal { comfy_table::Table::new().width().unwrap_or(120) } else { 120 };
    let files = Closing::Files {
        out: arguments.out.display().to_string(),
        changed: written.changed,
        same: written.same,
    };
    let came = match (begun, progress.stored) {
        (_, 0) => Closing::Same,
        (Verified::Fresh, stored) => Closing::Stored { stored },
        (Verified::Begun, stored) => Closing::Resumed { stored, steps: progress.steps },
    };
    let mut screen = stdout().lock();
    write!(screen, "{}", sheet(&records, clerk, Layout { width, styled: terminal })?)?;
    writeln!(screen, "{}", clerk.say(&files))?;
    writeln!(screen, "{}", clerk.say(&came))?;
    Ok(())
}
