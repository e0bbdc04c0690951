//! Plans as they were understood: names resolved, quotas as a tree, values as codes. In one order,
//! whatever the order they were written in.

use std::num::NonZeroU32;

use crate::problem::{AttributeIndex, MISSING, QuotaIndex};
use crate::{AttributeType, Name, Reserve};

/// One thing known of applicants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    pub(crate) name: Name,
    pub(crate) of: AttributeType,
    pub(crate) optional: bool,
}

impl Attribute {
    /// What it is called.
    pub const fn name(&self) -> &Name {
        &self.name
    }

    /// What its values are.
    pub const fn of(&self) -> AttributeType {
        self.of
    }

    /// Whether applicants may be without it.
    pub const fn is_optional(&self) -> bool {
        self.optional
    }
}

/// A priority and a tree of quotas, which groups share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub(crate) name: Name,
    pub(crate) priority: Vec<Key>,
    pub(crate) quotas: Vec<Quota>,
}

impl Plan {
    /// What it is called.
    pub const fn name(&self) -> &Name {
        &self.name
    }

    /// Who comes first: the first key decides, the next one among equals. The list somebody is on goes
    /// before all of them, the lottery after.
    pub fn priority(&self) -> &[Key] {
        &self.priority
    }

    /// The quotas: each one right before those within it, neighbours by name.
    pub fn quotas(&self) -> &[Quota] {
        &self.quotas
    }

    /// One of the quotas.
    pub fn quota(&self, quota: QuotaIndex) -> Option<&Quota> {
        self.quotas.get(quota.index())
    }

    /// The quotas with their numbers.
    pub fn numbered(&self) -> impl DoubleEndedIterator<Item = (QuotaIndex, &Quota)> {
        self.quotas.iter().enumerate().map(|(nth, quota)| (QuotaIndex::at(nth), quota))
    }

    /// The quotas right within another, or within the group.
    pub fn within(&self, outer: Option<QuotaIndex>) -> impl Iterator<Item = (QuotaIndex, &Quota)> {
        self.numbered().filter(move |(_, quota)| quota.parent == outer)
    }
}

/// One key of a priority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pub(crate) by: AttributeIndex,
    pub(crate) first: First,
}

/// Which values of an attribute come first.
///
/// Exhaustive on purpose: whoever compares applicants must know all kinds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum First {
    /// The highest.
    Highest,
    /// The lowest.
    Lowest,
    /// These, in this order, as codes; the others after them, equal to each other.
    Listed(Vec<u32>),
}

impl Key {
    /// The attribute that it looks at.
    pub const fn by(&self) -> AttributeIndex {
        self.by
    }

    /// Which values come first.
    pub const fn first(&self) -> &First {
        &self.first
    }

    /// The place of a value, given as its code: the smaller, the better. Who is without the attribute
    /// comes last.
    pub fn place(&self, code: u32) -> u32 {
        match &self.first {
            _ if code == MISSING => MISSING,
            First::Lowest => code,
            // No code is as high as the mark of a missing one, so nobody comes down to it.
            First::Highest => (MISSING - 1) - code,
            First::Listed(codes) => {
                let place = codes.iter().position(|listed| *listed == code).unwrap_or(codes.len());
                u32::try_from(place).unwrap_or(MISSING - 1)
            }
        }
    }
}

/// A limit or a reserve, and whom it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quota {
    pub(crate) name: Name,
    pub(crate) parent: Option<QuotaIndex>,
    pub(crate) covers: Covers,
    pub(crate) cap: Option<NonZeroU32>,
    pub(crate) reserve: Option<Reserve>,
}

impl Quota {
    /// What it is called.
    pub const fn name(&self) -> &Name {
        &self.name
    }

    /// The quota that it lies within; none where it lies within the group.
    pub const fn parent(&self) -> Option<QuotaIndex> {
        self.parent
    }

    /// Whom it covers, of those whom its parent does.
    pub const fn covers(&self) -> &Covers {
        &self.covers
    }

    /// How many seats of a group they may hold.
    pub fn cap(&self) -> Option<u32> {
        self.cap.map(NonZeroU32::get)
    }

    /// How many seats are kept for them.
    pub const fn reserve(&self) -> Option<Reserve> {
        self.reserve
    }
}

/// Whom a quota covers. Values are codes.
///
/// Exhaustive on purpose: whoever counts must know all kinds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Covers {
    /// Each value of this attribute by itself.
    Each(AttributeIndex),
    /// Those who have one of these values (codes, ascending) in every one of these attributes.
    Where(Vec<(AttributeIndex, Vec<u32>)>),
}
