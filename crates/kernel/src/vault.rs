//! Personal data, kept apart from events: slots, their retention, and the vault that reveals and
//! erases them (C5, C9).

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ActorId, Id, StoreError, Time};

/// Names a slot.
pub type SlotId = Id<Slot>;

/// What a content is kept for, and so how long.
///
/// Not exhaustive: later rooms keep data for reasons of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RetentionClass {
    /// Names and addresses of people while something is going on with them.
    Contact,
    /// The least that a register must say of a certificate's holder, kept until its date.
    RegisterMinimum,
    /// Special needs: optional, and erased as soon as the event is over.
    SpecialNeeds,
    /// What people wrote in their own words.
    FreeText,
}

impl RetentionClass {
    /// Every class of this release.
    pub const ALL: [Self; 4] = [Self::Contact, Self::RegisterMinimum, Self::SpecialNeeds, Self::FreeText];

    /// The class as it is persisted.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::RegisterMinimum => "register_minimum",
            Self::SpecialNeeds => "special_needs",
            Self::FreeText => "free_text",
        }
    }

    /// Reads the persisted form.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.as_str() == text)
    }
}

/// What an event carries in place of personal data: where the content lies, and how long.
///
/// A slot is filled once, in the commit of the event that carries it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Slot {
    id: SlotId,
    class: RetentionClass,
}

impl Slot {
    /// The slot `id`, drawn by the caller at random, for content of this class.
    pub const fn new(id: SlotId, class: RetentionClass) -> Self {
        Self { id, class }
    }

    /// Where the content lies.
    pub const fn id(&self) -> SlotId {
        self.id
    }

    /// What the content is kept for.
    pub const fn class(&self) -> RetentionClass {
        self.class
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "slot {} ({})", self.id, self.class.as_str())
    }
}

/// A value that is not to be seen in passing: its `Debug` says `[confidential]`.
///
/// It serialises as the value itself, because that is how it enters a slot.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Confidential<T>(T);

impl<T> Confidential<T> {
    /// Hides a value.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value, for those who may see it.
    pub const fn expose(&self) -> &T {
        &self.0
    }

    /// The value itself.
    pub fn into_inner(self) -> T {
        self.0
    }
}
impl<T> fmt::Debug for Confidential<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[confidential]")
    }
}
impl<T> From<T> for Confidential<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

/// Why, when and by whom a slot is erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Erasure {
    /// When.
    pub at: Time,
    /// Who decided it, where somebody did and not a period that ran out.
    pub by: Option<ActorId>,
    /// Which ground, as a code of the caller's: `period_over`, `request`. Never a person's words.
    pub ground: String,
}

/// What a vault answers about a slot.
///
/// Exhaustive on purpose: a caller must tell the three apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Revealed {
    /// The content, as JSON.
    Content(Confidential<String>),
    /// It was erased.
    Erased(Erasure),
    /// No commit ever filled it.
    Unknown,
}

impl Revealed {
    /// The content as a `T`, if it is there.
    ///
    /// # Errors
    /// That the content is no `T`; the message names no content.
    pub fn read<T: serde::de::DeserializeOwned>(&self) -> Result<Option<T>, UnreadableSlot> {
        match self {
            Self::Content(json) => serde_json::from_str(json.expose()).map(Some).map_err(|_| UnreadableSlot),
            Self::Erased(_) | Self::Unknown => Ok(None),
        }
    }
}

/// A slot's content has another shape than was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the content of the slot has another shape")]
pub struct UnreadableSlot;

/// Reveals personal data to those who may see it, and erases it.
///
/// A trait because the data lies where the caller's law and backups want it: beside the events, as
/// the bundled stores do, or in a system of its own. To ensure correctness:
/// - a slot is filled by the commit that names it, in the same transaction;
/// - after `erase` returned, no copy of the content is left in the store's files, and every event
///   reads as before (C9);
/// - erasing twice keeps the first erasure; a slot that was never filled stays unknown.
pub trait Vault: Send + Sync {
    /// What the slot holds.
    ///
    /// # Errors
    /// [`StoreError`] if the backend fails.
    fn reveal(&self, slot: SlotId) -> Result<Revealed, StoreError>;

    /// Erases the content and answers what the slot is from now on.
    ///
    /// # Errors
    /// [`StoreError`] if the backend fails; the content may still be there.
    fn erase(&self, slot: SlotId, erasure: &Erasure) -> Result<Revealed, StoreError>;
}
