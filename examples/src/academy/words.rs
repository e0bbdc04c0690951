//! The words of the academy, in four languages.

use super::deed::Deed;
use super::failure::Mishap;
use super::records::Missing;
use super::wording::{
    Applied, Asked, Called, Closing, Column, Day, Erased, Joins, Offered, Part, Printed, Taken,
};

guildhall_words::catalogue! {
    /// What the academy says.
    pub static WORDS = "academy" {
        texts {
            "en" => "../../words/en.ftl",
            "pl" => "../../words/pl.ftl",
            "ru" => "../../words/ru.ftl",
            "sl" => "../../words/sl.ftl",
        }
        says {
            Part, Column, Offered, Called, Applied, Taken, Asked, Joins, Closing, Printed, Erased, Day, Deed,
            Missing, Mishap,
        }
    }
}
