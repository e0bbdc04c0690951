//! What is said in four languages: what things of local government are called, and why something cannot be
//! confirmed, counted or shared. What only officers meet who write definitions stays English.

use guildhall_kernel::Local;
use guildhall_words::{Argument, Kind, Say, ToArgument, verbatim};

use crate::{Money, Period};

guildhall_words::catalogue! {
    /// What the words of local government are in four languages.
    pub static WORDS = "civic" {
        texts {
            "en" => "../words/en.ftl",
            "pl" => "../words/pl.ftl",
            "ru" => "../words/ru.ftl",
            "sl" => "../words/sl.ftl",
        }
        says {
            crate::Actor,
            crate::TaskLevel,
            crate::AuthorityKind,
            crate::CodeScheme,
            crate::Standing,
            crate::ConfirmError,
            crate::MoneyError,
            crate::SplitError,
            crate::OrganisationKind,
            crate::Party,
            crate::PartnerRole,
            crate::PeriodError,
        }
    }
}

verbatim!(
    crate::AuthorityKey,
    crate::Cofog,
    crate::Country,
    crate::Currency,
    crate::PositionCode,
    crate::ServiceAreaCode,
    crate::ServiceUnitKind,
    crate::SystemName,
    crate::Vintage,
);

// Those that have names of their own are told apart in texts.
impl ToArgument for crate::OfficeCode {
    const KIND: Kind = Kind::Code;
    fn argument(&self) -> Argument<'_> {
        Argument::text(self.as_str())
    }
}
impl ToArgument for Money {
    const KIND: Kind = Kind::Money;
    fn argument(&self) -> Argument<'_> {
        Argument::money(self.amount(), self.currency().as_str())
    }
}
// Said as every other period is.
impl ToArgument for Period {
    const KIND: Kind = <guildhall_words::Period as ToArgument>::KIND;
    fn argument(&self) -> Argument<'_> {
        let period = guildhall_words::Period {
            from: self.from().map(Local::Day),
            until: self.until().map(Local::Day),
        };
        Argument::Message(period.message().into_owned())
    }
}
