//! Decisions, refusals and reports as sentences in English, Polish, Slovene and Russian.
//!
//! A type that people hear of is *said*: `#[derive(Say)]` makes a message of each of its variants, with the
//! fields as typed arguments; [`catalogue!`] ties the types of a crate to its texts; `check` holds every text
//! against them; a `Phrasebook` puts a message into a language.
//!
//! ```
//! # #[cfg(feature = "fluent")] {
//! use guildhall_words::{Argument, Kind, Message, Phrasebook, Say, ToArgument, Words, catalogue, check};
//!
//! /// What a field is, the texts need not know: an amount is money, and each language writes it its way.
//! struct Euros(i64);
//! impl ToArgument for Euros {
//!     const KIND: Kind = Kind::Money;
//!     fn argument(&self) -> Argument<'_> {
//!         Argument::money(rust_decimal::Decimal::new(self.0, 2), "EUR")
//!     }
//! }
//!
//! #[derive(Say)]
//! enum Stage { Planned, Open }
//!
//! #[derive(Say)]
//! enum Offer {
//!     Seats { free: u32, towns: Vec<String> },
//!     Costs { total: Euros, stage: Stage },
//! }
//!
//! catalogue! {
//!     /// What offers say. A crate keeps its texts in files: `"sl" => "../words/sl.ftl"`.
//!     static WORDS = "offers" {
//!         texts {
//!             "en" = r#"
//! stage-planned = planned
//! stage-open = open
//! offer-seats = { $free ->
//!     [one] One seat is free in { $towns }.
//!    *[other] { $free } seats are free in { $towns }.
//! }
//! offer-costs = { $stage-key ->
//!     [planned] It will cost { $total }.
//!    *[other] It costs { $total } ({ $stage }).
//! }"#,
//!             "pl" = r#"
//! stage-planned = planowany
//! stage-open = otwarty
//! offer-seats = { $free ->
//!     [one] Jest { $free } wolne miejsce: { $towns }.
//!     [few] Są { $free } wolne miejsca: { $towns }.
//!     [many] Jest { $free } wolnych miejsc: { $towns }.
//!    *[other] Jest { $free } wolnego miejsca: { $towns }.
//! }
//! offer-costs = { $stage-key ->
//!     [planned] Koszt wyniesie { $total }.
//!    *[other] Koszt wynosi { $total } ({ $stage }).
//! }"#,
//!             "ru" = r#"
//! stage-planned = запланирован
//! stage-open = открыт
//! offer-seats = { $free ->
//!     [one] Есть { $free } свободное место: { $towns }.
//!     [few] Есть { $free } свободных места: { $towns }.
//!     [many] Есть { $free } свободных мест: { $towns }.
//!    *[other] Есть { $free } свободного места: { $towns }.
//! }
//! offer-costs = { $stage-key ->
//!     [planned] Стоимость составит { $total }.
//!    *[other] Стоимость составляет { $total } ({ $stage }).
//! }"#,
//!             "sl" = r#"
//! stage-planned = načrtovan
//! stage-open = odprt
//! offer-seats = { $free ->
//!     [one] Prosto je { $free } mesto: { $towns }.
//!     [two] Prosti sta { $free } mesti: { $towns }.
//!     [few] Prosta so { $free } mesta: { $towns }.
//!    *[other] Prostih je { $free } mest: { $towns }.
//! }
//! offer-costs = { $stage-key ->
//!     [planned] Stalo bo { $total }.
//!    *[other] Stane { $total } ({ $stage }).
//! }"#,
//!         }
//!         says { Stage, Offer }
//!     }
//! }
//!
//! // In the crate's tests: no message is missing, none is superfluous, no plural lacks a form.
//! check(&WORDS)?;
//!
//! let seats = Offer::Seats { free: 2, towns: vec!["Celje".into(), "Koper".into(), "Ptuj".into()] };
//! let costs = Offer::Costs { total: Euros(123_450), stage: Stage::Planned };
//! let say = |language: &str, message: &Message<'_>| {
//!     let book = Phrasebook::new(language.parse().expect("a language"));
//!     book.say(message).replace('\u{a0}', " ") // amounts hold together
//! };
//! assert_eq!(say("en", &seats.message()), "2 seats are free in Celje, Koper and Ptuj.");
//! assert_eq!(say("sl", &seats.message()), "Prosti sta 2 mesti: Celje, Koper in Ptuj.");
//! assert_eq!(say("pl", &seats.message()), "Są 2 wolne miejsca: Celje, Koper i Ptuj.");
//! assert_eq!(say("ru", &costs.message()), "Стоимость составит 1 234,50 €.");
//! assert_eq!(say("sl", &costs.message()), "Stalo bo 1.234,50 €.");
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Two halves
//!
//! Without a feature this crate is light: messages, arguments, the derive, the [`Words`] port. That is all a
//! context needs in order to say things. The feature `fluent` adds the engine: texts in Fluent's syntax, numbers,
//! days, lists, plurals and order by ICU4X with the data of CLDR. Whoever embeds Guildhall turns it on once, or
//! implements [`Words`] with an engine of their own; [`Said`] is a message as data, for who phrases it elsewhere.
//!
//! # What people read, and what developers read
//!
//! An error's `Display` is for developers and logs: English, terse, in backticks what was given. What a clerk or
//! an applicant reads is a message. A type has both, and neither is made of the other.
//!
//! # In the texts
//!
//! - A message is called by its type and variant: `offer-seats`. Arguments are the fields: `$free`.
//! - `{ $n -> [one] … *[other] … }` chooses by the plural category of the number, each case on a line of its own.
//! - An argument that is said itself is two: `$stage`, its own words, and `$stage-key`, its variant, to choose by.
//! - What may be absent is written only where a case for `[absent]` is set apart.
//! - `DATE($day, style: "short")`, `DATETIME($at, style: …)` with `long`, `medium`, `short`, `weekday`;
//!   `LIST($items, type: "or")`; `NUMBER($n)`. An argument alone is written in its long form.
//!
//! # What does not compile
//!
//! A type that no catalogue lists, for then nothing would check its texts:
//!
//! ```compile_fail,E0277
//! #[derive(guildhall_words::Say)]
//! enum Stage { Open }
//! ```
//!
//! A field that cannot be an argument:
//!
//! ```compile_fail,E0277
//! struct Secret;
//! #[derive(guildhall_words::Say)]
//! struct Refusal { secret: Secret }
//! guildhall_words::catalogue! { static WORDS = "x" { texts { "en" = "" } says { Refusal } } }
//! ```
//!
//! A type without the derive in a catalogue:
//!
//! ```compile_fail,E0277
//! struct Refusal;
//! guildhall_words::catalogue! { static WORDS = "x" { texts { "en" = "" } says { Refusal } } }
//! ```
//!
//! A text that is not there:
//!
//! ```compile_fail
//! guildhall_words::catalogue! { static WORDS = "x" { texts { "en" => "../words/klingon.ftl" } says {} } }
//! ```

mod argument;
mod catalogue;
#[cfg(feature = "fluent")]
mod check;
#[cfg(feature = "fluent")]
mod collation;
#[cfg(feature = "fluent")]
mod format;
#[cfg(feature = "fluent")]
mod ftl;
mod label;
mod message;
#[cfg(feature = "fluent")]
mod phrasebook;
#[cfg(feature = "fluent")]
mod resolve;
mod said;
mod shape;
mod to_argument;
mod words;

pub use argument::{Argument, Join};
pub use catalogue::{Catalogue, Text};
#[cfg(feature = "fluent")]
pub use check::{CatalogueFault, CatalogueFaults, Problem, check};
#[cfg(feature = "fluent")]
pub use collation::Collation;
pub use guildhall_words_derive::Say;
pub use label::{Label, Period, WORDS};
pub use message::{Message, Say};
#[cfg(feature = "fluent")]
pub use phrasebook::Phrasebook;
pub use said::{Said, SaidArgument};
pub use shape::{Kind, Shape, Shaped};
pub use to_argument::ToArgument;
pub use words::Words;
