//! What is wrong with texts, each fault at its place.

use std::fmt;

use super::Source;
use crate::Catalogue;

/// What is wrong with a text, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CatalogueFault {
    catalogue: Option<&'static str>,
    file: String,
    language: Option<String>,
    line: Option<usize>,
    message: Option<String>,
    problem: Problem,
}

/// What can be wrong with a text.
///
/// Not exhaustive: the checker learns to see more.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// The text does not parse.
    #[error("this does not parse: {0}")]
    Syntax(String),
    /// Placeables stand too deep in one another.
    #[error("the braces stand too deep in one another")]
    TooDeep,
    /// The language is no tag.
    #[error("the language is no tag such as `sl`")]
    NoLanguage,
    /// The language is listed twice.
    #[error("the language is listed twice")]
    LanguageTwice,
    /// The catalogue has no English text, which every language falls back to.
    #[error("there is no English text, which every language falls back to")]
    NoEnglish,
    /// Two types or variants have one message.
    #[error("two types or variants are called so")]
    SaidTwice,
    /// The text has no such message.
    #[error("is missing")]
    Missing,
    /// No type says this message.
    #[error("nothing says this{}", hint(.nearest))]
    NeverSaid {
        /// The name that was probably meant.
        nearest: Option<String>,
    },
    /// The message or term stands here twice.
    #[error("stands here a second time")]
    Twice,
    /// The message is empty.
    #[error("has no text")]
    NoValue,
    /// The message has attributes, which nothing says.
    #[error("has attributes, which nothing says")]
    Attribute,
    /// No message uses the term.
    #[error("the term is used nowhere")]
    UnusedTerm,
    /// The message has no such argument.
    #[error("there is no argument `${name}`{}", hint(.nearest))]
    UnknownArgument {
        /// The name in the text.
        name: String,
        /// The name that was probably meant.
        nearest: Option<String>,
    },
    /// No language uses the argument.
    #[error("the argument `${0}` is used in no language; skip it in the type if nobody needs it")]
    UnusedArgument(String),
    /// English writes the argument, and this language has no use for it.
    #[error(
        "leaves out `${0}`, which English writes; if that is meant, say so in a comment above the message"
    )]
    LeftOut(String),
    /// An argument that may be absent is written where nothing makes sure that it is there.
    #[error("`${0}` may be absent: select by it, with a case for `[absent]`, and write it in the others")]
    MayBeAbsent(String),
    /// An argument is used for what it is not.
    #[error("`${argument}` is {kind}: {advice}")]
    Misused {
        /// The argument.
        argument: String,
        /// What it is.
        kind: &'static str,
        /// What to do instead.
        advice: String,
    },
    /// The selection lacks plural categories of the language.
    #[error("`${argument}` is selected by without {}, which this language has", ticked(.categories))]
    MissingCategories {
        /// The argument.
        argument: String,
        /// The categories that lack a case.
        categories: Vec<&'static str>,
    },
    /// A case that can never be met; a default `*[other]` after every key is none.
    #[error("`${argument}` is never `{key}`{}", hint(.nearest))]
    UnknownKey {
        /// The argument.
        argument: String,
        /// The key in the text.
        key: String,
        /// The key that was probably meant.
        nearest: Option<String>,
    },
    /// A case that stands twice in one selection.
    #[error("the case `{0}` stands in the selection twice")]
    KeyTwice(String),
    /// Something that nothing can be selected by.
    #[error("only an argument, or an attribute of a term, can be selected by")]
    Selector,
    /// There is no such function.
    #[error("there is no function `{name}`{}", hint(.nearest))]
    UnknownFunction {
        /// The name in the text.
        name: String,
        /// The name that was probably meant.
        nearest: Option<String>,
    },
    /// A function that is not called as it should be.
    #[error("`{function}` {advice}")]
    Call {
        /// The function.
        function: String,
        /// How it is called.
        advice: String,
    },
    /// There is no such message or term in the text.
    #[error("refers to `{name}`, which is not here{}", hint(.nearest))]
    UnknownReference {
        /// The name in the text.
        name: String,
        /// The name that was probably meant.
        nearest: Option<String>,
    },
    /// The message follows more references than a sentence has use for.
    #[error("refers to more than a hundred messages and terms")]
    TooManyReferences,
    /// Messages or terms that refer to one another in a circle.
    #[error("refers to itself by way of `{0}`")]
    Circle(String),
}

