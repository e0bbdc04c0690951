//! The peer: deferred acceptance without quotas, as one would write it by hand for speed. It has flat
//! arrays of its own in the best layout for it, and nothing is checked.

use guildhall_allocation::{Drawn, Ranks};

use crate::market::CHOICES;

pub(crate) struct Plain {
    choices: Vec<[u32; CHOICES]>,
    /// Of each applicant, the rank in each plan.
    ranks: Vec<u32>,
    width: usize,
    plans: Vec<u32>,
    seats: Vec<u32>,
}

/// Who sits where, and how often somebody asked.
pub(crate) struct Plainly {
    pub(crate) seats: Vec<u32>,
    pub(crate) proposals: u64,
}

pub(crate) const NOWHERE: u32 = u32::MAX;

impl Plain {
    pub(crate) fn new(drawn: &Drawn, ranks: &Ranks) -> Self {
        let problem = drawn.problem();
        let number = |index: usize| u32::try_from(index).unwrap_or(NOWHERE);
        let choices = problem.applicants().map(|one| {
            let mut flat = [NOWHERE; CHOICES];
            flat.iter_mut().zip(problem.choices(one)).for_each(|(flat, group)| *flat = number(group.index()));
            flat
        });
        let plans: Vec<_> = problem.groups().map(|group| problem.plan_of(group)).collect();
        let mut distinct = plans.clone();
        distinct.sort_unstable();
        distinct.dedup();
        let each = |one| distinct.iter().map(move |plan| ranks.rank(*plan, one).before());
        Self {
            choices: choices.collect(),
            ranks: problem.applicants().flat_map(each).collect(),
            width: distinct.len(),
            plans: plans.iter().map(|plan| number(distinct.partition_point(|one| one < plan))).collect(),
            seats: problem.groups().map(|group| problem.capacity(group).seats().unwrap_or(NOWHERE)).collect(),
        }
    }

    /// Everybody asks in turn; each group keeps a heap, the worst on top.
    pub(crate) fn solve(&self) -> Plainly {
        let mut heaps: Vec<Vec<u64>> =
            self.seats.iter().map(|seats| Vec::with_capacity(usize::try_from(*seats).unwrap_or(0))).collect();
        let mut next = vec![0_u8; self.choices.len()];
        let mut proposals = 0;
        for first in 0..self.choices.len() {
            let mut asking = first;
            'asking: loop {
                let at = usize::from(next[asking]);
                let Some(group) = self.choices[asking].get(at).filter(|group| **group != NOWHERE) else {
                    break;
                };
                next[asking] += 1;
                proposals += 1;
                let group = usize::try_from(*group).unwrap_or(0);
                let plan = usize::try_from(self.plans[group]).unwrap_or(0);
                let rank = self.ranks[asking * self.width + plan];
                let entry = u64::from(rank) << 32 | u64::try_from(asking).unwrap_or(0);
                let heap = &mut heaps[group];
                if heap.len() < usize::try_from(self.seats[group]).unwrap_or(usize::MAX) {
                    rise(heap, entry);
                    break 'asking;
                }
                if entry < heap[0] {
                    let gone = heap[0];
                    sink(heap, entry);
                    asking = usize::try_from(gone & u64::from(u32::MAX)).unwrap_or(0);
                }
            }
        }
        let mut seats = vec![NOWHERE; self.choices.len()];
        for (group, heap) in (0..).zip(&heaps) {
            for entry in heap {
                seats[usize::try_from(entry & u64::from(u32::MAX)).unwrap_or(0)] = group;
            }
        }
        Plainly { seats, proposals }
    }
}

fn rise(heap: &mut Vec<u64>, entry: u64) {
    let mut at = heap.len();
    heap.push(entry);
    while at > 0 {
        let above = (at - 1) / 2;
        if heap[above] >= entry {
            break;
        }
        heap[at] = heap[above];
        at = above;
    }
    heap[at] = entry;
}

/// Puts an entry in the place of the topmost.
fn sink(heap: &mut [u64], entry: u64) {
    let mut at = 0;
    loop {
        let mut below = 2 * at + 1;
        if below >= heap.len() {
            break;
        }
        if below + 1 < heap.len() && heap[below + 1] > heap[below] {
            below += 1;
        }
        if entry >= heap[below] {
            break;
        }
        heap[at] = heap[below];
        at = below;
    }
    heap[at] = entry;
}
