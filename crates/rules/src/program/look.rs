//! What follows from a fact as soon as it is set: the answers to all questions about that fact alone, as bits
//! (R8). Most facts are asked one simple thing, which is answered without a branch.

use chrono::{Datelike, NaiveDate, Timelike};
use guildhall_kernel::Time;

use super::atom::{Atom, End, Moment, Order, Test};
use super::cell::Cell;
use super::quick::Bits;
use crate::Verdict;
use crate::point::At;

/// What is asked about one fact.
#[derive(Clone, Debug, Default)]
pub(super) struct Look {
    pub(super) shape: Shape,
    /// Every clause that asks about this fact alone, and the number of its question.
    asks: Vec<(u32, usize)>,
}

/// What the questions about a fact come to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum Shape {
    /// To more than what follows here, or the row has to keep the fact.
    #[default]
    Other,
    /// To what "no" and "yes" answer.
    Boolean([Answers; 2]),
    Integer(Between<i64>),
    Day(Between<i128>),
    Instant(Between<i128>),
}

/// The bits of the clauses that ask about a fact.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answers {
    bits: Bits,
    /// The bits of all other clauses.
    others: u64,
}

/// The one question whether a number lies between two.
#[derive(Clone, Copy, Debug)]
pub(super) struct Between<N> {
    least: N,
    most: N,
    /// The clause that asks.
    bit: u32,
    /// Its bit, where a number beyond leaves the answer open.
    open: u64,
}

impl Answers {
    /// To no question.
    pub(super) const NONE: Self = Self { bits: Bits { surely: 0, maybe: 0 }, others: u64::MAX };
}

impl Bits {
    #[inline]
    pub(super) const fn take(&mut self, Answers { bits, others }: Answers) {
        self.surely = self.surely & others | bits.surely;
        self.maybe = self.maybe & others | bits.maybe;
    }
}

impl<N: Copy + PartialOrd> Between<N> {
    const fn new(bit: u32, least: N, most: N, open: bool) -> Self {
        Self { least, most, bit, open: if open { 1 << bit } else { 0 } }
    }

    #[inline]
    pub(super) fn answers(&self, number: N) -> Answers {
        let bit = self.bit & 63;
        let surely = u64::from((self.least <= number) & (number <= self.most)) << bit;
        Answers { bits: Bits { surely, maybe: surely | self.open }, others: !(1 << bit) }
    }
}

impl Look {
    pub(super) fn add(&mut self, bit: u32, atom: usize) {
        self.asks.push((bit, atom));
    }

    /// The answers to a cell.
    pub(super) fn answers(&self, atoms: &[Atom], cell: Cell) -> Answers {
        let mut answers = Answers::NONE;
        for (bit, nth) in &self.asks {
            let verdict = atoms.get(*nth).map_or(Verdict::Undetermined, |atom| atom.answer(cell, &[]));
            answers.others &= !(1 << bit);
            answers.bits.add(*bit, verdict);
        }
        answers
    }

    /// Finds out what the questions come to.
    pub(super) fn settle(&mut self, atoms: &[Atom]) {
        let asked = || self.asks.iter().filter_map(|(bit, nth)| Some((*bit, &atoms.get(*nth)?.test)));
        let boolean = |value| self.answers(atoms, Cell::Boolean(value));
        self.shape = if asked().any(|(_, test)| matches!(test, Test::Boolean(_))) {
            Shape::Boolean([boolean(false), boolean(true)])
        } else if let (1, Some((bit, test))) = (self.asks.len(), asked().next()) {
            test.shape(bit)
        } else {
            Shape::Other
        };
    }
}

impl Test {
    fn shape(&self, bit: u32) -> Shape {
        let moments = |moments: Option<Moments>| moments.map_or(Shape::Other, |moments| moments.shape(bit));
        match self {
            Self::Integer { least, most } => Shape::Integer(Between::new(bit, *least, *most, false)),
            Self::Moment { order, end } => moments(Moments::of(*order, *end)),
            Self::Within { from, until } => moments(Moments::between(*from, *until)),
            Self::Among { values, open } => match **values {
                [Cell::Integer(one)] => Shape::Integer(Between::new(bit, one, one, *open)),
                [Cell::Day(one)] => Shape::Day(Between::new(bit, day(one), day(one), *open)),
                _ => Shape::Other,
            },
            _ => Shape::Other,
        }
    }
}

/// Days or instants that lie between two, by their numbers.
#[derive(Clone, Copy)]
struct Moments {
    instants: bool,
    least: i128,
    most: i128,
}

impl Moments {
    /// Those that stand so to a moment that is written down; nothing where it is none, or where days and
    /// instants meet.
    fn of(order: Order, end: End) -> Option<Self> {
        let (instants, at) = match (end.moment, end.zone) {
            // A day beside a zone is compared with instants.
            (Moment::Written(At::Day(day)), None) => (false, self::day(day)),
            (Moment::Written(At::Instant(time)), _) => (true, instant(time)),
            _ => return None,
        };
        let (least, most) = match order {
            Order::Before => (i128::MIN, at - 1),
            Order::OnOrBefore => (i128::MIN, at),
            Order::After => (at + 1, i128::MAX),
            Order::OnOrAfter => (at, i128::MAX),
            Order::Same => (at, at),
        };
        Some(Self { instants, least, most })
    }

    fn between(from: Option<End>, until: Option<End>) -> Option<Self> {
        let begins = from.map(|from| Self::of(Order::OnOrAfter, from));
        let ends = until.map(|until| match until.moment {
            // An instant ends what it ends before it begins.
            Moment::Written(At::Instant(_)) => Self::of(Order::Before, until),
            _ => Self::of(Order::OnOrBefore, until),
        });
        match (begins, ends) {
            (None, None) => None,
            (Some(only), None) | (None, Some(only)) => only,
            (Some(begins), Some(ends)) => {
                let (begins, ends) = (begins?, ends?);
                (begins.instants == ends.instants).then_some(Self { most: ends.most, ..begins })
            }
        }
    }

    const fn shape(self, bit: u32) -> Shape {
        let between = Between::new(bit, self.least, self.most, false);
        if self.instants { Shape::Instant(between) } else { Shape::Day(between) }
    }
}

/// A day as a number: a later day has a greater one.
#[inline]
pub(super) fn day(day: NaiveDate) -> i128 {
    // No year has 512 days.
    i128::from(i64::from(day.year()) << 9 | i64::from(day.ordinal())) << 64
}

/// An instant likewise: its day, the second of that day and the nanosecond, of which a leap second has twice
/// as many.
#[inline]
pub(super) fn instant(time: Time) -> i128 {
    let time = time.naive_utc();
    let clock = u64::from(time.time().num_seconds_from_midnight()) << 32 | u64::from(time.nanosecond());
    day(time.date()) | i128::from(clock)
}
