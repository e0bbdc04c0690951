//! Holds the texts of a catalogue against the shapes of what is said: every fault of every language at once.

mod fault;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Pattern};
use fluent_syntax::parser::{self, ErrorKind};
use guildhall_kernel::Language;

pub use fault::{CatalogueFault, CatalogueFaults, Problem};

use crate::ftl::too_deep;
use crate::{Catalogue, Kind, Shape, Text};
use walk::Walk;

type Arguments = &'static [(&'static str, Kind)];

/// What a text does with the arguments of each message.
type Uses = BTreeMap<&'static str, Use>;

#[derive(Default)]
struct Use {
    /// What it selects by or writes.
    used: BTreeSet<String>,
    /// What it writes.
    written: BTreeSet<String>,
}

impl Use {
    fn has(&self, name: &str) -> bool {
        self.used.contains(name) || self.used.contains(&format!("{name}-key"))
    }
}

/// Holds every text of a catalogue against what its types say.
///
/// A catalogue's crate calls it in a test, so that a missing translation, a text that nobody says or a
/// plural without one of its forms fails that test.
///
/// ```
/// use guildhall_words::{Say, catalogue, check};
///
/// #[derive(Say)]
/// struct Seats { free: u32 }
///
/// catalogue! {
///     static WORDS = "seats" {
///         texts {
///             "en" = "seats = { $free ->
///                         [one] One seat is free.
///                        *[other] { $free } seats are free.
///                     }",
///             "sl" = "seats = { $free ->
///                         [one] Prosto je { $free } mesto.
///                        *[other] Prostih je { $free } mest.
///                     }",
///         }
///         says { Seats }
///     }
/// }
///
/// let faults = check(&WORDS).unwrap_err().to_string();
/// assert!(faults.contains("`$free` is selected by without `two`, `few`"), "{faults}");
/// ```
///
/// # Errors
/// [`CatalogueFaults`], at least one: a message missing in a language or said by nobody, an argument that
/// does not exist, is used for what it is not, is used in no language, or is written in English and left out
/// by another language, a plural without a category of its language, a case that can never be met, a text that
/// does not parse. A default case `*[other]` may stand after every key, though nothing is left for it.
///
/// What a language leaves out knowingly is named in the comment right above its message:
///
/// ```ftl
/// # Leaves out $unsigned: a minus stands right before the number.
/// money = { $amount } { $currency }
/// ```
///
pub fn check(catalogue: &Catalogue) -> Result<(), CatalogueFaults> {
    let mut faults = Vec::new();
    let shapes = shapes_of(catalogue, &mut faults);
    let mut texts: Vec<(Read<'_>, Uses)> = Vec::new();
    let mut languages = BTreeSet::new();
    for text in catalogue.texts().iter().map(Source::from) {
        if text.language.parse::<Language>().is_err() {
            faults.push(CatalogueFault::of(text, Problem::NoLanguage));
        }
        if !languages.insert(text.language) {
            faults.push(CatalogueFault::of(text, Problem::LanguageTwice));
        }
        let read = Read::new(text, &mut faults);
        let (found, uses) = read.check(&shapes, &[]);
        faults.extend(found);
        for id in shapes.keys().filter(|id| !read.messages.contains_key(**id) && !read.unread.contains(**id))
        {
            faults.push(CatalogueFault::of(text, Problem::Missing).about(id));
        }
        texts.push((read, uses));
    }
    if !languages.contains("en") {
        faults.push(CatalogueFault::of_catalogue(catalogue, Problem::NoEnglish));
    }
    for (id, arguments) in &shapes {
        // A message that no text has is missing, which is enough to say of it.
        if !texts.iter().any(|(_, uses)| uses.contains_key(id)) {
            continue;
        }
        let is_used =
            |name: &str| texts.iter().filter_map(|(_, uses)| uses.get(id)).any(|used| used.has(name));
        for (name, _) in arguments.iter().filter(|(name, _)| !is_used(name)) {
            let problem = Problem::UnusedArgument((*name).to_owned());
            faults.push(CatalogueFault::of_catalogue(catalogue, problem).about(id));
        }
    }
    if let Some((_, english)) = texts.iter().find(|(read, _)| read.text.language == "en") {
        faults.extend(texts.iter().flat_map(|(read, uses)| read.left_out(uses, english)));
    }
    CatalogueFaults::none_or(faults)
}

/// Holds a text that adds to a catalogue, or rewords some of it, against the same shapes; `ours` is what that
/// language has already, the latest first.
pub(crate) fn check_addition(
    catalogue: &Catalogue,
    text: Source<'_>,
    ours: &[Source<'_>],
) -> Result<(), CatalogueFaults> {
    let mut faults = Vec::new();
    let shapes = shapes_of(catalogue, &mut Vec::new());
    let ours: Vec<_> = ours.iter().map(|text| Read::new(*text, &mut Vec::new())).collect();
    let read = Read::new(text, &mut faults);
    faults.extend(read.check(&shapes, &ours).0);
    CatalogueFaults::none_or(faults)
}

/// Every message of a catalogue with its arguments.
fn shapes_of(catalogue: &Catalogue, faults: &mut Vec<CatalogueFault>) -> BTreeMap<&'static str, Arguments> {
    let mut shapes = BTreeMap::new();
    for shape in catalogue.shapes().iter().copied().flatten() {
        match shape {
            Shape::Message { id, arguments, .. } => {
                if shapes.insert(*id, *arguments).is_some() {
                    faults.push(CatalogueFault::of_catalogue(catalogue, Problem::SaidTwice).about(id));
                }
            }
            // The type of the field is listed itself, here or in its own catalogue.
            Shape::Transparent(_) => {}
        }
    }
    shapes
}

/// A text to check, of a catalogue or added to one.
#[derive(Clone, Copy)]
pub(crate) struct Source<'a> {
    pub(crate) language: &'a str,
    pub(crate) file: &'a str,
    pub(crate) ftl: &'a str,
}

