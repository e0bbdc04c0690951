//! Codes and numbers that officers give to programmes and their parts; they keep their meaning when
//! titles change (C6).

use std::fmt;
use std::num::NonZeroU32;

use guildhall_kernel::Code;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Module, Programme, Session};

/// Names a programme over all its versions, such as `city-managers`: the key that officers use
/// and that stands in catalogues.
pub type ProgrammeCode = Code<Programme>;

/// Names a module within its programme, over all versions and editions of it.
pub type ModuleCode = Code<Module>;

/// Names a session within its edition. It stays when the session is moved, so that calendars
/// know it again.
pub type SessionCode = Code<Session>;

macro_rules! number {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        #[schemars(extend("maximum" = u32::MAX, "examples" = [1]))]
        pub struct $name(NonZeroU32);

        impl $name {
            /// The first one.
            pub const FIRST: Self = Self(NonZeroU32::MIN);

            /// The one with this number.
            pub const fn new(number: NonZeroU32) -> Self {
                Self(number)
            }

            /// The number itself, from 1.
            pub const fn get(self) -> u32 {
                self.0.get()
            }

            /// The one after this; the last possible stays the last.
            #[must_use]
            pub const fn next(self) -> Self {
                Self(self.0.saturating_add(1))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }
    };
}

number!(
    /// Counts the versions of a programme's definition.
    ProgrammeVersion
);
number!(
    /// Counts the editions of a programme.
    EditionNumber
);

// They name something and count nothing, so that no language groups or inflects them.
guildhall_words::verbatim!(ProgrammeVersion, EditionNumber);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c6_counting_begins_at_one() {
        assert!(serde_json::from_str::<EditionNumber>("0").is_err());
        assert_eq!(serde_json::from_str::<EditionNumber>("1").unwrap(), EditionNumber::FIRST);
        assert_eq!(ProgrammeVersion::FIRST.next().get(), 2);
    }
}
