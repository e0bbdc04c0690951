//! `desk rerun` and `desk change`: what becomes of a result once people have answered, or once rules change.

use std::collections::BTreeSet;
use std::path::Path;

use clap::ValueEnum;
use comfy_table::{Cell, Table, presets};
use guildhall::allocation::audit::Claim;
use guildhall::allocation::{
    Applicant, Drawn, Group, Outcome, Published, Reasons, Rerun, Standings, WrittenStandings, chain, change,
    protect, rerun,
};
use guildhall::kernel::serde_json::json;
use guildhall_words::Say;

use super::result::Ready;
use super::{Progress, Unable, read};
use crate::academy::Clerk;

/// How free seats are filled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Way {
    /// The whole allocation is run again with the same lots: the best for everybody
    #[default]
    Again,
    /// One seat after another: whoever comes first moves in, and then somebody into theirs
    Chain,
    /// The same under any mechanism, and nobody loses a seat
    Protect,
}

/// What a re-run or a change came to.
#[derive(Debug)]
pub struct Continued {
    /// What was solved, and what the result is a result of.
    pub drawn: Drawn,
    /// The new result.
    pub published: Published,
    moves: Vec<Moved>,
    hurt: Vec<String>,
}

/// Somebody who has something else than before.
#[derive(Debug)]
struct Moved {
    id: String,
    from: Option<String>,
    to: Option<String>,
    how: How,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    Up,
    Gone,
    Worse,
}

/// What is said of who moved.
#[derive(Clone, Debug, Say)]
pub(in crate::desk) enum Moves {
    Applicant,
    Before,
    Now,
    What,
    Up,
    Gone,
    Worse,
    None,
    Nobody,
    Summary { up: usize, gone: usize, worse: usize },
    NotWritten,
    Unharmed,
}

/// Runs an allocation again with what people answered.
///
/// # Errors
/// [`Unable`], if the answers cannot be used or the mechanism cannot run again.
pub fn continued(
    ready: &Ready,
    published: &Published,
    standings: &Path,
    way: Way,
    progress: &Progress,
    clerk: &Clerk,
) -> Result<Continued, Unable> {
    let (drawn, problem) = (&ready.drawn, ready.drawn.problem());
    let (_, held) = ready.take_up(published);
    let standings =
        read(standings, progress, |written: WrittenStandings| Standings::new(&written, problem, &held))?;
    progress.begins(problem.id().as_str());
    let done = match way {
        Way::Again => rerun(drawn, &held, &standings).map_err(|error| Unable::refused(&error, clerk))?,
        Way::Chain => {
            let chained = chain(drawn, &held, &standings).map_err(|error| Unable::refused(&error, clerk))?;
            chained.into_rerun()
        }
        Way::Protect => {
            let cut = standings.cut(drawn, &held);
            let protected = protect(drawn, &held, &cut).map_err(|error| Unable::refused(&error, clerk))?;
            Rerun::between(drawn, &held, &standings, cut, protected.into_outcome())
        }
    };
    let id = |applicant| problem.applicant_id(applicant).to_owned();
    let group = |group: Option<Group>| group.map(|group| problem.group_id(group).to_owned());
    let moved = |how| {
        move |one: &guildhall::allocation::Move| Moved {
            id: id(one.applicant),
            from: group(one.from),
            to: group(one.to),
            how,
        }
    };
    let mut moves: Vec<_> = done.risen().iter().map(moved(How::Up)).collect();
    moves.extend(done.left().iter().map(moved(How::Gone)));
    moves.extend(done.hurt().iter().map(moved(How::Worse)));
    let hurt = done.hurt().iter().map(|one| one.applicant);
    let hurt = explained(done.drawn(), done.outcome(), hurt, clerk);
    let published = done.outcome().publish(done.drawn());
    Ok(Continued { drawn: done.drawn().clone(), published, moves, hurt })
}

