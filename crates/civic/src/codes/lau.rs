//! LAU, Eurostat's local administrative units: per country opaque, and valid as of a year.
//!
//! Source: Regulation (EC) No 1059/2003 and the yearly lists of Eurostat.

use super::{CodeError, CodeScheme, digits, si, terc};
use crate::{Country, Given};

const EXPECTED: &str = "2 to 13 capital letters and digits";

/// The codes that [`authority`] reads, but for Slovenia.
pub(crate) const PATTERN: &str = "[0-9A-Z]{2,13}";

/// Reads a unit's code. What it is made of differs by country and year, so it is not taken apart; only
/// Slovene numbers get back the leading zeros that the lists drop (`2` is `002`).
///
/// # Errors
/// [`CodeError::Malformed`] for any other shape; for Slovenia as [`si::from_eurostat`].
pub fn authority(country: Country, text: &str) -> Result<String, CodeError> {
    if country == Country::SI {
        return si::from_eurostat(text);
    }
    let plain = text.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
    if plain && (2..=13).contains(&text.len()) {
        return Ok(text.to_owned());
    }
    Err(CodeError::Malformed { scheme: CodeScheme::Lau, code: Given::code(text), expected: EXPECTED })
}

/// The six TERC digits of a Polish commune within its LAU code of 13 digits, which holds the statistical
/// regions as well: the fifth and sixth digit (region), the tenth and eleventh (county), the last two
/// (commune).
///
/// # Errors
/// [`CodeError::Malformed`] where there are not 13 digits; else as [`terc::authority`].
///
/// ```
/// use guildhall_civic::codes::lau;
///
/// assert_eq!(lau::teryt6("1003021010101")?, lau::teryt6("5003029910101")?);
/// assert_eq!(lau::teryt6("1003021010101")?, "020101");
/// # Ok::<(), guildhall_civic::CodeError>(())
/// ```
pub fn teryt6(text: &str) -> Result<String, CodeError> {
    match (text.get(4..6), text.get(9..11), text.get(11..13)) {
        (Some(region), Some(county), Some(commune)) if text.len() == 13 && digits(text) => {
            terc::authority(&format!("{region}{county}{commune}"))
        }
        _ => Err(CodeError::Malformed {
            scheme: CodeScheme::Lau,
            code: Given::code(text),
            expected: "the 13 digits of a Polish commune",
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_opaque_but_not_anything() {
        for (country, text) in [("FR", "2A001"), ("GB", "E06000001"), ("FI", "005"), ("LT", "11")] {
            assert_eq!(authority(country.parse().unwrap(), text).unwrap(), text);
        }
        assert_eq!(authority(Country::SI, "2").unwrap(), "002");
        for text in ["", "1", "12345678901234", "2a001", "AB 12", "AB-12", "Ä1"] {
            assert!(authority(Country::PL, text).is_err(), "{text}");
        }
        for text in ["", "020101", "100302101010", "10030210101011", "100302101010a", "1003031010101"] {
            assert!(teryt6(text).is_err(), "{text}");
        }
    }
}
