//! The codes by which registers know an authority, one module a scheme.
//!
//! A code is text and keeps its leading zeros. Each scheme's parser refuses what names no authority.
//! Guards C6 together with [`AuthorityKey`](crate::AuthorityKey).

pub mod fictitious;
pub mod iso3166_2;
pub mod lau;
pub mod nuts;
pub mod oktmo;
pub mod si;
pub mod terc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::vocabulary::vocabulary;
use crate::{Country, CountryError, Given};

vocabulary! {
    /// Which register a code is from.
    ///
    /// Non-exhaustive: other countries have registers of their own, and they are to be added here, for a
    /// scheme without its parser would let wrong codes in.
    #[non_exhaustive]
    pub enum CodeScheme: "code scheme" {
        /// Poland's TERC register of communes, counties and regions ([`terc`]).
        Terc => "terc",
        /// The numbers of Slovenia's municipalities ([`si`]).
        SiMunicipality => "si_municipality",
        /// Russia's classifier of municipal territories ([`oktmo`]).
        Oktmo => "oktmo",
        /// Eurostat's local administrative units, as of a year ([`lau`]).
        Lau => "lau",
        /// Eurostat's statistical regions, in a version ([`nuts`]).
        Nuts => "nuts",
        /// Subdivisions of countries, of ISO 3166-2 ([`iso3166_2`]).
        Iso3166_2 => "iso_3166_2",
        /// Invented authorities, for examples and tests ([`fictitious`]).
        Fictitious => "fictitious",
    }
}

impl CodeScheme {
    /// Whether a code means something only together with the year it is valid as of. The other schemes
    /// do not give a number twice, and an authority of theirs changes by its validity and successors.
    pub const fn needs_vintage(self) -> bool {
        matches!(self, Self::Lau | Self::Nuts)
    }

    /// The one country whose authorities carry codes of this scheme; `None` where several do.
    pub const fn country(self) -> Option<Country> {
        match self {
            Self::Terc => Some(Country::PL),
            Self::SiMunicipality => Some(Country::SI),
            Self::Oktmo => Some(Country::RU),
            Self::Lau | Self::Nuts | Self::Iso3166_2 | Self::Fictitious => None,
        }
    }
}

/// The year a register is as of: the edition of a LAU list, the version of NUTS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "u16", into = "u16")]
#[schemars(with = "u16", extend("minimum" = FIRST, "maximum" = LAST, "examples" = [2019]))]
pub struct Vintage(u16);

const FIRST: u16 = 1970;
const LAST: u16 = 2999;
/// The years from the first to the last, in a pattern.
pub(crate) const YEAR: &str = "(19[7-9][0-9]|2[0-9]{3})";

impl Vintage {
    /// The register as of this year.
    ///
    /// # Errors
    /// [`CodeError::VintageOutOfRange`] before 1970, when there was no NUTS, and after 2999.
    pub const fn new(year: u16) -> Result<Self, CodeError> {
        if FIRST <= year && year <= LAST {
            Ok(Self(year))
        } else {
            Err(CodeError::VintageOutOfRange { year })
        }
    }

    /// The year.
    pub const fn year(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for Vintage {
    type Error = CodeError;

    fn try_from(year: u16) -> Result<Self, CodeError> {
        Self::new(year)
    }
}
impl From<Vintage> for u16 {
    fn from(vintage: Vintage) -> Self {
        vintage.0
    }
}
impl std::fmt::Display for Vintage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(&self.0, f)
    }
}

/// Why a text is no code of an authority.
///
/// Exhaustive on purpose: whoever imports a register answers each of these.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// The text is not shaped as the scheme's codes are.
    #[error("{code} is no {scheme} code: expected {expected}")]
    Malformed {
        /// The scheme it was read as.
        scheme: CodeScheme,
        /// The text as given.
        code: Given,
        /// What the scheme's codes look like.
        expected: &'static str,
    },
    /// The code names a part of an authority, or a heading of the register.
    #[error("{code} is {what} and no authority of its own{}", belongs(.belongs_to))]
    NoAuthority {
        /// The text as given.
        code: Given,
        /// What it names instead.
        what: &'static str,
        /// The code of the authority it is a part of, where the code tells.
        belongs_to: Option<String>,
    },
    /// The number lies in the scheme's range, but nobody was given it.
    #[error("{code} was given to no authority")]
    Unassigned {
        /// The text as given.
        code: Given,
    },
    /// The scheme, or this code of it, belongs to another country.
    #[error("{code} is a code of {of}, not of {country}")]
    OtherCountry {
        /// The text as given.
        code: Given,
        /// Whose code it is.
        of: Country,
        /// The country it was given for.
        country: Country,
    },
    /// The code begins with letters that are no country's.
    #[error(transparent)]
    Country(#[from] CountryError),
    /// The scheme needs a vintage and none was given.
    #[error("a {scheme} code is known only as of a year, and none is given for {code}")]
    VintageMissing {
        /// The scheme.
        scheme: CodeScheme,
        /// The text as given.
        code: Given,
    },
    /// The scheme takes no vintage and one was given, so that one authority would have several keys.
    #[error("a {scheme} code stands for itself: leave out the year `{vintage}` after {code}")]
    VintageUnwanted {
        /// The scheme.
        scheme: CodeScheme,
        /// The text as given.
        code: Given,
        /// The year as given.
        vintage: Vintage,
    },
    /// The year lies outside 1970 to 2999.
    #[error("`{year}` is no year of a register")]
    VintageOutOfRange {
        /// The year as given.
        year: u16,
    },
}

impl CodeError {
    /// The same, where the code came in a key, and is shown as the whole of it is.
    pub(crate) fn in_key(mut self, given: Given) -> Self {
        match &mut self {
            Self::Malformed { code, .. }
            | Self::NoAuthority { code, .. }
            | Self::Unassigned { code }
            | Self::OtherCountry { code, .. }
            | Self::VintageMissing { code, .. }
            | Self::VintageUnwanted { code, .. } => *code = given,
            Self::Country(_) | Self::VintageOutOfRange { .. } => {}
        }
        self
    }
}

fn belongs(to: &Option<String>) -> String {
    to.as_ref().map(|code| format!(": it belongs to `{code}`")).unwrap_or_default()
}

pub(crate) fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_are_sentences() {
        let refused = terc::authority("0201044").unwrap_err();
        assert_eq!(
            refused.to_string(),
            "`0201044` is a town inside an urban-rural commune and no authority of its own: it belongs to `020104`"
        );
        assert_eq!(si::authority("145").unwrap_err().to_string(), "`145` was given to no authority");
        assert!(Vintage::new(1969).is_err() && Vintage::new(3000).is_err());
    }
}
