//! What somebody applies with: who they are, who sends them, and what they do there. No personal
//! data: names and addresses lie in the contact slot (C5).

use std::collections::BTreeSet;

use guildhall_civic::{Actor, AuthorityKey, OrganisationCode, PersonId, PositionCode, ServiceAreaCode};
use guildhall_kernel::{RetentionClass, Slot};
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::words::Kept;
use crate::{ConsentFrom, SenderKind};

/// The body that sends an applicant.
///
/// Not exhaustive: people may come to apply for themselves.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Sender {
    /// A local authority sends its own staff.
    Authority(AuthorityKey),
    /// An institution sends its staff, because it cooperates with an authority.
    Institution {
        /// The institution.
        institution: OrganisationCode,
        /// The authority it says it cooperates with, which has to confirm that.
        authority: AuthorityKey,
    },
}

impl Sender {
    /// What kind of body it is.
    pub const fn kind(&self) -> SenderKind {
        match self {
            Self::Authority(_) => SenderKind::Authority,
            Self::Institution { .. } => SenderKind::Institution,
        }
    }

    /// The authority that sends, or that the institution cooperates with: the one that the
    /// applicant represents, if any.
    pub const fn authority(&self) -> Option<&AuthorityKey> {
        match self {
            Self::Authority(authority) | Self::Institution { authority, .. } => Some(authority),
        }
    }

    /// The institution, where one sends.
    pub const fn institution(&self) -> Option<&OrganisationCode> {
        match self {
            Self::Authority(_) => None,
            Self::Institution { institution, .. } => Some(institution),
        }
    }
}

/// What somebody applies with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "WrittenSubmission")]
#[schemars(with = "WrittenSubmission")]
pub struct Submission {
    person: PersonId,
    sender: Sender,
    #[serde(skip_serializing_if = "Option::is_none")]
    position: Option<PositionCode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    responsible_for: Option<BTreeSet<ServiceAreaCode>>,
    contact: Slot,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Submission")]
struct WrittenSubmission {
    /// Who applies.
    person: PersonId,
    /// Who sends them.
    sender: Sender,
    /// Their position; absent while it is not known.
    #[serde(default)]
    position: Option<PositionCode>,
    /// The service areas they are responsible for; absent while it is not known.
    #[serde(default)]
    responsible_for: Option<BTreeSet<ServiceAreaCode>>,
    /// Where their name and address lie.
    contact: Slot,
}

/// Why nobody can apply like this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Say)]
#[non_exhaustive]
pub enum SubmissionError {
    /// The slot for the contact details keeps something else.
    #[error("contact details do not belong into a slot kept as `{}`", .0.as_str())]
    #[say(tell(class: Kept = Kept(*_0)))]
    NoContactSlot(#[say(skip)] RetentionClass),
}

impl Submission {
    /// Makes a submission that says nothing yet about what the person does.
    ///
    /// # Errors
    /// [`SubmissionError`] if the slot is not of the class [`RetentionClass::Contact`].
    pub fn new(person: PersonId, sender: Sender, contact: Slot) -> Result<Self, SubmissionError> {
        match contact.class() {
            RetentionClass::Contact => {
                Ok(Self { person, sender, position: None, responsible_for: None, contact })
            }
            other => Err(SubmissionError::NoContactSlot(other)),
        }
    }

    /// Says which position the person holds.
    #[must_use]
    pub fn in_position(self, position: PositionCode) -> Self {
        Self { position: Some(position), ..self }
    }

    /// Says what the person is responsible for: these service areas and no others.
    #[must_use]
    pub fn responsible_for(self, areas: impl IntoIterator<Item = ServiceAreaCode>) -> Self {
        Self { responsible_for: Some(areas.into_iter().collect()), ..self }
    }

    /// Who applies.
    pub const fn person(&self) -> PersonId {
        self.person
    }

    /// Who sends them.
    pub const fn sender(&self) -> &Sender {
        &self.sender
    }

    /// Their position, where it is known.
    pub const fn position(&self) -> Option<&PositionCode> {
        self.position.as_ref()
    }

    /// The service areas they are responsible for, where that is known.
    pub const fn areas(&self) -> Option<&BTreeSet<ServiceAreaCode>> {
        self.responsible_for.as_ref()
    }

    /// Where their name and address lie.
    pub const fn contact(&self) -> Slot {
        self.contact
    }
}

impl TryFrom<WrittenSubmission> for Submission {
    type Error = SubmissionError;

    fn try_from(written: WrittenSubmission) -> Result<Self, SubmissionError> {
        let WrittenSubmission { person, sender, position, responsible_for, contact } = written;
        Ok(Self { position, responsible_for, ..Self::new(person, sender, contact)? })
    }
}

/// What a superior or a competent body said to somebody's coming: a record of its own, by somebody
/// else than the applicant.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// On whose behalf it was said.
    pub from: ConsentFrom,
    /// Who said it: somebody, in office or not, or a body by its decision.
    pub by: Actor,
    /// What was said.
    pub answer: ConsentAnswer,
}

/// What was said to somebody's coming.
///
/// Exhaustive on purpose: it is a yes or a no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ConsentAnswer {
    /// The person may come.
    Given,
    /// The person may not come.
    Withheld {
        /// Where the reason lies, if one was written.
        #[say(skip)]
        reason: Option<Slot>,
    },
}
