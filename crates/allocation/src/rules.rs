//! The rules of a problem as they are understood while applicants still come in: names resolved,
//! faults told, everything in the order of names. Values get their codes when all are known.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::column::{Codes, Draft, Raw};
use crate::definition::{WrittenFirst, WrittenKey, WrittenPlan, WrittenQuota, WrittenRules, WrittenValue};
use crate::fault::Report;
use crate::limits::{MAX_ATTRIBUTES, MAX_DEPTH, MAX_GROUPS, MAX_KEYS, MAX_LISTED, MAX_PLANS, MAX_QUOTAS};
use crate::plan::{Attribute, Covers, First, Key, Plan, Quota};
use crate::problem::{AttributeIndex, GroupRules, PlanIndex, QuotaIndex, Rules};
use crate::{AttributeType, MechanismName, Mistake, Name, ReserveKind};

/// Attributes and the values of them that a quota covers, before values have codes.
type Conditions = Vec<(AttributeIndex, Vec<Raw>)>;

/// Rules while applicants come in.
#[derive(Debug)]
pub(crate) struct DraftRules {
    pub(crate) id: Name,
    pub(crate) mechanism: MechanismName,
    pub(crate) arrival: Option<AttributeIndex>,
    pub(crate) attributes: Vec<Attribute>,
    /// The values there are, of the attributes that list them.
    pub(crate) listed: Vec<Option<HashSet<Name>>>,
    pub(crate) plans: Vec<DraftPlan>,
    pub(crate) groups: Vec<DraftGroup>,
    pub(crate) caps: Vec<DraftQuota>,
}

#[derive(Debug)]
pub(crate) struct DraftGroup {
    pub(crate) rules: GroupRules,
    pub(crate) path: String,
}

#[derive(Debug)]
pub(crate) struct DraftPlan {
    pub(crate) name: Name,
    priority: Vec<(AttributeIndex, DraftFirst)>,
    pub(crate) quotas: Vec<DraftQuota>,
}

#[derive(Debug)]
enum DraftFirst {
    Highest,
    Lowest,
    Listed(Vec<Raw>),
}

#[derive(Debug)]
pub(crate) struct DraftQuota {
    pub(crate) path: String,
    quota: Quota,
    /// The values of a `where`, until they have codes.
    conditions: Conditions,
}

/// Reads rules, and begins the columns with the values that the rules name.
pub(crate) fn read(written: &WrittenRules, report: &mut Report) -> (DraftRules, Vec<Draft>) {
    let (attributes, listed) = attributes(written, report);
    let columns = attributes.iter().map(|attribute| Draft::new(attribute.of)).collect();
    let mut reader = Reader { attributes, listed, columns, nested: false };
    reader.nested = written.mechanism == MechanismName::Nested;
    let arrival = reader.arrival(&written.mechanism, report);
    let plans = reader.plans(written, report);
    let groups = groups(written, &plans, report);
    let caps = reader.caps(written, report);
    let Reader { attributes, listed, columns, nested: _ } = reader;
    let (id, mechanism) = (written.id.clone(), written.mechanism.clone());
    (DraftRules { id, mechanism, arrival, attributes, listed, plans, groups, caps }, columns)
}

impl DraftRules {
    /// The rules, with the codes of their values.
    pub(crate) fn finish(self, codes: &[Codes]) -> Rules {
        let Self { id, mechanism, arrival, attributes, listed: _, plans, groups, caps } = self;
        let plan = |plan: DraftPlan| Plan {
            name: plan.name,
            priority: plan
                .priority
                .into_iter()
                .map(|(by, first)| Key { by, first: first.coded(by, codes) })
                .collect(),
            quotas: plan.quotas.into_iter().map(|quota| quota.coded(codes)).collect(),
        };
        Rules {
            id,
            mechanism,
            arrival,
            attributes,
            plans: plans.into_iter().map(plan).collect(),
            groups: groups.into_iter().map(|group| group.rules).collect(),
            caps: caps.into_iter().map(|quota| quota.coded(codes)).collect(),
        }
    }
}

fn code(codes: &[Codes], attribute: AttributeIndex, raw: Raw) -> Option<u32> {
    codes.get(attribute.index()).map(|codes| codes.of(raw))
}

impl DraftFirst {
    fn coded(self, by: AttributeIndex, codes: &[Codes]) -> First {
        match self {
            Self::Highest => First::Highest,
            Self::Lowest => First::Lowest,
            Self::Listed(values) => {
                First::Listed(values.into_iter().filter_map(|raw| code(codes, by, raw)).collect())
            }
        }
    }
}

