//! A problem as it is written down, in JSON or any other format of serde: who applies, for what, under
//! which rules. Checked against nothing yet: [`Problem::new`](crate::Problem::new) and
//! [`Stage::read`](crate::Stage::read) do that, with every fault at once.

use std::collections::BTreeMap;
use std::fmt;
use std::num::{NonZeroU8, NonZeroU32};

use guildhall_kernel::Time;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::limits::MAX_LISTED;
use crate::{ListHash, Name, Seed, Statement, WrittenFirst, WrittenValue};

/// A whole problem as one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Problem")]
pub struct WrittenProblem {
    /// What this allocation is called. The lottery uses it too, so that no two allocations share a draw.
    pub id: Name,
    /// How the seats are given out.
    pub mechanism: MechanismName,
    /// What is known of applicants.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<WrittenAttribute>,
    /// Priorities and quotas, which groups share.
    pub plans: Vec<WrittenPlan>,
    /// What there are seats in.
    pub groups: Vec<WrittenGroup>,
    /// Caps over all groups together; only under `serial`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub caps: Vec<WrittenCap>,
    /// Who applies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub applicants: Vec<WrittenApplicant>,
    /// What was frozen and drawn by now, one entry a list, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<WrittenList>,
}

impl WrittenProblem {
    /// All of it but the applicants and the lists.
    pub fn rules(&self) -> WrittenRules {
        WrittenRules {
            id: self.id.clone(),
            mechanism: self.mechanism.clone(),
            attributes: self.attributes.clone(),
            plans: self.plans.clone(),
            groups: self.groups.clone(),
            caps: self.caps.clone(),
        }
    }
}

/// A problem without its applicants, who come one by one: see
/// [`Problem::build`](crate::Problem::build).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Rules")]
pub struct WrittenRules {
    /// What this allocation is called. The lottery uses it too, so that no two allocations share a draw.
    pub id: Name,
    /// How the seats are given out.
    pub mechanism: MechanismName,
    /// What is known of applicants.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<WrittenAttribute>,
    /// Priorities and quotas, which groups share.
    pub plans: Vec<WrittenPlan>,
    /// What there are seats in.
    pub groups: Vec<WrittenGroup>,
    /// Caps over all groups together; only under `serial`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub caps: Vec<WrittenCap>,
}

impl WrittenRules {
    /// The rules with these applicants, as one document.
    pub fn with(self, applicants: Vec<WrittenApplicant>) -> WrittenProblem {
        let Self { id, mechanism, attributes, plans, groups, caps } = self;
        WrittenProblem { id, mechanism, attributes, plans, groups, caps, applicants, lists: Vec::new() }
    }
}

/// How seats are given out. Not exhaustive: there will be others.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum MechanismName {
    /// Applicant-proposing deferred acceptance with nested quotas: the default. Nobody gains by
    /// hiding what they want.
    Nested,
    /// Serial dictatorship: everybody chooses in turn, in one order for all groups. It carries any
    /// caps, also such as cross each other or count over all groups.
    Serial,
    /// First come, first served: everybody is answered at once, in the order of arrival.
    Rolling {
        /// The attribute, an instant, that says when somebody arrived.
        by: Name,
    },
}

/// One thing known of applicants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Attribute")]
pub struct WrittenAttribute {
    /// What it is called.
    pub name: Name,
    /// What its values are.
    #[serde(rename = "type")]
    pub of: AttributeType,
    /// Whether applicants may be without it. Who is, is covered by no quota over it and comes after all
    /// others in a priority by it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
    /// The values there are, where nothing else may be written; only of texts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("minItems" = 1, "maxItems" = MAX_LISTED))]
    pub values: Option<Vec<Name>>,
}

/// What the values of an attribute are.
///
/// Exhaustive on purpose: whoever compares values must know all kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AttributeType {
    /// Opaque texts, compared byte by byte and never ordered.
    Text,
    /// Whole numbers of 64 bits.
    Integer,
    /// Instants in RFC 3339, to the nanosecond, from 1678 to 2261.
    Instant,
}

impl AttributeType {
    /// The type as it is written.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "integer",
            Self::Instant => "instant",
        }
    }
}
impl fmt::Display for AttributeType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A priority and quotas, for every group that names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Plan")]
pub struct WrittenPlan {
    /// What it is called.
    pub name: Name,
    /// Who comes first: the first key decides, the next one among equals, and the lottery among those
    /// equal in all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub priority: Vec<WrittenKey>,
    /// Limits and reserves within each group.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotas: Vec<WrittenQuota>,
}

/// One key of a priority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Key")]
pub struct WrittenKey {
    /// The attribute that it looks at.
    pub by: Name,
    /// Which values come first.
    pub first: WrittenFirst,
}

