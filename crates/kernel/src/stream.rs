//! Where events live: streams, and the two counters that order them.

use std::borrow::Cow;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Names one stream: the history of one aggregate.
///
/// The scope groups the streams that are read together, for instance a recruitment and every
/// application to it; a stream that stands alone is its own scope.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub struct StreamId {
    kind: Cow<'static, str>,
    scope: Uuid,
    id: Uuid,
}

impl StreamId {
    /// The stream of the aggregate `id` of this kind, within `scope`.
    pub fn new(kind: impl Into<Cow<'static, str>>, scope: Uuid, id: Uuid) -> Self {
        Self { kind: kind.into(), scope, id }
    }

    /// What kind of aggregate the stream belongs to, such as `application`.
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// The scope the stream is read in.
    pub const fn scope(&self) -> Uuid {
        self.scope
    }

    /// The aggregate's own id.
    pub const fn id(&self) -> Uuid {
        self.id
    }
}

impl fmt::Display for StreamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.kind, self.scope, self.id)
    }
}
impl fmt::Debug for StreamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

macro_rules! counter {
    ($(#[$doc:meta])* $name:ident, $zero:literal) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
        )]
        #[serde(transparent)]
        pub struct $name(u64);

        impl $name {
            #[doc = $zero]
            pub const ZERO: Self = Self(0);

            /// The counter at this number.
            pub const fn new(number: u64) -> Self {
                Self(number)
            }

            /// The number itself.
            pub const fn get(self) -> u64 {
                self.0
            }

            /// The counter `steps` further on, staying at the top once it is there.
            #[must_use]
            pub const fn plus(self, steps: u64) -> Self {
                Self(self.0.saturating_add(steps))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }
    };
}

counter!(
    /// How many events a stream holds; the n-th event carries version n.
    Version,
    "A stream without events."
);
counter!(
    /// Where an event stands among all events of a store: rising, without a hole, from 1.
    Position,
    "Before the first event."
);
