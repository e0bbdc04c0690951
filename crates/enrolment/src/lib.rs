//! Recruitments, applications, decisions and seats: who may come, told with reasons, and who comes.
//!
//! A [`Recruitment`] is announced for an edition, opens and closes with its window, and carries the
//! [`Policy`] that holds. An [`Application`] is submitted, determined (yes, no, or not settled, with
//! the explanation and the facts it rests on), and refused, withdrawn or admitted. [`admit`] is the
//! one way to a seat. [`Applications`] shows a recruitment to an officer. Every refusal and status is
//! [said](guildhall_words::Say) in four languages, by the texts of [`WORDS`].
//!
//! Two people apply to a training for city managers; one hears a "no" with its reasons, one gets a
//! seat:
//!
//! ```
//! use guildhall_civic::{PersonId, PositionCode};
//! use guildhall_enrolment::*;
//! use guildhall_kernel::{Commit, CommitId, Id, Loaded, RetentionClass, Slot, Store, Time, Uuid};
//! use guildhall_kernel::{catch_up, memory::Memory};
//! # use guildhall_programme::{Edition, EditionEvent, EditionNumber, ProgrammeId, ProgrammeVersion, edition_id};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let definition: RecruitmentDefinition = toml::from_str(r#"
//!     window = { from = "2019-04-01", until = "2019-04-30", zone = "Europe/Ljubljana" }
//!
//!     [policy]
//!     version = 1
//!     capacity = { seats = 25 }
//!     admission = "rolling"
//!     senders = ["authority", "institution"]
//!     consent = "not_needed"
//!
//!     [policy.eligibility]
//!     id = "city-manager-training"
//!     version = 1
//!     any = [
//!         { label = { en = "is a city manager" }, fact = "applicant.position", is = "city_manager" },
//!         { label = { en = "is responsible for running a town centre" },
//!           fact = "applicant.responsible_for", includes = "town_centres" },
//!         { label = { en = "comes from an institution that runs one, as a municipality confirms" },
//!           fact = "sender.cooperates_in", includes = "town_centres" },
//!     ]
//! "#)?;
//! let store = Memory::default();
//! # let edition = {
//! #     let programme = ProgrammeId::new(Uuid::from_u128(1));
//! #     let id = edition_id(programme, EditionNumber::FIRST).uuid();
//! #     let definition = toml::from_str(r#"
//! #         programme = "city-managers"
//! #         number = 1
//! #         delivery = "online"
//! #         period = { from = "2019-05-13", until = "2019-06-13", zone = "Europe/Ljubljana" }
//! #         sessions = [{ code = "closing", kind = "ceremony", title = { en = "Closing" }, on = "2019-06-13" }]
//! #     "#)?;
//! #     let version = ProgrammeVersion::FIRST;
//! #     let planned = EditionEvent::Planned { programme, version, definition: Box::new(definition) };
//! #     let staged = Loaded::<Edition>::new(id, id).stage(vec![planned, EditionEvent::Announced], &());
//! #     let now = "2019-03-01T10:00:00Z".parse()?;
//! #     store.commit(&Commit::new(CommitId::new(Uuid::from_u128(2)), now, None).with(&staged)?)?;
//! #     Loaded::<Edition>::read(&store, id, id)?
//! # };
//! # let mut drawn = 100;
//! # let mut commit = move |now: Time| { drawn += 1; Commit::new(CommitId::new(Uuid::from_u128(drawn)), now, None) };
//!
//! // The recruitment is announced for an edition that is public, and opens with its window.
//! let id = RecruitmentId::new("8c7ffbd5-b06e-4f3b-8f5c-2a8a94d6f5d1".parse()?);
//! let mut recruitment = Loaded::<Recruitment>::new(id.uuid(), id.uuid());
//! let facts = RecruitmentFacts { edition: &edition, vocabulary: &vocabulary() };
//! let (march, april): (Time, Time) = ("2019-03-20T10:00:00Z".parse()?, "2019-04-02T10:00:00Z".parse()?);
//! for (command, now) in [(RecruitmentCommand::Announce { definition }, march), (RecruitmentCommand::Open, april)] {
//!     let staged = recruitment.decide(&command, &facts, now)?;
//!     recruitment.apply(&staged, &store.commit(&commit(now).with(&staged)?)?)?;
//! }
//!
//! // Names and addresses lie in a slot; the events carry codes and ids.
//! // Its id is drawn at random for each submission; here it is written down.
//! let mut apply = |person: PersonId, drawn: u128, position: &str| -> Result<_, Box<dyn std::error::Error>> {
//!     let contact = Slot::new(Id::new(Uuid::from_u128(drawn)), RetentionClass::Contact);
//!     let sender = Sender::Authority("SI:fictitious:lipov_dol".parse()?);
//!     let submission = Submission::new(person, sender, contact)?
//!         .in_position(PositionCode::new(position)?)
//!         .responsible_for([]);
//!     let mut application = Loaded::<Application>::new(id.uuid(), Application::id_of(id, person).uuid());
//!     for command in [ApplicationCommand::Submit { submission }, ApplicationCommand::Determine { at: april }] {
//!         let staged = application.decide(&command, &ApplicationFacts::new(&recruitment), april)?;
//!         application.apply(&staged, &store.commit(&commit(april).with(&staged)?)?)?;
//!     }
//!     Ok(application)
//! };
//! let clerk = apply(PersonId::new(Uuid::from_u128(7)), 71, "clerk")?;
//! let manager = apply(PersonId::new(Uuid::from_u128(8)), 81, "city_manager")?;
//!
//! // A no says why: none of the three holds.
//! let no = clerk.decision().ok_or("undecided")?.explanation();
//! let reasons: Vec<_> = no.reasons().iter().filter_map(|reason| Some(reason.label()?.best(&[]))).collect();
//! assert_eq!((reasons[0], reasons.len()), ("is a city manager", 3));
//!
//! // A yes comes to a seat through the one admission there is: pool and application in one commit.
//! let pool = Loaded::<SeatPool>::read(&store, id.uuid(), SeatPool::id_of(id).uuid())?;
//! let refusal = admit(&recruitment, &edition, &pool, &clerk, april).unwrap_err();
//! assert_eq!(refusal.to_string(), "the person may not come: the rule of eligibility is not met");
//! let admission = admit(&recruitment, &edition, &pool, &manager, april)?;
//! store.commit(&admission.onto(commit(april))?)?;
//!
//! let mut overview = Applications::new(id);
//! catch_up(&mut overview, &store, Some(id.uuid()))?;
//! let seats = overview.seats().ok_or("not announced")?;
//! assert_eq!((seats.held, seats.left()), (1, Some(24)));
//! let told: Vec<_> = overview.iter().filter_map(|application| application.status()).collect();
//! assert_eq!(told, [ApplicationStatus::Ineligible, ApplicationStatus::Admitted]);
//! # Ok(())
//! # }
//! ```

