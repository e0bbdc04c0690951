//! Service areas: a taxonomy of what local government does, with broader and narrower areas and their
//! functions in COFOG 1999.
//!
//! Guards C6: every area of a taxonomy is unique, lies under one that exists, and under itself never.

mod table;

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use guildhall_kernel::LocalisedText;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Cofog;
use crate::vocabulary::symbol;

symbol! {
    /// Names a service area, such as `town_centres`.
    pub struct ServiceAreaCode: "service area code", such as "town_centres" {}
}

/// One area of service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceArea {
    code: ServiceAreaCode,
    labels: LocalisedText,
    /// The area it is a part of; left out, it stands at the top.
    #[serde(default)]
    broader: Option<ServiceAreaCode>,
    /// Its function in COFOG 1999; left out, that of the area it is a part of.
    #[serde(default)]
    cofog: Option<Cofog>,
}

impl ServiceArea {
    /// An area at the top, without a function of its own.
    pub const fn new(code: ServiceAreaCode, labels: LocalisedText) -> Self {
        Self { code, labels, broader: None, cofog: None }
    }

    /// The same area as a part of another.
    #[must_use]
    pub fn under(self, broader: ServiceAreaCode) -> Self {
        Self { broader: Some(broader), ..self }
    }

    /// The same area with this function.
    #[must_use]
    pub fn with_cofog(self, cofog: Cofog) -> Self {
        Self { cofog: Some(cofog), ..self }
    }

    /// Its code.
    pub const fn code(&self) -> &ServiceAreaCode {
        &self.code
    }

    /// What it is called.
    pub const fn labels(&self) -> &LocalisedText {
        &self.labels
    }

    /// The area it is a part of.
    pub const fn broader(&self) -> Option<&ServiceAreaCode> {
        self.broader.as_ref()
    }

    /// The function written to it; see [`ServiceAreas::cofog`] for the one it takes over.
    pub const fn cofog(&self) -> Option<&Cofog> {
        self.cofog.as_ref()
    }
}

/// A taxonomy of service areas: a forest.
///
/// ```
/// use guildhall_civic::{LocalisedText, ServiceArea, ServiceAreaCode, ServiceAreas};
///
/// let code = |text: &str| ServiceAreaCode::new(text);
/// let winter = LocalisedText::new([("en".parse()?, "Winter road maintenance")])?;
/// let areas = ServiceAreas::standard().extended([ServiceArea::new(code("winter_roads")?, winter).under(code("roads")?)])?;
/// assert!(areas.is_within(&code("winter_roads")?, &code("transport_and_mobility")?));
/// assert_eq!(areas.cofog(&code("winter_roads")?).map(|c| c.as_str()), Some("04.5.1"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Vec<ServiceArea>", into = "Vec<ServiceArea>")]
#[schemars(with = "Vec<ServiceArea>")]
pub struct ServiceAreas {
    areas: BTreeMap<ServiceAreaCode, ServiceArea>,
}

/// One thing wrong with a taxonomy.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ServiceAreaFault {
    /// Two areas have the same code.
    #[error("`{0}` is there twice")]
    Duplicate(ServiceAreaCode),
    /// The area it is to be a part of does not exist.
    #[error("`{code}` is to be a part of `{broader}`, which does not exist")]
    UnknownBroader {
        /// The area.
        code: ServiceAreaCode,
        /// What it is to be a part of.
        broader: ServiceAreaCode,
    },
    /// These areas would be parts of each other, each of the next and the last of the first.
    #[error("these would be parts of each other: {}", crate::listed(.0))]
    Cycle(Vec<ServiceAreaCode>),
}

/// Everything wrong with a taxonomy.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("service areas: {}", crate::sentence(.faults))]
pub struct ServiceAreaFaults {
    /// The faults: at least one.
    pub faults: Vec<ServiceAreaFault>,
}

impl ServiceAreas {
    /// The areas that the project knows, labelled in English, Polish, Slovene and Russian.
    pub fn standard() -> Self {
        Self { areas: table::areas().map(|area| (area.code.clone(), area)).collect() }
    }

