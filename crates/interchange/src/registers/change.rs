//! What can happen to the authorities of a register between two editions.

use std::collections::BTreeSet;

use guildhall_civic::{AuthorityKey, AuthorityKind, CodeScheme, Country, TaskLevel};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Edition;

/// What happened to authorities between two editions. A key is that of the newer edition where the authority
/// stands in it, else that of the older.
///
/// Non-exhaustive: registers may tell more.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Change {
    /// It is in the newer edition alone, and nothing says what it came from.
    Appeared {
        /// Which authority.
        key: AuthorityKey,
        /// Its name.
        name: String,
    },
    /// It is in the older edition alone, and nothing says what took over from it.
    Ended {
        /// Which authority.
        key: AuthorityKey,
        /// Its name.
        name: String,
    },
    /// It goes on by another name.
    Renamed {
        /// Which authority.
        key: AuthorityKey,
        /// Its name before.
        from: String,
        /// Its name since.
        to: String,
    },
    /// It goes on as another kind: a village became a town, a municipality a city municipality.
    OtherKind {
        /// Which authority.
        key: AuthorityKey,
        /// Its kind before.
        from: AuthorityKind,
        /// Its kind since.
        to: AuthorityKind,
    },
    /// It goes on and lies in another authority or region; a statistical region that has another code is
    /// another region.
    Moved {
        /// Which authority.
        key: AuthorityKey,
        /// What it lay in.
        from: AuthorityKey,
        /// What it lies in.
        to: AuthorityKey,
    },
    /// It goes on by another code.
    Recoded {
        /// Its key before.
        from: AuthorityKey,
        /// Its key since.
        to: AuthorityKey,
        /// What says so.
        recognised: Recognised,
    },
    /// Authorities ended and became one, or a part of one.
    Merged {
        /// Those that ended.
        ended: BTreeSet<AuthorityKey>,
        /// The one that took over, new or not.
        into: AuthorityKey,
        /// What says so.
        recognised: Recognised,
    },
    /// An authority was divided, or gave a part of itself away.
    Divided {
        /// It ended, or goes on with less.
        from: AuthorityKey,
        /// Those that took over the rest of it.
        into: BTreeSet<AuthorityKey>,
        /// What says so.
        recognised: Recognised,
    },
    /// The newer edition lists authorities of a country and level of which the older has none: the list grew,
    /// not the country.
    Listed {
        /// The country.
        country: Country,
        /// The level.
        level: TaskLevel,
        /// How many.
        authorities: u64,
    },
    /// The newer edition has none of a country and level of which the older lists some.
    Unlisted {
        /// The country.
        country: Country,
        /// The level.
        level: TaskLevel,
        /// How many.
        authorities: u64,
    },
}

/// By what it was recognised who took over from whom, for registers do not say it.
///
/// Non-exhaustive: registers may tell more.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Recognised {
    /// The caller said so.
    Correspondence,
    /// The areas add up, within what rounding to square metres makes, and in no other way.
    Area {
        /// Of the several together.
        sum_m2: u64,
        /// What the one gained or lost.
        one_m2: u64,
    },
    /// The residents add up exactly, and in no other way; areas are not told.
    Population {
        /// Of both.
        people: u64,
    },
    /// One that ended and one that appeared have the same name, and no other has it.
    Name,
}

/// Why two registers cannot be compared.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChangesError {
    /// They know authorities by other codes.
    #[error("a register by {older} codes cannot be compared with one by {newer} codes")]
    OtherScheme {
        /// The scheme of the older.
        older: CodeScheme,
        /// The scheme of the newer.
        newer: CodeScheme,
    },
    /// The older one is newer.
    #[error("the register as of {newer} is not newer than the one as of {older}")]
    Reversed {
        /// The edition given as the older.
        older: Edition,
        /// The edition given as the newer.
        newer: Edition,
    },
    /// They are one edition.
    #[error("both registers are as of {edition}: between an edition and itself nothing changes")]
    Same {
        /// The edition of both.
        edition: Edition,
    },
    /// The correspondence names an authority that did not end, or one that did not take over as it is not in
    /// the newer register.
    #[error("the correspondence names `{key}`, which {}", if *.ended { "did not end" } else { "is not in the newer register" })]
    Correspondence {
        /// The authority.
        key: AuthorityKey,
        /// Whether it should have ended.
        ended: bool,
    },
}
