//! The caller's loop around a decision: ask for the receipt, decide, commit, and once more if
//! somebody was faster.

use std::num::NonZeroU32;

use crate::{Commit, CommitError, CommitId, Conflict, Receipt, Store, StoreError};

/// Decides and commits until it is stored, at most `times` times.
///
/// The receipt is asked for first, and again before any "no" is believed: an answer that was lost on
/// its way is found, and so is what a twin of this very attempt has stored meanwhile, where a second
/// decision would refuse what has already happened. Whatever is stored under `id` is taken for this
/// intention; a caller draws one id for one intention. `decide` loads what it needs afresh each time
/// and builds a commit under `id`.
///
/// # Errors
/// [`AttemptError`]: the refusal of `decide`, or why the store did not take the commit.
pub fn attempt<S: Store + ?Sized, E>(
    store: &S,
    id: CommitId,
    times: NonZeroU32,
    mut decide: impl FnMut() -> Result<Commit, E>,
) -> Result<Attempted, AttemptError<E>> {
    if let Some(receipt) = store.receipt(id)? {
        return Ok(Attempted::Before(receipt));
    }
    let mut left = times.get();
    loop {
        left = left.saturating_sub(1);
        match once(store, id, &mut decide) {
            Ok(receipt) => return Ok(Attempted::Now(receipt)),
            Err(AttemptError::Store(error)) => return Err(AttemptError::Store(error)),
            Err(no) => match store.receipt(id)? {
                Some(receipt) => return Ok(Attempted::Before(receipt)),
                None if left > 0 && matches!(no, AttemptError::Contended(_)) => {}
                None => return Err(no),
            },
        }
    }
}

fn once<S: Store + ?Sized, E>(
    store: &S,
    id: CommitId,
    decide: &mut impl FnMut() -> Result<Commit, E>,
) -> Result<Receipt, AttemptError<E>> {
    let commit = decide().map_err(AttemptError::Refused)?;
    if commit.id() != id {
        return Err(AttemptError::OtherId { wanted: id, found: commit.id() });
    }
    store.commit(&commit).map_err(|error| match error {
        CommitError::Conflict(conflict) => AttemptError::Contended(conflict),
        CommitError::Store(error) => AttemptError::Store(error),
        misuse => AttemptError::Misuse(misuse),
    })
}

/// What [`attempt`] came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attempted {
    /// This attempt stored the commit, or the very same one was stored a moment before.
    Now(Receipt),
    /// It was stored before, by an earlier attempt or by a twin of this one.
    Before(Receipt),
}

impl Attempted {
    /// The receipt, whoever stored it.
    pub const fn receipt(&self) -> &Receipt {
        match self {
            Self::Now(receipt) | Self::Before(receipt) => receipt,
        }
    }
}

/// Why [`attempt`] ended without a receipt.
#[derive(Debug, thiserror::Error)]
pub enum AttemptError<E> {
    /// The decision was no.
    #[error(transparent)]
    Refused(E),
    /// Somebody was faster each time; what moved the last time.
    #[error("somebody was faster each time; the last time {0}")]
    Contended(Conflict),
    /// The decision built a commit under another id than the one whose receipt was asked for.
    #[error("the commit has id `{found}`, not `{wanted}`")]
    OtherId {
        /// The id that was asked for.
        wanted: CommitId,
        /// The id that the commit had.
        found: CommitId,
    },
    /// The commit's id or slot belongs to another commit.
    #[error(transparent)]
    Misuse(CommitError),
    /// The backend failed; whether the commit is stored, its receipt tells.
    #[error(transparent)]
    Store(#[from] StoreError),
}
