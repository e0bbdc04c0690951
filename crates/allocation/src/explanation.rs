//! Why somebody did not get what they would rather have: for each such group the limit that is in the way,
//! how many it holds, who came last there and with what, and whether coming before them would have helped
//! (A19). It is data; the words for it are in the crate's catalogue.

use std::collections::HashMap;

use guildhall_words::Say;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::audit::{
    Census, Claim, Limit, OnTop, Order, Standing, Ties, Tree, is_on_top, limit, overall_limit, written,
};
use crate::{
    Applicant, AttributeIndex, Drawn, Group, LotteryKey, MISSING, MechanismName, Name, Plan, Problem,
    WrittenValue, words,
};

/// What somebody got, and why nothing that they would rather have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Say)]
#[serde(deny_unknown_fields)]
#[say(tell(best: bool = missed.is_empty()))]
pub struct Explanation {
    /// Who.
    pub applicant: String,
    /// The group in which they have a seat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seat: Option<String>,
    /// What they are ranked by, for each of the groups below.
    #[say(skip)]
    pub missed: Vec<Missed>,
}

/// A group that somebody would rather have been in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Say)]
#[serde(deny_unknown_fields)]
pub struct Missed {
    /// The group.
    pub group: String,
    /// Which of their choices it is, from 1.
    pub choice: usize,
    /// Why they are not in.
    pub why: Why,
}

/// Why somebody is not in a group.
///
/// Not exhaustive: other mechanisms have other reasons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Why {
    /// It was closed for want of people.
    Closed,
    /// It is full, and they come after all whose place they could take. With a better priority they would
    /// have been in: just before the last of these suffices, as long as all others ask for what they ask
    /// for now.
    #[say(tell(holder: String = last.holder.clone()))]
    Full {
        /// The limit that is in the way: of those that cover them and are reached, the innermost.
        limit: Limit,
        /// How many it allows.
        cap: u32,
        /// How many are in under it.
        held: u32,
        /// The last of those whose place they could take.
        #[say(skip)]
        last: Box<Cut>,
        /// By what that one comes before them.
        decided: Box<Decided>,
    },
    /// It is full, and each seat that they could take is kept for somebody else: with no priority would
    /// they have been in.
    Kept {
        /// The limit that is in the way: of those that cover them and are reached, the innermost.
        limit: Limit,
        /// How many it allows.
        cap: u32,
        /// How many are in under it.
        held: u32,
        /// The quotas whose reserves the seats are kept for.
        reserved: Vec<Name>,
    },
    /// Under `rolling`: it was full when they were answered, and has had a seat for them since. Their
    /// answer was for good.
    FreedSince,
    /// Under `rolling`: they gave up their seat or their wish for one.
    Withdrawn,
    /// Nothing: they should be in, and an audit says so too.
    Wrong,
}

/// Who came last, and with what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cut {
    /// Their id.
    pub holder: String,
    /// The list they are on.
    pub list: u8,
    /// What they are ranked by, first things first.
    pub keys: Vec<Ranked>,
    /// Their lot.
    pub lot: LotteryKey,
}

/// One thing that somebody is ranked by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ranked {
    /// The attribute.
    pub by: Name,
    /// Their value; none where they are without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<WrittenValue>,
}

/// By what one person comes before another: the first thing in which they differ.
///
/// Exhaustive on purpose: nothing else decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Say)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Decided {
    /// By an earlier list.
    List {
        /// The list that one had to be on.
        needed: u8,
        /// The list that they are on.
        own: u8,
    },
    /// By a key of the priority.
    Key {
        /// The attribute.
        by: Name,
        /// The value that one had to have, or a better one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        needed: Option<WrittenValue>,
        /// The value that they have.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        own: Option<WrittenValue>,
    },
    /// By the draw alone.
    #[say(tell(first: String = words::head(needed), second: String = words::head(own)))]
    Lot {
        /// The lot that one had to come before.
        #[say(skip)]
        needed: LotteryKey,
        /// Their lot.
        #[say(skip)]
        own: LotteryKey,
    },
}

