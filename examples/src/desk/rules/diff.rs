//! Whom a new version of a rule changes: classes of people, each with somebody who shows it, and people by
//! their references.

use comfy_table::presets;
use guildhall::rules::analysis::{Analysis, Assumed, Changed, Diff, Inconclusive, Moved, Semantics, Turn};
use guildhall::rules::{RuleSet, Verdict};
use schemars::JsonSchema;
use serde::Serialize;

use super::clauses::Clauses;
use super::sheet::counted;
use super::{Change, Column, Layout, Line, Person, Voice};

/// What a new version changes.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Differs {
    /// The classes of people.
    diff: Diff,
    /// How many people are on the list.
    of: usize,
    /// Those of them whose verdict changes.
    people: Vec<Turned>,
    /// The clauses of the old version and of the new one.
    #[serde(skip)]
    clauses: [Clauses; 2],
}

/// Somebody on a list whose verdict changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Turned {
    /// Their reference.
    pub person: String,
    /// What it means for them.
    pub turn: Turn,
    /// What the old version says.
    pub from: Verdict,
    /// What the new version says.
    pub to: Verdict,
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
    let turned = |moved: Moved| {
        let person = people.get(moved.nth)?.id.clone();
        Some(Turned { person, turn: moved.turn(), from: moved.from, to: moved.to })
    };
    Ok(Differs {
        diff,
        of: people.len(),
        people: moved.into_iter().filter_map(turned).collect(),
        clauses: [old, new].map(Clauses::of),
    })
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

    /// Tables: the classes and, of a list that was given, the people.
    pub fn told(&self, voice: &Voice<'_>, layout: Layout) -> String {
        let (old, new) = (self.diff.old.to_string(), self.diff.new.to_string());
        let mut parts = Vec::new();
        if self.diff.classes.is_empty() {
            parts.push(voice.say(&Line::Same { old, new }));
        } else {
            parts.push(voice.say(&Line::Classes { count: counted(self.diff.classes.len()), old, new }));
            parts.push(self.classes(voice, layout));
        }
        if self.of > 0 {
            let (of, count) = (counted(self.of), counted(self.people.len()));
            parts.push(match count {
                0 => voice.say(&Line::MovedNone { of }),
                _ => format!("{}\n\n{}", voice.say(&Line::Moved { count, of }), self.moved(voice, layout)),
            });
        }
        parts.join("\n\n")
    }

    fn classes(&self, voice: &Voice<'_>, layout: Layout) -> String {
        let head = [Column::Change, Column::Who, Column::Example];
        let mut table = layout.table(head.map(|column| voice.say(&column)));
        table.load_style(presets::UTF8_FULL);
        for changed in &self.diff.classes {
            let turn = voice.say(&Change::from(changed.turn()));
            let (from, to) = (voice.say(&changed.from), voice.say(&changed.to));
            let example = some(voice.facts(&changed.witness.facts), voice);
            table.add_row([format!("{turn}\n{from}\n→ {to}"), self.who(changed, voice), example.join("\n")]);
        }
        layout.shown(table)
    }

    fn who(&self, changed: &Changed, voice: &Voice<'_>) -> String {
        let mut lines = some(voice.who(&changed.who), voice);
        if !changed.assuming.is_empty() {
            let clauses = changed.assuming.iter().map(|assumed| self.assumed(assumed, voice)).collect();
            lines.push(voice.say(&Line::Assuming { clauses }));
        }
        if !changed.entire {
            lines.push(voice.say(&Line::Partly));
        }
        lines.join("\n")
    }

    /// A clause of a version, and what it was taken to say.
    fn assumed(&self, assumed: &Assumed, voice: &Voice<'_>) -> String {
        let [old, new] = &self.clauses;
        let clauses = if assumed.rule == self.diff.old { old } else { new };
        let answers = assumed.answers.iter().map(|answer| voice.say(answer)).collect();
        format!("{} · {}", assumed.rule, voice.of(clauses.called(&assumed.clause), voice.either(answers)))
    }

    fn moved(&self, voice: &Voice<'_>, layout: Layout) -> String {
        let head = [Column::Person, Column::Change, Column::Before, Column::After];
        let mut table = layout.table(head.map(|column| voice.say(&column)));
        for one in self.people.iter().take(layout.rows) {
            let turn = voice.say(&Change::from(one.turn));
            table.add_row([one.person.clone(), turn, voice.say(&one.from), voice.say(&one.to)]);
        }
        let told = layout.shown(table);
        match counted(self.people.len().saturating_sub(layout.rows)) {
            0 => told,
            count => format!("{told}\n{}", voice.say(&Line::More { count })),
        }
    }
}

/// Whoever nothing is demanded of is anybody.
fn some(lines: Vec<String>, voice: &Voice<'_>) -> Vec<String> {
    if lines.is_empty() { vec![voice.say(&Line::Everybody)] } else { lines }
}
