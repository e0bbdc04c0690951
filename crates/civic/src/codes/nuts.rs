//! NUTS, Eurostat's statistical regions: `[A-Z]{2}[0-9A-Z]{0,3}`, in a version.
//!
//! Source: Regulation (EC) No 1059/2003, annex I.

use super::{CodeError, CodeScheme};
use crate::{Country, Given};

const EXPECTED: &str = "two capital letters of a country and up to three capital letters or digits";

/// The codes that [`authority`] reads, of whatever country.
pub(crate) const PATTERN: &str = "[A-Z]{2}[0-9A-Z]{1,3}";

/// A code of the classification. Without its version it may mean another region.
///
/// ```
/// use guildhall_civic::{Country, codes::nuts::Nuts};
///
/// let coast = Nuts::new("SI044")?;
/// assert_eq!((coast.country(), coast.level()), (Country::SI, 3));
/// assert_eq!(Nuts::new("EL30")?.country().as_str(), "GR");
/// # Ok::<(), guildhall_civic::CodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nuts {
    text: String,
    country: Country,
}

impl Nuts {
    /// Reads a code of any level.
    ///
    /// # Errors
    /// [`CodeError::Malformed`] for any other shape, [`CodeError::Country`] where the first two letters
    /// are no country's.
    pub fn new(text: &str) -> Result<Self, CodeError> {
        let malformed =
            || CodeError::Malformed { scheme: CodeScheme::Nuts, code: Given::code(text), expected: EXPECTED };
        let (letters, rest) = text.split_at_checked(2).ok_or_else(malformed)?;
        let plain = rest.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
        if rest.len() > 3 || !plain || !letters.bytes().all(|b| b.is_ascii_uppercase()) {
            return Err(malformed());
        }
        Ok(Self { text: text.to_owned(), country: Country::from_eurostat(letters)? })
    }

    /// The code as it was given.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The country the region lies in.
    pub const fn country(&self) -> Country {
        self.country
    }

    /// The level: 0 a country, 1 to 3 a region.
    pub fn level(&self) -> usize {
        self.text.len().saturating_sub(2)
    }
}

/// Reads the code of a region of this country.
///
/// # Errors
/// As [`Nuts::new`]; [`CodeError::NoAuthority`] for a whole country, [`CodeError::OtherCountry`] for a
/// region elsewhere.
pub fn authority(country: Country, text: &str) -> Result<String, CodeError> {
    let nuts = Nuts::new(text)?;
    if nuts.country != country {
        return Err(CodeError::OtherCountry { code: Given::code(&nuts.text), of: nuts.country, country });
    }
    if nuts.level() == 0 {
        return Err(CodeError::NoAuthority {
            code: Given::code(&nuts.text),
            what: "a whole country",
            belongs_to: None,
        });
    }
    Ok(nuts.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_and_countries() {
        assert_eq!(Nuts::new("SI").unwrap().level(), 0);
        assert!(authority(Country::SI, "SI").is_err());
        assert!(matches!(authority(Country::SI, "PL21"), Err(CodeError::OtherCountry { .. })));
        assert!(matches!(Nuts::new("ZZ1"), Err(CodeError::Country(_))));
        for text in ["", "S", "si04", "SI0411", "SI 1", "S1041", "DE80K (part)", "SIč"] {
            assert!(matches!(Nuts::new(text), Err(CodeError::Malformed { .. })), "{text}");
        }
    }
}
