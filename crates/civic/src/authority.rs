//! Authorities: what they are called, which tasks they perform, what they belong to and how long they exist.
//!
//! Guards C6: an authority is read from a definition, and every fault of it is named at once.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use guildhall_kernel::LocalisedText;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::{oktmo::Oktmo, terc::Terc};
use crate::vocabulary::vocabulary;
use crate::{AuthorityKey, CodeScheme, Period};

vocabulary! {
    /// Whose tasks an authority performs. Rules ask for tasks and not for a tier, because one authority may
    /// have those of two.
    ///
    /// Non-exhaustive: a country may know a level between these.
    #[non_exhaustive]
    pub enum TaskLevel: "task level" {
        /// Tasks of the authority nearest to the residents: water, waste, primary schools, town centres.
        Commune => "commune",
        /// Tasks that reach beyond one commune: secondary schools, hospitals, county roads.
        County => "county",
        /// Tasks of a region: its strategy, regional roads, regional culture.
        Region => "region",
    }
}

vocabulary! {
    /// What kind of authority it is, in the words of its country's law.
    ///
    /// Non-exhaustive: other countries have other kinds.
    #[non_exhaustive]
    pub enum AuthorityKind: "kind of authority" {
        /// A municipality where the law knows no finer kind, or its ordinary one (občina).
        Municipality => "municipality",
        /// A Slovene city municipality (mestna občina).
        CityMunicipality => "city_municipality",
        /// A Polish urban commune (gmina miejska).
        UrbanCommune => "urban_commune",
        /// A Polish rural commune (gmina wiejska).
        RuralCommune => "rural_commune",
        /// A Polish urban-rural commune (gmina miejsko-wiejska).
        UrbanRuralCommune => "urban_rural_commune",
        /// A Polish city with county rights (miasto na prawach powiatu): commune and county at once.
        CityWithCountyRights => "city_with_county_rights",
        /// A county (powiat).
        County => "county",
        /// A self-governing region (województwo).
        Region => "region",
        /// A Russian urban settlement (городское поселение).
        UrbanSettlement => "urban_settlement",
        /// A Russian rural settlement (сельское поселение).
        RuralSettlement => "rural_settlement",
        /// A Russian municipal district (муниципальный район), made of settlements.
        MunicipalDistrict => "municipal_district",
        /// A Russian municipal okrug (муниципальный округ), without settlements below it.
        MunicipalOkrug => "municipal_okrug",
        /// A Russian urban okrug (городской округ), without settlements below it.
        UrbanOkrug => "urban_okrug",
        /// A municipal formation inside a Russian city of federal significance.
        InnerCityFormation => "inner_city_formation",
    }
}

impl AuthorityKind {
    /// The tasks that an authority of this kind performs by law: the least it must have.
    pub const fn tasks(self) -> &'static [TaskLevel] {
        match self {
            Self::Municipality
            | Self::CityMunicipality
            | Self::UrbanCommune
            | Self::RuralCommune
            | Self::UrbanRuralCommune
            | Self::UrbanSettlement
            | Self::RuralSettlement
            | Self::InnerCityFormation => &[TaskLevel::Commune],
            Self::County | Self::MunicipalDistrict => &[TaskLevel::County],
            Self::CityWithCountyRights | Self::MunicipalOkrug | Self::UrbanOkrug => {
                &[TaskLevel::Commune, TaskLevel::County]
            }
            Self::Region => &[TaskLevel::Region],
        }
    }
}

/// An authority as a register has it.
///
/// ```
/// use guildhall_civic::{Authority, AuthorityKey, AuthorityKind, LocalisedText, TaskLevel};
///
/// let names = LocalisedText::new([("sl".parse()?, "Koper"), ("it".parse()?, "Capodistria")])?;
/// let koper = Authority::new(AuthorityKey::si("050")?, AuthorityKind::CityMunicipality, names)?;
/// assert!(koper.performs(TaskLevel::Commune));
/// assert_eq!(koper.names().get(&"it".parse()?), Some("Capodistria"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "AuthorityDefinition", into = "AuthorityDefinition")]
#[schemars(with = "AuthorityDefinition")]
pub struct Authority {
    key: AuthorityKey,
    kind: AuthorityKind,
    names: LocalisedText,
    tasks: BTreeSet<TaskLevel>,
    parent: Option<AuthorityKey>,
    valid: Period,
    successors: BTreeSet<AuthorityKey>,
}

