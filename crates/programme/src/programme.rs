//! The programme: its versions, from the first draft to its end. An approved version never changes;
//! a change is a new version.

use std::num::NonZeroU32;

use guildhall_kernel::{Aggregate, Consulted, Id, StreamId, Time, Uuid, Version};
use guildhall_rules::{RuleRef, RuleSet, Vocabulary};
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ProgrammeCommand, ProgrammeDefinition, ProgrammeEvent, ProgrammeRefusal, ProgrammeVersion};

/// Names a programme.
pub type ProgrammeId = Id<Programme>;

/// How far a programme, or one version of it, has come.
///
/// Exhaustive on purpose: a caller must know what it means for its own work.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Say,
)]
#[serde(rename_all = "snake_case")]
pub enum ProgrammeStatus {
    /// It is being written.
    Draft,
    /// It is settled and will not change.
    Approved,
    /// Editions of it can be announced.
    Offered,
    /// It is offered no more.
    Retired,
}

impl std::fmt::Display for ProgrammeStatus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Draft => "draft",
            Self::Approved => "approved",
            Self::Offered => "offered",
            Self::Retired => "retired",
        })
    }
}

/// A programme of training with all its versions. Its stream stands alone: it is its own scope.
///
/// Each version takes its own way:
///
/// | from | to | condition | usually taken by |
/// |---|---|---|---|
/// | – | draft | the programme is not retired; its code stays; it says something new | programme officer |
/// | draft | draft | as above: the draft is replaced | programme officer |
/// | draft | approved | the rule of the target group fits the facts there are | steward |
/// | approved | offered | no later version is on offer; the version on offer until now retires | steward |
/// | approved, offered | retired | the whole programme is retired, a draft is dropped; or a later version is put on offer | steward |
///
/// Retired is final. Who may take a step, the caller decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Kept")]
#[schemars(with = "Kept")]
pub struct Programme(Kept);

/// The state, as it is serialised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Programme")]
struct Kept {
    id: ProgrammeId,
    /// The first is version 1.
    approved: Vec<Approved>,
    /// The version after those.
    draft: Option<ProgrammeDefinition>,
    offered: Option<ProgrammeVersion>,
    retired: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "ApprovedProgramme")]
struct Approved {
    definition: ProgrammeDefinition,
    target: RuleRef,
}

/// What a programme decides on beside itself: the facts that can be known of applicants. They belong
/// to the software, so no stream is consulted.
#[derive(Clone, Copy, Debug)]
pub struct ProgrammeFacts<'a> {
    /// What the rule of the target group may ask.
    pub vocabulary: &'a Vocabulary,
}

impl Consulted for ProgrammeFacts<'_> {
    fn reads(&self, _: &mut Vec<(StreamId, Version)>) {}
}

impl Programme {
    /// Its id.
    pub const fn id(&self) -> ProgrammeId {
        self.0.id
    }

    /// How far the programme as a whole has come; nothing before its first draft. A new draft beside
    /// an approved version does not set it back.
    pub fn status(&self) -> Option<ProgrammeStatus> {
        let draft = self.0.draft.as_ref().map(|_| ProgrammeStatus::Draft);
        self.latest().and_then(|(version, _)| self.status_of(self.0.offered.unwrap_or(version))).or(draft)
    }

    /// How far one version has come; nothing if there is no such version.
    pub fn status_of(&self, version: ProgrammeVersion) -> Option<ProgrammeStatus> {
        if self.approved(version).is_none() {
            return self.draft().filter(|(draft, _)| *draft == version).map(|_| ProgrammeStatus::Draft);
        }
        Some(match self.0.offered {
            _ if self.0.retired => ProgrammeStatus::Retired,
            Some(offered) if version < offered => ProgrammeStatus::Retired,
            Some(offered) if version == offered => ProgrammeStatus::Offered,
            _ => ProgrammeStatus::Approved,
        })
    }

    /// What an approved version says, retired or not.
    pub fn approved(&self, version: ProgrammeVersion) -> Option<&ProgrammeDefinition> {
        self.kept(version).map(|approved| &approved.definition)
    }

