//! What rules say of a list of people: who meets them, and how many.

use std::iter::once;

use comfy_table::{Cell, CellAlignment};
use guildhall::rules::analysis::{Analysis, Inconclusive, Semantics};
use guildhall::rules::{RuleRef, RuleSet, Verdict};
use schemars::JsonSchema;
use serde::Serialize;

use super::sheet::counted;
use super::wording::Phrase;
use super::{Column, Layout, Line, Person, Progress, Voice};

/// What a cell says.
///
/// Deliberately exhaustive: a verdict is one of three, or it was not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// The rule is met.
    Met,
    /// It is not met.
    Unmet,
    /// What is known does not decide it.
    Undetermined,
    /// To find it out took too long.
    GivenUp,
}

const EVERY: [Told; 4] = [Told::Met, Told::Unmet, Told::Undetermined, Told::GivenUp];

/// The verdicts of some rules on some people.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Evaluated {
    /// Which verdicts these are.
    semantics: Semantics,
    /// The rules, each with how many people have which verdict.
    rules: Vec<Counted>,
    /// The people, in the order of their list.
    people: Vec<Said>,
    #[serde(skip)]
    given_up: Option<Inconclusive>,
}

/// How many people have which verdict under one rule.
#[derive(Clone, Debug, Serialize, JsonSchema)]
struct Counted {
    rule: RuleRef,
    met: usize,
    unmet: usize,
    undetermined: usize,
    /// For how many it took too long to find out.
    given_up: usize,
}

/// What is said of one person.
#[derive(Clone, Debug, Serialize, JsonSchema)]
struct Said {
    /// What they are referred to by.
    id: String,
    /// What each of the rules says, in their order.
    verdicts: Vec<Told>,
}

/// Evaluates rules on people. An exact verdict that takes too long is given up, and the others are found.
pub fn eval(
    rules: &[&RuleSet],
    people: &[Person],
    semantics: Semantics,
    analysis: &Analysis<'_>,
    watch: &mut dyn FnMut(Progress),
) -> Evaluated {
    let said = |person: &Person| Said { id: person.id.clone(), verdicts: Vec::with_capacity(rules.len()) };
    let mut said: Vec<_> = people.iter().map(said).collect();
    let mut counted = Vec::new();
    let mut given_up = None;
    let (mut done, of) = (0, rules.len() * people.len());
    for rule in rules {
        let mut count =
            Counted { rule: rule.reference().clone(), met: 0, unmet: 0, undetermined: 0, given_up: 0 };
        let program = rule.compile();
        let mut row = program.row();
        for (person, said) in people.iter().zip(&mut said) {
            let found = match semantics {
                Semantics::Kleene => {
                    row.fill(&program, &person.facts);
                    Ok(program.verdict(&row))
                }
                Semantics::Exact => analysis.exact(rule, &person.facts),
            };
            let told = found.map_or_else(
                |inconclusive| {
                    given_up = Some(inconclusive);
                    Told::GivenUp
                },
                Told::from,
            );
            *count.of_mut(told) += 1;
            said.verdicts.push(told);
            done += 1;
            if Progress::is_due(done) {
                watch(Progress::Asked { done, of });
            }
        }
        counted.push(count);
    }
    Evaluated { semantics, rules: counted, people: said, given_up }
}

impl Counted {
    const fn of_mut(&mut self, told: Told) -> &mut usize {
        match told {
            Told::Met => &mut self.met,
            Told::Unmet => &mut self.unmet,
            Told::Undetermined => &mut self.undetermined,
            Told::GivenUp => &mut self.given_up,
        }
    }

    const fn of(&self, told: Told) -> usize {
        match told {
            Told::Met => self.met,
            Told::Unmet => self.unmet,
            Told::Undetermined => self.undetermined,
            Told::GivenUp => self.given_up,
        }
    }
}

impl From<Verdict> for Told {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Met => Self::Met,
            Verdict::Unmet => Self::Unmet,
            Verdict::Undetermined => Self::Undetermined,
        }
    }
}

impl Told {
    fn said(self, voice: &Voice<'_>) -> String {
        match self {
            Self::Met => voice.say(&Verdict::Met),
            Self::Unmet => voice.say(&Verdict::Unmet),
            Self::Undetermined => voice.say(&Verdict::Undetermined),
            Self::GivenUp => voice.say(&Phrase::GivenUp),
        }
    }

    /// As JSON calls it.
    const fn code(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Unmet => "unmet",
            Self::Undetermined => "undetermined",
            Self::GivenUp => "given_up",
        }
    }
}

impl Evaluated {
    /// Of how many people this is said, rule by rule.
    pub fn counts(&self, told: impl Into<Told>) -> impl Iterator<Item = usize> {
        let told = told.into();
        self.rules.iter().map(move |rule| rule.of(told))
    }

    /// Tables: how many, and who.
    pub fn told(&self, voice: &Voice<'_>, layout: Layout) -> String {
        let right = |number: usize| Cell::new(number).set_alignment(CellAlignment::Right);
        // A column of its own only where something was given up.
        let every = || EVERY.into_iter().filter(|told| self.given_up.is_some() || *told != Told::GivenUp);
        let heads = every().map(|told| told.said(voice));
        let mut counts = layout.table(once(voice.say(&Column::Rule)).chain(heads));
        for rule in &self.rules {
            let numbers = every().map(|told| right(rule.of(told)));
            counts.add_row(once(Cell::new(&rule.rule)).chain(numbers));
        }
        if self.people.is_empty() {
            return layout.shown(counts);
        }
        let rules = self.rules.iter().map(|rule| rule.rule.to_string());
        let mut people = layout.table(once(voice.say(&Column::Person)).chain(rules));
        for person in self.people.iter().take(layout.rows) {
            let verdicts = person.verdicts.iter().map(|told| told.said(voice));
            people.add_row(once(person.id.clone()).chain(verdicts));
        }
        let mut told = layout.shown(counts);
        if let Some(Inconclusive { bound, .. }) = self.given_up {
            told = format!("{told}\n{}", voice.say(&Line::Inconclusive { bound: counted(bound) }));
        }
        told = format!("{told}\n\n{}", layout.shown(people));
        match counted(self.people.len().saturating_sub(layout.rows)) {
            0 => told,
            count => format!("{told}\n{}", voice.say(&Line::More { count })),
        }
    }

    /// The same as CSV: a row for each person, with the codes of their verdicts.
    pub fn csv(&self) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let head = self.rules.iter().map(|rule| rule.rule.to_string());
        // Nothing but memory is written to, so that nothing can fail.
        _ = writer.write_record(once("id".to_owned()).chain(head));
        for person in &self.people {
            let mut cells = vec![person.id.as_str()];
            cells.extend(person.verdicts.iter().map(|told| told.code()));
            _ = writer.write_record(cells);
        }
        String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
    }
}
