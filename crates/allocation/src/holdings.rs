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

use crate::node::{Ease, FrontIndex, NO_FRONT, NO_NODE, Node, NodeIndex, Nodes};
use crate::outcome::Work;
use crate::pool::{Entry, Pool, Pools};
use crate::problem::{Applicant, Group, Problem};
use crate::rank::Ranks;
use crate::shape::Shapes;
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

/// What all groups hold at one moment, each the best of those who have asked it by now.
#[derive(Debug)]
pub struct Holdings<'a> {
    ranks: &'a Ranks,
    seats: Table<Applicant, Group>,
    orders: Table<Group, usize>,
    /// Empty where no group keeps seats on top.
    open: Table<Group, Open>,
    nodes: Nodes,
    pools: Pools,
    work: Work,
}

impl<'a> Holdings<'a> {
    /// Nobody is held anywhere.
    pub fn new(problem: &Problem, ranks: &'a Ranks) -> Self {
        let nodes = Nodes::new(problem, Shapes::new(problem));
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
        let seats = Table::of(problem.applicants().len(), NO_GROUP);
        Self { ranks, seats, orders, open, nodes, pools: Pools::default(), work: Work::default() }
    }

    /// What was counted by now.
    pub const fn work(&self) -> Work {
        self.work
    }

    /// Where somebody is held.
    pub fn seat(&self, applicant: Applicant) -> Option<Group> {
        Some(self.seats[applicant]).filter(|group| *group != NO_GROUP)
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

    fn offer_open(&mut self, group: Group, entry: Entry) -> Answer {
        let open = &mut self.open[group];
        if open.count < open.seats {
            open.count = open.count.saturating_add(1);
            self.pools.push(&mut open.pool, entry, |_| true);
            self.seats[entry.applicant()] = group;
            return Answer::Held;
        }
        let Some(worst) = self.pools.top(open.pool).filter(|worst| *worst > entry) else {
            return self.offer_within(group, entry);
        };
        self.pools.pop(&mut open.pool);
        self.pools.push(&mut open.pool, entry, |_| true);
        self.seats[entry.applicant()] = group;
        match self.offer_within(group, worst) {
            Answer::Refused => {
                self.seats[worst.applicant()] = NO_GROUP;
                Answer::Displaced(worst.applicant())
            }
            answer => answer,
        }
    }

    fn offer_within(&mut self, group: Group, entry: Entry) -> Answer {
        let place = self.nodes.place(group, entry.applicant());
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
            let place = self.nodes.place(group, entry.applicant());
            self.nodes.make(group, place)
        } else {
            deepest
        };
        self.seats[entry.applicant()] = group;
        let front = loop {
            let node = &mut self.nodes[at];
            node.count = node.count.wrapping_add(1);
            self.pools.push(&mut node.pool, entry, |held| self.seats[held.applicant()] == group);
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
        self.seats[entry.applicant()] = NO_GROUP;
        let place = self.nodes.place(group, entry.applicant());
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
            if self.seats[entry.applicant()] == group {
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
            if self.nodes.front(beneath).claim == Some(claim) {
                let actual = self.easiest(group, below).map(|ease| ease.costing(count <= reserve));
                if actual == Some(claim) {
                    return actual;
                }
                self.nodes.front_mut(beneath).claim = actual;
                if let Some(actual) = actual {
                    self.nodes.front_mut(front).claims.push((actual, below));
                }
            }
            self.nodes.front_mut(front).claims.pop();
        }
    }
}
