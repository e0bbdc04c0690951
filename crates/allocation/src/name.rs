//! Short texts: ids, names, values, seeds and reasons. Each is checked once, where it is made (C6).

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The text cannot stand here. The message does not repeat it: the text may have come from
/// somebody's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected 1 to {longest} bytes, without control characters and without white space at the ends")]
pub struct NameError {
    /// The most bytes that this text may have.
    pub longest: usize,
}

/// One line, nothing of it invisible at its ends. Spelt out because `\s` means another set in other
/// dialects of patterns. Schemas count characters, so the longest text in them is one of ASCII.
const ONE_LINE: &str = concat!(
    r"^[^\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]",
    r"([^\u0000-\u001f\u007f-\u009f]*",
    r"[^\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000])?$",
);

macro_rules! text {
    ($(#[$meta:meta])* $name:ident($longest:literal, $example:literal)) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(try_from = "String", into = "String")]
        #[schemars(with = "String", extend(
            "pattern" = ONE_LINE, "maxLength" = $longest, "examples" = [$example],
        ))]
        pub struct $name(Box<str>);

        impl $name {
            /// The most bytes it has.
            pub const LONGEST: usize = $longest;

            /// Checks and takes the text.
            ///
            /// # Errors
            /// [`NameError`] where it is empty, too long, has control characters, or begins or ends
            /// with white space.
            pub fn new(text: impl AsRef<str>) -> Result<Self, NameError> {
                let text = text.as_ref();
                let fits = (1..=Self::LONGEST).contains(&text.len());
                if fits && text.trim() == text && !text.chars().any(char::is_control) {
                    Ok(Self(text.into()))
                } else {
                    Err(NameError { longest: Self::LONGEST })
                }
            }

            /// The text.
            pub const fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl FromStr for $name {
            type Err = NameError;

            fn from_str(text: &str) -> Result<Self, NameError> {
                Self::new(text)
            }
        }
        impl TryFrom<String> for $name {
            type Error = NameError;

            fn try_from(text: String) -> Result<Self, NameError> {
                Self::new(text)
            }
        }
        impl TryFrom<&str> for $name {
            type Error = NameError;

            fn try_from(text: &str) -> Result<Self, NameError> {
                Self::new(text)
            }
        }
        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.0.into()
            }
        }
        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "`{}`", self.0)
            }
        }
    };
}

text!(
    /// An id, the name of something, or a value of a text attribute: 1 to 64 bytes on one line. Ids are
    /// opaque and get published: never a person's name, mail or number in a register.
    ///
    /// ```
    /// use guildhall_allocation::Name;
    ///
    /// assert_eq!(Name::new("per authority")?.as_str(), "per authority");
    /// assert!(Name::new(" region").is_err() && Name::new("").is_err());
    /// # Ok::<(), guildhall_allocation::NameError>(())
    /// ```
    Name(64, "region")
);

text!(
    /// A seed as it was published, such as the output of a beacon in hexadecimal or the numbers of a
    /// witnessed draw: 1 to 1,024 bytes on one line. Its bytes are those of the text, in UTF-8.
    SeedValue(1_024, "07 12 23 31 38 44")
);

text!(
    /// A public sentence: where a seed comes from, why a draw was repeated. 1 to 512 bytes on one line,
    /// and never personal.
    Statement(512, "the state lottery's draw 28 of 2026, main numbers in ascending order")
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c6_refuses_what_is_not_one_clean_line() {
        for text in
            ["", " ", " a", "a ", "a\n", "a\tb", "\u{85}", "a\u{2003}", &"a".repeat(65), &"ž".repeat(33)]
        {
            assert!(Name::new(text).is_err(), "{text:?}");
            assert!(serde_json::from_value::<Name>(text.into()).is_err(), "{text:?}");
        }
        for text in ["a", "1", "per authority", "Žalec", "a\u{2003}b", &"a".repeat(64), &"ž".repeat(32)] {
            assert_eq!(Name::new(text).unwrap().as_str(), text);
        }
    }

    #[test]
    fn c5_a_refused_text_is_not_repeated() {
        let error = serde_json::from_str::<Name>("\" Ana Primer\"").unwrap_err();
        assert!(!error.to_string().contains("Ana"), "{error}");
    }
}
