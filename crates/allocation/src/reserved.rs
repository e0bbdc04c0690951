//! Whether what is reserved can be had: a reserve, and the reserves within it, fit into every cap and
//! every capacity around them. A quota over each value counts as often as there are values.

use std::collections::HashMap;

use crate::Mistake;
use crate::crossing::{Paths, listing};
use crate::fault::Report;
use crate::plan::{Covers, Plan};
use crate::problem::{PlanIndex, Problem, QuotaIndex};

/// Tells quotas and groups that have more seats reserved within them than they may hold.
pub(crate) fn check(problem: &Problem, paths: &Paths, report: &mut Report) {
    let trees = trees(problem);
    let mut needs = Vec::with_capacity(trees.len());
    for (nth, (plan, parts)) in problem.plans().iter().zip(&trees).enumerate() {
        let mut worst = vec![0; plan.quotas().len()];
        needs.push(Needs { plan, parts, worst: &mut worst }.within(None, None));
        for (at, quota) in plan.numbered() {
            let needed = worst.get(at.index()).copied().unwrap_or_default();
            if let Some(cap) = quota.cap().filter(|cap| needed > u64::from(*cap)) {
                let beyond = Mistake::ReservedBeyondCap { quota: quota.name().clone(), needed, cap };
                report.add(|| paths.quota(PlanIndex::at(nth), at), beyond);
            }
        }
    }
    for (group, path) in problem.groups().zip(&paths.groups) {
        let needed = needs.get(problem.plan_of(group).index()).copied().unwrap_or_default();
        if let Some(seats) = problem.capacity(group).seats().filter(|seats| needed > u64::from(*seats)) {
            let plan = problem.plan(group).name().clone();
            let beyond = Mistake::ReservedBeyondCapacity { plan, needed, seats };
            report.add(|| format!("{path}.capacity"), beyond);
        }
    }
}

/// The parts of a plan's quotas that anybody is in, by the part around and the quota.
type Parts = HashMap<(Option<u32>, QuotaIndex), HashMap<u32, u32>>;

fn trees(problem: &Problem) -> Vec<Parts> {
    let mut trees: Vec<Parts> = problem.plans().iter().map(|_| Parts::new()).collect();
    let mut counts: Vec<u32> = vec![0; trees.len()];
    let reserves = |plan: &Plan| plan.quotas().iter().any(|quota| quota.reserve().is_some());
    let looked_at: Vec<bool> = problem.plans().iter().map(reserves).collect();
    if !looked_at.contains(&true) {
        return trees;
    }
    listing(problem, |applicant, nth, plan| {
        if looked_at.get(nth.index()) != Some(&true) {
            return;
        }
        let Some((tree, count)) = trees.get_mut(nth.index()).zip(counts.get_mut(nth.index())) else { return };
        let mut around = None;
        for (quota, code) in problem.path(applicant, plan) {
            let part = tree.entry((around, quota)).or_default().entry(code).or_insert_with(|| {
                *count = count.saturating_add(1);
                *count
            });
            around = Some(*part);
        }
    });
    trees
}

struct Needs<'a> {
    plan: &'a Plan,
    parts: &'a Parts,
    /// The most seats reserved within a part of each quota, the quota's own reserve left out.
    worst: &'a mut Vec<u64>,
}

impl Needs<'_> {
    /// How many seats are reserved right within a part, or within the group.
    fn within(&mut self, outer: Option<QuotaIndex>, part: Option<u32>) -> u64 {
        let (plan, parts) = (self.plan, self.parts);
        let mut needed = 0_u64;
        for (nth, quota) in plan.within(outer) {
            let found = parts.get(&(part, nth)).into_iter().flat_map(HashMap::values);
            let own = quota.reserve().map_or(0, |reserve| u64::from(reserve.seats.get()));
            let each = matches!(quota.covers(), Covers::Each(_));
            let known: Vec<u32> = found.copied().collect();
            // What covers by conditions is there even if it covers nobody.
            let empty = (!each && known.is_empty()).then_some(None);
            for part in known.into_iter().map(Some).chain(empty) {
                let inner = self.within(Some(nth), part);
                if let Some(worst) = self.worst.get_mut(nth.index()) {
                    *worst = inner.max(*worst);
                }
                needed = needed.saturating_add(own.max(inner));
            }
        }
        needed
    }
}
