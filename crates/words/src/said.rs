//! Messages as data: what crosses a boundary to whoever phrases it, such as a web front end.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use guildhall_kernel::{LocalisedText, Time};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Argument, Join, Message};

/// A message as data, with everything that phrasing it needs beside the texts.
///
/// ```
/// use guildhall_words::{Label, Said, Say};
///
/// let said = Said::from(&Label::Unknown.message());
/// assert_eq!(serde_json::to_value(&said)?["id"], "label-unknown");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// The catalogue whose texts word it.
    pub catalogue: String,
    /// Its name in the texts.
    pub id: String,
    /// The variant's part of the name, which sentences select by.
    pub key: String,
    /// The arguments by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub arguments: BTreeMap<String, SaidArgument>,
}

/// An argument as data.
///
/// Exhaustive: whoever phrases messages has to write every one of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum SaidArgument {
    /// Written as it is.
    Text(String),
    /// What an officer wrote in several languages.
    Localised(LocalisedText),
    /// A number as decimal text, with the digits that are shown.
    Number(String),
    /// An amount in a currency.
    Money {
        /// The amount as decimal text, with the digits that are shown.
        #[schemars(with = "String")]
        amount: Decimal,
        /// The currency's code of ISO 4217.
        currency: String,
    },
    /// A day.
    Date(NaiveDate),
    /// A wall time.
    DateTime(NaiveDateTime),
    /// An instant.
    Instant(Time),
    /// Something that is said itself.
    Message(Said),
    /// Several values.
    List {
        /// The values, in their order.
        items: Vec<SaidArgument>,
        /// How the last is joined to the others.
        join: Join,
    },
    /// Nothing is there.
    Absent,
}

impl From<&Message<'_>> for Said {
    fn from(message: &Message<'_>) -> Self {
        Self {
            catalogue: message.catalogue().name().to_owned(),
            id: message.id().to_owned(),
            key: message.key().to_owned(),
            arguments: message.arguments().map(|(name, value)| (name.to_owned(), value.into())).collect(),
        }
    }
}

impl From<&Argument<'_>> for SaidArgument {
    fn from(argument: &Argument<'_>) -> Self {
        match argument {
            Argument::Text(text) => Self::Text(text.to_string()),
            Argument::Localised(text) => Self::Localised(text.clone().into_owned()),
            Argument::Integer(number) => Self::Number(number.to_string()),
            Argument::Decimal(number) => Self::Number(number.to_string()),
            Argument::Money { amount, currency } => {
                Self::Money { amount: *amount, currency: currency.to_string() }
            }
            Argument::Date(day) => Self::Date(*day),
            Argument::DateTime(at) => Self::DateTime(*at),
            Argument::Instant(at) => Self::Instant(*at),
            Argument::Message(message) => Self::Message(message.into()),
            Argument::List { items, join } => {
                Self::List { items: items.iter().map(Self::from).collect(), join: *join }
            }
            Argument::Absent => Self::Absent,
        }
    }
}
