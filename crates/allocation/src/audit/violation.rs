//! What an auditor can find wrong with a result: the people and the rule concerned, in data that reads as
//! a sentence.

use std::fmt;
use std::slice;

use guildhall_kernel::Time;
use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ListHash, LotteryKey, Name, Part, ProblemHash, words};

/// Which limit or reserve something is about.
///
/// Exhaustive on purpose: these are all the limits a problem can have.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Limit {
    /// The seats of the group.
    Capacity,
    /// A quota of the group's plan.
    #[say(tell(quota: String = words::last(within), values: Vec<String> = words::values(within), plain: bool = words::values(within).is_empty()))]
    Quota {
        /// The quota, after those it lies within.
        #[say(skip)]
        within: Vec<Part>,
    },
    /// A cap over all groups together.
    #[say(tell(name: String = cap.quota.to_string(), values: Vec<String> = words::values(slice::from_ref(cap)), plain: bool = cap.value.is_none()))]
    Overall {
        /// The cap.
        #[say(skip)]
        cap: Part,
    },
}

impl Limit {
    /// What the quota or the cap is called; nothing for the seats of a group.
    pub fn name(&self) -> Option<&Name> {
        match self {
            Self::Capacity => None,
            Self::Quota { within } => within.last().map(|part| &part.quota),
            Self::Overall { cap } => Some(&cap.quota),
        }
    }

    /// The values that are counted by themselves, from the outermost quota inwards.
    pub fn values(&self) -> Vec<String> {
        let parts = match self {
            Self::Capacity => &[],
            Self::Quota { within } => within.as_slice(),
            Self::Overall { cap } => slice::from_ref(cap),
        };
        words::values(parts)
    }
}
impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(name) = self.name() else { return f.write_str("the seats of the group") };
        let what = if matches!(self, Self::Overall { .. }) { "the overall cap" } else { "the quota" };
        write!(f, "{what} `{name}`")?;
        let values = self.values();
        if values.is_empty() { Ok(()) } else { write!(f, " of `{}`", values.join(", ")) }
    }
}

