//! Reads a diagram out as few wide classes: per axis a set of cells, all of which end alike (R5, R7).

use std::collections::HashSet;

use super::Inconclusive;
use super::diagram::{Diagrams, MET, Op, Ref, UNMET, is_leaf};

/// The cells of each axis that a class is narrowed on.
pub(super) type Class = Vec<(usize, Vec<usize>)>;

/// What ends in one leaf: a class, and one way down inside it.
pub(super) struct Found {
    pub(super) class: Class,
    pub(super) leaf: Ref,
    pub(super) way: Vec<(usize, usize)>,
}

impl Diagrams {
    /// Classes that together hold every way down to an accepted leaf, and nothing else. None can be wider
    /// along any axis; two that end alike may have people in common.
    ///
    /// The next class grows from a way that no class has yet, so each holds somebody whom no earlier one
    /// does.
    pub(super) fn classes(
        &mut self,
        node: Ref,
        accepts: &dyn Fn(Ref) -> bool,
        cells: &dyn Fn(usize) -> usize,
    ) -> Result<Vec<Found>, Inconclusive> {
        let mut found = Vec::new();
        let mut rest = node;
        loop {
            let mut way = None;
            self.ways(rest, accepts, &mut |cells| {
                way = Some(cells.to_vec());
                true
            });
            let Some(way) = way else { return Ok(found) };
            let leaf = self.follow(node, &way);
            let mut class: Class = way.iter().map(|(axis, cell)| (*axis, vec![*cell])).collect();
            for (axis, own) in &way {
                let every: Vec<usize> = (0..cells(*axis)).collect();
                let wide: Class = class.iter().filter(|(at, _)| at != axis).cloned().collect();
                if self.ends_alike(node, &wide, leaf)? {
                    class = wide;
                    continue;
                }
                for cell in every.into_iter().filter(|cell| cell != own) {
                    let mut only = class.clone();
                    let Some(slot) = only.iter_mut().find(|(at, _)| at == axis) else { continue };
                    slot.1 = vec![cell];
                    if self.ends_alike(node, &only, leaf)?
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

    /// Where a way down ends; it must name every axis on it.
    fn follow(&self, mut node: Ref, way: &[(usize, usize)]) -> Ref {
        while let Some((axis, below)) = self.branch(node) {
            let cell = way.iter().find(|(at, _)| *at == axis).map_or(0, |(_, cell)| *cell);
            node = below.get(cell).copied().unwrap_or(UNMET);
        }
        node
    }

    /// Whether everything in the class ends in this leaf.
    fn ends_alike(&mut self, node: Ref, class: &Class, leaf: Ref) -> Result<bool, Inconclusive> {
        let mut seen = HashSet::new();
        let mut open = vec![node];
        while let Some(node) = open.pop() {
            if is_leaf(node) {
                if node != leaf {
                    return Ok(false);
                }
                continue;
            }
            if !seen.insert(node) {
                continue;
            }
            let Some((axis, below)) = self.branch(node) else { continue };
            self.step(1)?;
            match class.iter().find(|(at, _)| *at == axis) {
                Some((_, cells)) => open.extend(cells.iter().filter_map(|cell| below.get(*cell))),
                None => open.extend(below.iter()),
            }
        }
        Ok(true)
    }

    /// Met inside the class, unmet outside.
    fn inside(&mut self, class: &Class, cells: &dyn Fn(usize) -> usize) -> Ref {
        let mut ordered: Vec<&(usize, Vec<usize>)> = class.iter().collect();
        ordered.sort_unstable_by_key(|(axis, _)| std::cmp::Reverse(*axis));
        let mut below = MET;
        for (axis, inside) in ordered {
            let children =
                (0..cells(*axis)).map(|cell| if inside.contains(&cell) { below } else { UNMET }).collect();
            below = self.make(*axis, children);
        }
        below
    }
}
