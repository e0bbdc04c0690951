//! Reads a diagram out as few wide classes: per axis a set of cells, all of which end alike (R5, R7).

use std::collections::{HashMap, HashSet};

use super::Inconclusive;
use super::diagram::{Diagrams, Known, MET, NODE, Op, Ref, Step, UNMET, is_leaf};

/// The cells of each axis that a class is narrowed on.
pub(super) type Class = Vec<(usize, Vec<usize>)>;

/// What ends in one leaf: a class, and one way down inside it.
pub(super) struct Found {
    pub(super) class: Class,
    pub(super) leaf: Ref,
    pub(super) way: Vec<Step>,
}

/// What is known of nodes in one walk. Walks are many and short, so each begins without forgetting.
#[derive(Default)]
struct Notes {
    walk: usize,
    alike: Vec<(usize, bool)>,
    met: Vec<usize>,
}

impl Notes {
    fn anew(&mut self, size: usize) {
        self.walk += 1;
        self.alike.resize(size, (0, false));
        self.met.resize(size, 0);
    }

    fn alike(&self, node: Ref) -> Option<bool> {
        self.alike.get(node).filter(|(walk, _)| *walk == self.walk).map(|(_, alike)| *alike)
    }

    fn note(&mut self, node: Ref, alike: bool) {
        if let Some(slot) = self.alike.get_mut(node) {
            *slot = (self.walk, alike);
        }
    }

    fn first(&mut self, node: Ref) -> bool {
        let walk = self.walk;
        self.met.get_mut(node).is_some_and(|slot| std::mem::replace(slot, walk) != walk)
    }
}

/// One way down that a class grows from.
struct Seed {
    /// By axis.
    cells: Vec<Option<usize>>,
    leaf: Ref,
}

impl Seed {
    fn at(&self, axis: usize) -> Option<usize> {
        self.cells.get(axis).copied().flatten()
    }
}

impl Diagrams {
    /// Classes that together hold every way down to an accepted leaf, and nothing else. None can be wider
    /// along any axis; two that end alike may have people in common.
    ///
    /// The next class grows from a way that no class has yet, so each holds somebody whom no earlier one
    /// does. There are at most so many, and they take no more than a quarter of the work
    /// that is left; and whether they are all.
    pub(super) fn classes(
        &mut self,
        node: Ref,
        accepts: &dyn Fn(Ref) -> bool,
        sizes: &[usize],
        most: usize,
    ) -> Result<(Vec<Found>, bool), Inconclusive> {
        let only = self.only(node, accepts, &mut Known::default())?;
        let mut found = Vec::new();
        let mut rest = only;
        let mut notes = Notes::default();
        let mut seed = Seed { cells: vec![None; sizes.len()], leaf: UNMET };
        let (begun, left) = self.worked();
        loop {
            let Some(way) = self.ways(rest, 1)?.pop() else { return Ok((found, true)) };
            // What is left of the work may have to go into another answer.
            if found.len() >= most || self.worked().0 - begun > left / 4 {
                return Ok((found, false));
            }
            seed.cells.fill(None);
            for (axis, cell) in &way {
                if let Some(slot) = seed.cells.get_mut(*axis) {
                    *slot = Some(*cell);
                }
            }
            seed.leaf = self.follow(only, &seed);
            notes.anew(self.size());
            let class = self.widen(only, &seed, sizes, &mut notes)?;
            let inside = self.inside(&class, sizes)?;
            rest = self.apply(Op::Except, rest, inside)?;
            found.push(Found { class, leaf: seed.leaf, way });
        }
    }

    /// Where the way ends.
    fn follow(&self, mut node: Ref, seed: &Seed) -> Ref {
        while let Some((axis, below)) = self.branch(node) {
            node = below.get(seed.at(axis).unwrap_or(0)).copied().unwrap_or(UNMET);
        }
        node
    }

    /// Widens the way, axis by axis from the top, by every cell from which all ends alike as long as the
    /// axes below stay where the way has them.
    fn widen(
        &mut self,
        node: Ref,
        seed: &Seed,
        sizes: &[usize],
        notes: &mut Notes,
    ) -> Result<Class, Inconclusive> {
        let mut class = Class::new();
        // What the class so far leads to; from all of it the way goes on to its leaf.
        let mut front = vec![node];
        while let Some(axis) = front.iter().filter_map(|node| Some(self.branch(*node)?.0)).min() {
            let at = |node: &Ref| self.branch(*node).is_some_and(|(its, _)| its == axis);
            let (here, mut next): (Vec<Ref>, Vec<Ref>) = front.iter().partition(|node| at(node));
            let every = sizes.get(axis).copied().unwrap_or(0);
            let mut wide = Vec::with_capacity(every);
            for cell in 0..every {
                let mut alike = true;
                if let Some(own) = seed.at(axis).filter(|own| *own != cell) {
                    for node in &here {
                        // Where the way's own branch is taken, nothing needs to be shown.
                        let child = self.child(*node, axis, cell);
                        alike = child == self.child(*node, axis, own) || self.is_alike(child, seed, notes)?;
                        if !alike {
                            break;
                        }
                    }
                }
                if alike {
                    wide.push(cell);
                }
            }
            self.step(here.len() * wide.len() + front.len())?;
            for child in here.iter().flat_map(|node| wide.iter().map(|cell| self.child(*node, axis, *cell))) {
                if !is_leaf(child) && notes.first(child) {
                    next.push(child);
                }
            }
            if wide.len() < every {
                class.push((axis, wide));
            }
            front = next;
        }
        Ok(class)
    }

