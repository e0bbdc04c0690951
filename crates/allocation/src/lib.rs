//! Scarce places, given out provably fairly.

pub mod audit;
mod builder;
mod chain;
mod closing;
mod column;
mod coverage;
mod crossing;
mod definition;
mod explanation;
mod fault;
mod filling;
mod hash;
mod holdings;
mod ids;
mod limits;
mod literal;
mod lottery;
mod mechanism;
mod name;
mod nested;
mod node;
mod outcome;
mod plan;
mod pool;
mod problem;
mod protection;
mod published;
mod quotas;
mod rank;
mod reserved;
mod rolling;
mod rules;
mod serial;
mod shape;
mod stage;
#[cfg(feature = "proptest")]
pub mod strategies;
mod table;
mod waiting;
mod words;

pub use builder::Builder;
pub use chain::{Chain, chain};
pub use crossing::Crossing;
pub use definition::{
    AttributeType, Capacity, MechanismName, Redraw, Reserve, ReserveKind, WrittenApplicant, WrittenAttribute,
    WrittenCap, WrittenGroup, WrittenKey, WrittenList, WrittenPlan, WrittenProblem, WrittenQuota,
    WrittenRules,
};
pub use explanation::{Cut, Decided, Explanation, Missed, Ranked, Reasons, Why};
pub use fault::{Fault, Faults, Mistake};
pub use filling::Step;
pub use hash::{HashError, ListHash, LotteryKey, ProblemHash};
pub use holdings::{Answer, Holdings};
pub use limits::{
    MAX_APPLICANTS, MAX_ATTRIBUTES, MAX_CHOICES_TOTAL, MAX_DEPTH, MAX_DRAWS, MAX_FAULTS, MAX_GROUPS,
    MAX_KEYS, MAX_LISTED, MAX_PLANS, MAX_QUOTAS,
};
pub use literal::{WrittenFirst, WrittenValue};
pub use lottery::{Drawn, Seed, SeedRefused};
pub use mechanism::{AllocateError, Mechanism, Seating, Unfit, allocate, allocate_by};
pub use name::{Name, NameError, SeedValue, Statement};
pub use nested::Nested;
pub use outcome::{Closure, Outcome, Work};
pub use plan::{Attribute, Covers, First, Key, Plan, Quota};
pub use problem::{Applicant, AttributeIndex, Group, MISSING, PlanIndex, Problem, QuotaIndex, Value};
pub use protection::{ChangeError, Harm, Hurt, Protected, change, protect};
pub use published::{Assignment, Cutoff, Part, Published, PublishedClosure, PublishedGroup, Tight};
pub use rank::{Declared, NoOrder, Priority, Rank, Ranks};
pub use rolling::Rolling;
pub use serial::Serial;
pub use stage::{CarryError, FreezeError, Frozen, Late, Stage};
pub use waiting::{
    Move, Rerun, RerunError, Standing, StandingProblem, Standings, WrittenStanding, WrittenStandings, rerun,
    take_up,
};
pub use words::WORDS;
