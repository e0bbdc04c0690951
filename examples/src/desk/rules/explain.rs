//! Why a rule says what it says of somebody, as a letter that a clerk can send: the answer, its reasons,
//! what would make a "no" a "yes", what is still needed, and the rule it rests on. Of confidential clauses it
//! tells nothing but that there is one.

use std::collections::BTreeSet;

use guildhall::rules::analysis::{Analysis, ChangeSet, Changes, Deciding, Inconclusive, Part, Semantics};
use guildhall::rules::{
    Account, Comparison, Explanation, FactKey, Finding, Grounds, Point, RuleSet, Verdict, reasons,
};
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::Serialize;

use super::{Line, Person, Phrase, Voice};

/// How many ways to a "yes" a letter names.
const NAMED: usize = 5;

/// What is found out about one person, and says itself as a letter.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Letter {
    person: String,
    verdict: Verdict,
    /// What holds however the missing facts turn out; nothing where that took too long to find out.
    exact: Option<Verdict>,
    explanation: Explanation,
    /// What would make it met; nothing where it is, or where the search was given up.
    changes: Option<Changes>,
    /// Which missing facts could settle it alone.
    deciding: Vec<Deciding>,
    #[serde(skip)]
    title: Option<guildhall::kernel::LocalisedText>,
    /// The facts behind confidential clauses: a letter never speaks of them.
    #[serde(skip)]
    withheld: BTreeSet<FactKey>,
    #[serde(skip)]
    given_up: Option<Inconclusive>,
}

/// Looks at somebody's facts under a rule.
pub fn explain(rule: &RuleSet, person: &Person, analysis: &Analysis<'_>) -> Letter {
    let explanation = rule.explain(&person.facts);
    let verdict = explanation.verdict();
    let mut given_up = None;
    let exact = match verdict {
        Verdict::Undetermined => kept(analysis.exact(rule, &person.facts), &mut given_up),
        settled => Some(settled),
    };
    let changes = match verdict {
        Verdict::Unmet => kept(analysis.changes(rule, &person.facts, Semantics::Kleene), &mut given_up),
        _ => None,
    };
    let deciding = match exact {
        Some(Verdict::Undetermined) => {
            kept(analysis.deciding(rule, &person.facts), &mut given_up).unwrap_or_default()
        }
        _ => Vec::new(),
    };
    let mut withheld = BTreeSet::new();
    behind(explanation.root(), false, &mut withheld);
    let title = rule.title().cloned();
    Letter {
        person: person.id.clone(),
        verdict,
        exact,
        explanation,
        changes,
        deciding,
        title,
        withheld,
        given_up,
    }
}

fn kept<T>(found: Result<T, Inconclusive>, given_up: &mut Option<Inconclusive>) -> Option<T> {
    found.map_err(|inconclusive| *given_up = Some(inconclusive)).ok()
}

/// The facts that are read below confidential clauses.
fn behind(finding: &Finding, inside: bool, into: &mut BTreeSet<FactKey>) {
    let inside = inside || finding.is_confidential();
    if inside && let Some(asked) = finding.asked() {
        into.insert(asked.fact().clone());
        into.extend(asked.beside().iter().map(|(key, _)| key.clone()));
    }
    if inside && let Grounds::Answered(answered) = finding.grounds() {
        into.extend(answered.facts().iter().map(|(key, _)| key.clone()));
    }
    finding.children().iter().for_each(|child| behind(child, inside, into));
}

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
        let mut parts = Vec::new();
        if let Some(changes) = &self.changes {
            parts.push(self.proposed(changes, voice));
        }
        if self.verdict == Verdict::Undetermined
            && let Some(exact) = self.exact.filter(|exact| *exact != Verdict::Undetermined)
        {
            parts.push(voice.say(&Line::Certain { verdict: exact }));
        }
        let alone = asked_alone(&self.explanation);
        let settling: Vec<String> = self
            .deciding
            .iter()
            .filter(|deciding| !self.withheld.contains(&deciding.fact))
            .flat_map(|deciding| settled(deciding, &alone, voice))
            .collect();
        if !settling.is_empty() {
            parts.push(bulleted(&Line::Settling, &settling, voice));
        }
        if let Some(Inconclusive { bound, .. }) = self.given_up {
            parts.push(voice.say(&Line::Inconclusive { bound: u64::try_from(bound).unwrap_or(u64::MAX) }));
        }
        parts
    }

    fn proposed(&self, changes: &Changes, voice: &Voice<'_>) -> String {
        let alone = asked_alone(&self.explanation);
        let open = changes.sets.iter().filter(|set| set.facts.is_disjoint(&self.withheld));
        let mut sets: Vec<String> = open.map(|set| proposal(set, &alone, voice)).collect();
        let more = sets.len().min(NAMED) < changes.sets.len() || !changes.complete;
        sets.truncate(NAMED);
        match sets.len() {
            0 if !more => voice.say(&Line::ChangeNone),
            0 => voice.say(&Line::ChangeMore),
            1 => bulleted(&Line::ChangeOne, &sets, voice),
            _ if more => {
                format!("{}\n{}", bulleted(&Line::ChangeSeveral, &sets, voice), voice.say(&Line::ChangeMore))
            }
            _ => bulleted(&Line::ChangeSeveral, &sets, voice),
        }
    }
}

/// The facts that one clause alone asks for, and asks only which codes or which day they have in them.
fn asked_alone(explanation: &Explanation) -> BTreeSet<&FactKey> {
    let mut read = Vec::new();
    every_read(explanation.root(), &mut read);
    let once = |key: &FactKey| read.iter().filter(|(other, _)| *other == key).count() == 1;
    read.iter().filter(|(key, plain)| *plain && once(key)).map(|(key, _)| *key).collect()
}

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

/// The verdict and its reasons, without what is still needed: that comes last.
fn first(account: &Account) -> String {
    let told = account.to_string();
    let needed: String = account.needed().iter().map(|sentence| format!("\n{sentence}")).collect();
    told.strip_suffix(&needed).unwrap_or(&told).to_owned()
}

/// Facts that must change together, and to what; each choice of values does it.
fn proposal(set: &ChangeSet, alone: &BTreeSet<&FactKey>, voice: &Voice<'_>) -> String {
    let choices = set.options.iter().take(NAMED).map(|choice| {
        let said = choice.values.iter().map(|(key, parts)| {
            let told =
                if alone.contains(key) { voice.alike(key, parts, &[]) } else { voice.parts(key, parts) };
            voice.of(key, told)
        });
        let items = said.collect();
        voice.say(&Phrase::Every { items })
    });
    voice.say(&Phrase::Either { items: choices.collect() })
}

fn settled(deciding: &Deciding, alone: &BTreeSet<&FactKey>, voice: &Voice<'_>) -> Vec<String> {
    let fact = &deciding.fact;
    let of = |parts: &[Part], others: &[Part]| {
        let told =
            if alone.contains(fact) { voice.alike(fact, parts, others) } else { voice.parts(fact, parts) };
        voice.of(fact, told)
    };
    let met =
        (!deciding.met.is_empty()).then(|| Line::SettledMet { what: of(&deciding.met, &deciding.unmet) });
    let unmet =
        (!deciding.unmet.is_empty()).then(|| Line::SettledUnmet { what: of(&deciding.unmet, &deciding.met) });
    met.into_iter().chain(unmet).map(|line| voice.say(&line)).collect()
}

fn bulleted(heading: &impl Say, items: &[String], voice: &Voice<'_>) -> String {
    let items: String = items.iter().map(|item| format!("\n– {item}")).collect();
    format!("{}{items}", voice.say(heading))
}
