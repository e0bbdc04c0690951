//! Walks one message of a text, with the arguments it is said with.

mod cases;

use std::collections::BTreeSet;

use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, Pattern, PatternElement};

use super::{Arguments, CatalogueFault, Problem, Read, line_of, nearest};
use crate::Kind;
use crate::format::Style;
use crate::resolve::MOST_REFERENCES;

/// The functions that texts may call.
const FUNCTIONS: [&str; 4] = ["DATE", "DATETIME", "LIST", "NUMBER"];

pub(super) struct Walk<'r, 'a> {
    read: &'r Read<'a>,
    /// What the language of an addition has already, the latest first.
    ours: &'r [Read<'r>],
    message: &'r str,
    arguments: Arguments,
    /// Whether the walk is in a term, whose arguments are its caller's.
    in_term: bool,
    /// The arguments that are known to be there.
    present: Vec<String>,
    /// The messages and terms that the walk is in.
    within: Vec<String>,
    /// How many references were followed.
    followed: usize,
    line: usize,
    pub(super) used: BTreeSet<String>,
    /// The arguments that are written, not only selected by.
    pub(super) written: BTreeSet<String>,
    /// The messages, and the terms with a `-`, that are referred to.
    pub(super) met: BTreeSet<String>,
    pub(super) faults: Vec<CatalogueFault>,
}

