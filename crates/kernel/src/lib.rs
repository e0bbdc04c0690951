//! Ids, time windows and the contract that every room of Guildhall keeps: **decide** purely,
//! **commit** once, **apply** what is proved to be stored.
//!
//! No code here does IO, reads a clock, draws a random number or makes an id. The caller loads what a
//! decision needs, decides, hands one [`Commit`] to a [`Store`] and applies what the [`Receipt`]
//! proves; memory is never ahead of the store. The whole contract on one small aggregate, a group of
//! a course and who sits in it:
//!
//! ```
//! use std::{collections::BTreeSet, num::NonZeroU32};
//! use guildhall_kernel::{memory::Memory, *};
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
//! struct Group { seats: usize, seated: BTreeSet<Uuid> }
//!
//! enum GroupCommand { Open { seats: usize }, Seat { person: Uuid }, Leave { person: Uuid } }
//!
//! #[derive(Debug, Serialize, Deserialize)]
//! enum GroupEvent { Opened { seats: usize }, Seated { person: Uuid }, Left { person: Uuid } }
//! events!(GroupEvent { Opened => "opened" 1, Seated => "seated" 1, Left => "left" 1 });
//!
//! #[derive(Debug, thiserror::Error)]
//! #[error("all {0} seats of the group are taken")]
//! struct Full(usize);
//!
//! impl Aggregate for Group {
//!     const KIND: &'static str = "group";
//!     type Command = GroupCommand;
//!     type Event = GroupEvent;
//!     type Facts<'a> = ();
//!     type Refusal = Full;
//!     fn empty(_: Uuid) -> Self { Self::default() }
//!     fn decide(&self, command: &GroupCommand, _: &(), _: Time) -> Result<Vec<GroupEvent>, Full> {
//!         Ok(match *command {
//!             GroupCommand::Open { seats } => vec![GroupEvent::Opened { seats }],
//!             GroupCommand::Seat { person } if self.seated.contains(&person) => vec![], // it is so already
//!             GroupCommand::Seat { .. } if self.seated.len() >= self.seats => return Err(Full(self.seats)),
//!             GroupCommand::Seat { person } => vec![GroupEvent::Seated { person }],
//!             GroupCommand::Leave { person } => vec![GroupEvent::Left { person }],
//!         })
//!     }
//!     fn apply(&mut self, event: &GroupEvent) {
//!         match event {
//!             GroupEvent::Opened { seats } => self.seats = *seats,
//!             GroupEvent::Seated { person } => { self.seated.insert(*person); }
//!             GroupEvent::Left { person } => { self.seated.remove(person); }
//!         }
//!     }
//! }
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let (store, now, course) = (Memory::default(), Time::UNIX_EPOCH, Uuid::from_u128(1));
//! let [celje, koper, ana, bor] = [2, 3, 4, 5].map(Uuid::from_u128);
//! let commit = |id: u128| Commit::new(Id::new(Uuid::from_u128(id)), now, None);
//! let load = |id| Loaded::<Group>::read(&store, course, id);
//!
//! // Decide, commit, apply.
//! let (mut a, mut b) = (load(celje)?, load(koper)?);
//! for (nth, group) in [&mut a, &mut b].into_iter().enumerate() {
//!     let opens = group.decide(&GroupCommand::Open { seats: 2 }, &(), now)?;
//!     group.apply(&opens, &store.commit(&commit(10 + nth as u128).with(&opens)?)?)?;
//! }
//!
//! // Two streams change in one commit, or neither does: Ana leaves one group for the other.
//! let transfer = |a: &Loaded<Group>, b: &Loaded<Group>| -> Result<Commit, Box<dyn std::error::Error>> {
//!     let leaves = a.decide(&GroupCommand::Leave { person: ana }, &(), now)?;
//!     let sits = b.decide(&GroupCommand::Seat { person: ana }, &(), now)?;
//!     Ok(commit(20).with(&leaves)?.with(&sits)?)
//! };
//! let late = transfer(&a, &b)?;
//!
//! // A stale read is refused: Bor sits down in Koper while Ana's transfer is under way.
//! let sits = b.decide(&GroupCommand::Seat { person: bor }, &(), now)?;
//! b.apply(&sits, &store.commit(&commit(30).with(&sits)?)?)?;
//! assert!(matches!(store.commit(&late), Err(CommitError::Conflict(_))));
//!
//! // A retry asks for the receipt first, then loads and decides afresh.
//! let times = NonZeroU32::new(3).unwrap_or(NonZeroU32::MIN);
//! let retry = || attempt(&store, late.id(), times, || transfer(&load(celje)?, &load(koper)?));
//! assert!(matches!(retry(), Ok(Attempted::Now(_))));
//! assert!(matches!(retry(), Ok(Attempted::Before(_))));
//!
//! // And a "no" says why.
//! let full = load(koper)?.decide(&GroupCommand::Seat { person: celje }, &(), now);
//! assert_eq!(full.unwrap_err().to_string(), "all 2 seats of the group are taken");
//!
//! // Two ways of keeping state: the history is the truth and every state follows from it, …
//! let b = load(koper)?;
//! // … or the state is a row in a table of your own, with its version, and the events its audit log.
//! let (row, version) = (serde_json::to_string(b.state())?, b.version());
//! let resumed = Loaded::resume(b.stream().clone(), version, serde_json::from_str::<Group>(&row)?);
//! assert_eq!(resumed.state(), b.state());
//! # Ok(())
//! # }
//! ```
//!
//! | room | what is in it |
//! |---|---|
//! | [`aggregate`], [`event`], [`loaded`], [`commit`] | the contract |
//! | [`store`], [`vault`], [`projection`] | the ports: events, personal data, read models |
//! | [`attempt()`] | the loop around a decision that others may overtake |
//! | [`id`], [`code`], [`stream`], [`window`], [`text`] | values |
//! | [`fault`] | what is wrong with a definition, all of it at once |
//! | `memory` | a store without a disk (feature `memory`) |

pub mod aggregate;
pub mod attempt;
pub mod code;
pub mod commit;
pub mod event;
pub mod fault;
pub mod id;
pub mod loaded;
#[cfg(feature = "memory")]
pub mod memory;
pub mod projection;
pub mod store;
#[cfg(feature = "proptest")]
pub mod strategies;
pub mod stream;
pub mod text;
pub mod vault;
pub mod window;

pub use aggregate::{Aggregate, Consulted};
pub use attempt::{AttemptError, Attempted, attempt};
pub use code::{Code, CodeError};
pub use commit::{Actor, ActorId, Append, Commit, CommitId, Private, StageError};
pub use event::{DecodeError, Encoded, Event, EventName};
pub use fault::{Fault, Faults, Report};
pub use id::Id;
pub use loaded::{Loaded, Staged, Unproven};
pub use projection::{Projection, catch_up};
pub use store::{CommitError, Conflict, LoadError, Receipt, Recorded, Store, StoreError};
pub use stream::{Position, StreamId, Version};
pub use text::{Language, LanguageError, LocalisedText, TextError};
pub use vault::{Confidential, Erasure, RetentionClass, Revealed, Slot, SlotId, UnreadableSlot, Vault};
pub use window::{Local, LocalError, Window, WindowError};

pub use chrono;
pub use chrono_tz;
pub use serde_json;
pub use uuid::{self, Uuid};

/// An instant. Guildhall never asks a clock: the caller says what time it is.
pub type Time = chrono::DateTime<chrono::Utc>;
