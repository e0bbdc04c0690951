//! A problem while it is read: applicants one by one, in any order, into columns.

use std::collections::HashMap;
use std::sync::Arc;

use guildhall_kernel::Time;

use crate::column::{Draft, Raw, index};
use crate::fault::Report;
use crate::ids::Ids;
use crate::limits::{MAX_APPLICANTS, MAX_CHOICES_TOTAL};
use crate::problem::{Applicant, Group, People, Problem, Rules};
use crate::rules::{self, DraftRules, found};
use crate::{
    AttributeType, Faults, MechanismName, Mistake, Name, ProblemHash, WrittenApplicant, WrittenRules,
    WrittenValue, crossing, hash, reserved,
};

/// Reads a problem whose applicants come one by one; nothing of what was read is kept but the compact
/// form. Begin it with [`Problem::build`].
#[derive(Debug)]
pub struct Builder {
    report: Report,
    rules: DraftRules,
    groups: HashMap<Name, Group>,
    columns: Vec<Draft>,
    ids: Ids,
    lists: Vec<u8>,
    withdrawn: Vec<i64>,
    starts: Vec<u32>,
    choices: Vec<Group>,
    /// Who wished for each group last.
    marks: Vec<Option<Applicant>>,
    rolling: bool,
    /// Whether there were more applicants or choices than are kept.
    refused: bool,
}

impl Builder {
    pub(crate) fn new(written: &WrittenRules) -> Self {
        let mut report = Report::default();
        let (rules, columns) = rules::read(written, &mut report);
        let numbers = rules.groups.iter().enumerate();
        let groups = numbers.map(|(nth, group)| (group.rules.id.clone(), Group::at(nth))).collect();
        Self {
            report,
            groups,
            columns,
            ids: Ids::default(),
            lists: Vec::new(),
            withdrawn: Vec::new(),
            starts: vec![0],
            choices: Vec::new(),
            marks: vec![None; rules.groups.len()],
            rolling: matches!(rules.mechanism, MechanismName::Rolling { .. }),
            refused: false,
            rules,
        }
    }

    /// Takes the next applicant. Faults are told by [`finish`](Self::finish), under
    /// `applicants[0]`, `applicants[1]`, … in the order in which they came.
    pub fn applicant(&mut self, applicant: &WrittenApplicant) -> &mut Self {
        let choices = self.choices.len().saturating_add(applicant.choices.len());
        if self.ids.len() >= MAX_APPLICANTS || choices > MAX_CHOICES_TOTAL {
            self.refused = true;
            return self;
        }
        let nth = self.ids.len();
        self.ids.push(applicant.id.as_str());
        self.list(nth, applicant.list.get());
        let arrived = self.values(nth, applicant);
        self.withdrawal(nth, applicant.withdrawn_at, arrived);
        self.wishes(nth, &applicant.choices);
        self
    }

    fn list(&mut self, nth: usize, list: u8) {
        if list > 1 && self.rolling {
            self.report.add(|| format!("applicants[{nth}].list"), Mistake::LateUnderRolling);
        }
        // Most problems have one list, and none is kept for them.
        if list > 1 && self.lists.is_empty() {
            self.lists = vec![1; nth];
        }
        if list > 1 || !self.lists.is_empty() {
            self.lists.push(list);
        }
    }

