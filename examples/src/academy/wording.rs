//! Decisions and values in English words.

use guildhall::civic::PartnerRole;
use guildhall::kernel::{Language, LocalisedText};
use guildhall::rules::{Asked, Doubt, Explanation, Fact, Finding, Value, Verdict, Vocabulary};

/// The text in English, or else in Slovene: what the places here are called.
pub(super) fn english(text: &LocalisedText) -> &str {
    best(text, ["en", "sl"])
}

/// The text in Slovene, or else in English.
pub(super) fn slovene(text: &LocalisedText) -> &str {
    best(text, ["sl", "en"])
}

fn best<'t>(text: &'t LocalisedText, tags: [&str; 2]) -> &'t str {
    let languages: Vec<Language> = tags.iter().filter_map(|tag| tag.parse().ok()).collect();
    text.best(&languages)
}

/// A code as it reads in a sentence.
pub(super) fn spoken(code: &str) -> String {
    code.replace(['_', '-'], " ")
}

/// A role as it reads in a list.
pub(super) fn role(role: PartnerRole) -> String {
    spoken(role.as_str())
}

/// The alternatives of a rule that carry its verdict.
fn alternatives(explanation: &Explanation) -> impl Iterator<Item = &Finding> {
    let root = explanation.root();
    let all = if root.children().is_empty() { std::slice::from_ref(root) } else { root.children() };
    all.iter().filter(|one| one.is_relevant())
}

/// Why a rule said yes: the first alternative that holds.
pub(super) fn ground(explanation: &Explanation) -> Option<&Finding> {
    alternatives(explanation).next()
}

/// Why a rule said what it said: a line for each alternative that carries the verdict, with the facts
/// behind it.
pub(super) fn reasons(explanation: &Explanation, vocabulary: &Vocabulary) -> Vec<String> {
    let mark = match explanation.verdict() {
        Verdict::Met => "✓",
        Verdict::Unmet => "✗",
        Verdict::Undetermined => "?",
    };
    let line = |alternative: &Finding| {
        let facts = facts(alternative, vocabulary).join("; ");
        match alternative.label() {
            Some(label) => format!("{mark} {} ({facts})", english(label)),
            None => format!("{mark} {facts}"),
        }
    };
    alternatives(explanation).map(line).collect()
}

/// The facts that carry the verdict of a clause, as they were found. What does not apply is said only
/// where nothing else is left to say.
fn facts(clause: &Finding, vocabulary: &Vocabulary) -> Vec<String> {
    let mut asked = Vec::new();
    collect(clause, &mut asked);
    let applies = |asked: &&Asked| !matches!(asked.found(), Fact::NotApplicable { .. });
    if asked.iter().any(applies) {
        asked.retain(applies);
    }
    asked.into_iter().map(|asked| found(asked, vocabulary)).collect()
}

fn collect<'e>(clause: &'e Finding, into: &mut Vec<&'e Asked>) {
    into.extend(clause.asked());
    clause.children().iter().filter(|child| child.is_relevant()).for_each(|child| collect(child, into));
}

fn found(asked: &Asked, vocabulary: &Vocabulary) -> String {
    let declared = vocabulary.get(asked.fact().as_str());
    let label =
        declared.map_or_else(|| asked.fact().as_str().to_owned(), |one| english(one.label()).to_owned());
    let value = match (asked.found(), asked.doubt()) {
        (Fact::Missing, _) => "not known".to_owned(),
        (Fact::NotApplicable { .. }, _) => "does not apply".to_owned(),
        (Fact::Contested { .. }, _) => "the evidence disagrees".to_owned(),
        (Fact::Known { value, .. }, Some(Doubt::Incomplete)) => format!("{} so far", said(value)),
        (Fact::Known { value, .. }, _) => said(value),
    };
    format!("{label}: {value}")
}

fn said(value: &Value) -> String {
    match value {
        Value::Boolean(true) => "yes".to_owned(),
        Value::Boolean(false) => "no".to_owned(),
        Value::Symbol(code) => spoken(code.as_str()),
        Value::Integer(number) => number.to_string(),
        Value::Decimal(number) => number.to_string(),
        Value::Date(day) => day.to_string(),
        Value::Set(codes) if codes.count() == 0 => "none".to_owned(),
        Value::Set(codes) => codes.iter().map(|code| spoken(code.as_str())).collect::<Vec<_>>().join(", "),
        _ => "?".to_owned(),
    }
}
