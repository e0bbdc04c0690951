//! The city-manager training of Slovenia, 2019, run whole: from its announcement to its certificates
//! and a handbook, out of a folder of definitions, into a store.

pub mod clerk;
mod closing;
pub mod contents;
mod deed;
mod diary;
pub mod failure;
mod figures;
pub mod files;
mod ids;
mod journey;
mod kinds;
mod offer;
pub mod papers;
mod people;
mod reasons;
mod records;
mod register;
pub mod sheet;
mod source;
mod system;
mod tables;
mod vocabulary;
mod wording;
mod words;

use guildhall::kernel::memory::Memory;

pub use clerk::Clerk;
pub use deed::Deed;
pub use failure::Failure;
pub use figures::Figures;
pub use journey::{Origin, Stopped, Storage};
pub use records::{Missing, Records, Unreadable};
pub use source::{Unverified, Verified, verify};
pub use system::System;
pub use wording::Closing;
pub use words::WORDS;

use journey::Journey;
use offer::Places;

/// How much of a training a run had to store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The steps from the announcement to the end.
    pub steps: u64,
    /// Those that this run stored; an earlier run had stored the others.
    pub stored: u64,
}

/// Runs the training on a store, from wherever it stands. `told` hears what each step does.
///
/// # Errors
/// [`Stopped`] if the domain refuses what the files ask for, or the store fails.
pub fn run(system: &System, store: &dyn Storage, told: &mut dyn FnMut(&Deed)) -> Result<Progress, Stopped> {
    let places = Places::of(system);
    let mut journey = Journey::new(store, system, told);
    let diary = &system.diary;

    source::name(&mut journey)?;
    offer::announce(&mut journey, &places)?;
    people::apply(&mut journey, &places)?;
    offer::close(&mut journey, &places)?;
    people::take_back(&mut journey, &places)?;
    people::decide(&mut journey, &places)?;
    offer::begin(&mut journey, &places)?;
    people::take_part(&mut journey, &places)?;
    closing::open_register(&mut journey)?;
    closing::ask(&mut journey, &places)?;
    closing::publish(&mut journey, &places)?;
    let ceremony = journey.at(diary.certificates_issued);
    people::close_records(&mut journey, &places, ceremony)?;
    closing::issue(&mut journey, &places, ceremony)?;
    offer::finish(&mut journey, &places)?;
    let over = journey.at(diary.edition_finished);
    people::close_records(&mut journey, &places, over)?;

    let (steps, stored) = journey.counted();
    Ok(Progress { steps, stored })
}

/// Runs the training in memory and makes its papers, so that whatever is wrong shows before anything
/// is stored for good; says how many steps it takes.
///
/// # Errors
/// [`Unrehearsed`]: as [`run`], or because the records make no papers.
pub fn rehearse(system: &System, clerk: &Clerk) -> Result<u64, Unrehearsed> {
    let store = Memory::default();
    let progress = run(system, &store, &mut |_| {})?;
    papers::papers(&Records::read(&store, system)?, clerk)?;
    Ok(progress.steps)
}

/// Why a training cannot be run from its files. Nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum Unrehearsed {
    /// A step is refused.
    #[error(transparent)]
    Stopped(#[from] Stopped),
    /// The records cannot be read back.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// They make no papers.
    #[error(transparent)]
    Unwritten(#[from] papers::Unwritten),
}