    /// Whether all ends in the way's leaf from here, where axes are as the way has them, and those that it
    /// does not name are anything.
    fn is_alike(&mut self, node: Ref, seed: &Seed, notes: &mut Notes) -> Result<bool, Inconclusive> {
        let Some((axis, cells)) = self.branch(node).map(|(axis, below)| (axis, below.len())) else {
            return Ok(node == seed.leaf);
        };
        if let Some(alike) = notes.alike(node) {
            return Ok(alike);
        }
        self.step(1)?;
        let alike = match seed.at(axis) {
            Some(cell) => self.is_alike(self.child(node, axis, cell), seed, notes)?,
            None => {
                let mut all = true;
                for cell in 0..cells {
                    all = all && self.is_alike(self.child(node, axis, cell), seed, notes)?;
                }
                all
            }
        };
        notes.note(node, alike);
        Ok(alike)
    }

    /// Met where this ends in the leaf, whatever the axes are in that are not kept; unmet elsewhere.
    pub(super) fn shadow(
        &mut self,
        node: Ref,
        leaf: Ref,
        kept: &dyn Fn(usize) -> bool,
        known: &mut Known,
    ) -> Result<Ref, Inconclusive> {
        let Some((axis, below)) = self.branch(node) else {
            return Ok(if node == leaf { MET } else { UNMET });
        };
        if let Some(done) = known.get(&node) {
            return Ok(*done);
        }
        let below = below.to_vec();
        self.step(below.len() + NODE)?;
        let mut children = Vec::with_capacity(below.len());
        for child in &below {
            children.push(self.shadow(*child, leaf, kept, known)?);
        }
        let done = if kept(axis) { self.make(axis, &children) } else { self.fold(Op::Max, UNMET, children)? };
        known.insert(node, done);
        Ok(done)
    }

    /// Every leaf that there is below, with the first way down to it.
    pub(super) fn leaves(&mut self, node: Ref) -> Result<HashMap<Ref, Vec<Step>>, Inconclusive> {
        let (mut leaves, mut way) = (HashMap::new(), Vec::<Step>::new());
        let mut open = vec![(0, None, node)];
        let mut seen = vec![false; self.size()];
        let mut work = seen.len() / 16;
        while let Some((depth, step, node)) = open.pop() {
            way.truncate(depth);
            way.extend(step);
            let Some((axis, below)) = self.branch(node) else {
                leaves.entry(node).or_insert_with(|| way.clone());
                continue;
            };
            if let Some(slot) = seen.get_mut(node)
                && !std::mem::replace(slot, true)
            {
                work += below.len();
                let next = below.iter().enumerate().rev();
                open.extend(next.map(|(cell, child)| (way.len(), Some((axis, cell)), *child)));
            }
        }
        self.step(work)?;
        Ok(leaves)
    }

    /// A whole way down to what is not unmet that goes along these cells.
    pub(super) fn along(&mut self, node: Ref, cells: &[Step]) -> Result<Option<Vec<Step>>, Inconclusive> {
        let (mut dead, mut way) = (HashSet::new(), Vec::new());
        let found = self.goes(node, cells, &mut dead, &mut way)?;
        Ok(found.then_some(way))
    }

    fn goes(
        &mut self,
        node: Ref,
        cells: &[Step],
        dead: &mut HashSet<Ref>,
        way: &mut Vec<Step>,
    ) -> Result<bool, Inconclusive> {
        let Some((axis, count)) = self.branch(node).map(|(axis, below)| (axis, below.len())) else {
            return Ok(node != UNMET);
        };
        if dead.contains(&node) {
            return Ok(false);
        }
        let only = cells.iter().find(|(at, _)| *at == axis).map(|(_, cell)| *cell);
        self.step(count + NODE)?;
        for cell in (0..count).filter(|cell| only.is_none_or(|only| only == *cell)) {
            way.push((axis, cell));
            if self.goes(self.child(node, axis, cell), cells, dead, way)? {
                return Ok(true);
            }
            way.pop();
        }
        dead.insert(node);
        Ok(false)
    }

    /// Met inside the class, unmet outside.
    fn inside(&mut self, class: &Class, sizes: &[usize]) -> Result<Ref, Inconclusive> {
        let mut below = MET;
        for (axis, inside) in class.iter().rev() {
            let mut children = vec![UNMET; sizes.get(*axis).copied().unwrap_or(0)];
            for cell in inside {
                if let Some(slot) = children.get_mut(*cell) {
                    *slot = below;
                }
            }
            self.step(children.len() + NODE)?;
            below = self.make(*axis, &children);
        }
        Ok(below)
    }
}
