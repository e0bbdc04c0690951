//! What people did between their seat and their certificate, and the facts that rules make of it; what
//! they thought of it, said in surveys that are anonymous by construction.
//!
//! A [`Participation`] is joined, fills with what the person did, and is finished or left. It is a
//! [`FactSource`](guildhall_rules::FactSource): what is missing is held against nobody until the record
//! is closed.
//!
//! ```
//! use guildhall_kernel::{Aggregate, Id, Uuid};
//! use guildhall_participation::{Participation, ParticipationEvent, participation_id, vocabulary};
//! use guildhall_rules::{RuleSet, Verdict};
//!
//! let criterion = RuleSet::new(toml::from_str(r#"
//!     id = "city-manager-certificate"
//!     version = 1
//!     fact = "participation.modules_completed"
//!     includes_all = ["town-centre-management", "communication"]
//! "#)?, &vocabulary())?;
//!
//! let (edition, person) = (Id::new(Uuid::from_u128(1)), Id::new(Uuid::from_u128(2)));
//! let mut participation = Participation::empty(participation_id(edition, person).uuid());
//! participation.apply(&ParticipationEvent::Joined {
//!     edition,
//!     person,
//!     admission: Id::new(Uuid::from_u128(3)),
//!     modules: vec!["town-centre-management".parse()?, "communication".parse()?],
//!     on: "2019-05-13".parse()?,
//! });
//! for (module, on) in [("town-centre-management", "2019-05-20"), ("communication", "2019-06-07")] {
//!     assert_eq!(criterion.verdict(&participation), Verdict::Undetermined);
//!     participation.apply(&ParticipationEvent::ModuleCompleted { module: module.parse()?, on: on.parse()? });
//! }
//! assert_eq!(criterion.verdict(&participation), Verdict::Met);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The events are decided by [`Participation::join`], [`Participation::complete`] and their siblings
//! beside the edition and its programme. How a [survey] runs, and why nobody's answer can be
//! found in it, its own page says.

mod command;
mod event;
pub mod facts;
mod participation;
mod record;
mod refusal;
#[cfg(feature = "proptest")]
pub mod strategies;
pub mod survey;
mod words;

pub use command::ParticipationCommand;
pub use event::ParticipationEvent;
pub use facts::vocabulary;
pub use participation::{
    Participation, ParticipationFacts, ParticipationId, UnsoundParticipation, participation_id,
};
pub use record::{Admission, AdmissionId, Corrected, Correction, ModuleRecord, ParticipationStatus};
pub use refusal::ParticipationRefusal;
pub use words::WORDS;