fn hint(nearest: &Option<String>) -> String {
    nearest.as_ref().map_or_else(String::new, |name| format!("; is `{name}` meant?"))
}

fn ticked(names: &[&str]) -> String {
    let ticked: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    ticked.join(", ")
}

impl CatalogueFault {
    pub(super) fn of_catalogue(catalogue: &Catalogue, problem: Problem) -> Self {
        Self {
            catalogue: Some(catalogue.name()),
            file: String::new(),
            language: None,
            line: None,
            message: None,
            problem,
        }
    }

    pub(super) fn of(text: Source<'_>, problem: Problem) -> Self {
        Self {
            catalogue: None,
            file: text.file.to_owned(),
            language: Some(text.language.to_owned()),
            line: None,
            message: None,
            problem,
        }
    }

    pub(super) fn at(text: Source<'_>, line: usize, problem: Problem) -> Self {
        Self { line: Some(line), ..Self::of(text, problem) }
    }

    pub(super) fn about(self, message: &str) -> Self {
        Self { message: Some(message.to_owned()), ..self }
    }

    /// The file of the text, as the catalogue names it; empty for a fault of the whole catalogue.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The language of the text, where the fault is in one language.
    pub fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// The line, from 1, where the fault has one.
    pub const fn line(&self) -> Option<usize> {
        self.line
    }

    /// The message or term that the fault is about.
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// What is wrong.
    pub const fn problem(&self) -> &Problem {
        &self.problem
    }
}

impl fmt::Display for CatalogueFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.catalogue, self.line) {
            (Some(catalogue), _) => write!(f, "catalogue `{catalogue}`: ")?,
            // A text given in place has its own lines, not those of the file around it.
            (None, Some(line)) if self.file.ends_with(".rs") => {
                let language = self.language.as_deref().unwrap_or_default();
                write!(f, "{}, text in `{language}`, line {line}: ", self.file)?;
            }
            (None, None) if self.file.ends_with(".rs") => {
                write!(f, "{}, text in `{}`: ", self.file, self.language.as_deref().unwrap_or_default())?;
            }
            (None, Some(line)) => write!(f, "{}:{line}: ", self.file)?,
            (None, None) => write!(f, "{}: ", self.file)?,
        }
        if let Some(message) = &self.message {
            write!(f, "`{message}`: ")?;
        }
        self.problem.fmt(f)
    }
}

/// Every fault of a catalogue, ordered by file and line; at least one. Its text has one fault a line, in a
/// failed test as well.
#[derive(Clone, PartialEq, Eq)]
pub struct CatalogueFaults(Vec<CatalogueFault>);

impl CatalogueFaults {
    pub(super) fn none_or(mut faults: Vec<CatalogueFault>) -> Result<(), Self> {
        faults.sort_by(|one, other| {
            let place = |fault: &CatalogueFault| (fault.file.clone(), fault.line);
            place(one).cmp(&place(other)).then_with(|| one.cmp(other))
        });
        faults.dedup();
        if faults.is_empty() { Ok(()) } else { Err(Self(faults)) }
    }

    /// Every fault.
    pub fn iter(&self) -> std::slice::Iter<'_, CatalogueFault> {
        self.0.iter()
    }
}
impl<'a> IntoIterator for &'a CatalogueFaults {
    type Item = &'a CatalogueFault;
    type IntoIter = std::slice::Iter<'a, CatalogueFault>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
impl fmt::Display for CatalogueFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, fault) in self.0.iter().enumerate() {
            let end = if at == 0 { "" } else { "\n" };
            write!(f, "{end}{fault}")?;
        }
        Ok(())
    }
}
impl fmt::Debug for CatalogueFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n{self}\n")
    }
}
impl std::error::Error for CatalogueFaults {}
