//! From a random market, as it is written, to the sets and orders that the reference tries.

use std::cmp::Ordering;

use serde_json::Value;

use super::market::{ATTRIBUTES, Market, Person, Plan, Quota, applicant};
use super::{Node, Room, Set};

impl Market {
    /// The market in sets and orders. `lottery` gives the key drawn for an applicant.
    pub fn reference(&self, lottery: impl Fn(&str) -> Vec<u8>) -> super::Market {
        let keys: Vec<_> = (0..self.people.len()).map(|nth| lottery(&applicant(nth))).collect();
        let rooms = self.groups.iter().map(|group| {
            let plan = &self.plans[group.plan];
            Room { capacity: group.capacity, nodes: self.nodes(plan), order: self.order(plan, &keys) }
        });
        super::Market {
            rooms: rooms.collect(),
            choices: self.people.iter().map(|one| one.choices.clone()).collect(),
        }
    }

    fn order(&self, plan: &Plan, keys: &[Vec<u8>]) -> Vec<usize> {
        let mut order: Vec<_> = (0..self.people.len()).collect();
        order.sort_by(|a, b| {
            let (one, other) = (&self.people[*a], &self.people[*b]);
            let by_key = |key: &Value| compare(key, (*a, one), (*b, other));
            let priority = plan.priority.iter().map(by_key).find(|found| found.is_ne());
            one.list
                .cmp(&other.list)
                .then(priority.unwrap_or(Ordering::Equal))
                .then(keys[*a].cmp(&keys[*b]))
                .then(applicant(*a).cmp(&applicant(*b)))
        });
        order
    }

    fn nodes(&self, plan: &Plan) -> Vec<Node> {
        let mut found: Vec<(usize, Node)> = Vec::new();
        for (nth, quota) in plan.quotas.iter().enumerate() {
            let within: Vec<Set> = match quota.within {
                None => vec![Set::MAX],
                Some(parent) => {
                    found.iter().filter(|(of, _)| *of == parent).map(|(_, node)| node.members).collect()
                }
            };
            let parts: Vec<Vec<u8>> =
                quota.values.clone().map_or(vec![vec![0], vec![1], vec![2]], |v| vec![v]);
            for members in
                within.iter().flat_map(|set| parts.iter().map(move |part| set & self.with(quota, part)))
            {
                let (floor, on_top) = if quota.on_top { (0, quota.reserve) } else { (quota.reserve, 0) };
                found.push((nth, Node { members, cap: quota.cap, floor, on_top }));
            }
        }
        found.into_iter().map(|(_, node)| node).collect()
    }

    fn with(&self, quota: &Quota, part: &[u8]) -> Set {
        let has = |one: &Person| one.has[quota.attribute].is_some_and(|value| part.contains(&value));
        let people = self.people.iter().enumerate();
        people.filter(|(_, one)| has(one)).fold(0, |set, (nth, _)| set | 1 << nth)
    }
}

/// By one key of a plan, best first. Who lacks what it is about comes last, and so does a value that is
/// not named.
pub fn compare(key: &Value, (a, one): (usize, &Person), (b, other): (usize, &Person)) -> Ordering {
    let by = key["by"].as_str().unwrap();
    let number = |nth: usize, person: &Person| match by {
        "points" => person.points,
        _ => i64::try_from((nth * 7 + 3) % 60).unwrap(),
    };
    match &key["first"] {
        Value::Array(named) => {
            let attribute = ATTRIBUTES.iter().position(|name| *name == by).unwrap();
            let place = |person: &Person| {
                let value = person.has[attribute].map(|value| format!("{}{value}", &by[..1]));
                let at = |value: &String| named.iter().position(|one| one.as_str() == Some(value));
                match value {
                    None => named.len() + 1,
                    Some(value) => at(&value).unwrap_or(named.len()),
                }
            };
            place(one).cmp(&place(other))
        }
        first if first == "highest" => number(b, other).cmp(&number(a, one)),
        _ => number(a, one).cmp(&number(b, other)),
    }
}
