//! A rule set as officers write it, in TOML or JSON: a clause with an id, a version and a title (R9).

use std::num::NonZeroU32;

use chrono::NaiveDate;
use guildhall_kernel::LocalisedText;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::clause::{Test, WrittenTest};
use crate::fault::Report;
use crate::{Clause, Faults, RuleId, check, reading};

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
    pub(crate) confidential: bool,
    pub(crate) test: Test,
}

impl Definition {
    /// A rule set that is met when the clause is. The clause's own id and label give way to the rule
    /// set's id and title.
    pub fn new(id: RuleId, version: NonZeroU32, clause: Clause) -> Self {
        let Clause { label, confidential, test, .. } = clause;
        Self { id, version, title: label, effective: None, confidential, test }
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
        check::definition(&draft, None, None, &mut report);
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
            #[serde(skip_serializing_if = "std::ops::Not::not")]
            confidential: bool,
            #[serde(flatten)]
            test: WrittenTest<'a>,
        }
        Written {
            id: &self.id,
            version: self.version,
            title: self.title.as_ref(),
            effective: self.effective,
            confidential: self.confidential,
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
    #[schemars(with = "String", extend("pattern" = DAY, "examples" = ["2019-04-01"]))]
    from: NaiveDate,
    /// The last day; absent until further notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("pattern" = DAY, "examples" = ["2019-04-30"]))]
    until: Option<NaiveDate>,
}

/// How days are written. It knows neither how long a month is nor where the calendar ends.
const DAY: &str = "^([0-9]{4}|[+-][0-9]{4,6})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

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
