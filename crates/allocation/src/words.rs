//! What allocation says to people, in four languages.

use guildhall_words::{Argument, Kind, ToArgument};

use crate::{ListHash, LotteryKey, Name, Part, ProblemHash, WrittenValue};

guildhall_words::catalogue! {
    /// What allocation says, in four languages.
    pub static WORDS = "allocation" {
        texts {
            "en" => "../words/en.ftl",
            "pl" => "../words/pl.ftl",
            "ru" => "../words/ru.ftl",
            "sl" => "../words/sl.ftl",
        }
        says {
            crate::Explanation,
            crate::Missed,
            crate::Why,
            crate::Decided,
            crate::audit::Limit,
            crate::audit::Violation,
            crate::SeedRefused,
            crate::FreezeError,
            crate::CarryError,
            crate::Unfit,
            crate::NoOrder,
            crate::AllocateError,
            crate::Standing,
            crate::RerunError,
            crate::ChangeError,
        }
    }
}

guildhall_words::verbatim!(Name, ProblemHash, ListHash, LotteryKey);

impl ToArgument for WrittenValue {
    const KIND: Kind = Kind::Text;

    fn argument(&self) -> Argument<'_> {
        match self {
            // As it was written: a number of an office is no amount.
            Self::Integer(number) => Argument::text(number.to_string()),
            Self::Text(text) => Argument::text(text.as_str()),
        }
    }
}

/// What the innermost part is called.
pub(crate) fn last(within: &[Part]) -> String {
    within.last().map(|part| part.quota.to_string()).unwrap_or_default()
}

/// The values that parts count by themselves, from the outermost one inwards.
pub(crate) fn values(within: &[Part]) -> Vec<String> {
    let value = |part: &Part| match part.value.as_ref()? {
        WrittenValue::Integer(number) => Some(number.to_string()),
        WrittenValue::Text(text) => Some(text.to_string()),
    };
    within.iter().filter_map(value).collect()
}

/// As much of a lot as tells it apart at a glance; the whole stands in the result.
pub(crate) fn head(lot: &LotteryKey) -> String {
    let mut digits = lot.to_string();
    digits.truncate(16);
    digits + "…"
}
