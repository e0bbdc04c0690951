//! Which authority: its country, the register that knows it, its code there and the register's year.
//!
//! Guards C6: a key holds only a code that its scheme's parser let through, in one spelling.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::{YEAR, fictitious, iso3166_2, lau, nuts, oktmo, si, terc};
use crate::vocabulary::{self, UnknownWord};
use crate::{CodeError, CodeScheme, Country, CountryError, Given, Vintage};

/// Names one authority: equal keys, same authority.
///
/// Written as one text, `country:scheme:code`, with `@year` after it where the scheme needs a vintage, so
/// that it fits a cell of a table and the key of a map.
///
/// One authority, one spelling: a Polish commune is its first six digits, as the seventh changes; a city
/// with county rights is its code as a commune. A part of a commune is refused.
///
/// ```
/// use guildhall_civic::{AuthorityKey, CodeScheme, Country};
///
/// let celje: AuthorityKey = "SI:si_municipality:011".parse()?;
/// assert_eq!(celje, AuthorityKey::new(Country::SI, CodeScheme::SiMunicipality, "011", None)?);
/// assert_eq!(AuthorityKey::terc("3063011")?.to_string(), "PL:terc:306301");
/// assert_eq!("FR:lau:2A004@2019".parse::<AuthorityKey>()?.vintage().map(|v| v.year()), Some(2019));
/// assert!("FR:lau:2A004".parse::<AuthorityKey>().is_err());
/// # Ok::<(), guildhall_civic::KeyError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend(
    "pattern" = pattern(),
    "maxLength" = LONGEST,
    "examples" = ["SI:si_municipality:011"],
))]
pub struct AuthorityKey {
    country: Country,
    scheme: CodeScheme,
    code: String,
    vintage: Option<Vintage>,
}

/// The longest that a key can be: that of an invented authority.
const LONGEST: usize = "SI:fictitious:".len() + vocabulary::LONGEST;

/// The keys that are read, and those whose code of NUTS or ISO 3166-2 lies in another country.
fn pattern() -> String {
    let others: Vec<_> =
        Country::all().filter(|country| *country != Country::SI).map(Country::as_str).collect();
    let anywhere = format!(
        "nuts:{}@{YEAR}|iso_3166_2:{}|fictitious:{}",
        nuts::PATTERN,
        iso3166_2::PATTERN,
        vocabulary::SYMBOL
    );
    format!(
        "^(PL:terc:{}|RU:oktmo:{}|SI:(si_municipality:{}|lau:{}@{YEAR}|{anywhere})|({}):(lau:{}@{YEAR}|{anywhere}))$",
        terc::PATTERN,
        oktmo::PATTERN,
        si::PATTERN,
        si::EUROSTAT,
        others.join("|"),
        lau::PATTERN,
    )
}

