//! Domain libraries for training and exchange of experience in local government, under one name.
//!
//! Guildhall decides; the caller stores, sends, signs in and shows. Each room is a crate of its own,
//! re-exported here under its short name; the features only add rooms, and those that decide are on by
//! default, with their words. Begin with [`kernel`], whose front page teaches the contract that every
//! room keeps, then open the room you need.
//!
//! | room | its one job | feature |
//! |---|---|---|
//! | [`kernel`] | ids, time windows, localised text, the decide, commit, apply contract | always |
//! | `civic` | authorities and their codes, organisations, service areas, money | `civic` |
//! | `rules` | typed, explainable, three-valued rules as data | `rules` |
//! | `allocation` | scarce seats, given out provably fairly, explained and audited | `allocation` |
//! | `programme` | programmes, curricula, editions, sessions | `programme` |
//! | `enrolment` | recruitments, applications, decisions, seats | `enrolment` |
//! | `participation` | completion by module, surveys, facts for rules | `participation` |
//! | `certification` | schemes, awards, the register | `certification` |
//! | `practice` | good-practice records, editorial flow, the handbook | `practice` |
//! | `words` | what the rooms say, as sentences in English, Polish, Slovene and Russian | `words` |
//! | `intake` | definitions and tables that officers write: every fault at once, at its place | `intake`, with files `fs` |
//! | `interchange` | registers of authorities, as their offices publish them | `interchange` |
//!
//! A rule as an officer writes it, somebody it refuses, and why:
//!
//! ```
//! use guildhall::kernel::serde_json::json;
//! use guildhall::rules::{Facts, RuleSet, Value, Verdict};
//!
//! let vocabulary = guildhall::enrolment::vocabulary();
//! let rule = RuleSet::read(
//!     &json!({
//!         "id": "town-centre-people", "version": 1,
//!         "any": [
//!             { "fact": "applicant.position", "is": "city_manager" },
//!             { "all": [
//!                 { "fact": "sender.kind", "is": "authority" },
//!                 { "fact": "applicant.responsible_for", "includes": "town_centres" },
//!             ] },
//!         ],
//!     }),
//!     &vocabulary,
//! )?;
//! let clerk = [("applicant.position", "clerk"), ("sender.kind", "authority")];
//! let clerk = Facts::known(clerk.map(|(fact, code)| (fact, Value::symbol(code).unwrap())))?;
//!
//! // What the clerk is responsible for was never said, so this is no refusal yet: it asks.
//! let explained = rule.explain(&clerk);
//! assert_eq!(explained.verdict(), Verdict::Undetermined);
//! assert!(explained.missing().iter().all(|fact| fact.as_str() == "applicant.responsible_for"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#[cfg(feature = "allocation")]
pub use guildhall_allocation as allocation;
#[cfg(feature = "certification")]
pub use guildhall_certification as certification;
#[cfg(feature = "civic")]
pub use guildhall_civic as civic;
#[cfg(feature = "enrolment")]
pub use guildhall_enrolment as enrolment;
#[cfg(feature = "intake")]
pub use guildhall_intake as intake;
#[cfg(feature = "interchange")]
pub use guildhall_interchange as interchange;
pub use guildhall_kernel as kernel;
#[cfg(feature = "participation")]
pub use guildhall_participation as participation;
#[cfg(feature = "practice")]
pub use guildhall_practice as practice;
#[cfg(feature = "programme")]
pub use guildhall_programme as programme;
#[cfg(feature = "rules")]
pub use guildhall_rules as rules;
#[cfg(feature = "words")]
pub use guildhall_words as words;

/// What every room says that is turned on here: for who checks, lists or translates all of it.
///
/// ```
/// use guildhall::CATALOGUES;
/// use guildhall::words::Phrasebook;
///
/// let slovene = Phrasebook::new("sl".parse()?);
/// assert!(CATALOGUES.iter().all(|catalogue| slovene.missing(catalogue).is_empty()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[cfg(feature = "words")]
pub static CATALOGUES: &[&words::Catalogue] = &[
    &words::WORDS,
    #[cfg(feature = "civic")]
    &civic::WORDS,
    #[cfg(feature = "rules")]
    &rules::WORDS,
    #[cfg(feature = "allocation")]
    &allocation::WORDS,
    #[cfg(feature = "programme")]
    &programme::WORDS,
    #[cfg(feature = "enrolment")]
    &enrolment::WORDS,
    #[cfg(feature = "participation")]
    &participation::WORDS,
    #[cfg(feature = "certification")]
    &certification::WORDS,
    #[cfg(feature = "practice")]
    &practice::WORDS,
];
