//! Reads a diagram out as few wide classes: per axis a set of cells, all of which end alike (R5, R7).

use std::collections::HashMap;

use super::Inconclusive;
use super::diagram::{Diagrams, MET, NODE, Op, Ref, UNMET};

/// The cells of each axis that a class is narrowed on.
pub(super) type Class = Vec<(usize, Vec<usize>)>;

/// What ends in one leaf: a class, and one way down inside it.
pub(super) struct Found {
    pub(super) class: Class,
    pub(super) leaf: Ref,
    pub(super) way: Vec<(usize, usize)>,
}

/// Which nodes one walk has seen. Walks are many and short, so each begins without forgetting.
#[derive(Default)]
struct Seen {
    walk: usize,
    in_walk: Vec<usize>,
}

impl Seen {
    fn anew(&mut self, size: usize) {
        self.walk += 1;
        self.in_walk.resize(size, 0);
    }

    fn first(&mut self, node: Ref) -> bool {
        let walk = self.walk;
        self.in_walk.get_mut(node).is_some_and(|slot| std::mem::replace(slot, walk) != walk)
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
        cells: &dyn Fn(usize) -> usize,
        most: usize,
    ) -> Result<(Vec<Found>, bool), Inconclusive> {
        let mut found = Vec::new();
        let mut rest = node;
        let mut seen = Seen::default();
        let (begun, left) = self.worked();
        loop {
            let mut way = None;
            self.ways(rest, accepts, &mut |cells| {
                way = Some(cells.to_vec());
                true
            });
            let Some(way) = way else { return Ok((found, true)) };
            // What is left of the work may have to go into another answer.
            if found.len() >= most || self.worked().0 - begun > left / 4 {
                return Ok((found, false));
            }
            let leaf = self.follow(node, &way);
            let mut class: Class = way.iter().map(|(axis, cell)| (*axis, vec![*cell])).collect();
            for (axis, own) in &way {
                let every: Vec<usize> = (0..cells(*axis)).collect();
                if self.ends_alike(node, &class, (*axis, None), leaf, &mut seen)? {
                    class.retain(|(at, _)| at != axis);
                    continue;
                }
                for cell in every.into_iter().filter(|cell| cell != own) {
                    if self.ends_alike(node, &class, (*axis, Some(cell)), leaf, &mut seen)?
                        && let Some(slot) = class.iter_mut().find(|(at, _)| at == axis)
                    {
                        slot.1.push(cell);
                    }
                }
                if let Some(slot) = class.iter_mut().find(|(at, _)| at == axis) {
                    slot.1.sort_unstable();
                }
            }
            let inside = self.inside(&class, cells);
            rest = self.apply(Op::Except, rest, inside)?;
            found.push(Found { class, leaf, way });
        }
    }

    /// Met where this ends in the leaf, whatever the axes are in that are not kept; unmet elsewhere.
    pub(super) fn shadow(
        &mut self,
        node: Ref,
        leaf: Ref,
        kept: &dyn Fn(usize) -> bool,
        known: &mut HashMap<Ref, Ref>,
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

    /// A whole way down to the leaf that goes along these cells.
    pub(super) fn along(
        &mut self,
        node: Ref,
        leaf: Ref,
        cells: &[(usize, usize)],
    ) -> Result<Option<Vec<(usize, usize)>>, Inconclusive> {
        let mut node = node;
        for (axis, cell) in cells {
            node = self.restrict(node, *axis, *cell)?;
        }
        let mut whole = None;
        self.ways(node, &|found| found == leaf, &mut |way| {
            whole = Some(way.iter().chain(cells).copied().collect());
            true
        });
        Ok(whole)
    }

    /// Where a way down ends; it must name every axis on it.
    fn follow(&self, mut node: Ref, way: &[(usize, usize)]) -> Ref {
        while let Some((axis, below)) = self.branch(node) {
            let cell = way.iter().find(|(at, _)| *at == axis).map_or(0, |(_, cell)| *cell);
            node = below.get(cell).copied().unwrap_or(UNMET);
        }
        node
    }

    /// Whether everything in the class ends in this leaf, where one axis is in another cell, or in any.
    fn ends_alike(
        &mut self,
        node: Ref,
        class: &Class,
        but: (usize, Option<usize>),
        leaf: Ref,
        seen: &mut Seen,
    ) -> Result<bool, Inconclusive> {
        seen.anew(self.size());
        let (mut open, mut visited) = (vec![node], 0);
        let mut alike = true;
        while let Some(node) = open.pop() {
            let Some((axis, below)) = self.branch(node) else {
                alike = node == leaf;
                if alike {
                    continue;
                }
                break;
            };
            if !seen.first(node) {
                continue;
            }
            visited += 1;
            match class.iter().find(|(at, _)| *at == axis) {
                _ if axis == but.0 => match but.1 {
                    Some(cell) => open.extend(below.get(cell)),
                    None => open.extend(below.iter()),
                },
                Some((_, cells)) => open.extend(cells.iter().filter_map(|cell| below.get(*cell))),
                None => open.extend(below.iter()),
            }
        }
        self.step(visited)?;
        Ok(alike)
    }

    /// Met inside the class, unmet outside.
    fn inside(&mut self, class: &Class, cells: &dyn Fn(usize) -> usize) -> Ref {
        let mut ordered: Vec<&(usize, Vec<usize>)> = class.iter().collect();
        ordered.sort_unstable_by_key(|(axis, _)| std::cmp::Reverse(*axis));
        let mut below = MET;
        for (axis, inside) in ordered {
            let children: Vec<Ref> =
                (0..cells(*axis)).map(|cell| if inside.contains(&cell) { below } else { UNMET }).collect();
            below = self.make(*axis, &children);
        }
        below
    }
}
