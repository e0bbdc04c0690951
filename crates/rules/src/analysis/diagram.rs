//! Decision diagrams with several branches to a node: the same function is the same node, so that to
//! compare two rules is to compare two numbers (R6, R7).
//!
//! Verdicts are ordered unmet, undetermined, met; in that order Kleene's *and* is the smaller, *or* the
//! larger, and *at least n* the nth largest. After Bryant, IEEE Transactions on Computers 35(8), 1986, and
//! Srinivasan et al., ICCAD 1990, for several branches.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::rc::Rc;

use super::Inconclusive;
use crate::Verdict;

/// A function of the axes, by number.
pub(super) type Ref = usize;

pub(super) const UNMET: Ref = 0;
pub(super) const UNDETERMINED: Ref = 1;
pub(super) const MET: Ref = 2;
/// Two verdicts at once stand from here on.
const PAIRS: Ref = 3;
const FIRST: Ref = 12;

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
}

/// Node numbers are small and nobody's input, so a hash that resists attacks would be wasted.
#[derive(Default)]
pub(super) struct Quick(u64);
impl Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let word = chunk.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
            self.write_u64(word);
        }
    }

    fn write_u64(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_usize(&mut self, word: usize) {
        self.write_u64(u64::try_from(word).unwrap_or(u64::MAX));
    }

    fn write_isize(&mut self, word: isize) {
        self.write_u64(u64::from_ne_bytes(i64::try_from(word).unwrap_or(0).to_ne_bytes()));
    }
}
type Map<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;

/// An axis, and the cell that a way down takes there.
pub(super) type Step = (usize, usize);

/// What becomes of a node once its branches are known.
type Turn<'t> = dyn Fn(&mut Diagrams, usize, Vec<Ref>) -> Result<Ref, Inconclusive> + 't;

pub(super) struct Diagrams {
    nodes: Vec<(usize, Rc<[Ref]>)>,
    unique: Map<(usize, Rc<[Ref]>), Ref>,
    applied: Map<(Op, Ref, Ref), Ref>,
    negated: Map<Ref, Ref>,
    steps: usize,
    bound: usize,
}

impl Diagrams {
    pub(super) fn new(bound: usize) -> Self {
        Self {
            nodes: Vec::new(),
            unique: Map::default(),
            applied: Map::default(),
            negated: Map::default(),
            steps: 0,
            bound,
        }
    }

    /// Counts work, and gives up at the bound.
    pub(super) fn step(&mut self, work: usize) -> Result<(), Inconclusive> {
        self.steps = self.steps.saturating_add(work);
        if self.steps > self.bound { Err(Inconclusive { bound: self.bound }) } else { Ok(()) }
    }

    /// The axis and the branches of a node that is no leaf.
    pub(super) fn branch(&self, node: Ref) -> Option<(usize, Rc<[Ref]>)> {
        self.nodes.get(node.checked_sub(FIRST)?).cloned()
    }

    /// The function that takes this branch of the axis for each of its cells. The branches may only speak
    /// of later axes.
    pub(super) fn make(&mut self, axis: usize, children: Vec<Ref>) -> Ref {
        match children.split_first() {
            None => UNMET,
            Some((first, rest)) if rest.iter().all(|child| child == first) => *first,
            Some(_) => {
                let children: Rc<[Ref]> = children.into();
                if let Some(node) = self.unique.get(&(axis, Rc::clone(&children))) {
                    return *node;
                }
                let node = self.nodes.len() + FIRST;
                self.nodes.push((axis, Rc::clone(&children)));
                self.unique.insert((axis, children), node);
                node
            }
        }
    }

