//! Quotas that cover the same people: one within the other, or crossing. Only nested quotas keep the
//! default mechanism fair, so everything else is found here, on the applicants given.

use std::collections::{BTreeSet, HashMap};
use std::fmt;

use crate::fault::Report;
use crate::plan::{Plan, Quota};
use crate::problem::{Applicant, PlanIndex, Problem, QuotaIndex};
use crate::rules::{DraftPlan, DraftRules};
use crate::{Mistake, Name};

/// Two quotas that cross each other, and three applicants who show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crossing {
    pub(crate) first: Name,
    pub(crate) second: Name,
    pub(crate) both: Name,
    pub(crate) only_first: Name,
    pub(crate) only_second: Name,
}

impl Crossing {
    /// The two quotas.
    pub const fn quotas(&self) -> [&Name; 2] {
        [&self.first, &self.second]
    }

    /// The smallest example: an applicant whom both cover, one whom only the first covers, one whom only
    /// the second covers; each in the same part of the quota.
    pub const fn example(&self) -> [&Name; 3] {
        [&self.both, &self.only_first, &self.only_second]
    }
}
impl fmt::Display for Crossing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { first, second, both, only_first, only_second } = self;
        write!(
            f,
            "`{first}` and `{second}` cross: `{both}` counts under both, `{only_first}` under `{first}` alone, \
             `{only_second}` under `{second}` alone. Crossing quotas are unfair: of two seats, one kept for \
             officers and at most one for m2, applicants B (m2, clerk, third) and C (m2, officer, fifth) leave C \
             seated alone; when A (m1, officer, first) comes too, A and B are. Three ways out: put `{second}` within \
             `{first}`, so that it counts by itself in each part; put a `floor` reserve there in place of a \
             cap; or use the mechanism `serial`, which carries any caps"
        )
    }
}

/// Where the quotas and groups of a problem were written.
#[derive(Debug)]
pub(crate) struct Paths {
    /// By plan and quota.
    pub(crate) quotas: Vec<Vec<String>>,
    pub(crate) groups: Vec<String>,
}

impl Paths {
    pub(crate) fn of(rules: &DraftRules) -> Self {
        let quotas = |plan: &DraftPlan| plan.quotas.iter().map(|quota| quota.path.clone()).collect();
        Self {
            quotas: rules.plans.iter().map(quotas).collect(),
            groups: rules.groups.iter().map(|group| group.path.clone()).collect(),
        }
    }

    pub(crate) fn quota(&self, plan: PlanIndex, quota: QuotaIndex) -> &str {
        self.quotas.get(plan.index()).and_then(|plan| plan.get(quota.index())).map_or("", String::as_str)
    }
}

/// Pairs of neighbours that are looked at closely; of further ones only their number is told.
const PAIRS: usize = 32;

/// Tells all quotas right within the same one that cover the same applicants. One pass finds them, one
/// more for each such pair says how they lie.
pub(crate) fn check(problem: &Problem, paths: &Paths, report: &mut Report) {
    let pairs = overlapping(problem);
    for (plan, a, b) in pairs.iter().take(PAIRS) {
        let Some(known) = problem.plans().get(plan.index()) else { continue };
        let (at, mistake) = relation(problem, *plan, known, *a, *b);
        report.add(|| paths.quota(*plan, at), mistake);
    }
    report.untold(pairs.len().saturating_sub(PAIRS));
}

/// The pairs of neighbours that cover an applicant together who would take a seat under their plan.
fn overlapping(problem: &Problem) -> BTreeSet<(PlanIndex, QuotaIndex, QuotaIndex)> {
    let mut pairs = BTreeSet::new();
    let alone = |plan: &Plan| {
        plan.numbered().all(|(nth, quota)| plan.within(quota.parent()).all(|(other, _)| other == nth))
    };
    if problem.plans().iter().all(alone) {
        return pairs;
    }
    let mut covered: Vec<Option<u32>> = Vec::new();
    listing(problem, |applicant, nth, plan| {
        covering(problem, applicant, plan, &mut covered);
        for (a, quota) in plan.numbered().filter(|(a, _)| is(&covered, *a)) {
            let later = plan.numbered().skip(a.index().saturating_add(1));
            let beside = later.filter(|(b, other)| other.parent() == quota.parent() && is(&covered, *b));
            pairs.extend(beside.map(|(b, _)| (nth, a, b)));
        }
    });
    pairs
}

/// Calls for every applicant and every plan that one of their choices follows, once each.
pub(crate) fn listing(problem: &Problem, mut call: impl FnMut(Applicant, PlanIndex, &Plan)) {
    let mut seen: Vec<Option<Applicant>> = vec![None; problem.plans().len()];
    for applicant in problem.applicants() {
        for group in problem.choices(applicant) {
            let nth = problem.plan_of(*group);
            if let Some(seen) = seen.get_mut(nth.index()).filter(|seen| **seen != Some(applicant)) {
                *seen = Some(applicant);
                call(applicant, nth, problem.plan(*group));
            }
        }
    }
}

/// For each quota of a plan the code of the part that an applicant is in, if in any.
fn covering(problem: &Problem, applicant: Applicant, plan: &Plan, covered: &mut Vec<Option<u32>>) {
    covered.clear();
    for quota in plan.quotas() {
        let inside = quota.parent().is_none_or(|outer| is(covered, outer));
        covered.push(if inside { problem.covered(applicant, quota) } else { None });
    }
}