impl DraftQuota {
    fn coded(self, codes: &[Codes]) -> Quota {
        let mut quota = self.quota;
        if let Covers::Where(conditions) = &mut quota.covers {
            *conditions = self
                .conditions
                .into_iter()
                .map(|(attribute, values)| {
                    let mut coded: Vec<u32> =
                        values.into_iter().filter_map(|raw| code(codes, attribute, raw)).collect();
                    coded.sort_unstable();
                    coded.dedup();
                    (attribute, coded)
                })
                .collect();
        }
        quota
    }
}

/// Places of names in the order of names, the first of equal ones only.
fn by_name<T>(all: &[T], name: impl Fn(&T) -> &Name) -> Vec<(usize, &T)> {
    let mut order: Vec<(usize, &T)> = all.iter().enumerate().collect();
    order.sort_by(|(_, a), (_, b)| name(a).cmp(name(b)));
    order.dedup_by(|(_, later), (_, first)| name(later) == name(first));
    order
}

fn attributes(written: &WrittenRules, report: &mut Report) -> (Vec<Attribute>, Vec<Option<HashSet<Name>>>) {
    let all = &written.attributes;
    report.at_most(|| "attributes", all.len(), MAX_ATTRIBUTES, "attributes");
    report.repeated(all.iter().map(|attribute| &attribute.name), |nth| format!("attributes[{nth}].name"));
    for (nth, attribute) in all.iter().enumerate() {
        let Some(values) = &attribute.values else { continue };
        let path = || format!("attributes[{nth}].values");
        if attribute.of != AttributeType::Text {
            report.add(path, Mistake::ListedValues);
        }
        report.count(path, values.len(), MAX_LISTED, "values");
        report.repeated(values.iter(), |at| format!("attributes[{nth}].values[{at}]"));
    }
    by_name(all, |attribute| &attribute.name)
        .into_iter()
        .map(|(_, attribute)| {
            let known =
                Attribute { name: attribute.name.clone(), of: attribute.of, optional: attribute.optional };
            (known, attribute.values.as_ref().map(|values| values.iter().cloned().collect()))
        })
        .unzip()
}

fn groups(written: &WrittenRules, plans: &[DraftPlan], report: &mut Report) -> Vec<DraftGroup> {
    let all = &written.groups;
    report.count(|| "groups", all.len(), MAX_GROUPS, "groups");
    report.repeated(all.iter().map(|group| &group.id), |nth| format!("groups[{nth}].id"));
    let rolling = matches!(written.mechanism, MechanismName::Rolling { .. });
    let mut places = vec![PlanIndex(0); all.len()];
    for ((nth, group), place) in all.iter().enumerate().zip(&mut places) {
        match plans.binary_search_by(|plan| plan.name.cmp(&group.plan)) {
            Ok(found) => *place = PlanIndex::at(found),
            Err(_) => {
                let nearest = report.nearest(&group.plan, plans.iter().map(|plan| &plan.name));
                let name = group.plan.clone();
                let unknown = Mistake::Unknown { what: "plan", name, nearest };
                report.add(|| format!("groups[{nth}].plan"), unknown);
            }
        }
        let path = || format!("groups[{nth}].minimum");
        if rolling && group.minimum > 0 {
            report.add(path, Mistake::MinimumUnderRolling);
        }
        if let Some(seats) = group.capacity.seats().filter(|seats| group.minimum > *seats) {
            report.add(path, Mistake::MinimumBeyondCapacity { minimum: group.minimum, seats });
        }
    }
    by_name(all, |group| &group.id)
        .into_iter()
        .map(|(nth, group)| DraftGroup {
            rules: GroupRules {
                id: group.id.clone(),
                plan: places.get(nth).copied().unwrap_or(PlanIndex(0)),
                capacity: group.capacity,
                minimum: group.minimum,
            },
            path: format!("groups[{nth}]"),
        })
        .collect()
}

/// What rules are read with.
struct Reader {
    attributes: Vec<Attribute>,
    listed: Vec<Option<HashSet<Name>>>,
    columns: Vec<Draft>,
    nested: bool,
}

impl Reader {
    fn attribute(
        &self,
        name: &Name,
        path: impl FnOnce() -> String,
        report: &mut Report,
    ) -> Option<AttributeIndex> {
        match self.attributes.binary_search_by(|attribute| attribute.name.cmp(name)) {
            Ok(found) => Some(AttributeIndex::at(found)),
            Err(_) => {
                let nearest = report.nearest(name, self.attributes.iter().map(|attribute| &attribute.name));
                report.add(path, Mistake::Unknown { what: "attribute", name: name.clone(), nearest });
                None
            }
        }
    }

    fn of(&self, attribute: AttributeIndex) -> Option<AttributeType> {
        self.attributes.get(attribute.index()).map(|attribute| attribute.of)
    }

