//! Who holds a seat of which group, and whom a group turns down when one more asks (A6 to A9).
//!
//! A node is a place of the quota tree in one group. One more applicant turns away at most one: inside the
//! lowest node that overflows, whoever costs the fewest reserved seats, and of those who cost as few
//! whoever comes last. That equals choosing afresh among all who ever asked, because nested limits and
//! reserves make the groups' wishes substitutable: see Kojima, Tamura, Yokoo, *Designing matching
//! mechanisms under constraints* (2018).
//!
//! How the one who goes is found. Everybody held is in the *pools* of their nodes, from the deepest one up
//! to the first that has a reserve at it or within it, or to the group: within such a pool all cost the
//! same, so whoever comes last goes. Above, each node has a *claim* for every node right below it that has
//! reserves: how easily somebody can go there. A claim may promise too much, since it is looked into when
//! it comes up, and lowered then; it never promises too little, since whoever comes in raises it.

use std::collections::binary_heap::PeekMut;

use crate::column::index;
use crate::node::{Ease, FEW, FrontIndex, NO_FRONT, NO_NODE, Node, NodeIndex, Nodes};
use crate::outcome::Work;
use crate::pool::{Entry, Pool, Pools};
use crate::problem::{Applicant, Group, Problem};
use crate::rank::Ranks;
use crate::shape::{FIRST, Place, Shapes, WHOLE};
use crate::table::Table;

/// What a group says to who asks for a seat.
///
/// Exhaustive on purpose: nothing else can happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// They are held, and nobody goes.
    Held,
    /// They are held, and this one goes.
    Displaced(Applicant),
    /// They are turned down.
    Refused,
}

/// Nobody's group.
const NO_GROUP: Group = Group(u32::MAX);

/// The open seats of a group that keeps others on top: they are filled first, by priority alone. Who does
/// not get one asks for the seats on top, which are floors of a group of that size.
#[derive(Clone, Copy, Debug)]
struct Open {
    seats: u32,
    count: u32,
    pool: Pool,
}

/// What is needed of an applicant at every step, side by side: it is read for one after another who live
/// far apart in memory, and each place in memory that is gone to costs more than what is done there.
#[derive(Clone, Copy, Debug)]
struct Card {
    seat: Group,
    /// The deepest place in the first tree of quotas.
    place: Place,
    /// Where the choices that were not asked yet begin among those of all, and how many they are.
    next: u32,
    left: u32,
}

/// What all groups hold at one moment, each the best of those who have asked it by now.
#[derive(Debug)]
pub struct Holdings<'a> {
    problem: &'a Problem,
    ranks: &'a Ranks,
    cards: Table<Applicant, Card>,
    orders: Table<Group, usize>,
    /// Empty where no group keeps seats on top.
    open: Table<Group, Open>,
    nodes: Nodes,
    pools: Pools,
    work: Work,
}

impl<'a> Holdings<'a> {
    /// Nobody is held anywhere.
    pub fn new(problem: &'a Problem, ranks: &'a Ranks) -> Self {
        Self::with(problem, ranks, FEW)
    }

    /// The same; up to so many nodes are made at once.
    fn with(problem: &'a Problem, ranks: &'a Ranks, few: usize) -> Self {
        let mut shapes = Shapes::new(problem);
        let places = shapes.take_places();
        let nodes = Nodes::new(problem, shapes, few);
        let orders = problem.groups().map(|group| ranks.order_of(problem.plan_of(group))).collect();
        let open = |group: Group| {
            let seats = problem.capacity(group).seats().unwrap_or(u32::MAX);
            let on_top = nodes.shapes().of(problem.plan_of(group)).on_top.unwrap_or(0);
            Open { seats: seats.saturating_sub(on_top), count: 0, pool: Pool::default() }
        };
        let open = if nodes.shapes().keep_seats_on_top() {
            problem.groups().map(open).collect()
        } else {
            Table::default()
        };
        let card = |applicant: Applicant| {
            let next = problem.starts.get(applicant.index()).copied().unwrap_or(0);
            let left = u32::try_from(problem.choices(applicant).len()).unwrap_or(0);
            let place = places.as_ref().map_or(WHOLE, |places| places[applicant]);
            Card { seat: NO_GROUP, place, next, left }
        };
        let cards = problem.applicants().map(card).collect();
        Self { problem, ranks, cards, orders, open, nodes, pools: Pools::default(), work: Work::default() }
    }

    /// What was counted by now.
    pub const fn work(&self) -> Work {
        self.work
    }

    /// Where somebody is held.
    pub fn seat(&self, applicant: Applicant) -> Option<Group> {
        Some(self.cards[applicant].seat).filter(|group| *group != NO_GROUP)
    }

