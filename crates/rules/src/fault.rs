//! What is wrong with something an officer wrote: every fault at once, each with its path and the
//! nearest right name (R9).

use std::fmt;
use std::num::NonZeroU32;

use crate::name::shown;
use crate::{FactKey, Operator, RuleId};

/// Beyond so many faults none is given a suggestion any more, so that a hopeless file is still
/// answered at once.
const SUGGESTIONS: usize = 100;

/// One fault of a rule, of declarations or of facts, and where it stands, such as
/// `any[1].one_of[0]`; the path is empty for the whole.
pub type Fault = guildhall_kernel::Fault<Problem>;

/// Every fault that was found; at least one.
pub type Faults = guildhall_kernel::Faults<Problem>;

/// Faults while they are being found.
pub(crate) type Report = guildhall_kernel::Report<Problem>;

/// What can be wrong. More kinds follow with the language, hence non-exhaustive.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// A field nobody knows.
    #[error("there is no field `{name}`{}", did_you_mean(.nearest))]
    UnknownField {
        /// As written.
        name: String,
        /// The known field most like it.
        nearest: Option<String>,
    },
    /// A field that must be there.
    #[error("`{name}` is missing")]
    MissingField {
        /// What is missing.
        name: &'static str,
    },
    /// Something of another shape than belongs here.
    #[error("expected {expected}, found {found}")]
    Shape {
        /// What belongs here.
        expected: &'static str,
        /// What stands here.
        found: &'static str,
    },
    /// A text, name or code that is none.
    #[error("{message}")]
    Malformed {
        /// Why it is none.
        message: String,
    },
    /// A clause that asks nothing.
    #[error(
        "the clause asks nothing: it needs one of `all`, `any`, `not`, `of`, `fact`, `rule` or `predicate`"
    )]
    AsksNothing,
    /// A clause with a fact, but nothing to compare it with.
    #[error("nothing is asked about the fact: it needs a comparison, such as `is` or `one_of`")]
    ComparesNothing,
    /// Fields of which a clause may have one only.
    #[error("a clause asks one thing, here stand {}", quoted(.names))]
    SeveralTests {
        /// Which stand there.
        names: Vec<&'static str>,
    },
    /// A field that means nothing beside the others.
    #[error("`{name}` has no meaning here; it belongs beside `{beside}`")]
    Misplaced {
        /// The field.
        name: &'static str,
        /// Beside which field it belongs.
        beside: &'static str,
    },
    /// A list of none.
    #[error("the list is empty")]
    Empty,
    /// Something listed twice.
    #[error("`{value}` is listed twice")]
    Repeated {
        /// What is.
        value: String,
    },
    /// A count that is always or never reached.
    #[error("at least {n} of {of} cannot decide anything: ask for 1 to {of}")]
    Count {
        /// How many are asked for.
        n: u32,
        /// How many there are.
        of: usize,
    },
    /// A fact nobody declared.
    #[error("no fact is called `{name}`{}", did_you_mean(.nearest))]
    UnknownFact {
        /// As written.
        name: String,
        /// The declared key most like it.
        nearest: Option<String>,
    },
    /// A code that its fact's closed list does not have.
    #[error("`{code}` is no code of `{fact}`{}", did_you_mean(.nearest))]
    UnknownCode {
        /// The fact.
        fact: FactKey,
        /// As written.
        code: String,
        /// The listed code most like it.
        nearest: Option<String>,
    },
    /// A value of another type than its fact.
    #[error("`{fact}` is {expected}, found {found}")]
    WrongType {
        /// The fact.
        fact: FactKey,
        /// Its declared type in words.
        expected: String,
        /// What stands here, in words; never the value of somebody's fact.
        found: String,
    },
    /// A comparison its fact's type does not know.
    #[error("`{operator}` does not fit `{fact}`, which is {expected}; use {}", quoted(.fitting))]
    WrongOperator {
        /// The fact.
        fact: FactKey,
        /// The comparison.
        operator: Operator,
        /// The fact's declared type in words.
        expected: String,
        /// The comparisons that fit.
        fitting: Vec<Operator>,
    },
    /// The same fact declared twice.
    #[error("`{key}` is declared twice")]
    DeclaredTwice {
        /// The fact.
        key: FactKey,
    },
    /// The same id on two clauses.
    #[error("the id `{id}` already stands at `{first}`")]
    IdTwice {
        /// The id.
        id: String,
        /// The path of the clause that bears it already.
        first: String,
    },
    /// A period that ends before it begins.
    #[error("the period ends before it begins")]
    Reversed,
    /// A range whose smaller end comes last.
    #[error("the smaller value comes first")]
    Disordered,
    /// A moment that is none.
    #[error("`{fact}` is {expected}; a moment is a date or an instant")]
    NoMoment {
        /// The fact.
        fact: FactKey,
        /// Its declared type in words.
        expected: String,
    },
    /// A stretch of time that is none.
    #[error("`{fact}` is {expected}; a stretch of time is a period, or has `from` or `until`")]
    NoStretch {
        /// The fact.
        fact: FactKey,
        /// Its declared type in words.
        expected: String,
    },
    /// A day has to be read from an instant, and nobody says on which clock.
    #[error("`{fact}` is an instant whose day is asked for: its declaration needs a `zone`")]
    NoZone {
        /// The instant.
        fact: FactKey,
    },
    /// A field that the records do not have.
    #[error("the records of `{fact}` have no field `{name}`{}", did_you_mean(.nearest))]
    UnknownRecordField {
        /// The fact.
        fact: FactKey,
        /// As written.
        name: String,
        /// The declared field most like it.
        nearest: Option<String>,
    },
    /// The records do not say what `holds` asks.
    #[error("the records of `{fact}` have no field that is {wanted}, which `holds` asks for")]
    NothingToHold {
        /// The fact.
        fact: FactKey,
        /// A code or a period.
        wanted: &'static str,
    },
    /// A rule set that was not handed in.
    #[error("no rule is called `{name}`{}", did_you_mean(.nearest))]
    UnknownRule {
        /// As written.
        name: String,
        /// The known rule set most like it.
        nearest: Option<String>,
    },
    /// A version that was not handed in.
    #[error("there is no version {version} of `{rule}`, only {}", numbers(.there))]
    UnknownVersion {
        /// The rule set.
        rule: RuleId,
        /// As written.
        version: NonZeroU32,
        /// The versions that were handed in.
        there: Vec<NonZeroU32>,
    },
    /// A condition nobody made.
    #[error("no predicate is called `{name}`{}", did_you_mean(.nearest))]
    UnknownPredicate {
        /// As written.
        name: String,
        /// The known one most like it.
        nearest: Option<String>,
    },
    /// A predicate that reads more facts than [`MAX_READ`](crate::MAX_READ).
    #[error("a predicate reads at most {limit} facts")]
    TooManyFacts {
        /// How many it may read.
        limit: usize,
    },
    /// Rule sets that name each other in a circle.
    #[error("{}", circle(.rules))]
    Circle {
        /// Which do.
        rules: Vec<String>,
    },
    /// The same version of one rule set twice.
    #[error("version {version} of `{rule}` stands there twice")]
    RuleTwice {
        /// The rule set.
        rule: RuleId,
        /// Its version.
        version: NonZeroU32,
    },
    /// The ids of a rule set's clauses get too long where it is named.
    #[error("the ids of the clauses of `{rule}` get too long below this one: give this clause a shorter id")]
    LongId {
        /// The rule set that is named.
        rule: RuleId,
    },
    /// Clauses inside clauses beyond [`MAX_DEPTH`](crate::MAX_DEPTH).
    #[error("clauses are nested deeper than {limit}")]
    TooDeep {
        /// How deep they may be.
        limit: usize,
    },
    /// More clauses than [`MAX_CLAUSES`](crate::MAX_CLAUSES).
    #[error("there are more than {limit} clauses")]
    TooManyClauses {
        /// How many there may be.
        limit: usize,
    },
    /// A list longer than [`MAX_LISTED`](crate::MAX_LISTED).
    #[error("there are more than {limit} values in one list")]
    TooManyValues {
        /// How many there may be.
        limit: usize,
    },
    /// More values in all lists together than [`MAX_VALUES`](crate::MAX_VALUES).
    #[error("there are more than {limit} values in all lists together")]
    TooManyTogether {
        /// How many there may be.
        limit: usize,
    },
}

