//! What rules say of a list of people: who meets them, and how many.

use std::collections::BTreeMap;

use comfy_table::{Cell, CellAlignment};
use guildhall::rules::analysis::{Analysis, Inconclusive, Semantics};
use guildhall::rules::{RuleRef, RuleSet, Verdict};
use serde::Serialize;

use super::diff::table;
use super::{Column, Person, Voice};

const EVERY: [Verdict; 3] = [Verdict::Met, Verdict::Unmet, Verdict::Undetermined];

/// The verdicts of some rules on some people.
#[derive(Clone, Debug, Serialize)]
pub struct Evaluated {
    semantics: Semantics,
    rules: Vec<Counted>,
    people: Vec<Said>,
}

#[derive(Clone, Debug, Serialize)]
struct Counted {
    rule: RuleRef,
    met: usize,
    unmet: usize,
    undetermined: usize,
}

#[derive(Clone, Debug, Serialize)]
struct Said {
    id: String,
    /// By rule set and version.
    verdicts: BTreeMap<String, Verdict>,
}

/// Evaluates rules on people.
///
/// # Errors
/// [`Inconclusive`], if an exact verdict takes too long; never in Kleene's semantics.
pub fn eval<'r>(
    rules: impl IntoIterator<Item = &'r RuleSet>,
    people: &[Person],
    semantics: Semantics,
    analysis: &Analysis<'_>,
) -> Result<Evaluated, Inconclusive> {
    let mut said: Vec<_> =
        people.iter().map(|person| Said { id: person.id.clone(), verdicts: BTreeMap::new() }).collect();
    let mut counted = Vec::new();
    for rule in rules {
        let mut of = Counted { rule: rule.reference().clone(), met: 0, unmet: 0, undetermined: 0 };
        for (person, said) in people.iter().zip(&mut said) {
            let verdict = analysis.verdict(rule, &person.facts, semantics)?;
            *of.count_mut(verdict) += 1;
            said.verdicts.insert(of.rule.to_string(), verdict);
        }
        counted.push(of);
    }
    Ok(Evaluated { semantics, rules: counted, people: said })
}

impl Counted {
    const fn count_mut(&mut self, verdict: Verdict) -> &mut usize {
        match verdict {
            Verdict::Met => &mut self.met,
            Verdict::Unmet => &mut self.unmet,
            Verdict::Undetermined => &mut self.undetermined,
        }
    }

    const fn count(&self, verdict: Verdict) -> usize {
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
        self.rules.iter().map(move |rule| rule.count(verdict))
    }

    /// Tables `width` columns wide: how many, and who.
    pub fn told(&self, voice: &Voice<'_>, width: u16) -> String {
        let right = |number: usize| Cell::new(number).set_alignment(CellAlignment::Right);
        let mut counts = table(width);
        let verdicts = EVERY.map(|verdict| voice.say(&verdict));
        counts.set_header(std::iter::once(voice.say(&Column::Rule)).chain(verdicts));
        for rule in &self.rules {
            let numbers = EVERY.map(|verdict| right(rule.count(verdict)));
            counts.add_row(std::iter::once(Cell::new(&rule.rule)).chain(numbers));
        }
        let mut people = table(width);
        let rules = self.rules.iter().map(|rule| rule.rule.to_string());
        people.set_header(std::iter::once(voice.say(&Column::Person)).chain(rules));
        for person in &self.people {
            let verdicts = self.verdicts(person).map(|verdict| voice.say(&verdict));
            people.add_row(std::iter::once(person.id.clone()).chain(verdicts));
        }
        format!("{counts}\n\n{people}")
    }

    fn verdicts<'a>(&'a self, person: &'a Said) -> impl Iterator<Item = Verdict> + 'a {
        self.rules.iter().filter_map(|rule| person.verdicts.get(&rule.rule.to_string()).copied())
    }

    /// The same as CSV: a row for each person, with the codes of their verdicts.
    pub fn csv(&self) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let head = self.rules.iter().map(|rule| rule.rule.to_string());
        // Nothing but memory is written to, so that nothing can fail.
        _ = writer.write_record(std::iter::once("id".to_owned()).chain(head));
        for person in &self.people {
            let verdicts = self.verdicts(person).map(|verdict| {
                match verdict {
                    Verdict::Met => "met",
                    Verdict::Unmet => "unmet",
                    Verdict::Undetermined => "undetermined",
                }
                .to_owned()
            });
            _ = writer.write_record(std::iter::once(person.id.clone()).chain(verdicts));
        }
        String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
    }
}
