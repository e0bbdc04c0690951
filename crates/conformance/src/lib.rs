//! The laws that every context keeps, and the suite that every store of Guildhall passes.
//!
//! Whoever writes a store says how to open it, and lets the [`Suite`] examine it:
//!
//! ```
//! use guildhall_conformance::{BuildError, StoreBuilder, Suite};
//! use guildhall_kernel::memory::Memory;
//!
//! struct InMemory;
//!
//! impl StoreBuilder for InMemory {
//!     type Store = Memory;
//!     type Site = ();
//!
//!     fn fresh(&self) -> Result<(Memory, ()), BuildError> {
//!         Ok((Memory::default(), ()))
//!     }
//! }
//!
//! let report = Suite::test_all(&InMemory, 20)?;
//! assert!(report.ran().contains(&"C7: fifty people take five seats"));
//! # Ok::<(), guildhall_conformance::Failure>(())
//! ```

pub mod laws;
pub mod suite;

pub use suite::{BuildError, Failure, Report, StoreBuilder, Suite};
