//! OKTMO, Russia's classifier of municipal territories (OK 033-2013): `AA BBB CCC`, and three more digits
//! for an inhabited place.

use super::{CodeError, CodeScheme, digits};
use crate::Given;

const EXPECTED: &str = "8 digits of a municipal formation, or 11 of an inhabited place";

/// The codes that [`authority`] reads.
pub(crate) const PATTERN: &str = "(0[1-9]|[1-9][0-9])[0-9](0[1-9]|[1-9][0-9])(000|[0-9](0[1-9]|[1-9][0-9]))";

/// A code of the classifier.
///
/// ```
/// use guildhall_civic::codes::oktmo::{self, Oktmo};
///
/// assert_eq!(oktmo::authority("17701000")?, "17701000");
/// // An inhabited place is no authority; its code begins with that of the municipality it lies in.
/// let place = Oktmo::new("17701000001")?;
/// assert_eq!(place.municipality(), "17701000");
/// assert!(place.authority().is_err());
/// # Ok::<(), guildhall_civic::CodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Oktmo {
    text: String,
}

impl Oktmo {
    /// Reads 8 digits of a municipal formation or 11 of an inhabited place.
    ///
    /// # Errors
    /// [`CodeError::Malformed`] for any other shape; [`CodeError::NoAuthority`] for a heading, under which
    /// the classifier gathers the municipalities of one kind, or the places of one municipality.
    pub fn new(text: &str) -> Result<Self, CodeError> {
        let refused = || CodeError::Malformed {
            scheme: CodeScheme::Oktmo,
            code: Given::code(text),
            expected: EXPECTED,
        };
        if !digits(text) || !matches!(text.len(), 8 | 11) || text.starts_with("00") {
            return Err(refused());
        }
        if is_heading(text) {
            return Err(CodeError::NoAuthority {
                code: Given::code(text),
                what: "a heading of the classifier",
                // The heading over the places of a municipality begins with the municipality's code.
                belongs_to: text.strip_suffix("000").and_then(|code| authority(code).ok()),
            });
        }
        Ok(Self { text: text.to_owned() })
    }

    /// The code as it was given.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the code names an inhabited place inside a municipality.
    pub fn is_place(&self) -> bool {
        self.text.len() == 11
    }

    /// Whether the municipality is a settlement inside a municipal district.
    pub fn is_settlement(&self) -> bool {
        self.text.get(5..8).is_some_and(|settlement| settlement != "000")
    }

    /// The code of the municipality: its own, or of the one the place lies in.
    pub fn municipality(&self) -> &str {
        self.text.get(..8).unwrap_or(&self.text)
    }

    /// The code of the municipality, if that is what this is.
    ///
    /// # Errors
    /// [`CodeError::NoAuthority`] for an inhabited place.
    pub fn authority(&self) -> Result<String, CodeError> {
        if self.is_place() {
            return Err(CodeError::NoAuthority {
                code: Given::code(&self.text),
                what: "an inhabited place",
                belongs_to: Some(self.municipality().to_owned()),
            });
        }
        Ok(self.text.clone())
    }
}

/// Reads the code of a municipality: see [`Oktmo::authority`].
///
/// # Errors
/// As [`Oktmo::new`] and [`Oktmo::authority`].
pub fn authority(text: &str) -> Result<String, CodeError> {
    Oktmo::new(text)?.authority()
}

/// The second and the third group number their entries from 01 within each kind, the first digit of the
/// group: a group that ends in two zeros gathers a kind. Three zeros in the third group are the district
/// or city itself, and in the fourth the list of a municipality's places.
fn is_heading(text: &str) -> bool {
    let [formation, settlement, place] = [2..5, 5..8, 8..11].map(|part| text.get(part).unwrap_or_default());
    formation.ends_with("00") || (settlement.ends_with("00") && settlement != "000") || place == "000"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_headings_are_no_authorities() {
        assert!(authority("17605101").is_ok());
        assert!(Oktmo::new("17605101").unwrap().is_settlement());
        assert!(!Oktmo::new("17605000").unwrap().is_settlement());
        for text in ["17605101106", "84600000", "84640400", "84000000", "84640440000"] {
            assert!(matches!(authority(text), Err(CodeError::NoAuthority { .. })), "{text}");
        }
        let heading = Oktmo::new("08631000000").unwrap_err().to_string();
        assert!(heading.ends_with("it belongs to `08631000`"), "{heading}");
        for text in ["", "1770100", "177010000", "00701000", "1770100a", "17 701 000"] {
            assert!(matches!(authority(text), Err(CodeError::Malformed { .. })), "{text}");
        }
    }
}
