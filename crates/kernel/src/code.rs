//! Codes: the short keys that officers give to things, which keep their meaning when titles change.

use std::borrow::{Borrow, Cow};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The code of a `T`, which is only ever a name for the type: lower-case Latin words and numbers with
/// single hyphens between them, at most 64 characters.
///
/// ```
/// use guildhall_kernel::Code;
///
/// enum Module {}
///
/// let code: Code<Module> = "town-centre-model".parse()?;
/// assert_eq!(code.as_str(), "town-centre-model");
/// assert!("Town centre".parse::<Code<Module>>().is_err());
/// # Ok::<(), guildhall_kernel::CodeError>(())
/// ```
pub struct Code<T: ?Sized>(Box<str>, PhantomData<fn() -> *const T>);

/// The text is no code. The message does not repeat it, because codes also come with what people
/// answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a code has small letters a to z, digits and single hyphens between them, at most 64 characters")]
pub struct CodeError;

impl<T: ?Sized> Code<T> {
    /// The most characters a code has.
    pub const LONGEST: usize = 64;

    /// The code as it is written.
    pub const fn as_str(&self) -> &str {
        &self.0
    }
}

impl<T: ?Sized> FromStr for Code<T> {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        let word = |word: &str| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        if text.len() <= Self::LONGEST && text.split('-').all(word) {
            Ok(Self(text.into(), PhantomData))
        } else {
            Err(CodeError)
        }
    }
}
impl<T: ?Sized> TryFrom<String> for Code<T> {
    type Error = CodeError;

    fn try_from(text: String) -> Result<Self, CodeError> {
        text.parse()
    }
}
impl<T: ?Sized> From<Code<T>> for String {
    fn from(code: Code<T>) -> Self {
        code.0.into()
    }
}
impl<T: ?Sized> Borrow<str> for Code<T> {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl<T: ?Sized> Clone for Code<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}
impl<T: ?Sized> PartialEq for Code<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T: ?Sized> Eq for Code<T> {}
impl<T: ?Sized> PartialOrd for Code<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T: ?Sized> Ord for Code<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T: ?Sized> Hash for Code<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T: ?Sized> fmt::Debug for Code<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Code({})", self.0)
    }
}
impl<T: ?Sized> fmt::Display for Code<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<T: ?Sized> Serialize for Code<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
impl<'de, T: ?Sized> Deserialize<'de> for Code<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Cow::<'de, str>::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
impl<T: ?Sized> JsonSchema for Code<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Code".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
            "maxLength": Self::LONGEST,
            "examples": ["town-centre"],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    enum Module {}

    #[test]
    fn c6_refuses_what_is_no_code() {
        for text in ["", "-", "a-", "-a", "a--b", "A", "a b", "a_b", "ž", &"a".repeat(65)] {
            assert!(text.parse::<Code<Module>>().is_err(), "{text}");
            assert!(serde_json::from_value::<Code<Module>>(text.into()).is_err(), "{text}");
        }
        for text in ["a", "1", "module-1", "2019-05", &"a".repeat(64)] {
            assert_eq!(text.parse::<Code<Module>>().unwrap().as_str(), text);
        }
    }

    #[test]
    fn c5_a_refused_text_is_not_repeated() {
        let error = serde_json::from_str::<Code<Module>>("\"Ana Primer\"").unwrap_err();
        assert!(!error.to_string().contains("Ana"), "{error}");
    }
}
