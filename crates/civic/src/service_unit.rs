//! Service units of an authority: what it runs, since when, and whom each serves.
//!
//! "Runs a shared-services centre on this day" is derived here and recorded nowhere.
//! Guards C6: every fault of a unit is named at once.

use chrono::NaiveDate;
use guildhall_kernel::{Id, LocalisedText};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::vocabulary::symbol;
use crate::{AuthorityKey, Party, Period};

/// Names a [`ServiceUnit`].
pub type ServiceUnitId = Id<ServiceUnit>;

symbol! {
    /// What kind of unit it is. The usual ones are constants; a caller adds others.
    pub struct ServiceUnitKind: "kind of service unit", such as "shared_services_centre" {
        /// Does the accounts, pay or purchasing of several institutions (centrum usług wspólnych).
        SHARED_SERVICES_CENTRE = "shared_services_centre",
        /// Runs a town centre.
        TOWN_CENTRE_OFFICE = "town_centre_office",
        /// Answers residents in one place.
        RESIDENTS_SERVICE_CENTRE = "residents_service_centre",
    }
}

/// A unit that an authority runs.
///
/// ```
/// use guildhall_civic::{
///     AuthorityKey, LocalisedText, Period, Served, ServiceUnit, ServiceUnitId, ServiceUnitKind, Uuid, chrono::NaiveDate,
///     runs_unit,
/// };
///
/// let day = |y| NaiveDate::from_ymd_opt(y, 9, 9).unwrap();
/// let city: AuthorityKey = "PL:fictitious:lipowo".parse()?;
/// let centre = ServiceUnit::new(
///     ServiceUnitId::new(Uuid::from_u128(1)),
///     city.clone(),
///     ServiceUnitKind::SHARED_SERVICES_CENTRE,
///     LocalisedText::new([("pl".parse()?, "Lipowskie Centrum Usług Wspólnych")])?,
///     Period::since(day(2016)),
///     vec![Served::new(city.clone(), Period::since(day(2017)))],
/// )?;
/// let kind = ServiceUnitKind::SHARED_SERVICES_CENTRE;
/// assert!(runs_unit([&centre], &city, &kind, day(2024)));
/// assert!(!runs_unit([&centre], &city, &kind, day(2016)), "set up, but serving nobody yet");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Written", into = "Written")]
#[schemars(with = "Written")]
pub struct ServiceUnit {
    id: ServiceUnitId,
    of: AuthorityKey,
    kind: ServiceUnitKind,
    names: LocalisedText,
    period: Period,
    serves: Vec<Served>,
}

/// Whom a unit serves, and for how long: its own authority, another, or an institution such as a school.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Served {
    who: Party,
    #[serde(default)]
    period: Period,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ServiceUnit")]
struct Written {
    /// Its internal id.
    id: ServiceUnitId,
    /// The authority that runs it.
    of: AuthorityKey,
    /// What kind of unit it is.
    kind: ServiceUnitKind,
    /// What it is called.
    names: LocalisedText,
    /// The days on which it exists.
    #[serde(default)]
    period: Period,
    /// Whom it serves: at least one.
    serves: Vec<Served>,
}

/// One thing wrong with a service unit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ServiceUnitFault {
    /// Nobody is served, ever.
    #[error("it serves nobody")]
    ServesNobody,
    /// Somebody is served on days on which the unit does not exist.
    #[error("it serves `{who}` in {served}, but exists in {exists}")]
    ServedOutside {
        /// Who is served.
        who: Party,
        /// When, as given.
        served: Period,
        /// When the unit exists.
        exists: Period,
    },
    /// The same one is listed twice for the same days.
    #[error("it serves `{who}` twice on the same days")]
    ServedTwice {
        /// Who is served.
        who: Party,
    },
}

/// Everything wrong with one service unit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("service unit of `{of}`: {}", crate::sentence(.faults))]
pub struct ServiceUnitFaults {
    /// The authority that was to run it.
    pub of: AuthorityKey,
    /// Its faults: at least one.
    pub faults: Vec<ServiceUnitFault>,
}

impl Served {
    /// This one is served during the period.
    pub fn new(who: impl Into<Party>, period: Period) -> Self {
        Self { who: who.into(), period }
    }

    /// Who is served.
    pub const fn who(&self) -> &Party {
        &self.who
    }

    /// For how long.
    pub const fn period(&self) -> Period {
        self.period
    }
}

impl ServiceUnit {
    /// A unit that an authority runs, with all whom it serves or served.
    ///
    /// # Errors
    /// [`ServiceUnitFaults`]: it serves nobody, or somebody outside its own days or twice at once.
    pub fn new(
        id: ServiceUnitId,
        of: AuthorityKey,
        kind: ServiceUnitKind,
        names: LocalisedText,
        period: Period,
        serves: Vec<Served>,
    ) -> Result<Self, ServiceUnitFaults> {
        let mut faults = Vec::new();
        if serves.is_empty() {
            faults.push(ServiceUnitFault::ServesNobody);
        }
        for (index, served) in serves.iter().enumerate() {
            let who = || served.who.clone();
            if !period.covers(&served.period) {
                faults.push(ServiceUnitFault::ServedOutside {
                    who: who(),
                    served: served.period,
                    exists: period,
                });
            }
            let mut earlier = serves.iter().take(index);
            if earlier.any(|e| e.who == served.who && e.period.overlaps(&served.period)) {
                faults.push(ServiceUnitFault::ServedTwice { who: who() });
            }
        }
        if faults.is_empty() {
            Ok(Self { id, of, kind, names, period, serves })
        } else {
            Err(ServiceUnitFaults { of, faults })
        }
    }