    fn arrival(&self, mechanism: &MechanismName, report: &mut Report) -> Option<AttributeIndex> {
        let MechanismName::Rolling { by } = mechanism else { return None };
        let path = || "mechanism.rolling.by".to_owned();
        let found = self.attribute(by, path, report)?;
        let known = self.attributes.get(found.index())?;
        if known.of != AttributeType::Instant || known.optional {
            report.add(path, Mistake::NoArrival(by.clone()));
        }
        Some(found)
    }

    /// A text that a rule names.
    fn text(
        &mut self,
        attribute: AttributeIndex,
        text: &Name,
        path: impl FnOnce() -> String,
        report: &mut Report,
    ) -> Option<Raw> {
        if let Some(Some(listed)) = self
            .listed
            .get(attribute.index())
            .filter(|listed| listed.as_ref().is_some_and(|listed| !listed.contains(text)))
        {
            let nearest = report.nearest(text, listed);
            let name = self.attributes.get(attribute.index())?.name.clone();
            report.add(path, Mistake::UnknownValue { attribute: name, value: text.clone(), nearest });
            return None;
        }
        Some(self.columns.get_mut(attribute.index())?.text(text))
    }

    fn plans(&mut self, written: &WrittenRules, report: &mut Report) -> Vec<DraftPlan> {
        let all = &written.plans;
        report.count(|| "plans", all.len(), MAX_PLANS, "plans");
        report.repeated(all.iter().map(|plan| &plan.name), |nth| format!("plans[{nth}].name"));
        let (serial, rolling) = match written.mechanism {
            MechanismName::Nested => (false, false),
            MechanismName::Serial => (true, false),
            MechanismName::Rolling { .. } => (false, true),
        };
        for (nth, plan) in all.iter().enumerate() {
            let path = || format!("plans[{nth}].priority");
            if rolling && !plan.priority.is_empty() {
                report.add(path, Mistake::PriorityUnderRolling);
            }
            if let Some(first) = all.first().filter(|first| serial && first.priority != plan.priority) {
                report.add(path, Mistake::PrioritiesDiffer(first.name.clone()));
            }
        }
        by_name(all, |plan| &plan.name)
            .into_iter()
            .map(|(nth, plan)| DraftPlan {
                name: plan.name.clone(),
                priority: self.priority(nth, &plan.priority, report),
                quotas: self.quotas(nth, plan, report),
            })
            .collect()
    }

    fn priority(
        &mut self,
        plan: usize,
        keys: &[WrittenKey],
        report: &mut Report,
    ) -> Vec<(AttributeIndex, DraftFirst)> {
        report.at_most(|| format!("plans[{plan}].priority"), keys.len(), MAX_KEYS, "keys in a priority");
        report.repeated(keys.iter().map(|key| &key.by), |nth| format!("plans[{plan}].priority[{nth}].by"));
        let mut priority = Vec::with_capacity(keys.len());
        for (nth, key) in keys.iter().enumerate() {
            let path = |field: &str| format!("plans[{plan}].priority[{nth}].{field}");
            let Some(by) = self.attribute(&key.by, || path("by"), report) else { continue };
            let text = self.of(by) == Some(AttributeType::Text);
            match &key.first {
                WrittenFirst::Highest | WrittenFirst::Lowest if text => {
                    report.add(|| path("first"), Mistake::TextOrdered(key.by.clone()));
                }
                WrittenFirst::Highest => priority.push((by, DraftFirst::Highest)),
                WrittenFirst::Lowest => priority.push((by, DraftFirst::Lowest)),
                WrittenFirst::Listed(_) if !text => {
                    report.add(|| path("first"), Mistake::NumbersListed(key.by.clone()));
                }
                WrittenFirst::Listed(values) => {
                    report.count(|| path("first"), values.len(), MAX_LISTED, "values");
                    report.repeated(values.iter(), |at| path(&format!("first[{at}]")));
                    let raws = values.iter().enumerate();
                    let raws = raws.filter_map(|(at, value)| {
                        self.text(by, value, || path(&format!("first[{at}]")), report)
                    });
                    priority.push((by, DraftFirst::Listed(raws.collect())));
                }
            }
        }
        priority
    }

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

    fn caps(&mut self, written: &WrittenRules, report: &mut Report) -> Vec<DraftQuota> {
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
    fn quotas(&mut self, plan: usize, written: &WrittenPlan, report: &mut Report) -> Vec<DraftQuota> {
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

/// A value in words.
pub(crate) const fn found(value: &WrittenValue) -> &'static str {
    match value {
        WrittenValue::Integer(_) => "a number",
        WrittenValue::Text(_) => "a text",
    }
}

#[expect(clippy::expect_used, reason = "20 digits and a sign are a name")]
fn in_digits(number: i64) -> Name {
    Name::new(number.to_string()).expect("digits are a name")
}
