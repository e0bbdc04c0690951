//! Rules as data, which officers write and whose every answer carries its reasons.
//!
//! A [`Vocabulary`] declares the facts there are. A [`RuleSet`] is a [`Definition`] checked against
//! it, and gives a [`Verdict`]: met, unmet, or undetermined where facts are missing. An
//! [`Explanation`] says why, and [`reasons`] tells it to people in their language.
//!
//! Who may come to a training, a "no" with its reason, and what would make it a "yes":
//!
//! ```
//! use guildhall_rules::{Facts, RuleSet, Value, Verdict, Vocabulary, analysis::{Analysis, Semantics}};
//!
//! let vocabulary: Vocabulary = toml::from_str(r#"facts = [
//!     { key = "applicant.position", type = "symbol", label = { en = "position" } },
//!     { key = "applicant.runs_town_centre", type = "boolean", label = { en = "runs a town centre" } },
//!     { key = "consent.given", type = "boolean", change_cost = 1, label = { en = "consent" } },
//! ]"#)?;
//! let rule = RuleSet::new(toml::from_str(r#"
//!     id = "city-manager-training"
//!     version = 1
//!     all = [
//!         { label = { en = "is a city manager, or runs a town centre" }, any = [
//!             { fact = "applicant.position", is = "city_manager" },
//!             { fact = "applicant.runs_town_centre", is = true },
//!         ] },
//!         { label = { en = "has the superior's consent" }, fact = "consent.given", is = true },
//!     ]
//! "#)?, &vocabulary)?;
//! let manager = Value::symbol("city_manager")?;
//! let facts = Facts::known([("applicant.position", manager), ("consent.given", false.into())])?;
//!
//! let no = rule.explain(&facts);
//! assert_eq!(no.verdict(), Verdict::Unmet);
//! assert_eq!(no.reasons()[0].label().unwrap().best(&[]), "has the superior's consent");
//! let yes = Analysis::new(&vocabulary).changes(&rule, &facts, Semantics::Kleene)?;
//! assert_eq!(yes.sets[0].options[0].values.keys().next().unwrap().as_str(), "consent.given");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod account;
pub mod analysis;
mod answer;
mod asking;
mod calendar;
mod check;
mod clause;
mod comparison;
mod definition;
mod demand;
mod explaining;
mod explanation;
mod fact;
mod fact_type;
mod fault;
mod hash;
mod moments;
mod name;
mod node;
mod point;
mod predicate;
mod program;
mod question;
mod reading;
mod reason;
mod record_type;
mod recorded;
mod records;
mod ruleset;
mod schema;
mod shape;
#[cfg(feature = "proptest")]
pub mod strategies;
mod telling;
mod terms;
mod typing;
mod value;
mod verdict;
mod vocabulary;
mod words;

pub use account::{Account, Found, Told, reasons};
pub use calendar::{CalendarUnit, Length, LengthError, Period, PeriodError};
pub use clause::Clause;
pub use comparison::{Comparison, Doubt, Filter, Otherwise, Side};
pub use definition::{Definition, Effective, EffectiveError};
pub use explaining::Disclosed;
pub use explanation::{Answered, Asked, Explanation, Finding, Grounds};
pub use fact::{Fact, FactSource, Facts};
pub use fact_type::{Bounds, BoundsError, CodeList, CodeListError, FactType};
pub use fault::{Fault, Faults, Problem};
pub use name::{ClauseId, Evidence, FactKey, NameError, PredicateName, RuleId, Symbol};
pub use point::{Point, Stretch};
pub use predicate::{Declared, MAX_READ, Predicate};
pub use program::{Code, CodeSet, Marks, Program, Row, Slot};
pub use question::{Measure, Operand, Operator, Question};
pub use reason::Reason;
pub use record_type::{RecordType, RecordTypeError};
pub use records::{Record, Records};
pub use ruleset::{MAX_CLAUSES, MAX_DEPTH, MAX_LISTED, MAX_VALUES, RuleHash, RuleRef, RuleSet};
pub use terms::Terms;
pub use value::{Codes, Literal, Value};
pub use verdict::Verdict;
pub use vocabulary::{Declaration, Unit, Vocabulary};
pub use words::WORDS;

pub use rust_decimal::{self, Decimal};