/// Why a text is no key of an authority.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The text is not made of country, scheme and code.
    #[error("{0} is no key of an authority such as `SI:si_municipality:011` or `FR:lau:2A004@2019`")]
    Malformed(Given),
    /// The first part is no country.
    #[error(transparent)]
    Country(#[from] CountryError),
    /// The second part is no scheme.
    #[error(transparent)]
    Scheme(#[from] UnknownWord),
    /// The code is none of the scheme, or names no authority.
    #[error(transparent)]
    Code(#[from] CodeError),
}

impl AuthorityKey {
    /// Names the authority that has this code. The vintage is needed for LAU and NUTS and refused elsewhere
    /// ([`CodeScheme::needs_vintage`]).
    ///
    /// # Errors
    /// [`CodeError`], as the scheme's parser in [`codes`](crate::codes) says.
    pub fn new(
        country: Country,
        scheme: CodeScheme,
        code: &str,
        vintage: Option<Vintage>,
    ) -> Result<Self, CodeError> {
        if let Some(of) = scheme.country().filter(|of| *of != country) {
            return Err(CodeError::OtherCountry { code: Given::code(code), of, country });
        }
        let canonical = match scheme {
            CodeScheme::Terc => terc::authority(code)?,
            CodeScheme::SiMunicipality => si::authority(code)?,
            CodeScheme::Oktmo => oktmo::authority(code)?,
            CodeScheme::Lau => lau::authority(country, code)?,
            CodeScheme::Nuts => nuts::authority(country, code)?,
            CodeScheme::Iso3166_2 => iso3166_2::authority(country, code)?,
            CodeScheme::Fictitious => fictitious::authority(code)?,
        };
        let code = Given::code(code);
        match vintage {
            None if scheme.needs_vintage() => Err(CodeError::VintageMissing { scheme, code }),
            Some(vintage) if !scheme.needs_vintage() => {
                Err(CodeError::VintageUnwanted { scheme, code, vintage })
            }
            vintage => Ok(Self { country, scheme, code: canonical, vintage }),
        }
    }

    /// A Polish commune (6 or 7 digits), county (4) or region (2).
    ///
    /// # Errors
    /// As [`terc::authority`].
    pub fn terc(code: &str) -> Result<Self, CodeError> {
        Self::new(Country::PL, CodeScheme::Terc, code, None)
    }

    /// A Slovene municipality, three digits.
    ///
    /// # Errors
    /// As [`si::authority`].
    pub fn si(code: &str) -> Result<Self, CodeError> {
        Self::new(Country::SI, CodeScheme::SiMunicipality, code, None)
    }

    /// A Russian municipal formation, eight digits.
    ///
    /// # Errors
    /// As [`oktmo::authority`].
    pub fn oktmo(code: &str) -> Result<Self, CodeError> {
        Self::new(Country::RU, CodeScheme::Oktmo, code, None)
    }

    /// An invented authority in a real country.
    ///
    /// # Errors
    /// As [`fictitious::authority`].
    pub fn fictitious(country: Country, code: &str) -> Result<Self, CodeError> {
        Self::new(country, CodeScheme::Fictitious, code, None)
    }

    /// The country the authority is of.
    pub const fn country(&self) -> Country {
        self.country
    }

    /// The register that knows it.
    pub const fn scheme(&self) -> CodeScheme {
        self.scheme
    }

    /// Its code there, with leading zeros.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The year the code is valid as of, where the scheme needs one.
    pub const fn vintage(&self) -> Option<Vintage> {
        self.vintage
    }

    /// Whether the authority is invented.
    pub fn is_fictitious(&self) -> bool {
        self.scheme == CodeScheme::Fictitious
    }
}

impl std::fmt::Display for AuthorityKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}:{}", self.country, self.scheme, self.code)?;
        self.vintage.map_or(Ok(()), |vintage| write!(f, "@{vintage}"))
    }
}
impl std::fmt::Debug for AuthorityKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "AuthorityKey({self})")
    }
}
impl std::str::FromStr for AuthorityKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let malformed = || KeyError::Malformed(Given::key(text));
        let part = |part| Given::part_of_key(text, part);
        let mut parts = text.splitn(3, ':');
        let (Some(country), Some(scheme), Some(rest)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(malformed());
        };
        let (code, vintage) = match rest.split_once('@') {
            None => (rest, None),
            Some((code, year)) if year.len() == 4 && crate::codes::digits(year) => {
                (code, Some(Vintage::new(year.parse().map_err(|_| malformed())?)?))
            }
            Some(_) => return Err(malformed()),
        };
        let country = country.parse().map_err(|_| CountryError(part(country)))?;
        let scheme = scheme.parse().map_err(|unknown| UnknownWord { word: part(scheme), ..unknown })?;
        Ok(Self::new(country, scheme, code, vintage).map_err(|error| error.in_key(part(code)))?)
    }
}
impl TryFrom<String> for AuthorityKey {
    type Error = KeyError;

    fn try_from(text: String) -> Result<Self, KeyError> {
        text.parse()
    }
}
impl From<AuthorityKey> for String {
    fn from(key: AuthorityKey) -> Self {
        key.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_authority_has_one_key() {
        let warsaw = AuthorityKey::terc("1465").unwrap();
        for code in ["1465011", "146501"] {
            assert_eq!(AuthorityKey::terc(code).unwrap(), warsaw);
        }
        assert_eq!(warsaw.code(), "146501");
    }

    #[test]
    fn a_key_says_what_is_wrong_with_it() {
        let refusal = |text: &str| text.parse::<AuthorityKey>().unwrap_err().to_string();
        assert!(refusal("011").contains("no key of an authority"));
        assert!(refusal("SLO:si_municipality:011").contains("`SLO` is no country"));
        assert!(refusal("SI:obcina:011").contains("`obcina` is no code scheme"));
        assert_eq!(refusal("PL:si_municipality:011"), "`011` is a code of SI, not of PL");
        assert!(refusal("SI:si_municipality:011@2019").contains("leave out the year"));
        assert!(refusal("PL:lau:1003021010101").contains("as of a year"));
        assert!(refusal("PL:lau:1003021010101@19").contains("no key of an authority"));
        assert!(refusal("PL:lau:1003021010101@+201").contains("no key of an authority"));
    }
}
