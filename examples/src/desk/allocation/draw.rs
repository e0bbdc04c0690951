//! `desk draw`: freezes the lists, draws the lots, and computes a published draw again, so that anyone can.

use comfy_table::{Cell, CellAlignment, Table, presets};
use guildhall::allocation::{Applicant, Drawn, LotteryKey, Seed, Stage, Statement, WrittenList};
use guildhall::kernel::Time;
use guildhall::kernel::serde_json::json;
use guildhall_words::Say;

use super::{Given, Unable};
use crate::academy::Clerk;

/// What is to be done about the draw.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Freezes what is not frozen yet, at this instant.
    pub frozen_at: Option<Time>,
    /// Draws what is not drawn yet.
    pub seed: Option<Seed>,
    /// Draws a list again, with this seed, for this reason.
    pub again: Option<(u8, Statement)>,
}

/// How far a draw has come.
#[derive(Debug)]
pub struct Draw {
    given: Given,
    fresh: bool,
}

/// What is said of a draw.
#[derive(Clone, Debug, Say)]
pub(in crate::desk) enum Lots {
    List { list: u8, applicants: usize, hash: String },
    NotFrozen,
    Late,
    Frozen { at: Time },
    Publish,
    NotDrawn,
    Seed { list: u8, value: String, source: String, known_at: Time },
    Redrawn { list: u8, reason: String },
    Computed,
    More { count: usize },
    Place,
    Applicant,
    Lot,
    Written { file: String },
    AlreadyFrozen,
    AlreadyDrawn,
    NothingToDraw,
    NothingToRedraw,
}

impl Draw {
    /// Does what is wanted, as far as the order of things allows.
    ///
    /// # Errors
    /// [`Unable::Refused`], in the clerk's words, where it does not.
    pub fn new(given: Given, wanted: &Wanted, clerk: &Clerk) -> Result<Self, Unable> {
        let Given { rules, mut stage } = given;
        let no = |why: Lots| Unable::Refused(clerk.say(&why));
        let mut fresh = false;
        if let Some(at) = wanted.frozen_at {
            stage = match stage {
                Stage::Open(problem) => Stage::Frozen(problem.freeze(at)),
                Stage::Late(late) => {
                    Stage::Frozen(late.freeze(at).map_err(|error| Unable::refused(&error, clerk))?)
                }
                Stage::Frozen(_) | Stage::Drawn(_) => return Err(no(Lots::AlreadyFrozen)),
            };
            fresh = true;
        }
        match (&wanted.seed, &wanted.again) {
            (Some(seed), Some((list, reason))) => {
                let Stage::Drawn(drawn) = &stage else { return Err(no(Lots::NothingToRedraw)) };
                let again = drawn.redraw(*list, seed.clone(), reason.clone());
                stage = Stage::Drawn(again.map_err(|error| Unable::refused(&error, clerk))?);
                fresh = true;
            }
            (Some(seed), None) => {
                let frozen = match &stage {
                    Stage::Frozen(frozen) => frozen,
                    Stage::Drawn(_) => return Err(no(Lots::AlreadyDrawn)),
                    Stage::Open(_) | Stage::Late(_) => return Err(no(Lots::NothingToDraw)),
                };
                stage = Stage::Drawn(frozen.draw(seed).map_err(|error| Unable::refused(&error, clerk))?);
                fresh = true;
            }
            (None, _) => {}
        }
        Ok(Self { given: Given { rules, stage }, fresh })
    }

    /// The problem and how far it has come.
    pub const fn given(&self) -> &Given {
        &self.given
    }

    /// What was frozen and drawn.
    pub fn lists(&self) -> Vec<WrittenList> {
        match &self.given.stage {
            Stage::Open(_) => Vec::new(),
            Stage::Late(late) => late.lists(),
            Stage::Frozen(frozen) => frozen.lists(),
            Stage::Drawn(drawn) => drawn.lists(),
        }
    }

