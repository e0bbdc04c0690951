//! What the crate promises of every type that callers hold.

use guildhall_programme::*;

#[test]
fn everything_can_be_sent_between_threads() {
    fn assert<T: Send + Sync + Clone + std::fmt::Debug>() {}
    assert::<Programme>();
    assert::<Edition>();
    assert::<ProgrammeDefinition>();
    assert::<EditionDefinition>();
    assert::<ProgrammeCommand>();
    assert::<EditionCommand>();
    assert::<ProgrammeRefusal>();
    assert::<EditionRefusal>();
    assert::<Faults>();
}
