//! Quotas that do not lie within each other are found, on the applicants given: held against sets of
//! applicants, written out.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use guildhall_allocation::strategies::{Kind, Market};
use guildhall_allocation::{Mistake, Name, Problem, WrittenApplicant, WrittenProblem, WrittenQuota};
use proptest::prelude::*;

/// The parts of a quota, as sets of the ids of those who are in each.
type Parts = BTreeSet<BTreeSet<Name>>;

/// The values by which somebody is in a part of a quota, or nothing where they are in none.
fn part<'a>(
    quotas: &'a [WrittenQuota],
    quota: &'a WrittenQuota,
    one: &'a WrittenApplicant,
) -> Option<Vec<Option<&'a guildhall_allocation::WrittenValue>>> {
    let mut values = match &quota.within {
        None => Vec::new(),
        Some(outer) => part(quotas, quotas.iter().find(|other| other.name == *outer).unwrap(), one)?,
    };
    if let Some(each) = &quota.each {
        values.push(Some(one.has.get(each)?));
    }
    for (attribute, among) in quota.having.iter().flatten() {
        if !among.contains(one.has.get(attribute)?) {
            return None;
        }
        values.push(None);
    }
    Some(values)
}

fn parts(written: &WrittenProblem, plan: usize, quota: &WrittenQuota) -> Parts {
    let plan = &written.plans[plan];
    let mut parts: BTreeMap<_, BTreeSet<Name>> = BTreeMap::new();
    for one in &written.applicants {
        let lists = one
            .choices
            .iter()
            .any(|choice| written.groups.iter().any(|group| group.id == *choice && group.plan == plan.name));
        if let Some(part) = part(&plan.quotas, quota, one).filter(|_| lists) {
            parts.entry(part).or_default().insert(one.id.clone());
        }
    }
    parts.into_values().collect()
}

fn overlap(a: &BTreeSet<Name>, b: &BTreeSet<Name>) -> bool {
    !a.is_disjoint(b)
}

fn cross(a: &BTreeSet<Name>, b: &BTreeSet<Name>) -> bool {
    overlap(a, b) && !a.is_subset(b) && !b.is_subset(a)
}

fn inside(inner: &Parts, outer: &Parts) -> bool {
    inner.iter().all(|inner| outer.iter().any(|outer| inner.is_subset(outer)))
}

/// What is to be said of two neighbours, and of which.
fn expected(a: &Parts, b: &Parts) -> Option<(char, &'static str)> {
    let pairs = || a.iter().flat_map(|a| b.iter().map(move |b| (a, b)));
    if !pairs().any(|(a, b)| overlap(a, b)) {
        None
    } else if inside(a, b) {
        Some(('a', "inside"))
    } else if inside(b, a) {
        Some(('b', "inside"))
    } else if pairs().any(|(a, b)| cross(a, b)) {
        Some(('b', "crossing"))
    } else {
        Some(('b', "tangled"))
    }
}

/// Every fault about how quotas lie, as its path and kind.
fn found(written: &WrittenProblem) -> BTreeSet<(String, &'static str)> {
    let faults = Problem::new(written).err();
    let told = faults.iter().flatten().filter_map(|fault| {
        let kind = match fault.problem() {
            Mistake::Inside { .. } => "inside",
            Mistake::Crossing(_) => "crossing",
            Mistake::Tangled { .. } => "tangled",
            _ => return None,
        };
        Some((fault.path().to_owned(), kind))
    });
    told.collect()
}

fn anyhow() -> impl Strategy<Value = WrittenProblem> {
    Market::small(Kind::Anyhow).sized(0..=12, 1..=3).problems()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn neighbours_are_told_as_the_sets_of_applicants_lie(written in anyhow()) {
        let mut all = BTreeSet::new();
        for (plan, rules) in written.plans.iter().enumerate() {
            for (nth, a) in rules.quotas.iter().enumerate() {
                for (other, b) in rules.quotas.iter().enumerate().skip(nth + 1) {
                    let lie = expected(&parts(&written, plan, a), &parts(&written, plan, b));
                    if let Some((side, kind)) = lie.filter(|_| a.within == b.within) {
                        let told = if side == 'a' { nth } else { other };
                        all.insert((format!("plans[{plan}].quotas[{told}]"), kind));
                    }
                }
            }
        }
        prop_assert_eq!(found(&written), all);
    }

    /// What is left is a laminar family: any two parts are apart, or one is in the other.
    #[test]
    fn what_is_accepted_is_nested(written in anyhow()) {
        let nested = (0..written.plans.len()).all(|plan| {
            let quotas = &written.plans[plan].quotas;
            let all: Vec<Parts> = quotas.iter().map(|quota| parts(&written, plan, quota)).collect();
            let flat: Vec<_> = all.iter().flatten().collect();
            flat.iter().all(|a| flat.iter().all(|b| !cross(a, b)))
        });
        prop_assert!(nested || !found(&written).is_empty());
    }

    #[test]
    fn the_example_of_a_crossing_shows_it(written in anyhow()) {
        for fault in Problem::new(&written).err().iter().flatten() {
            let Mistake::Crossing(crossing) = fault.problem() else { continue };
            let plan = usize::from(!fault.path().starts_with("plans[0]"));
            let quota = |name: &Name| written.plans[plan].quotas.iter().find(|quota| quota.name == *name).unwrap();
            let [first, second] = crossing.quotas().map(|name| parts(&written, plan, quota(name)));
            let [both, only_first, only_second] = crossing.example();
            let part = |parts: &Parts| parts.iter().find(|part| part.contains(both)).unwrap().clone();
            let (first, second) = (part(&first), part(&second));
            prop_assert!(first.contains(only_first) && !second.contains(only_first));
            prop_assert!(second.contains(only_second) && !first.contains(only_second));
        }
    }
}