/// The reasons of one result: they are looked up group by group when they are first asked for, so that all
/// of them together take one pass.
pub struct Reasons<'a> {
    drawn: &'a Drawn,
    claim: &'a Claim,
    holders: HashMap<Group, Vec<Applicant>>,
    closed: Vec<Group>,
    rooms: HashMap<Group, Room<'a>>,
    overall: Option<Census<'a>>,
}

struct Room<'a> {
    census: Census<'a>,
    on_top: Option<OnTop<'a>>,
}

impl<'a> Reasons<'a> {
    /// Of a result that was claimed for this draw.
    pub fn new(drawn: &'a Drawn, claim: &'a Claim) -> Self {
        let problem = drawn.problem();
        let mut holders: HashMap<Group, Vec<Applicant>> = HashMap::new();
        let mut all = Vec::new();
        for applicant in problem.applicants() {
            if let Some(seat) = claim.seat(applicant) {
                holders.entry(seat).or_default().push(applicant);
                all.push(applicant);
            }
        }
        let overall = problem.plans().first().filter(|_| !problem.caps().is_empty()).map(|plan| {
            let mut census = Census::new(Tree::new(problem, problem.caps()), order(drawn, plan));
            census.count(order(drawn, plan), None, &all);
            census
        });
        let closed = claim.closed().map(|(group, _)| group).collect();
        Self { drawn, claim, holders, closed, rooms: HashMap::new(), overall }
    }

    /// What somebody got, and why not what they would rather have.
    pub fn explain(&mut self, applicant: Applicant) -> Explanation {
        let problem = self.drawn.problem();
        let seat = self.claim.seat(applicant);
        let choices = (1..).zip(problem.choices(applicant)).take_while(|(_, choice)| Some(**choice) != seat);
        let missed = choices.map(|(choice, group)| Missed {
            group: problem.group_id(*group).to_owned(),
            choice,
            why: self.why(applicant, *group),
        });
        Explanation {
            missed: missed.collect(),
            applicant: problem.applicant_id(applicant).to_owned(),
            seat: seat.map(|seat| problem.group_id(seat).to_owned()),
        }
    }

    fn why(&mut self, applicant: Applicant, group: Group) -> Why {
        let (drawn, problem) = (self.drawn, self.drawn.problem());
        if self.closed.contains(&group) {
            return Why::Closed;
        }
        if problem.withdrawn_at(applicant).is_some() {
            return Why::Withdrawn;
        }
        let plan = problem.plan(group);
        let holders = self.holders.get(&group).map(Vec::as_slice).unwrap_or_default();
        let room = self.rooms.entry(group).or_insert_with(|| {
            let mut census = Census::new(Tree::new(problem, plan.quotas()), order(drawn, plan));
            census.count(order(drawn, plan), problem.capacity(group).seats(), holders);
            let on_top = plan.quotas().iter().any(is_on_top);
            let on_top = on_top.then(|| OnTop::new(problem, group, order(drawn, plan), holders));
            Room { census, on_top }
        });
        let census = &mut room.census;
        let standing = match (&mut room.on_top, problem.mechanism()) {
            (Some(on_top), _) => on_top.standing(applicant),
            (None, MechanismName::Nested) => census.standing(applicant),
            (None, _) => census.turn(applicant),
        };
        let overall = self.overall.as_mut().map(|overall| (overall.turn(applicant), overall));
        match (standing, overall) {
            (Standing::After { spot, holder }, overall) => {
                // Where something is full over all groups as well, they would have had to come before both.
                if let Some((Standing::After { spot, holder: earlier }, overall)) = overall
                    && overall.order().before(earlier, holder)
                {
                    return full_overall(drawn, plan, overall, spot, applicant, earlier);
                }
                let limit = limit(problem, plan.quotas(), census.tree(), spot);
                full(drawn, plan, census, (spot, limit), applicant, holder)
            }
            (_, Some((Standing::After { spot, holder }, overall))) => {
                full_overall(drawn, plan, overall, spot, applicant, holder)
            }
            (Standing::Kept { spot }, _) => {
                let reserved = if room.on_top.is_some() {
                    (0..plan.quotas().len()).collect()
                } else {
                    census.keeping(spot, applicant)
                };
                let name = |quota: usize| Some(plan.quotas().get(quota)?.name().clone());
                Why::Kept {
                    limit: limit(problem, plan.quotas(), census.tree(), spot),
                    cap: census.most(spot),
                    held: census.held(spot),
                    reserved: reserved.into_iter().filter_map(name).collect(),
                }
            }
            _ if problem.arrival().is_some() => Why::FreedSince,
            _ => Why::Wrong,
        }
    }
}

