//! Rules of at most 64 clauses, whose every clause is a bit: most questions are answered without a branch,
//! and clauses are joined by masks (R8).
//!
//! A verdict is two bits: whether the clause is *surely* met, and whether it *may* be. Met is both, unmet is
//! neither. Kleene's tables then are `and`, `or` and a swap.

use super::atom::{Atom, Test};
use super::cell::Cell;
use super::row::{Row, Spot, Tag};
use super::{Flat, Kind};
use crate::Verdict;

/// The bits of every clause.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bits {
    pub(super) surely: u64,
    pub(super) maybe: u64,
}

#[derive(Clone, Debug)]
pub(super) struct Quick {
    plain: Vec<Plain>,
    /// Questions that take longer: by clause and by number of the atom.
    slow: Vec<(u32, usize)>,
    /// The bits of the slow ones.
    slow_bits: u64,
    joints: Vec<Joint>,
}

/// A question about one spot of a row.
#[derive(Clone, Copy, Debug)]
struct Plain {
    slot: usize,
    bit: u32,
    tag: Tag,
    /// What a value that is not hit leaves open: an open list.
    open: bool,
    look: Look,
    assumed: Option<Spot>,
}

#[derive(Clone, Copy, Debug)]
enum Look {
    /// The number lies between these.
    Range(i64, i64),
    /// The code is one of these.
    Listed(u64),
    /// The set has all of these.
    All(u64),
    /// The set has some of these.
    Some(u64),
}

/// A clause over those below it.
#[derive(Clone, Copy, Debug)]
struct Joint {
    bit: u32,
    kind: Kind,
    below: u64,
}

impl Quick {
    /// Nothing where there are more clauses than bits.
    pub(super) fn new(steps: &[Flat], atoms: &[Atom]) -> Option<Self> {
        if steps.len() > 64 {
            return None;
        }
        let mut quick = Self { plain: Vec::new(), slow: Vec::new(), slow_bits: 0, joints: Vec::new() };
        for (at, step) in steps.iter().enumerate().rev() {
            let bit = u32::try_from(at).ok()?;
            match step.kind {
                Kind::Atom(nth) => match plain(bit, atoms.get(nth)?) {
                    Some(plain) => quick.plain.push(plain),
                    None => {
                        quick.slow.push((bit, nth));
                        quick.slow_bits |= 1 << bit;
                    }
                },
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
        Some(quick)
    }

    /// The atoms that look at cells, not at spots.
    pub(super) fn slow(&self) -> impl Iterator<Item = usize> {
        self.slow.iter().map(|(_, atom)| *atom)
    }

    #[inline]
    pub(super) fn verdict(&self, row: &Row, ask: impl Fn(usize) -> Verdict) -> Verdict {
        let mut bits = self.plain(row);
        if self.slow.is_empty() {
            return self.join(&mut bits);
        }
        // What is slow is open for now, and left alone where nothing hangs on it.
        let mut without = bits;
        without.maybe |= self.slow_bits;
        match self.join(&mut without) {
            Verdict::Undetermined => {
                self.ask_slow(&mut bits, ask);
                self.join(&mut bits)
            }
            verdict => verdict,
        }
    }

    /// Every clause, and which of them the whole rests on.
    #[inline]
    pub(super) fn mark(&self, row: &Row, ask: impl Fn(usize) -> Verdict) -> (Bits, u64) {
        let mut bits = self.plain(row);
        self.ask_slow(&mut bits, ask);
        self.join(&mut bits);
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

    fn ask_slow(&self, bits: &mut Bits, ask: impl Fn(usize) -> Verdict) {
        for (bit, atom) in &self.slow {
            let verdict = ask(*atom);
            bits.surely |= u64::from(verdict.is_met()) << bit;
            bits.maybe |= u64::from(!verdict.is_unmet()) << bit;
        }
    }

    #[inline]
    fn plain(&self, row: &Row) -> Bits {
        let mut bits = Bits::default();
        for plain in &self.plain {
            let mut spot = row.spot(plain.slot);
            if let Some(assumed) = plain.assumed
                && spot.tag == Tag::MISSING
            {
                spot = assumed;
            }
            let word = spot.word.cast_unsigned();
            let known = spot.tag.is(plain.tag);
            let hit = match plain.look {
                Look::Range(least, most) => (least <= spot.word) & (spot.word <= most),
                Look::Listed(codes) => (word < 64) & (codes >> (word & 63) & 1 == 1),
                Look::All(codes) => word & codes == codes,
                Look::Some(codes) => word & codes != 0,
            };
            let surely = known & hit;
            let open = plain.open | (spot.tag == Tag::SET_SO_FAR);
            let maybe = surely | (known & open) | (!known & (spot.tag != Tag::NOT_APPLICABLE));
            bits.surely |= u64::from(surely) << plain.bit;
            bits.maybe |= u64::from(maybe) << plain.bit;
        }
        bits
    }

    #[inline]
    fn join(&self, bits: &mut Bits) -> Verdict {
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
        match (bits.surely & 1, bits.maybe & 1) {
            (1, _) => Verdict::Met,
            (_, 0) => Verdict::Unmet,
            _ => Verdict::Undetermined,
        }
    }
}

/// The question as one about a spot, where it is as simple as that.
fn plain(bit: u32, atom: &Atom) -> Option<Plain> {
    let (tag, look, open) = match &atom.test {
        Test::Boolean(is) => (Tag::BOOLEAN, Look::Range(i64::from(*is), i64::from(*is)), false),
        Test::Codes { few, many, open } if many.is_empty() => (Tag::CODE, Look::Listed(*few), *open),
        Test::Integer { least, most } => (Tag::INTEGER, Look::Range(*least, *most), false),
        Test::Includes(codes) => (Tag::SET, Look::All(*codes), false),
        Test::Overlaps(codes) => (Tag::SET, Look::Some(*codes), false),
        Test::Moment { order, end } => {
            let (tag, from, until) = order.plain(*end)?;
            (tag, Look::Range(from, until), false)
        }
        Test::Within { from, until } => {
            let (tag, from, until) = super::atom::plain(*from, *until)?;
            (tag, Look::Range(from, until), false)
        }
        Test::Among { values, open } => match **values {
            [one] => {
                let spot = Spot::of(one);
                let tag = spot.tag;
                let fits = tag == Tag::INTEGER || tag == Tag::DAY;
                return fits.then(|| Plain {
                    slot: atom.slot,
                    bit,
                    tag,
                    open: *open,
                    look: Look::Range(spot.word, spot.word),
                    assumed: atom.assumed.map(Spot::of),
                });
            }
            _ => return None,
        },
        Test::Codes { .. }
        | Test::Decimal { .. }
        | Test::Count(_)
        | Test::Applies(_)
        | Test::Whole { .. }
        | Test::Custom(_) => return None,
    };
    let assumed: Option<Cell> = atom.assumed;
    Some(Plain { slot: atom.slot, bit, tag, open, look, assumed: assumed.map(Spot::of) })
}