fn is(covered: &[Option<u32>], quota: QuotaIndex) -> bool {
    covered.get(quota.index()).is_some_and(Option::is_some)
}

/// How two neighbours lie that cover the same applicant, and at which of them to say so.
fn relation(
    problem: &Problem,
    nth: PlanIndex,
    plan: &Plan,
    a: QuotaIndex,
    b: QuotaIndex,
) -> (QuotaIndex, Mistake) {
    let rows = rows(problem, nth, plan, a, b);
    let (name_a, name_b) = (name(plan, a), name(plan, b));
    if inside(rows.iter().map(|row| (row.a, row.b))) {
        return (a, Mistake::Inside { inner: name_a, outer: name_b });
    }
    if inside(rows.iter().map(|row| (row.b, row.a))) {
        return (b, Mistake::Inside { inner: name_b, outer: name_a });
    }
    let (parts_a, parts_b) = (parts(&rows, |row| (row.a, row.b)), parts(&rows, |row| (row.b, row.a)));
    let both = rows.iter().filter(|row| row.a.is_some() && row.b.is_some());
    for row in both.clone() {
        let only_a = row.a.and_then(|part| parts_a.get(&part)?.beyond(row.b));
        let only_b = row.b.and_then(|part| parts_b.get(&part)?.beyond(row.a));
        if let Some((only_a, only_b)) = only_a.zip(only_b) {
            let [both, only_first, only_second] = [row.applicant, only_a, only_b].map(|one| id(problem, one));
            let crossing = Crossing { first: name_a, second: name_b, both, only_first, only_second };
            return (b, Mistake::Crossing(Box::new(crossing)));
        }
    }
    let both = both.map(|row| row.applicant).next().unwrap_or(Applicant(0));
    (b, Mistake::Tangled { first: name_a, second: name_b, both: id(problem, both) })
}

/// An applicant, and in which part of two neighbouring quotas they are, if in any.
struct Row {
    applicant: Applicant,
    a: Option<u32>,
    b: Option<u32>,
}

fn rows(problem: &Problem, nth: PlanIndex, plan: &Plan, a: QuotaIndex, b: QuotaIndex) -> Vec<Row> {
    let mut around = Vec::new();
    let mut outer = plan.quota(a).and_then(Quota::parent);
    while let Some(quota) = outer {
        around.push(quota);
        outer = plan.quota(quota).and_then(Quota::parent);
    }
    let (mut numbers_a, mut numbers_b) = (HashMap::new(), HashMap::new());
    let mut covered = Vec::new();
    let mut rows = Vec::new();
    listing(problem, |applicant, other, plan| {
        if other != nth {
            return;
        }
        covering(problem, applicant, plan, &mut covered);
        // A part is a value within a part of each quota around.
        let part = |quota: QuotaIndex, numbers: &mut HashMap<Vec<Option<u32>>, u32>| {
            let code = covered.get(quota.index()).copied().flatten()?;
            let outer = around.iter().map(|outer| covered.get(outer.index()).copied().flatten());
            let part = outer.chain([Some(code)]).collect();
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            Some(*numbers.entry(part).or_insert(next))
        };
        let (a, b) = (part(a, &mut numbers_a), part(b, &mut numbers_b));
        if a.is_some() || b.is_some() {
            rows.push(Row { applicant, a, b });
        }
    });
    rows
}

/// Whether every part on the left lies within one part on the right.
fn inside(pairs: impl Iterator<Item = (Option<u32>, Option<u32>)>) -> bool {
    let mut around = HashMap::new();
    pairs
        .filter_map(|(inner, outer)| inner.zip(Some(outer)))
        .all(|(inner, outer)| outer.is_some_and(|outer| *around.entry(inner).or_insert(outer) == outer))
}

/// A part of one quota: its first applicant, and the first one who is in another part of the other
/// quota than that one, or in none.
struct Part {
    first: (Applicant, Option<u32>),
    other: Option<Applicant>,
}

impl Part {
    /// Somebody in here who is not in this part of the other quota.
    fn beyond(&self, part: Option<u32>) -> Option<Applicant> {
        if self.first.1 == part { self.other } else { Some(self.first.0) }
    }
}

fn parts(rows: &[Row], sides: impl Fn(&Row) -> (Option<u32>, Option<u32>)) -> HashMap<u32, Part> {
    let mut parts: HashMap<u32, Part> = HashMap::new();
    for row in rows {
        let (Some(part), beside) = sides(row) else { continue };
        let first = (row.applicant, beside);
        let known = parts.entry(part).or_insert(Part { first, other: None });
        if known.other.is_none() && known.first.1 != beside {
            known.other = Some(row.applicant);
        }
    }
    parts
}

fn name(plan: &Plan, quota: QuotaIndex) -> Name {
    plan.quota(quota).map_or_else(|| plan.name().clone(), |quota| quota.name().clone())
}

fn id(problem: &Problem, applicant: Applicant) -> Name {
    Name::new(problem.applicant_id(applicant)).unwrap_or_else(|_| problem.id().clone())
}
