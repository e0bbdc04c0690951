//! COFOG 1999, the classification of the functions of government.
//!
//! Source: United Nations, Classifications of Expenditure According to Purpose, Statistical Papers series M
//! no. 84 (New York 2000), part three. Guards C6: only a code of the classification is one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A division (`04`), group (`04.5`) or class (`04.5.1`) of the classification.
///
/// ```
/// use guildhall_civic::Cofog;
///
/// let roads: Cofog = "04.5.1".parse()?;
/// assert!(roads.is_within(&"04.5".parse()?) && roads.is_within(&"04".parse()?));
/// assert!("04.5.6".parse::<Cofog>().is_err());
/// # Ok::<(), guildhall_civic::CofogError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("enum" = Self::all().collect::<Vec<_>>(), "examples" = ["04.5.1"]))]
pub struct Cofog(String);

/// The text is no code of the classification.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no function of COFOG 1999 such as `04`, `04.5` or `04.5.1`")]
pub struct CofogError(pub String);

/// By division and group, how many classes the group has. A group of one class numbers it 0, others from 1.
const CLASSES: [&[u8]; 10] = [
    &[3, 2, 3, 1, 1, 1, 1, 1],
    &[1, 1, 1, 1, 1],
    &[1, 1, 1, 1, 1, 1],
    &[2, 3, 6, 3, 5, 1, 4, 7, 1],
    &[1, 1, 1, 1, 1, 1],
    &[1, 1, 1, 1, 1, 1],
    &[3, 4, 4, 1, 1, 1],
    &[1, 1, 1, 1, 1, 1],
    &[2, 2, 1, 2, 1, 1, 1, 1],
    &[2, 1, 1, 1, 1, 1, 1, 1, 1],
];

impl Cofog {
    /// Reads a code.
    ///
    /// # Errors
    /// [`CofogError`] where the classification has none such.
    pub fn new(text: &str) -> Result<Self, CofogError> {
        if Self::all().any(|known| known == text) {
            Ok(Self(text.to_owned()))
        } else {
            Err(CofogError(text.to_owned()))
        }
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is the other, or a part of it.
    pub fn is_within(&self, other: &Self) -> bool {
        self.0.strip_prefix(&other.0).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }

    /// Every code there is, as text.
    pub(crate) fn all() -> impl Iterator<Item = String> {
        (1..).zip(CLASSES).flat_map(|(division, groups)| {
            let inner = (1..).zip(groups).flat_map(move |(group, count)| {
                let first = if *count == 1 { 0 } else { 1 };
                let classes =
                    (first..first + count).map(move |class| format!("{division:02}.{group}.{class}"));
                std::iter::once(format!("{division:02}.{group}")).chain(classes)
            });
            std::iter::once(format!("{division:02}")).chain(inner)
        })
    }
}

impl std::str::FromStr for Cofog {
    type Err = CofogError;

    fn from_str(text: &str) -> Result<Self, CofogError> {
        Self::new(text)
    }
}
impl TryFrom<String> for Cofog {
    type Error = CofogError;

    fn try_from(text: String) -> Result<Self, CofogError> {
        Self::new(&text)
    }
}
impl From<Cofog> for String {
    fn from(cofog: Cofog) -> Self {
        cofog.0
    }
}
impl std::fmt::Display for Cofog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_10_divisions_69_groups_and_109_classes() {
        let count = |dots| Cofog::all().filter(|code| code.matches('.').count() == dots).count();
        assert_eq!((count(0), count(1), count(2)), (10, 69, 109));
        for text in ["", "4", "11", "00", "01.9", "04.6.1", "04.5.0", "04.5.", "04-5", "04.5.1.1", "10.9.1"] {
            assert!(text.parse::<Cofog>().is_err(), "{text}");
        }
        let code = |text: &str| text.parse::<Cofog>().unwrap();
        assert!(code("04.5").is_within(&code("04.5")));
        assert!(!code("04.5").is_within(&code("04.5.1")));
        assert!(!code("04.5.1").is_within(&code("04.1")));
    }
}