/// An authority as an officer or an importer writes it, to be turned into an [`Authority`].
///
/// Its fields are open and it may be extended by struct update from [`AuthorityDefinition::new`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AuthorityDefinition {
    /// Which authority.
    pub key: AuthorityKey,
    /// What kind it is.
    pub kind: AuthorityKind,
    /// Its names: one in each of its official languages.
    pub names: LocalisedText,
    /// The tasks it performs; left out or empty, those its kind has by law.
    #[serde(default)]
    pub tasks: BTreeSet<TaskLevel>,
    /// The authority whose territory it lies in.
    #[serde(default)]
    pub parent: Option<AuthorityKey>,
    /// The first day it exists; left out, since before records.
    #[serde(default)]
    pub valid_from: Option<NaiveDate>,
    /// The last day it exists, included; left out, it exists still.
    #[serde(default)]
    pub valid_until: Option<NaiveDate>,
    /// Those that took over from it when it ended.
    #[serde(default)]
    pub successors: BTreeSet<AuthorityKey>,
}

/// One thing wrong with the definition of an authority.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AuthorityFault {
    /// The code belongs to an authority of another kind.
    #[error("its code is not that of a `{kind}`")]
    KindContradictsCode {
        /// The kind as given.
        kind: AuthorityKind,
    },
    /// The kind has tasks by law that the definition leaves out.
    #[error("a `{kind}` performs `{task}` tasks by law, and they are not listed")]
    TaskMissing {
        /// The kind as given.
        kind: AuthorityKind,
        /// The task that is missing.
        task: TaskLevel,
    },
    /// It would be its own parent.
    #[error("it cannot lie inside itself")]
    OwnParent,
    /// It would be its own successor.
    #[error("it cannot succeed itself")]
    OwnSuccessor,
    /// Somebody took over from an authority that has not ended.
    #[error("it has a successor (`{successor}`) but no last day")]
    SuccessorWithoutEnd {
        /// The first of its successors.
        successor: AuthorityKey,
    },
    /// Its last day comes before its first.
    #[error("it ends (`{until}`) before it begins (`{from}`)")]
    EndsBeforeItBegins {
        /// The first day as given.
        from: NaiveDate,
        /// The last day as given.
        until: NaiveDate,
    },
}

/// Everything wrong with the definition of one authority.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("authority `{key}`: {}", crate::sentence(.faults))]
pub struct AuthorityFaults {
    /// The authority meant.
    pub key: AuthorityKey,
    /// Its faults: at least one.
    pub faults: Vec<AuthorityFault>,
}

impl AuthorityDefinition {
    /// A definition with the tasks of its kind, without parent, validity and successors.
    pub fn new(key: AuthorityKey, kind: AuthorityKind, names: LocalisedText) -> Self {
        Self {
            key,
            kind,
            names,
            tasks: BTreeSet::new(),
            parent: None,
            valid_from: None,
            valid_until: None,
            successors: BTreeSet::new(),
        }
    }
}

impl Authority {
    /// An authority with the tasks of its kind, which has existed since before records and exists still.
    /// Everything else goes through [`AuthorityDefinition`].
    ///
    /// # Errors
    /// [`AuthorityFaults`] where the kind contradicts the code.
    pub fn new(
        key: AuthorityKey,
        kind: AuthorityKind,
        names: LocalisedText,
    ) -> Result<Self, AuthorityFaults> {
        AuthorityDefinition::new(key, kind, names).try_into()
    }

    /// Which authority.
    pub const fn key(&self) -> &AuthorityKey {
        &self.key
    }

    /// What kind it is.
    pub const fn kind(&self) -> AuthorityKind {
        self.kind
    }

    /// Its names, one in each of its official languages.
    pub const fn names(&self) -> &LocalisedText {
        &self.names
    }

    /// The tasks it performs.
    pub const fn tasks(&self) -> &BTreeSet<TaskLevel> {
        &self.tasks
    }

    /// Whether it performs the tasks of this level.
    pub fn performs(&self, task: TaskLevel) -> bool {
        self.tasks.contains(&task)
    }

    /// The authority whose territory it lies in.
    pub const fn parent(&self) -> Option<&AuthorityKey> {
        self.parent.as_ref()
    }

    /// The days on which it exists.
    pub const fn valid(&self) -> Period {
        self.valid
    }

    /// Whether it exists on this day.
    pub fn exists_on(&self, day: NaiveDate) -> bool {
        self.valid.contains(day)
    }

    /// Those that took over from it.
    pub const fn successors(&self) -> &BTreeSet<AuthorityKey> {
        &self.successors
    }
}

impl TryFrom<AuthorityDefinition> for Authority {
    type Error = AuthorityFaults;

