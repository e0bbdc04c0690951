//! The letter about somebody that a clerk can send: the answer, its reasons, what would make a "no" a "yes",
//! what is still needed, and the rule it rests on. Of confidential clauses it tells nothing but that there is
//! one.

use std::collections::BTreeSet;

use guildhall::rules::analysis::{ChangeSet, Changes, Deciding, Inconclusive, Part};
use guildhall::rules::{
    Account, Comparison, Explanation, FactKey, Finding, Grounds, Point, Verdict, reasons,
};
use guildhall_words::Say;

use super::sheet::counted;
use super::{Letter, Line, Phrase, Voice};

/// How many ways to a "yes" a letter names.
const NAMED: usize = 5;

impl Letter {
    /// What the rule says.
    pub const fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// The letter.
    pub fn told(&self, voice: &Voice<'_>) -> String {
        let disclosed = self.explanation.disclosed();
        let account = reasons(disclosed.explanation(), voice.vocabulary(), voice.words());
        let mut parts = vec![self.head(voice), first(&account)];
        parts.extend(self.next(voice));
        if !account.needed().is_empty() {
            parts.push(account.needed().join("\n"));
        }
        let rule = self.explanation.rule();
        parts.push(voice.say(&Line::Basis {
            rule: rule.id().to_string(),
            version: rule.version().to_string(),
            hash: rule.hash().to_string().chars().take(12).collect(),
        }));
        parts.join("\n\n")
    }

    fn head(&self, voice: &Voice<'_>) -> String {
        let case = voice.say(&Line::Case { person: self.person.clone() });
        self.title.as_ref().map_or(case.clone(), |title| format!("{}\n{case}", voice.text(title)))
    }

    /// What could come of it: changes that make it met, or facts that settle it.
    fn next(&self, voice: &Voice<'_>) -> Vec<String> {
        let alone = asked_alone(&self.explanation);
        let mut parts = Vec::new();
        if let Some(changes) = &self.changes {
            parts.push(self.proposed(changes, &alone, voice));
        }
        if self.verdict == Verdict::Undetermined
            && let Some(exact) = self.exact.filter(|exact| *exact != Verdict::Undetermined)
        {
            parts.push(voice.say(&Line::Certain { verdict: exact }));
        }
        let open = self.deciding.iter().filter(|deciding| !self.withheld.contains(&deciding.fact));
        parts.extend(open.filter_map(|deciding| settling(deciding, alone.contains(&deciding.fact), voice)));
        if let Some(Inconclusive { bound, .. }) = self.given_up {
            parts.push(voice.say(&Line::Inconclusive { bound: counted(bound) }));
        }
        parts
    }

    fn proposed(&self, changes: &Changes, alone: &BTreeSet<&FactKey>, voice: &Voice<'_>) -> String {
        let open = changes.sets.iter().filter(|set| set.facts.is_disjoint(&self.withheld));
        let mut sets: Vec<String> = open.map(|set| proposal(set, alone, voice)).collect();
        sets.truncate(NAMED);
        let more = sets.len() < changes.sets.len() || !changes.complete;
        let ways = match sets.len() {
            0 if more => return voice.say(&Line::ChangeMore),
            0 => return voice.say(&Line::ChangeNone),
            1 => bulleted(&Line::ChangeOne, &sets, voice),
            _ => bulleted(&Line::ChangeSeveral, &sets, voice),
        };
        if more { format!("{ways}\n{}", voice.say(&Line::ChangeMore)) } else { ways }
    }
}

/// The verdict and its reasons, without what is still needed: that comes last.
fn first(account: &Account) -> String {
    let told = account.to_string();
    let needed: String = account.needed().iter().map(|sentence| format!("\n{sentence}")).collect();
    told.strip_suffix(&needed).unwrap_or(&told).to_owned()
}

/// Facts that must change together, and to what; each choice of values does it.
fn proposal(set: &ChangeSet, alone: &BTreeSet<&FactKey>, voice: &Voice<'_>) -> String {
    let choices = set.options.iter().take(NAMED).map(|choice| {
        let items = choice.values.iter().map(|(key, parts)| {
            voice.of(voice.called(key), said(key, parts, &[], alone.contains(key), voice))
        });
        voice.say(&Phrase::Every { items: items.collect() })
    });
    voice.either(choices.collect())
}

/// A fact that would be enough to know, and what follows from what it turns out to be. That it may not apply
/// stands apart, and is not enough to tell anybody.
fn settling(deciding: &Deciding, is_alone: bool, voice: &Voice<'_>) -> Option<String> {
    let Deciding { fact, met, unmet } = deciding;
    let is_value = |part: &&Part| !matches!(part, Part::NotApplicable);
    met.iter().chain(unmet).find(is_value)?;
    let told = |parts: &[Part], others: &[Part], line: fn(String) -> Line| {
        let (values, apart): (Vec<Part>, Vec<Part>) = parts.iter().cloned().partition(|part| is_value(&part));
        let kinds = [values, apart].into_iter().filter(|parts| !parts.is_empty());
        let lines = kinds.map(|parts| voice.say(&line(said(fact, &parts, others, is_alone, voice))));
        lines.collect::<Vec<_>>()
    };
    let mut outcomes = told(met, unmet, |what| Line::SettledMet { what });
    outcomes.extend(told(unmet, met, |what| Line::SettledUnmet { what }));
    Some(bulleted(&Line::Settling { fact: voice.called(fact) }, &outcomes, voice))
}

/// What a fact is to be; by what the others are not, where one clause alone asks for it.
fn said(fact: &FactKey, parts: &[Part], others: &[Part], is_alone: bool, voice: &Voice<'_>) -> String {
    if is_alone { voice.alike(fact, parts, others) } else { voice.parts(fact, parts) }
}

fn bulleted(heading: &impl Say, items: &[String], voice: &Voice<'_>) -> String {
    let items: String = items.iter().map(|item| format!("\n– {item}")).collect();
    format!("{}{items}", voice.say(heading))
}

/// The facts that one clause alone asks for, and asks only which codes or which day they have in them.
fn asked_alone(explanation: &Explanation) -> BTreeSet<&FactKey> {
    let mut read = Vec::new();
    every_read(explanation.root(), &mut read);
    let once = |key: &FactKey| read.iter().filter(|(other, _)| *other == key).count() == 1;
    read.iter().filter(|(key, plain)| *plain && once(key)).map(|(key, _)| *key).collect()
}

/// Every fact that is read, as often as it is, and whether only for what it has in it.
fn every_read<'e>(finding: &'e Finding, into: &mut Vec<(&'e FactKey, bool)>) {
    if let Some(asked) = finding.asked() {
        let plain = matches!(
            asked.comparison(),
            Comparison::Includes(_)
                | Comparison::IncludesAll(_)
                | Comparison::Overlaps(_)
                | Comparison::Covers(Point::Day(_))
        );
        into.push((asked.fact(), plain));
        into.extend(asked.beside().iter().map(|(key, _)| (key, false)));
    }
    if let Grounds::Answered(answered) = finding.grounds() {
        into.extend(answered.facts().iter().map(|(key, _)| (key, false)));
    }
    finding.children().iter().for_each(|child| every_read(child, into));
}
