//! One row of a register that names an authority.

use guildhall_civic::{AuthorityDefinition, AuthorityKey, AuthorityKind, CodeScheme, TaskLevel};
use guildhall_kernel::{Language, LocalisedText, TextError};
use schemars::JsonSchema;
use serde::Serialize;

/// An authority as a row of a register names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Entry {
    key: AuthorityKey,
    level: TaskLevel,
    kind: Option<AuthorityKind>,
    name: Box<str>,
    other_name: Option<Box<str>>,
    lies_in: Option<AuthorityKey>,
    population: Option<u64>,
    area_m2: Option<u64>,
    line: u64,
}

/// Municipalities in whose territory Italian is an official language beside Slovene: Ankaran, Izola, Koper,
/// Piran. Source: their statutes, under article 11 of the Constitution of Slovenia.
const ITALIAN: [&str; 4] = ["040", "050", "090", "213"];

impl Entry {
    /// An authority and the line its row begins in.
    pub fn new(key: AuthorityKey, level: TaskLevel, name: impl Into<Box<str>>, line: u64) -> Self {
        Self {
            key,
            level,
            kind: None,
            name: name.into(),
            other_name: None,
            lies_in: None,
            population: None,
            area_m2: None,
            line,
        }
    }

    /// With its kind.
    #[must_use]
    pub const fn of_kind(mut self, kind: AuthorityKind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// With another name that the register gives, in Latin letters.
    #[must_use]
    pub fn also_called(mut self, name: impl Into<Box<str>>) -> Self {
        self.other_name = Some(name.into());
        self
    }

    /// With what it lies in.
    #[must_use]
    pub fn lying_in(mut self, region: AuthorityKey) -> Self {
        self.lies_in = Some(region);
        self
    }

    /// With the number of its residents.
    #[must_use]
    pub const fn with_population(mut self, people: Option<u64>) -> Self {
        self.population = people;
        self
    }

    /// With its area in square metres.
    #[must_use]
    pub const fn with_area_m2(mut self, area: Option<u64>) -> Self {
        self.area_m2 = area;
        self
    }

    /// Which authority.
    pub const fn key(&self) -> &AuthorityKey {
        &self.key
    }

    /// The level at which the register lists it. A city with county rights is listed at two.
    pub const fn level(&self) -> TaskLevel {
        self.level
    }

    /// Its kind; nothing where the register does not tell.
    pub const fn kind(&self) -> Option<AuthorityKind> {
        self.kind
    }

    /// Its name as the register writes it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Another name that the register gives, in Latin letters.
    pub fn other_name(&self) -> Option<&str> {
        self.other_name.as_deref()
    }

    /// What it lies in: the authority above it in TERC, elsewhere the statistical region (NUTS), which need
    /// not be an authority.
    pub const fn lies_in(&self) -> Option<&AuthorityKey> {
        self.lies_in.as_ref()
    }

    /// Its residents.
    pub const fn population(&self) -> Option<u64> {
        self.population
    }

    /// Its area in whole square metres.
    pub const fn area_m2(&self) -> Option<u64> {
        self.area_m2
    }

    /// The line of the register its row begins in, from 1.
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// Its names by language.
    ///
    /// - TERC writes Polish, and its regions in capitals, which names of regions are not written in: they
    ///   get small letters.
    /// - Slovenia writes the names of bilingual municipalities with `/` between: `Koper/Capodistria`. The
    ///   second is Italian in Istria and Hungarian in Prekmurje.
    /// - Eurostat does not say in which language a name is: it is of the undetermined language, `und`, and
    ///   the other name `und-Latn` (ISO 639-2, BCP 47).
    ///
    /// # Errors
    /// [`TextError`] where a name is blank.
    pub fn names(&self) -> Result<LocalisedText, TextError> {
        let texts = match self.key.scheme() {
            CodeScheme::Terc if self.level == TaskLevel::Region => vec![("pl", self.name.to_lowercase())],
            CodeScheme::Terc => vec![("pl", self.name.to_string())],
            CodeScheme::SiMunicipality => match self.name.split_once('/') {
                Some((slovene, other)) => {
                    let language = if ITALIAN.contains(&self.key.code()) { "it" } else { "hu" };
                    vec![("sl", slovene.trim().to_owned()), (language, other.trim().to_owned())]
                }
                None => vec![("sl", self.name.to_string())],
            },
            _ => {
                let other = self.other_name().filter(|other| *other != self.name());
                let other = other.map(|other| ("und-Latn", other.to_owned()));
                [("und", self.name.to_string())].into_iter().chain(other).collect()
            }
        };
        let tagged = texts.into_iter().filter_map(|(tag, text)| Some((tag.parse::<Language>().ok()?, text)));
        LocalisedText::new(tagged)
    }

    /// The authority as civic defines it.
    ///
    /// What it lies in is its parent where that is an authority above it, not where it is a statistical
    /// region. An authority whose kind the register does not tell is a municipality: the caller who knows
    /// better puts in the kind.
    ///
    /// # Errors
    /// As [`Entry::names`].
    pub fn definition(&self) -> Result<AuthorityDefinition, TextError> {
        let kind = self.kind.unwrap_or(AuthorityKind::Municipality);
        Ok(AuthorityDefinition {
            parent: self.lies_in.clone().filter(|region| region.scheme() != CodeScheme::Nuts),
            ..AuthorityDefinition::new(self.key.clone(), kind, self.names()?)
        })
    }
}
