//! The draw, computed again from what was published: the auditor's own hashes of the lists and of every
//! lot, and the times of the seeds (A22).

use std::cmp::Ordering;

use sha2::{Digest, Sha256};

use super::{Claim, Violation};
use crate::{Applicant, Group, ListHash, LotteryKey, Problem, Seed, WrittenList};

const LIST: &str = "guildhall allocation list, form 1";
const LOT: &str = "guildhall allocation lottery, form 1";
const CLOSING: &str = "guildhall allocation closing, form 1";

/// Everybody's lot, of which eight bytes are kept; more are computed where these are equal.
pub struct Lots<'a> {
    problem: &'a Problem,
    begun: Vec<Sha256>,
    heads: Vec<u64>,
    /// The seed of the first list, which decides between groups that could be closed.
    seed: String,
}

/// Draws again, and holds every key that was published against it. The second part says what is wrong with
/// the lists and the keys.
pub fn keys<'a>(problem: &'a Problem, lists: &[WrittenList], claim: &Claim) -> (Lots<'a>, Vec<Violation>) {
    let mut found = Vec::new();
    check_lists(problem, lists, &mut found);
    let mut lots = Lots {
        problem,
        begun: lists.iter().map(|list| begin(problem, list)).collect(),
        heads: Vec::with_capacity(problem.applicants().len()),
        seed: lists.first().map(|list| seed(list).to_owned()).unwrap_or_default(),
    };
    for applicant in problem.applicants() {
        let lot = lots.key(applicant);
        lots.heads.push(head(&lot));
        if let Some(claimed) = claim.key(applicant).filter(|claimed| claimed.as_bytes() != &lot) {
            found.push(Violation::WrongKey {
                applicant: problem.applicant_id(applicant).to_owned(),
                claimed,
                computed: LotteryKey(lot),
            });
        }
    }
    (lots, found)
}

fn check_lists(problem: &Problem, lists: &[WrittenList], found: &mut Vec<Violation>) {
    if lists.len() != usize::from(problem.lists()) {
        found.push(Violation::OtherLists { lists: problem.lists(), drawn: lists.len() });
    }
    for (nth, list) in (1..=u8::MAX).zip(lists) {
        let computed = list_hash(problem, nth);
        if computed != list.hash {
            found.push(Violation::WrongListHash { list: nth, claimed: list.hash, computed });
        }
        if list.seed.is_none() {
            found.push(Violation::NotDrawn { list: nth });
        }
        let mut known: Option<&Seed> = None;
        for seed in seeds(list) {
            if seed.known_at <= list.frozen_at {
                let (known_at, frozen_at) = (seed.known_at, list.frozen_at);
                found.push(Violation::SeedOlderThanFreeze { list: nth, known_at, frozen_at });
            }
            if let Some(replaced) = known.map(|known| known.known_at).filter(|known| seed.known_at <= *known)
            {
                let known_at = seed.known_at;
                found.push(Violation::SeedOlderThanReplaced { list: nth, known_at, replaced });
            }
            known = Some(seed);
        }
    }
}

/// Every seed of a list in order; the last one holds.
fn seeds(list: &WrittenList) -> impl DoubleEndedIterator<Item = &Seed> {
    list.seed.iter().chain(list.redrawn.iter().map(|redraw| &redraw.seed))
}

fn list_hash(problem: &Problem, list: u8) -> ListHash {
    let listed = || problem.applicants().filter(|one| problem.list(*one) == list);
    let mut hash = Sha256::new();
    put(&mut hash, LIST.as_bytes());
    hash.update(length(listed().count()));
    listed().for_each(|one| put(&mut hash, problem.applicant_id(one).as_bytes()));
    ListHash(hash.finalize().into())
}

/// The seed that holds for a list.
fn seed(list: &WrittenList) -> &str {
    seeds(list).next_back().map_or("", |seed| seed.value.as_str())
}

/// What all lots of a list begin with.
fn begin(problem: &Problem, list: &WrittenList) -> Sha256 {
    let mut hash = Sha256::new();
    for part in
        [LOT.as_bytes(), seed(list).as_bytes(), list.hash.as_bytes(), problem.id().as_str().as_bytes()]
    {
        put(&mut hash, part);
    }
    hash
}

fn put(hash: &mut Sha256, part: &[u8]) {
    hash.update(length(part.len()));
    hash.update(part);
}

fn length(of: usize) -> [u8; 8] {
    u64::try_from(of).unwrap_or(u64::MAX).to_be_bytes()
}

fn head(lot: &[u8; 32]) -> u64 {
    lot.first_chunk().map_or(0, |head| u64::from_be_bytes(*head))
}

impl Lots<'_> {
    fn key(&self, applicant: Applicant) -> [u8; 32] {
        let list = usize::from(self.problem.list(applicant)).saturating_sub(1);
        let mut hash = self.begun.get(list).cloned().unwrap_or_default();
        put(&mut hash, self.problem.applicant_id(applicant).as_bytes());
        hash.finalize().into()
    }

    /// The lot of a group: of several that could be closed, the one with the smallest is.
    pub(crate) fn closing(&self, group: Group) -> [u8; 32] {
        let mut hash = Sha256::new();
        for part in [CLOSING, &self.seed, self.problem.id().as_str(), self.problem.group_id(group)] {
            put(&mut hash, part.as_bytes());
        }
        hash.finalize().into()
    }

    /// The first four bytes of a lot.
    pub(crate) fn head(&self, applicant: Applicant) -> u32 {
        let head = self.heads.get(applicant.index()).copied().unwrap_or(u64::MAX);
        u32::try_from(head >> 32).unwrap_or(u32::MAX)
    }

    /// By lot, and among equal lots by id.
    pub(crate) fn compare(&self, one: Applicant, other: Applicant) -> Ordering {
        let head = |of: Applicant| self.heads.get(of.index());
        head(one)
            .cmp(&head(other))
            .then_with(|| if one == other { Ordering::Equal } else { self.key(one).cmp(&self.key(other)) })
            // Numbers are in the order of ids.
            .then_with(|| one.cmp(&other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a22_key_fields_are_length_prefixed() {
        let mut hash = Sha256::new();
        put(&mut hash, b"ab");
        put(&mut hash, b"");
        assert_eq!(hash.finalize(), Sha256::digest(b"\0\0\0\0\0\0\0\x02ab\0\0\0\0\0\0\0\0"));
    }
}
