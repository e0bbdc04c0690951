//! The kernel's store in memory passes the whole suite.

use guildhall_conformance::{BuildError, StoreBuilder, Suite};
use guildhall_kernel::memory::Memory;

struct InMemory;

impl StoreBuilder for InMemory {
    type Store = Memory;
    type Site = ();

    fn fresh(&self) -> Result<(Memory, ()), BuildError> {
        Ok((Memory::default(), ()))
    }
}

#[test]
fn c7_c9_memory_passes_the_suite() {
    let report = Suite::test_all(&InMemory, 300).unwrap_or_else(|failure| panic!("{failure}"));
    assert!(report.ran().len() > 20, "{report}");
}
