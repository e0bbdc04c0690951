//! The result as a document: what was decided and by what, for everybody to audit. Its bytes hang on the
//! problem and the draw alone (A10).

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::outcome::Closure;
use crate::plan::{Covers, Plan, Quota};
use crate::problem::{Applicant, Group, Problem, QuotaIndex};
use crate::rank::{NoOrder, Priority, Ranks};
use crate::rolling::arrivals;
use crate::table::Table;
use crate::{
    Capacity, Drawn, LotteryKey, MechanismName, Name, Outcome, ProblemHash, Value, WrittenList, WrittenValue,
};

/// A result, complete: with the problem's document it can be audited by anybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Result")]
pub struct Published {
    /// What the problem is called.
    pub problem: Name,
    /// Pins the content of the problem.
    pub hash: ProblemHash,
    /// How the seats were given out.
    pub mechanism: MechanismName,
    /// What was frozen and drawn, one entry a list.
    pub lists: Vec<WrittenList>,
    /// The groups that were closed for want of people, in the order in which that was done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closures: Vec<PublishedClosure>,
    /// All groups, by id.
    pub groups: Vec<PublishedGroup>,
    /// Everybody, by id.
    pub assignments: Vec<Assignment>,
}

/// A group that was closed for want of people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Closure")]
pub struct PublishedClosure {
    /// The group.
    pub group: Name,
    /// How many it held when it was closed.
    pub held: u32,
}

/// What a group holds in the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "GroupResult")]
pub struct PublishedGroup {
    /// The group.
    pub group: Name,
    /// How many seats it has.
    pub capacity: Capacity,
    /// How many of them are held.
    pub held: u32,
    /// Who got in last among those whom the same quotas cover: one entry for each set of quotas that
    /// covers a holder.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cutoffs: Vec<Cutoff>,
    /// Where nobody more fits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tight: Vec<Tight>,
}

/// Who got in last among equals before the quotas.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cutoff {
    /// All quotas that cover them, each after the one it lies within; none where the group itself is all
    /// that limits them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub within: Vec<Part>,
    /// How many of them hold a seat.
    pub held: u32,
    /// Who of them comes last.
    pub last: Name,
}

/// A limit that is reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tight {
    /// The quota, after those it lies within; none for the capacity of the group.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub within: Vec<Part>,
    /// How many seats are held in it, which is as many as may be.
    pub held: u32,
}

/// One part that a quota makes of a group.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The quota.
    pub quota: Name,
    /// The value that it counts by itself, where it does so for each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<WrittenValue>,
}

/// What somebody got.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// Who.
    pub applicant: Name,
    /// The group in which they have a seat; none without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Name>,
    /// Which of their choices that is, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<NonZeroU32>,
    /// Their lot.
    pub key: LotteryKey,
}

impl Published {
    pub(crate) fn new(drawn: &Drawn, outcome: &Outcome, priority: &dyn Priority) -> Result<Self, NoOrder> {
        let problem = drawn.problem();
        let order = Lateness::of(drawn, priority)?;
        let mut holders: Table<Group, Vec<Applicant>> = Table::of(problem.groups().len(), Vec::new());
        for applicant in problem.applicants() {
            if let Some(group) = outcome.seat(applicant) {
                holders[group].push(applicant);
            }
        }
        let closure = |closure: &Closure| PublishedClosure {
            group: name(problem.group_id(closure.group)),
            held: closure.held,
        };
        let assignment = |(applicant, key): (Applicant, LotteryKey)| {
            let group = outcome.seat(applicant);
            let choice = problem.choices(applicant).iter().position(|choice| Some(*choice) == group);
            let choice = choice.and_then(|place| u32::try_from(place.saturating_add(1)).ok());
            Assignment {
                applicant: name(problem.applicant_id(applicant)),
                group: group.map(|group| name(problem.group_id(group))),
                choice: choice.and_then(NonZeroU32::new),
                key,
            }
        };
        Ok(Self {
            problem: problem.id().clone(),
            hash: problem.hash(),
            mechanism: problem.mechanism().clone(),
            lists: drawn.lists(),
            closures: outcome.closures().iter().map(closure).collect(),
            groups: holders
                .iter()
                .map(|(group, held)| PublishedGroup::new(problem, group, held, &order))
                .collect(),
            assignments: drawn.keys().map(assignment).collect(),
        })
    }
}

