//! A text in the syntax of Fluent, read once: its messages and terms, and the plural rules of its language.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Entry, Pattern};
use fluent_syntax::parser;
use icu_plurals::PluralRules;

use crate::format::plural_rules;

/// The messages and terms of one text.
#[derive(Debug)]
pub(crate) struct Ftl {
    /// The tag of the text's language.
    pub(crate) language: String,
    pub(crate) plurals: Option<PluralRules>,
    messages: BTreeMap<String, Pattern<String>>,
    terms: BTreeMap<String, Term>,
}

#[derive(Debug)]
pub(crate) struct Term {
    pub(crate) value: Pattern<String>,
    pub(crate) attributes: BTreeMap<String, Pattern<String>>,
}

impl Ftl {
    /// Reads what can be read; what cannot is the checker's to tell.
    pub(crate) fn read(language: &str, ftl: &str) -> Self {
        let mut read = Self {
            language: language.to_owned(),
            plurals: plural_rules(language),
            messages: BTreeMap::new(),
            terms: BTreeMap::new(),
        };
        if too_deep(ftl).is_some() {
            return read;
        }
        let resource = parser::parse_runtime(ftl.to_owned()).unwrap_or_else(|(resource, _)| resource);
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    if let Some(value) = message.value {
                        read.messages.entry(message.id.name).or_insert(value);
                    }
                }
                Entry::Term(term) => {
                    let attributes = term.attributes.into_iter().map(|one| (one.id.name, one.value));
                    let attributes = attributes.collect();
                    read.terms.entry(term.id.name).or_insert(Term { value: term.value, attributes });
                }
                Entry::Comment(_)
                | Entry::GroupComment(_)
                | Entry::ResourceComment(_)
                | Entry::Junk { .. } => {}
            }
        }
        read
    }

    pub(crate) fn message(&self, id: &str) -> Option<&Pattern<String>> {
        self.messages.get(id)
    }

    pub(crate) fn term(&self, id: &str) -> Option<&Term> {
        self.terms.get(id)
    }
}

/// How deep placeables may stand in one another; the parser and the walks recurse.
const DEEPEST: usize = 32;

/// The line at which placeables stand too deep in one another.
pub(crate) fn too_deep(ftl: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (line, text) in (1..).zip(ftl.lines()) {
        // An entry begins at the margin, whatever stood open before.
        if text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-') {
            depth = 0;
        }
        for letter in text.chars() {
            match letter {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > DEEPEST {
                return Some(line);
            }
        }
    }
    None
}
