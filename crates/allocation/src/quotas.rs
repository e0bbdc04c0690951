//! The quotas of a plan as they are understood: whom they cover, how they lie within each other, where
//! reserves may stand. Whether they cross, only the applicants show.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::column::Raw;
use crate::fault::Report;
use crate::limits::{MAX_DEPTH, MAX_LISTED, MAX_QUOTAS};
use crate::plan::{Covers, Quota};
use crate::problem::{AttributeIndex, QuotaIndex};
use crate::rules::{Conditions, DraftQuota, Reader, by_name, found, in_digits};
use crate::{
    AttributeType, MechanismName, Mistake, Name, ReserveKind, WrittenPlan, WrittenQuota, WrittenRules,
    WrittenValue,
};

impl Reader {
    fn covers(
        &mut self,
        each: Option<&Name>,
        having: Option<&BTreeMap<Name, Vec<WrittenValue>>>,
        path: &str,
        report: &mut Report,
    ) -> Option<(Covers, Conditions)> {
        match (each, having) {
            (None, None) => {
                report.add(|| path, Mistake::CoversNobody);
                None
            }
            (Some(_), Some(_)) => {
                report.add(|| path, Mistake::CoversTwice);
                None
            }
            (Some(each), None) => {
                let found = self.quota_attribute(each, || format!("{path}.each"), report)?;
                Some((Covers::Each(found), Vec::new()))
            }
            (None, Some(having)) => {
                if having.is_empty() {
                    report.add(|| format!("{path}.where"), Mistake::Empty);
                }
                let mut conditions = Vec::with_capacity(having.len());
                for (name, values) in having {
                    let path = format!("{path}.where.{name}");
                    let Some(found) = self.quota_attribute(name, || path.clone(), report) else { continue };
                    report.count(|| &path, values.len(), MAX_LISTED, "values");
                    conditions.push((found, self.condition(found, values, &path, report)));
                }
                conditions.sort_by_key(|(attribute, _)| *attribute);
                Some((Covers::Where(Vec::new()), conditions))
            }
        }
    }

    fn quota_attribute(
        &self,
        name: &Name,
        path: impl Fn() -> String,
        report: &mut Report,
    ) -> Option<AttributeIndex> {
        let found = self.attribute(name, &path, report)?;
        if self.of(found) == Some(AttributeType::Instant) {
            report.add(path, Mistake::QuotaByInstant(name.clone()));
            return None;
        }
        Some(found)
    }

    fn condition(
        &mut self,
        attribute: AttributeIndex,
        values: &[WrittenValue],
        path: &str,
        report: &mut Report,
    ) -> Vec<Raw> {
        let mut first = HashMap::new();
        let mut raws = Vec::with_capacity(values.len());
        for (nth, value) in values.iter().enumerate() {
            let path = |nth: usize| format!("{path}[{nth}]");
            if let Some(first) = first.insert(value, nth) {
                let name = match value {
                    WrittenValue::Text(text) => text.clone(),
                    WrittenValue::Integer(number) => in_digits(*number),
                };
                report.add(|| path(nth), Mistake::Twice { name, first: path(first) });
                continue;
            }
            let of = self.of(attribute).unwrap_or(AttributeType::Text);
            let raw = match (of, value) {
                (AttributeType::Text, WrittenValue::Text(text)) => {
                    self.text(attribute, text, || path(nth), report)
                }
                (AttributeType::Integer, WrittenValue::Integer(number)) => {
                    self.columns.get_mut(attribute.index()).map(|column| column.ruled(*number))
                }
                _ => {
                    if let Some(known) = self.attributes.get(attribute.index()) {
                        let found = found(value);
                        let wrong = Mistake::WrongType { attribute: known.name.clone(), of, found };
                        report.add(|| path(nth), wrong);
                    }
                    None
                }
            };
            raws.extend(raw);
        }
        raws
    }

    pub(crate) fn caps(&mut self, written: &WrittenRules, report: &mut Report) -> Vec<DraftQuota> {
        let all = &written.caps;
        report.at_most(|| "caps", all.len(), MAX_QUOTAS, "caps");
        report.repeated(all.iter().map(|cap| &cap.name), |nth| format!("caps[{nth}].name"));
        if !all.is_empty() && written.mechanism != MechanismName::Serial {
            report.add(|| "caps", Mistake::CapsNeedSerial);
        }
        let mut caps = Vec::with_capacity(all.len());
        for (nth, cap) in by_name(all, |cap| &cap.name) {
            let path = format!("caps[{nth}]");
            let covers = self.covers(cap.each.as_ref(), cap.having.as_ref(), &path, report);
            let Some((covers, conditions)) = covers else { continue };
            let (name, at_most) = (cap.name.clone(), Some(cap.at_most));
            let quota = Quota { name, parent: None, covers, cap: at_most, reserve: None };
            caps.push(DraftQuota { path, quota, conditions });
        }
        caps
    }

