//! What a practice is called: its code, the numbers of its versions, and the citation made of both.

use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

use guildhall_kernel::{Code, Id, Uuid};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Practice;

/// The internal identifier of a practice.
pub type PracticeId = Id<Practice>;

/// The name by which people cite a practice, such as `shared-delivery`. It never changes.
pub type PracticeCode = Code<Practice>;

/// The id of the practice with this code in the base named by `base`: equal codes give equal ids, and a
/// practice takes no text under another id, so that a base cannot hold two practices of one code.
pub fn practice_id(base: Uuid, code: &PracticeCode) -> PracticeId {
    Id::derived(base, code.as_str().as_bytes())
}

/// The number of a published version, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct VersionNumber(NonZeroU32);

impl VersionNumber {
    /// The first version.
    pub const FIRST: Self = Self(NonZeroU32::MIN);

    /// The version with this number.
    pub const fn new(number: NonZeroU32) -> Self {
        Self(number)
    }

    /// The number.
    pub const fn get(self) -> u32 {
        self.0.get()
    }

    /// The version after `published` earlier ones; it stays at the top once it is there.
    pub(crate) fn after(published: usize) -> Self {
        let earlier = u32::try_from(published).unwrap_or(u32::MAX);
        Self(NonZeroU32::MIN.saturating_add(earlier))
    }

    /// Where it stands in a list of versions that starts with the first.
    pub(crate) fn index(self) -> usize {
        usize::try_from(self.0.get()).map_or(usize::MAX, |number| number - 1)
    }
}
impl fmt::Display for VersionNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// Names one published version for ever, such as `shared-delivery@3`.
///
/// ```
/// use guildhall_practice::Citation;
///
/// let citation: Citation = "shared-delivery@3".parse()?;
/// assert_eq!(citation.version().get(), 3);
/// assert!("shared-delivery".parse::<Citation>().is_err());
/// assert!("shared-delivery@0".parse::<Citation>().is_err());
/// # Ok::<(), guildhall_practice::CitationError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend(
    "pattern" = "^[a-z0-9]+(-[a-z0-9]+)*@[1-9][0-9]{0,9}$",
    "maxLength" = PracticeCode::LONGEST + "@4294967295".len(),
    "examples" = ["shared-delivery@3"],
))]
pub struct Citation {
    code: PracticeCode,
    version: VersionNumber,
}

/// The text is no citation.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no citation such as `shared-delivery@3`")]
pub struct CitationError(String);

impl Citation {
    /// Cites a version of the practice with this code.
    pub const fn new(code: PracticeCode, version: VersionNumber) -> Self {
        Self { code, version }
    }

    /// Which practice.
    pub const fn code(&self) -> &PracticeCode {
        &self.code
    }

    /// Which of its versions.
    pub const fn version(&self) -> VersionNumber {
        self.version
    }
}

impl FromStr for Citation {
    type Err = CitationError;

    fn from_str(text: &str) -> Result<Self, CitationError> {
        let read = || {
            let (code, version) = text.split_once('@')?;
            // A sign or leading zeros would give one version several names.
            let digits = version.starts_with(|c: char| matches!(c, '1'..='9'));
            let version = version.parse().ok().filter(|_| digits)?;
            Some(Self::new(code.parse().ok()?, VersionNumber::new(version)))
        };
        read().ok_or_else(|| CitationError(text.to_owned()))
    }
}
impl TryFrom<String> for Citation {
    type Error = CitationError;

    fn try_from(text: String) -> Result<Self, CitationError> {
        text.parse()
    }
}
impl From<Citation> for String {
    fn from(citation: Citation) -> Self {
        citation.to_string()
    }
}
impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.code, self.version)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_citation_has_one_spelling() {
        for text in ["a@", "@1", "a@0", "a@01", "a@+1", "a@1@1", "a@4294967296"] {
            assert!(text.parse::<Citation>().is_err(), "{text}");
        }
        assert_eq!("a@12".parse::<Citation>().unwrap().to_string(), "a@12");
    }

    #[test]
    fn versions_count_from_one() {
        assert_eq!(VersionNumber::after(0), VersionNumber::FIRST);
        assert_eq!(VersionNumber::after(4).index(), 4);
    }
}