    /// The rule of the target group that was approved with a version.
    pub fn target(&self, version: ProgrammeVersion) -> Option<&RuleRef> {
        self.kept(version).map(|approved| &approved.target)
    }

    /// The latest approved version.
    pub fn latest(&self) -> Option<(ProgrammeVersion, &ProgrammeDefinition)> {
        let version = ProgrammeVersion::new(NonZeroU32::new(self.count())?);
        self.approved(version).map(|definition| (version, definition))
    }

    /// The version that is being written.
    pub fn draft(&self) -> Option<(ProgrammeVersion, &ProgrammeDefinition)> {
        self.0.draft.as_ref().map(|definition| (self.unapproved(), definition))
    }

    /// The version on offer.
    pub const fn offered(&self) -> Option<ProgrammeVersion> {
        self.0.offered
    }

    /// Whether it is offered no more.
    pub const fn is_retired(&self) -> bool {
        self.0.retired
    }

    /// Writes a new version, or replaces the one that is being written. Nothing happens if that
    /// version, or the latest approved one where none is being written, says the same already.
    ///
    /// # Errors
    /// [`ProgrammeRefusal::Retired`], [`ProgrammeRefusal::OtherCode`].
    pub fn draft_version(
        &self,
        definition: &ProgrammeDefinition,
    ) -> Result<Vec<ProgrammeEvent>, ProgrammeRefusal> {
        if self.0.retired {
            return Err(ProgrammeRefusal::Retired);
        }
        let approved = self.latest().map(|(_, approved)| approved);
        if let Some(is) = approved.map(|approved| &approved.code).filter(|code| **code != definition.code) {
            return Err(ProgrammeRefusal::OtherCode { is: is.clone(), wanted: definition.code.clone() });
        }
        if self.0.draft.as_ref().or(approved) == Some(definition) {
            return Ok(vec![]);
        }
        let (version, definition) = (self.unapproved(), Box::new(definition.clone()));
        Ok(vec![ProgrammeEvent::Drafted { version, definition }])
    }

    /// Approves the version that is being written, with the rule of its target group held against
    /// the facts there are.
    ///
    /// # Errors
    /// [`ProgrammeRefusal::UnknownVersion`], [`ProgrammeRefusal::TargetUnfit`].
    pub fn approve(
        &self,
        version: ProgrammeVersion,
        vocabulary: &Vocabulary,
    ) -> Result<Vec<ProgrammeEvent>, ProgrammeRefusal> {
        if self.approved(version).is_some() {
            return Ok(vec![]);
        }
        let (_, definition) = self
            .draft()
            .filter(|(draft, _)| *draft == version)
            .ok_or(ProgrammeRefusal::UnknownVersion { version })?;
        let target = RuleSet::new(definition.target.clone(), vocabulary)
            .map_err(|faults| ProgrammeRefusal::TargetUnfit { faults })?;
        Ok(vec![ProgrammeEvent::Approved { version, target: target.reference().clone() }])
    }

    /// Puts an approved version on offer, in place of the one that is.
    ///
    /// # Errors
    /// [`ProgrammeRefusal`]: it is retired, or the version is unknown, not approved or replaced.
    pub fn offer(&self, version: ProgrammeVersion) -> Result<Vec<ProgrammeEvent>, ProgrammeRefusal> {
        if self.0.retired {
            return Err(ProgrammeRefusal::Retired);
        }
        if self.approved(version).is_none() {
            let drafted = self.draft().is_some_and(|(draft, _)| draft == version);
            return Err(if drafted {
                ProgrammeRefusal::NotApproved { version }
            } else {
                ProgrammeRefusal::UnknownVersion { version }
            });
        }
        match self.0.offered {
            Some(offered) if offered == version => Ok(vec![]),
            Some(offered) if offered > version => Err(ProgrammeRefusal::Replaced { version, offered }),
            _ => Ok(vec![ProgrammeEvent::Offered { version }]),
        }
    }

