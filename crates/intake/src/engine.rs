//! Reads a definition through its schema and its constructors, and goes on after what they refuse, so
//! that all of it is said at once. Guards C6: what has a fault is not returned, only judged further.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::document::{Document, Spot};
use crate::explain::{missing, word};
use crate::finding::{Finding, Wrong};
use crate::nearest::nearest;
use crate::node::{Node, Path, Step, shown};
use crate::path::parse;
use crate::refusal::{Reason, Refusal, listed};
use crate::repair::Mended;
use crate::schemas::Schema;
use crate::{Diagnostic, Limits, Place};

/// How often a document is read again at most, whatever its size.
const ATTEMPTS: usize = 2_000;

/// What was read.
pub(crate) enum Outcome<'a, T> {
    /// Nothing is wrong so far.
    Sound(T),
    /// Something is wrong; the value, where there is one, was made of a mended document.
    Faulty(Vec<Diagnostic>, Option<T>, Mended<'a>),
}

pub(crate) fn read<'a, T>(document: &Document, schema: &'a Schema, limits: &Limits) -> Outcome<'a, T>
where
    T: for<'de> Deserialize<'de>,
{
    let valid = || schema.validator.as_ref().is_none_or(|validator| validator.is_valid(&document.root));
    if document.said.is_empty()
        && valid()
        && let Ok(value) = T::deserialize(&document.root)
    {
        return Outcome::Sound(value);
    }
    let mut engine = Engine {
        document,
        mended: Mended::new(schema, document.root.clone()),
        soft: Vec::new(),
        said: document.said.clone(),
        told: Vec::new(),
        limits,
        attempts: 0,
    };
    // One more than may be repaired ends reading.
    for path in document.lost.iter().take(limits.repairs.saturating_add(1)) {
        engine.mended.replace(path);
    }
    engine.by_schema();
    let value = engine.by_constructors();
    engine.say_rest();
    Outcome::Faulty(engine.said, value, engine.mended)
}

struct Engine<'a, 'd> {
    document: &'d Document,
    mended: Mended<'a>,
    /// What constructors may say better, and have not said yet.
    soft: Vec<Finding>,
    said: Vec<Diagnostic>,
    /// Where something was said.
    told: Vec<Path>,
    limits: &'d Limits,
    attempts: usize,
}

impl Engine<'_, '_> {
    fn may_go_on(&mut self) -> bool {
        self.attempts += 1;
        self.attempts <= ATTEMPTS && self.mended.repairs.len() <= self.limits.repairs
    }

    fn by_schema(&mut self) {
        while self.may_go_on() {
            let mut again = BTreeSet::new();
            let mut changed = false;
            for finding in self.mended.schema.findings(&self.mended.root) {
                let around =
                    self.mended.around(&finding.full()).or_else(|| self.mended.of_tag(&finding.path));
                if let Some(repair) = around {
                    again.insert(repair);
                } else if finding.soft {
                    let known =
                        |known: &Finding| known.path == finding.path && known.message == finding.message;
                    if !self.soft.iter().any(known) && self.is_news(&finding) {
                        self.soft.push(finding);
                    }
                } else {
                    self.say(&finding);
                    changed |= self.mended.mend(&finding);
                    if self.mended.repairs.len() > self.limits.repairs {
                        break;
                    }
                }
            }
            // The last first: what is repaired around others takes them with it.
            for repair in again.into_iter().rev() {
                changed |= self.mended.advance(repair);
            }
            if !changed {
                break;
            }
        }
    }

    fn by_constructors<T: for<'de> Deserialize<'de>>(&mut self) -> Option<T> {
        while self.may_go_on() {
            match T::deserialize(&self.mended.root) {
                Ok(value) if self.soft.is_empty() => return Some(value),
                Ok(_) => {
                    for finding in std::mem::take(&mut self.soft) {
                        if self.is_news(&finding) {
                            self.say(&finding);
                            self.mended.replace(&finding.path);
                        }
                    }
                }
                Err(refusal) => {
                    let mut changed = false;
                    for finding in findings(&refusal, &self.mended.root) {
                        changed |= self.refused(finding);
                    }
                    if !changed {
                        return None;
                    }
                }
            }
        }
        None
    }

    /// Whether something was changed because of what a constructor refused.
    fn refused(&mut self, finding: Finding) -> bool {
        let full = finding.full();
        if let Some(repair) = self.mended.around(&full) {
            return self.mended.advance(repair);
        }
        // What the schema found inside is the reason.
        let within: Vec<Finding> = self
            .soft
            .extract_if(.., |soft| soft.path.len() > full.len() && soft.path.starts_with(&full))
            .collect();
        if let [only] = within.as_slice()
            && finding.wrong == Wrong::Value
        {
            // A type that is read in one piece does not say at which of its values it stopped.
            let finding = Finding { message: finding.message, ..only.clone() };
            self.say(&finding);
            return self.mended.mend(&finding);
        }
        if !within.is_empty() {
            return within.into_iter().fold(false, |changed, finding| {
                self.say(&finding);
                self.mended.mend(&finding) || changed
            });
        }
        for repair in self.mended.inside(&full) {
            if self.mended.advance(repair) {
                return true;
            }
        }
        if !self.mended.inside(&full).is_empty() {
            return self.mended.replace(&full);
        }
        let mut finding = finding;
        let mut kept = Vec::new();
        for soft in std::mem::take(&mut self.soft) {
            if full.starts_with(&soft.path) {
                let help = soft.help.filter(|_| soft.path == full && !finding.message.contains("such as"));
                finding.help = finding.help.or(help);
            } else {
                kept.push(soft);
            }
        }
        self.soft = kept;
        self.say(&finding);
        self.mended.mend(&finding)
    }

