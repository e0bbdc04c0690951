//! Codes that officers give to parts of a programme; they keep their meaning when titles change.

use std::fmt;
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
