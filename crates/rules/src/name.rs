//! The names and codes rules are written with. Each is checked once, where it is made (C6).

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The text is no such name.
///
/// It quotes what officers write (keys, ids), never a code or an evidence reference: those can come
/// from somebody's file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// No fact key.
    #[error("`{0}` is no fact key: lower-case words joined by dots, such as `applicant.position`")]
    FactKey(String),
    /// No rule id.
    #[error("`{0}` is no rule id: a lower-case word, such as `city-manager-training`")]
    RuleId(String),
    /// No clause id.
    #[error("`{0}` is no clause id: a lower-case word, such as `city-manager`")]
    ClauseId(String),
    /// No name of a predicate.
    #[error("`{0}` is no name of a predicate: a lower-case word, such as `in-partner-region`")]
    PredicateName(String),
    /// No code.
    #[error("a code is one word of at most 256 bytes, without spaces or control characters")]
    Symbol,
    /// No evidence reference.
    #[error("an evidence reference is one word of at most 256 bytes, without spaces or control characters")]
    Evidence,
    /// No content hash.
    #[error("a rule's hash is 64 lower-case hexadecimal digits")]
    Hash,
}

/// Neither white space nor control characters, spelt out because `\s` means another set in other dialects
/// of patterns. Schemas count characters, so the longest name in them is one of ASCII.
pub(crate) const ONE_WORD: &str =
    concat!(r"^[^\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]", "+$");

macro_rules! name {
    ($(#[$meta:meta])* $name:ident($longest:literal, $pattern:expr, $example:literal), $accepts:expr, $refused:expr) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(try_from = "String", into = "String")]
        #[schemars(with = "String", extend(
            "pattern" = $pattern, "maxLength" = $longest, "examples" = [$example],
        ))]
        pub struct $name(Arc<str>);

        impl $name {
            /// Checks and takes the text.
            ///
            /// # Errors
            /// [`NameError`] where the text is not of this form.
            pub fn new(text: impl AsRef<str>) -> Result<Self, NameError> {
                let text = text.as_ref();
                let accepts: fn(&str) -> bool = $accepts;
                let refused: fn(&str) -> NameError = $refused;
                if accepts(text) { Ok(Self(text.into())) } else { Err(refused(text)) }
            }

            /// The text.
            pub fn as_str(&self) -> &str {
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
                name.as_str().to_owned()
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

name!(
    /// What a fact is called: lower-case words joined by dots, such as `applicant.position`; digits
    /// and `_` may follow a word's first letter. At most 128 bytes.
    ///
    /// ```
    /// use guildhall_rules::FactKey;
    ///
    /// assert_eq!(FactKey::new("authority.runs_shared_services")?.as_str(), "authority.runs_shared_services");
    /// assert!(FactKey::new("Applicant.Position").is_err());
    /// # Ok::<(), guildhall_rules::NameError>(())
    /// ```
    FactKey(128, r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$", "applicant.position"),
    |text| text.len() <= 128 && text.split('.').all(|word| word_of(word, "_")),
    |text| NameError::FactKey(shown(text))
);

name!(
    /// A code of a code list, such as `city_manager`, a register's `0401011` or a module's id: one
    /// word, compared byte by byte. At most 256 bytes; never a name or free text.
    Symbol(256, ONE_WORD, "city_manager"),
    |text| is_one_word(text, 256),
    |_| NameError::Symbol
);

name!(
    /// Where the proof of a fact lies, such as `certificate:12/SZ/2026` or a record's id: a reference
    /// the caller can resolve, never the proof itself. At most 256 bytes.
    Evidence(256, ONE_WORD, "certificate:12/SZ/2026"),
    |text| is_one_word(text, 256),
    |_| NameError::Evidence
);

name!(
    /// What a rule set is called over all its versions, such as `city-manager-training`. At most 80
    /// bytes.
    RuleId(80, "^[a-z][a-z0-9_.-]*$", "city-manager-training"),
    |text| text.len() <= 80 && word_of(text, "-_."),
    |text| NameError::RuleId(shown(text))
);

name!(
    /// What a condition made in Rust is called, such as `in-partner-region`. At most 80 bytes.
    PredicateName(80, "^[a-z][a-z0-9_.-]*$", "in-partner-region"),
    |text| text.len() <= 80 && word_of(text, "-_."),
    |text| NameError::PredicateName(shown(text))
);

name!(
    /// What a clause is called inside its rule set. Where the officer gives none it is the clause's
    /// path, such as `any[1].all[0]`. At most 512 bytes.
    ClauseId(512, r"^[a-z][a-z0-9_.\[\]-]*$", "city-manager"),
    |text| text.len() <= 512 && word_of(text, "-_.[]"),
    |text| NameError::ClauseId(shown(text))
);

impl From<&RuleId> for ClauseId {
    /// The root clause bears the rule set's id.
    fn from(id: &RuleId) -> Self {
        Self(Arc::clone(&id.0))
    }
}

impl RuleId {
    /// The name of a rule set whose name is not told.
    pub(crate) fn withheld() -> Self {
        Self("withheld".into())
    }
}

impl ClauseId {
    /// The id of a clause without one: its path, whose characters are all allowed.
    pub(crate) fn derived(path: &str) -> Self {
        Self(path.into())
    }

    /// The id of a clause of another rule set where it stands below this clause; nothing where it would be
    /// too long.
    pub(crate) fn adopting(&self, inner: &Self) -> Option<Self> {
        Self::new(format!("{self}.{inner}")).ok()
    }
}

fn word_of(text: &str, also: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|first| first.is_ascii_lowercase())
        && letters.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || also.contains(c))
}

fn is_one_word(text: &str, bytes: usize) -> bool {
    (1..=bytes).contains(&text.len()) && !text.chars().any(|c| c.is_whitespace() || c.is_control())
}

/// As much of a refused name as a message can bear.
pub(crate) fn shown(text: &str) -> String {
    if text.chars().count() <= 60 { text.to_owned() } else { text.chars().take(59).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c6_refuses_what_is_no_name() {
        for text in ["", ".", "a.", ".a", "a..b", "A.b", "a b", "1a", "a.1", "ä", "a-b", &"a".repeat(129)] {
            assert!(FactKey::new(text).is_err(), "{text}");
            assert!(serde_json::from_value::<FactKey>(text.into()).is_err(), "{text}");
        }
        for text in ["", " ", "a b", "a\n", "\u{0}", &"a".repeat(257)] {
            assert!(serde_json::from_value::<Symbol>(text.into()).is_err(), "{text}");
        }
        for text in ["", "A", "-a", "a b", "a[0]", &"a".repeat(81)] {
            assert!(serde_json::from_value::<RuleId>(text.into()).is_err(), "{text}");
        }
        assert!(serde_json::from_value::<ClauseId>("any[1].all[0]".into()).is_ok());
        assert!(serde_json::from_value::<ClauseId>("[0]".into()).is_err());
        assert!(serde_json::from_value::<Evidence>("certificate:12/SZ/2026".into()).is_ok());
    }

    #[test]
    fn c5_a_refused_code_is_not_quoted() {
        let error = Symbol::new("Canary Person").unwrap_err();
        assert!(!format!("{error} {error:?}").contains("Canary"));
    }
}
