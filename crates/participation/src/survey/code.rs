//! Codes that officers give to instruments, questions and options; they keep their meaning when the
//! wording changes.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The most characters a code may have.
const LONGEST: usize = 64;

/// The text is no code. The message does not repeat it: codes also come with people's answers (C5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a code has small letters a to z, digits and single hyphens between them, at most 64")]
pub struct SurveyCodeError;

fn checked(text: String) -> Result<String, SurveyCodeError> {
    let part =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    if text.len() <= LONGEST && text.split('-').all(part) { Ok(text) } else { Err(SurveyCodeError) }
}

macro_rules! code {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(try_from = "String", into = "String")]
        #[schemars(with = "String", extend("pattern" = "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength" = 64))]
        pub struct $name(String);

        impl $name {
            /// The code as it is written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = SurveyCodeError;

            fn from_str(text: &str) -> Result<Self, SurveyCodeError> {
                checked(text.to_owned()).map(Self)
            }
        }
        impl TryFrom<String> for $name {
            type Error = SurveyCodeError;

            fn try_from(text: String) -> Result<Self, SurveyCodeError> {
                checked(text).map(Self)
            }
        }
        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

code!(
    /// Names an instrument over all the surveys that use it.
    InstrumentCode
);
code!(
    /// Names a question within its instrument.
    ///
    /// ```
    /// use guildhall_participation::survey::QuestionCode;
    ///
    /// assert_eq!("join-follow-up".parse::<QuestionCode>()?.as_str(), "join-follow-up");
    /// assert!("Join follow-up?".parse::<QuestionCode>().is_err());
    /// # Ok::<(), guildhall_participation::survey::SurveyCodeError>(())
    /// ```
    QuestionCode
);
code!(
    /// Names an option within its question.
    OptionCode
);