    /// Says what no constructor said better.
    fn say_rest(&mut self) {
        for finding in std::mem::take(&mut self.soft) {
            if self.is_news(&finding) {
                self.say(&finding);
                self.mended.replace(&finding.path);
            }
        }
    }

    /// Whether it says more than what was said already.
    fn is_news(&self, finding: &Finding) -> bool {
        !(finding.vague && self.told.iter().any(|told| told.starts_with(&finding.path)))
    }

    fn say(&mut self, finding: &Finding) {
        let full = finding.full();
        self.soft.retain(|soft| !soft.vague || !full.starts_with(&soft.path));
        self.told.push(full.clone());
        let names_field = |message: &str| {
            ["unknown field ", "there is no field "].iter().any(|words| message.starts_with(words))
        };
        let spot = match &finding.wrong {
            Wrong::Unknown { .. } => Spot::Key,
            Wrong::Missing { .. } => Spot::Header,
            Wrong::Value if names_field(&finding.message) => Spot::Key,
            Wrong::Value => Spot::Value,
        };
        let mut diagnostic = Diagnostic::error(&finding.message).at(self.place(&full, spot));
        if let Some(help) = &finding.help {
            diagnostic = diagnostic.help(help);
        }
        self.said.push(diagnostic);
    }

    fn place(&self, path: &Path, spot: Spot) -> Place {
        self.mended.place(self.document, path, spot)
    }
}

/// What a refusal says, a fault each: several lines with a path in front are several.
fn findings(refusal: &Refusal, root: &Node) -> Vec<Finding> {
    let path = refusal.path();
    let (node, depth) = root.nearest(&path);
    match &refusal.reason {
        Reason::Missing(key) => vec![missing(path, key)],
        Reason::Unknown { name, known } => {
            let near = nearest(name, known.iter().copied()).map(str::to_owned);
            let help = match &near {
                Some(near) => Some(format!("did you mean `{near}`?")),
                None if known.is_empty() => None,
                None => Some(format!("the fields are {}", listed(known.iter().copied()))),
            };
            vec![Finding {
                path,
                message: format!("unknown field `{}`", shown(name)),
                help,
                wrong: Wrong::Unknown { key: name.clone(), nearest: near },
                soft: false,
                vague: false,
            }]
        }
        Reason::Variant { name, known } => {
            let node = Node::new(crate::node::Value::Text(name.as_str().into()), node.span);
            vec![word(path, &node, known)]
        }
        Reason::Other(message) if refusal.of_key => {
            let mut path = path;
            let key = match path.pop() {
                Some(Step::Key(key)) => key.into_owned(),
                _ => String::new(),
            };
            let wrong = Wrong::Unknown { key, nearest: None };
            vec![Finding { wrong, ..Finding::value(path, message.clone()) }]
        }
        Reason::Other(message) => split(&path, node, message, depth == path.len()),
    }
}

/// Lines of `path: problem`, each at its path inside the value; otherwise the message as it is.
fn split(path: &Path, node: &Node, message: &str, exists: bool) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for line in message.lines().filter(|line| !line.trim().is_empty()) {
        let inner = line.split_once(": ").filter(|_| exists).and_then(|(at, problem)| {
            let inner = parse(at).filter(|inner| !inner.is_empty())?;
            (node.nearest(&inner).1 > 0).then_some((inner, problem))
        });
        match (inner, found.last_mut()) {
            (Some((inner, problem)), _) => {
                let full: Path = path.iter().cloned().chain(inner).collect();
                found.push(with_suggestion(Finding::value(full, problem)));
            }
            (None, Some(last)) if last.path == *path => {
                last.message.push_str("; ");
                last.message.push_str(line);
            }
            (None, _) => found.push(with_suggestion(Finding::value(path.clone(), line))),
        }
    }
    if found.is_empty() {
        found.push(Finding::value(path.clone(), "this does not fit here"));
    }
    found
}

/// A suggestion that a constructor makes in words stands where suggestions stand.
pub(crate) fn with_suggestion(finding: Finding) -> Finding {
    match finding.message.split_once("; did you mean ") {
        Some((message, rest)) => {
            let message = message.to_owned();
            let help = format!("did you mean {rest}");
            Finding { message, help: Some(help), ..finding }
        }
        None => finding,
    }
}
