//! Decision diagrams with several branches to a node: the same function is the same node, so that to
//! compare two rules is to compare two numbers (R6, R7).
//!
//! Verdicts are ordered unmet, undetermined, met; in that order Kleene's *and* is the smaller, *or* the
//! larger, and *at least n* the nth largest. After Bryant, IEEE Transactions on Computers 35(8), 1986, and
//! Srinivasan et al., ICCAD 1990, for several branches.

use std::cmp::Reverse;
use std::hash::{BuildHasherDefault, Hasher};

use super::Inconclusive;
use super::hasher::{Map, Quick};
use crate::Verdict;

/// A function of the axes, by number.
pub(super) type Ref = usize;

pub(super) const UNMET: Ref = 0;
pub(super) const UNDETERMINED: Ref = 1;
pub(super) const MET: Ref = 2;
/// Two verdicts at once stand from here on.
const PAIRS: Ref = 3;
const FIRST: Ref = 12;

/// What a new node costs beside its branches: it is looked up, and kept.
pub(super) const NODE: usize = 6;

pub(super) const fn leaf(verdict: Verdict) -> Ref {
    match verdict {
        Verdict::Unmet => UNMET,
        Verdict::Undetermined => UNDETERMINED,
        Verdict::Met => MET,
    }
}

pub(super) const fn verdict(leaf: Ref) -> Option<Verdict> {
    match leaf {
        UNMET => Some(Verdict::Unmet),
        UNDETERMINED => Some(Verdict::Undetermined),
        MET => Some(Verdict::Met),
        _ => None,
    }
}

/// The two verdicts of a leaf that [`Op::Pair`] made.
pub(super) fn pair(leaf: Ref) -> Option<(Verdict, Verdict)> {
    let both = leaf.checked_sub(PAIRS).filter(|_| leaf < FIRST)?;
    Some((verdict(both / 3)?, verdict(both % 3)?))
}

/// Every leaf of two verdicts that differ.
pub(super) fn changes() -> impl Iterator<Item = Ref> {
    (PAIRS..FIRST).filter(|leaf| pair(*leaf).is_some_and(|(from, to)| from != to))
}

