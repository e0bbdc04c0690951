//! The people of one group, counted at every spot of its tree, and with each spot the one of them who is
//! the first to give way.
//!
//! Adding somebody to a full spot takes a seat from one person there: whoever costs the least of the
//! reserves, and among those who comes last in priority. Who wants in is kept out rightly if and only if
//! that person would be themselves (A3). Everything needed for that is one number and one person a spot,
//! so a group is judged in one pass over who holds and one over who wants.

use std::cmp::Ordering;

use super::Order;
use super::tree::{ALL, Spot, Tree, place};
use crate::Applicant;

/// The people of a group, or of all groups where caps are over all of them.
pub(crate) struct Census<'a> {
    order: Order<'a>,
    tree: Tree<'a>,
    /// How many the group itself may hold; `u32::MAX` where there is no limit.
    capacity: u32,
    /// By spot.
    counts: Vec<Count>,
    /// The spots where anybody is.
    filled: Vec<u32>,
    /// The sets in which the holders stand.
    sets: Vec<u32>,
}

#[derive(Clone, Copy, Default)]
struct Count {
    held: u32,
    /// Of whoever gives way first: how many reserves below the spot are filled less without them.
    loss: u32,
    gives_way: Option<Applicant>,
    /// The head of whoever gives way in the order, at hand since it decides nearly always.
    head: u64,
    floor: u32,
}

/// How somebody who wants in stands to those who are in.
///
/// Exhaustive on purpose: each case is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Nothing is full: they should be in.
    Free,
    /// They fill more of the reserves than this holder: they should be in. The spot is the full one.
    Reserved { spot: u32, holder: Applicant },
    /// They come before this holder: they should be in.
    Before { spot: u32, holder: Applicant },
    /// They are rightly out: they come after this holder, whom they would have to come before.
    After { spot: u32, holder: Applicant },
    /// They are rightly out: every seat of the full spot fills a reserve that they do not.
    Kept { spot: u32 },
}

impl<'a> Census<'a> {
    pub(crate) fn new(tree: Tree<'a>, order: Order<'a>) -> Self {
        Self { order, tree, capacity: u32::MAX, counts: Vec::new(), filled: Vec::new(), sets: Vec::new() }
    }

    /// Counts the people of one group, or of the next one with the same quotas.
    pub(crate) fn count(&mut self, order: Order<'a>, capacity: Option<u32>, holders: &[Applicant]) {
        for at in self.filled.drain(..) {
            if let Some(count) = self.counts.get_mut(place(at)) {
                *count = Count::default();
            }
        }
        self.order = order;
        self.capacity = capacity.unwrap_or(u32::MAX);
        self.sets.clear();
        for holder in holders {
            let set = self.stand(*holder);
            self.sets.push(set);
            for at in self.tree.path(set) {
                if let Some(count) = self.counts.get_mut(place(*at)) {
                    if count.held == 0 {
                        self.filled.push(*at);
                        count.floor = self.tree.spot(*at).map_or(0, |spot| spot.floor);
                    }
                    count.held = count.held.saturating_add(1);
                }
            }
        }
        let Self { order, tree, counts, sets, .. } = self;
        for (holder, set) in holders.iter().zip(sets) {
            offer(order, tree.path(*set), counts, *holder);
        }
    }

    fn stand(&mut self, applicant: Applicant) -> u32 {
        let set = self.tree.set(applicant);
        self.counts.resize(self.tree.len(), Count::default());
        set
    }

    fn cap(&self, at: u32, spot: Spot) -> u32 {
        if at == ALL { self.capacity } else { spot.cap }
    }

    /// Spots that hold more than they may: how many they may hold and how many they do.
    pub(crate) fn overfull(&self) -> impl Iterator<Item = (u32, u32, u32)> {
        let counted = self.filled.iter().filter_map(|at| {
            let (spot, count) = self.spot(*at)?;
            Some((*at, self.cap(*at, spot), count.held))
        });
        counted.filter(|(_, cap, held)| held > cap)
    }

    /// How many are at a spot.
    pub(crate) fn held(&self, spot: u32) -> u32 {
        self.counts.get(place(spot)).map_or(0, |count| count.held)
    }

