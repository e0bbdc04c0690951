//! Shared words of local government: authorities and their codes, organisations, positions and offices,
//! service areas, money.
//!
//! Everything here is a value: it is right when it exists, it is read through the same constructor that makes
//! it, and it changes by being replaced. A later room names these by key, id or code.
//!
//! Who may come to a course is asked of tasks, not of tiers: a city with county rights has those of both.
//!
//! ```
//! use guildhall_civic::{Authority, AuthorityDefinition, AuthorityKind, TaskLevel};
//!
//! // Leszno as the register has it: 3063 as a county, 3063011 as a commune, one city.
//! let leszno: Authority = serde_json::from_str(
//!     r#"{
//!         "key": "PL:terc:3063011",
//!         "kind": "city_with_county_rights",
//!         "names": { "pl": "Leszno" },
//!         "parent": "PL:terc:30"
//!     }"#,
//! )?;
//! assert_eq!(leszno.key(), &"PL:terc:3063".parse()?);
//! assert!(leszno.performs(TaskLevel::Commune) && leszno.performs(TaskLevel::County));
//!
//! // A definition with faults is refused, and every fault is named.
//! let refused = Authority::try_from(AuthorityDefinition {
//!     tasks: [TaskLevel::Commune].into(),
//!     parent: Some(leszno.key().clone()),
//!     ..leszno.clone().into()
//! });
//! assert_eq!(
//!     refused.unwrap_err().to_string(),
//!     "authority `PL:terc:306301`: a `city_with_county_rights` performs `county` tasks by law, and they are not \
//!      listed; it cannot lie inside itself"
//! );
//!
//! // A district of a city sends nobody, and the refusal says who does.
//! let refused = "PL:terc:1465028".parse::<guildhall_civic::AuthorityKey>();
//! assert_eq!(
//!     refused.unwrap_err().to_string(),
//!     "`1465028` is a district of a city and no authority of its own: it belongs to `146501`"
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod actor;
pub mod authority;
pub mod codes;
pub mod cofog;
pub mod cooperation;
pub mod country;
pub mod decimal;
pub mod given;
pub mod key;
pub mod money;
pub mod office;
pub mod organisation;
pub mod partner;
pub mod period;
pub mod position;
pub mod project;
pub mod service_area;
pub mod service_unit;
#[cfg(feature = "proptest")]
pub mod strategies;
pub mod vocabulary;
mod words;

pub use actor::{Actor, Body, BodyId, Person, PersonId, SystemName};
pub use authority::{
    Authority, AuthorityDefinition, AuthorityFault, AuthorityFaults, AuthorityKind, TaskLevel,
};
pub use codes::{CodeError, CodeScheme, Vintage};
pub use cofog::{Cofog, CofogError};
pub use cooperation::{ConfirmError, Confirmation, Cooperation, Standing};
pub use country::{Country, CountryError};
pub use given::Given;
pub use key::{AuthorityKey, KeyError};
pub use money::{Currency, CurrencyError, Money, MoneyError, SplitError};
pub use office::{OfficeCode, OfficeHeld, OfficeOf};
pub use organisation::{Organisation, OrganisationCode, OrganisationKind, Party};
pub use partner::{Partner, PartnerRole};
pub use period::{Period, PeriodError};
pub use position::{Position, PositionCode, PositionHeld};
pub use project::{Project, ProjectCode};
pub use service_area::{ServiceArea, ServiceAreaCode, ServiceAreaFault, ServiceAreaFaults, ServiceAreas};
pub use service_unit::{
    Served, ServiceUnit, ServiceUnitFault, ServiceUnitFaults, ServiceUnitId, ServiceUnitKind, runs_unit,
};
pub use vocabulary::{SymbolError, UnknownWord};
pub use words::WORDS;

pub use chrono;
pub use guildhall_kernel::{Language, LocalisedText, Uuid};
pub use rust_decimal::{self, Decimal};

/// Several faults in one line, as an error prints them.
fn sentence(faults: &[impl std::fmt::Display]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

fn listed(codes: &[impl std::fmt::Display]) -> String {
    codes.iter().map(|code| format!("`{code}`")).collect::<Vec<_>>().join(", ")
}
