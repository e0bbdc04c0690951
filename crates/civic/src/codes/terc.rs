//! TERC, Poland's register of communes, counties and regions: `WWPPGGR`.
//!
//! Source: regulation of the Council of Ministers of 15 December 1998 on the register of the territorial
//! division (TERYT), and the register as Statistics Poland publishes it.

use super::{CodeError, CodeScheme, digits};
use crate::{AuthorityKind, Given};

/// A row of the register: a region (`WW`), a county (`WWPP`), a commune without its kind (`WWPPGG`), or a
/// commune or part of one with its kind (`WWPPGGR`).
///
/// The kind changes when a village becomes a town, so an authority is known by the first six digits.
///
/// ```
/// use guildhall_civic::{AuthorityKind, codes::terc::{self, Terc, Unit}};
///
/// let row = Terc::new("0201011")?;
/// assert_eq!(row.unit(), Unit::UrbanCommune);
/// assert_eq!(row.authority()?, "020101");
/// // A city with county rights is one authority, whichever of its two codes is at hand.
/// assert_eq!(terc::authority("1465")?, terc::authority("1465011")?);
/// assert_eq!(Terc::new("1465")?.authority_kind(), Some(AuthorityKind::CityWithCountyRights));
/// // A district of Warsaw sends nobody: Warsaw does.
/// assert!(terc::authority("1465028").is_err());
/// # Ok::<(), guildhall_civic::CodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Terc {
    text: String,
    unit: Unit,
}

/// What a row of the register stands for.
///
/// Exhaustive on purpose: the register's own list, fixed by regulation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A region (województwo), two digits.
    Region,
    /// A county (powiat), four digits.
    County,
    /// A city with county rights, in its row as a county: four digits.
    CityCounty,
    /// A commune, six digits, which do not tell its kind.
    Commune,
    /// Kind 1, an urban commune; of a city with county rights, the city as a commune.
    UrbanCommune,
    /// Kind 2, a rural commune.
    RuralCommune,
    /// Kind 3, an urban-rural commune, whole.
    UrbanRuralCommune,
    /// Kind 4, a town inside an urban-rural commune.
    Town,
    /// Kind 5, the rural part of an urban-rural commune.
    RuralPart,
    /// Kind 8, a district of Warsaw.
    District,
    /// Kind 9, a delegation (part of Kraków, Łódź, Poznań or Wrocław).
    Delegation,
}

const EXPECTED: &str = "2, 4, 6 or 7 digits WWPPGGR, with an even region 02 to 32, a county 01 to 38 or a city \
                        61 to 79, a commune from 01 and a kind that fits them";

/// The codes that [`authority`] reads.
pub(crate) const PATTERN: &str = "(0[2468]|[12][02468]|3[02])\
    ((0[1-9]|[12][0-9]|3[0-8])((0[1-9]|[1-9][0-9])[1-3]?)?|(6[1-9]|7[0-9])(011?)?)?";

impl Terc {
    /// Reads a row's code. It is text: `0201011` has lost its meaning as the number 201011.
    ///
    /// # Errors
    /// [`CodeError::Malformed`] where the register can hold no such row.
    pub fn new(text: &str) -> Result<Self, CodeError> {
        let refused =
            || CodeError::Malformed { scheme: CodeScheme::Terc, code: Given::code(text), expected: EXPECTED };
        let unit = unit(text).ok_or_else(refused)?;
        Ok(Self { text: text.to_owned(), unit })
    }

    /// The code as it was given.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What the row stands for.
    pub const fn unit(&self) -> Unit {
        self.unit
    }

    /// The code by which the authority of this row is known: two digits of a region, four of a county,
    /// six of a commune, six also of a city with county rights.
    ///
    /// # Errors
    /// [`CodeError::NoAuthority`] for a part of a commune: kinds 4, 5, 8 and 9.
    pub fn authority(&self) -> Result<String, CodeError> {
        let what = match self.unit {
            Unit::Region | Unit::County => return Ok(self.text.clone()),
            Unit::CityCounty => return Ok(format!("{}01", self.text)),
            Unit::Commune | Unit::UrbanCommune | Unit::RuralCommune | Unit::UrbanRuralCommune => {
                // A city with county rights has one commune, 01; further numbers there are its parts.
                if self.in_city() && self.text.get(4..6) != Some("01") {
                    "a part of a city with county rights"
                } else {
                    return Ok(self.first(6));
                }
            }
            Unit::Town => "a town inside an urban-rural commune",
            Unit::RuralPart => "the rural part of an urban-rural commune",
            Unit::District => "a district of a city",
            Unit::Delegation => "a delegation of a city",
        };
        let belongs_to = if self.in_city() { format!("{}01", self.first(4)) } else { self.first(6) };
        Err(CodeError::NoAuthority { code: Given::code(&self.text), what, belongs_to: Some(belongs_to) })
    }

