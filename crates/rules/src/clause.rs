//! The language of conditions: clauses over facts, in TOML, JSON or Rust (R9).

use std::num::NonZeroU32;

use guildhall_kernel::LocalisedText;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::fault::Report;
use crate::{
    ClauseId, FactKey, Faults, Literal, Operand, Operator, Otherwise, PredicateName, Question, RuleId, check,
    reading,
};

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
    pub(crate) confidential: bool,
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
        question: Question,
    },
    Rule {
        id: RuleId,
        version: Option<NonZeroU32>,
    },
    Predicate(PredicateName),
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
        Self { id: None, label: None, confidential: false, test }
    }

    /// What could not be read.
    pub(crate) fn unreadable() -> Self {
        Self::new(Test::UNREADABLE)
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
        Self::asking(key, Question::new(operator, operand))
    }

    /// Whatever can be asked of one fact.
    pub const fn asking(key: FactKey, question: Question) -> Self {
        Self { id: None, label: None, confidential: false, test: Test::Fact { key, question } }
    }

    /// Another rule set by its id: this version of it, or the latest of those that are handed in with the
    /// [`Terms`](crate::Terms).
    pub const fn rule(id: RuleId, version: Option<NonZeroU32>) -> Self {
        Self { id: None, label: None, confidential: false, test: Test::Rule { id, version } }
    }

    /// A condition made in Rust, by its name.
    pub const fn predicate(name: PredicateName) -> Self {
        Self { id: None, label: None, confidential: false, test: Test::Predicate(name) }
    }

    /// One of these; a value beyond them is for an officer to decide.
    pub fn open_list<L: Into<Literal>>(key: FactKey, values: impl IntoIterator<Item = L>) -> Self {
        let listed = Operand::Many(values.into_iter().map(Into::into).collect());
        let question = Question { operand: listed, ..Question::new(Operator::OneOf, false) };
        Self::asking(key, question.otherwise(Otherwise::Undetermined))
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

    /// Says that an applicant is told the clause's verdict and nothing more of it.
    #[must_use]
    pub const fn confidential(mut self) -> Self {
        self.confidential = true;
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
            #[serde(skip_serializing_if = "std::ops::Not::not")]
            confidential: bool,
            #[serde(flatten)]
            test: WrittenTest<'a>,
        }
        Written {
            id: self.id.as_ref(),
            label: self.label.as_ref(),
            confidential: self.confidential,
            test: WrittenTest::from(&self.test),
        }
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
            Test::Fact { key, question } => {
                map.serialize_entry("fact", key)?;
                question.write(&mut map)?;
            }
            Test::Rule { id, version } => {
                map.serialize_entry("rule", id)?;
                if let Some(version) = version {
                    map.serialize_entry("in_version", version)?;
                }
            }
            Test::Predicate(name) => map.serialize_entry("predicate", name)?,
            Test::Unreadable { .. } => return Err(S::Error::custom("the clause could not be read")),
        }
        map.end()
    }
}
