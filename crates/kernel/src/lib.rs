//! Ids, time windows and the decide, commit, apply contract of Guildhall.

pub mod id;
pub mod text;
pub mod window;

pub use id::Id;
pub use text::{Language, LanguageError, LocalisedText, TextError};
pub use window::{Local, Window, WindowError};

pub use chrono;
pub use chrono_tz;
pub use uuid::{self, Uuid};

/// An instant. Guildhall never asks a clock: the caller says what time it is.
pub type Time = chrono::DateTime<chrono::Utc>;
