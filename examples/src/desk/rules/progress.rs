//! How far a long answer has come, for somebody who waits for it.

/// How far a long answer has come.
///
/// Deliberately exhaustive: whoever shows it shows every kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// So many people have been read.
    Read(usize),
    /// A rule has been asked of so many people.
    Asked {
        /// So many.
        done: usize,
        /// Of how many, all rules together.
        of: usize,
    },
}

/// How many people pass before something is said again.
const STEP: usize = 1_000;

impl Progress {
    /// Whether it is worth saying.
    pub(super) const fn is_due(count: usize) -> bool {
        count.is_multiple_of(STEP)
    }
}