pub(super) const fn is_leaf(node: Ref) -> bool {
    node < FIRST
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Op {
    /// The smaller: both are met.
    Min,
    /// The larger: one of them is met.
    Max,
    /// Both verdicts, side by side.
    Pair,
    /// The first, but unmet wherever the second is met.
    Except,
    /// What both say, and undetermined where they differ.
    Agree,
}

/// What nodes became.
pub(super) type Known = Map<Ref, Ref>;

/// An axis, and the cell that a way down takes there.
pub(super) type Step = (usize, usize);

/// What becomes of a node once its branches are known.
type Turn<'t> = dyn Fn(&mut Diagrams, usize, Vec<Ref>) -> Result<Ref, Inconclusive> + 't;

pub(super) struct Diagrams {
    /// Each node's axis, where its branches begin and how many they are, and the next node of its hash.
    nodes: Vec<(usize, usize, usize, Option<Ref>)>,
    branches: Vec<Ref>,
    unique: Map<u64, Ref>,
    applied: Map<(Op, Ref, Ref), Ref>,
    negated: Known,
    /// Branches of nodes in the making.
    making: Vec<Ref>,
    steps: usize,
    bound: usize,
}

impl Diagrams {
    pub(super) fn new(bound: usize) -> Self {
        Self {
            nodes: Vec::new(),
            branches: Vec::new(),
            unique: Map::with_capacity_and_hasher(512, BuildHasherDefault::default()),
            applied: Map::with_capacity_and_hasher(512, BuildHasherDefault::default()),
            negated: Map::default(),
            making: Vec::new(),
            steps: 0,
            bound,
        }
    }

    /// Counts work, and gives up at the bound.
    pub(super) fn step(&mut self, work: usize) -> Result<(), Inconclusive> {
        self.steps = self.steps.saturating_add(work);
        if self.steps > self.bound { Err(Inconclusive { bound: self.bound }) } else { Ok(()) }
    }

    /// Tries what may take so much work and no more; nothing where it would.
    pub(super) fn attempt<T>(
        &mut self,
        work: usize,
        what: impl FnOnce(&mut Self) -> Result<T, Inconclusive>,
    ) -> Result<Option<T>, Inconclusive> {
        let (bound, making) = (self.bound, self.making.len());
        self.bound = bound.min(self.steps.saturating_add(work));
        let done = what(self);
        self.bound = bound;
        self.making.truncate(making);
        match done {
            Ok(done) => Ok(Some(done)),
            Err(_) if self.steps <= bound => Ok(None),
            Err(_) => Err(Inconclusive { bound }),
        }
    }

    /// How much work was done, and how much is left.
    pub(super) const fn worked(&self) -> (usize, usize) {
        (self.steps, self.bound.saturating_sub(self.steps))
    }

    /// How many numbers are taken.
    pub(super) const fn size(&self) -> usize {
        self.nodes.len() + FIRST
    }

    /// The axis and the branches of a node that is no leaf.
    pub(super) fn branch(&self, node: Ref) -> Option<(usize, &[Ref])> {
        let (axis, begin, count, _) = self.nodes.get(node.checked_sub(FIRST)?)?;
        Some((*axis, self.branches.get(*begin..begin + count)?))
    }

    /// The function that takes this branch of the axis for each of its cells. The branches may only speak
    /// of later axes.
    pub(super) fn make(&mut self, axis: usize, children: &[Ref]) -> Ref {
        match children.split_first() {
            None => UNMET,
            Some((first, rest)) if rest.iter().all(|child| child == first) => *first,
            Some(_) => {
                let mut hash = Quick::default();
                hash.write_usize(axis);
                children.iter().for_each(|child| hash.write_usize(*child));
                let hash = hash.0;
                let first = self.unique.get(&hash).copied();
                let mut same = first;
                while let Some(node) = same {
                    if self.branch(node) == Some((axis, children)) {
                        return node;
                    }
                    same =
                        node.checked_sub(FIRST).and_then(|node| self.nodes.get(node)).and_then(|node| node.3);
                }
                let node = self.size();
                self.nodes.push((axis, self.branches.len(), children.len(), first));
                self.branches.extend_from_slice(children);
                self.unique.insert(hash, node);
                node
            }
        }
    }

    /// Makes a node of what was put aside since then.
    fn made(&mut self, axis: usize, since: usize) -> Ref {
        let making = std::mem::take(&mut self.making);
        let node = self.make(axis, making.get(since..).unwrap_or_default());
        self.making = making;
        self.making.truncate(since);
        node
    }

    pub(super) fn apply(&mut self, op: Op, a: Ref, b: Ref) -> Result<Ref, Inconclusive> {
        let (a, b) = if matches!(op, Op::Min | Op::Max | Op::Agree) && b < a { (b, a) } else { (a, b) };
        // The smaller number comes first, and leaves have the smallest.
        match op {
            Op::Agree if a == b => return Ok(a),
            Op::Agree if a == UNDETERMINED || b == UNDETERMINED || is_leaf(b) => return Ok(UNDETERMINED),
            Op::Min if a == UNMET || a == b => return Ok(a),
            Op::Min if a == MET => return Ok(b),
            Op::Max if a == MET || b == MET => return Ok(MET),
            Op::Max if a == UNMET || a == b => return Ok(b),
            Op::Min if is_leaf(b) => return Ok(a.min(b)),
            Op::Max if is_leaf(b) => return Ok(a.max(b)),
            Op::Pair if is_leaf(a) && is_leaf(b) => return Ok(PAIRS + 3 * a + b),
            Op::Except if b == MET => return Ok(UNMET),
            Op::Except if b == UNMET || is_leaf(a) && is_leaf(b) => return Ok(a),
            _ => {}
        }
        self.step(1)?;
        if let Some(node) = self.applied.get(&(op, a, b)) {
            return Ok(*node);
        }
        let at = |node: Ref| self.branch(node).map(|(axis, below)| (axis, below.len()));
        let (axis, cells) = match (at(a), at(b)) {
            (Some(a), Some(b)) if a.0 <= b.0 => a,
            (_, Some(axis)) | (Some(axis), None) => axis,
            (None, None) => return Ok(UNMET),
        };
        self.step(cells + NODE)?;
        let since = self.making.len();
        for cell in 0..cells {
            let (a, b) = (self.child(a, axis, cell), self.child(b, axis, cell));
            let child = self.apply(op, a, b)?;
            self.making.push(child);
        }
        let node = self.made(axis, since);
        self.applied.insert((op, a, b), node);
        Ok(node)
    }

    /// What a node is in this cell of an axis, which is none after its own.
    pub(super) fn child(&self, node: Ref, axis: usize, cell: usize) -> Ref {
        match self.branch(node) {
            Some((its, below)) if its == axis => below.get(cell).copied().unwrap_or(UNMET),
            _ => node,
        }
    }

    /// All of them by this operation, which has this for none and for which their order does not matter.
    /// Those whose first axis is the last are taken first: what is added then stands on top of what there
    /// is, which is looked through no further.
    pub(super) fn fold(
        &mut self,
        op: Op,
        none: Ref,
        nodes: impl IntoIterator<Item = Ref>,
    ) -> Result<Ref, Inconclusive> {
        self.deepest_first(nodes).into_iter().try_fold(none, |all, node| self.apply(op, all, node))
    }

    /// Those first whose first axis is the last.
    pub(super) fn deepest_first(&self, nodes: impl IntoIterator<Item = Ref>) -> Vec<Ref> {
        let mut nodes: Vec<Ref> = nodes.into_iter().collect();
        nodes.sort_by_key(|node| Reverse(self.branch(*node).map_or(usize::MAX, |(axis, _)| axis)));
        nodes
    }

    pub(super) fn negate(&mut self, node: Ref) -> Result<Ref, Inconclusive> {
        if let Some(verdict) = verdict(node) {
            return Ok(leaf(!verdict));
        }
        if let Some(known) = self.negated.get(&node) {
            return Ok(*known);
        }
        let Some((axis, cells)) = self.branch(node).map(|(axis, below)| (axis, below.len())) else {
            return Ok(node);
        };
        self.step(cells + NODE)?;
        let since = self.making.len();
        for cell in 0..cells {
            let child = self.negate(self.child(node, axis, cell))?;
            self.making.push(child);
        }
        let negated = self.made(axis, since);
        self.negated.insert(node, negated);
        Ok(negated)
    }

    /// The nth largest of them.
    pub(super) fn at_least(&mut self, n: u32, nodes: &[Ref]) -> Result<Ref, Inconclusive> {
        Ok(self.largest(n, nodes)?.0)
    }

    /// The nth largest of them, and the largest but for n - 1: what is there once more is added.
    pub(super) fn largest(&mut self, n: u32, nodes: &[Ref]) -> Result<(Ref, Ref), Inconclusive> {
        let n = usize::try_from(n).unwrap_or(usize::MAX);
        if n == 0 {
            return Ok((MET, MET));
        }
        if n - 1 > nodes.len() {
            return Ok((UNMET, UNMET));
        }
        // What is reached with so many: none at all always is.
        let mut reached = vec![MET];
        reached.resize(n + 1, UNMET);
        let mut left = nodes.len();
        for node in self.deepest_first(nodes.iter().copied()) {
            left -= 1;
            // Fewer than these are not enough any more, whatever is left.
            for count in ((n - 1).saturating_sub(left).max(1)..=n).rev() {
                let fewer = reached.get(count - 1).copied().unwrap_or(UNMET);
                let before = reached.get(count).copied().unwrap_or(UNMET);
                let with = self.apply(Op::Min, fewer, node)?;
                let now = self.apply(Op::Max, before, with)?;
                if let Some(slot) = reached.get_mut(count) {
                    *slot = now;
                }
            }
        }
        let at = |count: usize| reached.get(count).copied().unwrap_or(UNMET);
        Ok((at(n), at(n - 1)))
    }

    /// Takes every axis out that this tells to, by the smaller of its branches, and lets the others see
    /// their branches first.
    pub(super) fn rebuild(
        &mut self,
        node: Ref,
        known: &mut Known,
        turn: &Turn<'_>,
    ) -> Result<Ref, Inconclusive> {
        let Some((axis, below)) = self.branch(node) else { return Ok(node) };
        if let Some(done) = known.get(&node) {
            return Ok(*done);
        }
        let below = below.to_vec();
        self.step(below.len() + NODE)?;
        let children =
            below.iter().map(|child| self.rebuild(*child, known, turn)).collect::<Result<Vec<_>, _>>()?;
        let done = turn(self, axis, children)?;
        known.insert(node, done);
        Ok(done)
    }

    /// The same where it ends in a leaf that this accepts, and unmet elsewhere. What is not unmet then has
    /// such a leaf below.
    pub(super) fn only(
        &mut self,
        node: Ref,
        accepts: &dyn Fn(Ref) -> bool,
        known: &mut Known,
    ) -> Result<Ref, Inconclusive> {
        let Some((axis, cells)) = self.branch(node).map(|(axis, below)| (axis, below.len())) else {
            return Ok(if accepts(node) { node } else { UNMET });
        };
        if let Some(done) = known.get(&node) {
            return Ok(*done);
        }
        self.step(cells + NODE)?;
        let since = self.making.len();
        for cell in 0..cells {
            let child = self.only(self.child(node, axis, cell), accepts, known)?;
            self.making.push(child);
        }
        let done = self.made(axis, since);
        known.insert(node, done);
        Ok(done)
    }

    /// The first ways down to leaves that are not unmet, each as the cells of its axes; so many at most.
    pub(super) fn ways(&mut self, node: Ref, most: usize) -> Result<Vec<Vec<Step>>, Inconclusive> {
        let mut ways = Vec::new();
        let mut way: Vec<Step> = Vec::new();
        let mut open = vec![(0, None, node)];
        let mut work = 0;
        while let Some((depth, step, node)) = open.pop() {
            way.truncate(depth);
            way.extend(step);
            work += 1;
            match self.branch(node) {
                Some((axis, below)) => {
                    work += below.len();
                    let next = below.iter().enumerate().rev().filter(|(_, child)| **child != UNMET);
                    open.extend(next.map(|(cell, child)| (way.len(), Some((axis, cell)), *child)));
                }
                None if node != UNMET => ways.push(way.clone()),
                None => {}
            }
            if ways.len() >= most {
                break;
            }
        }
        self.step(work)?;
        Ok(ways)
    }
}
