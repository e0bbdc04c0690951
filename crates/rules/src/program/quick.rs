//! Rules of at most 64 clauses, whose every clause is a bit: a row has the answers to what is asked about one
//! fact alone, and clauses are joined by masks (R8).
//!
//! A verdict is two bits: whether the clause is *surely* met, and whether it *may* be. Met is both, unmet is
//! neither. Kleene's tables then are `and`, `or` and a swap.

use super::atom::Atom;
use super::{Flat, Kind};
use crate::Verdict;

/// The bits of every clause.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bits {
    pub(super) surely: u64,
    pub(super) maybe: u64,
}

impl Bits {
    /// The verdict of the whole, which is the first clause.
    #[inline]
    const fn verdict(self) -> Verdict {
        match (self.surely & 1, self.maybe & 1) {
            (1, _) => Verdict::Met,
            (_, 0) => Verdict::Unmet,
            _ => Verdict::Undetermined,
        }
    }

    pub(super) fn add(&mut self, bit: u32, verdict: Verdict) {
        self.surely |= u64::from(verdict.is_met()) << bit;
        self.maybe |= u64::from(!verdict.is_unmet()) << bit;
    }
}

#[derive(Clone, Debug)]
pub(super) struct Quick {
    /// Questions about more than one fact, or about more than its value: by clause and by number of the atom.
    slow: Vec<(u32, usize)>,
    /// The bits of the slow ones.
    slow_bits: u64,
    joints: Vec<Joint>,
    /// The clauses of which the whole wants all, where the row answers every one: many a rule is no more.
    flat: Option<u64>,
}

/// A clause over those below it.
#[derive(Clone, Copy, Debug)]
struct Joint {
    bit: u32,
    kind: Kind,
    below: u64,
}

impl Quick {
    /// Nothing where there are more clauses than bits. What is asked about one fact alone goes to `alone`, by
    /// bit and by number of the atom.
    pub(super) fn new(steps: &[Flat], atoms: &[Atom], mut alone: impl FnMut(u32, usize)) -> Option<Self> {
        if steps.len() > 64 {
            return None;
        }
        let mut quick = Self { slow: Vec::new(), slow_bits: 0, joints: Vec::new(), flat: None };
        for (at, step) in steps.iter().enumerate().rev() {
            let bit = u32::try_from(at).ok()?;
            match step.kind {
                Kind::Atom(nth) if atoms.get(nth)?.is_alone() => alone(bit, nth),
                Kind::Atom(nth) => {
                    quick.slow.push((bit, nth));
                    quick.slow_bits |= 1 << bit;
                }
                kind => {
                    let mut below = 0;
                    let mut next = at + 1;
                    while next < step.end {
                        below |= 1u64 << next;
                        next = steps.get(next)?.end;
                    }
                    quick.joints.push(Joint { bit, kind, below });
                }
            }
        }
        quick.flat = match *quick.joints {
            [Joint { kind: Kind::All, below, .. }] if quick.slow.is_empty() => Some(below),
            _ => None,
        };
        Some(quick)
    }

    /// The atoms that the row does not answer.
    pub(super) fn slow(&self) -> impl Iterator<Item = usize> {
        self.slow.iter().map(|(_, atom)| *atom)
    }

    #[inline]
    pub(super) fn verdict(&self, bits: Bits, ask: impl Fn(usize) -> Verdict) -> Verdict {
        match self.flat {
            Some(below) => {
                let [surely, maybe] = [bits.surely, bits.maybe].map(|bits| u64::from(bits & below == below));
                Bits { surely, maybe }.verdict()
            }
            None => self.joined(bits, ask),
        }
    }

    #[inline(never)]
    fn joined(&self, bits: Bits, ask: impl Fn(usize) -> Verdict) -> Verdict {
        // What is slow is open for now, and left alone where nothing hangs on it.
        match self.join(Bits { maybe: bits.maybe | self.slow_bits, ..bits }).verdict() {
            Verdict::Undetermined if !self.slow.is_empty() => self.join(self.ask_slow(bits, ask)).verdict(),
            verdict => verdict,
        }
    }

    /// Every clause, and which of them the whole rests on.
    #[inline]
    pub(super) fn mark(&self, bits: Bits, ask: impl Fn(usize) -> Verdict) -> (Bits, u64) {
        let bits = self.join(self.ask_slow(bits, ask));
        let Bits { surely, maybe } = bits;
        let mut relevant = 1u64;
        // The last joint is the whole; those below a clause come before it.
        for joint in self.joints.iter().rev() {
            let (bit, rests) = (joint.bit, relevant >> joint.bit & 1);
            let alike = match joint.kind {
                Kind::Not => u64::MAX,
                // Those that are met where it is met, and so on.
                _ => {
                    !((surely ^ (surely >> bit & 1).wrapping_neg())
                        | (maybe ^ (maybe >> bit & 1).wrapping_neg()))
                }
            };
            relevant |= joint.below & alike & rests.wrapping_neg();
        }
        (bits, relevant)
    }

    fn ask_slow(&self, mut bits: Bits, ask: impl Fn(usize) -> Verdict) -> Bits {
        for (bit, atom) in &self.slow {
            bits.add(*bit, ask(*atom));
        }
        bits
    }

    #[inline]
    fn join(&self, mut bits: Bits) -> Bits {
        for joint in &self.joints {
            let (sure, may) = (bits.surely & joint.below, bits.maybe & joint.below);
            let (surely, maybe) = match joint.kind {
                Kind::All => (sure == joint.below, may == joint.below),
                Kind::Any | Kind::Same => (sure != 0, may != 0),
                Kind::Not => (may == 0, sure == 0),
                Kind::AtLeast(n) => (sure.count_ones() >= n, may.count_ones() >= n),
                Kind::Atom(_) => continue,
            };
            bits.surely |= u64::from(surely) << joint.bit;
            bits.maybe |= u64::from(maybe) << joint.bit;
        }
        bits
    }
}