    /// Takes the values; gives the instant of arrival, where there is one.
    fn values(&mut self, nth: usize, applicant: &WrittenApplicant) -> Option<i64> {
        let attributes = &self.rules.attributes;
        for name in applicant.has.keys() {
            if attributes.binary_search_by(|attribute| attribute.name.cmp(name)).is_err() {
                let nearest = self.report.nearest(name, attributes.iter().map(|attribute| &attribute.name));
                let unknown = Mistake::Unknown { what: "attribute", name: name.clone(), nearest };
                self.report.add(|| format!("applicants[{nth}].has.{name}"), unknown);
            }
        }
        let mut arrived = None;
        for (at, ((attribute, listed), column)) in
            attributes.iter().zip(&self.rules.listed).zip(&mut self.columns).enumerate()
        {
            let name = &attribute.name;
            let path = || format!("applicants[{nth}].has.{name}");
            let value = match (attribute.of, applicant.has.get(name)) {
                (_, None) => {
                    if !attribute.optional {
                        self.report.add(|| format!("applicants[{nth}].has"), Mistake::Missing(name.clone()));
                    }
                    None
                }
                (AttributeType::Text, Some(WrittenValue::Text(text))) => {
                    if let Some(listed) = listed.as_ref().filter(|listed| !listed.contains(text)) {
                        let nearest = self.report.nearest(text, listed);
                        let (attribute, value) = (name.clone(), text.clone());
                        self.report.add(path, Mistake::UnknownValue { attribute, value, nearest });
                    }
                    Some(column.text(text))
                }
                (AttributeType::Integer, Some(WrittenValue::Integer(number))) => Some(Raw::Number(*number)),
                (AttributeType::Instant, Some(WrittenValue::Text(text))) => {
                    let instant = nanoseconds(text.as_str());
                    if instant.is_none() {
                        let (attribute, found) = (name.clone(), "no instant such as `2026-05-01T08:00:00Z`");
                        self.report
                            .add(path, Mistake::WrongType { attribute, of: AttributeType::Instant, found });
                    }
                    instant.map(Raw::Number)
                }
                (of, Some(value)) => {
                    let wrong = Mistake::WrongType { attribute: name.clone(), of, found: found(value) };
                    self.report.add(path, wrong);
                    None
                }
            };
            if let Some(Raw::Number(number)) = value
                && self.rules.arrival.is_some_and(|arrival| arrival.index() == at)
            {
                arrived = Some(number);
            }
            column.push(value);
        }
        arrived
    }

    fn withdrawal(&mut self, nth: usize, withdrawn_at: Option<Time>, arrived: Option<i64>) {
        let path = || format!("applicants[{nth}].withdrawn_at");
        let kept = match withdrawn_at {
            None => i64::MIN,
            Some(_) if !self.rolling => {
                self.report.add(path, Mistake::WithdrawnOutsideRolling);
                i64::MIN
            }
            Some(at) => {
                let kept = at.timestamp_nanos_opt();
                if kept.is_none() {
                    self.report.add(path, Mistake::OutOfRange(at));
                } else if kept < arrived {
                    self.report.add(path, Mistake::WithdrawnBeforeArrival);
                }
                kept.unwrap_or(i64::MIN)
            }
        };
        if kept != i64::MIN && self.withdrawn.is_empty() {
            self.withdrawn = vec![i64::MIN; nth];
        }
        if kept != i64::MIN || !self.withdrawn.is_empty() {
            self.withdrawn.push(kept);
        }
    }

    fn wishes(&mut self, nth: usize, choices: &[Name]) {
        let this = Some(Applicant::at(nth));
        for (at, name) in choices.iter().enumerate() {
            let path = |at: usize| format!("applicants[{nth}].choices[{at}]");
            let Some(group) = self.groups.get(name) else {
                let nearest =
                    self.report.nearest(name, self.rules.groups.iter().map(|group| &group.rules.id));
                let unknown = Mistake::Unknown { what: "group", name: name.clone(), nearest };
                self.report.add(|| path(at), unknown);
                continue;
            };
            let mark = self.marks.get_mut(group.index()).map(|mark| std::mem::replace(mark, this));
            if mark == Some(this) {
                let first = choices.iter().position(|before| before == name).unwrap_or(at);
                let twice = Mistake::Twice { name: name.clone(), first: path(first) };
                self.report.add(|| path(at), twice);
                continue;
            }
            self.choices.push(*group);
        }
        self.starts.push(u32::try_from(self.choices.len()).unwrap_or(u32::MAX));
    }

