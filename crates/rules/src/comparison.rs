//! What a clause asks of one fact, typed and checked, and the answer it gets (R2).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Codes, Fact, Operator, Symbol, Value, Verdict};

/// What one fact is compared with, and how. In a rule set, and in an explanation, it fits its fact's
/// type; there is no reading one alone. The language grows, hence non-exhaustive.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    /// The fact is this.
    Is(Value),
    /// The fact is one of these.
    OneOf {
        /// These.
        values: BTreeSet<Value>,
        /// What a value beyond them means.
        otherwise: Otherwise,
    },
    /// The number is this or more.
    AtLeast(Value),
    /// The number is this or less.
    AtMost(Value),
    /// The day lies before this one.
    Before(NaiveDate),
    /// The day is this one or later.
    OnOrAfter(NaiveDate),
    /// The set has this code.
    Includes(Symbol),
    /// The set has every one of these.
    IncludesAll(BTreeSet<Symbol>),
    /// The set has at least one of these.
    Overlaps(BTreeSet<Symbol>),
    /// The set has so many codes or more.
    CountAtLeast(u32),
    /// There is such a thing for this person, or there is none.
    Applies(bool),
}

/// What it means when a known value is not on a list.
///
/// Deliberately exhaustive: a list is closed, or it is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Otherwise {
    /// The list is closed: a value that is not on it does not meet the clause.
    #[default]
    Unmet,
    /// The list is open ("among others"): a value that is not on it is for an officer to decide.
    Undetermined,
}

/// Why what was found does not settle a clause. More reasons follow, hence non-exhaustive.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// Nobody has said yet.
    Missing,
    /// The set may still grow, and what it has so far does not meet the clause.
    Incomplete,
    /// The evidence disagrees.
    Contested,
    /// The value is not on an open list: an officer decides.
    NotListed,
    /// The source gave a value of another type than the fact's, which decides nothing.
    WrongType,
}

impl Comparison {
    /// What the fact says to this.
    ///
    /// A fact that does not apply meets nothing but `applies = false`.
    pub fn verdict(&self, fact: &Fact) -> Verdict {
        self.answer(fact).map_or(Verdict::Undetermined, Verdict::from)
    }

    /// Why the fact does not settle this; `None` where it does.
    pub fn doubt(&self, fact: &Fact) -> Option<Doubt> {
        self.answer(fact).err()
    }

    /// The word of the language for it.
    pub const fn operator(&self) -> Operator {
        match self {
            Self::Is(_) => Operator::Is,
            Self::OneOf { .. } => Operator::OneOf,
            Self::AtLeast(_) => Operator::AtLeast,
            Self::AtMost(_) => Operator::AtMost,
            Self::Before(_) => Operator::Before,
            Self::OnOrAfter(_) => Operator::OnOrAfter,
            Self::Includes(_) => Operator::Includes,
            Self::IncludesAll(_) => Operator::IncludesAll,
            Self::Overlaps(_) => Operator::Overlaps,
            Self::CountAtLeast(_) => Operator::CountAtLeast,
            Self::Applies(_) => Operator::Applies,
        }
    }

    fn answer(&self, fact: &Fact) -> Result<bool, Doubt> {
        let value = match fact {
            Fact::Known { value, .. } => value,
            Fact::NotApplicable { .. } => return Ok(matches!(self, Self::Applies(false))),
            Fact::Missing => return Err(Doubt::Missing),
            Fact::Contested { .. } => return Err(Doubt::Contested),
        };
        match (self, value) {
            (Self::Applies(applies), _) => Ok(*applies),
            (Self::Is(is), _) => same_type(is, value).map(|()| is == value),
            (Self::OneOf { values, otherwise }, _) => {
                // All listed values are of one type.
                values.first().map_or(Err(Doubt::WrongType), |listed| same_type(listed, value))?;
                match otherwise {
                    _ if values.contains(value) => Ok(true),
                    Otherwise::Unmet => Ok(false),
                    Otherwise::Undetermined => Err(Doubt::NotListed),
                }
            }
            (Self::AtLeast(least), _) => number(least, value).map(|()| value >= least),
            (Self::AtMost(most), _) => number(most, value).map(|()| value <= most),
            (Self::Before(day), Value::Date(date)) => Ok(date < day),
            (Self::OnOrAfter(day), Value::Date(date)) => Ok(date >= day),
            (Self::Includes(code), Value::Set(set)) => of(set, set.includes(code.as_str())),
            (Self::IncludesAll(codes), Value::Set(set)) => {
                of(set, codes.iter().all(|c| set.includes(c.as_str())))
            }
            (Self::Overlaps(codes), Value::Set(set)) => {
                of(set, codes.iter().any(|c| set.includes(c.as_str())))
            }
            (Self::CountAtLeast(n), Value::Set(set)) => {
                of(set, usize::try_from(*n).is_ok_and(|n| set.count() >= n))
            }
            _ => Err(Doubt::WrongType),
        }
    }
}

/// What a set has, it has for good; what it lacks is settled only once it is complete.
fn of(set: &Codes, met: bool) -> Result<bool, Doubt> {
    if met || set.is_complete() { Ok(met) } else { Err(Doubt::Incomplete) }
}

fn same_type(a: &Value, b: &Value) -> Result<(), Doubt> {
    if std::mem::discriminant(a) == std::mem::discriminant(b) && !matches!(a, Value::Set(_)) {
        Ok(())
    } else {
        Err(Doubt::WrongType)
    }
}

fn number(a: &Value, b: &Value) -> Result<(), Doubt> {
    match (a, b) {
        (Value::Integer(_), Value::Integer(_)) | (Value::Decimal(_), Value::Decimal(_)) => Ok(()),
        _ => Err(Doubt::WrongType),
    }
}
