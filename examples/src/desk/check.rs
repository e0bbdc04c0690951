//! Whether a folder of definitions can be used: everything that is wrong with it, or what it says.

use std::path::Path;

use comfy_table::{Cell, ContentArrangement, Table, presets};
use guildhall::intake::{Diagnostic, Diagnostics, Limits};
use guildhall::kernel::serde_json::json;
use guildhall_words::{Argument, Say};

use crate::academy::papers::Unwritten;
use crate::academy::{Clerk, Stopped, System, Unrehearsed, rehearse};

/// A folder of which nothing is wrong.
#[derive(Debug)]
pub struct Checked {
    system: System,
    steps: u64,
    warnings: Diagnostics,
}

/// What the desk says of a folder.
#[derive(Clone, Debug, Say)]
pub(super) enum Found {
    /// The columns of the table.
    File,
    Holds,
    /// The last lines.
    Sound {
        folder: String,
    },
    Rehearsed {
        steps: u64,
    },
}

/// Reads a folder, holds its files against each other, and runs the training in memory, down to its
/// papers. Nothing is stored.
///
/// # Errors
/// [`Diagnostics`]: everything that is wrong with it.
pub fn check(folder: &Path, clerk: &mut Clerk) -> Result<Checked, Diagnostics> {
    let (system, warnings) = System::check(folder)?;
    clerk.keep_time_of(&system);
    match rehearse(&system, clerk) {
        Ok(steps) => Ok(Checked { system, steps, warnings }),
        Err(error) => {
            let mut said = warnings;
            refused(&system, &error).into_iter().for_each(|fault| said.add(fault));
            Err(said)
        }
    }
}

/// What the rehearsal says, where the file asks for it.
fn refused(system: &System, error: &Unrehearsed) -> Vec<Diagnostic> {
    match error {
        Unrehearsed::Stopped(Stopped::Refused { step, origin, reason }) => {
            vec![Diagnostic::error(format!("{step}: {reason}")).at(origin.place())]
        }
        Unrehearsed::Unwritten(Unwritten::Handbook(faults)) => faults
            .iter()
            .map(|fault| {
                let place = system.place_in_handbook(fault.path());
                Diagnostic::error(fault.problem().to_string()).at(place)
            })
            .collect(),
        error => vec![Diagnostic::error(error.to_string())],
    }
}

impl Checked {
    /// What is hardly meant as it is written.
    pub const fn warnings(&self) -> &Diagnostics {
        &self.warnings
    }

    /// What each file holds, as a table `width` columns wide, and that it can be used.
    pub fn told(&self, folder: &Path, clerk: &Clerk, width: u16) -> String {
        let mut table = Table::new();
        table.load_style(presets::UTF8_FULL_CONDENSED).set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(width).set_header([clerk.say(&Found::File), clerk.say(&Found::Holds)]);
        for content in self.system.contents() {
            let held: Vec<_> = content.holds.iter().map(|held| Argument::text(clerk.say(held))).collect();
            let held = Some(held).filter(|held| !held.is_empty());
            let lines = [
                content.title.map(|title| clerk.text(title).to_owned()),
                held.map(|held| clerk.words().tell(&Argument::all(held))),
                content.when.map(|when| clerk.say(&when)),
            ];
            let holds = lines.into_iter().flatten().collect::<Vec<_>>().join("\n");
            table.add_row([Cell::new(content.file), Cell::new(holds)]);
        }
        let sound = Found::Sound { folder: folder.display().to_string() };
        let rehearsed = Found::Rehearsed { steps: self.steps };
        format!("{table}\n\n{}\n{}\n", clerk.say(&sound), clerk.say(&rehearsed))
    }

    /// What each file holds, how many steps the rehearsal took, and what is hardly meant as it is written,
    /// as one JSON document.
    pub fn json(&self, clerk: &Clerk) -> String {
        let files: Vec<_> = self
            .system
            .contents()
            .iter()
            .map(|content| {
                json!({
                    "file": content.file,
                    "title": content.title,
                    "holds": content.holds.iter().map(|held| clerk.say(held)).collect::<Vec<_>>(),
                    "when": content.when.map(|when| clerk.say(&when)),
                })
            })
            .collect();
        json!({ "files": files, "steps": self.steps, "said": self.warnings }).to_string()
    }
}

/// A fault that has no place in a file, such as an argument that leads nowhere.
pub fn fault(message: impl Into<String>) -> Diagnostics {
    let mut said = Diagnostics::new(&Limits::default());
    said.add(Diagnostic::error(message));
    said
}
