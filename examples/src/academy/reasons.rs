//! Why a rule said what it said, laid out for the sheet.

use guildhall::rules::{self, Explanation, Finding, Told, Verdict, Vocabulary};

use super::clerk::Clerk;

/// The alternatives of a rule, numbered from 1; the rule itself where it has none.
pub(super) fn alternatives(explanation: &Explanation) -> impl Iterator<Item = (usize, &Finding)> {
    let root = explanation.root();
    let all = if root.children().is_empty() { std::slice::from_ref(root) } else { root.children() };
    (1..).zip(all)
}

/// The alternatives that carry the verdict.
pub(super) fn decisive(explanation: &Explanation) -> impl Iterator<Item = (usize, &Finding)> {
    alternatives(explanation).filter(|(_, clause)| clause.is_relevant())
}

/// Why a rule said no, or nothing yet.
pub(super) struct Account {
    /// The sentence that says what it said.
    pub(super) opening: String,
    /// Each condition that carries the verdict, with its mark and the facts behind it.
    pub(super) conditions: Vec<(&'static str, String, Vec<String>)>,
}

/// Tells why a rule said what it said.
pub(super) fn account(explanation: &Explanation, vocabulary: &Vocabulary, clerk: &Clerk) -> Account {
    let mark = match explanation.verdict() {
        Verdict::Met => "✓",
        Verdict::Unmet => "✗",
        Verdict::Undetermined => "?",
    };
    let told = rules::reasons(explanation, vocabulary, clerk.words());
    let mut conditions = Vec::new();
    told.reasons().iter().for_each(|reason| collect(reason, mark, &mut conditions));
    Account { opening: told.opening().to_owned(), conditions }
}

fn collect(told: &Told, mark: &'static str, into: &mut Vec<(&'static str, String, Vec<String>)>) {
    match told.label() {
        Some(label) => {
            let facts = told.found().iter().map(|found| found.note().to_owned()).collect();
            into.push((mark, label.to_owned(), facts));
        }
        // What was asked and found stands in the sentence.
        None => into.push((mark, told.sentence().to_owned(), Vec::new())),
    }
    told.parts().iter().for_each(|part| collect(part, mark, into));
}
