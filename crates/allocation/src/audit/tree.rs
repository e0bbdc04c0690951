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
    /// Sets of spots in which people stand, one after the other, and where each ends.
    paths: Vec<u32>,
    ends: Vec<usize>,
    sets: HashMap<Vec<u32>, u32, BuildHasherDefault<Mix>>,
    /// By applicant, the set in which they stand, or [`UNKNOWN`]; empty where that is not remembered.
    remembered: Vec<u32>,
    path: Vec<u32>,
}

const UNKNOWN: u32 = u32::MAX;

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
    /// `u32::MAX` where there is no limit, and for the group, whose own matter it is.
    pub(crate) cap: u32,
    pub(crate) floor: u32,
}

impl<'a> Tree<'a> {
    /// The tree of these quotas, before anybody stands in it. What limits the group itself is left to it,
    /// so that groups with the same quotas share a tree.
    pub(crate) fn new(problem: &'a Problem, quotas: &'a [Quota]) -> Self {
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
        let group = Spot { quota: None, outer: ALL, code: 0, cap: u32::MAX, floor: 0 };
        Self {
            quotas: quotas.iter().map(rule).collect(),
            spots: vec![group],
            known: HashMap::default(),
            here: vec![None; quotas.len()],
            paths: Vec::new(),
            ends: Vec::new(),
            sets: HashMap::default(),
            remembered: Vec::new(),
            path: Vec::new(),
        }
    }

    /// Remembers where everybody stands once it was asked for: four bytes each.
    pub(crate) fn remembering(mut self, problem: &Problem) -> Self {
        self.remembered = vec![UNKNOWN; problem.applicants().len()];
        self
    }

    /// The number of the set of spots where somebody stands.
    pub(crate) fn set(&mut self, applicant: Applicant) -> u32 {
        if let Some(set) = self.remembered.get(applicant.index()).filter(|set| **set != UNKNOWN) {
            return *set;
        }
        let mut path = std::mem::take(&mut self.path);
        self.find(applicant, &mut path);
        let set = match self.sets.get(&path) {
            Some(set) => *set,
            None => {
                let next = u32::try_from(self.ends.len()).unwrap_or(UNKNOWN);
                self.paths.extend_from_slice(&path);
                self.ends.push(self.paths.len());
                self.sets.insert(path.clone(), next);
                next
            }
        };
        self.path = path;
        if let Some(remembered) = self.remembered.get_mut(applicant.index()) {
            *remembered = set;
        }
        set
    }

    /// The spots of a set, each after those around it.
    pub(crate) fn path(&self, set: u32) -> &[u32] {
        let set = place(set);
        let begin = set.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
        let span = begin.zip(self.ends.get(set)).and_then(|(begin, end)| self.paths.get(begin..*end));
        span.unwrap_or_default()
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
    fn find(&mut self, applicant: Applicant, found: &mut Vec<u32>) {
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

/// Mixes numbers that nobody outside can choose: they are dense and small.
#[derive(Default)]
struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 29
    }

    fn write(&mut self, bytes: &[u8]) {
        let (words, left) = bytes.as_chunks::<8>();
        words.iter().for_each(|word| self.write_u64(u64::from_ne_bytes(*word)));
        let mut last = [0; 8];
        last.iter_mut().zip(left).for_each(|(place, byte)| *place = *byte);
        self.write_u64(u64::from_ne_bytes(last));
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(u64::try_from(number).unwrap_or(u64::MAX));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(23) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}
