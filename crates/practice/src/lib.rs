//! Good practices of local government: records, their editorial flow, and the handbook.
//!
//! A record has the parts that readers need to do the same: what it was like before, what was done, what
//! it cost, what changed and what proves it, what failed. It becomes public by review alone, as a numbered
//! version that never changes and can be cited: `shared-delivery@3`. How well it is proved is derived from
//! what is attached. A handbook is made of such versions and of nothing else.
//!
//! ```
//! use guildhall_kernel::{Aggregate, Time, Uuid};
//! use guildhall_practice::{Practice, PracticeRefusal, Record, Review, Stage, practice_id};
//!
//! let record: Record = serde_json::from_str(
//!     r#"{
//!         "code": "longer-evenings", "source_language": "sl", "languages": ["sl", "en"],
//!         "owners": ["SI:fictitious:cvetni_brod"], "service_areas": ["town_centres"],
//!         "title": { "sl": "Daljši večeri", "en": "Longer evenings" },
//!         "summary": { "sl": "Trgovine so ob petkih odprte do devetih.", "en": "Shops stay open until nine on Fridays." },
//!         "situation": { "sl": "Po šesti uri je bil trg prazen." },
//!         "actions": { "sl": "Trgovci so se dogovorili za en večer v tednu." },
//!         "transferability": { "sl": "Zadošča deset trgovin." },
//!         "resources": { "description": { "sl": "Luč in plakati." } },
//!         "timescale": { "period": { "from": "2017-05-01" } },
//!         "results": [{ "statement": { "sl": "Ob petkih je na trgu več ljudi." } }],
//!         "lessons": [{ "kind": "failure", "text": { "sl": "Dva večera v tednu sta bila preveč." } }],
//!         "origin": { "channel": "own_office", "name": { "sl": "Oddelek za gospodarstvo" } }
//!     }"#,
//! )?;
//! assert_eq!(record.grade().to_string(), "claimed"); // nothing is attached that would prove more
//!
//! let review: Review = serde_json::from_str(
//!     r#"{
//!         "reviewer": { "person": "00000000-0000-0000-0000-000000000007", "of": ["SI:fictitious:zlati_brod"] },
//!         "scores": { "relevance": 5, "replicability": 4 }
//!     }"#,
//! )?;
//! let mut interested = review.clone();
//! interested.reviewer.of = record.parts().owners.iter().cloned().collect();
//!
//! let (base, now) = (Uuid::from_u128(1), Time::UNIX_EPOCH);
//! let mut practice = Practice::empty(practice_id(base, record.code()).uuid());
//! let mut take = |practice: &mut Practice, events: Vec<_>| events.iter().for_each(|event| practice.apply(event));
//! let events = practice.draft(base, &record)?;
//! take(&mut practice, events);
//! let events = practice.submit("00000000-0000-0000-0000-000000000008".parse()?, None, now)?;
//! take(&mut practice, events);
//! assert_eq!(
//!     practice.review(&interested, now).unwrap_err().to_string(),
//!     "the reviewer works for `SI:fictitious:cvetni_brod`, which owns the practice, and so cannot judge it"
//! );
//! assert!(matches!(practice.publish(now), Err(PracticeRefusal::WrongStage { stage: Stage::Submitted, .. })));
//! let events = practice.review(&review, now)?;
//! take(&mut practice, events);
//! let events = practice.publish(now)?;
//! take(&mut practice, events);
//! assert_eq!(practice.current().map(|version| version.citation().to_string()).as_deref(), Some("longer-evenings@1"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod citation;
pub mod command;
pub mod event;
pub mod evidence;
pub mod fault;
pub mod handbook;
mod kept;
pub mod policy;
pub mod practice;
pub mod published;
pub mod record;
pub mod refusal;
pub mod stage;
#[cfg(feature = "proptest")]
pub mod strategies;
mod words;

pub use citation::{Citation, CitationError, PracticeCode, PracticeId, VersionNumber, practice_id};
pub use command::{ArchiveGround, PracticeCommand, PracticeFacts};
pub use event::PracticeEvent;
pub use evidence::{
    BlankReference, Evaluator, Evidence, EvidenceSource, Grade, Indicator, Measurement, Outcome, Reference,
    Sha256Error, Sha256Hex,
};
pub use fault::{RecordFault, RecordFaults, RecordProblem};
pub use handbook::{
    Handbook, HandbookDefinition, HandbookFault, HandbookFaults, HandbookModel, HandbookProblem, Order,
    Reading, RenderError, Template,
};
pub use kept::KeptError;
pub use policy::{Criterion, Interest, Review, Reviewer, Score, ScoreError};
pub use practice::Practice;
pub use published::Published;
pub use record::{
    Channel, Cost, Lesson, LessonKind, Origin, Part, Record, RecordDefinition, Recurrence, Resources,
    TITLE_LIMIT, Timescale,
};
pub use refusal::PracticeRefusal;
pub use rust_decimal::Decimal;
pub use stage::{Stage, Step};
pub use words::WORDS;
