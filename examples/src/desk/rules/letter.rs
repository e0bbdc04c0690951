//! The letter about somebody that a clerk can send: the answer, its reasons, what would make a "no" a "yes",
//! what is still needed, and the rule it rests on. Of confidential clauses it tells nothing but that there is
//! one.

use guildhall::rules::analysis::{ChangeSet, Changes, Deciding, Inconclusive, Part};
use guildhall::rules::{Account, Verdict, reasons};
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
        // Of what is settled already, nothing more is needed.
        if !self.is_settled() && !account.needed().is_empty() {
            parts.push(account.needed().join("\n"));
        }
        // Of a confidential rule set not even the name is told.
        if self.is_named() {
            let rule = self.explanation.rule();
            parts.push(voice.say(&Line::Basis {
                rule: rule.id().to_string(),
                version: rule.version().to_string(),
                hash: rule.hash().to_string().chars().take(12).collect(),
            }));
        }
        parts.join("\n\n")
    }

    fn head(&self, voice: &Voice<'_>) -> String {
        let case = voice.say(&Line::Case { person: self.person.clone() });
        let title = self.title.as_ref().filter(|_| self.is_named());
        title.map_or(case.clone(), |title| format!("{}\n{case}", voice.text(title)))
    }

    /// Whether the person may know under which rule set the answer is.
    fn is_named(&self) -> bool {
        !self.explanation.disclosed().explanation().root().is_confidential()
    }

    /// What could come of it: changes that make it met, or facts that settle it.
    fn next(&self, voice: &Voice<'_>) -> Vec<String> {
        let mut parts = Vec::new();
        if self.verdict == Verdict::Undetermined
            && let Some(exact) = self.exact.filter(|_| self.is_settled())
        {
            parts.push(voice.say(&Line::Certain { verdict: exact }));
        }
        if let Some(changes) = &self.changes {
            parts.push(self.proposed(changes, voice));
        }
        let open = self.deciding.iter().filter_map(|deciding| deciding.disclosed(&self.withheld));
        parts.extend(open.filter_map(|deciding| settling(&deciding, voice)));
        if let Some(Inconclusive { bound, .. }) = self.given_up {
            parts.push(voice.say(&Line::Inconclusive { bound: counted(bound) }));
        }
        parts
    }

    /// Whether the answer is known, however the missing facts turn out.
    fn is_settled(&self) -> bool {
        self.exact.is_some_and(|exact| exact != Verdict::Undetermined)
    }

    fn proposed(&self, changes: &Changes, voice: &Voice<'_>) -> String {
        let changes = changes.disclosed(&self.withheld);
        let mut sets: Vec<String> = changes.sets.iter().map(|set| proposal(set, voice)).collect();
        sets.truncate(NAMED);
        let more = sets.len() < changes.sets.len() || !changes.complete;
        let ways = match sets.len() {
            0 if more => return voice.say(&Line::ChangePerhaps),
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
fn proposal(set: &ChangeSet, voice: &Voice<'_>) -> String {
    if let Some(fact) = set.facts.first().filter(|_| set.facts.len() == 1) {
        let choices = set.options.iter().filter_map(|choice| choice.values.get(fact));
        let parts: Vec<Part> = choices.flatten().cloned().collect();
        return voice.of(voice.called(fact), voice.parts(fact, &parts));
    }
    let choices = set.options.iter().take(NAMED).map(|choice| {
        let items =
            choice.values.iter().map(|(key, parts)| voice.of(voice.called(key), voice.parts(key, parts)));
        voice.say(&Phrase::Every { items: items.collect() })
    });
    voice.either(choices.collect())
}

/// A fact that would be enough to know, and what follows from what it turns out to be. That it may not apply
/// stands apart, and is not enough to tell anybody.
fn settling(deciding: &Deciding, voice: &Voice<'_>) -> Option<String> {
    let Deciding { fact, met, unmet } = deciding;
    let is_value = |part: &Part| *part != Part::NotApplicable;
    met.iter().chain(unmet).find(|part| is_value(part))?;
    let told = |parts: &[Part], line: fn(String) -> Line| {
        let (values, apart): (Vec<Part>, Vec<Part>) = parts.iter().cloned().partition(is_value);
        let kinds = [values, apart].into_iter().filter(|parts| !parts.is_empty());
        kinds.map(|parts| voice.say(&line(voice.parts(fact, &parts)))).collect::<Vec<_>>()
    };
    let mut outcomes = told(met, |what| Line::SettledMet { what });
    outcomes.extend(told(unmet, |what| Line::SettledUnmet { what }));
    Some(bulleted(&Line::Settling { fact: voice.called(fact) }, &outcomes, voice))
}

fn bulleted(heading: &impl Say, items: &[String], voice: &Voice<'_>) -> String {
    let items: String = items.iter().map(|item| format!("\n– {item}")).collect();
    format!("{}{items}", voice.say(heading))
}