fn order<'a>(drawn: &'a Drawn, plan: &Plan) -> Order<'a> {
    Order::new(drawn.problem(), plan, Ties::Places(drawn.positions()))
}

fn full_overall(
    drawn: &Drawn,
    plan: &Plan,
    overall: &Census<'_>,
    spot: u32,
    applicant: Applicant,
    holder: Applicant,
) -> Why {
    let problem = drawn.problem();
    let limit = overall_limit(problem, problem.caps(), overall.tree(), spot);
    full(drawn, plan, overall, (spot, limit), applicant, holder)
}

fn full(
    drawn: &Drawn,
    plan: &Plan,
    census: &Census<'_>,
    (spot, limit): (u32, Limit),
    applicant: Applicant,
    holder: Applicant,
) -> Why {
    Why::Full {
        limit,
        cap: census.most(spot),
        held: census.held(spot),
        last: Box::new(cut(drawn, plan, holder)),
        decided: Box::new(decided(drawn, plan, applicant, holder)),
    }
}

/// What people are ranked by in a plan, between the lists and the lots.
fn keys<'a>(problem: &'a Problem, plan: &'a Plan) -> impl Iterator<Item = AttributeIndex> + 'a {
    problem.arrival().into_iter().chain(plan.priority().iter().map(crate::Key::by))
}

fn cut(drawn: &Drawn, plan: &Plan, holder: Applicant) -> Cut {
    let problem = drawn.problem();
    let ranked = |by: AttributeIndex| {
        let value = written(problem.value(holder, by));
        problem.attribute(by).map(|attribute| Ranked { by: attribute.name().clone(), value })
    };
    Cut {
        holder: problem.applicant_id(holder).to_owned(),
        list: problem.list(holder),
        keys: keys(problem, plan).filter_map(ranked).collect(),
        lot: drawn.key(holder),
    }
}

/// By what the holder comes before the other one.
fn decided(drawn: &Drawn, plan: &Plan, other: Applicant, holder: Applicant) -> Decided {
    let problem = drawn.problem();
    let (needed, own) = (problem.list(holder), problem.list(other));
    if needed != own {
        return Decided::List { needed, own };
    }
    let arrival = problem.arrival().into_iter().map(|by| (by, None));
    let ranked = arrival.chain(plan.priority().iter().map(|key| (key.by(), Some(key))));
    for (by, key) in ranked {
        let place = |one: Applicant| {
            let code = problem.code(one, by);
            match key.map(crate::Key::first) {
                // Values that are not named are equal to each other.
                Some(crate::First::Listed(codes)) if code != MISSING => {
                    codes.iter().position(|listed| *listed == code).unwrap_or(codes.len())
                }
                _ => usize::try_from(code).unwrap_or(usize::MAX),
            }
        };
        if place(holder) != place(other)
            && let Some(attribute) = problem.attribute(by)
        {
            let value = |one| written(problem.value(one, by));
            return Decided::Key { by: attribute.name().clone(), needed: value(holder), own: value(other) };
        }
    }
    Decided::Lot { needed: drawn.key(holder), own: drawn.key(other) }
}
