//! ISO 3166-2: subdivisions of countries, such as `PL-02` and `SI-011`.

use super::{CodeError, CodeScheme};
use crate::{Country, Given};

const EXPECTED: &str =
    "two capital letters of a country, a hyphen and one to three capital letters or digits";

/// The codes that [`authority`] reads, of whatever country.
pub(crate) const PATTERN: &str = "[A-Z]{2}-[0-9A-Z]{1,3}";

/// Reads the code of a subdivision of this country.
///
/// # Errors
/// [`CodeError::Malformed`], [`CodeError::Country`] where the first two letters are no country's, and
/// [`CodeError::OtherCountry`] for a subdivision elsewhere.
///
/// ```
/// use guildhall_civic::{Country, codes::iso3166_2};
///
/// assert_eq!(iso3166_2::authority(Country::PL, "PL-02")?, "PL-02");
/// assert!(iso3166_2::authority(Country::PL, "SI-011").is_err());
/// # Ok::<(), guildhall_civic::CodeError>(())
/// ```
pub fn authority(country: Country, text: &str) -> Result<String, CodeError> {
    let malformed = || CodeError::Malformed {
        scheme: CodeScheme::Iso3166_2,
        code: Given::code(text),
        expected: EXPECTED,
    };
    let (letters, rest) = text.split_once('-').ok_or_else(malformed)?;
    let plain = rest.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
    if letters.len() != 2 || !(1..=3).contains(&rest.len()) || !plain {
        return Err(malformed());
    }
    let of = Country::new(letters)?;
    if of == country {
        Ok(text.to_owned())
    } else {
        Err(CodeError::OtherCountry { code: Given::code(text), of, country })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_other_shapes() {
        for text in ["", "-", "SI", "SI-", "SI-0111", "SI_011", "S-011", "SI-a", "SI-0-1"] {
            assert!(authority(Country::SI, text).is_err(), "{text}");
        }
    }
}