/// Holds a result against changed rules, and protects those who have a seat, if that is wanted.
///
/// # Errors
/// [`Unable`], if the changed rules need another draw.
pub fn changed(
    ready: &Ready,
    published: &Published,
    after: &Ready,
    protected: bool,
    clerk: &Clerk,
) -> Result<Continued, Unable> {
    let (_, held) = ready.take_up(published);
    let (before, drawn) = (&ready.drawn, &after.drawn);
    let (outcome, worse) = if protected {
        let done = protect(before, &held, drawn).map_err(|error| Unable::refused(&error, clerk))?;
        (done.into_outcome(), BTreeSet::new())
    } else {
        let harm = change(before, &held, drawn).map_err(|error| Unable::refused(&error, clerk))?;
        let worse = harm.hurt().iter().map(|hurt| hurt.applicant).collect();
        (harm.into_outcome(), worse)
    };
    let (old, new) = (before.problem(), drawn.problem());
    let mut moves = Vec::new();
    for applicant in new.applicants() {
        let id = new.applicant_id(applicant);
        let had = old.find_applicant(id).and_then(|one| held.seat(one)).map(|seat| old.group_id(seat));
        let has = outcome.seat(applicant).map(|seat| new.group_id(seat));
        if had == has {
            continue;
        }
        let how = match has {
            _ if worse.contains(&applicant) => How::Worse,
            Some(_) => How::Up,
            // A seat that somebody took off their own list.
            None => How::Gone,
        };
        moves.push(Moved {
            id: id.to_owned(),
            from: had.map(str::to_owned),
            to: has.map(str::to_owned),
            how,
        });
    }
    let hurt = explained(drawn, &outcome, worse, clerk);
    Ok(Continued { drawn: drawn.clone(), published: outcome.publish(drawn), moves, hurt })
}

/// Why those who are hurt get nothing that they had.
fn explained(
    drawn: &Drawn,
    outcome: &Outcome,
    hurt: impl IntoIterator<Item = Applicant>,
    clerk: &Clerk,
) -> Vec<String> {
    let closed: Vec<_> = outcome.closures().iter().map(|closure| (closure.group, closure.held)).collect();
    let claim = Claim::new(drawn.problem(), |one| outcome.seat(one), &closed);
    let mut reasons = Reasons::new(drawn, &claim);
    let mut said = Vec::new();
    for applicant in hurt {
        let explanation = reasons.explain(applicant);
        said.push(clerk.say(&explanation));
        said.extend(explanation.missed.iter().map(|missed| format!("  {}", clerk.say(missed))));
    }
    said
}

impl Continued {
    /// Whether somebody has less than before.
    pub fn hurts(&self) -> bool {
        self.moves.iter().any(|moved| moved.how == How::Worse)
    }

    /// Who moved, and whom it hurts and why.
    pub fn told(&self, clerk: &Clerk) -> String {
        let mut lines = Vec::new();
        if self.moves.is_empty() {
            lines.push(clerk.say(&Moves::Nobody));
        } else {
            let mut table = Table::new();
            table.load_style(presets::UTF8_FULL_CONDENSED);
            let columns = [Moves::Applicant, Moves::Before, Moves::Now, Moves::What];
            table.set_header(columns.map(|column| clerk.say(&column)));
            let seat = |seat: &Option<String>| seat.clone().unwrap_or_else(|| clerk.say(&Moves::None));
            for Moved { id, from, to, how } in &self.moves {
                let what = match how {
                    How::Up => Moves::Up,
                    How::Gone => Moves::Gone,
                    How::Worse => Moves::Worse,
                };
                table.add_row([
                    Cell::new(id),
                    Cell::new(seat(from)),
                    Cell::new(seat(to)),
                    Cell::new(clerk.say(&what)),
                ]);
            }
            lines.push(table.to_string());
            let count = |how| self.moves.iter().filter(|moved| moved.how == how).count();
            let (up, gone, worse) = (count(How::Up), count(How::Gone), count(How::Worse));
            lines.push(clerk.say(&Moves::Summary { up, gone, worse }));
        }
        lines.extend(self.hurt.iter().cloned());
        if !self.hurts() {
            lines.push(clerk.say(&Moves::Unharmed));
        }
        lines.join("\n")
    }

    /// The same as JSON.
    pub fn json(&self) -> String {
        let moves: Vec<_> = self
            .moves
            .iter()
            .map(|Moved { id, from, to, how }| {
                let how = match how {
                    How::Up => "up",
                    How::Gone => "gone",
                    How::Worse => "worse",
                };
                json!({ "applicant": id, "from": from, "to": to, "how": how })
            })
            .collect();
        json!({ "problem": self.published.hash, "moves": moves }).to_string()
    }
}
