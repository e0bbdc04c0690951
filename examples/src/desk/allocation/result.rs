//! `desk allocate`, `desk audit` and `desk why`: a result made, held against its problem, and explained.

use std::path::Path;

use comfy_table::{Cell, CellAlignment, ContentArrangement, Table, presets};
use guildhall::allocation::audit::{Claim, Limit, Verdict, audit, audit_thoroughly};
use guildhall::allocation::{
    Drawn, Explanation, Outcome, Published, Reasons, Stage, WrittenRules, allocate, take_up,
};
use guildhall::kernel::serde_json::json;
use guildhall_words::Say;

use super::draw::Lots;
use super::{Given, Progress, Unable, paper, read};
use crate::academy::Clerk;

/// A problem whose lots are drawn.
#[derive(Debug)]
pub struct Ready {
    /// All but the applicants.
    pub rules: WrittenRules,
    /// The problem and its lots.
    pub drawn: Drawn,
}

/// What is said of a result.
#[derive(Clone, Debug, Say)]
pub(in crate::desk) enum Seated {
    Group,
    Seats,
    Unlimited,
    Taken,
    Full,
    Reached { limit: Limit, held: u32 },
    Summary { applications: usize, seated: usize, first: usize },
    Closed { group: String, held: u32, minimum: u32 },
}

/// What the auditor is heard to say.
#[derive(Clone, Copy, Debug, Say)]
pub(in crate::desk) enum Heard {
    Accepted { thorough: bool },
    Rejected { violations: usize },
}

/// What a letter says beside the reasons.
#[derive(Clone, Debug, Say)]
pub(in crate::desk) enum Letter {
    Lot { place: u64, applications: usize, lot: String },
    Check { problem: String, hash: String },
    Unknown { applicant: String },
    Unsound,
}

impl Ready {
    /// A problem that seats can be given out in.
    ///
    /// # Errors
    /// [`Unable::Refused`], in the clerk's words, where it is not drawn yet.
    pub fn new(given: Given, clerk: &Clerk) -> Result<Self, Unable> {
        let Given { rules, stage } = given;
        let why = match stage {
            Stage::Drawn(drawn) => return Ok(Self { rules, drawn }),
            Stage::Frozen(_) => Lots::NotDrawn,
            Stage::Late(_) => Lots::Late,
            Stage::Open(_) => Lots::NotFrozen,
        };
        Err(Unable::Refused(clerk.say(&why)))
    }

    /// Gives out the seats.
    ///
    /// # Errors
    /// [`Unable::Refused`], in the clerk's words.
    pub fn allocate(&self, progress: &Progress, clerk: &Clerk) -> Result<Outcome, Unable> {
        progress.begins(self.rules.id.as_str());
        allocate(&self.drawn).map_err(|error| Unable::refused(&error, clerk))
    }

    /// Reads a result and holds it against the problem.
    ///
    /// # Errors
    /// [`Unable::Files`], if it cannot be read.
    pub fn audit(&self, result: &Path, thorough: bool, progress: &Progress) -> Result<Audited, Unable> {
        let published = read(result, progress, Ok::<Published, super::NoFaults>)?;
        progress.begins(published.problem.as_str());
        let (problem, lists) = (self.drawn.problem(), self.drawn.lists());
        let audit = if thorough { audit_thoroughly } else { audit };
        let verdict = audit(problem, &lists, &published);
        Ok(Audited { verdict, thorough, published })
    }

    /// The result as a claim and as an outcome to go on from.
    pub fn take_up(&self, published: &Published) -> (Claim, Outcome) {
        let (claim, _) = Claim::read(published, self.drawn.problem(), &self.drawn.lists());
        let outcome = take_up(&self.drawn, &claim);
        (claim, outcome)
    }
}

/// What there is to say of seats that were given out: a line for each group, and how it came out.
pub fn told(published: &Published, rules: &WrittenRules, width: u16, clerk: &Clerk) -> String {
    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(width);
    table.set_header(
        [Seated::Group, Seated::Seats, Seated::Taken, Seated::Full].map(|column| clerk.say(&column)),
    );
    for group in &published.groups {
        let seats =
            group.capacity.seats().map_or_else(|| clerk.say(&Seated::Unlimited), |seats| clerk.tell(&seats));
        let reached = group.tight.iter().map(|tight| {
            let limit = match tight.within.as_slice() {
                [] => Limit::Capacity,
                within => Limit::Quota { within: within.to_vec() },
            };
            clerk.say(&Seated::Reached { limit, held: tight.held })
        });
        let number = |text| Cell::new(text).set_alignment(CellAlignment::Right);
        table.add_row([
            Cell::new(&group.group),
            number(seats),
            number(clerk.tell(&group.held)),
            Cell::new(reached.collect::<Vec<_>>().join("\n")),
        ]);
    }
    let seated = published.assignments.iter().filter(|one| one.group.is_some()).count();
    let first =
        published.assignments.iter().filter(|one| one.choice == Some(std::num::NonZeroU32::MIN)).count();
    let mut lines = vec![table.to_string(), String::new()];
    for closure in &published.closures {
        let minimum =
            rules.groups.iter().find(|group| group.id == closure.group).map_or(0, |group| group.minimum);
        let group = closure.group.to_string();
        lines.push(clerk.say(&Seated::Closed { group, held: closure.held, minimum }));
    }
    lines.push(clerk.say(&Seated::Summary { applications: published.assignments.len(), seated, first }));
    lines.join("\n")
}

