//! General labels: what every context needs and none owns.

use guildhall_kernel::Local;

use crate::{Argument, Kind, Say, ToArgument};

crate::catalogue! {
    /// General labels and the shapes of money and periods, in four languages.
    pub static WORDS = "words" {
        texts {
            "en" => "../words/en.ftl",
            "pl" => "../words/pl.ftl",
            "ru" => "../words/ru.ftl",
            "sl" => "../words/sl.ftl",
        }
        says { Label, Period, Amount, Day, Moment, AtUtc }
    }
}

/// A word that stands alone in a cell.
///
/// Exhaustive: a label that belongs to one context stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Say)]
#[say(crate = crate)]
pub enum Label {
    /// It is so.
    Yes,
    /// It is not so.
    No,
    /// Nobody knows.
    Unknown,
    /// A list without anything.
    Nothing,
}

impl From<bool> for Label {
    fn from(so: bool) -> Self {
        if so { Self::Yes } else { Self::No }
    }
}

/// A period between two days or wall times, open where nothing is given.
///
/// ```
/// # #[cfg(feature = "fluent")] {
/// use guildhall_words::{Period, Phrasebook, Say, Words};
///
/// let courses = Period { from: "2019-05-06".parse().ok(), until: "2019-05-31".parse().ok() };
/// let english = Phrasebook::new("en".parse().unwrap());
/// assert_eq!(english.say(&courses.message()), "6 May 2019 to 31 May 2019");
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Say)]
#[say(crate = crate)]
pub struct Period {
    /// Where it begins.
    pub from: Option<Local>,
    /// Where it ends, the day included.
    pub until: Option<Local>,
}

/// An amount as its currency is written.
#[derive(Debug, Say)]
#[say(crate = crate, id = "money")]
pub(crate) struct Amount {
    /// With its sign.
    pub(crate) amount: String,
    /// Without its sign.
    pub(crate) unsigned: String,
    pub(crate) negative: bool,
    pub(crate) currency: Currency,
}

/// A currency's code, to be written and to be told apart by.
#[derive(Debug)]
pub(crate) struct Currency(pub(crate) String);

impl ToArgument for Currency {
    const KIND: Kind = Kind::Code;

    fn argument(&self) -> Argument<'_> {
        Argument::text(self.0.as_str())
    }
}

/// How a day is written: `long`, `medium`, `short` or `weekday`.
#[derive(Debug)]
pub(crate) struct DayStyle(pub(crate) &'static str);

impl ToArgument for DayStyle {
    const KIND: Kind = Kind::Choice(&["long", "medium", "short", "weekday"]);

    fn argument(&self) -> Argument<'_> {
        Argument::text(self.0)
    }
}

/// A day, as ICU writes it and in its parts for a language that CLDR serves badly.
#[derive(Debug, Say)]
#[say(crate = crate)]
pub(crate) struct Day {
    pub(crate) written: String,
    pub(crate) style: DayStyle,
    pub(crate) day: String,
    pub(crate) month: String,
    pub(crate) year: String,
    pub(crate) month_name: String,
    /// The weekday's name.
    pub(crate) weekday: String,
}

/// A day with a time, as ICU writes it and in its parts.
#[derive(Debug, Say)]
#[say(crate = crate)]
pub(crate) struct Moment {
    pub(crate) written: String,
    pub(crate) day: String,
    pub(crate) time: String,
}

/// An instant for a reader whose zone is not known.
#[derive(Debug, Say)]
#[say(crate = crate)]
pub(crate) struct AtUtc {
    /// The day, or day and time, as the language writes it.
    pub(crate) at: String,
}
