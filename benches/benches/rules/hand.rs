//! The policy written by hand.

use std::collections::HashSet;
use std::ops::Range;

use guildhall::kernel::Time;

use super::crowd::Applicant;
use super::policy::{CONDITIONS, Policy};
use super::side::{Outcome, Side};

/// With lists as bits, over applicants as they are: no other program that decides this can be much faster.
pub(crate) struct Bits {
    positions: u64,
    kinds: u64,
    regions: u64,
    window: Range<Time>,
    policy: Policy,
}

/// With lists as sets of names, over what the other engines are given.
pub(crate) struct Names {
    positions: HashSet<&'static str>,
    kinds: HashSet<&'static str>,
    regions: HashSet<&'static str>,
    policy: Policy,
}

impl Bits {
    pub(crate) fn new(policy: Policy) -> Self {
        let first = |codes: &[&str]| (1u64 << codes.len()) - 1;
        let (positions, kinds, regions) =
            (first(policy.positions), first(policy.kinds), first(policy.regions));
        Self { positions, kinds, regions, window: policy.window(), policy }
    }
}

impl Names {
    pub(crate) fn new(policy: Policy) -> Self {
        let [positions, kinds, regions] = [policy.positions, policy.kinds, policy.regions]
            .map(|codes: &[&str]| codes.iter().copied().collect::<HashSet<_>>());
        Self { positions, kinds, regions, policy }
    }
}

impl Side for Bits {
    #[inline]
    fn meets(&mut self, applicant: &Applicant) -> Outcome<bool> {
        Ok(self.positions >> applicant.position & 1 == 1
            && self.kinds >> applicant.kind & 1 == 1
            && self.regions >> applicant.region & 1 == 1
            && self.window.contains(&applicant.received)
            && applicant.consent
            && !applicant.enrolled
            && applicant.hours >= self.policy.hours
            && applicant.taken <= self.policy.taken)
    }

    #[inline]
    fn refused(&mut self, applicant: &Applicant) -> Outcome<u64> {
        Ok(bits([
            self.positions >> applicant.position & 1 == 1,
            self.kinds >> applicant.kind & 1 == 1,
            self.regions >> applicant.region & 1 == 1,
            self.window.contains(&applicant.received),
            applicant.consent,
            !applicant.enrolled,
            applicant.hours >= self.policy.hours,
            applicant.taken <= self.policy.taken,
        ]))
    }
}

impl Side for Names {
    #[inline]
    fn meets(&mut self, applicant: &Applicant) -> Outcome<bool> {
        let (from, until) = self.policy.window;
        Ok(self.positions.contains(applicant.position())
            && self.kinds.contains(applicant.kind())
            && self.regions.contains(applicant.region())
            && (from..until).contains(&applicant.seconds)
            && applicant.consent
            && !applicant.enrolled
            && applicant.hours >= self.policy.hours
            && applicant.taken <= self.policy.taken)
    }

    #[inline]
    fn refused(&mut self, applicant: &Applicant) -> Outcome<u64> {
        let (from, until) = self.policy.window;
        Ok(bits([
            self.positions.contains(applicant.position()),
            self.kinds.contains(applicant.kind()),
            self.regions.contains(applicant.region()),
            (from..until).contains(&applicant.seconds),
            applicant.consent,
            !applicant.enrolled,
            applicant.hours >= self.policy.hours,
            applicant.taken <= self.policy.taken,
        ]))
    }
}

/// A bit for each condition that is not met.
#[inline]
fn bits(met: [bool; CONDITIONS]) -> u64 {
    met.into_iter().rev().fold(0, |bits, met| bits << 1 | u64::from(!met))
}
