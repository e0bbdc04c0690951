//! The register of authorities and organisations, and who runs a town centre together with whom.

use std::collections::BTreeMap;

use guildhall::civic::{
    Authority, AuthorityKey, Cooperation, OfficeCode, OfficeHeld, Organisation, OrganisationCode, Period,
    ServiceAreaCode, ServiceAreas,
};
use guildhall::kernel::chrono::NaiveDate;
use serde::Deserialize;

use super::ids::Ids;
use crate::reading::Folder;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Authorities {
    pub(super) authority: Vec<Authority>,
    #[serde(default)]
    organisation: Vec<Organisation>,
    #[serde(default)]
    cooperation: Vec<WrittenCooperation>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenCooperation {
    organisation: OrganisationCode,
    authority: AuthorityKey,
    matter: ServiceAreaCode,
    from: NaiveDate,
    until: Option<NaiveDate>,
    confirmed: Option<WrittenConfirmation>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenConfirmation {
    on: NaiveDate,
    by: String,
    in_office_since: NaiveDate,
}

pub(super) type Known =
    (BTreeMap<AuthorityKey, Authority>, BTreeMap<OrganisationCode, Organisation>, Vec<Cooperation>);

/// The authorities, organisations and cooperations of a register; what stands twice or names a stranger is
/// noted.
pub(super) fn known(folder: &mut Folder, ids: Ids, file: Authorities, areas: &ServiceAreas) -> Known {
    const FILE: &str = "authorities.toml";
    let (mut authorities, mut organisations) = (BTreeMap::new(), BTreeMap::new());
    for authority in file.authority {
        if let Some(twice) = authorities.insert(authority.key().clone(), authority) {
            folder.note(FILE, 0, format!("the authority `{}` stands twice", twice.key()));
        }
    }
    for organisation in file.organisation {
        if let Some(twice) = organisations.insert(organisation.code().clone(), organisation) {
            folder.note(FILE, 0, format!("the organisation `{}` stands twice", twice.code()));
        }
    }
    let cooperations = file.cooperation.into_iter().filter_map(|written| {
        if !organisations.contains_key(&written.organisation) {
            folder.note(
                FILE,
                0,
                format!("cooperation: no organisation has the code `{}`", written.organisation),
            );
        }
        if !authorities.contains_key(&written.authority) {
            folder.note(FILE, 0, format!("cooperation: no authority has the key `{}`", written.authority));
        }
        if areas.get(&written.matter).is_none() {
            folder.note(FILE, 0, format!("cooperation: no service area has the code `{}`", written.matter));
        }
        let made = cooperation(ids, &written);
        folder.checked(
            FILE,
            made.map_err(|error| format!("cooperation of `{}`: {error}", written.organisation)),
        )
    });
    let cooperations = cooperations.collect();
    (authorities, organisations, cooperations)
}

fn cooperation(ids: Ids, written: &WrittenCooperation) -> Result<Cooperation, Box<dyn std::error::Error>> {
    let period = Period::new(written.from, written.until)?;
    let (authority, matter) = (written.authority.clone(), written.matter.clone());
    let claimed = Cooperation::claim(written.organisation.clone(), authority.clone(), matter, period);
    let Some(confirmed) = &written.confirmed else { return Ok(claimed) };
    let held = Period::since(confirmed.in_office_since);
    let office = OfficeHeld::new(ids.person(&confirmed.by), OfficeCode::AUTHORISED_OFFICER, authority, held);
    Ok(claimed.confirm(office, confirmed.on)?)
}