/// The same for a program: the groups, and what it took.
pub fn json(published: &Published, outcome: &Outcome) -> String {
    let work = outcome.work();
    let seated = published.assignments.iter().filter(|one| one.group.is_some()).count();
    json!({
        "problem": published.problem,
        "hash": published.hash,
        "applications": published.assignments.len(),
        "seated": seated,
        "groups": published.groups,
        "closures": published.closures,
        "work": {
            "proposals": work.proposals, "evictions": work.evictions, "heap_operations": work.heap_operations,
        },
    })
    .to_string()
}

/// A result that was held against its problem.
#[derive(Debug)]
pub struct Audited {
    /// What the auditor says.
    pub verdict: Verdict,
    /// Whether all seats were given out again.
    pub thorough: bool,
    /// The result.
    pub published: Published,
}

impl Audited {
    /// What the auditor says, a line each.
    pub fn told(&self, clerk: &Clerk) -> String {
        let violations = self.verdict.violations();
        let mut lines: Vec<_> = violations.iter().map(|violation| clerk.say(violation)).collect();
        lines.push(clerk.say(&match violations.len() {
            0 => Heard::Accepted { thorough: self.thorough },
            violations => Heard::Rejected { violations },
        }));
        lines.join("\n")
    }

    /// The same as JSON.
    pub fn json(&self) -> String {
        json!(self.verdict).to_string()
    }

    /// The result, if the auditor accepts it.
    ///
    /// # Errors
    /// [`Unable::Refused`], with what the auditor says.
    pub fn accepted(self, clerk: &Clerk) -> Result<Published, Unable> {
        if self.verdict.is_accepted() {
            return Ok(self.published);
        }
        Err(Unable::Refused(self.told(clerk) + "\n" + &clerk.say(&Letter::Unsound)))
    }
}

/// Why one applicant got what they got.
#[derive(Debug)]
pub struct Why {
    explanation: Explanation,
    said: Vec<String>,
}

impl Why {
    /// Looks it up in a result.
    ///
    /// # Errors
    /// [`Unable::Refused`], if nobody of this id applied.
    pub fn of(ready: &Ready, published: &Published, id: &str, clerk: &Clerk) -> Result<Self, Unable> {
        let (drawn, problem) = (&ready.drawn, ready.drawn.problem());
        let unknown = || Unable::refused(&Letter::Unknown { applicant: id.to_owned() }, clerk);
        let applicant = problem.find_applicant(id).ok_or_else(unknown)?;
        let (claim, _) = ready.take_up(published);
        let explanation = Reasons::new(drawn, &claim).explain(applicant);
        let mut said = vec![clerk.say(&explanation)];
        said.extend(explanation.missed.iter().map(|missed| clerk.say(missed)));
        said.push(clerk.say(&Letter::Lot {
            place: u64::from(drawn.position(applicant)) + 1,
            applications: problem.applicants().len(),
            lot: drawn.key(applicant).to_string(),
        }));
        said.push(
            clerk.say(&Letter::Check { problem: problem.id().to_string(), hash: problem.hash().to_string() }),
        );
        Ok(Self { explanation, said })
    }

    /// A letter, a paragraph each, `width` columns wide.
    pub fn letter(&self, width: u16) -> String {
        let wrapped = |text: &String| wrapped(text, usize::from(width));
        self.said.iter().map(wrapped).collect::<Vec<_>>().join("\n\n")
    }

    /// The reasons as data.
    pub fn json(&self) -> String {
        json!(self.explanation).to_string()
    }
}

/// A paragraph in lines that are no longer than they have to be.
fn wrapped(text: &str, width: usize) -> String {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last().map_or(0, |line| line.chars().count());
        if line > 0 && line + 1 + word.chars().count() > width {
            lines.push(word.to_owned());
        } else if let Some(last) = lines.last_mut() {
            if line > 0 {
                last.push(' ');
            }
            last.push_str(word);
        }
    }
    lines.join("\n")
}

/// Writes a result.
///
/// # Errors
/// [`Unable::Files`], if it cannot be written.
pub fn write(published: &Published, out: &Path) -> Result<(), Unable> {
    Ok(paper::write(published, out)?)
}
