//! What rules say to people, in four languages: each sentence is a type here, whose texts are checked.

use std::borrow::Cow;

use chrono::NaiveDate;
use guildhall_kernel::{LocalisedText, Time};
use guildhall_words::{Argument, Kind, Say, ToArgument};
use rust_decimal::Decimal;

use crate::{CalendarUnit, FactKey, Length, Symbol, Verdict};

guildhall_words::catalogue! {
    /// What rules say, in four languages.
    pub static WORDS = "rules" {
        texts {
            "en" => "../words/en.ftl",
            "pl" => "../words/pl.ftl",
            "ru" => "../words/ru.ftl",
            "sl" => "../words/sl.ftl",
        }
        says {
            Verdict,
            crate::Doubt,
            crate::CalendarUnit,
            Opening,
            Group,
            Condition<'_>,
            Opaque<'_>,
            Demand<'_>,
            Outcome<'_>,
            Sentence<'_>,
            Found<'_>,
            Note<'_>,
            Single<'_>,
            When<'_>,
            Span<'_>,
            Range,
            Long,
            Listed<'_>,
            Needed<'_>,
            NeededFact<'_>,
        }
    }
}

/// How an account opens: the verdict, and how the conditions below belong together.
#[derive(Clone, Copy, Debug, Say)]
pub(crate) enum Opening {
    One { verdict: Verdict },
    All { verdict: Verdict },
    Any { verdict: Verdict },
    AtLeast { verdict: Verdict, n: usize, of: usize },
}

/// Conditions that belong together, and for which no officer found words.
#[derive(Clone, Copy, Debug, Say)]
pub(crate) enum Group {
    All { verdict: Verdict },
    Any { verdict: Verdict },
    AtLeast { verdict: Verdict, n: usize, of: usize },
}

