//! The language of conditions: clauses over facts, in TOML, JSON or Rust (R9).

use std::fmt;

use guildhall_kernel::LocalisedText;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::fault::Report;
use crate::{ClauseId, FactKey, Faults, Literal, Otherwise, check, reading};

/// One condition, or several joined, optionally with an id and a label.
///
/// ```
/// use guildhall_rules::{Clause, FactKey, Operator};
///
/// let staff = Clause::fact(FactKey::new("applicant.is_staff")?, Operator::Is, true);
/// let heads = Clause::fact(FactKey::new("applicant.position")?, Operator::OneOf, ["mayor", "governor"]);
/// let either = Clause::any([staff, heads]);
/// assert_eq!(serde_json::to_value(&either)?["any"][1]["one_of"][0], "mayor");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    pub(crate) id: Option<ClauseId>,
    pub(crate) label: Option<LocalisedText>,
    pub(crate) test: Test,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Test {
    All(Vec<Clause>),
    Any(Vec<Clause>),
    Not(Box<Clause>),
    AtLeast {
        n: u32,
        of: Vec<Clause>,
    },
    Fact {
        key: FactKey,
        operator: Operator,
        operand: Operand,
        otherwise: Option<Otherwise>,
    },
    /// What could not be read; its faults are reported already, but for those of the fact it names.
    Unreadable {
        fact: Option<FactKey>,
    },
}

impl Test {
    pub(crate) const UNREADABLE: Self = Self::Unreadable { fact: None };
}

impl Clause {
    fn new(test: Test) -> Self {
        Self { id: None, label: None, test }
    }

    /// Reads a clause from its JSON value.
    ///
    /// # Errors
    /// [`Faults`] naming every fault that shows without a vocabulary.
    pub fn read(json: &serde_json::Value) -> Result<Self, Faults> {
        let mut report = Report::default();
        let clause = reading::clause(json, &mut report);
        check::clause(&clause, &mut report);
        report.end(Some(clause))
    }

    /// Every one of these.
    pub fn all(clauses: impl IntoIterator<Item = Self>) -> Self {
        Self::new(Test::All(clauses.into_iter().collect()))
    }

    /// At least one of these.
    pub fn any(clauses: impl IntoIterator<Item = Self>) -> Self {
        Self::new(Test::Any(clauses.into_iter().collect()))
    }

    /// At least `n` of these.
    pub fn at_least(n: u32, of: impl IntoIterator<Item = Self>) -> Self {
        Self::new(Test::AtLeast { n, of: of.into_iter().collect() })
    }

    /// The opposite of this.
    #[expect(
        clippy::should_implement_trait,
        reason = "it is the word of the language, beside `all` and `any`"
    )]
    pub fn not(clause: Self) -> Self {
        Self::new(Test::Not(Box::new(clause)))
    }

    /// A comparison of one fact.
    pub fn fact(key: FactKey, operator: Operator, operand: impl Into<Operand>) -> Self {
        Self::new(Test::Fact { key, operator, operand: operand.into(), otherwise: None })
    }

    /// One of these; a value beyond them is for an officer to decide.
    pub fn open_list<L: Into<Literal>>(key: FactKey, values: impl IntoIterator<Item = L>) -> Self {
        Self::new(Test::Fact {
            key,
            operator: Operator::OneOf,
            operand: Operand::Many(values.into_iter().map(Into::into).collect()),
            otherwise: Some(Otherwise::Undetermined),
        })
    }

    #[cfg(feature = "proptest")]
    pub(crate) fn map_children(mut self, map: &mut dyn FnMut(Self) -> Self) -> Self {
        self.test = match self.test {
            Test::All(of) => Test::All(of.into_iter().map(map).collect()),
            Test::Any(of) => Test::Any(of.into_iter().map(map).collect()),
            Test::AtLeast { n, of } => Test::AtLeast { n, of: of.into_iter().map(map).collect() },
            Test::Not(clause) => Test::Not(Box::new(map(*clause))),
            test => test,
        };
        self
    }

    /// Gives the id.
    #[must_use]
    pub fn with_id(mut self, id: ClauseId) -> Self {
        self.id = Some(id);
        self
    }

    /// Gives the label: what the clause demands, as a person reads it.
    #[must_use]
    pub fn labelled(mut self, label: LocalisedText) -> Self {
        self.label = Some(label);
        self
    }
}
impl<'de> Deserialize<'de> for Clause {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = serde_json::Value::deserialize(deserializer)?;
        Self::read(&json).map_err(serde::de::Error::custom)
    }
}
impl Serialize for Clause {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Written<'a> {
            #[serde(skip_serializing_if = "Option::is_none")]
            id: Option<&'a ClauseId>,
            #[serde(skip_serializing_if = "Option::is_none")]
            label: Option<&'a LocalisedText>,
            #[serde(flatten)]
            test: WrittenTest<'a>,
        }
        Written { id: self.id.as_ref(), label: self.label.as_ref(), test: WrittenTest::from(&self.test) }
            .serialize(serializer)
    }
}

