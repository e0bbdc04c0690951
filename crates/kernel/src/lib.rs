//! Ids, time windows and the decide, commit, apply contract of Guildhall.

pub mod aggregate;
pub mod attempt;
pub mod commit;
pub mod event;
pub mod id;
pub mod loaded;
#[cfg(feature = "memory")]
pub mod memory;
pub mod projection;
pub mod store;
pub mod stream;
pub mod text;
pub mod vault;
pub mod window;

pub use aggregate::{Aggregate, Consulted};
pub use attempt::{AttemptError, attempt};
pub use commit::{Actor, ActorId, Append, Commit, CommitId, Private, StageError};
pub use event::{DecodeError, Encoded, Event, EventName};
pub use id::Id;
pub use loaded::{Loaded, Staged, Unproven};
pub use projection::{Projection, catch_up};
pub use store::{CommitError, Conflict, LoadError, Receipt, Recorded, Store, StoreError};
pub use stream::{Position, StreamId, Version};
pub use text::{Language, LanguageError, LocalisedText, TextError};
pub use vault::{Confidential, Erasure, RetentionClass, Revealed, Slot, SlotId, UnreadableSlot, Vault};
pub use window::{Local, Window, WindowError};

pub use chrono;
pub use chrono_tz;
pub use serde_json;
pub use uuid::{self, Uuid};

/// An instant. Guildhall never asks a clock: the caller says what time it is.
pub type Time = chrono::DateTime<chrono::Utc>;
