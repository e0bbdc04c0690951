//! The port: a language that messages are put into.

use std::cmp::Ordering;

use guildhall_kernel::Language;

use crate::{Argument, Message};

/// A language, as somebody speaks it.
///
/// A trait, because four languages are ours and the fifth is the caller's: `Phrasebook` (feature `fluent`)
/// speaks ours and what a caller adds to it; whoever has an engine of their own implements this instead.
///
/// To ensure that clerks can read what they get:
/// - `say` and `tell` are total: whatever the arguments are, they give a text and never panic.
/// - `compare` is a total order, and puts equal texts together.
pub trait Words: Send + Sync {
    /// The language.
    fn language(&self) -> &Language;

    /// The message as a sentence or a label.
    fn say(&self, message: &Message<'_>) -> String;

    /// A value by itself: a number, a day, money, a list.
    fn tell(&self, argument: &Argument<'_>) -> String;

    /// Which of two names the language lists first.
    fn compare(&self, one: &str, other: &str) -> Ordering;
}