fn did_you_mean(nearest: &Option<String>) -> String {
    nearest.as_ref().map(|name| format!("; did you mean `{name}`?")).unwrap_or_default()
}

fn numbers(numbers: &[NonZeroU32]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn circle(rules: &[String]) -> String {
    match rules {
        [rule] => format!("the rule `{rule}` names itself"),
        rules => format!("the rules {} name each other in a circle", quoted(rules)),
    }
}

fn quoted<T: fmt::Display>(names: &[T]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// Reports the field, and says which known one may have been meant.
pub(crate) fn unknown_field<'a>(
    report: &mut Report,
    path: &str,
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    let nearest = nearest(report, name, known);
    report
        .add(join(path, &shown(name)), Problem::UnknownField { name: shown(name), nearest: nearest.clone() });
    nearest
}

/// The known name most like `name`, where one is like it at all.
pub(crate) fn nearest<'a>(
    report: &Report,
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    if report.faults().len() >= SUGGESTIONS || name.len() > 128 {
        return None;
    }
    let slips = (name.chars().count() / 3).max(1);
    known
        .into_iter()
        .filter(|candidate| candidate.len().abs_diff(name.len()) <= slips)
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate))
        .filter(|(distance, _)| *distance <= slips)
        .min()
        .map(|(_, candidate)| candidate.to_owned())
}

/// The path of a field inside the clause at `path`.
pub(crate) fn join(path: &str, field: &str) -> String {
    if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") }
}

/// The path of the `nth` element of a list field inside the clause at `path`.
pub(crate) fn nth(path: &str, field: &str, nth: usize) -> String {
    format!("{}[{nth}]", join(path, field))
}
