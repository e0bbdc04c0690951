//! What the desk says of rules, worded in `examples/words/desk`.

use std::borrow::Cow;

use guildhall::kernel::chrono::NaiveDate;
use guildhall::kernel::{LocalisedText, Time};
use guildhall::rules::analysis::Turn;
use guildhall::rules::{Decimal, Verdict};
use guildhall_words::{Argument, Kind, Say, ToArgument};

/// The names of columns.
#[derive(Clone, Copy, Debug, Say)]
pub(in crate::desk) enum Column {
    Rule,
    Person,
    Change,
    Who,
    Example,
    Before,
    After,
}

/// Lines of letters and below tables.
#[derive(Clone, Debug, Say)]
pub(in crate::desk) enum Line {
    // A letter
    Case { person: String },
    ChangeOne,
    ChangeSeveral,
    ChangeNone,
    ChangeMore,
    ChangePerhaps,
    Settling { fact: Spoken },
    SettledMet { what: String },
    SettledUnmet { what: String },
    Certain { verdict: Verdict },
    Basis { rule: String, version: String, hash: String },
    // A new version
    Same { old: String, new: String },
    Classes { count: u64, old: String, new: String },
    Partly,
    Assuming { clauses: Vec<String> },
    Everybody,
    MovedNone { of: u64 },
    Moved { count: u64, of: u64 },
    // Any question
    More { count: u64 },
    Inconclusive { bound: u64 },
}

/// What is found out about a rule set.
#[derive(Clone, Debug, Say)]
pub(in crate::desk) enum Sound {
    Fine { rule: String },
    AlwaysMet { rule: String },
    NeverMet { rule: String },
    MayAlwaysBeMet { rule: String },
    MayNeverBeMet { rule: String },
    Idle { clause: Spoken },
    Shadowed { clause: Spoken, by: Spoken },
    Skipped { wall: String, zone: String, meant: String },
    Twice { wall: String, zone: String, meant: String },
}

/// What a change of version means for somebody.
#[derive(Clone, Copy, Debug, Say)]
pub(in crate::desk) enum Change {
    Gains,
    Loses,
    BecomesUndetermined,
    BecomesUnmet,
}

impl From<Turn> for Change {
    fn from(turn: Turn) -> Self {
        match turn {
            Turn::Gains => Self::Gains,
            Turn::Loses => Self::Loses,
            Turn::BecomesUndetermined => Self::BecomesUndetermined,
            Turn::BecomesUnmet => Self::BecomesUnmet,
        }
    }
}

/// Values, and parts of what a fact can be.
#[derive(Clone, Debug, Say)]
pub(in crate::desk) enum Phrase {
    // Values
    Yes,
    No,
    Code {
        code: Spoken,
    },
    Number {
        number: Decimal,
    },
    Counted {
        number: Decimal,
        unit: Spoken,
    },
    Day {
        day: NaiveDate,
    },
    Instant {
        at: Time,
    },
    Between {
        from: String,
        to: String,
    },
    During {
        from: String,
        to: String,
    },
    Ever,
    Entries {
        count: u64,
    },
    None,
    Every {
        items: Vec<String>,
    },
    SoFar {
        items: Vec<String>,
    },
    Either {
        items: Vec<String>,
    },
    OtherThan {
        items: Vec<String>,
    },
    // Stretches of numbers and of time
    AtLeast {
        end: String,
    },
    MoreThan {
        end: String,
    },
    AtMost {
        end: String,
    },
    LessThan {
        end: String,
    },
    Since {
        end: String,
    },
    Later {
        end: String,
    },
    Until {
        end: String,
    },
    Earlier {
        end: String,
    },
    Both {
        one: String,
        other: String,
    },
    Anything,
    Known,
    Without {
        items: Vec<String>,
    },
    Lacks {
        item: String,
    },
    Beside {
        count: String,
    },
    Begins {
        when: String,
    },
    Ends {
        when: String,
    },
    NoFirstDay,
    NoLastDay,
    OneOf {
        items: Vec<String>,
    },
    AllOf {
        items: Vec<String>,
    },
    WithDay {
        day: NaiveDate,
    },
    WithoutDay {
        day: NaiveDate,
    },
    // What is not known
    Missing,
    NotApplicable,
    Contested,
    GivenUp,
    /// A fact, and what it is.
    Of {
        fact: Spoken,
        value: String,
    },
}

/// A fact, a code or a clause: in the words that an officer found for it, or else by its name.
#[derive(Clone, Debug)]
pub(in crate::desk) enum Spoken {
    Label(LocalisedText),
    Aloud(String),
}

impl Spoken {
    pub(in crate::desk) fn new(label: Option<&LocalisedText>, name: impl FnOnce() -> String) -> Self {
        label.cloned().map_or_else(|| Self::Aloud(name()), Self::Label)
    }
}

impl ToArgument for Spoken {
    const KIND: Kind = Kind::Localised;

    fn argument(&self) -> Argument<'_> {
        match self {
            Self::Label(label) => Argument::Localised(Cow::Borrowed(label)),
            Self::Aloud(name) => Argument::text(name.as_str()),
        }
    }
}
