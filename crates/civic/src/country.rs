//! Countries by their two letters (ISO 3166-1).
//!
//! Guards C6: only an assigned code is a country.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Given;

/// A country: an officially assigned alpha-2 code of ISO 3166-1, or `XK`, the user-assigned code under
/// which European registers list Kosovo.
///
/// ```
/// use guildhall_civic::Country;
///
/// let slovenia: Country = "SI".parse()?;
/// assert_eq!(slovenia, Country::SI);
/// assert!("EL".parse::<Country>().is_err());
/// assert_eq!(Country::from_eurostat("EL")?.as_str(), "GR");
/// # Ok::<(), guildhall_civic::CountryError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(into = "String")]
#[schemars(with = "String", extend(
    "enum" = Self::all().map(Self::as_str).collect::<Vec<_>>(),
    "examples" = ["SI"],
))]
pub struct Country(&'static str);

/// The text is no code of a country.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no country of ISO 3166-1 such as `SI` or `PL`")]
pub struct CountryError(pub Given);

// ISO 3166-1:2020 with its newsletters, officially assigned, and XK.
const ASSIGNED: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN \
    BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC \
    EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR \
    HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT \
    LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP \
    NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL \
    SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE \
    VG VI VN VU WF WS XK YE YT ZA ZM ZW";

impl Country {
    /// Poland, whose communes carry TERC codes.
    pub const PL: Self = Self("PL");
    /// Russia, whose municipal formations carry OKTMO codes.
    pub const RU: Self = Self("RU");
    /// Slovenia, whose municipalities carry three-digit numbers.
    pub const SI: Self = Self("SI");

    /// Reads two capital letters.
    ///
    /// # Errors
    /// [`CountryError`] where no country has them.
    pub fn new(text: &str) -> Result<Self, CountryError> {
        Self::all().find(|country| country.0 == text).ok_or_else(|| CountryError(Given::code(text)))
    }

    /// Reads a country as Eurostat writes it: `EL` is Greece and `UK` the United Kingdom; every other
    /// code is that of ISO 3166-1.
    ///
    /// # Errors
    /// [`CountryError`] where no country is written so.
    pub fn from_eurostat(text: &str) -> Result<Self, CountryError> {
        Self::new(match text {
            "EL" => "GR",
            "UK" => "GB",
            other => other,
        })
    }

    /// Every country there is, in alphabetical order of the code.
    pub fn all() -> impl Iterator<Item = Self> {
        ASSIGNED.split_ascii_whitespace().map(Self)
    }

    /// The two letters.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl std::str::FromStr for Country {
    type Err = CountryError;

    fn from_str(text: &str) -> Result<Self, CountryError> {
        Self::new(text)
    }
}
// By hand, for a derived one would ask the input to live as long as the codes do.
impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::new(&text).map_err(serde::de::Error::custom)
    }
}
impl TryFrom<String> for Country {
    type Error = CountryError;

    fn try_from(text: String) -> Result<Self, CountryError> {
        Self::new(&text)
    }
}
impl From<Country> for String {
    fn from(country: Country) -> Self {
        country.0.to_owned()
    }
}
impl std::fmt::Display for Country {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.0)
    }
}
impl std::fmt::Debug for Country {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Country({})", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_249_assigned_codes_and_kosovo() {
        let all: Vec<_> = Country::all().collect();
        assert_eq!(all.len(), 250);
        assert!(all.is_sorted_by(|a, b| a < b));
        assert!(all.contains(&Country::SI) && all.contains(&Country::PL) && all.contains(&Country::RU));
        for text in ["", "si", "SVN", "EL", "UK", "ZZ", "S", "SI "] {
            assert!(text.parse::<Country>().is_err(), "{text}");
        }
    }
}
