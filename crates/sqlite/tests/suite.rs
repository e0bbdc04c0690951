//! The store passes the whole conformance suite, in both durabilities (C7, C8, C9).

#![expect(clippy::panic, reason = "a test fails by panicking")]

mod common;

use guildhall_conformance::{BuildError, StoreBuilder, Suite};
use guildhall_sqlite::{Durability, Options, SqliteStore};
use tempfile::TempDir;

struct Files(Options);

impl StoreBuilder for Files {
    type Store = SqliteStore;
    type Site = TempDir;

    fn fresh(&self) -> Result<(SqliteStore, TempDir), BuildError> {
        let site = tempfile::tempdir()?;
        Ok((SqliteStore::open_with(site.path().join("store.sqlite"), self.0)?, site))
    }

    fn reopen(&self, store: SqliteStore, site: &TempDir) -> Result<SqliteStore, BuildError> {
        drop(store);
        Ok(SqliteStore::open_with(site.path().join("store.sqlite"), self.0)?)
    }

    fn copies(&self, site: &TempDir, content: &[u8]) -> Result<Option<usize>, BuildError> {
        Ok(Some(common::copies(site.path(), content)?))
    }
}

fn examine(durability: Durability, random: u32) {
    let files = Files(Options::default().durability(durability));
    let report = Suite::test_all(&files, random).unwrap_or_else(|failure| panic!("{failure}"));
    assert!(report.ran().len() > 20, "{report}");
}

#[test]
fn c7_c8_c9_passes_the_suite_with_full_durability() {
    examine(Durability::Full, 10);
}

#[test]
fn c7_c8_c9_passes_the_suite_with_normal_durability() {
    examine(Durability::Normal, 60);
}