    /// Where everybody is held, in the order of applicants.
    pub fn into_seats(self) -> Vec<Option<Group>> {
        // Large, and not needed beside the list that is made.
        drop((self.nodes, self.pools));
        self.cards.rows().iter().map(|card| Some(card.seat).filter(|group| *group != NO_GROUP)).collect()
    }

    /// Somebody asks for a seat of a group. Nobody may ask the same group twice, or while they are held
    /// by another.
    pub fn offer(&mut self, group: Group, applicant: Applicant) -> Answer {
        let entry = Entry::new(self.ranks.in_order(self.orders[group], applicant), applicant);
        self.work.proposals = self.work.proposals.saturating_add(1);
        let answer = if self.nodes.keeps_seats_on_top(group) {
            self.offer_open(group, entry)
        } else {
            self.offer_within(group, entry)
        };
        self.work.evictions =
            self.work.evictions.saturating_add(u64::from(matches!(answer, Answer::Displaced(_))));
        answer
    }

    /// The next of somebody's choices, each of them once.
    #[inline]
    pub(crate) fn next_choice(&mut self, applicant: Applicant) -> Option<Group> {
        let card = &mut self.cards[applicant];
        card.left = card.left.checked_sub(1)?;
        let at = card.next;
        card.next = at.wrapping_add(1);
        self.problem.choices.get(index(at)).copied()
    }

    /// Somebody's deepest place in a group.
    #[inline]
    fn place(&self, group: Group, applicant: Applicant) -> Place {
        match self.nodes.shape(group) {
            FIRST => self.cards[applicant].place,
            shape => self.nodes.shapes()[shape].places[applicant],
        }
    }

    fn offer_open(&mut self, group: Group, entry: Entry) -> Answer {
        let open = &mut self.open[group];
        if open.count < open.seats {
            open.count = open.count.saturating_add(1);
            self.pools.push(&mut open.pool, entry, |_| true);
            self.cards[entry.applicant()].seat = group;
            return Answer::Held;
        }
        let Some(worst) = self.pools.top(open.pool).filter(|worst| *worst > entry) else {
            return self.offer_within(group, entry);
        };
        self.pools.pop(&mut open.pool);
        self.pools.push(&mut open.pool, entry, |_| true);
        self.cards[entry.applicant()].seat = group;
        match self.offer_within(group, worst) {
            Answer::Refused => {
                self.cards[worst.applicant()].seat = NO_GROUP;
                Answer::Displaced(worst.applicant())
            }
            answer => answer,
        }
    }

    fn offer_within(&mut self, group: Group, entry: Entry) -> Answer {
        let place = self.place(group, entry.applicant());
        let deepest = self.nodes.find(group, place);
        // Up the tree to the lowest node that is full, and on the way: what would the newcomer cost, and
        // would they change what others in a node cost, since they bring it just beyond its reserve?
        let (mut here, mut at, mut ease, mut tips) = (place, deepest, Ease::of(entry), false);
        let full = loop {
            if at == NO_NODE {
                let level = self.nodes.level(group, here);
                ease = ease.costing(level.reserve > 0);
                here = level.parent;
                at = self.nodes.find(group, here);
                continue;
            }
            let node = &self.nodes[at];
            if node.count >= node.cap {
                break at;
            }
            if node.reserve > 0 {
                ease = ease.costing(node.count < node.reserve);
                tips |= node.count == node.reserve;
            }
            at = node.parent;
            if at == NO_NODE {
                break NO_NODE;
            }
        };
        let worst = if full == NO_NODE {
            None
        } else if tips {
            self.insert(group, entry, deepest);
            self.easiest(group, full)
        } else {
            let worst = self.easiest(group, full).filter(|worst| *worst > ease);
            if worst.is_none() {
                return Answer::Refused;
            }
            worst
        };
        if !tips || full == NO_NODE {
            self.insert(group, entry, deepest);
        }
        let Some(worst) = worst else { return Answer::Held };
        self.remove(group, worst.entry);
        if worst.entry == entry { Answer::Refused } else { Answer::Displaced(worst.entry.applicant()) }
    }

    /// Somebody comes in. `deepest` is their deepest node, if it is there already.
    fn insert(&mut self, group: Group, entry: Entry, deepest: NodeIndex) {
        let mut at = if deepest == NO_NODE {
            let place = self.place(group, entry.applicant());
            self.nodes.make(group, place)
        } else {
            deepest
        };
        self.cards[entry.applicant()].seat = group;
        let front = loop {
            let node = &mut self.nodes[at];
            node.count = node.count.wrapping_add(1);
            self.pools.push(&mut node.pool, entry, |held| self.cards[held.applicant()].seat == group);
            if node.front != NO_FRONT {
                break node.front;
            }
            at = node.parent;
            if at == NO_NODE {
                return;
            }
        };
        self.raise(group, at, front, Ease::of(entry));
    }