/// Whom a quota covers, and what it gives or takes. It covers either `each` value of an attribute by
/// itself, or those `where` attributes have certain values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Quota")]
pub struct WrittenQuota {
    /// What it is called within its plan.
    pub name: Name,
    /// The quota that it lies within; it then counts by itself in each part of that quota and covers
    /// only whom that one covers. Left out, it lies within the group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Name>,
    /// The attribute whose every value has this quota by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub each: Option<Name>,
    /// Attributes and their values: who has one of the values in every attribute named is covered.
    #[serde(default, rename = "where", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("minProperties" = 1, "examples" = [serde_json::json!({ "size": ["small", "tiny"] })]))]
    pub having: Option<BTreeMap<Name, Vec<WrittenValue>>>,
    /// How many seats of a group they may hold together; the limit is hard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<NonZeroU32>,
    /// How many seats are kept for them, as long as there are enough of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reserve: Option<Reserve>,
}

/// Seats kept for those whom a quota covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reserve {
    /// How many. Those that nobody covered wants go to the others.
    pub seats: NonZeroU32,
    /// Which come first.
    pub kind: ReserveKind,
}

/// Whether seats that somebody covered would have got anyway count towards the reserve.
///
/// Exhaustive on purpose: these two are what a reserve can mean, and they are never given by an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReserveKind {
    /// They count: at least so many seats go to them, if they want them. Reserved seats are filled
    /// first.
    Floor,
    /// They do not count: so many seats go to them beside those that they get in open competition.
    /// Open seats are filled first.
    OnTop,
}

/// A cap over all groups together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Cap")]
pub struct WrittenCap {
    /// What it is called.
    pub name: Name,
    /// The attribute whose every value has this cap by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub each: Option<Name>,
    /// Attributes and their values: who has one of the values in every attribute named is covered.
    #[serde(default, rename = "where", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("minProperties" = 1, "examples" = [serde_json::json!({ "size": ["small", "tiny"] })]))]
    pub having: Option<BTreeMap<Name, Vec<WrittenValue>>>,
    /// How many seats they may hold together, over all groups.
    pub at_most: NonZeroU32,
}

/// A group that seats are given out in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Group")]
pub struct WrittenGroup {
    /// Its id.
    pub id: Name,
    /// The plan that it follows.
    pub plan: Name,
    /// How many seats it has.
    pub capacity: Capacity,
    /// With how many people it takes place at least; with fewer it is closed.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub minimum: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// How many seats a group has.
///
/// Exhaustive on purpose: a group has a limit or none, and no number stands for none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// As many as are wanted.
    Unlimited,
    /// So many.
    Seats(NonZeroU32),
}

impl Capacity {
    /// Whether so many fit.
    pub fn holds(self, people: u32) -> bool {
        match self {
            Self::Unlimited => true,
            Self::Seats(seats) => people <= seats.get(),
        }
    }

    /// The number of seats, where there is a limit.
    pub const fn seats(self) -> Option<u32> {
        match self {
            Self::Unlimited => None,
            Self::Seats(seats) => Some(seats.get()),
        }
    }
}

/// Somebody who applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Applicant")]
pub struct WrittenApplicant {
    /// An opaque id, which is published: never a name or a mail address.
    pub id: Name,
    /// The groups they would take a seat in, best first. Nothing is gained by leaving one out. Who has
    /// gone stays in the document with none, so that the draw of the others does not move.
    pub choices: Vec<Name>,
    /// What is known of them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub has: BTreeMap<Name, WrittenValue>,
    /// Which list they are on: 1, or a later one for those who came after the first was frozen. Later
    /// lists come after all of the earlier ones, whatever the priority.
    #[serde(default = "first_list", skip_serializing_if = "is_first_list")]
    pub list: NonZeroU8,
    /// When they gave up their seat or their wish for one; only under `rolling`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_at: Option<Time>,
}

const fn first_list() -> NonZeroU8 {
    NonZeroU8::MIN
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_first_list(list: &NonZeroU8) -> bool {
    list.get() == 1
}

/// What was frozen of one list of applicants, and drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "List")]
pub struct WrittenList {
    /// When it was frozen and its hash published.
    pub frozen_at: Time,
    /// The hash of its ids.
    pub hash: ListHash,
    /// The seed, once it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<Seed>,
    /// The seeds that replaced it, each with its public reason; the last one holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub redrawn: Vec<Redraw>,
}

/// A draw that replaced an earlier one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Redraw {
    /// The new seed.
    pub seed: Seed,
    /// Why the draw was repeated, for everybody to read.
    pub reason: Statement,
}
