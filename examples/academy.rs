//! Runs the city-manager training of Slovenia, 2019, from its announcement to its certificates and a
//! handbook, and prints what an officer wants to see of it.
#![expect(clippy::print_stderr, reason = "a command line prints")]

use std::error::Error;
use std::io::{self, IsTerminal, Write, stdout};
use std::path::PathBuf;
use std::process::ExitCode;
use std::str::FromStr;

use clap::Parser;
use guildhall::kernel::memory::Memory;
use guildhall_examples::academy::sheet::{Layout, sheet};
use guildhall_examples::academy::{Records, Storage, System, Verified, papers, rehearse, run, verify};
use guildhall_sqlite::SqliteStore;
use indicatif::{ProgressBar, ProgressStyle};

/// Runs the city-manager training of Slovenia, 2019, whole: announcement, applications, decisions,
/// seats, modules, survey, certificates, good practices.
///
/// It reads definitions (TOML) and lists (CSV) from a folder and keeps everything in one store. A run
/// that was killed goes on where it stopped; a run over a finished training changes nothing.
#[derive(Parser)]
#[command(name = "academy", version)]
struct Arguments {
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
    match academy(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads along has seen enough.
        Err(error)
            if error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe) =>
        {
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            let mut source = error.source();
            while let Some(cause) = source {
                eprintln!("  because {cause}");
                source = cause.source();
            }
            ExitCode::FAILURE
        }
    }
}

fn academy(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let system = System::read(&arguments.data)?;
    let steps = rehearse(&system)?;
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
    bar.set_style(ProgressStyle::with_template("{bar:40} {pos}/{len} {msg}")?);
    let progress = run(&system, &*store, &mut |step| {
        bar.set_message(step.to_owned());
        bar.inc(1);
    });
    bar.finish_and_clear();
    let progress = progress?;

    let records = Records::read(&*store, &system)?;
    let written = papers::write(&papers::papers(&records)?, &arguments.out)?;
    let width = if terminal { comfy_table::Table::new().width().unwrap_or(120) } else { 120 };
    let mut screen = stdout().lock();
    write!(screen, "{}", sheet(&records, Layout { width, styled: terminal })?)?;
    let out = arguments.out.display();
    writeln!(screen, "Files in {out}: {} written, {} unchanged", written.changed, written.same)?;
    match (begun, progress.stored) {
        (_, 0) => writeln!(screen, "The store holds the whole training already: nothing has changed")?,
        (Verified::Fresh, stored) => writeln!(screen, "{stored} steps were stored")?,
        (Verified::Begun, stored) => {
            let all = progress.steps;
            writeln!(screen, "An earlier run had stopped; {stored} of {all} steps were left and are stored")?;
        }
    }
    Ok(())
}
