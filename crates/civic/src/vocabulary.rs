//! How this crate writes its vocabularies: closed lists of words, and open codes that a caller adds to.
//!
//! Guards C6: both are read through the same constructor that code uses. Names of records that officers
//! give are no words of a vocabulary: they are [`Code`](guildhall_kernel::Code)s.

use crate::Given;

/// A word outside a closed vocabulary. The message does not repeat it unless it came in a key (C5).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{word} is no {vocabulary}; expected one of {}", .expected.join(", "))]
pub struct UnknownWord {
    /// What was to be read, such as `partner role`.
    pub vocabulary: &'static str,
    /// The text that was given.
    pub word: Given,
    /// Every word there is.
    pub expected: Vec<&'static str>,
}

/// The text is no code of an open vocabulary. The message does not repeat it, because positions and areas
/// also come in lists of people, where any column may have slipped (C5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "this is no {vocabulary}: expected up to {} lower-case letters and digits, in words joined by `_`, \
     beginning with a letter",
    LONGEST
)]
pub struct SymbolError {
    /// What was to be read, such as `position code`.
    pub vocabulary: &'static str,
}

pub(crate) const LONGEST: usize = 64;

/// What [`is_symbol`] lets through, but for the length.
pub(crate) const SYMBOL: &str = "[a-z][a-z0-9]*(_[a-z0-9]+)*";

pub(crate) fn is_symbol(text: &str) -> bool {
    text.len() <= LONGEST
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .split('_')
            .all(|w| !w.is_empty() && w.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

/// A closed vocabulary: an enum whose variants are written as one stable word each.
macro_rules! vocabulary {
    ($(#[$meta:meta])* pub enum $name:ident: $what:literal {
        $($(#[$doc:meta])* $variant:ident => $word:literal,)+
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema, guildhall_words::Say)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every one there is, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable word it is written as, in definitions, rules, records and reports.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::vocabulary::UnknownWord;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|known| known.as_str() == word).ok_or_else(|| {
                    $crate::vocabulary::UnknownWord {
                        vocabulary: $what,
                        word: $crate::Given::unseen(),
                        expected: Self::ALL.iter().map(|known| known.as_str()).collect(),
                    }
                })
            }
        }
    };
}

/// An open vocabulary: a checked code, with the codes that everybody needs as constants.
macro_rules! symbol {
    ($(#[$meta:meta])* pub struct $name:ident: $what:literal, such as $example:literal {
        $($(#[$doc:meta])* $known:ident = $text:literal,)*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(try_from = "String", into = "String")]
        #[schemars(with = "String", extend(
            "pattern" = format!("^{}$", $crate::vocabulary::SYMBOL),
            "maxLength" = $crate::vocabulary::LONGEST,
            "examples" = [$example],
        ))]
        pub struct $name(std::borrow::Cow<'static, str>);

        impl $name {
            $($(#[$doc])* pub const $known: Self = Self(std::borrow::Cow::Borrowed($text));)*

            /// Reads a word: lower-case letters and digits in parts joined by `_`, such as `town_centres`.
            ///
            /// # Errors
            /// [`SymbolError`](crate::SymbolError) for anything else.
            pub fn new(text: impl Into<String>) -> Result<Self, $crate::vocabulary::SymbolError> {
                let text = text.into();
                if $crate::vocabulary::is_symbol(&text) {
                    Ok(Self(text.into()))
                } else {
                    Err($crate::vocabulary::SymbolError { vocabulary: $what })
                }
            }

            /// The code as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.0)
            }
        }
        impl std::str::FromStr for $name {
            type Err = $crate::vocabulary::SymbolError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::new(text)
            }
        }
        impl TryFrom<String> for $name {
            type Error = $crate::vocabulary::SymbolError;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::new(text)
            }
        }
        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.0.into_owned()
            }
        }
    };
}

pub(crate) use {symbol, vocabulary};

#[cfg(test)]
mod tests {
    use super::is_symbol;
    use crate::PositionCode;

    #[test]
    fn a_symbol_is_lower_case_words() {
        for text in ["a", "town_centres", "b2", "s1_pilot"] {
            assert!(is_symbol(text), "{text}");
        }
        for text in ["", "_", "A", "2b", "a_", "_a", "a__b", "a-b", "a b", "č", &"a".repeat(65)] {
            assert!(!is_symbol(text), "{text}");
        }
    }

    #[test]
    fn c5_a_refused_text_is_not_repeated() {
        let error = PositionCode::new("Ana Primer").unwrap_err();
        let read = serde_json::from_str::<PositionCode>("\"Ana Primer\"").unwrap_err();
        for shown in [error.to_string(), format!("{error:?}"), read.to_string()] {
            assert!(!shown.contains("Ana"), "{shown}");
        }
    }
}
