//! Walks the selections of a text: what they are by, which cases they have, and what is known in each.

use std::collections::BTreeSet;

use fluent_syntax::ast::{InlineExpression, Variant, VariantKey};

use super::Walk;
use crate::check::{Problem, nearest};
use crate::format::plural_categories;
use crate::{Kind, Shape};

/// What a selection is by.
#[derive(Clone, Copy)]
enum By<'k> {
    Number,
    Keys(&'k [&'static str]),
    Anything,
    /// Only whether it is there.
    Presence,
}

impl Walk<'_, '_> {
    pub(super) fn selection(&mut self, selector: &InlineExpression<&str>, variants: &[Variant<&str>]) {
        self.keys_stand_once(variants);
        match selector {
            InlineExpression::VariableReference { id } if self.in_term => {
                self.at(id.name);
                self.cases(None, variants);
            }
            InlineExpression::VariableReference { id } => {
                if let Some((kind, key)) = self.kind(id.name) {
                    self.by_argument(id.name, kind, key, variants);
                }
                let base = id.name.strip_suffix("-key").unwrap_or(id.name);
                let base =
                    if self.arguments.iter().any(|(name, _)| *name == id.name) { id.name } else { base };
                self.cases(Some(base), variants);
            }
            InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
                self.call(id.name, arguments);
                if let [InlineExpression::VariableReference { id }] = arguments.positional.as_slice() {
                    self.keys(id.name, By::Number, false, variants);
                }
                self.cases(None, variants);
            }
            InlineExpression::TermReference { id, attribute: Some(attribute), .. } => {
                self.at(id.name);
                let ours = self.ours.iter().find_map(|ours| ours.terms.get(id.name));
                let attribute = match self.read.terms.get(id.name) {
                    Some(term) => term.attributes.get(attribute.name),
                    None => ours.and_then(|term| term.attributes.get(attribute.name)),
                };
                let outside = std::mem::replace(&mut self.in_term, true);
                self.reference(format!("-{}", id.name), attribute);
                self.in_term = outside;
                self.cases(None, variants);
            }
            other => {
                if let InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } =
                    other
                {
                    self.at(value);
                }
                self.fault(Problem::Selector);
                self.cases(None, variants);
            }
        }
    }

    fn keys_stand_once(&mut self, variants: &[Variant<&str>]) {
        let mut seen = BTreeSet::new();
        for variant in variants {
            let (VariantKey::Identifier { name: key } | VariantKey::NumberLiteral { value: key }) =
                variant.key;
            if !seen.insert(key) {
                self.at(key);
                self.fault(Problem::KeyTwice(key.to_owned()));
            }
        }
    }

    fn by_argument(&mut self, name: &str, kind: Kind, key: bool, variants: &[Variant<&str>]) {
        let absent = kind.may_be_absent();
        let keys;
        let by = match kind.present() {
            Kind::Said(shapes) if key => {
                let mut found = Vec::new();
                keys_of(shapes(), &mut found);
                keys = found;
                By::Keys(&keys)
            }
            Kind::Number => By::Number,
            Kind::Code => By::Anything,
            Kind::Choice(keys) => By::Keys(keys),
            _ if absent => By::Presence,
            Kind::Said(_) => {
                return self.misused(name, &kind, format!("select by `${name}-key`"));
            }
            Kind::Text => {
                return self.misused(name, &kind, "a choice, a code or what is said itself is selected by");
            }
            _ => return self.misused(name, &kind, "nothing can be selected by that"),
        };
        self.keys(name, by, absent, variants);
    }

    /// Holds the cases of a selection against what they can be.
    fn keys(&mut self, name: &str, by: By<'_>, absent: bool, variants: &[Variant<&str>]) {
        let categories = plural_categories(self.read.text.language);
        let mut met = Vec::new();
        for variant in variants {
            let unknown = match (&variant.key, by) {
                (VariantKey::NumberLiteral { .. }, By::Number) => None,
                (VariantKey::NumberLiteral { value }, _) => Some(*value),
                (VariantKey::Identifier { name: "absent" }, _) if absent => None,
                (VariantKey::Identifier { name: key }, By::Number) => {
                    met.push(*key);
                    (!categories.contains(key)).then_some(*key)
                }
                (VariantKey::Identifier { .. }, By::Anything) => None,
                (VariantKey::Identifier { name: "other" }, _) if variant.default => None,
                (VariantKey::Identifier { name: key }, By::Keys(keys)) => {
                    (!keys.contains(key)).then_some(*key)
                }
                (VariantKey::Identifier { name: key }, By::Presence) => Some(*key),
            };
            if let Some(key) = unknown {
                self.at(key);
                let known: &[&str] = match by {
                    By::Number => &categories,
                    By::Keys(keys) => keys,
                    By::Anything | By::Presence => &["absent"],
                };
                let nearest = nearest(key, known.iter().copied());
                self.fault(Problem::UnknownKey { argument: name.to_owned(), key: key.to_owned(), nearest });
            }
        }
        self.at(name);
        let missing = categories.into_iter().filter(|category| !met.contains(category));
        let missing: Vec<_> = missing.collect();
        if matches!(by, By::Number) && !missing.is_empty() {
            let argument = name.to_owned();
            self.fault(Problem::MissingCategories { argument, categories: missing });
        }
    }

    /// Walks the cases; in all but `[absent]` the argument is there.
    fn cases(&mut self, argument: Option<&str>, variants: &[Variant<&str>]) {
        let is_absent =
            |variant: &Variant<&str>| matches!(variant.key, VariantKey::Identifier { name: "absent" });
        let told_apart = variants.iter().any(is_absent);
        for variant in variants {
            let known = argument.filter(|_| told_apart && !is_absent(variant));
            self.present.extend(known.map(str::to_owned));
            self.pattern(&variant.value);
            if known.is_some() {
                self.present.pop();
            }
        }
    }
}

/// Every key that something said can have.
fn keys_of(shapes: &[Shape], keys: &mut Vec<&'static str>) {
    for shape in shapes {
        match shape {
            Shape::Message { key, .. } => keys.push(key),
            Shape::Transparent(shapes) => keys_of(shapes(), keys),
        }
    }
}
