//! Programmes of training, their partners and curricula, and the editions in which they are held.
//!
//! Officers write a [`ProgrammeDefinition`] and, for each time the programme is held, an
//! [`EditionDefinition`]; what is wrong with either is said all at once. A [`Programme`] goes from
//! draft over approved and offered to retired, and an approved version never changes: a change is a
//! new version. An [`Edition`] pins the version it teaches and goes from planned over announced and
//! running to finished, or is cancelled.
//!
//! A pilot training of city managers, from its first draft to the announcement of its edition (its
//! teaching took four weeks; which ones is assumed):
//!
//! ```
//! use guildhall_kernel::{Commit, CommitId, Loaded, Store, Time, Uuid, memory::Memory};
//! use guildhall_programme::{
//!     Edition, EditionCommand, EditionFacts, EditionNumber, EditionStatus, Programme, ProgrammeCommand,
//!     ProgrammeFacts, ProgrammeStatus, ProgrammeVersion, edition_id,
//! };
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let programme_toml = r#"
//! code = "city-managers"
//! title = { sl = "Usposabljanje mestnih menedžerjev", en = "Training for city managers" }
//! purpose = { en = "People who run a town centre learn how to keep it alive" }
//! pilot = true
//! languages = ["sl"]
//! delivery = "online"
//! modelled_on = { en = "Similar trainings in European cities that fear dying town centres" }
//! partners = [
//!     { party = { organisation = "spirit" }, role = "developer" },
//!     { party = { organisation = "economy-ministry" }, role = "developer" },
//!     { party = { organisation = "doba" }, role = "developer" },
//! ]
//! stewards = [{ organisation = "spirit" }, { organisation = "economy-ministry" }]
//!
//! [part_of]
//! code = "innovative-measures"
//! title = { en = "Innovative measures for entrepreneurship in town centres" }
//! run_by = [
//!     { organisation = "spirit" },
//!     { organisation = "economy-ministry" },
//! ]
//! since = 2016
//! activities = [{ en = "promotion" }, { en = "regional trainings" }, { en = "workshops" }]
//!
//! [target]
//! id = "city-manager-training"
//! version = 1
//! any = [
//!     { fact = "applicant.position", is = "city_manager" },
//!     { fact = "applicant.runs_town_centre", is = true },
//! ]
//!
//! [[curriculum.modules]]
//! code = "town-centre-management"
//! title = { en = "The model of town-centre management" }
//!
//! [[curriculum.modules]]
//! code = "strategic-management"
//! title = { en = "Strategic management and fostering entrepreneurship in town centres" }
//!
//! [[curriculum.modules]]
//! code = "innovation-and-marketing"
//! title = { en = "Innovation and marketing" }
//!
//! [[curriculum.modules]]
//! code = "effective-communication"
//! title = { en = "Effective communication to revive town centres" }
//! "#;
//! let edition_toml = r#"
//! programme = "city-managers"
//! number = 1
//! delivery = "online"
//! period = { from = "2019-05-13", until = "2019-06-13", zone = "Europe/Ljubljana" }
//!
//! [[sessions]]
//! code = "module-1"
//! kind = "online"
//! title = { en = "First week" }
//! module = "town-centre-management"
//! from = "2019-05-13"
//! until = "2019-05-19"
//!
//! [[sessions]]
//! code = "module-4"
//! kind = "online"
//! title = { en = "Fourth week" }
//! module = "effective-communication"
//! from = "2019-06-03"
//! until = "2019-06-09"
//!
//! [[sessions]]
//! code = "closing"
//! kind = "ceremony"
//! title = { en = "Award of the certificates" }
//! on = "2019-06-13"
//! place = { name = { sl = "Ljubljanski grad", en = "Ljubljana Castle" }, town = { sl = "Ljubljana" } }
//! "#;
//! let vocabulary = toml::from_str(r#"facts = [
//!     { key = "applicant.position", type = "symbol", label = { en = "position" } },
//!     { key = "applicant.runs_town_centre", type = "boolean", label = { en = "runs a town centre" } },
//! ]"#)?;
//! let store = Memory::default();
//! let now: Time = "2019-04-01T08:00:00Z".parse()?;
//! let mut drawn = 0;
//! let mut commit = || { drawn += 1; Commit::new(CommitId::new(Uuid::from_u128(drawn)), now, None) };
//!
//! // Drafted, approved, offered.
//! let id = Uuid::from_u128(0xC17);
//! let mut programme = Loaded::<Programme>::new(id, id);
//! let version = ProgrammeVersion::FIRST;
//! for command in [
//!     ProgrammeCommand::Draft { definition: toml::from_str(programme_toml)? },
//!     ProgrammeCommand::Approve { version },
//!     ProgrammeCommand::Offer { version },
//! ] {
//!     let staged = programme.decide(&command, &ProgrammeFacts { vocabulary: &vocabulary }, now)?;
//!     let receipt = store.commit(&commit().with(&staged)?)?;
//!     programme.apply(&staged, &receipt)?;
//! }
//! assert_eq!(programme.status(), Some(ProgrammeStatus::Offered));
//! let definition = programme.approved(version).ok_or("not approved")?;
//! assert_eq!((definition.curriculum.modules.len(), definition.stewards().count()), (4, 2));
//!
//! // Its first edition: planned and announced. Its id follows from the programme's and its number.
//! let id = edition_id(programme.id(), EditionNumber::FIRST).uuid();
//! let mut edition = Loaded::<Edition>::new(id, id);
//! for command in [
//!     EditionCommand::Plan { version, definition: toml::from_str(edition_toml)? },
//!     EditionCommand::Announce,
//! ] {
//!     let staged = edition.decide(&command, &EditionFacts { programme: &programme }, now)?;
//!     let receipt = store.commit(&commit().with(&staged)?)?;
//!     edition.apply(&staged, &receipt)?;
//! }
//! assert_eq!(edition.status(), Some(EditionStatus::Announced));
//! let (first, last) = edition.definition().and_then(|d| d.teaching_days()).ok_or("nothing is taught")?;
//! assert_eq!((last - first).num_weeks() + 1, 4);
//! let ceremony = &edition.sessions()[2];
//! assert_eq!(ceremony.window().starts_at().to_rfc3339(), "2019-06-12T22:00:00+00:00"); // in Ljubljana the 13th
//!
//! // A "no" says why.
//! let too_early = edition.begin(now).unwrap_err();
//! assert_eq!(too_early.to_string(), "the edition does not begin before `2019-05-13`");
//! # Ok(())
//! # }
//! ```

