//! Whether the seats are the right ones: nobody too many (A1), nobody where they did not ask to be (A2),
//! nobody passed over, no seat wasted, no reserve left unfilled (A3 to A6); under `serial`, everybody
//! answered as they had to be when their turn came.
//!
//! One pass over all choices sorts people by the groups that they hold or want; each group is then judged
//! by itself, in one pass over these.

use super::census::{Census, Standing};
use super::on_top::OnTop;
use super::parts::{limit, overall_limit};
use super::tree::{Tree, place};
use super::{Claim, Lots, Order, Ties, Violation};
use crate::{Applicant, Group, MechanismName, Problem, Quota, ReserveKind};

/// Judges who got in where, with everybody's lots known. Under `rolling` the order of events counts, which
/// [`audit`](super::audit()) follows by itself.
pub fn seats(problem: &Problem, claim: &Claim, lots: &Lots<'_>) -> Vec<Violation> {
    let mut judge = Judge { problem, claim, lots, found: Vec::new() };
    let (holding, wanting) = judge.by_group();
    // Where there are caps over all groups, all plans have the same order.
    let mut overall = problem.plans().first().and_then(|plan| {
        everywhere(problem, claim, || Order::new(problem, plan, Ties::Lots(lots)), &mut judge.found)
    });
    // Groups with the same quotas follow each other, so that one tree at a time is in memory.
    let mut left: Vec<Group> = problem.groups().collect();
    while let Some(first) = left.first().copied() {
        let quotas = problem.plan(first).quotas();
        let (same, others) = left.into_iter().partition(|group| problem.plan(*group).quotas() == quotas);
        left = others;
        let tree = Tree::new(problem, quotas).remembering(problem);
        let mut census = Census::new(tree, Order::new(problem, problem.plan(first), Ties::Lots(lots)));
        let same: Vec<Group> = same;
        for group in same {
            judge.group(group, &mut census, holding.of(group), wanting.of(group), overall.as_mut());
        }
    }
    judge.found
}

/// People by group.
struct ByGroup {
    begins: Vec<u32>,
    people: Vec<Applicant>,
}

impl ByGroup {
    /// Room for so many people of each group.
    fn with(sizes: &[u32]) -> Self {
        let mut end: u32 = 0;
        let mut begins = vec![0];
        begins.extend(sizes.iter().map(|size| {
            end = end.saturating_add(*size);
            end
        }));
        Self { begins, people: vec![Applicant(u32::MAX); place(end)] }
    }

    fn of(&self, group: Group) -> &[Applicant] {
        let begin = self.begins.get(group.index());
        let end = self.begins.get(group.index().saturating_add(1));
        let span = begin.zip(end).and_then(|(begin, end)| self.people.get(place(*begin)..place(*end)));
        span.unwrap_or_default()
    }
}

struct Judge<'a> {
    problem: &'a Problem,
    claim: &'a Claim,
    lots: &'a Lots<'a>,
    found: Vec<Violation>,
}

impl<'a> Judge<'a> {
    /// Who holds each group, and who would rather have it than what they got. A closed group is on
    /// nobody's list.
    fn by_group(&mut self) -> (ByGroup, ByGroup) {
        let groups = self.problem.groups().len();
        let mut closed = vec![false; groups];
        for (group, _) in self.claim.closed() {
            if let Some(closed) = closed.get_mut(group.index()) {
                *closed = true;
            }
        }
        let is_closed = |group: Group| closed.get(group.index()).copied().unwrap_or(true);
        let (mut holding, mut wanting) = (vec![0_u32; groups], vec![0_u32; groups]);
        let add = |sizes: &mut Vec<u32>, group: Group| {
            if let Some(size) = sizes.get_mut(group.index()) {
                *size = size.saturating_add(1);
            }
        };
        for applicant in self.problem.applicants() {
            let seat = self.claim.seat(applicant);
            let mut asked = seat.is_none();
            for choice in self.problem.choices(applicant) {
                if Some(*choice) == seat {
                    asked = true;
                    break;
                }
                if !is_closed(*choice) {
                    add(&mut wanting, *choice);
                }
            }
            if let Some(seat) = seat {
                add(&mut holding, seat);
                if !asked {
                    self.found.push(Violation::NotAsked {
                        applicant: self.problem.applicant_id(applicant).to_owned(),
                        group: self.problem.group_id(seat).to_owned(),
                    });
                }
            }
        }
        let mut by_group = [ByGroup::with(&holding), ByGroup::with(&wanting)];
        let mut next = by_group.each_ref().map(|people| people.begins.clone());
        let mut put = |of: usize, group: Group, applicant: Applicant| {
            let (Some(people), Some(next)) = (by_group.get_mut(of), next.get_mut(of)) else { return };
            let Some(at) = next.get_mut(group.index()) else { return };
            if let Some(free) = people.people.get_mut(place(*at)) {
                *free = applicant;
            }
            *at = at.saturating_add(1);
        };
        for applicant in self.problem.applicants() {
            let seat = self.claim.seat(applicant);
            if let Some(seat) = seat {
                put(0, seat, applicant);
            }
            let wanted = self.problem.choices(applicant).iter().take_while(|choice| Some(**choice) != seat);
            wanted.filter(|choice| !is_closed(**choice)).for_each(|choice| put(1, *choice, applicant));
        }
        let [holding, wanting] = by_group;
        (holding, wanting)
    }