    /// The quotas of a plan as a tree: each one right before those within it. What is not well within
    /// the group is told and left out.
    pub(crate) fn quotas(
        &mut self,
        plan: usize,
        written: &WrittenPlan,
        report: &mut Report,
    ) -> Vec<DraftQuota> {
        let all = &written.quotas;
        let path = |nth: usize| format!("plans[{plan}].quotas[{nth}]");
        report.at_most(|| format!("plans[{plan}].quotas"), all.len(), MAX_QUOTAS, "quotas in a plan");
        report.repeated(all.iter().map(|quota| &quota.name), |nth| format!("{}.name", path(nth)));
        let named = by_name(all, |quota| &quota.name);
        within(&named, path, report);
        self.reserves(all, path, report);
        let mut read: HashMap<usize, (Covers, Conditions)> = HashMap::new();
        for (nth, quota) in &named {
            let path = path(*nth);
            if quota.at_most.is_none() && quota.reserve.is_none() {
                report.add(|| &path, Mistake::NoEffect);
            }
            let covers = self.covers(quota.each.as_ref(), quota.having.as_ref(), &path, report);
            if let Some(covers) = covers {
                read.insert(*nth, covers);
            }
        }
        let mut quotas = Vec::with_capacity(named.len());
        let mut open: Vec<(Option<QuotaIndex>, usize, usize, &WrittenQuota)> =
            children(&named, None).map(|(nth, quota)| (None, 1, nth, quota)).collect();
        while let Some((parent, depth, nth, quota)) = open.pop() {
            if depth == MAX_DEPTH.saturating_add(1) {
                report.add(|| path(nth), Mistake::TooDeep { limit: MAX_DEPTH });
            }
            let Some((covers, conditions)) = read.remove(&nth) else { continue };
            let here = QuotaIndex::at(quotas.len());
            let (name, cap, reserve) = (quota.name.clone(), quota.at_most, quota.reserve);
            let kept = Quota { name, parent, covers, cap, reserve };
            quotas.push(DraftQuota { path: path(nth), quota: kept, conditions });
            let inner = children(&named, Some(&quota.name));
            open.extend(inner.map(|(nth, quota)| (Some(here), depth.saturating_add(1), nth, quota)));
        }
        quotas
    }

    /// Where reserves may stand, and beside what.
    fn reserves(&self, all: &[WrittenQuota], path: impl Fn(usize) -> String, report: &mut Report) {
        let capped = all.iter().find(|quota| quota.at_most.is_some());
        let kind = |quota: &WrittenQuota| quota.reserve.map(|reserve| reserve.kind);
        let floor = all.iter().find(|quota| kind(quota) == Some(ReserveKind::Floor));
        for (nth, quota) in all.iter().enumerate() {
            let Some(reserve) = quota.reserve else { continue };
            let path = || format!("{}.reserve", path(nth));
            if !self.nested {
                report.add(path, Mistake::ReserveNeedsNested);
            }
            if let Some(cap) = quota.at_most.map(u32::from).filter(|cap| reserve.seats.get() > *cap) {
                let (quota, needed) = (quota.name.clone(), reserve.seats.get().into());
                report.add(path, Mistake::ReservedBeyondCap { quota, needed, cap });
            }
            if reserve.kind == ReserveKind::OnTop {
                if let Some(capped) = capped {
                    report.add(path, Mistake::OnTopUnderCap { capped: capped.name.clone() });
                }
                if quota.within.is_some() {
                    report.add(path, Mistake::OnTopWithin);
                }
                if let Some(floor) = floor {
                    report.add(path, Mistake::OnTopBesideFloor { floor: floor.name.clone() });
                }
            }
        }
    }
}

/// The quotas right within another, or within the group, the last name first.
fn children<'a>(
    named: &'a [(usize, &'a WrittenQuota)],
    outer: Option<&'a Name>,
) -> impl Iterator<Item = (usize, &'a WrittenQuota)> {
    named.iter().rev().copied().filter(move |(_, quota)| quota.within.as_ref() == outer)
}

/// Tells the quotas that lie within something unknown, or within each other in a ring.
fn within(named: &[(usize, &WrittenQuota)], path: impl Fn(usize) -> String, report: &mut Report) {
    let find = |name: &Name| named.binary_search_by(|(_, quota)| quota.name.cmp(name)).ok();
    let outer = |at: usize| -> Option<usize> { find(named.get(at)?.1.within.as_ref()?) };
    let mut told = HashSet::new();
    for (at, (nth, quota)) in named.iter().enumerate() {
        let Some(around) = &quota.within else { continue };
        if find(around).is_none() {
            let nearest = report.nearest(around, named.iter().map(|(_, quota)| &quota.name));
            let unknown = Mistake::Unknown { what: "quota", name: around.clone(), nearest };
            report.add(|| format!("{}.within", path(*nth)), unknown);
            continue;
        }
        // A ring comes back to where it began; whoever only leads into one is no part of it.
        let ring: Vec<usize> =
            std::iter::successors(Some(at), |at| outer(*at)).take(named.len().saturating_add(1)).collect();
        let back = ring.iter().skip(1).position(|passed| *passed == at);
        if let Some(length) = back
            && !told.contains(&at)
        {
            let ring = ring.get(..=length).unwrap_or_default();
            told.extend(ring.iter().copied());
            let names = ring.iter().filter_map(|at| named.get(*at)).map(|(_, quota)| quota.name.clone());
            report.add(|| format!("{}.within", path(*nth)), Mistake::Ring(names.collect()));
        }
    }
}
