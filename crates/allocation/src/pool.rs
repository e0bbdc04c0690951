//! Heaps of applicants, the worst on top, in one piece of memory: there may be a heap for every town of
//! every group, most of them with two or three people.

use crate::problem::Applicant;
use crate::rank::Rank;
use crate::table::{Number, Table, number};

/// Somebody with their rank in the group's priority. The greater of two is the one who comes later.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Entry(u64);

impl Entry {
    #[inline]
    pub(crate) fn new(rank: Rank, applicant: Applicant) -> Self {
        Self(u64::from(rank.0) << 32 | u64::from(applicant.0))
    }

    #[inline]
    pub(crate) fn applicant(self) -> Applicant {
        // Cut to the lower half, the number always fits.
        Applicant(u32::try_from(self.0 & u64::from(u32::MAX)).unwrap_or(u32::MAX))
    }
}

/// Where an entry stands in the memory of all heaps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Slot(u32);
number!(Slot);

impl Slot {
    #[inline]
    const fn after(self, steps: u32) -> Self {
        Self(self.0.wrapping_add(steps))
    }
}

/// One heap: a block of the memory, of which the first `len` slots are used.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Pool {
    begin: Slot,
    len: u32,
    /// 0 where there is no block yet, 1 for a block of one slot, and one more for each doubling.
    size: u8,
}

/// The memory of all heaps, and the blocks in it that nobody uses, by size.
#[derive(Debug, Default)]
pub(crate) struct Pools {
    slots: Table<Slot, Entry>,
    unused: [Vec<Slot>; 32],
}

#[inline]
const fn slots_of(size: u8) -> u32 {
    (1_u32 << size) >> 1
}

impl Pools {
    /// The worst of a heap.
    #[inline]
    pub(crate) fn top(&self, pool: Pool) -> Option<Entry> {
        (pool.len > 0).then(|| self.slots[pool.begin])
    }

    /// Adds an entry. Where the block is full, entries that are not `current` any more are left out, and
    /// a larger block is only taken where more than half remain: so each push pays for itself.
    #[inline]
    pub(crate) fn push(&mut self, pool: &mut Pool, entry: Entry, current: impl Fn(Entry) -> bool) {
        if pool.len == slots_of(pool.size) {
            self.make_room(pool, current);
        }
        let at = pool.len;
        pool.len = at.wrapping_add(1);
        self.rise(pool.begin, at, entry);
    }

    /// Takes the worst out of a heap.
    #[inline]
    pub(crate) fn pop(&mut self, pool: &mut Pool) -> Option<Entry> {
        let top = self.top(*pool)?;
        let last = pool.len.wrapping_sub(1);
        pool.len = last;
        if last > 0 {
            let entry = self.slots[pool.begin.after(last)];
            self.sink(*pool, 0, entry);
        }
        Some(top)
    }

    fn make_room(&mut self, pool: &mut Pool, current: impl Fn(Entry) -> bool) {
        let before = pool.len;
        let mut kept = 0;
        for at in 0..before {
            let entry = self.slots[pool.begin.after(at)];
            if current(entry) {
                self.slots[pool.begin.after(kept)] = entry;
                kept = kept.wrapping_add(1);
            }
        }
        pool.len = kept;
        if kept > before / 2 || before == 0 {
            let size = pool.size.wrapping_add(1);
            let larger = self.block(size);
            for at in 0..kept {
                self.slots[larger.after(at)] = self.slots[pool.begin.after(at)];
            }
            if before > 0 {
                self.free(pool.begin, pool.size);
            }
            (pool.begin, pool.size) = (larger, size);
        }
        if kept < before {
            for at in (0..kept / 2).rev() {
                let entry = self.slots[pool.begin.after(at)];
                self.sink(*pool, at, entry);
            }
        }
    }

    /// A block that nobody uses: of this size, or cut off a larger one, or new.
    fn block(&mut self, size: u8) -> Slot {
        let unused = self.unused.iter_mut().enumerate().skip(usize::from(size));
        let found = unused.filter_map(|(larger, unused)| Some((larger, unused.pop()?))).next();
        if let Some((larger, begin)) = found {
            for half in usize::from(size)..larger {
                if let Some(unused) = self.unused.get_mut(half) {
                    unused.push(begin.after(slots_of(u8::try_from(half).unwrap_or(0))));
                }
            }
            return begin;
        }
        let begin = Slot::number(self.slots.len());
        (0..slots_of(size)).for_each(|_| _ = self.slots.push(Entry::default()));
        begin
    }

    fn free(&mut self, begin: Slot, size: u8) {
        if let Some(unused) = self.unused.get_mut(usize::from(size)) {
            unused.push(begin);
        }
    }

    #[inline]
    fn rise(&mut self, begin: Slot, mut at: u32, entry: Entry) {
        while at > 0 {
            let above = at.wrapping_sub(1) / 2;
            let held = self.slots[begin.after(above)];
            if held >= entry {
                break;
            }
            self.slots[begin.after(at)] = held;
            at = above;
        }
        self.slots[begin.after(at)] = entry;
    }

    #[inline]
    fn sink(&mut self, pool: Pool, mut at: u32, entry: Entry) {
        let begin = pool.begin;
        loop {
            let mut below = at.wrapping_mul(2).wrapping_add(1);
            if below >= pool.len {
                break;
            }
            let mut held = self.slots[begin.after(below)];
            let other = below.wrapping_add(1);
            if other < pool.len {
                let beside = self.slots[begin.after(other)];
                if beside > held {
                    (below, held) = (other, beside);
                }
            }
            if entry >= held {
                break;
            }
            self.slots[begin.after(at)] = held;
            at = below;
        }
        self.slots[begin.after(at)] = entry;
    }
}