impl From<&Text> for Source<'_> {
    fn from(text: &Text) -> Self {
        Self { language: text.language, file: text.file, ftl: text.ftl }
    }
}

/// A text, read for checking: names are slices of it, so that each knows its line.
struct Read<'a> {
    text: Source<'a>,
    messages: BTreeMap<&'a str, Pattern<&'a str>>,
    terms: BTreeMap<&'a str, Term<'a>>,
    /// The comments right above messages.
    comments: BTreeMap<&'a str, String>,
    /// What begins like an entry and does not parse: a fault of syntax, so not missing besides.
    unread: BTreeSet<&'a str>,
}

struct Term<'a> {
    name: &'a str,
    value: Pattern<&'a str>,
    attributes: BTreeMap<&'a str, Pattern<&'a str>>,
}

impl<'a> Read<'a> {
    fn new(text: Source<'a>, faults: &mut Vec<CatalogueFault>) -> Self {
        let mut read = Self {
            text,
            messages: BTreeMap::new(),
            terms: BTreeMap::new(),
            comments: BTreeMap::new(),
            unread: BTreeSet::new(),
        };
        if let Some(line) = too_deep(text.ftl) {
            faults.push(CatalogueFault::at(text, line, Problem::TooDeep));
            return read;
        }
        let resource = parser::parse(text.ftl).unwrap_or_else(|(resource, errors)| {
            faults.extend(errors.iter().map(|error| {
                let line = line_at(text.ftl, error.pos.start);
                CatalogueFault::at(text, line, Problem::Syntax(unread(&error.kind)))
            }));
            resource
        });
        let mut add = |name: &'a str, problem| {
            faults.push(CatalogueFault::at(text, line_of(text.ftl, name), problem).about(name));
        };
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    let name = message.id.name;
                    if !message.attributes.is_empty() {
                        add(name, Problem::Attribute);
                    }
                    match message.value {
                        Some(value) if !read.messages.contains_key(name) => {
                            let comment = message.comment.map(|comment| comment.content.join(" "));
                            read.comments.extend(comment.map(|comment| (name, comment)));
                            read.messages.insert(name, value);
                        }
                        Some(_) => add(name, Problem::Twice),
                        None => add(name, Problem::NoValue),
                    }
                }
                Entry::Term(term) => {
                    let name = term.id.name;
                    let attributes =
                        term.attributes.into_iter().map(|one| (one.id.name, one.value)).collect();
                    let term = Term { name, value: term.value, attributes };
                    if read.terms.contains_key(name) {
                        add(name, Problem::Twice);
                    } else {
                        read.terms.insert(name, term);
                    }
                }
                Entry::Junk { content } => {
                    read.unread
                        .extend(content.split(|letter: char| letter.is_whitespace() || letter == '=').next());
                }
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            }
        }
        read
    }

    /// Walks every message with the arguments it is said with: what is wrong, and which of them occur.
    fn check(
        &self,
        shapes: &BTreeMap<&'static str, Arguments>,
        ours: &[Read<'_>],
    ) -> (Vec<CatalogueFault>, Uses) {
        let (mut faults, mut uses) = (Vec::new(), Uses::new());
        let mut met = BTreeSet::new();
        for (name, pattern) in &self.messages {
            if let Some((id, arguments)) = shapes.get_key_value(*name) {
                let mut walk = Walk::new(self, ours, name, arguments);
                walk.pattern(pattern);
                uses.insert(id, Use { used: walk.used, written: walk.written });
                met.extend(walk.met);
                faults.extend(walk.faults);
            }
        }
        let at =
            |name, problem| CatalogueFault::at(self.text, line_of(self.text.ftl, name), problem).about(name);
        for name in self.messages.keys().filter(|name| !shapes.contains_key(**name) && !met.contains(**name))
        {
            faults.push(at(name, Problem::NeverSaid { nearest: nearest(name, shapes.keys().copied()) }));
        }
        for term in self.terms.values().filter(|term| !met.contains(&format!("-{}", term.name))) {
            faults.push(at(term.name, Problem::UnusedTerm));
        }
        (faults, uses)
    }

    /// What English writes and this text has no use for, unless the comment of the message names it.
    fn left_out(&self, uses: &Uses, english: &Uses) -> Vec<CatalogueFault> {
        let mut faults = Vec::new();
        for name in self.messages.keys() {
            let Some((here, there)) = uses.get(name).zip(english.get(name)) else { continue };
            let comment = self.comments.get(name).map_or("", String::as_str);
            let named = |argument: &str| {
                let ends = |letter: char| !(letter.is_ascii_alphanumeric() || letter == '-');
                comment.split('$').skip(1).any(|rest| rest.split(ends).next() == Some(argument))
            };
            for argument in there.written.iter().filter(|argument| !here.has(argument) && !named(argument)) {
                let line = line_of(self.text.ftl, name);
                faults.push(
                    CatalogueFault::at(self.text, line, Problem::LeftOut(argument.clone())).about(name),
                );
            }
        }
        faults
    }
}

/// What does not parse, in the words of who writes texts.
fn unread(kind: &ErrorKind) -> String {
    match kind {
        ErrorKind::ExpectedCharRange { range } if range.starts_with('\n') => {
            "each case of a selection, and the brace that ends it, begins a line of its own".to_owned()
        }
        kind => kind.to_string(),
    }
}

/// The line of a text, from 1, at which a slice of it stands; the first for what is no slice of it.
fn line_of(text: &str, slice: &str) -> usize {
    let at = slice.as_ptr().addr().checked_sub(text.as_ptr().addr());
    at.map_or(1, |at| line_at(text, at))
}

fn line_at(text: &str, at: usize) -> usize {
    let before = text.bytes().take(at);
    1 + before.filter(|byte| *byte == b'\n').count()
}

/// The name that was probably meant.
fn nearest<'n>(wrong: &str, names: impl Iterator<Item = &'n str>) -> Option<String> {
    let by_likeness = names.map(|name| (strsim::normalized_damerau_levenshtein(wrong, name), name));
    let best = by_likeness.filter(|(likeness, _)| *likeness > 0.6);
    best.max_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, name)| name.to_owned())
}
