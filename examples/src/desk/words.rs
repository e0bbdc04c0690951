//! The words of the desk, in four languages.

use super::allocation::draw::Lots;
use super::allocation::rerun::Moves;
use super::allocation::result::{Heard, Letter, Seated};
use super::check::Found;
use super::register::{Changed, Listed};
use super::rules::{Change, Column, Line, Phrase, Sound};
use crate::academy::contents::Held;

guildhall_words::catalogue! {
    /// What the desk says.
    pub static WORDS = "desk" {
        texts {
            "en" => "../../words/desk/en.ftl",
            "pl" => "../../words/desk/pl.ftl",
            "ru" => "../../words/desk/ru.ftl",
            "sl" => "../../words/desk/sl.ftl",
        }
        says { Found, Held, Listed, Changed, Column, Line, Sound, Change, Phrase, Lots, Seated, Heard, Letter, Moves }
    }
}