    /// A taxonomy of one's own.
    ///
    /// # Errors
    /// [`ServiceAreaFaults`] with every duplicate, every unknown broader area and every cycle.
    pub fn new(areas: impl IntoIterator<Item = ServiceArea>) -> Result<Self, ServiceAreaFaults> {
        Self { areas: BTreeMap::new() }.extended(areas)
    }

    /// This taxonomy with areas of one's own, in any order, each at the top or under one of either.
    ///
    /// # Errors
    /// [`ServiceAreaFaults`] with every duplicate, every unknown broader area and every cycle.
    pub fn extended(
        mut self,
        areas: impl IntoIterator<Item = ServiceArea>,
    ) -> Result<Self, ServiceAreaFaults> {
        let (mut twice, mut asked) = (BTreeSet::new(), BTreeSet::new());
        for area in areas {
            asked.extend(area.broader.clone().map(|broader| (area.code.clone(), broader)));
            match self.areas.entry(area.code.clone()) {
                Entry::Vacant(place) => drop(place.insert(area)),
                Entry::Occupied(_) => drop(twice.insert(area.code)),
            }
        }
        let mut faults: Vec<_> = twice.into_iter().map(ServiceAreaFault::Duplicate).collect();
        faults.extend(
            asked
                .into_iter()
                .filter(|(_, broader)| !self.areas.contains_key(broader))
                .map(|(code, broader)| ServiceAreaFault::UnknownBroader { code, broader }),
        );
        faults.extend(self.areas.keys().filter_map(|code| self.cycle(code)).map(ServiceAreaFault::Cycle));
        if faults.is_empty() { Ok(self) } else { Err(ServiceAreaFaults { faults }) }
    }

    /// The area of this code.
    pub fn get(&self, code: &ServiceAreaCode) -> Option<&ServiceArea> {
        self.areas.get(code)
    }

    /// Every area, by code.
    pub fn iter(&self) -> impl Iterator<Item = &ServiceArea> {
        self.areas.values()
    }

    /// Those at the top, by code.
    pub fn top(&self) -> impl Iterator<Item = &ServiceArea> {
        self.iter().filter(|area| area.broader.is_none())
    }

    /// The areas this one is a part of, the nearest first.
    pub fn broader<'a>(&'a self, code: &ServiceAreaCode) -> impl Iterator<Item = &'a ServiceArea> {
        std::iter::successors(self.parent(code), |area| self.parent(&area.code))
    }

    /// The areas directly under this one, by code.
    pub fn narrower<'a>(&'a self, code: &'a ServiceAreaCode) -> impl Iterator<Item = &'a ServiceArea> {
        self.iter().filter(move |area| area.broader.as_ref() == Some(code))
    }

    /// Whether the area is `of` itself or a part of it, however deep. An unknown area is within none.
    pub fn is_within(&self, code: &ServiceAreaCode, of: &ServiceAreaCode) -> bool {
        self.areas.contains_key(code) && (code == of || self.broader(code).any(|area| area.code == *of))
    }

    /// Its function in COFOG 1999: its own, or that of the nearest area it is a part of.
    pub fn cofog(&self, code: &ServiceAreaCode) -> Option<&Cofog> {
        let own = self.get(code)?;
        std::iter::once(own).chain(self.broader(code)).find_map(ServiceArea::cofog)
    }

    fn parent(&self, code: &ServiceAreaCode) -> Option<&ServiceArea> {
        self.areas.get(self.areas.get(code)?.broader.as_ref()?)
    }

    /// The cycle through this area, told once: by the first of its codes.
    fn cycle(&self, code: &ServiceAreaCode) -> Option<Vec<ServiceAreaCode>> {
        let mut path = vec![code.clone()];
        // A way up that has not come back after as many steps as there are areas never does.
        for area in self.broader(code).take(self.areas.len()) {
            if area.code == *code {
                return Some(path);
            }
            if area.code < *code {
                return None;
            }
            path.push(area.code.clone());
        }
        None
    }
}

impl TryFrom<Vec<ServiceArea>> for ServiceAreas {
    type Error = ServiceAreaFaults;

    fn try_from(areas: Vec<ServiceArea>) -> Result<Self, ServiceAreaFaults> {
        Self::new(areas)
    }
}
impl From<ServiceAreas> for Vec<ServiceArea> {
    fn from(areas: ServiceAreas) -> Self {
        areas.areas.into_values().collect()
    }
}