mod code;
mod command;
mod curriculum;
mod definition;
mod edition;
mod edition_definition;
mod edition_plan;
mod edition_status;
mod event;
mod fault;
mod programme;
mod refusal;
mod session;
#[cfg(feature = "proptest")]
pub mod strategies;
mod words;

pub use code::{EditionNumber, ModuleCode, ProgrammeCode, ProgrammeVersion, SessionCode};
pub use command::{EditionCommand, ProgrammeCommand};
pub use curriculum::{Curriculum, DeliveryMode, Hours, Module};
pub use definition::{PartOf, ProgrammeDefinition, WrittenProgramme};
pub use edition::{Edition, EditionFacts, EditionId, UnsoundEdition, edition_id};
pub use edition_definition::{EditionDefinition, Outside, WrittenEdition};
pub use edition_status::EditionStatus;
pub use event::{EditionEvent, ProgrammeEvent};
pub use fault::{Fault, Faults, Problem};
pub use guildhall_kernel::CodeError;
pub use programme::{Programme, ProgrammeFacts, ProgrammeId, ProgrammeStatus, UnsoundProgramme};
pub use refusal::{EditionRefusal, ProgrammeRefusal};
pub use session::{
    MixedTimes, Place, Session, SessionId, SessionKind, SessionTime, WrittenSession, session_id,
};
pub use words::WORDS;
