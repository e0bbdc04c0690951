//! The rules of a problem as they are understood while applicants still come in: names resolved,
//! faults told, everything in the order of names. Values get their codes when all are known.

use std::collections::HashSet;

use crate::column::{Codes, Draft, Raw};
use crate::fault::Report;
use crate::limits::{MAX_ATTRIBUTES, MAX_GROUPS, MAX_KEYS, MAX_LISTED, MAX_PLANS};
use crate::plan::{Attribute, Covers, First, Key, Plan, Quota};
use crate::problem::{AttributeIndex, GroupRules, PlanIndex, Rules};
use crate::{
    AttributeType, MechanismName, Mistake, Name, WrittenFirst, WrittenKey, WrittenRules, WrittenValue,
};

/// Attributes and the values of them that a quota covers, before values have codes.
pub(crate) type Conditions = Vec<(AttributeIndex, Vec<Raw>)>;

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
    pub(crate) quota: Quota,
    /// The values of a `where`, until they have codes.
    pub(crate) conditions: Conditions,
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
pub(crate) fn by_name<T>(all: &[T], name: impl Fn(&T) -> &Name) -> Vec<(usize, &T)> {
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
pub(crate) struct Reader {
    pub(crate) attributes: Vec<Attribute>,
    listed: Vec<Option<HashSet<Name>>>,
    pub(crate) columns: Vec<Draft>,
    pub(crate) nested: bool,
}

impl Reader {
    pub(crate) fn attribute(
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

    pub(crate) fn of(&self, attribute: AttributeIndex) -> Option<AttributeType> {
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
    pub(crate) fn text(
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
}

/// A value in words.
pub(crate) const fn found(value: &WrittenValue) -> &'static str {
    match value {
        WrittenValue::Integer(_) => "a number",
        WrittenValue::Text(_) => "a text",
    }
}

#[expect(clippy::expect_used, reason = "20 digits and a sign are a name")]
pub(crate) fn in_digits(number: i64) -> Name {
    Name::new(number.to_string()).expect("digits are a name")
}
