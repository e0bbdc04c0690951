//! The caller's loop around a decision: ask for the receipt, decide, commit, and once more if
//! somebody was faster.

use std::num::NonZeroU32;

use crate::{Commit, CommitError, CommitId, Conflict, Receipt, Store, StoreError};

/// Decides and commits until it is stored, at most `times` times.
///
/// The receipt is asked for first: an answer that was lost on its way is found again, where a second
/// decision would refuse what has already happened. `decide` loads what it needs afresh each time and
/// builds a commit under `id`.
///
/// # Errors
/// [`AttemptError`]: the refusal of `decide`, or why the store did not take the commit.
pub fn attempt<S: Store + ?Sized, E>(
    store: &S,
    id: CommitId,
    times: NonZeroU32,
    mut decide: impl FnMut() -> Result<Commit, E>,
) -> Result<Receipt, AttemptError<E>> {
    if let Some(receipt) = store.receipt(id)? {
        return Ok(receipt);
    }
    let mut left = times.get();
    loop {
        let commit = decide().map_err(AttemptError::Refused)?;
        if commit.id() != id {
            return Err(AttemptError::OtherId { wanted: id, found: commit.id() });
        }
        left = left.saturating_sub(1);
        match store.commit(&commit) {
            Ok(receipt) => return Ok(receipt),
            Err(CommitError::Conflict(conflict)) if left == 0 => {
                return Err(AttemptError::Contended { times, last: conflict });
            }
            Err(CommitError::Conflict(_)) => {}
            Err(CommitError::Store(error)) => return Err(AttemptError::Store(error)),
            Err(error) => return Err(AttemptError::Misuse(error)),
        }
    }
}

/// Why [`attempt`] ended without a receipt.
#[derive(Debug, thiserror::Error)]
pub enum AttemptError<E> {
    /// The decision was no.
    #[error(transparent)]
    Refused(E),
    /// Somebody was faster each time.
    #[error("somebody was faster {times} times; the last time {last}")]
    Contended {
        /// How often it was tried.
        times: NonZeroU32,
        /// What moved the last time.
        last: Conflict,
    },
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