    fn group(
        &mut self,
        group: Group,
        census: &mut Census<'a>,
        holders: &[Applicant],
        wanting: &[Applicant],
        mut overall: Option<&mut Census<'_>>,
    ) {
        let (problem, plan) = (self.problem, self.problem.plan(group));
        let order = || Order::new(problem, plan, Ties::Lots(self.lots));
        census.count(order(), problem.capacity(group).seats(), holders);
        let overfull: Vec<_> = census.overfull().collect();
        for (at, cap, held) in overfull {
            let there = census.at(at, holders);
            self.found.push(Violation::Overfull {
                group: problem.group_id(group).to_owned(),
                limit: limit(problem, plan.quotas(), census.tree(), at),
                cap,
                held,
                beyond: beyond(problem, &order(), there, cap),
            });
        }
        let mut on_top =
            plan.quotas().iter().any(is_on_top).then(|| OnTop::new(problem, group, order(), holders));
        let in_turn = *problem.mechanism() == MechanismName::Serial;
        for applicant in wanting {
            let standing = match (&mut on_top, in_turn) {
                (Some(on_top), _) => on_top.standing(*applicant),
                (None, false) => census.standing(*applicant),
                (None, true) => match census.turn(*applicant) {
                    standing @ Standing::After { .. } => standing,
                    here => match overall.as_mut().map(|overall| overall.turn(*applicant)) {
                        // What kept them out was full over all groups.
                        Some(there @ Standing::After { .. }) => there,
                        Some(there @ Standing::Before { .. }) if here == Standing::Free => there,
                        _ => here,
                    },
                },
            };
            let applicant = || problem.applicant_id(*applicant).to_owned();
            let holder = |holder| problem.applicant_id(holder).to_owned();
            let limit = |at| limit(problem, plan.quotas(), census.tree(), at);
            let group = || problem.group_id(group).to_owned();
            match standing {
                Standing::After { .. } | Standing::Kept { .. } => {}
                Standing::Free => {
                    self.found.push(Violation::Wasted { applicant: applicant(), group: group() });
                }
                Standing::Before { spot, holder: last } => self.found.push(Violation::PassedOver {
                    applicant: applicant(),
                    group: group(),
                    holder: holder(last),
                    limit: limit(spot),
                }),
                Standing::Reserved { spot, holder: last } => self.found.push(Violation::ReserveUnfilled {
                    applicant: applicant(),
                    group: group(),
                    holder: holder(last),
                    limit: limit(spot),
                }),
            }
        }
    }
}

/// Whom a full spot has no seat for, by priority.
fn beyond(problem: &Problem, order: &Order<'_>, mut there: Vec<Applicant>, cap: u32) -> Vec<String> {
    there.sort_by(|one, other| order.compare(*one, *other));
    there.iter().skip(place(cap)).map(|one| problem.applicant_id(*one).to_owned()).collect()
}

pub(crate) fn is_on_top(quota: &Quota) -> bool {
    quota.reserve().is_some_and(|reserve| reserve.kind == ReserveKind::OnTop)
}

/// The people of all groups, counted under the caps over all of them.
fn everywhere<'a>(
    problem: &'a Problem,
    claim: &Claim,
    order: impl Fn() -> Order<'a>,
    found: &mut Vec<Violation>,
) -> Option<Census<'a>> {
    let caps = problem.caps();
    if caps.is_empty() {
        return None;
    }
    let holders: Vec<_> = problem.applicants().filter(|one| claim.seat(*one).is_some()).collect();
    let mut census = Census::new(Tree::new(problem, caps), order());
    census.count(order(), None, &holders);
    let overfull: Vec<_> = census.overfull().collect();
    for (at, cap, held) in overfull {
        let there = census.at(at, &holders);
        found.push(Violation::OverfullOverall {
            limit: overall_limit(problem, caps, census.tree(), at),
            cap,
            held,
            beyond: beyond(problem, &order(), there, cap),
        });
    }
    Some(census)
}
