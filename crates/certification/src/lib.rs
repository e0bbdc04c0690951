//! What a certificate demands, who gets one, and what an issuer's register says about it at any moment.
//!
//! A [`Scheme`] is what an officer writes. An issuer's [`Register`] adopts it, issues certificates by its
//! criterion with numbers that are never used again, and can say ever after what each is worth, and
//! what it said before. Names lie in slots.
//!
//! One participant of the training for city managers, from the officer's definition to a successor
//! programme that asks for the certificate:
//!
//! ```
//! use guildhall_certification::{
//!     Adopt, AwardFacts, Candidate, CertificateId, Ceremony, CycleId, Issue, Open, Outcome, Party, PersonId,
//!     Register, RegisterCommand, Scheme, SchemeDefinition, Statement, Status, vocabulary,
//! };
//! use guildhall_kernel::{
//!     Commit, CommitId, Loaded, LocalisedText, RetentionClass, Slot, SlotId, Store, Time, Uuid,
//!     chrono_tz::Europe::Ljubljana, memory::Memory,
//! };
//! use guildhall_rules::{Codes, Fact, FactKey, Facts, RuleSet, Symbol, Vocabulary};
//!
//! // What participation publishes, and what the officer writes.
//! let facts_there_are: Vocabulary = toml::from_str(r#"facts = [
//!     { key = "participation.modules_completed", type = "set", label = { en = "modules completed" } },
//! ]"#)?;
//! let written: SchemeDefinition = toml::from_str(r#"
//!     code = "city-manager"
//!     version = 1
//!     title = { en = "City manager" }
//!     kind = "completion"
//!     number_format = "{n}/CM/{year}"
//!     [criterion]
//!     id = "city-manager-completed"
//!     version = 1
//!     fact = "participation.modules_completed"
//!     includes_all = ["model", "strategy"]
//!     [[signatories]]
//!     office = "director"
//!     of = { organisation = "agency" }
//!     title = { en = "director of the agency" }
//! "#)?;
//! let scheme = Scheme::new(written, &facts_there_are)?;
//!
//! let store = Memory::default();
//! let issuer: Party = serde_json::from_str(r#"{ "organisation": "agency" }"#)?;
//! let id = Register::id_of(&issuer).uuid();
//! let mut register = Loaded::<Register>::read(&store, id, id)?;
//! let now: Time = "2019-06-11T09:00:00Z".parse()?;
//! let open = RegisterCommand::Open(Open { issuer, zone: Ljubljana });
//! let adopt = RegisterCommand::Adopt(Box::new(Adopt { scheme: scheme.clone() }));
//! for (nth, command) in [open, adopt].iter().enumerate() {
//!     let staged = register.decide(command, &AwardFacts::none(), now)?;
//!     let commit = CommitId::derived(id, &nth.to_be_bytes());
//!     let receipt = store.commit(&Commit::new(commit, now, None).with(&staged)?)?;
//!     register.apply(&staged, &receipt)?;
//! }
//!
//! // A dry run says what is missing.
//! let person = PersonId::new(Uuid::from_u128(7));
//! let holder = Slot::new(SlotId::new(Uuid::from_u128(70)), RetentionClass::RegisterMinimum);
//! let certificate = CertificateId::new(Uuid::from_u128(700));
//! let issue = Issue {
//!     scheme: scheme.reference().clone(),
//!     cycle: CycleId::new(Uuid::from_u128(2019)),
//!     attests: Statement::new(
//!         LocalisedText::new([("en".parse()?, "Managing a town centre")])?,
//!         "2019-05-14".parse()?,
//!         "2019-06-12".parse()?,
//!     )?,
//!     issued_on: "2019-06-13".parse()?,
//!     ceremony: Some(Ceremony::new(
//!         "2019-06-13".parse()?,
//!         LocalisedText::new([("en".parse()?, "Ljubljana Castle")])?,
//!     )),
//!     candidates: vec![Candidate { certificate, person, holder, waiver: None }],
//! };
//! let completed = |modules: &[&str]| -> Result<Facts, guildhall_rules::NameError> {
//!     let modules = modules.iter().map(Symbol::new).collect::<Result<Vec<_>, _>>()?;
//!     let key = FactKey::new("participation.modules_completed")?;
//!     Ok(Facts::default().with(key, Fact::known(Codes::so_far(modules))))
//! };
//! let participation = (); // in earnest the `Loaded<Participation>` that the facts were read from
//! let too_little = completed(&["model"])?;
//! let known = AwardFacts::none().with(person, &too_little, &participation);
//! let Outcome::Refused(why) = &register.dry_run(&issue, &known)?[0].outcome else { panic!() };
//! assert_eq!(why.to_string(), "whether the criterion `city-manager-completed v1` is met cannot be said yet; \
//!     what is missing: `participation.modules_completed`");
//!
//! // And then the certificate.
//! let enough = completed(&["model", "strategy"])?;
//! let known = AwardFacts::none().with(person, &enough, &participation);
//! let staged = register.decide(&RegisterCommand::Issue(issue), &known, now)?;
//! let commit = Commit::new(CommitId::derived(id, b"issue"), now, None)
//!     .with(&staged)?
//!     .private(holder, "Ana Novak")?;
//! register.apply(&staged, &store.commit(&commit)?)?;
//!
//! let number = "1/CM/2019".parse()?;
//! let ceremony: Time = "2019-06-13T16:00:00Z".parse()?;
//! assert_eq!(register.status(&number, ceremony, ceremony), Some(Status::Valid { last_day: None }));
//! assert_eq!(register.status(&number, now, ceremony), Some(Status::NotYetValid { from: "2019-06-13".parse()? }));
//!
//! // A successor programme is for its holders.
//! let rule = RuleSet::new(toml::from_str(r#"
//!     id = "follow-up"
//!     version = 1
//!     fact = "certificate.schemes_held"
//!     includes = "city-manager"
//! "#)?, &vocabulary())?;
//! assert!(rule.verdict(&register.holdings(person, ceremony, ceremony)).is_met());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod award;
pub mod certificate;
pub mod command;
pub mod entry;
pub mod event;
pub mod fault;
pub mod holdings;
mod kept;
pub mod listing;
pub mod number;
mod possible;
pub mod refusal;
pub mod register;
pub mod scheme;
pub mod statement;
#[cfg(feature = "proptest")]
pub mod strategies;
pub mod validity;
mod words;

pub use award::{Award, NoAward, Waiver};
pub use certificate::{Ceremony, Certificate, CertificateId, Cycle, CycleId, Revocation, Status};
pub use command::{Adopt, AwardFacts, Candidate, Issue, Open, RegisterCommand, Revoke};
pub use entry::{Outcome, Prospect};
pub use event::{Issued, Opened, RegisterEvent, Revoked, SchemeAdopted};
pub use fault::{SchemeFault, SchemeFaults, SchemeProblem};
pub use guildhall_kernel::CodeError;
pub use holdings::{Holdings, SCHEMES_HELD, vocabulary};
pub use listing::{RegisterLine, Registers};
pub use number::{CertificateNumber, NumberError, NumberFormat, NumberFormatError, NumberFormatFault};
pub use refusal::{
    AdoptRefusal, CandidateRefusal, IssueRefusal, OpenRefusal, RegisterRefusal, RevokeRefusal,
};
pub use register::{CertificateKey, Register, RegisterId};
pub use scheme::{Kind, Scheme, SchemeCode, SchemeDefinition, SchemeRef, Signatory};
pub use statement::{Extent, Statement, StatementError};
pub use validity::{Term, Validity};
pub use words::WORDS;

pub use guildhall_civic::{Party, PersonId};