    pub(super) fn apply(&mut self, op: Op, a: Ref, b: Ref) -> Result<Ref, Inconclusive> {
        let (a, b) = if matches!(op, Op::Min | Op::Max) && b < a { (b, a) } else { (a, b) };
        // The smaller number comes first, and leaves have the smallest.
        match op {
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
        if let Some(node) = self.applied.get(&(op, a, b)) {
            return Ok(*node);
        }
        let (of_a, of_b) = (self.branch(a), self.branch(b));
        let axis = match (&of_a, &of_b) {
            (Some((a, _)), Some((b, _))) => *a.min(b),
            (Some((axis, _)), None) | (None, Some((axis, _))) => *axis,
            (None, None) => return Ok(UNMET),
        };
        let at = |of: Option<(usize, Rc<[Ref]>)>| of.filter(|(its, _)| *its == axis).map(|(_, below)| below);
        let (below_a, below_b) = (at(of_a), at(of_b));
        let cells = below_a.as_ref().or(below_b.as_ref()).map_or(0, |below| below.len());
        self.step(cells)?;
        let mut children = Vec::with_capacity(cells);
        for cell in 0..cells {
            let down = |below: &Option<Rc<[Ref]>>, node| {
                below.as_ref().map_or(node, |below| below.get(cell).copied().unwrap_or(UNMET))
            };
            let (a, b) = (down(&below_a, a), down(&below_b, b));
            children.push(self.apply(op, a, b)?);
        }
        let node = self.make(axis, children);
        self.applied.insert((op, a, b), node);
        Ok(node)
    }

    /// All of them by this operation, which has this for none.
    pub(super) fn fold(
        &mut self,
        op: Op,
        none: Ref,
        nodes: impl IntoIterator<Item = Ref>,
    ) -> Result<Ref, Inconclusive> {
        nodes.into_iter().try_fold(none, |all, node| self.apply(op, all, node))
    }

    pub(super) fn negate(&mut self, node: Ref) -> Result<Ref, Inconclusive> {
        if let Some(verdict) = verdict(node) {
            return Ok(leaf(!verdict));
        }
        if let Some(known) = self.negated.get(&node) {
            return Ok(*known);
        }
        let Some((axis, below)) = self.branch(node) else { return Ok(node) };
        self.step(below.len())?;
        let children = below.iter().map(|child| self.negate(*child)).collect::<Result<_, _>>()?;
        let negated = self.make(axis, children);
        self.negated.insert(node, negated);
        Ok(negated)
    }

    /// The nth largest of them.
    pub(super) fn at_least(&mut self, n: u32, nodes: &[Ref]) -> Result<Ref, Inconclusive> {
        let n = usize::try_from(n).unwrap_or(usize::MAX);
        if n > nodes.len() {
            return Ok(UNMET);
        }
        // What is reached with so many: none at all always is.
        let mut reached = vec![MET];
        reached.resize(n.saturating_add(1), UNMET);
        for node in nodes {
            for count in (1..=n).rev() {
                let fewer = reached.get(count - 1).copied().unwrap_or(UNMET);
                let before = reached.get(count).copied().unwrap_or(UNMET);
                let with = self.apply(Op::Min, fewer, *node)?;
                let now = self.apply(Op::Max, before, with)?;
                if let Some(slot) = reached.get_mut(count) {
                    *slot = now;
                }
            }
        }
        Ok(reached.last().copied().unwrap_or(UNMET))
    }

    /// Takes every axis out that this tells to, by the smaller of its branches, and lets the others see
    /// their branches first.
    pub(super) fn rebuild(
        &mut self,
        node: Ref,
        known: &mut HashMap<Ref, Ref>,
        turn: &Turn<'_>,
    ) -> Result<Ref, Inconclusive> {
        let Some((axis, below)) = self.branch(node) else { return Ok(node) };
        if let Some(done) = known.get(&node) {
            return Ok(*done);
        }
        self.step(below.len())?;
        let children =
            below.iter().map(|child| self.rebuild(*child, known, turn)).collect::<Result<Vec<_>, _>>()?;
        let done = turn(self, axis, children)?;
        known.insert(node, done);
        Ok(done)
    }

    /// Walks the ways down to leaves that this accepts, each as the cells of its axes, until the visitor has
    /// had enough.
    pub(super) fn ways<'w>(
        &'w self,
        node: Ref,
        accepts: &'w dyn Fn(Ref) -> bool,
        enough: &'w mut (dyn FnMut(&[Step]) -> bool + 'w),
    ) {
        let mut dead = vec![false; self.nodes.len() + FIRST];
        Walk { diagrams: self, accepts, enough, dead: &mut dead, way: Vec::new(), done: false }.down(node);
    }
}

struct Walk<'w> {
    diagrams: &'w Diagrams,
    accepts: &'w dyn Fn(Ref) -> bool,
    enough: &'w mut (dyn FnMut(&[Step]) -> bool + 'w),
    /// Nodes below which there is no such leaf.
    dead: &'w mut [bool],
    way: Vec<Step>,
    done: bool,
}

impl Walk<'_> {
    fn down(&mut self, node: Ref) -> bool {
        if is_leaf(node) {
            let accepted = (self.accepts)(node);
            self.done = accepted && (self.enough)(&self.way);
            return accepted;
        }
        if self.dead.get(node).copied().unwrap_or(true) {
            return false;
        }
        let Some((axis, below)) = self.diagrams.branch(node) else { return false };
        let mut any = false;
        for (cell, child) in below.iter().enumerate() {
            self.way.push((axis, cell));
            any |= self.down(*child);
            self.way.pop();
            if self.done {
                return true;
            }
        }
        if let Some(slot) = self.dead.get_mut(node) {
            *slot = !any;
        }
        any
    }
}