mod admission;
mod application;
mod attempt;
mod command;
mod conditions;
mod decision;
mod event;
mod facts;
mod overview;
mod policy;
mod pool;
mod recruitment;
mod refusal;
mod status;
#[cfg(feature = "proptest")]
pub mod strategies;
mod submission;
mod words;

pub use admission::{Admission, Withdrawal, admit, withdraw};
pub use application::{Application, ApplicationId};
pub use command::{ApplicationCommand, RecruitmentCommand, SeatPoolCommand};
pub use decision::Decision;
pub use event::{ApplicationEvent, RecruitmentEvent, SeatPoolEvent};
pub use facts::{ApplicantFacts, ApplicationFacts, Circumstances, vocabulary};
pub use overview::{Applications, Seats};
pub use policy::{
    AdmissionMode, AdmitUntil, Capacity, ConsentFrom, ConsentPolicy, HeadConsent, Policy, PolicyDefinition,
    PolicyError, RecruitmentDefinition, SenderKind,
};
pub use pool::{Seat, SeatPool, SeatPoolId};
pub use recruitment::{Announced, Recruitment, RecruitmentFacts, RecruitmentId, RecruitmentStatus};
pub use refusal::{AdmissionRefusal, ApplicationRefusal, RecruitmentRefusal};
pub use status::{ApplicationStatus, Ground};
pub use submission::{Consent, ConsentAnswer, Sender, Submission, SubmissionError};
pub use words::WORDS;