/// One thing that is wrong with a result. Ids are those that were published.
///
/// Not exhaustive: other mechanisms bring rules of their own.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, Say, thiserror::Error,
)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Violation {
    /// The result is of another problem.
    #[error("the result is of another problem: its hash is {claimed}, this one's is {computed}")]
    OtherProblem {
        /// The hash in the result.
        claimed: ProblemHash,
        /// The hash of the problem at hand.
        computed: ProblemHash,
    },
    /// The result says that seats were given out in another way.
    #[error("the result was not made by the mechanism of the problem")]
    OtherMechanism,
    /// Somebody applied and the result does not have them.
    #[error("`{applicant}` is missing from the result")]
    Missing {
        /// Who.
        applicant: String,
    },
    /// Somebody stands in the result again.
    #[error("`{applicant}` stands in the result twice")]
    Twice {
        /// Who.
        applicant: String,
    },
    /// Nobody of this id applied.
    #[error("`{applicant}` did not apply")]
    UnknownApplicant {
        /// The id.
        applicant: String,
    },
    /// There is no such group.
    #[error("there is no group `{group}`")]
    UnknownGroup {
        /// The id.
        group: String,
    },
    /// Somebody got a seat they had not asked for.
    #[error("`{applicant}` got a seat in `{group}` and had not asked for it")]
    NotAsked {
        /// Who.
        applicant: String,
        /// Where.
        group: String,
    },
    /// The result counts somebody's choices otherwise than they were made.
    #[error("the seat of `{applicant}` is not choice {claimed}")]
    #[say(tell(untold: bool = *claimed == 0))]
    WrongChoice {
        /// Who.
        applicant: String,
        /// What the result says, from 1; 0 where it says nothing.
        claimed: usize,
    },
    /// More people are in than may be.
    #[error("`{group}`: {held} are in under {limit}, which allows {cap}")]
    Overfull {
        /// Where.
        group: String,
        /// Which limit.
        limit: Limit,
        /// How many may be in.
        cap: u32,
        /// How many are.
        held: u32,
        /// Who would have to go, by priority.
        beyond: Vec<String>,
    },
    /// More people are in, over all groups together, than may be.
    #[error("{held} are in under {limit}, which allows {cap}")]
    OverfullOverall {
        /// Which cap.
        limit: Limit,
        /// How many may be in.
        cap: u32,
        /// How many are.
        held: u32,
        /// Who would have to go, by priority.
        beyond: Vec<String>,
    },
    /// There was a seat for somebody, and they did not get it.
    #[error("`{group}` has a seat for `{applicant}`, who wants it and was left out")]
    Wasted {
        /// Who.
        applicant: String,
        /// Where.
        group: String,
    },
    /// Somebody was passed over for somebody who comes after them.
    #[error("`{applicant}` wants `{group}` and comes before `{holder}`, who got in under {limit}")]
    PassedOver {
        /// Who.
        applicant: String,
        /// Where.
        group: String,
        /// Who got in.
        holder: String,
        /// The full limit that both fall under.
        limit: Limit,
    },
    /// A reserve is emptier than it would be with somebody who wants in.
    #[error(
        "`{applicant}` wants `{group}` and fills a reserve that `{holder}`, who got in under {limit}, does not"
    )]
    ReserveUnfilled {
        /// Who.
        applicant: String,
        /// Where.
        group: String,
        /// Who got in.
        holder: String,
        /// The full limit that both fall under.
        limit: Limit,
    },
    /// Somebody was answered otherwise than they had to be when their turn came.
    #[error("`{applicant}` was due {}, not {}", seat(.due.as_deref()), seat(.given.as_deref()))]
    WrongTurn {
        /// Who.
        applicant: String,
        /// The group that they got, if any.
        given: Option<String>,
        /// The group that they had to get, if any.
        due: Option<String>,
    },
    /// A lot is not the one that follows from list, seed and id.
    #[error("the key of `{applicant}` is {computed}, not {claimed}")]
    WrongKey {
        /// Whose.
        applicant: String,
        /// The key in the result.
        claimed: LotteryKey,
        /// The key that follows.
        computed: LotteryKey,
    },
    /// There are other lists than were drawn.
    #[error("there are {lists} lists, and {drawn} were drawn")]
    OtherLists {
        /// How many lists the applicants are on.
        lists: u8,
        /// How many were drawn.
        drawn: usize,
    },
    /// A list has other people than were frozen.
    #[error("the hash of list {list} is {computed}, not {claimed}: other people are on it")]
    WrongListHash {
        /// The list, from 1.
        list: u8,
        /// The hash that was published.
        claimed: ListHash,
        /// The hash of who is on it.
        computed: ListHash,
    },
    /// A list has no seed.
    #[error("list {list} was never drawn")]
    NotDrawn {
        /// The list, from 1.
        list: u8,
    },
    /// A seed was known before the list was frozen.
    #[error("the seed of list {list} was known at {known_at}, and the list was frozen at {frozen_at} only")]
    SeedOlderThanFreeze {
        /// The list, from 1.
        list: u8,
        /// When the seed became known.
        known_at: Time,
        /// When the list was frozen.
        frozen_at: Time,
    },
    /// A seed was known before the one that it replaces.
    #[error("the new seed of list {list} was known at {known_at}, the one it replaces at {replaced} already")]
    SeedOlderThanReplaced {
        /// The list, from 1.
        list: u8,
        /// When the new seed became known.
        known_at: Time,
        /// When the other one became known.
        replaced: Time,
    },
    /// The result gives another draw than the one that was published.
    #[error("the result has another draw than the one published for list {list}")]
    OtherDraw {
        /// The list, from 1.
        list: u8,
    },
    /// What the result says of a group is not what follows from who got in.
    #[error("what the result says of `{group}` does not follow from who got in")]
    WrongGroup {
        /// Which.
        group: String,
    },
    /// A cutoff is not the one that follows from who got in.
    #[error("the cutoff of `{group}` under {limit} is not the one that follows from who got in")]
    WrongCutoff {
        /// Where.
        group: String,
        /// Under which limit.
        limit: Limit,
    },
    /// The result has nothing on a group, or has it twice.
    #[error("`{group}` stands in the result {times} times")]
    #[say(tell(untold: bool = *times == 0))]
    GroupTimes {
        /// Which.
        group: String,
        /// How often.
        times: usize,
    },
    /// A group was closed, and somebody is in.
    #[error("`{group}` was closed and has {held} people")]
    ClosedAndHeld {
        /// Which.
        group: String,
        /// How many are in.
        held: u32,
    },
    /// A group that takes place has fewer people than it needs.
    #[error("`{group}` needs {minimum} people and has {held}")]
    TooSmall {
        /// Which.
        group: String,
        /// How many it needs.
        minimum: u32,
        /// How many are in.
        held: u32,
    },
    /// A group was closed that the rules would not have closed then.
    #[error("`{group}` was closed in step {step}, and nothing in the rules closes it then")]
    WrongClosure {
        /// Which.
        group: String,
        /// The step, from 1.
        step: usize,
    },
    /// Everybody could have been served as well, and this person better.
    #[error("`{applicant}` has {}, and {} was possible without harm to anybody's rights", seat(.given.as_deref()), seat(Some(.possible)))]
    NotOptimal {
        /// Who.
        applicant: String,
        /// The group that they got, if any.
        given: Option<String>,
        /// The group that was possible.
        possible: String,
    },
}

fn seat(group: Option<&str>) -> String {
    group.map_or_else(|| "no seat".to_owned(), |group| format!("a seat in `{group}`"))
}