    /// Ends the problem.
    ///
    /// # Errors
    /// [`Faults`], with every fault of the rules and of the applicants, each with its path.
    pub fn finish(mut self) -> Result<Problem, Faults> {
        if self.refused {
            let (limit, what) = if self.ids.len() >= MAX_APPLICANTS {
                (MAX_APPLICANTS, "applicants")
            } else {
                (MAX_CHOICES_TOTAL, "choices")
            };
            self.report.add(|| "applicants", Mistake::TooMany { limit, what });
            return self.report.end(None);
        }
        let order = self.ids.in_order();
        self.twice(&order);
        let (columns, codes): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.columns).into_iter().map(|column| column.finish(&order)).unzip();
        let mut ids =
            Ids { text: String::with_capacity(self.ids.text.len()), ends: Vec::with_capacity(order.len()) };
        order.iter().for_each(|at| ids.push(self.ids.get(index(*at))));
        self.ids = Ids::default();
        let lists = reordered(std::mem::take(&mut self.lists), &order, 1);
        let withdrawn = reordered(std::mem::take(&mut self.withdrawn), &order, i64::MIN);
        let last_list = self.last_list(&lists);
        let (starts, choices) = self.wishes_in(&order);
        let people = People { ids, lists, last_list, columns, withdrawn };
        let paths = crossing::Paths::of(&self.rules);
        let rules: Rules = self.rules.finish(&codes);
        let mut problem = Problem {
            rules: Arc::new(rules),
            people: Arc::new(people),
            starts,
            choices,
            hash: ProblemHash([0; 32]),
        };
        if *problem.mechanism() == MechanismName::Nested {
            crossing::check(&problem, &paths, &mut self.report);
            reserved::check(&problem, &paths, &mut self.report);
        }
        self.report.end(Some(()))?;
        problem.hash = hash::of_problem(&problem);
        Ok(problem)
    }

    /// A fault for every id that stands there already.
    fn twice(&mut self, order: &[u32]) {
        for (first, later) in order.iter().zip(order.iter().skip(1)) {
            let id = self.ids.get(index(*first));
            if let Some(name) = Name::new(id).ok().filter(|_| id == self.ids.get(index(*later))) {
                let twice = Mistake::Twice { name, first: format!("applicants[{first}].id") };
                self.report.add(|| format!("applicants[{later}].id"), twice);
            }
        }
    }

    fn last_list(&mut self, lists: &[u8]) -> u8 {
        let mut taken = [false; 256];
        for list in lists {
            if let Some(taken) = taken.get_mut(usize::from(*list)) {
                *taken = true;
            }
        }
        let last = lists.iter().copied().max().unwrap_or(1);
        for list in 1..last {
            if taken.get(usize::from(list)) == Some(&false) {
                self.report.add(|| "applicants", Mistake::EmptyList(list));
            }
        }
        last
    }

    fn wishes_in(&mut self, order: &[u32]) -> (Vec<u32>, Vec<Group>) {
        let (old_starts, old) = (std::mem::take(&mut self.starts), std::mem::take(&mut self.choices));
        let mut starts = Vec::with_capacity(old_starts.len());
        let mut choices = Vec::with_capacity(old.len());
        starts.push(0);
        for at in order.iter().map(|at| index(*at)) {
            let span = old_starts.get(at).zip(old_starts.get(at.saturating_add(1)));
            let wishes = span.and_then(|(begin, end)| old.get(index(*begin)..index(*end)));
            choices.extend_from_slice(wishes.unwrap_or_default());
            starts.push(u32::try_from(choices.len()).unwrap_or(u32::MAX));
        }
        (starts, choices)
    }
}

/// A column in another order; one that was never begun stays empty.
fn reordered<T: Copy>(column: Vec<T>, order: &[u32], otherwise: T) -> Vec<T> {
    if column.is_empty() {
        return column;
    }
    order.iter().map(|at| column.get(index(*at)).copied().unwrap_or(otherwise)).collect()
}

/// An instant as nanoseconds since 1970.
fn nanoseconds(text: &str) -> Option<i64> {
    text.parse::<Time>().ok()?.timestamp_nanos_opt().filter(|at| *at != i64::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> WrittenRules {
        guildhall_kernel::serde_json::from_value(guildhall_kernel::serde_json::json!({
            "id": "m", "mechanism": "nested", "plans": [{ "name": "p" }],
            "groups": [{ "id": "g", "plan": "p", "capacity": "unlimited" }],
        }))
        .unwrap()
    }

    fn applicant() -> WrittenApplicant {
        let json = guildhall_kernel::serde_json::json!({ "id": "a", "choices": ["g"] });
        guildhall_kernel::serde_json::from_value(json).unwrap()
    }

    #[test]
    fn more_than_the_limit_is_a_fault_and_never_a_wrong_answer() {
        let mut full = Problem::build(&rules());
        full.ids.ends = vec![0; MAX_APPLICANTS - 1];
        assert!(!full.applicant(&applicant()).refused);
        let faults = full.applicant(&applicant()).refused.then(|| full.finish().unwrap_err()).unwrap();
        assert_eq!(faults.to_string(), "applicants: there are more than 5000000 applicants");

        let mut full = Problem::build(&rules());
        full.choices = vec![Group(0); MAX_CHOICES_TOTAL - 1];
        assert!(!full.applicant(&applicant()).refused);
        full.applicant(&applicant());
        let faults = full.finish().unwrap_err();
        assert_eq!(faults.to_string(), "applicants: there are more than 100000000 choices");
    }
}
