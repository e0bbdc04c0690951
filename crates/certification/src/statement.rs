//! What a certificate says was attended. It is fixed at issue, so that the register can expose an edited
//! print long after the programme's own records are gone. Guards C6.

use std::num::NonZeroU32;

use chrono::NaiveDate;
use guildhall_kernel::LocalisedText;
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What was attended, as it is printed: its title, its days and how much of it there was.
///
/// ```
/// use guildhall_certification::{Extent, Statement};
/// use guildhall_kernel::LocalisedText;
///
/// let title = LocalisedText::new([("en".parse()?, "Managing a town centre")])?;
/// let (first, last) = ("2019-05-14".parse()?, "2019-06-12".parse()?);
/// let statement = Statement::new(title.clone(), first, last)?.of(Extent::CourseHours(32.try_into()?));
/// assert_eq!(statement.first_day(), first);
/// assert!(Statement::new(title, last, first).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "WrittenStatement", into = "WrittenStatement")]
#[schemars(with = "WrittenStatement")]
pub struct Statement {
    title: LocalisedText,
    first_day: NaiveDate,
    last_day: NaiveDate,
    extent: Option<Extent>,
}

/// How much was attended. It is printed in the unit it was counted in; neither is turned into the other,
/// for how long a course hour is each programme says for itself.
///
/// Exhaustive on purpose: whoever prints one needs words for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// So many minutes.
    Minutes(#[say(name = "minutes")] NonZeroU32),
    /// So many course hours.
    CourseHours(#[say(name = "hours")] NonZeroU32),
}

/// What was attended ends before it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Say)]
#[error("what is attested ends on {last_day}, before it begins on {first_day}")]
pub struct StatementError {
    /// Its first day.
    pub first_day: NaiveDate,
    /// Its last day.
    pub last_day: NaiveDate,
}

impl Statement {
    /// That what has this title was attended, from one day to another, both included. No name of a person
    /// belongs in the title.
    ///
    /// # Errors
    /// [`StatementError`] where the last day comes first.
    pub fn new(
        title: LocalisedText,
        first_day: NaiveDate,
        last_day: NaiveDate,
    ) -> Result<Self, StatementError> {
        if last_day < first_day {
            return Err(StatementError { first_day, last_day });
        }
        Ok(Self { title, first_day, last_day, extent: None })
    }

    /// And that it was so much.
    #[must_use]
    pub const fn of(mut self, extent: Extent) -> Self {
        self.extent = Some(extent);
        self
    }

    /// What was attended.
    pub const fn title(&self) -> &LocalisedText {
        &self.title
    }

    /// Its first day.
    pub const fn first_day(&self) -> NaiveDate {
        self.first_day
    }

    /// Its last day.
    pub const fn last_day(&self) -> NaiveDate {
        self.last_day
    }

    /// How much it was, if that is printed.
    pub const fn extent(&self) -> Option<Extent> {
        self.extent
    }
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Statement")]
struct WrittenStatement {
    /// What was attended.
    title: LocalisedText,
    /// Its first day.
    first_day: NaiveDate,
    /// Its last day.
    last_day: NaiveDate,
    /// How much it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    extent: Option<Extent>,
}

impl TryFrom<WrittenStatement> for Statement {
    type Error = StatementError;

    fn try_from(written: WrittenStatement) -> Result<Self, StatementError> {
        let WrittenStatement { title, first_day, last_day, extent } = written;
        Ok(Self { extent, ..Self::new(title, first_day, last_day)? })
    }
}
impl From<Statement> for WrittenStatement {
    fn from(statement: Statement) -> Self {
        let Statement { title, first_day, last_day, extent } = statement;
        Self { title, first_day, last_day, extent }
    }
}
