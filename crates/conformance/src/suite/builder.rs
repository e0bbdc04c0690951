//! How the suite comes by stores.

use std::error::Error;

use guildhall_kernel::{Store, Vault};

use super::Failure;

/// Why a store could not be opened, or its files could not be looked at.
pub type BuildError = Box<dyn Error + Send + Sync>;

/// Opens stores for the suite. A trait because every store opens its own way; implemented by the
/// tests of each store. To ensure correctness:
/// - every `fresh` store is empty and shares nothing with another one;
/// - dropping the site removes whatever the store left behind.
pub trait StoreBuilder {
    /// The store to be examined.
    type Store: Store + Vault;
    /// Where a store lives outside memory, such as a temporary folder that removes itself.
    type Site;

    /// Opens an empty store.
    ///
    /// # Errors
    /// Whatever kept it from opening.
    fn fresh(&self) -> Result<(Self::Store, Self::Site), BuildError>;

    /// Closes a store and opens it again. A store that lives in memory alone stays as it is.
    ///
    /// # Errors
    /// Whatever kept it from opening.
    fn reopen(&self, store: Self::Store, _site: &Self::Site) -> Result<Self::Store, BuildError> {
        Ok(store)
    }

    /// Counts the places in everything the store keeps outside memory (files, logs) where
    /// `content` occurs, byte by byte. None for a store that lives in memory alone.
    ///
    /// # Errors
    /// Whatever kept it from looking.
    fn copies(&self, _site: &Self::Site, _content: &[u8]) -> Result<Option<usize>, BuildError> {
        Ok(None)
    }
}

/// Runs something on a fresh store, which is cleaned up whatever comes of it.
pub(crate) fn on_fresh<B: StoreBuilder>(
    builder: &B,
    case: &'static str,
    run: impl FnOnce(&B::Store) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let (store, site) = fresh(builder, case)?;
    let result = run(&store);
    drop(store);
    drop(site);
    result
}

pub(crate) fn fresh<B: StoreBuilder>(
    builder: &B,
    case: &'static str,
) -> Result<(B::Store, B::Site), Failure> {
    builder.fresh().map_err(|error| Failure::new(case, "open", "an empty store", error))
}
