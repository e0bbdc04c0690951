//! Whom a new version of a rule changes: classes of people, each with somebody who shows it, and people by
//! their references.

use comfy_table::{ContentArrangement, Table, presets};
use guildhall::rules::analysis::{Analysis, Changed, Diff, Inconclusive, Moved, Semantics};
use guildhall::rules::{RuleSet, Verdict};
use serde::Serialize;

use super::{Change, Column, Line, Person, Voice};

/// What a new version changes.
#[derive(Clone, Debug, Serialize)]
pub struct Differs {
    #[serde(flatten)]
    diff: Diff,
    /// Of how many people on the list.
    of: usize,
    /// Those of them whose verdict changes.
    people: Vec<Turned>,
}

/// Somebody on a list whose verdict changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Turned {
    /// Their reference.
    pub person: String,
    /// What the old version says.
    pub from: Verdict,
    /// What the new version says.
    pub to: Verdict,
    #[serde(skip)]
    moved: Moved,
}

/// Compares two versions.
///
/// # Errors
/// [`Inconclusive`], if there are too many combinations to look at.
pub fn diff(
    old: &RuleSet,
    new: &RuleSet,
    people: &[Person],
    semantics: Semantics,
    analysis: &Analysis<'_>,
) -> Result<Differs, Inconclusive> {
    let diff = analysis.diff(old, new, semantics)?;
    let moved = analysis.moved(old, new, people.iter().map(|person| &person.facts), semantics)?;
    let people_moved = moved.into_iter().filter_map(|moved| {
        let person = people.get(moved.nth)?.id.clone();
        Some(Turned { person, from: moved.from, to: moved.to, moved })
    });
    Ok(Differs { diff, of: people.len(), people: people_moved.collect() })
}

impl Differs {
    /// The classes.
    pub const fn diff(&self) -> &Diff {
        &self.diff
    }

    /// The people on the list whose verdict changes.
    pub fn people(&self) -> &[Turned] {
        &self.people
    }

    /// Tables `width` columns wide: the classes and, of a list that was given, the people.
    pub fn told(&self, voice: &Voice<'_>, width: u16) -> String {
        let (old, new) = (self.diff.old.to_string(), self.diff.new.to_string());
        let mut parts = Vec::new();
        if self.diff.classes.is_empty() {
            parts.push(voice.say(&Line::Same { old, new }));
        } else {
            let count = number(self.diff.classes.len());
            parts.push(voice.say(&Line::Classes { count, old, new }));
            parts.push(self.classes(voice, width));
        }
        if self.of > 0 {
            let (of, count) = (number(self.of), number(self.people.len()));
            parts.push(match count {
                0 => voice.say(&Line::MovedNone { of }),
                _ => format!("{}\n\n{}", voice.say(&Line::Moved { count, of }), self.moved(voice, width)),
            });
        }
        parts.join("\n\n")
    }

    fn classes(&self, voice: &Voice<'_>, width: u16) -> String {
        let mut table = table(width);
        let head = [Column::Change, Column::Who, Column::Example];
        table.set_header(head.map(|column| voice.say(&column)));
        for changed in &self.diff.classes {
            let turn = voice.say(&Change::from(changed.turn()));
            let (from, to) = (voice.say(&changed.from), voice.say(&changed.to));
            let example = voice.facts(&changed.witness.facts);
            let example = if example.is_empty() { voice.say(&Line::Everybody) } else { example.join("\n") };
            table.add_row([format!("{turn}\n({from} → {to})"), who(changed, voice), example]);
        }
        table.to_string()
    }

    fn moved(&self, voice: &Voice<'_>, width: u16) -> String {
        let mut table = table(width);
        let head = [Column::Person, Column::Change, Column::Before, Column::After];
        table.set_header(head.map(|column| voice.say(&column)));
        for one in &self.people {
            let turn = voice.say(&Change::from(one.moved.turn()));
            table.add_row([one.person.clone(), turn, voice.say(&one.from), voice.say(&one.to)]);
        }
        table.to_string()
    }
}

fn who(changed: &Changed, voice: &Voice<'_>) -> String {
    let mut lines = voice.who(&changed.who);
    if lines.is_empty() {
        lines.push(voice.say(&Line::Everybody));
    }
    if !changed.assuming.is_empty() {
        let clauses = changed.assuming.iter().map(|assumed| {
            let answers: Vec<_> = assumed.answers.iter().map(|answer| voice.say(answer)).collect();
            format!("{} · {}: {}", assumed.rule, assumed.clause, answers.join(" / "))
        });
        lines.push(voice.say(&Line::Assuming { clauses: clauses.collect() }));
    }
    if !changed.entire {
        lines.push(voice.say(&Line::Partly));
    }
    lines.join("\n")
}

pub(super) fn table(width: u16) -> Table {
    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(width);
    table
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
