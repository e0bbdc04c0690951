//! A group, or all groups together, while people are let in one by one: whether somebody still fits.

use super::tree::{ALL, Tree, place};
use crate::Applicant;

pub(crate) struct Room<'a> {
    tree: Tree<'a>,
    capacity: u32,
    /// By spot.
    counts: Vec<u32>,
}

impl<'a> Room<'a> {
    pub(crate) fn new(tree: Tree<'a>, capacity: Option<u32>) -> Self {
        Self { tree, capacity: capacity.unwrap_or(u32::MAX), counts: Vec::new() }
    }

    fn stand(&mut self, applicant: Applicant) -> u32 {
        let set = self.tree.set(applicant);
        self.counts.resize(self.tree.len(), 0);
        set
    }

    /// Whether there is a seat for them at every spot where they would stand.
    pub(crate) fn fits(&mut self, applicant: Applicant) -> bool {
        let set = self.stand(applicant);
        self.tree.path(set).iter().all(|at| {
            let held = self.counts.get(place(*at)).copied().unwrap_or(0);
            let cap = if *at == ALL { Some(self.capacity) } else { self.tree.spot(*at).map(|spot| spot.cap) };
            cap.is_some_and(|cap| held < cap)
        })
    }

    /// Lets somebody in.
    pub(crate) fn take(&mut self, applicant: Applicant) {
        self.change(applicant, |held| held.saturating_add(1));
    }

    /// Lets somebody out.
    pub(crate) fn leave(&mut self, applicant: Applicant) {
        self.change(applicant, |held| held.saturating_sub(1));
    }

    fn change(&mut self, applicant: Applicant, change: impl Fn(u32) -> u32) {
        let set = self.stand(applicant);
        for at in self.tree.path(set) {
            if let Some(held) = self.counts.get_mut(place(*at)) {
                *held = change(*held);
            }
        }
    }
}