    pub(crate) const fn order(&self) -> &Order<'a> {
        &self.order
    }

    /// Inside a full spot, the quotas that let nobody go: each of those who hold a seat there fills one of
    /// these, and this person would not.
    pub(crate) fn keeping(&mut self, full: u32, applicant: Applicant) -> Vec<usize> {
        let set = self.stand(applicant);
        let inside = |at: u32| {
            let mut next = at;
            while next != full && next != ALL {
                next = self.tree.spot(next).map_or(ALL, |spot| spot.outer);
            }
            next == full
        };
        let path = self.tree.path(set);
        let keeps = |at: &u32| {
            let (spot, count) = self.spot(*at)?;
            let keeps = count.held <= spot.floor && inside(*at) && !path.contains(at);
            spot.quota.filter(|_| keeps)
        };
        let mut quotas: Vec<_> = self.filled.iter().filter_map(keeps).collect();
        quotas.sort_unstable();
        quotas.dedup();
        quotas
    }

    pub(crate) const fn tree(&self) -> &Tree<'a> {
        &self.tree
    }

    /// Which of these people stand at a spot.
    pub(crate) fn at(&mut self, spot: u32, holders: &[Applicant]) -> Vec<Applicant> {
        let mut there = holders.to_vec();
        there.retain(|holder| {
            let set = self.tree.set(*holder);
            self.tree.path(set).contains(&spot)
        });
        there
    }

    /// How many may be at a spot; `u32::MAX` where there is no limit.
    pub(crate) fn most(&self, at: u32) -> u32 {
        self.tree.spot(at).map_or(u32::MAX, |spot| self.cap(at, spot))
    }

    fn spot(&self, at: u32) -> Option<(Spot, Count)> {
        self.tree.spot(at).zip(self.counts.get(place(at)).copied())
    }

    /// How somebody stands who is not in, where quotas are nested.
    pub(crate) fn standing(&mut self, applicant: Applicant) -> Standing {
        let set = self.stand(applicant);
        let path = self.tree.path(set);
        let full =
            |at: &&u32| self.spot(**at).is_some_and(|(spot, count)| count.held >= self.cap(**at, spot));
        let Some(full) = path.iter().rev().find(full).copied() else { return Standing::Free };
        let mut last: Option<(u64, Applicant)> = None;
        let mut gain: u32 = 0;
        for at in path.iter().rev() {
            let Some((spot, count)) = self.spot(*at) else { continue };
            if let Some(holder) = count.gives_way {
                // People who stand together further down share what counts there, so this is never more
                // than what the exchange gains, and it is exactly that where the two part.
                match gain.cmp(&count.loss) {
                    Ordering::Greater => return Standing::Reserved { spot: full, holder },
                    Ordering::Equal if last.is_none_or(|last| self.before(last, (count.head, holder))) => {
                        last = Some((count.head, holder));
                    }
                    Ordering::Equal | Ordering::Less => {}
                }
            }
            if *at == full {
                break;
            }
            gain = gain.saturating_add(u32::from(count.held < spot.floor));
        }
        match last {
            None => Standing::Kept { spot: full },
            Some((head, holder)) if self.before((self.order.head(applicant), applicant), (head, holder)) => {
                Standing::Before { spot: full, holder }
            }
            Some((_, holder)) => Standing::After { spot: full, holder },
        }
    }

    /// Whether the first of two people, each with their head, comes before the other.
    fn before(&self, (head, one): (u64, Applicant), (other_head, other): (u64, Applicant)) -> bool {
        head.cmp(&other_head).then_with(|| self.order.compare(one, other)) == Ordering::Less
    }

    /// How somebody stands who is not in, where everybody chose in turn: something was full before their
    /// turn came. `After` names whom they would have to come before to find a seat.
    pub(crate) fn turn(&mut self, applicant: Applicant) -> Standing {
        let set = self.stand(applicant);
        let mut found = Standing::Free;
        for at in self.tree.path(set) {
            let Some((spot, count)) = self.spot(*at) else { continue };
            let Some(holder) = count.gives_way.filter(|_| count.held >= self.cap(*at, spot)) else {
                continue;
            };
            let here = if self.order.before(applicant, holder) {
                Standing::Before { spot: *at, holder }
            } else {
                Standing::After { spot: *at, holder }
            };
            found = match (found, here) {
                (Standing::Free | Standing::Before { .. }, _) => here,
                // Several are full: whoever wants in must come before the last one of each.
                (Standing::After { holder: known, .. }, Standing::After { holder, .. })
                    if self.order.before(holder, known) =>
                {
                    here
                }
                _ => found,
            };
        }
        found
    }
}

/// Lets a holder give way at every spot where they stand, if nobody there does sooner.
fn offer(order: &Order<'_>, path: &[u32], counts: &mut [Count], holder: Applicant) {
    let head = order.head(holder);
    let mut loss: u32 = 0;
    for at in path.iter().rev() {
        let Some(count) = counts.get_mut(place(*at)) else { continue };
        let sooner = count.gives_way.is_none_or(|other| match loss.cmp(&count.loss) {
            Ordering::Less => true,
            Ordering::Equal => {
                count.head.cmp(&head).then_with(|| order.compare(other, holder)) == Ordering::Less
            }
            Ordering::Greater => false,
        });
        if sooner {
            (count.loss, count.gives_way, count.head) = (loss, Some(holder), head);
        }
        loss = loss.saturating_add(u32::from(count.held <= count.floor));
    }
}
