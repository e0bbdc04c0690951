//! Events as the store keeps them: a name, a version and JSON that old and new code can read.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// The name under which an event is persisted, and the version of its shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EventName {
    /// The name, unique within the aggregate, such as `submitted`. It never changes.
    pub name: &'static str,
    /// The shape written today, from 1. A changed shape gets the next number and an upcast.
    pub version: u16,
}

/// Something that happened to one aggregate and will never be unsaid.
///
/// A trait because the kernel commits and loads the events of every context without knowing them.
/// Implemented by each context with [`events!`](crate::events). To ensure correctness:
/// - `decode(name, version, encode(e))` is `e` for the name and version that `e.name()` gives;
/// - every name and version ever released decodes for ever, older shapes by an upcast;
/// - an event holds no personal data: it carries a [`Slot`](crate::Slot) in its place.
pub trait Event: Serialize + Sized {
    /// The persisted name and version of this event.
    fn name(&self) -> EventName;

    /// Reads an event that was persisted under `name` and `version`.
    ///
    /// # Errors
    /// [`DecodeError::Unknown`] for a name or version this code does not know,
    /// [`DecodeError::Malformed`] for content that is not of that shape.
    fn decode(name: &str, version: u16, json: &RawValue) -> Result<Self, DecodeError>;
}

/// Why a persisted event cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum DecodeError {
    /// No such event: it was written by a newer release, or by something else.
    #[error("event `{name}` version {version} is unknown to this release")]
    Unknown {
        /// The persisted name.
        name: String,
        /// The persisted version.
        version: u16,
    },
    /// The content has another shape than the name and version promise.
    #[error("event `{name}` version {version} is malformed: {reason}")]
    Malformed {
        /// The persisted name.
        name: String,
        /// The persisted version.
        version: u16,
        /// What kind of fault it is, and where; never the content (C5).
        reason: String,
    },
}

impl DecodeError {
    /// Content that JSON or serde refuses. What they say may quote it, so only the kind and the place
    /// are kept.
    pub fn malformed(name: &str, version: u16, error: &serde_json::Error) -> Self {
        let kind = match error.classify() {
            serde_json::error::Category::Data => "other data than expected",
            _ => "no JSON",
        };
        let reason = format!("{kind} at column {} of line {}", error.column(), error.line());
        Self::Malformed { name: name.to_owned(), version, reason }
    }
}

/// An event as it is written: its name, version and JSON. It serialises as JSON only, which is what it
/// holds.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Encoded {
    name: Cow<'static, str>,
    version: u16,
    #[schemars(with = "serde_json::Value")]
    json: Box<RawValue>,
}

impl Encoded {
    /// Encodes an event.
    ///
    /// # Errors
    /// What serde says when the event has no JSON form, such as a map whose keys are no text.
    pub fn of<E: Event>(event: &E) -> Result<Self, serde_json::Error> {
        let EventName { name, version } = event.name();
        Ok(Self { name: name.into(), version, json: serde_json::value::to_raw_value(event)? })
    }

    /// Puts together what a store has read.
    pub fn new(name: impl Into<Cow<'static, str>>, version: u16, json: Box<RawValue>) -> Self {
        Self { name: name.into(), version, json }
    }

    /// The persisted name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The version of the shape.
    pub const fn version(&self) -> u16 {
        self.version
    }

    /// The content.
    pub fn json(&self) -> &RawValue {
        &self.json
    }

    /// Reads the event back.
    ///
    /// # Errors
    /// As [`Event::decode`].
    pub fn decode<E: Event>(&self) -> Result<E, DecodeError> {
        E::decode(&self.name, self.version, &self.json)
    }
}

impl PartialEq for Encoded {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.version == other.version && self.json.get() == other.json.get()
    }
}
impl Eq for Encoded {}

/// Implements [`Event`](crate::Event) for an enum: each variant with its persisted name and
/// version, and after `was` the upcasts from older ones.
///
/// The enum derives serde's `Serialize` and `Deserialize` in the ordinary, externally tagged form.
/// An upcast is a function from the old JSON to an event of today.
///
/// ```
/// use guildhall_kernel::{Encoded, Event, events};
/// use guildhall_kernel::serde_json::{self, value::RawValue};
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Debug, PartialEq, Serialize, Deserialize)]
/// #[serde(rename_all = "snake_case")]
/// enum GroupEvent {
///     Opened { seats: u32 },
///     Closed,
/// }
/// // Version 1 called the seats places.
/// fn opened_v1(json: &RawValue) -> Result<GroupEvent, serde_json::Error> {
///     #[derive(Deserialize)]
///     struct Opened { places: u32 }
///     serde_json::from_str(json.get()).map(|Opened { places }| GroupEvent::Opened { seats: places })
/// }
/// events!(GroupEvent { Opened => "opened" 2, Closed => "closed" 1 } was { "opened" 1 => opened_v1 });
///
/// let old = RawValue::from_string(r#"{"places":12}"#.into())?;
/// assert_eq!(GroupEvent::decode("opened", 1, &old)?, GroupEvent::Opened { seats: 12 });
/// let today = Encoded::of(&GroupEvent::Closed)?;
/// assert_eq!(today.decode::<GroupEvent>()?, GroupEvent::Closed);
/// assert!(GroupEvent::decode("renamed", 1, &old).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[macro_export]
macro_rules! events {
    ($event:ty { $($variant:ident => $name:literal $version:literal),+ $(,)? }) => {
        $crate::events!($event { $($variant => $name $version),+ } was {});
    };
    ($event:ty { $($variant:ident => $name:literal $version:literal),+ $(,)? }
     was { $($old:literal $old_version:literal => $upcast:path),* $(,)? }) => {
        impl $crate::Event for $event {
            fn name(&self) -> $crate::EventName {
                match self {
                    $(Self::$variant { .. } => $crate::EventName { name: $name, version: $version },)+
                }
            }

            fn decode(
                name: &str,
                version: u16,
                json: &$crate::serde_json::value::RawValue,
            ) -> ::core::result::Result<Self, $crate::DecodeError> {
                let malformed = |error| $crate::DecodeError::malformed(name, version, &error);
                match (name, version) {
                    $(($name, $version) => {
                        let event: Self = $crate::serde_json::from_str(json.get()).map_err(malformed)?;
                        if $crate::Event::name(&event).name == $name {
                            Ok(event)
                        } else {
                            Err($crate::DecodeError::Malformed {
                                name: name.to_owned(),
                                version,
                                reason: "the content is of another event".to_owned(),
                            })
                        }
                    })+
                    $(($old, $old_version) => $upcast(json).map_err(malformed),)*
                    _ => Err($crate::DecodeError::Unknown { name: name.to_owned(), version }),
                }
            }
        }
    };
}
