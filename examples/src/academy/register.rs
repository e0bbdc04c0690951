//! The register of authorities and organisations, and who runs a town centre together with whom.

use std::collections::BTreeMap;

use guildhall::civic::{
    Authority, AuthorityKey, Cooperation, OfficeCode, OfficeHeld, OfficeOf, Organisation, OrganisationCode,
    Party, Period, PersonId, ServiceAreaCode,
};
use guildhall::intake::Named;
use guildhall::kernel::chrono::NaiveDate;
use guildhall::kernel::{Faults, Id, Report, Uuid};
use schemars::JsonSchema;
use serde::Deserialize;

use super::ids::Ids;
use super::kinds::{AUTHORITY, ORGANISATION, SERVICE_AREA};

/// Authorities and organisations, and who cooperates with whom.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Authorities {
    authority: Vec<Authority>,
    #[serde(default)]
    organisation: Vec<Organisation>,
    #[serde(default)]
    cooperation: Vec<WrittenCooperation>,
}

/// An organisation that runs something together with an authority.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct WrittenCooperation {
    organisation: OrganisationCode,
    authority: AuthorityKey,
    matter: ServiceAreaCode,
    from: NaiveDate,
    until: Option<NaiveDate>,
    confirmed: Option<WrittenConfirmation>,
}

/// When the authority confirmed it, and who did.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct WrittenConfirmation {
    on: NaiveDate,
    by: String,
    in_office_since: NaiveDate,
}

impl Authorities {
    /// The names it gives and refers to.
    pub(super) fn names(&self, named: &mut Named<'_>) {
        for (nth, authority) in self.authority.iter().enumerate() {
            named.define(AUTHORITY, authority.key(), &format!("authority[{nth}].key"));
        }
        for (nth, organisation) in self.organisation.iter().enumerate() {
            named.define(ORGANISATION, organisation.code(), &format!("organisation[{nth}].code"));
        }
        for (nth, one) in self.cooperation.iter().enumerate() {
            let path = format!("cooperation[{nth}]");
            named.refer(ORGANISATION, &one.organisation, &format!("{path}.organisation"));
            named.refer(AUTHORITY, &one.authority, &format!("{path}.authority"));
            named.refer(SERVICE_AREA, &one.matter, &format!("{path}.matter"));
        }
    }

    /// Itself, if every cooperation in it can be one.
    pub(super) fn sound(self) -> Result<Self, Faults<String>> {
        let mut report = Report::default();
        for (nth, written) in self.cooperation.iter().enumerate() {
            if let Err(error) = cooperation(written, |_| Id::new(Uuid::nil())) {
                report.add(format!("cooperation[{nth}]"), error.to_string());
            }
        }
        report.end(Some(self))
    }

    /// The authorities, the organisations, and the cooperations.
    pub(super) fn known(self, ids: Ids) -> Known {
        let authorities = self.authority.into_iter().map(|one| (one.key().clone(), one)).collect();
        let organisations = self.organisation.into_iter().map(|one| (one.code().clone(), one)).collect();
        let made = self.cooperation.iter().map(|written| cooperation(written, |name| ids.person(name)));
        Known { authorities, organisations, cooperations: made.flatten().collect() }
    }
}

/// What a register knows.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) authorities: BTreeMap<AuthorityKey, Authority>,
    pub(super) organisations: BTreeMap<OrganisationCode, Organisation>,
    pub(super) cooperations: Vec<Cooperation>,
}

fn cooperation(
    written: &WrittenCooperation,
    person: impl Fn(&str) -> PersonId,
) -> Result<Cooperation, Box<dyn std::error::Error>> {
    let period = Period::new(written.from, written.until)?;
    let (authority, matter) = (written.authority.clone(), written.matter.clone());
    let claimed = Cooperation::claim(written.organisation.clone(), authority.clone(), matter, period);
    let Some(confirmed) = &written.confirmed else { return Ok(claimed) };
    let held = Period::since(confirmed.in_office_since);
    let office = OfficeHeld::new(person(&confirmed.by), OfficeCode::AUTHORISED_OFFICER, authority, held);
    Ok(claimed.confirm(office, confirmed.on)?)
}

/// Refers to a party that is written at `path`.
pub(super) fn refer_to_party(named: &mut Named<'_>, party: &Party, path: &str) {
    match party {
        Party::Authority(key) => named.refer(AUTHORITY, key, &format!("{path}.authority")),
        Party::Organisation(code) => named.refer(ORGANISATION, code, &format!("{path}.organisation")),
    }
}

/// Refers to whoever's office it is that is written at `path`.
pub(super) fn refer_to_office(named: &mut Named<'_>, of: &OfficeOf, path: &str) {
    match of {
        OfficeOf::Authority(key) => named.refer(AUTHORITY, key, &format!("{path}.authority")),
        OfficeOf::Organisation(code) => named.refer(ORGANISATION, code, &format!("{path}.organisation")),
        OfficeOf::Body(_) => {}
    }
}
