//! Codes and numbers that officers give to programmes and their parts; they keep their meaning when
//! titles change (C6).

use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The most characters a code may have.
const LONGEST: usize = 64;

/// The text is no code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no code: write small letters a to z, digits and single hyphens between them, at most 64")]
pub struct CodeError(String);

fn checked(text: String) -> Result<String, CodeError> {
    let part =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    if text.len() <= LONGEST && text.split('-').all(part) { Ok(text) } else { Err(CodeError(text)) }
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
            type Err = CodeError;

            fn from_str(text: &str) -> Result<Self, CodeError> {
                checked(text.to_owned()).map(Self)
            }
        }
        impl TryFrom<String> for $name {
            type Error = CodeError;

            fn try_from(text: String) -> Result<Self, CodeError> {
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
    /// Names a programme over all its versions, such as `city-managers`: the key that officers use
    /// and that stands in catalogues.
    ProgrammeCode
);
code!(
    /// Names a module within its programme, over all versions and editions of it.
    ///
    /// ```
    /// use guildhall_programme::ModuleCode;
    ///
    /// assert_eq!("town-centre-management".parse::<ModuleCode>()?.as_str(), "town-centre-management");
    /// assert!("Town centre".parse::<ModuleCode>().is_err());
    /// # Ok::<(), guildhall_programme::CodeError>(())
    /// ```
    ModuleCode
);
code!(
    /// Names a session within its edition. It stays when the session is moved, so that calendars
    /// know it again.
    SessionCode
);

macro_rules! number {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(NonZeroU32);

        impl $name {
            /// The first one.
            pub const FIRST: Self = Self(NonZeroU32::MIN);

            /// The one with this number.
            pub const fn new(number: NonZeroU32) -> Self {
                Self(number)
            }

            /// The number itself, from 1.
            pub const fn get(self) -> u32 {
                self.0.get()
            }

            /// The one after this; the last possible stays the last.
            #[must_use]
            pub const fn next(self) -> Self {
                Self(self.0.saturating_add(1))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }
    };
}

number!(
    /// Counts the versions of a programme's definition.
    ProgrammeVersion
);
number!(
    /// Counts the editions of a programme.
    EditionNumber
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c6_refuses_what_is_no_code() {
        for text in ["", "-", "a-", "-a", "a--b", "A", "a b", "a_b", "ž", &"a".repeat(65)] {
            assert!(text.parse::<ModuleCode>().is_err(), "{text}");
            assert!(serde_json::from_value::<ModuleCode>(text.into()).is_err(), "{text}");
        }
        for text in ["a", "1", "module-1", "2019-05", &"a".repeat(64)] {
            assert_eq!(text.parse::<ModuleCode>().unwrap().as_str(), text);
        }
    }

    #[test]
    fn c6_counting_begins_at_one() {
        assert!(serde_json::from_str::<EditionNumber>("0").is_err());
        assert_eq!(serde_json::from_str::<EditionNumber>("1").unwrap(), EditionNumber::FIRST);
        assert_eq!(ProgrammeVersion::FIRST.next().get(), 2);
    }
}
