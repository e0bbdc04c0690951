//! What every clause of a compiled rule says of one applicant, as bits.

use crate::Verdict;

/// The verdict of every clause, and whether the whole rests on it. One is enough for any number of
/// applicants: each overwrites the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marks {
    clauses: usize,
    words: Vec<Word>,
}

/// The bits of 64 clauses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Word {
    met: u64,
    open: u64,
    relevant: u64,
}

impl Marks {
    pub(super) fn new(clauses: usize) -> Self {
        Self { clauses, words: vec![Word::default(); clauses.div_ceil(64)] }
    }

    /// Makes room, where these are the marks of another program.
    pub(super) fn fit(&mut self, clauses: usize) {
        if self.clauses == clauses {
            self.words.fill(Word::default());
        } else {
            *self = Self::new(clauses);
        }
    }

    #[inline]
    pub(super) fn set(&mut self, clause: usize, verdict: Verdict) {
        let bit = 1u64 << (clause % 64);
        if let Some(word) = self.words.get_mut(clause / 64) {
            match verdict {
                Verdict::Met => word.met |= bit,
                Verdict::Undetermined => word.open |= bit,
                Verdict::Unmet => {}
            }
        }
    }

    /// All at once, of a program of at most 64 clauses.
    #[inline]
    pub(super) fn set_all(&mut self, clauses: usize, met: u64, open: u64, relevant: u64) {
        if self.clauses != clauses {
            *self = Self::new(clauses);
        }
        if let Some(word) = self.words.first_mut() {
            *word = Word { met, open, relevant };
        }
    }

    #[inline]
    pub(super) fn rest_on(&mut self, clause: usize) {
        if let Some(word) = self.words.get_mut(clause / 64) {
            word.relevant |= 1 << (clause % 64);
        }
    }

    fn word(&self, clause: usize) -> Word {
        self.words.get(clause / 64).copied().unwrap_or_default()
    }

    /// How many clauses there are.
    pub const fn len(&self) -> usize {
        self.clauses
    }

    /// Whether there is none; no rule set is without one.
    pub const fn is_empty(&self) -> bool {
        self.clauses == 0
    }

    /// The verdict of a clause, by its number in [`Program::clauses`](super::Program::clauses).
    #[inline]
    pub fn verdict(&self, clause: usize) -> Verdict {
        let (word, bit) = (self.word(clause), 1u64 << (clause % 64));
        if word.met & bit != 0 {
            Verdict::Met
        } else if word.open & bit != 0 {
            Verdict::Undetermined
        } else {
            Verdict::Unmet
        }
    }

    /// Whether the verdict of the whole rests on this clause, as in
    /// [`Finding::is_relevant`](crate::Finding::is_relevant).
    #[inline]
    pub fn is_relevant(&self, clause: usize) -> bool {
        self.word(clause).relevant >> (clause % 64) & 1 == 1
    }

    /// The clauses that the whole rests on, as bits: 64 clauses a word, the first in the lowest bit.
    pub fn relevant(&self) -> impl ExactSizeIterator<Item = u64> {
        self.words.iter().map(|word| word.relevant)
    }
}