/// The fields of a test, in the order an officer would write them.
pub(crate) struct WrittenTest<'a>(&'a Test);
impl<'a> From<&'a Test> for WrittenTest<'a> {
    fn from(test: &'a Test) -> Self {
        Self(test)
    }
}
impl Serialize for WrittenTest<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::{Error, SerializeMap};

        let mut map = serializer.serialize_map(None)?;
        match self.0 {
            Test::All(clauses) => map.serialize_entry("all", clauses)?,
            Test::Any(clauses) => map.serialize_entry("any", clauses)?,
            Test::Not(clause) => map.serialize_entry("not", clause)?,
            Test::AtLeast { n, of } => {
                map.serialize_entry("at_least", n)?;
                map.serialize_entry("of", of)?;
            }
            Test::Fact { key, operator, operand, otherwise } => {
                map.serialize_entry("fact", key)?;
                map.serialize_entry(operator.name(), operand)?;
                if let Some(otherwise) = otherwise {
                    map.serialize_entry("otherwise", otherwise)?;
                }
            }
            Test::Unreadable { .. } => return Err(S::Error::custom("the clause could not be read")),
        }
        map.end()
    }
}

/// How a fact is compared, as a word of the language. The language grows, hence non-exhaustive.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operator {
    /// `is`: exactly this.
    Is,
    /// `one_of`: one of these.
    OneOf,
    /// `at_least`: this or more.
    AtLeast,
    /// `at_most`: this or less.
    AtMost,
    /// `before`: earlier than this day.
    Before,
    /// `on_or_after`: this day or later.
    OnOrAfter,
    /// `includes`: the set has this code.
    Includes,
    /// `includes_all`: the set has every one of these.
    IncludesAll,
    /// `overlaps`: the set has at least one of these.
    Overlaps,
    /// `count_at_least`: the set has so many or more.
    CountAtLeast,
    /// `applies`: there is such a thing for this person.
    Applies,
}

impl Operator {
    /// Every operator, in the order of this page.
    pub const EVERY: [Self; 11] = [
        Self::Is,
        Self::OneOf,
        Self::AtLeast,
        Self::AtMost,
        Self::Before,
        Self::OnOrAfter,
        Self::Includes,
        Self::IncludesAll,
        Self::Overlaps,
        Self::CountAtLeast,
        Self::Applies,
    ];

    /// The word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Is => "is",
            Self::OneOf => "one_of",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::Before => "before",
            Self::OnOrAfter => "on_or_after",
            Self::Includes => "includes",
            Self::IncludesAll => "includes_all",
            Self::Overlaps => "overlaps",
            Self::CountAtLeast => "count_at_least",
            Self::Applies => "applies",
        }
    }

    /// Whether it takes a list.
    pub(crate) const fn takes_list(self) -> bool {
        matches!(self, Self::OneOf | Self::IncludesAll | Self::Overlaps)
    }
}
impl fmt::Display for Operator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What a fact is compared with, as written.
///
/// Deliberately exhaustive: one value, or a list of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Operand {
    /// One value.
    One(Literal),
    /// A list of values.
    Many(Vec<Literal>),
}

impl<L: Into<Literal>> From<L> for Operand {
    fn from(literal: L) -> Self {
        Self::One(literal.into())
    }
}
impl<L: Into<Literal>, const N: usize> From<[L; N]> for Operand {
    fn from(literals: [L; N]) -> Self {
        Self::Many(literals.into_iter().map(Into::into).collect())
    }
}
impl<L: Into<Literal>> From<Vec<L>> for Operand {
    fn from(literals: Vec<L>) -> Self {
        Self::Many(literals.into_iter().map(Into::into).collect())
    }
}