/// A condition in an officer's own words; unwanted where an odd number of `not` stands around it. The
/// verdict is that of what is wanted.
#[derive(Clone, Copy, Debug, Say)]
pub(crate) enum Condition<'a> {
    Wanted { label: &'a LocalisedText, verdict: Verdict },
    Unwanted { label: &'a LocalisedText, verdict: Verdict },
}

/// A condition for which there are no words but a name, or none that may be told.
#[derive(Clone, Debug, Say)]
pub(crate) enum Opaque<'a> {
    Answered { name: Spoken<'a>, verdict: Verdict },
    AnsweredUnwanted { name: Spoken<'a>, verdict: Verdict },
    Withheld { verdict: Verdict },
}

/// What is asked of a fact; where it is negated, what is ruled out.
#[derive(Clone, Debug, Say)]
pub(crate) enum Demand<'a> {
    Is { fact: Spoken<'a>, value: Listed<'a>, negated: bool },
    OneOf { fact: Spoken<'a>, values: Listed<'a>, negated: bool },
    OneOfOpen { fact: Spoken<'a>, values: Listed<'a>, negated: bool },
    AtLeast { fact: Spoken<'a>, least: Listed<'a>, negated: bool },
    AtMost { fact: Spoken<'a>, most: Listed<'a>, negated: bool },
    Between { fact: Spoken<'a>, least: Listed<'a>, most: Listed<'a>, negated: bool },
    Before { fact: Spoken<'a>, moment: When<'a>, negated: bool },
    OnOrBefore { fact: Spoken<'a>, moment: When<'a>, negated: bool },
    After { fact: Spoken<'a>, moment: When<'a>, negated: bool },
    OnOrAfter { fact: Spoken<'a>, moment: When<'a>, negated: bool },
    Within { fact: Spoken<'a>, span: Span<'a>, negated: bool },
    Age { fact: Spoken<'a>, at: When<'a>, range: Range, negated: bool },
    ApartBefore { fact: Spoken<'a>, moment: When<'a>, unit: CalendarUnit, range: Range, negated: bool },
    ApartAfter { fact: Spoken<'a>, moment: When<'a>, unit: CalendarUnit, range: Range, negated: bool },
    Covers { fact: Spoken<'a>, moment: When<'a>, negated: bool },
    CoversSpan { fact: Spoken<'a>, span: Span<'a>, negated: bool },
    OverlapsSpan { fact: Spoken<'a>, span: Span<'a>, negated: bool },
    Holds { fact: Spoken<'a>, values: Listed<'a>, at: When<'a>, negated: bool },
    HoldsInGrace { fact: Spoken<'a>, values: Listed<'a>, at: When<'a>, grace: Long, negated: bool },
    CountMatching { fact: Spoken<'a>, count: u32, fields: Listed<'a>, negated: bool },
    Sum { fact: Spoken<'a>, field: Spoken<'a>, range: Range, negated: bool },
    SumMatching { fact: Spoken<'a>, field: Spoken<'a>, range: Range, fields: Listed<'a>, negated: bool },
    Includes { fact: Spoken<'a>, value: Listed<'a>, negated: bool },
    IncludesAll { fact: Spoken<'a>, values: Listed<'a>, negated: bool },
    Overlaps { fact: Spoken<'a>, values: Listed<'a>, negated: bool },
    CountAtLeast { fact: Spoken<'a>, count: u32, negated: bool },
    Applies { fact: Spoken<'a> },
    AppliesNot { fact: Spoken<'a> },
}

/// What was found of the fact that was asked, and what follows for the condition.
#[derive(Clone, Debug, Say)]
pub(crate) enum Outcome<'a> {
    Known { value: Listed<'a>, verdict: Verdict },
    SoFar { value: Listed<'a>, verdict: Verdict },
    Lacking { value: Listed<'a>, lacking: Listed<'a>, verdict: Verdict },
    Assumed { value: Listed<'a>, verdict: Verdict },
    Missing,
    NotApplicable { verdict: Verdict },
    BesideNotApplicable { verdict: Verdict },
    Contested,
    NotListed { value: Listed<'a> },
    WrongType,
}

/// A condition in words of the rule.
#[derive(Clone, Debug, Say)]
pub(crate) struct Sentence<'a> {
    pub(crate) demand: Demand<'a>,
    pub(crate) outcome: Outcome<'a>,
}

/// What was found of a fact, as a sentence of its own.
#[derive(Clone, Debug, Say)]
pub(crate) enum Found<'a> {
    Known { fact: Spoken<'a>, value: Listed<'a> },
    SoFar { fact: Spoken<'a>, value: Listed<'a> },
    Lacking { fact: Spoken<'a>, value: Listed<'a>, lacking: Listed<'a>, verdict: Verdict },
    Assumed { fact: Spoken<'a>, value: Listed<'a> },
    Missing { fact: Spoken<'a> },
    NotApplicable { fact: Spoken<'a> },
    Contested { fact: Spoken<'a> },
    NotListed { fact: Spoken<'a>, value: Listed<'a> },
    WrongType { fact: Spoken<'a> },
}

/// What was found of a fact, for a cell of a table.
#[derive(Clone, Debug, Say)]
pub(crate) enum Note<'a> {
    Known { fact: Spoken<'a>, value: Listed<'a> },
    SoFar { fact: Spoken<'a>, value: Listed<'a> },
    Assumed { fact: Spoken<'a>, value: Listed<'a> },
    Missing { fact: Spoken<'a> },
    NotApplicable { fact: Spoken<'a> },
    Contested { fact: Spoken<'a> },
    NotListed { fact: Spoken<'a>, value: Listed<'a> },
    WrongType { fact: Spoken<'a> },
}

/// One value.
#[derive(Clone, Debug, Say)]
pub(crate) enum Single<'a> {
    Yes,
    No,
    Code { code: Spoken<'a> },
    Number { number: Decimal },
    Day { day: NaiveDate },
    Instant { at: Time },
    Period { span: Span<'a> },
    Ever,
    Entries { count: usize },
}

/// A moment: one that the rule names, or what a fact is called that is one.
#[derive(Clone, Debug, Say)]
pub(crate) enum When<'a> {
    Day { day: NaiveDate },
    Instant { at: Time },
    Fact { fact: Spoken<'a> },
}

/// A stretch of time, both ends included.
#[derive(Clone, Debug, Say)]
pub(crate) enum Span<'a> {
    Both { from: When<'a>, until: When<'a> },
    From { from: When<'a> },
    Until { until: When<'a> },
    Fact { fact: Spoken<'a> },
}

/// How large a number has to be.
#[derive(Clone, Copy, Debug, Say)]
pub(crate) enum Range {
    AtLeast { least: Decimal },
    AtMost { most: Decimal },
    Between { least: Decimal, most: Decimal },
}

/// How long.
#[derive(Clone, Copy, Debug, Say)]
pub(crate) enum Long {
    Days { count: u32 },
    Months { count: u32 },
    Years { count: u32 },
}

impl From<Length> for Long {
    fn from(length: Length) -> Self {
        let count = length.count();
        match length.unit() {
            CalendarUnit::Days => Self::Days { count },
            CalendarUnit::Months => Self::Months { count },
            CalendarUnit::Years => Self::Years { count },
        }
    }
}

impl Range {
    /// A range has at least one end.
    pub(crate) fn of(least: Option<Decimal>, most: Option<Decimal>) -> Self {
        match (least, most) {
            (Some(least), Some(most)) => Self::Between { least, most },
            (None, Some(most)) => Self::AtMost { most },
            (least, None) => Self::AtLeast { least: least.unwrap_or_default() },
        }
    }
}

/// Values: of which one is enough, or every one. A list that nobody would read to its end is cut.
#[derive(Clone, Debug, Say)]
pub(crate) enum Listed<'a> {
    Either { items: Vec<Single<'a>> },
    EitherCut { items: Vec<Single<'a>>, shown: usize, of: usize },
    Every { items: Vec<Single<'a>> },
    EveryCut { items: Vec<Single<'a>>, shown: usize, of: usize },
    None,
}

/// How many values of a list are shown: twelve, so that the texts may rely on a plural of many.
const SHOWN: usize = 12;

impl<'a> Listed<'a> {
    pub(crate) fn either(mut items: Vec<Single<'a>>) -> Self {
        match items.len() {
            of if of > SHOWN => {
                items.truncate(SHOWN);
                Self::EitherCut { items, shown: SHOWN, of }
            }
            _ => Self::Either { items },
        }
    }

    pub(crate) fn every(mut items: Vec<Single<'a>>) -> Self {
        match items.len() {
            0 => Self::None,
            of if of > SHOWN => {
                items.truncate(SHOWN);
                Self::EveryCut { items, shown: SHOWN, of }
            }
            _ => Self::Every { items },
        }
    }
}

/// What is still to be done before it can be decided.
#[derive(Clone, Debug, Say)]
pub(crate) enum Needed<'a> {
    Facts { facts: Vec<NeededFact<'a>> },
    Officer,
}

/// A fact that has to be known, and what proves it where that is declared.
#[derive(Clone, Debug, Say)]
pub(crate) enum NeededFact<'a> {
    Plain { fact: Spoken<'a> },
    Proved { fact: Spoken<'a>, evidence: &'a LocalisedText },
}

/// A fact or a code: in the words it was declared with, or else read aloud.
#[derive(Clone, Debug)]
pub(crate) enum Spoken<'a> {
    Label(&'a LocalisedText),
    Aloud(String),
}

impl<'a> Spoken<'a> {
    pub(crate) fn fact(key: &FactKey, label: Option<&'a LocalisedText>) -> Self {
        label.map_or_else(|| Self::Aloud(key.as_str().replace(['_', '.'], " ")), Self::Label)
    }

    /// A name made of words, read aloud.
    pub(crate) fn named(name: &str) -> Self {
        Self::Aloud(name.replace(['_', '-', '.'], " "))
    }

    /// A code made of words is read aloud. One of a register, such as `PL-MZ` or `0401011`, stays as it is.
    pub(crate) fn code(code: &Symbol, label: Option<&'a LocalisedText>) -> Self {
        let word = |c: char| c.is_lowercase() || c.is_ascii_digit() || c == '_' || c == '-';
        let words = code.as_str().starts_with(char::is_lowercase) && code.as_str().chars().all(word);
        let aloud = || if words { code.as_str().replace(['_', '-'], " ") } else { code.as_str().to_owned() };
        label.map_or_else(|| Self::Aloud(aloud()), Self::Label)
    }
}

impl ToArgument for Spoken<'_> {
    const KIND: Kind = Kind::Localised;

    fn argument(&self) -> Argument<'_> {
        match self {
            Self::Label(label) => Argument::Localised(Cow::Borrowed(*label)),
            Self::Aloud(name) => Argument::text(name.as_str()),
        }
    }
}