    /// Offers it no more, for good. Editions that were announced go on.
    ///
    /// # Errors
    /// [`ProgrammeRefusal::NeverApproved`].
    pub fn retire(&self) -> Result<Vec<ProgrammeEvent>, ProgrammeRefusal> {
        if self.0.approved.is_empty() {
            return Err(ProgrammeRefusal::NeverApproved);
        }
        Ok(if self.0.retired { vec![] } else { vec![ProgrammeEvent::Retired] })
    }

    fn kept(&self, version: ProgrammeVersion) -> Option<&Approved> {
        let index = usize::try_from(version.get()).ok()?.checked_sub(1)?;
        self.0.approved.get(index)
    }

    fn count(&self) -> u32 {
        u32::try_from(self.0.approved.len()).unwrap_or(u32::MAX)
    }

    /// The version after the approved ones.
    fn unapproved(&self) -> ProgrammeVersion {
        ProgrammeVersion::new(NonZeroU32::MIN.saturating_add(self.count()))
    }
}

impl Aggregate for Programme {
    const KIND: &'static str = "programme";
    type Command = ProgrammeCommand;
    type Event = ProgrammeEvent;
    type Facts<'a> = ProgrammeFacts<'a>;
    type Refusal = ProgrammeRefusal;

    fn empty(id: Uuid) -> Self {
        Self(Kept { id: Id::new(id), approved: Vec::new(), draft: None, offered: None, retired: false })
    }

    fn decide(
        &self,
        command: &ProgrammeCommand,
        facts: &ProgrammeFacts<'_>,
        _: Time,
    ) -> Result<Vec<ProgrammeEvent>, ProgrammeRefusal> {
        match command {
            ProgrammeCommand::Draft { definition } => self.draft_version(definition),
            ProgrammeCommand::Approve { version } => self.approve(*version, facts.vocabulary),
            ProgrammeCommand::Offer { version } => self.offer(*version),
            ProgrammeCommand::Retire => self.retire(),
        }
    }

    fn apply(&mut self, event: &ProgrammeEvent) {
        if self.0.retired {
            return;
        }
        match event {
            ProgrammeEvent::Drafted { version, definition } => {
                let same_code = self.latest().is_none_or(|(_, approved)| approved.code == definition.code);
                if *version == self.unapproved() && same_code {
                    self.0.draft = Some((**definition).clone());
                }
            }
            ProgrammeEvent::Approved { version, target } => {
                if *version == self.unapproved()
                    && let Some(definition) = self.0.draft.take_if(|draft| pins(target, draft))
                {
                    self.0.approved.push(Approved { definition, target: target.clone() });
                }
            }
            ProgrammeEvent::Offered { version } => {
                if self.approved(*version).is_some()
                    && self.0.offered.is_none_or(|offered| offered < *version)
                {
                    self.0.offered = Some(*version);
                }
            }
            ProgrammeEvent::Retired => {
                if !self.0.approved.is_empty() {
                    self.0.retired = true;
                    self.0.offered = None;
                    self.0.draft = None;
                }
            }
        }
    }
}

/// Whether a reference can be of this definition's rule; its hash only the vocabulary can tell.
fn pins(target: &RuleRef, definition: &ProgrammeDefinition) -> bool {
    target.id() == definition.target.id() && target.version() == definition.target.version()
}

/// No events can have led to this state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no history leads to this state of a programme")]
pub struct UnsoundProgramme;

impl TryFrom<Kept> for Programme {
    type Error = UnsoundProgramme;

    fn try_from(kept: Kept) -> Result<Self, UnsoundProgramme> {
        let programme = Self(kept);
        let kept = &programme.0;
        let code = kept.approved.first().map(|first| &first.definition.code);
        let definitions = kept.approved.iter().map(|approved| &approved.definition).chain(&kept.draft);
        let sound =
            definitions.into_iter().all(|definition| code.is_none_or(|code| *code == definition.code))
                && kept.approved.iter().all(|approved| pins(&approved.target, &approved.definition))
                && kept.offered.is_none_or(|offered| programme.approved(offered).is_some())
                && (!kept.retired
                    || (!kept.approved.is_empty() && kept.offered.is_none() && kept.draft.is_none()));
        if sound { Ok(programme) } else { Err(UnsoundProgramme) }
    }
}
