//! What callers may rely on in the shape of the types: ports are `dyn`, values travel between threads.

use std::fmt::Debug;

use guildhall_kernel::memory::Memory;
use guildhall_kernel::*;

fn travels<T: Send + Sync + 'static>() {}
fn is_value<T: Clone + Eq + Debug + Send + Sync + 'static>() {}

#[test]
fn ports_are_dyn_compatible() {
    let memory = Memory::default();
    let _: (&dyn Store, &dyn Vault) = (&memory, &memory);
    let _: Option<&dyn Projection> = None;
    let _: &dyn Consulted = &();
}

#[test]
fn values_are_values() {
    is_value::<Id<Memory>>();
    is_value::<StreamId>();
    is_value::<Window>();
    is_value::<LocalisedText>();
    is_value::<Slot>();
    is_value::<Commit>();
    is_value::<Recorded>();
    is_value::<Receipt>();
    travels::<Memory>();
    travels::<CommitError>();
    travels::<LoadError>();
    travels::<AttemptError<StoreError>>();
}

#[test]
fn an_id_costs_no_more_than_its_uuid() {
    assert_eq!(size_of::<Id<Memory>>(), size_of::<Uuid>());
}
