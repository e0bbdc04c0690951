//! A folder of 10,000 lines of definitions, read and checked with its places, beside a bare `toml` that
//! only parses the same texts.

use std::hint::black_box;
use std::path::Path;

use guildhall::practice::Record;
use guildhall::programme::{EditionDefinition, ProgrammeDefinition};
use guildhall_benches::{duel, timed};
use guildhall_intake::{Folder, Limits};

use super::Outcome;

const LINES: usize = 10_000;

/// Lines per second, from the bytes of the files to values that passed their constructors.
pub(super) fn lines() -> Outcome {
    let files = files()?;
    let lines = files.iter().map(|(_, text)| text.lines().count()).sum::<usize>();
    let expected = files.len();
    let result = duel::<Box<dyn std::error::Error>>(
        41,
        |_| {
            let folder = files.iter().fold(Folder::new(&Limits::default()), |folder, (name, text)| {
                folder.with(name, text.as_bytes())
            });
            timed(|| {
                let mut folder = folder;
                let programmes = folder.definitions::<ProgrammeDefinition>("programmes", &[]);
                let editions = folder.definitions::<EditionDefinition>("editions", &[]);
                let records = folder.definitions::<Record>("practices", &[]);
                let read = programmes.len() + editions.len() + records.len();
                black_box((programmes, editions, records));
                folder.close()?;
                if read == expected { Ok(()) } else { Err(format!("{read} files of {expected}").into()) }
            })
        },
        |_| {
            timed(|| {
                for (_, text) in &files {
                    black_box(toml::from_str::<toml::Table>(text)?);
                }
                Ok(())
            })
        },
    )?;
    result.report("intake_definitions", u32::try_from(lines)?, "lines");
    Ok(())
}

/// What the officers of one training wrote, so often that it is long enough: programmes, editions and
/// practices in turn.
fn files() -> Result<Vec<(String, String)>, Box<dyn std::error::Error>> {
    let written = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data/city_managers");
    let mut kinds = vec![
        ("programmes", std::fs::read_to_string(written.join("programme.toml"))?),
        ("editions", std::fs::read_to_string(written.join("edition.toml"))?),
    ];
    for entry in std::fs::read_dir(written.join("practices"))? {
        let path = entry?.path();
        if !path.ends_with("owners.toml") {
            kinds.push(("practices", std::fs::read_to_string(path)?));
        }
    }
    let mut files = Vec::new();
    let mut lines = 0;
    for (folder, text) in kinds.iter().cycle() {
        if lines >= LINES {
            break;
        }
        lines += text.lines().count();
        files.push((format!("{folder}/{:03}.toml", files.len()), text.clone()));
    }
    Ok(files)
}