    fn try_from(definition: AuthorityDefinition) -> Result<Self, AuthorityFaults> {
        let AuthorityDefinition { key, kind, names, tasks, parent, valid_from, valid_until, successors } =
            definition;
        let mut faults = Vec::new();
        if !fits(&key, kind) {
            faults.push(AuthorityFault::KindContradictsCode { kind });
        }
        let lawful = || kind.tasks().iter().copied();
        let tasks = if tasks.is_empty() { lawful().collect() } else { tasks };
        faults.extend(
            lawful()
                .filter(|task| !tasks.contains(task))
                .map(|task| AuthorityFault::TaskMissing { kind, task }),
        );
        if parent.as_ref() == Some(&key) {
            faults.push(AuthorityFault::OwnParent);
        }
        if successors.contains(&key) {
            faults.push(AuthorityFault::OwnSuccessor);
        }
        if valid_until.is_none()
            && let Some(successor) = successors.first()
        {
            faults.push(AuthorityFault::SuccessorWithoutEnd { successor: successor.clone() });
        }
        let valid = Period::new(valid_from, valid_until).unwrap_or_else(|error| {
            faults.push(AuthorityFault::EndsBeforeItBegins { from: error.from, until: error.until });
            Period::ALWAYS
        });
        if faults.is_empty() {
            Ok(Self { key, kind, names, tasks, parent, valid, successors })
        } else {
            Err(AuthorityFaults { key, faults })
        }
    }
}

impl From<Authority> for AuthorityDefinition {
    fn from(authority: Authority) -> Self {
        let Authority { key, kind, names, tasks, parent, valid, successors } = authority;
        let (valid_from, valid_until) = (valid.from(), valid.until());
        Self { key, kind, names, tasks, parent, valid_from, valid_until, successors }
    }
}

/// What the code alone tells about the kind must agree with it.
fn fits(key: &AuthorityKey, kind: AuthorityKind) -> bool {
    use AuthorityKind as K;
    match key.scheme() {
        CodeScheme::Terc => match Terc::new(key.code()).ok().and_then(|terc| terc.authority_kind()) {
            Some(told) => told == kind,
            None => matches!(kind, K::UrbanCommune | K::RuralCommune | K::UrbanRuralCommune),
        },
        CodeScheme::SiMunicipality => matches!(kind, K::Municipality | K::CityMunicipality),
        CodeScheme::Oktmo => {
            let settlement = Oktmo::new(key.code()).is_ok_and(|oktmo| oktmo.is_settlement());
            match kind {
                K::UrbanSettlement | K::RuralSettlement => settlement,
                K::MunicipalDistrict | K::MunicipalOkrug | K::UrbanOkrug | K::InnerCityFormation => {
                    !settlement
                }
                _ => false,
            }
        }
        CodeScheme::Lau | CodeScheme::Nuts | CodeScheme::Iso3166_2 | CodeScheme::Fictitious => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> LocalisedText {
        LocalisedText::new([("pl".parse().unwrap(), text)]).unwrap()
    }

    #[test]
    fn a_city_with_county_rights_has_both_tasks() {
        let key = AuthorityKey::terc("3063011").unwrap();
        let leszno =
            Authority::new(key.clone(), AuthorityKind::CityWithCountyRights, names("Leszno")).unwrap();
        assert!(leszno.performs(TaskLevel::Commune) && leszno.performs(TaskLevel::County));
        assert!(!leszno.performs(TaskLevel::Region));
        let refused = Authority::new(key, AuthorityKind::UrbanCommune, names("Leszno")).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "authority `PL:terc:306301`: its code is not that of a `urban_commune`"
        );
    }

    #[test]
    fn every_fault_is_named_at_once() {
        let key = AuthorityKey::fictitious(crate::Country::PL, "lipowo").unwrap();
        let day = |d| NaiveDate::from_ymd_opt(2020, 1, d);
        let definition = AuthorityDefinition {
            tasks: [TaskLevel::Region].into(),
            parent: Some(key.clone()),
            valid_from: day(2),
            valid_until: day(1),
            successors: [key.clone()].into(),
            ..AuthorityDefinition::new(key.clone(), AuthorityKind::CityWithCountyRights, names("Lipowo"))
        };
        let refused = Authority::try_from(definition.clone()).unwrap_err();
        assert_eq!(refused.faults.len(), 5, "{refused}");
        let definition = AuthorityDefinition { valid_until: None, ..definition };
        let refused = Authority::try_from(definition.clone()).unwrap_err();
        assert!(refused.faults.contains(&AuthorityFault::SuccessorWithoutEnd { successor: key }));
        let json = serde_json::to_string(&definition).unwrap();
        assert!(serde_json::from_str::<Authority>(&json).unwrap_err().to_string().contains("succeed itself"));
    }
}
