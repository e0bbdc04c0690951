//! The reference that the solver and the auditor are held to: definitions, tried on every subset and every
//! assignment. Nothing here is quick, and nothing here is clever.

#![allow(dead_code, unreachable_pub, clippy::allow_attributes, reason = "each test takes what it needs")]

pub mod market;
pub mod read;

use std::collections::BTreeSet;

/// A set of applicants, a bit each.
pub type Set = u32;

/// Whether the set has the applicant.
pub fn has(set: Set, applicant: usize) -> bool {
    set >> applicant & 1 == 1
}

/// Whom a set has.
pub fn members(set: Set) -> impl Iterator<Item = usize> {
    (0..32).filter(move |applicant| has(set, *applicant))
}

/// Every subset of a set, itself and none included.
pub fn subsets(set: Set) -> impl Iterator<Item = Set> {
    let mut next = Some(set);
    std::iter::from_fn(move || {
        let here = next?;
        next = (here != 0).then(|| (here - 1) & set);
        Some(here)
    })
}

/// People of a group to whom a quota applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub members: Set,
    pub cap: Option<u32>,
    pub floor: u32,
    pub on_top: u32,
}

/// A group: what it may hold, and whom it prefers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    pub capacity: Option<u32>,
    pub nodes: Vec<Node>,
    /// Everybody, best first.
    pub order: Vec<usize>,
}

impl Room {
    /// Where somebody stands, 0 for the best.
    pub fn rank(&self, applicant: usize) -> usize {
        self.order.iter().position(|one| *one == applicant).unwrap()
    }

    /// Whether all of them can be held (A1).
    pub fn feasible(&self, set: Set) -> bool {
        let within = |most: Option<u32>, set: Set| most.is_none_or(|most| set.count_ones() <= most);
        within(self.capacity, set) && self.nodes.iter().all(|node| within(node.cap, set & node.members))
    }

    /// How much of the reserves a set fills.
    pub fn fill(&self, set: Set) -> u32 {
        self.nodes.iter().map(|node| (set & node.members).count_ones().min(node.floor)).sum()
    }

    /// The better of two sets has the first, in order of priority, of whom only one of them has.
    pub fn worth(&self, set: Set) -> u64 {
        members(set).map(|applicant| 1 << (63 - self.rank(applicant))).sum()
    }

    /// C_g: of those who ask, whom the group takes.
    pub fn choose(&self, asking: Set) -> Set {
        if self.nodes.iter().any(|node| node.on_top > 0) {
            return self.choose_with_seats_on_top(asking);
        }
        subsets(asking)
            .filter(|set| self.feasible(*set))
            .max_by_key(|set| (self.fill(*set), self.worth(*set)))
            .unwrap()
    }

    /// Open seats first, then the seats on top, and what is left of these to whoever comes next.
    fn choose_with_seats_on_top(&self, asking: Set) -> Set {
        let capacity = self.capacity.unwrap();
        let on_top: u32 = self.nodes.iter().map(|node| node.on_top).sum();
        let mut taken = self.best(asking, capacity - on_top);
        for node in &self.nodes {
            taken |= self.best(asking & node.members & !taken, node.on_top);
        }
        taken | self.best(asking & !taken, capacity - taken.count_ones())
    }

    fn best(&self, of: Set, most: u32) -> Set {
        let ordered = self.order.iter().filter(|applicant| has(of, **applicant));
        ordered.take(most.try_into().unwrap()).fold(0, |set, applicant| set | 1 << applicant)
    }
}

/// Who gets what: a group of the market, or nothing.
pub type Matching = Vec<Option<usize>>;

/// What is to be matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Market {
    /// Per applicant, best first.
    pub choices: Vec<Vec<usize>>,
    pub rooms: Vec<Room>,
}

impl Market {
    pub fn people(&self) -> usize {
        self.choices.len()
    }

    /// How much somebody likes a seat: 0 for the first choice, the length of the list for none.
    pub fn liking(&self, applicant: usize, seat: Option<usize>) -> usize {
        let list = &self.choices[applicant];
        seat.map_or(list.len(), |seat| list.iter().position(|one| *one == seat).unwrap())
    }

    /// H_g.
    pub fn held(&self, seats: &[Option<usize>], group: usize) -> Set {
        (0..self.people()).filter(|one| seats[*one] == Some(group)).fold(0, |set, one| set | 1 << one)
    }

    /// W_g: who prefers the group to what they have.
    pub fn wanting(&self, seats: &[Option<usize>], group: usize) -> Set {
        let wants = |one: &usize| {
            self.choices[*one].contains(&group)
                && self.liking(*one, Some(group)) < self.liking(*one, seats[*one])
        };
        (0..self.people()).filter(wants).fold(0, |set, one| set | 1 << one)
    }

    /// Whether everybody has a seat on their list, or none (A2), and C_g(H_g ∪ W_g) = H_g (A3).
    pub fn stable(&self, seats: &[Option<usize>]) -> bool {
        let listed =
            |(one, seat): (usize, &Option<usize>)| seat.is_none_or(|seat| self.choices[one].contains(&seat));
        seats.iter().enumerate().all(listed)
            && self.rooms.iter().enumerate().all(|(group, room)| {
                let held = self.held(seats, group);
                room.choose(held | self.wanting(seats, group)) == held
            })
    }

    /// Every assignment in which everybody has a seat on their list, or none.
    pub fn matchings(&self) -> Vec<Matching> {
        self.choices.iter().fold(vec![Vec::new()], |begun, list| {
            let seats = || list.iter().copied().map(Some).chain([None]);
            begun.iter().flat_map(|one| seats().map(|seat| [one.as_slice(), &[seat]].concat())).collect()
        })
    }

    /// Every stable one.
    pub fn stable_matchings(&self) -> Vec<Matching> {
        self.matchings().into_iter().filter(|seats| self.stable(seats)).collect()
    }

    /// Deferred acceptance, by its definition: all who are not held ask for their next choice at once, and
    /// each group chooses among whom it holds and who asks.
    pub fn deferred_acceptance(&self) -> Matching {
        let mut next = vec![0; self.people()];
        loop {
            let asking = |group: usize| {
                let asks = |one: &usize| self.choices[*one].get(next[*one]) == Some(&group);
                (0..self.people()).filter(asks).fold(0, |set, one| set | 1 << one)
            };
            let refused: Vec<_> = self
                .rooms
                .iter()
                .enumerate()
                .flat_map(|(group, room)| members(asking(group) & !room.choose(asking(group))))
                .collect();
            if refused.is_empty() {
                return self.choices.iter().zip(next).map(|(list, at)| list.get(at).copied()).collect();
            }
            refused.into_iter().for_each(|one| next[one] += 1);
        }
    }
}

/// Every list of different groups out of so many: all that somebody could say.
pub fn lists(groups: usize) -> Vec<Vec<usize>> {
    let mut found = BTreeSet::from([Vec::new()]);
    for _ in 0..groups {
        let longer: Vec<Vec<usize>> = found
            .iter()
            .flat_map(|list: &Vec<usize>| {
                let others = (0..groups).filter(|group| !list.contains(group));
                others.map(|group| [list.as_slice(), &[group]].concat()).collect::<Vec<_>>()
            })
            .collect();
        found.extend(longer);
    }
    found.into_iter().collect()
}