    /// The kind of the authority; `None` for a part of a commune and for a commune given without its kind.
    pub fn authority_kind(&self) -> Option<AuthorityKind> {
        match self.unit {
            Unit::Region => Some(AuthorityKind::Region),
            Unit::County => Some(AuthorityKind::County),
            Unit::CityCounty => Some(AuthorityKind::CityWithCountyRights),
            Unit::UrbanCommune if self.in_city() => Some(AuthorityKind::CityWithCountyRights),
            Unit::Commune if self.in_city() && self.text.ends_with("01") => {
                Some(AuthorityKind::CityWithCountyRights)
            }
            Unit::UrbanCommune => Some(AuthorityKind::UrbanCommune),
            Unit::RuralCommune => Some(AuthorityKind::RuralCommune),
            Unit::UrbanRuralCommune => Some(AuthorityKind::UrbanRuralCommune),
            Unit::Commune | Unit::Town | Unit::RuralPart | Unit::District | Unit::Delegation => None,
        }
    }

    fn in_city(&self) -> bool {
        self.text.get(2..4).is_some_and(is_city)
    }

    fn first(&self, digits: usize) -> String {
        self.text.chars().take(digits).collect()
    }
}

/// The code by which an authority is known, from any of its rows: see [`Terc::authority`].
///
/// # Errors
/// [`CodeError::Malformed`] and [`CodeError::NoAuthority`].
pub fn authority(text: &str) -> Result<String, CodeError> {
    Terc::new(text)?.authority()
}

fn is_city(county: &str) -> bool {
    ("61"..="79").contains(&county)
}

fn unit(text: &str) -> Option<Unit> {
    if !digits(text) {
        return None;
    }
    let region: u8 = text.get(..2)?.parse().ok()?;
    if !(2..=32).contains(&region) || !region.is_multiple_of(2) {
        return None;
    }
    if text.len() == 2 {
        return Some(Unit::Region);
    }
    let county = text.get(2..4)?;
    let city = is_city(county);
    if !city && !("01"..="38").contains(&county) {
        return None;
    }
    if text.len() == 4 {
        return Some(if city { Unit::CityCounty } else { Unit::County });
    }
    let commune = text.get(4..6)?;
    if commune == "00" {
        return None;
    }
    match (text.get(6..)?, city) {
        ("", _) => Some(Unit::Commune),
        ("1", true) if commune != "01" => None,
        ("1", _) => Some(Unit::UrbanCommune),
        ("2", false) => Some(Unit::RuralCommune),
        ("3", false) => Some(Unit::UrbanRuralCommune),
        ("4", false) => Some(Unit::Town),
        ("5", false) => Some(Unit::RuralPart),
        ("8", true) if commune != "01" => Some(Unit::District),
        ("9", true) if commune != "01" => Some(Unit::Delegation),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_communes_send_nobody() {
        for (part, whole) in
            [("0201044", "020104"), ("0201045", "020104"), ("1465028", "146501"), ("1261029", "126101")]
        {
            match authority(part) {
                Err(CodeError::NoAuthority { belongs_to, .. }) => assert_eq!(belongs_to.unwrap(), whole),
                other => panic!("{part}: {other:?}"),
            }
        }
        assert!(matches!(authority("146502"), Err(CodeError::NoAuthority { .. })));
    }

    #[test]
    fn a_change_of_kind_is_the_same_commune() {
        assert_eq!(authority("0201022").unwrap(), authority("0201023").unwrap());
        assert_eq!(authority("0201022").unwrap(), authority("020102").unwrap());
    }

    #[test]
    fn refuses_what_no_row_can_be() {
        let lengths = ["", "2", "020", "02010", "02010111", "020101l", " 020101", "٠٢"];
        let parts = ["0301011", "3401011", "0001011", "0239011", "0260011", "0280011", "0201001"];
        let kinds = ["0201010", "0201016", "0201017", "0201018", "0201019", "0261012", "0261021"];
        for text in [&lengths[..], &parts, &kinds].concat() {
            assert!(matches!(Terc::new(text), Err(CodeError::Malformed { .. })), "{text}");
        }
    }
}
