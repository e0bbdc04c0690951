//! Partners of a programme or a project, each in a role.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Party;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a partner does in a programme or project.
    ///
    /// Non-exhaustive: agreements name other parts too.
    #[non_exhaustive]
    pub enum PartnerRole: "partner role" {
        /// Leads, and answers for the whole.
        Lead => "lead",
        /// Takes part beside the lead.
        Partner => "partner",
        /// Ordered it.
        Commissioner => "commissioner",
        /// Developed its content.
        Developer => "developer",
        /// Carries it out.
        Implementer => "implementer",
        /// Gives the teaching.
        Provider => "provider",
        /// Pays for it, in whole or in part.
        Funder => "funder",
        /// Supports it without carrying it out.
        Supporter => "supporter",
    }
}

/// One part that somebody plays; who plays several is listed once for each.
///
/// ```
/// use guildhall_civic::{OrganisationCode, Partner, PartnerRole};
///
/// let agency: OrganisationCode = "spirit".parse()?;
/// let parts = [PartnerRole::Developer, PartnerRole::Funder].map(|role| Partner::new(agency.clone(), role));
/// assert_eq!(parts.iter().filter(|part| part.is(&agency.clone().into(), PartnerRole::Funder)).count(), 1);
/// # Ok::<(), guildhall_kernel::CodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    party: Party,
    role: PartnerRole,
}

impl Partner {
    /// Somebody in a role.
    pub fn new(party: impl Into<Party>, role: PartnerRole) -> Self {
        Self { party: party.into(), role }
    }

    /// Who.
    pub const fn party(&self) -> &Party {
        &self.party
    }

    /// In which role.
    pub const fn role(&self) -> PartnerRole {
        self.role
    }

    /// Whether this is that partner in that role.
    pub fn is(&self, party: &Party, role: PartnerRole) -> bool {
        self.party == *party && self.role == role
    }
}
