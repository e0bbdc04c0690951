//! Scarce places, given out provably fairly.

mod builder;
mod column;
mod crossing;
mod definition;
mod fault;
mod hash;
mod limits;
mod lottery;
mod name;
mod plan;
mod problem;
mod reserved;
mod rules;

pub use builder::Builder;
pub use crossing::Crossing;
pub use definition::{
    AttributeType, Capacity, MechanismName, Redraw, Reserve, ReserveKind, WrittenApplicant, WrittenAttribute,
    WrittenCap, WrittenFirst, WrittenGroup, WrittenKey, WrittenList, WrittenPlan, WrittenProblem,
    WrittenQuota, WrittenRules, WrittenValue,
};
pub use fault::{Fault, Faults, Mistake};
pub use hash::{HashError, ListHash, LotteryKey, ProblemHash};
pub use limits::{
    MAX_APPLICANTS, MAX_ATTRIBUTES, MAX_CHOICES_TOTAL, MAX_DEPTH, MAX_DRAWS, MAX_FAULTS, MAX_GROUPS,
    MAX_KEYS, MAX_LISTED, MAX_PLANS, MAX_QUOTAS,
};
pub use lottery::{CarryError, Drawn, FreezeError, Frozen, Late, Seed, SeedRefused, Stage};
pub use name::{Name, NameError, SeedValue, Statement};
pub use plan::{Attribute, Covers, First, Key, Plan, Quota};
pub use problem::{Applicant, AttributeIndex, Group, MISSING, PlanIndex, Problem, QuotaIndex, Value};