/// Who comes how late in the order that a group goes by.
enum Lateness {
    Ranks(Ranks),
    Arrivals(Table<Applicant, u32>),
}

impl Lateness {
    fn of(drawn: &Drawn, priority: &dyn Priority) -> Result<Self, NoOrder> {
        if drawn.problem().arrival().is_none() {
            return Ranks::new(drawn, priority).map(Self::Ranks);
        }
        let mut places = Table::of(drawn.problem().applicants().len(), 0);
        for (place, (_, applicant)) in (0..).zip(arrivals(drawn)) {
            places[applicant] = place;
        }
        Ok(Self::Arrivals(places))
    }

    fn of_one(&self, problem: &Problem, group: Group, applicant: Applicant) -> u32 {
        match self {
            Self::Ranks(ranks) => ranks.rank(problem.plan_of(group), applicant).before(),
            Self::Arrivals(places) => places[applicant],
        }
    }
}

impl PublishedGroup {
    fn new(problem: &Problem, group: Group, holders: &[Applicant], order: &Lateness) -> Self {
        let plan = problem.plan(group);
        let capacity = problem.capacity(group);
        let held = count(holders.len());
        let mut cutoffs: BTreeMap<Vec<(QuotaIndex, u32)>, (u32, u32, Applicant)> = BTreeMap::new();
        let mut counts: BTreeMap<Vec<(QuotaIndex, u32)>, u32> = BTreeMap::new();
        let mut covering = Vec::new();
        for applicant in holders {
            covering.clear();
            covering.extend(problem.covering(*applicant, plan));
            let last = (order.of_one(problem, group, *applicant), *applicant);
            if let Some((held, late, who)) = cutoffs.get_mut(&covering) {
                *held = held.saturating_add(1);
                (*late, *who) = (*late, *who).max(last);
            } else {
                cutoffs.insert(covering.clone(), (1, last.0, last.1));
            }
            for (nth, _) in covering.iter().filter(|(nth, _)| plan.quota(*nth).and_then(Quota::cap).is_some())
            {
                let way = way_to(plan, *nth, &covering);
                let count = counts.entry(way).or_default();
                *count = count.saturating_add(1);
            }
        }
        let whole = (capacity.seats() == Some(held)).then(|| Tight { within: Vec::new(), held });
        let limits = counts.into_iter().filter(|(way, held)| {
            way.last().and_then(|(nth, _)| plan.quota(*nth)?.cap()).is_some_and(|cap| *held >= cap)
        });
        let limits = limits.map(|(way, held)| Tight { within: parts(problem, plan, &way), held });
        let cutoff = |(covering, (held, _, last)): (Vec<_>, (u32, u32, Applicant))| Cutoff {
            within: parts(problem, plan, &covering),
            held,
            last: name(problem.applicant_id(last)),
        };
        Self {
            group: name(problem.group_id(group)),
            capacity,
            held,
            cutoffs: cutoffs.into_iter().map(cutoff).collect(),
            tight: whole.into_iter().chain(limits).collect(),
        }
    }
}

/// A quota after those it lies within, of those that cover somebody.
fn way_to(plan: &Plan, quota: QuotaIndex, covering: &[(QuotaIndex, u32)]) -> Vec<(QuotaIndex, u32)> {
    let mut way = Vec::new();
    let mut next = Some(quota);
    while let Some(nth) = next {
        way.extend(covering.iter().copied().find(|(covers, _)| *covers == nth));
        next = plan.quota(nth).and_then(Quota::parent);
    }
    way.reverse();
    way
}

fn parts(problem: &Problem, plan: &Plan, way: &[(QuotaIndex, u32)]) -> Vec<Part> {
    let part = |(nth, code): &(QuotaIndex, u32)| {
        let quota = plan.quota(*nth)?;
        let value = match quota.covers() {
            Covers::Each(attribute) => match problem.value_of(*attribute, *code) {
                Value::Text(text) => Some(WrittenValue::Text(name(text))),
                Value::Integer(number) => Some(WrittenValue::Integer(number)),
                Value::Instant(_) | Value::Missing => None,
            },
            Covers::Where(_) => None,
        };
        Some(Part { quota: quota.name().clone(), value })
    };
    way.iter().filter_map(part).collect()
}

fn count(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

#[expect(clippy::expect_used, reason = "what a sound problem holds was checked when it was read")]
fn name(text: &str) -> Name {
    Name::new(text).expect("an id or a value of a sound problem")
}
