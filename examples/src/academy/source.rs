//! Which files a store was made from. Another folder on the same store would give half of one
//! training and half of another, so it is refused.

use std::convert::Infallible;

use guildhall::kernel::{Aggregate, Id, LoadError, Loaded, Time, Uuid, events};
use serde::{Deserialize, Serialize};

use super::deed::Deed;
use super::journey::{Journey, Stopped, Storage, file};
use super::system::System;

/// The source of a training: the digest of what its files say, the handbook's apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Source {
    digest: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SourceEvent {
    Named { digest: String },
}
events!(SourceEvent { Named => "named" 1 });

impl Aggregate for Source {
    const KIND: &'static str = "academy_source";
    /// Names the digest; the first that is named stays.
    type Command = String;
    type Event = SourceEvent;
    type Facts<'a> = ();
    type Refusal = Infallible;

    fn empty(_: Uuid) -> Self {
        Self::default()
    }

    fn decide(&self, digest: &String, (): &(), _: Time) -> Result<Vec<SourceEvent>, Infallible> {
        let named = SourceEvent::Named { digest: digest.clone() };
        Ok(if self.digest.is_some() { Vec::new() } else { vec![named] })
    }

    fn apply(&mut self, event: &SourceEvent) {
        let SourceEvent::Named { digest } = event;
        self.digest = Some(digest.clone());
    }
}

/// How far a store has come before a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verified {
    /// It holds nothing of this training.
    Fresh,
    /// It holds some or all of it, made from the same files.
    Begun,
}

/// The store cannot go on with these files.
#[derive(Debug, thiserror::Error)]
pub enum Unverified {
    /// It was made from others.
    #[error("the store holds this training as other files describe it; name another store with `--store`")]
    OtherFiles,
    /// It cannot be read.
    #[error(transparent)]
    Unreadable(#[from] LoadError),
}

fn stream(system: &System) -> (Uuid, Uuid) {
    let id: Id<Source> = system.ids.named("source", "files");
    (id.uuid(), id.uuid())
}

/// Whether the store can go on with these files.
///
/// # Errors
/// [`Unverified::OtherFiles`] if it was made from others.
pub fn verify(system: &System, store: &dyn Storage) -> Result<Verified, Unverified> {
    let (scope, id) = stream(system);
    match &Loaded::<Source>::read(store, scope, id)?.digest {
        None => Ok(Verified::Fresh),
        Some(digest) if *digest == system.digest => Ok(Verified::Begun),
        Some(_) => Err(Unverified::OtherFiles),
    }
}

/// Notes which files the store is made from, as the first step of all.
pub(super) fn name(journey: &mut Journey<'_>) -> Result<(), Stopped> {
    let system = journey.system;
    let at = journey.at(system.diary.programme_drafted);
    let step = journey.officers(Deed::NameFiles, file("diary.toml"), at);
    journey.command::<Source>(step, stream(system), &system.digest, &())
}