    /// How far it has come, and the order of the first `shown`.
    pub fn told(&self, shown: usize, clerk: &Clerk) -> String {
        let problem = self.given.stage.problem();
        let mut lines = Vec::new();
        let count = |list: u8| problem.applicants().filter(|one| problem.list(*one) == list).count();
        let lists = match &self.given.stage {
            // What a freeze would publish: the hash says nothing of when.
            Stage::Open(problem) => problem.clone().freeze(Time::UNIX_EPOCH).lists(),
            _ => self.lists(),
        };
        for (list, written) in (1..).zip(&lists) {
            let (applicants, hash) = (count(list), written.hash.to_string());
            lines.push(clerk.say(&Lots::List { list, applicants, hash }));
            if !matches!(self.given.stage, Stage::Open(_)) {
                lines.push(clerk.say(&Lots::Frozen { at: written.frozen_at }));
            }
            let seed = |seed: &Seed| Lots::Seed {
                list,
                value: seed.value.to_string(),
                source: seed.source.to_string(),
                known_at: seed.known_at,
            };
            lines.extend(written.seed.iter().map(|one| clerk.say(&seed(one))));
            for again in &written.redrawn {
                lines.push(clerk.say(&Lots::Redrawn { list, reason: again.reason.to_string() }));
                lines.push(clerk.say(&seed(&again.seed)));
            }
        }
        match &self.given.stage {
            Stage::Open(_) => lines.push(clerk.say(&Lots::NotFrozen)),
            Stage::Late(_) => lines.push(clerk.say(&Lots::Late)),
            Stage::Frozen(_) if self.fresh => lines.push(clerk.say(&Lots::Publish)),
            Stage::Frozen(_) => lines.push(clerk.say(&Lots::NotDrawn)),
            Stage::Drawn(drawn) => {
                lines.push(String::new());
                lines.push(table(drawn, shown, clerk));
                let more = problem.applicants().len().saturating_sub(shown);
                if more > 0 {
                    lines.push(clerk.say(&Lots::More { count: more }));
                }
                lines.push(clerk.say(&Lots::Computed));
            }
        }
        lines.join("\n")
    }

    /// The same as one JSON document, with the whole order.
    pub fn json(&self) -> String {
        let problem = self.given.stage.problem();
        let order: Vec<_> = match &self.given.stage {
            Stage::Drawn(drawn) => ordered(drawn)
                .into_iter()
                .map(|(applicant, key)| json!({ "applicant": problem.applicant_id(applicant), "lot": key }))
                .collect(),
            _ => Vec::new(),
        };
        let lists = match &self.given.stage {
            Stage::Open(problem) => problem.clone().freeze(Time::UNIX_EPOCH).lists(),
            _ => self.lists(),
        };
        let hashes: Vec<_> = lists.iter().map(|list| list.hash).collect();
        json!({ "id": problem.id(), "problem": problem.hash(), "hashes": hashes, "lists": self.lists(), "order": order })
            .to_string()
    }
}

/// Everybody with their lots, in the order of the draw.
fn ordered(drawn: &Drawn) -> Vec<(Applicant, LotteryKey)> {
    let mut all: Vec<_> = drawn.keys().collect();
    all.sort_unstable_by_key(|(applicant, _)| drawn.position(*applicant));
    all
}

fn table(drawn: &Drawn, shown: usize, clerk: &Clerk) -> String {
    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED);
    table.set_header([Lots::Place, Lots::Applicant, Lots::Lot].map(|column| clerk.say(&column)));
    for (place, (applicant, key)) in (1_usize..).zip(ordered(drawn)).take(shown) {
        let place = Cell::new(clerk.tell(&place)).set_alignment(CellAlignment::Right);
        let id = Cell::new(drawn.problem().applicant_id(applicant));
        table.add_row([place, id, Cell::new(key.to_string())]);
    }
    table.to_string()
}
