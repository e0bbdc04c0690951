//! Where people stand in the quotas of one group, found in the columns: the auditor's own tree. A spot is
//! a quota together with the value of each `each` on the way down to it; the first one is the group.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::{Applicant, Covers, MISSING, Problem, Quota, ReserveKind};

/// The group itself, or everybody where caps are over all groups.
pub(crate) const ALL: u32 = 0;

/// Spots as they are met.
pub(crate) struct Tree<'a> {
    quotas: Vec<Rule<'a>>,
    spots: Vec<Spot>,
    /// By the outer spot, the quota and the code of its value.
    known: HashMap<[u32; 3], u32, BuildHasherDefault<Mix>>,
    /// By quota, the spot where the last applicant stands.
    here: Vec<Option<u32>>,
}

struct Rule<'a> {
    outer: Option<usize>,
    covers: Whom<'a>,
    cap: u32,
    floor: u32,
}

enum Whom<'a> {
    Each(&'a [u32]),
    Where(Vec<(&'a [u32], &'a [u32])>),
}

/// One spot.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot {
    /// The quota by its place; none for the group.
    pub(crate) quota: Option<usize>,
    pub(crate) outer: u32,
    /// The code of the value that stands by itself here.
    pub(crate) code: u32,
    /// `u32::MAX` where there is no limit.
    pub(crate) cap: u32,
    pub(crate) floor: u32,
}

impl<'a> Tree<'a> {
    /// `capacity` limits them all.
    pub(crate) fn new(problem: &'a Problem, quotas: &'a [Quota], capacity: Option<u32>) -> Self {
        let rule = |quota: &'a Quota| Rule {
            outer: quota.parent().map(crate::QuotaIndex::index),
            covers: match quota.covers() {
                Covers::Each(attribute) => Whom::Each(problem.codes(*attribute)),
                Covers::Where(conditions) => {
                    let condition =
                        |(attribute, codes): &'a (_, Vec<u32>)| (problem.codes(*attribute), &**codes);
                    Whom::Where(conditions.iter().map(condition).collect())
                }
            },
            cap: quota.cap().unwrap_or(u32::MAX),
            floor: match quota.reserve() {
                Some(reserve) if reserve.kind == ReserveKind::Floor => reserve.seats.get(),
                _ => 0,
            },
        };
        let group = Spot { quota: None, outer: ALL, code: 0, cap: capacity.unwrap_or(u32::MAX), floor: 0 };
        Self {
            quotas: quotas.iter().map(rule).collect(),
            spots: vec![group],
            known: HashMap::default(),
            here: vec![None; quotas.len()],
        }
    }

    pub(crate) const fn len(&self) -> usize {
        self.spots.len()
    }

    pub(crate) fn spot(&self, at: u32) -> Option<Spot> {
        self.spots.get(place(at)).copied()
    }

    /// Every spot by its number.
    pub(crate) fn spots(&self) -> impl Iterator<Item = (u32, Spot)> {
        (0..).zip(self.spots.iter().copied())
    }

    /// Adds all spots where somebody stands, each after those around it.
    pub(crate) fn find(&mut self, applicant: Applicant, found: &mut Vec<u32>) {
        found.clear();
        found.push(ALL);
        for (nth, rule) in (0..).zip(&self.quotas) {
            let outer = match rule.outer {
                None => Some(ALL),
                Some(outer) => self.here.get(outer).copied().flatten(),
            };
            let spot = outer.zip(rule.covers.code(applicant)).map(|(outer, code)| {
                *self.known.entry([outer, nth, code]).or_insert_with(|| {
                    let quota = Some(place(nth));
                    self.spots.push(Spot { quota, outer, code, cap: rule.cap, floor: rule.floor });
                    u32::try_from(self.spots.len().saturating_sub(1)).unwrap_or(u32::MAX)
                })
            });
            found.extend(spot);
            if let Some(here) = self.here.get_mut(place(nth)) {
                *here = spot;
            }
        }
    }
}

impl Whom<'_> {
    fn code(&self, applicant: Applicant) -> Option<u32> {
        let of = |codes: &[u32]| codes.get(applicant.index()).copied().unwrap_or(MISSING);
        match self {
            Self::Each(codes) => Some(of(codes)).filter(|code| *code != MISSING),
            Self::Where(conditions) => {
                conditions.iter().all(|(codes, wanted)| wanted.contains(&of(codes))).then_some(0)
            }
        }
    }
}

/// A number as a place in a list.
pub(crate) fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// Mixes three numbers that nobody outside can choose: they are dense and small.
#[derive(Default)]
struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 29
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u32(u32::from(*byte)));
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0.rotate_left(23) ^ u64::from(number)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(u64::try_from(number).unwrap_or(u64::MAX));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(23) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}