    /// From a node with reserves up: somebody in it may go as easily as this now.
    fn raise(&mut self, group: Group, mut at: NodeIndex, mut front: FrontIndex, ease: Ease) {
        let mut risen = Some(ease);
        loop {
            let Node { parent, count, reserve, .. } = self.nodes[at];
            if parent == NO_NODE {
                return;
            }
            if reserve > 0 && count == reserve.wrapping_add(1) {
                // Beyond its reserve, everybody in the node costs one seat less.
                risen = self.easiest(group, at);
            }
            let claim = risen.map(|ease| ease.costing(count <= reserve));
            risen = claim.filter(|claim| self.nodes.front(front).claim < Some(*claim));
            let above = self.nodes[parent].front;
            if let Some(claim) = risen {
                self.nodes.front_mut(front).claim = risen;
                self.nodes.front_mut(above).claims.push((claim, at));
                self.work.heap_operations = self.work.heap_operations.wrapping_add(1);
            }
            (at, front) = (parent, above);
            let node = &mut self.nodes[at];
            node.count = node.count.wrapping_add(1);
        }
    }

    fn remove(&mut self, group: Group, entry: Entry) {
        self.cards[entry.applicant()].seat = NO_GROUP;
        let place = self.place(group, entry.applicant());
        let (mut at, mut is_pooled) = (self.nodes.find(group, place), true);
        while at != NO_NODE {
            let node = &mut self.nodes[at];
            node.count = node.count.wrapping_sub(1);
            // Where it is not on top it stays, and is passed over when it comes up.
            if is_pooled && self.pools.top(node.pool) == Some(entry) {
                self.pools.pop(&mut node.pool);
            }
            is_pooled &= node.front == NO_FRONT;
            at = node.parent;
        }
    }

    /// Who of those held in a node goes first, as seen from the node.
    fn easiest(&mut self, group: Group, at: NodeIndex) -> Option<Ease> {
        let node = &mut self.nodes[at];
        let pooled = loop {
            let Some(entry) = self.pools.top(node.pool) else { break None };
            if self.cards[entry.applicant()].seat == group {
                break Some(Ease::of(entry));
            }
            self.pools.pop(&mut node.pool);
        };
        let front = node.front;
        if front == NO_FRONT {
            return pooled;
        }
        loop {
            let Some((claim, below)) = self.nodes.front(front).claims.peek().copied() else { return pooled };
            if pooled >= Some(claim) {
                return pooled;
            }
            let Node { count, reserve, front: beneath, .. } = self.nodes[below];
            let mut lowered = None;
            if self.nodes.front(beneath).claim == Some(claim) {
                lowered = self.easiest(group, below).map(|ease| ease.costing(count <= reserve));
                if lowered == Some(claim) {
                    return lowered;
                }
                self.nodes.front_mut(beneath).claim = lowered;
            }
            let claims = &mut self.nodes.front_mut(front).claims;
            match (claims.peek_mut(), lowered) {
                (Some(mut top), Some(lowered)) => *top = (lowered, below),
                (Some(top), None) => _ = PeekMut::pop(top),
                (None, _) => {}
            }
            self.work.heap_operations = self.work.heap_operations.wrapping_add(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::strategies::{Kind, Market};

    proptest! {
        #[test]
        fn a10_how_nodes_are_found_does_not_matter(
            drawn in prop_oneof![
                Market::small(Kind::Floor).sized(0..=24, 1..=4).drawn(),
                Market::small(Kind::OnTop).sized(0..=24, 1..=4).drawn(),
            ],
        ) {
            let problem = drawn.problem();
            let ranks = Ranks::declared(&drawn);
            let mut at_once = Holdings::with(problem, &ranks, usize::MAX);
            let mut one_by_one = Holdings::with(problem, &ranks, 0);
            for first in problem.applicants() {
                let mut asking = first;
                while let Some(group) = at_once.next_choice(asking) {
                    let answer = at_once.offer(group, asking);
                    prop_assert_eq!(one_by_one.offer(group, asking), answer);
                    match answer {
                        Answer::Held => break,
                        Answer::Displaced(other) => asking = other,
                        Answer::Refused => {}
                    }
                }
            }
            prop_assert_eq!(at_once.work(), one_by_one.work());
            prop_assert_eq!(at_once.into_seats(), one_by_one.into_seats());
        }
    }
}
