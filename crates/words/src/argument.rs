//! Arguments: the values that a message speaks of, typed, so that each language can write them its way.

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveDateTime};
use guildhall_kernel::{LocalisedText, Time};
use rust_decimal::Decimal;

use crate::Message;

/// A value that a message speaks of.
///
/// Exhaustive: whoever words messages in a language of their own has to write every one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument<'a> {
    /// Written as it is: a name, a code.
    Text(Cow<'a, str>),
    /// What an officer wrote in several languages.
    Localised(Cow<'a, LocalisedText>),
    /// A whole number.
    Integer(i128),
    /// A decimal number; the digits it is given with are shown.
    Decimal(Decimal),
    /// An amount in a currency; the digits it is given with are shown.
    Money {
        /// How much.
        amount: Decimal,
        /// The currency's code of ISO 4217, such as `EUR`.
        currency: Cow<'a, str>,
    },
    /// A day.
    Date(NaiveDate),
    /// A wall time.
    DateTime(NaiveDateTime),
    /// An instant.
    Instant(Time),
    /// Something that is said itself.
    Message(Message<'a>),
    /// Several values.
    List {
        /// The values, in their order.
        items: Vec<Argument<'a>>,
        /// How the last is joined to the others.
        join: Join,
    },
    /// Nothing is there.
    Absent,
}

/// How a list is joined.
///
/// Exhaustive: languages have no third way.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Join {
    /// One, two and three.
    And,
    /// One, two or three.
    Or,
}

impl<'a> Argument<'a> {
    /// A text that is written as it is.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(text.into())
    }

    /// An amount in a currency, by its code of ISO 4217.
    pub fn money(amount: Decimal, currency: impl Into<Cow<'a, str>>) -> Self {
        Self::Money { amount, currency: currency.into() }
    }

    /// Values of which all hold: one, two and three.
    pub fn all(items: impl IntoIterator<Item = Self>) -> Self {
        Self::List { items: items.into_iter().collect(), join: Join::And }
    }

    /// Values of which one is enough: one, two or three.
    pub fn any(items: impl IntoIterator<Item = Self>) -> Self {
        Self::List { items: items.into_iter().collect(), join: Join::Or }
    }

    /// The same value, borrowing nothing.
    #[must_use]
    pub fn into_owned(self) -> Argument<'static> {
        let owned = |text: Cow<'a, str>| Cow::Owned(text.into_owned());
        match self {
            Self::Text(text) => Argument::Text(owned(text)),
            Self::Localised(text) => Argument::Localised(Cow::Owned(text.into_owned())),
            Self::Integer(number) => Argument::Integer(number),
            Self::Decimal(number) => Argument::Decimal(number),
            Self::Money { amount, currency } => Argument::Money { amount, currency: owned(currency) },
            Self::Date(day) => Argument::Date(day),
            Self::DateTime(at) => Argument::DateTime(at),
            Self::Instant(at) => Argument::Instant(at),
            Self::Message(message) => Argument::Message(message.into_owned()),
            Self::List { items, join } => {
                Argument::List { items: items.into_iter().map(Argument::into_owned).collect(), join }
            }
            Self::Absent => Argument::Absent,
        }
    }
}
