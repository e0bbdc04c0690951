//! The numbers of Slovenia's municipalities: `001` to `213`, of which `145` is unused.
//!
//! Source: the list of municipalities of the Statistical Office (SURS).

use super::{CodeError, CodeScheme, digits};
use crate::Given;

const EXPECTED: &str = "three digits from 001 to 213";
const LAST: u16 = 213;
const UNUSED: u16 = 145;

/// The numbers that [`authority`] reads.
pub(crate) const PATTERN: &str = "(00[1-9]|0[1-9][0-9]|1([0-35-9][0-9]|4[0-46-9])|20[0-9]|21[0-3])";
/// The numbers that [`from_eurostat`] reads.
pub(crate) const EUROSTAT: &str = "(0{0,2}[1-9]|0?[1-9][0-9]|1([0-35-9][0-9]|4[0-46-9])|20[0-9]|21[0-3])";

/// Reads a municipality's number as the register writes it, with its leading zeros.
///
/// # Errors
/// [`CodeError::Malformed`] for anything but `001` to `213`; [`CodeError::Unassigned`] for `145`.
pub fn authority(text: &str) -> Result<String, CodeError> {
    let refused = || CodeError::Malformed {
        scheme: CodeScheme::SiMunicipality,
        code: Given::code(text),
        expected: EXPECTED,
    };
    if text.len() != 3 || !digits(text) {
        return Err(refused());
    }
    match text.parse::<u16>() {
        Ok(UNUSED) => Err(CodeError::Unassigned { code: Given::code(text) }),
        Ok(1..=LAST) => Ok(text.to_owned()),
        _ => Err(refused()),
    }
}

/// Reads a municipality's number as Eurostat's lists write it, which drop the leading zeros: `2` is `002`.
///
/// # Errors
/// As [`authority`], of the padded number.
///
/// ```
/// use guildhall_civic::codes::si;
///
/// assert_eq!(si::from_eurostat("2")?, "002");
/// assert!(si::authority("2").is_err());
/// # Ok::<(), guildhall_civic::CodeError>(())
/// ```
pub fn from_eurostat(text: &str) -> Result<String, CodeError> {
    if digits(text) { authority(&format!("{text:0>3}")) } else { authority(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_212_municipalities() {
        let known = (0..=999).filter(|n| authority(&format!("{n:03}")).is_ok()).count();
        assert_eq!(known, 212);
        for text in ["", "1", "11", "0011", "000", "214", "01a", "-01", "+01", " 01"] {
            assert!(authority(text).is_err(), "{text}");
        }
        assert_eq!(from_eurostat("002").unwrap(), "002");
        assert!(
            from_eurostat("145").is_err() && from_eurostat("").is_err() && from_eurostat("0011").is_err()
        );
    }
}
