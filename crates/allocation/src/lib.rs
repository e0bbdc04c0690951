//! Scarce places, given out provably fairly.
//!
//! More people want a seat than there are seats. Some groups are wanted more than others, an authority may
//! send so many and no more, some seats are kept for small municipalities, and whoever is left out asks why.
//! This crate takes what everybody wants and the rules that were published, and gives out the seats.
//!
//! # What you get
//!
//! - **Nobody is passed over.** If you would rather be in a group than where you are, everybody there comes
//!   before you, or sits on a seat that the rules keep for somebody else (*stable*).
//! - **The truth is the best list.** Nobody gets more by hiding what they want most: whoever asks for a group in
//!   vain loses nothing by having asked (*strategy-proof*). So let people rank every group.
//! - **Nobody could be better off** without passing somebody over (*optimal for applicants*).
//! - **Ties are broken by a lottery that anybody can redo**: the list is frozen and its hash published before
//!   the seed is known, which the types see to. Never by an id, a name, or the order of a file.
//! - **A "no" has a reason**, and a result can be held to its rules by people who do not trust who made it:
//!   [`audit`] shares no code with what gives out the seats.
//!
//! The first three hold for the mechanism `nested` (deferred acceptance, the one by which many cities assign
//! pupils to schools) without minimum sizes. [`Nested`], [`Serial`] and [`Rolling`] say what each promises.
//!
//! # Ten people, two courses
//!
//! Three seats each. One of those in `roads` is kept for small municipalities; in `housing` no region may have
//! more than two. Who has waited longer comes first, and else the lot decides.
//!
//! ```
//! use guildhall_allocation::{
//!     Problem, Reasons, Seed, SeedValue, Statement, Why, WrittenProblem, allocate, audit,
//! };
//!
//! let written: WrittenProblem = toml::from_str(r#"
//!     id = "courses-2027"
//!     mechanism = "nested"
//!     attributes = [{ name = "region", type = "text" }, { name = "size", type = "text" },
//!                   { name = "years", type = "integer" }]
//!     groups = [{ id = "housing", plan = "all", capacity = { seats = 3 } },
//!               { id = "roads", plan = "small", capacity = { seats = 3 } }]
//!     applicants = [
//!         { id = "a", choices = ["roads"],            has = { region = "north", size = "city",  years = 4 } },
//!         { id = "b", choices = ["roads", "housing"], has = { region = "north", size = "city",  years = 3 } },
//!         { id = "c", choices = ["roads", "housing"], has = { region = "north", size = "city",  years = 2 } },
//!         { id = "d", choices = ["roads", "housing"], has = { region = "south", size = "small", years = 0 } },
//!         { id = "e", choices = ["roads"],            has = { region = "south", size = "small", years = 0 } },
//!         { id = "f", choices = ["housing"],          has = { region = "south", size = "city",  years = 1 } },
//!         { id = "g", choices = ["housing"],          has = { region = "south", size = "city",  years = 1 } },
//!         { id = "h", choices = ["housing", "roads"], has = { region = "east",  size = "city",  years = 5 } },
//!         { id = "i", choices = ["housing"],          has = { region = "east",  size = "small", years = 0 } },
//!         { id = "j", choices = ["roads"],            has = { region = "east",  size = "city",  years = 1 } },
//!     ]
//!     [[plans]]
//!     name = "all"
//!     priority = [{ by = "years", first = "highest" }]
//!     quotas = [{ name = "region", each = "region", at_most = 2 }]
//!     [[plans]]
//!     name = "small"
//!     priority = [{ by = "years", first = "highest" }]
//!     quotas = [{ name = "small", where = { size = ["small"] }, reserve = { seats = 1, kind = "floor" } }]
//! "#)?;
//!
//! // First the list, then the seed: the other way round does not compile, and an older seed is refused.
//! let frozen = Problem::new(&written)?.freeze("2027-03-01T12:00:00Z".parse()?);
//! let drawn = frozen.draw(&Seed {
//!     value: SeedValue::new("07 11 19 23 38 45")?,
//!     source: Statement::new("the state lottery's draw of 6 March 2027")?,
//!     known_at: "2027-03-06T20:00:00Z".parse()?,
//! })?;
//! let outcome = allocate(&drawn)?;
//! let problem = drawn.problem();
//! let seat = |id| outcome.seat(problem.find_applicant(id)?).map(|group| problem.group_id(group));
//! assert_eq!([seat("a"), seat("b"), seat("h")], [Some("roads"), Some("roads"), Some("housing")]);
//! assert_eq!(seat("c"), Some("housing")); // two from cities fill what is not kept: the next choice
//! assert_eq!(seat("j"), None);
//!
//! // Why not j, who has waited longer than d and e? One seat is kept for small municipalities, and of the
//! // others in, all come before j; the last of them is b.
//! let published = outcome.publish(&drawn);
//! assert!(audit::audit(problem, &drawn.lists(), &published).violations().is_empty());
//! let (claim, _) = audit::Claim::read(&published, problem, &drawn.lists());
//! let why = Reasons::new(&drawn, &claim).explain(problem.find_applicant("j").ok_or("nobody")?);
//! assert!(matches!(&why.missed[0].why, Why::Full { cap: 3, held: 3, last, .. } if last.holder == "b"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The message of each reason stands ready in four languages ([`WORDS`]). When somebody gives up a seat,
//! [`rerun`] gives everything out again under the same lots, by which nobody who stays loses; [`chain`] is the
//! named alternative. `desk allocate`, `audit`, `why` and `draw` do all this with files.

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
