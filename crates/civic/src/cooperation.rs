//! Cooperation of an organisation with an authority in a stated matter: claimed by one, confirmed by the other.
//!
//! Guards C6: nobody but an officer of that authority confirms, and only while in office.

use chrono::NaiveDate;
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{AuthorityKey, OfficeHeld, OfficeOf, OrganisationCode, Period, ServiceAreaCode};

/// An organisation works with an authority in a matter, such as running its town centre, for a time.
///
/// Claimed, it opens no door. It [holds](Self::holds_on) once the authority has confirmed it.
///
/// ```
/// use guildhall_civic::{
///     AuthorityKey, Cooperation, OfficeCode, OfficeHeld, OrganisationCode, Period, PersonId, ServiceAreaCode, Uuid,
///     chrono::NaiveDate,
/// };
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2019, m, d).unwrap();
/// let town: AuthorityKey = "SI:fictitious:lipov_dol".parse()?;
/// let institute: OrganisationCode = "zavod-lipov-dol".parse()?;
/// let matter = ServiceAreaCode::new("town_centres")?;
/// let claimed = Cooperation::claim(institute, town.clone(), matter, Period::new(day(1, 1), day(12, 31))?);
/// assert!(!claimed.holds_on(day(4, 15)));
///
/// let mayor = OfficeHeld::new(PersonId::new(Uuid::from_u128(2)), OfficeCode::MAYOR, town, Period::ALWAYS);
/// let confirmed = claimed.confirm(mayor, day(4, 1))?;
/// assert!(confirmed.holds_on(day(4, 15)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Written", into = "Written")]
#[schemars(with = "Written")]
pub struct Cooperation {
    organisation: OrganisationCode,
    authority: AuthorityKey,
    matter: ServiceAreaCode,
    period: Period,
    standing: Standing,
}

/// Whether the authority stands by a cooperation.
///
/// Exhaustive on purpose: a rule that asks has an answer for each.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Say)]
pub enum Standing {
    /// The organisation says so.
    Claimed,
    /// The authority says so too.
    #[say(tell(on: NaiveDate = _0.on()))]
    Confirmed(#[say(skip)] Confirmation),
}

/// Who confirmed a cooperation for the authority, and when.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    by: OfficeHeld,
    on: NaiveDate,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Cooperation")]
struct Written {
    /// The organisation that cooperates.
    organisation: OrganisationCode,
    /// The authority it cooperates with.
    authority: AuthorityKey,
    /// In which matter.
    matter: ServiceAreaCode,
    /// For how long.
    #[serde(default)]
    period: Period,
    /// Who confirmed it for the authority, and when; left out while nobody has.
    #[serde(default)]
    confirmation: Option<Confirmation>,
}

/// Why a cooperation is not confirmed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Say)]
pub enum ConfirmError {
    /// The office is not one of the authority the cooperation is with.
    #[error("only an officer of `{authority}` can confirm a cooperation with it")]
    OfAnother {
        /// The authority the cooperation is with.
        authority: AuthorityKey,
    },
    /// The office was not held on the day.
    #[error("the office was held in {held}, not on `{on}`")]
    NotInOffice {
        /// The period in which it was held.
        held: Period,
        /// The day of the confirmation.
        on: NaiveDate,
    },
    /// It is confirmed, and a confirmation is not replaced.
    #[error("it was already confirmed on `{on}`")]
    AlreadyConfirmed {
        /// The day of the confirmation.
        on: NaiveDate,
    },
}

impl Cooperation {
    /// A cooperation as the organisation claims it.
    pub const fn claim(
        organisation: OrganisationCode,
        authority: AuthorityKey,
        matter: ServiceAreaCode,
        period: Period,
    ) -> Self {
        Self { organisation, authority, matter, period, standing: Standing::Claimed }
    }

    /// The same cooperation, confirmed on this day by an officer of the authority.
    ///
    /// # Errors
    /// [`ConfirmError`] where the officer is another's or not in office that day, or it is confirmed already.
    pub fn confirm(self, by: OfficeHeld, on: NaiveDate) -> Result<Self, ConfirmError> {
        if let Standing::Confirmed(confirmation) = &self.standing {
            return Err(ConfirmError::AlreadyConfirmed { on: confirmation.on });
        }
        if !matches!(by.of(), OfficeOf::Authority(key) if *key == self.authority) {
            return Err(ConfirmError::OfAnother { authority: self.authority });
        }
        if !by.holds_on(on) {
            return Err(ConfirmError::NotInOffice { held: by.period(), on });
        }
        Ok(Self { standing: Standing::Confirmed(Confirmation { by, on }), ..self })
    }

    /// The organisation that cooperates.
    pub const fn organisation(&self) -> &OrganisationCode {
        &self.organisation
    }

    /// The authority it cooperates with.
    pub const fn authority(&self) -> &AuthorityKey {
        &self.authority
    }

