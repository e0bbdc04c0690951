//! A group, or all groups together, while people are let in one by one: whether somebody still fits.

use super::tree::{Tree, place};
use crate::Applicant;

pub(crate) struct Room<'a> {
    tree: Tree<'a>,
    counts: Vec<u32>,
    path: Vec<u32>,
}

impl<'a> Room<'a> {
    pub(crate) const fn new(tree: Tree<'a>) -> Self {
        Self { tree, counts: Vec::new(), path: Vec::new() }
    }

    fn stand(&mut self, applicant: Applicant) {
        self.tree.find(applicant, &mut self.path);
        self.counts.resize(self.tree.len(), 0);
    }

    /// Whether there is a seat for them at every spot where they would stand.
    pub(crate) fn fits(&mut self, applicant: Applicant) -> bool {
        self.stand(applicant);
        self.path.iter().all(|at| {
            let held = self.counts.get(place(*at)).copied().unwrap_or(0);
            self.tree.spot(*at).is_some_and(|spot| held < spot.cap)
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
        self.stand(applicant);
        for at in &self.path {
            if let Some(held) = self.counts.get_mut(place(*at)) {
                *held = change(*held);
            }
        }
    }
}