    /// Its internal id.
    pub const fn id(&self) -> ServiceUnitId {
        self.id
    }

    /// The authority that runs it.
    pub const fn of(&self) -> &AuthorityKey {
        &self.of
    }

    /// What kind of unit it is.
    pub const fn kind(&self) -> &ServiceUnitKind {
        &self.kind
    }

    /// What it is called.
    pub const fn names(&self) -> &LocalisedText {
        &self.names
    }

    /// The days on which it exists.
    pub const fn period(&self) -> Period {
        self.period
    }

    /// All whom it serves or served.
    pub fn serves(&self) -> &[Served] {
        &self.serves
    }

    /// Those it serves on this day.
    pub fn serves_on(&self, day: NaiveDate) -> impl Iterator<Item = &Party> {
        self.serves.iter().filter(move |served| served.period.contains(day)).map(|served| &served.who)
    }

    /// Whether it works on this day, that is, serves somebody.
    pub fn operates_on(&self, day: NaiveDate) -> bool {
        self.serves_on(day).next().is_some()
    }
}

/// Whether the authority runs a unit of this kind on this day: one of these units is its own and
/// serves somebody then.
pub fn runs_unit<'a>(
    units: impl IntoIterator<Item = &'a ServiceUnit>,
    authority: &AuthorityKey,
    kind: &ServiceUnitKind,
    day: NaiveDate,
) -> bool {
    units.into_iter().any(|unit| unit.of == *authority && unit.kind == *kind && unit.operates_on(day))
}

impl TryFrom<Written> for ServiceUnit {
    type Error = ServiceUnitFaults;

    fn try_from(w: Written) -> Result<Self, ServiceUnitFaults> {
        Self::new(w.id, w.of, w.kind, w.names, w.period, w.serves)
    }
}
impl From<ServiceUnit> for Written {
    fn from(unit: ServiceUnit) -> Self {
        let ServiceUnit { id, of, kind, names, period, serves } = unit;
        Self { id, of, kind, names, period, serves }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use guildhall_kernel::Uuid;

    fn key(code: &str) -> AuthorityKey {
        AuthorityKey::fictitious(crate::Country::PL, code).unwrap()
    }
    fn year(y: i32) -> Period {
        Period::new(NaiveDate::from_ymd_opt(y, 1, 1), NaiveDate::from_ymd_opt(y, 12, 31)).unwrap()
    }
    fn unit(period: Period, serves: Vec<Served>) -> Result<ServiceUnit, ServiceUnitFaults> {
        let names = LocalisedText::new([("pl".parse().unwrap(), "CUW")]).unwrap();
        let kind = ServiceUnitKind::SHARED_SERVICES_CENTRE;
        ServiceUnit::new(ServiceUnitId::new(Uuid::from_u128(1)), key("lipowo"), kind, names, period, serves)
    }

    #[test]
    fn a_unit_runs_for_its_own_authority_on_the_days_it_serves() {
        let school = Party::Organisation("school".parse().unwrap());
        let centre = unit(
            Period::ALWAYS,
            vec![Served::new(school, year(2020)), Served::new(key("dolne"), year(2022))],
        )
        .unwrap();
        let kind = ServiceUnitKind::SHARED_SERVICES_CENTRE;
        let runs =
            |who: &str, y| runs_unit([&centre], &key(who), &kind, NaiveDate::from_ymd_opt(y, 6, 1).unwrap());
        assert!(runs("lipowo", 2020) && runs("lipowo", 2022));
        assert!(!runs("lipowo", 2021), "between its clients it serves nobody");
        assert!(!runs("dolne", 2022), "being served is not running one");
        assert!(!runs_unit(
            [&centre],
            &key("lipowo"),
            &ServiceUnitKind::TOWN_CENTRE_OFFICE,
            year(2020).from().unwrap()
        ));
    }

    #[test]
    fn c6_every_fault_is_named_at_once_also_when_read() {
        assert_eq!(unit(Period::ALWAYS, vec![]).unwrap_err().faults, [ServiceUnitFault::ServesNobody]);
        let twice = vec![Served::new(key("dolne"), year(2020)), Served::new(key("dolne"), year(2020))];
        assert_eq!(unit(year(2021), twice).unwrap_err().faults.len(), 3);
        let two = vec![Served::new(key("dolne"), year(2020)), Served::new(key("gorne"), year(2020))];
        assert_eq!(unit(year(2020), two).unwrap().serves().len(), 2, "two at once are two");
        let good = unit(year(2020), vec![Served::new(key("dolne"), year(2020))]).unwrap();
        let json = serde_json::to_string(&good).unwrap();
        assert_eq!(serde_json::from_str::<ServiceUnit>(&json).unwrap(), good);
        let broken = json.replacen("2020-12-31", "2020-11-30", 1);
        assert!(serde_json::from_str::<ServiceUnit>(&broken).unwrap_err().to_string().contains("exists in"));
    }
}