    /// In which matter.
    pub const fn matter(&self) -> &ServiceAreaCode {
        &self.matter
    }

    /// For how long.
    pub const fn period(&self) -> Period {
        self.period
    }

    /// Whether the authority stands by it.
    pub const fn standing(&self) -> &Standing {
        &self.standing
    }

    /// Whether the authority has confirmed it.
    pub const fn is_confirmed(&self) -> bool {
        matches!(self.standing, Standing::Confirmed(_))
    }

    /// Whether it is confirmed and runs on this day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.is_confirmed() && self.period.contains(day)
    }
}

impl Confirmation {
    /// The officer who confirmed.
    pub const fn by(&self) -> &OfficeHeld {
        &self.by
    }

    /// The day of the confirmation.
    pub const fn on(&self) -> NaiveDate {
        self.on
    }
}

impl TryFrom<Written> for Cooperation {
    type Error = ConfirmError;

    fn try_from(written: Written) -> Result<Self, ConfirmError> {
        let claimed = Self::claim(written.organisation, written.authority, written.matter, written.period);
        match written.confirmation {
            None => Ok(claimed),
            Some(Confirmation { by, on }) => claimed.confirm(by, on),
        }
    }
}
impl From<Cooperation> for Written {
    fn from(cooperation: Cooperation) -> Self {
        let Cooperation { organisation, authority, matter, period, standing } = cooperation;
        let confirmation = match standing {
            Standing::Claimed => None,
            Standing::Confirmed(confirmation) => Some(confirmation),
        };
        Self { organisation, authority, matter, period, confirmation }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Country, OfficeCode, PersonId};
    use guildhall_kernel::Uuid;

    fn day(m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2019, m, d).unwrap()
    }
    fn town(code: &str) -> AuthorityKey {
        AuthorityKey::fictitious(Country::SI, code).unwrap()
    }
    fn officer(of: impl Into<OfficeOf>) -> OfficeHeld {
        let period = Period::new(day(1, 1), day(6, 30)).unwrap();
        OfficeHeld::new(PersonId::new(Uuid::from_u128(9)), OfficeCode::AUTHORISED_OFFICER, of, period)
    }
    fn claimed() -> Cooperation {
        let matter = ServiceAreaCode::new("town_centres").unwrap();
        let period = Period::new(day(3, 1), day(9, 30)).unwrap();
        Cooperation::claim("zavod-lipov-dol".parse().unwrap(), town("lipov_dol"), matter, period)
    }

    #[test]
    fn holds_when_confirmed_and_within_its_days() {
        let confirmed = claimed().confirm(officer(town("lipov_dol")), day(6, 30)).unwrap();
        assert!(confirmed.holds_on(day(3, 1)) && confirmed.holds_on(day(9, 30)));
        assert!(!confirmed.holds_on(day(2, 28)) && !confirmed.holds_on(day(10, 1)));
        assert!(!claimed().holds_on(day(5, 1)));
    }

    #[test]
    fn only_an_officer_of_that_authority_in_office_confirms_and_once() {
        let own = || officer(town("lipov_dol"));
        let refused = claimed().confirm(officer(town("suhi_potok")), day(4, 1)).unwrap_err();
        assert_eq!(refused, ConfirmError::OfAnother { authority: town("lipov_dol") });
        let institute: OrganisationCode = "zavod-lipov-dol".parse().unwrap();
        assert!(claimed().confirm(officer(institute), day(4, 1)).is_err());
        let refused = claimed().confirm(own(), day(7, 1)).unwrap_err();
        assert_eq!(refused.to_string(), "the office was held in 2019-01-01/2019-06-30, not on `2019-07-01`");
        let confirmed = claimed().confirm(own(), day(4, 1)).unwrap();
        assert_eq!(
            confirmed.confirm(own(), day(5, 1)).unwrap_err(),
            ConfirmError::AlreadyConfirmed { on: day(4, 1) }
        );
    }

    #[test]
    fn c6_reading_cannot_confirm_what_nobody_could() {
        let confirmed = claimed().confirm(officer(town("lipov_dol")), day(4, 1)).unwrap();
        let json = serde_json::to_string(&confirmed).unwrap();
        assert_eq!(serde_json::from_str::<Cooperation>(&json).unwrap(), confirmed);
        let read = |json: String| serde_json::from_str::<Cooperation>(&json).unwrap_err().to_string();
        let forged = json.replacen("SI:fictitious:lipov_dol", "SI:fictitious:suhi_potok", 1);
        assert!(read(forged).contains("only an officer of `SI:fictitious:suhi_potok`"));
        let reversed = json.replace("2019-09-30", "2019-02-01");
        assert!(read(reversed).contains("before it begins"));
        assert!(read(json.replace("2019-04-01", "2019-08-01")).contains("not on `2019-08-01`"));
    }
}
