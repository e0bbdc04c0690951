//! The language officers write rules in: clauses over facts, in TOML or JSON (R9).

use std::fmt;
use std::num::NonZeroU32;

use chrono::NaiveDate;
use guildhall_kernel::LocalisedText;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::fault::Report;
use crate::{ClauseId, FactKey, Faults, Literal, Otherwise, RuleId, check, reading};

/// A rule set as it is written: a clause with an id, a version and a title, checked against no
/// vocabulary yet.
///
/// What is read from a text is sound in itself: right fields, no empty lists, every id once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    pub(crate) id: RuleId,
    pub(crate) version: NonZeroU32,
    pub(crate) title: Option<LocalisedText>,
    pub(crate) effective: Option<Effective>,
    pub(crate) test: Test,
}

impl Definition {
    /// A rule set that is met when the clause is. The clause's own id and label give way to the rule
    /// set's id and title.
    pub fn new(id: RuleId, version: NonZeroU32, clause: Clause) -> Self {
        Self { id, version, title: clause.label, effective: None, test: clause.test }
    }

    /// Gives the title.
    #[must_use]
    pub fn titled(mut self, title: LocalisedText) -> Self {
        self.title = Some(title);
        self
    }

    /// Says when it is in force.
    #[must_use]
    pub const fn effective(mut self, effective: Effective) -> Self {
        self.effective = Some(effective);
        self
    }

    /// Reads a definition from its JSON value, or from TOML read into one.
    ///
    /// # Errors
    /// [`Faults`] naming every fault that shows without a vocabulary. To have those of a vocabulary
    /// in the same report use [`RuleSet::read`](crate::RuleSet::read).
    pub fn read(json: &serde_json::Value) -> Result<Self, Faults> {
        let mut report = Report::default();
        let draft = reading::definition(json, &mut report);
        check::definition(&draft, None, &mut report);
        report.end(draft.whole())
    }

    /// What it is called.
    pub const fn id(&self) -> &RuleId {
        &self.id
    }

    /// Which version it is.
    pub const fn version(&self) -> NonZeroU32 {
        self.version
    }
}
impl<'de> Deserialize<'de> for Definition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = serde_json::Value::deserialize(deserializer)?;
        Self::read(&json).map_err(serde::de::Error::custom)
    }
}
impl Serialize for Definition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Written<'a> {
            id: &'a RuleId,
            version: NonZeroU32,
            #[serde(skip_serializing_if = "Option::is_none")]
            title: Option<&'a LocalisedText>,
            #[serde(skip_serializing_if = "Option::is_none")]
            effective: Option<Effective>,
            #[serde(flatten)]
            test: WrittenTest<'a>,
        }
        Written {
            id: &self.id,
            version: self.version,
            title: self.title.as_ref(),
            effective: self.effective,
            test: WrittenTest::from(&self.test),
        }
        .serialize(serializer)
    }
}

/// The days on which a rule set is in force, both included; without an end until further notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "WrittenEffective", into = "WrittenEffective")]
#[schemars(with = "WrittenEffective")]
pub struct Effective {
    from: NaiveDate,
    until: Option<NaiveDate>,
}

/// The period ends before it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the period ends (`{until}`) before it begins (`{from}`)")]
pub struct EffectiveError {
    from: NaiveDate,
    until: NaiveDate,
}

impl Effective {
    /// From a day until another, or until further notice.
    ///
    /// # Errors
    /// [`EffectiveError`] where the last day lies before the first.
    pub fn new(from: NaiveDate, until: Option<NaiveDate>) -> Result<Self, EffectiveError> {
        match until {
            Some(until) if until < from => Err(EffectiveError { from, until }),
            _ => Ok(Self { from, until }),
        }
    }

    /// The first day.
    pub const fn from(&self) -> NaiveDate {
        self.from
    }

    /// The last day, where there is one.
    pub const fn until(&self) -> Option<NaiveDate> {
        self.until
    }

    /// Whether the rule set is in force on this day.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Effective")]
struct WrittenEffective {
    /// The first day.
    from: NaiveDate,
    /// The last day; absent until further notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<NaiveDate>,
}
impl TryFrom<WrittenEffective> for Effective {
    type Error = EffectiveError;

    fn try_from(written: WrittenEffective) -> Result<Self, EffectiveError> {
        Self::new(written.from, written.until)
    }
}
impl From<Effective> for WrittenEffective {
    fn from(effective: Effective) -> Self {
        Self { from: effective.from, until: effective.until }
    }
}

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
    /// What could not be read; its faults are reported already.
    Unreadable,
}

impl Clause {
    fn new(test: Test) -> Self {
        Self { id: None, label: None, test }
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
struct WrittenTest<'a>(&'a Test);
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
            Test::Unreadable => return Err(S::Error::custom("the clause could not be read")),
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