impl<'r, 'a> Walk<'r, 'a> {
    pub(super) fn new(
        read: &'r Read<'a>,
        ours: &'r [Read<'r>],
        message: &'r str,
        arguments: Arguments,
    ) -> Self {
        let line = line_of(read.text.ftl, message);
        Self {
            read,
            ours,
            message,
            arguments,
            in_term: false,
            present: Vec::new(),
            within: vec![message.to_owned()],
            followed: 0,
            line,
            used: BTreeSet::new(),
            written: BTreeSet::new(),
            met: BTreeSet::new(),
            faults: Vec::new(),
        }
    }

    pub(super) fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { .. } => {}
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn fault(&mut self, problem: Problem) {
        self.faults.push(CatalogueFault::at(self.read.text, self.line, problem).about(self.message));
    }

    /// Remembers the line of a name; a name of another text leaves it.
    fn at(&mut self, name: &str) {
        let text = self.read.text.ftl.as_bytes().as_ptr_range();
        if text.contains(&name.as_ptr()) {
            self.line = line_of(self.read.text.ftl, name);
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.placed(inline),
            Expression::Select { selector, variants } => self.selection(selector, variants),
        }
    }

    /// The kind of an argument, and whether its key is meant.
    fn kind(&mut self, name: &str) -> Option<(Kind, bool)> {
        self.at(name);
        let find = |wanted: &str| {
            self.arguments.iter().find(|(name, _)| *name == wanted).map(|(name, kind)| (*name, *kind))
        };
        let key = || name.strip_suffix("-key").and_then(find).filter(|(_, kind)| kind.has_key());
        let found = find(name).map(|found| (found, false)).or_else(|| key().map(|found| (found, true)));
        match found {
            Some(((name, kind), key)) => {
                self.used.insert(name.to_owned());
                Some((kind, key))
            }
            None => {
                let keys = self.arguments.iter().filter(|(_, kind)| kind.has_key());
                let keys: Vec<_> = keys.map(|(name, _)| format!("{name}-key")).collect();
                let names = self.arguments.iter().map(|(name, _)| *name);
                // What has no key was perhaps thought to have one.
                let without = name.strip_suffix("-key").and_then(find).map(|(name, _)| name.to_owned());
                let nearest = without.or_else(|| nearest(name, names.chain(keys.iter().map(String::as_str))));
                let nearest = nearest.map(|name| format!("${name}"));
                self.fault(Problem::UnknownArgument { name: name.to_owned(), nearest });
                None
            }
        }
    }

    fn misused(&mut self, argument: &str, kind: &Kind, advice: impl Into<String>) {
        let (argument, kind) = (argument.to_owned(), named(kind));
        self.fault(Problem::Misused { argument, kind, advice: advice.into() });
    }

    fn placed(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } if self.in_term => {
                self.at(id.name);
                self.fault(Problem::Misused {
                    argument: id.name.to_owned(),
                    kind: "given to a term",
                    advice: "a term can only select by what it is given".to_owned(),
                });
            }
            InlineExpression::VariableReference { id } => {
                if let Some(kind) = self.written(id.name)
                    && let Kind::Choice(keys) = kind.present()
                {
                    self.misused(id.name, &kind, format!("select by it, {}", keys.join(" or ")));
                }
            }
            InlineExpression::FunctionReference { id, arguments } => self.call(id.name, arguments),
            InlineExpression::MessageReference { id, attribute } => {
                self.at(id.name);
                if attribute.is_some() {
                    self.fault(Problem::Attribute);
                }
                let ours = self.ours.iter().find_map(|ours| ours.messages.get(id.name));
                let pattern: Option<&Pattern<&str>> = self.read.messages.get(id.name).or(ours);
                self.reference(id.name.to_owned(), pattern);
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                self.at(id.name);
                let name = format!("-{}", id.name);
                if attribute.is_some() {
                    self.fault(Problem::Selector);
                }
                if arguments.as_ref().is_some_and(|arguments| !arguments.positional.is_empty()) {
                    let advice = "takes what it selects by with a name".to_owned();
                    self.fault(Problem::Call { function: name.clone(), advice });
                }
                let ours = self.ours.iter().find_map(|ours| ours.terms.get(id.name)).map(|term| &term.value);
                let pattern = self.read.terms.get(id.name).map(|term| &term.value).or(ours);
                let outside = std::mem::replace(&mut self.in_term, true);
                self.reference(name, pattern);
                self.in_term = outside;
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    /// An argument that is written, here or by a function: it is there, and no key.
    fn written(&mut self, name: &str) -> Option<Kind> {
        let (kind, key) = self.kind(name)?;
        if key {
            self.misused(name, &kind, "its key is for selecting alone; write the argument itself");
        } else if kind.may_be_absent() && !self.present.iter().any(|present| present == name) {
            self.fault(Problem::MayBeAbsent(name.to_owned()));
        } else if !key {
            self.written.insert(name.to_owned());
        }
        if let Some(advice) = unlisted(kind.present()) {
            self.misused(name, &kind, advice);
            return None;
        }
        Some(kind)
    }

    fn reference(&mut self, name: String, pattern: Option<&Pattern<&str>>) {
        let Some(pattern) = pattern else {
            let terms = self.read.terms.keys().map(|name| format!("-{name}"));
            let names: Vec<_> =
                terms.chain(self.read.messages.keys().map(|name| (*name).to_owned())).collect();
            let nearest = nearest(&name, names.iter().map(String::as_str));
            return self.fault(Problem::UnknownReference { name, nearest });
        };
        self.met.insert(name.clone());
        if self.within.contains(&name) {
            return self.fault(Problem::Circle(name));
        }
        self.followed += 1;
        if self.followed > MOST_REFERENCES {
            if self.followed == MOST_REFERENCES + 1 {
                self.fault(Problem::TooManyReferences);
            }
            return;
        }
        let line = self.line;
        self.within.push(name);
        self.pattern(pattern);
        self.within.pop();
        self.line = line;
    }

    fn call(&mut self, function: &str, arguments: &CallArguments<&str>) {
        self.at(function);
        if !FUNCTIONS.contains(&function) {
            let (name, nearest) = (function.to_owned(), nearest(function, FUNCTIONS.into_iter()));
            return self.fault(Problem::UnknownFunction { name, nearest });
        }
        let call = |advice: String| Problem::Call { function: function.to_owned(), advice };
        let [InlineExpression::VariableReference { id }] = arguments.positional.as_slice() else {
            return self.fault(call("takes one argument of the message".to_owned()));
        };
        if let Some(kind) = self.written(id.name) {
            let fits = match kind.present() {
                Kind::Day | Kind::Wall | Kind::Instant => matches!(function, "DATE" | "DATETIME"),
                Kind::List(_) => function == "LIST",
                Kind::Number => function == "NUMBER",
                Kind::Text
                | Kind::Code
                | Kind::Choice(_)
                | Kind::Localised
                | Kind::Money
                | Kind::Said(_)
                | Kind::Optional(_) => false,
            };
            if !fits {
                self.misused(id.name, &kind, format!("`{function}` does not write that"));
            }
        }
        let styles = Style::ALL.map(Style::name);
        let (known, values): (_, &[&str]) = match function {
            "DATE" | "DATETIME" => ("style", &styles),
            "LIST" => ("type", &["and", "or"]),
            _ => ("", &[]),
        };
        for named in &arguments.named {
            self.at(named.name.name);
            let given = match &named.value {
                InlineExpression::StringLiteral { value } => Some(*value),
                _ => None,
            };
            let ok = named.name.name == known && given.is_some_and(|given| values.contains(&given));
            if !ok && known.is_empty() {
                self.fault(call("takes no options".to_owned()));
            } else if !ok {
                self.fault(call(format!("takes `{known}`, one of {}", values.join(", "))));
            }
        }
    }
}

/// Why a list cannot be written: what it lists is not always there, or only to select by.
fn unlisted(kind: &Kind) -> Option<&'static str> {
    let Kind::List(items) = kind else { return None };
    match items {
        Kind::Optional(_) => Some("what may be absent cannot be listed; list what is there"),
        Kind::Choice(_) => Some("choices cannot be written; list what is said itself"),
        items => unlisted(items),
    }
}

fn named(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text => "a text",
        Kind::Code => "a code",
        Kind::Choice(_) => "a choice",
        Kind::Localised => "a text in several languages",
        Kind::Number => "a number",
        Kind::Money => "money",
        Kind::Day => "a day",
        Kind::Wall => "a day or a wall time",
        Kind::Instant => "an instant",
        Kind::Said(_) => "a label",
        Kind::List(_) => "a list",
        Kind::Optional(kind) => named(kind),
    }
}
