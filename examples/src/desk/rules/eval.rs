//! What rules say of a list of people: who meets them, and how many.

use std::iter::once;

use comfy_table::{Cell, CellAlignment};
use guildhall::rules::analysis::{Analysis, Inconclusive, Semantics};
use guildhall::rules::{RuleRef, RuleSet, Verdict};
use schemars::JsonSchema;
use serde::Serialize;

use super::sheet::counted;
use super::{Column, Layout, Line, Person, Progress, Voice};

const EVERY: [Verdict; 3] = [Verdict::Met, Verdict::Unmet, Verdict::Undetermined];

/// The verdicts of some rules on some people.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Evaluated {
    /// Which verdicts these are.
    semantics: Semantics,
    /// The rules, each with how many people have which verdict.
    rules: Vec<Counted>,
    /// The people, in the order of their list.
    people: Vec<Said>,
}

/// How many people have which verdict under one rule.
#[derive(Clone, Debug, Serialize, JsonSchema)]
struct Counted {
    rule: RuleRef,
    met: usize,
    unmet: usize,
    undetermined: usize,
}

/// What is said of one person.
#[derive(Clone, Debug, Serialize, JsonSchema)]
struct Said {
    /// What they are referred to by.
    id: String,
    /// A verdict for each of the rules, in their order.
    verdicts: Vec<Verdict>,
}

/// Evaluates rules on people.
///
/// # Errors
/// [`Inconclusive`], if an exact verdict takes too long; never in Kleene's semantics.
pub fn eval(
    rules: &[&RuleSet],
    people: &[Person],
    semantics: Semantics,
    analysis: &Analysis<'_>,
    watch: &mut dyn FnMut(Progress),
) -> Result<Evaluated, Inconclusive> {
    let said = |person: &Person| Said { id: person.id.clone(), verdicts: Vec::with_capacity(rules.len()) };
    let mut said: Vec<_> = people.iter().map(said).collect();
    let mut counted = Vec::new();
    let (mut done, of) = (0, rules.len() * people.len());
    for rule in rules {
        let mut count = Counted { rule: rule.reference().clone(), met: 0, unmet: 0, undetermined: 0 };
        let program = rule.compile();
        let mut row = program.row();
        for (person, said) in people.iter().zip(&mut said) {
            let verdict = match semantics {
                Semantics::Kleene => {
                    row.fill(&program, &person.facts);
                    program.verdict(&row)
                }
                Semantics::Exact => analysis.exact(rule, &person.facts)?,
            };
            *count.of_mut(verdict) += 1;
            said.verdicts.push(verdict);
            done += 1;
            if Progress::is_due(done) {
                watch(Progress::Asked { done, of });
            }
        }
        counted.push(count);
    }
    Ok(Evaluated { semantics, rules: counted, people: said })
}

impl Counted {
    const fn of_mut(&mut self, verdict: Verdict) -> &mut usize {
        match verdict {
            Verdict::Met => &mut self.met,
            Verdict::Unmet => &mut self.unmet,
            Verdict::Undetermined => &mut self.undetermined,
        }
    }

    const fn of(&self, verdict: Verdict) -> usize {
        match verdict {
            Verdict::Met => self.met,
            Verdict::Unmet => self.unmet,
            Verdict::Undetermined => self.undetermined,
        }
    }
}

impl Evaluated {
    /// How many people have this verdict, rule by rule.
    pub fn counts(&self, verdict: Verdict) -> impl Iterator<Item = usize> {
        self.rules.iter().map(move |rule| rule.of(verdict))
    }

    /// Tables: how many, and who.
    pub fn told(&self, voice: &Voice<'_>, layout: Layout) -> String {
        let right = |number: usize| Cell::new(number).set_alignment(CellAlignment::Right);
        let verdicts = EVERY.map(|verdict| voice.say(&verdict));
        let mut counts = layout.table(once(voice.say(&Column::Rule)).chain(verdicts));
        for rule in &self.rules {
            let numbers = EVERY.map(|verdict| right(rule.of(verdict)));
            counts.add_row(once(Cell::new(&rule.rule)).chain(numbers));
        }
        if self.people.is_empty() {
            return layout.shown(counts);
        }
        let rules = self.rules.iter().map(|rule| rule.rule.to_string());
        let mut people = layout.table(once(voice.say(&Column::Person)).chain(rules));
        for person in self.people.iter().take(layout.rows) {
            let verdicts = person.verdicts.iter().map(|verdict| voice.say(verdict));
            people.add_row(once(person.id.clone()).chain(verdicts));
        }
        let told = format!("{}\n\n{}", layout.shown(counts), layout.shown(people));
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
            cells.extend(person.verdicts.iter().map(|verdict| code(*verdict)));
            _ = writer.write_record(cells);
        }
        String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
    }
}

/// As JSON calls it.
const fn code(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::Unmet => "unmet",
        Verdict::Undetermined => "undetermined",
    }
}
